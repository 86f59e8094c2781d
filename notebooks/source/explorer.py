# %% [markdown]
# # The EM explorer
#
# **What you will do.** Watch EM think: one half-step at a time, forwards and backwards, from any
# start, on any of the course's data sets, and on your own.
#
# **What you will learn**
#
# - what the E-step changes, what the M-step changes, and what each leaves alone;
# - why the result depends on the start, and how a run that went wrong looks;
# - why EM goes downhill: it lowers a bound that touches the NLL after every E-step.
#
# **What you need.** Chapters 1 to 4 for the names; nothing to complete. In front of a class, press
# *Large type* or *Full screen* below the picture. `make demo` shows this page without code.

# %%
from gmm_helpers.explorer import EMExplorer

EMExplorer()

# %% [markdown]
# Click into the picture; then the keys work: **→ ←** half a step, **space** to play, **Home** and
# **End**, **K / k** one component more or fewer, **S / s** the next or the previous seed.
#
# ## Things to try
#
# 1. **One iteration.** From the start press → twice. The E-step changes colours, and nothing else;
#    the M-step changes ellipses, and nothing else.
# 2. **The plateau.** Go on to iteration 20. Between 18 and 30 the NLL hardly changes. What does
#    the picture do?
# 3. **The bound.** Switch on *bound* and *zoom in*. After an E-step the bound touches the NLL;
#    after an M-step it lies above it, by the KL divergence between the old responsibilities and
#    those that would be right now. Each M-step lowers the bound, so the NLL under it falls.
# 4. **Seeds.** Choose the start *random points* and press S a few times. Open the *Atlas*: each
#    cell is a run, and the sentence below it says which components share a group.
# 5. **All means equal.** Choose that start. Why does nothing change after the first iteration?
# 6. **Collapse.** Take K = 8 and `reg_covar` 0, and go through the seeds.
# 7. **Your own start.** Drag a mean to where EM cannot recover from, if you find such a place.
# 8. **Your own data.** Choose *own points* as data, and click them into the picture.
#
# ## Your own code
#
# The explorer runs any E-step and M-step. This E-step forgets the weights; find the half-step at
# which the NLL rises. Put your functions from chapters 2 and 3 in its place.

# %%
import numpy as np

import gmm_helpers as gmm


def my_e_step(X, weights, means, covariances):
    """Responsibilities, but as if all weights were equal."""
    equal = np.full(len(weights), 1 / len(weights))
    return gmm.e_step(X, equal, means, covariances)


EMExplorer("course", seed=1, start="random points", e_step=my_e_step, show=("ellipses", "zoom"))

# %% [markdown]
# ## To take away
#
# `save_html` writes one file with the runs of a whole table of K and seeds. It needs no Python and
# no network: put it on the page of your course.
#
#     EMExplorer().save_html("em.html")
