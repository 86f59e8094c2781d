"""Simple formulas in TeX, as HTML: signs, subscripts, superscripts and roots."""

from __future__ import annotations

import html
import re

from .typesetting import typeset

__all__ = ["formula_as_html", "with_formulas"]

_SIGNS = {
    "pi": "π",
    "mu": "μ",
    "Sigma": "Σ",
    "theta": "θ",
    "approx": "≈",
    "le": "≤",
    "ge": "≥",
    "log": "log ",
    "cdot": "·",
    "times": "\N{MULTIPLICATION SIGN}",
    "mid": "|",
    "sum": "Σ",
}
_FORMULA = re.compile(
    r"\\(?P<sign>" + "|".join(_SIGNS) + r")(?![a-zA-Z])"
    r"|\\sqrt\{(?P<root>[^{}]*)\}"
    r"|(?P<where>[_^])(?:\{(?P<group>[^{}]*)\}|(?P<one>\w))"
)
_BETWEEN_DOLLARS = re.compile(r"\$(?!\s)([^$\n]+)(?<!\s)\$(?!\d)")


def formula_as_html(text: str) -> str:
    r"""A formula as HTML; what is not known stays as it is written.

    Examples
    --------
    >>> formula_as_html(r"\pi_k < 1")
    'π<sub>k</sub> &lt; 1'
    """
    parts, end = [], 0
    for match in _FORMULA.finditer(text):
        parts.append(html.escape(text[end : match.start()]))
        end = match.end()
        if match["sign"]:
            parts.append(_SIGNS[match["sign"]])
        elif match["root"] is not None:
            parts.append(f"√({formula_as_html(match['root'])})")
        else:
            name = "sub" if match["where"] == "_" else "sup"
            parts.append(
                f"<{name}>{formula_as_html(match['group'] or match['one'] or '')}</{name}>"
            )
    return "".join([*parts, html.escape(text[end:])])


def with_formulas(text: str) -> str:
    """Turn a message that a person wrote into HTML: formulas between dollars, the rest typeset.

    Examples
    --------
    >>> with_formulas("$x$ is *not* 5$ or 6 $").replace("<i>", "").replace("</i>", "")
    'x is <em>not</em> 5$ or 6 $'
    """
    parts = _BETWEEN_DOLLARS.split(text)
    return "".join(
        f"<i>{formula_as_html(part)}</i>" if i % 2 else typeset(part)
        for i, part in enumerate(parts)
    )
