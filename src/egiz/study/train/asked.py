"""Understands what a person asks of a train; everything that is wrong with it is told at once."""

from __future__ import annotations

import math
from dataclasses import dataclass

from egiz.errors import Fault, InputError
from egiz.facts.library import Facts
from egiz.market.stock import Stock, stock_names, stock_of
from egiz.study.train.profile import Profile, read_profile

LEAST = 0.1
"""Two stops lie at least so far from each other [km]."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person typed."""

    profile: str
    """Path of the profile."""
    train: str
    """Name of the train."""
    stops: str
    """Kilometres of the stops with commas between; empty: both ends."""
    coasting: bool
    """Whether the recovery time is spent on saving energy."""


@dataclass(frozen=True, slots=True)
class Request:
    """The same, ready to be answered."""

    profile: Profile
    """The line."""
    stock: Stock
    """The train."""
    stops: tuple[float, ...]
    """Where it stops, rising, at least two [km]."""
    coasting: bool
    """Whether the recovery time is spent on saving energy."""


def understood(asked: Asked) -> Request:
    """Understand a request.

    Raises
    ------
    InputError
        Every fault in it and in the profile.
    """
    faults: list[Fault] = []
    stock, profile = None, None
    facts = Facts.shipped()
    known = facts.at(facts.edition)
    try:
        if not asked.train:
            raise InputError.of("train-needed", {"known": ", ".join(stock_names(known))})
        stock = stock_of(known, asked.train)
    except InputError as error:
        faults.extend(error.faults)
    stops = _stops(asked.stops, faults)
    try:
        profile = read_profile(asked.profile)
    except InputError as error:
        faults.extend(error.faults)
    if profile is not None:
        stops = stops or profile.ends
        faults.extend(_misplaced(stops, profile))
    if faults or stock is None or profile is None:
        raise InputError(faults)
    return Request(profile, stock, stops, asked.coasting)


def _stops(text: str, faults: list[Fault]) -> tuple[float, ...]:
    """Kilometres of the stops; empty where none are given or one is no number."""
    stops = []
    for part in text.split(",") if text.strip() else ():
        try:
            value = float(part) if "_" not in part else math.nan
        except ValueError:
            value = math.nan
        if not math.isfinite(value):
            faults.append(Fault("stops-number", {"found": part.strip()[:40]}))
        stops.append(value)
    if len(stops) == 1:
        faults.append(Fault("stops-two", {}))
    return tuple(stops) if all(math.isfinite(stop) for stop in stops) else ()


def _misplaced(stops: tuple[float, ...], profile: Profile) -> list[Fault]:
    first, last = profile.ends
    ends = {"first": f"{first:g}", "last": f"{last:g}"}
    outside = [stop for stop in stops if not first <= stop <= last]
    faults = [Fault("stops-outside", {"found": f"{stop:g}", **ends}) for stop in outside]
    for before, after in zip(stops, stops[1:], strict=False):
        if after - before < LEAST:
            values = {"found": f"{after:g}", "before": f"{before:g}", "least": f"{1000.0 * LEAST:.0f}"}
            faults.append(Fault("stops-order", values))
    return faults
