# %% [markdown]
# # 2. The E-step: who made this point?
#
# **What you will do.** Take away the labels, measure how well a set of parameters explains the
# data, and compute how responsible each component is for each sample.
#
# **What you will learn**
#
# - what is hidden in a mixture model, and why the likelihood is hard to maximise directly;
# - the negative log-likelihood (NLL), the number that EM makes smaller;
# - responsibilities: Bayes' rule, applied to every sample.
#
# **What you need.** Chapter 1: the mixture density and log-sum-exp. Bayes' rule. About 60
# minutes. Three exercises, 10 points, and two written questions, 4 points.

# %%
import numpy as np

import gmm_helpers as gmm
from gmm_helpers.checks import check, hint, progress
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

# %% [markdown]
# ## 2.1 What is hidden
#
# In chapter 1 we drew the data, so we knew the label of each sample: the component it came
# from. Real data come without labels. The label $z_n$ is a **latent** (hidden) variable.
#
# We use the data of the notebook that this course grew out of: 200 samples from each component
# of our mixture. As we saw in chapter 1, such data know nothing of the weights 0.3, 0.2, 0.5. So
# from here on **the truth** is the mixture that describes how these data arose: means and
# covariances as before, and weights of 1/3 each.

# %%
data = gmm.course_original()
X = data.X
truth = gmm.GMMParams(np.full(3, 1 / 3), data.params.means, data.params.covariances)

fig, (left, right) = new_figure(2, height=4.0)
plot_data(frame(left, X), X, data.labels)
left.set_title("what we know, having drawn the data")
legend_below(left)
plot_data(frame(right, X), X)
right.set_title("what EM gets to see")
show(
    fig,
    alt="The same 600 samples twice: on the left coloured and marked by their component, on "
    "the right all in grey.",
)

# %% [markdown]
# If we knew the labels, estimating the parameters would be easy: the mean of the samples
# with label 0, their covariance, their share of the data, and so on. If we knew the parameters,
# guessing the labels would be easy too. We know neither. EM breaks the circle by taking turns:
#
# - **E-step**: given parameters, work out the labels, as *probabilities*;
# - **M-step**: given those probabilities, work out the parameters (chapter 3).
#
# Something has to come first, so we start with a guess.
#
# ## 2.2 A starting guess
#
# It need not be a good guess. This one puts three round components near the origin, with equal
# weights:

# %% tags=["nbval-check-output"]
start = data.start
print("weights:", start.weights.round(3))
print("means:\n", start.means)
print("covariances[0]:\n", start.covariances[0])

# %%
fig, ax = new_figure(height=4)
plot_data(frame(ax, X), X)
plot_ellipses(ax, start)
legend_below(ax)
show(
    fig,
    alt="600 grey samples in three groups; the three components of the start lie almost on "
    "top of each other, as circles near the origin.",
)

# %% [markdown]
# ## 2.3 How well do these parameters explain the data?
#
# The samples are independent, so their joint density is a product, and its logarithm a sum. We
# change the sign, so that *smaller is better*, and call the result the **negative
# log-likelihood**:
#
# $$
# \mathrm{NLL} = -\log \prod_{n=1}^N p(x_n) = -\sum_{n=1}^N \log p(x_n)
# = -\sum_{n=1}^N \log \sum_{k=1}^K \pi_k \, \mathcal{N}(x_n \mid \mu_k, \Sigma_k) .
# $$
#
# The logarithm stands *outside* the sum over components and can't be moved inside. That is
# what makes mixtures hard: when we set the derivative to zero, the parameters of each
# component depend on those of all the others.
#
# **By hand.** Two samples with densities $p(x_1) = 0.1$ and $p(x_2) = 0.01$:
# $\mathrm{NLL} = -\log 0.1 - \log 0.01 = 2.303 + 4.605 = 6.908$.
#
# ### Exercise 1: `negative_log_likelihood` (3 points)
#
# - **In:** `X` of shape `(N, D)`, `weights` `(K,)`, `means` `(K, D)`, `covariances`
#   `(K, D, D)`.
# - **Out:** one number, the *total* over all samples (not the mean).
#
# The helper `gmm.mixture_log_density(X, weights, means, covariances)`, the function you wrote
# in chapter 1, returns $\log p(x_n)$ for all $n$.


# %% exercise="negative_log_likelihood"
def negative_log_likelihood(X, weights, means, covariances):
    """Return minus the log-likelihood of all samples together."""
    ### BEGIN SOLUTION
    return -gmm.mixture_log_density(X, weights, means, covariances).sum()
    ### END SOLUTION


# %% check="negative_log_likelihood"
check(negative_log_likelihood)

# %% [markdown]
# How far is the start from the truth? And what if we insist on the weights 0.3, 0.2, 0.5?

# %% tags=["nbval-check-output"]
print("NLL of the start:", round(gmm.negative_log_likelihood(X, *start), 6))
print("NLL of the truth:", round(gmm.negative_log_likelihood(X, *truth), 6))
print("with 0.3, 0.2, 0.5:", round(gmm.negative_log_likelihood(X, *data.params), 6))

# %% [markdown]
# The start is 3457 nats above the truth. The weights 0.3, 0.2, 0.5 cost 41 nats, although the means
# and covariances are the same: these data speak against them.
#
# ## 2.4 Bayes' rule
#
# Take one sample $x_n$. *Before* we look at it, component $k$ has probability $\pi_k$: the
# prior. Under component $k$ the sample has density $\mathcal{N}(x_n \mid \mu_k, \Sigma_k)$:
# the likelihood. Bayes' rule gives the probability *after* we have seen it:
#
# $$
# r_{nk} = p(z_n = k \mid x_n)
# = \frac{\overbrace{\pi_k}^{\text{prior}}\;
#         \overbrace{\mathcal{N}(x_n \mid \mu_k, \Sigma_k)}^{\text{likelihood}}}
#        {\underbrace{\textstyle\sum_{j=1}^K \pi_j \,
#         \mathcal{N}(x_n \mid \mu_j, \Sigma_j)}_{\text{evidence: the mixture density } p(x_n)}} .
# $$
#
# This is called the **responsibility** of component $k$ for sample $n$. A sample must come
# from *some* component, so each row of responsibilities sums to one: $\sum_k r_{nk} = 1$.
#
# **By hand.** Two components have densities 0.2 and 0.05 at $x$. With weights (0.5, 0.5) the
# products are 0.1 and 0.025, their sum is 0.125, and the responsibilities are (0.8, 0.2).
# With weights (0.2, 0.8) the products are 0.04 and 0.04: responsibilities (0.5, 0.5). The
# weights matter as much as the densities.
#
# In logarithms, which don't underflow, the product becomes a sum and the fraction a difference:
#
# $$ \log r_{nk} = a_{nk} - \log \sum_j e^{a_{nj}}, \qquad
# a_{nk} = \log\pi_k + \log\mathcal{N}(x_n \mid \mu_k, \Sigma_k) . $$
#
# We compute this in two steps: first $a_{nk}$, the logarithms of the numerators, for all
# samples and components; then the responsibilities.
#
# **By hand.** Weights (0.2, 0.8) and densities (0.2, 0.05): $a = (\log 0.2 + \log 0.2,\;
# \log 0.8 + \log 0.05) = (-3.219, -3.219)$, the logarithms of 0.04 and 0.04.
#
# ### Exercise 2: `weighted_log_prob` (2 points)
#
# - **In:** `X`, `weights`, `means`, `covariances`, as before.
# - **Out:** $a_{nk}$, the logarithm of weight times density, shape `(N, K)`.
#
# The helper `gmm.component_log_prob(X, means, covariances)` returns
# $\log\mathcal{N}(x_n \mid \mu_k, \Sigma_k)$, shape `(N, K)`.


# %% exercise="weighted_log_prob"
def weighted_log_prob(X, weights, means, covariances):
    """Return log(weight times density) of each component, for each row of X."""
    ### BEGIN SOLUTION
    return gmm.component_log_prob(X, means, covariances) + np.log(weights)
    ### END SOLUTION


# %% check="weighted_log_prob"
check(weighted_log_prob)

# %% [markdown]
# Now the second step. **By hand.** Take $a = (-3.219, -3.219)$ from above. Subtract the
# maximum, $-3.219$, which leaves $(0, 0)$; exponentiate, $(1, 1)$; divide by the sum,
# $(0.5, 0.5)$. Now take $a = (-1000, -1001)$, where both densities underflow. Subtract the
# maximum: $(0, -1)$; exponentiate: $(1, 0.368)$; divide by the sum, 1.368: $(0.731, 0.269)$.
#
# ### Exercise 3: `e_step` (5 points)
#
# - **In:** `X`, `weights`, `means`, `covariances`, as before.
# - **Out:** the responsibilities, shape `(N, K)`; each row sums to one.
#
# It must also be right for samples far from all components. Two helpers may be useful; both
# take the same four arguments: `gmm.weighted_log_prob`, which returns shape `(N, K)`, and
# `gmm.mixture_log_density`, which returns shape `(N,)`.


# %% exercise="e_step"
def e_step(X, weights, means, covariances):
    """Return the responsibility of each component for each row of X."""
    ### BEGIN SOLUTION
    numerator = gmm.weighted_log_prob(X, weights, means, covariances)
    evidence = gmm.mixture_log_density(X, weights, means, covariances)
    return np.exp(numerator - evidence[:, None])
    ### END SOLUTION


# %% check="e_step"
check(e_step)

# %% [markdown]
# ## 2.5 Seeing responsibilities
#
# Let us first read a few rows: the leftmost sample, one in the middle, and the rightmost. For the
# first, the start has a favourite, component 1. For the one in the middle all three components
# are about equally responsible.

# %% tags=["nbval-check-output"]
responsibilities = gmm.e_step(X, *start)
order = X[:, 0].argsort()
for n in order[[0, 300, 599]]:
    print(f"x = {X[n].round(2)}  responsibilities = {responsibilities[n].round(3)}")
print("smallest and largest row sum:", responsibilities.sum(axis=1).min().round(12), end=" ")
print(responsibilities.sum(axis=1).max().round(12))

# %% [markdown]
# A picture shows all samples at once: each is drawn in a **blend** of the components' colours,
# mixed in proportion to its responsibilities. A pure colour means certainty, a muddy one means
# doubt. On the left is the start, on the right the truth.

# %%
fig, panels = new_figure(2, height=4.0)
for ax, mixture, title in zip(panels, (start, truth), ("start", "truth"), strict=True):
    plot_responsibilities(frame(ax, X), X, gmm.e_step(X, *mixture))
    plot_ellipses(ax, mixture)
    ax.set_title(title)
legend_below(panels[0])
show(
    fig,
    alt="Left: under the start all samples have muddy blends, a little redder above and bluer "
    "below. Right: under the true parameters the three groups have pure colours, blended only "
    "where the middle and the right group overlap.",
)

# %% [markdown]
# ## 2.6 Play with the parameters
#
# We begin at the truth (its weight, 1/3, rounded to 0.33). Move the mean of component 0, change its
# weight, widen its covariance, and watch how the responsibilities and the NLL respond. Things to
# try:
#
# - Find the smallest NLL you can. Is it at the truth? (The answer is below.)
# - Give component 0 a weight of nearly 0. Which samples does it keep?
# - Make it very wide. Which samples of the other groups does it claim now, and why not those close
#   to the other two means?
#
# To watch *your own* function instead of the helper, replace `gmm.e_step` with `e_step` in the
# line that is marked, and run the cell again. If you change `e_step` later, it is enough to run its
# own cell: the slider takes the newest one at its next move.


# %%
def draw_e_step(ax, x, y, weight, width):
    weights = np.array([weight, (1 - weight) / 2, (1 - weight) / 2])
    means, covariances = truth.means.copy(), truth.covariances.copy()
    means[0] = x, y
    covariances[0] *= width**2
    moved = gmm.GMMParams(weights, means, covariances)
    responsibilities = np.asarray(gmm.e_step(X, *moved))  # <- yours: e_step
    plot_responsibilities(frame(ax, X), X, responsibilities)
    plot_ellipses(ax, moved)
    legend_below(ax)
    counts = responsibilities.sum(axis=0)
    nll = gmm.negative_log_likelihood(X, *moved)
    return f"NLL {nll:.1f}. Samples accounted for by components 0, 1, 2: {counts.round(1)}."


SliderFigure(
    draw_e_step,
    shows="600 samples, each in the blend of its responsibilities, with three ellipses.",
    x=real_slider("mean of component 0, x1", -8.0, 8.0, value=1.2, step=0.2),
    y=real_slider("mean of component 0, x2", -5.0, 5.0, value=0.4, step=0.2),
    weight=real_slider("weight of component 0", 0.01, 0.99, value=0.33, step=0.01),
    width=real_slider("width of component 0", 0.2, 5.0, value=1.0, step=0.05),
)

# %% [markdown]
# The numbers under the picture are the column sums $N_k = \sum_n r_{nk}$, the **effective
# counts**: how many samples each component accounts for. They need not be whole numbers, but
# they sum to $N$. Chapter 3 is built on them.
#
# And the smallest NLL? The sliders reach 2304.0, with a width of 0.95 and everything else where it
# was; the truth has 2305.2. So the best fit is close to the truth, but not at it: chance has made
# the middle group of these 600 samples a little tighter than its component. Whatever data we
# draw, some other parameters fit them better than the true ones do. EM, which moves everything at
# once, will get down to 2295.1.
#
# It is quicker with the mouse. Drag a mean in the next picture, and the colours follow. Where
# must you drag the mean of component 0 to make it lose all its samples?

# %%
from gmm_helpers.explorer import EMExplorer

EMExplorer(X, start=truth, max_iter=0, half_step=1, controls=["own"], show=["ellipses"])

# %% [markdown]
# ## 2.7 Written questions
#
# **Question 1 (2 points).** Someone normalises over the samples instead, so that each
# *column* of the responsibilities sums to one. Say in words what such a number would mean, and
# why it is not what the E-step needs.

# %% [markdown] question="question_columns" points=2
# Column $k$ would then be a distribution over samples: "if a sample is picked from component
# $k$, which one is it?". The E-step asks the other question: given this sample, which
# component did it come from? Every sample came from exactly one component, so the
# probabilities of the components must sum to one for each sample, that is, along each row.
# With columns normalised, all components would also account for the same number of samples
# (one), whatever the data.

# %% [markdown]
# **Question 2 (2 points).** A sample lies exactly between two components with the same
# covariance, and yet its responsibilities are (0.9, 0.1). How is that possible?

# %% [markdown] question="question_prior" points=2
# The densities of both components at the sample are equal, so they cancel in Bayes' rule, and
# only the weights remain: $r = (\pi_1, \pi_2) / (\pi_1 + \pi_2) = (0.9, 0.1)$. The first
# component is nine times as frequent, so a sample in the middle is nine times as likely to
# have come from it.

# %% [markdown]
# ## Where you stand
#
# The exercises of this chapter, as of your last check.

# %%
progress()

# %% [markdown]
# ## Summary
#
# - The labels are hidden. The NLL measures how well the parameters explain the data without
#   them.
# - The E-step computes responsibilities, the posterior probabilities of the labels, by
#   Bayes' rule: weight times density, divided by the sum over components.
# - Each *row* sums to one; the column sums are the effective counts $N_k$.
#
# **Next:** in [`03_m_step`](03_m_step.ipynb) the responsibilities give us new, better parameters.
#
# **Further reading**
#
# - *Mathematics for Machine Learning*, sections 11.2.1 (responsibilities) and 11.4 (the
#   latent-variable view).
# - C. M. Bishop, *Pattern Recognition and Machine Learning*, section 9.2.
