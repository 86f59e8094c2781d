"""What the helpers say."""

from .....model.conversion import SENTENCE, NotNumbers

__all__ = ["HELPERS"]

_NOT_NUMBERS = [
    SENTENCE.format(name="{name}", what=kind.value[0], where=where, advice=kind.value[1])
    for kind in NotNumbers
    for where in ("", ", first at {any}", " ({any})")
]
_OTHERS = """\
write {name} here
{name} has shape {shape}, expected two dimensions with one column per feature.
{name} has shape {shape}, expected two dimensions with one column per feature; for one feature use \
{name}.reshape(-1, 1), for one row {name}.reshape(1, -1).
{name} has shape {shape}: it needs at least one row and one column.
{name} has {number} columns, but the other arguments have {number} features.
{name} has {number} columns, but the other arguments have {number} features: is \
it transposed? Try {name}.T.
{name} holds values beyond 1e+150, whose squares overflow: rescale {name}.
{name} holds NaN or infinity, first at {any}: remove or replace these values first.
{name} holds NaN or infinity, first at {any}: the parameters must be finite numbers.
{name} holds NaN or infinity, first at {any}: they must be finite numbers.
{name} holds NaN or infinity, first at {any}: it must hold finite numbers.
{name} could not be read as an array of numbers ({any}): pass a NumPy array or lists of equal \
length.
{name} have shape {shape}, expected (n_components,).
{name} have shape {shape}, expected (n_samples, n_components).
{name} have shape {shape}, expected (n_components, n_features): one row per component.
{name} have shape {shape}, expected ({number}, n_features): one row per component.
{name} have shape {shape}, expected {shape}: one n_features x n_features matrix for each component.
{name} has shape {shape}, expected {shape}.
weights {any} are not a distribution: they must be non-negative and sum to 1; divide them by \
their sum.
covariances[{number}] is not symmetric: the covariance of features i and j must equal that of j \
and i.
responsibilities have {number} rows but X has {number} samples: expected one row per sample and \
one column per component.
responsibilities are probabilities: none may be negative.
means have {number} rows but responsibilities have {number} columns: expected one of each per \
component.
{name} is {any}, expected an int of at least {number}.
{name} is {any}, expected a number of at least {number}.
{name} is {any}, expected a numpy.random.Generator or an int of at least 0.
params must be GMMParams or (weights, means, covariances).
reference must be GMMParams or (weights, means, covariances).
start must be GMMParams or (weights, means, covariances).
{name} must be a function: pass {name}, not {name}(...).
{number} components cannot be fitted to {number} samples: use at most {number} components \
(n_components) or more data.
n_components={number} is more than the {number} samples: use at most {number} components or more \
data.
sample {number} is so far from every component that its log-density is not a finite number: \
rescale X, or start from means nearer to the data.
component {number}{when} cannot be fitted: sample {number} is {any} away from the median of \
feature {number}, where samples are usually within {any} of it, and beside such numbers rounding \
hides an ordinary spread; correct or remove this sample, or rescale X, for instance by taking \
logarithms.
component {number}{when} cannot be fitted: feature {number} is constant, so no component has a \
spread in it; remove this column of X.
component {number}{when} cannot be fitted: feature {number} is so far from 0, around {any}, that \
rounding hides its spread; subtract its mean from this column of X.
component {number}{when} has a covariance that is not positive definite (smallest eigenvalue \
{any}): no covariance has a negative one, so check how it was computed.
component {number}{when} has a covariance that is not positive definite (smallest eigenvalue \
{any}): it is flat in some direction, as when a component has shrunk onto a single point or onto \
copies of one; use fewer components (n_components), a larger reg_covar, or another start.
component {number}{when} has a covariance that is not positive definite (smallest eigenvalue \
{any}): it is flat in some direction, as when a component has shrunk onto a single point or onto \
copies of one.
component {number}{when} is empty: its responsibilities sum to {any} samples, so it has no mean \
and no covariance; use fewer components (n_components) or another start.
component {number}{when} has collapsed: it has no spread left beyond rounding, as when it sits on \
a single point or on copies of one; use fewer components (n_components), a larger reg_covar, or \
another start.
your {name} returned something unusable: {any}
"""
HELPERS = _OTHERS + "\n".join(_NOT_NUMBERS) + "\n"
