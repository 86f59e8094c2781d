"""Known mistakes in `negative_log_likelihood`; `catalogue` lists them all."""
