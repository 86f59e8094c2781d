"""The arrow between the rooms of explorer/javascript, as in test_imports.py, and their size."""

import graphlib
from collections import Counter

import pytest
from support.javascript import EXPLORER, imported

# Each imports from those to its left only. Widgets of all rooms share what lies in `SHARED`.
ROOMS = (
    "numerics",
    "random",
    "em",
    "basins",
    "tables",
    "runs",
    "summary",
    "sharing",
    "drawing",
    "handles",
    "charts",
    "pictures",
    "controls",
    "panels",
    "motion",
    "compare",
    "stories",
    "app",
)
SHARED = [EXPLORER.parents[1] / room / "static" for room in ("drawing", "questions")]
MAX_FILES = 15
MODULES = sorted(EXPLORER.rglob("*.js"))


def name_of(path):
    return path.relative_to(EXPLORER).as_posix()


def test_the_reader_of_imports_sees_every_form(tmp_path):
    (tmp_path / "a.js").write_text(
        'import {\n  a,\n  b,\n} from "./b.js";\nimport "../c.js";\nimport d from "./d.js?text";\n'
        'export { e } from "./e.js";\nexport const f = "./f.js";\n'
    )
    names = [tmp_path / "b.js", tmp_path.parent / "c.js", tmp_path / "d.js", tmp_path / "e.js"]
    assert imported(tmp_path / "a.js") == [path.resolve() for path in names]


def test_there_are_these_rooms_and_none_is_crowded():
    counts = Counter(path.parent.relative_to(EXPLORER).as_posix() for path in MODULES)
    assert set(counts) <= set(ROOMS)
    assert max(counts.values()) <= MAX_FILES


def test_types_are_checked():
    assert not [name_of(path) for path in MODULES if "@ts-nocheck" in path.read_text()]


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_imports_leftwards_only(path):
    at = ROOMS.index(path.parent.name)
    for other in imported(path):
        assert other.is_file(), other
        if other.parent not in SHARED:
            assert ROOMS.index(other.parent.name) <= at, f"imports from {other.parent.name}"


def test_there_are_no_circles():
    graph = {path: set(imported(path)) for path in MODULES}
    list(graphlib.TopologicalSorter(graph).static_order())
