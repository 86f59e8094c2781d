"""What Sphinx is given: all pages, all files that they show. Sphinx itself is not needed here."""

import importlib
import re
import subprocess

import pytest
from support.javascript import NODE
from support.notebook_tools import ROOT

build_site = importlib.import_module("build_site")


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site") / "pages"
    build_site.write_pages(folder)
    return folder


@pytest.mark.slow
def test_every_page_in_a_table_of_contents_is_there(pages):
    index = (pages / "index.md").read_text(encoding="utf-8")
    listed = [
        name
        for block in re.findall(r"```\{toctree\}\n(.*?)```", index, re.DOTALL)
        for name in block.split("\n")
        if re.fullmatch(r"[\w/]+", name)
    ]
    assert len(listed) == 14
    for name in listed:
        assert [
            path for path in pages.glob(f"{name}.*") if path.suffix in (".ipynb", ".md", ".rst")
        ]


@pytest.mark.slow
def test_every_file_that_a_page_names_is_there(pages):
    for path in [*pages.glob("*.*"), *pages.glob("chapters/*")]:
        if path.is_dir():
            continue
        text = path.read_text(encoding="utf-8")
        for name in re.findall(r'src=\\?"((?:\.\./)?_static/[^"\\]+)', text):
            assert (path.parent / name).exists(), (path.name, name)


@pytest.mark.slow
def test_explorers_are_pages_that_tell_their_height(pages):
    made = sorted(path.stem for path in (pages / "_static" / "explorers").iterdir())
    assert made == [
        "03_m_step-1",
        "04_convergence-1",
        "05_why_em_works-1",
        "06_how_many_components-1",
        "explorer",
    ]
    page = (pages / "_static" / "explorers" / "explorer.html").read_text(encoding="utf-8")
    assert page.rstrip().endswith("</body>\n</html>")
    assert 'from: "gmm-explorer"' in page


@pytest.mark.slow
def test_scripts_are_no_modules_and_load_nothing(pages):
    for name in ("questions.js", "site.js"):
        path = pages / "_static" / name
        code = path.read_text(encoding="utf-8")
        assert not re.search(r"^\s*(import|export)\b", code, re.MULTILINE)
        assert "http" not in code
        as_script = path.with_suffix(".cjs")
        as_script.write_text(code, encoding="utf-8")
        subprocess.run([NODE, "--check", as_script], check=True)
        as_script.unlink()


def test_the_vocabulary_is_that_of_the_contributors():
    contributing = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert "`responsibilities`" in build_site.section_of(contributing, "Paper, code, meaning")


def test_a_folder_with_something_else_is_left_alone(tmp_path, capsys, monkeypatch):
    (tmp_path / "mine.txt").write_text("mine")
    monkeypatch.setattr(build_site, "write_pages", lambda *args, **options: None)
    monkeypatch.setattr(build_site, "PAGES", tmp_path / "pages")
    target = tmp_path / "full"
    target.mkdir()
    (target / "thesis.tex").write_text("mine")
    assert build_site.main(["--target", str(target)]) == 1
    assert "holds something else" in capsys.readouterr().err
    assert (target / "thesis.tex").read_text() == "mine"
