"""The teaching guide names sections and times that the chapters have."""

import re

import pytest
from support.notebook_tools import ROOT

GUIDE = (ROOT / "docs" / "teaching.md").read_text(encoding="utf-8")
SOURCES = sorted((ROOT / "notebooks" / "source").glob("0*.py"))
SECTIONS = re.split(r"^## ", GUIDE, flags=re.MULTILINE)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_a_chapter_has_its_section_and_its_time(path):
    source = path.read_text(encoding="utf-8")
    number = int(path.stem[:2])
    (section,) = (part for part in SECTIONS if part.startswith(f"{number}. "))
    for what in ("**They can then**", "**Predict.**", "**Ask.**", "**Expect.**", "**Show.**"):
        assert what in section
    minutes = re.search(r"About (\d+)\s+(?:# )?minutes", source).group(1)
    row = next(line for line in GUIDE.splitlines() if line.startswith(f"| {number} | "))
    assert row.split("|")[3].strip() == minutes


def test_every_section_that_is_named_is_there():
    headings = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES)
    there = set(re.findall(r"^# ## (\d\.\d+) ", headings, flags=re.MULTILINE))
    named = set(re.findall(r"(?<![\d.])(\d\.\d{1,2})(?![\d.]*\d| nats)", GUIDE))
    assert len(named) > 15
    assert named <= there
