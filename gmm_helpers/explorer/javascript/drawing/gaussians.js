// Gaussian mixtures: the same formulas as gmm_helpers/model/density.py, on flat arrays.
//
// A mixture is one row of numbers: weights, means, lower triangles of the covariances.

/** @typedef {{ D: number, origin: Float64Array, axes: Float64Array, shown: number }} PicturePlane */
/** @typedef {{ weight: number, place: number[], spread: number[] }} Projected */

const LOG_2PI = Math.log(2 * Math.PI);

/**
 * @param {number} K
 * @param {number} D
 */
export function rowLength(K, D) {
  return K * (1 + D + (D * (D + 1)) / 2);
}

/**
 * @param {number} length
 * @param {number} D
 */
export function componentCount(length, D) {
  return length / rowLength(1, D);
}

/**
 * @param {Float64Array} row
 * @param {number} K
 * @param {number} D
 * @param {number} k
 */
export function meanOf(row, K, D, k) {
  return row.subarray(K + k * D, K + (k + 1) * D);
}

/**
 * The full covariance of a component, row by row.
 * @param {Float64Array} row
 * @param {number} K
 * @param {number} D
 * @param {number} k
 */
export function covarianceOf(row, K, D, k) {
  const full = new Float64Array(D * D);
  let at = K + K * D + (k * D * (D + 1)) / 2;
  for (let i = 0; i < D; i++) {
    for (let j = 0; j <= i; j++) full[i * D + j] = full[j * D + i] = row[at++];
  }
  return full;
}

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
 * log pi_k + log N(x_n | mu_k, Sigma_k), into out (N x K).
 * @param {Float64Array} X
 * @param {number} N
 * @param {number} D
 * @param {Float64Array} row
 * @param {number} K
 * @param {Float64Array} out
 */
export function weightedLogProb(X, N, D, row, K, out) {
  const z = new Float64Array(D);
  for (let k = 0; k < K; k++) {
    const L = cholesky(covarianceOf(row, K, D, k), D);
    const mean = meanOf(row, K, D, k);
    let constant = Math.log(row[k]) - 0.5 * D * LOG_2PI;
    for (let i = 0; L && i < D; i++) constant -= Math.log(L[i * D + i]);
    for (let n = 0; n < N; n++) {
      let squared = 0;
      for (let i = 0; L && i < D; i++) {
        let sum = X[n * D + i] - mean[i];
        for (let j = 0; j < i; j++) sum -= L[i * D + j] * z[j];
        z[i] = sum / L[i * D + i];
        squared += z[i] * z[i];
      }
      out[n * K + k] = L ? constant - 0.5 * squared : -Infinity;
    }
  }
  return out;
}

/**
 * Turns weighted log-densities into responsibilities, in place; returns the NLL.
 * @param {Float64Array} logProb
 * @param {number} N
 * @param {number} K
 */
export function normalise(logProb, N, K) {
  let nll = 0;
  for (let at = 0; at < N * K; at += K) {
    let largest = -Infinity;
    for (let k = 0; k < K; k++) largest = Math.max(largest, logProb[at + k]);
    let sum = 0;
    for (let k = 0; k < K; k++) sum += logProb[at + k] = Math.exp(logProb[at + k] - largest);
    for (let k = 0; k < K; k++) logProb[at + k] /= sum;
    nll -= largest + Math.log(sum);
  }
  return nll;
}

/**
 * @param {Float64Array} X
 * @param {number} N
 * @param {number} D
 * @param {Float64Array} row
 * @param {number} K
 * @param {Float64Array} out
 */
export function responsibilities(X, N, D, row, K, out) {
  return normalise(weightedLogProb(X, N, D, row, K, out), N, K);
}

/**
 * KL divergence of the posterior under a mixture from given responsibilities, summed over the
 * samples: how far the lower bound of the log-likelihood lags behind it. Never below zero.
 * @param {Float64Array} r
 * @param {Float64Array} X
 * @param {number} N
 * @param {number} D
 * @param {Float64Array} row
 * @param {number} K
 * @param {Float64Array} scratch
 */
export function klGap(r, X, N, D, row, K, scratch) {
  responsibilities(X, N, D, row, K, scratch);
  let sum = 0;
  for (let i = 0; i < N * K; i++) {
    // Where both are nothing, nothing is lost; p below the smallest number counts as that.
    if (r[i] > 0) sum += r[i] * (Math.log(r[i]) - Math.log(Math.max(scratch[i], 5e-324)));
  }
  return Math.max(sum, 0);
}

/**
 * What a component looks like in the plane of the picture: mean and covariance there.
 * @param {Float64Array} row
 * @param {number} K
 * @param {PicturePlane} plane
 * @param {number} k
 * @returns {Projected}
 */
export function projected(row, K, plane, k) {
  const { D, origin, axes, shown } = plane;
  const mean = meanOf(row, K, D, k);
  const full = covarianceOf(row, K, D, k);
  const place = [0, 0];
  const spread = [0, 0, 0]; // xx, xy, yy
  for (let i = 0; i < D; i++) {
    for (let a = 0; a < shown; a++) place[a] += (mean[i] - origin[i]) * axes[i * shown + a];
    for (let j = 0; j < D; j++) {
      const value = full[i * D + j];
      const x = axes[i * shown];
      const y = shown > 1 ? axes[i * shown + 1] : 0;
      spread[0] += x * value * axes[j * shown];
      if (shown > 1) {
        spread[1] += x * value * axes[j * shown + 1];
        spread[2] += y * value * axes[j * shown + 1];
      }
    }
  }
  return { weight: row[k], place, spread };
}

/**
 * Half-axes (of one sigma) and the angle of the longer one.
 * @param {number[]} spread
 */
export function ellipse([xx, xy, yy]) {
  const middle = (xx + yy) / 2;
  const radius = Math.hypot((xx - yy) / 2, xy);
  return {
    long: Math.sqrt(Math.max(middle + radius, 0)),
    short: Math.sqrt(Math.max(middle - radius, 0)),
    angle: 0.5 * Math.atan2(2 * xy, xx - yy),
  };
}

/**
 * Density of the mixture in the plane, from projected components.
 * @param {Projected[]} parts
 * @param {number} x
 * @param {number} y
 */
export function planarDensity(parts, x, y) {
  let sum = 0;
  for (const { weight, place, spread } of parts) {
    const [xx, xy, yy] = spread;
    const determinant = xx * yy - xy * xy;
    if (!(determinant > 0)) continue;
    const dx = x - place[0];
    const dy = y - place[1];
    const squared = (yy * dx * dx - 2 * xy * dx * dy + xx * dy * dy) / determinant;
    sum += (weight * Math.exp(-0.5 * squared)) / (2 * Math.PI * Math.sqrt(determinant));
  }
  return sum;
}

/**
 * @param {Projected} part
 * @param {number} x
 */
export function lineDensity({ weight, place, spread }, x) {
  const squared = (x - place[0]) ** 2 / spread[0];
  return (weight * Math.exp(-0.5 * squared)) / Math.sqrt(2 * Math.PI * spread[0]);
}
