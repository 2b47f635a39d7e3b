"""How many travel between the two cities by all modes, why, and in which month."""

from __future__ import annotations

from typing import Annotated

import numpy as np

from egiz.figures.unit import Array, Over, Share, Unit
from egiz.market.appeal import Purpose, ShareByPurpose

Month = Over("month")

ShareByMonth = Annotated[Array, Unit("1"), Month]
ShareByPurposeAndMonth = Annotated[Array, Unit("1"), Purpose, Month]
TripsByPurpose = Annotated[Array, Unit("pax/year"), Purpose]


def purpose_share(purpose_weight: ShareByPurpose) -> ShareByPurpose:
    """Part of the trips by air that each purpose has."""
    return purpose_weight / purpose_weight.sum(axis=0)


def season_reach(pair_latitude: Share, season_latitude: Share, season_growth: Share) -> Share:
    """How strong the season is so far from the equator: whole at season_latitude and beyond, none near it."""
    return np.clip(1.0 + season_growth * (pair_latitude - season_latitude), 0.0, 1.0)


def month_share(
    month_weight: ShareByMonth, season_strength: ShareByPurpose, season_reach: Share
) -> ShareByPurposeAndMonth:
    """Part of a year's trips of a purpose that falls in each month."""
    swing = month_weight ** (season_strength * season_reach)[:, np.newaxis]
    return swing / swing.sum(axis=1, keepdims=True)
