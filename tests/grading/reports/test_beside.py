"""What the report finds in its folder."""

import pytest

from gmm_helpers.grading.reports.beside import files_beside, rules_beside


def test_files_that_are_there_are_linked(tmp_path):
    for name in ("grades.csv", "upload/moodle.csv", "answers/index.html", "other.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    paths = [path for path, _ in files_beside(tmp_path)]
    assert paths == ["grades.csv", "answers/index.html", "upload/moodle.csv"]
    assert files_beside(tmp_path / "nowhere") == []


@pytest.mark.parametrize(
    "text",
    [
        "exercise,mistake,points,comment\ne_step,N_k - 1,4,hm\n",
        "\ufeffexercise;mistake;points;comment\r\ne_step;N_k - 1;4;hm\r\n",
        "points,comment,mistake,exercise\n 4 ,hm,N_k - 1,e_step\n",
    ],
)
def test_rules_are_read_however_a_spreadsheet_saved_them(text, tmp_path):
    (tmp_path / "rules.csv").write_text(text, encoding="utf-8")
    assert rules_beside(tmp_path) == [("e_step", "N_k - 1", "4", "hm")]


@pytest.mark.parametrize(("points", "number"), [("4,5", 4.5), ("4.5", 4.5), ("four", None)])
def test_a_decimal_comma_is_one(points, number, tmp_path):
    (tmp_path / "rules.csv").write_text(f"exercise;mistake;points\ne;m;{points}\n")
    (rule,) = rules_beside(tmp_path)
    assert (rule.number, rule.comment) == (number, "")


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"a,b\n1,2,3,4\n", b"exercise\n\n"])
def test_what_is_no_such_file_does_no_harm(content, tmp_path):
    (tmp_path / "rules.csv").write_bytes(content)
    for rule in rules_beside(tmp_path):
        assert rule == ("", "", "", "")
