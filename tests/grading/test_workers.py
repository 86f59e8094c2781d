"""Two workers: whatever a function does with the hidden inputs, the public run can't find them."""

import hashlib
import json
from typing import ClassVar

import numpy as np
import pytest
from support.handed_in import filled, submission
from support.standin import InProcess

from gmm_helpers.exercises import EXERCISES
from gmm_helpers.grading.grader import Grader
from gmm_helpers.grading.jail import Program
from gmm_helpers.grading.judging.exercises import draw_cases
from gmm_helpers.grading.workers import jailed

pytestmark = pytest.mark.slow

STEM, NAME = "02_e_step", "e_step"
# Leaves what it is given wherever it can, looks for what an earlier run has left and for whatever
# lies in memory, and tells how often it met inputs of either run, which it knows by digests.
TELLTALE = """
def e_step(X, weights, means, covariances):
    import builtins, gc, hashlib, os, socket, sys
    import numpy as np
    import gmm_helpers
    digests = dict({digests})
    found = dict(hidden=0, public=0, left=0)

    def look_at(number):
        kind = digests.get(hashlib.sha256(repr(float(number)).encode()).hexdigest()[:16])
        if kind:
            found[kind] += 1

    def look_at_text(text):
        for word in text.split():
            try:
                look_at(word)
                found["left"] += 1
            except ValueError:
                pass

    mine = repr(float(X.flat[0]))
    homes = (builtins, sys, np, gmm_helpers, os.environ.__class__)
    places = [os.path.join(d, "left") for d in ("/tmp", "/dev/shm", "/var/tmp", "/run", ".", "/")]
    for home in homes:
        look_at_text(getattr(home, "left", ""))
    for path in places:
        try:
            look_at_text(open(path).read())
        except OSError:
            pass
    look_at_text(os.environ.get("LEFT", ""))
    try:
        with socket.socket(socket.AF_UNIX) as client:
            client.settimeout(0.2)
            client.connect(chr(0) + "left")
            look_at_text(client.recv(1000).decode())
    except OSError:
        pass
    def walk(thing):
        for part in list(thing.values() if isinstance(thing, dict) else thing):
            if isinstance(part, np.ndarray) and part.size and part is not X:
                look_at(part.flat[0])
            elif isinstance(part, containers) and not gc.is_tracked(part):
                walk(part)  # others are among the objects themselves

    containers = (dict, list, tuple, set)
    gc.unfreeze()
    walked = os.environ.get("WALKED", "")  # takes long: by the first two calls of a run
    os.environ["WALKED"] = walked + "x"
    for thing in gc.get_objects() if len(walked) < 2 else ():
        try:
            if isinstance(thing, containers):
                walk(thing)
        except Exception:
            pass

    for home in homes:
        try:
            home.left = mine
        except Exception:
            pass
    for path in places:
        try:
            open(path, "w").write(mine)
        except OSError:
            pass
    os.environ["LEFT"] = mine
    try:
        server = socket.socket(socket.AF_UNIX)
        server.bind(chr(0) + "left")
        server.listen()
        if os.fork() == 0:
            os.setsid()
            if os.fork() == 0:
                while True:
                    client, _ = server.accept()
                    client.send(mine.encode())
                    client.close()
            os._exit(0)
    except OSError:
        pass
    raise ValueError(f"hidden {{found['hidden']}}, public {{found['public']}}, "
                     f"left {{found['left']}}, given {{mine}}.")
"""


def first_numbers(cases):
    numbers = {repr(float(case.arguments[0].flat[0])) for case in cases}
    return {number for number in numbers if len(number) > 10}  # others occur elsewhere, too


@pytest.fixture(scope="module")
def numbers(settings):
    """The first numbers of the samples of all cases, hidden and public."""
    hidden = first_numbers(draw_cases(NAME, settings.seed))
    public = first_numbers(draw_cases(NAME, settings.public_seed, public=True))
    return hidden - public, public - hidden


def digests_of(numbers):
    kinds = zip(("hidden", "public"), numbers, strict=True)
    return {
        hashlib.sha256(number.encode()).hexdigest()[:16]: kind
        for kind, of_kind in kinds
        for number in of_kind
    }


def rows_of(result):
    return {row["exercise"]: row for row in result["rows"]}


def test_what_a_function_leaves_in_the_hidden_run_is_not_there_in_the_public_one(settings, numbers):
    source = TELLTALE.format(digests=digests_of(numbers))
    hidden, public = numbers
    with Grader(settings) as grader:
        if grader._workers._hidden.isolation != "bubblewrap":
            pytest.skip("without a jail a program can leave files")
        for _ in range(2):  # the second time both workers have had it before
            result = grader.grade(submission(filled(STEM, e_step=source)))
            row = rows_of(result)[NAME]
            assert row["status"] == "unfinished"  # it can only raise
            assert "ValueError: hidden 0, public " in row["message"]
            assert ", left 0, " in row["message"]
            assert "public 0," not in row["message"]  # where there is something, it is found
            assert any(number in row["message"] for number in public)
            assert not any(number in json.dumps(result) for number in hidden)


def test_the_search_finds_what_is_there(settings, numbers):
    """A worker that has hidden cases in its memory, and what an earlier call has left."""
    source = TELLTALE.format(digests=digests_of(numbers))
    with jailed({NAME: draw_cases(NAME, settings.seed)}, settings) as runner:
        run = runner.run([Program((source,), (NAME,))]).exercises[0]
    first, second = (outcome.exception.message for outcome in run.outcomes[:2])
    assert not first.startswith("hidden 0, ")
    assert "left 0, " in first
    assert int(second.split("left ")[1].split(",")[0]) >= 6


class Counting(InProcess):
    """Notes what it is asked to run, and on which cases."""

    made: ClassVar[list] = []

    def __init__(self, cases):
        super().__init__(cases)
        self.asked = []
        self.made.append(self)

    def run(self, programs):
        self.asked += [name for program in programs for name in program.exercises]
        return super().run(programs)


def test_only_what_is_wrong_is_run_again_on_the_cases_of_a_check(settings, monkeypatch):
    monkeypatch.setattr(Counting, "made", [])
    with Grader(settings, lambda cases, settings: Counting(cases)) as grader:
        grader.grade(submission(filled(STEM)))  # nothing is attempted
        assert len(Counting.made) == 1
        rows = rows_of(grader.grade(submission(filled(STEM, e_step="def e_step(X, *a): return X"))))
        assert len(Counting.made) == 2
        grader.grade(submission(filled(STEM, e_step="def e_step(X, *a): return 2 * X")))
        hidden, public = Counting.made
    assert public.asked == [NAME, NAME]
    assert hidden.asked.count(NAME) >= 2
    drawn = EXERCISES[NAME].cases(np.random.default_rng(settings.public_seed))
    assert first_numbers(public.cases[NAME]) == first_numbers(drawn)
    assert f"check(e_step, seed={settings.public_seed}).case" in rows[NAME]["message"]
