"""What a worker may report, and how it is read: bounded, in a fixed order, and never trusted."""
