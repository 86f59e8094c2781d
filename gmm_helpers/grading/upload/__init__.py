"""What goes back into an LMS: a table of points for each, and the feedback as a zip."""
