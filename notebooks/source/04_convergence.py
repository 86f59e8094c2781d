# %% [markdown] slide="slide" shown="1 2 4"
# # 4. Convergence: EM from start to end
#
# **What you will do.** Predict where EM goes, write its loop, and run your own code of three
# chapters on real data.
#
# **What you will learn**
#
# - when to stop;
# - how fast EM converges, and what makes it slow;
# - what the start decides, and what to do about it;
# - how a component collapses, and what a ridge does about it.
#
# **What you need.** Chapters 2 and 3. About 160 minutes, in four parts with breaks between them.
# Three exercises, 11 points, and three written questions, 6 points.

# %%
import numpy as np

import gmm_helpers as gmm
from gmm_helpers.checks import check, hint, progress, try_it, yours
from gmm_helpers.questions import ask, number, order, predict, right, slip, wrong

data = gmm.course_original()
X, start = data.X, data.start

# %% folded=true
from gmm_helpers.drawing import (
    COLORS,
    LINE_COLORS,
    SliderFigure,
    dropdown,
    frame,
    integer_slider,
    legend_below,
    new_figure,
    plot_ellipses,
    plot_mean_paths,
    plot_nll,
    plot_nll_gap,
    plot_responsibilities,
    show,
)


def draw_mixture(ax, X, params, title):
    """Draw samples in the blend of their responsibilities, and the ellipses."""
    plot_responsibilities(frame(ax, X), X, gmm.e_step(X, *params))
    plot_ellipses(ax, params)
    ax.set_title(title)
    return legend_below(ax)


def draw_two(X, titled):
    """Draw two mixtures side by side, each under its title."""
    fig, panels = new_figure(2, height=4.0)
    for ax, (title, params) in zip(panels, titled.items(), strict=True):
        draw_mixture(ax, X, params, title)
    return fig


# %% [markdown]
# **Five minutes first:** three questions from chapters 2 and 3.

# %%
ask(
    "recall_posterior",
    "For a sample x_n the weighted densities are pi_1 N_1 = 0.03 and pi_2 N_2 = 0.01. "
    "How responsible is component 1 for it?",
    number(
        0.03 / (0.03 + 0.01),
        0.005,
        "0.03 of the total density, 0.03 + 0.01, comes from component 1.",
        slip(
            0.03,
            "That is the weighted density itself. Divide by the sum over the components.",
            "e_step: joint log-probabilities returned",
        ),
        slip(3, "That is the odds of component 1 against component 2, not a probability."),
        slip(0.25, "That is the responsibility of component 2."),
        too_small="Component 1 explains this sample better than component 2, so it is "
        "responsible for more than half of it. Divide by the sum of both.",
        too_large="Divide 0.03 by the sum of both, 0.04.",
    ),
)

# %%
ask(
    "recall_weighted_mean",
    "Component 1 has responsibilities 1, 1 and 0.5 for the samples 0, 2 and 10. Where does the "
    "M-step put its mean?",
    number(
        np.average([0, 2, 10], weights=[1, 1, 0.5]),
        0.01,
        "The sum of r_nk x_n is 7, and N_k = 2.5.",
        slip(
            7 / 3,
            "You divided by the number of samples, 3. Divide by N_k, the sum of the "
            "responsibilities.",
            "update_means: divided by N",
        ),
        slip(
            4,
            "That is the plain average. Each sample counts as much as the component is "
            "responsible for it.",
        ),
        too_small="Add r_nk x_n over the samples, and divide by the sum of r_nk, 2.5.",
        too_large="Add r_nk x_n over the samples, and divide by the sum of r_nk, 2.5. The sample "
        "at 10 counts only half.",
    ),
)

# %%
ask(
    "recall_order_of_an_iteration",
    "Put the parts of one iteration in order. Which comes first?",
    order(
        (
            "responsibilities, from the parameters",
            "The responsibilities come before the means and covariances, because both are sums "
            "over them. They need only parameters, and every run starts with some.",
        ),
        (
            "means, from the responsibilities",
            "The means come before the covariances, because those are measured around the *new* "
            "means.",
        ),
        (
            "covariances, around the means",
            "The covariances come before the NLL, because it is that of the new parameters, and "
            "the covariances are among them.",
        ),
        (
            "NLL of all parameters",
            "The NLL comes last, because it needs weights, means and covariances, all of them new.",
        ),
    ),
)

# %% [markdown] slide="slide" shown="1 2"
# ## 4.1 Will the NLL change, and by how much?
#
# In chapter 2 an E-step told us who is responsible for each sample. In chapter 3 an M-step moved
# the parameters, once. Both together are one **iteration**. What if we repeat it, again and again?
#
# `gmm.fit` repeats it until the negative log-likelihood (NLL) hardly changes any more, and keeps
# all iterations. `nll[i]` and `trace.params[i]` belong to iteration $i$, and iteration 0 is the
# start. (`reg_covar=0`: nothing is added to the covariances. More about that in 4.8.)

# %%
trace = gmm.fit(X, start, tol=1e-6, reg_covar=0)
nll = trace.negative_log_likelihood

# %% [markdown]
# For the original data the NLL of the start is 5762 nats.

# %% slide="-"
first_part = (nll[0] - nll[1]) / (nll[0] - nll[-1])
fig = draw_two(X, {"start": trace.params[0], "after iteration 1": trace.params[1]})
predict(
    "part_of_the_first_iteration",
    f"EM runs on the original data, from the start with an NLL of {nll[0]:.0f} nats until the NLL "
    "hardly changes any more. How much of this descent happens in the very first iteration?",
    wrong(
        f"about 1/{trace.n_iter}",
        f"It takes {trace.n_iter} iterations, but they are not equally long.",
        fact=bool(first_part < 0.05),
    ),
    wrong(
        "about half",
        "More. The start is so narrow that most samples are far outside; one M-step fixes that.",
        fact=bool(0.4 < first_part < 0.6),
    ),
    right(
        "about nine tenths",
        f"One M-step makes the ellipses as wide as the data: the NLL falls to {nll[1]:.0f}. But "
        "look at the picture: nothing has been found yet.",
        fact=bool(0.87 < first_part < 0.93),
    ),
    wrong(
        "all of it",
        "One M-step is the best answer to *these* responsibilities, and they come from a start "
        "that knows nothing.",
        fact=bool(first_part > 0.99),
    ),
    shows=show(
        fig,
        alt="Left: the start, three small round ellipses on top of each other near the origin. "
        "Right: after one iteration three large ellipses, still nearly on top of each other, "
        "cover all samples.",
    ),
    in_place=True,
)

# %% [markdown]
# Some iterations later the steps have become short: in iteration 20 no mean moves by more than 0.1.

# %% slide="subslide"
to_come = nll[20] - nll[-1]
fig = draw_two(
    X,
    {
        f"iteration 20: NLL {nll[20]:.1f}": trace.params[20],
        f"iteration {trace.n_iter}: NLL {nll[-1]:.1f}": trace.params[-1],
    },
)
predict(
    "after_the_plateau",
    f"After iteration 20 the NLL is {nll[20]:.1f}, and the last change was "
    f"{nll[19] - nll[20]:.1f} nats. How much further will it fall?",
    wrong(
        "not at all: EM has converged",
        "A small change says that the last step was short, not that the end is near.",
        fact=bool(to_come < 0.01),
    ),
    wrong(
        "by about 0.4 nats",
        "That is one more step of this length. There are many more, and later ones are longer.",
        fact=bool(0.2 < to_come < 0.8),
    ),
    wrong(
        "by about 5 nats",
        "A dozen steps of 0.4 nats make about 5, but then the steps become longer again.",
        fact=bool(3 < to_come < 10),
    ),
    right(
        "by more than 60 nats",
        f"{to_come:.0f} nats are still to come. This is a plateau: two components divide two "
        "groups between them, and take long to part.",
        fact=bool(to_come > 60),
    ),
    shows=show(
        fig,
        alt="Left: at iteration 20 one ellipse covers the left group, and two wide ones lie on "
        "top of each other over the other two groups. Right: at iteration 89 there is one ellipse "
        "for each group.",
    ),
    in_place=True,
)

# %% [markdown] slide="subslide" shown="1"
# Watch the whole run. The crosses are the starting means; the lines are the paths of the means.


# %% folded=true slide="-"
def draw_iteration(panels, iteration):
    left, right_panel = panels
    plot_mean_paths(left, trace, iteration)
    draw_mixture(left, X, trace.params[iteration], "")
    right_panel.set_ylim(2280, 2620)  # the start is at 5762, far above
    plot_nll(right_panel, nll, marked=[iteration])
    return f"Iteration {iteration} of {trace.n_iter}: NLL {nll[iteration]:.4f}."


SliderFigure(
    draw_iteration,
    shows="Left: samples, ellipses and the paths of the means. Right: the NLL by iteration.",
    n_panels=2,
    height=4.0,
    iteration=integer_slider("iteration", 0, trace.n_iter, value=22),
)

# %% [markdown] slide="notes"
# Things to try:
#
# - Where are the steps shortest, where are they longest after that, and what happens in the
#   picture meanwhile?
# - From which iteration on can your eye not see a change any more?
#
# <details><summary>Answers</summary>
#
# The shortest step on the plateau is iteration 22, by 0.39 nats. Then the two components begin
# to part, and each step makes the next one longer: iteration 44 brings 6.5 nats. Two components
# that are alike get nearly the same responsibilities, so the M-step keeps them alike; it
# takes many iterations until a tiny difference has grown.
#
# From about iteration 60 on the picture stands still. The 29 iterations after it bring 0.24 nats.
#
# </details>
#
# The numbers of this run:

# %% tags=["nbval-check-output"]
print("Converged after iteration", trace.n_iter)
print("NLL from", nll[0].round(6), "to", nll[-1].round(6))
print("weights:", trace.params[-1].weights.round(8))

# %% [markdown] slide="slide" shown="1 2"
# ## 4.2 When to stop
#
# An iteration never raises the NLL (chapter 5 shows why), and its changes become small. So we stop
# when the last change is smaller than a tolerance `tol`. How small must `tol` be?

# %%
changes = np.abs(np.diff(nll))
half_a_nat = int(np.argmax(changes < 0.5)) + 1
for_good = int(np.flatnonzero(changes >= 0.5)[-1]) + 2

predict(
    "where_half_a_nat_stops",
    "After which iteration does this run stop with a tolerance of 0.5 nats?",
    right(
        "18",
        "The first change below 0.5 nats is that of iteration 18. The rule cannot tell a plateau "
        "from the end.",
        fact=half_a_nat == 18,
    ),
    wrong(
        "16",
        f"That is the last long step before the plateau: it still brings {changes[15]:.0f} nats.",
        fact=half_a_nat == 16,
    ),
    wrong(
        f"{for_good}",
        "From there on *all* changes are below 0.5. But the rule knows nothing of later "
        "changes: it stops at the first one.",
        fact=half_a_nat == for_good,
    ),
    wrong(
        f"{trace.n_iter}",
        "That is where a tolerance of a millionth of a nat stops.",
        fact=half_a_nat == trace.n_iter,
    ),
    wrong(
        "1",
        f"The first change is {changes[0]:.0f} nats. It is negative, but its size is far above "
        "0.5.",
        fact=half_a_nat == 1,
        mistake="has_converged: sign of the change trusted",
    ),
    in_place=True,
)

# %% [markdown] slide="-" shown="3 4"
# ### The rule
#
# As a formula, the rule is
#
# $$ |\mathrm{NLL}_{\text{new}} - \mathrm{NLL}_{\text{old}}| < \texttt{tol} . $$
#
# **By hand.** With `tol=0.5` and NLLs 10, 8, 7.6 the changes are $-2$ and $-0.4$, of size 2 and
# 0.4. So EM has converged after iteration 2: yes for `[10, 8, 7.6]`, no for `[10, 8]`.

# %% [markdown] slide="subslide" shown="1 2"
# ### Exercise 1: `has_converged` (2 points)
#
# - **In:** `nll_history`, a list or array with the NLL of the start and of each iteration so
#   far; `tol`.
# - **Out:** `True` if the last change is smaller than `tol`, otherwise `False`. If the history
#   holds only the start, nothing has changed yet: `False`.


# %% exercise="has_converged" slide="-"
def has_converged(nll_history, tol):
    """Say whether the last change of the NLL is smaller than tol."""
    ### BEGIN SOLUTION
    return len(nll_history) > 1 and abs(nll_history[-1] - nll_history[-2]) < tol
    ### END SOLUTION


# %%
try_it(has_converged, [10, 8, 7.6], 0.5)  # True: the last change has size 0.4
try_it(has_converged, [10, 8], 0.5)  # False: it has size 2
try_it(has_converged, [10, 8, 7.6, 8.2], 0.5)  # False: the last one has size 0.6
try_it(has_converged, [10, 9, 9.3], 0.5)  # True: 0.3, and up or down makes no difference
try_it(has_converged, [10], 0.5)  # False: nothing has changed yet

# %% check="has_converged"
check(has_converged)

# %%
# Stuck? Run this cell, again for the next hint.
hint("has_converged")

# %% [markdown]
# **Now with yours.** Where does your rule stop the run above, for four tolerances?


# %% folded=true
def stops(rule, history, tol):
    """Find the first iteration after which a rule says yes."""
    return next(i for i in range(len(history)) if rule(history[: i + 1], tol))


rule = yours("has_converged")
tols = (100, 0.5, 1e-3, 1e-6)
fig, ax = new_figure(height=3.6)
ax.set(ylim=(2250, 2620), xlim=(-4, 109))
plot_nll(ax, nll)
sides = (("left", 6), ("left", 9), ("center", -16), ("center", 9))  # the third is below its dot
for tol, (side, up) in zip(tols, sides, strict=True):
    i = stops(rule, nll, tol)
    ax.plot(i, nll[i], "o", color=COLORS[1], clip_on=False)
    text = f"tol={tol:g}: after {i}"
    ax.annotate(text, (i, nll[i]), (4, up), textcoords="offset points", ha=side, fontsize=9)
show(
    fig,
    alt="The NLL by iteration, with the iterations marked after which the rule stops: 2 for a "
    "tolerance of 100, 18 for 0.5, 72 for 0.001 and 89 for 0.000001.",
)

# %% [markdown]
# A tolerance of 0.5 stops on the plateau, 63 nats too high. And 0.001 saves 17 iterations, for
# 0.0017 nats. So take a small `tol`: it costs little, and a plateau has to be very flat to pass for
# the end.
#
# ### A bug hunt
#
# These three functions read a finished history, and say after which iteration EM should have
# stopped. One is right. The slips in the other two are common ones.

# %%
# When does each of them stop?


def stop_a(history, tol):
    old = history[0]
    for i, new in enumerate(history[1:], start=1):
        if new - old < tol:
            return i
        old = new


def stop_b(history, tol):
    old = history[0]
    for i, new in enumerate(history[1:], start=1):
        if abs(new - old) < tol:
            return i


def stop_c(history, tol):
    old = history[0]
    for i, new in enumerate(history[1:], start=1):
        if abs(new - old) < tol:
            return i
        old = new


# %%
def answers(history, tol=0.5):
    return [stop(history, tol) for stop in (stop_a, stop_b, stop_c)]


by_hand = [10, 8, 7.6]
expected = stops(gmm.has_converged, by_hand, 0.5)
ask(
    "which_stop_rule",
    "Which of the three is right?",
    wrong(
        "stop_a",
        "An NLL that falls by 2 has changed by -2, which is less than any tolerance: it stops "
        "after iteration 1. That works only for a log-likelihood, which EM *raises*.",
        fact=answers(by_hand)[0] == expected,
        mistake="has_converged: sign of the change trusted",
    ),
    wrong(
        "stop_b",
        "The line `old = new` is missing, so every NLL is compared with that of the start: once "
        "it has fallen by `tol` or more, such a run never stops.",
        fact=answers(by_hand)[1] == expected,
        mistake="has_converged: compared with the start",
    ),
    right(
        "stop_c",
        "It compares the size of the change with the tolerance, and moves `old` on.",
        fact=answers(by_hand)[2] == expected,
    ),
    in_place=True,
)

# %%
said = {str(history): answers(history) for history in ([10, 9.8], [10, 8, 7.6], [10, 10.6, 10.7])}
ask(
    "which_history_shows_both_bugs",
    "The tolerance is 0.5. Which history shows *both* bugs, as all three functions answer "
    "differently?",
    wrong(
        "[10, 9.8]",
        "All three answer 1: the only change is small, and its old value is the start.",
        fact=len(set(said["[10, 9.8]"])) == 3,
    ),
    right(
        "[10, 8, 7.6]",
        "stop_a answers 1, stop_b never stops, and stop_c answers 2.",
        fact=said["[10, 8, 7.6]"] == [1, None, 2],
    ),
    wrong(
        "[10, 10.6, 10.7]",
        "It rises, so a missing `abs` makes no difference: stop_a and stop_c both answer 2.",
        fact=len(set(said["[10, 10.6, 10.7]"])) == 3,
    ),
    in_place=True,
)

# %% [markdown] slide="slide" shown="1 2"
# ## 4.3 One iteration
#
# You have written all of its parts: the E-step in chapter 2, and the three updates in chapter 3.
# Start small: three samples 0, 2, 4, and *one* component with mean 5 and variance 1.

# %% folded=true
X_3 = np.array([[0.0], [2.0], [4.0]])
ONE = gmm.GMMParams(np.array([1.0]), np.array([[5.0]]), np.array([[[1.0]]]))


def draw_one_iteration(step=None):
    """Draw the component of the small example before and after a step, if there is one."""
    fig, ax = new_figure(height=2.8)
    grid = np.linspace(-4, 9, 300)[:, None]
    drawn = [(ONE, "--", "before")]
    if step is not None:
        drawn.append((gmm.GMMParams(*step(X_3, *ONE)), "-", "after"))
    for params, style, when in drawn:
        density = np.exp(gmm.mixture_log_density(grid, *params))
        ax.plot(grid, density, style, color=COLORS[0], label=when)
    ax.plot(X_3, np.zeros(3), "o", color="black", clip_on=False, label="samples")
    ax.set(xlabel="x", ylabel="density", ylim=(0, None))
    ax.legend()
    return fig


# %% slide="-"
show(
    draw_one_iteration(),
    alt="Three samples at 0, 2 and 4, and the density of the component: a narrow curve around 5.",
)

# %%
fig = draw_one_iteration(gmm.em_step)
_, mean_after, variance_after = gmm.em_step(X_3, *ONE)
squares = (X_3 - ONE.means) ** 2
predict(
    "variance_after_one_iteration",
    "After one iteration the mean is 2. What is the variance?",
    number(
        variance_after.item(),
        0.01,
        "Around the *new* mean, 2, the squared distances are 4, 0 and 4, and their average is 8/3.",
        slip(
            squares.mean(),
            "That is measured around the old mean, 5. The means are updated first.",
            "em_step: old means in the covariances",
        ),
        slip(4, "You divided by N - 1. The maximum of the likelihood needs N_k, which is 3."),
        slip(1, "The variance is updated, too, and the samples are more spread out than that."),
        too_small="Average the squared distances of 0, 2 and 4 from their mean.",
        too_large="Average the squared distances of 0, 2 and 4 from their mean, not from 5.",
    ),
    shows=show(
        fig,
        alt="Three samples at 0, 2 and 4. A narrow dashed curve around 5, before the iteration, "
        "and a wide solid one around 2, after it.",
    ),
    in_place=True,
)

# %% [markdown] slide="-" shown="2"
# <details><summary>The numbers of the example</summary>
#
# **By hand.** E-step: with one component every responsibility is 1. M-step: weight 1, mean 2, and
# the variance around the *new* mean, $(4 + 0 + 4) / 3 = 2.667$. (Around the old mean it would be
# 11.667.)
#
# </details>

# %% [markdown] slide="subslide" shown="1 2"
# ### Exercise 2: `em_step` (3 points)
#
# - **In:** `X`, `weights`, `means`, `covariances`.
# - **Out:** the new `weights, means, covariances`, in this order.
#
# Helpers: `gmm.e_step(X, weights, means, covariances)`, `gmm.update_weights(responsibilities)`,
# `gmm.update_means(X, responsibilities)` and
# `gmm.update_covariances(X, responsibilities, means)`.


# %% exercise="em_step" slide="-"
def em_step(X, weights, means, covariances):
    """Run one E-step and one M-step; return weights, means and covariances."""
    ### BEGIN SOLUTION
    responsibilities = gmm.e_step(X, weights, means, covariances)
    new_means = gmm.update_means(X, responsibilities)
    new_covariances = gmm.update_covariances(X, responsibilities, new_means)
    return gmm.update_weights(responsibilities), new_means, new_covariances
    ### END SOLUTION


# %%
# Once with one component, where the numbers by hand should come out, and once with two: their
# weights become 0.278 and 0.722, their means 1.123 and 2.338, their variances 2.032 and 2.5.
TWO = gmm.GMMParams(np.array([0.25, 0.75]), np.array([[1.0], [3.0]]), np.full((2, 1, 1), 4.0))
try_it(em_step, X_3, *ONE)
try_it(em_step, X_3, *TWO)

# %% check="em_step"
check(em_step)

# %%
# Stuck? Run this cell, again for the next hint.
hint("em_step")

# %% [markdown]
# **Now with yours.** Your step, first nine and then eighty-nine times:


# %% folded=true
def after(n_iter, step):
    """Repeat a step from the start."""
    params = start
    for _ in range(n_iter):
        params = gmm.GMMParams(*step(X, *params))
    return params


step = yours("em_step")
fig = draw_two(X, {f"after {n} iterations": after(n, step) for n in (9, 89)})
show(
    fig,
    alt="Left: after 9 iterations one ellipse leans to the left group, and two wide ones lie over "
    "the others. Right: after 89 iterations there is one ellipse for each group.",
)

# %% [markdown] slide="notes"
# **A good place for a break.** You have a rule that says when to stop, and one iteration. The next
# part puts them into a loop, and your own code to work. (Another day, run all cells first.)

# %% [markdown] slide="slide" shown="1 2"
# ## 4.4 The loop
#
# 1. Compute the NLL of the start; it is entry 0 of the history.
# 2. Repeat, at most `max_iter` times: one iteration, then the NLL of the *new* parameters,
#    appended to the history. Stop if it has converged.

# %%
predict(
    "entries_of_the_history",
    "The start has NLL 10, and the iterations would give 8, 7.6, 7.5, 7.4. How many entries does "
    "the history have when the loop stops with tolerance 0.5?",
    number(
        1 + stops(gmm.has_converged, [10, 8, 7.6, 7.5, 7.4], 0.5),
        0,
        "Two iterations, and the start: 10, 8, 7.6.",
        slip(
            2,
            "There are two iterations, but the history begins with the start.",
            "fit_em: history without the start",
        ),
        slip(
            4,
            "The change from 8 to 7.6 is already below 0.5: no further iteration is made.",
            "fit_em: one iteration too many",
        ),
        too_small="The history begins with the NLL of the start, and the first change is 2.",
        too_large="The loop stops at the first change below 0.5.",
    ),
)

# %% [markdown] slide="notes"
# <details><summary>The numbers of the example</summary>
#
# **By hand.** With `tol=0.5` and NLLs 10, 8, 7.6, 7.5, ... the loop stops after iteration 2. The
# history has three entries, `[10, 8, 7.6]`, and the parameters returned are those with NLL 7.6.
#
# </details>

# %% [markdown] slide="subslide" shown="1 2"
# ### Exercise 3: `fit_em` (6 points)
#
# - **In:** `X`; the start, as `weights`, `means`, `covariances`; `tol`; `max_iter`. The
#   start must not be modified.
# - **Out:** `weights, means, covariances, nll_history`: the last parameters, and a list or
#   array with the NLL of the start and of the parameters after each iteration, so that
#   `nll_history[i]` belongs to iteration `i`. With `max_iter=0`: the start, and a history with
#   one entry.
#
# Helpers: `gmm.em_step(X, weights, means, covariances)`, `gmm.has_converged(nll_history, tol)`
# and `gmm.negative_log_likelihood(X, weights, means, covariances)`. Do not add anything to the
# covariances.


# %% exercise="fit_em" slide="-"
def fit_em(X, weights, means, covariances, tol, max_iter):
    """Run EM; return weights, means, covariances and the history of the NLL."""
    ### BEGIN SOLUTION
    params = (weights, means, covariances)
    nll_history = [gmm.negative_log_likelihood(X, *params)]
    for _ in range(max_iter):
        params = gmm.em_step(X, *params)
        nll_history.append(gmm.negative_log_likelihood(X, *params))
        if gmm.has_converged(nll_history, tol):
            break
    return (*params, nll_history)
    ### END SOLUTION


# %%
# The small example again. A single component arrives after one iteration, and the second one
# shows that nothing changes any more. History: 20.257, 5.728, 5.728.
try_it(fit_em, X_3, *ONE, 1e-6, 10)

# With two components EM goes on, here until `max_iter` stops it. History: 6.026, 5.716, 5.709.
# The variances are those of the last entry: 1.840 and 2.508.
try_it(fit_em, X_3, *TWO, 1e-6, 2)

# %% check="fit_em"
check(fit_em)

# %%
# Stuck? Run this cell, again for the next hint.
hint("fit_em")

# %% [markdown]
# **Now with yours,** right or wrong: the slider runs *your* `fit_em` on the original data, for as
# many iterations as you choose. If it is right, the two curves coincide. If it is not, you can see
# where they part. (If you have not written it yet, the slider says so.)

# %% folded=true
# A slider that draws your fit_em beside the helper
N_WATCHED = 40


def watch_fit_em(panels, iteration):
    left, right_panel = panels
    plot_nll(right_panel, nll[: N_WATCHED + 1])
    right_panel.lines[0].set_label("the helper")
    copies = [part.copy() for part in (X, *start)]  # in case your function changes them
    returned = fit_em(*copies, 1e-6, iteration)
    if not isinstance(returned, (tuple, list)) or len(returned) != 4:
        raise ValueError("fit_em must return weights, means, covariances, nll_history.")
    weights, means, covariances, history = returned
    history = np.asarray(history, dtype=float)
    if history.ndim != 1 or not len(history):
        raise ValueError("fit_em's history must be a list that begins with the NLL of the start.")
    right_panel.plot(range(len(history)), history, "--", color="black", label="your fit_em")
    right_panel.set_ylim(2280, max(2620, min(history[-1] + 300, 6100)))  # yours may stay above
    right_panel.legend()
    own = gmm.GMMParams(*map(np.asarray, (weights, means, covariances)))
    draw_mixture(left, X, own, "")
    return (
        f"{iteration} iterations asked for. Entries in your history: {len(history)}, expected "
        f"{iteration + 1}. Its last entry: {history[-1]:.4f}, the helper's: {nll[iteration]:.4f}."
    )


SliderFigure(
    watch_fit_em,
    shows="Left: the mixture your fit_em returns. Right: its NLL history and the helper's.",
    n_panels=2,
    height=4.0,
    iteration=integer_slider("iterations", 0, N_WATCHED, value=9),
)

# %% [markdown]
# ## 4.5 Your own code at work
#
# The next cell runs EM twice: with your E-step and your three updates in our loop, and with your
# `fit_em`. You need not copy anything: `yours` finds the functions of chapters 2 and 3 in your
# saved notebooks, and says what it found. Where one is not there yet, or not right, ours steps in.

# %%
own_e_step = yours("e_step")
own_weights = yours("update_weights")
own_means = yours("update_means")
own_covariances = yours("update_covariances")
own_fit = yours("fit_em")


def own_m_step(X, responsibilities):
    means = own_means(X, responsibilities)
    covariances = own_covariances(X, responsibilities, means)
    return own_weights(responsibilities), means, covariances


by_steps = gmm.fit(X, start, reg_covar=0, e_step=own_e_step, m_step=own_m_step)
*_, by_loop = own_fit(X, *start, 1e-6, 500)
ended = by_steps.negative_log_likelihood[-1]
print(f"Your steps: {by_steps.n_iter} iterations, to {ended:.6f}")
print(f"Your loop:  {len(by_loop) - 1} iterations, to {by_loop[-1]:.6f}")

# %% [markdown] slide="notes"
# ### The first half-step that differs

# %% [markdown] slide="slide" shown="1"
# What if a step is wrong? Would you notice? Here is an E-step that forgets the weights:


# %% slide="-"
def e_step_without_weights(X, weights, means, covariances):
    equal = np.full(len(weights), 1 / len(weights))
    return gmm.e_step(X, equal, means, covariances)


# %% slide="-"
unnoticed = gmm.fit(X, start, reg_covar=0, e_step=e_step_without_weights)
too_high = unnoticed.negative_log_likelihood[-1] - nll[-1]
rises = (np.diff(unnoticed.negative_log_likelihood) > 0).sum()
fig = draw_two(
    X,
    {
        f"right: NLL {nll[-1]:.2f}": trace.params[-1],
        f"without weights: NLL {nll[-1] + too_high:.2f}": unnoticed.params[-1],
    },
)
predict(
    "how_forgotten_weights_show",
    "EM runs on the original data with an E-step that forgets the weights. What will the NLL of "
    "this run tell you?",
    wrong(
        "it rises in some iterations",
        "It could, but here it falls in every one of them. A rise proves a mistake; a fall proves "
        "nothing.",
        fact=bool(rises > 0),
    ),
    wrong(
        "it ends many nats too high",
        f"It ends {too_high:.1f} nats too high. The groups are nearly equal in size, so little is "
        "lost with the weights.",
        fact=bool(too_high > 2),
    ),
    wrong(
        "EM does not converge",
        f"It does, after {unnoticed.n_iter} iterations. The steps go to a point that is nearly "
        "right, and come to rest there.",
        fact=not unnoticed.converged,
    ),
    right(
        "next to nothing",
        f"It falls in all {unnoticed.n_iter} iterations, and ends {too_high:.1f} nats too high, "
        "which is easy to miss. The pictures are alike, too.",
        fact=bool(rises == 0 and too_high < 0.2 and unnoticed.converged),
    ),
    shows=show(
        fig,
        alt="Two mixtures that can hardly be told apart: one ellipse for each group.",
    ),
    in_place=True,
)

# %% [markdown] slide="subslide"
# A falling NLL proves little. So compare half-steps, not curves: `gmm.first_difference` gives your
# steps the same input as ours, one half-step after the other, and names the first one that differs,
# and by how much.

# %% slide="-"
found = gmm.first_difference(X, start, e_step=e_step_without_weights)
place_found = (found.iteration, found.step)
predict(
    "first_half_step_without_weights",
    "An E-step forgets the weights and takes 1/3 for each of three components. The start has "
    "weights 1/3, 1/3, 1/3. In which half-step does a run first differ from the right one?",
    wrong(
        "the E-step of iteration 1",
        "There the weights are equal, and equal weights cancel in Bayes' rule. It makes no "
        "difference that they are missing.",
        fact=place_found == (1, "e_step"),
    ),
    wrong(
        "the M-step of iteration 1",
        "The M-step is ours, and its input is right. It makes the weights unequal, but that is "
        "no mistake.",
        fact=place_found == (1, "m_step"),
    ),
    right(
        "the E-step of iteration 2",
        "The first M-step makes the weights unequal, and the next E-step needs them. With "
        "equal weights this slip cannot be seen: try your E-step on unequal ones, too.",
        fact=place_found == (2, "e_step"),
    ),
    wrong(
        "in none: both runs take the same half-steps",
        "Only as long as the weights are equal, and the first M-step ends that.",
        fact=found is None,
    ),
    shows=f"`gmm.first_difference` says: {found}.",
)

# %% [markdown]
# Your own steps, and a wrong M-step to play with. Change the second cell as you like.


# %%
def compare(name, **steps):
    """Print the first half-step that differs from ours, or what is wrong with it."""
    try:
        found = gmm.first_difference(X, start, **steps)
    except gmm.CustomStepError as error:
        found = error
    print(f"{name}: {found or 'all half-steps agree with ours.'}")


compare("Yours", e_step=own_e_step, m_step=own_m_step)


# %%
def broken_m_step(X, responsibilities):
    weights, means, covariances = gmm.m_step(X, responsibilities)
    return weights, means, covariances * np.eye(2)  # keeps the diagonals only


compare("Broken", m_step=broken_m_step)

# %% [markdown]
# Things to try: which half-step, and which number,
#
# - if the weights stay at 1/3, as in `return np.full(3, 1 / 3), means, covariances`?
# - if the covariances are those around the mean of all data,
#   `gmm.update_covariances(X, responsibilities, np.tile(X.mean(axis=0), (3, 1)))`?
# - with a step of yours that is not right yet? Paste it here, and see where it first differs.
#
# <details><summary>Answers</summary>
#
# The first two are found in the first M-step: a weight is 0.3333 and should be 0.3928; a variance
# is 11.84 and should be 10.7. The means agree in both cases. In the second one the NLL rises, too,
# so the curve alone would have told you that something is wrong. In the first it does not.
#
# </details>
#
# **A good place for a break.** You have written EM, and know how to look for a mistake in it. The
# next part is about what EM does with data: how fast it is, what the start decides, and how a
# component breaks down.

# %% [markdown] slide="slide" shown="1 2"
# ## 4.6 How fast?
#
# On the NLL curve everything seems to be over after a few iterations. What is left is too small to
# be seen there. So look at the *distance to the final NLL*, on a log axis.
#
# (The final NLL is that of a run with a much smaller `tol`.)


# %% folded=true
def end_of(run):
    """Find the NLL where a run would end if it went on."""
    longer = gmm.fit(run.X, run.params[-1], tol=1e-10, reg_covar=0, max_iter=5000)
    return longer.negative_log_likelihood[-1]


def plot_distance(ax, run):
    """Draw the distance to the NLL where the run would end."""
    return plot_nll_gap(ax, np.append(run.negative_log_likelihood, end_of(run)))


# %%
distance = nll - end_of(trace)
left_over = (distance[1:] / distance[:-1])[60:]  # what each late iteration leaves
fig, (left, right_panel) = new_figure(2, height=3.6)
plot_nll(left, nll, marked=[0, 1, 9, trace.n_iter])
plot_distance(right_panel, trace)
predict(
    "late_iterations_on_a_log_axis",
    f"After iteration 60 the NLL is still {distance[60]:.2f} nats above its final value. How does "
    "this distance fall from there on, drawn on a log axis?",
    right(
        "along a straight line",
        f"Each iteration leaves {left_over.mean():.2f} of the distance, time after time. The same "
        "*factor* each time is a straight line on a log axis.",
        fact=bool(np.ptp(left_over) < 0.02),
    ),
    wrong(
        "ever more slowly: the line becomes flat",
        "The steps become shorter, but so does the distance, and on a log axis only their ratio "
        "counts.",
        fact=bool(left_over[-1] > left_over[0] + 0.1),
    ),
    wrong(
        "ever faster: the line becomes steep",
        "That would be Newton's method, which near its end doubles the number of right digits in "
        "each step.",
        fact=bool(left_over[-1] < left_over[0] - 0.1),
    ),
    wrong(
        f"to zero, in iteration {trace.n_iter}",
        "That is where the rule stops. Some distance is left, and it would go on falling in the "
        "same way.",
        fact=bool(distance[-1] <= 0),
    ),
    shows=show(
        fig,
        alt="Left: the NLL falls from 5762 to below 2600 in one iteration, then slowly to 2295; "
        "iterations 0, 1, 9 and 89 are marked. Right: the distance to the final NLL on a log axis, "
        "with a long plateau from iteration 17 to 40 and a straight line from iteration 60 on.",
    ),
    in_place=True,
)

# %% [markdown] slide="-"
# ### Linear convergence
#
# If each iteration leaves the same fraction $\rho$ of the distance, this is called **linear
# convergence**. It then leaves the same fraction of the change, which can be measured without
# knowing the end:
#
# $$ \rho \approx \frac{\mathrm{change}_{i+1}}{\mathrm{change}_i} . $$
#
# **By hand.** Distances 8, 4, 2, 1 have changes 4, 2, 1, so $\rho = 1/2$.


# %% tags=["nbval-check-output"]
def fraction_left(run):
    """Average over the last ten iterations what one leaves of the distance."""
    changes = np.abs(np.diff(run.negative_log_likelihood))
    return (changes[-1] / changes[-11]) ** (1 / 10)


print(f"Each late iteration leaves {fraction_left(trace):.2f} of the distance.")

# %%
rho = fraction_left(trace)
ask(
    "iterations_for_a_digit",
    "Each iteration leaves 0.66 of the distance. How many iterations does one more decimal digit "
    "of the NLL take, which is a distance ten times as small?",
    number(
        np.log(0.1) / np.log(rho),
        0.6,
        "0.66 to the power of 5.5 is 0.1. If 0.988 is left, it takes 191 iterations.",
        slip(10, "10 would be right for a fraction of 0.79. Solve 0.66^n = 0.1."),
        slip(2.9, "You divided 1 by 0.34, as if each iteration took the same *amount*."),
        too_small="Solve 0.66^n = 0.1: n is log 0.1 divided by log 0.66.",
        too_large="Solve 0.66^n = 0.1: n is log 0.1 divided by log 0.66.",
    ),
)

# %% [markdown] slide="subslide" shown="1"
# What makes the fraction large? Look at three data sets, each with three groups.
#
# ("course" is the ancestral sample of chapter 1.)

# %% folded=true slide="-"
# Three data sets, and a run on each
NAMES = ("well separated", "course", "overlapping")
sets = {name: gmm.load_dataset(name).X for name in NAMES}
starts = {name: gmm.kmeans_plus_plus_start(points, 3, 1) for name, points in sets.items()}
speed = {name: gmm.fit(sets[name], starts[name], reg_covar=0, max_iter=9999) for name in NAMES}

fig, panels = new_figure(3, height=3.0)
for ax, (name, run) in zip(panels, speed.items(), strict=True):
    draw_mixture(ax, run.X, run.params[-1], name)
    ax.get_legend().remove()
show(
    fig,
    alt="Three data sets with their final ellipses: far apart on the left, touching in the middle, "
    "on top of each other on the right.",
)

# %% slide="-"
fig, ax = new_figure(height=3.6)
for k, (name, run) in enumerate(speed.items()):
    plot_distance(ax, run)
    ax.lines[-1].set(color=COLORS[k], label=name)
_ = ax.legend()
n_overlapping = speed["overlapping"].n_iter
predict(
    "iterations_if_groups_overlap",
    f'"well separated" takes {speed["well separated"].n_iter} iterations, and "course" '
    f'{speed["course"].n_iter}. And "overlapping"?',
    wrong(
        "fewer than 5",
        "That is for groups far apart. Where samples could belong to several components, each step "
        "is tiny.",
        fact=n_overlapping < 5,
    ),
    wrong(
        "about 100",
        "If the groups overlap, most responsibilities are in doubt, and each M-step changes the "
        "responsibilities only a little: it takes much longer.",
        fact=50 < n_overlapping < 200,
    ),
    right(
        "about 1000",
        f"{n_overlapping} iterations. Each leaves {fraction_left(speed['overlapping']):.3f} of the "
        f'distance, and on "course" {fraction_left(speed["course"]):.2f}.',
        fact=800 < n_overlapping < 1300,
    ),
    wrong(
        "it never converges",
        "It does; EM always gets closer. It is only slow.",
        fact=not speed["overlapping"].converged,
    ),
    shows=show(
        fig,
        alt="Distance to the final NLL by iteration, on a log axis, for three data sets: a drop "
        "within 5 iterations, a steep line to iteration 81, and a slow fall that takes more than "
        "1000.",
    ),
    in_place=True,
)

# %% tags=["nbval-check-output"]
for name, run in speed.items():
    print(f"{name:15s} {run.n_iter:4d} iterations", end=", ")
    measured = run.n_iter > 10
    print(f"leaving {fraction_left(run):.3f}" if measured else "too few to measure")

# %% [markdown]
# <details><summary>Why: the fraction is the information that is missing</summary>
#
# The more the components overlap, the less the samples tell about their labels, and the slower
# EM is.
#
# Near the optimum $\theta^*$ an iteration maps $\theta$ to
# $M(\theta) \approx \theta^* + J (\theta - \theta^*)$. The matrix $J$ says how much of the
# information about $\theta$ is lost because the labels are hidden (Dempster, Laird and Rubin).
# Its largest eigenvalue $\lambda$ is what an iteration leaves of the distance of the *parameters*.
# The NLL is flat at its minimum, so its distance goes with the square: $\rho = \lambda^2$. For
# the original data $\lambda = 0.81$ and $\rho = 0.66$.
#
# </details>
#
# ### When the iterations run out
#
# By default `gmm.fit` allows 500 iterations. Where they are too few, `converged` is `False`, and
# there is a warning, shown here as text:

# %% tags=["nbval-check-output"]
import textwrap
import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    stopped = gmm.fit(sets["overlapping"], starts["overlapping"], reg_covar=0)
print("converged:", stopped.converged)
print(textwrap.fill(str(caught[0].message), 70))

# %% [markdown] slide="slide" shown="1 2"
# ## 4.7 Does the start matter?
#
# Take 200 starts of the original kind on the same data: means near the origin, seeds 0 to 199. All
# 200 runs converge.

# %%
runs = gmm.fit_many(X, [gmm.identity_start(X, 3, seed) for seed in range(200)])

# %% slide="-"
final = np.array([run.negative_log_likelihood[-1] for run in runs])
good, poor = final < 2300, final > 2360
fig, ax = new_figure(height=3.0)
ax.hist(final, bins=np.arange(2287.5, 2383, 5), color=COLORS[0])
_ = ax.set(xlabel="final negative log-likelihood (nats)", ylabel="number of runs")
predict(
    "ends_of_200_runs",
    "Where do the 200 runs end?",
    wrong(
        "all at the same NLL",
        "Most of them do. But nothing forces EM out of a poorer valley once it is in it.",
        fact=bool(good.all()),
    ),
    right(
        "most at the same NLL, a few much higher",
        f"{good.sum()} runs end near {final[good].mean():.0f}, and {poor.sum()} near "
        f"{final[poor].mean():.0f}.",
        fact=bool(good.sum() > 150 and 0 < poor.sum() == (~good).sum()),
    ),
    wrong(
        "spread evenly over a range",
        "A run ends only at the bottom of a valley, and with three components there are few.",
        fact=bool(np.histogram(final, 10)[0].min() > 0),
    ),
    wrong(
        "each at an NLL of its own",
        "The seed decides which valley a run ends in, but not how deep it is.",
        fact=len(np.unique(final.round(1))) == 200,
    ),
    shows=show(
        fig,
        alt="Histogram of 200 final NLLs: one tall bar at about 2295, and far from it a short one "
        "at about 2370.",
    ),
    in_place=True,
)

# %% [markdown]
# ### A look into the runs
#
# An NLL is only a number. What have the components done?

# %% slide="subslide"
best_and_poorest = {
    f"final NLL {final[i]:.0f}": runs[i].params[-1] for i in (final.argmin(), final.argmax())
}
fig = draw_two(X, best_and_poorest)
middle, left_group, right_group = (data.labels == k for k in range(3))
held = runs[final.argmax()].responsibilities(-1)
wide = held[middle].sum(axis=0).argmax()
predict(
    "what_a_poor_run_did",
    "Data of three clear groups. A run of EM has converged, at an NLL "
    f"{final.max() - final.min():.0f} nats above the best. What have its three components done?",
    wrong(
        "one has no samples left",
        "An empty component would raise an error. Here all three are in use.",
        fact=bool((held.sum(axis=0) < 1).any()),
    ),
    wrong(
        "all three lie on top of each other",
        "That is nearly how they begin, but they do not stay there: the smallest difference grows.",
        fact=bool(np.ptp(runs[final.argmax()].params[-1].means, axis=0).max() < 1),
    ),
    wrong(
        "the same as in a good run, in another order",
        "Another order of the same components has the same NLL, and this one is higher.",
        fact=bool(final.max() - final.min() < 1),
    ),
    right(
        "two divide one group between them, and the third covers two",
        "No small change helps: a component would have to leave its group and cross to another, "
        "and on its way the NLL would rise.",
        fact=bool(
            held[middle, wide].sum() > 180
            and held[right_group, wide].sum() > 180
            and held[left_group, wide].sum() < 20
        ),
    ),
    shows=show(
        fig,
        alt="Left: the best run, one ellipse for each of the three groups. Right: the poorest run, "
        "in which one wide ellipse covers two groups and the third group is covered twice.",
    ),
)

# %% [markdown]
# ### What to do about it
#
# EM goes downhill from where it starts, and ends in the valley it started in: a **local optimum**.
# The cure is simple: start several times, and keep the run with the smallest NLL. That is what
# `gmm.fit_restarts` does, and what `n_init` does in scikit-learn. How many starts are enough? With
# four components there are many valleys:


# %% tags=["nbval-check-output"]
def ends_of(n_init):
    """Fit four components from several starts; return the final NLLs, the smallest first."""
    best, others = gmm.fit_restarts(X, 4, n_init=n_init, seed=0, max_iter=3000)
    return np.array([run.negative_log_likelihood[-1] for run in (best, *others)])


six, sixty = ends_of(6), ends_of(60)
print("6 starts:", six.round(2))

# %%
n_best = int((sixty < sixty[0] + 0.01).sum())
n_ends = len(np.unique(sixty.round(2)))
predict(
    "what_sixty_starts_find",
    f"Six starts with four components have six different ends, from {six[0]:.2f} to {six[-1]:.2f} "
    "nats. What do sixty starts find?",
    wrong(
        f"{six[0]:.2f} again, and nothing better",
        "Six starts with six ends have not seen all valleys. There are deeper ones.",
        fact=bool(sixty[0] > six[0] - 0.01),
    ),
    right(
        "a better end, in a few of the sixty",
        f"{sixty[0]:.2f}, found by {n_best} of 60. And even now nobody knows whether there is a "
        "better one.",
        fact=bool(sixty[0] < six[0] - 1 and n_best < 6),
    ),
    wrong(
        "a better end, in most of the sixty",
        "Then one of the first six would very likely have found it, too.",
        fact=n_best > 30,
    ),
    wrong(
        "sixty different ends",
        f"There are {n_ends}: many starts lie in the same valley.",
        fact=n_ends == 60,
    ),
    in_place=True,
)

# %% [markdown] slide="slide" shown="1 2 3"
# ## 4.8 When a component collapses
#
# The likelihood of a mixture can grow without limit: put one of two components on a single sample
# and let it shrink.
#
# **By hand.** A Gaussian with standard deviation $\sigma$ has density $0.4 / \sigma$ at its mean:
# 0.4, 4, 40 for $\sigma$ = 1, 0.1, 0.01.

# %%
ask(
    "gain_of_a_shrinking_component",
    "In one dimension a component sits on a single sample. How much does the NLL of this sample "
    "fall when its standard deviation shrinks from 1 to 0.001?",
    number(
        np.log(1000),
        0.1,
        "The density grows by a factor of 1000, and log 1000 is 6.9. Each factor of ten brings "
        "2.3 nats more, and there is no end.",
        slip(1000, "That is the factor of the density. The NLL falls by its logarithm."),
        slip(3, "That is the logarithm to base 10. A nat is a unit of the natural logarithm."),
        slip(2.3, "That is one factor of ten. Here there are three."),
        too_small="The density grows by a factor of 1000. Take the natural logarithm.",
        too_large="The density grows by a factor of 1000. Take the natural logarithm.",
        unit="nats",
    ),
)

# %% [markdown] slide="subslide" shown="1"
# This happens without any trick. Fit *five* components, 0 to 4, to the well-separated data, from
# the start "identity" with seed 1 and with nothing added to the covariances:

# %% tags=["nbval-check-output"]
points = sets["well separated"]
five = gmm.identity_start(points, 5, 1)
try:
    gmm.fit(points, five, reg_covar=0)
except gmm.DegenerateComponentError as error:
    print(textwrap.fill(str(error), 70))

# %% folded=true slide="-"
# Component 4 on its way
before = [five]
for _ in range(13):
    before.append(gmm.em_step(points, *before[-1]))
deviations = [np.sqrt(np.linalg.eigvalsh(params.covariances[4])) for params in before]
fig, (left, right_panel) = new_figure(2, height=4.0)
draw_mixture(left, points, before[12], "after iteration 12").set_ylim(-5, 13)
shorter, longer = np.transpose(deviations)
right_panel.semilogy(longer, "--", color=LINE_COLORS[4], label="along its long axis")
right_panel.semilogy(shorter, color=LINE_COLORS[4], label="along its short axis")
right_panel.set(xlabel="iteration", ylabel="standard deviations of component 4")
right_panel.legend(loc="lower left")
right_panel.grid(alpha=0.25)
show(
    fig,
    alt="Left: after iteration 12 component 4 is a thin ellipse away from all groups. "
    "Right: its standard deviations along the two axes, on a log axis; they fall faster and "
    "faster, and the smaller one ends below 0.01.",
)

# %% [markdown]
# Component 4 loses its samples to the others and shrinks around what is left, and in iteration 14
# that is a single sample, which has no spread. The usual cure is a small ridge, `reg_covar`, added
# to the diagonal of every covariance. What will it do here?

# %% slide="subslide"
ridged = gmm.fit(points, five, reg_covar=0.01, max_iter=2000)
smallest = np.sqrt(np.linalg.eigvalsh(ridged.params[-1].covariances[4]))
held_by_it = ridged.params[-1].weights[4] * len(points)
fig, (left, right_panel) = new_figure(2, height=4.0)
draw_mixture(left, points, ridged.params[-1], f"K = 5, after iteration {ridged.n_iter}")
closer = plot_responsibilities(right_panel, points, ridged.responsibilities(-1), size=30)
plot_ellipses(closer, ridged.params[-1])
closer.lines[4].set(markersize=3, markeredgewidth=0)  # it would hide the ellipses
at = ridged.params[-1].means[4]
closer.set(xlim=(at[0] - 1, at[0] + 1), ylim=(at[1] - 1, at[1] + 1), aspect="equal")
closer.set(xlabel="$x_1$", ylabel="$x_2$", title="component 4, enlarged")

predict(
    "what_a_ridge_does",
    "The same run with `reg_covar=0.01`. What becomes of component 4?",
    wrong(
        "it moves to a group and grows",
        "The ridge only keeps a covariance away from zero. It gives no reason to leave the sample.",
        fact=bool(held_by_it > 10),
    ),
    right(
        "it stays on one sample, with standard deviation 0.1",
        "Its own spread is zero, so only the ridge is left: the root of 0.01. The run converges, "
        "but this component describes no group.",
        fact=bool(abs(held_by_it - 1) < 0.1 and np.abs(smallest - 0.1).max() < 0.01),
    ),
    wrong(
        "it collapses a little later",
        "It cannot: no variance is ever below 0.01.",
        fact=not ridged.converged,
    ),
    wrong(
        "its weight becomes zero",
        "It keeps the sample it sits on: no other component explains it as well.",
        fact=bool(held_by_it < 0.5),
    ),
    shows=show(
        fig,
        alt="Left: all samples, three groups with their ellipses, and component 4 on a single "
        "sample above them. Right: the same enlarged, one sample at the centre of two small "
        "circles, with radii 0.1 and 0.2.",
    ),
    in_place=True,
)

# %% [markdown] slide="notes"
# <details><summary>What follows for your fits</summary>
#
# A ridge keeps EM running, but a tiny component with a weight of $1/N$ remains a warning: use fewer
# components, or another start.
#
# </details>
#
# **A good place for a break.** You know what may go wrong, and what to do about it. The last part
# is for playing, for real data, and for looking back.

# %% [markdown] slide="slide" shown="1"
# ## 4.9 Play: other K, other seeds
#
# Move K or the seed, and EM runs again, with *your* steps at work (the functions of 4.5). The last
# slider goes back to earlier iterations of the same run.

# %% folded=true
# A slider over runs of any data, K, seed and start
from functools import cache

SETS = {"original": X} | {name: gmm.load_dataset(name).X for name in gmm.DATASETS}


@cache
def run_of(name, n_components, seed, kind, **steps):
    points = SETS[name]
    begin = gmm.STARTS[kind](points, n_components, seed)
    if (name, n_components, seed, kind) == ("original", 3, 0, "identity"):
        begin = start  # the run of this chapter
    return gmm.fit(points, begin, **steps)


def draw_run(panels, name, n_components, seed, kind, percent):
    """Draw one iteration of a run, and its NLL."""
    left, right = panels
    run = run_of(name, n_components, seed, kind, e_step=own_e_step, m_step=own_m_step)
    shown, values = round(percent / 100 * run.n_iter), run.negative_log_likelihood
    plot_responsibilities(frame(left, run.X), run.X, run.responsibilities(shown))
    plot_ellipses(left, run.params[shown])
    legend_below(left)
    right.set_ylim(values[-1] - 20, values[min(1, run.n_iter)] + 20)
    plot_nll(right, values, marked=[shown])
    ended = "converged" if run.converged else "did not converge"
    return (
        f"{name}, {kind}, K = {n_components}, seed {seed}: {ended} after iteration {run.n_iter}, "
        f"final NLL {values[-1]:.2f}. Shown: iteration {shown}, NLL {values[shown]:.2f}."
    )


SliderFigure(
    draw_run,
    shows="Left: samples in the blend of their responsibilities, and ellipses. Right: the NLL.",
    busy="Running EM ...",
    n_panels=2,
    height=4.0,
    name=dropdown("data", SETS, "original"),
    n_components=integer_slider("K", 1, 8, value=3),
    seed=integer_slider("seed", 0, 19, value=0),
    kind=dropdown("start", gmm.STARTS, "random points"),
    percent=integer_slider("how far (%)", 0, 100, value=100),
)

# %% [markdown] slide="notes"
# The explorer shows the same runs from the inside, half-step by half-step. Click on the picture;
# then → and ← take half a step, the space bar plays, and K and S choose another run (with shift one
# up, without shift one down). The *atlas* is a table of all K and seeds. A line below the pictures
# says whether your steps agree with ours and, if not, where they first differ, as
# `gmm.first_difference` does (4.5).

# %% slide="-"
from gmm_helpers.explorer import EMExplorer

EMExplorer(start="random points", e_step=own_e_step, m_step=own_m_step)

# %% [markdown]
# Things to try:
#
# 1. K = 3, start "identity", seeds 0 to 5: which run gets stuck? And with the start "random
#    points"?
# 2. The start "random responsibilities", seed 0: after how many iterations is it half way
#    down? Why so late?
# 3. The data "unequal sizes" with the start "random points": compare seeds 0 and 1. Which is
#    faster at the end?
# 4. The data "well separated", start "identity", `reg_covar` 0: open the atlas. Which runs with
#    five components break down?
# 5. The data "ring". What can a Gaussian mixture make of it?
#
# <details><summary>Answers</summary>
#
# 1. Seed 2. From "random points" all 20 seeds end at the same NLL, 2295.07.
# 2. After 30 iterations; "random points" takes one. Random responsibilities make all components
#    nearly alike, each close to the mean of all data, and it takes long until they part.
# 3. The same data have two ends. Seed 1 ends at 2779.76, seed 0 at 2809.91, 30 nats higher. There
#    each iteration leaves 0.975 of the distance, and at the better end less than 0.35. The speed
#    belongs to the optimum, not to the data.
# 4. Seeds 1, 3, 7 and 16. The sentence below the table says what went wrong.
# 5. It lays its ellipses along the ring like tiles. The density is not bad; but a component is
#    not a group.
#
# </details>
#
# ## 4.10 Back to Old Faithful
#
# Chapter 1 began with 272 waiting times, which one Gaussian misses and two fit. But are there two
# groups, or three? From one component to two the NLL falls by 61 nats.

# %% folded=true
# Old Faithful, fitted with one, two and three components
faithful = gmm.load_old_faithful()
ours = {K: gmm.fit_restarts(faithful, K, n_init=10, seed=2, max_iter=3000).best for K in (1, 2, 3)}
ends = {K: run.negative_log_likelihood[-1] for K, run in ours.items()}

# %%
gain = ends[2] - ends[3]
predict(
    "old_faithful_with_three",
    f"On {len(faithful)} waiting times at Old Faithful, a second component lowers the NLL by "
    f"{ends[1] - ends[2]:.0f} nats, to {ends[2]:.1f}. What does a third one bring?",
    wrong(
        "another 60 nats",
        "That would be so if there were a third group as clear as the other two. The histogram in "
        "the next picture has two humps.",
        fact=bool(gain > 40),
    ),
    right(
        "about 2 nats",
        f"{gain:.1f} nats, for three more numbers: a weight, a mean and a variance.",
        fact=bool(1.5 < gain < 3),
    ),
    wrong(
        "exactly nothing",
        "A third component can always do something with the bumps that chance has left in the "
        "data.",
        fact=bool(gain < 0.01),
    ),
    wrong(
        "the NLL rises, as two is right",
        "It cannot: a mixture of three includes those of two, with the third weight zero.",
        fact=bool(gain < 0),
    ),
    shows=f"NLL with one, two and three components: {ends[1]:.2f}, {ends[2]:.2f}, {ends[3]:.2f}.",
)

# %% [markdown]
# **Now with yours:** your E-step and your three updates on real data.


# %% folded=true
def draw_waiting_times(ax, run):
    """Draw a histogram of the data, every weighted component, and their sum."""
    bars = {"color": "0.85", "edgecolor": "0.45", "linewidth": 0.6}
    ax.hist(run.X[:, 0], bins=30, density=True, label="data", **bars)
    grid = np.linspace(40, 100, 300)[:, None]
    parts = np.exp(gmm.weighted_log_prob(grid, *run.params[-1]))
    for k, part in enumerate(parts.T):
        ax.plot(grid, part, "--", color=COLORS[k], label=f"component {k}")
    ax.plot(grid, parts.sum(axis=1), color="black", label="their sum")
    ax.set(xlabel="waiting time (minutes)", ylabel="density", ylim=(0, 0.06))
    ax.set_title(f"K = {run.params[-1].n_components}: NLL {run.negative_log_likelihood[-1]:.2f}")
    ax.legend(fontsize=8, loc="upper left")


fig, panels = new_figure(2, height=3.8)
for ax, K in zip(panels, (2, 3), strict=True):
    begin = ours[K].params[0]
    run = gmm.fit(faithful, begin, max_iter=1000, e_step=own_e_step, m_step=own_m_step)
    draw_waiting_times(ax, run)
show(
    fig,
    alt="Histogram of waiting times with two humps. Left: two components, one for each hump. "
    "Right: three; two of them divide the left hump, and the sum changes there a little.",
)

# %% [markdown]
# Two or three groups? The NLL cannot say: more components nearly always make it smaller. Choosing K
# needs new data, or a penalty for the number of parameters (see written question 3, and chapter 6).
# For now you have the question, the picture, and a fit of your own.
#
# ## 4.11 Five questions
#
# The last one is from chapter 3.

# %%
ask(
    "what_converged_means",
    "`converged` is True after a run with tol=1e-6. What do you know?",
    wrong(
        "The NLL is within 1e-6 of its final value.",
        "On the overlapping data each iteration leaves 0.988 of the distance: what is left is "
        "more than 80 times the last change.",
    ),
    wrong(
        "The parameters are those with the smallest NLL there is.",
        "It may be a poorer optimum: all 200 runs of 4.7 converged, and not all ended alike.",
    ),
    wrong(
        "The model fits the data.",
        "EM converges whatever the data are, on a ring as well. Whether the model is good is "
        "another question.",
    ),
    right("The last change of the NLL was below 1e-6.", "Nothing else was looked at."),
)

# %%
ask(
    "what_a_rise_means",
    "Nothing is added to the covariances, and after iteration 7 the NLL is 5 nats higher than "
    "before. What has happened?",
    wrong(
        "EM is crossing a hill to a better optimum.",
        "It never does: no iteration raises the NLL, which is why it gets stuck.",
    ),
    wrong("The tolerance is too small.", "The tolerance decides when to stop, not where to go."),
    right(
        "There is a mistake in a step.",
        "A right iteration never raises the NLL by more than rounding.",
    ),
    wrong(
        "It is a plateau.",
        "On a plateau the NLL falls slowly, but it falls.",
    ),
)

# %%
ask(
    "what_three_iterations_leave",
    "8 nats are left, and each iteration leaves 1/2 of the distance. How many nats are left after "
    "three iterations?",
    number(
        8 * 0.5**3,
        0.01,
        "4, 2, 1: half of what is left, each time.",
        slip(6.5, "You took away 1/2 *nat* each time. It is half of what is left."),
        slip(4, "That is after one iteration."),
        slip(2, "That is after two iterations."),
        too_small="Half of 8, half of that, and half again.",
        too_large="Half of 8, half of that, and half again.",
        unit="nats",
    ),
)

# %%
ask(
    "what_helps_a_stuck_run",
    "A run has converged to an NLL of 2370, and others end at 2295. Which of these may help?",
    right("another seed", "Another start may lie in another valley."),
    right("another kind of start", 'From "random points" all 20 seeds end at 2295.'),
    wrong("a smaller tolerance", "The run would get closer to the bottom of the same valley."),
    wrong("more iterations", "It has converged: more iterations change next to nothing."),
    several=True,
)

# %%
first = gmm.em_step(X, *start)
same = bool(np.allclose(first.weights @ first.means, X.mean(axis=0)))
ask(
    "recall_mean_of_the_mixture",
    "From chapter 3. What is the sum of pi_k mu_k over k after *every* M-step, even a poor one?",
    right(
        "the mean of the data",
        "Every sample is counted exactly once, whatever the responsibilities are.",
        fact=same,
    ),
    wrong(
        "the mean of the model that drew the data",
        "EM never sees that model. It has the data only.",
        fact=bool(
            np.allclose(first.weights @ first.means, data.params.weights @ data.params.means)
        ),
    ),
    wrong(
        "the plain average of the K means",
        "That is so if all weights are equal.",
        fact=bool(np.allclose(first.weights @ first.means, first.means.mean(axis=0))),
    ),
    wrong(
        "something that changes until EM converges",
        "Means and weights change, but this sum does not.",
        fact=not same,
    ),
)

# %% [markdown]
# ## 4.12 Written questions
#
# **Question 1 (2 points).** In the original run the NLL changes by 0.4 to 0.5 nats in each of
# the iterations 18 to 30. With `tol=0.5` EM stops there, after iteration 18. What is wrong
# with the result, and how could you have noticed?

# %% [markdown] question="question_plateau" points=2
# It is a plateau: two components still divide two groups between them (the NLL is 63 nats above
# the final one), and later EM moves on. A small change says that the last step was short, not
# that the end is near. A smaller `tol`, the picture of the components, or other starts with a
# clearly smaller NLL would have shown it.

# %% [markdown]
# **Question 2 (2 points).** Out of ten runs with K = 3, nine end at an NLL of 2295 and one at
# 2370. Which do you report, and what do the nine tell you that a single run could not?

# %% [markdown] question="question_restarts" points=2
# The run with the smallest NLL, 2295: on the same data with the same K a smaller NLL is a
# better fit. That nine different starts agree suggests that this is the global optimum, and
# not merely one of many valleys. It is not a proof.

# %% [markdown]
# **Question 3 (2 points).** With more components the final NLL nearly always falls. Why is
# that not a reason to choose the largest K?

# %% [markdown] question="question_more_components" points=2
# Mixtures with more components include those with fewer (give one component weight zero, or
# split one in two), so the best NLL can't be higher: it falls even if the new component only
# fits chance features of this data set. In the extreme, every sample would have its own component.
# To choose K we need the NLL on *new* data, or a criterion that penalises the number of
# parameters, such as BIC.

# %% [markdown]
# ## Where you stand
#
# The exercises and questions of this chapter, as of now.

# %%
progress()

# %% [markdown] slide="slide" shown="1 2 4"
# ## Summary
#
# You can run EM to its end, and say from its NLL how fast it is and whether to trust the end. You
# can tell a plateau, a poor optimum and a collapse apart, and know what helps against each. And you
# have built EM for Gaussian mixtures, step by step, and fitted real data with it.
#
# Go on playing in the [explorer](explorer.ipynb), with other data, or your own.
#
# **Next:** [`05_why_em_works`](05_why_em_works.ipynb) shows why no iteration raises the NLL.
#
# **Further reading**
#
# - *Mathematics for Machine Learning*, section 11.3 (the algorithm, with this example).
# - C. M. Bishop, *Pattern Recognition and Machine Learning*, sections 9.2.2 and 9.4.
# - A. P. Dempster, N. M. Laird, D. B. Rubin, *Maximum likelihood from incomplete data via the
#   EM algorithm*, 1977.
# - L. Xu, M. I. Jordan, *On convergence properties of the EM algorithm for Gaussian
#   mixtures*, 1996: why linear, and how fast.
