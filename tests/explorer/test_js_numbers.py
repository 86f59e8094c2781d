"""Numbers in sentences are written as Python's format writes them."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.javascript import in_node

# Ties, carries, both sides of where exponents begin, and values like those in sentences.
VALUES = [0.0, 0.5, 1.5, 2.5, 0.125, 0.375, -0.125, 15.25, 15.35, 9.995, 99.95, 999.5, 9.5e-5]
VALUES += [1e-4, 1.25e-4, 123456.5, 1234565.0, 1e5, 1e6, 1e16, 1.5e-300, 5e-324, 2295.071668, 1e20]
VALUES += [m / 8 * 10.0**e for m in range(-20, 20) for e in range(-6, 7)]
FORMATS = {
    "fixed": ((1, "{:.1f}"), (2, "{:.2f}")),
    "scientific": ((1, "{:.1e}"), (2, "{:.2e}")),
    "general": ((6, "{:g}"), (3, "{:.3g}"), (2, "{:.2g}")),
}


def written(values):
    return in_node(
        "return value.values.map((x) => value.calls.map(([f, digits]) => numbers[f](x, digits)))",
        {
            "values": values,
            "calls": [(f, digits) for f, ways in FORMATS.items() for digits, _ in ways],
        },
        "numerics/numbers",
    )


def test_numbers_are_written_as_in_python():
    values = VALUES + (10 ** np.random.default_rng(0).uniform(-20, 20, 300)).tolist()

    @given(st.lists(st.floats(-1e20, 1e20), min_size=10))
    def collect(drawn):
        values.extend(drawn)

    collect()
    formats = [text for ways in FORMATS.values() for _, text in ways]
    for value, texts in zip(values, written(values), strict=True):
        value += 0.0  # JSON has no -0
        assert texts == [text.format(value) if value else text.format(0.0) for text in formats], (
            value
        )


@pytest.mark.parametrize(
    ("code", "value"), [("NaN", math.nan), ("Infinity", math.inf), ("-Infinity", -math.inf)]
)
def test_what_is_not_a_number_has_pythons_names(code, value):
    found = in_node(
        f"return [numbers.fixed({code}, 2), numbers.general({code}, 3)]", 0, "numerics/numbers"
    )
    assert found == [f"{value:.2f}", f"{value:.3g}"]
