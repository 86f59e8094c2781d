"""Known mistakes in `mixture_log_density`; `catalogue` lists them all."""
