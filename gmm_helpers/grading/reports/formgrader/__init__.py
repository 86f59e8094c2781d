"""What nbgrader gets of a class: scores in its gradebook, and notebooks that Formgrader shows."""
