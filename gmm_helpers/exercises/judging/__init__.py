"""From what a function returned to a verdict: compare, and name the mistake."""
