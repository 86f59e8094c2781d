"""Programs in C++, compiled here: Armadillo's gmm_full, and the limit."""

from __future__ import annotations

import ctypes
import subprocess
import tempfile
from pathlib import Path

import numpy as np

from gmm_helpers import GMMParams

from .problems import Problem

__all__ = ["armadillo", "limit"]

HERE = Path(__file__).parent
FLAGS = ["-O3", "-march=native", "-fPIC", "-shared", "-w"]


def armadillo(problem: Problem, n_threads: int):
    """EM of Armadillo, which uses OpenMP for its threads."""
    library = _compile("armadillo.cpp", "-fopenmp", "-larmadillo")
    X, start = problem
    (n_samples, n_features), n_components = X.shape, start.n_components

    def run(n_iter: int):
        params = [np.array(values) for values in start]
        sizes = ctypes.c_long(n_samples), n_features, n_components
        if not library.armadillo_em(_pointer(X), *sizes, *map(_pointer, params), n_iter, None):
            raise RuntimeError("Armadillo gave up")
        return GMMParams(*params), None

    return run


def limit(problem: Problem, n_threads: int):
    """A loop of our own in C++, as fast as we could write it."""
    library = _compile("limit.cpp", "-ffp-contract=fast", "-fno-math-errno", "-pthread")
    library.limit_em.restype = ctypes.c_double
    X, start = problem
    (n_samples, n_features), n_components = X.shape, start.n_components

    def run(n_iter: int):
        params = [np.array(values) for values in start]
        sizes = ctypes.c_long(n_samples), n_features, n_components
        nll = library.limit_em(_pointer(X), *sizes, *map(_pointer, params), n_iter, n_threads)
        return GMMParams(*params), nll

    return run


def _compile(source: str, *options: str) -> ctypes.CDLL:
    """Compile a source with g++; an OSError says that there is no compiler or no library."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, "loop.so")
        command = ["g++", *FLAGS, str(HERE / source), "-o", str(target), *options]
        made = subprocess.run(command, capture_output=True, text=True, check=False)
        if made.returncode:
            raise OSError(next((line for line in made.stderr.splitlines() if "error" in line), ""))
        return ctypes.CDLL(str(target))


def _pointer(array: np.ndarray):
    return array.ctypes.data_as(ctypes.POINTER(ctypes.c_double))
