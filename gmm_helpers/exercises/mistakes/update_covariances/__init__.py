"""Known mistakes in `update_covariances`; `catalogue` lists them all."""
