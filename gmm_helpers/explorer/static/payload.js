// Unpacks what payload.py packed: words and typed arrays from one block of bytes.

const KINDS = { f8: Float64Array, f4: Float32Array, i4: Int32Array };

export function unpack(bytes) {
  // A copy begins at 0, so that every array lies where its type may begin.
  const block = new Uint8Array(bytes.byteLength);
  block.set(new Uint8Array(bytes.buffer ?? bytes, bytes.byteOffset ?? 0, bytes.byteLength));
  const headLength = new DataView(block.buffer).getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(block.subarray(4, 4 + headLength)));
  const arrays = {};
  for (const [name, { dtype, shape, offset }] of Object.entries(head.arrays)) {
    const length = shape.reduce((product, n) => product * n, 1);
    arrays[name] = new KINDS[dtype](block.buffer, 4 + headLength + offset, length);
  }
  return { words: head.words, arrays };
}

// Undoes compress(): inflates, puts the planes of bytes together, and sums differences twice.
export async function decompress(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  const { words, arrays } = unpack(new Uint8Array(await new Response(stream).arrayBuffer()));
  return { words, arrays: { ...arrays, params: fromPlanes(arrays.params, words.planes) } };
}

export function fromPlanes(packed, [nRows, nColumns]) {
  const planes = new Uint8Array(packed.buffer, packed.byteOffset, packed.byteLength);
  const n = nRows * nColumns;
  const rows = new Int32Array(n);
  let i = 0;
  for (let column = 0; column < nColumns; column++) {
    let value = 0;
    let change = 0;
    for (let row = 0; row < nRows; row++, i++) {
      const bits =
        planes[i] | (planes[n + i] << 8) | (planes[2 * n + i] << 16) | (planes[3 * n + i] << 24);
      change = (change + bits) | 0;
      value = (value + change) | 0;
      rows[row * nColumns + column] = value;
    }
  }
  return Float64Array.from(new Float32Array(rows.buffer));
}

export function fromBase64(text) {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
