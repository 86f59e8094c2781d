"""Known mistakes in `sample_gmm`; `catalogue` lists them all."""
