"""Finds the lines that were asked for, and tells which place blocks where there is none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from egiz.engines.alignment import NoLineError, aligned, metre_price, routed
from egiz.engines.alignment.record import Alignment, Array, Field, Plan
from egiz.errors import InputError
from egiz.proposals.fast_rail.corridor import field_of
from egiz.proposals.fast_rail.price import prices_of
from egiz.proposals.fast_rail.standard import KMH
from egiz.study.align.asked import PERMILLE, Request, told
from egiz.study.align.cost import Cost, cost_of
from egiz.world.frame import Frame
from egiz.world.sphere import METRES_PER_KILOMETRE, distance_km

Progress = Callable[[str, str], None]

SAMPLES = 8
"""Likely grounds drawn where the terrain does not show all."""
SEED = 1


@dataclass(frozen=True, slots=True)
class Line:
    """One of the lines found."""

    alignment: Alignment
    """Plan, profile and quantities, in the plane."""
    cost: Cost
    """What building costs."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Every line found."""

    request: Request
    """What was asked."""
    frame: Frame
    """Turns the plane to the Earth."""
    straight_km: float
    """Sum of the straight ways from point to point [km]."""
    lines: tuple[Line, ...]
    """By rising cost."""


def answered(request: Request, progress: Progress) -> Answer:
    """Find lines between points.

    Raises
    ------
    InputError
        Faults of the ground (`field_of`), ``line-blocked`` and ``line-too-steep`` with the place.
    """
    progress("ground", request.terrain.name)
    frame, field = field_of(request.points, request.terrain, request.cell, request.margin, request.surface)
    at = np.stack(frame.to_plane(request.points[:, 0], request.points[:, 1]), axis=-1)
    speed = request.standard.speed * KMH
    lines = []
    for number, plan in enumerate(_plans(request, frame, field, at, progress), 1):
        progress("profile", str(number))
        found = _aligned(request, frame, field, plan)
        lines.append(Line(found, cost_of(found, request.facts, speed, len(request.points))))
    straight = sum(
        distance_km(*one, *other) for one, other in zip(request.points, request.points[1:], strict=False)
    )
    ranked = sorted(lines, key=lambda line: line.cost.total.middle)
    return Answer(request, frame, float(straight), tuple(ranked))


def _plans(request: Request, frame: Frame, field: Field, at: Array, progress: Progress) -> tuple[Plan, ...]:
    """Lines in plan."""
    prices = prices_of(request.facts)
    progress("line", str(request.count))
    price = metre_price(field, request.standard, prices)
    try:
        return (routed(field, price, at, request.standard, prices),)
    except NoLineError as error:
        raise _steep(request, frame, error) from None


def _aligned(request: Request, frame: Frame, field: Field, plan: Plan) -> Alignment:
    prices = prices_of(request.facts)
    try:
        return aligned(field, plan, request.standard, prices, SEED, SAMPLES)
    except NoLineError as error:
        raise _steep(request, frame, error) from None


def _steep(request: Request, frame: Frame, error: NoLineError) -> InputError:
    """Say which place blocks."""
    latitude, longitude = frame.to_globe(error.x, error.y)
    values: dict[str, str | int | float] = {
        "place": told(float(latitude), float(longitude)),
        "km": round(error.chainage / METRES_PER_KILOMETRE),
        "grade": f"{request.standard.grade * PERMILLE:g}",
        "missing": round(error.missing / METRES_PER_KILOMETRE, 1),
    }
    return InputError.of("line-too-steep", values)
