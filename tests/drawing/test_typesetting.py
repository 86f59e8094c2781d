"""Signs become Unicode and HTML, code stays code, and nothing of a message is lost."""

import html
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.drawing import tags_in

from gmm_helpers.drawing.typesetting import capitalize, typeset, typeset_plain
from gmm_helpers.exercises import EXERCISES
from gmm_helpers.exercises.mistakes.messages import message_of

ELEMENTS = {"sub", "sup", "em", "code"}
EXAMPLES = {
    # a message: as plain text, as HTML
    "pi_k": ("πₖ", "π<sub>k</sub>"),
    "mu_k and Sigma_k.": ("μₖ and Σₖ.", "μ<sub>k</sub> and Σ<sub>k</sub>."),
    "log π_k": ("log πₖ", "log π<sub>k</sub>"),
    "N_k - 1": ("Nₖ - 1", "N<sub>k</sub> - 1"),
    "r_nk x_n": ("rₙₖ xₙ", "r<sub>nk</sub> x<sub>n</sub>"),
    "L_ii": ("Lᵢᵢ", "L<sub>ii</sub>"),
    "x_1, x_2": ("x₁, x₂", "x<sub>1</sub>, x<sub>2</sub>"),
    "x_d": ("x_d", "x<sub>d</sub>"),  # Unicode has no such sign
    "p(x_n | μ_k, Σ_k)": ("p(xₙ | μₖ, Σₖ)", "p(x<sub>n</sub> | μ<sub>k</sub>, Σ<sub>k</sub>)"),
    "L L^T": ("L Lᵀ", "L L<sup>T</sup>"),
    "X^T X": ("Xᵀ X", "X<sup>T</sup> X"),
    "(x - μ_k)^T": ("(x - μₖ)ᵀ", "(x - μ<sub>k</sub>)<sup>T</sup>"),
    "x_n^T": ("xₙᵀ", "x<sub>n</sub><sup>T</sup>"),
    "Sigma^-1": ("Σ⁻¹", "Σ<sup>-1</sup>"),
    "|x|^2": ("|x|²", "|x|<sup>2</sup>"),
    "10^12": ("10¹²", "10<sup>12</sup>"),
    "e^a": ("e^a", "e<sup>a</sup>"),
    "(2π)^(D/2)": ("(2π)^(D/2)", "(2π)<sup>D/2</sup>"),
    "2^(n-1)": ("2ⁿ⁻¹", "2<sup>n-1</sup>"),
    "a *smaller* one, *how often*": (
        "a smaller one, how often",
        "a <em>smaller</em> one, <em>how often</em>",
    ),
    "*all r_nk*": ("all rₙₖ", "<em>all r<sub>nk</sub></em>"),
    "`scale` and `x_n`": ("scale and x_n", "<code>scale</code> and <code>x_n</code>"),
    "max_iter ignored": ("max_iter ignored", "<code>max_iter</code> ignored"),
    "e_step, not e_step(...).": (
        "e_step, not e_step(...).",
        "<code>e_step</code>, not <code>e_step(...)</code>.",
    ),
    'hint("e_step")': ('hint("e_step")', "<code>hint(&quot;e_step&quot;)</code>"),
    "np.cov(X.T, ddof=1).": ("np.cov(X.T, ddof=1).", "<code>np.cov(X.T, ddof=1)</code>."),
    "means[labels[n]] or X[n]": (
        "means[labels[n]] or X[n]",
        "<code>means[labels[n]]</code> or <code>X[n]</code>",
    ),
    "x_n[0] and x_n.shape": (
        "x_n[0] and x_n.shape",
        "<code>x_n[0]</code> and <code>x_n.shape</code>",
    ),
    "max_iter=0, tol": ("max_iter=0, tol", "<code>max_iter=0</code>, <code>tol</code>"),
    "name 'N_k' is not defined": (
        "name 'N_k' is not defined",
        "name <code>&#x27;N_k&#x27;</code> is not defined",
    ),
}
PROSE = (
    "Look for +=, -=, *=, /= and for 2 * 3 * 4.",
    "shape (K, D), at [0, 0], k-means' M-step's, e.g. i.e. 1/2 and 0.5",
    "02_e_step.ipynb has 1 case(s), if D = 1 and x < 2 & y > 3.",
    "",
)


def bare(text):
    """HTML without styles."""
    return re.sub(r' style="[^"]*"', "", text)


def read(text):
    """The text of HTML, as a browser reads it."""
    return "".join(each for tag, each in tags_in(text) if tag == "text")


def letters(text):
    """Letters and digits alone, raised and lowered ones as ordinary ones."""
    for name, sign in {"pi": "π", "mu": "μ", "Sigma": "Σ", "theta": "θ", "Lambda": "Λ"}.items():
        text = text.replace(name, sign)
    return [sign for sign in unicodedata.normalize("NFKC", text) if sign.isalnum()]


@pytest.mark.parametrize(("text", "expected"), EXAMPLES.items())
def test_signs_and_code(text, expected):
    assert (typeset_plain(text), bare(typeset(text))) == expected


@pytest.mark.parametrize("text", PROSE)
def test_prose_stays_as_it_is(text):
    assert (typeset_plain(text), typeset(text)) == (text, html.escape(text))


@pytest.mark.parametrize("text", EXAMPLES)
def test_what_is_quoted_stays_as_it_is(text):
    assert typeset_plain(f"It raised {text} at r_nk", [text]) == f"It raised {text} at rₙₖ"
    assert typeset(text, ["", text]) == html.escape(text)


def test_the_longest_quotation_counts():
    quoted = ["N_k", "N_k = r_nk"]
    assert typeset_plain("N_k = r_nk, r_nk", quoted) == "N_k = r_nk, rₙₖ"


def test_code_has_the_colours_of_its_card_under_a_dark_theme():
    (attributes,) = [a for tag, a in tags_in(typeset("max_iter")) if tag == "code"]
    assert {"color: inherit", "background: none"} <= set(attributes["style"].split("; "))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sign", "Sign"),
        ("2π omitted", "2π omitted"),
        ("max_iter ignored", "max_iter ignored"),
        ("tol ignored", "tol ignored"),
        ("total not reset", "Total not reset"),
        ("r_nk squared", "r_nk squared"),
        ("np.cov used", "np.cov used"),
        ("log N missing", "Log N missing"),
        ("E-step", "E-step"),
        ("", ""),
    ],
)
def test_a_sentence_begins_with_a_capital_unless_with_a_sign_or_code(text, expected):
    assert capitalize(text) == expected


PIECES = st.one_of(
    st.sampled_from([*EXAMPLES, *PROSE, *"*`^_<'& ", "^T", "_k", "&amp;", "<b>"]),
    st.text(max_size=5),
)
TEXTS = st.lists(PIECES, max_size=12).map("".join)


@given(TEXTS)
def test_no_letter_and_no_digit_is_lost(text):
    assert letters(read(typeset(text))) == letters(text)
    assert letters(typeset_plain(text)) == letters(text)


@given(TEXTS, st.lists(TEXTS, max_size=2))
def test_html_in_a_message_is_text(text, quoted):
    shown = typeset(text + "".join(quoted), quoted)
    assert {tag for tag, _ in tags_in(shown) if tag != "text"} <= ELEMENTS
    for element in ELEMENTS:
        assert len(re.findall(rf"<{element}\b", shown)) == shown.count(f"</{element}>")
    without = re.sub(r"</?(?:sub|sup|em|code)(?: style=\"[^\"<>]*\")?>", "", shown)
    assert not set("<>\"'") & set(without)


@given(st.text())
def test_text_without_markup_stays_as_it_is(text):
    if not set("_^*`[(=.'") & set(text) and not set(re.findall(r"\w+", text)) & {"rng", "tol"}:
        assert typeset_plain(text) == text
        assert html.unescape(typeset(text)) == text


@pytest.mark.parametrize("name", EXERCISES)
def test_no_message_of_the_course_keeps_its_markup(name):
    exercise = EXERCISES[name]
    for message in (*exercise.hints, *(message_of(name, mistake) for mistake in exercise.mistakes)):
        assert not re.search(r"`|\*\w|\w\*|[\^_](?:T|[nk]{1,2})\b", typeset_plain(message)), message
