"""Nested logit with the draws on the last axis, as sheets have them.

The same as `egiz.engines.choice`, which has the alternatives last (tests hold one against the other). The
alternatives are the first axis here; a nest is told by the scale of its members, one scale a nest.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from egiz.figures.unit import Array

NOTHING = -np.inf
"""Utility of what is not on offer."""


def logsum(utility: Array) -> Array:
    """Expected best utility over the first axis; minus infinity where nothing is on offer.

    Parameters
    ----------
    utility
        Utilities [1], shape (alternatives, ..., draws); there may be no alternative at all.
    """
    top = utility.max(axis=0, initial=NOTHING)
    level = np.where(np.isneginf(top), 0.0, top)
    with np.errstate(divide="ignore"):
        found: Array = np.log(np.exp(utility - level).sum(axis=0)) + level
    return found


def inclusive(utility: Array, member: Array, scale: Array) -> Array:
    """Expected best utility of one nest.

    Parameters
    ----------
    utility
        Utilities [1], shape (alternatives, ..., draws).
    member
        One where an alternative belongs to the nest, else zero; shape (alternatives, 1).
    scale
        Scale of the nest, one or more; broadcast against the draws.
    """
    inside = utility[member[:, 0] > 0.0]
    found: Array = logsum(scale * inside) / scale
    return found


def nested_logsum(utility: Array, nests: Iterable[tuple[Array, Array]]) -> Array:
    """Expected best utility of the nested logit, up to a constant; parameters as of `nested_shares`."""
    values = [inclusive(utility, member, scale) for member, scale in nests]
    return logsum(np.stack(np.broadcast_arrays(*values)))


def nested_shares(utility: Array, nests: Iterable[tuple[Array, Array]]) -> Array:
    """Probability of each alternative in the nested logit with the upper scale 1.

    Parameters
    ----------
    utility
        Utilities [1], shape (alternatives, ..., draws).
    nests
        Member marks and scale of each nest, as of `inclusive`; each alternative is in one nest.

    Returns
    -------
    Array
        Shape of `utility`; adds up to one over the first axis.
    """
    nests = tuple(nests)
    values = [inclusive(utility, member, scale) for member, scale in nests]
    whole = logsum(np.stack(np.broadcast_arrays(*values)))
    shares: Array = np.zeros(utility.shape)
    for (member, scale), value in zip(nests, values, strict=True):
        own = member[:, 0] > 0.0
        within = scale * (utility[own] - np.where(np.isneginf(value), 0.0, value))
        shares[own] = np.exp(within + value - whole)
    return shares
