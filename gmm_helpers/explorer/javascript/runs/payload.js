// @ts-nocheck: written anew with issue 17
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

// Undoes compress(): inflates, puts the planes of bytes together, and sums the differences.
export async function decompress(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  const { words, arrays } = unpack(new Uint8Array(await new Response(stream).arrayBuffer()));
  return { words, arrays: { ...arrays, params: fromPlanes(arrays.params, words.planes) } };
}

export function fromPlanes(packed, { shape: [nRows, nColumns], dropped, order }) {
  const planes = new Uint8Array(packed.buffer, packed.byteOffset, packed.byteLength);
  const differences = integers(planes, nRows * nColumns);
  const whole = new BigInt64Array(nRows * nColumns);
  const shift = BigInt(dropped);
  for (let column = 0; column < nColumns; column++) {
    const sums = new BigInt64Array(order); // it wraps around, as the differences did
    for (let row = 0; row < nRows; row++) {
      sums[0] += differences[column * nRows + row];
      for (let i = 1; i < order; i++) sums[i] += sums[i - 1];
      whole[row * nColumns + column] = sums[order - 1] << shift;
    }
  }
  return new Float64Array(whole.buffer);
}

// Eight planes of bytes, the lowest first, as integers of 64 bits.
function integers(planes, n) {
  const bytes = new Uint8Array(8 * n);
  for (let plane = 0; plane < 8; plane++) {
    for (let i = 0; i < n; i++) bytes[8 * i + plane] = planes[plane * n + i];
  }
  return new BigInt64Array(bytes.buffer);
}

export function fromBase64(text) {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
