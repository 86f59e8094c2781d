"""The folder OUT, before anything is graded and when it cannot be written any more."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..failures import BadArgumentError

__all__ = ["UnwritableError", "check_output", "writing_to"]


class UnwritableError(RuntimeError):
    """OUT cannot be written; the message says why, in one line without an end."""


@contextmanager
def writing_to(out: Path) -> Iterator[None]:
    """What the disk says becomes an `UnwritableError`.

    Parameters
    ----------
    out : Path

    Examples
    --------
    >>> with writing_to(Path("/dev/null/grades")):
    ...     Path("/dev/null/grades").mkdir()
    Traceback (most recent call last):
    ...
    gmm_helpers.grading.reports.output_folder.UnwritableError: /dev/null/grades cannot be \
written (Not a directory)
    """
    try:
        yield
    except (OSError, RuntimeError) as error:  # resolve() calls a loop of links a RuntimeError
        if isinstance(error, RuntimeError) and "loop" not in str(error):
            raise
        raise UnwritableError(f"{out} cannot be written ({_why(error, out)})") from None


def _why(error: Exception, out: Path) -> str:
    """What the disk says, and of which file if it is another one."""
    if not isinstance(error, OSError) or not error.strerror:
        return str(error)
    place = Path(str(error.filename2 or error.filename or out))
    place = place.parent if place.name.endswith(".unfinished") else place
    return error.strerror if place == out else f"{error.strerror}: {place}"


def check_output(options: Namespace) -> None:
    """See that OUT is a folder for this run alone.

    Parameters
    ----------
    options : Namespace
        As `cli` parses them.

    Raises
    ------
    BadArgumentError
    UnwritableError
    """
    out = options.output
    with writing_to(out):
        is_file = out.exists() and not out.is_dir()
        in_use = out.is_dir() and any(out.iterdir())
        inside = options.submissions.resolve() in (out.resolve(), *out.resolve().parents)
    if is_file:
        raise BadArgumentError(f"--output {out} is a file: name a folder.")
    if in_use and not options.resume:
        begun = ", or --resume" * (out / "settings.json").exists()
        raise BadArgumentError(f"--output {out} is not empty: name another folder{begun}.")
    if inside and options.submissions.is_dir():
        raise BadArgumentError(
            f"--output {out} lies within the submissions, and would be taken for a student."
        )
