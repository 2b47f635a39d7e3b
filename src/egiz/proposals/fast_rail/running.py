"""Trains on each part of the line with each design: hours from station to station, and electricity.

How far from a station a city slows trains, and to what, is in doubt: each run is made for few, middling and
many slow kilometres at each of three speeds, and the sheets read between them, draw by draw.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import product

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
PLACES = np.array([0.005, 0.5, 0.995])
"""Quantiles of the facts of cities at which trains are run."""
MIDDLE = 1
"""Place of the middle among them."""
ANY = "rail"
"""Scope of facts about any train."""


@dataclass(frozen=True, slots=True)
class Nodes:
    """Slow ways through cities that trains are run with."""

    reach: Array
    """On each side of a station, rising [km]: (3,)."""
    speed: Array
    """Speeds there, rising [km/h]: (3,)."""


@dataclass(frozen=True, slots=True)
class Way:
    """A part of the line as trains meet it, the slow ways through cities left out."""

    stops: Array
    """Where its stations are [m]: (stations,)."""
    chainage: Array
    """Length along it [m]: (rows,)."""
    height: Array
    """Level of the rail [m]: (rows,)."""
    speed: Array
    """Limits [km/h]: (rows,)."""
    radius: Array = field(default_factory=lambda: np.empty(0))
    """Radius of curves [m]: (rows,), or empty."""
    drag: Array = field(default_factory=lambda: np.empty(0))
    """What tunnels add [kg/m]: (rows,), or empty."""
    curve: float = 0.0
    """Resistance of curves [m]."""

    @property
    def length_km(self) -> float:
        """From its first station to its last [km]."""
        return float(self.stops[-1] - self.stops[0]) / METRES_PER_KILOMETRE

    def track(self, reach: float, speed: float) -> Track:
        """The same with slow ways [km, km/h] through its cities."""
        near = np.abs(self.chainage[:, np.newaxis] - self.stops).min(axis=1)
        slow = near < reach * METRES_PER_KILOMETRE
        limit = np.where(slow, np.minimum(self.speed, speed), self.speed) / KMH
        return Track(self.chainage, self.height, limit, self.radius, self.drag, self.curve)


@dataclass(frozen=True, slots=True)
class Ran:
    """Runs over one part of the line."""

    hours: Array
    """Least time from station to station, standing apart [h]: (sections, reaches, speeds)."""
    length_km: float
    """Of the part [km]."""
    energy: float
    """Taken from the wire less given back, over the length, with slow ways in their middle [kWh/km]."""


def nodes_of(facts: Dated) -> Nodes:
    """Slow ways through cities over the doubt of their facts."""
    reach, speed = (facts.pick(name).distribution.quantile(PLACES) for name in ("node_length", "node_speed"))
    return Nodes(reach, speed)


def new_way(laid: Laid, speed: float, facts: Dated) -> Way:
    """Tell a new line at the speed of its design [km/h]."""
    line, plan = laid.alignment.profile, laid.alignment.plan
    bend = np.interp(line.chainage, plan.chainage, 1.0 / plan.radius)
    inside = line.structure == Structure.TUNNEL
    with np.errstate(divide="ignore"):
        return Way(
            np.clip(plan.stops, line.chainage[0], line.chainage[-1]),
            line.chainage,
            line.level,
            np.full(len(line.chainage), speed),
            1.0 / bend,
            np.where(inside, facts.pick("tunnel_drag", ANY).middle, 0.0),
            facts.pick("curve_resistance", ANY).middle,
        )


def old_way(lengths_km: Array, speed: float, facts: Dated) -> Way:
    """Tell the existing line made faster: part of it reaches the speed of the design [km/h].

    Its height is not known: it is taken as level.
    """
    stops = np.append(0.0, np.cumsum(lengths_km)) * METRES_PER_KILOMETRE
    chainage = np.unique(np.append(np.arange(0.0, stops[-1], STEP), stops[-1]))
    reached = (chainage % BLOCK) < BLOCK * facts.pick("upgrade_reach").middle
    speeds = np.where(reached, speed, min(facts.pick("existing_speed").middle, speed))
    return Way(stops, chainage, np.zeros(len(chainage)), speeds)


def ran(way: Way, stock: Stock, nodes: Nodes) -> Ran:
    """Run a train over a part of the line, stopping at all its stations.

    Raises
    ------
    NotStudied
        ``train-fails``: the train cannot climb the line or hold on it.
    """
    train, drive = stock.train, Drive(tuple(way.stops.tolist()), dwell=0.0, margin=0.0)
    sizes = nodes.reach.size, nodes.speed.size
    hours, energy = np.empty((len(way.stops) - 1, *sizes)), 0.0
    try:
        for reach, speed in product(range(sizes[0]), range(sizes[1])):
            found = run(train, way.track(nodes.reach[reach], nodes.speed[speed]), drive)
            hours[:, reach, speed] = found.legs.least / HOUR
            if reach == speed == MIDDLE:
                energy = found.net / KWH / way.length_km
    except (Stalled, Unbraked) as error:
        km = round(error.chainage / METRES_PER_KILOMETRE)
        raise NotStudied("train-fails", {"train": stock.name, "km": km}) from error
    return Ran(hours, way.length_km, energy)
