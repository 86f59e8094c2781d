"""Results as JSON and raw numbers: there and back, and what a hostile worker may send."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from gmm_helpers.exercises import EXERCISES
from gmm_helpers.exercises.definition import fresh_arguments
from gmm_helpers.exercises.judging.returned_values import Unusable, UnusableKind
from gmm_helpers.exercises.judging.samples.draws import Draws
from gmm_helpers.grading.jail.protocol.values import (
    MAX_AXES,
    MalformedError,
    clean,
    from_tree,
    n_bytes,
    to_tree,
)

NUMBERS = arrays(float, array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=4))
COUNTS = st.integers(0, 2**63 - 1)
UNUSABLE = st.builds(
    Unusable,
    st.sampled_from(UnusableKind),
    st.sampled_from(["", "dict", "Größe", "_x1"]),
    st.none() | st.lists(COUNTS, max_size=MAX_AXES).map(tuple),
    st.none() | COUNTS,
)
LEAVES = st.one_of(NUMBERS, UNUSABLE)
RESULTS = st.one_of(LEAVES, st.tuples(LEAVES, LEAVES), st.tuples(NUMBERS))


def there_and_back(value):
    buffers = []
    tree = to_tree(value, buffers)
    return from_tree(tree, b"".join(buffers))


def same(one, two):
    if isinstance(one, Unusable):
        return isinstance(two, Unusable) and one == two
    if isinstance(one, tuple):
        return type(one) is type(two) and len(one) == len(two) and all(map(same, one, two))
    return one.shape == two.shape and np.array_equal(one, two, equal_nan=True)


@given(RESULTS)
def test_a_result_comes_back_as_it_was(value):
    assert same(value, there_and_back(value))


@pytest.mark.parametrize("name", ["not a name", "x" * 101, "<b>", "a\n"])
def test_a_type_with_a_name_that_no_class_statement_makes_is_sent_without_it(name):
    unusable = Unusable(UnusableKind.OBJECT, name)
    assert there_and_back(unusable) == Unusable(UnusableKind.OBJECT)


@pytest.mark.parametrize("name", EXERCISES)
def test_so_do_the_results_of_every_exercise(name):
    exercise = EXERCISES[name]
    for case in exercise.cases(np.random.default_rng(0)):
        value = exercise.call(exercise.reference, fresh_arguments(case))
        assert same(value, there_and_back(value))
        assert n_bytes(value) > 0


def test_a_result_can_be_written_to():
    back = there_and_back(np.zeros(3))
    back[0] = 1.0
    assert back.flags.owndata or back.base is not None
    assert there_and_back(Draws(*[np.zeros(1)] * 5)).later.shape == (1,)


@pytest.mark.parametrize(
    "tree",
    [
        3,
        "text",
        [],
        {},
        {"array": [1], "tuple": []},
        {"array": 3},
        {"array": [-1]},
        {"array": [True]},
        {"array": [1.0]},
        {"array": ["1"]},
        {"array": [2]},
        {"array": [2**70]},
        {"array": [0, 2**30, 2**30, 2**30]},
        {"array": [1] * 65},
        {"object": "cos\nsystem"},
        {"draws": []},
        {"tuple": "ab"},
        {"unusable": 3},
        {"unusable": ["text"]},
        {"unusable": ["secret", "", None, None]},
        {"unusable": [["text"], "", None, None]},
        {"unusable": ["object", "<script>", None, None]},
        {"unusable": ["object", "0.25 0.75", None, None]},
        {"unusable": ["object", "x" * 101, None, None]},
        {"unusable": ["object", 3, None, None]},
        {"unusable": ["array", "", [-1], None]},
        {"unusable": ["array", "", [0.25], None]},
        {"unusable": ["array", "", [1] * 33, None]},
        {"unusable": ["array", "", "(3,)", None]},
        {"unusable": ["list", "", None, -1]},
        {"unusable": ["sequence", "list", None, True]},
        {"unusable": ["sequence", "list", None, 2**63]},
        {"tuple": [{"tuple": [{"tuple": [{"tuple": [{"tuple": [{"tuple": []}]}]}]}]}]},
        {"tuple": [None] * 5000},
        None,
    ],
)
def test_nothing_else_is_rebuilt(tree):
    with pytest.raises(MalformedError):
        from_tree(tree, bytes(8))


@given(
    st.recursive(
        st.none() | st.integers() | st.text(),
        lambda x: (
            st.lists(x)
            | st.dictionaries(
                st.sampled_from(["array", "tuple", "draws", "unusable"]), x, max_size=2
            )
        ),
    )
)
def test_any_json_is_rebuilt_or_refused(tree):
    try:
        value = from_tree(tree, b"")
    except MalformedError:
        return
    assert n_bytes(value) == 0


@given(st.text(st.characters(exclude_categories=())))
def test_texts_become_one_printable_line(text):
    line = clean(text)
    assert line.encode() or not text.strip()
    assert line.isprintable()
    assert len(line) <= 1000


def test_what_is_no_text_is_refused():
    with pytest.raises(MalformedError):
        clean(3)
