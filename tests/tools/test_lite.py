"""What Python in a browser is given; `make test-lite` builds the site and runs the notebooks."""

import hashlib
import importlib
import json
import tomllib
import zipfile
from http.client import RemoteDisconnected
from importlib.metadata import requires
from urllib.error import URLError

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from support.notebook_tools import NOTEBOOKS, ROOT

lock = importlib.import_module(
    "in_browser.lock"
)  # in tools/, which notebook_tools puts on the path
files = importlib.import_module("in_browser.files")
lite = importlib.import_module("lite")
start_page = importlib.import_module("in_browser.start_page")

PYTHON = "3.12.7"
METADATA = """\
Metadata-Version: 2.1
Name: My_Package
Version: 1.2
Requires-Dist: NumPy>=2.0
Requires-Dist: widgetsnbextension
Requires-Dist: colorama; sys_platform == "win32"
Requires-Dist: backport; python_version < "3.12"
Requires-Dist: only_here; sys_platform == "emscripten"
Requires-Dist: pytest; extra == "dev"

About it.
"""
ELSEWHERE = "https://example.org/full/"


@pytest.fixture
def wheel(tmp_path):
    path = tmp_path / "my_package-1.2-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("my_package/__init__.py", "")
        archive.writestr("my_package/inner/data.txt", "")
        archive.writestr("single.py", "")
        archive.writestr("my_package-1.2.data/data/etc/x.json", "")
        archive.writestr("my_package-1.2.dist-info/METADATA", METADATA)
    return path


def entry(name, *depends):
    return {"name": name, "file_name": f"{name}.whl", "depends": [*depends]}


LOCK = {
    "info": {"python": PYTHON},
    "packages": {
        "numpy": entry("numpy"),
        "scipy": entry("scipy", "numpy", "open_blas"),
        "open-blas": entry("open-blas"),
        "pandas": entry("pandas", "numpy"),
    },
}


def test_a_wheel_says_what_it_is_imported_as_and_needs_in_a_browser(wheel):
    described = lock.describe(wheel, PYTHON)
    assert (described["name"], described["version"]) == ("my-package", "1.2")
    assert described["imports"] == ["my_package", "single"]
    assert described["depends"] == ["numpy", "only-here"]
    assert described["sha256"] == hashlib.sha256(wheel.read_bytes()).hexdigest()


def test_a_wheel_for_one_platform_is_refused(wheel):
    other = wheel.rename(wheel.with_name("my_package-1.2-cp312-cp312-linux_x86_64.whl"))
    with pytest.raises(ValueError, match="for one platform only"):
        lock.describe(other, PYTHON)


def test_what_is_needed_is_needed_by_what_is_needed():
    assert lock.needed(LOCK["packages"], ["SciPy"]) == {"scipy", "numpy", "open-blas"}


def test_a_package_that_is_nowhere_is_named():
    with pytest.raises(ValueError, match="no package torch: add its wheel"):
        lock.needed({"numpy": entry("numpy", "torch")}, ["numpy"])


def test_own_wheels_are_beside_the_lock_file_and_what_nobody_needs_is_elsewhere():
    own = [entry("Ours", "numpy"), entry("pandas") | {"file_name": "newer.whl"}]
    made = lock.rewrite(LOCK, own, ["ours"], ELSEWHERE)
    places = {name: package["file_name"] for name, package in made["packages"].items()}
    assert places == {
        "numpy": "numpy.whl",
        "open-blas": f"{ELSEWHERE}open-blas.whl",
        "ours": "Ours.whl",
        "pandas": f"{ELSEWHERE}newer.whl",
        "scipy": f"{ELSEWHERE}scipy.whl",
    }
    assert made["info"] == LOCK["info"]
    assert LOCK["packages"]["scipy"]["file_name"] == "scipy.whl"  # the lock itself is left alone


def test_only_own_wheels_may_be_beside_the_lock_file():
    """As where Pyodide's packages stay on their own host."""
    made = lock.rewrite(LOCK, [entry("Ours", "scipy")], ["ours"], ELSEWHERE, only_own=True)
    places = {name: package["file_name"] for name, package in made["packages"].items()}
    assert places.pop("ours") == "Ours.whl"
    assert places == {name: f"{ELSEWHERE}{name}.whl" for name in LOCK["packages"]}


def test_every_requirement_that_is_pure_is_named():
    """What is compiled, and what the kernel itself runs on, comes from Pyodide."""
    from_pyodide = {"numpy", "scipy", "matplotlib", "ipython", "traitlets"}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found, waiting = set(), [project["dependencies"]]
    while waiting:
        for line in map(Requirement, waiting.pop()):
            name = canonicalize_name(line.name)
            known = found | from_pyodide | lock.NOT_IN_A_BROWSER
            if name not in known and (line.marker is None or line.marker.evaluate({"extra": ""})):
                found.add(name)
                waiting.append(requires(name) or [])
    assert found == {canonicalize_name(name) for name in lite.PURE}


def test_another_file_than_the_listed_one_is_refused(tmp_path):
    source, target = tmp_path / "source", tmp_path / "target"
    source.mkdir()
    target.mkdir()
    (source / "numpy.whl").write_bytes(b"something else")
    listed = entry("numpy") | {"sha256": hashlib.sha256(b"numpy").hexdigest()}
    with pytest.raises(SystemExit, match="its checksum differs"):
        files.bring(listed, target, source)
    assert not [*target.iterdir()]


def test_a_folder_without_pyodides_files_is_refused_with_what_to_do(tmp_path):
    asked = r"the folder pyodide that is in pyodide-0\.27\.7\.tar\.bz2, .*PYODIDE=cdn"
    with pytest.raises(SystemExit, match=f"nowhere is not a folder: .*{asked}"):
        lite.build(tmp_path / "site", str(tmp_path / "nowhere"))
    with pytest.raises(SystemExit, match=f"scipy.whl is not in .*: .*{asked}"):
        files.bring(entry("scipy"), tmp_path, tmp_path)
    assert not [*tmp_path.iterdir()]


@pytest.mark.parametrize(
    "broken", [URLError("no name"), RemoteDisconnected("gone"), TimeoutError()]
)
def test_a_broken_download_says_what_else_can_be_done(tmp_path, monkeypatch, broken):
    def fail(*_what, **_how):
        raise broken

    monkeypatch.setattr(files, "urlopen", fail)
    with pytest.raises(SystemExit, match=r"scipy.whl could not be downloaded .*PYODIDE=folder"):
        files.bring(entry("scipy"), tmp_path, None)
    assert not [*tmp_path.iterdir()]


def test_a_port_that_is_taken_is_named(tmp_path, monkeypatch, capsys):
    def taken(*_what):
        raise OSError("Address already in use")

    (tmp_path / "index.html").touch()
    monkeypatch.setattr(lite, "ThreadingHTTPServer", taken)
    assert lite.serve(tmp_path, 8000) == 1
    assert capsys.readouterr().out.startswith("Port 8000 cannot be used (Address already in use)")


def test_the_start_page_has_every_notebook_with_its_title():
    notebooks = sorted(NOTEBOOKS.glob("*.ipynb"))
    page = start_page.make(notebooks, 63_200_000)
    assert "about 65 MB" in page
    for path in notebooks:
        assert page.count(f'index.html?path={path.name}"') == 2
    assert ">1. Sampling: where the data come from</a>" in page
    assert "“Idle”" in page
    assert "green tick" in page  # where there is no line at the bottom
    assert 'id="jupyter-config-data"' in page  # without it no notebook opens


def test_the_progress_file_is_text_for_jupyterlite(tmp_path):
    lite.write_settings(tmp_path)
    config = json.loads((tmp_path / "jupyter-lite.json").read_text(encoding="utf-8"))
    lines = config["jupyter-config-data"]["fileTypes"]["jsonl"]
    assert (lines["extensions"], lines["fileFormat"]) == ([".jsonl"], "text")
    overrides = json.loads((tmp_path / "overrides.json").read_text(encoding="utf-8"))
    assert overrides["@jupyter-widgets/jupyterlab-manager:plugin"] == {"saveState": True}


def test_versions_that_go_together_are_named_together():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert "'jupyterlite-core==0.6.4' 'jupyterlite-pyodide-kernel==0.6.1'" in makefile
    assert files.PYODIDE == "0.27.7"
    assert files.PYODIDE in files.ELSEWHERE
