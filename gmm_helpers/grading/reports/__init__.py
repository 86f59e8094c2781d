"""What goes out: tables, pages of feedback, the report, nbgrader's gradebook."""
