"""A check judges the code on the page: the newest run of the cell that defines a function."""

import pytest
from IPython.core.interactiveshell import InteractiveShell

from gmm_helpers.checks import cell_runs, checking
from gmm_helpers.checks.cell_runs import OriginKind, is_typo, origin_of, watch

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


@pytest.mark.parametrize(
    ("written", "name", "slip"),
    [
        ("e_stpe", "e_step", True),
        ("update_mean", "update_means", True),
        ("has_convergd", "has_converged", True),
        ("e_step", "em_step", False),
        ("m_step", "em_step", False),
        ("fit_em_slow", "fit_em", False),
        ("plot_everything", "e_step", False),
    ],
)
def test_a_slip_is_no_variation(written, name, slip):
    assert is_typo(written, name) is slip
