"""Runs a train along a profile over and over, each time with other values of the facts in doubt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from egiz.engines.train import Drive, Run, Stalled, Track, Unbraked, run
from egiz.engines.train.record import Array
from egiz.errors import InputError
from egiz.figures.draw import strata
from egiz.market.stock import KILO, KMH, train_with
from egiz.study.train.asked import Request

DRAWS = 100
"""Runs with values drawn anew."""
SEED = 1
MINUTE = 60.0
KWH = 3.6e6
"""A kilowatt-hour in joules."""
BAND = (0.1, 0.5, 0.9)


@dataclass(frozen=True, slots=True)
class Band:
    """A number in doubt."""

    low: float
    """One in ten lies lower."""
    middle: float
    """Half lie lower."""
    high: float
    """One in ten lies higher."""


@dataclass(frozen=True, slots=True)
class Leg:
    """A run from one stop to the next, or from the first to the last."""

    from_km: float
    """Where it starts [km]."""
    to_km: float
    """Where it ends [km]."""
    least_minutes: Band
    """Time at full effort, without recovery time; of the whole run, with its stops [min]."""
    minutes: Band
    """Time with recovery time; of the whole run, with its stops [min]."""
    mean_kmh: Band
    """Length over that time [km/h]."""
    drawn_kwh: Band
    """Energy taken from the wire [kWh]."""
    returned_kwh: Band
    """Energy given back to it [kWh]."""
    net_kwh_per_km: Band
    """Energy taken less energy given back, by length [kWh/km]."""


@dataclass(frozen=True, slots=True)
class Answer:
    """How a train runs along a profile."""

    request: Request
    """What was asked."""
    legs: tuple[Leg, ...]
    """From stop to stop."""
    whole: Leg
    """From the first stop to the last."""
    per_seat: Band
    """Net energy by seat and length [kWh/seat/km]."""
    middle: Run
    """The run with every fact in its middle."""
    stalled: float
    """Part of the draws in which the train does not climb the line; they count in no band [1]."""


def answered(request: Request) -> Answer:
    """Run a train along a profile.

    Raises
    ------
    InputError
        ``train-stalls`` or ``train-unbraked`` with the kilometre, where the line is too steep for the train
        with every fact in its middle.
    """
    try:
        middle = _run(request, request.stock.middles)
    except Stalled as error:
        raise InputError.of("train-stalls", {"km": f"{error.chainage / KILO:.1f}"}) from None
    except Unbraked as error:
        raise InputError.of("train-unbraked", {"km": f"{error.chainage / KILO:.1f}"}) from None
    drawn = [(found, values) for values in _values(request) if (found := _maybe(request, values)) is not None]
    runs = [found for found, _ in drawn] or [middle]
    seats = np.array([values["train_seats"] for _, values in drawn] or [request.stock.middles["train_seats"]])
    ends = zip(request.stops, request.stops[1:], strict=False)
    legs = tuple(_leg(runs, slice(place, place + 1), span) for place, span in enumerate(ends))
    whole = _leg(runs, slice(None), (request.stops[0], request.stops[-1]))
    net = np.array([found.net / found.length for found in runs]) * KILO / KWH
    return Answer(request, legs, whole, _band(net / seats), middle, 1.0 - len(drawn) / DRAWS)


def _values(request: Request) -> Iterator[Mapping[str, float]]:
    """Values of every fact, draw by draw."""
    facts = request.stock.facts
    drawn = {name: fact.distribution.quantile(strata(fact.key, DRAWS, SEED)) for name, fact in facts.items()}
    return ({name: float(values[place]) for name, values in drawn.items()} for place in range(DRAWS))


def _maybe(request: Request, values: Mapping[str, float]) -> Run | None:
    try:
        return _run(request, values)
    except (Stalled, Unbraked):
        return None


def _run(request: Request, values: Mapping[str, float]) -> Run:
    profile = request.profile
    drag = np.where(profile.tunnel, values["tunnel_drag"], 0.0)
    track = Track(
        profile.km * KILO,
        profile.height,
        profile.limit / KMH,
        profile.radius,
        drag,
        values["curve_resistance"],
    )
    stops = tuple(stop * KILO for stop in request.stops)
    dwell = values["stop_minutes"] * MINUTE
    return run(train_with(values), track, Drive(stops, dwell, values["recovery_margin"], request.coasting))


def _leg(runs: list[Run], legs: slice, span: tuple[float, float]) -> Leg:
    """Bands of some legs of all runs; standing time counts where all legs are taken."""
    standing = np.array([found.dwell for found in runs]) if legs == slice(None) else np.zeros(len(runs))

    def of(name: str) -> Array:
        return np.array([getattr(found.legs, name)[legs].sum() for found in runs])

    length = span[1] - span[0]
    time, drawn, returned = of("time") + standing, of("drawn") / KWH, of("returned") / KWH
    return Leg(
        *span,
        _band((of("least") + standing) / MINUTE),
        _band(time / MINUTE),
        _band(length / (time / MINUTE**2)),
        _band(drawn),
        _band(returned),
        _band((drawn - returned) / length),
    )


def _band(values: Array) -> Band:
    low, middle, high = (float(value) for value in np.quantile(values, BAND))
    return Band(low, middle, high)
