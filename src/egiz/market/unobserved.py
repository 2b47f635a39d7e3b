"""The market of a pair on which nobody has published a count: the gravity model, held back.

The model was fitted on pairs that have a service; a pair without one has less to carry than the smallest
service needs, or it would have one. The correction says by how much, within a wide range.
"""

from __future__ import annotations

from egiz.figures.unit import Share
from egiz.market.gravity import TripsPerYear


def air_trips(gravity_trips: TripsPerYear, served_pair_correction: Share) -> TripsPerYear:
    """Air trips a year between the two cities, both directions, by any routing."""
    return gravity_trips * served_pair_correction
