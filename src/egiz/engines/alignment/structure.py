"""What carries a line at a height over the ground, and what a metre of it costs: any table will do.

Earth is cheap near the ground and dear away from it; a viaduct or a tunnel has its price at once. The cheaper
of them makes a price that is not convex, so it is tabulated, not solved for.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from egiz.engines.alignment.record import Array, Codes, Prices, Structure

HEIGHT_STEP = 0.1
"""Spacing of the table [m]: earthworks err by less than a coin of a metre's price."""
LEAST_RANGE = 40.0
"""The table reaches at least this far up and down [m]."""
LARGEST_RANGE = 400.0
"""Where earth never gives way to a structure the table ends here; beyond it prices go on straight [m]."""


@dataclass(frozen=True, slots=True)
class Table:
    """Prices and quantities of a metre of line by its height over the ground, on land and over water."""

    lowest: float
    """Height of the first row [m]."""
    step: float
    """Height from row to row [m]."""
    price: Array
    """Price of a metre [USD/m]: (2, rows), land and water; inf where nothing carries the line."""
    structure: Codes
    """What carries it: (2, rows), codes of `Structure`."""
    fill: Array
    """Area of fill across the line [m2]: (2, rows)."""
    cut: Array
    """Area of cut across the line [m2]: (2, rows)."""

    def rows(self, height: Array) -> NDArray[np.int64]:
        """Nearest row of each height, the ends where it lies beyond."""
        last = self.price.shape[1] - 1
        return np.clip(np.rint((height - self.lowest) / self.step), 0, last).astype(np.int64)

    def price_at(self, height: Array, kind: NDArray[np.int64]) -> Array:
        """Price of a metre at each height [USD/m], between rows and straight on beyond them.

        Parameters
        ----------
        height
            Height over the ground [m], any shape.
        kind
            0 on land and 1 over water, same shape.

        Returns
        -------
        Array
            Price [USD/m], same shape.
        """
        place = (height - self.lowest) / self.step
        row = np.clip(np.floor(place), 0, self.price.shape[1] - 2).astype(np.int64)
        before, after = self.price[kind, row], self.price[kind, row + 1]
        price: Array = before + (place - row) * (after - before)
        return price


def table_of(prices: Prices) -> Table:
    """Tabulate what a metre costs when the cheapest structure carries it.

    Parameters
    ----------
    prices
        Prices of earth and structures.

    Returns
    -------
    Table
        On land the cheapest of fill, cut, viaduct and tunnel; over water a bridge, or a tunnel below it.
    """
    reach = _reach(prices)
    height = np.arange(-reach, reach + 1) * HEIGHT_STEP
    up, down = np.maximum(height, 0.0), np.maximum(-height, 0.0)
    fill = (prices.formation + prices.fill_slope * up) * up
    cut = (prices.formation_in_cut + prices.cut_slope * down) * down
    below = height < 0.0
    earth = np.where(below, prices.cut * cut, prices.fill * fill)
    built = np.where(below, prices.tunnel, prices.viaduct + prices.viaduct_height * up)
    over_water = np.where(below, prices.tunnel, prices.bridge + prices.viaduct_height * up)
    is_earth = earth <= built
    soil = np.where(below, Structure.CUT, Structure.EARTH_FILL)
    work = np.where(below, Structure.TUNNEL, Structure.VIADUCT)
    code = np.where(is_earth, soil, work)
    water_code = np.where(below, Structure.TUNNEL, Structure.BRIDGE)
    nothing = np.zeros_like(height)
    return Table(
        lowest=float(height[0]),
        step=HEIGHT_STEP,
        price=prices.base + np.stack([np.minimum(earth, built), over_water]),
        structure=np.stack([code, water_code]).astype(np.int8),
        fill=np.stack([np.where(is_earth, fill, 0.0), nothing]),
        cut=np.stack([np.where(is_earth, cut, 0.0), nothing]),
    )


def switches(prices: Prices) -> tuple[float, float]:
    """Height of fill at which a viaduct takes over, and depth of cut at which a tunnel does [m]."""
    formation = prices.fill * prices.formation - prices.viaduct_height
    return (
        _root(prices.fill * prices.fill_slope, formation, prices.viaduct),
        _root(prices.cut * prices.cut_slope, prices.cut * prices.formation_in_cut, prices.tunnel),
    )


def _root(square: float, linear: float, constant: float) -> float:
    """Positive x at which square x2 + linear x reaches a constant; inf if it never does."""
    if square <= 0.0:
        return constant / linear if linear > 0.0 else np.inf
    return float((np.sqrt(linear**2 + 4.0 * square * constant) - linear) / (2.0 * square))


def _reach(prices: Prices) -> int:
    """Rows of the table on either side of the ground."""
    far = min(LARGEST_RANGE, max(LEAST_RANGE, 1.2 * max(switches(prices))))
    return int(np.ceil(far / HEIGHT_STEP))
