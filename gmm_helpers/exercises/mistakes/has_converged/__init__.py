"""Known mistakes in `has_converged`; `catalogue` lists them all."""
