"""Each probe reports by the type of an exception whether its wall holds."""

import os

import pytest

from gmm_helpers.grading.jail.probes import EXERCISE, HOLDS, PROBES, Probe, cell_of

LIMITS = {"memory": 1, "disk": 1, "file_size": 1, "processes": 1}


def raised_by(probe, folder="/nowhere"):
    """Class and message of what the function of a probe's cell raises in this process, if any."""
    names = {}
    exec(cell_of(probe, str(folder), "GMM_NAME", os.getpid(), LIMITS), names)
    try:
        names[EXERCISE]()
    except Exception as error:
        return type(error).__name__, str(error)
    return None


@pytest.mark.parametrize("probe", PROBES, ids=lambda probe: probe.wall)
def test_every_cell_can_be_compiled(probe):
    compile(cell_of(probe, "/folder", "NAME", 1, LIMITS), probe.wall, "exec")


def test_lines_that_are_stopped_say_so_by_the_type():
    assert raised_by(Probe("w", "t", "open('/no/such/file')"))[0] == HOLDS
    assert raised_by(Probe("w", "t", "assert False, 'no'")) == (HOLDS, "no")


def test_lines_that_get_through_raise_nothing():
    assert raised_by(Probe("w", "t", f"x = '{HOLDS}'")) is None


def test_a_probe_reads_the_bait(tmp_path):
    (reading,) = [probe for probe in PROBES if probe.wall == "reading"]
    assert raised_by(reading, tmp_path)[0] == HOLDS
    (tmp_path / "secret").write_text("a secret")
    assert raised_by(reading, tmp_path) is None


def test_walls_have_different_names():
    assert len({probe.wall for probe in PROBES}) == len(PROBES)
