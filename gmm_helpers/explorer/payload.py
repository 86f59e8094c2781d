"""Numbers on their way to the browser: words as JSON, arrays as bytes, in one block.

The block is: the length of the head (4 bytes), the head (JSON), then the arrays, each on a
multiple of 8 bytes, so that the browser reads them in place. `static/payload.js` unpacks it.
"""

from __future__ import annotations

import json
import struct
import zlib

import numpy as np

__all__ = ["compress", "pack"]


def pack(words: dict, **arrays: np.ndarray) -> bytes:
    """Put words and arrays into one block of bytes.

    Parameters
    ----------
    words : dict
        Anything JSON can say.
    **arrays : ndarray
        Of float64, float32 or int32.

    Returns
    -------
    bytes

    Examples
    --------
    >>> len(pack({"name": "ring"}, X=np.zeros((3, 2)))) % 8
    0
    """
    table, body = {}, b""
    for name, values in arrays.items():
        values = np.ascontiguousarray(values)
        little = values.astype(values.dtype.newbyteorder("<"))
        table[name] = {"dtype": values.dtype.str[1:], "shape": values.shape, "offset": len(body)}
        body += _padded(little.tobytes(), 0, b"\0")
    head = _padded(json.dumps({"words": words, "arrays": table}).encode(), 4, b" ")
    return struct.pack("<I", len(head)) + head + body


def compress(words: dict, params: np.ndarray, **arrays: np.ndarray) -> bytes:
    """Like `pack`, but in a third of the space; `params` lose half of their digits.

    From one iteration to the next, parameters hardly change: the second differences of their
    bits are mostly zeros, and zeros take no space.

    Parameters
    ----------
    words : dict
    params : ndarray of shape (n_iter + 1, n_numbers)
        Kept as float32.
    **arrays : ndarray

    Returns
    -------
    bytes
        In zlib's format.

    Examples
    --------
    >>> params = np.ones((50, 3))
    >>> len(compress({}, params)) < len(pack({}, params=params)) / 3
    True
    """
    bits = params.astype("<f4").view("<i4").T
    for _ in range(2):
        bits = np.diff(bits, axis=1, prepend=bits.dtype.type(0))
    planes = np.ascontiguousarray(bits).view(np.uint8).reshape(-1, 4).T
    words = {**words, "planes": params.shape}
    return zlib.compress(pack(words, **arrays, params=_as_int32(planes)), 9)


def _as_int32(planes: np.ndarray) -> np.ndarray:
    return np.ascontiguousarray(planes).reshape(-1).view("<i4")


def _padded(part: bytes, before: int, filler: bytes) -> bytes:
    return part + filler * (-(len(part) + before) % 8)
