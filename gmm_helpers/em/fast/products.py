"""E-step and M-step as two matrix products, with as many features as that takes.

The E-step is a product of coefficients with features, and the sums that the M-step needs are a
product of responsibilities with the same features; see `linear_forms`.

The data are centred first. Where a component is tiny compared with its distance from the centre,
large terms cancel all the same; `Coefficients.cancellation` says how large. Such components are
whitened instead, and with very many features all of them are: then there are no products.

In a small problem most of the time goes to the overhead of calls. So ufuncs are reduced directly
here, as methods such as `sum` and `max` take a few microseconds more.
"""

from __future__ import annotations

import math
from queue import Empty, SimpleQueue
from typing import Any, NamedTuple

import numpy as np

from .blocks import Layout
from .buffers import Workspace
from .columns import Columns
from .exponentials import exponentials_beside
from .features import features_of, n_products
from .linear_forms import LinearForms
from .narrow import Narrow, Portion
from .panels import MAX_MULTIPLICATIONS, Panels, has_small_kernels
from .threads import Map

__all__ = ["Pass", "Products"]

MAX_PRODUCTS = 2**12  # features, with more of which (D above 89) whitening takes less time


class Pass(NamedTuple):
    """What is to be computed in one look at all samples.

    Parameters
    ----------
    table : ndarray of shape (n_runs * n_components, n_products)
        Coefficients of the features.
    narrow : Narrow, optional
        The components that are narrow, if there are any.
    peak : float, default=0.0
        About how large log-densities are, if that is above 0.
    is_last : bool, default=False
        Whether no M-step follows: then only the negative log-likelihood is wanted.
    """

    table: np.ndarray
    narrow: Narrow | None = None
    peak: float = 0.0
    is_last: bool = False


class Products:
    """The data as features, and both steps on them, for one run or several at once.

    Several runs are given as one mixture, in which the components of one run follow those of
    the other.

    Parameters
    ----------
    columns : Columns
        What `describe_columns` returns for them.
    n_components : int
        Of each run.

    Attributes
    ----------
    forms : LinearForms or None
        None if there are too many features: then every component is to be whitened.
    """

    def __init__(self, X: np.ndarray, columns: Columns, n_components: int):
        n_samples, n_features = X.shape
        self.X, self.centre, self.n_components = X, columns.means, n_components
        self._ones = np.ones(n_components)
        self._panels: Panels | None = None
        self._count = n_products(n_features)
        self.forms: Any = None
        if self._count <= MAX_PRODUCTS:
            self._features, self.forms = features_of(n_features), LinearForms(n_samples, columns)
            # In two panels: blocks of half the size would be quicker on one thread only.
            quick = MAX_MULTIPLICATIONS // (n_components * -(-self._count // 2))
            self.layout = Layout(
                n_samples,
                self._count + n_components + 2,
                quick if has_small_kernels() else n_samples,
            )
            panels = Panels(self._count, n_components, self.layout.block)
            self._panels = panels if panels.are_many else None
        else:
            self._count = 0
            self.layout = Layout(n_samples, n_components * (n_features + 2) + 2)
        self._workspaces: SimpleQueue[Workspace] = SimpleQueue()  # those not in use
        # Then the features are kept.
        self.is_one_block = self.layout.one_block and self.forms is not None

    def e_step(
        self, wanted: Pass, parallel_map: Map
    ) -> tuple[np.ndarray | None, float, np.ndarray | None]:
        """Sums of the features weighted by responsibilities, and the negative log-likelihood.

        Also the scatters of narrow components, if there are any; if all are, there are no sums.
        Nor are there any in the last pass, and scatters are 0. Everything may be NaN where numbers
        overflow.
        """
        parts = parallel_map(lambda blocks: self._sum_portion(wanted, blocks), self.layout.portions)
        sums, (log_density,), scatters = parts[0]
        for more_sums, (more,), more_scatters in parts[1:]:
            log_density += more
            if sums is not None:
                sums += more_sums
            if wanted.narrow:
                scatters += more_scatters
        return sums, -log_density, scatters

    @np.errstate(all="ignore")  # in each thread; what overflows is noticed and computed again
    def _sum_portion(
        self, wanted: Pass, blocks: list
    ) -> tuple[np.ndarray, list[float], np.ndarray | None]:
        try:
            workspace = self._workspaces.get_nowait()
        except Empty:
            workspace = self.new_workspace()
        try:
            portion = Portion(wanted.narrow, self.X, blocks) if wanted.narrow else None
            sums, log_densities = self.sum_blocks(wanted, blocks, workspace, portion)
            return sums, log_densities, portion.scatters if portion else None
        finally:
            self._workspaces.put(workspace)

    def sum_blocks(
        self, wanted: Pass, blocks: list, workspace: Workspace, portion: Portion | None = None
    ) -> tuple[np.ndarray, list[float]]:
        """Sums over a portion, and the log-density of each run.

        Exponentials are taken of the logarithms as they are, if that is possible: subtracting the
        maximum of each sample first takes as long as all the rest, and is rarely needed.
        """
        sums, norms, _ = self._exponentials(wanted, blocks, workspace, portion)
        if np.minimum.reduce(norms, axis=None) > exponentials_beside(wanted.peak).min_norm:
            log_densities = np.add.reduce(np.log(norms, out=norms), axis=1).tolist()
            if math.isfinite(sum(log_densities)):
                return sums, log_densities
        sums, norms, shift = self._exponentials(wanted, blocks, workspace, portion, True)
        return sums, (np.add.reduce(np.log(norms, out=norms), axis=1) + shift).tolist()

    def _exponentials(
        self,
        wanted: Pass,
        blocks: list,
        workspace: Workspace,
        portion: Portion | None,
        shifted: bool = False,
    ) -> tuple[Any, np.ndarray, Any]:
        """Sums over a portion, the density of each sample, and the logarithm of its factor."""
        table, start, stop = wanted.table, blocks[0][0], blocks[-1][1]
        n_runs = len(table) // self.n_components
        norms = workspace.norms[:n_runs, : stop - start]
        sums, shift = None, 0.0
        panels = self._panels if n_runs == 1 else None
        divided = panels.divide(table) if panels else table
        if portion:
            portion.begin()
        is_whitened = portion is not None and portion.is_everything
        exponentials = exponentials_beside(0.0 if shifted else wanted.peak)
        are_clear = not (shifted or portion) and self.forms.lowest(table) > exponentials.clear
        for first, last in blocks:
            views = workspace.views(last - first, n_runs)
            features, responsibilities, transposed, padded, of_runs = views
            if not is_whitened:
                if not self.is_one_block:
                    self._features.write(self.X[first:last], self.centre, features)
                if panels:
                    panels.log_densities(divided, padded, responsibilities)
                else:
                    np.dot(table, features, out=responsibilities)
            if portion:
                portion.write_log_densities(first, last, responsibilities, shifted)
            if shifted:
                maxima = np.maximum.reduce(of_runs, axis=1, keepdims=True)
                shift = shift + maxima.sum(axis=(1, 2))
                of_runs -= maxima
            exponentials.write(responsibilities, are_clear)
            block_norms = norms[:, first - start : last - start]
            np.matmul(self._ones, of_runs, out=block_norms)  # sums, in less time than by `add`
            if wanted.is_last:
                continue
            np.multiply(of_runs, np.reciprocal(block_norms)[:, None], out=of_runs)
            if portion:
                portion.add(last, responsibilities)
            if is_whitened:
                continue
            if panels:
                part = panels.sums(responsibilities, padded)
            else:
                part = np.dot(responsibilities, transposed)
            sums = part if sums is None else np.add(sums, part, out=sums)
        return sums, norms, shift

    def new_workspace(self, n_runs: int = 1) -> Workspace:
        """Memory for a thread; it holds the features already if all samples are one block."""
        longest = max(blocks[-1][1] - blocks[0][0] for blocks in self.layout.portions)
        n_rows = self._panels.n_rows if self._panels else self._count
        workspace = Workspace(
            self._count, n_rows, self.n_components, self.layout.block, longest, n_runs
        )
        if self.is_one_block:
            self._features.write(self.X, self.centre, workspace.views(len(self.X)).features)
        return workspace
