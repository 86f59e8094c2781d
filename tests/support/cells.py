"""Functions as a student writes them in a cell: their source is known."""

import inspect
import itertools
import linecache

import numpy as np

import gmm_helpers as gmm
from gmm_helpers.exercises import EXERCISES, judge
from gmm_helpers.exercises.symptoms.source import source_of
from support.judged import key_of, outcomes_of

_numbers = itertools.count(1)


def written(source, **variables):
    """Run a cell in a notebook with these variables; the namespace."""
    filename = f"<ipython-input-{next(_numbers)}-test>"
    linecache.cache[filename] = (len(source), None, source.splitlines(keepends=True), filename)
    notebook = {"np": np, "gmm": gmm, "__name__": "__main__", **variables}
    exec(compile(source, filename, "exec"), notebook)
    return notebook


def arguments(name):
    """The arguments of an exercise as they stand in its def line."""
    given = inspect.signature(EXERCISES[name].reference).parameters.values()
    return [each.name for each in given if each.default is each.empty]


def judged(name, body, seed=0, **variables):
    """The verdict on a function with this body; `reference` is right there."""
    head = f"def {name}({', '.join(arguments(name))}):\n"
    lines = "\n".join(f"    {line}" for line in body.splitlines())
    variables = {"reference": EXERCISES[name].reference, **variables}
    function = written(head + lines, **variables)[name]
    key = key_of(name, seed)
    return judge(key, outcomes_of(key, function), source_of(function))


def call(name, **instead):
    """A call of the reference, with other expressions in the place of some arguments."""
    return f"reference({', '.join(instead.get(each, each) for each in arguments(name))})"
