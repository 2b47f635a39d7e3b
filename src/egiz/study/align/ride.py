"""How long the train of a line's speed takes along it: the run of the kind ``fast_rail`` with its margin."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from egiz.errors import Value
from egiz.facts.dated import Dated
from egiz.figures.assumption import Assumption
from egiz.figures.draw import strata
from egiz.figures.unit import Array
from egiz.market.stock import Stock, stock_names, stock_of
from egiz.proposals.fast_rail import time
from egiz.proposals.fast_rail.laid import Laid
from egiz.proposals.fast_rail.running import HOUR, Nodes, new_way, nodes_of, ran
from egiz.proposals.fast_rail.standard import KMH
from egiz.proposals.kind import NotStudied
from egiz.study.align.asked import Request
from egiz.study.align.cost import DRAWS, SEED, Band, band_of

GENERIC = "generic-"
"""What names of trains begin with that stand for a whole class."""
NEW = "new"
"""Scope of facts about new lines."""
MINUTE = 60.0
"""Seconds of a minute, by definition."""
DRAWN = (
    ("node_length", ""),
    ("node_speed", ""),
    ("recovery_margin", "rail"),
    ("run_time_doubt", NEW),
    ("stop_minutes", "rail"),
)
"""Facts that the run time is drawn with: name and scope."""


@dataclass(frozen=True, slots=True)
class Ride:
    """The run of a train from end to end, with a stop at every point between."""

    train: str
    """Name of the train."""
    top_kmh: float
    """Its top speed [km/h]."""
    minutes: Band | None
    """From end to end, stops and recovery time included [min]; none where the train does not run the line."""
    stopped: Value
    """Kilometre at which the train does not climb or brake; 0 where it runs the line."""


def train_for(facts: Dated, speed: float) -> Stock:
    """Choose the slowest generic train that reaches a speed, or the fastest where none does.

    Parameters
    ----------
    facts
        Facts known by a day.
    speed
        Speed of the line [m/s].
    """
    known = [stock_of(facts, name) for name in stock_names(facts) if name.startswith(GENERIC)]
    rising = sorted(known, key=lambda stock: stock.train.top_speed)
    reached = (stock for stock in rising if stock.train.top_speed >= speed * (1.0 - 1e-9))
    return next(reached, rising[-1])


def facts_of_ride(facts: Dated) -> tuple[Assumption, ...]:
    """Facts that a run time rests on, those of the train left out."""
    return tuple(facts.pick(*name) for name in DRAWN)


def ride_of(laid: Laid, speed: float, request: Request) -> Ride:
    """Run the train of a speed over a line.

    Parameters
    ----------
    laid
        The line, with a station at each point that it passes.
    speed
        Speed of the line [m/s].
    request
        What was asked: its facts.

    Notes
    -----
    Run, slow ways through cities, margin and stops are those of the kind ``fast_rail``, on the line as laid.
    """
    facts = request.facts
    stock = train_for(facts, speed)
    top = stock.train.top_speed * KMH
    nodes = nodes_of(facts)
    try:
        runs = ran(new_way(laid, speed * KMH, facts), stock, nodes).hours
    except NotStudied as error:
        return Ride(stock.name, top, None, error.values["km"])
    return Ride(stock.name, top, band_of(_hours(runs, nodes, facts) * HOUR / MINUTE), 0)


def _hours(runs: Array, nodes: Nodes, facts: Dated) -> Array:
    """Hours from end to end by the timetable, draw by draw, from least times: (legs, reaches, speeds)."""
    reach, speed, margin, doubt, stop = (
        fact.distribution.quantile(strata(fact.key, DRAWS, SEED)) for fact in facts_of_ride(facts)
    )
    points = nodes.reach[:, np.newaxis], 1.0 / nodes.speed[:, np.newaxis]
    weight = time.node_weight(reach, points[0], speed, points[1])
    whole = runs.sum(axis=0)[np.newaxis, np.newaxis, ..., np.newaxis]
    one = np.ones((1, 1))
    running = time.run_time(time.leg_run(whole, weight), margin, doubt[np.newaxis], one)
    halts = np.full((1, 1, 1), len(runs) - 1.0)
    timed = time.ride_time(running, halts, stop, np.array(MINUTE / HOUR), 0.0 * one, np.zeros(1))
    return np.asarray(timed[0, 0])
