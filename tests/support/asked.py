"""Questions of every kind, for tests."""

from gmm_helpers.questions import (
    Choices,
    Item,
    Number,
    Order,
    Place,
    Point,
    Question,
    right,
    slip,
    wrong,
)

PICTURE = {"png": "aGVsbG8=", "alt": "An empty plane.", "width": 40, "height": 20}
CHOICES = (right("1", "One *owner*."), wrong("N_k", "A column."), wrong("K", "No."))
QUESTIONS = {
    "one": Question("rows", "What does a row of r_nk sum to?", Choices(CHOICES)),
    "several": Question(
        "sums",
        "Which hold?",
        Choices((*CHOICES, right("sum is 1", "Yes.")), several=True),
        shows="Two do.",
    ),
    "number": Question(
        "quotient",
        "What is 0.1 / 0.125?",
        Number(
            0.8, 0.01, "Four fifths.", "More.", "Less.", (slip(1.25, "Upside down."),), "per cent"
        ),
        is_prediction=True,
    ),
    "order": Question(
        "steps",
        "What comes first?",
        Order((Item("start", "A guess."), Item("E-step", "Then."), Item("M-step", "Last."))),
    ),
    "point": Question(
        "mean",
        "Where does the mean go?",
        Point(
            Place(1.0, 1.0, 0.5, "The average."),
            (Place(-1.0, 0.0, 1.0, "Old."), Place(-1.5, 0.0, 1.0, "Older.")),
            "No.",
            PICTURE,
            (0.1, 0.1, 0.8, 0.8),
            (-2.0, 2.0, -2.0, 2.0),
        ),
        shows=PICTURE,
        is_prediction=True,
    ),
}
