#!/usr/bin/env bash
# Gradescope runs this once, as root, when it builds the image: a Python, and the packages.
set -euo pipefail

root="${AUTOGRADER_ROOT:-/autograder}"
source="$root/source"
export DEBIAN_FRONTEND=noninteractive

new_enough() {
  "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null &&
    "$1" -c 'import ensurepip, venv' 2>/dev/null
}

find_python() {
  for name in python3.13 python3.12 python3.11 python3; do
    if new_enough "$name"; then command -v "$name"; return 0; fi
  done
  return 1
}

apt-get update || true
# It works where the container may make namespaces; elsewhere student code gets a user of its own.
apt-get install -y bubblewrap || true

if ! python="$(find_python)"; then
  for version in 3.13 3.12 3.11; do
    apt-get install -y "python$version" "python$version-venv" && break
  done || true
  if ! python="$(find_python)"; then
    # An older Ubuntu. The Python must lie where other users than root can run it.
    apt-get install -y curl python3-pip || true
    python3 -m pip install uv
    export UV_PYTHON_INSTALL_DIR="$root/python"
    python3 -m uv python install 3.12
    python="$(python3 -m uv python find 3.12)"
  fi
fi

"$python" -m venv "$root/venv"
"$root/venv/bin/python" -m pip install --disable-pip-version-check \
  -c "$source/constraints.txt" "$source/package[grading]"
"$root/venv/bin/python" -m compileall -q "$root/venv/lib" || true
chmod -R a+rX,go-w "$root/venv"
[ ! -d "$root/python" ] || chmod -R a+rX,go-w "$root/python"
chmod -R go-w "$source"
chmod 600 "$source/settings.json"
chmod 700 "$source/release"
