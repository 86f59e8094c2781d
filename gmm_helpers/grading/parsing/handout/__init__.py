"""What one course hands out: the notebooks with its chapters and points, wherever they lie."""
