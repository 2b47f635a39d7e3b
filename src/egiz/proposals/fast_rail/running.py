"""Trains on each part of the line with each design: hours from station to station, and electricity."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from egiz.engines.alignment.record import Structure
from egiz.engines.train import Drive, Stalled, Track, Unbraked, run
from egiz.facts.dated import Dated
from egiz.figures.unit import Array
from egiz.market.stock import KMH, Stock
from egiz.proposals.fast_rail.laid import Laid
from egiz.proposals.kind import NotStudied
from egiz.world.sphere import METRES_PER_KILOMETRE

HOUR = 3600.0
"""Seconds of an hour, by definition."""
KWH = 3.6e6
"""A kilowatt-hour in joules, by definition."""
STEP = 500.0
"""Rows of a track without a profile stand so far apart [m]."""
BLOCK = 40_000.0
"""Slow and fast stretches of an existing line take turns in blocks of this length [m]."""


@dataclass(frozen=True, slots=True)
class Ran:
    """A run over one part of the line."""

    hours: Array
    """Least time from station to station, standing apart [h]: (sections,)."""
    energy: float
    """Taken from the wire less given back, over the length [kWh/km]."""


def ran_new(laid: Laid, speed: float, stock: Stock, facts: Dated) -> Ran:
    """Run a train over a new line at the speed of its design [km/h]."""
    line, plan = laid.alignment.profile, laid.alignment.plan
    radius = np.interp(line.chainage, plan.chainage, 1.0 / plan.radius)
    drag = np.where(line.structure == Structure.TUNNEL, stock.middles["tunnel_drag"], 0.0)
    with np.errstate(divide="ignore"):
        track = Track(
            line.chainage,
            line.level,
            _limit(line.chainage, plan.stops, np.full(len(line.chainage), speed), facts),
            1.0 / radius,
            drag,
            stock.middles["curve_resistance"],
        )
    return _ran(track, plan.stops, stock)


def ran_old(lengths_km: Array, speed: float, stock: Stock, facts: Dated) -> Ran:
    """Run a train over the existing line made faster: part of it reaches the speed of the design [km/h].

    Its height is not known: it is taken as level.
    """
    stops = np.append(0.0, np.cumsum(lengths_km)) * METRES_PER_KILOMETRE
    chainage = np.unique(np.append(np.arange(0.0, stops[-1], STEP), stops[-1]))
    reached = (chainage % BLOCK) < BLOCK * facts.pick("upgrade_reach").middle
    speeds = np.where(reached, speed, min(facts.pick("existing_speed").middle, speed))
    track = Track(chainage, np.zeros(len(chainage)), _limit(chainage, stops, speeds, facts))
    return _ran(track, stops, stock)


def _limit(chainage: Array, stops: Array, speeds: Array, facts: Dated) -> Array:
    """Speed limits [m/s], slow through the cities."""
    near = np.abs(chainage[:, np.newaxis] - stops).min(axis=1)
    node = near < facts.pick("node_length").middle * METRES_PER_KILOMETRE
    slow = np.minimum(speeds, facts.pick("node_speed").middle)
    found: Array = np.where(node, slow, speeds) / KMH
    return found


def _ran(track: Track, stops: Array, stock: Stock) -> Ran:
    places = tuple(np.clip(stops, track.chainage[0], track.chainage[-1]).tolist())
    try:
        found = run(stock.train, track, Drive(places, dwell=0.0, margin=0.0))
    except (Stalled, Unbraked) as error:
        km = round(error.chainage / METRES_PER_KILOMETRE)
        raise NotStudied("train-fails", {"train": stock.name, "km": km}) from error
    net = float(found.legs.drawn.sum() - found.legs.returned.sum())
    length = (stops[-1] - stops[0]) / METRES_PER_KILOMETRE
    return Ran(found.legs.least / HOUR, net / KWH / float(length))
