"""Write the widths of numpy's ziggurats for the explorer, as numpy itself has them.

They cannot be computed: numpy's own are off by up to 76 roundings from the nearest floats. So words
are put into its generator of which layer, place and result are known.

Run as ``python tools/ziggurat.py``. With ``--check`` it writes nothing, and exits with 1 if the
file is not what it would write.
"""

import base64
import sys
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "gmm_helpers/explorer/javascript/random/ziggurat_widths.js"
MULTIPLIER = 0x2360ED051FC65DA44385DF649FCCF645  # of PCG64
PLACE = 2**40  # in the sure part of each layer, but for the one at the top
TEMPLATE = """\
// Made by tools/ziggurat.py: widths of the 256 layers of numpy's ziggurats, each over the number
// of places in a layer, as little-endian floats in base64.

// prettier-ignore
export const NORMAL_WIDTHS =
{normal};

// prettier-ignore
export const EXPONENTIAL_WIDTHS =
{exponential};
"""


def generator_before(word: int) -> np.random.Generator:
    """Return a generator whose next word of 64 bits this is."""
    bits = np.random.PCG64()
    state = bits.state
    increment = state["state"]["inc"]
    # With zeros in its upper half, a state is given out as it is. One step back from there:
    state["state"]["state"] = (word - increment) * pow(MULTIPLIER, -1, 2**128) % 2**128
    bits.state = state
    return np.random.Generator(bits)


def normal_widths() -> list[float]:
    """Widths of the layers of `standard_normal`."""
    return [generator_before(PLACE << 9 | i).standard_normal() / PLACE for i in range(256)]


def exponential_widths() -> list[float]:
    """Widths of the layers of `standard_exponential`."""
    return [
        generator_before(PLACE << 11 | i << 3).standard_exponential() / PLACE for i in range(256)
    ]


def as_text(widths: list[float]) -> str:
    """Return a string of JavaScript, in lines."""
    letters = base64.b64encode(np.array(widths, dtype="<f8").tobytes()).decode()
    lines = [letters[i : i + 96] for i in range(0, len(letters), 96)]
    return " +\n".join(f'  "{line}"' for line in lines)


def generate() -> str:
    """Return the text the file should have."""
    normal, exponential = as_text(normal_widths()), as_text(exponential_widths())
    return TEMPLATE.format(normal=normal, exponential=exponential)


def main(arguments: list[str]) -> int:
    """Write the file, or with ``--check`` compare it."""
    text = generate()
    if arguments != ["--check"]:
        TARGET.write_text(text, encoding="utf-8", newline="\n")
    elif not TARGET.exists() or TARGET.read_text(encoding="utf-8") != text:
        print(f"{TARGET.name} is not what numpy has: run tools/ziggurat.py")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
