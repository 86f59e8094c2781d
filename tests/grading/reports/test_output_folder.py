"""An output folder that can't be written: one line, at once or in the middle."""

import errno
import multiprocessing
import os
import tempfile
from pathlib import Path

import pytest
from support.handed_in import filled, put, solution
from support.standin import in_process

from gmm_helpers.grading import cli
from gmm_helpers.grading import workflow as run
from gmm_helpers.grading.reports.output_folder import writing_to

pytestmark = pytest.mark.slow

STEM = "02_e_step"
RIGHT = filled(STEM, e_step=solution("e_step"))
REAL = os.path.exists("/dev/null") and os.path.exists("/proc/self")


@pytest.fixture
def handed_in(tmp_path):
    return put(tmp_path / "class", ann={"a": RIGHT}, ben={"a": RIGHT})


@pytest.fixture
def graded(monkeypatch):
    """Grade in processes that need no jail; nothing may be graded unless it says so."""
    whole = run.grade_class
    monkeypatch.setattr(run, "grade_class", lambda options: whole(options, in_process))

    def grade(*arguments):
        try:
            return cli.main([*map(str, arguments), "--workers", "1", "--seed", "3"])
        except SystemExit as ended:
            return ended.code

    return grade


@pytest.mark.skipif(not REAL, reason="no such places here")
@pytest.mark.parametrize(
    "place", ["/proc/x", "/dev/null/x", "/dev/null/x/y", "{file}/x", "{loop}/x", "/" + "x" * 5_000]
)
def test_where_nobody_can_write_it_is_reported_at_once(place, graded, handed_in, tmp_path, capsys):
    (tmp_path / "file").write_text("")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    out = place.format(file=tmp_path / "file", loop=tmp_path / "loop")
    assert graded(handed_in, "--output", out) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"gmm-grade: --output {out} cannot be written (")
    assert line.endswith("choose a folder that you can write to, on a disk with free space.")


def test_a_full_disk_is_reported_at_once(graded, handed_in, tmp_path, capsys, monkeypatch):
    def full(_handle):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    assert graded(handed_in, "--output", tmp_path / "out") == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "cannot be written (No space left on device)" in line
    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.parametrize("name", ["results", "feedback", "grades.csv", "report.html"])
def test_what_is_in_the_way_in_the_middle_is_reported(name, graded, handed_in, tmp_path, capsys):
    out = tmp_path / "out"
    out.mkdir()
    if "." in name:
        (out / name).mkdir()  # where there should be a file
    else:
        (out / name).write_text("")
    assert graded(handed_in, "--output", out, "--resume") == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"gmm-grade: {out} cannot be written (")
    assert f": {out / name})" in line
    assert line.endswith("run the same command with --resume")
    assert not list(out.rglob("*.unfinished"))
    if name == "results":
        assert sorted(path.name for path in out.iterdir()) == ["results", "settings.json"]
    else:
        assert len(list((out / "results").glob("*.json"))) == 2


def test_after_room_was_made_it_goes_on(graded, handed_in, tmp_path, capsys):
    out = tmp_path / "out"
    out.mkdir()
    (out / "feedback").write_text("")
    assert graded(handed_in, "--output", out, "--resume") == 1
    (out / "feedback").unlink()
    assert graded(handed_in, "--output", out, "--resume") == 0
    assert (out / "report.html").exists()


def test_only_what_the_disk_says_is_changed():
    with pytest.raises(RuntimeError, match="a mistake of ours"), writing_to(Path("out")):
        raise RuntimeError("a mistake of ours")


def as_somebody_else(handed_in, out, ended):
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(61_234)
        os.setuid(61_234)
    error = ""
    try:
        run.grade_class(cli._parser().parse_args([str(handed_in), "--output", str(out)]))
    except Exception as raised:
        error = f"{type(raised).__name__}: {raised}"
    ended.put(error)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="nobody to turn from")
@pytest.mark.parametrize("place", ["", "new", "new/newer"])
def test_an_ordinary_user_reads_that_a_folder_is_forbidden(place):
    with tempfile.TemporaryDirectory() as folder:
        forbidden = Path(folder) / "forbidden"
        handed_in = put(Path(folder) / "class", ann={"a": RIGHT})
        os.chmod(folder, 0o755)
        forbidden.mkdir()
        forbidden.chmod(0o555)
        context = multiprocessing.get_context("fork")
        ended = context.Queue()
        process = context.Process(
            target=as_somebody_else, args=(handed_in, forbidden / place, ended)
        )
        process.start()
        error = ended.get(timeout=60)
        process.join(timeout=60)
        forbidden.chmod(0o755)
    assert error.startswith(f"BadArgumentError: --output {forbidden / place} cannot be written")
    assert "Permission denied" in error
