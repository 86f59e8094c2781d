"""From the arguments of the command line to everything in the output folder."""

from __future__ import annotations

import secrets
import sys
import time
from argparse import Namespace
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from ..exercises.statuses import Isolation, Status
from .adjustments.applying import read_files
from .adjustments.problems import tell
from .answers.pages import write_answers
from .errors import BadArgumentError, UnwritableError
from .handover import notice_of_handover
from .intake.class_folder import collect
from .intake.people.enrolment import enrol
from .intake.people.roster import read_roster
from .intake.student_folder import StudentFolder, load
from .intake.submission import Submission, digest_of
from .jail import Limits, scale_limits
from .notices import Notice, NoticeKind, join
from .parsing.release import Credit, Release, read_release, with_credit
from .processes import grade_all
from .reports.adjusted import adjust_results
from .reports.files import file_names
from .reports.formgrader.opened_gradebook import open_gradebook
from .reports.output_folder import bad_output, check_files, check_output, writing_to
from .reports.outputs import write_outputs, write_report
from .reports.progress import progress_of
from .reports.results import About, Result, chapters_in, complete
from .session import Session, versions
from .settings import PUBLIC_SEED, Settings
from .upload.outputs import class_list_of, write_upload
from .workers import MakeRunner, jailed

__all__ = ["NOBODYS", "grade_class"]

NOBODYS = 3  # the status where files belong to nobody
_TOLD = (NoticeKind.NOT_LISTED, NoticeKind.UNDECIDED, NoticeKind.SAME_PERSON)


def grade_class(options: Namespace, make_runner: MakeRunner = jailed) -> int:
    """Grade everything and write the reports; the result is the status of the process.

    It is 0, whatever anybody scored, or `NOBODYS` or `NOT_APPLIED`. The options are as `cli` parses
    them.

    Raises
    ------
    BadArgumentError
    BrokenWorkerError
    UnwritableError
        If the output folder could be written at first, but not any more.
    """
    begun = time.perf_counter()
    out = options.output
    check_output(options)
    check_files(options)
    try:
        given = with_credit(read_release(options.release), _credit(options))
        release = _only(given, options.notebooks)
        roster = None if options.roster is None else read_roster(options.roster)
        class_list = class_list_of(options)
        folders, notes = collect(options.submissions, given)
        files = read_files(options)
    except (ValueError, OSError) as error:
        raise BadArgumentError(str(error)) from None
    if roster is not None:
        folders, told = enrol(folders, roster)
        notes += told
    limits = Limits() if options.timeout is None else scale_limits(Limits(), options.timeout)
    settings = Settings(
        *(_seed(options), release, limits, options.isolation, given, options.helper_counts),
        public_seed=_public_seed(options),
    )
    gradebook, in_formgrader = open_gradebook(options)
    session = Session(out, file_names(folder.student for folder in folders))
    try:
        with writing_to(out):
            session.begin(settings)
    except UnwritableError as error:
        raise bad_output(error) from None
    notes += notice_of_handover()
    jsons = list(_grade(folders, settings, session, options, make_runner))
    chapters = release.chapters if options.notebooks else chapters_in(jsons, release)
    by_student = {json["student"]: complete(json, chapters) for json in jsons}
    results = [by_student[f.student]._replace(known=f.person) for f in folders]
    graded, (results, problems) = results, adjust_results(results, files, in_formgrader)
    about = About(
        *(settings.seed, versions(), _isolation(results), tuple(notes), chapters),
        settings.helper_counts,
        settings.public_seed,
        tuple(problems),
    )
    with writing_to(out):
        write_outputs(out, results, session.names, about)
        write_answers(out, results, about)
        rest = write_upload(out, results, session.names, roster or (), class_list, options)
        write_report(out, results, session.names, about)
    if gradebook is not None:
        own, _ = adjust_results(graded, files)  # what is there already is not given again
        by_name = {folder.student: folder for folder in folders}
        for problem in gradebook.write(own, lambda student: load(by_name[student])):
            print(f"gmm-grade: {problem}", file=sys.stderr)
    _print_summary(results, out, about.isolation, time.perf_counter() - begun)
    for sentence in rest:
        print(f"gmm-grade: {sentence}", file=sys.stderr)
    return max(_tell(notes), tell(problems))


def _credit(options: Namespace) -> Credit | None:
    kind = options.questions
    return None if kind == "none" else Credit(options.question_points, kind == "right")


def _seed(options: Namespace) -> int:
    stored = Session.stored(options.output).get("seed") if options.resume else None
    if stored is not None and options.seed not in (None, stored):
        raise BadArgumentError(
            f"{options.output} was started with --seed {stored}: "
            "everybody must have the same cases."
        )
    if stored is not None:
        return stored
    return secrets.randbelow(2**32) if options.seed is None else options.seed


def _public_seed(options: Namespace) -> int:
    stored = Session.stored(options.output).get("public_seed") if options.resume else None
    if options.public_seed is not None:
        return options.public_seed
    return stored if isinstance(stored, int) else PUBLIC_SEED


def _only(release: Release, names: Sequence[str] | None) -> Release:
    if not names:
        return release
    by_name = {chapter.name: chapter for chapter in release.chapters}
    kept = {name.removesuffix(".ipynb"): name for name in names}
    for stem, name in kept.items():
        if stem not in by_name:
            raise ValueError(f"no notebook is called {name}: choose from {', '.join(by_name)}.")
    return Release(tuple(chapter for name, chapter in by_name.items() if name in kept))


def _grade(
    folders: Sequence[StudentFolder],
    settings: Settings,
    session: Session,
    options: Namespace,
    make_runner: MakeRunner,
) -> Iterator[dict[str, Any]]:
    """Everything, as it is done; what was done before comes last, and on disk when it comes."""
    stored: list[dict[str, Any]] = []

    def waiting() -> Iterator[Submission]:
        """Submissions that are still to be graded, read when they are asked for."""
        for folder in folders:
            submission = load(folder)
            result = session.load(submission.student, digest_of(submission))
            if result is None:
                yield submission
            else:
                stored.append(result)
                update()

    graded = _grade_waiting(waiting(), settings, options, make_runner)
    # Its processes end, whatever happens here.
    with progress_of(len(folders)) as update, closing(graded):
        for result in graded:
            with writing_to(options.output):
                session.keep(result)
            update()
            yield result
        yield from stored


def _grade_waiting(
    waiting: Iterable[Submission],
    settings: Settings,
    options: Namespace,
    make_runner: MakeRunner,
) -> Generator[dict[str, Any], None, None]:
    if options.scheduler is None:
        return grade_all(waiting, settings, options.workers, make_runner)
    try:
        from .cluster import grade_on
    except ModuleNotFoundError:
        message = "--scheduler needs dask: pip install 'gmm-helpers[grading]'"
        raise BadArgumentError(message) from None
    return grade_on(waiting, settings, options.scheduler, make_runner)


def _isolation(results: Sequence[Result]) -> Isolation:
    """The weakest that any submission was run in; nothing is run of an empty one."""
    kinds = {Isolation(result.isolation) for result in results if result.isolation}
    if Isolation.NONE in kinds or not kinds:
        return Isolation.NONE if kinds else Isolation.NOTHING_RAN
    return Isolation.USER if Isolation.USER in kinds else Isolation.BUBBLEWRAP


def _print_summary(
    results: Sequence[Result], out: Path, isolation: Isolation, seconds: float
) -> None:
    n_review = sum(result.total.status == Status.NEEDS_REVIEW for result in results)
    if isolation is Isolation.NONE:
        advice = "gmm-grade --doctor says what is missing"
        print(f"gmm-grade: student code ran without isolation: {advice}.", file=sys.stderr)
    handed_in = sum(result.is_handed_in for result in results)
    verb = "needs" if n_review == 1 else "need"
    print(
        f"{handed_in} of {len(results)} handed in; {seconds:.0f} s; "
        f"{n_review} {verb} review. See {out / 'report.html'}, "
        f"and {out / 'upload' / 'README.txt'} for your LMS.",
    )


def _tell(notes: Sequence[Notice]) -> int:
    """Print what concerns people as a whole; the result is the status of the process."""
    status = 0
    for note in notes:
        if note.kind in _TOLD:
            print(f"gmm-grade: {note}", file=sys.stderr)
        elif note.kind == NoticeKind.NOBODYS_NOTEBOOKS:
            files, status = note.fields["files"], NOBODYS
            what = "1 file belongs" if len(files) == 1 else f"{len(files)} files belong"
            advice = "put each into a folder named after its student, then use --resume"
            names = join(files)
            print(f"gmm-grade: {what} to nobody, not graded: {names}; {advice}.", file=sys.stderr)
    return status
