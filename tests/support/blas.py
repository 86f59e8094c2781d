"""How many threads BLAS may use at the moment."""

from threadpoolctl import threadpool_info


def blas_threads():
    return {pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"}
