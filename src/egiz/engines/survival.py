"""Chance that a new air route is still flown after so many months."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from egiz.errors import EngineError

Array = NDArray[np.float64]


def exit_hazard(size: Array, cover: Array, usual: Array, thinness: Array, elasticity: Array) -> Array:
    """Hazard of a new route to be given up [1/month].

    Parameters
    ----------
    size
        Passengers of a mature year over those at which the level is stated [1], shape (..., draws).
    cover
        Revenue over cost without support, which is load over the load that breaks even, over the same of the
        routes that the hazard was fitted on [1]; broadcast against the size.
    usual
        Hazard where size and cover are one [1/month], shape (draws,).
    thinness
        Change of its logarithm by the logarithm of size [1], shape (draws,); a draw may lie above zero.
    elasticity
        Fall of that logarithm by the logarithm of cover [1], not below zero, shape (draws,).

    Returns
    -------
    Array
        Hazard [1/month], of the shape that all broadcast to; infinite without passengers or revenue.

    Raises
    ------
    EngineError
        Size, cover or elasticity below zero or not a number.

    Notes
    -----
    Source: complementary log-log hazard of decision 0010, fitted by ``tools/fit_exit.py``.
    """
    for what, values in (("size", size), ("cover", cover), ("elasticity", elasticity)):
        if not (values >= 0.0).all():
            raise EngineError(what, "is below zero or not a number", "cut it at zero before")
    tiny = np.finfo(np.float64).tiny
    passengers, strength = np.log(np.maximum(size, tiny)), np.log(np.maximum(cover, tiny))
    with np.errstate(over="ignore"):
        relative = np.exp(thinness * passengers - elasticity * strength)
    result: Array = usual * np.where((size > 0.0) & (cover > 0.0), relative, np.inf)
    return result


def ramped(ramp: Array, months: Array, thinness: Array) -> Array:
    """Months at the mature hazard that weigh as much as the months of a ramp-up.

    Parameters
    ----------
    ramp
        Passengers of each period over mature ones [1], above zero, shape (..., periods, draws).
    months
        Length of each period [month], above zero, shape (periods, 1) or (periods, draws).
    thinness
        Change of the logarithm of the hazard by that of size [1], shape (draws,).

    Returns
    -------
    Array
        Months [month], shape (..., draws): the sum of months where the ramp is one throughout.

    Raises
    ------
    EngineError
        A period without passengers or length.

    Notes
    -----
    A hazard goes with size to the power of thinness, so the ramp comes out of the sum over periods. The whole
    is exact as long as no period reaches the size beyond which no route is safer.
    """
    for what, values in (("ramp", ramp), ("months", months)):
        if not (values > 0.0).all():
            raise EngineError(what, "is not above zero", "leave an empty period out")
    result: Array = (months * ramp**thinness).sum(axis=-2)
    return result


def surviving(hazard: Array, months: Array) -> Array:
    """Chance to live so many months.

    Parameters
    ----------
    hazard
        Hazard [1/month], shape (..., draws).
    months
        Months that it lasts [month], broadcast against the hazard.

    Returns
    -------
    Array
        Chance [1]: 1 where there is no hazard, 0 where it is infinite.

    Raises
    ------
    EngineError
        A hazard below zero or not a number, or no months.

    Notes
    -----
    ``exp(-months x hazard)``: the months of a discrete-time cloglog hazard multiply to just this.
    """
    if not (hazard >= 0.0).all():
        raise EngineError("hazard", "is below zero or not a number", "take it from exit_hazard")
    if not (months > 0.0).all():
        raise EngineError("months", "are not above zero", "take them from ramped")
    with np.errstate(over="ignore"):
        result: Array = np.exp(-hazard * months)
    return result
