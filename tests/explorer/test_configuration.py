import json

from gmm_helpers.explorer.configuration import OWN_POINTS, OWN_START, Configuration


def test_what_a_run_does_not_depend_on_is_left_out_of_its_configuration():
    sent = {"data": "ring", "own_start": [1.0], "own_points": [[0, 1]], "unknown": 3}
    assert Configuration.of(sent) == Configuration("ring")
    sent |= {"data": OWN_POINTS, "start": OWN_START}
    found = Configuration.of(sent)
    assert (found.own_start, found.own_points) == ((1.0,), ((0, 1),))
    assert hash(found) == hash(Configuration.of(json.loads(json.dumps(sent))))
