"""The doctor tells walls that hold from walls that are not there."""

import pytest

from gmm_helpers.grading.jail import JailError
from gmm_helpers.grading.jail.doctor import examine_walls

pytestmark = pytest.mark.slow


@pytest.mark.walls
def test_in_the_jail_every_wall_holds():
    try:
        findings = examine_walls("bubblewrap")
    except JailError as error:
        pytest.skip(str(error))
    assert [finding for finding in findings if not finding.holds] == []
    assert all(finding.message.endswith(".") for finding in findings)
    assert len({finding.wall for finding in findings}) == len(findings) > 15


def test_without_a_jail_it_says_so():
    walls = {finding.wall: finding.holds for finding in examine_walls("none")}
    assert not any(walls[wall] for wall in ("jail", "reading", "writing", "processes"))
    assert walls["environment"]
    assert walls["time"]
    assert walls["memory"]
