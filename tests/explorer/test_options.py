"""What an explorer offers: the choices there are, and an error for those there are not."""

import json

import numpy as np
import pytest

from gmm_helpers.explorer import EMExplorer
from gmm_helpers.explorer.options import COLORINGS, CONTROLS, LAYERS, M_STEP, options_of


@pytest.mark.parametrize("name", ["controls", "show", "coloring", "picture"])
def test_an_unknown_option_is_an_error_for_who_writes_the_notebook(name):
    with pytest.raises(ValueError, match=f"{name} holds 'nothing': choose among"):
        EMExplorer(**{name: "nothing"})


def test_an_explorer_may_be_smaller():
    explorer = EMExplorer(controls=["layers"], show=["bound"], coloring="pie", half_step=3)
    assert explorer.options["controls"] == ["layers"]
    assert [name for name, on in explorer.options["layers"].items() if on is True] == [
        "bound",
        "zoom",  # without it the gap could not be seen
    ]
    assert explorer.options["layers"]["color"] == "pie"
    assert explorer.options["half_step"] == 3


def options(own_data=(), controls=CONTROLS, show=(), coloring="blend", half_step=0, speed=4):
    looks = (controls, show, coloring, half_step, speed, False, "nll", M_STEP, False)
    return options_of(list(own_data), *looks, 9, False)


def test_options_are_plain_json_with_a_key_of_their_own():
    one, other = options(), options()
    assert json.loads(json.dumps(one)) == one
    assert one.pop("key") != other.pop("key")
    assert one == other


def test_data_of_ones_own_come_first():
    assert options(["your data"])["data"][0] == "your data"
    assert options()["data"] == options(["your data"])["data"][1:]


@pytest.mark.parametrize("coloring", COLORINGS)
def test_every_layer_is_off_unless_it_is_asked_for(coloring):
    layers = options(coloring=coloring)["layers"]
    assert [layers.pop(name) for name in ("color", "picture", "along")] == [coloring, "nll", M_STEP]
    assert layers == dict.fromkeys(LAYERS, False)


def test_a_single_control_may_be_named_without_a_list():
    assert options(controls="seed")["controls"] == ["seed"]


def test_the_right_picture_its_axis_and_slow_motion_are_arguments():
    explorer = EMExplorer(picture="bound", along="weight 2", slow=True)
    layers = explorer.options["layers"]
    assert (layers["picture"], layers["along"]) == ("bound", "weight 2")
    assert explorer.options["slow"] is True
    of_three = {"data": np.eye(9)[:, :3], "n_components": 1}
    assert EMExplorer(along="variance 0, x3", **of_three).options["layers"]["along"]


@pytest.mark.parametrize("along", ["mean 3, x1", "mean 0, x3", "mean 0", "weight", "", None])
def test_an_axis_that_the_mixture_does_not_have_is_refused(along):
    with pytest.raises(ValueError, match="from 'mean 0, x1' to 'variance 2, x2'"):
        EMExplorer(along=along)


def test_where_another_mixture_is_shown_an_axis_of_the_one_asked_for_is_no_error():
    explorer = EMExplorer(data=[[0.0, np.nan, 1.0]], n_components=5, along="mean 4, x3")
    assert "along" not in explorer.problem


@pytest.mark.parametrize("values", [{"speed": 0}, {"speed": -1}, {"half_step": -1}, {"speed": "x"}])
def test_a_number_that_is_none_is_refused_by_name(values):
    with pytest.raises(ValueError, match=f"{next(iter(values))} is"):
        options(**values)
