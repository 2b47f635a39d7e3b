"""A curve of the share of rail with levels of countries and of pairs drawn from a common spread.

A linear mixed model of the logit: terms that hold everywhere, a level for each country, one for each pair,
and what is left of a row. The three spreads are found by restricted likelihood. A pair that was not there has
an unknown level: its share is the mean over it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

Array = NDArray[np.float64]
Names = NDArray[np.str_]

LEAST, MOST = 0.02, 0.98
"""Shares are held to these: nobody knows them better."""
START = (0.3, 0.7, 0.4)
"""Spreads of countries, of pairs and of rows where the search begins, of the logit."""
NODES = 15
"""Places at which the unknown level is taken."""


@dataclass(frozen=True, slots=True)
class Told:
    """Rows to fit; arrays are (rows,) unless told."""

    terms: Array
    """Columns that hold everywhere, the level first: (rows, terms)."""
    share: Array
    """Of rail."""
    country: Names
    """Of both ends."""
    pair: Names
    """Of cities."""
    loose: Array
    """Variance of a row over that of the best rows."""


@dataclass(frozen=True, slots=True)
class Hierarchy:
    """A fitted model."""

    slopes: Array
    """Of the terms: (terms,)."""
    levels: dict[str, float]
    """Of each country, drawn towards none."""
    spread: tuple[float, float, float]
    """Of countries, of pairs and of rows, of the logit."""

    def share(self, terms: Array, country: Names) -> Array:
        """Mean share of new pairs over their unknown level; rows of the best sort."""
        known = np.array([name in self.levels for name in country])
        middle = terms @ self.slopes + np.array([self.levels.get(str(name), 0.0) for name in country])
        wide = np.sqrt(self.spread[1] ** 2 + self.spread[2] ** 2 + np.where(known, 0.0, self.spread[0] ** 2))
        at, weight = np.polynomial.hermite_e.hermegauss(NODES)
        shares = 1.0 / (1.0 + np.exp(-middle[:, np.newaxis] - wide[:, np.newaxis] * at))
        found: Array = shares @ weight / weight.sum()
        return found


def fitted(told: Told) -> Hierarchy:
    """Fit by restricted likelihood."""
    held = np.clip(told.share, LEAST, MOST)
    logit = np.log(held / (1.0 - held))
    countries = sorted(set(told.country))
    own = (told.country[:, np.newaxis] == np.array(countries)).astype(np.float64)
    same = (told.pair[:, np.newaxis] == told.pair).astype(np.float64)
    parts = (own @ own.T, same, np.diag(told.loose))
    found = minimize(lambda logs: _loss(logs, parts, told.terms, logit), np.log(START), method="Nelder-Mead")
    spread = np.exp(found.x)
    inverse = np.linalg.inv(_whole(spread, parts))
    slopes = np.linalg.solve(told.terms.T @ inverse @ told.terms, told.terms.T @ inverse @ logit)
    pulled = spread[0] ** 2 * own.T @ inverse @ (logit - told.terms @ slopes)
    levels = dict(zip(map(str, countries), pulled.tolist(), strict=True))
    return Hierarchy(slopes, levels, (float(spread[0]), float(spread[1]), float(spread[2])))


def _whole(spread: Array, parts: tuple[Array, Array, Array]) -> Array:
    whole: Array = sum(wide**2 * part for wide, part in zip(spread, parts, strict=True))
    return whole


def _loss(logs: Array, parts: tuple[Array, Array, Array], terms: Array, logit: Array) -> float:
    """Twice the restricted likelihood, turned round, less a constant."""
    whole = _whole(np.exp(np.clip(logs, -6.0, 3.0)), parts)
    inverse = np.linalg.inv(whole)
    square = terms.T @ inverse @ terms
    left = logit - terms @ np.linalg.solve(square, terms.T @ inverse @ logit)
    return float(np.linalg.slogdet(whole)[1] + np.linalg.slogdet(square)[1] + left @ inverse @ left)
