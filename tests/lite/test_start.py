"""The page on which students begin, and what their first import asks for."""

from support.lite import LiteNotebook


def test_the_start_page_says_what_to_expect_and_opens_a_notebook(visitor, site):
    page = visitor.new_page()
    page.goto(site)
    text = page.locator("main").inner_text()
    for said in ("MB are downloaded", "Your work stays in this browser", "File > Download"):
        assert said in text
    page.get_by_role("link", name="1. Sampling", exact=False).first.click()
    page.locator(".jp-Notebook").wait_for()
    page.close()


def test_the_package_is_imported_from_the_site_alone(visitor, site):
    notebook = LiteNotebook(visitor, site, "empty.ipynb")
    code = (
        "import gmm_helpers as gmm\nprint(gmm.sample_gmm(*gmm.course_params(), 9, rng=0)[1].dtype)"
    )
    outputs = notebook.run(code)
    notebook.page.close()
    assert [output.get("text", output) for output in outputs] == ["int32\n"]  # intp counts here
    assert visitor.away == []


def test_what_was_answered_is_kept_when_the_page_is_loaded_again(visitor, site):
    code = (
        "from gmm_helpers.questions import progress_file\n"
        "progress_file.keep('check', 'one', status='correct')\n"
        "print(progress_file.kept('check'))"
    )
    first = LiteNotebook(visitor, site, "empty.ipynb")
    (before,) = first.run(code)
    first.page.close()
    again = LiteNotebook(visitor, site, "empty.ipynb")
    (after,) = again.run(code.replace("progress_file.keep(", "(lambda *a, **k: 0)("))
    again.page.close()
    assert after["text"] == before["text"] != "{}\n"
