// Unpacks what blocks.py packed: words and typed arrays from one block of bytes.

const KINDS = { f8: Float64Array, f4: Float32Array, i4: Int32Array, i1: Int8Array };

/**
 * @param {DataView | Uint8Array} bytes
 * @returns {{words: any, arrays: Record<string, any>}}
 */
export function unpack(bytes) {
  // A copy begins at 0, so that every array lies where its type may begin.
  const block = new Uint8Array(bytes.byteLength);
  block.set(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const headLength = new DataView(block.buffer).getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(block.subarray(4, 4 + headLength)));
  /** @type {Record<string, any>} */
  const arrays = {};
  for (const [name, about] of Object.entries(head.arrays)) {
    const { dtype, shape, offset } =
      /** @type {{dtype: "f8" | "f4" | "i4" | "i1", shape: number[], offset: number}} */ (about);
    const length = shape.reduce((product, n) => product * n, 1);
    arrays[name] = new KINDS[dtype](block.buffer, 4 + headLength + offset, length);
  }
  return { words: head.words, arrays };
}

/** @param {string} text */
export function fromBase64(text) {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
