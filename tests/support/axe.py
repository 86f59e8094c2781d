"""What axe-core finds on a page: what keeps out those who cannot see or use a mouse."""

from axe_playwright_python.sync_playwright import Axe

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
PAGE_RULES = [*RULES, "best-practice"]  # of landmarks and headings, for pages that are ours alone
OUTPUTS = [".jp-Cell-outputArea", ".jp-MarkdownOutput"]  # what is ours in JupyterLab
PRINTED = [
    ".jp-RenderedText pre"
]  # JupyterLab's own: it scrolls what is printed in a narrow window


def lab_violations(page):
    """The same for the outputs of a notebook in JupyterLab."""
    return violations(page, OUTPUTS, without=PRINTED, rules=RULES)


def violations(page, within=(), *, without=(), rules=PAGE_RULES):
    """One line for each thing found; `within` selects what is ours, `without` what is not."""
    context = {"include": [[selector] for selector in within]} if within else {}
    context |= {"exclude": [[selector] for selector in without]} if without else {}
    options = {"resultTypes": ["violations"], "runOnly": {"type": "tag", "values": rules}}
    response = Axe().run(page, context=context or None, options=options).response
    assert response["passes"], "axe has looked at nothing"
    return [
        f"{found['id']}: {found['help']}: {node['html'][:200]} {node['failureSummary']}"
        for found in response["violations"]
        for node in found["nodes"]
    ]
