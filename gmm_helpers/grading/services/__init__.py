"""One submission at a time, where a service calls us: Gradescope, and GitHub Classroom.

`one_submission` grades it, `named_tests` turns what came of it into tests with a name, points and a
text; the rest is the format of each service.
"""
