"""The nearest name, also where there are very many."""

import time

from gmm_helpers.grading.adjustments.nearest_name import Names


def test_a_slip_is_found_whatever_its_capitals():
    names = Names(["update_means", "update_weights", "e_step"])
    assert names.nearest("Update_mean") == "update_means"
    assert names.nearest("zzz") == ""
    assert Names([]).nearest("e_step") == ""


def test_a_wrong_file_for_a_large_class_takes_no_time():
    names = Names(f"student {i:04}" for i in range(1000))
    begun = time.perf_counter()
    for i in range(5000):
        names.nearest(f"somebody {i}")
    assert time.perf_counter() - begun < 5
