"""Choice among alternatives: multinomial and nested logit that never overflow.

Utilities have the alternatives on the last axis. What is not on offer has the utility minus infinity, and
the probability zero. Probabilities are given as logarithms; ``numpy.exp`` makes probabilities of them.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from egiz.errors import EngineError

Array = NDArray[np.float64]
Numbers = NDArray[np.int64]


def logsum(utility: Array) -> Array:
    """Expected best utility, up to a constant: the logarithm of summed exponentials.

    Parameters
    ----------
    utility
        Utilities [1], shape (..., alternatives).

    Returns
    -------
    Array
        Shape (...); minus infinity where nothing is on offer.

    Raises
    ------
    EngineError
        A utility is plus infinity or not a number.
    """
    if not (utility < np.inf).all():
        raise EngineError(
            "utility", "is infinite or not a number", "give minus infinity for what is not offered"
        )
    top = utility.max(axis=-1, keepdims=True)
    top = np.where(np.isneginf(top), 0.0, top)
    with np.errstate(divide="ignore"):
        found: Array = np.log(np.exp(utility - top).sum(axis=-1)) + top[..., 0]
    return found


def multinomial(utility: Array) -> Array:
    """Log-probabilities of the multinomial logit.

    Parameters
    ----------
    utility
        Utilities [1], shape (..., alternatives).

    Returns
    -------
    Array
        Shape of `utility`.

    Raises
    ------
    EngineError
        Somebody has nothing to choose from, or a utility is plus infinity or not a number.
    """
    found: Array = utility - _something(logsum(utility))[..., np.newaxis]
    return found


def nested_logsum(utility: Array, nest: Numbers, scale: Array) -> Array:
    """Expected best utility of the nested logit, up to a constant; parameters as of `nested`."""
    return logsum(_inclusive(utility, nest, scale))


def nested(utility: Array, nest: Numbers, scale: Array) -> Array:
    """Log-probabilities of the nested logit with the upper scale 1.

    Parameters
    ----------
    utility
        Utilities [1], shape (..., alternatives).
    nest
        Which nest each alternative is in, from 0: (alternatives,).
    scale
        Scale of each nest, one or more: (nests,). All one is the multinomial logit.

    Returns
    -------
    Array
        Shape of `utility`.

    Raises
    ------
    EngineError
        A scale is below one, somebody has nothing to choose from, or a utility is plus infinity or not a
        number.

    Notes
    -----
    ``I_n = log(sum exp(s_n V_j)) / s_n`` over the alternatives of nest ``n``, and
    ``log P(j) = I_n - log(sum exp I) + s_n V_j - s_n I_n`` (McFadden 1978).
    """
    inclusive = _inclusive(utility, nest, scale)
    within = inclusive[..., nest]
    between = within - _something(logsum(inclusive))[..., np.newaxis]
    offered = ~np.isneginf(utility)
    inside = scale[nest] * np.subtract(utility, within, where=offered, out=np.full(utility.shape, -np.inf))
    found: Array = between + inside
    return found


def log_likelihood(log_probability: Array, chosen: Numbers) -> float:
    """Log-likelihood of what people chose.

    Parameters
    ----------
    log_probability
        Log-probabilities, shape (people, alternatives).
    chosen
        Alternative each of them took, from 0: (people,).
    """
    return float(np.take_along_axis(log_probability, chosen[:, np.newaxis], axis=-1).sum())


def _inclusive(utility: Array, nest: Numbers, scale: Array) -> Array:
    """Expected best utility of each nest: (..., nests)."""
    if not (scale >= 1.0).all():
        raise EngineError("scale", "of a nest is below one", "give one or more")
    if set(nest.tolist()) != set(range(scale.size)):
        raise EngineError("nest", "leaves a nest without a member", "number the nests from 0 without a gap")
    parts = [logsum(scale[n] * utility[..., nest == n]) / scale[n] for n in range(scale.size)]
    return np.stack(parts, axis=-1)


def _something(total: Array) -> Array:
    if np.isneginf(total).any():
        raise EngineError("the choice", "has somebody with nothing to choose from", "leave them out")
    return total
