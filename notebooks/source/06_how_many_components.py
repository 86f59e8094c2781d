# %% [markdown] slide="slide" shown="1 2 4"
# # 6. How many components?
#
# **What you will do.** Choose the number of components K: by eye, by a price for each parameter,
# and by samples that a fit has not seen. Then advise a park ranger.
#
# **What you will learn**
#
# - why the NLL cannot choose K, and how BIC, AIC and held-out data do it;
# - which question each of them answers, and why their answers differ on real data;
# - how sure such an answer is;
# - why a component is not yet a group.
#
# **What you need.** Chapters 1 to 5. About 180 minutes, in four parts with breaks between them.
# Three exercises, 9 points, and three written questions, 8 points.

# %%
import numpy as np

import gmm_helpers as gmm
from gmm_helpers.checks import check, hint, progress, try_it, yours
from gmm_helpers.questions import ask, number, predict, right, slip, wrong

geyser = gmm.load_measurements("old faithful")
X = geyser.X

# %% folded=true
from gmm_helpers.drawing import (
    COLORS,
    GREY,
    MARKERS,
    SliderFigure,
    integer_slider,
    new_figure,
    plot_data,
    plot_ellipses,
    plot_responsibilities,
    real_slider,
    show,
)


def draw_geyser(ax, params=None, title=""):
    """Draw the eruptions, in minutes, and the ellipses of a mixture."""
    if params is None:
        plot_data(ax, X)
    else:
        plot_responsibilities(ax, X, gmm.e_step(X, *params))
        plot_ellipses(ax, params)
    ax.set(xlim=(1.2, 5.6), ylim=(38, 102), title=title)
    ax.set(xlabel="eruption (minutes)", ylabel="waiting for the next one (minutes)")
    return ax


def draw_by_k(ax, values, label, color=COLORS[0], style="o-"):
    """Draw one value for each K, and mark the smallest."""
    ax.plot(list(values), list(values.values()), style, color=color, ms=4, label=label)
    best = min(values, key=values.get)
    ax.plot(best, values[best], "o", ms=11, mfc="none", mec=color, mew=1.8)
    ax.set(xlabel="number of components K", xticks=list(values))
    return ax


# %% [markdown]
# **Five minutes first:** three questions from earlier chapters.

# %%
ask(
    "recall_the_last_weight",
    "A mixture has four components. Somebody tells you three of its weights, 0.4, 0.3 and 0.2. "
    "What is the fourth?",
    number(
        1 - 0.4 - 0.3 - 0.2,
        0.001,
        "Weights sum to 1, so nobody has to tell you the last one: four weights are three numbers.",
        slip(0.3, "That is the mean of the three. Weights sum to 1."),
        slip(0.25, "Only equal weights would be 1/4, and these are not equal."),
        too_small="The four weights sum to 1.",
        too_large="The four weights sum to 1.",
    ),
)

# %%
ask(
    "recall_nll_of_one_sample",
    "A fitted mixture gives a new sample the density 0.02. How much does this sample add to the "
    "NLL?",
    number(
        -np.log(0.02),
        0.02,
        "-log 0.02. The more surprising a sample is, the more it adds.",
        slip(np.log(0.02), "The sign: NLL is the *negative* log-likelihood."),
        slip(-np.log10(0.02), "That is the logarithm to base 10. Nats need the natural one."),
        slip(0.02, "That is the density. Take its logarithm, with a minus sign."),
        too_small="Take minus the natural logarithm of 0.02.",
        too_large="Take minus the natural logarithm of 0.02.",
        unit="nats",
    ),
)

# %%
ask(
    "recall_run_to_keep",
    "You want to compare K = 3 with K = 4. From six starts, K = 4 ends at six different NLLs. "
    "Which of them do you compare?",
    wrong(
        "their mean",
        "A poor end says something about its start, not about what four components can do.",
    ),
    right(
        "the smallest",
        "On the same data with the same K, the run with the smallest NLL is the best fit found.",
    ),
    wrong(
        "that of the first start",
        "It may be stuck in a poor valley. Then K = 4 looks worse than it is.",
    ),
    wrong(
        "none: the runs have not converged",
        "They have, each in a valley of its own. That is what local optima are.",
    ),
)

# %% [markdown] slide="slide" shown="1 2"
# ## 6.1 How many kinds of eruption?
#
# Old Faithful is a geyser in Yellowstone. For 272 eruptions somebody noted how long it lasted, and
# how long it took until the next one. (Chapter 1 had the waiting times alone.)

# %% folded=true slide="-"
fig, ax = new_figure(height=4.0)
draw_geyser(ax)
show(
    fig,
    alt="Scatter of 272 eruptions. One cloud has short eruptions of about 2 minutes and waiting "
    "times near 55, a larger one has long eruptions of about 4.3 minutes and waiting times near "
    "80. A few samples lie between them.",
)

# %% [markdown] slide="subslide" shown="1"
# The park ranger asks you: **how many kinds of eruption are there?** You have EM, and for each K
# from 1 to 8 it finds a mixture: here the best of ten starts for each K.

# %%
ranges = range(1, 9)
restarts = {K: gmm.fit_restarts(X, K, n_init=10, seed=0, tol=1e-3, max_iter=2000) for K in ranges}
best = {K: found.best.params[-1] for K, found in restarts.items()}
nll = {K: found.best.negative_log_likelihood[-1] for K, found in restarts.items()}

# %% folded=true slide="-"
fig, panels = new_figure(3, height=3.4)
for ax, K in zip(panels, (2, 3, 4), strict=True):
    draw_geyser(ax, best[K], f"K = {K}")
    ax.set_ylabel("waiting (minutes)" if K == 2 else "")
show(
    fig,
    alt="The same eruptions with the ellipses of two, three and four components. With two there is "
    "one for each cloud. With three the large cloud keeps one, and two lie on top of each "
    "other in the small cloud. With four both clouds are divided.",
)

# %%
predict(
    "three_people_choose_k",
    "Three people choose K between 1 and 8. Rosa, the ranger, puts up one sign for each group that "
    "visitors can tell apart. Nils takes the K with the smallest NLL. Lena takes the K that "
    "predicts eruptions best that are *not* in the data. What will they choose?",
    wrong(
        "all three the same",
        "They ask three different questions of the same data.",
        fact=min(nll, key=nll.get) == 2,
    ),
    wrong(
        "Rosa 2, Nils 2, Lena 8",
        "Nils looks at the NLL alone, and that goes on falling after K = 2.",
        fact=min(nll, key=nll.get) == 2,
    ),
    wrong(
        "Rosa 8, Nils 8, Lena 2",
        "Rosa wants groups that can be told apart, and eight components overlap a lot.",
    ),
    right(
        "Rosa 2, Nils 8, Lena 2 or a few more",
        "The NLL always prefers the largest K. The picture shows two groups. A good prediction may "
        "need more components than there are groups, but not as many as possible.",
        fact=min(nll, key=nll.get) == 8,
    ),
    in_place=True,
)

# %% [markdown] slide="notes"
# By the end of this chapter each of them will have a method. Keep your own answer in mind: at the
# end you write to the ranger.

# %% [markdown] slide="slide" shown="1"
# ## 6.2 Why not the smallest NLL?
#
# Nils has the simplest rule: fit every K, and take the one with the smallest NLL.

# %% slide="-"
falls = {K: nll[K - 1] - nll[K] for K in list(ranges)[1:]}
fig, (left, right_panel) = new_figure(2, height=3.4)
draw_by_k(left, nll, "NLL").set(ylabel="NLL (nats)")
right_panel.bar(list(falls), list(falls.values()), color=COLORS[1])
right_panel.set(ylim=(0, 40), xlabel="number of components K", ylabel="fall from K - 1 (nats)")
right_panel.annotate(f"{falls[2]:.0f}", (2, 40), (0, -12), textcoords="offset points", ha="center")
predict(
    "nll_from_two_to_eight",
    f"From K = 1 to K = 2 the smallest NLL falls by {falls[2]:.0f} nats. What does it do from "
    "K = 2 to K = 8?",
    wrong(
        "it stays the same, as there are two groups",
        "More components always find something to do with the bumps of the data.",
        fact=bool(max(list(falls.values())[1:]) < 0.1),
    ),
    right(
        "it falls with every K, but far less than at first",
        "A mixture of K components can do all that one of K - 1 can: give the new one weight zero.",
        fact=bool(min(falls.values()) > 0 and max(list(falls.values())[1:]) < falls[2] / 5),
    ),
    wrong(
        "it falls by as much each time",
        "The second component found a second group. The others find details.",
        fact=bool(min(falls.values()) > falls[2] / 2),
    ),
    wrong(
        "it rises: two is right, and more is wrong",
        "On the data that were fitted it cannot rise: the new component may have weight zero.",
        fact=bool(min(falls.values()) < 0),
    ),
    shows=show(
        fig,
        alt="Left: the NLL by K falls steeply from one to two, then slowly all the way to eight. "
        "Right: bars of the fall for each K; that of two is cut off, the others are small.",
    ),
    in_place=True,
)

# %% [markdown] slide="subslide" shown="1"
# And beyond? Take it to the end: as many components as samples, K = N, one on each sample, all with
# the same small standard deviation $\sigma$ in both directions.


# %% slide="-"
def nll_of_one_on_each(sigma):
    """Compute the NLL of N components, one on each sample."""
    N, D = X.shape
    return gmm.negative_log_likelihood(
        X, np.full(N, 1 / N), X, np.tile(sigma**2 * np.eye(D), (N, 1, 1))
    )


sigmas = (0.1, 0.01, 0.001)
on_each = [nll_of_one_on_each(sigma) for sigma in sigmas]
predict(
    "nll_if_k_is_n",
    f"The smallest NLL for K = 8 is {nll[8]:.0f} nats. What is it for K = N, if the standard "
    "deviation may be as small as we like?",
    wrong(
        f"a little below {nll[8]:.0f}: most of the fall is over",
        "It was, as long as components had to cover many samples. One sample can be covered as "
        "narrowly as we like.",
        fact=bool(on_each[-1] > 0.9 * nll[8]),
    ),
    wrong(
        "0: every sample is explained perfectly",
        "A density has no largest value, so zero is not the end: log-densities can be positive, "
        "and the NLL negative.",
        fact=bool(abs(on_each[-1]) < 1),
    ),
    right(
        "there is no smallest: it falls without end",
        "Ten times narrower, and the density at each sample is 100 times as high in two "
        "dimensions. It is the collapse of chapter 4, for all components at once.",
        fact=bool(np.diff(on_each).max() < -1000),
    ),
    wrong(
        "it cannot be computed",
        "It can, for every standard deviation above zero. Only the limit does not exist.",
        fact=not np.isfinite(on_each).all(),
    ),
    shows="NLL for standard deviations 0.1, 0.01 and 0.001: "
    + ", ".join(f"{value:.0f}" for value in on_each)
    + " nats.",
    in_place=True,
)

# %% [markdown] slide="notes"
# Such a mixture knows the old eruptions by heart and has no idea about the next one. The NLL
# measures how well a mixture fits *these* samples, and freedom always helps there. So freedom has
# to cost something (6.3, 6.4), or we judge on *other* samples (6.5).

# %% [markdown] slide="slide" shown="1 2"
# ## 6.3 How much freedom? Count the parameters
#
# A parameter is a number that EM may choose. Numbers that follow from others do not count.

# %%
predict(
    "parameters_of_two_in_one_dimension",
    "A mixture of two Gaussians in *one* dimension. How many numbers can EM choose?",
    number(
        gmm.n_parameters(2, 1),
        0,
        "One weight (the other follows), two means, two variances.",
        slip(
            6,
            "You counted both weights. They sum to 1, so the second follows from the first.",
            "n_parameters: K weights counted",
        ),
        slip(
            4,
            "You left out the weights: one of the two is free.",
            "n_parameters: weights forgotten",
        ),
        slip(3, "You left out the means, or the variances: there are two of each."),
        too_small="Count free weights, means and variances.",
        too_large="Count free weights, means and variances; the last weight follows.",
    ),
)

# %% [markdown] slide="-" shown="1 2 3"
# In D dimensions a mean has D numbers. A covariance is a $D \times D$ table, but it is symmetric:
# what is below the diagonal repeats what is above. That leaves $D (D + 1) / 2$. So the number of
# parameters is
#
# $$ p = \underbrace{K - 1}_{\text{weights}} + \underbrace{K D}_{\text{means}}
#   + \underbrace{K \, \tfrac{D (D + 1)}{2}}_{\text{covariances}} . $$
#
# **By hand.** K = 2, D = 1: $1 + 2 + 2 = 5$. And K = 3, D = 2: $2 + 6 + 3 \cdot 3 = 17$.

# %% [markdown] slide="subslide" shown="1 2"
# ### Exercise 1: `n_parameters` (2 points)
#
# - **In:** `n_components`, `n_features`: K and D.
# - **Out:** how many free parameters such a mixture has, each component with a covariance of its
#   own; an integer.


# %% exercise="n_parameters" slide="-"
def n_parameters(n_components, n_features):
    """Count the free parameters of a mixture."""
    ### BEGIN SOLUTION
    of_weights = n_components - 1
    of_means = n_components * n_features
    of_covariances = n_components * n_features * (n_features + 1) // 2
    return int(of_weights + of_means + of_covariances)
    ### END SOLUTION


# %%
try_it(n_parameters, 2, 1)  # 5: one weight, two means, two variances
try_it(n_parameters, 3, 2)  # 17: 2 + 6 + 9
try_it(n_parameters, 1, 2)  # 5: no weight is free, 2 + 3

# %% check="n_parameters"
check(n_parameters)

# %%
# Stuck? Run this cell, again for the next hint.
hint("n_parameters")

# %% [markdown]
# **Now with yours.** How does the count grow? Predict a large one first. Wine is a data set of 178
# wines with 13 measurements each: alcohol, colour, acids ...

# %%
wine = gmm.load_measurements("wine")
count = yours("n_parameters")

# %%
fig, ax = new_figure(height=3.4)
for i, D in enumerate((2, 4, 13)):
    counts = [count(K, D) for K in range(1, 7)]
    ax.semilogy(range(1, 7), counts, "o-", color=COLORS[i], ms=4, label=f"D = {D}")
ax.axhline(len(wine.X), ls="--", color="black", lw=1)
ax.text(6.1, len(wine.X), "178 wines", va="bottom", ha="right")
ax.set(xlabel="number of components K", ylabel="parameters", xticks=range(1, 7))
ax.legend()
predict(
    "parameters_for_wine",
    f"{len(wine.X)} wines with 13 features, three components. How many parameters?",
    number(
        gmm.n_parameters(3, 13),
        0,
        "2 weights, 39 means, and 91 numbers for each of three covariances: more parameters than "
        "wines.",
        slip(315, "You counted all three weights.", "n_parameters: K weights counted"),
        slip(
            2 + 39 + 3 * 169,
            "A covariance is symmetric: of its 169 numbers 91 are free.",
            "n_parameters: all entries of the covariances counted",
        ),
        slip(
            2 + 39 + 39,
            "You counted the variances only. The covariances between features count, too.",
            "n_parameters: diagonal covariances",
        ),
        slip(
            2 + 39 + 91,
            "Each component has a covariance of its own.",
            "n_parameters: one covariance for all components",
        ),
        too_small="Add K - 1, K D and K D (D + 1) / 2.",
        too_large="Add K - 1, K D and K D (D + 1) / 2.",
    ),
    shows=show(
        fig,
        alt="Parameters by K on a log axis, for 2, 4 and 13 features, with a dashed line at 178. "
        "The line of 13 features crosses it between one and two components; the others stay below.",
    ),
    in_place=True,
)

# %% [markdown] slide="slide" shown="1 2 3 4 | 5 6 7"
# ## 6.4 A price for each parameter
#
# Parameters lower the NLL even if they describe nothing but chance. So let each of them cost
# something, and take the K with the smallest sum. The best-known price is that of the **Bayesian
# information criterion**,
#
# $$ \mathrm{BIC} = 2 \, \mathrm{NLL} + p \log N . $$
#
# Smaller is better. (Twice the NLL, for historical reasons.)
#
# **By hand.** N = 100 samples with one feature, and NLLs 250, 243, 240 for K = 1, 2, 3. Then
# $\log N = 4.605$ and
#
# | K | NLL | $p$ | $2\,$NLL | price $p \log N$ | BIC |
# |---|---|---|---|---|---|
# | 1 | 250 | 2 | 500 | 9.21 | 509.21 |
# | 2 | 243 | 5 | 486 | 23.03 | 509.03 |
# | 3 | 240 | 8 | 480 | 36.84 | 516.84 |
#
# K = 2 wins, but by next to nothing. The third component lowers the NLL and is not worth its price.

# %%
predict(
    "price_of_a_third_component",
    "Back to the 272 eruptions with two features. A third component brings 6 more parameters. By "
    "how many nats must it lower the NLL to be worth its price?",
    number(
        3 * np.log(len(X)),
        0.1,
        "The price is 6 log 272 = 33.6, and the NLL counts twice.",
        slip(
            6 * np.log(len(X)),
            "That is the price in BIC. The NLL counts twice there, so half of it is enough.",
        ),
        slip(6, "That would be so if each parameter cost 2. In BIC each one costs log 272."),
        slip(3 * np.log10(len(X)), "That is with the logarithm to base 10."),
        too_small="The price is 6 log 272, and BIC holds the NLL twice.",
        too_large="The price is 6 log 272, and BIC holds the NLL twice.",
        unit="nats",
    ),
)

# %% [markdown] slide="notes"
# Why $\log N$? Behind BIC is the *average* of the likelihood over all values that the parameters
# could have. The more samples there are, the fewer of these values fit, and the smaller is the
# average.
#
# <details><summary>Where the price comes from</summary>
#
# Ask which K is probable, given the data. For that the parameters have to be averaged out:
# $p(X \mid K) = \int p(X \mid \theta) \, p(\theta) \, d\theta$. Near its maximum the likelihood
# looks like a Gaussian in $\theta$ (Laplace's approximation), and each direction of it is about
# $1 / \sqrt N$ wide. So each of the $p$ parameters contributes a factor $1 / \sqrt N$:
#
# $$ -\log p(X \mid K) \approx \mathrm{NLL} + \tfrac p2 \log N , $$
#
# and twice that is BIC. What is left out does not grow with N. (For mixtures the likelihood is not
# that well-behaved everywhere, but BIC still finds the right K if N is large enough.)
#
# Akaike asks another question: how well will the mixture predict new samples? A fit looks better on
# its own samples than on new ones, on average by about one nat per parameter. So
# $\mathrm{AIC} = 2 \, \mathrm{NLL} + 2 p$. From 8 samples on BIC's price is the higher one.
#
# </details>

# %% [markdown] slide="subslide" shown="1 2"
# ### Exercise 2: `bic` (2 points)
#
# - **In:** `nll`, the total NLL in nats; `n_samples`, `n_components`, `n_features`: N, K and D.
# - **Out:** BIC, a float.
#
# **By hand.** The second row of the table: $2 \cdot 243 + 5 \cdot 4.605 = 509.03$.
#
# Helper: `gmm.n_parameters(n_components, n_features)`.


# %% exercise="bic" slide="-"
def bic(nll, n_samples, n_components, n_features):
    """Compute BIC = 2 NLL + p log N; smaller is better."""
    ### BEGIN SOLUTION
    price = gmm.n_parameters(n_components, n_features) * np.log(n_samples)
    return float(2 * nll + price)
    ### END SOLUTION


# %%
try_it(bic, 250, 100, 1, 1)  # 509.210, as by hand
try_it(bic, 243, 100, 2, 1)  # 509.026: the smallest of the three
try_it(bic, 240, 100, 3, 1)  # 516.841

# %% check="bic"
check(bic)

# %%
# Stuck? Run this cell, again for the next hint.
hint("bic")

# %% [markdown] slide="subslide" shown="1"
# **Now with yours:** your BIC for the fits of 6.1, and beside it **AIC**, Akaike's information
# criterion, which asks only 2 for each parameter: $2 \, \mathrm{NLL} + 2 p$.

# %%
your_bic = yours("bic")

# %% slide="-"
bics = {K: your_bic(nll[K], len(X), K, 2) for K in ranges}
aics = {K: gmm.aic(nll[K], K, 2) for K in ranges}
first, second = sorted(bics, key=bics.get)[:2]
lead = bics[second] - bics[first]
fig, ax = new_figure(height=3.8)
draw_by_k(ax, bics, "BIC", COLORS[1], "s-")
draw_by_k(ax, aics, "AIC", COLORS[0], "o--")
draw_by_k(ax, {K: 2 * nll[K] for K in ranges}, "2 NLL", "black", ".:")
ax.set(ylim=(2190, 2480), ylabel="smaller is better")
ax.legend(loc="upper center")
predict(
    "bic_of_the_geyser",
    f"A third component lowers the NLL by {falls[3]:.1f} nats, and {3 * np.log(272):.1f} would pay "
    "for it. Which K does BIC choose, and how clearly?",
    wrong(
        "2, by more than 50",
        "That would be a clear case. Compare the two numbers: they are about one nat apart.",
        fact=bool(first == 2 and lead > 50),
    ),
    right(
        f"2, by about {lead:.0f}",
        "K = 3 misses its price by one nat, which counts twice. A lead of 2 is next to nothing: "
        "other data of the same kind might say 3.",
        fact=bool(first == 2 and second == 3 and 1.5 < lead < 2.5),
    ),
    wrong(
        "3, by about 2",
        f"{falls[3]:.1f} is less than the price.",
        fact=first == 3,
    ),
    wrong(
        "8",
        "Only without a price. Each new component costs 6 log 272.",
        fact=first == 8,
    ),
    shows=show(
        fig,
        alt="Three curves by K. 2 NLL falls all the way. AIC falls to its smallest value and stays "
        "nearly level. BIC is smallest at two, nearly the same at three, and rises clearly after "
        "that. The smallest value of each is circled.",
    ),
    in_place=True,
)

# %% [markdown]
# As a rule of thumb, a difference in BIC of less than 2 is "not worth more than a bare mention",
# and one of more than 10 is strong evidence (Kass and Raftery).
#
# ### A bug hunt
#
# Three functions choose K by BIC. `nlls[0]` belongs to K = 1. One is right. The slips in the
# other two are common ones.

# %%
# Which K does each of them choose?


def choose_a(nlls, n_samples, n_features):
    values = [gmm.bic(nll, n_samples, K, n_features) for K, nll in enumerate(nlls, start=1)]
    return int(np.argmin(values))


def choose_b(nlls, n_samples, n_features):
    values = {}
    for K, nll in enumerate(nlls, start=1):
        values[K] = gmm.bic(nll, n_samples, K, n_features)
    return min(values, key=values.get)


def choose_c(nlls, n_samples, n_features):
    values = {}
    for K, nll in enumerate(nlls, start=1):
        mean_nll = nll / n_samples
        values[K] = gmm.bic(mean_nll, n_samples, K, n_features)
    return min(values, key=values.get)


# %%
by_hand = [choose([250, 243, 240], 100, 1) for choose in (choose_a, choose_b, choose_c)]
ask(
    "which_choice_of_k",
    "Which of the three is right?",
    wrong(
        "choose_a",
        "`argmin` gives a *position*, which begins at 0, and K begins at 1. The answer is one too "
        "small.",
        fact=by_hand[0] == 2,
    ),
    right(
        "choose_b",
        "It keeps each value under its own K, and takes the K of the smallest one.",
        fact=by_hand[1] == 2,
    ),
    wrong(
        "choose_c",
        "BIC weighs the *total* NLL against the price. The mean per sample, which is what "
        "scikit-learn's `score` gives with the other sign, is so small that only the price counts.",
        fact=by_hand[2] == 2,
        mistake="bic: mean NLL",
    ),
    in_place=True,
)

# %%
clear = [500, 250, 249]
on_clear = [choose(clear, 100, 1) for choose in (choose_a, choose_b, choose_c)]
ask(
    "what_the_mean_always_chooses",
    "A second component lowers the NLL of 100 samples from 500 to 250. What does choose_c choose?",
    right(
        "1",
        "The mean NLL falls by 2.5, which counts as 5, and three parameters cost 13.8. Divided by "
        "N, even a huge gain is small: it nearly always chooses 1.",
        fact=on_clear[2] == 1,
    ),
    wrong(
        "2",
        "That is right, and what choose_b says. But choose_c sees a fall of 2.5 instead of 250.",
        fact=on_clear[2] == 2,
    ),
    wrong("3", "A third one lowers the mean by 0.01, and costs 13.8.", fact=on_clear[2] == 3),
    wrong("0", "That is how choose_a goes wrong for one component.", fact=on_clear[2] == 0),
    in_place=True,
)

# %% [markdown]
# ### BIC elsewhere
#
# scikit-learn's `bic` has the sign of this chapter. The R package *mclust* defines BIC as
# $2 \log L - p \log N$: the same number with the other sign, and *larger* is better.

# %%
ask(
    "sign_of_bic_in_mclust",
    f"mclust reports BIC = {-bics[2]:.1f} for K = 2 and {-bics[3]:.1f} for K = 3. Which does it "
    "prefer?",
    wrong(
        "3, because it is smaller",
        "mclust's BIC has the other sign. The larger one is better there.",
        fact=bool(-bics[3] > -bics[2]),
        mistake="bic: sign",
    ),
    right(
        "2, because it is larger",
        "Both are negative, and the one closer to zero is larger. It is the same choice as ours.",
        fact=bool(-bics[2] > -bics[3]),
    ),
    wrong(
        "neither: a negative BIC means an error",
        "2 log L is negative for these data. The sign of a single BIC says nothing.",
    ),
    in_place=True,
)

# %% [markdown] slide="notes"
# **A good place for a break.** You can count parameters and price them. The next part asks the data
# themselves, without any price. (Another day, run all cells first.)

# %% [markdown] slide="slide" shown="1 2"
# ## 6.5 Ask samples that the fit has not seen
#
# Lena wants to predict eruptions that are *not* in the data. So let her fit half of the eruptions
# and judge on the other half. The judge is the NLL, as always, but of samples that were held back
# from the fit: the **held-out NLL**.

# %% slide="-"
shuffled = np.random.default_rng(1).permutation(len(X))
seen, unseen = X[shuffled[: len(X) // 2]], X[shuffled[len(X) // 2 :]]
on_seen, on_unseen = {}, {}
for K in range(1, 7):
    half = gmm.fit_restarts(seen, K, n_init=3, seed=0, tol=1e-3, max_iter=2000).best.params[-1]
    on_seen[K] = gmm.negative_log_likelihood(seen, *half)
    on_unseen[K] = gmm.negative_log_likelihood(unseen, *half)
fig, ax = new_figure(height=3.6)
draw_by_k(ax, on_seen, "samples that were fitted", "black", ".:")
draw_by_k(ax, on_unseen, "samples that were not", COLORS[0])
ax.set(ylabel="NLL (nats)")
ax.legend()
lowest = min(on_unseen, key=on_unseen.get)
predict(
    "shape_of_the_held_out_curve",
    "EM is fitted to one half of the eruptions, for K = 1 to 6. What does the NLL of the *other* "
    "half do as K grows?",
    wrong(
        "it falls all the way, but less than that of the fitted half",
        "The details of one half are chance, and the other half has other ones. Fitting them makes "
        "predictions worse.",
        fact=lowest == 6,
    ),
    wrong(
        "it rises from the start",
        "A second component describes something that *both* halves have.",
        fact=lowest == 1,
    ),
    right(
        "it falls, then rises",
        f"It is smallest at K = {lowest}. What both halves have in common lowers it; what only the "
        "fitted half has raises it.",
        fact=bool(1 < lowest < 6 and on_unseen[6] > on_unseen[lowest] + 5),
    ),
    wrong(
        "it stays level",
        "It knows nothing of K, but it sees what the fit has learned, right and wrong.",
        fact=bool(np.ptp(list(on_unseen.values())) < 5),
    ),
    shows=show(
        fig,
        alt="Two curves by K. The NLL of the fitted half falls all the way from one to six. That "
        "of the other half falls steeply to two, and from there on rises.",
    ),
    in_place=True,
)

# %% [markdown] slide="subslide" shown="1 2"
# ### Everyone is left out once
#
# Half of the data is a lot to give away. **Cross-validation** uses every sample for both: divide
# the samples into folds; leave out one fold, fit the others, and judge on the fold that was left
# out; do so for each fold, and add up.
#
# **By hand.** Four samples 1, 2, 3, 6 in two folds, called 7 and 3:
#
# | sample | 1 | 2 | 3 | 6 |
# |---|---|---|---|---|
# | fold | 7 | 3 | 7 | 3 |
#
# The fit is as simple as can be: one Gaussian with the mean of the samples it gets, and variance 1.
# A sample at distance $d$ from its mean then has NLL $0.919 + d^2 / 2$.
#
# - Leave out fold 7. The fit gets 2 and 6, so its mean is 4. The samples 1 and 3 are 3 and 1 away:
#   $9/2 + 1/2 = 5$, and with 0.919 for each of them 6.838.
# - Leave out fold 3. The fit gets 1 and 3, so its mean is 2. What do 2 and 6 add?

# %%
samples = np.array([[1.0], [2.0], [3.0], [6.0]])
folds = np.array([7, 3, 7, 3])


def only_a_mean(X_train, n_components):
    """Fit one Gaussian with variance 1, whatever n_components says."""
    mean = X_train.mean(axis=0)
    return np.array([1.0]), mean[None], np.eye(len(mean))[None]


def judge(left_out, fitted):
    """Compute the NLL of samples under a fit to others."""
    return gmm.negative_log_likelihood(left_out, *only_a_mean(fitted, 1))


parts = [judge(samples[folds == f], samples[folds != f]) for f in (7, 3)]
total = sum(parts)
predict(
    "held_out_total_by_hand",
    "What is the held-out NLL of all four samples?",
    number(
        total,
        0.01,
        f"Fold 3 adds 2 times 0.919 and 16/2, which is {parts[1]:.3f}, and {parts[0]:.3f} of fold "
        "7 comes on top.",
        slip(
            judge(samples, samples),
            "You fitted all four samples: then nothing is left out.",
            "held_out_nll: fitted to all samples",
        ),
        slip(parts[0], "That is fold 7 only.", "held_out_nll: one fold only"),
        slip(parts[1], "That is fold 3 only. Add that of fold 7.", "held_out_nll: one fold only"),
        slip(
            total / 2,
            "That is the mean of the folds. We want the total.",
            "held_out_nll: mean over the folds",
        ),
        slip(
            total / 4,
            "That is the mean per sample. We want the total.",
            "held_out_nll: mean per sample",
        ),
        too_small="2 is 0 away from the mean, and 6 is 4 away. Add both folds.",
        too_large="2 is 0 away from the mean, and 6 is 4 away. Add both folds.",
        unit="nats",
    ),
    in_place=True,
)

# %% [markdown] slide="subslide" shown="1 2"
# ### Exercise 3: `held_out_nll` (5 points)
#
# - **In:** `X`; `folds`, an integer array of shape (N,): sample `n` is left out in fold `folds[n]`;
#   `n_components`; `fit`, a *function*: `fit(X_train, n_components)` returns
#   `(weights, means, covariances)`.
# - **Out:** the NLL of all left-out samples, each under the parameters that were fitted without its
#   fold; one total, in nats.
#
# The names of the folds may be any integers, in any order, and folds need not be equally large.
#
# **By hand.** The example above: 6.838 + 9.838 = 16.676.
#
# Helper: `gmm.negative_log_likelihood(X, weights, means, covariances)`.


# %% exercise="held_out_nll" slide="-"
def held_out_nll(X, folds, n_components, fit):
    """Compute the total NLL of samples, each under a fit that has not seen its fold."""
    ### BEGIN SOLUTION
    total = 0.0
    for fold in np.unique(folds):
        left_out = folds == fold
        params = fit(X[~left_out], n_components)
        total += gmm.negative_log_likelihood(X[left_out], *params)
    return float(total)
    ### END SOLUTION


# %%
try_it(held_out_nll, samples, folds, 1, only_a_mean)  # 16.676, as by hand
try_it(held_out_nll, samples, np.array([0, 0, 0, 1]), 1, only_a_mean)  # unequal folds: 36.676

# %% check="held_out_nll"
check(held_out_nll)

# %%
# Stuck? Run this cell, again for the next hint.
hint("held_out_nll")

# %% [markdown]
# **Now with yours:** the eruptions in five folds. The function `few_starts` is the `fit`.


# %%
from functools import cache


def few_starts(X_train, n_components):
    """Fit from two starts; return weights, means and covariances of the best run."""
    found = gmm.fit_restarts(X_train, n_components, n_init=2, seed=0, tol=1e-2, max_iter=2000)
    return found.best.params[-1]


def draw_folds(seed, n_folds=5):
    """Divide the eruptions into folds of nearly equal size."""
    return np.random.default_rng(seed).permutation(np.arange(len(X)) % n_folds)


judged = yours("held_out_nll")
few = range(1, 6)


@cache
def held_out_curve(seed, n_folds):
    """Compute the held-out NLL for each K, with the folds of a seed."""
    folds = draw_folds(seed, n_folds)
    return {K: judged(X, folds, K, few_starts) for K in few}


by_seed = [held_out_curve(seed, 5) for seed in range(4)]
chosen = [min(curve, key=curve.get) for curve in by_seed]

# %%
fig, ax = new_figure(height=3.8)
for seed, curve in enumerate(by_seed):
    draw_by_k(ax, curve, f"folds from seed {seed}", COLORS[seed])
ax.set(ylim=(None, sorted(by_seed[0].values())[-2] + 25), ylabel="held-out NLL (nats)")
ax.legend()
predict(
    "held_out_choice_by_folds",
    "Five folds are drawn at random, and the held-out NLL chooses K. Then five other folds are "
    "drawn from the same eruptions. Will it choose the same K again?",
    wrong(
        "yes: the eruptions are the same",
        "The eruptions are, but not which of them are fitted together.",
        fact=len(set(chosen)) == 1,
    ),
    wrong(
        "no: it may choose any K from 1 to 5",
        "K = 1 is worse by far, whatever the folds are.",
        fact=1 in chosen,
    ),
    right(
        "perhaps: it chooses 2 in some cases, and 3 or more in others",
        f"With four seeds it chooses {', '.join(map(str, chosen))}. The curve is nearly level "
        "there, and chance decides.",
        fact=bool(1 not in chosen and len(set(chosen)) > 1),
    ),
    shows=show(
        fig,
        alt="Held-out NLL by K for four ways to draw the folds. All of them fall steeply to two; "
        "from there to four they are nearly level and cross each other, and most of them rise at "
        "five. The smallest value of each is circled, at different K.",
    ),
    in_place=True,
)

# %% [markdown] slide="subslide" shown="1"
# Which K wins depends on how the folds were drawn. So Lena's honest answer is "2 or a few more: I
# can hardly tell". Draw more folds yourself.


# %% folded=true slide="-"
def draw_cross_validation(ax, seed, n_folds):
    """Draw the held-out NLL by K, with the folds of a seed."""
    curve = held_out_curve(seed, n_folds)
    draw_by_k(ax, curve, "held-out NLL")
    ax.set(ylim=(1125, 1200), ylabel="held-out NLL (nats)")
    best_k, second_k = sorted(curve, key=curve.get)[:2]
    ahead = curve[second_k] - curve[best_k]
    return (
        f"{n_folds} folds from seed {seed}: smallest at K = {best_k}, by {ahead:.1f} nats before "
        f"K = {second_k}."
    )


SliderFigure(
    draw_cross_validation,
    shows="Held-out NLL of the eruptions by K; K = 1 is far above the picture.",
    busy="Fitting ...",
    height=3.6,
    seed=integer_slider("seed of the folds", 0, 9, value=0),
    n_folds=integer_slider("folds", 2, 10, value=5),
)

# %% [markdown] slide="notes"
# Things to try:
#
# - How often does K = 2 win with the seeds 0 to 4, and five folds?
# - Does the lead of the winner grow with more folds?
#
# <details><summary>Answers</summary>
#
# - Three times. With seeds 2 and 3 it is K = 3.
# - Not reliably. With ten folds it is 1.7 nats for seed 0, and 5.5 for seed 1; the seed matters
#   more than the number of folds. However we divide them, these are still the same 272 eruptions.
#
# </details>
#
# **A good place for a break.** You have written three ways to judge K. Next they meet four real
# data sets, and contradict each other.

# %% [markdown] slide="slide" shown="1 2 3 4"
# ## 6.6 Four data sets, and one tool
#
# `gmm.select_components` does all of this at once: for each K the best of several starts, the
# number of parameters, and four criteria; smaller is better in each. **ICL** is new:
#
# $$ \mathrm{ICL} = \mathrm{BIC} + 2 \cdot \text{entropy of the responsibilities} . $$
#
# The entropy (chapter 5) is large if many samples are in doubt between components. So ICL asks for
# components that can be told apart, and BIC only for a good density.
#
# From here on each feature is **standardised**: minus its mean, divided by its standard deviation.


# %% tags=["nbval-check-output"]
def standardised(X):
    """Give every feature mean 0 and standard deviation 1."""
    return (X - X.mean(axis=0)) / X.std(axis=0)


eruptions = standardised(X)
tables = {}
tables["old faithful"] = gmm.select_components(eruptions, range(1, 6), n_init=7, seed=0, tol=1e-3)
print(tables["old faithful"])

# %%
again = tables["old faithful"].column("bic")
here = {K: again[K - 1] for K in range(1, 6)}
ask(
    "bic_in_other_units",
    f"K = 2 had BIC {bics[2]:.1f} in minutes (6.4), and has {here[2]:.1f} now. K = 3 had "
    f"{bics[3]:.1f}, and has {here[3]:.1f}. What has become better?",
    wrong(
        "the fits: standardised features are easier to fit",
        "The mixtures are the same, in other units. A density per minute is another number than "
        "one per standard deviation.",
        fact=bool(abs((bics[3] - bics[2]) - (here[3] - here[2])) > 0.1),
    ),
    wrong(
        "K = 2 has become better than K = 3 by more than before",
        f"The difference is {bics[3] - bics[2]:.1f} in both.",
        fact=bool(abs((bics[3] - bics[2]) - (here[3] - here[2])) > 0.1),
    ),
    right(
        "nothing: only differences on the same data count",
        f"The difference is {bics[3] - bics[2]:.1f} in both. Every BIC moved by the same amount, "
        "which comes from the units.",
        fact=bool(abs((bics[3] - bics[2]) - (here[3] - here[2])) < 0.1),
    ),
    in_place=True,
)

# %% [markdown]
# A BIC alone says nothing. And BICs of *different data* cannot be compared: not of other units,
# fewer features, or fewer samples.
#
# The table draws itself, too:

# %%
fig, ax = new_figure(height=3.6)
tables["old faithful"].plot(ax, criteria=("aic", "bic", "icl"))
show(
    fig,
    alt="AIC, BIC and ICL by K. From one to two all of them fall steeply. Then ICL rises steeply, "
    "BIC slowly, and AIC goes on falling a little. BIC and ICL are smallest at two, AIC at five.",
)

# %% [markdown] slide="subslide" shown="1 2"
# ### Penguins
#
# 342 penguins of three species, near Palmer Station in Antarctica: length and depth of the bill,
# length of the flipper, body mass. EM is shown the four numbers, and never the species.

# %%
birds = gmm.load_measurements("penguins, species and sex")
species = gmm.load_measurements("penguins")
penguins = standardised(birds.X)
tables["penguins"] = gmm.select_components(penguins, range(1, 7), n_init=4, seed=0, tol=1e-2)


# %% folded=true
def draw_features(ax, data, i, j, title="", groups=None):
    """Draw two features; each group has its colour."""
    groups = data.labels if groups is None else groups
    for k in np.unique(groups):
        name = data.groups[k] if groups is data.labels else f"group {k}"
        style = {"color": COLORS[k], "marker": MARKERS[k], "edgecolor": "black", "linewidth": 0.3}
        ax.scatter(*data.X[groups == k][:, [i, j]].T, s=14, label=name, **style)
    ax.set(xlabel=data.features[i], ylabel=data.features[j], title=title)
    ax.legend(fontsize=8, markerscale=1.6)
    return ax


def draw_choice(data, i, j, table, top=150):
    """Draw the known groups beside the criteria, each from its smallest value."""
    fig, (left, right_panel) = new_figure(2, height=3.8)
    draw_features(left, data, i, j, "known, but not shown to EM")
    for at, name in enumerate(("aic", "bic", "icl", "held_out_nll")):
        values = table.column(name) * (1 if name != "held_out_nll" else 2)
        rise = dict(zip(table.column("n_components"), values - np.nanmin(values), strict=True))
        label = {"held_out_nll": "2 held-out NLL"}.get(name, name.upper())
        draw_by_k(right_panel, rise, label, COLORS[at], ("o--", "s-", "^:", "d-.")[at])
    right_panel.set(ylim=(-top / 20, top), ylabel="above the smallest value")
    right_panel.legend(fontsize=8)
    return fig


# %% slide="-"
found = {name: tables["penguins"].best_by(name) for name in ("bic", "icl", "aic", "held_out_nll")}
fig = draw_choice(species, 0, 2, tables["penguins"])
predict(
    "criteria_on_penguins",
    "Three species. Which of the criteria choose K = 3?",
    wrong(
        "none: EM does not know the species",
        "It need not know them. If each is close to a Gaussian, three Gaussians are worth their "
        "price.",
        fact=3 not in found.values(),
    ),
    wrong(
        "all four",
        f"AIC chooses {found['aic']}, the largest that was tried: at two per parameter, more "
        "components are cheap.",
        fact=set(found.values()) == {3},
    ),
    right(
        "BIC, ICL and held-out NLL, but not AIC",
        f"AIC chooses {found['aic']}, the largest that was tried.",
        fact=[found[name] for name in ("bic", "icl", "held_out_nll")] == [3, 3, 3]
        and found["aic"] > 3,
    ),
    wrong(
        "AIC only",
        "AIC has the smallest price of all, so it is the last one to stop.",
        fact=[name for name, K in found.items() if K == 3] == ["aic"],
    ),
    shows=show(
        fig,
        alt="Left: bill length and flipper length of the penguins in three colours, one for each "
        "species; Gentoo lies apart, Adelie and Chinstrap touch. Right: four criteria by K, each "
        "above its smallest value; three of them are smallest at three, AIC at the right end.",
    ),
    in_place=True,
)

# %% [markdown] slide="notes"
# It looks as if BIC had found the truth. But K is not the only choice we made. Each component has a
# covariance of its own. What if all have **one covariance in common**: the same shape, at different
# places? The M-step then takes the average of the covariances, and 10 numbers replace $10 K$. As in
# chapter 4, we hand our own M-step to `gmm.fit`:


# %%
def one_covariance(X, responsibilities):
    """Update the parameters as always, but with the average of the covariances for all."""
    counts = responsibilities.sum(axis=0)
    means = responsibilities.T @ X / counts[:, None]
    weights = counts / len(X)
    common = X.T @ X / len(X) - (means.T * weights) @ means  # what is left within components
    return weights, means, np.tile(common, (len(counts), 1, 1))


def bic_of_one_covariance(X, K, n_init=5, seed=0, tol=1e-3):
    """Fit K components with one covariance; return BIC and the parameters."""
    options = {"n_init": n_init, "seed": seed, "tol": tol, "max_iter": 2000, "init": "k-means++"}
    run = gmm.fit_restarts(X, K, m_step=one_covariance, **options).best
    N, D = X.shape
    n_free = K - 1 + K * D + D * (D + 1) // 2
    return 2 * run.negative_log_likelihood[-1] + n_free * np.log(N), run.params[-1]


# %% slide="subslide"
common = {K: bic_of_one_covariance(penguins, K) for K in range(2, 6)}
bics_common = {K: value for K, (value, _) in common.items()}
bics_own = dict(enumerate(tables["penguins"].column("bic"), start=1))
fig, ax = new_figure(height=3.4)
draw_by_k(ax, {K: bics_own[K] for K in range(2, 6)}, "a covariance for each component")
draw_by_k(ax, bics_common, "one covariance for all", COLORS[1], "s--")
ax.set(ylabel="BIC")
ax.legend()
predict(
    "one_covariance_for_penguins",
    "The penguins again, with one covariance for all components. Which K does BIC choose now, and "
    "is that BIC better than before?",
    wrong(
        "3 again, and it is worse",
        "A common shape saves 20 parameters at K = 3, and it suits these penguins.",
        fact=min(bics_common, key=bics_common.get) == 3,
    ),
    wrong(
        "3 again, and it is better",
        "It is better, but with simpler components it takes one more of them.",
        fact=min(bics_common, key=bics_common.get) == 3,
    ),
    wrong(
        "2, and it is better",
        "Simpler components describe less each, so there are rather more of them.",
        fact=min(bics_common, key=bics_common.get) == 2,
    ),
    right(
        "4, and it is better",
        f"{bics_common[4]:.0f} after {min(bics_own.values()):.0f}. The choice of K depends on what "
        "a component may look like.",
        fact=bool(
            min(bics_common, key=bics_common.get) == 4
            and min(bics_common.values()) < min(bics_own.values())
        ),
    ),
    shows=show(
        fig,
        alt="BIC by K, from two to five. With a covariance for each component it is smallest at "
        "three. With one covariance for all it is lower from three on, and smallest at four.",
    ),
    in_place=True,
)

# %% [markdown]
# Four groups of three species: is that an error? Look at who is in them.

# %% folded=true tags=["nbval-check-output"]
# Who is in the four groups?
groups = gmm.e_step(penguins, *common[4][1]).argmax(axis=1)
order_of_groups = np.argsort(-np.bincount(groups))
print(f"{'':24s}" + "".join(f"{f'group {i}':>9s}" for i in range(4)))
for k in np.argsort(birds.groups):
    inside = [int((birds.labels[groups == g] == k).sum()) for g in order_of_groups]
    print(f"{birds.groups[k]:24s}" + "".join(f"{n:9d}" for n in inside))

# %%
male = np.array(["female" not in name and "male" in name for name in birds.groups])[birds.labels]
female = np.array(["female" in name for name in birds.groups])[birds.labels]
adelie = np.array([name.startswith("Adelie") for name in birds.groups])[birds.labels]
halves = [g for g in range(4) if (adelie & (groups == g)).sum() > 30]
parts_of_males = sorted(
    (adelie & male & (groups == g)).sum() / (adelie & (male | female) & (groups == g)).sum()
    for g in halves
)
ask(
    "fourth_group_of_penguins",
    "What is the fourth group?",
    wrong(
        "a mistake of EM: there are three species",
        "EM was not asked for species. It was asked for four Gaussians of one shape, and BIC "
        "prefers them.",
        fact=len(halves) == 1,
    ),
    right(
        "a part of one species, with more males in it than the other part",
        f"Adelie is divided. Males are {100 * parts_of_males[1]:.0f}% of one part and "
        f"{100 * parts_of_males[0]:.0f}% of the other: males are larger, so sex shows in the "
        "numbers, but not cleanly.",
        fact=bool(len(halves) == 2 and parts_of_males[1] > 0.6 and parts_of_males[0] < 0.45),
    ),
    wrong(
        "the males of all species",
        "The table says otherwise: males and females of Gentoo are together, and so are those of "
        "Chinstrap.",
        fact=bool((groups[male] == np.bincount(groups[male]).argmax()).mean() > 0.9),
    ),
    wrong(
        "a fourth species",
        "Every one of these penguins has been identified. A component is not a species.",
    ),
    in_place=True,
)

# %% [markdown]
# So the fourth group is no error. It answers the question that was asked, and the question was not
# "how many species?".
#
# ### Iris
#
# 150 flowers of three species, four measurements each.

# %%
flowers = gmm.load_measurements("iris")
irises = standardised(flowers.X)
tables["iris"] = gmm.select_components(irises, range(1, 6), n_init=3, seed=0, tol=1e-2)

# %%
found = {name: tables["iris"].best_by(name) for name in ("bic", "icl", "aic", "held_out_nll")}
fig = draw_choice(flowers, 2, 3, tables["iris"])
predict(
    "criteria_on_iris",
    "Three species again. Two of them overlap. Which K do BIC and ICL choose?",
    wrong(
        "3, both",
        "The gain of a third component does not quite pay for its 15 parameters with 150 flowers.",
        fact=(found["bic"], found["icl"]) == (3, 3),
    ),
    wrong(
        "BIC 3, ICL 2",
        "ICL is the stricter one, but BIC says 2 already.",
        fact=(found["bic"], found["icl"]) == (3, 2),
    ),
    wrong(
        "BIC 2, ICL 3",
        "ICL adds a cost for overlap. It never asks for more components *because* they overlap.",
        fact=(found["bic"], found["icl"]) == (2, 3),
    ),
    right(
        "2, both",
        f"And the held-out NLL chooses {found['held_out_nll']}, and AIC {found['aic']}. Nobody is "
        "wrong: to see three species in four lengths takes a botanist, or the labels.",
        fact=(found["bic"], found["icl"]) == (2, 2),
    ),
    shows=show(
        fig,
        alt="Left: petal length and width in three colours; one species lies apart, the other two "
        "touch. Right: four criteria by K, each above its smallest value. BIC and ICL are smallest "
        "at two; the others further to the right.",
    ),
    in_place=True,
)

# %% [markdown]
# ### Wine
#
# 178 wines of three cultivars, with 13 features, and up to 419 parameters (6.3). The tool warns;
# here are its warnings as text:

# %% tags=["nbval-check-output"]
import textwrap
import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    wines = standardised(wine.X)
    tables["wine"] = gmm.select_components(wines, range(1, 5), n_init=5, seed=0, tol=1e-2)
for warning in caught:
    print(textwrap.fill(str(warning.message), 70))

# %%
found = {name: tables["wine"].best_by(name) for name in ("bic", "icl", "aic", "held_out_nll")}
fig = draw_choice(wine, 6, 12, tables["wine"], top=400)
per_wine = gmm.n_parameters(3, 13) / len(wine.X)
predict(
    "trust_in_wine",
    f"K = 3 has {per_wine:.1f} parameters for each wine. What follows for a BIC that compares K = "
    "2 with K = 3?",
    wrong(
        "it is right: a penalty is there for just that",
        "BIC's price is an approximation for N much larger than p. Here it is not.",
    ),
    wrong(
        "it will choose too large a K",
        f"Its price is high here: it chooses {found['bic']}. The three cultivars are there all the "
        "same.",
        fact=found["bic"] > 3,
    ),
    right(
        "not much: there are too few wines for three full covariances",
        f"It chooses {found['bic']}, of three cultivars. With 91 numbers for a covariance and some "
        "60 wines for each, use simpler components or fewer features before you choose K.",
        fact=bool(per_wine > 1 and found["bic"] == 2),
    ),
    shows=show(
        fig,
        alt="Left: two of the 13 features of the wines in three colours, one for each cultivar, "
        "which overlap a little. Right: four criteria by K, each above its smallest value.",
    ),
)

# %% [markdown]
# All choices in one table:

# %% tags=["nbval-check-output"]
known = {"old faithful": "?", "penguins": "3 species", "iris": "3 species", "wine": "3 cultivars"}
print(f"{'':14s}{'BIC':>5s}{'ICL':>5s}{'AIC':>5s}{'held-out':>10s}   known")
for name, table in tables.items():
    chosen = [table.best_by(each) for each in ("bic", "icl", "aic", "held_out_nll")]
    print(f"{name:14s}{chosen[0]:5d}{chosen[1]:5d}{chosen[2]:5d}{chosen[3]:10d}   {known[name]}")

# %% [markdown] slide="slide" shown="1 2"
# ### A criterion answers a question
#
# | question | ask |
# |---|---|
# | Which density predicts new samples best? | held-out NLL; AIC, if N is large |
# | Which K is probable, if the data do come from such a mixture? | BIC |
# | How many components can be told apart? | ICL |
# | How many species, causes, kinds are there? | none of them alone |
#
# **A good place for a break.** The last part is about what a component is not, how sure we can be,
# and your answer to the ranger.
#
# ## 6.7 A component is not a group
#
# By eye a group is where samples lie close together: a peak of the density.


# %% folded=true
# Two equal Gaussians at a distance
def two_equal(distance):
    return gmm.GMMParams(
        np.array([0.5, 0.5]), np.array([[-distance / 2], [distance / 2]]), np.ones((2, 1, 1))
    )


def n_modes(params):
    """Count the peaks of a density in one dimension."""
    density = gmm.mixture_log_density(np.linspace(-6, 6, 4001)[:, None], *params)
    return int(((density[1:-1] > density[:-2]) & (density[1:-1] >= density[2:])).sum())


def draw_two_equal(ax, distance):
    params = two_equal(distance)
    grid = np.linspace(-6, 6, 601)[:, None]
    parts = np.exp(gmm.weighted_log_prob(grid, *params))
    for k, part in enumerate(parts.T):
        ax.plot(grid, part, "--", color=COLORS[k], label=f"component {k}")
    ax.plot(grid, parts.sum(axis=1), color="black", label="their sum")
    ax.set(xlabel="x (standard deviations)", ylabel="density", ylim=(0, 0.42))
    ax.legend(fontsize=8)
    responsibilities = gmm.e_step(grid, *params)
    in_doubt = -(responsibilities * np.log(responsibilities)).sum(axis=1)
    mean_doubt = np.average(in_doubt, weights=parts.sum(axis=1))
    peaks = n_modes(params)
    return (
        f"Distance {distance:.1f}: {peaks} peak{'s' if peaks > 1 else ''}. "
        f"ICL charges {2 * mean_doubt:.2f} per sample for the doubt."
    )


# %%
fig, panels = new_figure(2, height=3.2)
for ax, distance in zip(panels, (1.5, 3.0), strict=True):
    draw_two_equal(ax, distance)
    ax.set_title(f"distance {distance}")
predict(
    "peaks_of_two_gaussians",
    "Two equally heavy Gaussians with standard deviation 1 have means 1.5 apart. How many peaks "
    "does the density of the mixture have?",
    wrong(
        "two: one for each component",
        "The two bells merge. What the eye would call a group, a peak, is not what EM calls a "
        "component.",
        fact=n_modes(two_equal(1.5)) == 2,
    ),
    right(
        "one",
        "Two equal Gaussians have two peaks only if their means are more than two standard "
        "deviations apart.",
        fact=n_modes(two_equal(1.5)) == 1 and [n_modes(two_equal(d)) for d in (2, 2.1)] == [1, 2],
    ),
    wrong(
        "three: a third one where they overlap",
        "Where they overlap the densities add up, which fills the valley between them.",
        fact=n_modes(two_equal(1.5)) == 3,
    ),
    wrong(
        "it depends on the number of samples",
        "A histogram does. The density of the mixture is there before any sample is drawn.",
    ),
    shows=show(
        fig,
        alt="Two mixtures of two equal Gaussians. Left, at distance 1.5: their sum has one broad "
        "peak. Right, at distance 3: it has two peaks with a valley between them.",
    ),
)

# %%
SliderFigure(
    draw_two_equal,
    shows="Two equal Gaussians, dashed, and the density of their mixture.",
    height=3.4,
    distance=real_slider("distance of the means", 0.0, 5.0, value=2.0, step=0.1),
)

# %% [markdown]
# Things to try:
#
# - From which distance on do you see two peaks?
# - At which distance does ICL charge most, and how much? Why that much?
#
# <details><summary>Answers</summary>
#
# - From just above 2, and the valley is shallow for a long while.
# - At distance 0, where nobody can tell the components apart: every responsibility is 1/2, with an
#   entropy of $\log 2 = 0.69$, and twice that is 1.39 for each sample. At distance 5 it is next to
#   nothing.
#
# </details>
#
# This works the other way, too: a single group that is not a Gaussian (skewed, bent, heavy-tailed)
# needs several components. Then BIC counts Gaussians, not groups.

# %%
doubts = {}
for K in (2, 3):
    row = tables["old faithful"].rows[K - 1]
    doubts[K] = (row.icl - row.bic) / 2
predict(
    "entropy_of_the_third_component",
    f"On the eruptions BIC is {here[2]:.1f} for K = 2 and {here[3]:.1f} for K = 3. With K = 2 the "
    f"total entropy of the responsibilities is {doubts[2]:.1f} nats. And with K = 3?",
    wrong(
        "less than with K = 2",
        "More components leave more doubt who made a sample, unless there are more clear groups.",
        fact=bool(doubts[3] < doubts[2]),
    ),
    wrong(
        "about the same",
        "Look at the picture in 6.1 again: the third component lies on top of another one.",
        fact=bool(abs(doubts[3] - doubts[2]) < 5),
    ),
    right(
        "more than twenty times as much",
        f"{doubts[3]:.1f} nats: the third component lies within the group of short eruptions. ICL "
        f"is {tables['old faithful'].rows[1].icl:.1f} for K = 2 and "
        f"{tables['old faithful'].rows[2].icl:.1f} for K = 3, a clear choice.",
        fact=bool(doubts[3] > 20 * doubts[2]),
    ),
    in_place=True,
)

# %% [markdown] slide="slide" shown="1 2"
# ## 6.8 How sure? Ask half of the eruptions
#
# What would we have said if other eruptions had been noted? We cannot go back, but we can
# take a random half of the eruptions, choose K again, and repeat that 30 times. This time both
# shapes take part: a covariance for each component, or one for all.
#
# First on all eruptions:

# %% tags=["nbval-check-output"]
eruptions_common = {K: bic_of_one_covariance(eruptions, K)[0] for K in (2, 3, 4)}
for K in (2, 3, 4):
    print(f"K = {K}: BIC {here[K]:.1f} with own covariances, {eruptions_common[K]:.1f} with one")


# %% folded=true
# 30 random halves, and the K that BIC chooses for each
def best_for(X, seed):
    """Choose K and shape, of K = 2 to 3, by BIC."""
    values = {}
    for K in (2, 3):
        run = gmm.fit_restarts(X, K, n_init=2, seed=seed, tol=1e-2, max_iter=2000).best
        values[K, "own"] = gmm.bic(run.negative_log_likelihood[-1], len(X), K, 2)
        values[K, "one"] = bic_of_one_covariance(X, K, n_init=2, seed=seed, tol=1e-2)[0]
    return min(values, key=values.get)


rng = np.random.default_rng(0)
halves_of_30 = []
for seed in range(30):
    half = eruptions[rng.permutation(len(X))[: len(X) // 2]]
    halves_of_30.append(best_for(half, seed))

# %% slide="-"
n_two = sum(K == 2 for K, _ in halves_of_30)
fig, ax = new_figure(height=2.8)
for i, shape in enumerate(("own", "one")):
    bars = [halves_of_30.count((K, shape)) for K in (2, 3)]
    under = [halves_of_30.count((K, "own")) if i else 0 for K in (2, 3)]
    label = "a covariance for each component" if shape == "own" else "one covariance for all"
    ax.bar((2, 3), bars, bottom=under, width=0.5, color=COLORS[i], label=label)
ax.set(xticks=(2, 3), xlabel="K that BIC chooses", ylabel="random halves", ylim=(0, 24))
ax.legend()
predict(
    "choices_of_thirty_halves",
    f"On all eruptions K = 3 with one covariance wins, by {here[2] - eruptions_common[3]:.0f}. In "
    "how many of 30 random halves will BIC choose K = 3?",
    wrong(
        "in all 30",
        "The eruptions in a half are a matter of chance, and the lead is not that large.",
        fact=n_two == 0,
    ),
    wrong(
        "in about 25",
        "A lead of 8 sounds like that. But with half of the eruptions it is only about half as "
        "large, while chance is as large as before.",
        fact=3 <= n_two <= 7,
    ),
    right(
        "in about half of them",
        f"In {30 - n_two}. In the other {n_two} it chooses 2. Which eruptions were noted decides.",
        fact=11 <= n_two <= 19,
    ),
    wrong(
        "in none",
        "A smaller sample makes BIC more careful, but not as careful as that.",
        fact=n_two == 30,
    ),
    shows=show(
        fig,
        alt="Bars: how many of 30 random halves choose K = 2 and K = 3; they are about equally "
        "tall. Each is divided by the shape of the covariances.",
    ),
    in_place=True,
)

# %% [markdown]
# Half as many samples are weaker evidence, so this test is a hard one. Still: if a choice falls
# with the next sample, report it as open.
#
# ## 6.9 Other units, other groups?
#
# The mass of the penguins is measured in g. What if it were in kg? Compare EM with *k-means*, which
# gives each sample to the nearest mean, then moves each mean to the middle of its samples, and
# repeats that.


# %% folded=true
# k-means, from five starts
def k_means(X, K):
    """Return the groups that k-means finds: each sample belongs to the nearest mean."""
    results = []
    for seed in range(5):
        means = X[np.random.default_rng(seed).choice(len(X), K, replace=False)]
        for _ in range(40):
            squares = ((X[:, None] - means) ** 2).sum(axis=2)
            found = squares.argmin(axis=1)
            means = np.array([X[found == k].mean(axis=0) for k in range(K)])
        results.append((squares.min(axis=1).sum(), found))
    return min(results, key=lambda result: result[0])[1]


def by_gmm(X, K):
    """Return the most responsible component for each sample."""
    run = gmm.fit_restarts(X, K, n_init=1, seed=0, tol=1e-4, reg_covar=0).best
    return run.responsibilities(-1).argmax(axis=1), run.negative_log_likelihood[-1]


def renamed(groups, like):
    """Number groups by the species that is most frequent in them, as far as that is unique."""
    means = [like[groups == k].mean() for k in np.unique(groups)]
    return np.argsort(np.argsort(means))[groups]


# %%
in_g, in_kg = birds.X, birds.X * [1, 1, 1, 1e-3]
mass = in_g[:, 3]
(gmm_g, nll_g), (gmm_kg, nll_kg) = by_gmm(in_g, 3), by_gmm(in_kg, 3)
groups_g, groups_kg = renamed(k_means(in_g, 3), mass), renamed(k_means(in_kg, 3), mass)
moved_gmm = int((renamed(gmm_g, mass) != renamed(gmm_kg, mass)).sum())
moved_k_means = int((groups_g != groups_kg).sum())
fig, panels = new_figure(2, height=3.8)
for ax, unit, found_groups in zip(panels, ("g", "kg"), (groups_g, groups_kg), strict=True):
    draw_features(ax, species, 0, 3, f"k-means, mass in {unit}", found_groups)
predict(
    "mass_in_kilograms",
    "Three components by EM, and three groups by k-means. Which penguins change their group if "
    "mass is given in kg instead of g?",
    wrong(
        "none, with either method: they are the same penguins",
        "k-means measures distances. In g the mass decides nearly alone, in kg it hardly counts.",
        fact=moved_gmm == 0 == moved_k_means,
    ),
    right(
        "none by EM, many by k-means",
        f"{moved_k_means} of {len(in_g)} change by k-means. A covariance takes up the unit; a "
        "plain distance cannot.",
        fact=bool(moved_gmm == 0 and moved_k_means > 60),
    ),
    wrong(
        "many by EM, none by k-means",
        "It is the other way round: EM's covariances take up the unit.",
        fact=bool(moved_gmm > 0 and moved_k_means == 0),
    ),
    wrong(
        "some, with both methods",
        "EM with full covariances gives the same responsibilities in any unit.",
        fact=bool(moved_gmm > 0 and moved_k_means > 0),
    ),
    shows=show(
        fig,
        alt="Bill length and body mass of the penguins in three colours. Left, mass in g: k-means "
        "cuts the penguins into three layers by mass alone. Right, mass in kg: it cuts them by the "
        "other features, and the colours mix in mass.",
    ),
)

# %%
ask(
    "bic_after_a_change_of_units",
    "A feature of 342 penguins is divided by 1000, from g to kg. By how much does the NLL of each "
    "fitted mixture change?",
    number(
        nll_kg - nll_g,
        1,
        "Each density becomes 1000 times as high (per kg, not per g), so each sample's NLL falls "
        "by log 1000 = 6.9. It is the same for every K, so no criterion changes its choice.",
        slip(
            nll_g - nll_kg,
            "The sign: per kg a density is 1000 times as high, so the NLL falls.",
        ),
        slip(-np.log(1000), "That is for one penguin. There are 342."),
        slip(0, "The groups do not change. But a density has a unit, and the NLL changes with it."),
        too_small="Each sample's density becomes 1000 times as high.",
        too_large="Each sample's density becomes 1000 times as high, so the NLL falls.",
        unit="nats",
    ),
)

# %% [markdown] slide="notes"
# With full covariances no criterion changes its choice with the units, as long as `reg_covar` is
# small beside every variance. Standardising is for the eye, for the ridge, and for starts that
# measure distances (such as k-means++). For k-means it is a decision about what counts.

# %% [markdown] slide="slide" shown="1"
# ## 6.10 Play: an atlas by K
#
# On the left are the runs of 6.1, ten starts for each K, with the price added. On the right is the
# held-out NLL, for four ways to draw the folds.

# %% folded=true
fig, (left, right_panel) = new_figure(2, height=3.8)
for K, found_runs in restarts.items():
    ends = [run.negative_log_likelihood[-1] for run in (found_runs.best, *found_runs.others)]
    values = [gmm.bic(end, len(X), K, 2) for end in ends]
    left.plot([K] * len(values), values, "_", color=GREY, ms=14)
draw_by_k(left, bics, "best of ten starts")
left.set(ylim=(2310, 2470), ylabel="BIC", title="every start")
left.legend(loc="lower right")
for seed, curve in enumerate(by_seed):
    draw_by_k(right_panel, curve, f"folds from seed {seed}", COLORS[seed])
right_panel.set(
    ylim=(1135, 1185), ylabel="held-out NLL (nats)", title="four ways to draw the folds"
)
right_panel.legend(fontsize=8, loc="upper center")
show(
    fig,
    alt="Left: BIC by K, a dash for each of ten starts; for two components all ten are the same, "
    "from three on they are spread over a range that is wider than the lead of two over three. "
    "Right: held-out NLL by K for four ways to draw the folds, nearly level from two to four.",
)

# %% [markdown] slide="notes"
# The explorer shows such runs from the inside. K and S choose another run (with shift one up,
# without shift one down), and the *atlas* is a table of the NLLs of all K and seeds. What it does
# not know is the price. Here it is in nats, half of what BIC adds, and the held-out NLL, the mean
# over four ways to draw the folds:

# %% tags=["nbval-check-output"]
print(" K  parameters  price (nats)  smallest NLL + price  held-out NLL")
for K in few:
    n_free = gmm.n_parameters(K, 2)
    price = n_free / 2 * np.log(len(X))
    left_out = np.mean([curve[K] for curve in by_seed])
    print(f"{K:2d}{n_free:12d}{price:14.2f}{nll[K] + price:22.2f}{left_out:14.1f}")

# %% slide="-"
from gmm_helpers.explorer import EMExplorer

EMExplorer(X, n_components=3, start="random points")

# %% [markdown]
# Things to try:
#
# 1. In the left picture above: what would have happened to the choice of BIC with a single start
#    for K = 3?
# 2. K = 2 in the explorer, seeds 0 to 5: do the ends differ? And with K = 3?
# 3. Add the price to these NLLs. Does one of the runs with K = 3 beat K = 2?
# 4. K = 3, in the run with the smallest NLL: where is the third component, and what does it
#    describe?
#
# <details><summary>Answers</summary>
#
# 1. Seven of the ten starts for K = 3 end at a BIC of 2333.7 or more. With one of those, K = 2
#    would have led by more than 11: strong evidence, made by a poor start.
# 2. With K = 2 all end at 1130.26. With K = 3 seed 3 ends at 1114.44, and the others at 1119.21.
# 3. No. With its price K = 2 comes to 1161.1, and K = 3 to 1162.1 with seed 3, and to 1166.9 with
#    the others.
# 4. In the group of short eruptions: a narrow component at about 1.8 minutes beside a wide one.
#    Short eruptions are skewed, and it takes two Gaussians to say so.
#
# </details>
#
# ## 6.11 Five questions
#
# The last one is from chapter 4.

# %%
ask(
    "what_a_small_lead_means",
    "BIC is 1000.0 for K = 4, and 1001.5 for K = 5. What do you report?",
    wrong(
        "K = 4: it has the smallest BIC",
        "It has, but a lead of 1.5 is not worth more than a bare mention.",
    ),
    right(
        "that the data do not decide between 4 and 5",
        "A lead below 2 is next to nothing. Half-samples or other starts may turn it around.",
    ),
    wrong(
        "K = 5: it has the larger BIC",
        "Larger is better in mclust only, and there the sign differs.",
    ),
    wrong("neither: the fits are bad", "BIC compares fits. It does not say whether one is good."),
)

# %%
gain = 2 * 12.0
ask(
    "does_a_component_pay",
    "N = 1000 samples with one feature. One more component lowers the NLL by 12 nats. By how much "
    "does BIC change? (log 1000 = 6.91)",
    number(
        3 * np.log(1000) - gain,
        0.1,
        "Three more parameters cost 20.7, and the NLL brings 24: BIC falls, so the component pays.",
        slip(
            3 * np.log(1000) - 12,
            "The NLL counts twice in BIC.",
            "bic: NLL not doubled",
        ),
        slip(gain - 3 * np.log(1000), "The sign: BIC becomes smaller.", "bic: sign"),
        slip(6 - gain, "That is the change of AIC, at 2 per parameter.", "bic: AIC instead"),
        too_small="A weight, a mean and a variance cost 3 log 1000, and the NLL counts twice.",
        too_large="A weight, a mean and a variance cost 3 log 1000, and the NLL counts twice.",
    ),
)

# %%
ask(
    "what_cannot_be_compared",
    "Which of these numbers can be compared?",
    wrong(
        "BIC of waiting times alone, and BIC of waiting and eruption times",
        "Different features are different data: their densities have different units.",
    ),
    right(
        "BIC of K = 2 and K = 3 on the same standardised data",
        "Same samples, same units: the difference means something.",
    ),
    wrong(
        "BIC of the first 100 eruptions, and BIC of all 272",
        "More samples have a larger NLL, whatever K is.",
    ),
    right(
        "BIC with a covariance for each component, and BIC with one for all, on the same data",
        "Same samples, same units, and each pays for its own parameters.",
    ),
    several=True,
)

# %%
ask(
    "who_needs_which_criterion",
    "Somebody detects faulty machines as samples with a low density under a mixture, and only this "
    "matters. What should choose K?",
    wrong(
        "ICL",
        "It asks for components that can be told apart. Here nobody looks at components.",
    ),
    wrong(
        "the number of machine types",
        "A type may need several Gaussians, and two types may look alike.",
    ),
    wrong(
        "the NLL of the samples that were fitted",
        "It always prefers the largest K, which knows the old samples by heart.",
    ),
    right(
        "the held-out NLL",
        "What matters is the density of new samples, and it judges just that.",
    ),
)

# %%
ask(
    "recall_a_run_that_is_too_good",
    "From chapter 4. For K = 6 one of ten runs ends 200 nats below all others, with a component of "
    "weight 1/N. What has happened?",
    wrong(
        "It found the global optimum, which the others missed.",
        "The likelihood has no maximum, and this run is on its way there.",
    ),
    right(
        "A component has collapsed onto a single sample.",
        "Only the ridge holds it up, and decides how low the NLL is. Leave it out before you "
        "compare K; `gmm.select_components` does.",
    ),
    wrong(
        "K = 6 is the right number.",
        "A single sample is no group. The same can happen with any K above one.",
    ),
    wrong(
        "The run has not converged.",
        "It has: the ridge stops the component from shrinking further.",
    ),
)

# %% [markdown]
# ## 6.12 Written questions
#
# **Question 1 (4 points).** A decision memo. The park ranger wants one sign for each kind of
# eruption, and asks you how many there are. Which K do you report, and why? Write 100 to 200 words
# that a ranger understands, with the numbers that decided, what speaks against your choice, and how
# sure you are.

# %% [markdown] question="question_memo" points=4
# I would put up two signs. The eruptions form two groups that anybody can tell apart: short ones
# (about 2 minutes), after which the next one comes in about 55 minutes, and long ones (about 4.3
# minutes, then about 80 minutes). Of the criteria, ICL fits the ranger's question best, as it asks
# for groups that can be told apart: 834 for two, 888 for three. BIC agrees with full covariances,
# but by only 2 (832.6 and 834.6), and with one covariance for all it prefers three (824.7). In
# random halves of the eruptions it chooses two and three about equally often. So for predicting
# waiting times three may be as good; the third component describes the shape of the short eruptions
# and is no third kind. Two components do not prove two causes.
#
# Marking points, one each: (1) names one K and ties it to what the ranger needs, groups that can be
# told apart (2; another K with such a reason counts, too). (2) Compares at least two criteria with
# their numbers, on the same data and in the right direction. (3) Says how sure: the small lead of
# BIC, the folds, or the half-samples. (4) Says what speaks against it, or what K does not say:
# components are not kinds, the shape of the covariances matters.

# %% [markdown]
# **Question 2 (2 points).** A colleague writes: "With one feature I get BIC 2000, with two features
# BIC 2300, so one feature is better. And mclust gives -2000, so scikit-learn and mclust
# disagree." What is wrong?

# %% [markdown] question="question_compared" points=2
# One feature and two are different data, with densities in different units; their BICs cannot be
# compared, as only differences on the same data mean something (1 point). And mclust defines BIC
# with the other sign, larger is better: -2000 there is 2000 here, so they agree (1 point).

# %% [markdown]
# **Question 3 (2 points).** Somebody fits the penguins, finds four components by BIC, and announces
# a new species. What do you answer?

# %% [markdown] question="question_species" points=2
# A component is not a species (1 point). BIC answers which mixture of Gaussians of this shape is
# worth its parameters; one species may need two of them, here because males and females differ in
# size, or because it is not Gaussian. With a covariance for each component BIC chooses three (1
# point for a reason like these). Whether there is a species takes other evidence.

# %% [markdown]
# ## Where you stand
#
# The exercises and questions of this chapter, as of now.

# %%
progress()

# %% [markdown] slide="slide" shown="1 2"
# ## Summary
#
# You can count the parameters of a mixture, price them, and judge a fit on samples that it has not
# seen. You know which question BIC, AIC, ICL and held-out data answer, and do not ask a number for
# a truth it does not hold. And you can say how sure a choice of K is, in words that a ranger
# understands.
#
# This is the end of the course. You have built mixtures of Gaussians from a die to a decision, and
# every step of it in your own code. Take data of your own: `gmm.select_components` and the
# [explorer](explorer.ipynb) are yours to use.
#
# **Further reading**
#
# - *Mathematics for Machine Learning*, section 8.6 (model selection), and chapter 11.
# - C. M. Bishop, *Pattern Recognition and Machine Learning*, sections 1.3 and 4.4.1 (where BIC
#   comes from).
# - R. E. Kass, A. E. Raftery, *Bayes factors*, 1995: what a difference in BIC is worth.
# - C. Biernacki, G. Celeux, G. Govaert, *Assessing a mixture model for clustering with the
#   integrated completed likelihood*, 2000.
