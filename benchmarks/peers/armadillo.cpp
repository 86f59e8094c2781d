// EM of Armadillo's gmm_full, from a given start: no k-means, no scaling, no floor of variances.

#define ARMA_WARN_LEVEL 0
#include <armadillo>

// Parameters are changed in place; the log-likelihood is computed only if it is asked for.
extern "C" int armadillo_em(const double* X, long N, int D, int K, double* weights, double* means,
                            double* covariances, int n_iter, double* nll) {
    // Rows of ours are columns of Armadillo's.
    const arma::mat data(const_cast<double*>(X), D, N, false, true);
    arma::gmm_full model;
    model.set_params(arma::mat(means, D, K), arma::cube(covariances, D, D, K),
                     arma::rowvec(weights, K));
    const bool done = model.learn(data, K, arma::eucl_dist, arma::keep_existing, 0, n_iter, 0.0,
                                  false);
    std::copy_n(model.hefts.memptr(), K, weights);
    std::copy_n(model.means.memptr(), D * K, means);
    std::copy_n(model.fcovs.memptr(), (size_t)D * D * K, covariances);
    if (nll) *nll = -model.sum_log_p(data);
    return done;
}
