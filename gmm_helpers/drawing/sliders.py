"""Pictures under sliders: one figure that is kept and redrawn into an image.

`ipywidgets.interact` makes a new figure and a new output for every move, which is slow and
can deadlock outside JupyterLab. Here the figure is kept, and only one image changes. It is an
``<img>`` in an HTML widget: ipywidgets' Image has no alt text (and breaks if given a tooltip).
"""

from __future__ import annotations

import html
from collections.abc import Callable

import ipywidgets as widgets

from ..exercises.running.exceptions import in_words, line_of
from ..exercises.running.time_limits import TookTooLongError, time_limit
from . import figures

__all__ = ["SliderFigure", "dropdown", "integer_slider", "real_slider"]

MAX_SECONDS = 15.0  # for one picture: a student's own function may never return
_WIDE = {"style": {"description_width": "14em"}, "layout": {"width": "36em"}}


def integer_slider(label: str, low: int, high: int, value: int, step: int = 1) -> widgets.IntSlider:
    """Make a slider over whole numbers.

    Parameters
    ----------
    label : str
        Shown beside the slider, and read out by screen readers.
    low, high : int
        Both included.
    value : int
        Where the slider starts.

    Examples
    --------
    >>> integer_slider("seed", 0, 19, value=3).value
    3
    """
    return widgets.IntSlider(value, low, high, step, description=label, **_WIDE)


def real_slider(
    label: str, low: float, high: float, value: float, step: float
) -> widgets.FloatSlider:
    """Make a slider over real numbers; parameters as in `integer_slider`.

    Examples
    --------
    >>> real_slider("weight", 0.0, 1.0, value=0.3, step=0.05).value
    0.3
    """
    return widgets.FloatSlider(value, min=low, max=high, step=step, description=label, **_WIDE)


def dropdown(label: str, options, value) -> widgets.Dropdown:
    """Make a list to choose from; `value` is the one of the `options` that is chosen at first.

    Examples
    --------
    >>> dropdown("data", ["course", "ring"], "ring").value
    'ring'
    """
    return widgets.Dropdown(options=list(options), value=value, description=label, **_WIDE)


class SliderFigure(widgets.VBox):
    """A figure that is redrawn whenever one of its controls moves.

    Without a kernel the notebook still shows the last picture.

    Parameters
    ----------
    draw : callable
        ``draw(axes, **values) -> str``: draws on cleared axes, given the controls' values
        by name, and returns the caption, a sentence that says what the picture shows.
    shows : str, default=""
        What every picture shows, whatever the controls say. The alt text is this and the caption.
    busy : str, default=""
        Caption while `draw` works, if that takes noticeably long.
    n_panels : int, default=1
        With one panel `axes` is an Axes, otherwise a list of them.
    height : float, default=4.5
        In inches.
    **controls : ipywidgets.Widget
        Anything with a `value`; see `integer_slider`, `real_slider` and `dropdown`.

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

    def __init__(
        self,
        draw: Callable[..., str],
        *,
        shows: str = "",
        busy: str = "",
        n_panels: int = 1,
        height: float = 4.5,
        **controls,
    ):
        self._draw, self._shows, self._busy = draw, shows, busy
        self._figure, self._axes = figures.new_figure(n_panels, height=height)
        self.controls = controls
        self.picture: figures.Picture | None = None
        self._image, self._caption = widgets.HTML(), widgets.HTML()
        self._redraw()
        for control in controls.values():
            control.observe(self._redraw, names="value")
        super().__init__([*controls.values(), self._image, self._caption])

    @property
    def alt(self) -> str:
        """What the picture shows, in a sentence."""
        return self.picture.alt if self.picture else ""

    def _redraw(self, _change=None) -> None:
        values = {name: control.value for name, control in self.controls.items()}
        axes = self._axes if isinstance(self._axes, list) else [self._axes]
        for ax in axes:
            ax.clear()
        if self._busy:
            self._show_caption(self._busy, role="status")
        try:
            with time_limit(MAX_SECONDS):
                sentence = str(self._draw(self._axes, **values) or "")
            alt = f"{self._shows} {sentence}".strip()
            self.picture = figures.Picture(self._figure, alt)
        # Raised in a callback, an error would only be logged.
        except (Exception, TookTooLongError) as error:
            kept = " The picture is still the previous one." if self.picture else ""
            self._show_caption(_explain(error, self._draw) + kept, role="alert")
            return
        self._image.value = self.picture.html
        self._show_caption(sentence, role="status")

    def _show_caption(self, sentence: str, role: str) -> None:
        self._caption.value = f'<p role="{role}">{html.escape(sentence)}</p>'

    def _repr_mimebundle_(self, include=None, exclude=None):
        data = super()._repr_mimebundle_(include=include, exclude=exclude)
        if self.picture is None:
            return data
        still, metadata = self.picture._repr_mimebundle_()
        return {**data, **still}, metadata


def _explain(error: BaseException, draw: Callable) -> str:
    if isinstance(error, TookTooLongError):
        return f"Not drawn: stopped, as {error}. Look at what should end its loop."
    if isinstance(error, NotImplementedError):
        return f"Not drawn yet: {error or 'something is still to be written'}."
    if isinstance(error, ValueError) and str(error):  # those of our helpers are sentences
        return f"Not drawn: {error}"
    line = line_of(draw, error)
    return f"Not drawn: {in_words(error)}{f' ({line})' if line else ''}"
