"""What a worker may say, and how it is read: bounded, in a fixed order, and never believed."""
