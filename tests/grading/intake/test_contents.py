"""Notebooks under whatever name, and in whatever encoding, are read; the rest is named."""

import codecs
import gzip
import io
import json
import zipfile

import pytest
from support.handed_in import as_bytes, filled

from gmm_helpers.grading.intake.contents import expand, is_web_page, seems_notebook
from gmm_helpers.grading.intake.listing import Entry
from gmm_helpers.grading.intake.student_folder import StudentFolder, load
from gmm_helpers.grading.notices import NoticeKind, UnreadableError
from gmm_helpers.grading.parsing.candidates import read_notebooks
from gmm_helpers.grading.parsing.notebook import read_cells

CONTENT = as_bytes(filled("02_e_step"))
CELLS = read_cells(CONTENT)


def loaded(name, content):
    entry = Entry(("ann", *name.split("/")), 1.0, lambda limit: content[:limit], size=len(content))
    return load(StudentFolder("ann", (entry,)))


def zip_of(content, name="02.ipynb"):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(name, content)
    return file.getvalue()


@pytest.mark.parametrize(
    "name",
    [
        "02.ipynb",
        "02.IPYNB",
        "02.ipynb.txt",
        "02.ipynb.json",
        "02.json",
        "02.txt",
        "02.TXT",
        "02.download",
        "02.ipynb.download",
        "02.ipynb?download=1",
        "02.ipynb (1)",
        "02",
        "02.ipynb.crdownload",
        "02.pdf",
        "02.zip",
        ".ipynb_checkpoints/02-checkpoint.ipynb",
    ],
)
def test_a_notebook_is_read_whatever_it_is_called(name):
    (file,) = loaded(name, CONTENT).files
    assert read_cells(file.content) == CELLS
    assert file.path == name


@pytest.mark.parametrize("name", ["02.ipynb", "02.ipynb.gz", "02.ipynb.txt", "02"])
@pytest.mark.parametrize(
    "packed",
    [
        lambda content: codecs.BOM_UTF8 + content,
        lambda content: content.decode().encode("utf-16"),
        lambda content: content.decode().encode("utf-16-le"),
        lambda content: json.dumps(json.loads(content), indent=1).replace("\n", "\r\n").encode(),
        gzip.compress,
    ],
    ids=["BOM", "UTF-16", "UTF-16 without BOM", "CRLF", "gzip"],
)
def test_a_notebook_is_read_however_it_was_saved(packed, name):
    (file,) = loaded(name, packed(CONTENT)).files
    assert read_cells(file.content) == CELLS


@pytest.mark.parametrize("name", ["02.ipynb", "02.ipynb.zip", "02.zip", "02.ipynb.txt"])
def test_a_zipped_notebook_is_read(name):
    (file,) = loaded(name, zip_of(CONTENT)).files
    assert file.content == CONTENT


def test_a_zip_that_holds_itself_ends():
    content = CONTENT
    for _ in range(3):
        content = zip_of(content, "x.ipynb")
    (file,) = loaded("02.ipynb", content).files
    assert (file.content, file.problem) == (b"", NoticeKind.NESTED_ARCHIVE())


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", NoticeKind.EMPTY),
        (b"\n <!DOCTYPE html><html>", NoticeKind.WEB_PAGE),
        (codecs.BOM_UTF8 + b"<html lang='en'>", NoticeKind.WEB_PAGE),
        (b"%PDF-1.4", NoticeKind.INVALID_JSON),
        (b"bplist00\xff\xfe\x80", NoticeKind.NOT_TEXT),
        (CONTENT[:5000], NoticeKind.INVALID_JSON),
    ],
)
@pytest.mark.parametrize("name", ["02.ipynb", "02.ipynb.txt", "02.ipynb?download=1"])
def test_what_should_be_a_notebook_and_is_none_is_unreadable(name, content, kind, release):
    _, (report,) = read_notebooks(loaded(name, content), release, release)
    assert (report.status, report.problem.kind) == ("unreadable", kind)


@pytest.mark.parametrize("name", ["data.json", "notes.txt", "utils.py", "x.csv", "x.pdf", "x"])
@pytest.mark.parametrize("content", [b'{"a": 1}', b"[1]", b"", b"%PDF", b"import numpy"])
def test_other_files_are_not_taken_for_notebooks(name, content):
    found = loaded(name, content)
    assert (found.files, found.other_files) == ((), (name,))


def test_a_checkpoint_counts_only_where_its_original_is_gone():
    def entry(*parts):
        return Entry(("ann", *parts), 1.0, lambda limit: CONTENT[:limit], size=len(CONTENT))

    copy = entry("a", ".ipynb_checkpoints", "02-checkpoint.ipynb")
    both = load(StudentFolder("ann", (copy, entry("a", "02.ipynb"))))
    assert [file.path for file in both.files] == ["a/02.ipynb"]
    moved = load(StudentFolder("ann", (copy, entry("02.ipynb"))))
    assert len(moved.files) == 2


def test_what_is_unpacked_is_limited():
    bomb = gzip.compress(b"{" + b" " * 10**7)
    with pytest.raises(UnreadableError):
        expand(bomb, 10**6)
    with pytest.raises(UnreadableError):
        expand(bomb[:100], 10**6)
    assert len(expand(bomb, 10**8)) == 10**7 + 1


def test_the_first_bytes_tell():
    assert seems_notebook(CONTENT[:500])
    assert not seems_notebook(b"\x1f\x8b broken")
    assert is_web_page(b"<html>")
    assert not is_web_page(CONTENT)
