"""Known mistakes in the exercises on the bound, one module per exercise."""
