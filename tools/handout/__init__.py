"""What students are given besides the notebooks: the first cell, instructions, a start."""
