"""What a line for a speed must keep to, from the rows of ``facts/rail_standard.csv``."""

from __future__ import annotations

import numpy as np

from egiz.engines.alignment.record import Standard
from egiz.facts.dated import Dated

KMH = 3.6
"""A metre a second in km/h."""
ANY = "rail"
"""Scope of what holds at every speed."""


def standard_of(facts: Dated, speed_kmh: float, grade: float | None = None) -> Standard:
    """Radius, grade and vertical radius of a line for a speed.

    Parameters
    ----------
    facts
        Facts known by a day.
    speed_kmh
        Speed of the line [km/h].
    grade
        Largest grade [1]; none: the usual one.

    Notes
    -----
    Radii grow with the square of the speed; between the speeds of the rows the factor is straight, beyond
    them that of the nearest. Below its lowest row the vertical radius is that of the row.
    """
    rise = facts.pick("line_grade", ANY).middle if grade is None else grade
    lowest = min(float(scope) for scope in facts.scopes("vertical_radius"))
    return Standard(
        radius=_by_speed(facts, "line_radius", speed_kmh),
        grade=rise,
        vertical_radius=_by_speed(facts, "vertical_radius", max(speed_kmh, lowest)),
        speed=speed_kmh / KMH,
    )


def _by_speed(facts: Dated, name: str, speed: float) -> float:
    """A radius [m] at a speed [km/h]."""
    speeds = sorted(facts.scopes(name), key=float)
    at = np.array([float(scope) for scope in speeds])
    factors = np.array([facts.pick(name, scope).middle for scope in speeds]) / at**2
    return float(np.interp(speed, at, factors) * speed**2)
