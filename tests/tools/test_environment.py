"""environment.yml, requirements.txt and constraints.txt follow pyproject.toml."""

import re
import runpy
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
REQUIREMENTS = PROJECT["dependencies"] + EXTRAS["dev"] + EXTRAS["kernel"]
CONSTRAINTS = (ROOT / "constraints.txt").read_text(encoding="utf-8")
PIN_LINES = [line for line in CONSTRAINTS.splitlines() if not line.startswith("#")]
MARKER = r'python_version (<|>=) "3\.\d+"'
PLAIN_PIN = rf"[a-z0-9-]+==[\w.!]+( ; {MARKER}( and {MARKER})?)?"
PYTHONS = ["3.11", "3.12", "3.13", "3.14", "3.15"]
REPIN = "run tools/pin.py again"


def pins_for(python: str) -> list[tuple[str, str]]:
    """Return the (name, version) pins that one Python gets."""
    pins = [Requirement(line) for line in PIN_LINES]
    asked = [p for p in pins if p.marker is None or p.marker.evaluate({"python_version": python})]
    return [(canonicalize_name(p.name), str(p.specifier).removeprefix("==")) for p in asked]


@pytest.mark.parametrize("name", ["environment.yml", "requirements.txt"])
def test_a_list_of_packages_is_what_the_generator_writes(name):
    generate = runpy.run_path(str(ROOT / "tools" / "environment.py"))["generate"]
    text = (ROOT / name).read_text(encoding="utf-8")
    assert text == generate()[name], f"{name} has drifted: run tools/environment.py"


def test_environment_yml_has_the_packages_and_the_project_itself():
    environment = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
    assert (environment["name"], environment["channels"]) == ("gmm-em", ["conda-forge"])
    *conda, pip = environment["dependencies"]
    names = [re.split("[<>=]", line)[0] for line in conda]
    assert (names[0], names[-1]) == ("python", "pip")
    assert {"numpy", "scipy", "matplotlib", "jupyterlab", "ipywidgets", "nbval"} < set(names)
    assert pip == {"pip": ["-e ."]}


def test_requirements_are_those_of_the_project_a_kernel_and_the_project_itself():
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    *needed, itself = [line for line in lines if not line.startswith("#")]
    assert itself == "-e ."
    assert needed == PROJECT["dependencies"] + EXTRAS["kernel"]
    assert not [line for line in needed if "jupyterlab" in line]  # VS Code has pages of its own


def test_constraints_are_plain_pins_without_addresses_or_paths():
    odd = [line for line in PIN_LINES if not re.fullmatch(PLAIN_PIN, line)]
    assert not odd, f"not of the form name==version [; python_version ...]: {odd}"
    found = [mark for mark in ("://", "@", " -e ", "file:", "index-url") if mark in CONSTRAINTS]
    assert not found, f"constraints.txt names a place: {found}"


def test_constraints_are_sorted():
    names = [re.match("[a-z0-9-]+", line).group() for line in PIN_LINES]
    assert names == sorted(names)


@pytest.mark.parametrize("python", PYTHONS)
def test_no_package_is_pinned_twice_for_one_python(python):
    names = [name for name, _ in pins_for(python)]
    twice = {name for name in names if names.count(name) > 1}
    assert not twice, f"pinned more than once for Python {python}: {twice}"


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("line", REQUIREMENTS)
def test_each_requirement_has_a_pin_that_satisfies_it(line, python):
    requirement = Requirement(line)
    version = dict(pins_for(python)).get(canonicalize_name(requirement.name))
    assert version, f"{line} has no pin for Python {python}: {REPIN}"
    assert requirement.specifier.contains(version), f"{version} is not {line}: {REPIN}"


def test_the_pins_of_several_pythons_merge_into_markers():
    merge = runpy.run_path(str(ROOT / "tools" / "pin.py"))["merge"]
    frozen = {(3, 11): {"a": "1", "b": "1"}, (3, 12): {"a": "2"}, (3, 13): {"a": "2", "c": "1"}}
    assert [line for line in merge(frozen).splitlines() if not line.startswith("#")] == [
        'a==1 ; python_version < "3.12"',
        'a==2 ; python_version >= "3.12"',
        "b==1",
        "c==1",
    ]
