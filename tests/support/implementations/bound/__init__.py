"""Ways to write the exercises on the bound, one module for each."""

from . import elbo, entropy, expected_log_joint  # noqa: F401  (importing fills the banks)
