import importlib
import json
from html.parser import HTMLParser

import pytest
from support import notebook_tools  # which puts tools/ on the path
from support.asked_notebook import FULL

assert notebook_tools.ROOT
page = importlib.import_module("question_files.page")
reading = importlib.import_module("question_files.reading")

CHAPTERS = [
    reading.Chapter("01_sampling", "Sampling & more", tuple(FULL.values())[:3]),
    reading.Chapter("02_e_step", "The E-step", tuple(FULL.values())[3:]),
]
HTML = page.page_of(CHAPTERS)


class Read(HTMLParser):
    """What a page refers to, what its elements are called, and what scripts hold."""

    def __init__(self, text):
        super().__init__()
        self.addresses, self.names, self.scripts, self.tags = [], [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.tags.append(tag)
        self.addresses += [given[name] for name in ("src", "href") if name in given]
        if "id" in given:
            self.names.append(given["id"])

    def handle_data(self, data):
        if self.tags and self.tags[-1] == "script":
            self.scripts.append(data)


READ = Read(HTML)


def test_it_refers_to_nothing_outside():
    assert all(address.startswith(("data:", "#")) for address in READ.addresses)
    assert {a[1:] for a in READ.addresses if a.startswith("#")} <= set(READ.names)
    assert "@import" not in HTML
    assert "import(" not in HTML
    assert (
        "http" not in HTML.replace("https://", "http://").split("<style>")[1].split("</style>")[0]
    )


def test_every_question_can_be_read_without_a_script():
    assert READ.tags.count("article") == READ.tags.count("details") == len(FULL)
    assert READ.tags.count("h2") == 2
    for name in ("rows", "sums", "quotient", "steps", "mean", "wide", "01_sampling"):
        assert READ.names.count(name) == 1


def test_the_script_gets_every_question_and_no_picture_twice():
    data = json.loads(next(text for text in READ.scripts if text.startswith("[")))
    assert [each["question"]["key"] for each in data] == [q.key for q in FULL.values()]
    assert HTML.count(FULL["point"].shows["png"]) == 1
    assert "png" not in data[4]["question"]["shows"]


def test_an_answer_belongs_to_one_wording():
    def names(text):
        question = FULL["one"]
        changed = type(question)(question.key, text, question.answer)
        html = page.page_of([reading.Chapter("01_a", "A", (changed,))])
        return [each["name"] for each in json.loads(Read(html).scripts[0])]

    assert names("Old?") == names("Old?") != names("New?")


@pytest.mark.parametrize("evil", ["</script><script>alert(1)</script>", "<!--<script>", "{x} {}"])
def test_a_text_stays_a_text(evil):
    question = FULL["one"]
    changed = type(question)(question.key, evil, question.answer)
    html = page.page_of([reading.Chapter("01_a", evil, (changed,))])
    assert Read(html).tags.count("script") == 2
    assert evil not in html or "<" not in evil


def test_the_same_questions_give_the_same_page():
    assert page.page_of(CHAPTERS) == HTML
