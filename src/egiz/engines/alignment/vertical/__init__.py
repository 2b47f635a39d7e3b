"""The cheapest line in profile over given ground, by dynamic programming over levels and classes of grade.

Any table of prices works, convex or not. Levels and steps are chosen so that grade limit and vertical radius
fall on whole classes; no state breaks either. A first pass, coarse, takes every level between the lowest and
the highest line that the grade limit lets follow the ground; a second, fine, keeps to a band around the first
and widens it as long as the line runs along its edge.
"""

from __future__ import annotations

import numpy as np

from egiz.engines.alignment.record import Array, Profile, Standard, Structure
from egiz.engines.alignment.structure import Table
from egiz.engines.alignment.vertical.record import Fineness, NoProfileError, Stops, Strip
from egiz.errors import EngineError

__all__ = ["Fineness", "NoProfileError", "Stops", "Strip", "described", "profile"]


def profile(
    strip: Strip,
    standard: Standard,
    table: Table,
    stops: Stops | None = None,
    fineness: Fineness | None = None,
) -> Profile:
    """Cheapest line over a strip of ground.

    Parameters
    ----------
    strip
        Ground along the line.
    standard
        Grade limit and vertical radius to keep.
    table
        What a metre costs by height over the ground; any shape.
    stops
        Where the line is tied; by default to the ground at both ends.
    fineness
        Steps and levels.

    Returns
    -------
    Profile
        Line, structures, quantities and cost, weights included. No grade is above the limit and no change of
        grade sharper than the vertical radius.

    Raises
    ------
    EngineError
        The strip or the standard makes no sense.
    NoProfileError
        No line keeps to the limits; says where.
    """
    from egiz.engines.alignment.vertical.grid import fine_grid
    from egiz.engines.alignment.vertical.search import Problem, line  # compiled loops cost time at the start

    _check(strip, standard)
    tied = (Stops.at_ends(strip) if stops is None else stops).on(strip)
    fineness = Fineness() if fineness is None else fineness
    grid = fine_grid(float(strip.chainage[-1]), standard, fineness)
    grid, level = line(Problem(strip, standard, table, tied), grid, fineness.refinements)
    return described(strip, table, grid.chainage, level)


def described(strip: Strip, table: Table, chainage: Array, level: Array) -> Profile:
    """What a line over a strip of ground takes and costs; a station stands for half the way on either side.

    Parameters
    ----------
    strip
        Ground along the line.
    table
        Prices and areas by height over the ground.
    chainage
        Stations of the line [m]: (stations,).
    level
        Height of the line there [m]: (stations,).

    Returns
    -------
    Profile
        Structures, quantities and cost, weights included.
    """
    seen = strip.at(chainage)
    kind = seen.water.astype(np.int64)
    weight = np.where(np.isfinite(seen.weight), seen.weight, 1.0)
    height = level - seen.height
    way = np.diff(chainage)
    share = 0.5 * (np.append(way, 0.0) + np.append(0.0, way))
    row = table.rows(height)
    structure = table.structure[kind, row]
    grade = np.diff(level) / way
    return Profile(
        chainage=chainage,
        ground=seen.height,
        level=level,
        grade=np.append(grade, grade[-1]),
        structure=structure,
        fill_m3=float(table.fill[kind, row] @ share),
        cut_m3=float(table.cut[kind, row] @ share),
        viaduct_m=float(share[structure == Structure.VIADUCT].sum()),
        tunnel_m=float(share[structure == Structure.TUNNEL].sum()),
        bridge_m=float(share[structure == Structure.BRIDGE].sum()),
        cost=float((table.price_at(height, kind) * weight) @ share),
    )


def _check(strip: Strip, standard: Standard) -> None:
    """Refuse what no programme can work with."""
    if len(strip.chainage) < 2 or strip.chainage[0] != 0.0 or not (np.diff(strip.chainage) > 0.0).all():  # noqa: PLR2004
        raise EngineError("chainage", "does not rise from 0", "give two places or more, the start first")
    if not np.isfinite(strip.height).all():
        raise EngineError("height of the ground", "is not a number somewhere", "fill the gaps first")
    if not (0.0 < standard.grade < 1.0 and standard.vertical_radius > 0.0):
        raise EngineError("standard", "has no grade or no vertical radius", "give a grade between 0 and 1")
