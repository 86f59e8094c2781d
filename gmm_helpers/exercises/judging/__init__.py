"""From a function to a verdict: run it, compare, and say which mistake was made."""
