"""``ask(...)`` and ``predict(...)``: a question in a notebook cell, plain or packed."""

from __future__ import annotations

import ast
import sys
from typing import Any

from . import constructors
from .constructors import answer_of
from .definition import Answer, Choice, Question
from .packing import unpack
from .widget import QuestionWidget

__all__ = ["ask", "predict", "show_question"]


def ask(
    key: str,
    text: str,
    *answer: Choice | Answer,
    several: bool = False,
    shows: Any = None,
    in_place: bool = False,
) -> QuestionWidget:
    """Ask a self-test question; the last line of a notebook cell.

    Readers may try until they are right, and are told of every answer why it is right or wrong.

    Parameters
    ----------
    key : str
        Name of the question, a lower-case identifier that no other question of the course has.
    text : str
        Written as messages are: ``r_nk``, ``*all*``, ``X.shape``.
    *answer : Choice, or one Number, Order or Point
        Made by `right` and `wrong`, or by `number`, `order` or `point`. Where it is a fact that
        can be computed, ``right("...", "...", fact=n == 200)`` has the build compute it: with
        ``GMM_CHECKS=strict`` in the environment a text that disagrees raises an error.
    several : bool, default=False
        Whether more than one choice may be right; then all of them must be chosen.
    shows : str or Picture, optional
        Revealed after the first answer.
    in_place : bool, default=False
        Whether it needs what stands above it in the notebook: then `make questions` leaves it out.

    Returns
    -------
    QuestionWidget
        Needs no kernel once it is shown. Answers are kept in the notebook and in a file beside it.

    Raises
    ------
    QuestionError
        If the question is not well defined, or contradicts what was computed.

    Examples
    --------
    >>> from gmm_helpers.questions import right, wrong
    >>> ask("rows", "What do the rows of the responsibilities sum to?",
    ...     right("1", "Every sample came from one of the components."),
    ...     wrong("N_k", "These are the sums of the columns."))
    Question. What do the rows of the responsibilities sum to?
    - 1
    - Nₖ
    """
    asked = Question(key, text, answer_of(answer, several), shows, in_place=in_place)
    return QuestionWidget(asked)


def predict(
    key: str,
    text: str,
    *answer: Choice | Answer,
    several: bool = False,
    shows: Any = None,
    in_place: bool = False,
) -> QuestionWidget:
    """Ask for a prediction, before what it is about is shown; parameters as in `ask`.

    The first answer is kept. After it the reason of *every* choice can be read, and what `shows`
    holds is revealed.

    Examples
    --------
    >>> from gmm_helpers.questions import number
    >>> predict("many", "How many of 600 samples will come from component 1, of weight 0.3?",
    ...         number(180, 34, "600 * 0.3, give or take.", too_small="More.", too_large="Less."))
    Predict. How many of 600 samples will come from component 1, of weight 0.3?
    """
    parts = answer_of(answer, several)
    asked = Question(key, text, parts, shows, is_prediction=True, in_place=in_place)
    return QuestionWidget(asked)


def show_question(packed: str) -> QuestionWidget | None:
    """Ask a question that the build has packed, so that the notebook does not give it away.

    Parameters
    ----------
    packed : str
        Made by `pack` of a cell that ends in a call of `ask` or `predict`. It may use what the
        notebook has computed; what it computes above the call stays in the notebook.

    Returns
    -------
    QuestionWidget or None
        None if a cell above was not run yet, which is said in a line.

    Raises
    ------
    ValueError
        If it can't be unpacked.

    Examples
    --------
    >>> from gmm_helpers.questions.packing import pack
    >>> show_question(pack('ask("two", "1 + 1?", right("2", "Count."), wrong("3", "No."))'))
    Question. 1 + 1?
    - 2
    - 3
    """
    notebook = sys._getframe(1).f_globals
    *above, last = ast.parse(unpack(packed)).body
    asked = last.value  # type: ignore[attr-defined]
    try:
        exec(compile(ast.Module(above, []), "<question>", "exec"), notebook)
        # A reader may have called a variable `right` or `order`.
        names = dict(notebook, ask=ask, predict=predict)
        names |= {name: getattr(constructors, name) for name in constructors.__all__}
        return eval(compile(ast.Expression(asked), "<question>", "eval"), names)
    except NameError as error:
        print(f"Run the cells above first, then this one again: {error.name} is not there yet.")
        return None
