"""One page per written question: all answers of a class, to be marked in a browser."""
