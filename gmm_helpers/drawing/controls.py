"""What can be moved under a picture: sliders over numbers, lists to choose from."""

from __future__ import annotations

import traitlets

__all__ = ["Control", "dropdown", "integer_slider", "real_slider"]


class Control(traitlets.HasTraits):
    """Something with a label and a value; the page makes an input of it."""

    label: str
    value: traitlets.TraitType

    def describe(self) -> dict:
        """Describe the input to the page."""
        raise NotImplementedError

    def sent(self):
        """Return the value as the page has it."""
        return self.value

    def receive(self, value) -> None:
        """Take a value from the page."""
        self.value = value


class _Slider(Control):
    def __init__(self, label: str, low, high, value, step):
        if low > high or step <= 0:
            raise ValueError(
                f"the slider {label!r} goes from {low} to {high} in steps of {step}: "
                "low must not be above high, and the step must be positive."
            )
        self.label, self.min, self.max, self.step = label, low, high, step
        super().__init__(value=value)

    @traitlets.validate("value")
    def _keep_inside(self, proposal):
        return min(max(proposal.value, self.min), self.max)

    def describe(self) -> dict:
        return {"label": self.label, "min": self.min, "max": self.max, "step": self.step}


class _IntegerSlider(_Slider):
    value = traitlets.CInt()


class _RealSlider(_Slider):
    value = traitlets.CFloat()


class _Dropdown(Control):
    value = traitlets.Any()

    def __init__(self, label: str, options: list, value):
        self.label, self.options = label, options
        super().__init__(value=value)

    @traitlets.validate("value")
    def _be_an_option(self, proposal):
        if proposal.value not in self.options:
            options = ", ".join(map(repr, self.options))
            raise ValueError(
                f"{self.label} = {proposal.value!r} is none of the options: {options}."
            )
        return proposal.value

    def describe(self) -> dict:
        return {"label": self.label, "options": list(map(str, self.options))}

    def sent(self) -> int:
        return self.options.index(self.value)

    def receive(self, value) -> None:
        self.value = self.options[value]


def integer_slider(label: str, low: int, high: int, value: int, step: int = 1) -> Control:
    """Make a slider over whole numbers.

    Parameters
    ----------
    label : str
        Shown beside the slider, and read out by screen readers.
    low, high : int
        Both included.
    value : int
        Where the slider starts.

    Examples
    --------
    >>> integer_slider("seed", 0, 19, value=3).value
    3
    """
    return _IntegerSlider(label, low, high, value, step)


def real_slider(label: str, low: float, high: float, value: float, step: float) -> Control:
    """Make a slider over real numbers; parameters as in `integer_slider`.

    Examples
    --------
    >>> real_slider("weight", 0.0, 1.0, value=0.3, step=0.05).value
    0.3
    """
    return _RealSlider(label, low, high, value, step)


def dropdown(label: str, options, value) -> Control:
    """Make a list to choose from; `value` is the one of the `options` that is chosen at first.

    Examples
    --------
    >>> dropdown("data", ["course", "ring"], "ring").value
    'ring'
    """
    return _Dropdown(label, list(options), value)
