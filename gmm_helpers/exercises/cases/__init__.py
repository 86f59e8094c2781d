"""Inputs that functions are tried on, drawn anew each time."""
