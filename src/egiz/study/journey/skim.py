"""How one gets from every station to every other in some days: a table of all pairs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from egiz.engines.journeys import Horizon, skims
from egiz.study.journey.answer import Scale
from egiz.study.journey.asked import Request
from egiz.study.journey.rule import shipped_taste
from egiz.study.journey.search import opened

COLUMNS = (
    "from_id",
    "from_name",
    "to_id",
    "to_name",
    "best_minutes",
    "departures",
    "generalised_minutes",
)
"""Heads of the table."""


@dataclass(frozen=True, slots=True)
class Skims:
    """All pairs that some journey joins; each array (pairs,)."""

    ids: tuple[str, ...]
    """Ids of the places."""
    names: tuple[str, ...]
    """Names of the places."""
    origin: NDArray[np.int32]
    """Number of the place where one begins."""
    destination: NDArray[np.int32]
    """Number of the place where one ends."""
    best: NDArray[np.int32]
    """Shortest time on the way [min]."""
    departures: NDArray[np.int32]
    """Minutes of these days at which leaving makes sense."""
    generalised: NDArray[np.float64]
    """Mean time on the way, for changes and off the wished departure, over all wishes [min]."""


def skimmed(request: Request) -> Skims:
    """Find what every station has of every other; days begin by the clock of the stop first called at.

    Parameters
    ----------
    request
        What was asked: a timetable, days, changes. The days are taken to repeat.
    """
    feed = request.feed
    zone = Scale(feed, request.first).zone(int(feed.calls.stop[0])) if feed.calls.stop.size else "UTC"
    span = opened(request, zone)
    horizon = Horizon(span.window, span.longest, request.transfers, cyclic=True)
    found = skims(span.network, horizon, shipped_taste())
    tops = np.unique(feed.stops.station).tolist()
    joined = found.departures > 0
    joined &= ~np.eye(len(tops), dtype=bool)
    origin, destination = (end.astype(np.int32) for end in np.nonzero(joined))
    return Skims(
        tuple(feed.stops.ids[top] for top in tops),
        tuple(feed.stops.names[top] for top in tops),
        origin,
        destination,
        found.shortest[joined],
        found.departures[joined],
        found.generalised[joined],
    )
