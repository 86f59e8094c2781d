"""What pytest leaves alone: shared parts of tests, and what needs nbgrader where there is none."""

from importlib.util import find_spec

collect_ignore = ["tests/support"]
if find_spec("nbgrader.api") is None:  # see `make test-nbgrader`
    collect_ignore += ["tests/nbgrader", "gmm_helpers/grading/reports/formgrader/gradebook.py"]
    collect_ignore += ["gmm_helpers/grading/adjustments/formgrader.py"]
