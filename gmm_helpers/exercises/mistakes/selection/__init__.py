"""Known mistakes in what is asked about the number of components."""
