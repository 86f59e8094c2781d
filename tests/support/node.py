"""Modules of JavaScript, asked by Python."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

__all__ = ["JAVASCRIPT", "asked_of_node", "needs_node"]

JAVASCRIPT = Path(__file__).parents[2] / "gmm_helpers" / "explorer" / "javascript"
needs_node = pytest.mark.skipif(not shutil.which("node"), reason="node is not installed")


def asked_of_node(module: str, names: str, answer: str, cases: list, shared=None) -> list:
    """What `answer`, a function of JavaScript that may use `names` of a module, says of each case.

    It is called with a case, and with what all of them share.
    Floats come back as they are; NaN and infinity do not pass through JSON.
    """
    code = f"""
      import {{ readFileSync }} from "node:fs";
      import {{ {names} }} from {json.dumps((JAVASCRIPT / module).as_uri())};
      const answer = {answer};
      const plain = (_, value) => (ArrayBuffer.isView(value) ? Array.from(value) : value);
      const {{ cases, shared }} = JSON.parse(readFileSync(0, "utf8"));
      process.stdout.write(JSON.stringify(cases.map((one) => answer(one, shared)), plain));
    """
    done = subprocess.run(
        ["node", "--input-type=module", "-e", code],
        input=json.dumps({"cases": cases, "shared": shared}),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
