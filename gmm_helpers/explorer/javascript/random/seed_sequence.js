// numpy's SeedSequence: a seed of any size, spread over as many words as a generator needs.
//
// The design is Melissa O'Neill's `randutils::seed_seq_fe128`.

const POOL = 4;
const INIT_A = 0x43b0d7e5;
const MULTIPLIER_A = 0x931e8875;
const INIT_B = 0x8b51f9dd;
const MULTIPLIER_B = 0x58f38ded;
const MIX_LEFT = 0xca01f9dd;
const MIX_RIGHT = 0x4973f715;

/**
 * Words of 32 bits that a seed stands for.
 *
 * @param {number | bigint} seed an integer of at least 0
 * @param {number} count how many words
 * @returns {Uint32Array}
 */
export function seedWords(seed, count) {
  const pool = mixed(wordsOf(seed));
  const hash = hasher(INIT_B, MULTIPLIER_B);
  return Uint32Array.from({ length: count }, (_, i) => hash(pool[i % POOL]));
}

/**
 * @param {number | bigint} seed
 * @returns {number[]} its words of 32 bits, the lowest first
 */
function wordsOf(seed) {
  const words = [];
  for (let rest = BigInt(seed); rest > 0n; rest >>= 32n) words.push(Number(rest & 0xffffffffn));
  return words;
}

/**
 * @param {number[]} entropy
 * @returns {Uint32Array}
 */
function mixed(entropy) {
  const hash = hasher(INIT_A, MULTIPLIER_A);
  const pool = Uint32Array.from({ length: POOL }, (_, i) => hash(entropy[i] ?? 0));
  for (let from = 0; from < POOL; from++) {
    for (let to = 0; to < POOL; to++) {
      if (from !== to) pool[to] = mix(pool[to], hash(pool[from]));
    }
  }
  for (const word of entropy.slice(POOL)) {
    for (let to = 0; to < POOL; to++) pool[to] = mix(pool[to], hash(word));
  }
  return pool;
}

/**
 * A hash of words that is a different one at each call.
 *
 * @param {number} constant
 * @param {number} multiplier
 * @returns {(word: number) => number}
 */
function hasher(constant, multiplier) {
  return (word) => {
    const next = Math.imul(constant, multiplier);
    const product = Math.imul(word ^ constant, next);
    constant = next;
    return product ^ (product >>> 16);
  };
}

/**
 * @param {number} left
 * @param {number} right
 */
function mix(left, right) {
  const word = (Math.imul(MIX_LEFT, left) - Math.imul(MIX_RIGHT, right)) | 0;
  return word ^ (word >>> 16);
}
