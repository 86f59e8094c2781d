"""What an instructor should know besides the points: edits, side files, possible misconduct."""
