"""What sheets are told of every train that could run a design, over each extent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from egiz.facts.dated import Dated
from egiz.facts.ground import SURVEYED
from egiz.figures.assumption import Given
from egiz.figures.part import Stack
from egiz.figures.unit import Array
from egiz.proposals.fast_rail.alternative import NODE_AXES, Alternative, cited
from egiz.proposals.fast_rail.network import Network
from egiz.proposals.fast_rail.running import Ran
from egiz.proposals.fast_rail.survey import Survey
from egiz.proposals.fast_rail.terms import DESIGNS, TRAINS, USUAL

PAIRING = ("extent", "design_train")
"""Axes of trains that could run a design."""


def pairing_axes(
    network: Network, surveyed: Survey, listed: Sequence[Alternative]
) -> Mapping[str, tuple[str, ...]]:
    """Labels: every design with every train that could run it, and the trains of the design agreed."""
    told = tuple(f"{extent}-{train}" for extent in network.extents for train in _told(surveyed, listed))
    return {"design_train": tuple(f"{one}-{train}" for one, train in surveyed.runs), "train": told}


def pairing_stacks(surveyed: Survey, facts: Dated) -> Mapping[str, Stack]:
    """Seats of those trains."""
    seats = tuple(facts.pick("train_seats", train) for _, train in surveyed.runs)
    return {"pairing_seats": Stack("design_train", seats)}


def pairing_inputs(network: Network, surveyed: Survey, listed: Sequence[Alternative]) -> Mapping[str, Given]:
    """Runs and electricity of each train from end to end, and which of them the design agreed may take."""
    pairs = tuple(surveyed.runs)
    parts = [network.parts(extent) for extent in network.extents]
    rows = [[[runs[part] for part in own] for runs in surveyed.runs.values()] for own in parts]
    of = [[one == design for design in DESIGNS] for one, _ in pairs]
    own = [[pair == (design, TRAINS[design]) for pair in pairs] for design in DESIGNS]
    told = [
        [[far == extent and pair == (_agreed(listed), train) for pair in pairs] for far in network.extents]
        for extent in network.extents
        for train in _told(surveyed, listed)
    ]
    found = (
        _given("train_runs", "h", (*PAIRING, *NODE_AXES), [[_hours(one) for one in row] for row in rows]),
        _given("train_drawn", "kWh/km", PAIRING, [[_energy(one) for one in row] for row in rows]),
        _given("design_run", "1", ("design_train", "design"), of),
        _given("design_own", "1", ("design", "design_train"), own),
        _given("train_told", "1", ("train", *PAIRING), told),
    )
    return {one.key: cited(one, surveyed.ground) for one in found}


def _agreed(listed: Sequence[Alternative]) -> str:
    """The design agreed, else the usual one."""
    design = next(one.design for one in listed if one.chosen)
    return design if design in DESIGNS else USUAL


def _told(surveyed: Survey, listed: Sequence[Alternative]) -> tuple[str, ...]:
    """Trains that could run the design agreed."""
    return tuple(train for design, train in surveyed.runs if design == _agreed(listed))


def _hours(runs: Sequence[Ran]) -> Array:
    """From the first station to the last: (reaches, speeds)."""
    found: Array = np.sum([one.hours.sum(axis=0) for one in runs], axis=0)
    return found


def _energy(runs: Sequence[Ran]) -> float:
    """Electricity of a train-kilometre [kWh/km]."""
    return sum(one.energy * one.length_km for one in runs) / sum(one.length_km for one in runs)


def _given(name: str, unit: str, axes: tuple[str, ...], values: object) -> Given:
    """What is the same in every draw."""
    return Given(name, unit, axes, np.asarray(values, dtype=np.float64)[..., np.newaxis], SURVEYED)
