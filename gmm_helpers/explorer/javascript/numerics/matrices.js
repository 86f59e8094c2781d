// Small matrices, row by row: Cholesky factors, inverses, eigenvalues.

const SWEEPS = 50; // a dozen are enough

/**
 * Lower Cholesky factor, or null if the matrix is not positive definite.
 * @param {Float64Array} full
 * @param {number} D
 */
export function cholesky(full, D) {
  const L = new Float64Array(D * D);
  for (let i = 0; i < D; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = full[i * D + j];
      for (let m = 0; m < j; m++) sum -= L[i * D + m] * L[j * D + m];
      if (i === j) {
        if (!(sum > 0)) return null;
        L[i * D + i] = Math.sqrt(sum);
      } else {
        L[i * D + j] = sum / L[j * D + j];
      }
    }
  }
  return L;
}

/**
 * Inverse of a lower triangular matrix.
 * @param {Float64Array} L
 * @param {number} D
 */
export function invertLower(L, D) {
  const inverse = new Float64Array(D * D);
  for (let j = 0; j < D; j++) {
    inverse[j * D + j] = 1 / L[j * D + j];
    for (let i = j + 1; i < D; i++) {
      let sum = 0;
      for (let m = j; m < i; m++) sum -= L[i * D + m] * inverse[m * D + j];
      inverse[i * D + j] = sum / L[i * D + i];
    }
  }
  return inverse;
}

/**
 * Inverse of a positive definite matrix, of which the lower triangle is read.
 * @param {Float64Array} full
 * @param {number} D
 */
export function inverseOf(full, D) {
  const L = cholesky(full, D);
  if (!L) return new Float64Array(D * D).fill(NaN);
  const whitener = invertLower(L, D);
  const inverse = new Float64Array(D * D);
  for (let i = 0; i < D; i++) {
    for (let j = 0; j < D; j++) {
      for (let m = Math.max(i, j); m < D; m++) {
        inverse[i * D + j] += whitener[m * D + i] * whitener[m * D + j];
      }
    }
  }
  return inverse;
}

/**
 * Eigenvalues in ascending order, and the eigenvector of value i in column i; by Jacobi's rotations.
 * @param {Float64Array} full symmetric, row by row
 * @param {number} D
 */
export function eigen(full, D) {
  const A = Float64Array.from(full);
  const V = new Float64Array(D * D);
  for (let i = 0; i < D; i++) V[i * D + i] = 1;
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let rotated = false;
    for (let p = 0; p < D; p++) {
      for (let q = p + 1; q < D; q++) rotated = rotate(A, V, D, p, q) || rotated;
    }
    if (!rotated) break;
  }
  const order = Array.from({ length: D }, (_, i) => i);
  order.sort((i, j) => A[i * D + i] - A[j * D + j]);
  const values = Float64Array.from(order, (i) => A[i * D + i]);
  const vectors = new Float64Array(D * D);
  for (let i = 0; i < D; i++) {
    for (let j = 0; j < D; j++) vectors[i * D + j] = V[i * D + order[j]];
  }
  return { values, vectors };
}

/**
 * Makes entry (p, q) of A zero, unless it is small beside the diagonal; whether it was not.
 * @param {Float64Array} A
 * @param {Float64Array} V
 * @param {number} D
 * @param {number} p
 * @param {number} q
 */
function rotate(A, V, D, p, q) {
  const off = A[p * D + q];
  const [a, b] = [A[p * D + p], A[q * D + q]];
  const scale = Math.sqrt(Math.abs(a)) * Math.sqrt(Math.abs(b));
  if (!(Math.abs(off) > 1e-17 * scale)) {
    A[p * D + q] = A[q * D + p] = 0;
    return false;
  }
  const theta = (b - a) / (2 * off);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const c = 1 / Math.hypot(t, 1);
  const s = t * c;
  A[p * D + p] = a - t * off;
  A[q * D + q] = b + t * off;
  A[p * D + q] = A[q * D + p] = 0;
  for (let i = 0; i < D; i++) {
    if (i !== p && i !== q) {
      const [ip, iq] = [A[i * D + p], A[i * D + q]];
      A[i * D + p] = A[p * D + i] = c * ip - s * iq;
      A[i * D + q] = A[q * D + i] = s * ip + c * iq;
    }
    const [vp, vq] = [V[i * D + p], V[i * D + q]];
    V[i * D + p] = c * vp - s * vq;
    V[i * D + q] = s * vp + c * vq;
  }
  return true;
}
