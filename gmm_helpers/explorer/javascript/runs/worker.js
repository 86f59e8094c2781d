// The workbench in a thread of its own.

import { Workbench } from "./workbench.js";

const SLICE = 40; // milliseconds between looks at what was asked for since

// Called in a worker: does what it is asked.
export function serve() {
  const bench = new Workbench((message) => self.postMessage(message));
  let timer = 0;

  function work() {
    bench.work(SLICE);
    timer = bench.isIdle ? 0 : setTimeout(work);
  }

  self.onmessage = ({ data: order }) => {
    bench.take(order);
    if (!timer && !bench.isIdle) timer = setTimeout(work);
  };
}
