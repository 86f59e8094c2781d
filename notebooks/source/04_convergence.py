# %% [markdown]
# # 4. Convergence: EM from start to end
#
# **What you will do.** Put the E-step and the M-step into a loop, decide when to stop, and
# watch EM run from many different starts.
#
# **What you will learn**
#
# - the EM loop and its stopping rule;
# - how fast EM converges, and how to read that off a picture;
# - why the result depends on the start, and what to do about it;
# - what it looks like when EM does not converge, or breaks down.
#
# **What you need.** Chapters 2 and 3. About 90 minutes. Three exercises, 11 points, and three
# written questions, 6 points.

# %%
from functools import cache

import numpy as np

import gmm_helpers as gmm
from gmm_helpers.checks import check, hint, progress
from gmm_helpers.drawing import (
    COLORS,
    SliderFigure,
    dropdown,
    frame,
    integer_slider,
    legend_below,
    new_figure,
    plot_data,
    plot_ellipses,
    plot_mean_paths,
    plot_nll,
    plot_nll_gap,
    plot_responsibilities,
    show,
)

data = gmm.course_original()
X, start = data.X, data.start

# %% [markdown]
# ## 4.1 When to stop
#
# One **iteration** is an E-step followed by an M-step. Each iteration can only lower the
# negative log-likelihood (NLL), never raise it (for the proof, see Bishop's book *PRML*, section
# 9.4). It is bounded below, unless a component collapses (see 4.12). So its changes become small,
# and we stop when the last change is smaller than a tolerance `tol`:
#
# $$ |\mathrm{NLL}_{\text{new}} - \mathrm{NLL}_{\text{old}}| < \texttt{tol} . $$
#
# The absolute value matters: an NLL that has fallen by 5 has changed by $-5$, which is less
# than any tolerance; and at the very end rounding may even let it rise very slightly.
#
# **By hand.** With `tol=0.5` and NLLs 10, 8, 7.6 the changes are 2 and 0.4, so EM has converged
# after iteration 2: yes for `[10, 8, 7.6]`, no for `[10, 8]`.
#
# ### Exercise 1: `has_converged` (2 points)
#
# - **In:** `nll_history`, a list or array with the NLL of the start and of each iteration so
#   far; `tol`.
# - **Out:** `True` if the last change is smaller than `tol`, otherwise `False`. If the history
#   holds only the start, nothing has changed yet: `False`.


# %% exercise="has_converged"
def has_converged(nll_history, tol):
    """Say whether the last change of the NLL is smaller than tol."""
    ### BEGIN SOLUTION
    return len(nll_history) > 1 and abs(nll_history[-1] - nll_history[-2]) < tol
    ### END SOLUTION


# %% check="has_converged"
check(has_converged)

# %% [markdown]
# ## 4.2 One iteration
#
# You have already written all the parts: the E-step in chapter 2 and the three updates in
# chapter 3. One iteration uses each of them once, and the order matters.
#
# **By hand.** Three samples 0, 2, 4, one component with mean 5 and variance 1. E-step: with one
# component every responsibility is 1. M-step: weight 1, mean 2, and the variance around the
# *new* mean, $(4 + 0 + 4) / 3 = 2.667$. (Around the old mean it would be 11.667.)
#
# ### Exercise 2: `em_step` (3 points)
#
# - **In:** `X`, `weights`, `means`, `covariances`.
# - **Out:** the new `weights, means, covariances`, in this order.
#
# Helpers: `gmm.e_step(X, weights, means, covariances)`, `gmm.update_weights(responsibilities)`,
# `gmm.update_means(X, responsibilities)` and
# `gmm.update_covariances(X, responsibilities, means)`.


# %% exercise="em_step"
def em_step(X, weights, means, covariances):
    """Run one E-step and one M-step; return weights, means and covariances."""
    ### BEGIN SOLUTION
    responsibilities = gmm.e_step(X, weights, means, covariances)
    new_means = gmm.update_means(X, responsibilities)
    new_covariances = gmm.update_covariances(X, responsibilities, new_means)
    return gmm.update_weights(responsibilities), new_means, new_covariances
    ### END SOLUTION


# %% check="em_step"
check(em_step)

# %% [markdown]
# ## 4.3 The loop
#
# 1. Compute the NLL of the start; it is entry 0 of the history.
# 2. Repeat, at most `max_iter` times: one iteration, then the NLL of the *new* parameters,
#    appended to the history. Stop if it has converged.
#
# **By hand.** With `tol=0.5` and NLLs 10, 8, 7.6, 7.5, ... the loop stops after iteration 2. The
# history has three entries, `[10, 8, 7.6]`, and the parameters returned are those with NLL 7.6.
#
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


# %% exercise="fit_em"
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


# %% check="fit_em"
check(fit_em)

# %% [markdown]
# ## 4.4 The original run
#
# From here on we use the helper `gmm.fit`, which runs the same loop. It returns a **trace**:
# the parameters and the NLL after every iteration. `reg_covar=0` means that nothing is added
# to the covariances.

# %% tags=["nbval-check-output"]
trace = gmm.fit(X, start, tol=1e-6, reg_covar=0)
print("Converged after iteration", trace.n_iter)
print("NLL from", trace.negative_log_likelihood[0].round(6), end=" ")
print("to", trace.negative_log_likelihood[-1].round(6))
print("weights:", trace.params[-1].weights.round(8))

# %% [markdown]
# You can look at any iteration. The crosses are the starting means; the lines show the paths
# the means have taken. Things to look for:
#
# - The first iteration brings the NLL down nine tenths of the way, from 5762 to 2584, and yet the
#   picture is still far from its final state.
# - In each of the iterations 18 to 30 the NLL changes by less than half a nat, and no mean moves by
#   more than 0.1. It looks like the end. And yet, after iteration 18, 63 nats are still to
#   come, and one mean has more than 2 units to go: it is a plateau.

# %%
nll = trace.negative_log_likelihood


def draw_iteration(panels, iteration):
    left, right = panels
    plot_responsibilities(frame(left, X), X, trace.responsibilities(iteration))
    plot_mean_paths(left, trace, iteration)
    plot_ellipses(left, trace.params[iteration])
    legend_below(left)
    right.set_ylim(2280, 2620)  # the start is at 5762, far above
    plot_nll(right, nll, marked=[iteration])
    return f"Iteration {iteration} of {trace.n_iter}: NLL {nll[iteration]:.4f}."


SliderFigure(
    draw_iteration,
    shows="Left: samples, ellipses and the paths of the means. Right: the NLL by iteration.",
    n_panels=2,
    height=4.0,
    iteration=integer_slider("iteration", 0, trace.n_iter, value=9),
)

# %% [markdown]
# ## 4.5 How fast?
#
# On the left is the NLL, with iterations 0, 1, 9 and the last one marked. It looks as if
# everything is over after a few iterations. On the right is the *distance to the final NLL*,
# on a log axis: a staircase of plateaus and drops, then a long straight line.
#
# A straight line on a log axis means that every iteration removes the same *fraction* of what is
# left: **linear convergence**. The slope is the logarithm of the fraction that remains. (At the
# very end the line bends down, because we measure the distance to the last iteration and not
# to the limit itself.)

# %%
fig, (left, right) = new_figure(2, height=3.6)
plot_nll(left, nll, marked=[0, 1, 9, trace.n_iter])
plot_nll_gap(right, nll)
show(
    fig,
    alt="Left: the NLL falls from 5762 to below 2600 in one iteration, then slowly to 2295; "
    "iterations 0, 1, 9 and 89 are marked. Right: the distance to the final NLL on a log axis, "
    "with a long plateau from iteration 17 to 40 and a straight line from iteration 60 on.",
)

# %% tags=["nbval-check-output"]
gap = nll[:-1] - nll[-1]
remaining = (gap[80] / gap[60]) ** (1 / 20)
print(f"Each late iteration leaves {remaining:.0%} of the distance that was left before it.")

# %% [markdown]
# The more the components overlap, the less the data tell us about the labels, and the slower
# EM is. Here are three data sets, with eight runs each:

# %% tags=["nbval-check-output"]
for name in ("well separated", "course", "overlapping"):
    points = gmm.load_dataset(name).X
    starts = [gmm.random_points_start(points, 3, seed) for seed in range(8)]
    n_iters = [gmm.fit(points, begin, max_iter=2000).n_iter for begin in starts]
    print(f"{name:15s} {min(n_iters):4d} to {max(n_iters):4d} iterations")

# %% [markdown]
# ## 4.6 Other K, other seeds
#
# Change K or the seed: EM runs again, with its means starting on randomly chosen samples (or
# from another kind of start), and the final mixture appears next to the NLL curve. The last
# slider takes you back to earlier iterations of the same run. Things to try:
#
# - Set K = 3 and try one seed after another: all 20 end at the same NLL, 2295.07. Then choose the
#   start "identity" with seeds 0 to 5, and find the run that got stuck.
# - Which K gives the smallest NLL? Would you call it the best model?
# - Try the start "random responsibilities" with seed 0. It takes 30 iterations to get half of the
#   way down; "random points" takes one. Why does it leave its first NLL so slowly?
# - Try the data set "ring". What can a Gaussian mixture make of it?
#
# The slider, and the explorer in 4.8, can run *your* E-step and M-step. They are in other
# notebooks, so paste them into the next cell: `e_step` from chapter 2, and the three updates from
# chapter 3.
# Then delete the `#` signs, and run this cell and those that follow. If you change something there
# later, run that cell again; the slider runs your new code at its next move.

# %%
own_e_step, own_m_step = gmm.e_step, gmm.m_step

# Paste e_step, update_weights, update_means and update_covariances here.

# def m_step(X, responsibilities):
#     means = update_means(X, responsibilities)
#     covariances = update_covariances(X, responsibilities, means)
#     return update_weights(responsibilities), means, covariances

# own_e_step, own_m_step = e_step, m_step

# %%
DATA = {"original": X} | {name: gmm.load_dataset(name).X for name in gmm.DATASETS}


@cache
def run(name, n_components, seed, kind, **steps):
    points = DATA[name]
    begin = gmm.STARTS[kind](points, n_components, seed)
    if (name, n_components, seed, kind) == ("original", 3, 0, "identity"):
        begin = start  # the run of 4.4
    return gmm.fit(points, begin, **steps)


def draw_run(panels, name, n_components, seed, kind, percent):
    left, right = panels
    result = run(name, n_components, seed, kind, e_step=own_e_step, m_step=own_m_step)
    shown = round(percent / 100 * result.n_iter)
    points, values = result.X, result.negative_log_likelihood
    plot_responsibilities(frame(left, points), points, result.responsibilities(shown))
    plot_ellipses(left, result.params[shown])
    legend_below(left)
    right.set_ylim(values[-1] - 20, values[min(1, result.n_iter)] + 20)
    plot_nll(right, values, marked=[shown])
    ended = "converged" if result.converged else "did not converge"
    return (
        f"{name}, {kind}, K = {n_components}, seed {seed}: {ended} after iteration "
        f"{result.n_iter}, final NLL {values[-1]:.2f}. Shown: iteration {shown}, "
        f"NLL {values[shown]:.2f}."
    )


SliderFigure(
    draw_run,
    shows="Left: samples in the blend of their responsibilities, and ellipses. Right: the NLL.",
    busy="Running EM ...",
    n_panels=2,
    height=4.0,
    name=dropdown("data", DATA, "original"),
    n_components=integer_slider("K", 1, 8, value=3),
    seed=integer_slider("seed", 0, 19, value=0),
    kind=dropdown("start", gmm.STARTS, "random points"),
    percent=integer_slider("how far (%)", 0, 100, value=100),
)

# %% [markdown]
# ## 4.7 Your own code under the slider
#
# The next slider runs *your* `fit_em` from this chapter on the original data, for as many
# iterations as you choose, next to the helper. If your function is right, the two curves
# coincide. If it is not, you can see where they part. (If you have not written it yet, the
# slider says so.)

# %%
N_WATCHED = 40


def watch_fit_em(panels, iteration):
    left, right = panels
    plot_nll(right, nll[: N_WATCHED + 1])
    right.lines[0].set_label("the helper")
    right.set_ylim(2280, 2620)
    copies = [part.copy() for part in (X, *start)]  # in case your function changes them
    returned = fit_em(*copies, 1e-6, iteration)
    if not isinstance(returned, (tuple, list)) or len(returned) != 4:
        raise ValueError("fit_em must return weights, means, covariances, nll_history.")
    weights, means, covariances, history = returned
    history = np.asarray(history, dtype=float)
    if history.ndim != 1 or not len(history):
        raise ValueError("fit_em's history must be a list that begins with the NLL of the start.")
    right.plot(range(len(history)), history, "--", color="black", label="your fit_em")
    right.legend()
    own = gmm.GMMParams(*map(np.asarray, (weights, means, covariances)))
    plot_responsibilities(frame(left, X), X, gmm.e_step(X, *own))
    plot_ellipses(left, own)
    legend_below(left)
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
# ## 4.8 One run, half-step by half-step
#
# The explorer shows the same runs from the inside: E and M separately, forwards and backwards.
# Click on the picture; then → and ← take half a step, the space bar plays, and K and S choose
# another run (with shift one up, without shift one down). The *atlas* is a table of all K and
# seeds: open it with the start "identity", and look for runs that are marked. The
# sentence below the table says what went wrong.
#
# It runs your own E-step and M-step, too, if you pasted them into the cell in 4.6. If your code
# raises an error or lets the NLL rise, the explorer shows you at which half-step. It keeps the
# functions that it was given: if you change them, run the next cell again.

# %%
from gmm_helpers.explorer import EMExplorer

EMExplorer(e_step=own_e_step, m_step=own_m_step)

# %% [markdown]
# ## 4.9 Local optima
#
# EM goes downhill from where it starts, and ends in the valley it started in. Here are 200
# runs on the same data, with the original kind of start (means near the origin) and seeds 0 to
# 199:

# %%
runs = [gmm.fit(X, gmm.identity_start(X, 3, seed)) for seed in range(200)]
final = np.array([result.negative_log_likelihood[-1] for result in runs])

fig, ax = new_figure(height=3.2)
ax.hist(final, bins=np.arange(2287.5, 2383, 5), color=COLORS[0])
ax.set(xlabel="final negative log-likelihood (nats)", ylabel="number of runs")
show(
    fig,
    alt="Histogram of 200 final NLLs: one tall bar at about 2295, and far from it a short one "
    "at about 2370.",
)

# %% tags=["nbval-check-output"]
good, poor = final < 2300, final > 2360
print(f"{good.sum()} runs end near {final[good].mean():.0f}, {poor.sum()}", end=" ")
print(f"near {final[poor].mean():.0f}.")

# %% [markdown]
# All of them have converged. What happened in the poor runs? Two components divide one group
# between them, and the third has to cover the other two groups:

# %%
fig, panels = new_figure(2, height=4.0)
for ax, result in zip(panels, (runs[final.argmin()], runs[final.argmax()]), strict=True):
    plot_responsibilities(frame(ax, X), X, result.responsibilities(-1))
    plot_ellipses(ax, result.params[-1])
    ax.set_title(f"final NLL {result.negative_log_likelihood[-1]:.0f}")
legend_below(panels[0])
show(
    fig,
    alt="Left: the best run, one ellipse for each of the three groups. Right: the poorest run, in "
    "which one wide ellipse covers two groups and the third group is covered twice.",
)

# %% [markdown]
# The cure is simple: start several times, and keep the run with the smallest NLL. That is what
# `gmm.fit_restarts` does, and what `n_init` does in scikit-learn. How often is often enough? With
# four components there are many valleys:

# %% tags=["nbval-check-output"]
for n_init in (6, 60):
    best, others = gmm.fit_restarts(X, 4, n_init=n_init, seed=0, max_iter=3000)
    ends = np.array([run.negative_log_likelihood[-1] for run in (best, *others)])
    n_best = (ends < ends[0] + 0.01).sum()
    print(f"{n_init:2d} starts: best NLL {ends[0]:.2f} (found by {n_best}), worst {ends[-1]:.2f}")

# %% [markdown]
# Six starts may look like enough, but only 3 of 60 find the best valley, and none of those six
# did. And even after 60 starts nobody knows whether there is a better one.
#
# ## 4.10 Truth against fit
#
# EM numbers its components in no particular order. To compare a fit with the mixture of chapter 1,
# we must first match the components. `gmm.match_components` finds the pairing in which the two
# mixtures differ least. We do this for the original data set and for an ancestral one (chapter
# 1).

# %% tags=["nbval-check-output"]
model = gmm.course_params()
samples = {"original": X, "ancestral": gmm.load_dataset("course").X}
matched = {}
for name, points in samples.items():
    fitted = gmm.fit_restarts(points, 3, n_init=5, seed=0).best.params[-1]
    matched[name] = fitted.permuted(gmm.match_components(fitted, model))
    distances = np.linalg.norm(matched[name].means - model.means, axis=1)
    print(f"{name:9s} weights {matched[name].weights.round(2)}, of the model {model.weights}")
    print(f"{'':9s} distances of the means from those of the model {distances.round(2)}")

# %%
fig, panels = new_figure(2, height=4.0)
for ax, (name, points) in zip(panels, samples.items(), strict=True):
    plot_data(frame(ax, points), points)
    plot_ellipses(ax, model, linestyle="--", colors=["black"], label="model {k}")
    plot_ellipses(ax, matched[name], label="fit {k}")
    ax.set_title(f"{name} data")
legend_below(panels[0])
show(
    fig,
    alt="Fitted ellipses, coloured, over those of the model, dashed black, for two data sets. "
    "On the left they nearly coincide; in the middle and on the right they are a little off.",
)

# %% [markdown]
# In both data sets EM finds the ellipses, but not exactly. The group on the left stands alone, and
# its mean is about as close as chance allows. The other two overlap: which sample belongs to which
# is a guess, and in the original data one mean is off by 0.48. If we knew the labels, a distance
# of 0.14 would be usual for it.
#
# The weights are another matter. Only the ancestral data give weights near 0.3, 0.2, 0.5, because
# only they were *drawn* with them. With equal counts EM finds about 1/3 each, as it should.
#
# ## 4.11 When EM does not converge
#
# EM keeps getting closer, but it may need more iterations than it is allowed. `gmm.fit` then
# says so: `converged` is `False`, and there is a warning, shown here as text:

# %% tags=["nbval-check-output"]
import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    stopped = gmm.fit(X, start, max_iter=20)
print("converged:", stopped.converged)
print(caught[0].message)

# %% [markdown]
# Compare that trace with the full one. At iteration 20 we are on a plateau: the NLL changes
# slowly, and the picture is far from the final one. A small change does not mean that the end
# is near.

# %%
fig, panels = new_figure(2, height=4.0)
for ax, result in zip(panels, (stopped, trace), strict=True):
    plot_responsibilities(frame(ax, X), X, result.responsibilities(-1))
    plot_ellipses(ax, result.params[-1])
    ax.set_title(f"iteration {result.n_iter}: NLL {result.negative_log_likelihood[-1]:.1f}")
legend_below(panels[0])
show(
    fig,
    alt="Left: stopped at iteration 20, two components overlap widely and divide two groups "
    "between them. Right: iteration 89, one component for each group.",
)

# %% [markdown]
# ## 4.12 When EM breaks down
#
# The likelihood of a mixture with two or more components has no upper bound: put one of them on a
# single sample and let it shrink, and the density there grows without limit. In practice a
# component that has gathered copies of a single value **collapses**. The helper stops with a
# message that names the component:

# %% tags=["nbval-check-output"]
copies = np.vstack([X[:40], np.tile([[8.0, 8.0]], (5, 1))])  # five copies of one sample
means = np.array([[0.0, 0.0], [8.0, 8.0]])
near_the_copies = gmm.GMMParams(np.full(2, 0.5), means, np.tile(np.eye(2), (2, 1, 1)))
try:
    gmm.fit(copies, near_the_copies, reg_covar=0)
except gmm.DegenerateComponentError as error:
    print(error)

# %% [markdown]
# The usual cure is a small ridge, `reg_covar`, added to the diagonal of every covariance, so
# that none can shrink to nothing:

# %% tags=["nbval-check-output"]
ridged = gmm.fit(copies, near_the_copies, reg_covar=1e-3)
print("converged:", ridged.converged)
print("covariance on the copies:\n", ridged.params[-1].covariances[1].round(6))

# %% [markdown]
# ## 4.13 Written questions
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
# The exercises of this chapter, as of your last check.

# %%
progress()

# %% [markdown]
# ## Summary
#
# - EM repeats the E-step and the M-step until the NLL changes by less than `tol`.
# - It converges linearly, often after plateaus. A small change need not be the end.
# - Different starts may end in different optima: restart, and keep the run with the smallest NLL.
# - Components can collapse; `reg_covar` keeps their covariances from shrinking to nothing.
#
# You have now built EM for Gaussian mixtures, every line of it.
#
# **Further reading**
#
# - *Mathematics for Machine Learning*, section 11.3 (the algorithm, with this example).
# - C. M. Bishop, *Pattern Recognition and Machine Learning*, sections 9.2.2 and 9.4.
# - A. P. Dempster, N. M. Laird, D. B. Rubin, *Maximum likelihood from incomplete data via the
#   EM algorithm*, 1977.
# - L. Xu, M. I. Jordan, *On convergence properties of the EM algorithm for Gaussian
#   mixtures*, 1996: why linear, and how fast.
