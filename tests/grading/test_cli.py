"""The command line: bad arguments, missing packages and errors are one line each."""

import re
import subprocess
import sys

import pytest
from support.handed_in import filled, put

from gmm_helpers.grading import cli, workflow
from gmm_helpers.grading.cli import main
from gmm_helpers.grading.errors import BadArgumentError, BrokenWorkerError, UnwritableError

pytestmark = pytest.mark.slow


@pytest.fixture
def handed_in(tmp_path):
    return put(tmp_path / "class", ann={"a": filled("02_e_step")})


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        ([], "name the submissions and --output"),
        (["{class}"], "name the submissions and --output"),
        (["nowhere", "--output", "{new}"], "nowhere does not exist"),
        (["{class}", "--output", "{class}"], "is not empty"),
        (["{class}", "--output", "{class}/new"], "lies within the submissions"),
        (
            ["{class}", "--output", "{new}", "--workers", "0"],
            "whole number of at least 1",
        ),
        (["{class}", "--output", "{new}", "--seed", "x"], "invalid whole number"),
        (["{class}", "--output", "{new}", "--timeout", "-1"], "at least 0.1 seconds"),
        (["{class}", "--output", "{new}", "--timeout", "1e-6"], "at least 0.1"),
        (["{class}", "--output", "{new}", "--notebooks", "9"], "no notebook is called 9"),
        (["{class}", "--output", "{new}", "--release", "{class}"], "no notebook with exercises"),
        (["{class}", "--output", "{new}", "--gradebook", "x"], "nbgrader|not the address"),
        (["nowhere", "--output", "/dev/null/x/y"], "--output /dev/null/x/y cannot be written"),
        (
            ["nowhere", "--output", "{new}", "--points", "no.csv"],
            "--points no.csv can't be read: N",
        ),
        (["nowhere", "--output", "{new}", "--rules", "no.csv"], "--rules no.csv can't be read: N"),
        (["{class}", "--output", "{new}", "--what"], "unrecognized arguments"),
    ],
)
def test_bad_arguments_end_with_two_and_one_line(arguments, problem, handed_in, tmp_path, capsys):
    places = {"class": handed_in, "new": tmp_path / "new"}
    with pytest.raises(SystemExit) as ended:
        main([argument.format(**places) for argument in arguments])
    printed = capsys.readouterr().err
    assert ended.value.code == 2
    assert len(printed.splitlines()) == 1
    assert re.search(problem, printed)
    assert not (tmp_path / "new").exists()


def test_another_seed_does_not_go_on_with_old_results(handed_in, tmp_path, capsys):
    out = tmp_path / "out"
    out.mkdir()
    (out / "settings.json").write_text('{"seed": 4}')
    with pytest.raises(SystemExit):
        main([str(handed_in), "--output", str(out), "--resume", "--seed", "5"])
    assert "started with --seed 4" in capsys.readouterr().err


@pytest.mark.parametrize("package", ["jinja2", "tqdm"])
def test_a_package_that_is_missing_is_one_sentence(package):
    line = f"import sys; sys.modules[{package!r}] = None; from gmm_helpers.grading.cli import main"
    call = "sys.exit(main(['class', '--output', 'out']))"
    ended = subprocess.run(
        [sys.executable, "-c", f"{line}; {call}"], capture_output=True, text=True, check=False
    )
    assert ended.returncode == 1
    assert ended.stderr == f"gmm-grade: {package} is missing: pip install 'gmm-helpers[grading]'\n"


@pytest.mark.parametrize(
    ("error", "status", "line"),
    [
        (BadArgumentError("no such place"), 2, "gmm-grade: no such place"),
        (BrokenWorkerError("no jail"), 1, "gmm-grade: no jail"),
        (UnwritableError("x is full"), 1, "gmm-grade: x is full; finished results are kept"),
        (KeyboardInterrupt(), 130, "gmm-grade: stopped; finished results are kept"),
    ],
)
def test_an_error_of_a_run_has_its_status_and_one_line(error, status, line, monkeypatch, capsys):
    def fail(_options):
        raise error

    monkeypatch.setattr(workflow, "grade_class", fail)
    try:
        ended = main(["class", "--output", "out"])
    except SystemExit as raised:
        ended = raised.code
    assert ended == status
    (printed,) = capsys.readouterr().err.splitlines()
    assert printed.startswith(line)


@pytest.mark.parametrize(
    ("arguments", "name", "value"),
    [
        (["--seed", "0"], "seed", 0),
        (["--public-seed", "7"], "public_seed", 7),
        (["--timeout", "0.1"], "timeout", 0.1),
        (["--notebooks", "a", "b"], "notebooks", ["a", "b"]),
        ([], "seed", None),
        ([], "isolation", "auto"),
        ([], "resume", False),
    ],
)
def test_arguments_are_read(arguments, name, value):
    options = cli._parser().parse_args(["class", "--output", "out", *arguments])
    assert getattr(options, name) == value


def test_the_doctor_needs_no_submissions(capsys):
    status = main(["--doctor", "--isolation", "none"])
    lines = capsys.readouterr().out.splitlines()
    assert status == 1  # a plain process keeps nothing in
    assert lines
    assert all(line.startswith(("holds ", "OPEN ")) for line in lines)
    assert any(line.startswith("OPEN") for line in lines)
