"""Known mistakes in `fit_em`; `catalogue` lists them all."""
