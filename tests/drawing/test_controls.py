"""Sliders and lists: which values they take, and what the page is told of them."""

import numpy as np
import pytest

from gmm_helpers.drawing.controls import dropdown, integer_slider, real_slider


@pytest.mark.parametrize(
    ("control", "given", "taken"),
    [
        (integer_slider("n", 2, 8, 4), 9, 8),
        (integer_slider("n", 2, 8, 4), -1, 2),
        (integer_slider("n", 2, 8, 4), np.int64(5), 5),
        (real_slider("x", -1.0, 1.0, 0.0, step=0.25), 2, 1.0),
        (real_slider("x", -1.0, 1.0, 0.0, step=0.25), np.float32(0.5), 0.5),
    ],
)
def test_values_stay_between_the_ends(control, given, taken):
    control.value = given
    assert control.value == taken
    assert type(control.sent()) is type(taken)


def test_a_list_takes_its_options_only():
    data = dropdown("data", {"ring": 1, "course": 2}, "ring")
    assert data.describe() == {"label": "data", "options": ["ring", "course"]}
    data.receive(1)
    assert (data.value, data.sent()) == ("course", 1)
    with pytest.raises(ValueError, match="data = 'cube' is none of the options: 'ring'"):
        data.value = "cube"


@pytest.mark.parametrize(("low", "high", "step"), [(3, 1, 1), (0, 1, 0), (0, 1, -0.5)])
def test_a_slider_that_cannot_be_moved_is_told(low, high, step):
    with pytest.raises(ValueError, match=f"goes from {low} to {high} in steps of {step}: low must"):
        real_slider("x", low, high, 1, step)
