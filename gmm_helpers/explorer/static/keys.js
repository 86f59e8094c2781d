// Which key does what. Keys of a focused control stay with the control.

const ACTIONS = {
  ArrowRight: ["move", 1],
  ArrowLeft: ["move", -1],
  ArrowUp: ["move", 2],
  ArrowDown: ["move", -2],
  Home: ["first"],
  End: ["last"],
  " ": ["play"],
  K: ["change", "n_components", 1],
  k: ["change", "n_components", -1],
  S: ["change", "seed", 1],
  s: ["change", "seed", -1],
  "+": ["faster", 1],
  "-": ["faster", -1],
  f: ["fullscreen"],
};

const ARROWS = ["ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown", "Home", "End"];

export function actionOf(key, target = {}, modified = false) {
  if (modified || !Object.hasOwn(ACTIONS, key)) return null;
  const { tag = "", type = "" } = target;
  const typing = tag === "INPUT" && !["checkbox", "radio", "range"].includes(type);
  if (typing || tag === "SELECT" || tag === "TEXTAREA") return null;
  if (key === " " && ["BUTTON", "SUMMARY", "INPUT"].includes(tag)) return null;
  if (ARROWS.includes(key) && type === "range") return null;
  return ACTIONS[key];
}
