"""A submitted notebook with questions, answered or not, and the course that it belongs to."""

import nbformat

from gmm_helpers.grading.parsing.release import read_release
from gmm_helpers.questions.as_data import to_data
from gmm_helpers.questions.record import MIME
from support.asked import QUESTIONS

ASKED = {question.key: question for question in QUESTIONS.values()}  # five
RIGHT = {"rows": [[1], [0]], "sums": [[0, 3]], "quotient": [0.8], "steps": [[0, 1, 2]]}
RIGHT["mean"] = [[1.0, 1.0]]
VIEW = "application/vnd.jupyter.widget-view+json"
STATE = "application/vnd.jupyter.widget-state+json"


def notebook(attempts=None, in_widgets=None, definitions=ASKED):
    """A chapter with one exercise and five questions, answered or not."""
    graded = {"grade_id": "e_step", "solution": True, "locked": False, "grade": False}
    cells = [nbformat.v4.new_code_cell("def e_step(*a): ...", metadata={"nbgrader": graded})]
    states = {}
    for key, question in definitions.items():
        cell = nbformat.v4.new_code_cell(f'ask("{key}")', metadata={"gmm": {"question": key}})
        if attempts is not None:
            record = {"question": to_data(question), "attempts": attempts.get(key, [])}
            views = {VIEW: {"model_id": key * 3}, "text/plain": ""}
            cell.outputs = [
                nbformat.v4.new_output("display_data", {MIME: record, "text/plain": ""}),
                nbformat.v4.new_output("execute_result", views, execution_count=1),
            ]
            states[key * 3] = {"state": {"_attempts": (in_widgets or {}).get(key, [])}}
        cells.append(cell)
    metadata = {"widgets": {STATE: {"state": states}}}
    return nbformat.v4.new_notebook(cells=cells, metadata=metadata)


def course(folder):
    """Write the student copy and the solved one, and read them as a release."""
    nbformat.write(notebook(), folder / "02_e_step.ipynb")
    (folder / "solutions").mkdir()
    nbformat.write(notebook({}), folder / "solutions" / "02_e_step.ipynb")
    return read_release(folder)
