"""What NumPy and SciPy say."""

__all__ = ["NUMPY", "SCIPY"]

NUMPY = """\
operands could not be broadcast together with shapes {axes} {axes}
operands could not be broadcast together with shapes {axes} {axes} {axes}
operands could not be broadcast together with shape {axes} {axes}
operands could not be broadcast together with remapped shapes [original->remapped]: {pairs}
operands could not be broadcast together with remapped shapes [original->remapped]: {axes} and \
requested shape {axes}
non-broadcastable output operand with shape {axes} doesn't match the broadcast shape {axes}
shape mismatch: indexing arrays could not be broadcast together with shapes {axes} {axes}
shape mismatch: value array of shape {axes} could not be broadcast to indexing result of shape \
{axes}
shape mismatch: objects cannot be broadcast to a single shape. Mismatch is between arg {number} \
with shape {shape} and arg {number} with shape {shape}.
could not broadcast input array from shape {axes} into shape {axes}
{name}: Input operand {number} has a mismatch in its core dimension {number}, with gufunc \
signature {signature} (size {number} is different from {number})
{name}: Input operand {number} does not have enough dimensions (has {number}, gufunc core with \
signature {signature} requires {number})
shapes {axes} and {axes} not aligned: {number} (dim {number}) != {number} (dim {number})
shape-mismatch for sum
einstein sum subscripts string contains too many subscripts for operand {number}
einstein sum subscripts string included output subscript {any} which never appeared in an input
more operands provided to einstein sum function than specified in the subscripts string
fewer operands provided to einstein sum function than specified in the subscripts string
operand has more dimensions than subscripts given in einstein sum, but no '...' ellipsis provided \
to broadcast the extra dimensions.
invalid subscript {any} in einstein sum subscripts string, subscripts must be letters
all input arrays must have the same shape
all the input arrays must have same number of dimensions, but the array at index {number} has \
{number} dimension(s) and the array at index {number} has {number} dimension(s)
all the input array dimensions except for the concatenation axis must match exactly, but along \
dimension {number}, the array at index {number} has size {number} and the array at index \
{number} has size {number}
need at least one array to concatenate
need at least one array to stack
arrays to stack must be passed as a "sequence" type such as list or tuple.
zero-dimensional arrays cannot be concatenated
cannot reshape array of size {number} into shape {axes}
can only specify one unknown dimension
cannot select an axis to squeeze out which has size not equal to one
axes don't match array
axis {number} is out of bounds for array of dimension {number}
{name}: axis {number} is out of bounds for array of dimension {number}
duplicate value in 'axis'
index {number} is out of bounds for axis {number} with size {number}
index {number} is out of bounds for size {number}
too many indices for array: array is {number}-dimensional, but {number} were indexed
invalid index to scalar variable.
an index can only have a single ellipsis ('...')
only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean \
arrays are valid indices
arrays used as indices must be of integer (or boolean) type
boolean index did not match indexed array along axis {number}; size of axis is {number} but size \
of corresponding boolean axis is {number}
boolean index did not match indexed array along dimension {number}; dimension is {number} but \
corresponding boolean dimension is {number}
NumPy boolean array indexing assignment cannot assign {number} input values to the {number} \
output values where the mask is true
numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` \
operator, or the logical_xor function instead.
iteration over a 0-d array
len() of unsized object
only length-1 arrays can be converted to Python scalars
only size-1 arrays can be converted to Python scalars
only 0-dimensional arrays can be converted to Python scalars
only integer scalar arrays can be converted to a scalar index
can only convert an array of size 1 to a Python scalar
The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()
The truth value of an empty array is ambiguous. Use `array.size > 0` to check that an array is \
not empty.
setting an array element with a sequence.
setting an array element with a sequence. The requested array has an inhomogeneous shape after \
{number} dimensions. The detected shape was {shape} + inhomogeneous part.
assignment destination is read-only
output array is read-only
zero-size array to reduction operation {name} which has no identity
attempt to get {name} of an empty sequence
negative dimensions are not allowed
array is too big; `arr.size * arr.dtype.itemsize` is larger than the maximum possible size.
expected a sequence of integers or a single integer, got {any}
Cannot interpret {any} as a data type
data type {any} not understood
object of too small depth for desired array
object too deep for desired array
Input must be 1- or 2-d.
diag requires an array of at least two dimensions
ufunc '{name}' not supported for the input types, and the inputs could not be safely coerced to \
any supported types according to the casting rule ''safe''
ufunc '{name}' did not contain a loop with signature matching types {any}
loop of ufunc does not support argument {number} of type {name} which has no callable {name} method
Cannot cast ufunc '{name}' output from {dtype} to {dtype} with casting rule 'same_kind'
Cannot cast array data from {dtype} to {dtype} according to the rule {any}
the resolved dtypes are not compatible with {any}
return arrays must be of ArrayType
divide by zero encountered in {name}
divide by zero encountered in scalar {name}
overflow encountered in {name}
overflow encountered in scalar {name}
underflow encountered in {name}
underflow encountered in scalar {name}
invalid value encountered in {name}
invalid value encountered in scalar {name}
Axis must be specified when shapes of a and weights differ.
Shape of weights must be consistent with shape of a along specified axis.
Length of weights not compatible with specified axis.
Weights sum to zero, can't be normalized
m has more than 2 dimensions
Invalid norm order for matrices.
Improper number of dimensions to norm.
Singular matrix
Matrix is not positive definite
Last 2 dimensions of the array must be square
{number}-dimensional array given. Array must be at least two-dimensional
{number}-dimensional array given. Array must be two-dimensional
Array must not contain infs or NaNs
Eigenvalues did not converge
SVD did not converge
Incompatible dimensions
'a' and 'p' must have same size
a and p must have same size
'a' cannot be empty unless no samples are taken
a cannot be empty unless no samples are taken
a must be a positive integer unless no samples are taken
a must be a sequence or an integer, not {any}
a must be 1-dimensional or an integer
p must be 1-dimensional
Probabilities do not sum to 1. See Notes section of docstring for more information.
probabilities do not sum to 1
Probabilities are not non-negative
probabilities are not non-negative
Probabilities contain NaN
probabilities contain NaN
Cannot take a larger sample than population when replace is False
pvals < 0, pvals > 1 or pvals contains NaNs
sum(pvals[:-1]) > 1.0
sum(pvals[:-1].astype(np.float64)) > 1.0. {any}
Output size {shape} is not compatible with broadcast dimensions of inputs {shape}.
mean must be 1 dimensional
cov must be 2 dimensional and square
mean and cov must have same length
covariance is not symmetric positive-semidefinite.
covariance is not positive-semidefinite.
check_valid must equal 'warn', 'raise', or 'ignore'
scale < 0
low >= high
high <= 0
n < 0
alpha <= 0
SeedSequence expects int or sequence of ints for entropy not {any}
"""

SCIPY = """\
The input matrix must be symmetric positive semidefinite.
the input matrix must be positive semidefinite
When `allow_singular is False`, the input matrix must be symmetric positive definite.
singular matrix
{number}-th leading minor of the array is not positive definite
array must not contain infs or NaNs
expected square matrix
Expected square matrix, got {name}.shape={shape}
Input array needs to be of shape {any}
shapes of a {shape} and b {shape} are incompatible
incompatible dimensions ({shape} and {shape})
The input array must be {any}
Array 'mean' must be a vector of length {number}.
Array 'cov' must be at most two-dimensional, but cov.ndim = {number}
Array 'cov' must be square if it is two dimensional, but cov.shape = {shape}.
Dimension mismatch: array 'cov' is of shape {shape}, but 'mean' is a vector of length {number}.
`mean` must be one-dimensional.
"""
