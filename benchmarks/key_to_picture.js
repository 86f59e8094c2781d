// Loaded into a page before anything else: measures the time from a key press to its picture.

window.benchmark = {
  // What a part of the page shows: for an explorer, the run and half-step that is drawn; otherwise
  // the addresses of its images.
  seen(root) {
    const explorer = root.matches(".emx") && root.explorer;
    if (explorer) return [explorer.scene.trace, root.dataset.halfStep];
    return [[...root.querySelectorAll("img")].map((img) => img.src).join()];
  },

  // The end of the frame in which the current document is painted: the first task after it, ahead of
  // others that wait, such as what the browser does for forms once a menu has changed.
  painted() {
    return new Promise((done) =>
      requestAnimationFrame(() =>
        scheduler.postTask(() => done(performance.now()), { priority: "user-blocking" }),
      ),
    );
  },

  // Starts waiting for a key press and its picture; `measured` is then a promise of milliseconds.
  arm(root) {
    const { seen, painted } = this;
    const before = seen(root);
    const isNew = () => seen(root).some((value, i) => value && value !== before[i]);
    let key = 0;
    addEventListener("keydown", (event) => (key = event.timeStamp), { capture: true, once: true });
    this.measured = new Promise((done, failed) => {
      setTimeout(() => failed(new Error("no new picture in a minute")), 60_000);
      const watch = new MutationObserver(async () => {
        if (!key || !isNew()) return;
        watch.disconnect();
        // An image has an address before it has pixels. An explorer is drawn in place: the stills
        // that it keeps for paper are no part of its picture.
        if (!root.explorer)
          await Promise.allSettled([...root.querySelectorAll("img")].map((img) => img.decode()));
        done((await painted()) - key);
      });
      watch.observe(root, { subtree: true, childList: true, attributes: true });
    });
  },

  // Milliseconds from the begin of loading to the first picture of an explorer; begun by itself.
  firstPicture: new Promise((done) => {
    const look = () => {
      if (document.querySelector(".emx[data-drawn]")) window.benchmark.painted().then(done);
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }),

  // Counts pictures; `stop()` gives the milliseconds between frames with a new one.
  drawn(root) {
    const times = [];
    let last = root.dataset.drawn;
    let frame = 0;
    const look = (now) => {
      if (root.dataset.drawn !== last) times.push(now);
      last = root.dataset.drawn;
      frame = requestAnimationFrame(look);
    };
    frame = requestAnimationFrame(look);
    const stop = () => {
      cancelAnimationFrame(frame);
      return times.slice(1).map((time, i) => time - times[i]);
    };
    return { stop };
  },

  // Opens the atlas: milliseconds until it is filled, and those of the longest frame.
  async atlas(root) {
    const button = [...root.querySelectorAll("button")].find((one) => one.textContent.startsWith("Atlas"));
    const begun = performance.now();
    const cells = root.querySelectorAll(".emx-atlas td button").length;
    button.click();
    let [last, longest] = [begun, 0];
    for (;;) {
      const now = await new Promise((done) => requestAnimationFrame(done));
      longest = Math.max(longest, now - last);
      last = now;
      if (now - begun > 60_000) throw new Error("no atlas in a minute");
      if (root.querySelectorAll(".emx-atlas td button[data-level]").length === cells) break;
    }
    button.click();
    return [[last - begun], [longest]];
  },

  // Milliseconds between pictures of different half-steps, until there are `count` or the run ends.
  pictures(root, count) {
    return new Promise((done) => {
      const times = [];
      let last = root.dataset.halfStep;
      const look = (now) => {
        if (root.dataset.halfStep !== last) {
          last = root.dataset.halfStep;
          times.push(now);
        }
        const { h, trace } = root.explorer.scene;
        if (times.length <= count && h < trace.last) requestAnimationFrame(look);
        else done(times.slice(1).map((time, i) => time - times[i]));
      };
      requestAnimationFrame(look);
    });
  },
};
