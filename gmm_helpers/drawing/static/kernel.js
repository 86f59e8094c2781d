// Whether there is still a kernel behind a widget: it sends back what it is sent.
// Calls `tell` when that has become known. Returns how to ask (best when somebody is about to move
// something), and how to stop.
function watchKernel(model, tell) {
  let [asked, answered, waiting] = [0, 0, false];
  let whole = null; // anywidget hands out a part of the model only

  const gone = () => tell(true);
  const check = () => whole.comm_live || gone();
  const hear = (number) => {
    answered = Math.max(answered, number); // other views of the widget ask, too
    tell(false);
  };
  // The kernel has dealt with the message, also if it knew no such widget: it was restarted.
  const done = (message) => {
    if (message.content.execution_state !== "idle") return;
    waiting = false;
    setTimeout(() => answered >= asked || waiting || gone(), 100);
  };
  const ask = () => {
    if (waiting) return;
    waiting = true;
    asked += 1;
    model.send(asked, { iopub: { status: done } });
  };

  model.on("msg:custom", hear);
  Promise.resolve(model.widget_manager?.get_model?.(model.get("_id")))
    .then((found) => {
      whole = found;
      whole?.on("comm_live_update", check);
      if (whole) check();
    })
    .catch(() => {}); // other pages have other managers
  ask();
  const stop = () => {
    model.off("msg:custom", hear);
    whole?.off("comm_live_update", check);
  };
  return { ask, stop };
}

