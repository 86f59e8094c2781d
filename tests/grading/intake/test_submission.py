"""A submission has a mark of all that its grade depends on."""

import pytest

from gmm_helpers.grading.intake.submission import File, Submission, digest_of
from gmm_helpers.grading.notices import NoticeKind

FILE = File("a.ipynb", 1.0, b"{}")
SUBMISSION = Submission("ann", (FILE,), (NoticeKind.LINK_LEFT(path="x"),), other_files=("b.py",))


@pytest.mark.parametrize(
    "other",
    [
        SUBMISSION._replace(student="bob"),
        SUBMISSION._replace(files=()),
        SUBMISSION._replace(files=(FILE, FILE)),
        SUBMISSION._replace(files=(FILE._replace(path="b.ipynb"),)),
        SUBMISSION._replace(files=(FILE._replace(content=b"{ }"),)),
        SUBMISSION._replace(files=(FILE._replace(problem=NoticeKind.EMPTY()),)),
        SUBMISSION._replace(notes=()),
        SUBMISSION._replace(notes=(NoticeKind.LINK_LEFT(path="y"),)),
        SUBMISSION._replace(other_files=()),
        SUBMISSION._replace(progress=(FILE,)),
    ],
)
def test_whatever_changes_changes_the_mark(other):
    assert digest_of(other) != digest_of(SUBMISSION)


def test_the_same_has_the_same_mark_and_names_may_be_any_bytes():
    assert digest_of(Submission(*SUBMISSION)) == digest_of(SUBMISSION)
    assert digest_of(SUBMISSION._replace(student="\udcff"))


def test_of_times_the_order_counts_and_another_download_has_the_same():
    def marked(first, second):
        files = FILE._replace(modified=first), FILE._replace(path="b.ipynb", modified=second)
        return digest_of(SUBMISSION._replace(files=files))

    assert marked(1.0, 2.0) == marked(50.0, 60.0)
    assert len({marked(1.0, 2.0), marked(2.0, 1.0), marked(1.0, 1.0)}) == 3


def test_it_is_as_old_as_its_newest_file():
    assert SUBMISSION._replace(files=(FILE, FILE._replace(modified=3.0))).modified == 3.0
    assert Submission("ann", ()).modified == 0.0
