"""Solved notebooks with questions in their outputs, as the build leaves them."""

import base64
import io
from dataclasses import replace

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from PIL import Image

from gmm_helpers.questions import Place, Point, Question
from gmm_helpers.questions.as_data import to_data
from gmm_helpers.questions.record import MIME, without_pictures
from gmm_helpers.questions.still import as_html

from .asked import QUESTIONS


def picture(width, height, color="white", alt="An empty plane."):
    """A picture as data, with more pixels than it is wide on a page."""
    buffer = io.BytesIO()
    Image.new("RGB", (3 * width // 2, 3 * height // 2), color).save(buffer, format="PNG")
    png = base64.b64encode(buffer.getvalue()).decode()
    return {"png": png, "alt": alt, "width": width, "height": height}


SQUARE = picture(400, 400)  # with axes of one scale
WIDE = picture(800, 500, "navy", alt='A "wide" plane & more.')  # larger than Moodle's
SHOWN = picture(300, 200, "green", alt="The mean has moved.")
FULL = {
    **QUESTIONS,
    "point": replace(
        QUESTIONS["point"], answer=replace(QUESTIONS["point"].answer, picture=SQUARE), shows=SHOWN
    ),
    "wide": Question(
        "wide",
        "Where is <b> & *that* r_nk?",
        Point(
            Place(1.0, 10.0, 0.5, "The average."),
            (Place(-1.0, -10.0, 0.8, "Old."),),
            "No.",
            WIDE,
            (0.1, 0.2, 0.85, 0.7),
            (-3.0, 3.0, -20.0, 20.0),
        ),
    ),
}


def write_solved(folder, name, title, *questions):
    """Write a notebook as it is after the build."""
    cells = [new_markdown_cell(f"# {title}\n\nA text."), new_code_cell("1 + 1")]
    cells += [_asked(question) for question in questions]
    path = folder / f"{name}.ipynb"
    nbformat.write(new_notebook(cells=cells), path)
    return path


def _asked(question):
    held = {"question": without_pictures(to_data(question)), "attempts": []}
    outputs = [
        new_output("display_data", {MIME: held, "text/plain": ""}),
        new_output("execute_result", {"text/html": as_html(question), "text/plain": "?"}),
    ]
    return new_code_cell(f"ask({question.key!r})", outputs=outputs)
