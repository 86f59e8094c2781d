"""Run student code where it can do no harm and finds nothing: see `Runner`.

The author of a notebook may want points that are not earned, or the answers, or to stop the
grader; far more often a loop does not end. So student code runs in a jail of bubblewrap: no
network, no disk but a read-only Python and a small folder in memory, an unprivileged user, limits
on everything. The first process of a jail has all libraries imported. For each notebook it forks a
worker into namespaces of its own, and nothing that a worker has started or written outlives it.

Expected values never enter the jail. What comes out of a worker is a claim: frames of bounded
length, in an order that is known beforehand, made of JSON and raw float64 numbers. Whoever writes
into them can only lose points, or hand in numbers that are right.

There is no defence against holes in the kernel or time measured through shared caches, and, where
it says "not isolated", against nearly anything. See docs/jail.md.
"""

from .limits import Limits, scale_limits
from .reasons import Reason, ReasonKind
from .runner import Runner
from .runs import CellNote, ExerciseRun, JailError, Program, SubmissionRun

__all__ = [
    "CellNote",
    "ExerciseRun",
    "JailError",
    "Limits",
    "Program",
    "Reason",
    "ReasonKind",
    "Runner",
    "SubmissionRun",
    "scale_limits",
]
