"""Small numbers and single precision are named in every exercise and cost the same in all draws."""

from dataclasses import replace

import numpy as np
import pytest
from support.implementations import RIGHT
from support.judged import key_of, verdict_on

import gmm_helpers as gmm
from gmm_helpers.checks.cards import as_text
from gmm_helpers.exercises import attempt, judge
from gmm_helpers.exercises.definition import Cost

N_DRAWS = 4
DENSITIES = (
    "gaussian_log_density",
    "mixture_log_density",
    "negative_log_likelihood",
    "weighted_log_prob",
    "e_step",
)
single = np.float32


def on_the_diagonal(name, number):
    helper = getattr(gmm, name)
    return lambda *given: helper(*given[:-1], given[-1] + number * np.eye(given[-1].shape[-1]))


def loop(X, weights, means, covariances, tol, max_iter, step=gmm.em_step):
    params, history = (weights, means, covariances), []
    for _ in range(max_iter + 1):
        history.append(gmm.negative_log_likelihood(X, *params))
        if len(history) > max_iter or (len(history) > 1 and abs(np.diff(history)[-1]) < tol):
            break
        params = step(X, *params)
    return *params, history


RIDGED = {
    **{name: lambda c, name=name: on_the_diagonal(name, c) for name in DENSITIES},
    "update_covariances": lambda c: lambda *given: gmm.update_covariances(*given, reg_covar=c),
    "em_step": lambda c: lambda *given: gmm.em_step(*given, reg_covar=c),
    "fit_em": lambda c: (
        lambda *given: loop(*given, step=lambda *state: gmm.em_step(*state, reg_covar=c))
    ),
}


def counted(X, responsibilities, c):
    return responsibilities.T @ X / (responsibilities.sum(axis=0) + c)[:, None]


def summed(X, r, means, c):
    """Covariances one by one, with a number in the divisor."""
    parts = zip(r.T, X[None] - means[:, None], strict=True)
    return np.array([(w[:, None] * z).T @ z / (w.sum() + c) for w, z in parts])


GUARDED = {
    "weighted_log_prob": lambda c: lambda X, w, *p: gmm.component_log_prob(X, *p) + np.log(w + c),
    "mixture_log_density": lambda c: (
        lambda X, w, *p: gmm.log_sum_exp(gmm.component_log_prob(X, *p) + np.log(w + c))
    ),
    "e_step": lambda c: lambda *given: gmm.e_step(*given) + c,
    "update_weights": lambda c: lambda r: (r.sum(axis=0) + c) / len(r),
    "update_means": lambda c: lambda X, r: counted(X, r, c),
    "update_covariances": lambda c: lambda *given: summed(*given, c),
}


def joint_of_singles(X, weights, means, covariances):
    X, means, covariances = (np.asarray(a, single) for a in (X, means, covariances))
    columns = []
    for weight, mean, covariance in zip(weights.astype(single), means, covariances, strict=True):
        z = X - mean
        squares = (z * np.linalg.solve(covariance, z.T).T).sum(axis=1)
        log_det = np.linalg.slogdet(2 * single(np.pi) * covariance)[1]
        columns.append(np.log(weight) - (squares + log_det) / single(2))
    return np.stack(columns, axis=1)


def soften(logs):
    terms = np.exp(logs - logs.max(axis=1, keepdims=True))
    return terms / terms.sum(axis=1, keepdims=True)


def add_up(logs):
    top = logs.max(axis=1)
    return top + np.log(np.exp(logs - top[:, None]).sum(axis=1))


def step_of_singles(X, *params):
    X, r = X.astype(single), soften(joint_of_singles(X, *params))
    means = counted(X, r, single(0))
    return r.mean(axis=0), means, summed(X, r, means, single(0))


SINGLE = {
    "gaussian_log_density": lambda X, mean, covariance: joint_of_singles(
        X, np.ones(1), mean[None], covariance[None]
    )[:, 0],
    "mixture_log_density": lambda *given: add_up(joint_of_singles(*given)),
    "negative_log_likelihood": lambda *given: -add_up(joint_of_singles(*given)).sum(),
    "weighted_log_prob": joint_of_singles,
    "e_step": lambda *given: soften(joint_of_singles(*given)),
    "update_weights": lambda r: r.astype(single).mean(axis=0),
    "update_means": lambda X, r: counted(X.astype(single), r.astype(single), single(0)),
    "update_covariances": lambda *given: summed(*(a.astype(single) for a in given), single(0)),
    "em_step": step_of_singles,
    "fit_em": lambda *given: loop(*given, step=step_of_singles),
}
# In double precision again at the end, or on the way.
NEARLY_SINGLE = {
    "weighted_log_prob": lambda X, w, *p: joint_of_singles(X, np.ones_like(w), *p) + np.log(w),
    "e_step": lambda *given: soften(joint_of_singles(*given).astype(float)),
    "negative_log_likelihood": lambda *given: -add_up(joint_of_singles(*given).astype(float)).sum(),
    "update_means": lambda X, r: counted(X.astype(single), r, 0),
    **{
        name: lambda *given, name=name: getattr(gmm, name)(*(a.astype(single) for a in given))
        for name in DENSITIES[:2]
    },
}


def the_same_in_all_draws(function, name, n_draws=N_DRAWS):
    """The only score, as a part of the points, and the only first name there is."""
    verdicts = [verdict_on(function, name, seed) for seed in range(n_draws)]
    ((score, said),) = {(v.score / v.points, (v.diagnoses or v.remarks)[0].name) for v in verdicts}
    return pytest.approx(score, abs=0.005), said


def draws(name):
    return 2 if name == "fit_em" else N_DRAWS


@pytest.mark.slow
@pytest.mark.parametrize("number", [1e-3, 3.7e-5, 1e-6, 1e-8, 1e-10])
@pytest.mark.parametrize("name", RIDGED)
def test_a_number_on_the_diagonal_is_named_and_costs_a_quarter(name, number):
    score, said = the_same_in_all_draws(RIDGED[name](number), name, draws(name))
    assert (score, "covariance" in said or said == "ridge added") == (0.75, True)
    verdict = verdict_on(RIDGED[name](number), name, 0)
    assert "added to the diagonal of" in verdict.diagnoses[0].message
    assert verdict.diagnoses[0].cost is Cost.A_QUARTER
    assert "This costs a quarter of the points" in as_text(verdict)


@pytest.mark.slow
@pytest.mark.parametrize("number", [1e-3, 1e-5, 1e-6])
@pytest.mark.parametrize("name", GUARDED)
def test_a_guard_against_zeros_is_named_and_costs_a_quarter(name, number):
    assert the_same_in_all_draws(GUARDED[name](number), name) == (0.75, "small number added")


@pytest.mark.slow
@pytest.mark.parametrize("number", [1e-8, 1e-10])
@pytest.mark.parametrize("name", GUARDED)
def test_a_guard_too_small_to_matter_is_a_remark(name, number):
    assert the_same_in_all_draws(GUARDED[name](number), name) == (1, "small number added")
    assert verdict_on(GUARDED[name](number), name, 0).status == "correct"


@pytest.mark.slow
@pytest.mark.parametrize("name", SINGLE)
def test_single_precision_is_named_and_costs_a_quarter(name):
    assert the_same_in_all_draws(SINGLE[name], name, draws(name)) == (0.75, "single precision")


@pytest.mark.slow
@pytest.mark.parametrize("name", NEARLY_SINGLE)
def test_single_precision_on_the_way_is_named_too(name):
    score, said = the_same_in_all_draws(NEARLY_SINGLE[name], name)
    assert (score, said in ("single precision", "nearly right")) == (0.75, True)


@pytest.mark.slow
@pytest.mark.parametrize("name", SINGLE)
def test_a_right_result_rounded_to_single_precision_costs_the_same(name):
    right = next(iter(RIGHT[name].values()))

    def rounded(*given):
        result = right(*given)
        if name in ("em_step", "fit_em"):
            return [np.asarray(part, single) for part in result]
        return np.asarray(result, single)

    assert the_same_in_all_draws(rounded, name, draws(name)) == (0.75, "single precision")


def test_what_is_wrong_besides_counts_besides():
    """A third for the far samples, and a quarter of the rest for the ridge."""

    def naive(X, weights, means, covariances):
        covariances = covariances + 1e-6 * np.eye(X.shape[1])
        terms = np.exp(gmm.weighted_log_prob(X, weights, means, covariances))
        return terms / terms.sum(axis=1, keepdims=True)

    for seed in range(2):
        verdict = verdict_on(naive, "e_step", seed)
        assert verdict.score == 2.5
        names = [diagnosis.name for diagnosis in verdict.diagnoses]
        assert names == ["number added to the covariance", "underflow"]


@pytest.mark.parametrize("number", [0.01, 1.0])
def test_a_large_number_on_the_diagonal_is_an_ordinary_mistake(number):
    verdict = verdict_on(RIDGED["update_covariances"](number), "update_covariances", 0)
    assert (verdict.score, verdict.diagnoses[0].name) == (0, "ridge added")


def test_a_ridge_in_some_cases_only_is_named_and_costs_the_same():
    def sometimes(X, responsibilities, means):
        ridge = 1e-6 * (len(X) < 15)
        return ridged_covariances(X, responsibilities, means, ridge)

    score, said = the_same_in_all_draws(sometimes, "update_covariances")
    assert (score, said) == (0.75, "ridge added")


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("e_step", lambda r: r + 1e-6),
        ("negative_log_likelihood", lambda nll: nll * (1 + 1e-5)),
        ("weighted_log_prob", lambda logs: logs * (1 + 1e-5)),
        ("update_covariances", lambda matrices: matrices + 1e-6),
    ],
)
def test_another_right_case_never_makes_it_less(name, change):
    key = key_of(name, 0)
    exercise = key.exercise
    right = [attempt(exercise, exercise.reference, case) for case in key.cases]
    wrong = [replace(outcome, value=np.array(change(outcome.value))) for outcome in right]
    with np.errstate(all="ignore"):
        # Each is judged in full, which takes long.
        numbers = sorted({0, len(right) // 2, *range(1, len(right), 4), len(right)})
        scores = {n: judge(key, right[:n] + wrong[n:]).score for n in numbers}
    assert list(scores.values()) == sorted(scores.values())
    assert scores[len(right)] == exercise.points
    assert scores[len(right) // 2] == pytest.approx(0.75 * exercise.points, abs=0.01)


@pytest.mark.parametrize("name", ["X", "responsibilities"])
def test_single_precision_on_the_way_costs_the_same_in_all_draws(name):
    def update_covariances(X, responsibilities, means):
        given = {"X": X, "responsibilities": responsibilities, "means": means}
        given[name] = given[name].astype(single)
        return summed(*given.values(), 0)

    score, said = the_same_in_all_draws(update_covariances, "update_covariances")
    assert (score, said) == (0.75, "nearly right")


def test_a_ridge_where_a_condition_holds_costs_the_same_in_all_draws():
    def e_step(X, weights, means, covariances):
        raised = [S + 1e-6 * np.eye(len(S)) if np.linalg.det(S) < 1 else S for S in covariances]
        return gmm.e_step(X, weights, means, np.array(raised))

    score, _ = the_same_in_all_draws(e_step, "e_step")
    assert score == 0.75


def ridged_covariances(X, responsibilities, means, ridge):
    return summed(X, responsibilities, means, 0) + ridge * np.eye(X.shape[1])


def test_nothing_is_found_where_everything_is_right():
    verdict = verdict_on(lambda *given: summed(*given, 0), "update_covariances", 0)
    assert (verdict.status, verdict.diagnoses, verdict.remarks) == ("correct", (), ())


def test_two_small_numbers_are_not_single_precision():
    def guarded(X, weights, means, covariances):
        logs = gmm.component_log_prob(X, means, covariances) + np.log(weights + 1e-8)
        terms = np.exp(logs - logs.max(axis=1, keepdims=True))
        return terms / (terms.sum(axis=1, keepdims=True) + 1e-8)

    for seed in range(2):
        said = [d.name for d in verdict_on(guarded, "e_step", seed).diagnoses]
        assert "single precision" not in said


@pytest.mark.parametrize("name", ["weighted_log_prob", "e_step", "update_covariances"])
def test_a_ridge_too_small_to_matter_is_a_remark(name):
    score, said = the_same_in_all_draws(RIDGED[name](1e-12), name)
    assert (score, "covariance" in said or said == "ridge added") == (1, True)


def guards(number):
    return {
        "added": lambda values: values + number,
        "cut off": lambda values: np.maximum(values, number),
        "clipped": lambda values: np.clip(values, number, None),
    }


def naive_shares(X, weights, means, covariances, guard, place):
    terms = weights * np.exp(gmm.component_log_prob(X, means, covariances))
    terms = guard(terms) if place == "terms" else terms
    total = terms.sum(axis=1, keepdims=True)
    return terms / (guard(total) if place == "sum" else total)


def m_step(X, r):
    means = counted(X, r, 0)
    return r.mean(axis=0), means, summed(X, r, means, 0)


def guarded_loop(X, *given, guard, place):
    """A run that computes its history itself, with weights that need not sum to 1."""
    *params, tol, max_iter = given
    history = []
    for _ in range(max_iter + 1):
        logs = np.log(params[0]) + gmm.component_log_prob(X, *params[1:])
        history.append(-add_up(logs).sum())
        if len(history) > max_iter or (len(history) > 1 and abs(np.diff(history)[-1]) < tol):
            break
        params = m_step(X, naive_shares(X, *params, guard, place))
    return *params, history


NAIVE = {
    "e_step": naive_shares,
    "em_step": lambda X, *given, **guarded: m_step(X, naive_shares(X, *given, **guarded)),
    "fit_em": guarded_loop,
}


GUARDED_DENSITIES = [
    (name, place, number, kind)
    for name, numbers in (("e_step", (1e-6, 3e-10, 1e-15)), ("em_step", (3e-10,)))
    for place in ("sum", "terms")
    for number in numbers
    for kind in ("added", "cut off")
] + [("fit_em", "terms", 3e-10, "added")]


@pytest.mark.slow
@pytest.mark.parametrize(("name", "place", "number", "kind"), GUARDED_DENSITIES)
def test_a_guard_of_densities_costs_what_underflow_costs(name, place, number, kind):
    guard = guards(number)[kind]

    def guarded(*given):
        return NAIVE[name](*given, guard=guard, place=place)

    def without(*given):
        return NAIVE[name](*given, guard=lambda values: values, place=place)

    n_draws = {"e_step": 4, "em_step": 3, "fit_em": 2}[name]
    score, said = the_same_in_all_draws(guarded, name, n_draws)
    underflow = verdict_on(without, name, 0)
    assert said == "underflow hidden"
    assert score == pytest.approx(underflow.score / underflow.points, abs=0.005)


def test_a_number_beside_weights_and_denominators_is_named_and_earns_what_underflow_earns():
    def e_step(X, weights, means, covariances):
        terms = (weights + 1e-8) * np.exp(gmm.component_log_prob(X, means, covariances))
        return terms / (terms.sum(axis=1, keepdims=True) + 1e-8)

    result = the_same_in_all_draws(e_step, "e_step")
    assert result == (2 / 3, "underflow hidden")


def guarded_gaussian(X, mean, covariance, guard):
    centred, log_det = X - mean, np.log(guard(np.linalg.det(covariance)))
    squares = (centred * np.linalg.solve(covariance, centred.T).T).sum(axis=1)
    return -0.5 * (squares + log_det + X.shape[1] * np.log(2 * np.pi))


def guarded_joint(X, weights, means, covariances, guard):
    parts = zip(means, covariances, strict=True)
    columns = [guarded_gaussian(X, *part, guard) for part in parts]
    return np.log(weights) + np.stack(columns, axis=1)


DETERMINANTS = {
    "gaussian_log_density": guarded_gaussian,
    "weighted_log_prob": guarded_joint,
    "mixture_log_density": lambda *given: add_up(guarded_joint(*given)),
    "negative_log_likelihood": lambda *given: -add_up(guarded_joint(*given)).sum(),
    "e_step": lambda *given: soften(guarded_joint(*given)),
}


@pytest.mark.slow
@pytest.mark.parametrize("number", [1e-6, 1e-8])
@pytest.mark.parametrize(
    ("name", "kind"),
    [
        (name, kind)
        for name in DETERMINANTS
        for kind in ("added", "cut off")
        # A cut shows in one case alone, and any single number fits one total.
        if (name, kind) != ("negative_log_likelihood", "cut off")
    ],
)
def test_a_guard_of_determinants_is_named_and_costs_a_quarter(name, number, kind):
    guard = guards(number)[kind]
    result = the_same_in_all_draws(lambda *given: DETERMINANTS[name](*given, guard), name)
    assert result == (0.75, "small number added to the determinant")


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["added", "cut off"])
@pytest.mark.parametrize("number", [1e-6, 1e-10, 1e-100, 1e-300])
@pytest.mark.parametrize("name", DENSITIES[:4])
def test_a_guard_in_the_logarithm_is_named_and_costs_the_far_samples(name, number, kind):
    def of_components(X, means, covariances):
        densities = np.exp(gmm.component_log_prob(X, means, covariances))
        return np.log(guards(number)[kind](densities))

    guarded = {
        "gaussian_log_density": lambda X, mean, covariance: of_components(
            X, mean[None], covariance[None]
        )[:, 0],
        "weighted_log_prob": lambda X, w, *p: np.log(w) + of_components(X, *p),
        "mixture_log_density": lambda X, w, *p: add_up(np.log(w) + of_components(X, *p)),
        "negative_log_likelihood": lambda X, w, *p: -add_up(np.log(w) + of_components(X, *p)).sum(),
    }[name]
    result = the_same_in_all_draws(guarded, name)
    assert result == (pytest.approx(2 / 3, abs=0.005), "small number in the logarithm")


@pytest.mark.parametrize(("number", "score"), [(1e-6, 0.75), (1e-8, 1), (1e-10, 1)])
def test_responsibilities_that_are_cut_off_are_named(number, score):
    result = the_same_in_all_draws(
        lambda *given: np.clip(gmm.e_step(*given), number, 1 - number), "e_step"
    )
    assert result == (score, "cut off at a small number")


@pytest.mark.parametrize("number", [0, 1e-12, 1e-6])
def test_covariances_that_are_cut_off_are_named(number):
    result = the_same_in_all_draws(
        lambda *given: np.maximum(summed(*given, 0), number), "update_covariances"
    )
    assert result == (0.75, "cut off at a small number")


@pytest.mark.parametrize("name", ["mixture_log_density", "negative_log_likelihood"])
def test_a_number_in_log_sum_exp_is_named(name):
    def guarded(*given):
        logs = gmm.weighted_log_prob(*given)
        top = logs.max(axis=1)
        total = top + np.log(np.exp(logs - top[:, None]).sum(axis=1) + 1e-6)
        return total if name == "mixture_log_density" else -total.sum()

    assert the_same_in_all_draws(guarded, name) == (0.75, "small number added")


@pytest.mark.parametrize("number", [1e-16, 1e-300])
def test_rounding_is_no_small_number(number):
    verdicts = [
        verdict_on(lambda *given: soften(guarded_joint(*given, guards(number)["cut off"])), *case)
        for case in [("e_step", seed) for seed in range(3)]
    ]
    assert {(v.status, v.remarks) for v in verdicts} == {("correct", ())}


@pytest.mark.slow
def test_a_run_in_single_precision_with_sums_in_double_precision():
    def fit_em(*given):
        *params, history = loop(*given, step=step_of_singles)
        return *params, [float(value) for value in history]

    assert the_same_in_all_draws(fit_em, "fit_em", 2) == (0.75, "single precision")


def test_a_threshold_that_shows_in_one_case_is_no_small_number():
    """A number can be found for any result that is one number, if it is the only one."""

    def cut_off(responsibilities):
        r = responsibilities[responsibilities >= 1e-3]
        return -(r * np.log(r)).sum()

    verdict = verdict_on(cut_off, "entropy", seed=1)
    assert [failure.case.name for failure in verdict.failures] == [
        "components of very unequal size"
    ]
    assert "small number added" not in [diagnosis.name for diagnosis in verdict.diagnoses]
    assert verdict.score == pytest.approx(2 * 12 / 13, abs=0.05)
