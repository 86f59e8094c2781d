"""Run student code where it can do no harm and finds nothing: see `Runner`.

Who is feared: whoever wrote a notebook, and wants points that are not earned, or answers, or that
the grader stops; and, far more often, somebody whose loop does not end. So student code runs in a
jail of bubblewrap: no network, no disk but a read-only Python and a small folder in memory, an
unprivileged user, limits on everything. One first process has all libraries imported. For each
notebook it forks a worker into namespaces of its own, and nothing that a worker has started or
written outlives it.

Expected values never enter the jail. What comes out of a worker is a claim: frames of bounded
length, in an order that is known beforehand, made of JSON and raw float64 numbers. Whoever writes
into them can only lose points, or hand in numbers that are right.

Not defended against: holes in the kernel, time measured through shared caches, and, where it says
"not isolated", nearly everything. See docs/jail.md.
"""

from .limits import Limits, scaled
from .runner import Runner
from .runs import ExerciseRun, JailError, Program, SubmissionRun

__all__ = ["ExerciseRun", "JailError", "Limits", "Program", "Runner", "SubmissionRun", "scaled"]
