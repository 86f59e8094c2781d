"""What an explorer offers: the choices there are, and an error for those there are not."""

import json

import pytest

from gmm_helpers.explorer import EMExplorer
from gmm_helpers.explorer.options import COLORINGS, CONTROLS, LAYERS, options_of


@pytest.mark.parametrize("name", ["controls", "show", "coloring"])
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
    return options_of(list(own_data), controls, show, coloring, half_step, speed, False, 9, False)


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
    assert layers.pop("color") == coloring
    assert layers == dict.fromkeys(LAYERS, False)


def test_a_single_control_may_be_named_without_a_list():
    assert options(controls="seed")["controls"] == ["seed"]


@pytest.mark.parametrize("values", [{"speed": 0}, {"speed": -1}, {"half_step": -1}, {"speed": "x"}])
def test_a_number_that_is_none_is_refused_by_name(values):
    with pytest.raises(ValueError, match=f"{next(iter(values))} is"):
        options(**values)
