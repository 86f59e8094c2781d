"""Make the text of the explorer's page from that of its notebook.

Run as ``python tools/page_text.py``. With ``--check`` it writes nothing, and exits with 1 if the
file is not what its source gives. Sections with code are for the notebook alone, as is the title:
a page has its own.
"""

import re
import sys
from pathlib import Path

import jupytext
import mistune

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "notebooks" / "source" / "explorer.py"
TARGET = ROOT / "gmm_helpers" / "explorer" / "static" / "page_text.html"
NOTE = (
    "<!-- Made from notebooks/source/explorer.py by tools/page_text.py: never edit this file. -->"
)
CODE = "    "  # how a line of code begins in Markdown


def sections(source: Path) -> list[str]:
    """Return the notebook as Markdown, cut at its headings; code is indented."""
    parts = []
    for cell in jupytext.read(source).cells:
        lines = cell.source.splitlines()
        if cell.cell_type == "code":
            lines = [CODE + line for line in lines]
        parts.append("\n".join(lines))
    return re.split(r"(?m)^(?=#+ )", "\n\n".join(parts))


def page_text(source: Path = SOURCE) -> str:
    """Return the text as HTML."""
    first, *others = [text for text in sections(source) if text.strip()]
    # The explorer itself is the one cell of the first section.
    lines = [line for line in first.splitlines() if not line.startswith((CODE, "# "))]
    kept = [text for text in others if not re.search(rf"(?m)^{CODE}\S", text)]
    html = mistune.create_markdown(escape=True)("\n".join(["\n".join(lines), *kept]))
    return f"{NOTE}\n{html}"


def main(arguments: list[str]) -> int:
    """Write the file, or with ``--check`` compare it."""
    text = page_text()
    if arguments != ["--check"]:
        TARGET.write_text(text, encoding="utf-8", newline="\n")
    elif not TARGET.exists() or TARGET.read_text(encoding="utf-8") != text:
        print(f"{TARGET.relative_to(ROOT)} is not what {SOURCE.name} gives: run tools/page_text.py")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
