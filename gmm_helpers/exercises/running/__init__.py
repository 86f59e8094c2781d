"""Run a student's function: within its time, and with a record of what it raised."""
