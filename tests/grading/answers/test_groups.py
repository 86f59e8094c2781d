"""The answers of a class to one question, sorted."""

from support.answered_class import PRIOR, class_of, result_of

from gmm_helpers.grading.answers.groups import SEPARATOR, answered, pictures_in
from gmm_helpers.grading.answers.prose import model_and_marking


def sorted_answers(seed=5, **answers):
    results, about = class_of(**answers)
    (chapter,) = about.chapters
    (question,) = [each for each in chapter.questions if each.grade_id == PRIOR]
    return answered(chapter, question, results, seed)


def test_the_same_up_to_blanks_is_together_and_the_others_are_apart():
    found = sorted_answers(
        ann="The  weights.\n", bob="The weights.", cy="No idea.", dan="", eve=None
    )
    assert {group.students for group in found.groups} == {("ann", "bob"), ("cy",)}
    assert (found.empty, found.missing, found.n_answers) == (("dan",), ("eve",), 3)


def test_the_order_is_that_of_the_seed_and_not_of_names_or_of_others():
    answers = {f"s{i:02}": f"Answer {i}." for i in range(20)}
    order = [group.text for group in sorted_answers(**answers).groups]
    assert order != sorted(order)
    assert [group.text for group in sorted_answers(**answers).groups] == order
    assert [group.text for group in sorted_answers(seed=6, **answers).groups] != order
    answers.pop("s07")
    assert [g.text for g in sorted_answers(**answers).groups] == [
        text for text in order if text != "Answer 7."
    ]


def test_texts_with_a_picture_are_never_the_same():
    text = "See ![plot](attachment:image.png)."
    found = sorted_answers(ann=text, bob=text)
    assert [group.pictures for group in found.groups] == [("image.png",)] * 2
    assert len({group.key for group in found.groups}) == 2


def test_texts_with_the_same_address_of_a_picture_are_the_same():
    text = "See <img src=x> and <img src='https://x.edu/data:1.png'>."
    (group,) = sorted_answers(ann=text, bob=text).groups
    assert group.students == ("ann", "bob")
    attached = '<img width="9" src="data:image/png,0a">'
    assert len(sorted_answers(ann=attached, bob=attached).groups) == 2
    attached = "<img src=attachment:image.png>"
    assert len(sorted_answers(ann=attached, bob=attached).groups) == 2


def test_pictures_are_named_however_they_are_written():
    assert pictures_in('<img width="3" src="data:image/png,0a">') == ("without a name",)
    assert pictures_in("$x$ [a](b.png)") == ()


def test_two_texts_of_one_student_are_one_answer():
    results, about = class_of()
    (chapter,) = about.chapters
    two = result_of("ann", {PRIOR: ["First.", "Second."]})
    (group,) = answered(chapter, chapter.questions[1], [*results, two], 1).groups
    assert group.text == f"First.{SEPARATOR}Second."


def test_the_model_answer_is_known_again_with_and_without_what_stands_around_it():
    _, about = class_of()
    (model,) = [q.model_answer for q in about.chapters[0].questions if q.grade_id == PRIOR]
    bare, marking = model_and_marking(model)
    assert bare != model
    assert not marking
    found = sorted_answers(ann=model, bob=bare, cy=f"{bare} I think.", dan=f"{bare.upper()}\n")
    ours = {student for group in found.groups if group.is_model for student in group.students}
    assert ours == {"ann", "bob", "dan"}
