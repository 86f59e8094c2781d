"""JavaScript from Python, run by the Node.js that comes with the tools."""

import importlib
import json
import re
import subprocess
from pathlib import Path

import numpy as np

from .notebook_tools import ROOT  # it puts tools/ on the path

bundle = importlib.import_module("bundle")
NODE = bundle.NODE
EXPLORER = ROOT / "gmm_helpers" / "explorer" / "javascript"


def node(code, data=b"", base=EXPLORER):
    """What a module in JavaScript prints, as JSON; imports from "./" are from a folder.

    It finds `data` in `input`, as bytes.
    """
    code = re.sub(r"""(from|import) (['"])\./""", rf"\1 \2{base.as_uri()}/", code)
    code = f"import {{ readFileSync }} from 'node:fs'; const input = readFileSync(0);\n{code}"
    return json.loads(run("--input-type=module", "--eval", code, data=data))


def in_node(body, value, *modules):
    """What `body` returns, given `value`; it may use what modules such as "em/run" export.

    `data(X)` makes data of a table, `floats` a Float64Array, and NaN comes back as None.
    """
    imports = "\n".join(
        f'import * as {name.rpartition("/")[2]} from "./{name}.js";' for name in modules
    )
    code = f"""
      {imports}
      const floats = (values) => Float64Array.from(values.flat(Infinity));
      const data = (X) => ({{ X: floats(X), N: X.length, D: X[0].length }});
      const plain = (_, value) => (ArrayBuffer.isView(value) ? Array.from(value)
        : value instanceof Map ? Object.fromEntries(value) : value);
      const body = (value) => {{ {body} }};
      console.log(JSON.stringify(body(JSON.parse(input.toString())), plain) ?? "null");
    """
    return node(code, json.dumps(value, default=_plain).encode())


def asked_of_node(module: str, names: str, answer: str, cases: list, shared=None) -> list:
    """What `answer`, a function of JavaScript that may use `names` of a module, says of each case.

    It is called with a case, and with what all of them share.
    Floats come back as they are; NaN and infinity do not pass through JSON.
    """
    code = f"""
      import {{ {names} }} from "./{module}";
      const answer = {answer};
      const plain = (_, value) => (ArrayBuffer.isView(value) ? Array.from(value) : value);
      const {{ cases, shared }} = JSON.parse(input.toString());
      process.stdout.write(JSON.stringify(cases.map((one) => answer(one, shared)), plain));
    """
    return node(code, json.dumps({"cases": cases, "shared": shared}).encode())


def _plain(value):
    """Arrays as lists, for JSON."""
    if isinstance(value, np.ndarray | np.generic):
        return value.tolist()
    raise TypeError(type(value))


def run(*arguments, data=b""):
    """What Node.js prints."""
    result = subprocess.run([NODE, *arguments], input=data, capture_output=True, timeout=60)
    assert result.returncode == 0, (result.stdout + result.stderr).decode()
    return result.stdout.decode()


def imported(path: Path):
    """The files that a module imports."""
    names = r"(?:import|export) [\w*{][^;\"]* from|import"
    found = re.findall(rf'^(?:{names}) "([^"]+)";$', path.read_text(encoding="utf-8"), re.MULTILINE)
    return [(path.parent / name.removesuffix("?text")).resolve() for name in found]
