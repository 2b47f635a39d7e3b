"""How many travel between the two cities by all modes, why, and in which month."""

from __future__ import annotations

from typing import Annotated

import numpy as np

from egiz.figures.unit import Array, Over, Unit
from egiz.market.appeal import Purpose, ShareByPurpose

Month = Over("month")

ShareByMonth = Annotated[Array, Unit("1"), Month]
ShareByPurposeAndMonth = Annotated[Array, Unit("1"), Purpose, Month]
TripsByPurpose = Annotated[Array, Unit("pax/year"), Purpose]


def purpose_share(purpose_weight: ShareByPurpose) -> ShareByPurpose:
    """Part of the trips by air that each purpose has."""
    return purpose_weight / purpose_weight.sum(axis=0)


def month_share(month_weight: ShareByMonth, season_strength: ShareByPurpose) -> ShareByPurposeAndMonth:
    """Part of a year's trips of a purpose that falls in each month."""
    swing = month_weight ** season_strength[:, np.newaxis]
    return swing / swing.sum(axis=1, keepdims=True)
