"""Statuses: what people read, and the codes that tables hold."""

import pytest

from gmm_helpers.exercises.statuses import CallStatus, FileStatus, RunStatus, Status


@pytest.mark.parametrize("status", Status)
def test_a_code_leads_back_to_its_status(status):
    assert Status.of_code(status.code) is status
    assert status.code.isidentifier()
    assert status.code == status.code.lower()


def test_an_unknown_code_is_refused():
    with pytest.raises(KeyError):
        Status.of_code("partly correct")


@pytest.mark.parametrize("kind", [CallStatus, FileStatus, RunStatus, Status])
def test_statuses_read_as_plain_words(kind):
    """No two members of an enumeration are the same by accident."""
    assert len({str(status) for status in kind}) == len(kind.__members__)
    assert all(str(status) == str(status).lower() for status in kind)
