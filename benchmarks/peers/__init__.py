"""EM as others do it, from the same start, for the same number of iterations.

A program is a function of a problem and a number of threads. It does what is to be done once
(libraries, compilers, copies), and returns a function of the number of iterations, which returns
parameters and the negative log-likelihood, or None instead of the latter. It raises ImportError or
OSError where something is missing.
"""

PROGRAMS = {  # name: module and function; each in the order of the table
    "ours": ("loops", "ours"),
    "scikit-learn": ("loops", "scikit_learn"),
    "oneDAL": ("onedal", "onedal"),
    "Armadillo": ("compiled", "armadillo"),
    "JAX loop": ("jax_loop", "jax_loop"),
    "Numba loop": ("numba_loop", "numba_loop"),
    "NumPy loop": ("loops", "numpy_loop"),
    "course loop": ("loops", "course_loop"),
    "C++ limit": ("compiled", "limit"),
}
