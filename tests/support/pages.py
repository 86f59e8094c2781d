"""Notebooks and explorers as somebody sees and moves them in a browser."""

import re

import nbformat

RUN = 120_000  # milliseconds for all cells of a notebook, on a busy machine
NOT_RUN = r"\[[ *]\]"
PROMPTS = 'document.querySelectorAll(".jp-Notebook .jp-CodeCell .jp-InputPrompt")'
# The numbers behind the picture, of the half-step one stands at.
NUMBERS = """(root) => {
  const { trace, h, choice } = root.explorer.scene;
  const r = trace.responsibilities(h);
  return { h, choice, K: trace.K, last: trace.last, ended: trace.run.ended, nll: trace.nllAt(h),
           r: r && Array.from(r) };
}"""
PIXELS = "(root) => [...root.querySelectorAll('canvas')].map((canvas) => canvas.toDataURL())"


class Console:
    """What a page complained about: errors of the console, and exceptions nobody caught."""

    def __init__(self, page):
        self.errors = []
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def _heard(self, message):
        if message.type == "error":
            self.errors.append(f"{message.text} ({message.location.get('url', '')})")


def open_notebook(page, address, name):
    """Open a notebook in JupyterLab and wait until its kernel is there."""
    stem = name.removesuffix(".ipynb")
    page.goto(f"{address}/lab/workspaces/{stem}/tree/{name}")
    idle(page)


def idle(page):
    """Wait until JupyterLab says that the kernel has nothing to do."""
    page.locator("#jp-main-statusbar", has_text=re.compile(r"\| Idle")).wait_for(timeout=RUN)


def run_all(page):
    """Run all cells by the menu, and wait for the last one."""
    page.evaluate(f"() => {{ for (const one of {PROMPTS}) one.textContent = '[ ]:'; }}")
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    page.wait_for_function(
        """(notRun) => {
          const prompts = [...document.querySelectorAll(".jp-Notebook .jp-CodeCell")]
            .filter((cell) => cell.querySelector(".cm-content")?.textContent.trim())
            .map((cell) => cell.querySelector(".jp-InputPrompt").textContent);
          return prompts.length && !prompts.some((prompt) => new RegExp(notRun).test(prompt));
        }""",
        arg=NOT_RUN,
        timeout=RUN,
    )
    idle(page)


def use_theme(page, name):
    """Choose a theme of JupyterLab's by the menu."""
    page.get_by_role("menuitem", name="Settings", exact=True).click()
    page.locator(".lm-Menu-itemLabel", has_text=re.compile("^Theme$")).hover()
    page.locator(".lm-Menu-itemLabel", has_text=re.compile(f"^{name}$")).click()
    is_light = str("Dark" not in name).lower()
    page.wait_for_function("(is) => document.body.dataset.jpThemeLight === is", arg=is_light)


def restart(page):
    """Restart the kernel by the menu, and wait until there is another one."""
    page.get_by_role("menuitem", name="Kernel", exact=True).click()
    page.locator(".lm-Menu-itemLabel", has_text=re.compile(r"^Restart Kernel\W*$")).click()
    with page.expect_response(lambda response: "/restart" in response.url, timeout=RUN):
        page.locator(".jp-Dialog-footer button", has_text="Restart").click()
    idle(page)


def saving(page):
    """Wait until the notebook has been saved."""
    return page.expect_response(
        lambda response: response.request.method == "PUT" and "/api/contents/" in response.url,
        timeout=RUN,
    )


def save(page, path):
    """Save the notebook as a student does, and read what was written."""
    before = path.stat().st_mtime_ns
    for _ in range(3):  # the first answer may be to JupyterLab's own saving, begun before
        with saving(page):
            page.locator('[data-jp-item-name="save"]:visible').first.click()
        if path.stat().st_mtime_ns > before:
            break
    assert path.stat().st_mtime_ns > before
    return nbformat.read(path, 4)


class Explorer:
    """One explorer of a page."""

    def __init__(self, page, which=0):
        self.page = page
        self.root = page.locator(".emx").nth(which)
        self.root.wait_for()
        self.root.scroll_into_view_if_needed()
        self.drawn_after(0)

    @property
    def stage(self):
        return self.root.locator(".emx-panels")

    def part(self, name):
        return self.root.get_by_label(name, exact=True)

    def numbers(self):
        return self.root.evaluate(NUMBERS)

    def pixels(self):
        return self.root.evaluate(PIXELS)

    def text(self, part):
        """What a part says, not counting what is said of a table of one's own."""
        return self.root.locator(f".emx-{part}:not(.emx-own *)").text_content()

    def drawn(self):
        return self.root.evaluate("(root) => Number(root.dataset.drawn ?? 0)")

    def drawn_after(self, count):
        """Wait until more pictures than so many have been drawn."""
        self._wait("(root, count) => Number(root.dataset.drawn ?? 0) > count", count)

    def at(self, h):
        """Wait until the picture is that of a half-step."""
        self._wait("(root, h) => Number(root.dataset.halfStep) === h", h)

    def shows(self, **config):
        """Wait until the run of a choice is there."""
        self._wait(
            """(root, config) => !root.hasAttribute("aria-busy") && Object.entries(config)
              .every(([name, value]) => root.explorer.scene.choice[name] === value)""",
            config,
        )

    def choice(self):
        return self.root.evaluate("(root) => root.explorer.scene.choice")

    def ended(self):
        """Wait until the run has been computed to its end."""
        self._wait("(root) => root.explorer.scene.trace.run.ended !== 'running'", None)

    def place_of_mean(self, k):
        """Where on the screen a mean is drawn."""
        canvas = self.root.locator("canvas").first
        box = canvas.bounding_box()
        x, y, width = self.root.evaluate(
            """(root, k) => {
              const { screen, scene } = root.explorer;
              const { plane } = screen;
              const { trace, data, h } = scene;
              const { x, y } = plane.placeOfMean(trace.row(h), trace.K, data, k);
              return [x, y, plane.canvas.width];
            }""",
            k,
        )
        scale = box["width"] / width
        return box["x"] + x * scale, box["y"] + y * scale

    def press(self, *keys):
        self.stage.focus()
        for key in keys:
            self.page.keyboard.press(key)

    def _wait(self, condition, argument):
        handle = self.root.element_handle()
        code = f"([root, argument]) => ({condition})(root, argument)"
        self.page.wait_for_function(code, arg=[handle, argument])
