"""A page gone through with the Tab key alone: where the focus is, and whether it is seen there."""

from typing import NamedTuple

from support.contrast import contrast

HERE = """(within) => {
  const hex = (color) => {
    const parts = color.match(/[\\d.]+/g).map(Number);
    if (parts.length === 4 && parts[3] < 1) return null;
    return "#" + parts.slice(0, 3).map((part) => part.toString(16).padStart(2, "0")).join("");
  };
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return null;
  element.dataset.walked = "yes";
  const { x, y, width, height } = element.getBoundingClientRect();
  const between = (value, most) => Math.min(Math.max(value, 0), most - 1);
  const top = document.elementFromPoint(
    between(x + width / 2, innerWidth), between(y + height / 2, innerHeight));
  const labels = [...(element.labels ?? [])];
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
  let [paper, opacity] = [null, 1];
  for (let one = element; one; one = one.parentElement) {
    const style = getComputedStyle(one);
    opacity *= Number(style.opacity);
    if (one !== element) paper ??= hex(style.backgroundColor);
  }
  const text = element.ariaLabel || labels[0]?.textContent || element.textContent;
  return {
    name: `${element.tagName.toLowerCase()} ${text.trim().slice(0, 40)}`,
    is_ours: element.tagName !== "IFRAME" && (!within || element.closest(within) !== null),
    is_inside: x + width > 0 && y + height > 0 && x < innerWidth && y < innerHeight,
    is_covered: Boolean(top)
      && ![element, ...labels].some((one) => one.contains(top) || top.contains(one)),
    ring: outlineStyle === "none" ? 0 : outlineStyle === "auto" ? 2 : parseFloat(outlineWidth),
    color: hex(outlineColor) ?? "#ffffff", paper: paper ?? "#ffffff", opacity,
  };
}"""
UNREACHED = """(within) => {
  const all = document.querySelectorAll(
    'a[href], button, input, select, textarea, summary, [tabindex="0"]');
  const group = (one) => one.type === "radio" ? [...document.getElementsByName(one.name)] : [one];
  return [...all]
    .filter((one) => !within || one.closest(within))
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.tabIndex >= 0)
    .filter((one) => !one.disabled && !one.closest("[inert]"))
    .filter((one) => !group(one).some((other) => other.dataset.walked))
    .map((one) => one.outerHTML.slice(0, 120));
}"""
UNFOLD = "() => { for (const fold of document.querySelectorAll('details')) fold.open = true; }"
WIDER = "document.documentElement.scrollWidth - innerWidth"  # than the window


class Stop(NamedTuple):
    """Where the focus was after a key."""

    name: str
    is_ours: bool
    is_inside: bool  # of the window
    is_covered: bool
    ring: float  # pixels around it
    color: str
    paper: str
    opacity: float

    @property
    def problem(self):
        """What keeps somebody from seeing the focus; "" if nothing does."""
        if not self.is_inside or self.is_covered:
            return f"{self.name}: out of sight"
        seen = contrast(self.color, self.paper)
        if self.ring < 2 or seen < 3 or self.opacity < 1:
            return f"{self.name}: ring {self.ring} of {seen:.1f}:1, opacity {self.opacity:g}"
        return ""


def walk(page, key="Tab", *, within=None, most=150):
    """Press a key until the focus leaves the page; the stops in what is ours."""
    stops = []
    for _ in range(most):
        page.keyboard.press(key)
        found = page.evaluate(HERE, within)
        if found is None:
            return [stop for stop in stops if stop.is_ours]
        stops.append(Stop(**found))
    raise AssertionError(f"{key} leads nowhere: {[stop.name for stop in stops[-5:]]}")


def problems(page, **options):
    """What is wrong on a walk through a page, and what it does not lead to."""
    stops = walk(page, **options)
    if page.evaluate(UNREACHED, options.get("within")):  # it began somewhere on the page
        stops += walk(page, **options)
    left = page.evaluate(UNREACHED, options.get("within"))
    return [stop.problem for stop in stops if stop.problem] + [f"not reached: {e}" for e in left]
