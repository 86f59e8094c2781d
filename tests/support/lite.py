"""A notebook in JupyterLite."""

RUN = 300_000  # milliseconds for all cells of a notebook
KERNEL = "() => window.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel"
READY = f"({KERNEL})()?.status === 'idle'"
MODEL = "() => window.jupyterapp.shell.currentWidget.content.model.toJSON()"


class LiteNotebook:
    """A notebook, once its kernel is there."""

    def __init__(self, context, site, name):
        self.page = context.new_page()
        self.page.set_default_timeout(60_000)
        self.errors = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.goto(f"{site}lab/index.html?path={name}")
        self.page.wait_for_function(READY, timeout=RUN)
        self.page.locator(".jp-Notebook").wait_for()

    def run_all(self):
        """Run all cells, and return the notebook."""
        self.page.evaluate(
            """() => {
              window.ended = false;
              window.jupyterapp.commands.execute("notebook:run-all-cells")
                .finally(() => { window.ended = true; });
            }"""
        )
        self.page.wait_for_function("() => window.ended", timeout=RUN)
        return self.content()

    def run(self, code):
        """Run this code in the last cell, and return its outputs."""
        self.page.evaluate(
            """async (code) => {
              const { content, sessionContext } = window.jupyterapp.shell.currentWidget;
              content.activeCellIndex = content.widgets.length - 1;
              content.activeCell.model.sharedModel.setSource(code);
              await window.jupyterapp.commands.execute("notebook:run-cell");
            }""",
            code,
        )
        return self.content()["cells"][-1]["outputs"]

    def content(self):
        return self.page.evaluate(MODEL)
