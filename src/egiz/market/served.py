"""The market of a pair that is known to have direct flights, where nobody has published a count.

The same latent demand as in `egiz.market.unobserved`, seen from the other side: such a pair lies above what
the smallest service needs. How far is drawn from what existence leaves to chance, given that the flight
exists. That it does is dated knowledge, not a parameter.
"""

from __future__ import annotations

import numpy as np
from scipy.special import ndtr, ndtri

from egiz.figures.unit import Share
from egiz.market.gravity import TripsPerYear


def surplus(link_index: Share, link_draw: Share) -> Share:
    """How far a pair lies above the least that has a flight, in standard deviations; never below 0."""
    return link_index - ndtri((1.0 - link_draw) * ndtr(link_index))


def air_trips(least_service: TripsPerYear, link_strength: Share, surplus: Share) -> TripsPerYear:
    """Air trips a year between the two cities, both directions, by any routing."""
    return least_service * np.exp(link_strength * surplus)
