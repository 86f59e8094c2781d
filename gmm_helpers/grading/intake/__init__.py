"""What comes in: folders, zips and archives, whose they are, and which files are notebooks."""
