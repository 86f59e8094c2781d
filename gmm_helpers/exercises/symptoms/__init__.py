"""What a wrong result shows by itself: its kind, its shape, its values."""
