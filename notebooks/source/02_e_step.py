# %% [markdown] slide="slide" shown="1 2 4"
# # 2. The E-step: who made this point?
#
# **What you will do.** Take away the labels, measure how well a set of parameters explains the
# data, and compute how responsible each component is for each sample.
#
# **What you will learn**
#
# - what is hidden in a mixture model, and why that makes fitting hard;
# - the negative log-likelihood (NLL), the number that EM makes smaller;
# - responsibilities: Bayes' rule, applied to every sample.
#
# **What you need.** Chapter 1: the mixture density and log-sum-exp. Bayes' rule. About 110
# minutes, with good places for a break after 35 and after 70. Three exercises, 10 points, and two
# written questions, 4 points.

# %%
import numpy as np

import gmm_helpers as gmm
from gmm_helpers.checks import check, hint, progress, try_it, yours
from gmm_helpers.drawing import (
    COLORS,
    GREY,
    MARKERS,
    SliderFigure,
    dropdown,
    frame,
    integer_slider,
    legend_below,
    new_figure,
    plot_data,
    plot_ellipses,
    plot_responsibilities,
    real_slider,
    show,
)
from gmm_helpers.questions import ask, number, order, predict, right, slip, wrong

# %% [markdown]
# ## 2.1 Five minutes from chapter 1
#
# Three questions, from memory. You may try each of them until it is right.

# %%
_counts = np.bincount(gmm.course_original().labels) / 600

ask(
    "warm_up_equal_counts",
    "Somebody draws 200 samples from each component of a mixture with weights 0.3, 0.2, 0.5. Which "
    "weights describe these 600 samples best?",
    right(
        "1/3 each",
        "Each component made 200 of the 600 samples. The weights 0.3, 0.2, 0.5 were never used.",
        fact=np.allclose(_counts, 1 / 3),
    ),
    wrong(
        "0.3, 0.2, 0.5",
        "These are the weights of the model, but nobody rolled the die: the counts were fixed.",
        fact=np.allclose(_counts, [0.3, 0.2, 0.5], atol=0.05),
        mistake="sample_gmm: equal counts",
    ),
    wrong(
        "None: weights can't be read from data",
        "They can: a weight is estimated by the fraction of the samples that the component made.",
    ),
)

# %%
_both = -1000 + np.log(2)

ask(
    "warm_up_log_sum_exp",
    "Two numbers are too small for the computer, but you have their logarithms: both are -1000. "
    "What is the logarithm of their sum?",
    number(
        _both,
        0.01,
        "Take out the maximum, -1000: log(e^0 + e^0) = log 2 = 0.693 is left.",
        slip(
            -1000,
            "That is the logarithm of one of them. Two of them add up to twice as much, so add "
            "log 2.",
            "mixture_log_density: only the largest component",
        ),
        slip(
            -2000,
            "Adding logarithms multiplies the numbers. You want their sum.",
            "mixture_log_density: logarithm inside the sum",
        ),
        slip(
            0.693,
            "You have subtracted the maximum. Now add it back.",
            "mixture_log_density: maximum not added back",
        ),
        too_small="A sum of two positive numbers is larger than each, so its logarithm is above "
        "-1000.",
        too_large="Doubling a number adds log 2, which is less than 1, to its logarithm.",
    ),
)

# %%
_peak, _wide_peak = (
    np.exp(gmm.component_log_prob(np.zeros((1, 2)), np.zeros((1, 2)), [width * np.eye(2)]))[0, 0]
    for width in (1, 4)
)

ask(
    "warm_up_wide_gaussian",
    "The covariance of a Gaussian in the plane is multiplied by 4. What happens to its density at "
    "the mean?",
    right(
        "It falls to a quarter",
        "Both standard deviations double, so the same probability is spread over four times the "
        "area. In the formula: det grows by 16, and its square root by 4.",
        fact=np.isclose(_wide_peak, _peak / 4),
    ),
    wrong(
        "It stays the same: at the mean the distance is 0",
        "The distance is 0, but the determinant has changed, and the density is divided by its "
        "square root.",
        fact=np.isclose(_wide_peak, _peak),
        mistake="gaussian_log_density: determinant omitted",
    ),
    wrong(
        "It falls to one half",
        "That would be right on a line. In the plane both directions get twice as wide.",
        fact=np.isclose(_wide_peak, _peak / 2),
    ),
    wrong(
        "It falls to 1/16",
        "The determinant grows by 16, but the density is divided by its square root.",
        fact=np.isclose(_wide_peak, _peak / 16),
        mistake="gaussian_log_density: square root of the determinant missing",
    ),
)

# %% [markdown] slide="slide" shown="1 2"
# ## 2.2 Who made this point?
#
# Here is the mixture of chapter 1, with the weights 0.3, 0.2, 0.5. The ellipses lie one and two
# standard deviations around the means. There are 600 samples, with their labels covered, and one
# new point: the star.

# %% folded=true slide="-"
data = gmm.course_original()
X = data.X
recipe = data.params  # the mixture of chapter 1, with weights 0.3, 0.2, 0.5
star = np.array([[-6.0, -4.35]])


def draw_star(ax):
    plot_ellipses(frame(ax, np.vstack([X, star])), recipe)
    plot_data(ax, X)
    ax.plot(*star[0], "*", color="black", markersize=14, label="the new point")
    legend_below(ax)


def draw_row(ax, row):
    """Draw the responsibilities for one sample as bars with numbers."""
    ks = range(len(row))
    ax.barh(ks, row, color=[COLORS[k] for k in ks], height=0.6)
    for k in ks:
        ax.text(row[k] + 0.02, k, f"{row[k]:.3f}", va="center")
    ax.set(xlim=(0, 1.25), xticks=(0, 0.5, 1), yticks=ks, xlabel="responsibility")
    ax.set_yticklabels([f"component {k}" for k in ks])
    ax.invert_yaxis()


fig, ax = new_figure(height=4.2)
draw_star(ax)
show(
    fig,
    alt="600 grey samples in three groups, with ellipses: component 1 narrow on the left, 0 in the "
    "middle, 2 wide on the right. A star lies alone at the bottom left.",
)

# %% slide="subslide"
_distances = np.linalg.norm(star - recipe.means, axis=1)
_deviations = np.array(
    [
        np.linalg.norm(np.linalg.solve(np.linalg.cholesky(cov), (star - mean)[0]))
        for mean, cov in zip(recipe.means, recipe.covariances, strict=True)
    ]
)
_owner = gmm.e_step(star, *recipe)[0]


def answer_of_the_star():
    fig, (left, other) = new_figure(2, height=4.0)
    draw_star(left)
    for k in (1, 2):
        left.plot(*np.vstack([star, recipe.means[k : k + 1]]).T, ":", color=COLORS[k], lw=1.5)
        middle = (star[0] + recipe.means[k]) / 2
        left.annotate(
            f"{_distances[k]:.1f}",
            middle,
            (8, -10),
            textcoords="offset points",
            color=COLORS[k],
            weight="bold",
        )
    draw_row(other, _owner)
    return show(
        fig,
        alt="Left: the star with dotted lines to the means of component 1, which is near, and "
        "component 2, which is far. Right: bars of the responsibilities; that of component 2 is "
        "by far the longest.",
    )


predict(
    "who_made_this_point",
    "The star lies at (-6, -4.35). Which component do you think made it?",
    wrong(
        "Component 1",
        f"Its mean is the nearest, {_distances[1]:.1f} away. But it is narrow, and its long axis "
        "points elsewhere, so its density at the star is the smaller one.",
        fact=_owner[1] > 0.5,
        mistake="weighted_log_prob: covariance not used",
    ),
    right(
        "Component 2",
        f"Its mean is the farthest of all, {_distances[2]:.1f} away, but it is wide: that is "
        f"{_deviations[2]:.2f} standard deviations, against {_deviations[1]:.2f} for component 1. "
        "It also has the larger weight, 0.5 against 0.2. So it made the star with a probability "
        f"of {100 * _owner[2]:.0f} %.",
        fact=_owner[2] > 0.9 and _distances.argmax() == 2 and _deviations.argmin() == 2,
    ),
    wrong(
        "Component 0",
        f"It is neither near ({_distances[0]:.1f} away) nor wide: the probability that it made the "
        "star is practically 0.",
        fact=_owner[0] > 0.01,
    ),
    wrong(
        "Nobody can say: it is far from all of them",
        "All densities are tiny, but what counts is how they compare: weight times density is "
        f"{_owner[2] / _owner[1]:.0f} times as large for component 2 as for component 1.",
        fact=_owner.max() < 0.6,
    ),
    shows=answer_of_the_star(),
    in_place=True,
)

# %% [markdown] slide="notes"
# The probability that a component made a given point is called its **responsibility** for the
# point. By the end of this chapter you will compute all responsibilities of all samples at once.

# %% [markdown] slide="subslide" shown="1"
# In chapter 1 we drew the data, so we knew the label of each sample: the component it came
# from. Real data come without labels. The label $z_n$ is a **latent** (hidden) variable.

# %% folded=true slide="-"
fig, (left, other) = new_figure(2, height=4.0)
plot_data(frame(left, X), X, data.labels)
left.set_title("what we know, having drawn the data")
legend_below(left)
plot_data(frame(other, X), X)
other.set_title("what EM gets to see")
show(
    fig,
    alt="The same 600 samples twice: on the left coloured and marked by their component, on "
    "the right all in grey.",
)

# %%
_average = X[data.labels == 0].mean(axis=0)

predict(
    "mean_with_labels",
    "Suppose you know the labels, as on the left, but not the parameters. How do you estimate the "
    "mean of component 0?",
    wrong(
        "Average all 600 samples",
        f"That is ({X.mean(axis=0)[0]:.2f}, {X.mean(axis=0)[1]:.2f}), the mean of the whole "
        "mixture. It lies between the groups: two thirds of the samples belong to the others.",
        fact=np.allclose(X.mean(axis=0), recipe.means[0], atol=0.2),
        mistake="update_means: one mean for all",
    ),
    right(
        "Average the samples with label 0",
        f"That gives ({_average[0]:.2f}, {_average[1]:.2f}), and the true mean is "
        f"({recipe.means[0, 0]:.1f}, {recipe.means[0, 1]:.1f}). Their covariance is estimated in "
        "the same way.",
        fact=np.allclose(_average, recipe.means[0], atol=0.2),
    ),
    wrong(
        "That needs the covariances first",
        "An average needs nothing but the samples. With the labels there are three separate "
        "Gaussians, and nothing to untangle.",
    ),
)

# %% [markdown] slide="subslide" shown="1 2"
# With the labels, estimating the parameters is easy. With the parameters, guessing the labels is
# easy too, as for the star. We have neither. EM breaks the circle by taking turns:
#
# - **E-step**: given parameters, work out the labels, as *probabilities*;
# - **M-step**: given those probabilities, work out the parameters (chapter 3).
#
# Something has to come first, so EM starts with a guess.

# %% [markdown] slide="slide" shown="1 2"
# ## 2.3 How good is a guess?
#
# These are the data of the notebook that this course grew out of: 200 samples from each component.
# So from here on **the truth** is the mixture that describes how these data arose: the means and
# covariances of chapter 1, and weights of 1/3 each. There are also two guesses. The *ignorant*
# one knows nothing: three round components near the origin. The *middling* one has the right
# directions, but goes only half the way.

# %%
third = np.full(3, 1 / 3)
truth = gmm.GMMParams(third, recipe.means, recipe.covariances)
start = data.start
ignorant = start  # it knows nothing of the data
middling = gmm.GMMParams(third, truth.means / 2, np.array([2 * np.eye(2)] * 3))
guesses = {"ignorant": ignorant, "middling": middling, "truth": truth}


# %% folded=true slide="-"
def draw_guesses(names=tuple(guesses), nll=None, responsibilities=None):
    """Draw the data under each guess; with its NLL, or in the blends of responsibilities."""
    fig, panels = new_figure(len(names), height=3.1 if len(names) > 2 else 4.0)
    for ax, name in zip(panels, names, strict=True):
        guess = guesses[name]
        plot_ellipses(frame(ax, X), guess)
        if responsibilities is None:
            plot_data(ax, X, size=5)
        else:
            plot_responsibilities(ax, X, responsibilities(X, *guess))
        ax.set_title(name if nll is None else f"{name}: NLL {nll(X, *guess):.1f}")
        if ax is not panels[0]:
            ax.set_ylabel("")
    legend_below(panels[(len(names) - 1) // 2])
    return fig


show(
    draw_guesses(),
    alt="The same grey samples under three guesses. Ignorant: three circles almost on top of each "
    "other near the origin. Middling: three circles between the origin and the groups. Truth: "
    "ellipses that fit the groups.",
)

# %% [markdown] slide="subslide" shown="1"
# One number tells us how well a guess explains the data. Take the density of every sample,
# multiply all 600 (the samples are independent), and take the logarithm. Then change the sign,
# so that *smaller is better*. This is the **negative log-likelihood**, NLL.

# %% slide="-"
_nlls = {name: gmm.negative_log_likelihood(X, *guess) for name, guess in guesses.items()}

predict(
    "nll_of_the_truth",
    f"The ignorant guess has an NLL of {_nlls['ignorant']:.0f}. What is the NLL of the true "
    "mixture?",
    wrong(
        "0: there is nothing wrong with it",
        "The NLL does not count errors. Even the true mixture spreads its samples, so it gives "
        "each of them a density well below 1.",
        fact=abs(_nlls["truth"]) < 1,
    ),
    right(
        "Less than half of that, and far from 0",
        f"It is {_nlls['truth']:.1f}, so a typical sample has the density "
        f"e^(-{_nlls['truth'] / 600:.2f}) = {np.exp(-_nlls['truth'] / 600):.2f}.",
        fact=1000 < _nlls["truth"] < _nlls["ignorant"] / 2,
    ),
    wrong(
        "Below 0",
        "That needs a density above 1 for a typical sample, so groups much tighter than these.",
        fact=_nlls["truth"] < 0,
    ),
    wrong(
        "About the same: the data are the same",
        "The data are the same, but the parameters are not. Far from the three circles "
        "the ignorant guess gives tiny densities, and each of them costs.",
        fact=abs(_nlls["truth"] - _nlls["ignorant"]) < 500,
    ),
    shows=f"NLL of the ignorant guess {_nlls['ignorant']:.1f}, of the middling one "
    f"{_nlls['middling']:.1f}, of the truth {_nlls['truth']:.1f}.",
    in_place=True,
)

# %% [markdown]
# For small numbers by hand, this chapter has a small mixture on a line: component 0 with mean 0
# and standard deviation 1, component 1 with mean 3 and standard deviation 2, and equal weights.

# %% tags=["nbval-check-output"]
small = gmm.GMMParams(
    weights=np.array([0.5, 0.5]),
    means=np.array([[0.0], [3.0]]),
    covariances=np.array([[[1.0]], [[4.0]]]),
)
X_small = np.array([[1.0], [3.0]])
densities = np.exp(gmm.component_log_prob(X_small, small.means, small.covariances))
for x, row in zip(X_small[:, 0], densities, strict=True):
    print(f"x = {x:.0f}: densities {row.round(4)}, mixture density {row @ small.weights:.5f}")

# %%
_p = densities @ small.weights

ask(
    "nll_by_hand",
    f"The two samples x_1 = 1 and x_2 = 3 have the mixture densities {_p[0]:.5f} and {_p[1]:.5f}. "
    "What is their NLL?",
    number(
        -np.log(_p).sum(),
        0.01,
        f"-log {_p[0]:.5f} - log {_p[1]:.5f} = {-np.log(_p[0]):.3f} + {-np.log(_p[1]):.3f}.",
        slip(
            np.log(_p).sum(),
            "That is the log-likelihood. Change its sign, so that smaller is better.",
            "negative_log_likelihood: sign",
        ),
        slip(
            -np.log(_p).mean(),
            "That is the mean per sample. The NLL is the total.",
            "negative_log_likelihood: mean instead of sum",
        ),
        slip(
            -np.log(_p.sum()),
            "You have added the densities. The likelihood of two samples is their product.",
            "negative_log_likelihood: logarithm of a sum over samples",
        ),
        slip(_p.prod(), "That is the likelihood. Take its logarithm, and change the sign."),
        slip(
            -np.log10(_p).sum(),
            "That is the logarithm to base 10. We use the natural one, `np.log`.",
            "negative_log_likelihood: logarithm to another base",
        ),
        too_small="Each density is below 0.2, so each sample adds more than 1.6.",
        too_large="Each density is above 0.1, so each sample adds less than 2.31.",
    ),
)

# %% [markdown] slide="notes"
# **By hand.** You have just done it for two samples: minus the logarithm of each density, added up.
# As a formula:

# %% [markdown] slide="subslide" shown="1 2"
# $$
# \mathrm{NLL} = -\log \prod_{n=1}^N p(x_n) = -\sum_{n=1}^N \log p(x_n)
# = -\sum_{n=1}^N \log \sum_{k=1}^K \pi_k \, \mathcal{N}(x_n \mid \mu_k, \Sigma_k) .
# $$
#
# The logarithm stands *outside* the sum over components and can't be moved inside. That is
# what makes mixtures hard to fit: when we set the derivative to zero, the parameters of each
# component depend on those of all the others.

# %% [markdown] slide="subslide" shown="1 2"
# ### Exercise 1: `negative_log_likelihood` (3 points)
#
# - **In:** `X` of shape `(N, D)`, `weights` `(K,)`, `means` `(K, D)`, `covariances`
#   `(K, D, D)`.
# - **Out:** one number, the *total* over all samples (not the mean).
#
# The helper `gmm.mixture_log_density(X, weights, means, covariances)`, the function you wrote
# in chapter 1, returns $\log p(x_n)$ for all $n$.


# %% exercise="negative_log_likelihood" slide="-"
def negative_log_likelihood(X, weights, means, covariances):
    """Return minus the log-likelihood of all samples together."""
    ### BEGIN SOLUTION
    return -gmm.mixture_log_density(X, weights, means, covariances).sum()
    ### END SOLUTION


# %%
# Try it: the two samples from above should give 3.990.
try_it(negative_log_likelihood, X_small, *small)

# %% check="negative_log_likelihood"
check(negative_log_likelihood)

# %%
# Stuck? Run this cell, again for the next hint.
hint("negative_log_likelihood")

# %% [markdown]
# **Now with yours.** Your function judges the three guesses:

# %% folded=true
my_nll = yours("negative_log_likelihood")
show(
    draw_guesses(nll=my_nll),
    alt="The samples under the three guesses, each with its negative log-likelihood: ignorant "
    "5762.1, middling 2881.3, truth 2305.2.",
)

# %% [markdown]
# Now a finer comparison. Three mixtures lie close to each other: the *truth*; the *recipe*, which
# has the same means and covariances, but the weights 0.3, 0.2, 0.5; and the *fit*, which is where
# EM ends if it starts from the ignorant guess.

# %%
fit = gmm.fit(X, ignorant).params[-1]

# %%
_close = {
    name: gmm.negative_log_likelihood(X, *mixture)
    for name, mixture in (("fit", fit), ("truth", truth), ("recipe", recipe))
}
_texts = {
    "fit": (
        "the fit",
        "EM has chosen its parameters for exactly these samples, with all their "
        "chance, so no other mixture near it does better.",
    ),
    "truth": (
        "the truth",
        "It made the data, but it does not know which samples chance has drawn: something else "
        "always fits them a little better.",
    ),
    "recipe": (
        "the recipe, with weights 0.3, 0.2, 0.5",
        "It expects half of the samples from component 2, which made a third: these data speak "
        "against it.",
    ),
}

predict(
    "order_of_three_nlls",
    "How do the three rank by their NLL on these 600 samples, the smallest first?",
    order(*(_texts[name] for name in sorted(_close, key=_close.get))),
    shows=f"The fit {_close['fit']:.1f}, the truth {_close['truth']:.1f}, the recipe "
    f"{_close['recipe']:.1f}. The wrong weights alone cost "
    f"{_close['recipe'] - _close['truth']:.0f}. And the fit is "
    f"{_close['truth'] - _close['fit']:.0f} *better* than the truth: whatever data we draw, some "
    "other parameters fit them better than the true ones do.",
    in_place=True,
)

# %% [markdown] slide="notes"
# It is the *difference* of two NLLs that tells us something. Its unit is the **nat**, for natural
# logarithms: between the ignorant guess and the truth there are 3457 nats.
#
# **A good place for a break.** You can tell how good a guess is. Next we ask who made which sample.
# (Another day, run all cells first. What you wrote and answered stays.)

# %% [markdown] slide="slide" shown="1 2"
# ## 2.4 Bayes' rule, drawn
#
# Back to the question of who made a point, on the line. The dashed curves are
# $\pi_k \mathcal{N}(x \mid \mu_k, \Sigma_k)$, the solid one is their sum. The point $x = 1$ is one
# standard deviation above the mean of component 0, and one below the mean of component 1.

# %% folded=true slide="-"
line = np.linspace(-8, 11, 400)[:, None]


def draw_bayes(ax, mixture, x=None, log_terms=gmm.weighted_log_prob):
    """Draw the terms of Bayes' rule on a line; at x, the bar of responsibilities below."""
    terms = np.exp(log_terms(line, *mixture))
    for k in range(2):
        ax.plot(line, terms[:, k], "--", color=COLORS[k], label=f"component {k}", lw=1.8)
    ax.plot(line, terms.sum(axis=1), "-", color="black", lw=1.2, label="sum")
    ax.set(xlim=(-8, 11), xlabel="x", ylabel="weight times density")
    top = max(0.34, 1.05 * terms.sum(axis=1).max())
    ax.set_ylim(0, top)
    ax.set_yticks([0, 0.1, 0.2, 0.3])
    ax.legend(loc="upper right", fontsize=9, frameon=False)
    if x is None:
        return None
    heights = np.exp(log_terms(np.array([[x]]), *mixture))[0]
    row = gmm.e_step(np.array([[x]]), *mixture)[0]
    ax.plot([x, x], [0, heights.sum()], "-", color=GREY, lw=1)
    for k in range(2):
        ax.plot(x, heights[k], MARKERS[k], color=COLORS[k], markersize=7)
    ax.set_ylim(-0.42 * top, top)  # below the axis of x is room for a bar from 0 to 1
    ax.spines["bottom"].set_position(("data", 0))
    ax.spines["left"].set_bounds(0, top)
    ax.spines["right"].set_bounds(0, top)
    ax.yaxis.set_label_coords(-0.09, 0.65)
    bar = ax.inset_axes([0, 0, 1, 0.1])
    for k in range(2):
        left = row[:k].sum()
        bar.barh(0, row[k], left=left, color=COLORS[k])
        if row[k] > 0.12:
            text = f"component {k}: {row[k]:.2f}" if row[k] > 0.3 else f"{row[k]:.2f}"
            place = left + row[k] / 2, 0
            bar.text(*place, text, ha="center", va="center", color="white", weight="bold")
    bar.set(xlim=(0, 1), ylim=(-0.4, 0.4), xticks=[], yticks=[])
    bar.set_title(f"responsibilities at x = {x:.2f}", fontsize=10, pad=4)
    return row


fig, ax = new_figure(height=3.8)
draw_bayes(ax, small)
ax.plot([1, 1], [0, 0.3], ":", color=GREY)
ax.annotate("x = 1", (1, 0.305), ha="center")
show(
    fig,
    alt="Two dashed bell curves, a narrow high one around 0 and a wide low one around 3, and their "
    "solid sum. A dotted line marks x = 1.",
)

# %% slide="subslide"
_at_one = gmm.e_step(X_small[:1], *small)[0]


def bayes_at_one():
    fig, ax = new_figure(height=4.4)
    draw_bayes(ax, small, 1.0)
    return show(
        fig,
        alt="The two dashed curves with the point 1 marked: the curve of component 0 is twice as "
        "high there. A bar below is divided two to one.",
    )


predict(
    "one_deviation_from_both",
    "Component 0 has the mean 0 and the standard deviation 1, component 1 the mean 3 and the "
    "standard deviation 2. x = 1 is one standard deviation away from both means, and the weights "
    "are equal. How responsible are components 0 and 1 for it?",
    wrong(
        "1/2 and 1/2",
        "The distances are equal, but the heights of the curves are not. Component 1 is twice as "
        "wide, so its density is half as high.",
        fact=np.allclose(_at_one, 1 / 2, atol=0.05),
        mistake="e_step: determinant omitted",
    ),
    right(
        "2/3 and 1/3",
        "The curve of component 0 is twice as high there. Only the ratio of the heights counts.",
        fact=np.allclose(_at_one, [2 / 3, 1 / 3]),
    ),
    wrong(
        "1 and 0",
        "The higher curve is the better bet, but the lower one is not 0: of three such points "
        "one comes from component 1.",
        fact=_at_one[0] > 0.99,
        mistake="e_step: hard assignment",
    ),
    wrong(
        "0.12 and 0.06",
        "These are the heights of the curves. They do not sum to one yet: divide by their sum.",
        fact=np.isclose(_at_one.sum(), 0.18, atol=0.01),
        mistake="e_step: not normalised",
    ),
    shows=bayes_at_one(),
)

# %% [markdown] slide="subslide" shown="1 2"
# Move $x$, and the bar shows who is responsible for it. Things to try:
#
# - At which $x$ are both components equally responsible? There is more than one such place.
# - Where is component 0 surest? Is that at its mean?
# - With $x = 1$, which weight of component 0 makes the bar half and half?


# %% folded=true slide="-"
def draw_bayes_at(ax, x, weight):
    mixture = gmm.GMMParams(np.array([weight, 1 - weight]), small.means, small.covariances)
    row = draw_bayes(ax, mixture, x)
    return f"At x = {x:.2f}: responsibilities {row[0]:.3f} and {row[1]:.3f}."


SliderFigure(
    draw_bayes_at,
    shows="Two dashed curves, one per component, their sum, and a bar of the responsibilities.",
    height=4.4,
    x=real_slider("x", -7.0, 10.0, value=5.0, step=0.05),
    weight=real_slider("weight of component 0", 0.02, 0.98, value=0.5, step=0.01),
)

# %% [markdown] slide="notes"
# <details><summary>Answers</summary>
#
# - Near 1.42, between the means, and near -3.42. To the left of that the *wide* component wins
#   again, although the other mean is nearer. That is the story of the star.
# - At -1, with 0.90. To the left of its mean there is less competition from component 1.
#   It never gets beyond 0.90.
# - 1/3. Component 1 is then twice as frequent, which makes up for its lower density.
#
# </details>

# %% [markdown]
# **By hand.** At $x = 3$ the densities are 0.0044 and 0.1995. With weights (0.5, 0.5) the products
# are 0.0022 and 0.0997. Their sum is 0.1020, so the responsibilities are (0.022, 0.978). Now you:

# %%
_heavy = np.array([0.9, 0.1]) * densities[1]
_small_row = gmm.e_step(X_small, *small)[1]

ask(
    "weights_by_hand",
    f"The densities at x = 3 are {densities[1, 0]:.4f} and {densities[1, 1]:.4f}. The weights are "
    "now 0.9 and 0.1. How responsible is component 0?",
    number(
        _heavy[0] / _heavy.sum(),
        0.004,
        f"The products are {_heavy[0]:.4f} and {_heavy[1]:.4f}, and {_heavy[0]:.4f} / "
        f"{_heavy.sum():.4f} is a sixth. With equal weights it was {_small_row[0]:.3f}: weights "
        "matter as much as densities.",
        slip(
            round(_small_row[0], 3),
            "This is the answer for equal weights. Multiply each density by its weight.",
            "e_step: weights omitted",
        ),
        slip(0.9, "That is the weight alone, the probability before we look at x."),
        slip(
            round(_heavy[1] / _heavy.sum(), 3), "That is the responsibility of the other component."
        ),
        slip(
            round(_heavy[0] / _heavy[1], 3),
            "You have divided one product by the other. Divide by the sum of both.",
        ),
        slip(
            round(_heavy[0], 3),
            "That is weight times density. Divide it by the sum of both products.",
            "e_step: not normalised",
        ),
        too_small="Multiply each density by its weight, then divide by the sum of both products. "
        "The larger weight makes it more than with equal weights.",
        too_large="The density of component 1 is 45 times as large, the weight of component 0 only "
        "9 times: component 1 still has more than half.",
    ),
)

# %% [markdown] slide="subslide" shown="1 2"
# Now the rule for any mixture. *Before* we look at $x_n$, component $k$ has probability $\pi_k$.
# Bayes' rule gives the probability *after* we have seen it:
#
# $$
# r_{nk} = p(z_n = k \mid x_n)
# = \frac{\overbrace{\pi_k}^{\text{prior}}\;
#         \overbrace{\mathcal{N}(x_n \mid \mu_k, \Sigma_k)}^{\text{likelihood}}}
#        {\underbrace{\textstyle\sum_{j=1}^K \pi_j \,
#         \mathcal{N}(x_n \mid \mu_j, \Sigma_j)}_{\text{evidence: the mixture density } p(x_n)}} .
# $$
#
# This is the **responsibility** of component $k$ for sample $n$. A sample must come
# from *some* component, so each row of responsibilities sums to one: $\sum_k r_{nk} = 1$.
# For two components $j$ and $k$ the denominator cancels, and the *ratio* is easy to remember:
# $r_{nk} / r_{nj}$ is the ratio of the weights times the ratio of the densities.

# %%
_equal = gmm.e_step(star, *truth)[0]

predict(
    "the_star_with_equal_weights",
    "For the star, components 1 and 2 had the responsibilities "
    f"{_owner[1]:.3f} and {_owner[2]:.3f}, with weights 0.2 and 0.5; that of component 0 was 0. "
    "Now all three weights become 1/3. How responsible is component 2?",
    number(
        round(_equal[2], 3),
        0.02,
        f"The ratio was {_owner[2] / _owner[1]:.1f}. A factor 0.5 / 0.2 = 2.5 of it came from the "
        f"weights, so {_equal[2] / _equal[1]:.2f} is left, and {_equal[2] / _equal[1]:.2f} to 1 "
        f"makes {_equal[2]:.2f}.",
        slip(
            round(_owner[2], 3),
            "This would be so if the weights did not matter. Component 2 has lost its advantage.",
            "e_step: weights omitted",
        ),
        slip(
            0.333,
            "That is the prior, before one looks at the star. Its density under component 2 is "
            "still larger than under component 1.",
        ),
        slip(
            round(_owner[2] / 2.5, 3),
            "You have divided the responsibility by 2.5. Divide the *ratio* of the two by 2.5.",
        ),
        slip(
            round(_owner[2] / 1.5, 3),
            "You have scaled this responsibility alone. That of component 1 changes, too: it is "
            "the ratio of the two that tells.",
        ),
        too_small="Component 2 still has the larger density at the star, by a factor of about 5.",
        too_large="A responsibility is a number between 0 and 1, and this one falls: component 2 "
        "loses the advantage of its weight.",
    ),
)

# %% [markdown] slide="subslide" shown="1 2"
# Far away all densities underflow, so we work with logarithms. The product becomes a sum and the
# fraction a difference:
#
# $$ \log r_{nk} = a_{nk} - \log \sum_j e^{a_{nj}}, \qquad
# a_{nk} = \log\pi_k + \log\mathcal{N}(x_n \mid \mu_k, \Sigma_k) . $$
#
# You write this in two steps: first $a_{nk}$ for all samples and components, then the
# responsibilities.
#
# **By hand.** At $x = 1$ the densities are 0.242 and 0.121. With weights (0.2, 0.8) the products
# are 0.048 and 0.097, so $a = (-3.028, -2.335)$.

# %% [markdown] slide="subslide" shown="1 2"
# ### Exercise 2: `weighted_log_prob` (2 points)
#
# - **In:** `X`, `weights`, `means`, `covariances`, as before.
# - **Out:** $a_{nk}$, the logarithm of weight times density, shape `(N, K)`.
#
# The helper `gmm.component_log_prob(X, means, covariances)` returns
# $\log\mathcal{N}(x_n \mid \mu_k, \Sigma_k)$, shape `(N, K)`.


# %% exercise="weighted_log_prob" slide="-"
def weighted_log_prob(X, weights, means, covariances):
    """Return log(weight times density) of each component, for each row of X."""
    ### BEGIN SOLUTION
    return gmm.component_log_prob(X, means, covariances) + np.log(weights)
    ### END SOLUTION


# %%
# Try it at x = 1, 3 and 0. The shape should be (3, 2),
# and the first row (-3.028, -2.335), as by hand.
unequal = gmm.GMMParams(np.array([0.2, 0.8]), small.means, small.covariances)
try_it(weighted_log_prob, np.array([[1.0], [3.0], [0.0]]), *unequal)

# %% check="weighted_log_prob"
check(weighted_log_prob)

# %%
# Stuck? Run this cell, again for the next hint.
hint("weighted_log_prob")

# %% [markdown]
# **Now with yours.** The curves again, with the weights 0.2 and 0.8, as `np.exp` of your function:

# %% folded=true
fig, ax = new_figure(height=4.4)
draw_bayes(ax, unequal, 1.0, log_terms=yours("weighted_log_prob"))
show(
    fig,
    alt="The dashed curves with weights 0.2 and 0.8: at x = 1 that of component 1 is now twice as "
    "high, and the bar below is divided one to two.",
)

# %% [markdown] slide="slide" shown="1 2"
# ## 2.5 From logarithms to responsibilities
#
# The point $x = -100$ lies far to the left of both means. There `np.exp(a)` is exactly 0 for both
# components.

# %% slide="-"
_far = np.array([[-100.0]])
_a = gmm.weighted_log_prob(_far, *small)[0]
_row = gmm.e_step(_far, *small)[0]

predict(
    "who_made_minus_100",
    "Component 0 has mean 0 and standard deviation 1, component 1 mean 3 and standard deviation 2. "
    "Both densities at x = -100 underflow to 0. What are the responsibilities?",
    wrong(
        "0 / 0: there are none",
        "That is what one gets by dividing the densities. In exact numbers they are tiny, but not "
        "0, and their ratio is well defined.",
        fact=not np.isfinite(_row).all(),
        mistake="e_step: underflow",
    ),
    wrong(
        "(1, 0): the mean of component 0 is nearer",
        "Nearer by 3, but 100 standard deviations away. For component 1 it is 51.5.",
        fact=_row[0] > 0.99,
    ),
    right(
        "(0, 1) to many digits",
        f"The logarithms are {_a[0]:.0f} and {_a[1]:.0f}, so component 1 is ahead by a factor of "
        f"e^{_a[1] - _a[0]:.0f}. Far out the widest component owns everything.",
        fact=_row[1] > 0.999999,
    ),
    wrong(
        "(1/2, 1/2): both are 0",
        "They are 0 on the computer only. A small number added to both, as a guard against 0 / 0, "
        "gives exactly this wrong answer.",
        fact=np.allclose(_row, 1 / 2, atol=0.1),
        mistake="e_step: underflow hidden",
    ),
)

# %% [markdown] slide="subslide" shown="1 2"
# ### Exercise 3: `e_step` (5 points)
#
# - **In:** `X`, `weights`, `means`, `covariances`, as before.
# - **Out:** the responsibilities, shape `(N, K)`; each row sums to one.
#
# It must also be right for samples far from all components. Two helpers may be useful; both
# take the same four arguments: `gmm.weighted_log_prob`, which returns shape `(N, K)`, and
# `gmm.mixture_log_density`, which returns shape `(N,)`.
#
# **By hand.** At $x = 1$, with weights (0.2, 0.8), $a = (-3.028, -2.335)$. Subtract the maximum,
# which leaves $(-0.693, 0)$; exponentiate, $(0.5, 1)$; divide by the sum, $(0.333, 0.667)$. The
# same works for $a = (-1000, -1001)$, where both densities underflow. Subtract the maximum:
# $(0, -1)$; exponentiate: $(1, 0.368)$; divide by the sum, 1.368: $(0.731, 0.269)$.


# %% exercise="e_step" slide="-"
def e_step(X, weights, means, covariances):
    """Return the responsibility of each component for each row of X."""
    ### BEGIN SOLUTION
    numerator = gmm.weighted_log_prob(X, weights, means, covariances)
    evidence = gmm.mixture_log_density(X, weights, means, covariances)
    return np.exp(numerator - evidence[:, None])
    ### END SOLUTION


# %%
# Try it at x = 1, 3 and -100, with weights 0.2 and 0.8.
# The first row should be (0.333, 0.667), and the last one the
# answer for x = -100: these weights don't change it.
try_it(e_step, np.array([[1.0], [3.0], [-100.0]]), *unequal)

# %% check="e_step"
check(e_step)

# %%
# Stuck? Run this cell, again for the next hint.
hint("e_step")

# %% [markdown] slide="notes"
# **A good place for a break.** You have written the E-step. What follows shows what it sees.

# %% [markdown] slide="slide" shown="1 2"
# ## 2.6 Now with yours: 600 samples
#
# A picture can show all responsibilities at once: each sample is drawn in a **blend** of the
# components' colours, mixed in proportion to its responsibilities.

# %% slide="-"
_start_rows = gmm.e_step(X, *ignorant)
_largest = _start_rows.max(axis=1)
fig, ax = new_figure(height=4.0)
plot_responsibilities(frame(ax, X), X, _start_rows)
plot_ellipses(ax, ignorant)
ax.set_title("ignorant: a tint above and below")
legend_below(ax)

predict(
    "colours_of_the_ignorant_guess",
    "Under the ignorant guess the three circles lie almost on top of each other. What will most "
    "of the samples look like?",
    right(
        "Blends of the three colours, hardly any of them pure",
        "No component is far ahead of the others: for half of the samples no responsibility is "
        f"above {np.median(_largest):.2f}, and only {(_largest > 0.9).sum()} of the 600 has one "
        "above 0.9.",
        fact=np.median(_largest) < 0.5 and (_largest > 0.9).sum() == 1,
    ),
    wrong(
        "Three regions of pure colours, one per nearest mean",
        "That would be a hard assignment to the nearest mean. Responsibilities change slowly "
        "where the densities are nearly equal.",
        fact=(_largest > 0.9).mean() > 0.5,
        mistake="e_step: hard assignment",
    ),
    wrong(
        "All exactly the same grey: the guess knows nothing",
        "Covariances and weights are equal, but the means differ a little, and this "
        "little is what EM starts from.",
        fact=np.ptp(_start_rows, axis=0).max() < 0.01,
    ),
    wrong(
        "Pure colours in the three groups",
        "The groups are there in the data, but the guess does not know of them.",
        fact=(_largest > 0.9).mean() > 0.5,
    ),
    shows=show(
        fig,
        alt="600 samples under the ignorant guess. Nearly all are drawn in blends, more orange "
        "above and bluer below; only far out at the top and at the bottom is a colour nearly pure.",
    ),
    in_place=True,
)

# %% [markdown] slide="subslide" shown="1"
# Now your function colours the samples under the other two sets of parameters.

# %% folded=true slide="-"
my_e_step = yours("e_step")
show(
    draw_guesses(("middling", "truth"), responsibilities=my_e_step),
    alt="Left: under the middling guess the left group has a pure colour, and the other two are "
    "blended. Right: under the truth nearly all samples have pure colours; there are blends only "
    "where the middle and the right group meet.",
)

# %% [markdown] slide="notes"
# The middling guess is already sure of the left group, and doubtful about the rest. The true
# parameters leave doubt only where two groups meet.

# %% [markdown] slide="subslide" shown="1"
# Blends are pretty, but numbers are exact. **Pick a sample:** the slider goes through them from
# left to right, and the bars show its row of the responsibilities. The arrow keys move it by one.
#
# Things to try:
#
# - Under the truth, find a sample that two components claim almost equally. Where does it lie?
# - Look at the same sample under the other two guesses.
# - Is the ignorant guess sure of any sample?

# %% folded=true slide="-"
from_left = X[:, 0].argsort()
rows_of = {name: my_e_step(X, *guess) for name, guess in guesses.items()}


def draw_sample(axes, sample, guess):
    n = from_left[sample]
    row = rows_of[guess][n]
    left, bars = axes
    plot_responsibilities(frame(left, X), X, rows_of[guess])
    plot_ellipses(left, guesses[guess])
    left.plot(*X[n], "o", color="black", markersize=13, fillstyle="none", markeredgewidth=2)
    legend_below(left)
    draw_row(bars, row)
    numbers = ", ".join(f"{r:.4f}" for r in row)
    return f"Sample {sample}, at {X[n].round(2)}: responsibilities {numbers}."


SliderFigure(
    draw_sample,
    n_panels=2,
    height=4.0,
    shows="Left: all samples in their blends, one of them in a black ring. Right: its "
    "responsibilities as bars.",
    sample=integer_slider("sample, from left to right", 0, 599, value=300),
    guess=dropdown("parameters", list(guesses), "truth"),
)

# %% [markdown] slide="notes"
# <details><summary>Answers</summary>
#
# - There are 13 for which no component reaches 0.6, all of them between samples 295 and 414, where
#   components 0 and 2 overlap. The least certain is sample 403: 0.4997 for component 0 and 0.5003
#   for component 2.
# - The middling guess has its own idea of where components 0 and 2 meet. The ignorant one is
#   undecided between all three.
# - Of one only: a sample at the bottom right of the picture, with 0.935 for component 0. EM will
#   start from this guess all the same: a slight tint above and below is enough for it.
#
# </details>

# %% slide="subslide"
_rows = gmm.e_step(X, *truth)
_surest = _rows.max(axis=1)
_is_wrong = _rows.argmax(axis=1) != data.labels
_unsure = (_surest < 0.9).sum()

predict(
    "labels_from_responsibilities",
    "Under the truth, give each of the 600 samples to its most responsible component. How many of "
    "them get the wrong label?",
    wrong(
        "None: these are the true parameters",
        "Where two components overlap, both have made samples, and no parameters can tell which "
        "is whose.",
        fact=not _is_wrong.any(),
    ),
    wrong(
        f"All {_unsure} for which no component reaches 0.9",
        "Most of these are right: a component with a responsibility of 0.8 is the wrong one in one "
        f"of five cases only. Of the {_unsure}, {_is_wrong[_surest < 0.9].sum()} are wrong.",
        fact=_is_wrong[_surest < 0.9].mean() > 0.5,
    ),
    right(
        "About 20",
        f"It is {_is_wrong.sum()}. The most responsible component is the wrong one with the "
        "probability that the others have together. Over all samples these probabilities add up to "
        f"{(1 - _surest).sum():.1f}.",
        fact=abs(_is_wrong.sum() - 20) < 5 and abs((1 - _surest).sum() - 20) < 1,
    ),
    wrong(
        "About 400: there are three components",
        "That would be guessing. Most samples lie where one component has nearly all of the "
        "responsibility.",
        fact=_is_wrong.mean() > 0.5,
    ),
)

# %% [markdown]
# The responsibilities say so before anybody looks at the labels: they leave room for about 20
# errors.

# %% tags=["nbval-check-output"]
true_rows = gmm.e_step(X, *truth)
print("wrong labels:   ", (true_rows.argmax(axis=1) != data.labels).sum())
print("errors expected:", (1 - true_rows.max(axis=1)).sum().round(1))

# %% [markdown] slide="slide" shown="1 2"
# ## 2.7 Play with the parameters
#
# The column sums $N_k = \sum_n r_{nk}$ are the **effective counts**: how many samples each
# component accounts for. They need not be whole numbers, but they sum to $N$. Chapter 3 is built
# on them.
#
# Somebody has moved component 0, widened it, and changed its weight; the other two are at the truth
# and divide the rest of the weight equally. On the right you see the effective counts, and the NLL
# between the fit and the start, the ignorant guess.
#
# Things to try:
#
# 1. Bring component 0 back, with nothing to guide you but the NLL: move one slider after the other
#    to where the NLL is smallest, then go round again. Where do you end? Is that the truth?
# 2. From there, give component 0 a weight of nearly 0. Which samples does it keep?
# 3. Put the weight back, and make it very wide. Which samples of the other groups does it take over
#    now, and why not those close to the other two means?
# 4. Put the width back, too. Where must you move its mean to make it lose all its samples? And what
#    does that cost?

# %% folded=true slide="-"
nll_of_fit, nll_of_start = (gmm.negative_log_likelihood(X, *m) for m in (fit, ignorant))


def draw_counts(ax, counts):
    ks = range(len(counts))
    ax.bar(ks, counts, color=[COLORS[k] for k in ks], width=0.6)
    for k in ks:
        ax.text(k, counts[k] + 15, f"{counts[k]:.1f}", ha="center")
    ax.set(xticks=ks, ylim=(0, 700), yticks=(0, 200, 400, 600), title="effective counts $N_k$")
    ax.set_xticklabels([f"component {k}" for k in ks], fontsize=9)


def draw_gauge(ax, nll):
    """Draw where an NLL stands between the fit and the start; beyond the axis as an arrow."""
    low, high = 1700, 6700
    ax.barh(0, min(nll, high) - nll_of_fit, left=nll_of_fit, color=GREY, height=0.4)
    ax.plot(min(nll, high - 60), 0, "D" if nll < high else ">", color="black", markersize=7)
    for value, name in ((nll_of_fit, "fit"), (nll_of_start, "start")):
        ax.axvline(value, color="black", lw=1.5)
        ax.text(value, 0.62, f"{name}\n{value:.1f}", ha="center", va="bottom", fontsize=9)
    ax.set(xlim=(low, high), ylim=(-0.6, 0.6), yticks=[], xlabel=f"NLL now: {nll:.1f}")


def draw_moved(axes, x, y, weight, width):
    weights = np.array([weight, (1 - weight) / 2, (1 - weight) / 2])
    means, covariances = truth.means.copy(), truth.covariances.copy()
    means[0] = x, y
    covariances[0] *= width**2
    moved = gmm.GMMParams(weights, means, covariances)
    rows, nll = my_e_step(X, *moved), my_nll(X, *moved)
    left, rest = axes
    plot_responsibilities(frame(left, X), X, rows)
    plot_ellipses(left, moved)
    legend_below(left)
    rest.axis("off")
    draw_counts(rest.inset_axes([0.08, 0.45, 0.92, 0.48]), rows.sum(axis=0))
    draw_gauge(rest.inset_axes([0.08, 0.08, 0.92, 0.1]), nll)
    counts = ", ".join(f"{count:.1f}" for count in rows.sum(axis=0))
    return f"NLL {nll:.1f}. Effective counts of components 0, 1, 2: {counts}."


SliderFigure(
    draw_moved,
    n_panels=2,
    height=4.4,
    shows="Left: 600 samples, each in the blend of its responsibilities, with three ellipses. "
    "Right: the effective counts as bars, and the NLL between that of the fit and of the start.",
    x=real_slider("mean of component 0, x1", -8.0, 8.0, value=-1.0, step=0.2),
    y=real_slider("mean of component 0, x2", -5.0, 5.0, value=3.0, step=0.2),
    weight=real_slider("weight of component 0", 0.01, 0.99, value=0.6, step=0.01),
    width=real_slider("width of component 0", 0.2, 5.0, value=2.5, step=0.05),
)

# %% [markdown] slide="notes"
# <details><summary>Answers</summary>
#
# 1. Two rounds lead from 2692.8 down to 2304.0, at the mean (1.2, 0.4), with the weight 0.33 and
#    the width 0.95. The truth has the same mean, the weight 1/3 and the width 1, and its NLL is
#    2305.2: chance has made the middle group of these 600 samples a little tighter than its
#    component. EM, which moves everything at once, will get down to 2295.1.
# 2. With a weight of 0.01 it keeps 122 samples: those of its group that lie away from
#    component 2. There it has no competition, and even a small weight is enough.
# 3. The outermost. Close to their means the other components have densities that a wide component
#    can't match: it has spread its probability too thinly.
# 4. Into the bottom left corner, for example: at (-8, -5) its effective count is 0.0, and the NLL
#    is 3305.5. The other two have to explain its group, and do it badly.
#
# </details>

# %% [markdown]
# ## 2.8 Bug hunt
#
# Three functions compute the responsibilities for one number `x` on a line. One is right. The
# slips in the other two are easy to make, and easy to miss. `NormalDist(m, s)` is Python's own
# normal distribution, with mean `m` and *standard deviation* `s`.

# %%
from statistics import NormalDist


def bug_hunt_a(x, weights, means, variances):
    pairs = zip(means, variances, strict=True)
    densities = [NormalDist(m, v).pdf(x) for m, v in pairs]
    joint = np.multiply(weights, densities)
    return joint / joint.sum()


def bug_hunt_b(x, weights, means, variances):
    pairs = zip(means, variances, strict=True)
    # The constant of the Gaussian cancels below.
    densities = [np.exp(-((x - m) ** 2) / (2 * v)) for m, v in pairs]
    joint = np.multiply(weights, densities)
    return joint / joint.sum()


def bug_hunt_c(x, weights, means, variances):
    pairs = zip(means, variances, strict=True)
    densities = [NormalDist(m, v**0.5).pdf(x) for m, v in pairs]
    joint = np.multiply(weights, densities)
    return joint / joint.sum()


# %%
def _agree(first, second, variances, weights=(0.5, 0.5), x=1.0):
    rows = (f(x, weights, (0.0, 3.0), variances) for f in (first, second))
    return np.allclose(*rows)


_reference = gmm.e_step(X_small[:1], *small)[0]
_hunted = {
    name: np.allclose(f(1.0, (0.5, 0.5), (0.0, 3.0), (1.0, 4.0)), _reference)
    for name, f in (("a", bug_hunt_a), ("b", bug_hunt_b), ("c", bug_hunt_c))
}

ask(
    "bug_hunt_e_step_which",
    "Which of the three is right?",
    wrong(
        "bug_hunt_a",
        "It hands over a variance where a standard deviation is expected: NormalDist(m, 4) has "
        "variance 16.",
        fact=_hunted["a"],
        mistake="e_step: variance taken for standard deviation",
    ),
    wrong(
        "bug_hunt_b",
        "The 2 pi cancels, but 1 / sqrt(v) does not: it differs from component to component. "
        "Without it a wide component gets too much.",
        fact=_hunted["b"],
        mistake="e_step: determinant omitted",
    ),
    right(
        "bug_hunt_c",
        "It takes the square root of the variance, and multiplies each full density by its weight.",
        fact=_hunted["c"],
    ),
    in_place=True,
)

# %% [markdown]
# A test would have shown it. Not every test, though: try some inputs before you answer.

# %%
# Put in variances and weights instead of None, such as
# (2.0, 3.0), (0.4, 0.6), and run the cell again.
tried = None
for hunted in (bug_hunt_a, bug_hunt_b, bug_hunt_c) if tried else ():
    print(hunted.__name__, hunted(1.0, tried[1], (0.0, 3.0), tried[0]).round(3))


# %%
def _shows_both(variances, weights=(0.5, 0.5), x=1.0):
    return not any(_agree(f, bug_hunt_c, variances, weights, x) for f in (bug_hunt_a, bug_hunt_b))


ask(
    "bug_hunt_e_step_input",
    "Which test shows both slips? The means are 0 and 3.",
    wrong(
        "Variances (1, 1), weights (0.5, 0.5), x = 1",
        "The root of 1 is 1, and equal constants cancel: all three agree. Our ignorant guess "
        "is like that, so a test on it shows nothing.",
        fact=_shows_both((1, 1)),
    ),
    wrong(
        "Variances (1, 1), weights (0.2, 0.8), x = 1",
        "Unequal weights show a forgotten weight. All three use theirs, and still agree.",
        fact=_shows_both((1, 1), (0.2, 0.8)),
    ),
    wrong(
        "Variances (4, 4), weights (0.5, 0.5), x = 1",
        "This shows the first slip. The second one stays unseen: equal constants cancel.",
        fact=_shows_both((4, 4)),
    ),
    right(
        "Variances (1, 4), weights (0.5, 0.5), x = 1",
        "Test with variances that are not 1 and not equal. Here the three say "
        + ", ".join(
            f"{f(1.0, (0.5, 0.5), (0.0, 3.0), (1.0, 4.0))[0]:.3f}"
            for f in (bug_hunt_a, bug_hunt_b, bug_hunt_c)
        )
        + " for component 0, and 2/3 is right.",
        fact=_shows_both((1, 4)),
    ),
    in_place=True,
)

# %% [markdown]
# ## 2.9 Five questions
#
# The last one is from chapter 1.

# %%
_r = gmm.e_step(X, *truth)

ask(
    "sums_of_responsibilities",
    "The responsibilities of 600 samples and 3 components are a table of shape (600, 3). Which "
    "of these statements are true?",
    right(
        "Each row sums to 1",
        "A sample came from one of the components.",
        fact=np.allclose(_r.sum(axis=1), 1),
    ),
    wrong(
        "Each column sums to 1",
        "A column sums to N_k, the number of samples that component k accounts for.",
        fact=np.allclose(_r.sum(axis=0), 1),
        mistake="e_step: normalised over samples",
    ),
    right(
        "All entries sum to 600",
        "600 rows, each with the sum 1.",
        fact=np.isclose(_r.sum(), 600),
    ),
    wrong(
        "Each row has a single 1 and otherwise 0",
        "These would be labels. Responsibilities are probabilities of labels.",
        fact=np.allclose(_r.max(axis=1), 1),
        mistake="e_step: hard assignment",
    ),
    several=True,
)

# %%
_logs = np.array([-4.0, -4.0 - np.log(3)])
_of_logs = np.exp(_logs - np.logaddexp(*_logs))

ask(
    "responsibility_from_logarithms",
    "For one sample a = (-4, -5.1), and 5.1 is 4 + log 3. How responsible is the first component?",
    number(
        _of_logs[0],
        0.01,
        "Subtract the maximum: (0, -log 3). Exponentiate: (1, 1/3). Divide by the sum: 3/4.",
        slip(
            round(_logs[0] / _logs.sum(), 3),
            "You have divided the logarithms. Exponentiate first, then divide by the sum.",
            "e_step: logarithms normalised without exponentiating",
        ),
        slip(0.25, "That is the responsibility of the second component."),
        slip(
            3,
            "That is the ratio of the two, which is 3 to 1. Divide 3 by the sum of both.",
        ),
        slip(
            0.333,
            "That is the ratio of the second to the first. Divide 1 by the sum of 1 and 1/3.",
        ),
        slip(
            1,
            "The second component is not out of the question: after the maximum is subtracted, the "
            "exponentials are 1 and 1/3. Divide by their sum, 4/3.",
        ),
        slip(
            round(np.exp(-4), 3),
            "That is weight times density of the first component. Divide by the sum over both.",
            "e_step: not normalised",
        ),
        too_small="The first component has three times the weight times density of the second.",
        too_large="No responsibility is above 1, and the second component still has a third of the "
        "first one's weight times density.",
    ),
)

# %%
_twice = np.vstack([X, X])
_nll_once, _nll_twice = (gmm.negative_log_likelihood(data_, *truth) for data_ in (X, _twice))
_same_rows = np.allclose(gmm.e_step(_twice, *truth)[:600], _r)

ask(
    "every_sample_twice",
    "Every sample is entered twice, so there are 1200. The parameters stay. What happens?",
    right(
        "The NLL doubles, the responsibilities of each sample stay",
        "The NLL is a sum over samples. A row of responsibilities depends on its own sample only.",
        fact=np.isclose(_nll_twice, 2 * _nll_once) and _same_rows,
    ),
    wrong(
        "Nothing: the fit is as good as before",
        "This is true of the mean per sample. The NLL is the total.",
        fact=np.isclose(_nll_twice, _nll_once),
        mistake="negative_log_likelihood: mean instead of sum",
    ),
    wrong(
        "The NLL doubles, the responsibilities are halved",
        "Halved rows would not sum to one. They are divided by a sum over components, not over "
        "samples.",
        fact=not _same_rows,
        mistake="e_step: normalised over samples",
    ),
    wrong(
        "The NLL is squared",
        "The *likelihood* is squared, as it is a product. Its logarithm doubles.",
        fact=np.isclose(_nll_twice, _nll_once**2),
    ),
)

# %%
_in_mm = gmm.GMMParams(truth.weights, 10 * truth.means, 100 * truth.covariances)
_rise = gmm.negative_log_likelihood(10 * X, *_in_mm) - _nll_once

ask(
    "from_cm_to_mm",
    "600 samples and a mixture, both in the plane, are converted from cm to mm: all coordinates "
    "are multiplied by 10. What happens?",
    right(
        "The responsibilities stay, the NLL rises",
        "Each density is divided by 100, as a square centimetre has 100 square millimetres. That "
        f"cancels in Bayes' rule, and adds 600 log 100 = {_rise:.0f} to the NLL.",
        fact=np.allclose(gmm.e_step(10 * X, *_in_mm), _r) and np.isclose(_rise, 600 * np.log(100)),
    ),
    wrong(
        "Both stay: they are the same data",
        "Probabilities stay, but a density is a probability per area, and the unit of area has "
        "changed. Never compare NLLs in different units.",
        fact=np.isclose(_rise, 0),
    ),
    wrong(
        "The responsibilities are divided by 100, the NLL rises",
        "All densities of a sample are divided by the same number, which cancels.",
        fact=np.allclose(gmm.e_step(10 * X, *_in_mm), _r / 100),
        mistake="e_step: not normalised",
    ),
    wrong(
        "The responsibilities move towards 1/3, the NLL stays",
        "Distances grow, but so do the standard deviations that they are measured in.",
        fact=not np.allclose(gmm.e_step(10 * X, *_in_mm), _r),
        mistake="e_step: covariance not used",
    ),
)

# %%
_sigma = np.array([[9.0, 3.0], [3.0, 5.0]])

ask(
    "cholesky_last_entry",
    "From chapter 1: the covariance has the rows (9, 3) and (3, 5). Its Cholesky factor L has the "
    "rows (3, 0) and (1, ?). Which number is missing?",
    number(
        np.linalg.cholesky(_sigma)[1, 1],
        0.005,
        "The second row of L must have the squared length 5: sqrt(5 - 1) = 2.",
        slip(4, "Almost: 5 - 1 = 4 is its square."),
        slip(2.236, "sqrt 5 would be right if there were a 0 beside it: subtract the 1 first."),
        slip(5, "L is a root of the covariance. Check L times its transpose, entry (2, 2)."),
        slip(-2, "Its square is right, but the diagonal of a Cholesky factor is positive."),
        too_small="Check L times its transpose: the entry (2, 2) must be 5. And the diagonal "
        "of L is positive.",
        too_large="Check L times its transpose: the entry (2, 2) must be 5.",
    ),
)

# %% [markdown]
# ## 2.10 Written questions
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
# The exercises and questions of this chapter, as of now.

# %%
progress()

# %% [markdown] slide="slide" shown="1 2 3"
# ## Summary
#
# You can now say how well a mixture explains data whose labels are hidden, in one number, the NLL.
# You can compute for each sample how responsible each component is: weight times density, divided
# by the sum over the components. And you know that a narrow component near by can lose a point to
# a wide one far away.
#
# **Next:** in [`03_m_step`](03_m_step.ipynb) the responsibilities give us new, better parameters.
#
# **Further reading**
#
# - *Mathematics for Machine Learning*, sections 11.2.1 (responsibilities) and 11.4 (the
#   latent-variable view).
# - C. M. Bishop, *Pattern Recognition and Machine Learning*, section 9.2.
