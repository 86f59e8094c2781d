"""From the arguments of the command line to everything in OUT."""

from __future__ import annotations

import secrets
import shutil
import sys
import time
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from tqdm import tqdm

from .failures import BadArgumentError
from .grader import Settings, jailed
from .intake.collecting import collect
from .intake.loading import Found, load
from .intake.submission import Submission, digest_of
from .jail import Limits, scale_limits
from .parsing.release import Release, read_release
from .processes import grade_all
from .reports.files import file_names
from .reports.output_folder import UnwritableError, check_output, writing_to
from .reports.outputs import About, write_outputs
from .reports.results import Result, chapters_in, completed
from .reports.summary import look_of
from .session import Session, versions

__all__ = ["grade_class"]


def grade_class(options: Namespace, make_runner: Callable[[Settings], Any] = jailed) -> int:
    """Grade everything and write the reports.

    Parameters
    ----------
    options : Namespace
        As `cli` parses them.
    make_runner : callable, default=jailed
        As for `job.Grader`.

    Returns
    -------
    int
        0, whatever anybody scored.

    Raises
    ------
    BadArgumentError
    BrokenWorkerError
    UnwritableError
        If OUT could be written at first, but not any more.
    """
    out = options.output
    try:
        check_output(options)
        given = read_release(options.release)
        release = _only(given, options.notebooks)
        found, odd = collect(options.submissions, given)
    except UnwritableError as error:
        raise _elsewhere(error) from None
    except (ValueError, OSError) as error:
        raise BadArgumentError(str(error)) from None
    settings = Settings(_seed(options), release, _limits(options.timeout), options.isolation, given)
    gradebook = _gradebook(options)
    session = Session(out, file_names(each.student for each in found))
    try:
        with writing_to(out):
            session.begin(settings)
    except UnwritableError as error:
        raise _elsewhere(error) from None
    begun = time.perf_counter()
    jsons = list(_graded(found, settings, session, options, make_runner))
    chapters = release.chapters if options.notebooks else chapters_in(jsons, release)
    results = sorted((completed(each, chapters) for each in jsons), key=lambda r: r.student)
    about = About(settings.seed, versions(), _isolation(results), tuple(odd), chapters)
    with writing_to(out):
        write_outputs(out, results, session.names, about)
    if gradebook is not None:
        by_student = {each.student: each for each in found}
        for problem in gradebook.write(results, lambda student: load(by_student[student])):
            print(f"gmm-grade: {problem}", file=sys.stderr)
    _say(results, out, about.isolation, time.perf_counter() - begun)
    return 0


def _elsewhere(error: UnwritableError) -> BadArgumentError:
    advice = "name a folder that you may write to, on a disk with room"
    return BadArgumentError(f"--output {error}: {advice}.")


def _seed(options: Namespace) -> int:
    stored = Session.stored(options.output).get("seed") if options.resume else None
    if stored is not None and options.seed not in (None, stored):
        raise BadArgumentError(
            f"{options.output} was begun with --seed {stored}: all must have the same cases."
        )
    if stored is not None:
        return stored
    return secrets.randbelow(2**32) if options.seed is None else options.seed


def _limits(seconds: float | None) -> Limits:
    return Limits() if seconds is None else scale_limits(Limits(), seconds)


def _only(release: Release, names: list[str] | None) -> Release:
    if not names:
        return release
    known = {chapter.name: chapter for chapter in release.chapters}
    wrong = [name for name in names if name.removesuffix(".ipynb") not in known]
    if wrong:
        raise ValueError(f"no notebook is called {wrong[0]}: choose from {', '.join(known)}.")
    kept = {name.removesuffix(".ipynb") for name in names}
    return Release(tuple(chapter for name, chapter in known.items() if name in kept))


def _gradebook(options: Namespace):
    """Opened before anything is graded, so that a wrong address is told at once."""
    if options.gradebook is None:
        return None
    try:
        from .reports.gradebook import Course, GradebookError
    except ModuleNotFoundError:
        message = "--gradebook needs nbgrader: pip install 'gmm-helpers[gradebook]'"
        raise BadArgumentError(message) from None
    try:
        return Course(options.gradebook, options.assignment)
    except GradebookError as error:
        raise BadArgumentError(str(error)) from None


def _graded(
    found: list[Found], settings: Settings, session: Session, options: Namespace, make_runner
) -> Iterator[dict[str, Any]]:
    """What is done already, then the rest as it is done; everything is on disk when it comes."""
    old: list[dict[str, Any]] = []
    fresh = _fresh(_waiting(found, session, old), settings, options, make_runner)
    columns = shutil.get_terminal_size().columns  # not 0 where a terminal does not say
    bar = tqdm(
        total=len(found), unit=" submissions", smoothing=0.1, disable=None, ncols=min(columns, 100)
    )
    with bar, closing(fresh):  # its processes end, whatever happens here
        for result in fresh:
            with writing_to(options.output):
                session.keep(result)
            bar.update(1 + len(old))
            yield from old
            old.clear()
            yield result
        bar.update(len(old))
        yield from old


def _waiting(found: list[Found], session: Session, old: list) -> Iterator[Submission]:
    """Submissions that are still to be graded; results of the others are put into `old`."""
    for each in found:
        submission = load(each)
        done = session.done(submission.student, digest_of(submission))
        if done is None:
            yield submission
        else:
            old.append(done)


def _fresh(waiting: Iterable[Submission], settings: Settings, options: Namespace, make_runner):
    if options.scheduler is None:
        return grade_all(waiting, settings, options.workers, make_runner)
    try:
        from .cluster import grade_on
    except ModuleNotFoundError:
        message = "--scheduler needs dask: pip install 'gmm-helpers[grading]'"
        raise BadArgumentError(message) from None
    return grade_on(waiting, settings, options.scheduler, make_runner)


def _isolation(results: list[Result]) -> str:
    """The weakest that any submission was run in; nothing is run of an empty one."""
    found = {result.isolation for result in results if result.isolation}
    return "not isolated" if "not isolated" in found else ", ".join(sorted(found)) or "nothing ran"


def _say(results: list[Result], out: Path, isolation: str, seconds: float) -> None:
    look = sum(bool(look_of(result)) for result in results)
    if isolation == "not isolated":
        why = "gmm-grade --doctor says what is missing"
        print(f"gmm-grade: student code ran without isolation: {why}.", file=sys.stderr)
    rate = len(results) / max(seconds, 1e-9)
    print(
        f"{len(results)} submissions in {seconds:.0f} s ({rate:.1f} a second); "
        f"{look} need somebody to look at what happened. See {out / 'report.html'}",
    )
