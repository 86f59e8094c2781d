import assert from "node:assert/strict";
import { test } from "node:test";
import { watchKernel } from "../../gmm_helpers/drawing/static/kernel.js";

class Signal extends Set {
  connect = (heard) => this.add(heard);
  disconnect = (heard) => this.delete(heard);
  emit = () => [...this].forEach((heard) => heard());
}

// A widget of a notebook; `kernel` deals with what it is sent, or leaves it.
function widget({ comm_live = true, kernel = () => {} } = {}) {
  const heard = { "msg:custom": new Signal(), comm_live_update: new Signal() };
  const on = (name, act) => heard[name].connect(act);
  const off = (name, act) => heard[name].disconnect(act);
  const whole = { comm_live, on, off };
  const signals = { statusChanged: new Signal(), kernelChanged: new Signal() };
  const manager = {
    get_model: async () => whole,
    context: { sessionContext: signals },
    kernel: { status: "idle" },
  };
  const sent = [];
  const answer = (number) => [...heard["msg:custom"]].forEach((act) => act(number));
  const send = (number, { iopub }) => {
    sent.push(number);
    kernel(number, () => iopub.status({ content: { execution_state: "idle" } }), answer);
  };
  return { model: { widget_manager: manager, on, off, send }, whole, heard, signals, manager, sent, answer };
}

async function watched(made) {
  const told = [];
  return { told, kernel: await watchKernel(made.model, "id", (gone) => told.push(gone)) };
}

const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test("who answers is there; who has dealt with it and does not answer was restarted", async () => {
  const there = await watched(widget({ kernel: (number, done, answer) => (answer(number), done()) }));
  const restarted = await watched(widget({ kernel: (_, done) => done() }));
  const busy = await watched(widget());
  await wait(150);
  assert.deepEqual(
    [there, restarted, busy].map(({ told }) => told.at(-1)),
    [false, true, undefined],
  );
  assert.deepEqual(
    [there, restarted, busy].map(({ kernel }) => kernel.isGone()),
    [false, true, false],
  );
});

test("an answer to something else shows that it is there, and is no answer to what was asked", async () => {
  const made = widget({ kernel: (_, done, answer) => (answer({ client: "a", request: 1 }), done()) });
  const { told } = await watched(made);
  await wait(150);
  assert.deepEqual(told, [false, true]);
});

test("a widget of a kernel of yesterday is known to be so before it is shown", async () => {
  const { kernel, told } = await watched(widget({ comm_live: false }));
  assert.ok(kernel.isGone());
  assert.ok(told.every(Boolean));
});

for (const [how, end] of Object.entries({
  "shut down": ({ manager }) => (manager.kernel = null),
  "found dead": ({ manager }) => (manager.kernel.status = "dead"),
})) {
  test(`a kernel that is ${how} while the page is open is told at once, and asked no more`, async () => {
    const made = widget(); // busy: what it was asked last stays without an answer
    const { kernel, told } = await watched(made);
    end(made);
    made.signals.statusChanged.emit();
    assert.deepEqual(told, [true]);
    kernel.ask();
    assert.equal(made.sent.length, 1);
    assert.ok(kernel.isGone());
  });
}

test("a kernel whose connection is lost may come back", async () => {
  const made = widget();
  const { told } = await watched(made);
  for (made.manager.kernel.status of ["unknown", "busy", "autorestarting"]) made.signals.statusChanged.emit();
  assert.deepEqual(told, []);
});

test("a message that cannot be sent shows that nobody is there", async () => {
  const { kernel } = await watched(widget({ kernel: () => assert.fail("Kernel is dead") }));
  assert.ok(kernel.isGone());
});

test("other pages have other managers; and who stops hears nothing more", async () => {
  const { model, heard, signals } = widget();
  for (const widget_manager of [undefined, {}, { get_model: () => undefined }]) {
    const { kernel, told } = await watched({ model: { ...model, widget_manager } });
    kernel.stop();
    assert.deepEqual([told, kernel.isGone()], [[], false]);
  }
  const { kernel } = await watched({ model });
  kernel.stop();
  for (const signal of [...Object.values(heard), ...Object.values(signals)]) assert.equal(signal.size, 0);
});
