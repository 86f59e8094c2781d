// EM as fast as we could write it: a lower bound for what a program can take on this machine.
//
// Both steps are products of matrices with the features x_i x_j of (1, x), tile by tile in
// registers; blocks stay in the cache, exponentials are our own, and threads share nothing. It is
// no program to use: it subtracts no maxima and takes every covariance to be well conditioned.

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <thread>
#include <vector>

#if defined(__AVX512F__)
constexpr int LANES = 8, ROWS = 8, WIDTH = 3;  // a tile is 8 components by 3 registers
#else
constexpr int LANES = 4, ROWS = 4, WIDTH = 2;
#endif
constexpr int STEP = LANES * WIDTH;
typedef double V __attribute__((vector_size(8 * LANES), aligned(8)));
typedef int64_t I __attribute__((vector_size(8 * LANES), aligned(8)));
constexpr double LOG_2PI = 1.8378770664093454836;

static inline V load(const double* p) { return *reinterpret_cast<const V*>(p); }
static inline void store(double* p, V v) { *reinterpret_cast<V*>(p) = v; }
static inline V all(double x) { return V{} + x; }

static inline double total(V v) {
    for (int half = LANES / 2; half; half /= 2)
        for (int t = 0; t < half; t++) v[t] += v[t + half];
    return v[0];
}

static inline V exponential(V x) {
    constexpr double MAGIC = 6755399441055744.0;  // 1.5 * 2^52: adding it rounds to an integer
    x = x < -708.0 ? all(-708.0) : x;
    V shifted = x * 1.4426950408889634 + MAGIC, n = shifted - MAGIC;
    V r = x - n * 6.93147180369123816490e-01 - n * 1.90821492927058770002e-10;
    V p = all(1.0 / 39916800);
    for (double factor : {1.0 / 3628800, 1.0 / 362880, 1.0 / 40320, 1.0 / 5040, 1.0 / 720,
                          1.0 / 120, 1.0 / 24, 1.0 / 6, 0.5, 1.0, 1.0})
        p = p * r + factor;
    return (V)((I)p + ((I)shifted << 52));
}

struct Part {  // what a thread works on
    const double *X, *centre, *table;  // table: coefficients, one row per feature
    long first, last;
    int D, K, P, block;
    std::vector<double> x, r, sums;
    double log_density;

    template <int T>
    void log_densities(int k, int n) {
        for (int s = 0; s < n; s += STEP) {
            V tile[T][WIDTH] = {};
            const double* c = table + k;
            for (int i = 0; i <= D; i++) {
                V xi[WIDTH];
                for (int v = 0; v < WIDTH; v++) xi[v] = load(&x[i * block + s + v * LANES]);
                for (int j = i; j <= D; j++, c += K) {
                    V f[WIDTH];
                    for (int v = 0; v < WIDTH; v++)
                        f[v] = xi[v] * load(&x[j * block + s + v * LANES]);
#pragma GCC unroll 8
                    for (int t = 0; t < T; t++)
                        for (int v = 0; v < WIDTH; v++) tile[t][v] += c[t] * f[v];
                }
            }
            for (int t = 0; t < T; t++)
                for (int v = 0; v < WIDTH; v++)
                    store(&r[(k + t) * block + s + v * LANES], tile[t][v]);
        }
    }

    template <int T>
    void add_sums(int k, int n) {
        int p = 0, i = 0, j = 0;
        while (p < P) {
            const double *a[WIDTH], *b[WIDTH];
            int width = std::min(WIDTH, P - p);
            for (int w = 0; w < WIDTH; w++) {
                a[w] = &x[i * block], b[w] = &x[j * block];
                if (w < width && ++j > D) i++, j = i;
                if (i > D) i = j = 0;
            }
            V tile[T][WIDTH] = {};
            for (int s = 0; s < n; s += LANES) {
                V f[WIDTH];
                for (int w = 0; w < WIDTH; w++) f[w] = load(a[w] + s) * load(b[w] + s);
#pragma GCC unroll 8
                for (int t = 0; t < T; t++) {
                    V rt = load(&r[(k + t) * block + s]);
                    for (int w = 0; w < WIDTH; w++) tile[t][w] += rt * f[w];
                }
            }
            for (int t = 0; t < T; t++)
                for (int w = 0; w < width; w++) sums[(k + t) * P + p + w] += total(tile[t][w]);
            p += width;
        }
    }

    template <int T = ROWS>
    void components(int n, bool densities) {  // all of them, in tiles of as many as fit
        int k = 0;
        for (; k + ROWS <= K; k += ROWS)
            densities ? log_densities<ROWS>(k, n) : add_sums<ROWS>(k, n);
        switch (K - k) {
            case 7: densities ? log_densities<7>(k, n) : add_sums<7>(k, n); break;
            case 6: densities ? log_densities<6>(k, n) : add_sums<6>(k, n); break;
            case 5: densities ? log_densities<5>(k, n) : add_sums<5>(k, n); break;
            case 4: densities ? log_densities<4>(k, n) : add_sums<4>(k, n); break;
            case 3: densities ? log_densities<3>(k, n) : add_sums<3>(k, n); break;
            case 2: densities ? log_densities<2>(k, n) : add_sums<2>(k, n); break;
            case 1: densities ? log_densities<1>(k, n) : add_sums<1>(k, n); break;
        }
    }

    void run() {
        std::fill(sums.begin(), sums.end(), 0.0);
        log_density = 0;
        for (long begin = first; begin < last; begin += block) {
            int n = std::min<long>(block, last - begin), padded = (n + STEP - 1) / STEP * STEP;
            for (int s = 0; s < n; s++) {
                const double* row = X + (begin + s) * D;
                for (int d = 0; d < D; d++) x[(d + 1) * block + s] = row[d] - centre[d];
            }
            for (int i = 0; i <= D; i++)
                for (int s = n; s < padded; s++) x[i * block + s] = 0;
            for (int s = 0; s < padded; s++) x[s] = 1;
            components(padded, true);
            V product = all(1.0);
            I exponents = {};
            for (int s = 0; s < padded; s += LANES) {
                V sum = {};
                for (int k = 0; k < K; k++) {
                    V e = exponential(load(&r[k * block + s]));
                    store(&r[k * block + s], e);
                    sum += e;
                }
                V inverse = 1.0 / sum;
                for (int t = 0; s + LANES > n && t < LANES; t++)
                    if (s + t >= n) inverse[t] = 0, sum[t] = 1;
                for (int k = 0; k < K; k++)
                    store(&r[k * block + s], load(&r[k * block + s]) * inverse);
                exponents += ((I)sum >> 52) - 1023;  // one logarithm per block is enough
                product *= (V)(((I)sum & 0xFFFFFFFFFFFFF) | 0x3FF0000000000000);
            }
            for (int t = 0; t < LANES; t++)
                log_density += std::log(product[t]) + exponents[t] * 0.69314718055994530942;
            components(padded, false);
        }
    }
};

// Inverse and half the log-determinant of a positive definite matrix.
static double invert(const std::vector<double>& S, std::vector<double>& inverse, int D) {
    std::vector<double> L(S), W(D * D);
    double half = 0;
    for (int i = 0; i < D; i++) {
        for (int j = 0; j <= i; j++) {
            double sum = L[i * D + j];
            for (int m = 0; m < j; m++) sum -= L[i * D + m] * L[j * D + m];
            L[i * D + j] = i == j ? std::sqrt(sum) : sum / L[j * D + j];
        }
        half += std::log(L[i * D + i]);
    }
    for (int j = 0; j < D; j++)  // rows of W are columns of the inverse of L
        for (int i = j; i < D; i++) {
            double sum = i == j;
            for (int m = j; m < i; m++) sum -= L[i * D + m] * W[j * D + m];
            W[j * D + i] = sum / L[i * D + i];
        }
    for (int i = 0; i < D; i++)
        for (int j = 0; j <= i; j++) {
            double sum = 0;
            for (int m = i; m < D; m++) sum += W[i * D + m] * W[j * D + m];
            inverse[i * D + j] = inverse[j * D + i] = sum;
        }
    return half;
}

// Run n_iter iterations and an E-step; parameters are changed in place.
extern "C" double limit_em(const double* X, long N, int D, int K, double* weights, double* means,
                           double* covariances, int n_iter, int n_threads) {
    const int P = (D + 1) * (D + 2) / 2;
    const int block = 960;  // a multiple of STEP; found by measurement
    std::vector<double> centre(D), table((size_t)P * K), S(D * D), inverse(D * D), m(D);
    for (long n = 0; n < N; n++)
        for (int d = 0; d < D; d++) centre[d] += X[n * D + d];
    for (double& value : centre) value /= N;
    std::vector<Part> parts(n_threads);
    for (int t = 0; t < n_threads; t++) {
        Part& part = parts[t];
        part.X = X, part.centre = centre.data(), part.table = table.data();
        part.first = N * t / n_threads, part.last = N * (t + 1) / n_threads;
        part.D = D, part.K = K, part.P = P, part.block = block;
        part.x.resize((D + 1) * block), part.r.resize(K * block);
        part.sums.resize((size_t)K * P);
    }
    double nll = 0;
    for (int iteration = 0;; iteration++) {
        for (int k = 0; k < K; k++) {
            std::copy_n(covariances + (size_t)k * D * D, D * D, S.begin());
            double half = invert(S, inverse, D), constant = 0;
            for (int d = 0; d < D; d++) m[d] = means[k * D + d] - centre[d];
            int p = 1 + D;
            for (int i = 0; i < D; i++) {
                double linear = 0;
                for (int j = 0; j < D; j++) linear += inverse[i * D + j] * m[j];
                table[(1 + i) * K + k] = linear;
                constant += linear * m[i];
                for (int j = i; j < D; j++)
                    table[(p++) * K + k] = (i == j ? -0.5 : -1.0) * inverse[i * D + j];
            }
            table[k] = std::log(weights[k]) - half - 0.5 * constant - 0.5 * D * LOG_2PI;
        }
        std::vector<std::thread> helpers;
        for (int t = 1; t < n_threads; t++) helpers.emplace_back([&, t] { parts[t].run(); });
        parts[0].run();
        for (auto& helper : helpers) helper.join();
        nll = 0;
        for (auto& part : parts) nll -= part.log_density;
        if (iteration == n_iter) return nll;
        for (int k = 0; k < K; k++) {
            std::vector<double> sums(P);
            for (int p = 0; p < P; p++)
                for (auto& part : parts) sums[p] += part.sums[(size_t)k * P + p];
            weights[k] = sums[0] / N;
            for (int d = 0; d < D; d++) means[k * D + d] = centre[d] + sums[1 + d] / sums[0];
            int p = 1 + D;
            double* covariance = covariances + (size_t)k * D * D;
            for (int i = 0; i < D; i++)
                for (int j = i; j < D; j++, p++)
                    covariance[i * D + j] = covariance[j * D + i] =
                        (sums[p] - sums[1 + i] * sums[1 + j] / sums[0]) / sums[0];
        }
    }
}
