// Whether there is still a kernel behind a widget: it sends back what it is sent.
// Calls `tell` when that has become known. Returns how to ask (best when somebody is about to move
// something), whether it is gone as far as is known, and how to stop.

const ENDED = ["dead", "terminating"]; // one that is only not connected may come back

/**
 * @param {any} model
 * @param {string} id
 * @param {(gone: boolean) => void} tell
 */
export async function watchKernel(model, id, tell) {
  const manager = model.widget_manager;
  const whole = await wholeOf(manager, id);
  // Of a notebook, or of a page that a server made of one; other pages have other managers.
  const session = manager?.context?.sessionContext ?? manager?.kernel;
  let [asked, answered, waiting, isGone] = [0, 0, false, false];

  /** @param {boolean} gone */
  const say = (gone) => {
    isGone = gone;
    tell(gone);
  };
  const isEnded = () =>
    Boolean(session?.statusChanged) && (!manager.kernel || ENDED.includes(manager.kernel.status));
  const check = () => {
    if (whole?.comm_live !== false && !isEnded()) return;
    waiting = false; // no answer will come
    say(true);
  };
  /** @param {unknown} number */
  const hear = (number) => {
    if (typeof number === "number") answered = Math.max(answered, number); // other views ask, too
    say(false);
  };
  /**
   * The kernel has dealt with the message, also if it knew no such widget: it was restarted.
   * @param {any} message
   */
  const done = (message) => {
    if (message.content.execution_state !== "idle") return;
    waiting = false;
    setTimeout(() => answered >= asked || waiting || say(true), 100);
  };
  const ask = () => {
    check();
    if (waiting || isEnded()) return;
    waiting = true;
    asked += 1;
    try {
      model.send(asked, { iopub: { status: done } });
    } catch {
      waiting = false;
      say(true);
    }
  };

  const signals = [session?.statusChanged, session?.kernelChanged].filter(Boolean);
  model.on("msg:custom", hear);
  whole?.on("comm_live_update", check);
  for (const signal of signals) signal.connect(check);
  ask();
  const stop = () => {
    model.off("msg:custom", hear);
    whole?.off("comm_live_update", check);
    for (const signal of signals) signal.disconnect(check);
  };
  return { ask, stop, isGone: () => isGone };
}

/**
 * The model as ipywidgets has it: anywidget hands out a part of it only.
 * @param {any} manager
 * @param {string} id
 */
async function wholeOf(manager, id) {
  return manager?.get_model?.(id)?.catch(() => null);
}
