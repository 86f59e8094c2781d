#!/usr/bin/env bash
# Installs the notebooks' packages, in the versions that were tried, where VS Code looks for a kernel.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
"${PYTHON:-python3}" -m venv .venv
.venv/bin/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -r requirements.txt
