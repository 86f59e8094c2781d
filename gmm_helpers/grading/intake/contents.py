"""What a file is by its first bytes, whatever a browser or a mail program has called it."""

from __future__ import annotations

import gzip
import io
import json
import re
import zlib

from ..notices import NoticeKind, UnreadableError

__all__ = ["HEAD", "expand", "is_link", "is_web_page", "is_zip", "seems_notebook"]

MAX_LINK = 2_000  # bytes
HEAD = 2**16  # bytes by which a notebook is recognised
_GZIP = b"\x1f\x8b"
_KEYS = re.compile(r'"(?:cells|nbformat|worksheets)"\s*:')
_LINK = re.compile(rb"(?:[\w .:]{0,40}\s)?(?:<|\[[^\]\n]*\]\()?https?://\S+", re.IGNORECASE)
_PAGE = re.compile(rb"\s*<(?:!doctype html|html|head|body|!--)", re.IGNORECASE)


def is_zip(content: bytes) -> bool:
    """Whether it begins like a zip."""
    return content.startswith(b"PK\x03\x04")


def is_link(head: bytes) -> bool:
    """Whether a file holds nothing but the address of another one.

    Examples
    --------
    >>> is_link(b"https://colab.research.google.com/x\\n"), is_link(b"See https://x.org for more.")
    (True, False)
    """
    text = head.removeprefix(b"\xef\xbb\xbf").strip()
    return len(text) < MAX_LINK and bool(_LINK.fullmatch(text))


def is_web_page(content: bytes) -> bool:
    """Whether it begins like a page that a browser has saved."""
    return bool(_PAGE.match(content.removeprefix(b"\xef\xbb\xbf")))


def seems_notebook(head: bytes) -> bool:
    """Whether a file that begins so is JSON with what a notebook has.

    Examples
    --------
    >>> seems_notebook(b'{"cells": []'), seems_notebook(b'{"x": 1}'), seems_notebook(b"%PDF")
    (True, False, False)
    """
    if head.startswith(_GZIP):
        try:
            head = zlib.decompressobj(wbits=31).decompress(head, HEAD)
        except zlib.error:
            return False
    text = head.decode(json.detect_encoding(head), "replace").lstrip()
    return text.startswith("{") and bool(_KEYS.search(text))


def expand(content: bytes, limit: int) -> bytes:
    """What was packed with gzip; anything else as it is.

    Raises
    ------
    UnreadableError
        If it is broken, or longer than the limit.
    """
    if not content.startswith(_GZIP):
        return content
    try:
        with gzip.open(io.BytesIO(content)) as file:
            unpacked = file.read(limit + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise UnreadableError(NoticeKind.NOT_UNPACKED(error=type(error).__name__)) from None
    if len(unpacked) > limit:
        raise UnreadableError(NoticeKind.TOO_LARGE(limit=limit // 2**20))
    return unpacked
