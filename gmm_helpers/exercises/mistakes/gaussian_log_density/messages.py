"""What is said of the mistakes in the density of one Gaussian, wherever it is used."""

from __future__ import annotations

__all__ = ["SLIP_MESSAGES", "both"]


def both(first: str, second: str) -> str:
    """What is said of two messages at once: the first sentence of each."""
    sentences = (message.split(": ")[0].split(". ")[0].rstrip(".") for message in (first, second))
    return "Two things are wrong at once. {}. {}. Mend one of them, then check again.".format(
        *sentences
    )


SLIP_MESSAGES = {
    "determinant omitted": "The determinant of the covariance is missing. A narrow Gaussian is "
    "dense near its mean and a wide one thin everywhere: without det Σ all have the same height, "
    "and the density no longer integrates to one. Look at the term that depends on Σ alone.",
    "determinant not rooted": "The determinant has the wrong power: the density divides by the "
    "square root of det Σ, not by det Σ itself, so in the logarithm log det Σ stands with the "
    "factor 1/2. Look at what your parentheses, or a power, hold together.",
    "determinant with the wrong sign": "The determinant enters with the wrong sign: a wide "
    "Gaussian (large det Σ) must have a lower density at its mean, not a higher one. Look at the "
    "sign of log det Σ, and at whether it belongs to Σ or to its inverse.",
    "factor 1/2 omitted": "The factor 1/2 before the squared distance is missing, so the density "
    "falls off too fast: one standard deviation from the mean, the log-density must be 1/2 "
    "lower than at the mean, and not 1. Look at what your parentheses hold together.",
    "covariance instead of its inverse": "The squared distance uses the covariance itself where "
    "its inverse belongs. Distance is measured in standard deviations, so a direction of large "
    "spread must make samples near, not far. Look at the matrix between the two differences.",
    "standard deviation taken for variance": "A standard deviation is taken for a variance, or "
    "the other way round. Σ holds variances, in squared units; a Cholesky factor, and what many "
    "libraries call scale, are standard deviations. Look at where one stands for the other.",
    "only the diagonal used": "Only the diagonal of the covariance is used, as if the features "
    "were independent: the off-diagonal entries (correlations) are ignored, and the ellipse "
    "loses its tilt. Look at how the whole of Σ enters the distance and the determinant.",
    "solved against the wrong triangle": "You solve against the wrong triangle, the transposed "
    "Cholesky factor. z^T z is the squared distance only if L z = x - μ with the lower "
    "triangle, L L^T = Σ. Look at which of L and L^T your solver is given, and in which form.",
    "covariance not used": "The covariance is not used in the distance. The plain squared "
    "distance |x - μ|² is right only for a round Gaussian of variance 1. Look at what measures "
    "it in standard deviations.",
    "inverted entry by entry": "The covariance is inverted entry by entry, 1/Σ. The inverse of "
    "a matrix is another thing: multiplied with the matrix it gives the identity.",
    "2π omitted": "The term with 2π is missing. It makes the density integrate to one, and "
    "although it depends on D alone, it is part of the log-density. Look at the first of the "
    "three terms of the formula.",
    "normalisation omitted": "The normalisation is missing: both the 2π term and the determinant "
    "of the covariance. What you have is the exponent alone, which is 0 at the mean of every "
    "Gaussian, however wide. Look at the terms that don't depend on x.",
    "D missing in the exponent of 2π": "The 2π term has the wrong exponent: the density "
    "divides by (2π)^(D/2), once the root of 2π for each feature, so log 2π has to be multiplied "
    "by the number of features D. Look at which number you take for D, if any.",
    "wrong factor of the 2π term": "The 2π term has the wrong factor or sign: the density is "
    "divided by (2π)^(D/2), whose logarithm is D/2 times log 2π. Look at your parentheses, and "
    "at whether the 2, the π and the D stand inside or outside the logarithm.",
    "logarithm to another base": "A logarithm to another base is used (base 10 or base 2). "
    "The exponent of a Gaussian belongs to e, so only the natural logarithm turns it into "
    "the squared distance. Look at which log function you call.",
    "distance with the wrong sign": "A term has the wrong sign, so that the squared distance and "
    "the normalisation no longer work together: the log-density must fall with the distance "
    "from the mean, and all three terms of the formula stand under the same minus. Look at "
    "your signs and parentheses.",
    "distance not squared": "The distance is not squared: the exponent holds the *squared* "
    "Mahalanobis distance, and yours is its root (a norm, for example). Look for a square root "
    "too many.",
    "mean not subtracted": "The mean is not subtracted from the samples (nothing is, or another "
    "point). Distance is measured from μ, so x - μ belongs on both sides of the inverse "
    "covariance. Look at what you measure the distance from.",
    "logarithm of the determinant missing": "The determinant enters without its logarithm. In "
    "the log-density every factor of the density becomes a term, and dividing by a root of det Σ "
    "becomes subtracting half its *logarithm*.",
    "determinant rooted twice": "The determinant of the Cholesky factor is taken for that of the "
    "covariance. Since Σ = L L^T, the determinant of L is already the root of det Σ: yours is "
    "rooted twice. Look for a factor 2 before the sum of the logarithms.",
    "another number in place of the determinant": "Another number stands in the place of the "
    "determinant, such as a trace, a norm, or one eigenvalue. The density is divided by "
    "the root of det Σ, the volume of the ellipse, and no other measure of size will do.",
    "number added to the covariance": "A small number is added to the diagonal of the covariance. "
    "It keeps a singular matrix from failing, but gives the density of another, wider Gaussian, "
    "and which number is small depends on the units. The covariances here need no help.",
}
