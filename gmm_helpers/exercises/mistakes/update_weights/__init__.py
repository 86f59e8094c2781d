"""Known mistakes in `update_weights`; `catalogue` lists them all."""
