"""What an instructor runs: ``gmm-grade SUBMISSIONS --output OUT``.

One submission is a pure job, `job.Grader.grade`: bytes in, JSON out. Student code runs in `jail`
alone, which never holds an expected value; everything else here is trusted and runs nothing that
a student wrote.
"""
