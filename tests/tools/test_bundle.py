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
    assert len(assets.script().encode()) < 220_000


def test_all_modules_are_the_text_of_a_worker_too(tmp_path):
    (tmp_path / "joined.mjs").write_text(bundle.bundle())
    code = """
      const text = readFileSync(new URL(FILE), "utf8");
      const all = text.slice(text.indexOf("function theBundle"), text.indexOf("\\nconst{default"));
      const told = [];
      globalThis.self = { postMessage: (message) => told.push(message) };
      new Function(`(${all})({exports:{}}).serve()`)();
      const give = (data) => self.onmessage({ data });
      give({ kind: "data", data: { X: Float64Array.of(0, 1, 5, 7), N: 4, D: 1, start: null } });
      const row = Float64Array.of(0.5, 0.5, 0, 5, 1, 1);
      give({ kind: "run", key: "a", K: 2, row, regCovar: 0, maxIter: 9 });
      setTimeout(() => console.log(JSON.stringify(told.map(({ key, run }) => [key, run.K]))), 500);
    """
    found = node(code.replace("FILE", repr((tmp_path / "joined.mjs").as_uri())))
    assert found[-1] == ["a", 2]


def test_what_cannot_be_joined_is_told(tmp_path):
    (tmp_path / "main.js").write_text('import "./gone.js";\n')
    with pytest.raises(SystemExit, match=r'Could not resolve "./gone.js"'):
        bundle.bundle(tmp_path / "main.js")
