"""The market of a pair on which nobody has published a count and which has no flight.

One latent demand tells both: cities get a flight where it passes what the smallest service needs, and the
further it passes, the more fly. So a pair without a flight lies below; how far is drawn from what existence
leaves to chance, given that no flight results. Counts of served pairs bear this out
(``docs/backcast/market.md``).
"""

from __future__ import annotations

import numpy as np
from scipy.special import ndtr, ndtri

from egiz.figures.unit import Share
from egiz.market.gravity import TripsPerYear


def shortfall(link_index: Share, link_draw: Share) -> Share:
    """How far a pair without a flight is from having one, in standard deviations of chance; never above 0."""
    return link_index + ndtri(link_draw * ndtr(-link_index))


def air_trips(least_service: TripsPerYear, link_strength: Share, shortfall: Share) -> TripsPerYear:
    """Air trips a year between the two cities, both directions, by any routing."""
    return least_service * np.exp(link_strength * shortfall)
