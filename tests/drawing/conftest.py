import pytest

from gmm_helpers.drawing import new_figure


@pytest.fixture
def ax():
    """Axes that are drawn when the test is over."""
    fig, ax = new_figure(height=2)
    yield ax
    fig.canvas.draw()
