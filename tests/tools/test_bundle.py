"""The explorer's JavaScript as one file."""

import pytest
from support.javascript import bundle, node

from gmm_helpers.explorer import assets


def test_the_committed_bundle_is_what_its_sources_give(capsys):
    assert bundle.main(["--check"]) == 0, capsys.readouterr().out


def test_a_bundle_that_is_not_is_told_in_one_sentence(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(bundle, "ROOT", tmp_path)
    monkeypatch.setattr(bundle, "bundle", lambda: "now")
    monkeypatch.setattr(bundle, "TARGET", tmp_path / "explorer.js")
    says = "explorer.js is not what explorer/javascript gives: run make bundle\n"
    assert bundle.main(["--check"]) == 1
    bundle.TARGET.write_text("then")
    assert bundle.main(["--check"]) == 1
    assert capsys.readouterr().out == 2 * says
    assert bundle.main([]) == bundle.main(["--check"]) == 0
    assert bundle.TARGET.read_text() == "now"


def test_the_bundle_exports_what_anywidget_and_a_page_need():
    code = f"""
      import all, {{ open }} from "./{bundle.TARGET.name}";
      console.log(JSON.stringify([typeof open, Object.keys(all)]));
    """
    assert node(code, base=bundle.TARGET.parent) == ["function", ["initialize", "render"]]


def test_the_bundle_is_small():
    assert len(assets.script().encode()) < 150_000


def test_a_worker_is_carried_as_the_text_of_one_script(tmp_path):
    (tmp_path / "sums.js").write_text("export const sum = (a, b) => a + b;\n")
    (tmp_path / "worker.js").write_text('import { sum } from "./sums.js";\nanswer(sum(1, 2));\n')
    main = tmp_path / "main.js"
    main.write_text('import source from "./worker.js?text";\nexport { source };\n')
    (tmp_path / "joined.mjs").write_text(bundle.bundle(main))
    code = """
      import { source } from "./joined.mjs";
      new Function("answer", source)((found) => console.log(found));
    """
    assert node(code, base=tmp_path) == 3


def test_what_cannot_be_joined_is_told(tmp_path):
    (tmp_path / "main.js").write_text('import "./gone.js";\n')
    with pytest.raises(SystemExit, match=r'Could not resolve "./gone.js"'):
        bundle.bundle(tmp_path / "main.js")
