"""Known mistakes in `e_step`; `catalogue` lists them all."""
