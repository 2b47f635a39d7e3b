"""Trains by name: the facts about each, and the train that an engine takes.

Facts are in field units (t, kN, kW, km/h); the conversion to SI happens here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from egiz.engines.train import Davis, Motor, Train
from egiz.errors import InputError
from egiz.facts.dated import Dated
from egiz.figures.assumption import Assumption

KILO = 1000.0
"""Of t to kg, kN to N, kW to W."""
KMH = 3.6
"""A metre a second in km/h."""

OF_A_TRAIN = (
    "auxiliary_power",
    "braking",
    "resistance_constant",
    "resistance_doubt",
    "resistance_linear",
    "resistance_square",
    "rotating_mass",
    "starting_force",
    "traction_power",
    "train_length",
    "train_mass",
    "train_seats",
    "train_top_speed",
)
"""Facts that every train has."""
OF_SOME = ("corner_force", "starting_acceleration")
"""Facts that some trains have."""
OF_ALL = (
    "braking_returned",
    "curve_resistance",
    "recovery_margin",
    "stop_minutes",
    "traction_efficiency",
    "tunnel_drag",
)
"""Facts about any train."""
ANY = "rail"
"""Scope of facts about any train."""


@dataclass(frozen=True, slots=True)
class Stock:
    """A sort of train as the facts know it."""

    name: str
    """Scope of its facts, such as ``velaro-rus``."""
    facts: Mapping[str, Assumption]
    """By the name of the fact; those about any train among them."""

    @property
    def middles(self) -> Mapping[str, float]:
        """Middle of each fact."""
        return {name: fact.middle for name, fact in self.facts.items()}

    @property
    def train(self) -> Train:
        """The train with every fact in its middle."""
        return train_with(self.middles)


def stock_names(known: Dated) -> tuple[str, ...]:
    """Every train that the facts know, sorted."""
    return known.scopes("train_mass")


def stock_of(known: Dated, name: str) -> Stock:
    """Look up a train.

    Parameters
    ----------
    known
        Facts known by a day.
    name
        Such as ``velaro-rus``.

    Raises
    ------
    InputError
        ``unknown-train`` with the trains that are known.
    """
    if name not in stock_names(known):
        raise InputError.of("unknown-train", {"name": name, "known": ", ".join(stock_names(known))})
    facts = {fact: known.pick(fact, name) for fact in OF_A_TRAIN}
    maybe = {fact: known.find(fact, name) for fact in OF_SOME}
    facts |= {fact: found for fact, found in maybe.items() if found is not None}
    return Stock(name, facts | {fact: known.pick(fact, ANY) for fact in OF_ALL})


def train_with(values: Mapping[str, float]) -> Train:
    """Make a train of one value for each fact, each in the unit of its fact.

    Parameters
    ----------
    values
        By the name of the fact: all of `OF_A_TRAIN` and `OF_ALL`, and of `OF_SOME` what is known.
    """
    davis = Davis(
        values["resistance_constant"] * KILO, values["resistance_linear"], values["resistance_square"]
    )
    return Train(
        mass=values["train_mass"] * KILO,
        length=values["train_length"],
        inertia=values["rotating_mass"],
        davis=davis.times(values["resistance_doubt"]),
        motor=_motor(values),
        deceleration=values["braking"],
        top_speed=values["train_top_speed"] / KMH,
        seats=values["train_seats"],
        acceleration=values.get("starting_acceleration", np.inf),
    )


def _motor(values: Mapping[str, float]) -> Motor:
    """Force falls evenly from the start to the corner, where the power begins to bind."""
    power, start = values["traction_power"] * KILO, values["starting_force"] * KILO
    corner = min(values.get("corner_force", values["starting_force"]) * KILO, start)
    return Motor(
        np.array([0.0, power / corner]),
        np.array([start, corner]),
        power,
        values["traction_efficiency"],
        values["braking_returned"],
        values["auxiliary_power"] * KILO,
    )
