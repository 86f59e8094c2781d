# %% [markdown]
# # 3. The M-step: better parameters from soft labels
#
# **What you will do.** Turn responsibilities into new weights, means and covariances, and
# check your updates with two identities that need no reference answer.
#
# **What you will learn**
#
# - the M-step as counting, averaging and measuring spread, with each sample split between the
#   components;
# - where the updates come from: the gradient of the log-likelihood, set to zero;
# - why the *new* means belong in the covariance.
#
# **What you need.** Chapter 2: responsibilities. Gradients and, once, a Lagrange multiplier.
# About 75 minutes. Three exercises, 10 points, and two written questions, 4 points.

# %%
import numpy as np

import gmm_helpers as gmm
from gmm_helpers.checks import check, check_moments, hint, progress
from gmm_helpers.drawing import (
    SliderFigure,
    frame,
    legend_below,
    new_figure,
    plot_data,
    plot_ellipses,
    plot_responsibilities,
    real_slider,
    show,
)

data = gmm.course_original()
X, start = data.X, data.start

# %% [markdown]
# ## 3.1 From labels to soft labels
#
# Suppose we knew the labels. Then we would estimate component $k$ from the samples that carry
# its label: count them, average them, measure their spread.
#
# The E-step gives us responsibilities instead of labels. So we do the same, but split each
# sample: one with responsibilities (0.8, 0.2) counts as 0.8 of a sample for the first
# component and as 0.2 for the second. Labels are the special case in which every row looks
# like (1, 0).
#
# Component $k$ then accounts for $N_k = \sum_n r_{nk}$ samples. This is its **effective
# count**.
#
# Here is a tiny data set for calculations by hand: three samples on a line, two components.

# %%
X_tiny = np.array([[0.0], [2.0], [4.0]])
responsibilities_tiny = np.array([[1.0, 0.0], [0.5, 0.5], [0.0, 1.0]])

# %% [markdown]
# ## 3.2 Weights
#
# The new weight of a component is its share of the samples, each counted by its responsibility:
#
# $$ \pi_k^{\text{new}} = \frac{N_k}{N}, \qquad N_k = \sum_{n=1}^N r_{nk} . $$
#
# Where does this come from? We want to maximise the log-likelihood
# $\mathcal{L} = \sum_n \log \sum_j \pi_j \, \mathcal{N}(x_n \mid \mu_j, \Sigma_j)$ under the
# constraint $\sum_k \pi_k = 1$, which we enforce with a Lagrange multiplier $\lambda$:
#
# $$ \frac{\partial}{\partial \pi_k} \Big[\mathcal{L} + \lambda \big(1 - \sum_j \pi_j\big)\Big]
# = \sum_n \frac{\mathcal{N}(x_n \mid \mu_k, \Sigma_k)}{p(x_n)} - \lambda
# = \frac{N_k}{\pi_k} - \lambda = 0 , $$
#
# so $\pi_k = N_k / \lambda$, and summing over $k$ gives $\lambda = N$. (The $r_{nk}$ inside $N_k$
# depend on the weights themselves. The M-step holds them **fixed**, at the values of the E-step.
# For these it gives the best weights; for the log-likelihood as such they are one step in the
# right direction, as you will see below.)
#
# **By hand.** The columns of `responsibilities_tiny` sum to $N_1 = 1.5$ and $N_2 = 1.5$, and
# $N = 3$, so both weights are 0.5.
#
# ### Exercise 1: `update_weights` (2 points)
#
# - **In:** `responsibilities` of shape `(N, K)`.
# - **Out:** the new weights, shape `(K,)`.


# %% exercise="update_weights"
def update_weights(responsibilities):
    """Return the share of the samples that each component accounts for."""
    ### BEGIN SOLUTION
    return responsibilities.mean(axis=0)
    ### END SOLUTION


# %% check="update_weights"
check(update_weights)

# %% [markdown]
# One step in the right direction: let us update the weights again and again, each time with new
# responsibilities, and leave the means and covariances of the start as they are.

# %% tags=["nbval-check-output"]
weights = start.weights
for n_updates in range(1001):
    if n_updates in (0, 1, 2, 10, 100, 1000):
        nll = gmm.negative_log_likelihood(X, weights, start.means, start.covariances)
        print(f"after {n_updates:4d} updates of the weights: NLL {nll:.1f}")
    weights = gmm.update_weights(gmm.e_step(X, weights, start.means, start.covariances))

# %% [markdown]
# The first update brings the NLL from 5762.1 to 5752.7; the best weights for these means and
# covariances have 5721.5. EM does not wait for them. It takes one step, and goes on to the means.
#
# ## 3.3 Means
#
# Where does the rule for the means come from? We want the gradient of the log-likelihood
# $\mathcal{L} = \sum_n \log \sum_j \pi_j \, \mathcal{N}(x_n \mid \mu_j, \Sigma_j)$ with respect
# to $\mu_k$ to be zero. By the chain rule, and with
# $\nabla_{\mu_k} \mathcal{N}(x_n \mid \mu_k, \Sigma_k)
# = \mathcal{N}(x_n \mid \mu_k, \Sigma_k)\, \Sigma_k^{-1} (x_n - \mu_k)$,
#
# $$
# \nabla_{\mu_k} \mathcal{L}
# = \sum_{n=1}^N
# \underbrace{\frac{\pi_k\, \mathcal{N}(x_n \mid \mu_k, \Sigma_k)}
# {\sum_j \pi_j\, \mathcal{N}(x_n \mid \mu_j, \Sigma_j)}}_{r_{nk}}
# \, \Sigma_k^{-1} (x_n - \mu_k) = 0 .
# $$
#
# The responsibilities appear of their own accord. Multiply by $\Sigma_k$, and hold the
# $r_{nk}$ fixed while solving for $\mu_k$:
#
# $$ \mu_k^{\text{new}} = \frac{1}{N_k} \sum_{n=1}^N r_{nk}\, x_n , $$
#
# an average in which each sample is weighted by its responsibility. (The $r_{nk}$ depend on
# $\mu_k$, too, so here as well one step is not enough, and EM has to iterate.)
#
# **By hand.** $\mu_1 = (1 \cdot 0 + 0.5 \cdot 2 + 0 \cdot 4) / 1.5 = 0.667$ and
# $\mu_2 = (0 \cdot 0 + 0.5 \cdot 2 + 1 \cdot 4) / 1.5 = 3.333$.
#
# ### Exercise 2: `update_means` (3 points)
#
# - **In:** `X` of shape `(N, D)`; `responsibilities` of shape `(N, K)`.
# - **Out:** the new means, shape `(K, D)`, one row per component.


# %% exercise="update_means"
def update_means(X, responsibilities):
    """Return the mean of the samples, weighted by each component's responsibilities."""
    ### BEGIN SOLUTION
    counts = responsibilities.sum(axis=0)
    return responsibilities.T @ X / counts[:, None]
    ### END SOLUTION


# %% check="update_means"
check(update_means)

# %% [markdown]
# ## 3.4 Covariances
#
# Now the same calculation for $\Sigma_k$. It is easiest in terms of the inverse
# $\Lambda = \Sigma_k^{-1}$, since
# $\log \mathcal{N} = \frac12 \log\det \Lambda - \frac12 (x_n - \mu_k)^\top \Lambda
# (x_n - \mu_k) + \text{const}$. The derivative of $\log\det\Lambda$ is
# $\Lambda^{-1} = \Sigma_k$, and that of $v^\top \Lambda v$ is $v v^\top$:
#
# $$ \nabla_{\Lambda} \mathcal{L} = \frac12 \sum_{n=1}^N r_{nk}
# \left( \Sigma_k - (x_n - \mu_k)(x_n - \mu_k)^\top \right) = 0 . $$
#
# Again the responsibilities appear, and solving for $\Sigma_k$ gives the weighted spread
# around the mean:
#
# $$ \Sigma_k^{\text{new}} = \frac{1}{N_k} \sum_{n=1}^N r_{nk}
# \,(x_n - \mu_k^{\text{new}})(x_n - \mu_k^{\text{new}})^\top . $$
#
# **By hand.** Around $\mu_1 = 0.667$: $\Sigma_1 = (1 \cdot 0.667^2 + 0.5 \cdot 1.333^2) / 1.5
# = (0.444 + 0.889) / 1.5 = 0.889$, and by symmetry $\Sigma_2 = 0.889$.
#
# ### Exercise 3: `update_covariances` (5 points)
#
# - **In:** `X` of shape `(N, D)`; `responsibilities` of shape `(N, K)`; `means` of shape
#   `(K, D)`, the *new* means.
# - **Out:** the new covariances, shape `(K, D, D)`, for any `D`.


# %% exercise="update_covariances"
def update_covariances(X, responsibilities, means):
    """Return the responsibility-weighted covariance around each of the new means."""
    ### BEGIN SOLUTION
    counts = responsibilities.sum(axis=0)
    covariances = []
    for k in range(len(means)):
        centred = X - means[k]
        weighted = responsibilities[:, k, None] * centred
        covariances.append(weighted.T @ centred / counts[k])
    return np.array(covariances)
    ### END SOLUTION


# %% check="update_covariances"
check(update_covariances)

# %% [markdown]
# The helper `gmm.m_step` does all three updates at once. On the tiny data set it returns what
# we computed by hand:

# %% tags=["nbval-check-output"]
tiny = gmm.m_step(X_tiny, responsibilities_tiny)
print("weights:", tiny.weights)
print("means:", tiny.means.ravel().round(3))
print("covariances:", tiny.covariances.ravel().round(3))

# %% [markdown]
# ## 3.5 Two identities that need no answer key
#
# Whatever the responsibilities are, as long as their rows sum to one, the mixture after an
# M-step has the mean and the second moment of the *data*:
#
# $$
# \text{(I1)}\quad \sum_k \pi_k \mu_k = \frac1N \sum_n x_n
# \qquad\qquad
# \text{(I2)}\quad \sum_k \pi_k \left(\Sigma_k + \mu_k \mu_k^\top\right)
# = \frac1N \sum_n x_n x_n^\top .
# $$
#
# I1 takes one line: $\sum_k \frac{N_k}{N} \cdot \frac{1}{N_k} \sum_n r_{nk} x_n
# = \frac1N \sum_n x_n \sum_k r_{nk} = \frac1N \sum_n x_n$. For I2, expand
# $\Sigma_k + \mu_k\mu_k^\top = \frac{1}{N_k}\sum_n r_{nk}\, x_n x_n^\top$ and do the same.
#
# So you can test your three updates together without knowing the right result. (The identities
# are about the mixture as a whole: updates that divide the data wrongly between the components
# may still satisfy both. The checks above catch those.)

# %% tags=["nbval-check-output"]
responsibilities = gmm.e_step(X, *start)
check_moments(X, responsibilities, update_weights, update_means, update_covariances)

# %% [markdown]
# ### Why the *new* means
#
# It is tempting to use the means we already have, the old ones. But the spread around any
# other point $m$ is larger than the spread around the weighted mean, by a known amount:
#
# $$ \frac{1}{N_k}\sum_n r_{nk}(x_n - m)(x_n - m)^\top
# = \Sigma_k^{\text{new}} + (\mu_k^{\text{new}} - m)(\mu_k^{\text{new}} - m)^\top . $$
#
# With the old means, every covariance is too wide by the square of the step that the mean has
# just taken. Near convergence the steps vanish and the mistake hides: EM with the old means ends at
# the same NLL, 2295.07, and on these data the NLL even falls in every iteration. I2 reveals the
# mistake at once:

# %% tags=["nbval-check-output"]
weights = gmm.update_weights(responsibilities)
means = gmm.update_means(X, responsibilities)
for name, centre in (("new means", means), ("old means", start.means)):
    covariances = gmm.update_covariances(X, responsibilities, centre)
    gap_1, gap_2 = gmm.moment_gaps(X, weights, means, covariances)
    print(f"{name}: I1 holds: {gap_1 < 1e-9}, I2 holds: {gap_2 < 1e-9} (gap {gap_2:.2f})")

# %% [markdown]
# ## 3.6 One E-step and one M-step, seen separately
#
# Neither step alone looks like much: the E-step changes only the colours, the M-step changes
# only the ellipses. And yet the first M-step alone brings the NLL from 5762.1 to 2583.7.

# %%
updated = gmm.m_step(X, responsibilities)

fig, panels = new_figure(3, height=3.2)
for ax, mixture, title in zip(
    panels, (start, start, updated), ("start", "after the E-step", "after the M-step"), strict=True
):
    frame(ax, X)
    if mixture is start and title == "start":
        plot_data(ax, X)
    else:
        plot_responsibilities(ax, X, responsibilities)
    plot_ellipses(ax, mixture)
    ax.set_title(f"{title}: NLL {gmm.negative_log_likelihood(X, *mixture):.1f}")
legend_below(panels[1])
show(
    fig,
    alt="Three panels. Start: grey samples, three circles near the origin, NLL 5762. After "
    "the E-step the samples have colours, the ellipses have not moved. After the M-step the "
    "ellipses have spread over the samples they are responsible for; NLL 2584.",
)

# %% [markdown]
# Now step by step. Click on the picture, then take half-steps with the arrow keys → and ←. The
# NLL depends only on the parameters, so it changes only at an M-step.
#
# The dashed line is a bound that also depends on the responsibilities. You can see
# it touch the NLL after every E-step and lie above it after every M-step. The M-step minimises the
# bound; the E-step makes it touch again. That is why the NLL can only fall.

# %%
from gmm_helpers.explorer import EMExplorer

EMExplorer(max_iter=30, controls=["layers"], show=["ellipses", "bound"], half_step=2)

# %% [markdown]
# ## 3.7 From hard to soft to uniform
#
# What if the responsibilities were sharper, or blunter? Raise them to a power $\beta$ and
# normalise: $r_{nk}^\beta / \sum_j r_{nj}^\beta$. With $\beta = 1$ this is Bayes' rule. With
# $\beta \to \infty$ each sample goes entirely to its most probable component (hard labels, as
# in k-means). With $\beta = 0$ every component is equally responsible for every sample.
#
# Where groups are far apart, this hardly matters: responsibilities near 0 and 1 stay there. So
# here we use the data set "overlapping". After EM has converged, three quarters of its samples
# have no responsibility above 0.9.
#
# The slider shows the result of the M-step that follows. Things to look for:
#
# - From $\beta = 1$ to $\infty$ the ellipses shrink and move apart: each component keeps the
#   samples for which it is the most responsible, and loses its part of the others.
# - Below 1 they grow and move together, and at $\beta = 0$ all components are identical.
# - In both directions the NLL rises. With $\beta = 1$ it is smallest: EM had converged.

# %%
X_overlapping = gmm.load_dataset("overlapping").X
fitted = gmm.fit_restarts(X_overlapping, 3, n_init=5, seed=0, max_iter=1000).best.params[-1]
posterior = gmm.e_step(X_overlapping, *fitted)


def sharpened(responsibilities, exponent):
    """Raise to the power 2**exponent; the ends stand for uniform and for hard."""
    if exponent <= -5:
        return np.full_like(responsibilities, 1 / responsibilities.shape[1]), "uniform, β = 0"
    if exponent >= 5:
        hard = np.eye(responsibilities.shape[1])[responsibilities.argmax(axis=1)]
        return hard, "hard, β = ∞"
    powers = responsibilities ** (2.0**exponent)
    return powers / powers.sum(axis=1, keepdims=True), f"β = {2.0**exponent:.2g}"


def draw_sharpened(ax, exponent):
    changed, name = sharpened(posterior, exponent)
    mixture = gmm.m_step(X_overlapping, changed)
    plot_responsibilities(frame(ax, X_overlapping), X_overlapping, changed)
    plot_ellipses(ax, mixture)
    legend_below(ax)
    nll = gmm.negative_log_likelihood(X_overlapping, *mixture)
    return f"Responsibilities {name}. NLL after the M-step: {nll:.1f}."


SliderFigure(
    draw_sharpened,
    shows="600 samples, coloured by the changed responsibilities, with the ellipses that follow.",
    exponent=real_slider("uniform to hard (log2 β)", -5.0, 5.0, value=0.0, step=0.5),
)

# %% [markdown]
# ## 3.8 Written questions
#
# **Question 1 (2 points).** All components start with the same mean, the same covariance and
# the same weight. What are the responsibilities, what does the M-step return, and what
# follows for EM?

# %% [markdown] question="question_equal_start" points=2
# All components have the same density everywhere, so every responsibility is $1/K$. The M-step
# then gives every component weight $1/K$, the mean of all the data and the covariance of all
# the data: once again, all components are the same. Nothing can ever tell them apart, and EM
# stays there for ever, at a stationary point that is not a minimum of the NLL (unless a single
# Gaussian is the best fit). The start must break the symmetry.

# %% [markdown]
# **Question 2 (2 points).** Someone divides by $N_k - 1$ in the covariance, as for an
# unbiased estimate. Which of I1 and I2 fails, in which direction, and why is $N_k$ right
# here?

# %% [markdown] question="question_bessel" points=2
# I1 does not contain the covariances and still holds. I2 fails: the covariances become too
# large, by a factor of $N_k / (N_k - 1)$. The M-step maximises the likelihood, and the
# maximum-likelihood covariance divides by the (effective) count. $N_k$ also need not be above
# one, so $N_k - 1$ may even be negative.

# %% [markdown]
# ## Where you stand
#
# The exercises of this chapter, as of your last check.

# %%
progress()

# %% [markdown]
# ## Summary
#
# - The M-step counts, averages and measures spread, with each sample weighted by its
#   responsibilities.
# - The updates make the gradient of the log-likelihood vanish, with the responsibilities held
#   fixed.
# - The covariance is taken around the *new* mean. I1 and I2 hold after every correct M-step.
#
# **Next:** [`04_convergence`](04_convergence.ipynb) puts both steps into a loop.
#
# **Further reading**
#
# - *Mathematics for Machine Learning*, sections 11.2.2 to 11.2.4, where all three updates
#   are derived.
# - C. M. Bishop, *Pattern Recognition and Machine Learning*, section 9.2.2.
