"""Pictures: colours, figures with alt text, plots of mixtures and runs, figures under sliders.

What needs matplotlib is imported when it is first asked for: checks and grading use `palette` and
`svg` alone.
"""

from importlib import import_module

_HOMES = {
    "COLORS": "palette",
    "GREY": "palette",
    "MARKERS": "palette",
    "rgb": "palette",
    "Picture": "figures",
    "encode_png": "figures",
    "new_figure": "figures",
    "show": "figures",
    "smaller_png": "figures",
    "blend": "plots",
    "frame": "plots",
    "legend_below": "plots",
    "plot_data": "plots",
    "plot_density": "plots",
    "plot_ellipses": "plots",
    "plot_mean_paths": "plots",
    "plot_nll": "plots",
    "plot_nll_gap": "plots",
    "plot_responsibilities": "plots",
    "SliderFigure": "sliders",
    "choice": "sliders",
    "integer": "sliders",
    "real": "sliders",
}
__all__ = list(_HOMES)


def __getattr__(name: str):
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_HOMES[name]}", __name__), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})
