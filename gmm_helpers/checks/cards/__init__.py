"""The answer of a check as a card in a notebook, and as text."""

from .card import SIGNS, as_html, as_text, framed

__all__ = ["SIGNS", "as_html", "as_text", "framed"]
