"""More cases right never earns less, luck earns nothing, and far samples count where they teach."""

from functools import cache
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.judged import EACH_EXERCISE, NAMES, key_of, outcomes_of, verdict_on

import gmm_helpers as gmm
from gmm_helpers.exercises import EXERCISES, CallStatus, Outcome, judge
from gmm_helpers.exercises.cases.integers import INTEGERS
from gmm_helpers.exercises.judging.points import CHANCE, earned_share, worths
from gmm_helpers.exercises.running.exceptions import RaisedException

README = Path(__file__).resolve().parents[3] / "README.md"
WRONG = Outcome(status=CallStatus.RAISED, exception=RaisedException("ValueError", ""))
UNDERFLOW = {
    "gaussian_log_density",
    "mixture_log_density",
    "negative_log_likelihood",
    "weighted_log_prob",
    "e_step",
    "expected_log_joint",
}
TOPICS_WITH_SHARES = UNDERFLOW | {"entropy"}


# For each exercise, and each example judges twice.
FEW = settings(max_examples=min(25, settings().max_examples))


@cache
def right_outcomes(name):
    key = key_of(name, 0)
    return outcomes_of(key, EXERCISES[name].reference)


def judged(name, right):
    """The verdict on a function that is right in the cases of these numbers and no others."""
    outcomes = [outcome if i in right else WRONG for i, outcome in enumerate(right_outcomes(name))]
    return judge(key_of(name, 0), outcomes)


def topics(name):
    return [case.topic for case in key_of(name, 0).cases]


@EACH_EXERCISE
@given(data=st.data())
@FEW
def test_one_more_right_case_never_earns_less(name, data):
    numbers = st.sets(st.sampled_from(range(len(topics(name)))))
    right, more = data.draw(numbers), data.draw(numbers)
    fewer, all_of_them = judged(name, right), judged(name, right | more)
    assert fewer.score <= all_of_them.score <= EXERCISES[name].points
    assert len(fewer.failures) >= len(all_of_them.failures)


@pytest.mark.parametrize("name", [name for name in NAMES if name not in TOPICS_WITH_SHARES])
@given(data=st.data())
@FEW
def test_which_cases_are_right_does_not_matter_elsewhere_only_how_many(name, data):
    counted = [i for i, topic in enumerate(topics(name)) if topic != INTEGERS]
    right, other = (set(data.draw(st.permutations(counted))[: data.draw(n)]) for n in [SIZES] * 2)
    if len(right) <= len(other):
        assert judged(name, right).score <= judged(name, other).score


SIZES = st.integers(0, 25)


@EACH_EXERCISE
def test_points_begin_at_a_quarter_and_end_with_all(name):
    n = len(topics(name))
    verdicts = [judged(name, set(range(n_right))) for n_right in range(n + 1)]
    assert verdicts[0].score == 0
    assert (verdicts[n].score, verdicts[n].status) == (EXERCISES[name].points, "correct")
    assert all(v.n_cases - len(v.failures) >= CHANCE * v.n_cases for v in verdicts if v.score)
    assert all((v.status == "incorrect") == (v.score == 0) for v in verdicts)


@EACH_EXERCISE
def test_what_a_function_does_with_integers_earns_and_costs_nothing(name):
    integers = {i for i, topic in enumerate(topics(name)) if topic == INTEGERS}
    others = set(range(len(topics(name)))) - integers
    verdict = judged(name, others)
    assert (verdict.score, verdict.status) == (EXERCISES[name].points, "correct")
    assert verdict.failures == verdict.diagnoses == ()
    assert [remark.name for remark in verdict.remarks] == ["fails for integers"] * len(integers)
    # It is no remark on integers if the same numbers as floats fail, too.
    assert judged(name, others - {i - 1 for i in integers}).remarks == ()


def filled(value):
    def alike(part):
        return np.full_like(np.asarray(part, dtype=float), value)

    return alike


def uniform(part):
    part = np.asarray(part, dtype=float)
    return np.full_like(part, 1 / part.shape[-1] if part.ndim else 0.5)


def identity(part):
    part = np.asarray(part, dtype=float)
    return part * 0 + (np.eye(part.shape[-1]) if part.ndim == 3 else 1)


@pytest.mark.slow
@EACH_EXERCISE
@pytest.mark.parametrize(
    "make", [filled(0.0), filled(1.0), uniform, identity], ids=["0", "1", "1/K", "identity"]
)
def test_a_constant_of_the_right_shape_earns_nothing(name, make):
    def constant(*arguments):
        result = EXERCISES[name].reference(*arguments)
        return tuple(map(make, result)) if isinstance(result, tuple) else make(result)

    assert verdict_on(constant, name, seed=1).score == 0


@pytest.mark.slow
@EACH_EXERCISE
def test_returning_arguments_earns_nothing(name):
    n_results = {"sample_gmm": 2, "em_step": 3, "fit_em": 4}.get(name, 1)

    def unchanged(*arguments):
        return arguments[-n_results:] if n_results > 1 else arguments[0]

    def started(*arguments):
        return *arguments[1:4], [0.0]

    for function in (unchanged, started):
        assert verdict_on(function, name, seed=1).score == 0


def test_who_does_nothing_but_start_earns_next_to_nothing():
    def fit_em(X, weights, means, covariances, tol, max_iter):
        start = weights, means, covariances
        return *start, [gmm.negative_log_likelihood(X, *start)]

    assert verdict_on(fit_em, "fit_em", seed=0).score == 0


NAIVE = {
    "gaussian_log_density": lambda *a: np.log(np.exp(gmm.gaussian_log_density(*a))),
    "mixture_log_density": lambda *a: np.log(np.exp(gmm.weighted_log_prob(*a)).sum(axis=1)),
    "negative_log_likelihood": lambda *a: (
        -np.log(np.exp(gmm.weighted_log_prob(*a)).sum(axis=1)).sum()
    ),
    "e_step": lambda *a: (
        np.exp(gmm.weighted_log_prob(*a))
        / np.exp(gmm.weighted_log_prob(*a)).sum(axis=1, keepdims=True)
    ),
    "expected_log_joint": lambda X, r, *a: (r * np.log(np.exp(gmm.weighted_log_prob(X, *a)))).sum(),
}


@pytest.mark.parametrize("name", NAIVE)
@pytest.mark.parametrize("seed", range(4))
def test_densities_that_underflow_cost_a_third(name, seed):
    verdict = verdict_on(NAIVE[name], name, seed)
    assert verdict.score == round(2 / 3 * verdict.points, 2)
    assert {failure.case.topic for failure in verdict.failures} == {"far"}


@pytest.mark.parametrize("seed", range(4))
def test_the_logarithm_of_zero_costs_a_third_of_the_entropy(seed):
    verdict = verdict_on(lambda r: -(r * np.log(r)).sum(), "entropy", seed)
    assert verdict.score == round(2 / 3 * verdict.points, 2)
    assert {failure.case.topic for failure in verdict.failures} == {"zeros"}
    assert [diagnosis.name for diagnosis in verdict.diagnoses] == ["0 log 0"]


@pytest.mark.parametrize("seed", range(4))
def test_a_product_of_weight_and_density_costs_at_least_a_third(seed):
    """A component far from an ordinary sample underflows, too."""
    naive = lambda *a: np.log(np.exp(gmm.weighted_log_prob(*a)))  # noqa: E731
    verdict = verdict_on(naive, "weighted_log_prob", seed)
    assert 0.45 * verdict.points < verdict.score <= 1.33


@EACH_EXERCISE
def test_far_samples_are_worth_a_third_where_underflow_is_taught(name):
    worth = worths(topics(name), EXERCISES[name].shares)
    assert sum(worth) == pytest.approx(1)
    far = sum(w for w, topic in zip(worth, topics(name), strict=True) if topic == "far")
    assert (far == pytest.approx(1 / 3)) == (name in UNDERFLOW)


@given(st.lists(st.sampled_from(["", "a", "b", INTEGERS]), min_size=1), st.floats(0.1, 0.9))
def test_worths_sum_to_one_and_a_topic_has_its_share(topics, share):
    worth = worths(topics, {"a": share})
    of_a = sum(w for w, topic in zip(worth, topics, strict=True) if topic == "a")
    counted = [topic for topic in topics if topic != INTEGERS]
    assert sum(worth) == pytest.approx(float(bool(counted)))
    if set(counted) > {"a"} and "a" in counted:
        assert of_a == pytest.approx(share)
    assert all(w == 0 for w, topic in zip(worth, topics, strict=True) if topic == INTEGERS)


@pytest.mark.parametrize(
    ("n_right", "share"), [(0, 0), (4, 0), (5, 0), (7, 0.28), (22, 0.88), (25, 1)]
)
def test_the_share_of_right_cases_is_earned_from_a_quarter_on(n_right, share):
    right = [i < n_right for i in range(25)]
    assert earned_share([1 / 25] * 25, right) == pytest.approx(share)


def test_far_samples_alone_are_luck():
    """Whichever component is nearest there has a responsibility of one, determinant or not."""
    assert earned_share([1 / 9] * 3 + [2 / 45] * 15, [True] * 4 + [False] * 14) == 0


def test_the_readme_says_how_many_cases_there_are():
    n_cases = {name: len(topics(name)) - topics(name).count(INTEGERS) for name in NAMES}
    others = [n for name, n in n_cases.items() if name != "e_step"]
    said = (
        f"{n_cases['e_step']} cases (in other exercises there are {min(others)} to {max(others)})"
    )
    assert said in README.read_text(encoding="utf-8")
