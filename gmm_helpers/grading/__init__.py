"""What an instructor runs: ``gmm-grade SUBMISSIONS --output OUT``.

One submission is a pure job, `grader.Grader.grade`: bytes in, JSON out. On its way it passes
`intake`, `parsing`, `jail`, `judging`, `notes` and `reports`. Student code runs in `jail` alone,
which never holds an expected value; everything else here is trusted and runs nothing that a student
wrote.
"""
