"""A check judges the code on the page: the newest run of the cell that defines a function."""

import pytest
from IPython.core.interactiveshell import InteractiveShell

from gmm_helpers.checks import cell_runs, checking
from gmm_helpers.checks.cell_runs import OriginKind, origin_of, watch

IMPORTS = "import numpy as np, gmm_helpers as gmm\nfrom gmm_helpers.checks import check"
RIGHT = "def update_weights(responsibilities):\n    return responsibilities.mean(axis=0)"
CHECKS = ("check(update_weights)", 'check("update_weights")')


@pytest.fixture
def notebook(monkeypatch):
    """Run cells in an IPython of our own; each returns what its last line does."""
    monkeypatch.delenv("GMM_CHECKS", raising=False)
    monkeypatch.setattr(cell_runs, "_runs", [])
    monkeypatch.setattr(checking, "latest", {})
    InteractiveShell.clear_instance()
    shell = InteractiveShell.instance()
    shell.history_manager.enabled = False
    shell.showtraceback = shell.showsyntaxerror = lambda *_, **__: None
    watch()

    def run(source, cell=None):
        return shell.run_cell(source, store_history=True, silent=False, cell_id=cell).result

    run(IMPORTS)
    yield run
    shell.events.unregister("post_run_cell", cell_runs._note)
    InteractiveShell.clear_instance()


BROKEN = {
    "a parenthesis": RIGHT.replace("axis=0)", "axis=0"),
    "an indent": RIGHT.replace("    return", "return"),
    "an indent before def": "n = 1\n  " + RIGHT,
    "no colon": RIGHT.replace(":", "", 1),
    "a name above": f"n_samples = len(responsibilites)\n{RIGHT}",
    "an error above": f"1 / 0\n{RIGHT}",
    "a decorator": f"@gmm.cached\n{RIGHT}",
    "a default": RIGHT.replace("responsibilities)", "responsibilities, n=N)"),
    "a lambda": "update_weights = lambda responsibilities: responsibilities.mean(axis=0",
}


@pytest.mark.parametrize("check", CHECKS)
@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_a_cell_that_failed_is_said_instead_of_a_verdict_on_the_function_before(
    notebook, broken, check
):
    notebook(RIGHT)
    assert notebook(check).status == "correct"
    notebook(broken)
    result = notebook(check)
    assert (result.status, result.score) == ("not checked", 0)
    assert all(part in result.text for part in ("[4]", "Error", "line "))
    notebook(RIGHT)
    assert notebook(check).status == "correct"


@pytest.mark.parametrize("cell", [None, "a"])
def test_a_misspelt_name_leaves_the_function_before_in_memory_and_that_is_said(notebook, cell):
    notebook(RIGHT, cell)
    notebook(RIGHT.replace("update_weights", "update_wieghts"), cell)
    result = notebook(CHECKS[0])
    assert result.status == "not checked"
    assert "now defines update_wieghts" in result.text


def test_a_second_function_in_a_cell_of_its_own_changes_nothing(notebook):
    notebook(RIGHT, "a")
    for name in ("update_weights_2", "my_update_weights", "update_wieghts"):
        notebook(RIGHT.replace("update_weights", name), "b")
        assert notebook(CHECKS[0]).status == "correct"


@pytest.mark.parametrize(
    "later", ["1 / 0", "print(update_weights(", "x = update_weights(3)", "def e_step(:\n    pass"]
)
def test_an_error_below_the_definition_or_elsewhere_changes_nothing(notebook, later):
    notebook(f"{RIGHT}\n1 / 0")
    notebook(later)
    assert notebook(CHECKS[0]).status == "correct"


def test_what_ipython_forgives_is_no_failure(notebook):
    for cell in (f"  {RIGHT}".replace("\n", "\n  "), f"%%time\n{RIGHT}", f"!true\n{RIGHT}"):
        notebook(cell)
        assert notebook(CHECKS[0]).status == "correct"


def test_a_check_in_the_cell_of_the_definition_is_about_that(notebook):
    notebook(BROKEN["no colon"])
    assert notebook(f"{RIGHT}\n{CHECKS[0]}").status == "correct"
    assert notebook(f"{CHECKS[0]}").status == "correct"


def test_the_run_that_was_judged_is_named(notebook):
    notebook(RIGHT)
    notebook("x = 1")
    text = notebook(CHECKS[0]).text
    assert text.endswith(
        "This is update_weights as you ran it in [2]; after an edit, run its cell again."
    )


def test_what_comes_from_a_file_or_another_name_is_judged_as_it_is(notebook):
    notebook("update_weights = gmm.update_weights")
    notebook("def e_step(:")
    assert notebook(CHECKS[0]).status == "correct"
    assert notebook("check(lambda r: r.mean(axis=0), 'update_weights')").status == "correct"


def test_without_a_notebook_nothing_is_known():
    InteractiveShell.clear_instance()
    watch()
    assert origin_of(lambda: 0, "e_step") is None


def test_cells_that_ran_before_the_import_are_known_by_their_source(notebook):
    notebook(RIGHT)
    notebook(BROKEN["no colon"])
    cell_runs._runs.clear()
    watch()
    result = notebook(CHECKS[0])
    assert (result.status, origin_of(None, "update_weights").kind) == (
        "not checked",
        OriginKind.STOPPED,
    )


WRONG = RIGHT.replace("mean", "sum")
NOT_DEFINED = {
    "%%timeit": f"%%timeit -n1 -r1\n{WRONG}",
    "%%writefile": f"%%writefile /dev/null\n{WRONG}",
    "an import above it": "try:\n    import nothere\n    "
    + WRONG.replace("\n", "\n    ")
    + "\nexcept ImportError:\n    pass",
    "if False": "if False:\n    " + WRONG.replace("\n", "\n    "),
    "an error under %%capture": "%%capture\nraise SystemError\n" + WRONG,
}


@pytest.mark.parametrize("check", CHECKS)
@pytest.mark.parametrize("cell", NOT_DEFINED.values(), ids=NOT_DEFINED)
def test_a_function_is_said_to_come_from_where_its_code_comes_from(notebook, cell, check):
    notebook(RIGHT)
    notebook(cell)
    result = notebook(check)
    assert result.status == "correct"
    assert result.text.endswith(
        "This is update_weights as you ran it in [2], not as it stands in [3]."
    )


def test_a_name_that_a_loop_did_not_bind_is_not_said_to_come_from_it(notebook):
    notebook(RIGHT)
    notebook("for update_weights in []:\n    pass")
    assert "as you ran it in [2];" in notebook(CHECKS[0]).text


def test_a_function_that_another_one_has_defined_is_no_older_one(notebook):
    notebook(BROKEN["no colon"])
    inner = RIGHT.replace("\n", "\n    ")
    notebook(f"def make():\n    global update_weights\n    {inner}\nmake()")
    assert "as you ran it in [3];" in notebook(CHECKS[0]).text


NO_DEFINITIONS = {
    "a method": f"class M:\n    {RIGHT.replace(chr(10), chr(10) + '    ')}\n    def fit(self\n",
    "a method of a class without colon": "class M\n    def update_weights(self):\n        pass",
    "a string": f"text = '''\n{RIGHT}\n'''\nprint(text",
    "a text without end": f"text = '''\n{RIGHT}\n",
    "a comment": f"# {RIGHT.replace(chr(10), chr(10) + '# ')}\nprint((",
    "a function in a function": "def outer():\n    def update_weights(r):\n        return r\n"
    "    return (",
    "an argument": "dict(a=1,\n    update_weights=3",
}


@pytest.mark.parametrize("cell", NO_DEFINITIONS.values(), ids=NO_DEFINITIONS)
def test_what_only_looks_like_a_definition_refuses_nothing(notebook, cell):
    notebook(RIGHT)
    notebook(cell)
    result = notebook(CHECKS[0])
    assert result.status == "correct"
    assert "as you ran it in [2];" in result.text


def test_where_there_is_no_older_function_none_is_spoken_of(notebook):
    notebook(BROKEN["an error above"])
    text = notebook(CHECKS[1]).text
    assert "ended before the function was defined. Correct" in text
    assert "older" not in text


LINES = {
    "%%time": (f"%%time\n1 / 0\n{RIGHT}", "line 2 of the cell: 1 / 0"),
    "%%time and a gap": (f"%%time\n\n# mine\n{BROKEN['no colon']}", "line 4 of the cell: def "),
    "a gap": (f"\n\n1 / 0\n{RIGHT}", "line 3 of the cell: 1 / 0"),
    "a gap and syntax": (f"\n\n{BROKEN['no colon']}", "line 3 of the cell: def "),
    "a function of another cell": (f"\nboom()\n{RIGHT}", "line 2 of the cell: boom()"),
}


@pytest.mark.parametrize(("cell", "line"), LINES.values(), ids=LINES)
def test_the_line_is_the_one_that_the_page_shows(notebook, cell, line):
    notebook("x = 1\n\n\n\n\ndef boom():\n    return 1 / 0")
    notebook(cell)
    text = notebook(CHECKS[1]).text
    assert line in text
    assert "run_cell_magic" not in text


def test_a_check_under_time_is_about_the_function_above_it(notebook):
    notebook(BROKEN["no colon"])
    notebook(f"%%time\n{RIGHT}\nresult = {CHECKS[0]}")
    assert notebook("result").status == "correct"


def test_a_lambda_is_called_by_the_name_of_its_variable(notebook):
    notebook("update_weights = lambda responsibilities: responsibilities.mean(axis=0)")
    assert "This is update_weights as you ran it in [2]" in notebook(CHECKS[0]).text
    notebook(BROKEN["a lambda"])
    assert "lambda>" not in notebook(CHECKS[0]).text
