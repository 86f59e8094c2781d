"""A process of a user of its own: what it can't do, and what is left of it."""

import os
import subprocess
import sys
import uuid
from pathlib import Path

import pytest
from support.container import in_container, needs_container
from support.submitted import SHORT, is_unharmed, statuses, with_attack

from gmm_helpers.exercises.statuses import Isolation
from gmm_helpers.grading.jail import JailError, Runner
from gmm_helpers.grading.jail.confinement import separate_user
from gmm_helpers.grading.jail.confinement.separate_user import SeparateUser, remove_files_of

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root becomes somebody else")


@pytest.fixture
def alone(cases, monkeypatch):
    """A runner as in a container: as root, without bubblewrap."""
    monkeypatch.setattr("shutil.which", lambda name: None)
    try:
        SeparateUser({}, SHORT)
    except JailError as error:
        pytest.skip(str(error))
    with Runner(cases, SHORT, isolation="user") as runner:
        assert runner.isolation is Isolation.USER
        yield runner


@needs_container
@pytest.mark.slow
def test_it_holds_in_a_container():
    options = ["-q", "-m", "walls", "-p", "no:cacheprovider", "-o", "addopts=", __file__]
    command = in_container([sys.executable, "-m", "pytest", *options])
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-5000:] + done.stderr[-1000:]
    assert "2 passed" in done.stdout, done.stdout


def crossing(body):
    """A cell that ends with an error unless it is refused what it tries."""
    return f"try:\n    {body}\nexcept OSError:\n    pass\nelse:\n    raise RuntimeError('open')"


@pytest.mark.walls
@as_root
@pytest.mark.slow
def test_it_grades_and_refuses_what_is_not_its_own(alone, cases, tmp_path):
    secret, results = tmp_path / "settings.json", tmp_path / "results.json"
    secret.write_text("seed")
    secret.chmod(0o600)
    for folder in (tmp_path, *tmp_path.parents[:-1]):
        if folder.stat().st_uid == 0 and folder != Path("/tmp"):
            folder.chmod(0o755)  # so that the wall is the file's, not that of a folder above it
    attacks = [
        crossing(f"open({str(secret)!r}).read()"),
        crossing(f"open({str(results)!r}, 'w')"),
        crossing("open('../cases', 'rb')"),
        crossing("open('../reports', 'ab')"),
        crossing("import os; os.setuid(0)"),
        crossing("import os; os.kill(os.getppid(), 9)"),
        crossing("import os; open(f'/proc/{os.getppid()}/environ').read()"),
        crossing("import socket; socket.socket()"),
    ]
    run = alone.run([with_attack("\n".join(attacks))])
    assert set(statuses(run, cases).values()) == {"correct"}
    assert run.notes == ()  # nothing was open
    assert not results.exists()


@pytest.mark.walls
@as_root
@pytest.mark.slow
def test_no_file_and_no_process_is_left_for_the_next_run(alone, cases):
    left = Path("/tmp", f"left-{uuid.uuid4().hex}")
    leave = f"""
import os, time
os.mkdir({str(left)!r})
if os.fork() == 0:
    os.setpgid(0, 0)
    time.sleep(0.3)
    while True:
        open({str(left / "again")!r}, "w").close()
"""
    alone.run([with_attack(leave)])
    owners = {path.stat().st_uid for path in Path("/proc").glob("[0-9]*") if path.exists()}
    assert not left.exists()
    assert not {uid for uid in owners if uid > 60_000 and uid != 65_534}
    assert is_unharmed(alone, cases)


@as_root
def test_only_files_of_that_user_are_removed(tmp_path):
    shared, closed = tmp_path / "shared", tmp_path / "closed"
    for folder, mode in ((tmp_path, 0o700), (shared, 0o1777), (closed, 0o755)):
        folder.mkdir(exist_ok=True)
        folder.chmod(mode)
        for name, uid in (("theirs", 61_234), ("ours", 0)):
            (folder / name / "deep").mkdir(parents=True)
            (folder / name / "deep" / "file").touch()
            (folder / f"{name} link").symlink_to(folder / "ours")
            for path in (folder / name, *(folder / name).rglob("*"), folder / f"{name} link"):
                os.chown(path, uid, uid, follow_symlinks=False)
    remove_files_of(61_234, [str(tmp_path)])
    left = {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("theirs*")}
    assert left == {"closed/theirs", "closed/theirs link"}  # nobody else can have written there
    assert len([*tmp_path.rglob("ours*")]) == 6
    assert len([*tmp_path.rglob("file")]) == 4


def test_who_is_not_root_is_told_so(monkeypatch):
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    with pytest.raises(JailError, match="only root"):
        SeparateUser({}, SHORT)


@as_root
def test_a_python_that_is_closed_to_others_is_not_used(monkeypatch):
    monkeypatch.setattr(separate_user, "_run_as", lambda *_: "Permission denied")
    with pytest.raises(JailError, match="another user can't run this Python: Permission denied"):
        SeparateUser({}, SHORT)
