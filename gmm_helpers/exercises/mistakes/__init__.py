"""Known mistakes: small wrong implementations for every exercise, each with its message."""
