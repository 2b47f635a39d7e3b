"""From ground to a whole line: price, plan, profile, price again by the profile, plan again; keep the better.

What the raster does not show is drawn a few times, seeded: each sample is a likely ground with a profile of
its own, and quantities and cost come as samples. The profile told lies on the raster's ground alone.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from egiz.engines.alignment.price import metre_price, unseen
from egiz.engines.alignment.price.corridor import corridor
from egiz.engines.alignment.record import (
    Alignment,
    Array,
    Array32,
    Field,
    Plan,
    Prices,
    Profile,
    Quantities,
    Standard,
    Structure,
)
from egiz.engines.alignment.roughness import how_rough, noise
from egiz.engines.alignment.route import route
from egiz.engines.alignment.structure import Table, table_of
from egiz.engines.alignment.vertical import Fineness, NoProfileError, Stops, Strip, profile
from egiz.errors import EgizError, EngineError

PLATFORM = 400.0
"""Length of line that is level at each point to pass [m]."""
QUICK = Fineness(step=150.0, level=0.5, refinements=1)
"""How finely plans are compared, and samples of the ground looked at: their own doubt is far larger."""
PAYS = 0.02
"""Where less than this part of the cost comes from the ground seen, no second plan is looked for."""


class NoLineError(EgizError):
    """No line keeps to the grade limit; says where it is stopped."""

    def __init__(self, x: float, y: float, stopped: NoProfileError) -> None:
        self.x = x
        """x of the place [m]."""
        self.y = y
        """y of the place [m]."""
        self.chainage = stopped.chainage
        """Way from the start of the line that was tried [m]."""
        self.missing = stopped.missing
        """How much longer the line to there would have to be at least [m]; 0 if it lacks something else."""
        super().__init__(f"no line at x {x:.0f} m, y {y:.0f} m: {stopped}")


def align(
    field: Field, points: Array, standard: Standard, prices: Prices, seed: int = 0, samples: int = 8
) -> Alignment:
    """Cheapest line through points, in plan and profile.

    Parameters
    ----------
    field
        The ground.
    points
        x and y of each point to pass [m]: (points, 2).
    standard
        Radius, grade and vertical radius to keep.
    prices
        What earth and structures cost.
    seed
        Seed of the study.
    samples
        How many likely grounds to draw where the raster does not show all.

    Returns
    -------
    Alignment
        Plan, profile, and what they take.

    Raises
    ------
    EngineError
        There is no way in plan.
    NoLineError
        There is none in profile; says where.
    """
    price = metre_price(field, standard, prices)
    plan = routed(field, price, points, standard, prices)
    return aligned(field, plan, standard, prices, seed, samples)


def routed(field: Field, price: Array32, points: Array, standard: Standard, prices: Prices) -> Plan:
    """Cheaper of two plans: by the price of the ground, and by what the profile of the first costs.

    Parameters
    ----------
    field
        The ground.
    price
        Price of a metre by cell [USD/m]: (rows, columns).
    points
        x and y of each point to pass [m]: (points, 2).
    standard
        Radius, grade and vertical radius to keep.
    prices
        What earth and structures cost.

    Returns
    -------
    Plan
        The one whose profile costs less.
    """
    table = table_of(prices)
    first = route(field, price, points, standard)
    strip = strip_of(field, first)
    before = _profiled(strip, first, standard, table, QUICK)
    costs = _metre_costs(strip, before, table)
    if _grounds_part(strip, costs, table) < PAYS:
        return first
    unseen_costs = _unseen(field, first, before, standard, table)
    near = corridor(field, price, first, before, costs + unseen_costs)
    try:
        second = route(near.field, near.price, points, standard)
        after = _profiled(strip_of(field, second), second, standard, table, QUICK)
    except (EngineError, NoLineError):
        return first
    return second if after.cost < before.cost else first


def aligned(
    field: Field, plan: Plan, standard: Standard, prices: Prices, seed: int = 0, samples: int = 8
) -> Alignment:
    """Give a plan its profile, and tell what the line takes.

    Parameters
    ----------
    field
        The ground.
    plan
        The line in plan.
    standard
        Grade and vertical radius to keep.
    prices
        What earth and structures cost.
    seed
        Seed of the study.
    samples
        How many likely grounds to draw where the raster does not show all.

    Returns
    -------
    Alignment
        Plan, profile on the raster's ground, cost and quantities by sample.

    Raises
    ------
    NoLineError
        There is no line in profile; says where.
    """
    table = table_of(prices)
    strip = strip_of(field, plan)
    found = _profiled(strip, plan, standard, table)
    deviation = _between(field, field.deviation, plan.x, plan.y)
    likely = [found] * samples
    if deviation.max() > 0.0:
        likely = [
            _profiled(
                _rougher(strip, field, deviation, (sample, samples, seed)), plan, standard, table, QUICK
            )
            for sample in range(samples)
        ]
    cost = np.array([one.cost for one in likely])
    return Alignment(plan, found, cost, _quantities(likely, strip, plan))


def strip_of(field: Field, plan: Plan) -> Strip:
    """The ground along a plan.

    Parameters
    ----------
    field
        The ground.
    plan
        The line in plan.

    Returns
    -------
    Strip
        Heights between cells, water and weight of the nearest, at the stations of the plan.
    """
    row, column = _place(field, plan.x, plan.y)
    nearest = np.rint(row).astype(np.int64), np.rint(column).astype(np.int64)
    height = _between(field, field.height, plan.x, plan.y)
    return Strip(plan.chainage, height, field.water[nearest], field.weight[nearest].astype(np.float64))


def _profiled(
    strip: Strip, plan: Plan, standard: Standard, table: Table, fineness: Fineness | None = None
) -> Profile:
    """Profile tied to the ground at both ends, level at every point to pass."""
    level = np.full(len(plan.stops), np.inf)
    level[[0, -1]] = np.nan
    try:
        return profile(strip, standard, table, Stops(plan.stops, level, PLATFORM), fineness)
    except NoProfileError as stopped:
        x, y = (float(np.interp(stopped.chainage, plan.chainage, part)) for part in (plan.x, plan.y))
        raise NoLineError(x, y, stopped) from stopped


def _rougher(strip: Strip, field: Field, deviation: Array, sample: tuple[int, int, int]) -> Strip:
    """A likely ground: the raster's with noise; the samples share out how rough it may be."""
    number, samples, seed = sample
    more = (
        deviation
        * how_rough(field, (number + 0.5) / samples)
        * noise(strip.chainage, field, str(number), seed)
    )
    return replace(strip, height=strip.height + np.where(strip.water, 0.0, more))


def _quantities(likely: list[Profile], strip: Strip, plan: Plan) -> Quantities:
    """What profiles take, one sample each."""
    way = np.append(np.diff(strip.chainage), 0.0)
    return Quantities(
        length_m=plan.length,
        fill_m3=np.array([one.fill_m3 for one in likely]),
        cut_m3=np.array([one.cut_m3 for one in likely]),
        viaduct_m=np.array([one.viaduct_m for one in likely]),
        viaduct_area_m2=np.array([_viaduct_area(one) for one in likely]),
        tunnel_m=np.array([one.tunnel_m for one in likely]),
        bridge_m=np.array([one.bridge_m for one in likely]),
        built_up_m=float(way[strip.weight > 1.0].sum()),
    )


def _viaduct_area(found: Profile) -> float:
    """Length times height of viaducts [m2]."""
    way = np.diff(found.chainage)
    share = 0.5 * (np.append(way, 0.0) + np.append(0.0, way))
    return float((found.level - found.ground)[found.structure == Structure.VIADUCT]
                 @ share[found.structure == Structure.VIADUCT])  # fmt: skip


def _metre_costs(strip: Strip, found: Profile, table: Table) -> Array:
    """What a metre costs at each station of a profile [USD/m], weights included."""
    seen = strip.at(found.chainage)
    weight = np.where(np.isfinite(seen.weight), seen.weight, 1.0)
    return np.asarray(table.price_at(found.level - found.ground, seen.water.astype(np.int64)) * weight)


def _grounds_part(strip: Strip, costs: Array, table: Table) -> float:
    """Part of the price of a line that is not that of flat dry ground: all that another plan could save."""
    weight = strip.weight[np.isfinite(strip.weight)].mean()
    return float(1.0 - table.price[0].min() * weight / costs.mean())


def _unseen(field: Field, plan: Plan, found: Profile, standard: Standard, table: Table) -> Array:
    """What ground that the raster does not show adds at each station of a profile [USD/m]."""
    extra, widest = unseen(field, standard, table)
    deviation = np.interp(found.chainage, plan.chainage, _between(field, field.deviation, plan.x, plan.y))
    return np.interp(deviation, np.linspace(0.0, widest, len(extra)), extra)


def _place(field: Field, x: Array, y: Array) -> tuple[Array, Array]:
    """Row and column of places, within the field."""
    rows, columns = field.height.shape
    row = np.clip((y - field.south) / field.cell, 0.0, rows - 1.0)
    return row, np.clip((x - field.west) / field.cell, 0.0, columns - 1.0)


def _between(field: Field, values: Array32, x: Array, y: Array) -> Array:
    """Values of a raster between its cells."""
    row, column = _place(field, x, y)
    rows, columns = values.shape
    r = np.minimum(row.astype(np.int64), max(rows - 2, 0))
    c = np.minimum(column.astype(np.int64), max(columns - 2, 0))
    up, right = row - r, column - c
    below = values[r, c] * (1.0 - right) + values[r, np.minimum(c + 1, columns - 1)] * right
    r = np.minimum(r + 1, rows - 1)
    above = values[r, c] * (1.0 - right) + values[r, np.minimum(c + 1, columns - 1)] * right
    found: Array = below * (1.0 - up) + above * up
    return found
