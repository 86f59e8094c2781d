"""Who is in a class: persons, the list of them, and whose a submission is."""
