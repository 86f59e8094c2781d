/* global document */

import assert from "node:assert/strict";
import { test } from "node:test";
import { grown, Presenter } from "../../gmm_helpers/explorer/javascript/app/presenter.js";

test("before a class lines and marks grow as the type does", () => {
  const [small, large] = [18, 54].map((size) => grown({ size, scale: 1 }));
  assert.equal(large.size, small.size);
  assert.equal(large.scale, 3 * small.scale);
  assert.equal(grown({ size: 18, scale: 2 }).scale, 2);
});

// A browser in which full screen comes and goes a while after it was asked for.
function presented({ refuses = false } = {}) {
  const listeners = new Map();
  const classes = new Set();
  const attributes = new Map();
  const waiting = []; // changes that are on their way, in their order
  const target = {
    addEventListener: (name, hear) => listeners.set(name, hear),
    removeEventListener: () => {},
    setAttribute: (name, value) => attributes.set(name, value),
    removeAttribute: (name) => attributes.delete(name),
    focus: () => {},
    showPopover: () => {},
    classList: {
      contains: (name) => classes.has(name),
      toggle: (name, isOn) => (isOn ? classes.add(name) : classes.delete(name)),
      add: (name) => classes.add(name),
      remove: (name) => classes.delete(name),
    },
  };
  const change = (element, fails) =>
    new Promise((resolve, reject) => {
      waiting.push(() => {
        if (fails()) return reject(new TypeError("refused"));
        document.fullscreenElement = element;
        listeners.get("fullscreenchange")();
        resolve();
      });
    });
  globalThis.window = { setTimeout: () => 0 };
  globalThis.document = {
    fullscreenElement: null,
    addEventListener: (name, hear) => listeners.set(name, hear),
    removeEventListener: () => {},
    exitFullscreen: () => change(null, () => !document.fullscreenElement),
  };
  target.requestFullscreen = () => change(target, () => refuses);
  const presenter = new Presenter({ element: target, stage: target, presents: target }, () => {});
  const come = async () => {
    waiting.shift()?.();
    await new Promise((resolve) => setTimeout(resolve));
  };
  const settle = async () => {
    do await come();
    while (waiting.length);
  };
  const esc = () => {
    document.fullscreenElement = null;
    listeners.get("fullscreenchange")();
  };
  return { presenter, element: target, attributes, come, settle, esc };
}

test("the last press counts, however quickly one follows the other", async () => {
  for (let pattern = 0; pattern < 2 ** 8; pattern++) {
    const { presenter, element, come, settle } = presented();
    let presses = 0;
    for (let bit = 0; bit < 8; bit++) {
      if (pattern & (1 << bit)) {
        presenter.toggle();
        presses += 1;
      } else await come();
    }
    await settle();
    assert.equal(presenter.isOn, presses % 2 === 1);
    assert.equal(document.fullscreenElement === element, presenter.isOn);
  }
});

test("Esc ends it, and it can be entered again", async () => {
  const { presenter, element, settle, esc } = presented();
  for (let time = 0; time < 2; time++) {
    presenter.toggle();
    await settle();
    assert.equal(document.fullscreenElement, element);
    esc();
    await settle();
    assert.equal(presenter.isOn, false);
  }
});

test("where full screen is refused, the page is covered until it is left", async () => {
  const { presenter, attributes, settle } = presented({ refuses: true });
  for (let time = 0; time < 2; time++) {
    presenter.toggle();
    await settle();
    assert.equal(presenter.isOn, true);
    assert.equal(attributes.get("popover"), "manual");
    presenter.toggle();
    await settle();
    assert.equal(attributes.has("popover"), false);
  }
});
