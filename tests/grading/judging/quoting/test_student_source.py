"""What may be said again because the student has written it."""

import pytest

from gmm_helpers.exercises.running.exceptions import CodeLine
from gmm_helpers.grading.judging.quoting.student_source import MAX_NAMES, MAX_TEXTS, OwnSource


@pytest.mark.parametrize(
    ("source", "message", "shown"),
    [
        ("raise E('too few samples')", "too few samples", "too few samples"),
        ("raise E('too  few\\nsamples')", "too few samples", "too few samples"),
        ("E(f'got {x!r:>8} of {n}')", "got 0.25 of 7", "got … of …"),
        ("E('got %.3f of %(n)s, 5%%' % x)", "got 0.250 of 7, 5%", "got … of …, 5%"),
        ("E('got {} of {n:d}, {{}}'.format(x))", "got 0.25 of 7, {}", "got … of …, {}"),
        ("E('got ' + str(x) + ' of ' 'them')", "got 0.25 of them", "got … of them"),
        ("E('got', x)", "got", "got"),
        ("%%time\nE(f'{x} is odd')", "0.25 is odd", "… is odd"),
        ("E(f'{x} is odd')", "0.25 is odd!", None),
        ("E(f'{x}{y}')", "0.25", None),
        ("E('a', 'b', 'c')", "b a c", None),
        ("E(f'{x} is odd'", "0.25 is odd", None),  # it can't be parsed
        ("# got 0.25", "got 0.25", None),
    ],
)
def test_a_sentence_is_shown_if_it_stands_there(source, message, shown):
    assert OwnSource([source]).sentence(message) == shown


def test_the_pattern_that_says_most_is_chosen():
    own = OwnSource(["f'{x} axes'; f'{x} is no {kind}, it has {n} axes'"])
    assert own.sentence("X is no table, it has 3 axes") == "… is no …, it has … axes"


def test_names_are_identifiers_and_words_where_nothing_can_be_parsed():
    own = OwnSource(["import a.b as c\ndef f(d, *e): return g.h(i=j)  # k", "def broken(l:"])
    assert own.names == frozenset(
        ["a", "b", "c", "f", "d", "e", "g", "h", "i", "j", "broken", "l", "def"]
    )
    assert OwnSource(["class A: pass", "  class B(A"]).classes == {"A", "B"}


def test_nobody_chooses_among_more_than_anybody_writes():
    own = OwnSource(["\n".join(f"x{i} = 'text {i}'" for i in range(3_000))] * 2)
    assert len(own.constants) <= MAX_TEXTS
    words = OwnSource(["((" + " ".join(f"x{i}" for i in range(9_000))])
    assert len(words.names) == MAX_NAMES


@pytest.mark.parametrize(
    "source",
    ["f'{x}a'*99;" * 900, "x = " + "+".join(["'a'"] * 3_000), "f'" + "{x}a" * 9_000 + "'", "\0"],
)
def test_code_that_is_hard_to_read_is_read_quickly(source):
    own = OwnSource([source])
    assert own.sentence("a" * 1_000 + "b") is None
    assert own.find_line(CodeLine(99, "a")) is None


def test_texts_that_are_hard_to_read_are_left_aside_quickly():
    long = OwnSource([f"E('zzz' + '%{'0' * 40_000}!' % ())"])
    assert long.sentence("zz5!") is None
    assert OwnSource(["E('%000000000000d of' % 3)"]).sentence("3 of") is None
