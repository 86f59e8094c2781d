"""Known mistakes in `negative_log_likelihood`."""

MISTAKES = ()
