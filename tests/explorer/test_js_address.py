"""The state of an explorer in an address, and as a call of EMExplorer."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.javascript import asked_of_node

from gmm_helpers.em.starts import STARTS
from gmm_helpers.explorer import EMExplorer
from gmm_helpers.explorer.configuration import OWN_POINTS, OWN_START, Configuration
from gmm_helpers.explorer.data import NAMES, OLD_FAITHFUL
from gmm_helpers.explorer.options import COLORINGS, LAYERS, M_STEP, PICTURES, axis_of, options_of
from gmm_helpers.explorer.table import params_table
from gmm_helpers.explorer.usable import YOUR_DATA, make_usable
from gmm_helpers.model.params import GMMParams

CHOICES = {
    "data": [YOUR_DATA, *NAMES, OWN_POINTS],
    "starts": [*STARTS, OWN_START],
    "layers": list(LAYERS),
    "colorings": list(COLORINGS),
    "pictures": list(PICTURES),
}
DEFAULTS = {
    **Configuration().as_json(),
    "half_step": 0,
    "show": ["ellipses", "trails"],
    "coloring": "pie",
    "speed": 4,
    "picture": "nll",
    "along": M_STEP,
    "slow": False,
}
LOOKS = ("show", "coloring", "half_step", "speed", "picture", "along", "slow")
LARGE = st.floats(-1e6, 1e6)


@st.composite
def own_starts(draw, K, D):
    rng = np.random.default_rng(draw(st.integers(0, 99)))
    weights = rng.dirichlet(np.ones(K))
    factors = rng.normal(size=(K, D, D))
    covariances = factors @ factors.transpose(0, 2, 1) + np.eye(D)
    covariances = (covariances + covariances.transpose(0, 2, 1)) / 2
    params = GMMParams(weights, draw(LARGE) + rng.normal(size=(K, D)), covariances)
    return params_table([params])[0].tolist()


@st.composite
def states(draw):
    """What may be chosen in the browser."""
    data = draw(st.sampled_from([*NAMES, OWN_POINTS]))
    start = draw(st.sampled_from(CHOICES["starts"]))
    K = draw(st.integers(1, 8))
    features = 2 if data in (OWN_POINTS, "original", "ring") else draw(st.integers(1, 3))
    points = st.lists(st.tuples(LARGE, LARGE).map(list), min_size=8, max_size=12)
    shown = draw(st.lists(st.sampled_from(LAYERS[:4]), unique=True))
    parameter = draw(st.sampled_from(["mean {}, x2", "variance {}, x1", "weight {}", M_STEP]))
    if K == 1 or data == OLD_FAITHFUL:
        parameter = M_STEP
    return {
        "data": data,
        "n_components": K,
        "seed": draw(st.integers(0, 10**6)),
        "start": start,
        "reg_covar": draw(st.sampled_from([0, 1e-6, 1e-4, 0.01, 1.0]) | st.floats(0, 10)),
        "own_start": draw(own_starts(K, features)) if start == OWN_START else [],
        "own_points": draw(points) if data == OWN_POINTS else [],
        "half_step": draw(st.integers(0, 1001)),
        "show": shown,
        "coloring": draw(st.sampled_from(COLORINGS)),
        "speed": draw(st.integers(1, 40) | st.floats(0.1, 10)),
        "picture": draw(st.sampled_from(PICTURES)),
        "along": parameter.format(draw(st.integers(0, K - 1))),
        "slow": draw(st.booleans()),
    }


def drawn(strategy, n):
    found = []

    @settings(max_examples=n, database=None, deadline=None)
    @given(strategy)
    def collect(value):
        found.append(value)

    collect()
    return found


def read(addresses):
    answer = "(address, choices) => stateOf(address, choices)"
    return asked_of_node("sharing/address.js", "stateOf", answer, addresses, CHOICES)


def written(cases):
    return asked_of_node("sharing/address.js", "addressOf", "(state) => addressOf(state)", cases)


def test_what_is_chosen_comes_back():
    cases = drawn(states(), 200)
    addresses = written(cases)
    for case, address, back in zip(cases, addresses, read(addresses), strict=True):
        assert back["problems"] == [], address
        state = back["state"]
        points, wanted = np.array(state.pop("own_points")), np.array(case["own_points"])
        assert points.shape == wanted.shape
        if len(points):
            tolerance = 1e-3 * (np.ptp(wanted, axis=0) + (np.ptp(wanted, axis=0) == 0) * 1e6)
            assert (np.abs(points - wanted) <= tolerance).all()
        assert sorted(state.pop("show")) == sorted(case["show"])
        assert state == {k: v for k, v in case.items() if k not in ("own_points", "show")}


def test_an_address_needs_no_characters_that_are_changed_on_the_way():
    for address in written(drawn(states(), 50)):
        assert set(address) <= set(
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.!~*'(),=&+%"
        )


def test_what_is_default_is_left_out():
    chosen = {"data": "ring", "n_components": 4, "start": "k-means++", "half_step": 34}
    addresses = written([DEFAULTS, {**DEFAULTS, **chosen}, {**DEFAULTS, "show": []}])
    assert addresses == ["", "data=ring&K=4&start=k-means%2B%2B&h=34", "show="]
    assert [back["state"] for back in read(addresses[:2])] == [DEFAULTS, {**DEFAULTS, **chosen}]


def test_points_are_short():
    points = [[0.123456, 79.98765], [1.98765, 43.21234], [-3.3333333, 100.0]]
    moved = [[x + 1e6, 1e-7 * y] for x, y in points]
    cases = [
        {**DEFAULTS, "data": OWN_POINTS, "own_points": each}
        for each in (points, moved, [[2.5, 0.0]], [[1 / 3, 1e6 / 3]])
    ]
    assert [address.split("points=")[1] for address in written(cases)] == [
        "0.123,79.99,1.988,43.21,-3.333,100",
        "1000000.123,0.000007999,1000001.988,0.000004321,999996.667,0.00001",
        "2.5,0",
        "0.3333,333300",
    ]


def test_defaults_may_be_others():
    mine = {**DEFAULTS, "data": OWN_POINTS, "own_points": [[1.0, 2.0]], "seed": 5}
    cases = [mine, DEFAULTS, {**mine, "own_points": []}]
    answer = """(state, { choices, mine }) => {
      const address = addressOf(state, mine);
      const back = stateOf(address, choices, mine);
      back.state.show.push("changed");
      return { address, ...stateOf(address, choices, mine) };
    }"""
    shared = {"choices": CHOICES, "mine": mine}
    same, default, empty = asked_of_node(
        "sharing/address.js", "addressOf, stateOf", answer, cases, shared
    )
    assert same == {"address": "", "state": mine, "problems": []}
    assert default == {"address": "data=original&seed=0", "state": DEFAULTS, "problems": []}
    assert empty["address"] == "points="  # which nobody can read
    assert (empty["state"], len(empty["problems"])) == (mine, 1)


BROKEN = {
    "K=0": "a whole number from 1 to 8",
    "K=9": "a whole number from 1 to 8",
    "K=2.5": "a whole number from 1 to 8",
    "K=": "a whole number from 1 to 8",
    "K": "a whole number from 1 to 8",
    "K=3,4": "a whole number from 1 to 8",
    "K=0x3": "a whole number from 1 to 8",
    "seed=-1": "a whole number from 0",
    "h=1e99": "a whole number from 0",
    "data=moon": "one of your data, original",
    "data=%": "one of your data, original",
    "start=toString": "one of random points",
    "start=own+start": '"own" does not hold 3 components',
    "start=own+start&own=1,2": '"own" does not hold 3 components',
    "own=1,2": "it needs start=own start",
    "data=own+points": '"points" does not hold any',
    "data=own+points&points=1,2,3": "pairs of numbers",
    "points=1,2": "it needs data=own points",
    "points=1,NaN": "pairs of numbers",
    "points=1,1e999": "pairs of numbers",
    "reg_covar=-1": "a number of at least 0",
    "speed=0": "a number above 0",
    "show=ellipses,stars": "some of ellipses",
    "color=red": "one of pie",
    "picture=layers": "one of nll",
    "along=mean": "expected M-step, or a parameter",
    "along=mean+3,+x1": "components are counted from 0 to 2",
    "along=weight+0,+x1": "expected M-step, or a parameter",
    "slow=true": "on or off",
    "slow=toString": "on or off",
    "toString=1": "the parts are data",
    "x" * 500: "the parts are data",
}


@pytest.mark.parametrize("before", ["", "#seed=7&"])
def test_what_is_broken_is_passed_over_and_told(before):
    backs = read([f"{before}{broken}&speed=8" for broken in BROKEN])
    for (broken, told), back in zip(BROKEN.items(), backs, strict=True):
        assert any(told in problem for problem in back["problems"]), (broken, back["problems"])
        assert all(len(problem) < 300 for problem in back["problems"])
        wanted = {**DEFAULTS, "speed": DEFAULTS["speed"] if broken == "speed=0" else 8}
        wanted = {**wanted, "seed": 7 if before else 0, "speed": 8}
        assert back["state"] == wanted, broken


def test_any_text_is_an_address():
    texts = drawn(st.text() | st.lists(st.sampled_from([*BROKEN, "&", "K=4"])).map("&".join), 200)
    for back in read(texts):
        assert set(back["state"]) == set(DEFAULTS)


def calls(cases):
    answer = "(state, { data }) => asPython(state, data)"
    return asked_of_node("sharing/as_python.js", "asPython", answer, cases, {"data": list(NAMES)})


def evaluated(call, X=None):
    """What a call of EMExplorer would show, without its run."""

    def usable(**arguments):
        configured = {**DEFAULTS, **arguments}
        look = {name: configured.pop(name) for name in LOOKS}
        del configured["own_start"], configured["own_points"]
        options = options_of([], [], large=False, max_iter=9, has_own_steps=False, **look)
        axis_of(look["along"], configured["n_components"], 2)
        return make_usable(**configured), options

    return eval(call, {"EMExplorer": usable, "X": X})


def test_python_makes_the_same_of_it():
    cases = [case for case in drawn(states(), 200) if fits(case)]
    assert len(cases) > 100
    for case, call in zip(cases, calls(cases), strict=True):
        found, options = evaluated(call)
        assert found.problems == [], call
        wanted = Configuration.of(case)
        if case["data"] == OWN_POINTS:
            wanted = wanted._replace(data=YOUR_DATA, own_points=())
            np.testing.assert_array_equal(found.arrays[YOUR_DATA].X, case["own_points"])
        assert found.configuration == wanted, call
        assert [layer for layer in LAYERS if options["layers"][layer]] == [
            layer for layer in LAYERS if layer in case["show"]
        ]
        assert options["layers"]["color"] == case["coloring"]
        assert (options["layers"]["picture"], options["slow"]) == (case["picture"], case["slow"])
        assert options["layers"]["along"] == case["along"]
        assert (options["half_step"], options["speed"]) == (case["half_step"], case["speed"])


def fits(case):
    """Whether a start of one's own has as many features as the data."""
    own = case["own_start"]
    per_component = 3 if case["data"] == OLD_FAITHFUL else 6
    return not own or len(own) == per_component * case["n_components"]


def test_a_call_is_short_and_runs():
    chosen = {"data": "ring", "n_components": 4, "start": "k-means++", "half_step": 34}
    mine = {**DEFAULTS, "data": YOUR_DATA, "n_components": 1}
    bound = {**DEFAULTS, "picture": "bound", "along": "mean 0, x2", "slow": True}
    default, ring, own, call = calls([DEFAULTS, {**DEFAULTS, **chosen}, mine, bound])
    assert call == 'EMExplorer(picture="bound", along="mean 0, x2", slow=True)'
    eval(call, {"EMExplorer": EMExplorer})
    assert default == "EMExplorer()"
    assert ring == 'EMExplorer(data="ring", n_components=4, start="k-means++", half_step=34)'
    assert own == "EMExplorer(data=X, n_components=1)"
    shown = eval(ring, {"EMExplorer": EMExplorer})
    assert shown.configuration == Configuration("ring", 4, 0, "k-means++")
    found, _ = evaluated(own, X=[[1.0], [4.0]])
    np.testing.assert_array_equal(found.arrays[YOUR_DATA].X, [[1.0], [4.0]])
