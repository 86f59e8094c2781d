"""What is handed out: it works without this checkout, and no solved notebook is in it."""

import importlib
import io
import json
import subprocess
import sys
import time
import tomllib
import zipfile

import nbformat
import pytest
from jupyter_core.paths import jupyter_path
from jupyterlab.commands import get_app_dir
from jupyterlab_server.settings_utils import get_settings, save_settings
from nbconvert import HTMLExporter
from support.notebook_tools import (
    BEGIN,
    CHAPTERS,
    NOTEBOOKS,
    ROOT,
    SOURCES,
    public_lines,
    secret_lines,
    transform,
)
from traitlets.config import Config

from gmm_helpers.exercises import EXERCISES
from gmm_helpers.exercises.syllabus import Syllabus, parse_syllabus
from gmm_helpers.grading.parsing.release import read_release

release = importlib.import_module("release")  # in tools/, which notebook_tools has put on the path

DEFAULTS = "etc/jupyter/labconfig/default_setting_overrides.d/gmm-helpers.json"
WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
WIDGET_STATE = "application/vnd.jupyter.widget-state+json"
SCHEMAS = f"{get_app_dir()}/schemas"


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    path = release.make(tmp_path_factory.mktemp("dist"))
    with zipfile.ZipFile(path) as opened:
        yield opened


def files_of(opened):
    return {name: opened.read(name) for name in opened.namelist()}


@pytest.fixture(scope="module")
def wheel(archive):
    (name,) = [name for name in archive.namelist() if name.endswith(".whl")]
    with zipfile.ZipFile(io.BytesIO(archive.read(name))) as opened:
        return files_of(opened)


def test_everything_lies_in_one_folder_with_the_version(archive):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert {name.split("/")[0] for name in archive.namelist()} == {f"gmm-em-{project['version']}"}
    assert not [name for name in archive.namelist() if ".." in name or name.startswith("/")]


def test_the_student_copies_are_handed_out_and_no_other_notebooks(archive):
    found = {
        name.split("/", 2)[2]: archive.read(name)
        for name in archive.namelist()
        if "/notebooks/" in name
    }
    assert found == {path.name: path.read_bytes() for path in NOTEBOOKS.glob("*.ipynb")}
    assert len(found) > len(CHAPTERS)


def test_the_instructions_name_files_that_are_there(archive):
    folder = archive.namelist()[0].split("/")[0]
    text = archive.read(f"{folder}/README.md").decode()
    (wheel,) = [name.split("/")[1] for name in archive.namelist() if name.endswith(".whl")]
    for named in (wheel, "start.py", "constraints.txt", "environment.yml", "LICENSE"):
        assert named in text
        assert f"{folder}/{named}" in archive.namelist()
    assert f"- ./{wheel}" in archive.read(f"{folder}/environment.yml").decode()


def test_no_solution_is_in_a_notebook(archive):
    contents = {name.split("/")[-1]: content for name, content in files_of(archive).items()}
    for source in CHAPTERS:
        text = source.read_text(encoding="utf-8")
        secrets = set(secret_lines(text)) - public_lines(text)
        assert len(secrets) > 5
        cells = json.loads(contents[f"{source.stem}.ipynb"])["cells"]
        lines = {line.strip() for cell in cells for line in "".join(cell["source"]).split("\n")}
        assert not secrets & lines
        assert not [cell for cell in cells if cell.get("outputs")]


def model_answers(source):
    """Lines of answers to written questions; those of code stand in the helpers, too."""
    points = {exercise.name: exercise.points for exercise in EXERCISES.values()}
    for cell in transform.read_source(source, points).cells:
        if cell.cell_type == "markdown" and cell.metadata.get("nbgrader", {}).get("solution"):
            yield from (line for line in cell.source.splitlines() if len(line) > 25)


def test_the_wheel_holds_the_package_and_nothing_of_the_teachers(wheel):
    folders = {name.split("/")[0] for name in wheel}
    beside = (".dist-info", ".data")  # the latter are settings of JupyterLab
    assert {name for name in folders if not name.endswith(beside)} == {"gmm_helpers"}
    assert "gmm_helpers/exercises/__init__.py" in wheel
    assert "gmm_helpers/explorer/static/explorer.js" in wheel
    assert not [name for name in wheel if "javascript/" in name]  # the bundle is made from these
    text = b"\n".join(wheel.values()).decode(errors="replace")
    answers = [line for source in SOURCES for line in model_answers(source)]
    assert len(answers) > 20
    assert not [line for line in answers if line in text]
    assert BEGIN not in text


def test_the_bank_of_the_tests_is_not_in_the_wheel(wheel):
    """Right and wrong answers in many styles; the checks know the known mistakes without it."""
    text = b"\n".join(wheel.values()).decode(errors="replace")
    bank = list((ROOT / "tests" / "support" / "implementations").glob("*.py"))
    assert len(bank) > 5
    for path in bank:
        assert not [name for name in wheel if name.endswith(f"implementations/{path.name}")]
        assert path.read_text(encoding="utf-8") not in text


def test_the_same_files_give_the_same_zip_on_the_same_date(tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    first = release.make(tmp_path / "a").read_bytes()
    assert release.make(tmp_path / "b").read_bytes() == first
    assert [path.name for path in (tmp_path / "a").iterdir()] == [f"{release_name()}.zip"]


def test_files_have_todays_date_or_the_one_that_is_asked_for(archive, monkeypatch):
    (day,) = {info.date_time[:3] for info in archive.infolist()}
    days = {time.localtime(time.time() - hours * 3600)[:3] for hours in (0, 1)}
    assert day in days
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert release.today() == (2023, 11, 14, 22, 13, 20)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert release.today() == release.LONG_AGO


SET = Syllabus((1, 2), {"e_step": 8.0, "weighted_log_prob": 0.0})


@pytest.fixture(scope="module")
def chosen(tmp_path_factory):
    path = release.make(tmp_path_factory.mktemp("chosen"), SET)
    return path, {name.partition("/")[2]: content for name, content in files_of_path(path)}


def files_of_path(path):
    with zipfile.ZipFile(path) as opened:
        return files_of(opened).items()


def test_chosen_chapters_alone_are_handed_out_with_their_points(chosen):
    path, files = chosen
    notebooks = {name for name in files if name.startswith("notebooks/")}
    expected = ("01_sampling", "02_e_step", "explorer")
    assert notebooks == {f"notebooks/{stem}.ipynb" for stem in expected}
    assert "`e_step` (8 points)" in files["notebooks/02_e_step.ipynb"].decode()
    assert "| 02_e_step | `e_step` | 8 |" in files["README.md"].decode()
    found = read_release(path)
    assert [chapter.name for chapter in found.chapters] == ["01_sampling", "02_e_step"]
    assert found.chapters[1].worth == {"negative_log_likelihood": 3, "e_step": 8}


def test_a_check_of_the_students_counts_the_points_of_the_course(chosen):
    (content,) = [content for name, content in chosen[1].items() if name.endswith(".whl")]
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        given = parse_syllabus(opened.read("gmm_helpers/release.toml").decode())
        (record,) = [name for name in opened.namelist() if name.endswith("RECORD")]
        assert "gmm_helpers/release.toml,sha256=" in opened.read(record).decode()
    assert given.points == SET.points


def test_grading_by_the_file_is_grading_by_the_zip(chosen, tmp_path):
    text = release.packaged_file(SET)
    (tmp_path / "release.toml").write_text(text, encoding="utf-8")
    by_file, by_zip = (read_release(place) for place in (tmp_path / "release.toml", chosen[0]))
    assert by_file.chapters == by_zip.chapters


def test_grading_with_the_package_that_was_handed_out_is_grading_by_the_zip(tmp_path):
    """GitHub Classroom does: the wheel's own notebooks are those of the course, version and all."""
    given = SET._replace(package="https://example.org/gmm_helpers-0.1.0-py3-none-any.whl")
    path = release.make(tmp_path / "dist", given)
    (content,) = [content for name, content in files_of_path(path) if name.endswith(".whl")]
    zipfile.ZipFile(io.BytesIO(content)).extractall(tmp_path / "site")
    code = (
        "from gmm_helpers.grading.parsing.release import read_release\n"
        "for each in read_release().chapters: print(each.name, each.version, each.worth)"
    )
    command = [sys.executable, "-c", code]
    printed = subprocess.check_output(command, cwd=tmp_path / "site", text=True)
    expected = [f"{each.name} {each.version} {each.worth}" for each in read_release(path).chapters]
    assert printed.splitlines() == expected


def test_whoever_makes_it_is_told_its_points_and_which_count_nowhere(chosen):
    elsewhere = SET._replace(points={**SET.points, "bic": 2.0})
    assert release.told(chosen[0], elsewhere) == [
        "01_sampling, 02_e_step: 21 points for code, 8 for written answers.",
        "Their chapters are not handed out, so these have no points: bic.",
        "Left out, without points: weighted_log_prob.",
    ]


def test_unpacked_files_can_be_read_by_others(archive):
    assert {each.external_attr >> 16 for each in archive.infolist()} == {0o644}


def test_a_chapter_that_is_not_there_is_refused(capsys):
    assert release.main(["--chapters", "1", "9"]) == 1
    assert "there is no chapter 9: choose from [1, " in capsys.readouterr().err


def test_solved_notebooks_have_the_points_and_the_version_of_the_student_copies(chosen, tmp_path):
    release.write_solved(tmp_path, SET)
    solved = json.loads((tmp_path / "02_e_step.ipynb").read_text(encoding="utf-8"))
    handed_out = json.loads(chosen[1]["notebooks/02_e_step.ipynb"])
    assert solved["metadata"]["gmm_release"] == handed_out["metadata"]["gmm_release"]
    assert sorted(path.stem for path in tmp_path.iterdir()) == [
        "01_sampling",
        "02_e_step",
        "explorer",
    ]


def release_name():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return f"gmm-em-{project['version']}"


def test_what_is_handed_out_sets_jupyterlab_up_and_a_users_own_setting_wins(
    wheel, tmp_path, monkeypatch
):
    """Notebooks keep the pictures of their widgets, and nobody is asked about news."""
    (content,) = [content for name, content in wheel.items() if f"data/{DEFAULTS}" in name]
    path = tmp_path / DEFAULTS
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    monkeypatch.setenv("JUPYTER_CONFIG_PATH", str(tmp_path / "etc" / "jupyter"))

    def setting(schema, name):
        found, _ = get_settings(
            str(tmp_path),
            SCHEMAS,
            str(tmp_path / "own"),
            schema,
            labextensions_path=jupyter_path("labextensions"),
        )
        default = found["schema"]["properties"][name]["default"]
        return found["settings"].get(name, default)

    widgets = "@jupyter-widgets/jupyterlab-manager:plugin"
    assert setting(widgets, "saveState") is True
    assert setting("@jupyterlab/apputils-extension:notification", "fetchNews") == "false"
    save_settings(
        SCHEMAS,
        str(tmp_path / "own"),
        widgets,
        '{"saveState": false}',
        {},
        jupyter_path("labextensions"),
    )
    assert setting(widgets, "saveState") is False


@pytest.mark.parametrize(
    "name", ["jupyter_nbconvert_config", "jupyter_server_config.d/gmm-helpers"]
)
def test_pages_made_from_a_saved_notebook_show_the_stills(wheel, name):
    """Widgets would need the network, and could not be moved."""
    (content,) = [
        content for path, content in wheel.items() if path.endswith(f"jupyter/{name}.json")
    ]
    cell = nbformat.v4.new_code_cell("figure", execution_count=1)
    view = {"model_id": "one", "version_major": 2, "version_minor": 0}
    data = {WIDGET_VIEW: view, "text/html": "<p>NLL 12.5</p>", "text/plain": "NLL 12.5"}
    cell.outputs = [nbformat.v4.new_output("display_data", data)]
    notebook = nbformat.v4.new_notebook(cells=[cell])
    state = {"one": {"model_name": "AnyModel", "model_module": "anywidget", "state": {}}}
    notebook.metadata.widgets = {WIDGET_STATE: {"state": state, "version_major": 2}}
    page, _ = HTMLExporter(config=Config(json.loads(content))).from_notebook_node(notebook)
    assert "<p>NLL 12.5</p>" in page
