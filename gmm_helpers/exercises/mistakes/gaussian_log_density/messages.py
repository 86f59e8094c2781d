"""Messages about mistakes in the density of one Gaussian, wherever it is used."""

from __future__ import annotations

__all__ = ["MESSAGES", "combine"]


def combine(first: str, second: str) -> str:
    """Make one message of two: the first sentence of each."""
    sentences = (message.split(": ")[0].split(". ")[0].rstrip(".") for message in (first, second))
    return "Two things are wrong at once. {}. {}. Fix one of them, then check again.".format(
        *sentences
    )


MESSAGES = {
    "determinant omitted": "The determinant of the covariance is missing. A narrow Gaussian has a "
    "high density near its mean, a wide one a low density everywhere: without det Σ all Gaussians "
    "have the same height, and the density no longer integrates to one. Look at the term that "
    "depends on Σ alone.",
    "square root of the determinant missing": "The determinant has the wrong power: the density "
    "is divided by the square root of det Σ, not by det Σ itself, so in the logarithm log det Σ "
    "has the factor 1/2. Look at what your parentheses or a power apply to.",
    "determinant with the wrong sign": "The determinant enters with the wrong sign: a wide "
    "Gaussian (large det Σ) must have a lower density at its mean, not a higher one. Look at the "
    "sign of log det Σ, and at whether it belongs to Σ or to its inverse.",
    "factor 1/2 omitted": "The factor 1/2 before the squared distance is missing, so the density "
    "falls off too fast: one standard deviation from the mean, the log-density must be 1/2 lower "
    "than at the mean, not 1. Look at what your parentheses enclose.",
    "covariance instead of its inverse": "The squared distance uses the covariance itself where "
    "its inverse belongs. Distance is measured in standard deviations, so along a direction of "
    "large spread samples are near, not far. Look at the matrix between the two differences.",
    "standard deviation taken for variance": "A standard deviation is used as a variance, or the "
    "other way around. Σ holds variances, in squared units; a Cholesky factor, and what many "
    "libraries call scale, are standard deviations. Look for where one is used in place of the "
    "other.",
    "only the diagonal used": "Only the diagonal of the covariance is used, as if the features "
    "were independent: the off-diagonal entries (correlations) are ignored, and the ellipse "
    "loses its tilt. Look at how the whole of Σ enters the distance and the determinant.",
    "solved against the wrong triangle": "You solve against the wrong triangle, the transposed "
    "Cholesky factor. zᵀ z is the squared distance only if L z = x - μ with the lower triangle, "
    "L Lᵀ = Σ. Look at which of L and Lᵀ you pass to your solver, and in which form.",
    "covariance not used": "The covariance is not used in the distance. The plain squared distance "
    "|x - μ|² is right only for a round Gaussian of variance 1. Look for what should express the "
    "distance in standard deviations.",
    "entrywise inverse": "The covariance is inverted entry by entry, 1/Σ. That is not the matrix "
    "inverse: a matrix times its inverse gives the identity.",
    "2π omitted": "The term with 2π is missing. It makes the density integrate to one, and "
    "although it depends on D alone, it is part of the log-density. Look at the first of the "
    "three terms of the formula.",
    "normalisation omitted": "The normalisation is missing: both the 2π term and the determinant "
    "of the covariance. What you have is the exponent alone, which is 0 at the mean of every "
    "Gaussian, however wide. Look at the terms that don't depend on x.",
    "D missing in the exponent of 2π": "The 2π term has the wrong exponent: the density is "
    "divided by (2π)^(D/2), the square root of 2π once per feature, so log 2π has to be "
    "multiplied by the number of features D. Look at which number you use for D, if any.",
    "2π term for two dimensions only": "The 2π term is right in two dimensions only: log 2π has to "
    "be multiplied by half the number of features, D/2, and yours is written for D = 2. Take D "
    "from the shape of an argument.",
    "wrong factor of the 2π term": "The 2π term has the wrong factor or sign: the density is "
    "divided by (2π)^(D/2), whose logarithm is D/2 times log 2π. Look at your parentheses, and "
    "at whether the 2, the π and the D are inside or outside the logarithm.",
    "logarithm to another base": "A logarithm to another base is used (base 10 or base 2). A "
    "Gaussian is a power of e, so only the natural logarithm turns it into the squared "
    "distance. Look at which log function you call.",
    "distance with the wrong sign": "A term has the wrong sign: the squared distance and the "
    "normalisation enter with opposite signs. The log-density must fall with the distance from the "
    "mean, and all three terms of the formula have the same minus sign. Look at your signs and "
    "parentheses.",
    "distance not squared": "The distance is not squared: the exponent holds the *squared* "
    "Mahalanobis distance, and yours is its square root (a norm, for example). Look for one "
    "square root too many.",
    "mean not subtracted": "The mean is not subtracted from the samples (nothing is, or some "
    "other point). Distance is measured from μ, so x - μ belongs on both sides of the inverse "
    "covariance. Look at what you measure the distance from.",
    "logarithm of the determinant missing": "The determinant enters without its logarithm. In "
    "the log-density every factor of the density becomes a term, and dividing by the square "
    "root of det Σ becomes subtracting half its *logarithm*.",
    "square root of the determinant taken twice": "The determinant of the Cholesky factor is used "
    "as that of the covariance. Since Σ = L Lᵀ, the determinant of L is already the square root of "
    "det Σ: yours takes the square root twice. Look for a factor 2 before the sum of the "
    "logarithms.",
    "another number in place of the determinant": "Some other number is used in place of the "
    "determinant, such as a trace, a norm, or one eigenvalue. The density is divided by the "
    "square root of det Σ, the volume of the ellipse, and no other measure of size will do.",
    "number added to the covariance": "A small number is added to the diagonal of the covariance. "
    "This avoids an error for a singular matrix, but gives the density of a different, wider "
    "Gaussian; what counts as small depends on the units. Here the covariances do not need it.",
}
