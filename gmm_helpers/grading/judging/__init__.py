"""From what a student's process returned to points, a status and feedback."""
