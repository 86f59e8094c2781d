"""The output folder, before anything is graded and when it can't be written any more."""

from __future__ import annotations

import errno
import os
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..adjustments.applying import POINTS, RULES
from ..errors import BadArgumentError, UnwritableError

__all__ = ["check_output", "writing_to"]

WRITTEN_BY_HAND = (POINTS, RULES)  # which may be there before anything is graded


@contextmanager
def writing_to(out: Path) -> Iterator[None]:
    """Turn errors of the disk into an `UnwritableError`."""
    try:
        yield
    except OSError as error:
        raise UnwritableError(f"{out} cannot be written ({_reason(error, out)})") from None


def _reason(error: OSError, out: Path) -> str:
    """What the disk says, and about which file if it is another one."""
    if not error.strerror:
        return str(error)
    place = Path(str(error.filename2 or error.filename or out))
    place = place.parent if place.name.endswith(".unfinished") else place
    return error.strerror if place == out else f"{error.strerror}: {place}"


def check_output(options: Namespace) -> None:
    """See that the output folder is for this run alone.

    Raises
    ------
    BadArgumentError
    UnwritableError
    """
    out = options.output
    with writing_to(out):
        is_file = out.exists() and not out.is_dir()
        in_use = out.is_dir() and any(path.name not in WRITTEN_BY_HAND for path in out.iterdir())
        place = _resolve(out)
        inside = _resolve(options.submissions) in (place, *place.parents)
    if is_file:
        raise BadArgumentError(f"--output {out} is a file: name a folder.")
    if in_use and not options.resume:
        begun = ", or --resume" * (out / "settings.json").exists()
        raise BadArgumentError(f"--output {out} is not empty: name another folder{begun}.")
    if inside and options.submissions.is_dir():
        raise BadArgumentError(
            f"--output {out} lies within the submissions, and would be treated as a student."
        )


def _resolve(path: Path) -> Path:
    """`Path.resolve`; a loop of links is an `OSError` in every version of Python."""
    try:
        return path.resolve()
    except RuntimeError:  # before Python 3.13
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path)) from None
