"""A jail from outside: what cannot be started says why; the rest is tried by hostile code."""

import pytest

from gmm_helpers.grading.jail import JailError, Limits
from gmm_helpers.grading.jail.confinement import bubblewrap
from gmm_helpers.grading.jail.confinement.bubblewrap import Jail

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("report", "number"),
    [('{"child-pid": 17, "more": 1}', 17), ("", 0), ("{}", 0), ('{"child-pid": "x"}', 0), ("[", 0)],
)
def test_the_number_of_the_first_process_is_read_or_zero(report, number):
    assert bubblewrap._read_first_process(report) == number


def test_without_the_program_there_is_no_jail(monkeypatch):
    monkeypatch.setattr("shutil.which", lambda name: None)
    with pytest.raises(JailError, match="apt install"):
        Jail({}, Limits())


def test_a_program_that_does_nothing_is_no_jail(monkeypatch):
    """It ends at once, and says nothing."""
    monkeypatch.setattr(bubblewrap, "command_line", lambda *arguments: ["true"])
    monkeypatch.setattr(bubblewrap, "_find_program", lambda: "true")
    with pytest.raises(JailError, match="did not start: it did not say why"):
        Jail({}, Limits())


def test_a_jail_that_is_closed_starts_nothing(cases):
    try:
        jail = Jail(cases, Limits())
    except JailError as error:
        pytest.skip(str(error))
    assert not jail.broken
    jail.close()
    jail.close()  # twice is no harm
    assert jail.broken
    with pytest.raises(JailError):
        jail.start({})
