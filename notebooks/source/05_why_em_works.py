# %% [markdown] slide="slide" shown="1 2 4"
# # 5. Why EM works
#
# **What you will do.** Take the NLL apart into three numbers, on three samples and by hand, and
# write two of them and their sum.
#
# **What you will learn**
#
# - why no iteration of EM raises the NLL, although neither step looks at it;
# - what each of the two half-steps lowers;
# - what the ELBO is, which you will meet again wherever labels are hidden;
# - what EM does *not* promise.
#
# **What you need.** Chapters 2 to 4. About 150 minutes, in three parts with breaks between them.
# Three exercises, 8 points, and two written questions, 4 points.

# %%
import numpy as np

import gmm_helpers as gmm
from gmm_helpers.checks import check, hint, progress, try_it, yours
from gmm_helpers.questions import ask, number, order, place, point, predict, right, slip, wrong

# Three samples, and two components that start on the outer ones
points = np.array([[1.0], [2.0], [3.0]])
two = gmm.GMMParams(np.array([0.5, 0.5]), np.array([[1.0], [3.0]]), np.ones((2, 1, 1)))

# %% [markdown]
# **Five minutes first:** three questions from chapters 2 to 4, on the numbers of this chapter.

# %%
_joint = gmm.weighted_log_prob(points, *two)
_posterior = gmm.e_step(points, *two)
ask(
    "recall_responsibility_of_the_left",
    "Two components with weights 1/2 and variances 1 have the means 1 and 3. A sample lies at 1. "
    f"The logs of weight times density are {_joint[0, 0]:.3f} and {_joint[0, 1]:.3f}: they differ "
    "by 2. How responsible is the left component for this sample?",
    number(
        _posterior[0, 0],
        0.002,
        "Subtract the maximum: 0 and -2. Exponentiate: 1 and 0.135. Divide by the sum: 0.881.",
        slip(
            round(1 - _posterior[0, 0], 3),
            "That is the responsibility of the right component. The left one is nearer.",
        ),
        slip(
            round(_joint[0, 0] / _joint[0].sum(), 3),
            "You divided the logs. Exponentiate first, then divide by the sum.",
            "e_step: logarithms normalised without exponentiating",
        ),
        slip(0.5, "That is the weight, which knows nothing of the sample."),
        too_small="Exponentiate 0 and -2, and divide the first by the sum of both.",
        too_large="No responsibility is above 1. Exponentiate 0 and -2, and divide by their sum.",
    ),
)

# %%
_log_density = gmm.mixture_log_density(points, *two)
_log_normal = gmm.component_log_prob(points, two.means, two.covariances)
ask(
    "recall_where_the_log_stands",
    "What is the log density of a mixture at a sample x_n?",
    wrong(
        "the sum of pi_k log N_k over k",
        "Densities are added, not their logs. This average of logs is another number, and a "
        "smaller one.",
        fact=np.allclose(_log_normal @ two.weights, _log_density),
    ),
    wrong(
        "the sum of log(pi_k N_k) over k",
        "That is the log of a *product* over the components. The density of a mixture is a sum.",
        fact=np.allclose(_joint.sum(axis=1), _log_density),
    ),
    right(
        "the log of the sum of pi_k N_k over k",
        "The log stands outside the sum. This is what makes mixtures difficult, and what this "
        "chapter is about.",
        fact=np.allclose(np.log(np.exp(_joint).sum(axis=1)), _log_density),
    ),
    wrong(
        "the largest of log(pi_k N_k)",
        "The largest one often dominates, but the others add to the density.",
        fact=np.allclose(_joint.max(axis=1), _log_density),
    ),
)

# %%
ask(
    "recall_what_an_m_step_reads",
    "What does an M-step read to compute the new parameters?",
    wrong(
        "the NLL and its slope",
        "That would be gradient descent. An M-step computes averages, and no NLL.",
    ),
    wrong(
        "the samples and the old parameters",
        "The old parameters do not appear in the updates. All that is left of them are the "
        "responsibilities.",
    ),
    wrong(
        "the samples and the labels",
        "The labels are hidden. The responsibilities stand in for them.",
    ),
    right(
        "the samples and the responsibilities",
        "Weighted counts, averages and spreads. The NLL does not appear.",
    ),
)

# %% [markdown] slide="slide" shown="1 2"
# ## 5.1 Who steers?
#
# Three samples, at 1, 2 and 3, and two components with weights 1/2, variances 1 and means 1 and 3.
# Every number is small enough for paper. EM runs from here, and updates all parameters.

# %%
trace = gmm.fit(points, two, reg_covar=0, tol=1e-9)
nll = trace.negative_log_likelihood


# %% folded=true slide="-"
# Helpers of this chapter: half-steps, and how they are drawn
from gmm_helpers.drawing import (
    COLORS,
    GREY,
    LINE_COLORS,
    SliderFigure,
    integer_slider,
    new_figure,
    real_slider,
    show,
)


def half_steps(n_iter):
    """List name, responsibilities and parameters after each half-step of the small run."""
    found = []
    for i in range(n_iter):
        responsibilities = trace.responsibilities(i)
        for step, params in (("E", trace.params[i]), ("M", trace.params[i + 1])):
            found.append((f"{step}-step {i + 1}", responsibilities, params))
    return found


def draw_components(ax, params):
    """Draw the three samples, both weighted components and their sum."""
    grid = np.linspace(-2, 6, 300)[:, None]
    parts = np.exp(gmm.weighted_log_prob(grid, *params))
    for part, name, color in zip(parts.T, ("left", "right"), COLORS, strict=False):
        ax.plot(grid, part, "--", color=color, label=name)
    ax.plot(grid, parts.sum(axis=1), color="black", label="mixture")
    ax.plot(points, np.zeros(3), "o", color="black", clip_on=False)
    ax.set(xlabel="x", ylabel="density", ylim=(0, None))
    return ax


def draw_nll_by_half_step(ax, n_iter=3):
    """Draw the NLL at the start and after each half-step."""
    steps = half_steps(n_iter)
    values = [nll[0]] + [gmm.negative_log_likelihood(points, *params) for _, _, params in steps]
    ax.plot(values, "o-", color="black")
    ax.set_xticks(range(len(values)), ["start"] + [name.replace("-step", "") for name, *_ in steps])
    ax.set(xlabel="half-step", ylabel="NLL (nats)", ylim=(3.2, 4.6))
    ax.grid(alpha=0.25)
    return ax


fig, ax = new_figure(height=2.8)
draw_components(ax, two).legend(fontsize=8)
show(
    fig,
    alt="Three samples at 1, 2 and 3, and the start: two weighted components around 1 and 3, and "
    "their sum, the density of the mixture.",
)

# %% slide="subslide"
_after_e_step = gmm.negative_log_likelihood(points, *half_steps(1)[0][2])
fall_of_e_step = nll[0] - _after_e_step
fig, ax = new_figure(height=3.2)
draw_nll_by_half_step(ax)
predict(
    "what_an_e_step_does_to_the_nll",
    f"The first iteration lowers the NLL from {nll[0]:.4f} to {nll[1]:.4f}, an E-step and then an "
    "M-step. How much of this fall comes from the E-step?",
    wrong(
        "all of it",
        "The M-step changes the parameters, and the NLL depends on nothing else.",
        fact=bool(np.isclose(fall_of_e_step, nll[0] - nll[1])),
    ),
    wrong(
        "about half",
        "This is often said, and wrong: the E-step changes no parameter, and the NLL depends on "
        "nothing else.",
        fact=bool(0.3 < fall_of_e_step / (nll[0] - nll[1]) < 0.7),
    ),
    right(
        "nothing",
        "The NLL depends on the parameters alone, and the E-step leaves them as they are. The "
        "curve is flat in every E-step.",
        fact=bool(np.isclose(fall_of_e_step, 0)),
    ),
    wrong(
        "less than nothing: it raises the NLL, and the M-step makes up for it",
        "It cannot raise it either: it changes no parameter.",
        fact=bool(fall_of_e_step < -1e-6),
    ),
    shows=show(
        fig,
        alt="The NLL after each half-step: it is flat in every E-step and falls in every M-step.",
    ),
    in_place=True,
)

# %% [markdown]
# The E-step does not lower the NLL. The M-step does, but it never looks at it: it takes weighted
# averages. So nobody steers. And yet the NLL falls, iteration after iteration:

# %% tags=["nbval-check-output"]
for i in range(4):
    print(f"iteration {i}: NLL {nll[i]:.4f}")

# %% [markdown] slide="notes"
# Could that be luck, with these samples? The answer of this chapter is no.

# %% [markdown] slide="slide" shown="1 2"
# ## 5.2 How undecided are the responsibilities?
#
# There is a second number, never below the NLL, and *both* half-steps lower it. It is made of two
# parts, and both can be worked out by hand. You will write both. The first depends on the
# responsibilities alone.

# %%
predict(
    "from_decided_to_undecided",
    "Each line lists the responsibility of the left component for three samples; the right one has "
    "the rest. Put the lines in order, from decided to undecided. Which is the most decided?",
    order(
        ("1, 1, 0", "Every sample belongs to one component. Nothing is undecided: entropy 0."),
        (
            "0.99, 0.99, 0.01",
            "Nearly decided. Each sample adds a little, and the total is 0.17 nats.",
        ),
        (
            "1, 0.5, 0",
            "Two samples are decided, and one is as undecided as can be: log 2 = 0.69 nats.",
        ),
        (
            "0.88, 0.5, 0.12",
            "The middle one as before, and the outer two, now in doubt, add 0.37 nats each: 1.43.",
        ),
        (
            "0.5, 0.5, 0.5",
            "All three are as undecided as can be: 3 log 2 = 2.08 nats.",
        ),
    ),
)

# %% [markdown] slide="-" shown="1 2 3"
# The measure is the **entropy** of the responsibilities,
#
# $$ H = -\sum_{n=1}^{N} \sum_{k=1}^{K} r_{nk} \log r_{nk} , \qquad 0 \log 0 = 0 , $$
#
# in nats, and the total over all samples. A sample with responsibilities 1 and 0 adds nothing, and
# one that is equally likely to come from each of $K$ components adds $\log K$, the most there is.

# %% [markdown] slide="subslide" shown="1 2"
# ### Exercise 1: `entropy` (2 points)
#
# - **In:** `responsibilities`, shape (N, K). Some may be exactly 0 or 1.
# - **Out:** the entropy, one number: the total over samples, in nats.
#
# **By hand.** For the first E-step of our example:
#
# | sample | left | right | entropy |
# |---|---|---|---|
# | 1 | 0.8808 | 0.1192 | $-0.8808 \log 0.8808 - 0.1192 \log 0.1192 = 0.3653$ |
# | 2 | 0.5 | 0.5 | $\log 2 = 0.6931$ |
# | 3 | 0.1192 | 0.8808 | 0.3653 |
#
# The total, before rounding, is 1.4238 nats.


# %% exercise="entropy" slide="-"
def entropy(responsibilities):
    """Return the entropy of the responsibilities, in nats, the total over samples."""
    ### BEGIN SOLUTION
    positive = responsibilities[responsibilities > 0]
    return -np.sum(positive * np.log(positive))
    ### END SOLUTION


# %%
posterior = gmm.e_step(points, *two)
undecided = np.full((3, 2), 0.5)
hard = np.array([[1.0, 0.0], [1.0, 0.0], [0.0, 1.0]])
try_it(entropy, posterior)  # 1.424, the table above
try_it(entropy, posterior[:1])  # 0.365, its first row
try_it(entropy, undecided)  # 2.079 = 3 log 2
try_it(entropy, hard)  # 0: nothing is undecided (nan? Look at 0 log 0)

# %% check="entropy"
check(entropy)

# %%
# Stuck? Run this cell, again for the next hint.
hint("entropy")

# %% [markdown]
# **Now with yours:** one sample, and all that its responsibilities may be.

# %% folded=true
# The entropy of one sample over its responsibilities
own_entropy = yours("entropy")
_r = np.linspace(0, 1, 101)
fig, ax = new_figure(height=3.2)
ax.plot(_r, [own_entropy(np.array([[r, 1 - r]])) for r in _r], color=COLORS[2])
for r, sample, shift in ((posterior[0, 0], "1", 8), (0.5, "2", 0), (posterior[2, 0], "3", -8)):
    h = own_entropy(np.array([[r, 1 - r]]))
    ax.plot(r, h, "o", color="black")
    align = {8: "left", 0: "center", -8: "right"}[shift]
    text = f"sample {sample}: {h:.3f}"
    ax.annotate(text, (r, h), (shift, 6), textcoords="offset points", ha=align, fontsize=9)
ax.set(xlabel="responsibility of the left component", ylabel="entropy (nats)", ylim=(0, 0.8))
ax.set(xlim=(-0.3, 1.3), xticks=np.linspace(0, 1, 6))
ax.grid(alpha=0.25)
show(
    fig,
    alt="The entropy of one sample is an arch over the responsibility of the left component: 0 at "
    "0 and at 1, and highest in the middle, 0.693 at 1/2. The outer samples have 0.365 each.",
)

# %%
_of_weights = gmm.entropy(hard.mean(axis=0)[None])
ask(
    "entropy_of_hard_responsibilities",
    "Two samples belong to the left component for sure, and one to the right. The M-step gives the "
    "weights 2/3 and 1/3. What is the entropy of the *responsibilities*, in nats?",
    number(
        gmm.entropy(hard),
        0.002,
        "1 log 1 = 0, and 0 log 0 counts as 0. How unequal the components are makes no difference.",
        slip(
            round(_of_weights, 3),
            "That is the entropy of the *weights*. It says how well one can guess a label without "
            "looking at the sample. Here every sample has been looked at.",
            "entropy: entropy of the weights",
        ),
        slip(
            round(3 * _of_weights, 3),
            "That is three times the entropy of the *weights*. The entropy of the responsibilities "
            "is taken row by row, and then added.",
        ),
        slip(
            round(3 * np.log(2), 3),
            "That would be so if each sample were shared equally. Each of these is decided.",
        ),
        too_small="An entropy is never negative.",
        too_large="Is there a single sample about which we are in doubt?",
        unit="nats",
    ),
)

# %% [markdown] slide="slide" shown="1 2"
# ## 5.3 What do the samples cost?
#
# If the labels were known, there would be no sum inside the log. A sample $x_n$ *with* its label
# $k$ has the **joint density** $\pi_k \, \mathcal N(x_n \mid \mu_k, \Sigma_k)$. Minus its log is
# what this sample costs if it comes from component $k$. It is small if the component is frequent
# and near.

# %% tags=["nbval-check-output"] slide="-" shown=""
print("sample   left    right")
for x, row in zip(points.ravel(), -gmm.weighted_log_prob(points, *two), strict=True):
    print(f"   {x:.0f}   {row[0]:.4f}  {row[1]:.4f}")

# %% [markdown]
# But the labels are hidden. All we have are responsibilities. So average the two costs of a sample,
# weighted by them.


# %% folded=true
# The cost of each sample over its responsibilities
def draw_costs(ax, joint_of, samples=(0, 1, 2)):
    """Draw minus the expected log joint density of single samples over their responsibilities."""
    grid = np.linspace(0, 1, 3)  # they are lines
    styles = zip(((COLORS[0], "-"), (GREY, "--"), (COLORS[1], "-.")), range(3), strict=True)
    for (color, style), n in styles:
        if n in samples:
            costs = [-joint_of(points[n : n + 1], np.array([[r, 1 - r]]), *two) for r in grid]
            ax.plot(grid, costs, style, color=color, label=f"sample {n + 1}")
    ax.set(xlabel="responsibility of the left component", ylabel="expected cost (nats)")
    ax.set_ylim(1, 4)
    ax.grid(alpha=0.25)
    return ax


# %% slide="subslide"
_rows = {r: np.array([[r, 1 - r]]) for r in (0.0, 0.5, 1.0, posterior[0, 0])}
_cost = {r: -gmm.expected_log_joint(points[:1], row, *two) for r, row in _rows.items()}
_least = min(_cost, key=_cost.get)
fig, ax = new_figure(height=3.2)
draw_costs(ax, gmm.expected_log_joint, (0,))
ax.plot(1, _cost[1.0], "o", color="black", clip_on=False)
predict(
    "responsibilities_with_the_least_cost",
    "The sample at 1 costs 1.612 if it comes from the left component, and 3.612 if it comes from "
    "the right. Which responsibilities, left and right, make its *average* cost least?",
    wrong(
        "0.5 and 0.5",
        f"Then the average is {_cost[0.5]:.3f}: half the time one pays the high price.",
        fact=_least == 0.5,
    ),
    right(
        "1 and 0",
        "An average is least if all of its weight lies on the smallest number. So the cost alone "
        "wants every sample to be decided, whatever the doubt.",
        fact=_least == 1.0,
    ),
    wrong(
        "0.881 and 0.119, those of the E-step",
        f"Then the average is {_cost[posterior[0, 0]]:.3f}, more than 1.612. The E-step does *not* "
        "make this cost least; something else is at work, too.",
        fact=bool(_least == posterior[0, 0]),
    ),
    wrong(
        "0 and 1",
        "That is the most one can pay, 3.612.",
        fact=_least == 0.0,
    ),
    shows=show(
        fig,
        alt="The average cost of the sample at 1 is a straight line over the responsibility of the "
        "left component. It falls from 3.612 at 0 to 1.612 at 1, where it is least.",
    ),
)

# %% [markdown] slide="subslide" shown="1 2 3"
# The average of the logs, over all samples, is the **expected log joint density**,
#
# $$ \sum_{n=1}^{N} \sum_{k=1}^{K} r_{nk} \bigl( \log \pi_k
#   + \log \mathcal N(x_n \mid \mu_k, \Sigma_k) \bigr) . $$
#
# Books also call it the *expected complete-data log-likelihood*. Minus this number is the
# total cost, and we call it the **energy**, as physicists do: it is what the samples pay.

# %% [markdown] slide="subslide" shown="1 2"
# ### Exercise 2: `expected_log_joint` (3 points)
#
# - **In:** `X`; `responsibilities`, shape (N, K); `weights`, `means`, `covariances`. The
#   responsibilities are *given*: they need not be those of an E-step with these parameters.
# - **Out:** the expected log joint density, one number: the total over samples. Where a
#   responsibility is 0, its term is 0.
#
# Helper: `gmm.weighted_log_prob(X, weights, means, covariances)`, shape (N, K), is
# $\log \pi_k + \log \mathcal N(x_n \mid \mu_k, \Sigma_k)$.
#
# **By hand.** With the responsibilities of the first E-step:
#
# | sample | energy |
# |---|---|
# | 1 | $0.8808 \cdot 1.6121 + 0.1192 \cdot 3.6121 = 1.8505$ |
# | 2 | $0.5 \cdot 2.1121 + 0.5 \cdot 2.1121 = 2.1121$ |
# | 3 | 1.8505 |
#
# The energy is 5.8131, so the expected log joint density is $-5.8131$.


# %% exercise="expected_log_joint" slide="-"
def expected_log_joint(X, responsibilities, weights, means, covariances):
    """Return the expected log joint density of samples and labels, the total over samples."""
    ### BEGIN SOLUTION
    log_joint = gmm.weighted_log_prob(X, weights, means, covariances)
    responsible = responsibilities > 0
    return np.sum(responsibilities[responsible] * log_joint[responsible])
    ### END SOLUTION


# %%
try_it(expected_log_joint, points, posterior, *two)  # -5.813, as by hand
try_it(expected_log_joint, points, undecided, *two)  # -7.336: sample 1 pays (1.612 + 3.612) / 2
try_it(expected_log_joint, points, hard, *two)  # -5.336 = -1.612 - 2.112 - 1.612

# %% check="expected_log_joint"
check(expected_log_joint)

# %%
# Stuck? Run this cell, again for the next hint.
hint("expected_log_joint")

# %% [markdown]
# **Now with yours:** the energy of each of the three samples.

# %% folded=true
# The energy of each sample, by your own function
own_joint = yours("expected_log_joint")
fig, ax = new_figure(height=3.2)
draw_costs(ax, own_joint).legend(fontsize=8, loc="upper center")
ax.set_ylabel("energy (nats)")
show(
    fig,
    alt="The energy of each sample is a straight line over the responsibility of the left "
    "component: falling for sample 1, rising for sample 3, and flat for sample 2 in the middle.",
)

# %% [markdown]
# Lines have their lowest point at an end. The energy pulls sample 1 all the way to the left
# component and sample 3 to the right one, and sample 2 nowhere.

# %%
ask(
    "which_is_the_log_likelihood",
    "At the start of our example, and with the responsibilities of the first E-step, the expected "
    "log joint density is -5.8131, and the NLL is 4.3893. What is the log-likelihood?",
    number(
        -nll[0],
        0.0005,
        "It is minus the NLL. The expected log joint density is not the log-likelihood: there the "
        "log stands inside the sum over components, here outside.",
        slip(
            -5.8131,
            "That is the *expected* log-likelihood of samples *and labels*, the complete data. In "
            "spite of its name it is not the log-likelihood of the samples, and smaller.",
        ),
        slip(4.3893, "That is the NLL. The log-likelihood has the other sign."),
        slip(5.8131, "That is the energy: minus the expected log joint density."),
        too_small="The NLL is the *negative* log-likelihood.",
        too_large="The NLL is the *negative* log-likelihood.",
        unit="nats",
    ),
    in_place=True,
)

# %% [markdown] slide="notes"
# **A good place for a break.** You have written two numbers: one is least if all samples are
# decided, and the other one is largest if none is. Next they meet. (Another day, run
# all cells first.)

# %% [markdown] slide="slide" shown="1 2"
# ## 5.4 Energy minus entropy
#
# Energy pulls responsibilities towards 0 and 1. Now reward doubt: subtract the entropy.


# %% folded=true
# Energy, entropy and their difference, for one sample
def draw_pull(ax, x, joint_of=gmm.expected_log_joint, entropy_of=gmm.entropy):
    """Draw energy, minus entropy and their sum over the responsibilities of one sample."""
    grid = np.linspace(0, 1, 81)
    sample = np.array([[float(x)]])
    rows = [np.array([[r, 1 - r]]) for r in grid]
    energy = np.array([-joint_of(sample, row, *two) for row in rows])
    reward = np.array([-entropy_of(row) for row in rows])
    ax.plot(grid, energy, "--", color=LINE_COLORS[4], label="energy")
    ax.plot(grid, reward, "-.", color=COLORS[2], label="minus entropy")
    ax.plot(grid, energy + reward, color=COLORS[1], label="energy minus entropy")
    best = gmm.e_step(sample, *two)[0, 0]
    lowest = -gmm.mixture_log_density(sample, *two)[0]
    ax.axhline(lowest, ls=":", color=GREY, label="-log p(x)")
    ax.plot(best, lowest, "o", color="black", clip_on=False, label="E-step", zorder=3)
    ax.set(xlabel="responsibility of the left component", ylabel="nats")
    ax.grid(alpha=0.25)
    ax.legend(fontsize=8, loc="center left", bbox_to_anchor=(1, 0.5))
    return best, lowest


# %% slide="-"
_grid = np.linspace(0, 1, 201)
_pull = [-gmm.elbo(points[:1], np.array([[r, 1 - r]]), *two) for r in _grid]
_lowest_at = _grid[np.argmin(_pull)]
fig, ax = new_figure(width=7, height=3.4)
_best, _lowest = draw_pull(ax, 1)
predict(
    "where_energy_minus_entropy_is_least",
    "The sample at 1 again. Its energy is least if the left component has responsibility 1, its "
    "entropy is largest at 1/2. For which responsibility of the left component is *energy minus "
    "entropy* least?",
    wrong(
        "1",
        "There the arch of the entropy is infinitely steep: a little doubt costs next to no "
        "energy, and gains more entropy.",
        fact=bool(abs(_lowest_at - 1) < 0.01),
    ),
    right(
        "0.881, as the E-step says",
        "So this is what an E-step does: of all responsibilities it finds those with the least "
        f"energy minus entropy. And the least value, {_lowest:.3f}, is -log p(x).",
        fact=bool(abs(_lowest_at - _best) < 0.003 and np.isclose(min(_pull), _lowest, atol=1e-4)),
    ),
    wrong(
        "0.75, half-way between both",
        "The two do not pull equally: the energy gains 2 nats from one end to the other, the "
        "entropy 0.69 at most.",
        fact=bool(abs(_lowest_at - 0.75) < 0.01),
    ),
    wrong(
        "0.5",
        "That is where the entropy alone is largest. The sample lies on the left mean, and leaving "
        "half of it to the right component costs an extra nat.",
        fact=bool(abs(_lowest_at - 0.5) < 0.01),
    ),
    shows=show(
        fig,
        alt="For the sample at 1: the energy is a falling line, minus the entropy is a curve that "
        "sags in the middle, and their sum has its lowest point at 0.881, the responsibility of "
        "the E-step. There it touches a dotted line, -log p(x).",
    ),
)

# %% [markdown] slide="subslide" shown="1"
# Move the sample, and see who wins. The curves are drawn by *your* two functions.

# %% folded=true slide="-"
# A slider that moves the sample


def draw_moved(ax, x):
    best, lowest = draw_pull(ax, x, own_joint, own_entropy)
    ax.set_ylim(-1, 6)
    return (
        f"Sample at {x:.1f}: energy minus entropy is least at {best:.3f}, and there it is "
        f"{lowest:.3f} nats, as much as -log p(x)."
    )


SliderFigure(
    draw_moved,
    shows="Energy, minus entropy and their sum over the responsibility of the left component.",
    height=3.4,
    x=real_slider("sample at", -1, 5, value=1.5, step=0.1),
)

# %% [markdown] slide="notes"
# Things to try:
#
# - Where does entropy decide alone?
# - Put the sample far outside, at -1. What is left for the entropy to do?
# - The lowest point always lies on the dotted line. What does that line say?
#
# <details><summary>Answers</summary>
#
# At 2 the energy is flat, and only the entropy is left: the responsibilities are 1/2.
#
# At -1 the energy is steep, and the lowest point moves to 0.998. It never reaches 1: at the
# end the slope of the entropy is infinite.
#
# The dotted line is what this sample adds to the NLL. So with the responsibilities of the E-step
# energy minus entropy *is* the NLL, and with all others it is more.
#
# </details>

# %% [markdown] slide="subslide" shown="1 2 3"
# ### The bound
#
# Energy minus entropy, over all samples, never falls below the NLL (5.5 shows why). We call it the
# **bound**, as the explorer does. Most books look from the other side, with the opposite sign. They
# call it the **ELBO**, the *evidence lower bound*, as it is never above the log-likelihood:
#
# | here | made of | is never | EM |
# |---|---|---|---|
# | **bound** | energy minus entropy | below the NLL | lowers it |
# | **ELBO** | expected log joint density plus entropy | above the log-likelihood | raises it |
#
# One is minus the other. In this course "bound" always means the first row. Written out, the
# second one is
#
# $$ \mathrm{ELBO} = \underbrace{\sum_{n,k} r_{nk} \bigl( \log \pi_k
#   + \log \mathcal N(x_n \mid \mu_k, \Sigma_k) \bigr)}_{\text{expected log joint density}}
#   \; + \; \underbrace{\Bigl( -\sum_{n,k} r_{nk} \log r_{nk} \Bigr)}_{\text{entropy}} . $$

# %% [markdown] slide="subslide" shown="1 2"
# ### Exercise 3: `elbo` (3 points)
#
# - **In:** `X`, `responsibilities`, `weights`, `means`, `covariances`. Again the responsibilities
#   are *given*; do not compute new ones.
# - **Out:** the ELBO, one number: the total over samples. It is minus the bound.
#
# Helpers: `gmm.entropy(responsibilities)` and
# `gmm.expected_log_joint(X, responsibilities, weights, means, covariances)`.
#
# **By hand.** With the responsibilities of the first E-step, $-5.8131 + 1.4238 = -4.3893$, and this
# is minus the NLL. With responsibilities of 1/2 for everything, $-7.3363 + 2.0794 = -5.2568$,
# which is 0.868 less.


# %% exercise="elbo" slide="-"
def elbo(X, responsibilities, weights, means, covariances):
    """Return the evidence lower bound of the log-likelihood, the total over samples."""
    ### BEGIN SOLUTION
    joint = gmm.expected_log_joint(X, responsibilities, weights, means, covariances)
    return joint + gmm.entropy(responsibilities)
    ### END SOLUTION


# %%
try_it(elbo, points, posterior, *two)  # -4.389: minus the NLL
try_it(elbo, points, undecided, *two)  # -5.257, which is less (-4.389? Then you computed new ones)
try_it(elbo, points, hard, *two)  # -5.336: nothing is undecided, so there is no entropy

# %% check="elbo"
check(elbo)

# %%
# Stuck? Run this cell, again for the next hint.
hint("elbo")

# %% [markdown] slide="subslide" shown="1"
# **Now with yours.** Start with the energy, take away the entropy, and you are at the bound. Take
# away the **gap**, and you are at the NLL. The parameters are the same three times; only the
# responsibilities differ.


# %% folded=true slide="-"
# Energy, entropy, gap and NLL as bars, by your own functions
def draw_bars(states, joint_of, entropy_of):
    """Draw energy up, entropy and gap down, and the NLL, for each state."""
    fig, ax = new_figure(width=7.3, height=3.9)
    names = ("energy", "entropy", "gap", "NLL")
    colors = (LINE_COLORS[4], COLORS[2], COLORS[3], "0.3")
    for i, (_, responsibilities, params) in enumerate(states):
        energy = -joint_of(points, responsibilities, *params)
        bound = energy - entropy_of(responsibilities)
        end = gmm.negative_log_likelihood(points, *params)
        spans = ((0, energy), (energy, bound), (bound, end), (0, end))
        for j, (begin, to) in enumerate(spans):
            x = 4.8 * i + j
            label = names[j] if i == 0 else None
            ax.bar(x, to - begin, 0.86, bottom=begin, color=colors[j], label=label)
            size = abs(to - begin)
            text = f"{'' if j in (0, 3) else chr(0x2212)}{size:.3f}" if size > 5e-4 else "0"
            ax.text(x, max(begin, to) + 0.1, text, ha="center", fontsize=8)
            if j < 3:
                ax.plot([x - 0.43, x + 1.43], [to, to], lw=0.8, color="black")
    ax.set_xticks([4.8 * i + 1.5 for i in range(len(states))], [title for title, *_ in states])
    ax.set(ylabel="nats", ylim=(0, 8.2))
    ax.legend(fontsize=8, ncols=4, loc="upper right")
    return fig


bars = {"joint_of": yours("expected_log_joint"), "entropy_of": yours("entropy")}
fig = draw_bars(
    [
        ("all 1/2", undecided, two),
        ("all decided", hard, two),
        ("those of the E-step", posterior, two),
    ],
    **bars,
)
show(
    fig,
    alt="Bars for three kinds of responsibilities. All 1/2: energy 7.336, minus entropy 2.079, "
    "minus gap 0.868. All decided: energy 5.336, no entropy, minus gap 0.947. Those of the E-step: "
    "energy 5.813, minus entropy 1.424, no gap. Each time the NLL is 4.389.",
)

# %% [markdown] slide="notes"
# Decided responsibilities have the least energy, and responsibilities of 1/2 the most entropy. The
# E-step has neither, but it has the least difference: its gap is zero.

# %% [markdown] slide="slide" shown="1 2"
# ## 5.5 Why is the bound never below the NLL?
#
# It all comes down to one property of the logarithm.

# %% slide="-"
_ratios = np.exp(_joint[0]) / 0.5
_of_the_mean, _mean_of_logs = np.log(_ratios.mean()), np.log(_ratios).mean()
fig, ax = new_figure(height=3.4)


def draw_chord(ax, r):
    """Draw Jensen's inequality for the sample at 1, with r for the left component."""
    weights = np.array([r, 1 - r])
    at = np.exp(gmm.weighted_log_prob(points[:1], *two)[0]) / weights
    mean = at @ weights
    on_chord = np.log(at) @ weights
    grid = np.linspace(0.02, 0.75, 300)
    ax.plot(grid, np.log(grid), color="black", label="log")
    ax.plot(at, np.log(at), "o-", color=COLORS[1], label="chord")
    ax.plot([mean, mean], [on_chord, np.log(mean)], color=COLORS[3], lw=4, label="gap")
    ax.plot(mean, np.log(mean), "o", color=COLORS[0], label="log of the average")
    ax.plot(mean, on_chord, "s", color=COLORS[2], label="average of the logs")
    ax.set(xlabel="joint density / responsibility", ylabel="log", xlim=(0, 0.75), ylim=(-4, 0))
    ax.grid(alpha=0.25)
    ax.legend(fontsize=8, loc="lower right")
    return np.log(mean), on_chord


draw_chord(ax, 0.5)
predict(
    "log_of_an_average",
    "Take two positive numbers that differ. Which is larger: the log of their average, or the "
    "average of their logs?",
    wrong(
        "they are equal",
        "Only a straight line would do that. The log bends.",
        fact=bool(np.isclose(_of_the_mean, _mean_of_logs)),
    ),
    right(
        "the log of their average",
        "The log bends downwards, so a chord between two of its points runs below it. This is "
        "Jensen's inequality.",
        fact=bool(_of_the_mean > _mean_of_logs + 0.1),
    ),
    wrong(
        "the average of their logs",
        "That would be so for a curve that bends upwards, such as the exponential.",
        fact=bool(_of_the_mean < _mean_of_logs - 0.1),
    ),
    wrong(
        "it depends on the numbers",
        "The size of the difference does, its sign does not: the log bends downwards everywhere.",
        fact=False,
    ),
    shows=show(
        fig,
        alt="The log is a curve that bends downwards. A chord joins two of its points; half-way it "
        "lies below the curve, and the vertical distance between them is the gap.",
    ),
)

# %% [markdown]
# The density of a mixture is an average in disguise: divide each joint density by a responsibility,
# and multiply by it again. The log of this average is $\log p(x)$, and the average of the logs is
# the ELBO of the sample. The chord is never above the curve, so the ELBO is never above
# $\log p(x)$. With the signs turned, the bound is never below the NLL.

# %% folded=true
# A slider: Jensen's inequality for the sample at 1


def draw_jensen(ax, percent):
    on_curve, on_chord = draw_chord(ax, percent / 100)
    return (
        f"Responsibility {percent / 100:.2f} for the left component: log p(x) = {on_curve:.3f}, "
        f"ELBO {on_chord:.3f}, gap {on_curve - on_chord:.3f} nats."
    )


SliderFigure(
    draw_jensen,
    shows="The log, a chord between two of its points, and the gap between them at the average.",
    height=3.4,
    percent=integer_slider("responsibility (%)", 35, 97, value=60),
)

# %% [markdown] slide="notes"
# Things to try: for which responsibility is the gap smallest, and what has become of the chord
# there? Which of the two numbers never moves?
#
# <details><summary>Answers</summary>
#
# At 88 % the chord has shrunk to a point, and the gap to nothing. Both ratios, joint density over
# responsibility, are equal there: that is Bayes' rule, so these are the responsibilities of the
# E-step. The log of the average never moves: it is $\log p(x)$, which knows nothing of our choice.
#
# </details>

# %% [markdown] slide="subslide" shown="1 2 3"
# ### How large is the gap?
#
# It is a well-known number, the **Kullback-Leibler divergence** (KL) of the given responsibilities
# $r_{nk}$ from those of the E-step, $p_{nk}$:
#
# $$ -\mathrm{NLL} = \mathrm{ELBO} + \mathrm{KL}, \qquad
#   \mathrm{KL} = \sum_{n,k} r_{nk} \log \frac{r_{nk}}{p_{nk}} \ge 0 . $$
#
# It is zero if the two are the same, and positive otherwise. With the signs turned, as the explorer
# writes it, the bound is NLL + KL. The derivation takes only Bayes' rule:
#
# <details><summary>The derivation</summary>
#
# Bayes' rule says $p(x_n) \, p_{nk} = \pi_k \, \mathcal N(x_n \mid \mu_k, \Sigma_k)$, so for
# every $k$
#
# $$ \log p(x_n) = \log \bigl( \pi_k \, \mathcal N(x_n \mid \mu_k, \Sigma_k) \bigr)
#   - \log p_{nk} . $$
#
# The left side is the same for all $k$. So we may average the right side over $k$, with any
# responsibilities $r_{nk}$ that sum to one; add and subtract $\log r_{nk}$ as well:
#
# $$ \log p(x_n) = \sum_k r_{nk} \bigl( \log ( \pi_k \, \mathcal N(x_n \mid \mu_k, \Sigma_k) )
#   - \log r_{nk} \bigr) + \sum_k r_{nk} \bigl( \log r_{nk} - \log p_{nk} \bigr) . $$
#
# Now sum over the samples. The left side becomes $-\mathrm{NLL}$; the first sum on the right is the
# ELBO, the second one is KL.
#
# Why is KL never negative? By Jensen's inequality,
# $-\mathrm{KL} = \sum_k r_{nk} \log (p_{nk} / r_{nk}) \le \log \sum_k p_{nk} = \log 1 = 0$ for
# every sample.
#
# </details>

# %% [markdown]
# **By hand.** With responsibilities of 1/2 for everything, sample 1 has
# $0.5 \log (0.5 / 0.8808) + 0.5 \log (0.5 / 0.1192) = 0.4338$. Sample 3 has the same, and sample 2
# nothing, as 1/2 is what the E-step says. The gap is $2 \cdot 0.4338 = 0.8676$, as in the bars.

# %%
_sure = -np.log(posterior[0, 0])
ask(
    "kl_of_a_decided_sample",
    "Now you: give sample 1 to the left component for sure, with responsibilities 1 and 0. The "
    f"E-step would give {posterior[0, 0]:.4f} and {posterior[0, 1]:.4f}. What does this sample add "
    "to KL?",
    number(
        _sure,
        0.002,
        "1 log(1 / 0.8808) = 0.127, and the term with responsibility 0 adds nothing.",
        slip(
            0,
            "Its *entropy* is zero. KL is zero only if the responsibilities are those of the "
            "E-step.",
        ),
        slip(
            round(posterior[0, 1], 4),
            "That is the difference of the probabilities. KL takes the log of their ratio.",
        ),
        slip(
            round(gmm.entropy(posterior[:1]), 3),
            "That is the entropy of the responsibilities of the E-step. Average log(r / p) over "
            "the responsibilities that are given, 1 and 0.",
        ),
        slip(
            round(-_sure, 3),
            "The ratio is upside down: the given responsibility, 1, stands above. KL is never "
            "negative.",
        ),
        slip(
            round(-np.log(posterior[0, 1]), 3),
            "You divided by the probability of the right component, which has responsibility 0.",
        ),
        too_small="Only the left component counts: 1 log(1 / 0.8808). KL is never negative.",
        too_large="Only the left component counts: 1 log(1 / 0.8808).",
        unit="nats",
    ),
)

# %% [markdown]
# See for yourself: *your* ELBO, plus KL, against minus the NLL. First the three samples, then the
# 600 of the original data, with responsibilities from before an M-step.

# %%
own_elbo = yours("elbo")
data = gmm.course_original()
later = gmm.em_step(data.X, *data.start)  # other parameters, for the same responsibilities


def divergence(responsibilities, best):
    """Return KL of responsibilities from the best ones, the total over samples."""
    some = responsibilities > 0
    return np.sum(responsibilities[some] * np.log(responsibilities[some] / best[some]))


for name, X, responsibilities, params in (
    ("all 1/2", points, undecided, two),
    ("all decided", points, hard, two),
    ("E-step", points, posterior, two),
    ("600 samples", data.X, gmm.e_step(data.X, *data.start), later),
):
    value = own_elbo(X, responsibilities, *params)
    gap = divergence(responsibilities, gmm.e_step(X, *params))
    minus_nll = -gmm.negative_log_likelihood(X, *params)
    print(f"{name:12} {value:10.4f} + {gap:6.4f} = {value + gap:10.4f}, -NLL {minus_nll:10.4f}")

# %% [markdown] slide="slide" shown="1 2"
# ## 5.6 So the NLL never rises
#
# Now let EM run, and watch the bars. The M-step first: it changes the parameters, and keeps the
# responsibilities.

# %% slide="-"
_, (_, _, _before), (_, _, _after) = [(), *half_steps(1)]
_energies = [-gmm.expected_log_joint(points, posterior, *params) for params in (_before, _after)]
_gaps = [
    -gmm.elbo(points, posterior, *params) - gmm.negative_log_likelihood(points, *params)
    for params in (_before, _after)
]
predict(
    "what_an_m_step_leaves_alone",
    "Energy, entropy, gap, NLL: which of the four is the same before and after an M-step?",
    wrong(
        "the energy",
        f"It falls, from {_energies[0]:.3f} to {_energies[1]:.3f}. The updates of chapter 3 are "
        "just those parameters for which it is least.",
        fact=bool(np.isclose(*_energies)),
    ),
    wrong(
        "the gap",
        f"It opens, from 0 to {_gaps[1]:.4f}: the responsibilities are those of the *old* "
        "parameters now.",
        fact=bool(np.isclose(*_gaps)),
    ),
    right(
        "the entropy",
        "It depends on the responsibilities alone, and an M-step does not touch them.",
        fact=bool(np.isclose(gmm.entropy(half_steps(1)[0][1]), gmm.entropy(half_steps(1)[1][1]))),
    ),
    wrong(
        "the NLL",
        f"It falls, from {nll[0]:.3f} to {nll[1]:.3f}: it is the E-step that leaves it alone.",
        fact=bool(np.isclose(nll[0], nll[1])),
    ),
)

# %% [markdown] slide="subslide" shown="1"
# **Now with yours:** the first three half-steps.

# %% folded=true slide="-"
# The bars of three half-steps, by your own functions
fig = draw_bars(half_steps(2)[:3], **bars)
show(
    fig,
    alt="Bars for three half-steps. E-step 1: energy 5.813, minus entropy 1.424, no gap, NLL 4.389."
    " M-step 1: energy 4.995, minus entropy 1.424, minus gap 0.022, NLL 3.549. E-step 2: energy "
    "4.785, minus entropy 1.236, no gap, NLL 3.549.",
)

# %% [markdown]
# An M-step lowers the energy, and a small gap opens: the responsibilities are out of date. The
# next E-step closes it. The gap is too small to be seen beside the energy, so here are bound and
# NLL alone, and closer:

# %% folded=true
# Bound and NLL by half-step, by your own elbo
own_elbo = yours("elbo")
_steps = half_steps(4)
_bounds = [-own_elbo(points, responsibilities, *params) for _, responsibilities, params in _steps]
_nlls = [gmm.negative_log_likelihood(points, *params) for *_, params in _steps]
fig, ax = new_figure(width=7, height=3.6)
ax.plot(_bounds, "s--", color=COLORS[1], label="bound")
ax.plot(_nlls, "o-", color="black", label="NLL")
ax.vlines(range(len(_steps)), _nlls, _bounds, color=COLORS[3], lw=5, label="gap")
for i in range(1, len(_steps), 2):
    _text = f"{_bounds[i] - _nlls[i]:.3f}"
    ax.annotate(_text, (i, _bounds[i]), (5, 5), textcoords="offset points", fontsize=9)
ax.set_xticks(range(len(_steps)), [name.replace("-step", "") for name, *_ in _steps])
ax.set(xlabel="half-step", ylabel="nats", xlim=(-0.3, 7.6), ylim=(3.36, 3.62))
ax.text(0.06, 3.605, "E 1: 4.389", fontsize=9, va="top")
ax.grid(alpha=0.25)
ax.legend(fontsize=9)
show(
    fig,
    alt="Bound and NLL by half-step. In every M-step both fall, and a gap opens: 0.022, 0.033, "
    "0.030, then 0.010. In every E-step the bound falls to the NLL, which stays.",
)

# %% tags=["nbval-check-output"]
print("           energy  entropy     gap     NLL")
for name, responsibilities, params in half_steps(3):
    energy = -gmm.expected_log_joint(points, responsibilities, *params)
    h, value = gmm.entropy(responsibilities), gmm.negative_log_likelihood(points, *params)
    print(f"{name:9} {energy:7.4f} {h:8.4f} {round(energy - h - value, 4) + 0.0:7.4f} {value:7.4f}")

# %% [markdown]
# Why does the M-step lower the bound? It leaves the entropy alone, so what counts is the energy.
# And the energy has no sum inside a log: its lowest point can be computed at once. It is exactly
# what you wrote in chapter 3.
#
# <details><summary>Why the updates of chapter 3 have the least energy</summary>
#
# The energy is a sum over the components, and each can be looked at alone. For the mean of one
# component (and likewise for the rest), the terms that hold it are
#
# $$ \tfrac12 \sum_n r_{nk} (x_n - \mu_k)^\top \Sigma_k^{-1} (x_n - \mu_k) , $$
#
# a parabola in $\mu_k$ (a bowl, with several features). Its slope is
# $-\Sigma_k^{-1} \sum_n r_{nk} (x_n - \mu_k)$, which is zero if
# $\mu_k = \sum_n r_{nk} x_n / N_k$: the weighted average. Weights and covariances follow in the
# same way; *PRML*, section 9.2.2, has all three.
#
# </details>

# %%
_bound_after_m = -gmm.elbo(points, posterior, *_after)
ask(
    "the_proof_in_four_numbers",
    "Four numbers of one iteration. Put them in the order of the proof, from the NLL before it "
    "to the NLL after it. Which comes first?",
    order(
        ("NLL of the old parameters", "Here one starts. The responsibilities are still anyone's."),
        (
            "bound: new responsibilities, old parameters",
            "The E-step has closed the gap, so this *equals* the NLL of the old parameters.",
        ),
        (
            "bound: new responsibilities, new parameters",
            "The M-step goes to the lowest point of the bound, so this is not larger than the "
            "number before.",
        ),
        (
            "NLL of the new parameters",
            "The NLL is never above the bound. So it is not larger than any number before, and "
            "that is the proof.",
        ),
    ),
)

# %% [markdown] slide="subslide" shown="1 2 3"
# **That is the whole proof:**
#
# $$ \mathrm{NLL}_{\text{old}}
#   \;\overset{\text{E-step}}{=}\; \mathrm{bound}(r, \text{old})
#   \;\overset{\text{M-step}}{\ge}\; \mathrm{bound}(r, \text{new})
#   \;\overset{\text{gap} \ge 0}{\ge}\; \mathrm{NLL}_{\text{new}} . $$
#
# Both steps do the same to the bound, each with what it may move: the E-step finds the best
# responsibilities, the M-step the best parameters. Somebody steers after all: the bound.
#
# ### A bug hunt
#
# Someone wants to record the NLL after each iteration, by way of the bound. One of these functions
# returns the NLL of the new parameters. The slips in the other two are common ones.

# %%
# Which of them returns the NLL of the new parameters?


def record_a(X, params):
    responsibilities = gmm.e_step(X, *params)
    params = gmm.m_step(X, responsibilities)
    return -gmm.elbo(X, responsibilities, *params)


def record_b(X, params):
    responsibilities = gmm.e_step(X, *params)
    params = gmm.m_step(X, responsibilities)
    responsibilities = gmm.e_step(X, *params)
    return -gmm.expected_log_joint(X, responsibilities, *params)


def record_c(X, params):
    responsibilities = gmm.e_step(X, *params)
    params = gmm.m_step(X, responsibilities)
    responsibilities = gmm.e_step(X, *params)
    return -gmm.elbo(X, responsibilities, *params)


# %%
def recorded(params):
    """Return what the three functions return, and the NLL that they should."""
    wanted = gmm.negative_log_likelihood(points, *gmm.em_step(points, *params))
    return np.array([each(points, params) for each in (record_a, record_b, record_c)]) - wanted


_off = recorded(two)
ask(
    "which_record_is_the_nll",
    "Which of the three returns the NLL of the new parameters?",
    wrong(
        "record_a",
        f"These are the old responsibilities: computed before the M-step. It returns the bound, "
        f"which is above the NLL by a gap of {_off[0]:.4f} nats. It falls in every iteration, so "
        "nobody notices.",
        fact=bool(np.isclose(_off[0], 0)),
    ),
    wrong(
        "record_b",
        f"That is the energy: the expected complete-data log-likelihood taken for the likelihood. "
        f"The entropy is missing, {_off[1]:.4f} nats.",
        fact=bool(np.isclose(_off[1], 0)),
        mistake="elbo: entropy forgotten",
    ),
    right(
        "record_c",
        "It computes the responsibilities anew, so the gap is closed and the bound is the NLL.",
        fact=bool(np.isclose(_off[2], 0)),
    ),
    in_place=True,
)

# %%
_one = gmm.GMMParams(np.array([1.0]), np.array([[1.0]]), np.ones((1, 1, 1)))
_offs = {"start": recorded(two), "end": recorded(trace.params[-1]), "one": recorded(_one)}


def _shows_both(off):
    return bool(abs(off[0]) > 1e-3 and abs(off[1]) > 1e-3)


ask(
    "which_parameters_show_both_slips",
    "A test calls the three functions on the three samples. With which parameters does it find "
    "*both* slips?",
    right(
        "the start of our run",
        "Here the M-step moves, which opens a gap, and the samples are undecided.",
        fact=_shows_both(_offs["start"]),
    ),
    wrong(
        "those after the last iteration of a run that has converged",
        "There the next step changes nothing, so old and new responsibilities agree: record_a is "
        "right by accident. Only record_b is found.",
        fact=_shows_both(_offs["end"]),
    ),
    wrong(
        "a single component",
        "All responsibilities are 1, old or new, and the entropy is 0: all three agree.",
        fact=_shows_both(_offs["one"]),
    ),
    in_place=True,
)

# %% [markdown] slide="notes"
# **A good place for a break.** You have the proof. The last part is a picture of it, and what it
# does not say.

# %% [markdown] slide="slide" shown="1 2"
# ## 5.7 The bound as a curve
#
# Give EM only one number to move: the means stand at $2 - s$ and $2 + s$, with weights 1/2 and
# variance 1/4, and EM moves $s$. Now the NLL is a curve. For any responsibilities the bound
# is a curve, too, over the same axis.


# %% folded=true
# One parameter: half the distance of the means
def apart(s, variance=0.25):
    """Return two components at 2 - s and 2 + s."""
    means = np.array([[2 - s], [2 + s]])
    return gmm.GMMParams(np.array([0.5, 0.5]), means, np.full((2, 1, 1), variance))


def nll_at(s, variance=0.25):
    return gmm.negative_log_likelihood(points, *apart(s, variance))


def m_step_along(responsibilities):
    """Return the s with the least energy: the average distance from 2, signed by the label."""
    return float(((points - 2) * (responsibilities[:, 1:] - responsibilities[:, :1])).mean())


def walk(s, variance=0.25, tol=1e-6):
    """Run EM in s alone; return all its values."""
    found = [s]
    while len(found) < 500:
        found.append(m_step_along(gmm.e_step(points, *apart(found[-1], variance))))
        if nll_at(found[-2], variance) - nll_at(found[-1], variance) < tol:
            break
    return np.array(found)


def draw_touching(ax, values, variance=0.25, bound_of=gmm.elbo):
    """Draw the NLL over s, and the bound of the E-step at each of some values."""
    grid = np.linspace(-1.1, 1.1, 67)
    ax.plot(grid, [nll_at(s, variance) for s in grid], color="black", lw=2, label="NLL")
    for i, s in enumerate(values):
        r = gmm.e_step(points, *apart(s, variance))
        label = "bound" if i == 0 else None
        curve = [-bound_of(points, r, *apart(t, variance)) for t in grid]
        ax.plot(grid, curve, "--", color=LINE_COLORS[1 + i % 5], label=label)
        ax.plot(s, nll_at(s, variance), "o", color=LINE_COLORS[1 + i % 5], zorder=3)
    ax.set(xlabel="s, half the distance of the means", ylabel="nats")
    ax.grid(alpha=0.25)
    return ax


# %% slide="-"
path = walk(0.1)
_, _ax = new_figure(height=3.8)
draw_touching(_ax, path[:1]).legend(fontsize=9)
_ax.set_ylim(3.2, 5.4)
_first = gmm.e_step(points, *apart(path[0]))
_lowest = -gmm.elbo(points, _first, *apart(path[1]))
fig, ax = new_figure(height=3.8)
draw_touching(ax, path[:4]).legend(fontsize=9)
ax.set_ylim(3.2, 5.4)
predict(
    "where_the_m_step_goes",
    "An E-step at s = 0.1 has made the bound touch the NLL there (the dot). Where does the M-step "
    "go? Click on the point of the *bound* at the new s. Where is it?",
    point(
        _ax,
        "The NLL over s is a curve with two valleys, at -0.66 and 0.66, and a hill at 0. The "
        "bound, dashed, is a parabola that touches the NLL at 0.1 and lies above it elsewhere.",
        place(
            path[1],
            _lowest,
            0.16,
            "It goes to the lowest point of the bound. There the NLL is lower still, by the gap.",
        ),
        place(
            path[0],
            nll_at(path[0]),
            0.1,
            "That is where EM stands. The bound still falls from here, to the right.",
        ),
        place(
            path[-1],
            nll_at(path[-1]),
            0.25,
            "That is the lowest point of the *NLL*. The M-step does not see the NLL, only the "
            "bound; it takes more iterations to get there.",
        ),
        place(
            -path[-1],
            nll_at(path[-1]),
            0.25,
            "That is a valley of the NLL, on the other side. The M-step sees the bound alone.",
        ),
        elsewhere="The M-step makes the bound as low as it can. Look for the lowest point of the "
        "dashed curve.",
        names=("s", "nats"),
    ),
    shows=show(
        fig,
        alt="The NLL over s with four bounds. Each touches the NLL where EM stands and has its "
        "lowest point further right, above which EM stands next: at 0.10, 0.25, 0.51 and 0.64, "
        "near the bottom of the right valley.",
    ),
    in_place=True,
)

# %% [markdown]
# Where it touches, the bound has not only the value of the NLL but also its slope: it lies above on
# both sides. So unless the NLL is flat, the bound still falls, and EM moves on. EM can stop only
# where the NLL is flat.
#
# The slider takes the steps one by one, and the bounds are those of *your* `elbo`. With another
# variance the two curves have other shapes.

# %% folded=true
# A slider: bounds that touch, by your own elbo


def draw_walk(ax, variance, start_at, shown):
    values = walk(start_at, variance)
    shown = min(shown, len(values) - 1)
    draw_touching(ax, values[max(0, shown - 1) : shown + 1], variance, own_elbo)
    low = min(nll_at(values[-1], variance), nll_at(0.66, variance))
    ax.set_ylim(low - 0.3, low + 2.7)
    ax.legend(fontsize=9, loc="upper center")
    return (
        f"Variance {variance:.2f}, from s = {start_at:.2f}: after iteration {shown} s is "
        f"{values[shown]:.3f}, NLL {nll_at(values[shown], variance):.4f}. EM changes the NLL by "
        f"less than a millionth in iteration {len(values) - 1}, at s = {values[-1]:.3f}."
    )


SliderFigure(
    draw_walk,
    shows="The NLL over s, and the bounds that touch it before and after an iteration.",
    height=3.8,
    variance=real_slider("variance", 0.2, 0.6, value=0.25, step=0.05),
    start_at=real_slider("start at s", -1, 1, value=0.1, step=0.05),
    shown=integer_slider("iteration", 0, 30, value=1),
)

# %% [markdown]
# Things to try:
#
# - Start at $s = 0$. Where does EM go?
# - Start at $s = -0.1$ instead of 0.1. Is the end another mixture?
# - Set the variance to 0.2, and then to 0.6. How many iterations does EM need from $s = 0.1$, and
#   what is different about the curves?
#
# <details><summary>Answers</summary>
#
# At $s = 0$ both components are the same, and EM stays: the NLL is flat there, although it is the
# top of a hill. EM stops where the NLL is flat, and not only in valleys.
#
# At $-0.66$ left and right have changed their names. The mixture is the same. With $K$ components
# every valley exists $K!$ times.
#
# 5 iterations, and 33. With the large variance the components overlap, the NLL is nearly flat, and
# the bound remains narrow. So its lowest point is never far away, and the steps are short. The more
# the bound bends compared with the NLL, the slower EM is.
#
# </details>

# %% [markdown] slide="subslide" shown=""
# The explorer shows the same on all data sets, with all parameters. Along its axis all of them move
# together, from the old values to those of the M-step and beyond; *along* chooses a single one
# instead. Click on the picture, and press → for a half-step.

# %% slide="-"
from gmm_helpers.explorer import EMExplorer

EMExplorer(start="random points", picture="bound", half_step=3)

# %% [markdown] slide="notes"
# Things to try:
#
# 1. Take half-steps. Which of them move the dashed curve, and which move the point on it?
# 2. After which half-steps do the two curves touch?
# 3. Now *show* "entropy of responsibilities". Does it fall all the time?
#
# <details><summary>Answers</summary>
#
# 1. An E-step changes the dashed curve, and lowers it until it touches where EM stands. An M-step
#    leaves the curve as it is, and moves the point to its lowest place.
# 2. After every E-step, and only then (or when EM has converged).
# 3. In this run it does, from 453 to 43 nats, as the components find their groups. But no theorem
#    says so: with the start "identity" it rises again in some E-steps. Only the *bound* never
#    rises.
#
# </details>

# %% [markdown] slide="slide" shown="1 2"
# ## 5.8 What EM does not promise
#
# The NLL never rises. That is all that we have proved. Is the end the best fit, at least?

# %% slide="-"
_narrow = gmm.GMMParams(
    np.array([2 / 3, 1 / 3]), np.array([[1.5], [3.0]]), np.array([[[0.25]], [[1e-8]]])
)
_lower = gmm.negative_log_likelihood(points, *_narrow)
predict(
    "is_the_end_the_lowest_nll",
    f"On the three samples EM converges to an NLL of {nll[-1]:.4f}, with all parameters free. Are "
    "there parameters with a lower NLL?",
    right(
        "yes, and the NLL can be made as low as you like",
        "Put one component on sample 3 and let its variance go to zero: with 0.00000001 the NLL is "
        f"{_lower:.1f}. It has no lowest value at all; that is the collapse of chapter 4.",
        fact=bool(_lower < 0),
    ),
    wrong(
        "no: EM has found the lowest there is",
        "EM stops where the NLL is flat. It does not know what lies elsewhere.",
        fact=bool(_lower > nll[-1]),
    ),
    wrong(
        "yes, but lower by less than 0.1",
        "A component on a single sample, with a tiny variance, is better by far.",
        fact=bool(0 < nll[-1] - _lower < 0.1),
    ),
    wrong(
        "one cannot say without trying all starts",
        "One example is enough to say yes, and one is easy to find.",
        fact=False,
    ),
    in_place=True,
)

# %% [markdown]
# **Not the best fit.** Even between good ends EM may choose badly: in chapter 4, 10 of 200 starts
# ended 75 nats too high. The start decides into which valley EM goes down.
#
# **Not speed.** Each step goes to the lowest point of the bound, which may be near. In chapter 4
# the overlapping data took more than 1000 iterations.
#
# **Not a gap that stays closed.** After every M-step there is a gap, until EM has converged:

# %%
run = gmm.fit(data.X, data.start, reg_covar=0, tol=1e-6)
falls = -np.diff(run.negative_log_likelihood)
gaps = np.array(
    [
        -gmm.elbo(data.X, run.responsibilities(i), *run.params[i + 1])
        - run.negative_log_likelihood[i + 1]
        for i in range(run.n_iter)
    ]
)
_parts = (gaps / falls)[1:]
_half = np.mean((_parts > 0.4) & (_parts < 0.6))
fig, ax = new_figure(height=3.6)
_at = np.arange(1, run.n_iter + 1)
ax.semilogy(_at, falls, color="black", label="fall of the NLL")
ax.semilogy(_at, gaps, "--", color=COLORS[3], label="gap after the M-step")
ax.set(xlabel="iteration", ylabel="nats")
ax.grid(alpha=0.25)
ax.legend(fontsize=9)
predict(
    "what_the_gap_is_good_for",
    "A run on the original data, from iteration 2 on. The NLL falls by more than the bound does in "
    "the M-step, because a gap opens below it. What fraction of the fall of the NLL is the gap, in "
    "nearly all iterations?",
    wrong(
        "nearly nothing: the gap is a small correction",
        "So it was on the three samples, in the first iteration. Here it is larger.",
        fact=bool(np.median(_parts) < 0.1),
    ),
    right(
        "about half",
        "One half is the fall of the bound, which is guaranteed. The other half is the gap, which "
        "comes on top.",
        fact=bool(_half > 0.95),
    ),
    wrong(
        "nearly all",
        "Then the bound would hardly fall. It falls by about as much as the gap opens.",
        fact=bool(np.median(_parts) > 0.9),
    ),
    wrong(
        "less and less, as the gap closes for good",
        "The gap becomes small, but so does the fall. Their ratio stays.",
        fact=bool(_parts[-1] < 0.1),
    ),
    shows=show(
        fig,
        alt="The fall of the NLL and the gap after the M-step by iteration, on a log axis. From "
        "iteration 2 on, the gap is about half of the fall, but for a moment before the plateau, "
        "and to the end.",
    ),
    in_place=True,
)

# %% [markdown]
# At the end the gap is 45 % of each fall.
#
# <details><summary>Why so much, and how this depends on the speed</summary>
#
# In chapter 4 a late iteration left $\lambda = 0.81$ of the distance of the parameters. Near the
# end NLL and bound are both parabolas, and the one of the bound bends $1 / (1 - \lambda)$ times as
# much. From that it follows that the gap is $\lambda / (1 + \lambda)$ of the fall, here 0.45.
#
# Slow EM has a $\lambda$ near 1, and the gap is half of the fall. Fast EM has a $\lambda$ near 0:
# the bound bends as the NLL does, and there is next to no gap.
#
# </details>
#
# ## 5.9 Five questions
#
# The last one is from chapter 1.

# %%
_states = half_steps(2)[1:3]  # before and after an E-step


def _all_of(state):
    _, r, params = state
    value = gmm.negative_log_likelihood(points, *params)
    joint = gmm.expected_log_joint(points, r, *params)
    return {"NLL": value, "bound": -joint - gmm.entropy(r), "entropy": gmm.entropy(r)}


_changed = {
    name: not np.isclose(value, _all_of(_states[1])[name])
    for name, value in _all_of(_states[0]).items()
}
ask(
    "what_an_e_step_changes",
    "Which of these does an E-step change, if EM has not converged?",
    right(
        "the bound",
        "It lowers the bound to the NLL, which closes the gap.",
        fact=_changed["bound"],
    ),
    wrong(
        "the NLL",
        "The NLL depends on the parameters alone, and an E-step changes none of them.",
        fact=_changed["NLL"],
    ),
    right(
        "the entropy",
        "It depends on the responsibilities, and those are new.",
        fact=_changed["entropy"],
    ),
    wrong("the weights", "They are parameters: the M-step updates them."),
    several=True,
)

# %%
ask(
    "how_large_is_the_gap",
    "The energy is 10, the entropy 3 and the NLL 6.5. How large is the gap?",
    number(
        10 - 3 - 6.5,
        0.001,
        "The bound is 10 - 3 = 7, which is 0.5 above the NLL.",
        slip(
            3.5,
            "You left out the entropy: the bound is energy *minus* entropy.",
            "elbo: entropy forgotten",
        ),
        slip(
            6.5,
            "You added the entropy. The bound is energy *minus* entropy.",
            "elbo: entropy subtracted",
        ),
        slip(7, "That is the bound. The gap is what is left above the NLL."),
        slip(-0.5, "A gap is never negative: bound minus NLL."),
        too_small="Take the entropy from the energy, which gives the bound, and the NLL from that.",
        too_large="Take the entropy from the energy, which gives the bound, and the NLL from that.",
        unit="nats",
    ),
)

# %%
_at_start = {
    "entropy": gmm.entropy(posterior),
    "weights": gmm.entropy(two.weights[None]),
    "log of weights": float(np.log(two.weights).sum()),
    "missing": -nll[0] - gmm.expected_log_joint(points, posterior, *two),
}
ask(
    "what_is_missing_to_the_likelihood",
    "Right after an E-step a program reports the expected complete-data log-likelihood as its "
    "log-likelihood. What has to be added to make it right?",
    wrong(
        "nothing: after an E-step the two agree",
        "The *ELBO* and the log-likelihood agree after an E-step, and it has a second part.",
        fact=bool(np.isclose(_at_start["missing"], 0)),
        mistake="elbo: entropy forgotten",
    ),
    wrong(
        "the entropy of the weights",
        "It belongs to labels that are drawn without a look at the samples. In our example it "
        f"is {_at_start['weights']:.3f}, and {_at_start['missing']:.3f} is missing.",
        fact=bool(np.isclose(_at_start["missing"], _at_start["weights"])),
        mistake="entropy: entropy of the weights",
    ),
    wrong(
        "the KL divergence",
        "After an E-step it is zero.",
        fact=False,
    ),
    right(
        "the entropy of the responsibilities",
        "Then it is the ELBO, and after an E-step the gap is zero.",
        fact=bool(np.isclose(_at_start["missing"], _at_start["entropy"])),
    ),
    wrong(
        "the logs of the weights",
        "They are part of it already: the joint density is weight times density.",
        fact=bool(np.isclose(_at_start["missing"], _at_start["log of weights"])),
    ),
)

# %%
_run = [(run.responsibilities(i), run.params[i + j]) for i in range(run.n_iter) for j in (0, 1)]
_energy = np.array([-gmm.expected_log_joint(data.X, r, *params) for r, params in _run])
_entropy = np.array([gmm.entropy(r) for r, _ in _run])
_nll = np.array([gmm.negative_log_likelihood(data.X, *params) for _, params in _run])
_rises = {
    name: int((np.diff(values) > 1e-6).sum())
    for name, values in (
        ("energy", _energy),
        ("entropy", _entropy),
        ("bound", _energy - _entropy),
        ("gap", _energy - _entropy - _nll),
    )
}
ask(
    "which_may_rise",
    f"The run on the original data has {len(_run)} half-steps. Which of these rise in some of "
    "them?",
    wrong(
        "the bound",
        "Neither step raises it: each goes to its lowest point, in what it may move.",
        fact=_rises["bound"] > 0,
    ),
    right(
        "the energy",
        "It rises in some of the E-steps, where even more entropy is gained. Only energy minus "
        "entropy never rises.",
        fact=_rises["energy"] > 0,
    ),
    right(
        "the entropy",
        "It rises in some of the E-steps: towards the end samples between two groups become less "
        "decided again.",
        fact=_rises["entropy"] > 0,
    ),
    right(
        "the gap",
        "It opens in every M-step that moves, and every E-step closes it.",
        fact=_rises["gap"] > 0,
    ),
    several=True,
    in_place=True,
)

# %%
_total_variance = float(two.weights @ (two.covariances.ravel() + (two.means.ravel() - 2) ** 2))
ask(
    "recall_variance_of_a_mixture",
    "From chapter 1. You draw many samples from two components with weights 1/2, variances 1 and "
    "the means 1 and 3. What is the variance of all samples together?",
    number(
        _total_variance,
        0.01,
        "1 within each component, and 1 more because the means lie 1 away from their average, 2.",
        slip(1, "That is the variance within a component. The two means differ, too."),
        slip(1.5, "Both means are 1 away from 2, so the second part is 1, not 1/2."),
        slip(0.5, "That is the variance of the mean of two samples, another question."),
        slip(
            round(np.sqrt(_total_variance), 3),
            "That is the standard deviation. The variance is its square.",
        ),
        too_small="Add the variance within the components and that of their means.",
        too_large="Add the variance within the components and that of their means, around 2.",
    ),
)

# %% [markdown]
# ## 5.10 Written questions
#
# **Question 1 (2 points).** A fellow student writes: "The E-step lowers the NLL, then the M-step
# lowers it again. That is why EM converges." Correct this, in three or four sentences: what does
# each step lower, what does it leave alone, and why does the NLL never rise?

# %% [markdown] question="question_two_steps" points=2
# The E-step cannot lower the NLL: the NLL depends on the parameters alone, and the E-step changes
# none. It lowers the bound (energy minus entropy) until it touches the NLL, that is, it closes the
# gap. The M-step keeps the responsibilities and their entropy, and lowers the energy, and so the
# bound, by its choice of the parameters. As the NLL was equal to the bound before the M-step and is
# never above it after, it can't have risen. That it never rises does not yet say where EM ends: it
# stops where the NLL is flat, which need not be the lowest point.
#
# Marking: 1 point for what each step lowers (E-step: the bound or gap by the responsibilities, not
# the NLL; M-step: the bound by the parameters); 1 point for the argument NLL(old) = bound, bound
# falls, NLL(new) not above it.

# %% [markdown]
# **Question 2 (2 points).** A program prints one number after every M-step: the expected log joint
# density with the responsibilities of the E-step just before. Its author calls it the
# log-likelihood and says: "If it ever falls, there is a bug." Give two reasons why this number is
# not the log-likelihood, and say whether its author is right about the bug.

# %% [markdown] question="question_wrong_monitor" points=2
# First, the entropy of the responsibilities is missing: the expected log joint density is only one
# part of the ELBO. Second, the responsibilities are old: computed before the M-step, so that there
# is a gap between the ELBO and the log-likelihood. And the author is wrong: an E-step may lower the
# expected log joint density, if it gains more entropy, so the number may fall in a right run. What
# never falls is the ELBO (and the log-likelihood).
#
# Marking: 1 point for both reasons (entropy missing; old responsibilities, so a gap); 1 point for
# "no, only the sum with the entropy is sure not to fall", with a reason.

# %% [markdown]
# ## Where you stand
#
# The exercises and questions of this chapter, as of now.

# %%
progress()

# %% [markdown] slide="slide" shown="1 2 3"
# ## Summary
#
# You can take the NLL apart: energy, minus entropy, minus the gap. You can say what each half-step
# does to them, and prove in one line that the NLL never rises. And you know what that does not
# promise: the best fit, speed, or a gap that stays closed.
#
# **Next:** one question has been with us since chapter 1. In
# [`06_how_many_components`](06_how_many_components.ipynb) we choose K, on real data.
#
# **Further reading**
#
# - C. M. Bishop, *Pattern Recognition and Machine Learning*, sections 9.3 and 9.4.
# - *Mathematics for Machine Learning*, section 11.4 (the latent-variable view).
# - R. M. Neal, G. E. Hinton, *A view of the EM algorithm that justifies incremental, sparse, and
#   other variants*, 1998: energy, entropy, and both steps on one bound.
