"""What a system that knows QTI makes of an answer: an evaluator of rules, of its own."""

from xml.etree import ElementTree as ET

from .qti_grammar import local


class Item:
    """An item, ready to be answered; values are texts, numbers, pairs or lists of them."""

    def __init__(self, content):
        self.root = ET.fromstring(content)
        (self.declared,) = self.all("responseDeclaration")
        values = [value.text for correct in self.all("correctResponse") for value in correct]
        kind = self.declared.get("cardinality")
        if self.declared.get("baseType") == "float":
            self.right = float(values[0])
        elif self.declared.get("baseType") == "point":
            self.right = tuple(map(float, values[0].split()))
        else:
            self.right = values[0] if kind == "single" else values

    def all(self, tag):
        return [element for element in self.root.iter() if local(element.tag) == tag]

    def answer(self, response):
        """The score, and the texts that are shown, in the order of the file."""
        self.response, self.outcomes = response, {"SCORE": 0.0, "FEEDBACK": []}
        (processing,) = self.all("responseProcessing")
        for rule in processing:
            self._obey(rule)
        shown = [f for f in self.all("modalFeedback") if f.get("identifier") in self._feedback()]
        texts = ["".join(p.itertext()) for feedback in shown for p in feedback]
        return self.outcomes["SCORE"], texts

    def _feedback(self):
        return self.outcomes["FEEDBACK"]

    def _obey(self, rule):
        if local(rule.tag) == "setOutcomeValue":
            self.outcomes[rule.get("identifier")] = self._value(rule[0])
            return
        for branch in rule:
            if self._value(branch[0]) is True:
                for inner in branch[1:]:
                    self._obey(inner)
                return

    def _value(self, element):
        tag = local(element.tag)
        if tag == "variable":
            name = element.get("identifier")
            value = self.response if name == "RESPONSE" else self.outcomes[name]
            return None if value == [] else value  # an empty container is nothing
        if tag == "correct":
            return self.right
        if tag == "baseValue":
            return float(element.text) if element.get("baseType") == "float" else element.text
        given = [self._value(child) for child in element]
        if tag == "isNull":
            return given[0] is None
        if tag == "multiple":
            given = [each for each in given if each is not None]
            return [v for each in given for v in (each if isinstance(each, list) else [each])]
        if any(value is None for value in given):
            return None  # as the specification has it: of nothing comes nothing
        if tag == "inside":
            return is_inside(element.get("shape"), element.get("coords"), *given[0])
        if tag == "match":
            unordered = self.declared.get("cardinality") == "multiple"
            if isinstance(given[0], list) and unordered:
                given = [sorted(value) for value in given]
            return given[0] == given[1]
        return {
            "member": lambda: given[0] in given[1],
            "and": lambda: all(given),
            "not": lambda: not given[0],
            "gte": lambda: given[0] >= given[1],
            "lte": lambda: given[0] <= given[1],
            "gt": lambda: given[0] > given[1],
            "lt": lambda: given[0] < given[1],
            "index": lambda: given[0][int(element.get("n")) - 1],
        }[tag]()


def is_inside(shape, coords, x, y):
    """Whether a pixel lies in a circle or a polygon; numbers are separated by anything."""
    numbers = [int(number) for number in coords.replace(";", ",").split(",")]
    if shape == "circle":
        return (x - numbers[0]) ** 2 + (y - numbers[1]) ** 2 <= numbers[2] ** 2
    corners = list(zip(numbers[::2], numbers[1::2], strict=True))
    crossed = 0
    for (x0, y0), (x1, y1) in zip(corners, corners[1:] + corners[:1], strict=True):
        if (y0 > y) != (y1 > y) and x < x0 + (y - y0) * (x1 - x0) / (y1 - y0):
            crossed += 1
    return crossed % 2 == 1
