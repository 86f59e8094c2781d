# %% [markdown] slide="slide" shown="1 2 4"
# # 1. Sampling: where the data come from
#
# **What you will do.** Fit a geyser by hand, draw data from a mixture of Gaussians with a function
# of your own, compute how probable each sample is, and watch a correct formula fail on a computer.
#
# **What you will learn**
#
# - what a Gaussian mixture model says about data, as a picture, a formula and a recipe;
# - how to draw samples from it, and how to recognise data that were drawn in another way;
# - how to compute a log-density that does not underflow.
#
# **What you need.** The mean and covariance of a multivariate normal; matrix products in
# NumPy. About 130 minutes; three good places for a break are marked. Three exercises, 10 points,
# and two written questions, 4 points.
#
# **How it works.** Run one cell after the other, with Shift + Enter. (Without a mouse: Ctrl + Enter
# runs a cell and stays there, then Tab leads into its question or slider, and Esc back.)
#
# - A **question** comes before the picture that answers it: choose, then read the reason for every
#   choice.
# - In an **exercise** you complete a function, **try** it on numbers that you can follow by hand,
#   and **check** it. The check names the mistake it found, gives part of the points for part of the
#   cases, and never stops the notebook.
# - Stuck? Run the **hint** cell, as often as you like. Later cells use tested helpers, called
#   `gmm.something`, so you can always carry on.
# - A line that ends in dots, ●●●, is code folded away, mostly for a picture. You need not read it.
# - Your answers are kept, and `progress()` at the end shows what you have done.

# %%
from collections import namedtuple

import numpy as np

import gmm_helpers as gmm
from gmm_helpers.checks import check, hint, progress, try_it, yours
from gmm_helpers.drawing import (
    COLORS,
    GREY,
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
from gmm_helpers.questions import ask, number, order, place, point, predict, right, slip, wrong

# %% [markdown] slide="slide" shown="1 2"
# ## 1.1 One Gaussian, or two?
#
# The geyser Old Faithful erupts, rests, and erupts again. Somebody wrote down 272 waits between two
# eruptions, in minutes:

# %% tags=["nbval-check-output"] slide="-" shown=""
waits = gmm.load_old_faithful()[:, 0]
print("the first waits:", waits[:8])
print(f"mean {waits.mean():.1f} minutes, standard deviation {waits.std():.1f} minutes")


# %% folded=true
def gaussian(x, mean, std):
    return np.exp(-0.5 * ((x - mean) / std) ** 2) / (std * np.sqrt(2 * np.pi))


def draw_waits(ax, weights, means, stds):
    """Draw the waits as bars, each weighted Gaussian dashed, and their sum solid."""
    bins = np.arange(41.5, 98, 3)
    ax.hist(waits, bins, density=True, color="0.85", edgecolor="0.45", label="the waits")
    x = np.linspace(35, 105, 351)
    curves = [w * gaussian(x, m, s) for w, m, s in zip(weights, means, stds, strict=True)]
    if len(curves) > 1:
        for k, curve in enumerate(curves):
            label = f"component {k}, weight {weights[k]:.2f}"
            ax.plot(x, curve, "--", color=COLORS[k], lw=2, label=label)
    ax.plot(x, sum(curves), "k-", lw=2, label="their sum" if len(curves) > 1 else "one Gaussian")
    ax.set(xlim=(35, 105), ylim=(0, max(0.065, 1.45 * sum(curves).max())))
    ax.set(xlabel="minutes until the next eruption", ylabel="density (per minute)")
    ax.legend(fontsize=8, loc="upper left")
    return ax


# %% slide="subslide"
near_the_mean = int(((waits >= 60) & (waits <= 70)).sum())
steps = np.linspace(59.5, 70.5, 1101)
by_one_gaussian = 272 * 11 * gaussian(steps, waits.mean(), waits.std()).mean()
fig, ax = new_figure(height=3.6)
draw_waits(ax, [1], [waits.mean()], [waits.std()])
ax.axvspan(59.5, 70.5, color=COLORS[1], alpha=0.15, lw=0)
said = f"from 60 to 70:\n{near_the_mean} waits; the curve\npredicts {by_one_gaussian:.0f}"
ax.annotate(said, (65, 0.045), ha="center", size=8)

predict(
    "waits_between_60_and_70",
    "Old Faithful, a geyser, made its visitors wait 272 times: 70.9 minutes on average, with a "
    "standard deviation of 13.6. How many of these waits lasted from 60 to 70 minutes?",
    wrong(
        "about 80",
        f"One Gaussian with this mean and standard deviation predicts {by_one_gaussian:.0f}. "
        "The geyser does not follow one Gaussian.",
        fact=near_the_mean > 50 or not 70 < by_one_gaussian < 90,
    ),
    right(
        f"about {near_the_mean}",
        "They are rare: just below the mean there is a gap between short and long waits. A mean "
        "and a standard deviation can't show it.",
        fact=25 <= near_the_mean <= 35,
    ),
    wrong(
        "about 186",
        "In a Gaussian 68 % lie within one standard deviation, which would be 186 waits from 57 "
        "to 84 minutes. From 60 to 70 is less than half of that interval.",
        fact=near_the_mean > 100,
    ),
    shows=show(
        fig,
        alt="Bars of the waits with two humps, near 55 and near 80 minutes, and a gap between. "
        "One Gaussian has its peak near the gap and misses both humps. From 60 to 70 minutes there "
        "are 30 waits; the curve predicts 78.",
    ),
)

# %% [markdown]
# The height of the curve is a **density**: so much *per minute*. Before we go on, one question
# about densities.

# %%
peak = gaussian(0, 0, 0.3)
highest = gaussian(waits.mean(), waits.mean(), waits.std())

predict(
    "may_a_density_exceed_one",
    "A Gaussian of standard deviation 0.3 has the density 1.33 at its mean. Is something wrong?",
    right(
        "No.",
        "A density is not a probability. Only areas under it are, and the area under all of it "
        "is 1: a narrow curve has to be high.",
        fact=1.3 < peak < 1.35,
    ),
    wrong(
        "Yes, it must be at most 1.",
        "That holds for probabilities. A density times a length is a probability, so a density "
        "may have any value from 0 on.",
    ),
    wrong(
        "Yes, the curve was not normalised.",
        "It was: divide 1 by the square root of 2π and by 0.3, and you get 1.33. Half as wide "
        "means twice as high, at the same area.",
        fact=abs(peak - 1 / (0.3 * np.sqrt(2 * np.pi))) > 1e-9,
    ),
    shows="The waits themselves show it. In minutes the peak of the one Gaussian is "
    f"{highest:.3f}; measure the same waits in hours and it is {60 * highest:.1f}. The waits are "
    "the same, and so are all areas.",
)

# %% [markdown] slide="slide" shown="1"
# Back to the geyser. No single Gaussian fits its waits: there are two kinds of them, short ones and
# long ones. So give each kind a Gaussian of its own, scale each by a **weight**, and add them up.
# Can you make the solid curve follow the bars?


# %% folded=true slide="-"
def draw_two(ax, weight, short, long, std):
    draw_waits(ax, [weight, 1 - weight], [short, long], [std, std])
    total = weight * gaussian(66, short, std) + (1 - weight) * gaussian(66, long, std)
    return (
        f"The areas under the dashed curves are {weight:.2f} and {1 - weight:.2f}, and the area "
        f"under their sum is 1. At 66 minutes the sum is {total:.4f} per minute."
    )


SliderFigure(
    draw_two,
    shows="Bars of the waits, two weighted Gaussians dashed, and their sum as a solid curve.",
    height=3.8,
    weight=real_slider("weight of component 0", 0.0, 1.0, value=0.5, step=0.02),
    short=integer_slider("mean of component 0", 45, 85, value=60),
    long=integer_slider("mean of component 1", 45, 90, value=75),
    std=real_slider("standard deviation of both", 3.0, 14.0, value=10.0, step=0.5),
)

# %% [markdown] slide="notes"
# Things to try:
#
# 1. Fit the bars. Which four numbers do you end with?
# 2. Move the weight alone. What happens to the areas?
# 3. With equal weights and a standard deviation of 6, bring the two means together. When do the two
#    humps of the sum become one?
#
# <details><summary>Answers</summary>
#
# 1. A computer finds a weight of 0.36 for the short waits, means of 54.6 and 80.1 minutes, and a
#    standard deviation of 5.9 for each. (Its method, EM, took 25 iterations.)
# 2. The area under each dashed curve is its weight. One area shrinks as the other grows, and the
#    area under the sum is always 1.
# 3. When the means are 12 minutes apart, two standard deviations. Two components don't always make
#    two humps.
#
# </details>

# %% [markdown] slide="slide" shown="1 2"
# In a formula: the density of a **mixture of K Gaussians** is
#
# $$ p(x) = \sum_{k=1}^{K} \pi_k \, \mathcal{N}(x \mid \mu_k, \sigma_k^2),
# \qquad \pi_k \ge 0, \quad \sum_{k=1}^{K} \pi_k = 1 . $$
#
# Each Gaussian is a **component**. You set the weights, means and standard deviations by hand; the
# method called **EM** finds them from the data. You will write every line of it in chapters 2 to 4;
# until then `gmm.fit` runs ours. Here is the sum at 66 minutes, with the two Gaussians that EM
# finds:

# %% tags=["nbval-check-output"]
start = gmm.random_points_start(waits[:, None], 2, rng=0)
fitted_waits = gmm.fit(waits[:, None], start).params[-1]
fitted_waits = fitted_waits.permuted(fitted_waits.means[:, 0].argsort())  # short waits first
for weight, mean, variance in zip(*fitted_waits, strict=True):
    height = gaussian(66, mean[0], np.sqrt(variance[0, 0]))
    print(f"{weight:.3f} * {height:.5f} = {weight * height:.5f}")
print(f"p(66) = {np.exp(gmm.mixture_log_density([[66.0]], *fitted_waits))[0]:.5f}")

# %% [markdown] slide="slide" shown="1 2"
# ## 1.2 The same in the plane
#
# Throughout the course we use a mixture of three Gaussians in the plane. Here it is, with 600
# samples. The two ellipses of a component lie one and two standard deviations from its mean; the
# number beside each mean is the weight.

# %% folded=true
params = gmm.course_params()
X, labels = gmm.sample_gmm(*params, n_samples=600, rng=3)


def draw_components(ax):
    plot_data(frame(ax, X), X, labels)
    plot_ellipses(ax, params)
    for weight, mean in zip(params.weights, params.means, strict=True):
        box = {"fc": "white", "ec": "none", "alpha": 0.75, "pad": 1}
        where = {"xytext": (0, 10), "textcoords": "offset points", "ha": "center"}
        ax.annotate(f"{weight}", mean, **where, weight="bold", bbox=box)
    return ax


# %% slide="-"
fig, ax = new_figure(height=4.2)
legend_below(draw_components(ax))
contours, panel = new_figure(height=4.0)
plot_density(frame(panel, X), params)
at_means = np.exp(gmm.mixture_log_density(params.means, *params))
for mean, height in zip(params.means, at_means, strict=True):
    panel.annotate(f"{height:.3f}", mean, ha="center", va="center", weight="bold")

predict(
    "where_is_the_density_highest",
    "Where is the density p(x) of the mixture highest? Click there.",
    point(
        ax,
        "600 samples in three tilted groups, coloured and marked by component, with ellipses. The "
        "middle and the right group overlap. Component 0, in the middle, has weight 0.3; component "
        "1, on the left, 0.2; component 2, on the right, 0.5 and the largest ellipses.",
        place(
            *params.means[0],
            0.8,
            "Component 0 has only the weight 0.3, but squeezes it into small ellipses: 0.3 "
            "divided by a small area is more than 0.5 divided by a large one.",
        ),
        place(
            *params.means[2],
            1.5,
            "Component 2 has the largest weight and the most samples, but spreads them over the "
            "largest area. The density says how many samples lie on a *small* area.",
        ),
        place(
            *params.means[1],
            1.5,
            "Component 1 is even a little narrower than component 0, but has the smallest "
            "weight, 0.2.",
        ),
        place(
            2.6,
            0.1,
            0.5,
            "Here two components add up, but you are between their tops: both hills have already "
            "fallen. The sum is smaller than at either mean.",
        ),
        elsewhere="The density is a sum of hills, one per component: look near the top of one.",
    ),
    shows=show(
        contours,
        alt="Contours of the density. At the means of components 0, 1 and 2 it is 0.060, 0.043 and "
        "0.044. The hill of component 0 is the highest, that of component 2 the broadest.",
    ),
)

# %% [markdown] slide="slide" shown="1 2 3"
# In $D$ dimensions the formula of the mixture is the same, with vectors for means and matrices for
# variances:
#
# $$ p(x) = \sum_{k=1}^{K} \pi_k \, \mathcal{N}(x \mid \mu_k, \Sigma_k) . $$
#
# | symbol | meaning | in code | shape |
# |---|---|---|---|
# | $\pi_k$ | weight: how often component $k$ is used | `weights` | `(K,)` |
# | $\mu_k$ | mean: where it sits | `means` | `(K, D)` |
# | $\Sigma_k$ | covariance: its size, shape and direction | `covariances` | `(K, D, D)` |
# | $x_1, \dots, x_N$ | the data, one row per sample | `X` | `(N, D)` |
#
# Formulas count components from 1, Python counts them from 0: `means[0]` is $\mu_1$. We say
# "component 0", as the pictures and the code do.

# %% tags=["nbval-check-output"]
print("weights:", params.weights)
print("means:\n", params.means)
print("covariances[0]:\n", params.covariances[0])

# %% [markdown] slide="notes"
# The three arrays travel together as one tuple, so `f(X, *params)` is short for
# `f(X, params.weights, params.means, params.covariances)`.
#
# **By hand.** At the mean of component $k$ the exponent of its Gaussian is 0, so that its weighted
# density is $\pi_k / (2\pi\sqrt{\det\Sigma_k})$. The other components add almost nothing there. For
# component 0, $\det\Sigma = 0.8 \cdot 1 - 0.4^2 = 0.64$,
# with root 0.8, which gives $0.3/(2\pi \cdot 0.8) = 0.060$. For component 2,
# $\det\Sigma = 1.2 \cdot 3 - 0.6^2 = 3.24$, with root 1.8, which gives
# $0.5/(2\pi \cdot 1.8) = 0.044$.
#
# *A good place for a break.* You can read the formula of a mixture. Next: how to draw from one.
# (When you come back another day, run all cells first. What you wrote and answered stays.)

# %% [markdown] slide="slide" shown="1 2 3 4"
# ## 1.3 How to draw a sample
#
# The formula can be read as a recipe. For every sample, independently:
#
# 1. **choose a component**: $z_n = k$ with probability $\pi_k$ (roll a loaded die);
# 2. **draw from it**: $x_n \sim \mathcal{N}(\mu_{z_n}, \Sigma_{z_n})$.
#
# This is *ancestral* sampling: the parent $z_n$ is drawn before its child $x_n$. The number $z_n$
# is the sample's **label**.

# %% slide="subslide"
A_AND_B = gmm.sample_equal_counts(*params, 200, rng=3), (X, labels)  # for 1.4
counts = [np.sum(gmm.sample_gmm(*params, 600, rng=seed)[1] == 0) for seed in range(100)]
stacked = [counts[:i].count(n) for i, n in enumerate(counts)]
fig, ax = new_figure(height=2.6)
ax.axvline(180, color=GREY, lw=1, ls="--", label="600 times 0.3")
ax.plot(counts, stacked, "o", color=COLORS[0], ms=5, label="one seed each")
ax.set(xlabel="samples from component 0, of 600", yticks=[], ylim=(-1, max(stacked) + 3))
ax.legend(fontsize=8, ncols=2, loc="upper left")

predict(
    "how_many_from_component_0",
    "You draw 600 samples. Component 0 has the weight 0.3. How many of them come from component 0?",
    wrong(
        "exactly 180",
        "Then no die would have been rolled. Counts that are fixed in advance, by rounding 600 "
        "times the weight, leave out a part of the randomness.",
        fact=set(counts) == {180},
        mistake="sample_gmm: counts rounded instead of drawn",
    ),
    wrong(
        "exactly 200",
        "A third for each component is the answer of a loop that never looks at the weights.",
        fact=set(counts) == {200},
        mistake="sample_gmm: equal counts",
    ),
    right(
        "near 180, most often between 160 and 200",
        "Each label is drawn by chance. The count has mean 180 and standard deviation 11, the "
        "square root of 600 * 0.3 * 0.7.",
        fact=np.mean([160 <= n <= 200 for n in counts]) > 0.8 and len(set(counts)) > 10,
    ),
    wrong(
        "any number from 0 to 600, all about as likely",
        "With 600 rolls chance evens out: in 100 tries the count stayed "
        f"between {min(counts)} and {max(counts)}.",
        fact=min(counts) < 100 or max(counts) > 500,
    ),
    shows=show(
        fig,
        alt="A strip of 100 dots, one per seed: how many of 600 samples came from component 0. "
        "The dots gather around 180 and lie between 150 and 210.",
    ),
)

# %% [markdown]
# Step 1 is one call of `rng.choice`. Step 2 needs noise of a given covariance. Standard normal
# noise $\varepsilon$ has variance 1 in every direction; we have to stretch it.

# %%
standard = np.random.default_rng(0).standard_normal(100_000)

predict(
    "factor_for_variance_four",
    "Noise eps has mean 0 and variance 1. How do you make a sample of mean 10 and variance 4?",
    wrong(
        "10 + 4 * eps",
        "Its variance is 16. The noise has to be multiplied by the standard deviation.",
        fact=abs((10 + 4 * standard).var() - 4) < 0.1,
        mistake="sample_gmm: covariance used as its root",
    ),
    right(
        "10 + 2 * eps",
        "Twice the noise has four times the variance. The factor is a *root* of the variance.",
        fact=abs((10 + 2 * standard).var() - 4) < 0.1,
    ),
    wrong(
        "4 * (10 + eps)",
        "This multiplies the mean, too: the mean becomes 40, and the variance 16.",
        fact=abs((4 * (10 + standard)).mean() - 10) < 0.1,
    ),
    wrong(
        "10 + eps / 4",
        "Dividing makes the noise smaller. The inverse belongs to the density, where it measures "
        "distances.",
        fact=abs((10 + standard / 4).var() - 4) < 0.1,
        mistake="sample_gmm: inverse covariance used",
    ),
)

# %% [markdown]
# In the plane each piece of noise is a pair of numbers, and the factor is a matrix, $L$:
# $x = \mu + L\varepsilon$.

# %% folded=true
mean_by_hand = np.array([10.0, 10.0])
covariance_by_hand = np.array([[4.0, 2.0], [2.0, 2.0]])
L = np.linalg.cholesky(covariance_by_hand)
noise_by_hand = np.array([1.0, 1.0])
circle = np.array([np.cos(np.linspace(0, 2 * np.pi, 200)), np.sin(np.linspace(0, 2 * np.pi, 200))])
cloud = np.random.default_rng(1).standard_normal((400, 2))


def draw_stretched(ax, factor, centre, title):
    """Draw the cloud, circles of radius 1 and 2, and one vector of noise, multiplied by factor."""
    ax.plot(*(cloud @ factor.T + centre).T, ".", color=GREY, ms=3)
    for radius in (1, 2):
        ax.plot(*(radius * factor @ circle + centre[:, None]), "-", color=COLORS[0], lw=1.4)
    end = factor @ noise_by_hand + centre
    ax.annotate("", end, centre, arrowprops={"arrowstyle": "->", "color": COLORS[1], "lw": 2})
    ax.plot(*end, "^", color=COLORS[1], ms=9)
    box = {"fc": "white", "ec": "none", "alpha": 0.75, "pad": 1}
    where = {"xytext": (10, 4), "textcoords": "offset points"}
    ax.annotate(f"({end[0]:.0f}, {end[1]:.0f})", end, **where, bbox=box)
    ax.set(xlim=centre[0] + np.array([-7, 7]), ylim=centre[1] + np.array([-5, 5]), aspect="equal")
    ax.set_title(title)


# %%
fig, (left, right_panel) = new_figure(2, height=3.4)
draw_stretched(left, np.eye(2), np.zeros(2), "noise: a round cloud")
draw_stretched(right_panel, L, mean_by_hand, "mean + L times noise: an ellipse")
lands_at = mean_by_hand + L @ noise_by_hand

predict(
    "where_noise_lands",
    "The mean is (10, 10), the factor L is [[2, 0], [1, 1]], row by row. Where does the noise "
    "(1, 1) land?",
    wrong(
        "at (11, 11)",
        "That is the mean plus the noise. It has to be multiplied by L first.",
        fact=np.allclose(lands_at, [11, 11]),
    ),
    wrong(
        "at (12, 11)",
        "You used the diagonal of L alone. In the second row (1, 1) both numbers count: 1 + 1 = 2.",
        fact=np.allclose(lands_at, [12, 11]),
        mistake="sample_gmm: only the diagonal used",
    ),
    wrong(
        "at (13, 11)",
        "You multiplied by the transpose, that is by the columns of L. Each row of L makes one "
        "coordinate.",
        fact=np.allclose(lands_at, [13, 11]),
        mistake="sample_gmm: transposed root",
    ),
    right(
        "at (12, 12)",
        "L times the noise is (2 * 1 + 0 * 1, 1 * 1 + 1 * 1) = (2, 2). Add it to the mean.",
        fact=np.allclose(lands_at, [12, 12]),
    ),
    shows=show(
        fig,
        alt="Left: a round cloud of noise with circles of radius 1 and 2 and the point (1, 1). "
        "Right: the same cloud, multiplied by L and moved: the circles have become ellipses around "
        "(10, 10), and the point has become (12, 12).",
    ),
)

# %% [markdown] slide="notes"
# So $L$ turns a round cloud into a tilted one, here with the covariance
# $\Sigma = \begin{pmatrix} 4 & 2 \\ 2 & 2 \end{pmatrix}$. A mixture gives us
# $\Sigma$, and we need $L$.

# %% [markdown] slide="subslide" shown="1 2 4"
# Which matrix makes noise of a given covariance $\Sigma$? Any $L$ with $L L^\top = \Sigma$, a root
# of the covariance. The **Cholesky factor** is the one with zeros above the diagonal and positive
# numbers on it. Multiply it out, here for a tilted cloud,
#
# $$ \begin{pmatrix} a & 0 \\ b & c \end{pmatrix}
# \begin{pmatrix} a & b \\ 0 & c \end{pmatrix}
# = \begin{pmatrix} a^2 & ab \\ ab & b^2 + c^2 \end{pmatrix}
# = \begin{pmatrix} 4 & 2 \\ 2 & 2 \end{pmatrix} , $$
#
# and read off one number after the other:
#
# - $a = \sqrt{4} = 2$
# - $b = 2/a = 2/2 = 1$
# - $c = \sqrt{2 - b^2} = \sqrt{2 - 1} = 1$
# - so $L = \begin{pmatrix} 2 & 0 \\ 1 & 1 \end{pmatrix}$, as from `np.linalg.cholesky`.
#
# The noise $\varepsilon = (1, 1)$ becomes
# $x = \mu + L\varepsilon = (10 + 2 \cdot 1,\; 10 + 1 \cdot 1 + 1 \cdot 1) = (12, 12)$.
#
# <details><summary>Why does this have the covariance we want?</summary>
#
# The covariance of $L\varepsilon$ is $\mathbb{E}[L\varepsilon\varepsilon^\top L^\top] =
# L\,\mathbb{E}[\varepsilon\varepsilon^\top]\,L^\top = L L^\top = \Sigma$, as the covariance of
# $\varepsilon$ is the identity. Adding $\mu$ moves the cloud and changes no covariance.
#
# </details>

# %% [markdown] slide="subslide" shown="1"
# Now the whole recipe, one sample at a time. Move the slider: die, noise, point.

# %% folded=true slide="-"
rolls = np.random.default_rng(12)
ONE_BY_ONE = [(rolls.random(), rolls.standard_normal(2)) for _ in range(60)]
FACTORS = np.linalg.cholesky(params.covariances)
EDGES = np.concatenate([[0], params.weights.cumsum()])


def draw_one_by_one(axes, n):
    left, right_panel = axes
    chosen = [int(np.searchsorted(EDGES[1:], roll, side="right")) for roll, _ in ONE_BY_ONE[:n]]
    noises = np.array([noise for _, noise in ONE_BY_ONE[:n]])
    points = np.array(
        [params.means[k] + FACTORS[k] @ e for k, e in zip(chosen, noises, strict=True)]
    )
    roll, k, e, x = ONE_BY_ONE[n - 1][0], chosen[-1], noises[-1], points[-1]
    for ax, start, end in ((left, np.zeros(2), e), (right_panel, params.means[k], x)):
        arrow = {"arrowstyle": "->", "color": "black", "lw": 1.8, "shrinkA": 0, "shrinkB": 0}
        ax.annotate("", end, start, arrowprops=arrow)
    left.plot(*noises.T, ".", color=GREY)
    left.plot(*e, "o", color="black", ms=5)
    for radius in (1, 2):
        left.plot(*(radius * circle), "-", color=GREY, lw=0.8)
    left.set(xlim=(-3.6, 3.6), ylim=(-3.6, 4.9), aspect="equal", title="1. die, 2. noise")
    left.set(xlabel="$\\varepsilon_1$", ylabel="$\\varepsilon_2$")
    plot_data(right_panel, points, chosen, n_components=3, size=18)
    plot_ellipses(right_panel, params)
    right_panel.plot(*x, "o", color="black", ms=5)
    for j in range(3):  # the die: a bar of length 1, cut at the running sums of the weights
        span = -3.2 + 6.4 * EDGES[j : j + 2]
        left.fill_between(span, 4.1, 4.6, color=COLORS[j], lw=0)
        where = (span.mean(), 4.35)
        left.annotate(f"{j}", where, ha="center", va="center", color="white", weight="bold")
    left.plot(-3.2 + 6.4 * roll, 3.8, "k^", ms=8)
    right_panel.set(xlim=(-9, 9), ylim=(-6, 6), aspect="equal", title="3. point")
    right_panel.set(xlabel="$x_1$", ylabel="$x_2$")
    return (
        f"Sample {n}: the die shows {roll:.2f}, which chooses component {k}; the noise is "
        f"({e[0]:.2f}, {e[1]:.2f}); the sample is ({x[0]:.2f}, {x[1]:.2f})."
    )


SliderFigure(
    draw_one_by_one,
    shows="Left: the die as a bar that is cut in the proportions of the weights, and the noise, "
    "with the latest as an arrow. Right: the samples; an arrow leads from the mean of the chosen "
    "component to the latest sample.",
    n_panels=2,
    height=3.8,
    n=integer_slider("samples drawn", 1, 60, value=2),
)

# %% [markdown] slide="notes"
# Things to try: draw a few samples one by one. Does a long arrow of noise always end far from the
# mean? Which component waits longest for its first sample?
#
# <details><summary>Answers</summary>
#
# No: it depends on the direction. The ellipses are long in one direction and short in the other,
# and noise of the same length ends on the same ellipse. Component 1 has the smallest weight and so
# the shortest piece of the die; here its first sample is number 6.
#
# </details>

# %% [markdown] slide="subslide" shown="1 2"
# ### Exercise 1: `sample_gmm` (4 points)
#
# - **In:** `weights`, `means`, `covariances` as in the table; `n_samples`, an int; `rng`, a
#   `numpy.random.Generator`. Take *all* randomness from `rng`, so that the same seed gives
#   the same data.
# - **Out:** `X` of shape `(n_samples, D)`, and `labels` of shape `(n_samples,)`, whole numbers
#   from 0 to K - 1; `labels[n]` is the component that `X[n]` came from.
#
# **By hand.** With label 0, mean $(10, 10)$, the covariance from above and noise $(1, 1)$ the
# sample is $(12, 12)$. Many such samples have a mean near $(10, 10)$ and a covariance near
# $\begin{pmatrix} 4 & 2 \\ 2 & 2 \end{pmatrix}$.
#
# Useful: `rng.choice(K, size=..., p=...)`, `rng.multivariate_normal(mean, covariance)`,
# `rng.standard_normal(shape)`, `np.linalg.cholesky`.


# %% exercise="sample_gmm" slide="-"
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


# %%
# Try it: three samples. Expected: X of shape (3, 2), and three
# labels, each of them 0, 1 or 2.
try_it(sample_gmm, *params, 3, np.random.default_rng(0))


# %%
# Try it on the numbers by hand: 5000 samples of two components.
# Component 0 is the one by hand, and has the weight 0.8.
# Expected, for the samples that came from it:
# - their share: within 0.02 of 0.8,
# - their mean: within 0.15 of (10, 10),
# - their covariance: within 0.4 of [[4, 2], [2, 2]].
ComponentZero = namedtuple("ComponentZero", ["share", "mean", "covariance"])


def component_zero(sampler):
    weights, means = np.array([0.8, 0.2]), np.array([mean_by_hand, [0.0, 0.0]])
    covariances = np.array([covariance_by_hand, np.eye(2)])
    rng = np.random.default_rng(0)
    samples, origins = sampler(weights, means, covariances, 5000, rng)
    first = samples[origins == 0]
    return ComponentZero(len(first) / 5000, first.mean(axis=0), np.cov(first.T))


try_it(component_zero, sample_gmm)

# %% check="sample_gmm"
check(sample_gmm)

# %%
# Stuck? Run this cell, and again for the next hint.
hint("sample_gmm")

# %% [markdown]
# **Now with yours.** The picture again, with 600 samples from your own function. The bars show the
# **share** of each component, the fraction of the samples that came from it, next to its weight.


# %% folded=true
HATCHES = (None, None, "//")


def draw_shares(ax, bars, dots=()):
    """Draw bars for each component; `bars` has K heights for each of up to three names."""
    width = 0.8 / len(bars)
    for i, (name, heights) in enumerate(bars.items()):
        for k, height in enumerate(heights):
            x = k + (i - (len(bars) - 1) / 2) * width
            face = COLORS[k] if i == 1 else "none"
            ax.bar(x, height, 0.85 * width, fc=face, ec=COLORS[k], lw=1.6, hatch=HATCHES[i])
        ax.bar(0, 0, fc=("none", GREY, "none")[i], ec=GREY, lw=1.6, hatch=HATCHES[i], label=name)
    for k, column in enumerate(np.transpose(dots)):
        spread = np.linspace(0.06, 0.34, len(column)) if len(column) > 1 else [0.2]
        label = "share, one dot per seed" if k == 0 else None
        ax.plot(k + np.array(spread), column, "o", mfc="black", mec="white", ms=5, label=label)
    ax.set(xlabel="component", xticks=range(len(heights)), ylim=(0, 0.8))
    ax.legend(fontsize=8, loc="upper right")
    return ax


def draw_sampler(sampler):
    samples, origins = sampler(*params, 600, np.random.default_rng(3))
    fig, (left, right_panel) = new_figure(2, height=4.0)
    plot_data(frame(left, samples), samples, origins)
    plot_ellipses(left, params)
    legend_below(left)
    shares = np.bincount(origins.astype(int), minlength=3) / 600
    draw_shares(right_panel, {"weight": params.weights, "share of the samples": shares})
    return fig


show(
    draw_sampler(yours("sample_gmm")),
    alt="Left: 600 samples in three groups, coloured by component, with ellipses. Right: the share "
    "of each component as a bar beside its weight; they are close, but not equal.",
)

# %% [markdown] slide="slide" shown="1 2"
# ## 1.4 A tempting mistake
#
# Here are two data sets of 600 samples each. For one of them somebody forgot the die.

# %% folded=true slide="-"
fig, panels = new_figure(2, height=4.0)
for ax, (data, origin), title in zip(panels, A_AND_B, "AB", strict=True):
    plot_data(frame(ax, np.vstack([data for data, _ in A_AND_B])), data, origin)
    ax.set_title(title, weight="bold")
legend_below(panels[0])
show(
    fig,
    alt="Two scatter plots of 600 samples in the same three groups. In A the groups have about the "
    "same number of samples; in B the left group has the fewest and the right one the most.",
)

# %% slide="subslide"
X_equal, labels_equal = A_AND_B[0]
shares = np.bincount(labels) / 600
equal_shares = np.bincount(labels_equal) / 600
fig, ax = new_figure(height=3.2)
draw_shares(ax, {"weight": params.weights, "share in A": equal_shares, "share in B": shares})

predict(
    "which_sample_forgot_the_die",
    "The weights are 0.3, 0.2, 0.5. Which one, A or B, is *not* a sample of the mixture?",
    wrong(
        "B, as its groups have different sizes",
        "They should: the die shows component 2 most often and component 1 least often.",
        fact=np.abs(shares - params.weights).max() > 0.1,
    ),
    right(
        "A, as its groups all have the same size",
        "A loop drew 200 samples from each component. Each group looks right, but the weights "
        "were never used.",
        fact=set(np.bincount(labels_equal)) == {200},
    ),
    wrong(
        "A, as its groups lie in other places",
        "Means and covariances are the same in both; only the numbers of samples differ.",
        fact=np.abs(X_equal[labels_equal == 0].mean(axis=0) - params.means[0]).max() > 0.3,
    ),
    wrong(
        "neither, both look like the mixture",
        "The places are right in both, which makes the mistake hard to see. Count the samples of "
        "the left group.",
        fact=np.abs(equal_shares - params.weights).max() < 0.1,
    ),
    shows=show(
        fig,
        alt="Bars for each component: its weight, its share in A and its share in B. Those "
        "in B are close to the weights; those in A are a third each.",
    ),
    in_place=True,
)

# %% [markdown]
# Does the difference matter? In chapter 4 you will *fit* a mixture to data with EM. EM sees nothing
# but `X`: no labels, no weights. It has to find means, covariances and weights that describe these
# samples well. What does it find if nobody rolled the die?

# %%
fitted = gmm.fit(X_equal, gmm.random_points_start(X_equal, 3, rng=0)).params[-1]
found = fitted.permuted(gmm.match_components(fitted, params)).weights
fig, ax = new_figure(height=3.2)
draw_shares(
    ax, {"weight of the model": params.weights, "share": equal_shares, "found by EM": found}
)
ax.set_title("EM finds the shares of the data, not the weights of the model")

predict(
    "weights_from_equal_counts",
    "A mixture has the weights 0.3, 0.2, 0.5. Somebody draws 200 samples from each component, and "
    "gives all 600 to EM. Which weights will it find?",
    wrong(
        "about 0.3, 0.2, 0.5",
        "These are the weights of the model, but the loop never used them, so the data know "
        "nothing of them. EM can't find what is not in the data.",
        fact=np.abs(found - params.weights).max() < 0.03,
        mistake="sample_gmm: equal counts",
    ),
    wrong(
        "something in between, as the data and the model disagree",
        "EM never sees the model that the data came from. It sees the data alone.",
        fact=np.abs(found - (params.weights + 1 / 3) / 2).max() < 0.03,
    ),
    right(
        "about 1/3, 1/3, 1/3",
        "EM describes the data it is given, and in these data each component has a third.",
        fact=np.abs(found - 1 / 3).max() < 0.01,
    ),
    wrong(
        "none: it fails, as these data are not a sample of a mixture",
        "EM fits a mixture to any data. It does not know how they were drawn.",
        fact=not np.isfinite(found).all(),
    ),
    shows=show(
        fig,
        alt="Bars for each component: the weight of the model, the share in the data, and the "
        "weight that EM found. The last two are a third each; the first are 0.3, 0.2 and 0.5.",
    ),
)

# %% [markdown]
# It is easy to write a loop that draws from one component after the other and stacks the samples.
# The notebook that this course grew out of does so, and the picture looks fine.
#
# And how close does EM come when the die *was* rolled, as in B? (EM numbers its components in an
# order of its own, so `gmm.match_components` first puts them in ours.)

# %% tags=["nbval-check-output"]
fitted = gmm.fit(X, gmm.random_points_start(X, 3, rng=0)).params[-1]
fitted = fitted.permuted(gmm.match_components(fitted, params))
print("weights of the model:", params.weights)
print("shares in B:         ", (np.bincount(labels) / 600).round(3))
print("weights found by EM: ", fitted.weights.round(3))

# %% [markdown] slide="notes"
# In B EM finds 0.310 for component 0, where the share is 0.307: it does not see the labels, and
# where two groups overlap it can only guess which sample came from which component. Both are near
# the weight, 0.3, because the die was rolled. Where it was not, don't blame EM for the weights it
# finds: it describes the data it is given.
#
# *A good place for a break.* You can sample from a mixture. Next: how probable is a sample?

# %% [markdown] slide="slide" shown="1 2"
# ## 1.5 How probable is one sample?
#
# To fit a model we must measure how well it explains the data. Take the tilted Gaussian of 1.3,
# with mean $(10, 10)$. The point $A = (14, 12)$ is 4.5 away from the mean, the point
# $B = (10, 12)$ is only 2 away.


# %% folded=true slide="-"
def draw_two_points(ax, with_ellipses):
    ax.plot(*(cloud @ L.T + mean_by_hand).T, ".", color=GREY, ms=3)
    ax.plot(*mean_by_hand, "o", color=COLORS[0], ms=8)
    for name, where, marker in (("A", (14, 12), "^"), ("B", (10, 12), "s")):
        ax.plot(*where, marker, color=COLORS[1], ms=9)
        ax.annotate(name, where, (7, 5), textcoords="offset points", weight="bold", size=12)
    box = {"fc": "white", "ec": "none", "alpha": 0.75, "pad": 1}
    ax.annotate("mean", mean_by_hand, (7, -14), textcoords="offset points", bbox=box)
    for radius in (1, 2) if with_ellipses else ():
        ax.plot(*(radius * L @ circle + mean_by_hand[:, None]), "-", color=COLORS[0], lw=1.4)
    ax.set(xlim=(3, 17), ylim=(5, 15), aspect="equal", xlabel="$x_1$", ylabel="$x_2$")


fig, ax = new_figure(height=3.4)
draw_two_points(ax, with_ellipses=False)
show(
    fig,
    alt="A tilted cloud of samples around (10, 10). A lies at its upper right end, B straight "
    "above the mean at its upper edge.",
)

# %% slide="subslide"
fig, ax = new_figure(height=3.4)
draw_two_points(ax, with_ellipses=True)
ax.set_title("A and B: two standard deviations from the mean")
at_a, at_b = gmm.gaussian_log_density(
    np.array([[14.0, 12], [10, 12]]), mean_by_hand, covariance_by_hand
)

predict(
    "which_of_two_points_is_denser",
    "Where is the density higher, at A or at B?",
    wrong(
        "at B, which is nearer to the mean",
        "The distance on paper is not what counts. In the direction of B the cloud is narrow, so "
        "2 is far there.",
        fact=at_b > at_a + 1e-9,
    ),
    wrong(
        "at A, which lies along the cloud",
        "The cloud is long in that direction, but A is far out, too. The two effects cancel here.",
        fact=at_a > at_b + 1e-9,
    ),
    right(
        "it is the same",
        "Each is two standard deviations from the mean *in its own direction*: both lie on the "
        "same ellipse.",
        fact=np.isclose(at_a, at_b),
    ),
    shows=show(
        fig,
        alt="The same cloud with ellipses of one and two standard deviations. A and B both lie on "
        "the outer ellipse.",
    ),
    in_place=True,
)

# %% [markdown] slide="subslide" shown="1 3 4 5"
# To compute the density at a point $x$, *go back to the noise*. A sample is
# $x = \mu + L\varepsilon$, so solve $L\varepsilon = x - \mu$ for $\varepsilon$.
#
# **By hand.** For $x = (12, 12)$ the equations are $2\varepsilon_1 = 2$ and
# $\varepsilon_1 + \varepsilon_2 = 2$. So $\varepsilon = (1, 1)$, the very noise that we started
# from. The length of $\varepsilon$ is the distance from the mean in standard deviations, the
# **Mahalanobis distance**; here its square is $1 + 1 = 2$.
#
# The logarithm of the density has three terms:
#
# $$
# \log \mathcal{N}(x \mid \mu, \Sigma) = -\tfrac12 \Big(
# \underbrace{D \log 2\pi}_{\text{normalisation}}
# + \underbrace{\log\det\Sigma}_{\text{size}}
# + \underbrace{(x-\mu)^\top \Sigma^{-1} (x-\mu)}_{\text{squared distance}} \Big).
# $$
#
# You need neither an inverse nor a determinant: the squared distance is
# $\varepsilon^\top\varepsilon$, and $\log\det\Sigma = 2 \sum_i \log L_{ii}$.
#
# <details><summary>Why?</summary>
#
# From $\Sigma = L L^\top$ follows $\Sigma^{-1} = L^{-\top} L^{-1}$, and so
# $(x-\mu)^\top \Sigma^{-1} (x-\mu) = \big(L^{-1}(x-\mu)\big)^\top L^{-1}(x-\mu)
# = \varepsilon^\top\varepsilon$. The determinant of a triangular matrix is the product of its
# diagonal, and $\det\Sigma = \det L \cdot \det L^\top = (\det L)^2$.
#
# </details>

# %% [markdown] slide="subslide" shown="1 2"
# ### Exercise 2: `gaussian_log_density` (3 points)
#
# - **In:** `X` of shape `(N, D)`; `mean` of shape `(D,)`; `covariance` of shape `(D, D)`.
# - **Out:** the log-density of each row, shape `(N,)`.
#
# It must work for any `D`, and for samples so far away that the density itself would be zero
# in floating point; these are worth a third of the points.
#
# **By hand.** For $x = (12, 12)$: $2 \log 2\pi = 3.676$; $\log\det\Sigma = 2(\log 2 + \log 1) =
# 1.386$; the squared distance is 2. So $\log\mathcal{N} = -\frac12(3.676 + 1.386 + 2) = -3.531$.
# For $A$ the noise is $\varepsilon = (2, 0)$, for $B$ it is $(0, 2)$: for both the squared distance
# is 4, and $\log\mathcal{N} = -4.531$.


# %% exercise="gaussian_log_density" slide="-"
def gaussian_log_density(X, mean, covariance):
    """Return log N(x_n | mean, covariance) for each row x_n of X."""
    ### BEGIN SOLUTION
    factor = np.linalg.cholesky(covariance)
    noise = np.linalg.solve(factor, (X - mean).T)
    log_det = 2 * np.log(np.diag(factor)).sum()
    return -0.5 * (X.shape[1] * np.log(2 * np.pi) + log_det + (noise**2).sum(axis=0))
    ### END SOLUTION


# %%
# Try it on (12, 12), A and B. Expected, in shape (3,):
# -3.531, -4.531 and -4.531.
three_points = np.array([[12.0, 12.0], [14.0, 12.0], [10.0, 12.0]])
try_it(gaussian_log_density, three_points, mean_by_hand, covariance_by_hand)

# %% check="gaussian_log_density"
check(gaussian_log_density)

# %%
# Stuck? Run this cell, and again for the next hint.
hint("gaussian_log_density")

# %% [markdown]
# **Now with yours.** Your function draws the landscape of the mixture: at each place of the map it
# is called once per component, and the weighted densities are added.


# %% folded=true
def draw_landscape(log_density):
    fig, ax = new_figure(height=4.0)
    across, up = np.linspace(-9, 9, 181), np.linspace(-6, 6, 121)
    places = np.stack(np.meshgrid(across, up), axis=-1).reshape(-1, 2)
    density = sum(
        weight * np.exp(log_density(places, mean, covariance))
        for weight, mean, covariance in zip(*params, strict=True)
    )
    filled = ax.contourf(across, up, density.reshape(121, 181), levels=10, cmap="Blues")
    ax.figure.colorbar(filled, label="density p(x)")
    plot_ellipses(ax, params, n_std=(1,))
    ax.set(xlabel="$x_1$", ylabel="$x_2$", aspect="equal")
    legend_below(ax)
    return fig


show(
    draw_landscape(yours("gaussian_log_density")),
    alt="A map of the density of the mixture: a steep hill at component 0, a smaller one at "
    "component 1, and a broad one at component 2, with an ellipse of one standard deviation each.",
)

# %% [markdown] slide="notes"
# *A good place for a break.* You can compute the log-density of a Gaussian, however far
# away the sample is. Next: all samples together.

# %% [markdown] slide="slide" shown="1 2"
# ## 1.6 How probable are all samples together?
#
# The samples are independent, so the density of all of them is the product
# $p(x_1)\,p(x_2) \cdots p(x_{600})$.
#
# The single factors are harmless:

# %% tags=["nbval-check-output"]
densities = np.exp(gmm.mixture_log_density(X, *params))
print(f"densities of the 600 samples: from {densities.min():.5f} to {densities.max():.5f}")

# %% slide="-"
products = np.cumprod(densities)
n_lost = int(np.argmax(products == 0)) + 1  # samples, until the product is exactly 0
log_total = float(np.log(densities).sum())
fig, ax = new_figure(height=3.4)
sums = np.log10(densities).cumsum()
ax.plot(np.arange(1, 601), sums, "-", color=COLORS[0], lw=1.6, label="sum of the logarithms")
ax.plot(
    np.arange(1, n_lost), np.log10(products[: n_lost - 1]), "--", color=COLORS[1], lw=3,
    label=f"the product, until it is exactly 0 at sample {n_lost}",
)  # fmt: skip
ax.plot(n_lost - 1, np.log10(products[n_lost - 2]), "X", color=COLORS[1], ms=10)
ax.set(xlabel="number of samples", ylabel="logarithm to base 10")
ax.set_title("the remedy: add up logarithms")
ax.legend(fontsize=8)

predict(
    "product_of_600_densities",
    f"The densities of 600 samples lie between {densities.min():.5f} and {densities.max():.2f}, "
    "most of them above 0.01. What does np.prod(densities) give?",
    wrong(
        "a tiny number, about 1e-1015",
        "This is the true value, but no floating-point number is that small: they end at about "
        "5e-324.",
        fact=np.prod(densities) > 0 or round(log_total / np.log(10)) != -1015,
    ),
    right(
        "0.0",
        f"The product is exactly 0 from sample {n_lost} on: it became smaller than the smallest "
        "floating-point number, about 5e-324. This is called *underflow*.",
        fact=np.prod(densities) == 0,
    ),
    wrong(
        "nan, with a warning",
        "NumPy gives nan for 0 times infinity, not for a product of small numbers. It is worse: "
        "nothing warns you.",
        fact=bool(np.isnan(np.prod(densities))),
    ),
    wrong(
        "about 0.03, a typical density",
        "That would be an average. A product of 600 numbers below 0.06 gets smaller with each one.",
        fact=abs(np.prod(densities) - 0.03) < 0.01,
    ),
    shows=show(
        fig,
        alt="Logarithm to base 10 against the number of samples. The product breaks off near "
        "-323, after less than a third of the samples; the sum of logarithms goes on to -1015.",
    ),
)

# %% [markdown] slide="subslide" shown="1 2"
# The remedy: take the logarithm. It turns the product into a sum, and the sum is a plain number:
#
# $$ \log \prod_{n} p(x_n) = \sum_{n} \log p(x_n) = -2336.4 . $$
#
# This is the number that we will use for the data as a whole. Next, back to a *single* sample, but
# one with many features.

# %%
log_typical = -0.5 * np.arange(1, 1001) * (np.log(2 * np.pi) + 1)
first_lost = int(np.argmax(np.exp(log_typical) == 0)) + 1  # dimension
at_the_mean = -0.5 * np.arange(1, 1001) * np.log(2 * np.pi)
mean_lost = int(np.argmax(np.exp(at_the_mean) == 0)) + 1
fig, (left, right_panel) = new_figure(2, height=3.4)
left.imshow(np.random.default_rng(0).standard_normal((23, 23)), cmap="gray")
left.set(title="23 x 23 pixels of noise: density 0.0", xticks=[], yticks=[])
right_panel.plot(np.arange(1, 1001), log_typical, "-", color=COLORS[0], label="typical sample")
limit = np.log(np.nextafter(0, 1))
right_panel.axhline(limit, color=COLORS[1], ls="--", label="smallest number above 0")
right_panel.plot(first_lost, log_typical[first_lost - 1], "X", color=COLORS[1], ms=10)
right_panel.set(xlabel="D, number of pixels", ylabel="log p(x)")
right_panel.legend(fontsize=8)

predict(
    "how_large_a_picture_underflows",
    "Take a picture whose pixels are independent standard normal numbers: a sample of a standard "
    "normal with D = number of pixels. Which is the smallest of these pictures whose density is "
    "exactly 0 on a computer?",
    right(
        "23 x 23",
        f"A typical sample has squared length D, so its log-density is -D/2 (log 2π + 1). From "
        f"D = {first_lost} on its exponential is 0, and 23 x 23 is 529.",
        fact=22 * 22 < first_lost <= 23 * 23,
    ),
    wrong(
        "256 x 256",
        "Its density is 0, too, but it is not the smallest. The density is a product of D "
        "factors, each about 0.24 for a typical pixel: it is lost long before.",
        fact=23 * 23 < first_lost <= 256**2,
    ),
    wrong(
        "1000 x 1000",
        "Its density is 0, too, but it is not the smallest. log p falls by about 1.4 with each "
        "pixel: far fewer than a million are enough.",
        fact=first_lost > 256**2,
    ),
    wrong(
        "none: a typical sample is where the density is high",
        "The density is highest at the mean, and no typical sample lies there. Even at the mean it "
        f"is lost from D = {mean_lost} on.",
        fact=(np.exp(log_typical) > 0).all(),
    ),
    shows=show(
        fig,
        alt="Left: a picture of 23 x 23 pixels of noise, whose density is 0.0 on a computer. "
        "Right: the log-density of a typical sample falls in a straight line as D grows, and "
        "crosses the smallest number above 0 near D = 526.",
    ),
)

# %% [markdown] slide="slide" shown="1 2 3"
# ## 1.7 The logarithm of a sum
#
# The logarithm of a product is a sum of logarithms, but the density of a mixture is itself a sum,
# and the logarithm of a sum does not simplify. Write
# $a_k = \log\pi_k + \log\mathcal{N}(x \mid \mu_k, \Sigma_k)$ for the logarithm of each term. Then
#
# $$ \log p(x) = \log \sum_k \pi_k \mathcal{N}(x \mid \mu_k, \Sigma_k)
# = \log \sum_k e^{a_k} . $$
#
# Let us compute it as written: exponentiate, add, take the logarithm. We start at the mean of
# component 0 and walk away from it:


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
# floating-point number (about $e^{-744}$). It underflows to zero, and $\log 0 = -\infty$: a
# single distant sample is enough to lose the likelihood of the whole data set.

# %%
a = np.array([-1000.0, -1001.0])
true_sum = -1000 + np.log1p(np.exp(-1))
with np.errstate(divide="ignore"):
    as_written = np.log(np.exp(a).sum())

predict(
    "which_number_to_take_out",
    "You want the logarithm of exp(-1000) + exp(-1001). Which number m do you subtract from both "
    "exponents before you exponentiate, and add back after the logarithm?",
    wrong(
        "none, NumPy can do it",
        "Both exponentials are 0 on a computer, and log 0 is minus infinity.",
        fact=bool(np.isfinite(as_written)),
    ),
    wrong(
        "m = -1001, the smaller one",
        "It works here, with 2.7 and 1. With -1000 and -2000 it would be exp(1000), which "
        "overflows to infinity.",
        fact=np.log(np.finfo(float).max) > 1000,
    ),
    right(
        "m = -1000, the larger one",
        "Then the exponentials are 1 and 0.37. The largest is always exactly 1, so nothing "
        "overflows, and what underflows is too small to matter.",
        fact=np.isclose(-1000 + np.log(np.exp(a + 1000).sum()), true_sum),
    ),
    wrong(
        "m = -2001, their sum",
        "Then the exponents are 1001 and 1000, and both exponentials overflow to infinity.",
        fact=np.log(np.finfo(float).max) > 1000,
    ),
    shows="So m is the largest of all exponents. This is called the log-sum-exp trick.",
)

# %% [markdown] slide="subslide" shown="1 2 4"
# ### Exercise 3: `mixture_log_density` (3 points)
#
# - **In:** `X` of shape `(N, D)`, `weights`, `means`, `covariances`.
# - **Out:** $\log p(x_n)$ of each row, shape `(N,)`, without underflow.
#
# Use your own `gaussian_log_density`, or the helper `gmm.component_log_prob(X, means,
# covariances)`, which returns $\log\mathcal{N}(x_n \mid \mu_k, \Sigma_k)$ for all samples
# and components, shape `(N, K)`. To add up the components without underflow, use the
# **log-sum-exp** trick:
#
# $$ \log \sum_k e^{a_k} = m + \log \sum_k e^{a_k - m}, \qquad m = \max_k a_k . $$
#
# **By hand.** $D = 2$; two components of weight 1/2, both with the identity as covariance, and with
# means $(-40, 0)$ and $(39, 9)$. The squared distances of $x = (0, 0)$ are 1600 and
# $39^2 + 9^2 = 1602$, so $\log\mathcal{N} = -\frac12(2 \log 2\pi + 1600) = -801.838$ for the first
# component and $-802.838$ for the second. Add $\log\frac12 = -0.693$: $a = (-802.531, -803.531)$.
# Then $m = -802.531$, and
#
# $$ \log p(x) = m + \log(1 + e^{-1}) = -802.531 + 0.313 = -802.218 . $$
#
# At the mean of either component the other one is too far away to matter, so
# $\log p(x) = -0.693 - \log 2\pi = -2.531$.


# %% exercise="mixture_log_density" slide="-"
def mixture_log_density(X, weights, means, covariances):
    """Return log p(x_n) under the mixture for each row x_n of X."""
    ### BEGIN SOLUTION
    a = np.log(weights) + gmm.component_log_prob(X, means, covariances)
    m = a.max(axis=1)
    return m + np.log(np.exp(a - m[:, None]).sum(axis=1))
    ### END SOLUTION


# %%
# Try it on (0, 0) and on both means. Expected, in shape (3,):
# -802.218, -2.531 and -2.531.
two_means = np.array([[-40.0, 0.0], [39.0, 9.0]])
two_components = np.full(2, 0.5), two_means, np.array([np.eye(2)] * 2)
try_it(mixture_log_density, np.array([[0.0, 0.0], *two_means]), *two_components)

# %% check="mixture_log_density"
check(mixture_log_density)

# %%
# Stuck? Run this cell, and again for the next hint.
hint("mixture_log_density")

# %% [markdown]
# **Now with yours.** Your function walks away from the mean of component 0 along a straight line,
# next to the naive one.


# %% folded=true
def draw_walk(log_density):
    fig, ax = new_figure(height=3.6)
    distances = np.linspace(0, 80, 161)
    line = np.column_stack([np.full_like(distances, 1.2), 0.4 + distances])
    naive = naive_log_density(line, *params)
    ax.plot(distances, log_density(line, *params), "-", color=COLORS[0], label="log-sum-exp")
    ax.plot(distances, naive, "--", color=COLORS[1], lw=3, label="naive: ends in minus infinity")
    last = np.flatnonzero(np.isfinite(naive))[-1]
    ax.plot(distances[last], naive[last], "X", color=COLORS[1], ms=10)
    ax.set(xlabel="distance from the mean of component 0", ylabel="log p(x)")
    ax.legend()
    return fig


show(
    draw_walk(yours("mixture_log_density")),
    alt="Log-density against distance. Both curves fall together; the naive one breaks off "
    "just before a distance of 61, the one by log-sum-exp goes on falling.",
)

# %% [markdown]
# The naive curve simply *ends*, just before a distance of 61. (It begins to lose digits a
# little earlier, at 59.4. There the density falls below $e^{-708}$, and floating-point numbers as
# small as that have fewer and fewer digits.)
#
# ## 1.8 Play with the model
#
# Each time you move a slider, the sample is drawn again. The dots are the shares of all seeds up to
# the one you chose: step through the seeds, and they leave a strip.


# %% folded=true
def rotated(covariance, degrees):
    """Turn a covariance in the plane: R Sigma R^T."""
    angle = np.radians(degrees)
    rotation = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    return rotation @ covariance @ rotation.T


def with_first_weight(weights, first):
    """Set the first weight, and scale the others so that all sum to one."""
    rest = weights[1:] / weights[1:].sum() * (1 - first)
    return np.array([first, *rest])


def draw_sample(axes, n_samples, seed, weight, rotation):
    left, right_panel = axes
    covariances = params.covariances.copy()
    covariances[2] = rotated(covariances[2], rotation)
    model = gmm.GMMParams(with_first_weight(params.weights, weight), params.means, covariances)
    draws = [gmm.sample_gmm(*model, n_samples, rng=s) for s in range(seed + 1)]
    data, origin = draws[-1]
    left.set(xlim=(-9, 9), ylim=(-6, 6), xlabel="$x_1$", ylabel="$x_2$", aspect="equal")
    plot_data(left, data, origin, n_components=3)
    plot_ellipses(left, model)
    plot_density(left, model)
    legend_below(left)
    shares = [np.bincount(labels, minlength=3) / n_samples for _, labels in draws]
    draw_shares(right_panel, {"weight": model.weights, "share": shares[-1]}, dots=shares)
    right_panel.set(ylim=(0, 1.15))
    weights_and_shares = (", ".join(f"{v:.2f}" for v in row) for row in (model.weights, shares[-1]))
    return "Weights {}; shares in this sample {}.".format(*weights_and_shares)


SliderFigure(
    draw_sample,
    shows="Left: samples coloured by component, with ellipses and the contours of the mixture. "
    "Right: the share of each component beside its weight, with a dot per seed.",
    n_panels=2,
    height=4.0,
    n_samples=integer_slider("number of samples", 50, 2000, value=600, step=50),
    seed=integer_slider("seed", 0, 19, value=3),
    weight=real_slider("weight of component 0", 0.0, 1.0, value=0.3, step=0.05),
    rotation=integer_slider("rotation of component 2 (°)", 0, 180, value=0, step=5),
)

# %% [markdown]
# Things to try:
#
# 1. Raise the weight of component 0 to 1. Where have the other components gone?
# 2. With 50 samples, step through the seeds. How far are the shares from the weights? And with
#    2000?
# 3. Rotate the covariance of component 2. What about it stays the same?
#
# <details><summary>Answers</summary>
#
# 1. They still have means and covariances (the faint ellipses), but weight 0: the die never shows
#    them. All samples come from one Gaussian.
# 2. With 50 samples the share of component 0 runs from 0.20 to 0.38 over the 20 seeds; with 2000
#    only from 0.27 to 0.31. Forty times as many samples make the strip about six times
#    shorter, the square root of 40.
# 3. The lengths of the axes of the ellipse, its area, and so $\log\det\Sigma$ and the density at
#    the mean stay; the entries of $\Sigma$ change. The shares stay, too: the die knows nothing of
#    covariances.
#
# </details>
#
# ## 1.9 Test yourself
#
# Five questions. Try until each is right, and read the reasons.

# %%
ask(
    "where_weights_enter",
    "Where do the weights enter when you draw one sample from a mixture?",
    wrong(
        "the sample is multiplied by pi_k",
        "That would pull samples towards the origin. In the formula pi_k multiplies the "
        "density, never the sample.",
        mistake="sample_gmm: samples multiplied by the weights",
    ),
    wrong(
        "the sample is a sum of one draw per component, weighted by pi_k",
        "That gives one Gaussian in the middle. In a mixture every sample comes from exactly one "
        "component.",
        mistake="sample_gmm: components averaged",
    ),
    wrong(
        "the covariance of component k is scaled by pi_k",
        "A rare component is not a small one. How often it is used and how far it spreads are two "
        "separate things.",
    ),
    right(
        "in the choice of the component, and nowhere else",
        "Once the die has chosen component k, the sample is drawn from it as if the others "
        "did not exist.",
    ),
)

# %%
covariance = np.array([[9.0, 3.0], [3.0, 5.0]])
root = np.linalg.cholesky(covariance)
eps = np.array([3.0, 2.0])

ask(
    "from_noise_to_sample",
    "The mean is (0, 0), the covariance [[9, 3], [3, 5]], and the noise (3, 2). Use the "
    "Cholesky factor, by hand. What is the second coordinate of the sample?",
    number(
        (root @ eps)[1],
        0.05,
        "The factor is [[3, 0], [1, 2]], so the second coordinate is 1 * 3 + 2 * 2 = 7.",
        slip(
            (root.T @ eps)[1],
            "This is c times the second number alone, as if the factor were transposed. In the "
            "second row of the factor, (1, 2), both numbers count.",
            "sample_gmm: transposed root",
        ),
        slip(
            (covariance @ eps)[1],
            "You multiplied by the covariance itself. It must be a root of it.",
            "sample_gmm: covariance used as its root",
        ),
        slip(
            3 + 4 * 2,
            "You forgot a root: the last entry of the factor is the root of 5 - 1, not 4.",
        ),
        slip(
            np.sqrt(5) * 2,
            "You used the variance 5 alone, as if the coordinates were uncorrelated.",
            "sample_gmm: only the diagonal used",
        ),
        too_small="Did you leave out a term? Both numbers of the noise count in the second row: "
        "b times the first plus c times the second.",
        too_large="Did you forget to divide, or to take a root? b is 3 divided by 3, and c is the "
        "root of 5 - 1.",
    ),
)

# %%
ask(
    "order_of_log_sum_exp",
    "Put the steps of a mixture's log-density in order.",
    order(
        ("compute log N_k of each component", "These stay plain numbers, however far away x is."),
        ("add log pi_k to each", "The weights multiply densities, so their logarithms are added."),
        (
            "find the largest of these sums, m",
            "It is the largest a_k = log pi_k + log N_k, so these come first.",
        ),
        ("subtract m and exponentiate", "Now the largest exponential is exactly 1."),
        ("add up and take the logarithm", "The sum is at least 1, so its logarithm is finite."),
        ("add m", "This undoes the subtraction."),
    ),
)

# %%
few = [np.bincount(gmm.sample_gmm(*params, 5, rng=s)[1], minlength=3) for s in range(100)]
small = np.array([[0.0]]), np.zeros(1), np.array([[1e-4]])

ask(
    "what_may_come_out",
    "Which of these can come out of correct code?",
    right(
        "log p(x) = 3.7",
        "A narrow Gaussian, say of standard deviation 0.01, has a density far above 1.",
        fact=gmm.gaussian_log_density(*small)[0] > 3.65,
    ),
    wrong(
        "log pi_k = 0.2",
        "Then pi_k would be 1.22. A weight is a probability, so its logarithm is at most 0.",
        fact=np.exp(0.2) <= 1,
    ),
    right(
        "log p(x) = -20000",
        "A sample 200 standard deviations away. With logarithms this is a plain number.",
        fact=gmm.gaussian_log_density(np.array([[200.0]]), np.zeros(1), np.eye(1))[0] < -20000,
    ),
    wrong(
        "a squared distance of -1",
        "It is a sum of squares. A negative one comes from a matrix that is not a covariance "
        "matrix, or from a slip of sign.",
    ),
    right(
        "no sample from a component of weight 0.3, of 5 samples",
        "All five rolls of the die may miss it: the probability is 0.7 to the power of 5, or 0.17.",
        fact=any(row[0] == 0 for row in few),
    ),
    several=True,
)

# %%
shape = gmm.mixture_log_density(X, *params).shape

ask(
    "shape_of_log_densities",
    "X has the shape (600, 2), and there are 3 components. What is the shape of the "
    "result of `mixture_log_density`?",
    wrong(
        "(600, 3)",
        "That is the table of the a_k, before the sum over the components.",
        fact=shape == (600, 3),
        mistake="mixture_log_density: not summed over the components",
    ),
    right(
        "(600,)",
        "Each sample has one density; the sum over the components is already taken.",
        fact=shape == (600,),
    ),
    wrong(
        "(3,)",
        "That is what a sum over the samples gives (axis 0). The components have to be summed.",
        fact=shape == (3,),
        mistake="mixture_log_density: summed over the wrong axis",
    ),
    wrong(
        "(600, 2)",
        "A density belongs to the whole sample, not to each of its features.",
        fact=shape == (600, 2),
    ),
)

# %% [markdown]
# ## 1.10 Written questions
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
# The exercises and questions of this chapter, as of your last check. (Your instructor will read and
# grade your written answers.)

# %%
progress()

# %% [markdown] slide="slide" shown="1 2 3"
# ## Summary
#
# You can now draw a sample from any Gaussian mixture, in two steps: the die chooses a component,
# and stretched noise makes the point. You know that only the die knows the weights, so that equal
# counts throw them away. And you can compute the density of a sample anywhere, with logarithms and
# log-sum-exp, where the formula as written gives 0.
#
# **Next:** in [`02_e_step`](02_e_step.ipynb) the labels are taken away, and we ask which
# component each sample came from.
#
# **Further reading**
#
# - A. Azzalini, A. W. Bowman, *A look at some data on the Old Faithful geyser*, Applied Statistics
#   39 (1990), 357-365.
# - M. P. Deisenroth, A. A. Faisal, C. S. Ong, *Mathematics for Machine Learning*, sections
#   11.1 (the model) and 6.5 (Gaussians).
# - C. M. Bishop, *Pattern Recognition and Machine Learning*, sections 2.3.9 and 9.2.
# - N. J. Higham, *What is the log-sum-exp function?*
