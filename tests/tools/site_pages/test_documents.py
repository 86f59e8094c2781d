import importlib

import pytest
from support import notebook_tools  # which puts tools/ on the path

assert notebook_tools.ROOT
documents = importlib.import_module("site_pages.documents")
PAGES = {"docs/jail.md": "jail.md", "benchmarks/em.png": "pictures/em.png"}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[a](jail.md)", "[a](jail.md)"),
        ("[a](jail.md#walls)", "[a](jail.md#walls)"),
        ("[a](#here)", "[a](#here)"),
        ("[a](https://example.org/x.md)", "[a](https://example.org/x.md)"),
        ("![two\nlines](../benchmarks/em.png)", "![two\nlines](pictures/em.png)"),
        ("[`code`](../tools/pin.py) and more", "`code` and more"),
    ],
)
def test_links_lead_to_pages_or_nowhere(text, shown):
    assert documents.as_page(text, "docs", PAGES) == shown


def test_with_an_address_other_files_are_in_the_repository():
    shown = documents.as_page("[a](../tools/pin.py)", "docs", PAGES, "https://github.com/me/it")
    assert shown == "[a](https://github.com/me/it/blob/main/tools/pin.py)"


def test_a_section_is_cut_out():
    text = "# T\n\n## One\n\nA.\n\n### Inner\n\nB.\n\n## Two\n\nC.\n"
    assert documents.section_of(text, "One") == "A.\n\n### Inner\n\nB.\n"
    assert documents.section_of(text, "Two") == "C.\n"
    with pytest.raises(ValueError, match="no heading 'Three'"):
        documents.section_of(text, "Three")
