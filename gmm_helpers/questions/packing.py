"""A question as a line that gives nothing away.

A notebook is also read where its code is not folded: on GitHub, in an exported page, in an editor.
So the build packs the call that asks a question, answers and all, and a cell unpacks and runs it.
"""

from __future__ import annotations

import base64
import bz2

__all__ = ["pack", "unpack"]


def pack(code: str) -> str:
    """Pack the text of a call; the same for the same text, whatever the version of Python.

    Examples
    --------
    >>> unpack(pack('ask("two", "1 + 1?")'))
    'ask("two", "1 + 1?")'
    """
    return base64.urlsafe_b64encode(bz2.compress(code.encode("utf-8"))).decode("ascii")


def unpack(packed: str) -> str:
    """The text that was packed.

    Raises
    ------
    ValueError
        If it was not, or was changed since.
    """
    try:
        code = bz2.decompress(base64.urlsafe_b64decode(packed)).decode("utf-8")
        if not code:
            raise ValueError
        return code
    except (OSError, ValueError):  # also what base64 and UTF-8 complain of
        raise ValueError(
            "This question was changed and can't be read: take the cell from the notebook as it "
            "was handed out."
        ) from None
