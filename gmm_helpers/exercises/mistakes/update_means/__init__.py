"""Known mistakes in `update_means`; `catalogue` lists them all."""
