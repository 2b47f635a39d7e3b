"""Finds the lines that were asked for, and tells which place blocks where there is none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from egiz.engines.alignment import (
    Block,
    NoLineError,
    NoWayError,
    Reason,
    aligned,
    distinct,
    metre_price,
    routed,
    unbeaten,
)
from egiz.engines.alignment.record import Alignment, Array, Field, Plan, Standard
from egiz.errors import Fault, InputError, Value
from egiz.proposals.fast_rail.broad import broad_field
from egiz.proposals.fast_rail.laid import SAMPLES, SEED, Laid
from egiz.proposals.fast_rail.price import prices_of
from egiz.study.align.asked import PERMILLE, Request, told
from egiz.study.align.cost import Cost, cost_of
from egiz.study.align.ride import Ride, ride_of
from egiz.world.frame import Frame
from egiz.world.sphere import METRES_PER_KILOMETRE, distance_km

Progress = Callable[[str, str], None]

HOPELESS = 3.0
"""A line that would have to be so many times as long as the straight way is not looked for."""
BARS: Mapping[Reason, str] = {
    Reason.OUTSIDE: "line-no-way-point",
    Reason.CLOSED: "line-no-way-point",
    Reason.CUT: "line-no-way-cut",
    Reason.RADIUS: "line-no-way-radius",
}
"""Fault for each reason that bars a line."""


@dataclass(frozen=True, slots=True)
class Line:
    """One of the lines found."""

    alignment: Alignment
    """Plan, profile and quantities, in the plane."""
    cost: Cost
    """What building costs."""
    ride: Ride
    """How long a train takes."""
    standard: Standard
    """What it keeps to."""
    unbeaten: bool = False
    """Whether a train runs it and no other is cheaper and not slower, or faster and not dearer."""


@dataclass(frozen=True, slots=True)
class Lacking:
    """A speed for which there is no line."""

    standard: Standard
    """What it would have to keep to."""
    fault: Fault
    """Why there is none."""


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
    """By rising cost; of a front by rising speed."""
    lacking: tuple[Lacking, ...] = ()
    """Speeds of a front for which there is none."""


def answered(request: Request, progress: Progress) -> Answer:
    """Find lines between points.

    Raises
    ------
    InputError
        Faults of the ground (`field_of`), ``line-blocked`` and ``line-too-steep`` with the place.
    """
    frame, field = ground_of(request, progress)
    at = np.stack(frame.to_plane(request.points[:, 0], request.points[:, 1]), axis=-1)
    check_rise(request, field, at)
    plans = _plans(request, (frame, field), at, progress)
    lines: list[Line] = []
    for number, plan in enumerate(plans, 1):
        progress("profile", str(number))
        try:
            found = aligned(field, plan, request.standard, prices_of(request.facts), SEED, SAMPLES)
        except NoLineError as error:
            if number == len(plans) and not lines:
                raise steep(request, frame, error) from None
            continue
        lines.append(told_line(found, request, frame))
    lines.sort(key=lambda line: line.cost.total.middle)
    return Answer(request, frame, straight_km(request), compared(lines))


def ground_of(request: Request, progress: Progress) -> tuple[Frame, Field]:
    """The ground of a request, looked at more broadly where water parts it; progress tells how broadly."""

    def broader(margin: float) -> None:
        progress("ground-broader", f"{margin / METRES_PER_KILOMETRE:.0f}")

    progress("ground", request.terrain.name)
    return broad_field(request.points, request.land, request.margins, broader)


def told_line(found: Alignment, request: Request, frame: Frame) -> Line:
    """Work out what a line costs and how long a train takes."""
    ride = ride_of(Laid(found, frame), request.standard.speed, request)
    return Line(found, cost_of(found, request, len(request.points)), ride, request.standard)


def compared(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Mark the lines that no other beats in cost and run time, by their middles."""
    listed = tuple(lines)
    run = [number for number, line in enumerate(listed) if line.ride.minutes is not None]
    cost = np.array([listed[number].cost.total.middle for number in run])
    minutes = np.array([band.middle for number in run if (band := listed[number].ride.minutes) is not None])
    kept = {number for number, mark in zip(run, unbeaten(cost, minutes).tolist(), strict=True) if mark}
    return tuple(replace(line, unbeaten=number in kept) for number, line in enumerate(listed))


def straight_km(request: Request) -> float:
    """Sum of the straight ways from point to point [km]."""
    pairs = zip(request.points, request.points[1:], strict=False)
    return sum(float(distance_km(*one, *other)) for one, other in pairs)


def check_rise(request: Request, field: Field, at: Array) -> None:
    """Refuse ends so far above one another that no search is worth while."""
    column, row = (np.rint((at[[0, -1]] - [field.west, field.south]) / field.cell).astype(np.int64)).T
    rise = float(np.abs(np.diff(field.height[row, column]))[0])
    straight = float(np.hypot(*np.diff(at, axis=0).T).sum())
    if rise > request.standard.grade * straight * HOPELESS:
        values: dict[str, Value] = {
            "place": told(*request.points[-1]),
            "km": round(straight / METRES_PER_KILOMETRE),
            "grade": f"{request.standard.grade * PERMILLE:g}",
            "missing": round((rise / request.standard.grade - straight) / METRES_PER_KILOMETRE, 1),
        }
        raise InputError.of("line-too-steep", values)


def _plans(request: Request, ground: tuple[Frame, Field], at: Array, progress: Progress) -> tuple[Plan, ...]:
    """Lines in plan: the best, and others that keep away from it."""
    (frame, field), standard, prices = ground, request.standard, prices_of(request.facts)
    progress("line", str(request.count))
    price = metre_price(field, standard, prices)
    try:
        best = routed(field, price, at, standard, prices)
        others = distinct(field, price, at, standard, request.count)[1:] if request.count > 1 else ()
    except NoWayError as error:
        raise barred(request, frame, error.block) from None
    except NoLineError as error:
        raise steep(request, frame, error) from None
    return (best, *others)


def barred(request: Request, frame: Frame, block: Block) -> InputError:
    """Say which place bars the way in plan."""
    latitude, longitude = frame.to_globe(block.x, block.y)
    after = min(block.leg + 1, len(request.points) - 1)
    values: dict[str, Value] = {
        "place": told(float(latitude), float(longitude)),
        "first": told(*request.points[block.leg]),
        "second": told(*request.points[after]),
        "number": block.leg + 1,
        "radius": round(request.standard.radius),
        "width": round(block.width / METRES_PER_KILOMETRE, 1),
    }
    return InputError.of(BARS[block.reason], values)


def steep(request: Request, frame: Frame, error: NoLineError) -> InputError:
    """Say which place blocks."""
    latitude, longitude = frame.to_globe(error.x, error.y)
    values: dict[str, Value] = {
        "place": told(float(latitude), float(longitude)),
        "km": round(error.chainage / METRES_PER_KILOMETRE),
        "grade": f"{request.standard.grade * PERMILLE:g}",
        "vertical": round(request.standard.vertical_radius),
    }
    missing = round(error.missing / METRES_PER_KILOMETRE, 1)
    if missing == 0.0:
        return InputError.of("line-no-profile", values)
    return InputError.of("line-too-steep", {**values, "missing": missing})
