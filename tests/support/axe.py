"""What axe-core finds on a page: what keeps out those who cannot see or use a mouse."""

from axe_playwright_python.sync_playwright import Axe

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
PAGE_RULES = [*RULES, "best-practice"]  # of landmarks and headings, for pages that are ours alone


def violations(page, within=(), *, rules=PAGE_RULES):
    """One line for each thing found; `within` are selectors of what is ours."""
    context = {"include": [[selector] for selector in within]} if within else None
    options = {"resultTypes": ["violations"], "runOnly": {"type": "tag", "values": rules}}
    response = Axe().run(page, context=context, options=options).response
    assert response["passes"], "axe has looked at nothing"
    return [
        f"{found['id']}: {found['help']}: {node['html'][:200]} {node['failureSummary']}"
        for found in response["violations"]
        for node in found["nodes"]
    ]
