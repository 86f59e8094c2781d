"""An explorer to talk to, as a browser does."""

import pytest
from support.explorer import Conversation

from gmm_helpers.explorer import EMExplorer


@pytest.fixture
def conversation(monkeypatch):
    return Conversation(EMExplorer(), monkeypatch)
