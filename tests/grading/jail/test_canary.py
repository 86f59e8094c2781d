"""What is known outside is found by nothing that student code can read."""

import secrets
from dataclasses import replace
from pathlib import Path

import pytest
from support.submitted import SHORT, is_unharmed

from gmm_helpers.exercises.statuses import RunStatus
from gmm_helpers.grading.jail import JailError, Program, Runner

pytestmark = [pytest.mark.slow, pytest.mark.walls]

ROOT = Path(__file__).parents[3]
# Walks whatever can be read and counts the places where the canary is; what it was able to look
# at is told, too, so that the test would notice a search that finds nothing anywhere.
SEARCH = """
import gc, os, sys
canary = bytes.fromhex("{halves[0]}") + bytes.fromhex("{halves[1]}")
found, looked = [], 0

def look_at(place, data):
    global looked
    looked += 1
    if canary in data:
        found.append(place)

look_at("environment", repr(os.environ).encode())
look_at("arguments", repr(sys.argv + sys.orig_argv).encode())
public = ("/usr/lib", "/usr/lib64", "/lib", "/lib64", os.path.dirname(os.__file__))
for folder, folders, names in os.walk("/"):
    if folder in public or folder.endswith("/site-packages"):
        folders.clear()  # tens of thousands of files of packages
    for name in names:
        path = os.path.join(folder, name)
        try:
            if os.path.isfile(path):
                look_at(path, path.encode() + open(path, "rb").read(10_000_000))
        except OSError:
            pass
for number in range(3, 256):
    try:
        os.set_blocking(number, False)
        look_at(f"descriptor {{number}}", os.read(number, 10_000_000))
    except OSError:
        pass
gc.unfreeze()
for thing in gc.get_objects():
    if isinstance(thing, (dict, list, tuple, set)) and thing is not globals():
        try:
            for text in list(thing.values() if isinstance(thing, dict) else thing):
                if isinstance(text, (str, bytes)) and text is not canary:
                    look_at("objects", text if isinstance(text, bytes) else text.encode())
        except Exception:
            pass

def update_weights(responsibilities):
    raise RuntimeError(f"{{len(found)}} {{looked}} {{found[:5]}}")
"""


def counted(outcome):
    """In how many places the canary was found, of how many that were searched."""
    return tuple(map(int, outcome.exception.message.split()[:2]))


@pytest.fixture
def canary():
    return secrets.token_hex(16)


@pytest.fixture
def searcher(canary):
    """A cell that knows the canary only in two halves."""
    halves = canary[:16].encode().hex(), canary[16:].encode().hex()
    return Program((SEARCH.format(halves=halves),), ("update_weights",))


def patient(cases):
    """A runner that has time for a search."""
    try:
        return Runner(cases, replace(SHORT, cell_seconds=60.0), isolation="bubblewrap")
    except JailError as error:
        pytest.skip(str(error))


def test_nothing_of_the_grader_is_to_be_found(cases, canary, searcher, monkeypatch, tmp_path):
    monkeypatch.setenv("GMM_CANARY", canary)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "gradebook.db").write_text(canary)
    named = {
        name: [case._replace(name=f"{case.name} {canary}", topic=canary) for case in of_one]
        for name, of_one in cases.items()
    }
    with patient(named) as runner:
        other = Program((f"secret = '{canary}'\nopen('left', 'w').write(secret)",), ())
        assert runner.run([other]).notes == ()
        run = runner.run([Program(other.cells, ("update_weights",)), searcher])
        assert run.exercises[0].status is RunStatus.UNDEFINED
        n_places, n_searched = counted(run.exercises[1].outcomes[0])
        assert n_places == 0
        assert n_searched > 5_000
        assert is_unharmed(runner, cases)


def test_the_search_finds_what_is_there(cases, canary, searcher):
    """The canary lies where a student could see it: then the search says so."""
    leak = f"kept = ['{canary}']\nopen('here', 'w').write('{canary}')\n" + searcher.cells[0]
    with patient(cases) as runner:
        run = runner.run([Program((leak,), ("update_weights",))])
    assert counted(run.exercises[0].outcomes[0])[0] > 0


@pytest.mark.parametrize("path", ["/etc/passwd", "/proc", "/sys", "/dev/shm", str(ROOT / "tests")])
def test_the_rest_of_the_machine_is_not_there(jailed, path):
    cell = f"import os\ndef update_weights(responsibilities):\n    os.stat({path!r})"
    outcome = jailed.run([Program((cell,), ("update_weights",))]).exercises[0].outcomes[0]
    assert outcome.exception.type == "FileNotFoundError"
