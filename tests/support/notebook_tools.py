"""Tools that build notebooks, small sources for them, and a reader of what nobody may see."""

import importlib
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = ROOT / "notebooks"
SOURCES = sorted((NOTEBOOKS / "source").glob("*.py"))
CHAPTERS = [source for source in SOURCES if source.stem[:2].isdigit()]  # explorer is a demo

sys.path.insert(0, str(ROOT / "tools"))
transform = importlib.import_module("transform")
build_notebooks = importlib.import_module("build_notebooks")

POINTS = {"one": 1, "two": 2}
BEGIN, END = transform.BEGIN, transform.END

EXERCISE = f'''\
# %% exercise="one"
def one(x):
    """Return 1."""
    {BEGIN}
    return 1  # SECRET
    {END}


# %% check="one"
check(one)
'''
QUESTION = """\
# %% [markdown] question="why" points=3
# Because SECRET.
"""


def cells_of(stem):
    """The code cells of a source."""
    cells = transform.read_source(NOTEBOOKS / "source" / f"{stem}.py", build_notebooks.POINTS).cells
    return [cell for cell in cells if cell.cell_type == "code"]


def written(folder, text, name="00_topic"):
    """Write a source into a folder of notebooks and return its path."""
    path = folder / "source" / f"{name}.py"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def read(folder, text):
    return transform.read_source(written(folder, text), POINTS)


def handed_out(folder, text):
    """All that a student gets to read."""
    student = transform.student_copy(read(folder, text))
    return "\n".join(cell.source for cell in student.cells)


def secret_lines(text):
    """Lines of regions and of answers, by a reader of sources that knows nothing of transform."""
    inside_region = inside_answer = False
    for line in text.splitlines():
        if line.startswith("# %%"):
            inside_answer = "question=" in line
        elif line.strip() in (BEGIN, END):
            inside_region = line.strip() == BEGIN
        elif inside_region or inside_answer:
            yield line.removeprefix("#").strip() if inside_answer else line.strip()


def public_lines(text):
    """Lines outside of regions and answers. Some stand in a solution, too, and are no secret."""
    lines, secrets = text.splitlines(), list(secret_lines(text))
    stripped = [line.removeprefix("#").strip() for line in lines]
    return {line for line in stripped if stripped.count(line) > secrets.count(line)}
