import assert from "node:assert/strict";
import { test } from "node:test";
import { decompress, fromBase64, unpack } from "../../gmm_helpers/explorer/javascript/runs/payload.js";

// What payload.py writes, by hand; test_explorer_js.py tries what it really writes.
function packed(words, arrays, lead = 0) {
  const table = {};
  let offset = 0;
  for (const [name, values] of Object.entries(arrays)) {
    const kind = values instanceof Float64Array ? "f8" : values instanceof Int32Array ? "i4" : "f4";
    table[name] = { dtype: kind, shape: [values.length], offset };
    offset += Math.ceil(values.byteLength / 8) * 8;
  }
  let head = JSON.stringify({ words, arrays: table });
  head += " ".repeat((8 - ((Buffer.byteLength(head) + 4) % 8)) % 8);
  const length = Buffer.byteLength(head);
  const block = Buffer.alloc(lead + 4 + length + offset);
  block.writeUInt32LE(length, lead);
  block.write(head, lead + 4);
  for (const [name, values] of Object.entries(arrays)) {
    Buffer.from(values.buffer).copy(block, lead + 4 + length + table[name].offset);
  }
  return new DataView(block.buffer, block.byteOffset + lead, block.length - lead);
}

test("words and arrays come out as they went in, wherever the block lies", () => {
  for (const lead of [0, 3]) {
    const { words, arrays } = unpack(
      packed({ note: "σ²" }, { a: Float64Array.of(1.5, NaN), b: Float32Array.of(2) }, lead),
    );
    assert.deepEqual(words, { note: "σ²" });
    assert.deepEqual([...arrays.a], [1.5, NaN]);
    assert.deepEqual([...arrays.b], [2]);
  }
});

test("base64 comes out as bytes", () => {
  assert.deepEqual([...fromBase64("AP8Q")], [0, 255, 16]);
});

test("what cannot be inflated is refused", async () => {
  await assert.rejects(decompress(Uint8Array.of(1, 2, 3)));
});
