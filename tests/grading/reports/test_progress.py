"""What a file is told while a class is graded."""

from gmm_helpers.grading.reports.progress import PlainLines, progress_of


def test_a_line_comes_every_half_minute_at_most(capsys):
    times = iter([100.0, 105.0, 131.0, 140.0, 170.0, 300.0])
    lines = PlainLines(5, lambda: next(times))
    for _ in range(5):
        lines.update()
    assert capsys.readouterr().err.splitlines() == [
        "gmm-grade: 2 of 5 submissions after 31 s",
        "gmm-grade: 4 of 5 submissions after 70 s",
    ]


def test_a_quick_class_tells_nothing(capsys):
    with progress_of(3) as update:
        update()
    assert capsys.readouterr().err == ""
