"""The table as text, as HTML and as a picture."""

from html.parser import HTMLParser

import numpy as np
import pytest

from gmm_helpers.drawing import new_figure
from gmm_helpers.selection import Selection, SelectionRow

NAN = np.nan
ROWS = (
    SelectionRow(1, 100.0, 2, 204.0, 210.0, 210.0, 103.25),
    SelectionRow(2, 80.0, 5, 170.0, 181.0, 181.5, 90.0),
    SelectionRow(3, 75.0, 8, 166.0, 184.0, 250.0, np.inf),
    SelectionRow(4, NAN, 11, NAN, NAN, NAN, NAN),
)
SELECTION = Selection(ROWS, "bic", {}, np.arange(9) % 3)


def test_the_table_as_text():
    assert (
        str(SELECTION)
        == repr(SELECTION)
        == """\
n_components    nll  n_parameters     aic     bic     icl  held_out_nll
           1  100.0             2  204.0   210.0   210.0         103.2
           2   80.0             5  170.0   181.0*  181.5*         90.0*
           3   75.0             8  166.0*  184.0   250.0           inf
           4      -            11      -       -       -             -
* smallest of its column. By BIC, the best number is 2 components."""
    )


class Cells(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.rows, self.strong, self.tag = [], [], ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tag = tag
        if tag == "tr":
            self.rows.append([])

    def handle_data(self, data):
        if self.tag in ("td", "th", "strong"):
            self.rows[-1].append(data.strip())
        if self.tag == "strong":
            self.strong.append(data)


def test_the_table_as_html_has_the_same_cells():
    page = Cells(SELECTION._repr_html_())
    text = [line.split() for line in repr(SELECTION).splitlines()[:-1]]
    assert page.rows == text
    assert page.strong == ["181.0*", "181.5*", "90.0*", "166.0*"]


def test_best_is_the_smallest_of_its_criterion():
    assert SELECTION.best == 2
    found = {name: SELECTION.best_by(name) for name in ("aic", "bic", "icl", "held_out_nll")}
    assert found == {"aic": 3, "bic": 2, "icl": 2, "held_out_nll": 2}


def test_of_equal_values_the_one_with_fewer_components_is_best():
    rows = (ROWS[1]._replace(n_components=5), ROWS[1])
    assert Selection(rows, "bic", {}, None).best == 2


def test_a_table_without_fits_can_be_read():
    empty = Selection(ROWS[3:], "icl", {}, SELECTION.folds)
    assert "No fit has a value of ICL." in repr(empty)
    with pytest.raises(ValueError, match="try fewer components"):
        _ = empty.best
    assert "none" in empty.plot().alt


def test_columns_are_arrays():
    np.testing.assert_array_equal(SELECTION.column("n_parameters"), [2, 5, 8, 11])
    with pytest.raises(ValueError, match="no column is called 'BIC'"):
        SELECTION.column("BIC")


@pytest.mark.parametrize("name", ["BIC", "nll", None, 3, ["bic"]])
def test_other_criteria_are_refused(name):
    with pytest.raises(ValueError, match="choose one of"):
        SELECTION.best_by(name)


def test_the_picture_says_what_it_shows():
    picture = SELECTION.plot()
    assert picture.alt == (
        "Criteria against the number of components, 1 to 4. "
        "Smallest: BIC at 2, ICL at 2, held-out NLL at 2."
    )
    assert picture.png[1:4] == b"PNG"


def test_one_criterion_may_be_named_alone():
    _, ax = new_figure()
    assert SELECTION.plot(ax, "icl") is ax
    assert len(ax.lines) == 2  # a curve and a ring
    with pytest.raises(ValueError, match="choose one of"):
        SELECTION.plot(criteria="nll")
