"""No wrong implementation of the bank is accepted, and its mistake is named.

The bank is independent of the known mistakes that the diagnosis compares with.
"""

import pytest
from support.implementations import NAMED, WRONG
from support.judged import EACH_EXERCISE, EACH_WRONG, NAMES, is_rejected, key_of, verdict_on

from gmm_helpers.exercises import EXERCISES, judge

pytestmark = pytest.mark.slow

# Draws on which each must be rejected; on the first ones it must be named as well.
# (benchmarks/diagnosis.py tries 200.)
N_DRAWS = dict.fromkeys(NAMES, 4) | {"sample_gmm": 2, "fit_em": 2}
N_NAMED = dict.fromkeys(NAMES, 1)


@EACH_WRONG
def test_a_wrong_implementation_is_rejected_on_every_draw(name, function):
    accepted = [seed for seed in range(N_DRAWS[name]) if not is_rejected(function, name, seed)]
    accepted = [seed for seed in accepted if verdict_on(function, name, seed).status == "correct"]
    assert accepted == [], "accepted on the draws with these seeds"


@EACH_WRONG
def test_its_mistake_is_named(name, function):
    right_names = set(NAMED[name][function.__name__])
    if not right_names:  # it combines several mistakes
        return
    for seed in range(N_NAMED[name]):
        named = {diagnosis.name for diagnosis in verdict_on(function, name, seed).diagnoses}
        assert named & right_names, f"expected one of {right_names}"


@EACH_EXERCISE
def test_the_bank_holds_many_mistakes_and_says_which(name):
    assert len(WRONG[name]) >= 9
    assert sum(bool(named) for named in NAMED[name].values()) >= 0.8 * len(WRONG[name])


EACH_WAY = pytest.mark.parametrize(
    ("name", "mistake"),
    [
        pytest.param(name, mistake, id=f"{name}-{mistake.name}")
        for name in NAMES
        for mistake in EXERCISES[name].mistakes
    ],
)


# What is true of one of the ways, and is asked first.
TRUE_TOO = {
    ("update_weights", "summed over everything"): "same result whatever the arguments",
}


@EACH_WAY
def test_every_way_of_every_known_mistake_is_rejected_and_named(name, mistake):
    """Naming takes longer: of all ways, the first and the last are named."""
    names = {mistake.name, TRUE_TOO.get((name, mistake.name), mistake.name)}
    ways = mistake.functions
    key = key_of(name, 0)
    for function in ways:
        assert any(key.is_wrong(function, i) for i in range(len(key.cases)))
        if function not in (ways[0], ways[-1]):
            continue
        verdict = judge(key, [key.outcome_of(function, i) for i in range(len(key.cases))])
        assert verdict.status != "correct"
        assert names & {diagnosis.name for diagnosis in verdict.diagnoses}
        assert all(len(diagnosis.message) <= 350 for diagnosis in verdict.diagnoses)


@pytest.mark.parametrize(("name", "mistake"), TRUE_TOO)
def test_each_exception_is_one(name, mistake):
    (known,) = [each for each in EXERCISES[name].mistakes if each.name == mistake]
    first = [verdict_on(way, name, seed=0).diagnoses[0].name for way in known.functions]
    assert TRUE_TOO[name, mistake] in first


@EACH_EXERCISE
def test_what_is_wrong_is_said_in_words_and_numbers_a_student_can_use(name):
    """One line, not the dump of an array: it stands beside the name of the case."""
    for function in list(WRONG[name].values())[::4]:
        for failure in verdict_on(function, name, seed=0).failures:
            assert "\n" not in failure.problem
            assert "array(" not in failure.problem
            assert len(failure.problem) < 500
