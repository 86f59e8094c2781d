"""Numbers on their way to the browser: words as JSON, arrays as bytes, in one block.

The block is: the length of the head (4 bytes), the head (JSON), then the arrays, each on a
multiple of 8 bytes, so that the browser reads them in place. `static/payload.js` unpacks it.
"""

from __future__ import annotations

import json
import struct
import zlib

import numpy as np

__all__ = ["MANTISSA", "compress", "pack", "rounded"]

MANTISSA = 52  # bits of it in a float64
ORDER = 4  # of the differences; more save nothing


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


def compress(words: dict, params: np.ndarray, bits: int = MANTISSA, **arrays) -> bytes:
    """Like `pack`, but in a fraction of the space.

    From one iteration to the next, parameters change smoothly: high differences of their
    bits are mostly zeros, and zeros take no space. What takes space is the noise in their last
    digits, so those that nobody needs are left out.

    Parameters
    ----------
    words : dict
    params : ndarray of shape (n_iter + 1, n_numbers)
    bits : int, default=52
        How many bits of each mantissa are kept: 52 are all.
    **arrays : ndarray

    Returns
    -------
    bytes
        In zlib's format.

    Examples
    --------
    >>> params = np.linspace(1.0, 2.0, 300).reshape(100, 3)
    >>> len(compress({}, params, bits=24)) < len(pack({}, params=params)) / 3
    True
    """
    whole, dropped = _as_integers(params, bits)
    differences = whole.T
    for _ in range(ORDER):
        first = differences.dtype.type(0)
        differences = np.diff(differences, axis=1, prepend=first)
    planes = np.ascontiguousarray(differences).view(np.uint8).reshape(-1, 8).T
    words = {**words, "planes": {"shape": params.shape, "dropped": dropped, "order": ORDER}}
    return zlib.compress(pack(words, **arrays, params=_as_int32(planes)), 9)


def rounded(params: np.ndarray, bits: int) -> np.ndarray:
    """What of parameters is left after `compress`.

    Parameters
    ----------
    params : ndarray
    bits : int

    Returns
    -------
    ndarray
        As large as `params`.

    Examples
    --------
    >>> rounded(np.array([1.0, 1 / 3]), bits=8).tolist()
    [1.0, 0.3330078125]
    """
    whole, dropped = _as_integers(params, bits)
    return (whole << dropped).view("<f8")


def _as_integers(params: np.ndarray, bits: int) -> tuple[np.ndarray, int]:
    """The bits of floats as integers, rounded, and how many were dropped at their end."""
    whole = np.ascontiguousarray(params, dtype="<f8").view("<i8")
    dropped = MANTISSA - bits
    half = (1 << dropped) >> 1
    return (whole + half) >> dropped, dropped


def _as_int32(planes: np.ndarray) -> np.ndarray:
    return np.ascontiguousarray(planes).reshape(-1).view("<i4")


def _padded(part: bytes, before: int, filler: bytes) -> bytes:
    return part + filler * (-(len(part) + before) % 8)
