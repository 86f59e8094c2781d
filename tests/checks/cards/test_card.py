"""Verdicts in words: the same on a card as in text, readable for all, without values if asked."""

import html
import itertools
import re
import unicodedata
from dataclasses import replace

import numpy as np
import pytest
from support.contrast import contrast
from support.drawing import tags_in
from support.implementations import NAMED, WRONG
from support.judged import key_of, outcomes_of, short_key_of

from gmm_helpers.checks.cards import as_html, as_text, framed
from gmm_helpers.exercises import (
    EXERCISES,
    CallStatus,
    Case,
    Diagnosis,
    Failure,
    Outcome,
    Status,
    Verdict,
    judge,
)
from gmm_helpers.exercises.definition import Cost
from gmm_helpers.exercises.judging.returned_values import Unusable
from gmm_helpers.exercises.running.exceptions import CodeLine, RaisedException

STATUSES = ["correct", "partly correct", "incorrect", "unfinished", "not attempted", "not checked"]
SIGNS = dict(zip(STATUSES, "✓½✗✎…-", strict=True))


def verdict_of(name, function):
    key = short_key_of(name)
    return judge(key, outcomes_of(key, function))


def failure(name, problem="the result: expected 1, got 2."):
    return Failure(Case(name, ()), problem, Outcome(np.array(2.0)), np.array(1.0))


def verdict(status, n_failures=0, *diagnoses):
    failures = tuple(failure(f"case {n}") for n in range(n_failures))
    score = 0.0 if status == "incorrect" else 1.5
    return Verdict("update_weights", status, score, 2, 12, failures, diagnoses)


OFF = Diagnosis("off by log N", "Look again.")
VERDICTS = {
    "correct": verdict("correct"),
    "partly correct": verdict("partly correct", 2, OFF),
    "incorrect": verdict("incorrect", 12, OFF, Diagnosis("sign", "And again.")),
    "unfinished": verdict("unfinished", 12, Diagnosis("not finished yet", "Go on.")),
    "not attempted": verdict("not attempted", 0, Diagnosis("not written yet", "Write it.")),
}


def test_what_a_course_leaves_out_is_told_without_points():
    practised = replace(VERDICTS["correct"], score=0.0, points=0.0)
    assert as_text(practised).startswith("update_weights: correct.")


def without_hints(said):
    """A card without the hints that it folds up, or a text without the line in their place."""
    said = re.sub(r"<details.*</details>", "", said, flags=re.DOTALL)
    return re.sub(r"\nFor a hint: .*", "", said)


def words(card):
    """What a screen reader reads out, with single spaces."""
    read = re.sub(r"<span aria-hidden.*?</span>", "", without_hints(card))
    read = re.sub(r"</?(sub|sup|em|code)\b[^>]*>", "", read)  # these don't separate words
    return plain("  ".join(text for tag, text in tags_in(read) if tag == "text"))


def plain(text):
    """With single spaces, ordinary letters for raised and lowered ones, and no signs for them."""
    return " ".join(re.sub(r"[\^()]", "", unicodedata.normalize("NFKC", text)).split())


def styles(card):
    return [attributes.get("style", "") for tag, attributes in tags_in(card) if tag != "text"]


@pytest.mark.parametrize("status", VERDICTS)
@pytest.mark.parametrize("options", [{}, {"values": False}, {"hinted": False}])
def test_a_card_says_what_the_text_says(status, options):
    said, card = (as_(VERDICTS[status], **options) for as_ in (as_text, as_html))
    assert words(card) == plain(without_hints(said))


@pytest.mark.parametrize("name", EXERCISES)
def test_a_card_of_a_real_mistake_says_what_the_text_says(name):
    found = verdict_of(name, next(iter(WRONG[name].values())))
    for options in ({}, {"values": False}, {"seed": 31}, {"seed": 31, "function": "mine"}):
        said = without_hints(as_text(found, **options))
        assert words(as_html(found, **options)) == plain(said)


def test_the_lines_of_a_text():
    assert as_text(VERDICTS["correct"]) == (
        "update_weights: correct, 1.5 of 2 points. It agrees with the tested helper in all 12 "
        "cases."
    )
    assert as_text(VERDICTS["partly correct"]).splitlines() == [
        "update_weights: partly correct, 1.5 of 2 points.",
        "Off by log N. Look again.",
        "Tried on case 0: the result: expected 1, got 2.",
        "Wrong in 2 of 12 cases: case 0; case 1.",
        'For a hint: hint("update_weights")',
    ]
    assert as_text(VERDICTS["incorrect"], values=False, hinted=False).splitlines() == [
        "update_weights: incorrect, 0 of 2 points.",
        "Off by log N. Look again.",
        "Sign. And again.",
        "Wrong in all 12 cases. No points yet.",
    ]
    assert as_text(VERDICTS["not attempted"], hinted=False) == (
        "update_weights: not attempted. Write it."
    )


@pytest.mark.parametrize(("n", "more"), [(4, "case 3."), (5, "case 3 and 1 more.")])
def test_no_more_than_four_cases_are_listed(n, more):
    count = as_text(verdict("partly correct", n), hinted=False).splitlines()[-1]
    assert count == f"Wrong in {n} of 12 cases: case 0; case 1; case 2; {more}"


def test_the_mistake_and_its_name_come_first_and_the_count_last():
    found = VERDICTS["incorrect"]
    card = as_html(found, hinted=False, seed=17)
    bold = re.findall(r"<strong[^>]*>(.*?)</strong>", card)
    assert bold[1:] == ["Off by log N.", "Sign."]
    order = ["0 of 2 points", "Off by log N", "Sign", "Tried on", "To repeat it", "Wrong in all"]
    for said in (words(card), as_text(found, hinted=False, seed=17)):
        places = [said.index(part) for part in order]
        assert places == sorted(places)


def test_what_is_only_begun_is_said_in_few_words():
    for status in ("unfinished", "not attempted"):
        said = as_text(VERDICTS[status], hinted=False, seed=17)
        assert said.count("\n") == 0
        assert "seed" not in said
        assert "Wrong in" not in said


@pytest.mark.parametrize(
    ("n_wrong", "why"),
    [
        (12, "Wrong in all 12 cases. No points yet."),
        (10, "No points yet: they begin when a quarter of the cases is right."),
    ],
)
def test_why_there_are_no_points_is_said(n_wrong, why):
    assert why in as_text(verdict("incorrect", n_wrong))


@pytest.mark.parametrize("name", ["update_weights", "e_step"])
@pytest.mark.parametrize("n_right", range(0, 12, 2))
def test_points_begin_where_the_text_says(name, n_right):
    """The sentence is about what `points` counts."""
    key = key_of(name, 0)
    outcomes = [Outcome(np.asarray(right) + (i >= n_right)) for i, right in enumerate(key.expected)]
    found = judge(key, outcomes)
    share = (found.n_cases - len(found.failures)) / found.n_cases
    assert ("No points yet" in as_text(found)) == (found.score == 0)
    assert (found.score > 0) == (share >= 0.25)


@pytest.mark.parametrize(
    ("function", "called"),
    [(None, "update_weights"), ("update_weights", "update_weights"), ("mine", "mine"), ("", "f")],
)
def test_the_lines_that_repeat_a_case_have_the_name_of_the_function(function, called):
    lines = as_text(VERDICTS["incorrect"], seed=31, function=function).splitlines()
    at = next(i for i, line in enumerate(lines) if line.startswith("To repeat it"))
    given = called if called == "update_weights" else f'{called}, "update_weights"'
    assert lines[at + 1 : at + 3] == [
        f"    case = check({given}, seed=31).case",
        f"    {called}(*case.arguments)  # expected: case.expected",
    ]
    assert ("as f" in lines[at]) == (function == "")
    card = as_html(VERDICTS["incorrect"], seed=31, function=function)
    code = re.search(r"<pre.*?</pre>", card, re.DOTALL)
    assert plain(words(code[0])) == plain(" ".join(lines[at + 1 : at + 3]))


def test_nothing_is_repeated_without_a_seed_or_where_nothing_failed():
    assert "seed=" not in as_text(VERDICTS["incorrect"])
    assert "seed=" not in as_text(VERDICTS["correct"], seed=3)


@pytest.mark.parametrize("name", EXERCISES)
def test_a_wrong_answer_s_card_holds_all_hints_each_inside_the_one_before(name):
    nothing = replace(failure("a case"), outcome=Outcome(None))
    found = Verdict(name, "incorrect", 0.0, 2, 1, (nothing,), (OFF,))
    card = as_html(found)
    depth, seen = 0, []
    for part in re.findall(r"<details[^>]*>|</details>|<summary[^>]*>[^<]*", card):
        if part.startswith("<summary"):
            seen.append((depth, part.partition(">")[2]))
        depth += part.startswith("<details") - part.startswith("</details")
    n = len(EXERCISES[name].hints) + 1
    assert seen == [(i, f"Hint {i} of {n}") for i in range(1, n + 1)]
    assert depth == 0
    assert " open" not in card
    assert html.escape(EXERCISES[name].skeleton.strip()) in card
    assert "<details" not in as_html(found, hinted=False)
    assert "<details" not in as_html(VERDICTS["correct"])


def test_without_values_and_without_a_name_the_case_is_named():
    assert "It fails on case 0." in as_text(verdict("incorrect", 12), values=False)


def test_without_values_there_is_no_picture():
    found = verdict_of("e_step", next(iter(WRONG["e_step"].values())))
    assert "<img" in as_html(found)
    assert "<img" not in as_html(found, values=False)


AWKWARD = "<script>alert('1 < 2')</script> & \"more\""


def test_html_in_what_is_said_is_text():
    diagnoses = (Diagnosis(AWKWARD, AWKWARD),)
    card = as_html(
        Verdict("update_weights", "incorrect", 0.0, 2, 1, (failure(AWKWARD, AWKWARD),), diagnoses)
    )
    assert "script" not in {tag for tag, _ in tags_in(card)}
    assert words(card).count(plain(AWKWARD)) == 4
    card = framed(AWKWARD, "correct", [AWKWARD])
    assert "script" not in {tag for tag, _ in tags_in(card)}
    assert words(card) == plain(f"{AWKWARD} {AWKWARD}")


@pytest.mark.parametrize("status", STATUSES)
def test_a_card_has_a_heading_and_a_sign_beside_its_colour(status):
    tags = tags_in(framed("A headline.", status, ["A line."]))
    assert tags[0][0] == "div"
    assert "role" not in tags[0][1]  # it stands on pages, too, on which nothing appears
    (heading,) = (attributes for tag, attributes in tags if tag == "strong")
    assert (heading["role"], heading["aria-level"]) == ("heading", "3")
    i = next(i for i, (tag, _) in enumerate(tags) if tag == "span")
    assert tags[i][1]["aria-hidden"] == "true"
    assert tags[i + 1] == ("text", SIGNS[status])
    looks = {tuple(styles(framed("", other))) for other in STATUSES}
    assert len(looks) == len(STATUSES)


@pytest.mark.parametrize("status", STATUSES)
def test_what_is_written_on_a_card_can_be_read(status):
    card, strong = (
        dict(part.split(": ") for part in style.split("; "))
        for style in styles(framed("A headline.", status, ["A line."]))
        if "color: " in style
    )
    assert contrast(card["color"], card["background"]) >= 4.5
    assert contrast(strong["color"], card["background"]) >= 4.5
    assert contrast(card["border-left"].split()[-1], card["background"]) >= 3


@pytest.mark.parametrize("lines", [[], ["One."], ["One.", "Two.", "Three."]])
def test_a_card_takes_any_number_of_lines_and_a_picture(lines):
    card = framed("Headline.", "correct", lines, "<img alt='A picture.'>")
    assert words(card) == " ".join(["Headline.", *lines])
    assert [a["alt"] for tag, a in tags_in(card) if tag == "img"] == ["A picture."]


def test_an_exception_is_a_sentence_and_no_traceback():
    def unlucky(responsibilities):
        return responsibilities @ responsibilities

    said = as_text(verdict_of("update_weights", unlucky))
    assert "return responsibilities @ responsibilities" in said
    for word in ("Traceback", "File ", "numpy/", "^^^", __file__):
        assert word not in said
        assert word not in as_html(verdict_of("update_weights", unlucky))


def test_what_a_student_wrote_is_quoted_as_it_is_and_what_we_wrote_is_typeset():
    """Though the student's names look like signs."""
    error = RaisedException("NameError", "name 'pi_k' is not defined")
    line = CodeLine(3, "N_k = a *b* r_nk")
    raised = Outcome(status=CallStatus.RAISED, exception=error, line=line)
    mistake = Diagnosis("N_k missing", f"Sum r_nk. There it raised {error} at {line}")
    found = Verdict(
        "update_means",
        "incorrect",
        0.0,
        3,
        1,
        (Failure(Case("a case", ()), f"it raised {error}", raised, 0),),
        (mistake,),
    )
    assert as_text(found, hinted=False).splitlines()[1:] == [
        f"Nₖ missing. Sum rₙₖ. There it raised {error} at {line}",
        f"Tried on a case: it raised {error}",
        "Wrong in the only case. No points yet.",
    ]
    card = as_html(found)
    texts = [text for tag, text in tags_in(card) if tag == "text"]
    assert any(f"There it raised {error} at {line}" in text for text in texts)
    assert "<em>" not in card
    assert without_hints(card).count("<sub") == 2


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("sign", "Sign."),
        ("max_iter ignored", "max_iter ignored."),
        ("E-step twice", "E-step twice."),
    ],
)
def test_a_title_begins_with_a_capital_but_an_identifier_keeps_its_case(name, title):
    found = verdict("incorrect", 1, Diagnosis(name, "Look again."))
    assert as_text(found).splitlines()[1] == f"{title} Look again."


# without values


def shown_as(value):
    """The ways in which the numbers of a result could be written, if they are not whole."""
    if isinstance(value, tuple) and not isinstance(value, Unusable):
        return set().union(*map(shown_as, value))
    numbers = np.ravel(value).tolist() if isinstance(value, np.ndarray) else []
    return {f"{abs(x):.{n}g}" for x in numbers for n in (4, 6) if x % 1}


def unknown_mistakes(name):
    """Functions whose mistake has no name, so that symptoms speak; one is wrong everywhere."""
    reference, n_calls = EXERCISES[name].reference, itertools.count()

    def perturbed(*arguments):
        return reference(*arguments) * (1.1 + 0.3 * np.sin(next(n_calls)))

    unnamed = [f for style, f in WRONG[name].items() if not NAMED[name][style]]
    several_results = name in ("sample_gmm", "em_step", "fit_em")
    return [*unnamed[:2], *([] if several_results else [perturbed])]


@pytest.mark.parametrize("name", EXERCISES)
def test_without_values_no_number_is_shown_that_is_expected_or_returned(name):
    for function in unknown_mistakes(name):
        found = verdict_of(name, function)
        secret = {
            number
            for failure in found.failures
            for value in (failure.expected, failure.outcome.value)
            for number in shown_as(value)
        }
        text = as_text(found, values=False) + as_html(found, values=False)
        shown = set(re.findall(r"\d[\d.]*(?:e[-+]?\d+)?", text))
        assert shown & {number for number in secret if len(number) > 4} == set(), text


@pytest.mark.parametrize(
    ("cost", "said"),
    [
        (None, "A number. Seen: 3."),
        (Cost.NOTHING, "A number. It is too small to cost points. Seen: 3."),
        (
            Cost.A_QUARTER,
            "A number. This costs a quarter of the points, however many cases show it. Seen: 3.",
        ),
    ],
)
def test_what_a_small_number_costs_is_said_before_the_values(cost, said):
    diagnosis = Diagnosis("small number", "A number.", "Seen: 3.", cost=cost)
    failure = Failure(Case("ordinary data", ()), "it is wrong.", Outcome(1.0), 2.0)
    verdict = Verdict("e_step", Status.PARTIAL, 3.75, 5.0, 1, (failure,), (diagnosis,))
    assert f"Small number. {said}\n" in as_text(verdict)
