"""What a scenario may add to the chance to live: months without flights, and a budget that pays the gap.

As agreed, nothing is closed and nobody pays. Closures are events with dates and rows of their own
(docs/decisions/0012).
"""

from __future__ import annotations

from typing import Annotated

import numpy as np

from egiz.figures.unit import Array, Share, Unit
from egiz.proposals.air_route.sheet import UsdPerYear

Months = Annotated[Array, Unit("month")]
Cover = Annotated[Array, Unit("USD/USD")]


def closure_survived(months_closed: Months, longest_pause: Months) -> Share:
    """One where the service comes back after the months without flights, nought where it does not."""
    return (months_closed <= longest_pause).astype(np.float64)


def paid_cover(cover: Cover, gap_paid: Share) -> Cover:
    """Fares and what a budget pays of the gap, over the cost of a mature year."""
    return cover + gap_paid * np.maximum(1.0 - cover, 0.0)


def yearly_support(yearly_gap: UsdPerYear, gap_paid: Share) -> UsdPerYear:
    """What a budget pays in a mature year; nought as agreed."""
    return yearly_gap * gap_paid
