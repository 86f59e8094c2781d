"""The README of the students' zip says what is in it, and what is not."""

import importlib
import re

from support.notebook_tools import NOTEBOOKS, ROOT

from gmm_helpers.exercises import CHAPTERS, EXERCISES
from gmm_helpers.exercises.syllabus import Syllabus

readme = importlib.import_module("handout.readme").readme  # in tools/
PARTS = ROOT / "tools" / "handout"
WHEEL = "gmm_helpers-0.1.0-py3-none-any.whl"


def text_for(stems, syllabus=None):
    notebooks = {stem: (NOTEBOOKS / f"{stem}.ipynb").read_bytes() for stem in stems}
    return readme(PARTS, notebooks, syllabus or Syllabus(), WHEEL)


def test_it_names_python_and_what_to_type_first():
    text = text_for([*CHAPTERS, "explorer"])
    assert text.index("Python 3.11 or newer") < text.index("python3 start.py")
    assert "py start.py" in text
    assert "{" not in text


def test_it_lists_the_notebooks_that_are_there():
    text = text_for(["02_e_step", "explorer"])
    assert set(re.findall(r"notebooks/(\w+)\.ipynb", text)) == {"02_e_step", "explorer"}
    assert text.count("One notebook with exercises:") == 1
    assert "begin with `notebooks/02_e_step.ipynb`" in " ".join(text.split())


def test_it_lists_the_points():
    rows = dict(re.findall(r"\| \w+ \| `(\w+)` \| ([\d.]+) \|", text_for(CHAPTERS)))
    assert {name: float(rows[name]) for name in EXERCISES} == {
        name: exercise.points for name, exercise in EXERCISES.items()
    }


def test_it_does_not_say_that_there_are_no_answers():
    text = " ".join(text_for(CHAPTERS).split())
    assert "It also holds a right version of every function that you are asked to write" in text
    assert "without solutions and without model answers" in text


def test_how_to_hand_in_can_be_said():
    text = text_for(["01_sampling"], Syllabus(hand_in="Upload it to Moodle by Friday."))
    assert "Upload it to Moodle by Friday." in text
    assert "asked for" not in text


def test_with_an_address_colab_needs_no_wheel():
    text = text_for(["01_sampling"], Syllabus(package="https://example.org/x.whl"))
    (line,) = (line for line in text.splitlines() if line.startswith("- **Colab"))
    assert WHEEL not in line
