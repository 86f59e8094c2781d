"""Which mistakes a rule is for, and what is said of those that nobody made."""

import pytest

from gmm_helpers.exercises import Status
from gmm_helpers.grading.adjustments.rules import match_rules, read_rules, rules_for
from gmm_helpers.grading.rows import Row

MEANS = Row("03_m_step", "update_means", 1.0, 5.0, Status.PARTIAL, "", named=("of another kind",))


@pytest.fixture
def match(tmp_path):
    def matching(*lines):
        path = tmp_path / "rules.csv"
        path.write_text("\n".join(["exercise,mistake,points,comment", *lines]), encoding="utf-8")
        read, problems = read_rules(path)
        assert problems == []
        return match_rules(read, {"ann": [MEANS]})

    return matching


def test_a_rule_is_for_a_mistake_that_was_made_or_is_known(match):
    lines = ["update_means,of another kind,4,", "update_means,multiplied by the count,3,Nearly"]
    found, problems = match(*lines)
    assert problems == []
    assert {key: rule.points for key, rule in found.items()} == {
        ("update_means", "of another kind"): 4,
        ("update_means", "multiplied by the count"): 3,
    }


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("update_mean,x,4,", "is called 'update_mean': did you mean 'update_means'?"),
        (
            "update_means,another kind,4,",
            "nobody made the mistake 'another kind' in update_means: did you mean 'of another",
        ),
        ("update_means,xyz,4,", "copy it from the column mistakes of grades.csv"),
        ("update_means,of another kind,6,", "6 points are more than the 5 that update_means"),
    ],
)
def test_what_fits_nothing_is_told_and_the_rest_counts(match, line, said):
    found, (problem,) = match(line, "update_means,multiplied by the count,3,")
    assert list(found) == [("update_means", "multiplied by the count")]
    assert said in str(problem)
    assert not problem.kind.is_applied


def test_of_two_lines_the_last_counts_and_that_is_told(match):
    found, (problem,) = match("update_means,of another kind,4,", "update_means,of another kind,2,")
    assert found["update_means", "of another kind"].points == 2
    assert problem.kind.is_applied
    assert "line 2 says something else" in str(problem)


def test_the_rules_for_a_row_begin_with_the_fewest_points(match):
    found, _ = match("update_means,of another kind,4,", "update_means,multiplied by the count,3,")
    both = MEANS._replace(named=("of another kind", "multiplied by the count", "of another kind"))
    assert [rule.points for rule in rules_for(both, found)] == [3, 4]
    assert rules_for(MEANS._replace(named=()), found) == []
    assert rules_for(both._replace(exercise="e_step"), found) == []
