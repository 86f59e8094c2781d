"""The explorer as one file, which needs neither Python nor a network."""

from __future__ import annotations

import base64
import html
import json

from . import assets

__all__ = ["build_page"]

TEMPLATE = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ max-width: 1500px; margin: 0 auto; padding: 0 1em; font-family: system-ui, sans-serif; }}
h1 {{ margin: 0.5em 0 0; font-size: 1.3em; }}
aside {{ max-width: 42em; margin: 1.5em auto; line-height: 1.5; }}
aside li {{ margin: 0.4em 0; }}
@media (min-width: 1800px) {{
  body {{ display: grid; grid-template-columns: minmax(0, 1fr) 25em; column-gap: 2em; }}
  body {{ max-width: 2200px; }}
  header {{ grid-column: 1 / -1; }}
  aside {{ margin: 0.5em 0; }}
}}
{style}</style>
</head>
<body class="emx-page">
<header><h1>{title}</h1></header>
<main></main>
{beside}<noscript>This page draws with JavaScript, which is switched off.</noscript>
<script type="application/json">{content}</script>
<script type="text/plain">{script}</script>
<script type="module">
const [content, script] = ["application/json", "text/plain"].map(
  (type) => document.querySelector(`script[type="${{type}}"]`).textContent);
const address = URL.createObjectURL(new Blob([script], {{ type: "text/javascript" }}));
const {{ open }} = await import(address);
open(JSON.parse(content), document.querySelector("main"));
</script>
</body>
</html>
"""

BESIDE = """\
<aside aria-label="What to do here">
{text}</aside>
"""


def build_page(title: str, options: dict, configuration: dict, blocks: dict, text="") -> str:
    """Return a page that holds an explorer and all it needs.

    Parameters
    ----------
    title : str
    options, configuration : dict
        As the browser takes them.
    blocks : dict of str to bytes
        What `blocks.pack` made: the data and, of somebody's own functions, a run.
    text : str, default=""
        HTML to stand beside the explorer, or below it where there is no room.

    Returns
    -------
    str
        HTML.
    """
    content = {
        "options": options,
        "config": configuration,
        "blocks": {name: base64.b64encode(block).decode() for name, block in blocks.items()},
    }
    return TEMPLATE.format(
        title=html.escape(title),
        style=assets.style(),
        beside=BESIDE.format(text=text) if text else "",
        # An HTML parser would end a script at a "</" in it.
        script=assets.script().replace("</script", "<\\/script"),
        content=json.dumps(content).replace("</", "<\\/"),
    )
