"""A message against the templates: what of it may be shown."""

import pytest

from gmm_helpers.grading.judging.quoting.templates import ERRORS, Known, filled
from gmm_helpers.grading.judging.quoting.templates.matching import HIDDEN

KNOWN = Known(names=frozenset({"mine"}), numbers=frozenset({3, 30}))


@pytest.mark.parametrize(
    ("template", "message", "shown"),
    [
        ("is {any}!", "is 0.25!", "is …!"),
        ("{name} is", "mine is", "mine is"),
        ("{name} is", "theirs is", "… is"),
        ("{number} of", "30 of", "30 of"),
        ("{number} of", "31 of", "… of"),
        ("{axes} of", "(30,3) of", "(30,3) of"),
        ("{axes} of", "(31,3) of", "(…) of"),
        ("{shape} of", "(30, 3) of", "(30, 3) of"),
        ("{names}.", "'mine' and 'theirs'.", "'mine' and '…'."),
        ("it{when} is", "it in iteration 31 of EM is", "it in iteration … of EM is"),
        ("a {operator} b", "a ** b", "a ** b"),
        ("{dtype}", "dtype('float64')", "dtype('float64')"),
        ("{dtype}", "dtype('M8')", "…"),
        ("{number} of", "3.5 of", None),
        ("{number} of", "3 of them", None),
        ("{operator}", "quarter", None),
    ],
)
def test_each_kind_of_place(template, message, shown):
    assert filled(message, template, KNOWN) == shown


def test_parentheses_and_dots_of_a_template_stand_for_themselves():
    assert filled("f(x).", "f(x).", KNOWN) == "f(x)."
    assert filled("fx_", "f(x).", KNOWN) is None


@pytest.mark.parametrize("template", ERRORS.splitlines())
def test_every_template_matches_what_it_is_made_of(template):
    """Filled in with what is hidden, so that no place is spelled wrongly."""
    values = {
        **{"any": "x", "name": "n", "names": "'a' and 'b'", "number": "9", "axes": "(9,)"},
        **{"shape": "(9,)", "pairs": "(9,)->(9,9)", "when": "", "operator": "+"},
        **{"signature": "(n?,k),(k,m?)->(n?,m?)", "dtype": "dtype('O')"},
    }
    message = template
    for kind, value in values.items():
        message = message.replace(f"{{{kind}}}", value)
    nothing = Known(numbers=frozenset())
    assert filled(message, template, nothing) is not None
    assert (
        (HIDDEN in filled(message, template, nothing))
        or message == template
        or any(
            f"{{{kind}}}" in template for kind in ("when", "operator", "signature", "dtype", "name")
        )
    )
