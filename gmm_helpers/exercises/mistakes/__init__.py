"""Known mistakes: small wrong implementations of every exercise, and what to say about each."""
