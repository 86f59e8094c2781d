"""What a wrong result shows by itself: by its kind, its shape, its values."""
