"""Known mistakes in `gaussian_log_density`; `catalogue` lists them all."""
