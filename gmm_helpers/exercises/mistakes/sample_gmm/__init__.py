"""Known mistakes in `sample_gmm`: the table is in `catalogue`, some parts of it in `parts`."""
