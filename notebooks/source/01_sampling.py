# %% [markdown]
# # 1. Sampling: where the data come from
#
# **What you will do.** Draw data from a mixture of Gaussians, compute how probable each sample
# is, and see why this calls for logarithms.
#
# **What you will learn**
#
# - what a Gaussian mixture model says about data, as a formula and as a recipe;
# - why "the same number of samples from each component" is *not* a sample from a mixture whose
#   weights differ;
# - how to compute a log-density that does not underflow.
#
# **What you need.** The mean and covariance of a multivariate normal; matrix products in
# NumPy. About 60 minutes. Three exercises, 10 points, and two written questions, 4 points.
#
# *How the exercises work.* You complete a function, run its cell, then run the check below it.
# The check tries your function on many cases and tells you which mistake it found. Each case is
# worth part of the points, once a quarter of them are right; where underflow is the lesson,
# samples far away are worth a third of the points. A check never stops the notebook. If you are
# stuck, call `hint("sample_gmm")`, as often as you like: each call helps a little more. Later
# cells use tested helpers, called `gmm.something`, so you can carry on even if you have not
# finished an exercise.

# %%
import numpy as np

import gmm_helpers as gmm
from gmm_helpers.checks import check, hint, progress
from gmm_helpers.drawing import (
    SliderFigure,
    frame,
    integer_slider,
    legend_below,
    new_figure,
    plot_data,
    plot_density,
    plot_ellipses,
    real_slider,
    show,
)

# %% [markdown]
# ## 1.1 The model
#
# Real data often fall into several groups: two species, several speakers, different kinds of
# stars. A single Gaussian cannot show them, but a *weighted sum* of $K$ Gaussians can. Each
# Gaussian is a **component**, and the density of a sample $x \in \mathbb{R}^D$ is
#
# $$
# p(x) = \sum_{k=1}^{K} \pi_k \, \mathcal{N}(x \mid \mu_k, \Sigma_k),
# \qquad \pi_k \ge 0, \quad \sum_{k=1}^{K} \pi_k = 1 .
# $$
#
# | symbol | meaning | in code | shape |
# |---|---|---|---|
# | $\pi_k$ | weight: how often component $k$ is used | `weights` | `(K,)` |
# | $\mu_k$ | mean: where it sits | `means` | `(K, D)` |
# | $\Sigma_k$ | covariance: its size, shape and direction | `covariances` | `(K, D, D)` |
# | $x_1, \dots, x_N$ | the data, one row per sample | `X` | `(N, D)` |
#
# Formulas count components from 1, Python counts them from 0: `means[0]` is $\mu_1$.
#
# Throughout the course we use this mixture of three Gaussians in the plane:

# %% tags=["nbval-check-output"]
params = gmm.course_params()
print("weights:", params.weights)
print("means:\n", params.means)
print("covariances[0]:\n", params.covariances[0])

# %% [markdown]
# The three arrays travel together as one tuple, so `f(X, *params)` is short for
# `f(X, params.weights, params.means, params.covariances)`.
#
# ## 1.2 Ancestral sampling
#
# The formula can be read as a recipe with two steps. For every sample, independently:
#
# 1. **choose a component**: $z_n = k$ with probability $\pi_k$ (roll a loaded die);
# 2. **draw from it**: $x_n \sim \mathcal{N}(\mu_{z_n}, \Sigma_{z_n})$.
#
# This is called *ancestral* sampling, because the parent $z_n$ is drawn before its child
# $x_n$. The number $z_n$ is the sample's **label**.
#
# How do we draw from $\mathcal{N}(\mu, \Sigma)$? Take standard normal noise $\varepsilon$ and
# a matrix $L$ with $L L^\top = \Sigma$, such as the Cholesky factor; then
#
# $$ x = \mu + L \varepsilon \qquad\text{has mean } \mu \text{ and covariance }
# L \,\mathbb{E}[\varepsilon \varepsilon^\top]\, L^\top = L L^\top = \Sigma . $$
#
# **By hand.** For $\Sigma = \begin{pmatrix} 4 & 2 \\ 2 & 2 \end{pmatrix}$ the factor is
# $L = \begin{pmatrix} 2 & 0 \\ 1 & 1 \end{pmatrix}$ (multiply it out!). With
# $\mu = (10, 10)$ and the noise $\varepsilon = (1, -1)$ we get
# $x = (10, 10) + (2 \cdot 1,\; 1 \cdot 1 - 1 \cdot 1) = (12, 10)$.
#
# ### Exercise 1: `sample_gmm` (4 points)
#
# - **In:** `weights`, `means`, `covariances` as in the table; `n_samples`, an int; `rng`, a
#   `numpy.random.Generator`. Take *all* randomness from `rng`, so that the same seed gives
#   the same data.
# - **Out:** `X` of shape `(n_samples, D)`, and `labels` of shape `(n_samples,)`, whole numbers
#   from 0 to K - 1; `labels[n]` is the component that `X[n]` came from.
#
# Useful: `rng.choice(K, size=..., p=...)`, `rng.multivariate_normal(mean, covariance)`,
# `rng.standard_normal(shape)`, `np.linalg.cholesky`.


# %% exercise="sample_gmm"
def sample_gmm(weights, means, covariances, n_samples, rng):
    """Draw samples from a Gaussian mixture; return X and labels."""
    ### BEGIN SOLUTION
    n_components, n_features = means.shape
    labels = rng.choice(n_components, size=n_samples, p=weights)
    noise = rng.standard_normal((n_samples, n_features))
    factors = np.linalg.cholesky(covariances)
    X = means[labels] + np.einsum("nij,nj->ni", factors[labels], noise)
    return X, labels
    ### END SOLUTION


# %% check="sample_gmm"
check(sample_gmm)

# %% [markdown]
# Here are 600 samples. The ellipses are the components, at one and two standard deviations;
# the grey lines are contours of the *mixture*. Note how the mixture follows the component on the
# left, which stands almost alone, and merges the other two, which overlap.

# %%
X, labels = gmm.sample_gmm(*params, n_samples=600, rng=3)

fig, (left, right) = new_figure(2, height=4.0)
plot_data(frame(left, X), X, labels)
plot_ellipses(left, params)
left.set_title("components")
plot_data(frame(right, X), X)
plot_density(right, params)
right.set_title("mixture")
legend_below(left)
show(
    fig,
    alt="Left: 600 samples in three groups, of which the middle and the right one overlap, "
    "coloured by component, with ellipses. "
    "Right: the same samples in grey under the contours of the mixture density.",
)

# %% [markdown]
# ## 1.3 The same number from each component: a tempting mistake
#
# It is easy to write a loop that draws 200 samples from each component and stacks them. The
# notebook that this course grew out of does so, and the picture looks fine. But the first step of
# the recipe is missing: the weights were never used. Compare them with the **share** of each
# component, the fraction of the samples that came from it:

# %% tags=["nbval-check-output"]
X_equal, labels_equal = gmm.sample_equal_counts(*params, n_per_component=200, rng=3)

print("weights of the model:  ", params.weights)
print("shares, ancestral:     ", (np.bincount(labels) / 600).round(3))
print("shares, equal counts:  ", (np.bincount(labels_equal) / 600).round(3))

# %% [markdown]
# Under ancestral sampling the shares are near the weights, but not equal to them: each label was
# drawn by chance. With 600 samples the standard deviation of a share is about 0.02. With
# equal counts all shares are 1/3, whatever the weights are.

# %%
fig, (left, right) = new_figure(2, height=4.0)
for ax, data, origin, title in (
    (left, X, labels, "ancestral sampling"),
    (right, X_equal, labels_equal, "equal counts"),
):
    plot_data(frame(ax, np.vstack([X, X_equal])), data, origin)
    ax.set_title(title)
legend_below(left)
show(
    fig,
    alt="Two scatter plots of 600 samples. Under ancestral sampling the right group is the "
    "largest; with equal counts all three groups have 200 samples.",
)

# %% [markdown]
# Why does it matter? In chapter 4 we *fit* a mixture to data with EM and compare the result
# with the truth. EM sees nothing but `X`. From the equal counts it finds weights near 1/3
# each, and someone who expects 0.3, 0.2, 0.5 would conclude that EM is wrong. EM is right: it
# describes the data it was given. Here is a preview, with EM as a black box that starts on
# random samples and knows nothing about our mixture. (It numbers its components in an order of
# its own, so `gmm.match_components` first puts them in ours.)

# %% tags=["nbval-check-output"]
for name, data in (("ancestral", X), ("equal counts", X_equal)):
    fitted = gmm.fit(data, gmm.random_points_start(data, 3, rng=0)).params[-1]
    fitted = fitted.permuted(gmm.match_components(fitted, params))
    print(f"{name:13s} weights found by EM: {fitted.weights.round(3)}")

# %% [markdown]
# EM finds the shares of *these* data, or nearly so, and not the weights of the model. In the
# ancestral data it finds 0.310 where the share is 0.307: it does not see the labels, and where two
# groups overlap it can only guess which sample came from which component.
#
# ## 1.4 How probable is a sample?
#
# To fit a model we must measure how well it explains the data. For that we need the density,
# or rather its logarithm, for a reason we shall see soon. For one Gaussian
#
# $$
# \log \mathcal{N}(x \mid \mu, \Sigma) = -\tfrac12 \Big(
# \underbrace{D \log 2\pi}_{\text{normalisation}}
# + \underbrace{\log\det\Sigma}_{\text{size}}
# + \underbrace{(x-\mu)^\top \Sigma^{-1} (x-\mu)}_{\text{squared distance}} \Big).
# $$
#
# The last term is the squared **Mahalanobis distance**: the distance from the mean, measured
# in standard deviations in that direction.
#
# With the Cholesky factor $L$ you need neither an inverse nor a determinant. Solve
# $L z = x - \mu$ for $z$; then $z^\top z = (x-\mu)^\top L^{-\top} L^{-1} (x-\mu)$ is the
# squared distance, because $\Sigma^{-1} = L^{-\top} L^{-1}$. Since the determinant of a
# triangular matrix is the product of its diagonal, $\log\det\Sigma = 2 \sum_i \log L_{ii}$.
#
# **By hand.** $D = 1$, $\mu = 0$, $\Sigma = 4$, $x = 2$: the distance is one standard
# deviation, so $\log\mathcal{N} = -\frac12(\log 2\pi + \log 4 + 1) =
# -\frac12 (1.838 + 1.386 + 1) = -2.112$.
#
# ### Exercise 2: `gaussian_log_density` (3 points)
#
# - **In:** `X` of shape `(N, D)`; `mean` of shape `(D,)`; `covariance` of shape `(D, D)`.
# - **Out:** the log-density of each row, shape `(N,)`.
#
# It must work for any `D`, and for samples so far away that the density itself would be zero
# in floating point.


# %% exercise="gaussian_log_density"
def gaussian_log_density(X, mean, covariance):
    """Return log N(x_n | mean, covariance) for each row x_n of X."""
    ### BEGIN SOLUTION
    factor = np.linalg.cholesky(covariance)
    z = np.linalg.solve(factor, (X - mean).T)
    log_det = 2 * np.log(np.diag(factor)).sum()
    return -0.5 * (X.shape[1] * np.log(2 * np.pi) + log_det + (z**2).sum(axis=0))
    ### END SOLUTION


# %% check="gaussian_log_density"
check(gaussian_log_density)

# %% [markdown]
# ## 1.5 Underflow, and the cure
#
# The mixture's log-density is the logarithm of a sum,
#
# $$ \log p(x) = \log \sum_k \pi_k \mathcal{N}(x \mid \mu_k, \Sigma_k)
# = \log \sum_k e^{a_k}, \qquad a_k = \log\pi_k + \log\mathcal{N}(x \mid \mu_k, \Sigma_k). $$
#
# Let us compute it as written: exponentiate, add, take the logarithm.


# %% tags=["nbval-check-output"]
def naive_log_density(X, weights, means, covariances):
    density = np.exp(gmm.component_log_prob(X, means, covariances)) @ weights
    with np.errstate(divide="ignore"):  # we want to see what log(0) does
        return np.log(density)


for distance in (1.0, 10.0, 40.0, 80.0):
    x = np.array([[1.2, 0.4 + distance]])
    print(f"distance {distance:4.0f}: log p(x) = {naive_log_density(x, *params)[0]:.1f}")

# %% [markdown]
# At a distance of 80 the density is about $e^{-1256}$, far below the smallest positive
# floating-point number (about $e^{-744}$). It **underflows** to zero, and $\log 0 = -\infty$:
# a single distant sample is enough to lose the likelihood of the whole data set.
#
# The cure is the **log-sum-exp** trick: subtract the maximum before exponentiating, and add it
# back at the end:
#
# $$ \log \sum_k e^{a_k} = m + \log \sum_k e^{a_k - m}, \qquad m = \max_k a_k . $$
#
# Now the largest exponential is $e^0 = 1$: nothing overflows, and any term that underflows is
# too small to matter.
#
# **By hand.** $a = (-1000, -1001)$: $m = -1000$ and
# $\log\sum_k e^{a_k} = -1000 + \log(1 + e^{-1}) = -1000 + 0.313 = -999.687$.
#
# ### Exercise 3: `mixture_log_density` (3 points)
#
# - **In:** `X` of shape `(N, D)`, `weights`, `means`, `covariances`.
# - **Out:** $\log p(x_n)$ of each row, shape `(N,)`, without underflow.
#
# Use your own `gaussian_log_density`, or the helper `gmm.component_log_prob(X, means,
# covariances)`, which returns $\log\mathcal{N}(x_n \mid \mu_k, \Sigma_k)$ for all samples
# and components, shape `(N, K)`.


# %% exercise="mixture_log_density"
def mixture_log_density(X, weights, means, covariances):
    """Return log p(x_n) under the mixture for each row x_n of X."""
    ### BEGIN SOLUTION
    a = np.log(weights) + gmm.component_log_prob(X, means, covariances)
    m = a.max(axis=1)
    return m + np.log(np.exp(a - m[:, None]).sum(axis=1))
    ### END SOLUTION


# %% check="mixture_log_density"
check(mixture_log_density)

# %% [markdown]
# Let us walk away from the first mean along a straight line and compare the two methods. In the
# picture the naive curve simply *ends*, just before a distance of 61. (It begins to lose digits a
# little earlier, at 59.4. There the density falls below $e^{-708}$, and floating-point numbers as
# small as that have fewer and fewer digits.)

# %%
distances = np.linspace(0, 80, 161)
line = np.column_stack([np.full_like(distances, 1.2), 0.4 + distances])

fig, ax = new_figure(height=3.6)
ax.plot(distances, gmm.mixture_log_density(line, *params), "-", label="log-sum-exp")
ax.plot(
    distances, naive_log_density(line, *params), "--", lw=3, label="naive: ends in minus infinity"
)
ax.set(xlabel="distance from the first mean", ylabel="log p(x)")
ax.legend()
show(
    fig,
    alt="Log-density against distance. Both curves fall together; the naive one breaks off "
    "just before a distance of 61, the one by log-sum-exp goes on falling.",
)

# %% [markdown]
# ## 1.6 Play with the model
#
# Each time you move a slider, the sample is drawn again, with the seed that you choose. Things to
# try:
#
# - Raise the weight of component 0 to 1. Where have the other components gone?
# - With 50 samples, change the seed. How far are the shares from the weights? And with 2000?
# - Rotate the covariance of component 2. Which of its properties stay the same?


# %%
def rotated(covariance, degrees):
    """Turn a covariance in the plane: R Sigma R^T."""
    angle = np.radians(degrees)
    rotation = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    return rotation @ covariance @ rotation.T


def with_first_weight(weights, first):
    """Set the first weight, and scale the others so that all sum to one."""
    rest = weights[1:] / weights[1:].sum() * (1 - first)
    return np.array([first, *rest])


# %%
def draw_sample(ax, n_samples, seed, weight, rotation):
    covariances = params.covariances.copy()
    covariances[2] = rotated(covariances[2], rotation)
    model = gmm.GMMParams(with_first_weight(params.weights, weight), params.means, covariances)
    data, origin = gmm.sample_gmm(*model, n_samples, rng=seed)
    ax.set(xlim=(-9, 9), ylim=(-6, 6), xlabel="$x_1$", ylabel="$x_2$", aspect="equal")
    plot_data(ax, data, origin, n_components=3)
    plot_ellipses(ax, model)
    plot_density(ax, model)
    legend_below(ax)
    shares = np.bincount(origin, minlength=3) / n_samples
    return f"Weights {model.weights.round(2)}, shares in this sample {shares.round(2)}."


SliderFigure(
    draw_sample,
    shows="Samples coloured by component, with ellipses and the contours of the mixture.",
    n_samples=integer_slider("number of samples", 50, 2000, value=600, step=50),
    seed=integer_slider("seed", 0, 19, value=3),
    weight=real_slider("weight of component 0", 0.0, 1.0, value=0.3, step=0.05),
    rotation=integer_slider("rotation of component 2 (°)", 0, 180, value=0, step=5),
)

# %% [markdown]
# ## 1.7 Written questions
#
# **Question 1 (2 points).** A colleague draws 200 samples from each of the three components,
# runs EM, finds weights near 1/3, and reports a bug in EM. Explain in two or three sentences
# what is wrong, and name one question about the population that such data can't answer.

# %% [markdown] question="question_equal_counts" points=2
# The data were not drawn from the mixture: the number of samples of each component was fixed
# by design, so the share of each component in the data is 1/3 whatever the weights are. EM
# describes the data, and rightly finds weights near 1/3. Such data can't tell us how frequent
# each group is in the population (the weights); they can still tell us where each group sits and
# how it is spread.

# %% [markdown]
# **Question 2 (2 points).** A log-density can be positive. Give an example, and explain why
# this does not contradict the fact that probabilities are at most one.

# %% [markdown] question="question_positive_log_density" points=2
# A Gaussian in one dimension with standard deviation 0.01 has density
# $1/(0.01\sqrt{2\pi}) \approx 40$ at its mean, a log-density of about 3.7. A density is not a
# probability but a probability per unit of length (or area, ...): only its integral over a
# region is a probability, and that is at most one. In other units the density changes; the
# probability does not.

# %% [markdown]
# ## Where you stand
#
# The exercises of this chapter, as of your last check. (Your instructor will read and grade your
# written answers.)

# %%
progress()

# %% [markdown]
# ## Summary
#
# - A Gaussian mixture is a weighted sum of Gaussians; to sample from it, first choose a
#   component, then draw from that component.
# - The weights decide the *choice* of the component. Drawing equal counts throws them away.
# - Densities far from all components underflow. Work with logarithms, and add densities with
#   log-sum-exp.
#
# **Next:** in [`02_e_step`](02_e_step.ipynb) the labels are taken away, and we ask which
# component each sample came from.
#
# **Further reading**
#
# - M. P. Deisenroth, A. A. Faisal, C. S. Ong, *Mathematics for Machine Learning*, sections
#   11.1 (the model) and 6.5 (Gaussians).
# - C. M. Bishop, *Pattern Recognition and Machine Learning*, sections 2.3.9 and 9.2.
# - N. J. Higham, *What is the log-sum-exp function?*
