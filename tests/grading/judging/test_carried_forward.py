"""A wrong function costs its own points once, and not again in what calls it."""

import re

import pytest
from support.handed_in import filled, submission

from gmm_helpers.exercises import EXERCISES, Status
from gmm_helpers.exercises.running.helper_calls import solve
from gmm_helpers.grading.judging.carried_forward import tell_carried
from gmm_helpers.grading.judging.marks import Mark
from gmm_helpers.grading.rows import Problem, Replaced, Row

pytestmark = pytest.mark.slow

E_STEP = """
def e_step(X, weights, means, covariances):
    L = weighted_log_prob(X, weights, means, covariances)
    R = np.exp(L - L.max(axis=1, keepdims=True))
    return R / R.sum(axis=1, keepdims=True)
"""
ARGUMENTS = "X, weights, means, covariances"


def log_prob(body):
    return f"def weighted_log_prob({ARGUMENTS}):\n    {body}\n"


WRONG = log_prob("return gmm.component_log_prob(X, means, covariances) + weights")
# By chapter: the wrong function, the right one that calls it, and their names.
COMBINATIONS = {
    "a density": (
        "01_sampling",
        "gaussian_log_density",
        "def gaussian_log_density(X, mean, covariance):\n"
        "    d = X - mean\n"
        "    Q = (d * np.linalg.solve(covariance, d.T).T).sum(axis=1)\n"
        "    return -0.5 * (Q + np.linalg.slogdet(covariance)[1])",
        "mixture_log_density",
        f"def mixture_log_density({ARGUMENTS}):\n"
        "    L = np.array([np.log(w) + gaussian_log_density(X, m, S)\n"
        "                  for w, m, S in zip(weights, means, covariances)])\n"
        "    return np.logaddexp.reduce(L)",
    ),
    "below its caller": (
        "02_e_step",
        "weighted_log_prob",
        WRONG,
        "negative_log_likelihood",
        f"def negative_log_likelihood({ARGUMENTS}):\n"
        f"    return -np.logaddexp.reduce(weighted_log_prob({ARGUMENTS}), axis=1).sum()",
    ),
    "means": (
        "03_m_step",
        "update_means",
        "def update_means(X, responsibilities):\n    return responsibilities.T @ X / len(X)",
        "update_covariances",
        "def update_covariances(X, responsibilities, means):\n"
        "    squares = np.einsum('nk,ni,nj->kij', responsibilities, X, X)\n"
        "    S = squares / responsibilities.sum(axis=0)[:, None, None]\n"
        "    m = update_means(X, responsibilities)\n"
        "    cross = np.einsum('ki,kj->kij', means, m)\n"
        "    outer = np.einsum('ki,kj->kij', means, means)\n"
        "    return S - cross - cross.transpose(0, 2, 1) + outer",
    ),
    "a stop rule": (
        "04_convergence",
        "has_converged",
        "def has_converged(nll_history, tol):\n"
        "    return len(nll_history) > 1 and nll_history[-1] - nll_history[-2] < tol",
        "fit_em",
        f"def fit_em({ARGUMENTS}, tol, max_iter):\n"
        "    params = weights, means, covariances\n"
        "    history = [gmm.negative_log_likelihood(X, *params)]\n"
        "    while len(history) <= max_iter and not has_converged(history, tol):\n"
        "        params = gmm.em_step(X, *params)\n"
        "        history.append(gmm.negative_log_likelihood(X, *params))\n"
        "    return (*params, history)",
    ),
    "entropy": (
        "05_why_em_works",
        "entropy",
        "def entropy(responsibilities):\n"
        "    r = responsibilities[responsibilities > 0]\n    return float((r * np.log(r)).sum())",
        "elbo",
        f"def elbo(X, responsibilities, {ARGUMENTS[3:]}):\n"
        f"    joint = gmm.expected_log_joint(X, responsibilities, {ARGUMENTS[3:]})\n"
        "    return joint + entropy(responsibilities)",
    ),
    "parameters": (
        "06_how_many_components",
        "n_parameters",
        "def n_parameters(n_components, n_features):\n"
        "    return n_components * (1 + n_features + n_features**2)",
        "bic",
        "def bic(nll, n_samples, n_components, n_features):\n"
        "    return 2 * nll + n_parameters(n_components, n_features) * np.log(n_samples)",
    ),
}


@pytest.mark.parametrize("what", COMBINATIONS)
def test_a_wrong_function_costs_its_own_points_only(what, grader):
    stem, first, wrong, second, right = COMBINATIONS[what]
    result = grader.grade(submission(filled(stem, **{first: wrong, second: right})))
    rows = {row["exercise"]: row for row in result["rows"]}
    row = rows[second]
    assert rows[first]["score"] < rows[first]["max_score"]
    assert (row["score"], row["status"]) == (EXERCISES[second].points, "correct")
    assert row["replaced"] == (Replaced(first),)
    said = f"Your {second} is right: it was graded with the course's {first}, because yours is"
    assert f"{said} wrong (see there)." in row["message"]
    assert f"Your {second} is right" in re.sub("<[^>]*>", "", row["card"])
    assert "calls an incorrect function" not in row["named"]
    (note,) = [note for note in result["notes"] if note["kind"] == "carried"]
    assert (note["exercise"], note["replaced"]) == (second, [first])
    assert float(note["own_score"]) < float(note["score"]) == row["score"]
    assert Row.of_json(row).replaced == row["replaced"]


def rows_of(grader, *notebooks):
    result = grader.grade(submission(*notebooks))
    return {row["exercise"]: row for row in result["rows"]}


# Placeholders: nothing of what calls them is carried forward.
TRIVIAL = {
    "its argument": "return X",
    "a part of it": "return X[:, :1]",
    "a constant": "return 1.0",
    "zeros": "return np.zeros((len(X), len(weights)))",
    "one number in the right shape": "return np.full((len(X), len(means)), X.shape[1] * 0.5)",
    "nothing": "return None",
    "a result that is dropped": "L = X @ means.T",
    "it raises": "raise ValueError('later')",
    "an assertion": "assert False",
    "random numbers": "return np.random.rand(len(X), len(weights))",
}


@pytest.mark.parametrize("what", TRIVIAL)
def test_nothing_is_carried_forward_from_a_placeholder(what, grader):
    sources = {"weighted_log_prob": log_prob(TRIVIAL[what]), "e_step": E_STEP}
    row = rows_of(grader, filled("02_e_step", **sources))["e_step"]
    assert (row["score"], row["replaced"]) == (0, ())
    assert "course's weighted_log_prob" not in row["message"]


# Wrong, and seriously tried, however little comes of it.
SERIOUS = {
    "NaN everywhere": "return np.log(-np.abs(gmm.component_log_prob(X, means, covariances)) - 1)",
    "an exception": "return gmm.component_log_prob(X, means, covariances) + np.log(weight)",
    "a wrong shape": "return (gmm.component_log_prob(X, means, covariances) + np.log(weights)).T",
    "densities": "return weights * np.exp(gmm.component_log_prob(X, means, covariances))",
}


@pytest.mark.parametrize("what", SERIOUS)
def test_a_serious_try_is_carried_forward(what, grader):
    sources = {"weighted_log_prob": log_prob(SERIOUS[what]), "e_step": E_STEP}
    row = rows_of(grader, filled("02_e_step", **sources))["e_step"]
    assert (row["score"], row["status"]) == (5, "correct")
    assert row["replaced"] == (Replaced("weighted_log_prob"),)


UNWRITTEN = {
    "the stub": (None, Problem.UNWRITTEN),
    "pass": (log_prob("pass"), Problem.UNWRITTEN),
    "a stub below a begun line": (
        log_prob(
            "L = gmm.component_log_prob(X, means, covariances)\n    raise NotImplementedError"
        ),
        Problem.UNWRITTEN,
    ),
    "an empty cell": ("", Problem.UNDEFINED),
    "a syntax error": (log_prob("return ("), Problem.UNDEFINED),
}


@pytest.mark.parametrize("what", UNWRITTEN)
def test_a_right_function_may_rest_on_one_that_is_not_written(what, grader):
    source, problem = UNWRITTEN[what]
    sources = {"e_step": E_STEP, **({} if source is None else {"weighted_log_prob": source})}
    rows = rows_of(grader, filled("02_e_step", **sources))
    assert rows["weighted_log_prob"]["score"] == 0
    assert (rows["e_step"]["score"], rows["e_step"]["status"]) == (5, "correct")
    assert rows["e_step"]["replaced"] == (Replaced("weighted_log_prob", problem),)
    assert "e_step is right, but rests on your weighted_log_prob" in rows["e_step"]["message"]


def test_what_is_wrong_itself_gets_the_points_that_it_earns(grader):
    underflow = E_STEP.replace("L - L.max(axis=1, keepdims=True)", "L")
    row = rows_of(grader, filled("02_e_step", weighted_log_prob=WRONG, e_step=underflow))["e_step"]
    assert (row["status"], row["score"], row["named"]) == ("partial", 3.33, ("underflow",))
    assert "It was graded with the course's weighted_log_prob" in row["message"]
    assert "It calls your weighted_log_prob" not in row["message"]
    columns = E_STEP.replace("sum(axis=1", "sum(axis=0")
    row = rows_of(grader, filled("02_e_step", weighted_log_prob=WRONG, e_step=columns))["e_step"]
    assert (row["score"], row["replaced"]) == (0, ())
    assert row["named"][0] == "calls an incorrect function"


EM_STEP = f"""
def em_step({ARGUMENTS}):
    r = e_step({ARGUMENTS})
    m = gmm.update_means(X, r)
    return gmm.update_weights(r), m, gmm.update_covariances(X, r, m)
"""
FIT_EM = (
    COMBINATIONS["a stop rule"][4]
    .replace("gmm.em_step", "em_step")
    .replace("has_converged(", "gmm.has_converged(")
)
COLUMNS = f"""
def e_step({ARGUMENTS}):
    P = np.exp(gmm.weighted_log_prob({ARGUMENTS}))
    return P / P.sum(axis=0)
"""


def test_a_copy_in_another_notebook_is_judged_where_it_stands(grader):
    """The chapter of E-steps was corrected, or never handed in; the copy of it was not."""
    notebook = filled("04_convergence", em_step=f"{COLUMNS}\n{EM_STEP}", fit_em=FIT_EM)
    right = E_STEP.replace("weighted_log_prob", "gmm.weighted_log_prob")
    for others in ([], [filled("02_e_step", e_step=right)], [filled("02_e_step", e_step=COLUMNS)]):
        rows = rows_of(grader, *others, notebook)
        for name in ("em_step", "fit_em"):
            assert rows[name]["score"] == EXERCISES[name].points
            # The step is right but for that, so it is not among what is replaced.
            assert rows[name]["replaced"] == (Replaced("e_step"),)
            assert "because the one in this notebook is wrong." in rows[name]["message"]


def test_of_several_errors_the_first_is_named(grader):
    step = EM_STEP.replace("return gmm.update_weights(r), m", "return r.sum(axis=0), m")
    notebook = filled("04_convergence", em_step=f"{COLUMNS}\n{step}", fit_em=FIT_EM)
    rows = rows_of(grader, notebook)
    assert rows["em_step"]["score"] < EXERCISES["em_step"].points
    assert rows["fit_em"]["score"] == EXERCISES["fit_em"].points
    assert [each.name for each in rows["fit_em"]["replaced"]] == ["e_step", "em_step"]
    said = "the course's e_step and em_step, because yours are wrong (look at e_step first)."
    assert said in rows["fit_em"]["message"]


def test_what_goes_in_a_circle_earns_nothing(grader):
    around = log_prob(
        f"return np.log(e_step({ARGUMENTS})) + gmm.mixture_log_density({ARGUMENTS})[:, None]"
    )
    rows = rows_of(grader, filled("02_e_step", weighted_log_prob=around, e_step=E_STEP))
    assert {rows[name]["score"] for name in ("weighted_log_prob", "e_step")} == {0}
    assert not any(row["replaced"] for row in rows.values())


def test_a_helper_that_would_answer_the_exercise_is_not_put_in(grader):
    """A wrong mixture, written to be replaced, of which the density is one component."""
    notebook = filled(
        "01_sampling",
        gaussian_log_density="def gaussian_log_density(X, mean, covariance):\n"
        "    one = np.ones(1), mean[None], covariance[None]\n"
        "    return mixture_log_density(X, *one)",
        mixture_log_density=f"def mixture_log_density({ARGUMENTS}):\n"
        "    return (X @ means.T * weights).sum(axis=1)",
    )
    row = rows_of(grader, notebook)["gaussian_log_density"]
    assert (row["score"], row["replaced"]) == (0, ())
    assert "mixture_log_density" in solve("gaussian_log_density")


def test_it_is_found_through_ones_own_functions_and_other_names(grader):
    source = f"wlp = weighted_log_prob\ndef top({ARGUMENTS}):\n    return wlp({ARGUMENTS})\n"
    source += E_STEP.replace("weighted_log_prob", "top")
    row = rows_of(grader, filled("02_e_step", weighted_log_prob=WRONG, e_step=source))["e_step"]
    assert (row["score"], row["replaced"]) == (5, (Replaced("weighted_log_prob"),))


def test_nothing_is_run_again_where_nothing_is_to_be_carried(grader, monkeypatch):
    """A wrong function that calls none of the others, and one that is right with a wrong one."""
    asked, run = [], grader._workers.run
    monkeypatch.setattr(grader._workers, "run", lambda p: asked.append(p) or run(p))
    own = E_STEP.replace("weighted_log_prob", "gmm.weighted_log_prob").replace("axis=1", "axis=0")
    grader.grade(submission(filled("02_e_step", weighted_log_prob=WRONG, e_step=own)))
    right = E_STEP.replace(
        "R = np", "weighted_log_prob(X[:1], weights, means, covariances)\n    R = np"
    )
    right = right.replace("L = weighted", "L = gmm.weighted")
    rows = rows_of(grader, filled("02_e_step", weighted_log_prob=WRONG, e_step=right))
    assert (rows["e_step"]["score"], rows["e_step"]["replaced"]) == (5, ())
    assert len(asked) == 2


@pytest.mark.parametrize(
    ("replaced", "score", "words"),
    [
        (["b"], 5, "Your a is right: it was graded with the course's b, because yours is wrong"),
        (["b"], 3, "It was graded with the course's b, because yours is wrong (see there)."),
        (["b", "c"], 5, "the course's b and c, because yours are wrong (look at b first)."),
        (["x"], 5, "the course's x, because the one in this notebook is wrong."),
    ],
)
def test_the_sentence_names_what_was_replaced(replaced, score, words):
    mark = Mark("a", Status.CORRECT, score, 5, replaced=tuple(map(Replaced, replaced)))
    (told,) = tell_carried(mark, ["a", "b", "c"])
    assert words in told


def test_the_sentence_names_both_kinds():
    both = Replaced("b", Problem.UNWRITTEN), Replaced("c")
    mark = Mark("a", Status.CORRECT, 5, 5, replaced=both)
    assert tell_carried(mark, ["a", "b", "c"]) == [
        "Your a is right, but rests on your b, which is not written yet: the course's was used "
        "instead.",
        "It was graded with the course's c, because yours is wrong (see there).",
    ]
    assert tell_carried(Mark("a", Status.CORRECT, 5, 5), ["a"]) == []
