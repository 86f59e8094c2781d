"""``python -m gmm_helpers.grading``: the same as ``gmm-grade``."""

import sys

from .cli import main

if __name__ == "__main__":
    sys.exit(main())
