"""Cost against run time: a line for each of several speeds, and which of them no other beats."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from egiz.engines.alignment import NoLineError, NoWayError, front
from egiz.engines.alignment.record import Alignment, Array, Field, Standard
from egiz.errors import Fault, InputError
from egiz.proposals.fast_rail.price import prices_of
from egiz.proposals.fast_rail.standard import KMH
from egiz.study.align.answer import (
    Answer,
    Lacking,
    Line,
    Progress,
    barred,
    check_rise,
    compared,
    ground_of,
    steep,
    straight_km,
    told_line,
)
from egiz.study.align.asked import Request
from egiz.world.frame import Frame

NEVER = float("inf")
"""Run time of a line that the train cannot climb."""
Ground = tuple[Frame, Field, Array]
"""Frame, field, and the points in its plane."""


def fronted(request: Request, progress: Progress) -> Answer:
    """Find a line for each speed asked, and mark those that no other beats.

    Raises
    ------
    InputError
        Faults of the ground (`field_of`); where there is a line for no speed, why not for the slowest.
    """
    frame, field = ground_of(request, progress)
    ground = frame, field, np.stack(frame.to_plane(request.points[:, 0], request.points[:, 1]), axis=-1)
    check_rise(request, field, ground[2])
    lacking: list[Lacking] = []
    try:
        lines = _lines(request, request.standards, ground, progress)
    except (NoWayError, NoLineError):
        lines = []
        for standard in request.standards:
            try:
                lines += _lines(request, (standard,), ground, progress)
            except (NoWayError, NoLineError) as error:
                lacking.append(Lacking(standard, _why(request, standard, frame, error)))
    if not lines:
        raise InputError((lacking[0].fault,))
    lines.sort(key=lambda line: line.standard.speed)
    return Answer(request, frame, straight_km(request), compared(lines), tuple(lacking))


def _lines(request: Request, standards: Sequence[Standard], ground: Ground, progress: Progress) -> list[Line]:
    """A line for each standard; the engine tells each of them to whoever times it."""
    frame, field, at = ground
    found: list[Line] = []

    def timed(line: Alignment, standard: Standard) -> float:
        progress("front", f"{standard.speed * KMH:g}")
        found.append(told_line(line, replace(request, standards=(standard,)), frame))
        minutes = found[-1].ride.minutes
        return NEVER if minutes is None else minutes.middle

    front(field, at, standards, prices_of(request.facts), timed)
    return found


def _why(request: Request, standard: Standard, frame: Frame, error: NoWayError | NoLineError) -> Fault:
    """Why there is no line for a standard, with the place."""
    alone = replace(request, standards=(standard,))
    told = barred(alone, frame, error.block) if isinstance(error, NoWayError) else steep(alone, frame, error)
    return told.faults[0]
