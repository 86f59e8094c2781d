"""Notebooks as other programs save them are graded as they would be from JupyterLab.

What each adds or takes is written down from its documentation and from files that it has saved; the
programs themselves are not run here.
"""

import copy

import pytest
from support.handed_in import filled, submission
from support.notebooks import E_STEP, LOG_PROB, NLL

pytestmark = pytest.mark.slow

STEM = "02_e_step"
RIGHT = {"negative_log_likelihood": NLL, "weighted_log_prob": LOG_PROB, "e_step": E_STEP}


def by_vs_code(notebook):
    """Names the kernel after the environment, and may mark cells with their language."""
    notebook["metadata"]["kernelspec"] = {
        "display_name": ".venv (3.12.1)",
        "language": "python",
        "name": "python3",
    }
    notebook["metadata"]["language_info"] = {"name": "python", "version": "3.12.1"}
    for cell in notebook["cells"]:
        cell["metadata"]["vscode"] = {"languageId": "python"}


def by_colab(notebook):
    """Moves the ids of cells into their metadata, and adds its own."""
    notebook["nbformat_minor"] = 0
    notebook["metadata"]["colab"] = {"provenance": [], "toc_visible": True}
    notebook["metadata"]["kernelspec"] = {"name": "python3", "display_name": "Python 3"}
    for cell in notebook["cells"]:
        cell["metadata"] |= {"id": cell.pop("id"), "outputId": "0c1d", "cellView": "form"}


def by_kaggle(notebook):
    """Adds its own metadata and times."""
    notebook["metadata"]["kaggle"] = {"accelerator": "none", "isInternetEnabled": True}
    for cell in notebook["cells"]:
        cell["metadata"] |= {"trusted": True, "execution": {"iopub.status.idle": "2026-01-01T0Z"}}


def by_deepnote(notebook):
    """Names cells anew, adds its own metadata, and a cell that says where it was made."""
    notebook["metadata"] = {"deepnote": {}, "deepnote_notebook_id": "0a1b"}
    for i, cell in enumerate(notebook["cells"]):
        cell["id"] = f"{i:032x}"
        cell["metadata"] |= {"cell_id": f"{i:032x}", "deepnote_cell_type": cell["cell_type"]}
    made = "<a href='https://deepnote.com'>Created in Deepnote</a>"
    notebook["cells"].append({"cell_type": "markdown", "metadata": {}, "source": made})


def as_lines(notebook):
    """The source of every cell as a list of lines, as files usually have it."""
    for cell in notebook["cells"]:
        cell["source"] = "".join(cell["source"]).splitlines(keepends=True)


@pytest.fixture(scope="module")
def expected(graded):
    return points(graded(submission(filled(STEM, **RIGHT))))


def points(rows):
    return {name: (row["score"], row["status"]) for name, row in rows.items()}


@pytest.mark.parametrize("saved", [by_vs_code, by_colab, by_kaggle, by_deepnote])
def test_the_points_are_the_same(saved, graded, expected):
    notebook = copy.deepcopy(filled(STEM, **RIGHT))
    as_lines(notebook)
    saved(notebook)
    assert points(graded(submission(notebook))) == expected
    assert all(expected[name][1] == "correct" for name in RIGHT)
