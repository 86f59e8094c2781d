"""Known mistakes in `weighted_log_prob`; `catalogue` lists them all."""
