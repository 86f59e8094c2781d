"""What is read of one student: notebooks in order, names of the rest, within limits."""

import pytest
from support.handed_in import as_bytes, filled

from gmm_helpers.grading.intake import student_folder
from gmm_helpers.grading.intake.listing import Entry
from gmm_helpers.grading.intake.student_folder import StudentFolder, chapters_in_files, load
from gmm_helpers.grading.notices import NoticeKind

NOTEBOOK = b'{"cells": []}'


def entry(*parts, content=NOTEBOOK, size=None, **fields):
    size = len(content) if size is None else size
    return Entry(("ann", *parts), 1.0, lambda limit: content[:limit], size=size, **fields)


def loaded(*entries, nbgrader=False):
    return load(StudentFolder("ann", entries, nbgrader))


def raising(error):
    def read(_limit):
        raise error

    return Entry(("ann", "a.ipynb"), 1.0, read)


def test_notebooks_are_read_and_other_files_named():
    others = [entry("b", "data.csv", content=b"1,2"), entry("c.pdf", content=b"%PDF-1.4")]
    found = loaded(entry("a.ipynb"), *others, entry("timestamp.txt"))
    assert [(file.path, file.content, file.problem) for file in found.files] == [
        ("a.ipynb", NOTEBOOK, None)
    ]
    assert found.other_files == ("b/data.csv", "c.pdf")


def test_files_of_answers_are_read_as_well_as_named():
    lines = b'{"kind": "question"}'
    found = loaded(entry("a.ipynb"), entry("b", "gmm_progress.jsonl", content=lines))
    assert [(each.path, each.content) for each in found.progress] == [
        ("b/gmm_progress.jsonl", lines)
    ]
    assert found.other_files == ("b/gmm_progress.jsonl",)
    assert (len(found.files), found.notes) == (1, ())


@pytest.mark.parametrize("claims", [1, None])
def test_files_of_answers_are_not_read_without_end(claims, monkeypatch):
    monkeypatch.setattr(student_folder, "MAX_PROGRESS", 100)
    monkeypatch.setattr(student_folder, "MAX_PROGRESS_FILES", 2)
    name, lines = "gmm_progress.jsonl", b'{"kind": "question"}'
    long = entry("a", name, content=b"x" * 101, size=claims)
    more = [entry(folder, name, content=lines) for folder in "bc"]
    found = loaded(long, *more, entry("d.ipynb"))
    assert [each.content for each in found.progress] == [b"", lines]
    assert [note.fields["files"] for note in found.notes] == [[f"a/{name}"], [f"c/{name}"]]


def test_a_file_of_answers_that_cannot_be_read_is_told_and_stops_nobody():
    link = entry("gmm_progress.jsonl")._replace(problem=NoticeKind.LINK())
    found = loaded(link, entry("d.ipynb"))
    assert (found.progress, len(found.files)) == ((), 1)
    assert found.notes == (NoticeKind.UNREAD_FILES(files=["gmm_progress.jsonl"]),)


@pytest.mark.parametrize(
    "content",
    [
        b"https://colab.research.google.com/drive/1x\n",
        b"\xef\xbb\xbfhttps://github.com/x/y/blob/main/02_e_step.ipynb",
        b"[my notebook](https://x.org/a.ipynb)",
        b"Link: <http://x.org/a>",
    ],
)
@pytest.mark.parametrize("name", ["https.txt", "notebook.md", "link"])
def test_a_file_with_only_a_link_stands_for_what_was_not_handed_in(name, content):
    (_, file) = loaded(entry("a.ipynb"), entry(name, content=content)).files
    assert (file.path, file.content, file.problem) == (name, b"", NoticeKind.PLACEHOLDER())


@pytest.mark.parametrize("content", [b"", b"See https://x.org for the data.", b"https://"])
def test_a_text_that_mentions_a_link_is_a_text(content):
    found = loaded(entry("a.ipynb"), entry("notes.txt", content=content))
    assert found.other_files == ("notes.txt",)


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (PermissionError(), NoticeKind.UNREADABLE),
        (EOFError(), NoticeKind.UNREADABLE),
        (RuntimeError("password"), NoticeKind.UNREADABLE),
        (ValueError(), NoticeKind.NOT_UNPACKED),
    ],
)
def test_a_file_that_can_not_be_read_has_a_problem(error, kind):
    (file,) = loaded(raising(error)).files
    assert (file.content, file.problem) == (b"", kind(error=type(error).__name__))


def test_no_file_is_believed_about_its_size(monkeypatch):
    monkeypatch.setattr(student_folder, "MAX_BYTES", 100)
    small_but_long = entry("a.ipynb", content=b"x" * 101, size=1)
    claims_much = entry("b.ipynb", size=101)
    exact = entry("c.ipynb", content=b"x" * 100)
    kinds = [f.problem and f.problem.kind for f in loaded(small_but_long, claims_much, exact).files]
    assert kinds == [NoticeKind.TOO_LARGE, NoticeKind.TOO_LARGE, None]


def test_what_has_a_problem_is_not_opened():
    unread = Entry(("ann", "a.ipynb"), 0.0, lambda _: pytest.fail("opened"), NoticeKind.LINK())
    assert loaded(unread).files[0].problem == NoticeKind.LINK()


def test_there_is_an_assignment_if_nbgrader_collected_one():
    one = entry("em", "a.ipynb"), entry("em", "b.ipynb")
    assert loaded(*one, nbgrader=True).assignment == "em"
    assert loaded(*one).assignment == ""
    assert loaded(*one, entry("other", "c.ipynb"), nbgrader=True).assignment == ""


def test_the_caller_keeps_the_entries():
    entries = [entry("b.ipynb"), entry("a.ipynb")]
    before = list(entries)
    load(StudentFolder("ann", tuple(entries)))
    assert entries == before


def test_chapters_are_told_by_what_files_hold(release):
    files = [
        entry("x.ipynb", content=as_bytes(filled("02_e_step"))),
        entry("y.ipynb", content=as_bytes(filled("03_m_step"))),
        entry("z.ipynb", content=b"{"),
        entry("02_e_step.pdf"),
    ]
    assert chapters_in_files(files, release) == {"02_e_step", "03_m_step"}
    assert chapters_in_files(files[2:], release) == set()
