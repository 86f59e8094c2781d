# %% [markdown]
# # The EM explorer
#
# **What you will do.** Watch EM think, one half-step at a time, forwards and backwards, from
# any start, on any of the course's data sets or on your own.
#
# **What you will learn**
#
# - what the E-step changes, what the M-step changes, and what each leaves alone;
# - why the result depends on the start, and what a run that went wrong looks like;
# - why EM goes downhill: it lowers a bound that touches the NLL after every E-step.
#
# **What you need.** Chapters 1 to 4 for the terms, and chapter 5 for the bound; there is nothing to
# complete. In front of a class, press *Present*: the pictures fill the screen.

# %%
from gmm_helpers.explorer import EMExplorer

EMExplorer()

# %% [markdown]
# Click on the picture; then the keys work: **→ ←** take half a step, **space** plays, **Home**
# and **End** go to the start and the end, **K / k** add or remove a component, **S / s** go to
# the next or the previous seed, **p** presents.
#
# ## Things to try
#
# Begin with the data *original*, K = 3, seed 0 and the start *identity*.
#
# 1. **One iteration.** From the start, press → twice. The E-step changes the colours, and
#    nothing else; the M-step changes the ellipses, and nothing else.
# 2. **The plateau.** Go on to iteration 20. Between 18 and 30 the NLL falls by less than half a nat
#    per iteration. How far is it from its final value, and what does the picture do?
# 3. **The bound.** Switch on *bound* and *zoom in*. After an E-step the bound touches the NLL;
#    after an M-step it lies above it, by the KL divergence between the old responsibilities
#    and the ones that are right for the new parameters. Each M-step lowers the bound, so the
#    NLL under it falls.
# 4. **Slow motion.** Tick *slow motion*, and press →: each line of the algorithm lights up as it is
#    executed. Point at a sample, or press `.`, to see how the components share it.
# 5. **Seeds.** Go to seed 2: that run ends at an NLL of 2370, the others of the first ten at 2295.
#    Open the *Atlas*: each cell is a run, and the sentence below it says what went wrong.
# 6. **All means equal.** Choose that start. Why does nothing change after the first iteration?
# 7. **Collapse.** Choose the start *identity*, `reg_covar` 0, K = 5 and seed 8. In iteration 34 a
#    component breaks down. How many samples did it hold? What does `reg_covar` 1e-6 do about it?
# 8. **Your own start.** Drag a mean to a place from which EM cannot recover, if you can find
#    one. *Where may a mean start?* draws the map of all these places.
# 9. **Your own data.** Choose *own points* as the data, and click in the picture to add them. Or
#    open *Your own data*, and paste a table.
#
# The list *Stories* leads to nine runs worth seeing, and asks you first what will happen. To show
# one to somebody, *Share* makes a picture or a film of what you see, and the line of Python that
# leads there.
#
# ## Your own code
#
# The explorer runs any E-step and M-step. This E-step forgets the weights; find the half-steps at
# which the NLL rises. To see your own functions, paste them from chapters 2 and 3 into the cell. If
# you change them, run the cell again.

# %%
import numpy as np

import gmm_helpers as gmm


def my_e_step(X, weights, means, covariances):
    """Responsibilities, but as if all weights were equal."""
    equal = np.full(len(weights), 1 / len(weights))
    return gmm.e_step(X, equal, means, covariances)


EMExplorer("course", seed=1, start="random points", e_step=my_e_step, show=("ellipses", "zoom"))

# %% [markdown]
# ## To take home
#
# `save_html` writes the whole explorer, with this text, as a single file. It needs no Python and
# no network: put it on your course page. Its address says what is chosen, so that a link leads
# to a run. `make demo` shows this page without code.
#
#     EMExplorer().save_html("em.html")
