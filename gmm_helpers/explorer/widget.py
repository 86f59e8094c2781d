"""The explorer in a notebook: what the browser and the kernel share."""

from __future__ import annotations

from pathlib import Path

import anywidget
import traitlets

from ..drawing.reruns import close_those_of_an_earlier_run
from ..model.validation import as_count
from . import assets
from .blocks import pack, pack_data, pack_datasets, pack_run, part_of, start_of
from .configuration import Configuration
from .options import CONTROLS, M_STEP, axis_of, options_of
from .own_runs import OwnRuns
from .page import build_page
from .runs import MAX_ITER
from .usable import make_usable

__all__ = ["EMExplorer"]

SHARED = ("data", "n_components", "seed", "start", "reg_covar", "own_start", "own_points")


class EMExplorer(anywidget.AnyWidget):
    """Watch EM half-step by half-step, forwards and backwards, for any K, seed and start.

    The browser runs EM itself, so none of it needs a kernel, but for functions of one's own.
    Keys: arrows, Home, End, space, K and k, S and s, + and -, p (present), f (full screen).

    Parameters
    ----------
    data : str or array_like, default="original"
        A data set of the course: "original" or a key of `DATASETS`; or samples of shape
        (n_samples, n_features). Of one feature, curves are shown; of three to ten, the first
        two principal axes.
    n_components : int, default=3
        K, from 1 to 8.
    seed : int, default=0
        0 to 19 in the browser.
    start : str or tuple of (weights, means, covariances), default="identity"
        A key of `STARTS`, or where to start. "identity" with seed 0 and K = 3 is the
        original's own start for the original data.
    reg_covar : float, default=1e-6
    e_step : callable, optional
        Your own ``e_step(X, weights, means, covariances) -> responsibilities``.
    m_step : callable, optional
        Your own ``m_step(X, responsibilities) -> (weights, means, covariances)``. What your
        functions raise, or a rising negative log-likelihood, is shown at its half-step.
    max_iter : int, default=500
        With 0 only the E-step from the start is shown.
    controls : sequence of str, optional
        Which controls there are, of "data", "n_components", "seed", "start", "reg_covar",
        "layers", "slow" (slow motion, and the lines of the algorithm), "atlas", "stories",
        "compare", "own", "share" and "view"; by default all.
    show : sequence of str, default=("ellipses", "trails")
        Which layers are on: "ellipses", "trails", "contours", "truth", "bound", "zoom". The
        bound zooms, too: over a whole run the gap is thinner than the line.
    coloring : str, default="pie"
        How responsibilities color the samples: "pie" (of the colors where components share a
        sample), "blend", "hard" or "none".
    half_step : int, default=0
        Where to begin: 0 is the start, 2i + 1 the E-step of iteration i + 1, 2i + 2 its M-step.
    speed : int, default=4
        Half-steps a second when playing.
    large : bool, default=False
        Large type, for a projector.
    picture : str, default="nll"
        What the right picture shows: "nll" (the NLL by iteration), "bound" (NLL and bound as
        curves over a parameter), "distance" (to the final NLL, on a log axis) or "entropy" (of
        the responsibilities).
    along : str, default="M-step"
        Over what ``picture="bound"`` is drawn: "M-step" (the way of the coming M-step), or one
        parameter, such as "mean 0, x2", "variance 1, x1", "weight 2"; of one feature, "mean 0".
    slow : bool, default=False
        Half-steps in slow motion, with the lines of the algorithm beside the pictures.

    Notes
    -----
    Data, K or a start that are not usable are told in one line of the widget, and do not
    raise. A saved notebook keeps the last choice. Of your own `e_step`, responsibilities that
    differ from ours are sent along with the run (the browser computes only ours), until they
    fill 6 MB; then the run stops and says so.

    Examples
    --------
    >>> explorer = EMExplorer(n_components=4, start="k-means++")
    >>> explorer
    EMExplorer(data='original', n_components=4, seed=0, start='k-means++', reg_covar=1e-06)
    >>> print(EMExplorer(data=[[0.0], [1.0]]).problem)
    n_components=3 is more than the 2 samples. Shown instead: K = 2.
    """

    _esm = assets.script()
    _ipython_display_ = None  # that of ipywidgets 7 would show no still picture
    _css = assets.style()

    data = traitlets.Unicode("original").tag(sync=True)
    n_components = traitlets.Int(3).tag(sync=True)
    seed = traitlets.Int(0).tag(sync=True)
    start = traitlets.Unicode("identity").tag(sync=True)
    reg_covar = traitlets.Float(1e-6).tag(sync=True)
    own_start: traitlets.List = traitlets.List([]).tag(sync=True)
    own_points: traitlets.List = traitlets.List([]).tag(sync=True)
    options = traitlets.Dict({}).tag(sync=True)
    view = traitlets.Dict({}).tag(sync=True)  # the half-step and the layers that are looked at
    _datasets = traitlets.Bytes(b"").tag(sync=True)
    _own_data = traitlets.Bytes(b"").tag(sync=True)
    _own_run = traitlets.Bytes(b"").tag(sync=True)  # of one's own functions, the last choice

    def __init__(
        self,
        data="original",
        n_components=3,
        seed=0,
        start="identity",
        reg_covar=1e-6,
        *,
        e_step=None,
        m_step=None,
        max_iter=MAX_ITER,
        controls=CONTROLS,
        show=("ellipses", "trails"),
        coloring="pie",
        half_step=0,
        speed=4,
        large=False,
        picture="nll",
        along=M_STEP,
        slow=False,
    ):
        configuration, arrays, problems = make_usable(data, n_components, seed, start, reg_covar)
        own = {"e_step": e_step, "m_step": m_step}
        for name, step in own.items():
            if not (step is None or callable(step)):
                problems.append(f"{name} must be a function: pass {name}, not {name}(...).")
                own[name] = None
        max_iter = as_count(max_iter, "max_iter", minimum=0)
        self._runs = OwnRuns(arrays, **own, max_iter=max_iter)
        self._pictures: dict = {}
        self.problem = " ".join(problems)
        if not problems:  # otherwise another mixture may be shown than was asked for
            n_features = self._runs.data(configuration).X.shape[1]
            along = axis_of(along, configuration.n_components, n_features)
        looks = (controls, show, coloring, half_step, speed, large, picture, along, slow)
        options = options_of(list(arrays), *looks, max_iter, self._runs.are_own)
        super().__init__(
            model_id=options["key"],
            options={**options, "problem": self.problem},
            _datasets=pack_datasets(),
            _own_data=pack_data({name: part_of(shown) for name, shown in arrays.items()}),
            _own_run=self._packed_run(configuration),
            **configuration.as_json(),
        )
        self.on_msg(self._asked)
        close_those_of_an_earlier_run(self)

    @property
    def configuration(self) -> Configuration:
        """What is chosen now."""
        return Configuration.of({name: getattr(self, name) for name in SHARED})

    def save_html(self, path="explorer.html", *, title="Watch EM think", text: bool = True) -> Path:
        """Write the explorer as a page, which works offline and without a kernel.

        Parameters
        ----------
        path : str or pathlib.Path, default="explorer.html"
        title : str
        text : bool, default=True
            Whether the things to try of ``explorer.ipynb`` stand beside or below it.

        Returns
        -------
        pathlib.Path
            Where it is. Of your own functions the page holds the run that is chosen.
        """
        with self._runs.lock:
            blocks = {"datasets": self._datasets, "own_data": pack_data(self._runs.arrays)}
            blocks["own_run"] = self._packed_run(self.configuration, is_whole=True)
            looks = {**self.options, **self.view}
            words = assets.page_text() if text else ""
            page = build_page(title, looks, self.configuration.as_json(), blocks, words)
        path = Path(path)
        path.write_text(page, encoding="utf-8", newline="\n")
        return path

    def _packed_run(self, configuration: Configuration, is_whole: bool = False) -> bytes:
        """The run of somebody's own functions, to be kept; nothing of ours."""
        if not self._runs.are_own:
            return b""
        words = {"config": configuration.as_json()}
        try:
            run, shown = self._runs.run(configuration), self._runs.data(configuration)
            return pack_run(run if is_whole else start_of(run, shown), words)
        except ValueError as error:
            return pack({**words, "problem": str(error)})

    def _asked(self, _widget, content, _buffers) -> None:
        if not isinstance(content, dict):
            self.send(content)  # see drawing/static/kernel.js
            return
        # JupyterLab asks in another thread while a student's function still runs in this one.
        try:
            with self._runs.lock:
                block = self._answer(content)
        except ValueError as error:
            block = pack({"problem": str(error)})
        except KeyboardInterrupt:  # without an answer the browser would wait for ever
            block = pack({"problem": "Interrupted: choose it again to go on."})
        self.send({name: content[name] for name in ("client", "request")}, buffers=[block])

    def _answer(self, content: dict) -> bytes:
        if content["what"] == "data":
            return pack_data(self._runs.arrays)
        configuration = Configuration.of(content["config"])
        run = self._runs.piece(configuration)
        self._keep()
        return pack_run(run)

    @traitlets.observe(*SHARED)
    def _keep(self, _change=None) -> None:
        """Keep the run that is chosen, once it is finished, for whoever opens the notebook."""
        with self._runs.lock:
            if self._runs.is_finished(self.configuration):
                self._own_run = self._packed_run(self.configuration)

    def __repr__(self) -> str:
        names = ("data", "n_components", "seed", "start", "reg_covar")
        return f"EMExplorer({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"

    def _repr_mimebundle_(self, **kwargs):
        bundle = super()._repr_mimebundle_(**kwargs) or {}
        data, metadata = bundle if isinstance(bundle, tuple) else (bundle, {})
        picture = self._picture()
        if picture is None:
            return data, metadata
        still, about = picture._repr_mimebundle_()
        return {**still, **data, "text/plain": still["text/plain"]}, {**metadata, **about}

    def _picture(self):
        configuration = self.configuration
        if configuration not in self._pictures:
            from .strip import strip_of

            with self._runs.lock:
                self._pictures = {configuration: strip_of(self._runs, configuration)}
        return self._pictures[configuration]
