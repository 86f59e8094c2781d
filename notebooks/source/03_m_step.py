# %% [markdown] slide="slide" shown="1 2 4"
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
# **What you need.** Chapter 2: responsibilities. Gradients, for the folded derivations.
# About 125 minutes, in three parts: good places for a break after 45 and 85. Three exercises, 10
# points, and two written questions, 4 points.

# %%
import numpy as np

import gmm_helpers as gmm
from gmm_helpers.checks import check, check_moments, hint, progress, try_it, yours

data = gmm.course_original()
X, start = data.X, data.start
responsibilities = gmm.e_step(X, *start)

# %% folded=true
from matplotlib.collections import LineCollection

from gmm_helpers.checks import explain_moments
from gmm_helpers.drawing import (
    COLORS,
    GREY,
    MARKERS,
    SliderFigure,
    frame,
    integer_slider,
    legend_below,
    new_figure,
    plot_data,
    plot_ellipses,
    plot_responsibilities,
    real_slider,
    rgb,
    show,
)
from gmm_helpers.explorer import EMExplorer
from gmm_helpers.questions import ask, number, order, place, point, predict, right, slip, wrong

# %% [markdown]
# ## Five minutes from chapters 1 and 2
#
# Three questions on what this chapter builds on. If one of them goes wrong, its reason says
# what to look at again.

# %%
ask(
    "recall_rows_and_columns",
    "The responsibilities of 600 samples for 3 components have shape (600, 3). Which sums are 1?",
    wrong(
        "the sum of each column",
        "A column belongs to a component. Its sum says how many samples the component accounts "
        "for, and that may be 200 as well as 2.",
        fact=np.allclose(responsibilities.sum(axis=0), 1),
        mistake="e_step: normalised over samples",
    ),
    right(
        "the sum of each row",
        "Every sample came from one of the components, so its probabilities sum to 1.",
        fact=np.allclose(responsibilities.sum(axis=1), 1),
    ),
    wrong(
        "the sum of all 1800 numbers",
        "Each of the 600 rows sums to 1, so all numbers together sum to 600.",
        fact=np.isclose(responsibilities.sum(), 1),
        mistake="e_step: normalised over everything",
    ),
)

# %%
two_weights, two_densities = np.array([0.8, 0.2]), np.array([0.1, 0.2])
joint = two_weights * two_densities

ask(
    "recall_bayes_rule",
    "Two components have weights 0.8 and 0.2. At a sample their densities are 0.1 and 0.2. How "
    "responsible is the first component for the sample?",
    number(
        joint[0] / joint.sum(),
        0.005,
        "0.8 * 0.1 = 0.08 against 0.2 * 0.2 = 0.04: two parts of three.",
        slip(joint[0], "That is weight times density. Divide it by the sum over both components."),
        slip(1 / 3, "These are the densities alone. Each counts with its weight."),
        slip(0.8, "That is the weight, before the sample is seen. The densities count, too."),
        too_small="Weight times density is twice as large for the first component as for the "
        "second, so the first has more than that.",
        too_large="The second component has a part in the sample, too: its weight is small, but "
        "its density is twice as large.",
    ),
)

# %%
ask(
    "recall_variance_and_width",
    "A Gaussian has the covariance [[4, 0], [0, 1]]. What is its standard deviation along x1?",
    number(
        np.sqrt(4),
        0.01,
        "The diagonal holds variances, and a standard deviation is the square root of one.",
        slip(4, "That is the variance. Its square root is a length that you see in a picture."),
        slip(1, "That belongs to x2: the second entry on the diagonal."),
        too_small="Its square would be less than the variance along x1, the first entry on the "
        "diagonal.",
        too_large="Its square would be more than the variance along x1, the first entry on the "
        "diagonal.",
    ),
)

# %% [markdown] slide="slide" shown="1 2"
# ## 3.1 Where will the mean go?
#
# Chapter 2 ended with an E-step: from a start that knew nothing, we computed how responsible
# each component is for each sample. So far the parameters have not moved. Now they will.
#
# The next picture shows the responsibilities for component 0 alone.


# %% folded=true
def draw_mixed(ax, k, cross="mean now", size=9):
    """Samples as large and dark as component k is responsible for them."""
    colors = np.column_stack([np.tile(rgb(k + 1)[k], (len(X), 1)), responsibilities[:, k]])
    style = {"edgecolors": GREY, "linewidths": 0.4}
    frame(ax, X).scatter(*X.T, s=4 + 46 * responsibilities[:, k], facecolors=colors, **style)
    ax.plot(*start.means[k], "x", color="black", markersize=size, mew=2, zorder=6, label=cross)
    return ax


def draw_threads(ax, k, mean):
    """The same, with threads from the samples to a mean, as strong as the responsibilities."""
    draw_mixed(ax, k, cross="old mean", size=6)
    colors = np.column_stack([np.tile(rgb(k + 1)[k], (len(X), 1)), 0.35 * responsibilities[:, k]])
    ax.add_collection(LineCollection([(x, mean) for x in X], colors=colors, linewidths=0.8))
    style = {"markersize": 10, "markeredgecolor": "white", "color": COLORS[k]}
    ax.plot(*mean, MARKERS[k], label=f"new mean, component {k}", zorder=5, **style)
    return ax


# %% slide="-"
_, before = new_figure()
new_mean = np.average(X, axis=0, weights=responsibilities[:, 0])
owned = X[responsibilities.argmax(axis=1) == 0].mean(axis=0)
darkest = X[responsibilities[:, 0] > 0.6].mean(axis=0)
legend_below(draw_mixed(before, 0))
revealed, after = new_figure()
legend_below(draw_threads(after, 0, new_mean))

predict(
    "where_will_the_mean_go",
    "The larger and darker a sample, the more responsible component 0 is for it. The cross is the "
    "mean of component 0 now. Where will the M-step put it? Click on the place.",
    point(
        before,
        "600 samples in three groups. Those at the lower right are largest and darkest, those at "
        "the upper left small and pale. A cross near the origin marks the mean.",
        place(
            *new_mean,
            0.65,
            "The new mean is the average of all samples, each weighted by its responsibility. The "
            "dark ones at the lower right pull most, and the many pale ones on the left hold it "
            "back.",
        ),
        place(
            *start.means[0],
            0.6,
            "There it is now. It would stay only if the samples on all sides pulled equally.",
        ),
        place(
            *X.mean(axis=0),
            0.6,
            "That is about the mean of all samples, each counted in full. Dark ones count more.",
        ),
        place(
            *owned,
            0.75,
            "That is the mean of the samples for which component 0 is the *most* responsible. The "
            "others count as well, each a little, and there are many of them.",
        ),
        place(
            *darkest,
            0.9,
            "The darkest samples lie here. Each of them pulls strongly, but together they are few "
            "against all the others.",
        ),
        elsewhere="Every sample pulls, the dark ones strongly and the pale ones a little. Find the "
        "place where these pulls balance.",
    ),
    shows=show(
        revealed,
        alt="The same samples, with a thread from each to the new mean of component 0. The "
        "strongest threads come from the lower right. The new mean lies to the right of the old "
        "one, still far from the right group.",
    ),
)

# %% [markdown]
# <details><summary>Why the mean goes there</summary>
#
# Every sample pulls the mean towards itself, as strongly as the component is responsible for it.
# The new mean is where these pulls balance: a **weighted average** of all samples.
#
# </details>

# %% [markdown] slide="slide" shown="1 2 | 3"
# ## 3.2 Weights: count
#
# If we knew the labels, we would count the samples of each component, average them, and measure
# their spread. The M-step does the same with responsibilities, and splits each sample between the
# components. Labels are the special case in which every row holds a single 1 and otherwise zeros.
#
# A tiny data set for calculations by hand: three samples on a line, two components. We number
# the components from 0, as NumPy does.

# %% slide="-"
X_tiny = np.array([[0.0], [4.0], [8.0]])
responsibilities_tiny = np.array([[1.0, 0.0], [0.5, 0.5], [0.5, 0.5]])
print("sample   r_n0  r_n1")
for x, row in zip(X_tiny[:, 0], responsibilities_tiny, strict=True):
    print(f"x = {x:.0f}    {row[0]:.1f}   {row[1]:.1f}")


# %% slide="subslide"
def draw_split_samples():
    """Three samples, split; and the parts, put together by component."""
    fig, (left, right_) = new_figure(2, height=3.4)
    for k in (0, 1):
        below = responsibilities_tiny[:, :k].sum(axis=1)
        parts = responsibilities_tiny[:, k]
        style = {"color": COLORS[k], "edgecolor": "white", "width": 0.7}
        left.bar(range(3), parts, bottom=below, label=f"component {k}", **style)
        right_.bar([k] * 3, parts, bottom=np.cumsum(parts) - parts, **style)
        right_.text(k, parts.sum() + 0.05, f"{parts.sum():g} in all", ha="center")
    left.set(title="one sample per bar", ylabel="responsibility", ylim=(0, 2.4))
    left.set_xticks(range(3), [f"x = {x:g}" for x in X_tiny[:, 0]])
    right_.set(title="the same pieces, by component", ylim=(0, 2.4))
    right_.set_xticks((0, 1), ["component 0", "component 1"])
    left.legend(frameon=False, loc="upper right")
    return fig


predict(
    "count_split_samples",
    "Component 0 has the responsibilities 1, 0.5 and 0.5. For how many samples does it account in "
    "all?",
    number(
        responsibilities_tiny[:, 0].sum(),
        0.01,
        "1 + 0.5 + 0.5: one whole sample and two halves.",
        slip(3, "Every sample it has a part in was counted in full. Two of them are halves."),
        slip(1, "Only the whole sample was counted. The two halves count as well."),
        slip(2 / 3, "That is the count divided by the number of samples, the new weight."),
        too_small="Something is left out. It has the whole sample at 0 and half of each of the "
        "others.",
        too_large="Something was counted twice, or belongs to component 1: half of each of the "
        "samples at 4 and 8.",
    ),
    shows=show(
        draw_split_samples(),
        alt="Left: three bars of height 1, the first all blue, the others half blue and half "
        "orange. Right: the pieces by component, 2 in all for component 0 and 1 for "
        "component 1.",
    ),
    in_place=True,
)

# %% [markdown] slide="notes"
# ### The formula

# %% [markdown] slide="subslide" shown="1 2"
# The number of samples that a component accounts for is its **effective count**,
# $N_k = \sum_n r_{nk}$. The new weight is the fraction of all samples that it makes up:
#
# $$ \pi_k^{\text{new}} = \frac{N_k}{N}, \qquad N_k = \sum_{n=1}^N r_{nk} . $$
#
# **By hand.** Compute the two weights of the tiny data set. Then compare.
#
# <details><summary>The two weights</summary>
#
# The columns of `responsibilities_tiny` sum to $N_0 = 2$ and $N_1 = 1$, and
# $N = 3$, so the weights are $2/3 = 0.667$ and $1/3 = 0.333$.
#
# </details>
#
# Why this fraction? With the responsibilities held fixed, it makes the gradient of the
# log-likelihood vanish, under the constraint that the weights sum to one.
#
# <details><summary>Derivation, with a Lagrange multiplier</summary>
#
# We maximise $\mathcal{L} = \sum_n \log \sum_j \pi_j \, \mathcal{N}(x_n \mid \mu_j, \Sigma_j)$
# under the constraint $\sum_k \pi_k = 1$, with a multiplier $\lambda$:
#
# $$ \frac{\partial}{\partial \pi_k} \Big[\mathcal{L} + \lambda \big(1 - \sum_j \pi_j\big)\Big]
# = \sum_n \frac{\mathcal{N}(x_n \mid \mu_k, \Sigma_k)}{p(x_n)} - \lambda
# = \frac{N_k}{\pi_k} - \lambda = 0 , $$
#
# so $\pi_k = N_k / \lambda$, and summing over $k$ gives $\lambda = N$. The $r_{nk}$ inside $N_k$
# depend on the weights themselves. The M-step holds them **fixed**, at the values of the E-step.
#
# </details>

# %% [markdown] slide="subslide" shown="1 2"
# ### Exercise 1: `update_weights` (2 points)
#
# - **In:** `responsibilities` of shape `(N, K)`.
# - **Out:** the new weights, shape `(K,)`.


# %% exercise="update_weights" slide="-"
def update_weights(responsibilities):
    """Return the share of the samples that each component accounts for."""
    ### BEGIN SOLUTION
    return responsibilities.mean(axis=0)
    ### END SOLUTION


# %% tags=["nbval-check-output"]
# Try it. By hand we got 0.667 and 0.333.
try_it(update_weights, responsibilities_tiny)

# %% check="update_weights"
check(update_weights)

# %%
# Stuck? Run this cell, again for the next hint.
hint("update_weights")

# %% [markdown]
# Now with yours, on the 600 samples. The start gave all three components the same weight.


# %% folded=true
def draw_weights(update):
    """Old and new weights as bars."""
    fig, ax = new_figure(height=3.2)
    weights = update(responsibilities)
    ax.bar(range(3), weights, width=0.6, color=COLORS[:3])
    ax.hlines(start.weights, np.arange(3) - 0.4, np.arange(3) + 0.4, color="black", ls="--")
    for k in range(3):
        ax.text(k, weights[k] / 2, f"{weights[k]:.3f}", ha="center", color="white")
    ax.set(ylim=(0, 0.45), ylabel="weight", title="new weights (dashed: those of the start)")
    ax.set_xticks(range(3), [f"component {k}" for k in range(3)])
    return fig


# %%
show(
    draw_weights(yours("update_weights")),
    alt="Three bars with the new weights, 0.289, 0.393 and 0.319. Dashed lines mark the old ones, "
    "one third each.",
)


# %%
def nll_with(weights):
    return gmm.negative_log_likelihood(X, weights, start.means, start.covariances)


weights, nll_after = start.weights, {}
for n_updates in range(1001):
    if n_updates in (0, 1, 2, 10, 100, 1000):
        nll_after[n_updates] = nll_with(weights)
    weights = gmm.update_weights(gmm.e_step(X, weights, start.means, start.covariances))

predict(
    "first_update_of_the_weights",
    "We keep the means and covariances of the start and update the weights again and again, each "
    "time with new responsibilities. Does the first update already give the best weights?",
    right(
        "No, the NLL goes on falling.",
        "The update is best for the responsibilities we have. With new weights the "
        "responsibilities change, and so does what is best.",
        fact=nll_after[2] < nll_after[1] - 1,
    ),
    wrong(
        "Yes, the gradient is zero there.",
        "Only while the responsibilities are held fixed, and they depend on the weights.",
    ),
    wrong(
        "No, the NLL rises and falls in turn.",
        "Each update lowers the NLL or leaves it as it is. It never overshoots.",
        fact=nll_after[1] > nll_after[0] or nll_after[2] > nll_after[1],
    ),
    shows=f"The NLL after {', '.join(map(str, nll_after))} updates of the weights: "
    f"{', '.join(f'{value:.1f}' for value in nll_after.values())}.",
)

# %% [markdown]
# <details><summary>What EM makes of it</summary>
#
# The first update brings the NLL from 5762.1 to 5752.7; the best weights for these means and
# covariances have 5721.5. EM does not wait for them. It takes one step, and goes on to the means.
#
# </details>

# %% [markdown] slide="slide" shown="1 2"
# ## 3.3 Means: average
#
# Back to the three samples on a line. Where do they pull the mean of component 0?


# %% folded=true
def draw_balance(panels, r, update):
    """The responsibilities as weights on a beam, which balances at the mean."""
    means = update(X_tiny, r)[:, 0]
    for k, ax in enumerate(panels):
        ax.bar(X_tiny[:, 0], r[:, k], width=0.9, color=COLORS[k])
        ax.plot([-1.5, 9.5], [0, 0], color="black", lw=2)
        ax.plot(means[k], -0.1, "^", color="black", markersize=14, clip_on=False)
        ax.text(means[k], -0.32, f"mean {means[k]:.3g}", ha="center")
        ax.set(ylim=(-0.4, 1.15), xlim=(-1.5, 9.5), title=f"component {k}", xlabel="x")
        ax.set_xticks(X_tiny[:, 0])
        ax.set_yticks([0, 0.5, 1])
    panels[0].set_ylabel("responsibility")
    return means


# %% slide="-"
revealed, panels = new_figure(2, height=3.2)
draw_balance(panels, responsibilities_tiny, gmm.update_means)
parts = responsibilities_tiny[:, 0]
weighted_sum = parts @ X_tiny[:, 0]

predict(
    "mean_of_three_samples",
    "The samples 0, 4 and 8 count 1, 0.5 and 0.5 for component 0. What is their weighted average?",
    number(
        weighted_sum / parts.sum(),
        0.02,
        "(1 * 0 + 0.5 * 4 + 0.5 * 8) / 2 = 6 / 2, where 2 is the effective count.",
        slip(
            X_tiny.mean(),
            "That is the plain average. Only half of each of the samples 4 and 8 counts here.",
        ),
        slip(
            weighted_sum / 3,
            "The sum 6 was divided by N = 3. The weights of this average sum to N_0 = 2.",
            "update_means: divided by N",
        ),
        slip(
            weighted_sum,
            "That is the weighted sum. Divide it by what the weights sum to.",
            "update_means: not divided by N_k",
        ),
        slip(
            0, "That is the sample that belongs to it entirely. The two halves pull the mean away."
        ),
        too_small="The samples 4 and 8 pull to the right, together as strongly as the sample 0.",
        too_large="The sample 0 pulls twice as strongly as each of the others.",
    ),
    shows=show(
        revealed,
        alt="Two beams with bars at the three samples, as high as the responsibilities. The first "
        "balances at 3, the second at 6.",
    ),
)

# %% [markdown] slide="notes"
# ### The formula

# %% [markdown] slide="subslide" shown="1 2 3"
# For any component, with the effective count from above:
#
# $$ \mu_k^{\text{new}} = \frac{1}{N_k} \sum_{n=1}^N r_{nk}\, x_n , $$
#
# an average in which each sample is weighted by its responsibility. In code, for component 1:

# %% tags=["nbval-check-output"] slide="-"
column = responsibilities_tiny[:, 1]
print("weighted samples:", column * X_tiny[:, 0])
print("their sum:", (column * X_tiny[:, 0]).sum(), " effective count:", column.sum())
print("mean of component 1:", np.average(X_tiny[:, 0], weights=column))

# %% [markdown] slide="notes"
# **By hand.** Compute both means of the tiny data set from the formula. Then compare.
#
# <details><summary>Both means</summary>
#
# $\mu_0 = (1 \cdot 0 + 0.5 \cdot 4 + 0.5 \cdot 8) / 2 = 3$ and
# $\mu_1 = (0 \cdot 0 + 0.5 \cdot 4 + 0.5 \cdot 8) / 1 = 6$.
#
# </details>

# %% [markdown] slide="subslide" shown="1 3 4 5"
# Why this average? With the responsibilities held fixed, it makes the gradient of the
# log-likelihood vanish.
#
# <details><summary>Derivation</summary>
#
# We want the gradient of
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
# The responsibilities appear of their own accord. Hold them fixed, and multiply by $\Sigma_k$: the
# pulls $r_{nk} (x_n - \mu_k)$ must sum to zero, and the weighted average follows.
#
# (These are the pulls of the threads in the picture. The $r_{nk}$ depend on $\mu_k$, too, so here
# as well one step is not enough, and EM has to iterate.)
#
# </details>

# %% [markdown] slide="subslide" shown="1 2"
# ### Exercise 2: `update_means` (3 points)
#
# - **In:** `X` of shape `(N, D)`; `responsibilities` of shape `(N, K)`.
# - **Out:** the new means, shape `(K, D)`, one row per component.


# %% exercise="update_means" slide="-"
def update_means(X, responsibilities):
    """Return the mean of the samples, weighted by each component's responsibilities."""
    ### BEGIN SOLUTION
    counts = responsibilities.sum(axis=0)
    return responsibilities.T @ X / counts[:, None]
    ### END SOLUTION


# %% tags=["nbval-check-output"]
# Try it. By hand we got 3 for component 0 and 6 for component 1.
try_it(update_means, X_tiny, responsibilities_tiny)

# With a second feature, 0, 0 and 4, each mean is a row: (3, 1) and (6, 2).
X_plane = np.array([[0.0, 0.0], [4.0, 0.0], [8.0, 4.0]])
try_it(update_means, X_plane, responsibilities_tiny)

# %% check="update_means"
check(update_means)

# %%
# Stuck? Run this cell, again for the next hint.
hint("update_means")

# %% [markdown] slide="subslide" shown="1"
# The start knew nothing of the groups, and yet the three new means are already apart: the lines
# lead from each old mean to its new one. Which mean moves furthest, and which samples pull it
# there?
#
# Now with yours: the slider chooses the component whose threads you see. One more thing to try:
# look at one sample at the far left. Which of the three means does it pull most?

# %%
own_update_means = yours("update_means")
new_means = own_update_means(X, responsibilities)


# %% folded=true
def draw_pull(ax, component):
    draw_threads(ax, component, new_means[component])
    for k, way in enumerate(zip(start.means, new_means, strict=True)):
        ax.plot(*np.transpose(way), color=COLORS[k], lw=2.5)
        if k != component:
            ax.plot(*way[1], MARKERS[k], color=COLORS[k], label=f"component {k}", zorder=5)
    legend_below(ax)
    old, new = start.means[component], new_means[component]
    return (
        f"The mean of component {component} goes from ({old[0]:.2f}, {old[1]:.2f}) "
        f"to ({new[0]:.2f}, {new[1]:.2f})."
    )


# %% slide="-"
SliderFigure(
    draw_pull,
    shows="600 samples, with threads to the new mean, as strong as the responsibilities. Lines "
    "lead from each old mean to its new one.",
    component=integer_slider("component", 0, 2, value=0),
)

# %% [markdown] slide="notes"
# <details><summary>What you should have seen</summary>
#
# - That of component 0. The samples at the lower right pull it there: its old mean is the lowest of
#   the three, so it is more responsible for the samples below than the others are.
# - Those at the top pull the mean of component 1 most, those further down the mean of component 2.
#   The three pulls of a sample always sum to one.
#
# </details>
#
# And the beams of the tiny data set, again by your function. The slider says how much of the sample
# at 8 belongs to component 0. Things to try:
#
# - Where are the two means when component 0 has none of the sample at 8, and where when it has all?
# - Why does the mean of component 1 move, too?


# %% folded=true
def draw_given_away(panels, part):
    r = responsibilities_tiny.copy()
    r[2] = part, 1 - part
    means = draw_balance(panels, r, own_update_means)
    return (
        f"Component 0 has {part:.1f} of the sample at 8. Means: {means[0]:.2f} and {means[1]:.2f}."
    )


# %%
SliderFigure(
    draw_given_away,
    shows="Two beams with bars at the three samples, as high as the responsibilities.",
    n_panels=2,
    height=3.2,
    part=real_slider("part of component 0", 0.0, 1.0, value=0.5, step=0.1),
)

# %% [markdown]
# <details><summary>What you should have seen</summary>
#
# - With none of it the means are 1.33 and 6.67. With all of it both are at 4.
# - What one component gains, the other loses: each row sums to one. Without the sample at 8,
#   component 1 has only half of the sample at 4 left, and sits on it.
#
# </details>
#
# **A good place for a break.** Weights and means have moved. Next: how wide each component becomes,
# and how to tell whether all of it is right. (Another day, run all cells first.)

# %% [markdown] slide="slide" shown="1 2"
# ## 3.4 Covariances: measure the spread
#
# The means have moved. How wide will the ellipses become? At the start they are circles with a
# standard deviation of 1.

# %% slide="-"
updated = gmm.m_step(X, responsibilities)
width = np.sqrt(updated.covariances[0, 0, 0])

revealed, ax = new_figure()
plot_responsibilities(frame(ax, X), X, responsibilities)
plot_ellipses(ax, start, n_std=(1,), linestyle="--", colors=(GREY,), label="_start")
legend_below(plot_ellipses(ax, updated, n_std=(1,)))
ax.set_title("after the M-step, one standard deviation (dashed: the start)", fontsize=10)

predict(
    "width_after_the_first_m_step",
    "After the M-step, what is the standard deviation of component 0 along x1?",
    wrong(
        "about 1, as before",
        "The new width is measured on the samples, each weighted by its responsibility, and most "
        "of them lie several units away.",
        fact=abs(width - 1) < 0.3,
    ),
    right(
        "about 3.3",
        "Component 0 has a part in nearly all samples, so it is nearly as wide as all the data, "
        "whose standard deviation along x1 is 3.7.",
        fact=abs(width - 3.3) < 0.05,
    ),
    wrong(
        "about 10.7",
        "That is the variance. The standard deviation is its square root, and the data are only "
        "14 wide in all.",
        fact=abs(width - 10.7) < 0.3,
    ),
    shows=show(
        revealed,
        alt="Samples coloured by responsibility, the small dashed circles of the start, and three "
        "wide flat ellipses around the new means, at one standard deviation.",
    ),
    in_place=True,
)

# %% [markdown]
# The new covariance is the average of the squared deviations from the new mean, weighted as
# before. One number by hand, again with the tiny data set.

# %%
tiny = gmm.m_step(X_tiny, responsibilities_tiny)
squares = (X_tiny[:, 0] - tiny.means[0, 0]) ** 2

predict(
    "variance_of_three_samples",
    "For component 0 the samples 0, 4 and 8 count 1, 0.5 and 0.5, and the new mean is 3. What is "
    "the new variance?",
    number(
        parts @ squares / parts.sum(),
        0.05,
        "(1 * 9 + 0.5 * 1 + 0.5 * 25) / 2 = 22 / 2.",
        slip(
            parts @ squares / 3,
            "The sum 22 was divided by N = 3. Divide it by the effective count, 2.",
            "update_covariances: divided by N",
        ),
        slip(
            parts @ squares,
            "The sum 22 still has to be divided by N_0 = 2. (Dividing by N_0 - 1, as for an "
            "unbiased estimate, is another mistake that gives 22.)",
            "update_covariances: divided by N_k - 1",
        ),
        slip(
            parts @ X_tiny[:, 0] ** 2 / parts.sum(),
            "That is the average of the squares themselves. Subtract the mean first.",
            "update_covariances: second moment not centred",
        ),
        slip(
            parts @ (X_tiny[:, 0] - X_tiny.mean()) ** 2 / parts.sum(),
            "The deviations were taken from 4, the mean of all samples. Take them from 3.",
            "update_covariances: global mean",
        ),
        slip(
            squares.mean(),
            "That is the plain average of the squared deviations. Two samples are only halves.",
        ),
        slip(
            np.sqrt(parts @ squares / parts.sum()),
            "That is the standard deviation. The variance is its square.",
            "update_covariances: standard deviations returned",
        ),
        too_small="The sample at 0 counts in full and is 3 away, the one at 8 counts half and is 5 "
        "away: their squares alone add more than that.",
        too_large="Each square has a weight: those of the samples at 4 and 8 count only half.",
    ),
)

# %% [markdown] slide="notes"
# ### The formula

# %% [markdown] slide="subslide" shown="1 2 3"
# With more than one feature a squared deviation becomes an outer product, a whole matrix:
#
# $$ \Sigma_k^{\text{new}} = \frac{1}{N_k} \sum_{n=1}^N r_{nk}
# \,(x_n - \mu_k^{\text{new}})(x_n - \mu_k^{\text{new}})^\top . $$
#
# One sample that is 3 to the right of the mean and 1 below it contributes this:

# %% tags=["nbval-check-output"] slide="-"
deviation = np.array([3.0, -1.0])
print(np.outer(deviation, deviation))

# %% [markdown] slide="notes"
# Its diagonal holds the squares. The entries off the diagonal are the product of the two
# deviations, here negative: right and below go together.
#
# **By hand.** Compute the variance of component 1 in the tiny data set, too, around its new mean 6.
# Then compare.
#
# <details><summary>Both variances</summary>
#
# Around $\mu_0 = 3$: $\Sigma_0 = (1 \cdot 9 + 0.5 \cdot 1 + 0.5 \cdot 25) / 2 = 11$.
# Around $\mu_1 = 6$: $\Sigma_1 = (0 \cdot 36 + 0.5 \cdot 4 + 0.5 \cdot 4) / 1 = 4$.
#
# </details>
#
# Why this average? Once more it makes the gradient vanish, for fixed responsibilities.
#
# <details><summary>Derivation</summary>
#
# It is easiest in terms of the inverse $\Lambda = \Sigma_k^{-1}$, since
# $\log \mathcal{N} = \frac12 \log\det \Lambda - \frac12 (x_n - \mu_k)^\top \Lambda
# (x_n - \mu_k) + \text{const}$. The derivative of $\log\det\Lambda$ is
# $\Lambda^{-1} = \Sigma_k$, and that of $v^\top \Lambda v$ is $v v^\top$:
#
# $$ \nabla_{\Lambda} \mathcal{L} = \frac12 \sum_{n=1}^N r_{nk}
# \left( \Sigma_k - (x_n - \mu_k)(x_n - \mu_k)^\top \right) = 0 . $$
#
# Solve for $\Sigma_k$, with $\mu_k$ at its new value.
#
# </details>

# %% [markdown] slide="subslide" shown="1 2"
# ### Exercise 3: `update_covariances` (5 points)
#
# - **In:** `X` of shape `(N, D)`; `responsibilities` of shape `(N, K)`; `means` of shape
#   `(K, D)`, the *new* means.
# - **Out:** the new covariances, shape `(K, D, D)`, for any `D`.


# %% exercise="update_covariances" slide="-"
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


# %% tags=["nbval-check-output"]
# Try it. By hand we got 11 for component 0 and 4 for component 1, each a 1 by 1 matrix here.
means_tiny = np.array([[3.0], [6.0]])
try_it(update_covariances, X_tiny, responsibilities_tiny, means_tiny)

# With the second feature: 11, 5, 5, 3 for component 0, and 4 everywhere for component 1.
means_plane = np.array([[3.0, 1.0], [6.0, 2.0]])
try_it(update_covariances, X_plane, responsibilities_tiny, means_plane)

# %% check="update_covariances"
check(update_covariances)

# %%
# Stuck? Run this cell, again for the next hint.
hint("update_covariances")

# %% [markdown] slide="subslide" shown="1"
# Together the three updates are a whole M-step.
#
# Now with yours: weights, means and covariances, by your three functions.

# %% slide="-"
new_weights = yours("update_weights")(responsibilities)
new_means = yours("update_means")(X, responsibilities)
new_covariances = yours("update_covariances")(X, responsibilities, new_means)

fig, ax = new_figure()
plot_responsibilities(frame(ax, X), X, responsibilities)
plot_ellipses(ax, gmm.GMMParams(new_weights, new_means, new_covariances))
legend_below(ax)
show(
    fig,
    alt="Samples coloured by responsibility, and the three components after the M-step, drawn at "
    "one and two standard deviations. They are wide, flat, and overlap.",
)

# %% [markdown]
# Each ellipse still covers nearly all samples: the start knew nothing of the groups, so every
# component has a part in nearly every sample. One M-step cannot do better with such
# responsibilities. The next E-step will find sharper ones.
#
# The helper `gmm.m_step` does all three updates at once.

# %% [markdown] slide="slide" shown="1 2"
# ## 3.5 Two identities that need no answer key
#
# How can you tell that an M-step is right, if nobody has told you the result?

# %% slide="-"
predict(
    "mean_of_the_mixture",
    "After an M-step the mixture as a whole has a mean, the sum of pi_k mu_k. Where is it?",
    right(
        "at the mean of the data, for any responsibilities",
        "Each sample is split, but no part of it is lost: the parts of all components make up the "
        "data again.",
        fact=np.allclose(updated.weights @ updated.means, X.mean(axis=0)),
    ),
    wrong(
        "at the average of the three new means",
        "That forgets the weights: a component that accounts for more samples counts more.",
        fact=np.allclose(updated.means.mean(axis=0), X.mean(axis=0)),
    ),
    wrong(
        "near the mean of the data, but only there if EM has converged",
        "It is exactly there even now, with the responsibilities of a start that knew nothing.",
        fact=not np.allclose(updated.weights @ updated.means, X.mean(axis=0)),
    ),
    shows="For the samples 0, 4 and 8: 2/3 * 3 + 1/3 * 6 = 4, and the mean of 0, 4 and 8 is 4.",
)

# %% [markdown] slide="notes"
# ### The two identities

# %% [markdown] slide="subslide" shown="1 2"
# There is one for the means (I1), and one for the second moments (I2). Whatever the
# responsibilities are, as long as their rows sum to one:
#
# $$
# \begin{aligned}
# \text{(I1)} && \sum_k \pi_k \mu_k &= \frac1N \sum_n x_n \\
# \text{(I2)} && \sum_k \pi_k \left(\Sigma_k + \mu_k \mu_k^\top\right)
# &= \frac1N \sum_n x_n x_n^\top
# \end{aligned}
# $$
#
# Compute both sides of I2 for the tiny data set, with the weights 2/3 and 1/3, the means 3 and 6,
# and the variances 11 and 4. Then compare.
#
# <details><summary>By hand</summary>
#
# On the left $\frac23 (11 + 9) + \frac13 (4 + 36) = 26.67$, on the right
# $(0 + 16 + 64) / 3 = 26.67$.
#
# </details>
#
# <details><summary>Why they hold</summary>
#
# I1 takes one line: $\sum_k \frac{N_k}{N} \cdot \frac{1}{N_k} \sum_n r_{nk} x_n
# = \frac1N \sum_n x_n \sum_k r_{nk} = \frac1N \sum_n x_n$. For I2, expand
# $\Sigma_k + \mu_k\mu_k^\top = \frac{1}{N_k}\sum_n r_{nk}\, x_n x_n^\top$ and do the same.
#
# </details>
#
# So you can test your three updates together:

# %% tags=["nbval-check-output"]
check_moments(X, responsibilities, update_weights, update_means, update_covariances)

# %% [markdown] slide="notes"
# (The identities are about the mixture as a whole. Updates that divide the data wrongly between
# the components may satisfy both. The checks above catch those.)

# %% [markdown] slide="subslide" shown="1 2"
# ### Why the *new* means
#
# When we come to the covariance of a component, we have two means for it: the one it had at the
# start, and the new one.

# %% slide="-"
around_old = gmm.update_covariances(X, responsibilities, start.means)
wider = np.linalg.eigvalsh(around_old - updated.covariances)

revealed, ax = new_figure(height=3.6)
draw_mixed(ax, 0, cross="old mean", size=8)
for covariances, linestyle, color in (
    (around_old, "--", "black"),
    (updated.covariances, "-", COLORS[0]),
):
    shown = gmm.GMMParams([1.0], updated.means[:1], covariances[:1])
    label = "_around the old mean" if color == "black" else "new mean"
    plot_ellipses(ax, shown, n_std=(1,), linestyle=linestyle, colors=(color,), label=label)
ax.set(xlim=(-3.2, 6.2), ylim=(-2.4, 1.8))
ax.set_title("spread around the new mean (dashed: around the old)")
legend_below(ax)

predict(
    "spread_around_the_old_mean",
    "An M-step has moved the mean of a component along x1. We measure the spread of the component "
    "around its old mean instead of the new one. How does its covariance change?",
    wrong(
        "It becomes smaller.",
        "No point has a smaller spread around it than the weighted mean has.",
        fact=(wider < 0).all(),
    ),
    wrong(
        "It stays the same: a covariance does not depend on a shift.",
        "It does not if samples and mean are shifted together. Here the centre moves alone.",
        fact=np.allclose(wider, 0),
    ),
    right(
        "It becomes larger in the direction of the step, and never smaller.",
        "The weighted mean is the point with the smallest spread around it. Every other point adds "
        "the square of its distance.",
        fact=(wider > -1e-9).all() and (wider[:, 1] > 0.1).all(),
    ),
    shows=show(
        revealed,
        alt="Two ellipses around the new mean of component 0. The dashed one, from the old mean, "
        "is longer along the first feature and equally high.",
    ),
)

# %% [markdown]
# ### Play: move the centre
#
# In the tiny data set you can measure the spread around any point. The bars are the squared
# deviations of the samples from a centre, each as wide as the responsibility of component 0, so
# their total area is twice the spread. Things to try:
#
# - For which centre is the spread smallest, and how large is it there?
# - How does the spread change when you move the centre 1, 2 and 3 away from there?


# %% folded=true
def draw_spread(panels, centre):
    left, right_ = panels
    weights = responsibilities_tiny[:, 0]
    squares = (X_tiny[:, 0] - centre) ** 2
    left.bar(X_tiny[:, 0], squares, width=weights, color=COLORS[0])
    left.axvline(centre, color="black", ls="--")
    left.set(xlabel="x (dashed: the centre)", ylabel="squared deviation", ylim=(0, 66))
    left.set(xlim=(-1, 9), xticks=X_tiny[:, 0])
    centres = np.linspace(-0.5, 8.5, 91)
    curve = np.average((X_tiny - centres) ** 2, axis=0, weights=weights)
    spread = np.average(squares, weights=weights)
    right_.plot(centres, curve, color=GREY)
    right_.plot(centre, spread, "o", color=COLORS[0], markersize=9)
    right_.set(xlabel="centre", ylabel="spread of component 0", ylim=(0, 44), xlim=(-1, 9))
    return f"Around {centre:g} component 0 has a spread of {spread:.2f}."


# %%
SliderFigure(
    draw_spread,
    shows="Left: bars at the three samples. Right: the spread as a curve over the centre, with a "
    "dot where it is now.",
    n_panels=2,
    height=3.2,
    centre=real_slider("centre", 0.0, 8.0, value=0.0, step=0.5),
)

# %% [markdown]
# <details><summary>What you should have seen</summary>
#
# - It is smallest around the new mean, 3, where it is 11, the variance of component 0.
# - It grows by 1, 4 and 9, the square of the distance. Around 0 it is $20 = 11 + 3^2$.
#
# </details>
#
# In a formula, for any number of features, the spread around a point $m$ is
#
# $$ \frac{1}{N_k}\sum_n r_{nk}(x_n - m)(x_n - m)^\top
# = \Sigma_k^{\text{new}} + (\mu_k^{\text{new}} - m)(\mu_k^{\text{new}} - m)^\top . $$
#
# With the old means, every covariance is too wide by the square of the step that the mean has just
# taken. I2 reveals the mistake at once, and says in which direction:

# %% tags=["nbval-check-output"]
for name, covariances in (("new", updated.covariances), ("old", around_old)):
    said = explain_moments(X, updated.weights, updated.means, covariances)
    print(f"around the {name} means:\n  {said}")

# %% [markdown]
# Along $x_1$ the mixture has a standard deviation of 3.78, the data have 3.71: too wide by 0.07.
# So I2 finds the mistake after a single M-step. What if you only looked at the end of EM?

# %%
params, nll_old = start, []
for _ in range(400):
    r = gmm.e_step(X, *params)
    weights, means, covariances = gmm.m_step(X, r)
    covariances = gmm.update_covariances(X, r, params.means)
    params = gmm.GMMParams(weights, means, covariances)
    nll_old.append(gmm.negative_log_likelihood(X, *params))
nll_new = gmm.fit(X, start, reg_covar=0).negative_log_likelihood[-1]

predict(
    "em_with_the_old_means",
    "Somebody measures every spread around the old means, and runs EM until nothing moves. Where "
    "does the NLL end, compared with the right EM?",
    wrong(
        "higher, as all ellipses stay too wide",
        "They are too wide by the square of the last step, and the steps shrink to nothing.",
        fact=nll_old[-1] > nll_new + 0.01,
    ),
    right(
        "at the same value",
        "When nothing moves any more, old and new means are the same, and the mistake is gone.",
        fact=abs(nll_old[-1] - nll_new) < 0.01,
    ),
    wrong(
        "lower, as wider ellipses cover more samples",
        "A Gaussian that is wider than its samples gives them lower densities on the whole.",
        fact=nll_old[-1] < nll_new - 0.01,
    ),
    wrong(
        "nowhere, as it rises and falls in turn",
        "That can happen when an M-step is wrong, but here it falls in every iteration.",
        fact=bool((np.diff(nll_old) > 1e-9).any()),
    ),
    shows=f"With the old means EM ends at {nll_old[-1]:.2f}, with the new ones at {nll_new:.2f}.",
)

# %% [markdown]
# <details><summary>What this means for a test</summary>
#
# A check that only looks at the result of EM would miss the mistake. Near convergence the steps
# vanish and the mistake hides: EM with the old means ends at the same NLL, 2295.07, and on these
# data the NLL even falls in every iteration. So test a single M-step, far from convergence.
#
# </details>
#
# **A good place for a break.** You have written the M-step, and can tell whether it is right. Next:
# what it does to the NLL.

# %% [markdown] slide="slide"
# ## 3.6 One E-step and one M-step, seen separately
#
# You have now written both half-steps of EM. Let us take them one at a time.

# %% slide="-"
nll_start, nll_updated = (gmm.negative_log_likelihood(X, *each) for each in (start, updated))

fig, panels = new_figure(3, height=3.2)
titles = ("start", "after the E-step", "after the M-step")
for ax, mixture, title in zip(panels, (start, start, updated), titles, strict=True):
    frame(ax, X)
    if title == "start":
        plot_data(ax, X)
    else:
        plot_responsibilities(ax, X, responsibilities)
    plot_ellipses(ax, mixture)
    ax.set_title(f"{title}\nNLL {gmm.negative_log_likelihood(X, *mixture):.1f}")
fig.legend(
    *panels[1].get_legend_handles_labels(), loc="outside lower center", ncols=3, frameon=False
)

predict(
    "half_step_that_changes_the_nll",
    "We take one E-step and then one M-step. When does the NLL change?",
    wrong(
        "at both",
        "The E-step computes responsibilities and leaves the parameters as they are. "
        "Responsibilities do not appear in the NLL.",
    ),
    right(
        "at the M-step only",
        "The NLL is a function of the data and the parameters, and only the M-step moves the "
        "parameters.",
        fact=nll_updated < nll_start - 1,
    ),
    wrong(
        "at the E-step only, as it uses the densities",
        "It uses them, but does not change them: the ellipses stay where they are.",
    ),
    shows=show(
        fig,
        alt="Three panels. Start: grey samples, three circles near the origin, NLL 5762. After "
        "the E-step the samples have colours, the ellipses have not moved. After the M-step the "
        "ellipses have spread over the samples they are responsible for; NLL 2584.",
    ),
)

# %% [markdown] slide="subslide" shown=""
# <details><summary>What the pictures show</summary>
#
# The E-step changes only the colours, the M-step only the ellipses. The first M-step alone brings
# the NLL from 5762.1 to 2583.7, lower by 3178.
#
# </details>
#
# ### Half-step by half-step
#
# Click on the picture, then take half-steps with the arrow keys → and ←. The dashed line is a bound
# that also depends on the responsibilities. (Its legend calls it "NLL + KL". The answers below say
# what KL is.) Things to try:
#
# - When does the dashed line touch the NLL, and when does it lie above it?
# - The first iteration lowers the NLL a great deal. What does the second one achieve?

# %% slide="-"
EMExplorer(max_iter=30, controls=["layers"], show=["ellipses", "bound"], half_step=2)

# %% [markdown] slide="notes"
# <details><summary>What you should have seen</summary>
#
# - It touches after every E-step, and lies above after every M-step. The M-step minimises the
#   bound for the responsibilities at hand; the E-step makes it touch again. Since the NLL is never
#   above the bound, it can only fall. KL, the Kullback-Leibler divergence, is the gap between the
#   two: how far the responsibilities at hand are from those that an E-step would give now. It is
#   never negative, and zero if they agree.
# - The second M-step lowers the NLL by only 9.0, to 2574.7. The first one only had to find
#   out how wide the data are. Telling the groups apart takes many small steps.
#
# </details>

# %% [markdown]
# ## 3.7 Bug hunt
#
# Three versions of a whole M-step for samples `x` of one feature; `means` are the old means. One
# is right. Two contain mistakes that raise no error and often pass a test. Read first, then answer.


# %%
def m_step_a(x, r, means):
    counts = r.sum(axis=0)
    new_means = x @ r / counts
    squares = (x[:, None] - means) ** 2
    return counts / len(x), new_means, (r * squares).sum(axis=0) / counts


def m_step_b(x, r, means):
    counts = r.sum(axis=0)
    means = x @ r / counts
    squares = (x[:, None] - means) ** 2
    weighted = r * squares
    return counts / len(x), means, squares.sum(axis=0) / counts


def m_step_c(x, r, means):
    counts = r.sum(axis=0)
    means = x @ r / counts
    return counts / len(x), means, x**2 @ r / counts - means**2


# %%
def is_found(function, r, means):
    """Whether the result differs from that of the right M-step."""
    expected = gmm.m_step(X_tiny, r)
    found = function(X_tiny[:, 0], np.asarray(r, dtype=float), np.ravel(means))
    return not all(
        np.allclose(ours.ravel(), theirs) for ours, theirs in zip(expected, found, strict=True)
    )


old_means = [0, 8]
wrong_a, wrong_b, wrong_c = (
    is_found(function, responsibilities_tiny, old_means)
    for function in (m_step_a, m_step_b, m_step_c)
)

ask(
    "bug_hunt_m_step",
    "Which of the three is right?",
    wrong(
        "m_step_a",
        "Its squares are taken around `means`, which still holds the old means. The new ones are "
        "in `new_means`.",
        fact=not wrong_a,
        mistake="update_covariances: centre other than the given means",
    ),
    wrong(
        "m_step_b",
        "It computes `weighted` and never uses it: the sum runs over the plain squares.",
        fact=not wrong_b,
    ),
    right(
        "m_step_c",
        "The average of the squares minus the square of the average is the variance. (With data "
        "far from 0 it loses digits, so subtracting the mean first is better.)",
        fact=not wrong_c,
    ),
    in_place=True,
)

# %%
one_component, converged = np.ones((3, 1)), tiny.means
variances = [
    function(X_tiny[:, 0], responsibilities_tiny, np.array(old_means))[2].round(2).tolist()
    for function in (m_step_a, m_step_b, m_step_c)
]


def both_found(r, means):
    return is_found(m_step_a, r, means) and is_found(m_step_b, r, means)


ask(
    "input_that_shows_both_bugs",
    "One test should find both mistakes. Which one does?",
    wrong(
        "the tiny data set with one component, so with responsibilities of 1, and the old mean 0",
        "It finds m_step_a. But with responsibilities of 1 the weighted and the plain squares are "
        "the same, so m_step_b passes.",
        fact=both_found(one_component, [0]),
    ),
    wrong(
        "the tiny data set with two components, and 3 and 6 as the old means",
        "It finds m_step_b. But 3 and 6 are the new means, too: nothing moves, as when EM has "
        "converged, and m_step_a passes.",
        fact=both_found(responsibilities_tiny, converged),
    ),
    right(
        "the tiny data set with two components, and 0 and 8 as the old means",
        "Here the means move and the responsibilities differ from 1, so neither mistake can hide.",
        fact=both_found(responsibilities_tiny, old_means),
    ),
    wrong(
        "a look at the new weights and means, for any input",
        "Both functions get these right. The mistakes are in the variances alone.",
        fact=any(
            not np.allclose(ours.ravel(), theirs)
            for function in (m_step_a, m_step_b)
            for ours, theirs in zip(
                gmm.m_step(X_tiny, responsibilities_tiny)[:2],
                function(X_tiny[:, 0], responsibilities_tiny, np.array(old_means))[:2],
                strict=True,
            )
        ),
    ),
    shows=f"With the old means 0 and 8 the variances are {variances[0]} in m_step_a, "
    f"{variances[1]} in m_step_b and {variances[2]} in m_step_c.",
    in_place=True,
)

# %% [markdown]
# ## 3.8 From hard to soft to uniform
#
# What if the responsibilities were sharper, or blunter? Raise them to a power $\beta$ and
# normalise: $r_{nk}^\beta / \sum_j r_{nj}^\beta$. With $\beta = 1$ this is Bayes' rule. With
# $\beta \to \infty$ each sample goes entirely to its most probable component (hard labels, as
# in k-means). With $\beta = 0$ every component is equally responsible for every sample.
#
# Where groups are far apart, this hardly matters: responsibilities near 0 and 1 stay there. So
# here we use the data set "overlapping". After EM has converged, three quarters of its samples
# have no responsibility above 0.9.


# %% folded=true
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
    plot_ellipses(ax, fitted, linestyle="--", colors=("black",), label="_fitted")
    plot_ellipses(ax, mixture)
    legend_below(ax)
    nll = gmm.negative_log_likelihood(X_overlapping, *mixture)
    return f"Responsibilities {name}. NLL after the M-step: {nll:.1f}. Dashed: β = 1."


# %%
nll_soft, nll_hard = (
    gmm.negative_log_likelihood(
        X_overlapping, *gmm.m_step(X_overlapping, sharpened(posterior, exponent)[0])
    )
    for exponent in (0, 5)
)

predict(
    "hard_labels_and_the_nll",
    "EM has converged on data with overlapping groups. Now we replace the responsibilities by hard "
    "labels and take one M-step. What happens to the NLL?",
    right(
        "It rises.",
        "Each component loses its part of the samples that another one claims, and becomes too "
        "narrow for the tails.",
        fact=nll_hard > nll_soft + 1,
    ),
    wrong(
        "It falls, as every sample now has a clear owner.",
        "A clear owner need not be the true one. A sample between two groups could have come from "
        "either, and the soft labels say so.",
        fact=nll_hard < nll_soft - 1,
    ),
    wrong(
        "It stays the same, as the NLL depends on the parameters only.",
        "It does, but the M-step computes the parameters from the responsibilities.",
        fact=abs(nll_hard - nll_soft) <= 1,
    ),
    shows=f"The NLL was {nll_soft:.1f}. After the M-step on hard labels it is {nll_hard:.1f}.",
)

# %% [markdown]
# ### Play: from uniform to hard
#
# The slider shows the M-step that follows. The ellipses for $\beta = 1$ are dashed. Things to try:
#
# - Start at $\beta = 1$, where the slider is at 0, and go to $\infty$. What happens to the sizes of
#   the ellipses, and to the distances between them?
# - Start at $\beta = 1$ and go to 0. Where do the ellipses end?
# - For which $\beta$ is the NLL smallest?

# %%
SliderFigure(
    draw_sharpened,
    shows="600 samples, coloured by the changed responsibilities, with the ellipses that follow.",
    exponent=real_slider("uniform to hard (log2 β)", -5.0, 5.0, value=2.0, step=0.5),
)

# %% [markdown]
# <details><summary>What you should have seen</summary>
#
# - They shrink and move apart: each component keeps the samples for which it is the most
#   responsible, and loses its part of the others.
# - They grow and move together. At $\beta = 0$ all components are identical, with the mean and the
#   covariance of all the data.
# - For $\beta = 1$, since EM had converged: 2050, against 2075 for uniform and 2074 for hard
#   responsibilities.
#
# </details>

# %% [markdown]
# ## 3.9 Five questions to test yourself
#
# The last one is from chapter 2.

# %%
rows = np.array([[0.9, 0.1], [0.9, 0.1], [0.3, 0.7], [0.3, 0.7]])

ask(
    "count_of_four_samples",
    "Four samples have the responsibilities (0.9, 0.1), (0.9, 0.1), (0.3, 0.7) and (0.3, 0.7). "
    "What is the effective count of the first component?",
    number(
        rows[:, 0].sum(),
        0.005,
        "0.9 + 0.9 + 0.3 + 0.3.",
        slip(
            2,
            "That counts hard labels. Each sample adds its responsibility.",
            "update_weights: hard counts",
        ),
        slip(rows[:, 0].mean(), "That is the new weight, the count divided by 4."),
        slip(4, "That is the number of samples. They are split between the components."),
        too_small="The first two samples add 1.8, and each of the others adds 0.3 to that.",
        too_large="Only 0.9 of each of the first two samples and 0.3 of each of the others belong "
        "to the first component.",
    ),
)

# %%
ask(
    "order_of_the_m_step",
    "In which order are these computed in one iteration?",
    order(
        (
            "the responsibilities",
            "The responsibilities come before everything else, because counts, means and "
            "covariances are all sums over them. They need only the old parameters.",
        ),
        (
            "the effective counts N_k",
            "The counts come before the means and the covariances, because both are sums divided "
            "by N_k. They come after the responsibilities, whose columns they sum.",
        ),
        (
            "the new means",
            "The means come before the covariances, because the spread is measured around the "
            "*new* means.",
        ),
        (
            "the new covariances",
            "The covariances come last: they need the counts and the new means, and nothing else "
            "in this iteration needs them.",
        ),
    ),
)

# %%
moved = gmm.m_step(X + np.array([100, 0]), responsibilities)

ask(
    "samples_moved_by_100",
    "Every sample is moved by 100 along x1, and the responsibilities stay as they are. What does "
    "the M-step return now?",
    wrong(
        "means moved by 100, and larger covariances",
        "Only the average of the squares grows. A covariance subtracts the mean first.",
        fact=not np.allclose(moved.covariances, updated.covariances),
        mistake="update_covariances: second moment not centred",
    ),
    right(
        "means moved by 100 along x1, the same weights and covariances",
        "Deviations from the new means are as before, as samples and means have moved together.",
        fact=np.allclose(moved.covariances, updated.covariances)
        and np.allclose(moved.means - updated.means, [100, 0]),
    ),
    wrong(
        "means moved by 100 times their weight",
        "The responsibilities of a component, divided by its N_k, sum to 1, so its mean moves by "
        "the whole 100.",
        fact=np.allclose(moved.means - updated.means, updated.weights[:, None] * [100, 0]),
        mistake="update_means: divided by N",
    ),
)

# %%
labels = np.eye(3)[responsibilities.argmax(axis=1)]
same = gmm.m_step(X, np.full_like(responsibilities, 1 / 3))


def keeps_both(params):
    return max(gmm.moment_gaps(X, *params)) < 1e-9


ask(
    "what_the_identities_miss",
    "After a right M-step the sum of pi_k mu_k is the mean of the data (I1), and the sum of pi_k "
    "(Sigma_k + mu_k mu_k^T) is their second moment (I2). Which of these mistakes are *not* found "
    "by I1 and I2?",
    wrong(
        "covariances around the old means",
        "They make the mixture too wide, and I2 finds that.",
        fact=keeps_both(updated._replace(covariances=around_old)),
        mistake="update_covariances: centre other than the given means",
    ),
    right(
        "hard labels in place of the responsibilities, in all three updates",
        "Their rows sum to one as well, and nothing else is needed for I1 and I2.",
        fact=keeps_both(gmm.m_step(X, labels)),
    ),
    wrong(
        "covariances with zeros off the diagonal",
        "The second moment of the mixture then differs from that of the data off the diagonal, and "
        "I2 is an equation between matrices.",
        fact=keeps_both(updated._replace(covariances=updated.covariances * np.eye(2))),
        mistake="update_covariances: diagonal only",
    ),
    right(
        "the mean and the covariance of all the data for every component",
        "The mixture as a whole is then right, and I1 and I2 look at nothing else.",
        fact=keeps_both(same._replace(weights=updated.weights)),
    ),
    several=True,
)

# %%
log_joint = np.array([-1000.0, -1001.0])
ratio = 1 / (1 + np.exp(log_joint[1] - log_joint[0]))

ask(
    "recall_tiny_probabilities",
    "From chapter 2: for one sample, log pi_k plus the log-density is -1000 for the first "
    "component and -1001 for the second. How responsible is the first?",
    number(
        ratio,
        0.005,
        "1 / (1 + e^-1): only the difference of the two logarithms counts.",
        slip(1 - ratio, "That is the other component. -1000 is the larger of the two."),
        slip(0.5, "Both probabilities underflow to 0, but their ratio is e, not 1."),
        slip(1, "The first is e times as probable as the second, which is far from certain."),
        too_small="The first is e = 2.72 times as probable as the second: it has more than that.",
        too_large="The second is 1/e = 0.37 times as probable as the first: it has more left.",
    ),
)

# %% [markdown]
# ## 3.10 Written questions
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
# The exercises of this chapter as of your last check, its questions, and your written answers.

# %%
progress()

# %% [markdown] slide="slide" shown="1 2 3"
# ## Summary: what you can do now
#
# - You can turn responsibilities into new weights, means and covariances: count, average and
#   measure spread, with each sample split between the components.
# - You can say why these are the updates: they make the gradient of the log-likelihood vanish, with
#   the responsibilities held fixed.
# - You can test an M-step without knowing its result, by I1 and I2, and see when covariances were
#   not taken around the *new* means.
#
# **Next:** [`04_convergence`](04_convergence.ipynb) puts both steps into a loop.
#
# **Further reading**
#
# - *Mathematics for Machine Learning*, sections 11.2.2 to 11.2.4, where all three updates
#   are derived.
# - C. M. Bishop, *Pattern Recognition and Machine Learning*, section 9.2.2.
