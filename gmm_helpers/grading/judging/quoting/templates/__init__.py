"""Messages that students really get, with what varies in them.

One a line, for `filled`: `{name}`, `{number}`, `{shape}` and so on stand for what is shown if it
can be known without the hidden inputs, `{any}` for what is never shown.
"""

from .helpers import HELPERS
from .matching import Known, filled
from .numpy import NUMPY, SCIPY
from .python import PYTHON, SYNTAX

__all__ = ["ERRORS", "Known", "filled"]

ERRORS = PYTHON + SYNTAX + NUMPY + SCIPY + HELPERS
