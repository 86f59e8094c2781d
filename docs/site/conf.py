"""Sphinx's settings of the course site; tools/build_site.py builds it from a copy of this."""

from importlib.metadata import version as version_of

from gmm_helpers import questions

project = "Gaussian mixtures and EM"
author = ""
copyright = "the authors, BSD 3-Clause licence"
version = release = version_of("gmm-helpers")

extensions = [
    "myst_nb",
    "sphinx.ext.autodoc",
    "sphinx.ext.autosummary",
    "sphinx.ext.mathjax",
    "numpydoc",
]
templates_path = ["_templates"]
exclude_patterns = ["_doctrees", "notebooks"]
suppress_warnings = ["myst.header", "mystnb.unknown_mime_type"]

# Outputs are those of the solved run.
nb_execution_mode = "off"
nb_ipywidgets_js = {}  # otherwise from another host
nb_code_prompt_show = "Show the code"
nb_code_prompt_hide = "Hide the code"
myst_enable_extensions = ["amsmath", "colon_fence", "deflist", "dollarmath"]
myst_heading_anchors = 4
myst_dmath_double_inline = True

autosummary_generate = True
# `Number` and `number` would be one file where capitals are not told apart.
autosummary_filename_map = {
    f"gmm_helpers.questions.{name}": f"gmm_helpers.questions.{name}-class"
    for name in questions.__all__
    if name != name.lower() and name.lower() in questions.__all__
}
autodoc_typehints = "none"  # numpydoc's sections have them
numpydoc_show_class_members = False
add_module_names = False

# A copy of MathJax 3 that lies beside the pages; its menu would load speech from another host.
mathjax_path = "mathjax/tex-svg.js"
mathjax3_config = {
    "tex": {"inlineMath": [["\\(", "\\)"]], "displayMath": [["\\[", "\\]"]]},
    "options": {"enableMenu": False},
    "svg": {"fontCache": "local"},
}

html_theme = "sphinx_book_theme"
html_title = project
html_static_path = ["_static"]
html_css_files = ["question.css", "site.css"]
html_js_files = [(name, {"defer": "defer"}) for name in ("questions.js", "site.js")]
html_copy_source = False
html_use_index = False  # the reference and the search have all of it
html_show_sourcelink = False
html_show_sphinx = False
html_last_updated_fmt = None
html_theme_options = {
    "navbar_persistent": [],  # the search is in the sidebar
    "primary_sidebar_end": [],
    "show_navbar_depth": 1,
    "home_page_in_toc": True,
    "use_download_button": False,  # of the page; chapters have a link to the notebook
    "use_fullscreen_button": False,
    "show_toc_level": 2,
    "navigation_with_keys": False,
    "pygments_light_style": "a11y-high-contrast-light",
    "pygments_dark_style": "a11y-high-contrast-dark",
}


def skip_member(app, what, name, member, skip, options):
    """Leave out the fields of named tuples: "Alias for field number 0" helps nobody."""
    is_field = (getattr(member, "__doc__", None) or "").startswith("Alias for field number")
    return True if is_field else None


def setup(app):
    app.connect("autodoc-skip-member", skip_member)
