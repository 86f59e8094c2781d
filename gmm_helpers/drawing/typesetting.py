"""Plain text of messages and hints as people should read it: signs typeset, code marked.

Messages are written as plain text: ``pi_k``, ``L L^T``, ``max_iter``, ``*smaller*``. HTML gets
elements for them, plain text gets Unicode.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from enum import Enum

__all__ = ["capitalize", "code", "code_block", "typeset", "typeset_plain"]


class _Kind(Enum):
    """Kinds of text, each with its HTML.

    A card has its own colours under every theme, and signs must not push its lines apart.
    """

    TEXT = "{}"
    CODE = '<code style="color: inherit; background: none; padding: 0">{}</code>'
    STRESS = "<em>{}</em>"
    SUBSCRIPT = '<sub style="line-height: 0">{}</sub>'
    SUPERSCRIPT = '<sup style="line-height: 0">{}</sup>'


_GREEK = {"pi": "π", "mu": "μ", "Sigma": "Σ", "theta": "θ", "Lambda": "Λ"}

# One level of parentheses inside is enough for what messages quote.
_CALL = r"\((?:[^()\n]|\([^()\n]*\))*\)"
_INDEX = r"\[(?:[^\[\]\n]|\[[^\[\]\n]*\])*\]"
_MARKUP = re.compile(
    rf"""
      `(?P<quoted>[^`\n]+)`
    | (?<![\w.])(?P<base>{"|".join(_GREEK)}|[^\W\d_])_(?P<subscript>[a-z]{{1,2}}|\d)(?![\w\[]|\.\w)
    | (?<![\w.])(?P<greek>{"|".join(_GREEK)})(?=\^)
    | (?<![\w.])(?P<code>
        '\w+'                                              # a name in a message of Python's
      | [^\W\d]\w+=[\w.+-]*\w                              # ddof=1
      | [^\W\d]\w*(?:\.\w+)*(?:{_INDEX})+                  # labels[n]
      | (?:[^\W\d_]\w*_\w+|[^\W\d]\w+|X)(?:\.[^\W\d]\w*)+(?:{_CALL})?  # np.cov(X)
      | [^\W\d]\w*_\w+(?:{_CALL})?                         # max_iter
      | [^\W\d]\w+\((?:\.\.\.|"[^"\n]*")?\)                # hint("e_step")
      | (?:ddof|dtype|rng|tol)\b
      )
    | (?<=[\w)\]|²])\^(?:(?P<power>-?\d+|[^\W\d_])(?!\w)|\((?P<group>[^()\n]+)\))
    | (?<![\w*])\*(?P<stress>\w[\w ]*)\*(?![\w*])
    """,
    re.VERBOSE,
)
_SUBSCRIPTS = dict(zip("0123456789aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", strict=True))
_SUPERSCRIPTS = dict(zip("0123456789-+nikTDKN", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺ⁿⁱᵏᵀᴰᴷᴺ", strict=True))


def typeset(text: str, verbatim: Iterable[str] = ()) -> str:
    """Turn a message into HTML.

    Parameters
    ----------
    verbatim : iterable of str, optional
        Parts of the text that stay as they are, such as a line of a student's code.

    Returns
    -------
    str
        HTML; whatever the text holds, it has no elements but ``<sub>``, ``<sup>``, ``<em>`` and
        ``<code>``.

    Examples
    --------
    >>> typeset("weigh with *all* r_nk").replace(' style="line-height: 0"', "")
    'weigh with <em>all</em> r<sub>nk</sub>'
    """
    return "".join(
        kind.value.format(typeset(part) if kind is _Kind.STRESS else html.escape(part))
        for kind, part in _split(text, verbatim)
    )


def typeset_plain(text: str, verbatim: Iterable[str] = ()) -> str:
    """Turn a message into plain text with Unicode's signs; parameters as in `typeset`.

    Returns
    -------
    str
        What Unicode has no sign for stays as it was written.

    Examples
    --------
    >>> typeset_plain("Sigma_k = L L^T, and *not* (2π)^(D/2) or n_samples")
    'Σₖ = L Lᵀ, and not (2π)^(D/2) or n_samples'
    """
    return "".join(_plain(kind, part) for kind, part in _split(text, verbatim))


def code(text: str) -> str:
    """A piece of code within a sentence, as HTML."""
    return _Kind.CODE.value.format(html.escape(text))


def code_block(lines: Iterable[str]) -> str:
    """Lines of code to copy, as HTML, in the colours of what is around them."""
    style = "color: inherit; background: none; border: 0; margin: 0.3em 0 0.6em 1.5em; padding: 0"
    inside = html.escape("\n".join(lines))
    wrapped = "white-space: pre-wrap; overflow-wrap: anywhere"  # on a phone, names are long
    return f'<pre style="{style}; {wrapped}">{_Kind.CODE.value.format(inside)}</pre>'


def capitalize(text: str) -> str:
    """Begin a sentence: a capital letter, unless it begins with a sign or an identifier.

    Examples
    --------
    >>> capitalize("sign"), capitalize("max_iter ignored"), capitalize("r_nk squared")
    ('Sign', 'max_iter ignored', 'r_nk squared')
    """
    return text if _MARKUP.match(text) else text[:1].upper() + text[1:]


def _split(text: str, verbatim: Iterable[str]) -> Iterator[tuple[_Kind, str]]:
    """The parts of a text, each with its kind."""
    kept = [re.escape(part) for part in sorted(verbatim, key=len, reverse=True) if part]
    pieces = re.split(f"({'|'.join(kept)})", text) if kept else [text]
    for i, piece in enumerate(pieces):
        if i % 2:
            yield _Kind.TEXT, piece
        else:
            yield from _markup(piece)


def _markup(text: str) -> Iterator[tuple[_Kind, str]]:
    end = 0
    for match in _MARKUP.finditer(text):
        yield _Kind.TEXT, text[end : match.start()]
        end = match.end()
        if match["base"]:
            yield _Kind.TEXT, _GREEK.get(match["base"], match["base"])
            yield _Kind.SUBSCRIPT, match["subscript"]
        elif match["greek"]:
            yield _Kind.TEXT, _GREEK[match["greek"]]
        elif match["stress"]:
            yield _Kind.STRESS, match["stress"]
        elif match["power"] or match["group"]:
            yield _Kind.SUPERSCRIPT, match["power"] or match["group"]
        else:
            yield _Kind.CODE, match["quoted"] or match["code"]
    yield _Kind.TEXT, text[end:]


def _plain(kind: _Kind, part: str) -> str:
    if kind is _Kind.STRESS:
        return typeset_plain(part)
    if kind is _Kind.SUBSCRIPT:
        return _signs(part, _SUBSCRIPTS, f"_{part}")
    if kind is _Kind.SUPERSCRIPT:
        return _signs(part, _SUPERSCRIPTS, f"^{part}" if len(part) == 1 else f"^({part})")
    return part


def _signs(part: str, signs: dict[str, str], otherwise: str) -> str:
    return "".join(signs[sign] for sign in part) if set(part) <= signs.keys() else otherwise
