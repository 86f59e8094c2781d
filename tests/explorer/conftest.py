"""An explorer of somebody's own functions to talk to, as a browser does."""

import pytest
from support.explorer import Conversation

from gmm_helpers import e_step
from gmm_helpers.explorer import EMExplorer


def my_e_step(X, weights, means, covariances):
    return e_step(X, weights, means, covariances)


@pytest.fixture
def conversation(monkeypatch):
    return Conversation(EMExplorer(e_step=my_e_step), monkeypatch)
