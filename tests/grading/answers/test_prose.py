"""Our own Markdown as HTML."""

import re

from gmm_helpers.grading.answers.prose import as_html, model_and_marking


def test_nothing_in_a_text_becomes_an_element():
    page = as_html("<script>1</script> & $<b>_k$ **<i>** `<u>`")
    assert not re.findall(r"<(script|b|u)\b", page)
    assert page.count("&lt;") == 5


def test_paragraphs_and_formulas():
    page = as_html("The *weights* $\\pi_k$:\n\n`r` is $\\sqrt{2\\pi}^{-1} \\approx 0.4$.")
    assert page == (
        '<p>The <em>weights</em> <i class="formula">π<sub>k</sub></i>:</p>\n'
        '<p><code>r</code> is <i class="formula">√(2π)<sup>-1</sup> ≈ 0.4</i>.</p>'
    )


def test_every_model_answer_of_the_course_can_be_read(release):
    for chapter in release.chapters:
        for question in chapter.questions:
            model, _ = model_and_marking(question.model_answer)
            assert model
            assert not model.startswith("**Model")
            assert question.text.startswith("**Question"), question.grade_id
            for text in (question.model_answer, question.text):
                left = re.sub(r"<[^>]*>", "", as_html(text))
                assert not re.findall(r"\\\w+|\*\*|`", left), left


def test_marking_points_are_told_apart():
    assert model_and_marking("**Model answer.** A.\n\nMarking points, one each: (1) b.")[1] == (
        "Marking points, one each: (1) b."
    )
    assert model_and_marking("") == ("", "")
