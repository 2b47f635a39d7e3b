"""Chance that a new air route is still flown after so many months."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from egiz.errors import EngineError

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class ExitLaw:
    """What the exit hazard of a new route depends on; every array broadcasts to shape (draws,)."""

    level: Array
    """Logarithm of the hazard [1/month] at the scale of passengers and the reference cover."""
    thinness: Array
    """Change of that logarithm by the logarithm of passengers [1]; a draw may lie above zero."""
    cover: Array
    """Fall of that logarithm by the logarithm of cover [1], not below zero."""
    passengers_scale: Array
    """Passengers at which the level is stated [pax/year]."""
    passengers_most: Array
    """More passengers than this make no route safer [pax/year]."""
    cover_reference: Array
    """Cover of the routes that the level was fitted on [1]."""
    cover_most: Array
    """More cover than this makes no route safer [1]."""


def exit_hazard(passengers: Array, cover: Array, law: ExitLaw) -> Array:
    """Hazard of a new route to be given up [1/month].

    Parameters
    ----------
    passengers
        Passengers at the pace of the period, both directions [pax/year], shape (..., draws).
    cover
        Revenue over cost without support, which is load over the load that breaks even [1]; broadcast
        against the passengers.
    law
        The coefficients.

    Returns
    -------
    Array
        Hazard [1/month]; infinite without passengers or revenue.

    Raises
    ------
    EngineError
        Passengers or cover below zero or not a number, or a cover coefficient below zero.

    Notes
    -----
    Source: complementary log-log hazard of decision 0010, fitted by ``tools/fit_exit.py``.
    """
    for what, values in (("passengers", passengers), ("cover", cover), ("cover coefficient", law.cover)):
        if not (np.asarray(values) >= 0.0).all():
            raise EngineError(what, "is below zero or not a number", "cut it at zero before")
    tiny = np.finfo(np.float64).tiny
    size = np.maximum(np.minimum(passengers, law.passengers_most), tiny) / law.passengers_scale
    strength = np.maximum(np.minimum(cover, law.cover_most), tiny) / law.cover_reference
    with np.errstate(over="ignore"):
        hazard = np.exp(law.level + law.thinness * np.log(size) - law.cover * np.log(strength))
    return np.where((passengers > 0.0) & (cover > 0.0), hazard, np.inf)


def surviving(hazard: Array, months: Array) -> Array:
    """Chance to live through all periods.

    Parameters
    ----------
    hazard
        Hazard within each period [1/month], shape (..., periods, draws).
    months
        Length of each period [month], above zero, shape (periods,).

    Returns
    -------
    Array
        Chance [1], shape (..., draws): 1 where no period has a hazard, 0 where one is infinite.

    Raises
    ------
    EngineError
        A hazard below zero or not a number, or a period without length.

    Notes
    -----
    ``exp(-sum months x hazard)``: the months of a discrete-time cloglog hazard multiply to just this.
    """
    if not (hazard >= 0.0).all():
        raise EngineError("hazard", "is below zero or not a number", "take it from exit_hazard")
    if not (months > 0.0).all():
        raise EngineError("months", "are not above zero", "leave an empty period out")
    with np.errstate(over="ignore"):
        result: Array = np.exp(-(hazard * months[:, np.newaxis]).sum(axis=-2))
    return result


def chance_alive(passengers: Array, cover: Array, months: Array, law: ExitLaw) -> Array:
    """Chance that each option is still flown at the end of the last period.

    Parameters
    ----------
    passengers
        Pace of each period, ramp-up included [pax/year], shape (options, periods, draws).
    cover
        Revenue over cost of each option at mature demand, without support [1], shape (options, draws).
    months
        Length of each period [month], shape (periods,).
    law
        The coefficients.

    Returns
    -------
    Array
        Chance [1], shape (options, draws).

    Raises
    ------
    EngineError
        As `exit_hazard` and `surviving`.
    """
    return surviving(exit_hazard(passengers, cover[..., np.newaxis, :], law), months)
