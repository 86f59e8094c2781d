"""Pictures: colours, figures with alt text, plots of mixtures and runs, figures under sliders.

What needs matplotlib is imported when it is first asked for: checks and grading use `palette` and
`svg` alone.
"""

import logging
import sys
from importlib import import_module

if sys.platform == "emscripten":  # every kernel looks for fonts anew, and would say so in red
    logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)

_HOMES = {
    "COLORS": "palette",
    "GREY": "palette",
    "LINE_COLORS": "palette",
    "MARKERS": "palette",
    "rgb": "palette",
    "ellipse_axes": "ellipses",
    "ellipse_points": "ellipses",
    "Picture": "figures",
    "encode_png": "figures",
    "new_figure": "figures",
    "show": "figures",
    "blend": "scatter",
    "frame": "scatter",
    "legend_below": "scatter",
    "plot_data": "scatter",
    "plot_responsibilities": "scatter",
    "plot_density": "contours",
    "plot_ellipses": "contours",
    "plot_mean_paths": "contours",
    "plot_criteria": "criteria_curves",
    "plot_nll": "curves",
    "plot_nll_gap": "curves",
    "SliderFigure": "sliders",
    "dropdown": "sliders",
    "integer_slider": "sliders",
    "real_slider": "sliders",
}
# Notebooks that were handed out earlier say `sliders.integer(...)` and the like.
_OLD_NAMES = {"integer": "integer_slider", "real": "real_slider", "choice": "dropdown"}
__all__ = list(_HOMES)


def __getattr__(name: str):
    name = _OLD_NAMES.get(name, name)
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_HOMES[name]}", __name__), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})
