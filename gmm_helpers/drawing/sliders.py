"""Pictures under sliders: one figure that is kept and redrawn into an image.

`ipywidgets.interact` makes a new figure and a new output for every move, which is slow and
can deadlock outside JupyterLab. Here the figure is kept, and only one image changes. Sliders,
image and status are one widget, so that a saved notebook shows them without a kernel, too.
"""

from __future__ import annotations

import base64
import threading
from collections.abc import Callable
from importlib.resources import files

import anywidget
import traitlets

from ..exercises.running.exceptions import in_words, is_stub, line_of
from ..exercises.running.time_limits import TookTooLongError, call_within
from . import figures
from .controls import Control, dropdown, integer_slider, real_slider
from .reruns import close_those_of_an_earlier_run

__all__ = ["SliderFigure", "dropdown", "integer_slider", "real_slider"]

MAX_SECONDS = 6.0  # for one picture: a student's own function may never return
LATER_SECONDS = 1.5  # once one had to be stopped, until one succeeds
PATIENCE = 5.0  # seconds more for a picture that another thread is drawing


def _read(name: str) -> str:
    return (files(__package__) / "static" / name).read_text(encoding="utf-8")


class SliderFigure(anywidget.AnyWidget):
    """A figure that is redrawn whenever one of its controls moves.

    Without a kernel the notebook still shows the last picture.

    Parameters
    ----------
    draw : callable
        ``draw(axes, **values) -> str``: draws on cleared axes, given the controls' values
        by name, and returns the caption, a sentence that says what the picture shows.
    shows : str, default=""
        What every picture shows, whatever the controls say. The alt text is this and the caption.
    busy : str, default="Drawing ..."
        What the page says while `draw` works, if that takes noticeably long.
    n_panels : int, default=1
        With one panel `axes` is an Axes, otherwise a list of them.
    height : float, default=4.5
        In inches.
    **controls : Control
        Made by `integer_slider`, `real_slider` or `dropdown`.

    Examples
    --------
    >>> def draw(ax, power):
    ...     ax.plot([0, 1, 2], [0, 1, 2**power])
    ...     return f"A curve of power {power}."
    >>> figure = SliderFigure(draw, power=integer_slider("power", 1, 4, value=2))
    >>> figure.controls["power"].value = 3
    >>> figure.alt
    'A curve of power 3.'
    """

    _esm = "".join(
        _read(name) for name in ("saving.js", "kernel.js", "page_parts.js", "sliders.js")
    )
    _css = _read("sliders.css")
    _ipython_display_ = None  # that of ipywidgets 7 would show no still picture

    _id = traitlets.Unicode("").tag(sync=True)
    _specs: traitlets.List = traitlets.List([]).tag(sync=True)
    _values = traitlets.Dict({}).tag(sync=True)
    _shown = traitlets.Dict({}).tag(sync=True)
    _status = traitlets.Dict({}).tag(sync=True)  # `of` the values that were drawn, or tried
    _busy = traitlets.Unicode("").tag(sync=True)

    def __init__(
        self,
        draw: Callable[..., str],
        *,
        shows: str = "",
        busy: str = "Drawing ...",
        n_panels: int = 1,
        height: float = 4.5,
        **controls,
    ):
        for name, control in controls.items():
            if not isinstance(control, Control):
                raise TypeError(
                    f"{name} is not a control: make it by integer_slider, real_slider or dropdown."
                )
        self._draw: Callable[..., str] | None = draw
        self._shows = shows
        self._n_panels, self._height = n_panels, height
        self._axes: list = []
        self.controls = controls
        self.picture: figures.Picture | None = None
        self._drawn: dict | None = None  # the values that were drawn, or tried, last
        self._drawing = threading.RLock()
        self._stopped = False  # whether no picture has succeeded since one had to be stopped
        specs = [{"name": name, **c.describe()} for name, c in controls.items()]
        super().__init__(_specs=specs, _busy=busy)
        self._id = self.model_id or ""
        self.on_msg(lambda _widget, number, _buffers: self.send(number))  # see static/kernel.js
        close_those_of_an_earlier_run(self)
        self._redraw()
        for control in controls.values():
            control.observe(self._redraw, names="value")
        self.observe(self._receive, names="_values")

    @property
    def alt(self) -> str:
        """What the picture shows, in a sentence."""
        return self.picture.alt if self.picture else ""

    @property
    def status(self) -> str:
        """What stands under the picture: its caption, or why there is no new one."""
        return self._status.get("text", "")

    def close(self) -> None:
        """Take the widget off the page, and let go of its picture."""
        super().close()
        self._draw, self.picture, self._axes, self._shown = None, None, [], {}

    def _receive(self, change) -> None:
        for name, value in change["new"].items():
            self.controls[name].receive(value)

    def _redraw(self, _change=None) -> None:
        """Draw the present values, unless somebody else has just done so.

        JupyterLab delivers moves in threads of its own, while cells run in another.
        """
        if not self._drawing.acquire(timeout=MAX_SECONDS + PATIENCE):
            said = "Not drawn: the picture of before is still being drawn."
            self._say(said, self._sent(), failed=True)
            return
        try:
            values = {name: control.value for name, control in self.controls.items()}
            if self._draw is None or values == self._drawn:
                return
            self._drawn = values
            self._values = self._sent()
            self._try_to_draw(self._draw, values, self._values)
        finally:
            self._drawing.release()

    def _sent(self) -> dict:
        return {name: control.sent() for name, control in self.controls.items()}

    def _try_to_draw(self, draw: Callable[..., str], values: dict, sent: dict) -> None:
        seconds = min(MAX_SECONDS, LATER_SECONDS) if self._stopped else MAX_SECONDS
        try:
            sentence, picture = call_within(seconds, lambda: self._picture_of(draw, values))
        # Raised in a callback, an error would only be logged.
        except (Exception, SystemExit, TookTooLongError) as error:
            if isinstance(error, TookTooLongError):
                self._axes = []  # it may still be drawing on them
                self._stopped = True
            self._say(_explain(error, draw), sent, failed=True)
        except BaseException:
            self._drawn = None
            self._say("Not drawn: interrupted.", sent, failed=True)
            raise
        else:
            self.picture, self._stopped = picture, False
            size = {"width": picture.width, "height": picture.height}
            png = base64.b64encode(picture.png).decode("ascii")
            with self.hold_sync():
                self._shown = {"png": png, "alt": picture.alt, **size}
                self._say(sentence, sent)

    def _picture_of(self, draw: Callable[..., str], values: dict) -> tuple[str, figures.Picture]:
        if not self._axes:
            _, axes = figures.new_figure(self._n_panels, height=self._height)
            self._axes = axes if isinstance(axes, list) else [axes]
        axes = self._axes
        for ax in axes:
            ax.clear()
        sentence = str(draw(axes if self._n_panels > 1 else axes[0], **values) or "")
        alt = f"{self._shows} {sentence}".strip()
        return sentence, figures.Picture(axes[0].figure, alt, caption=sentence)

    def _say(self, sentence: str, sent: dict, failed: bool = False) -> None:
        self._status = {"text": sentence, "failed": failed, "of": sent}

    def __repr__(self) -> str:
        values = ", ".join(f"{name}={c.value!r}" for name, c in self.controls.items())
        return f"SliderFigure({values})"

    def _repr_mimebundle_(self, **kwargs):
        bundle = super()._repr_mimebundle_(**kwargs) or {}
        data, metadata = bundle if isinstance(bundle, tuple) else (bundle, {})
        if self.picture is None:
            return {**data, "text/plain": self.status}, metadata
        still, about = self.picture._repr_mimebundle_()
        return {**data, **still}, {**metadata, **about}


def _explain(error: BaseException, draw: Callable) -> str:
    if isinstance(error, TookTooLongError):
        advice = "Look at what should end its loop."
        if error.seconds < MAX_SECONDS:
            advice += f" Running this cell again gives it {MAX_SECONDS:g} seconds."
        return f"Not drawn: stopped, as {error}. {advice}"
    if is_stub(error):
        return f"Not drawn yet: {error or 'something is still to be written'}."
    if isinstance(error, ValueError) and str(error):  # those of our helpers are sentences
        return f"Not drawn: {error}"
    line = line_of(draw, error)
    return f"Not drawn: {in_words(error)}{f' ({line})' if line else ''}"
