"""Modules of the explorer's JavaScript, run by node on values from Python."""

import json
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest

SOURCES = Path(__file__).parents[2] / "gmm_helpers" / "explorer" / "javascript"
needs_node = pytest.mark.skipif(shutil.which("node") is None, reason="needs node")


def plain(value):
    """Arrays as lists, for JSON."""
    if isinstance(value, np.ndarray | np.generic):
        return value.tolist()
    raise TypeError(type(value))


def in_node(body, value, *modules):
    """What `body` returns, given `value`; it may use what modules such as "em/run" export.

    `data(X)` makes data of a table, `floats` a Float64Array, and NaN comes back as None.
    """
    imports = "\n".join(
        f"import * as {Path(name).name} from {json.dumps((SOURCES / f'{name}.js').as_uri())};"
        for name in modules
    )
    code = f"""
      import {{ readFileSync }} from "node:fs";
      {imports}
      const floats = (values) => Float64Array.from(values.flat(Infinity));
      const data = (X) => ({{ X: floats(X), N: X.length, D: X[0].length }});
      const plain = (_, value) => (ArrayBuffer.isView(value) ? Array.from(value)
        : value instanceof Map ? Object.fromEntries(value) : value);
      const body = (value) => {{ {body} }};
      console.log(JSON.stringify(body(JSON.parse(readFileSync(0, "utf8"))), plain) ?? "null");
    """
    done = subprocess.run(
        ["node", "--no-warnings", "--input-type=module", "-e", code],
        input=json.dumps(value, default=plain),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise AssertionError(done.stderr)
    return json.loads(done.stdout)
