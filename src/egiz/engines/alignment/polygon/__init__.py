"""A line as a polygon of tangents: every corner is rounded by an arc of the one radius."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

import numpy as np

from egiz.engines.alignment.polygon.kernel import (
    END,
    STOP,
    Kinds,
    half_tangent,
    line_price,
    pieces,
    stations,
)
from egiz.engines.alignment.record import Array, Array32, Corners, Field, Plan

STATION = 100.0
"""Longest way from one station to the next [m]."""
SAMPLE = 0.5
"""Longest way between samples of the raster [cells]."""


@dataclass(frozen=True, slots=True)
class Line:
    """A polygon of tangents in cells of the field."""

    x: Array
    """Column of each vertex."""
    y: Array
    """Row of each vertex."""
    kind: Kinds
    """Free, end or stop."""


@dataclass(frozen=True, slots=True)
class Task:
    """What a line is charged, and what it must keep."""

    price: Array32
    """Price of a metre by cell."""
    radius: float
    """Least radius [cells]."""

    def of(self, line: Line) -> float:
        """Price of a line [price of a metre times cells]; inf where it breaks a rule."""
        return line_price(self.price, line.x, line.y, 0, line.x.size - 1, self.radius, SAMPLE)


def half_tangents(line: Line) -> Array:
    """Tangent of half the angle by which the line turns at each vertex, left positive."""
    return np.array([half_tangent(line.x, line.y, i) for i in range(line.x.size)])


def plan_of(field: Field, task: Task, line: Line) -> Plan:
    """The line in metres, told at even stations."""
    places = pieces(line.x, line.y, task.radius) * field.cell
    length = float(places[-1, 1])
    chainage = np.linspace(0.0, length, ceil(length / STATION) + 1)
    at = stations(line.x, line.y, task.radius, chainage / field.cell)
    return Plan(
        chainage=chainage,
        x=field.west + at[:, 0] * field.cell,
        y=field.south + at[:, 1] * field.cell,
        heading=at[:, 2],
        radius=at[:, 3] * field.cell,
        length=length,
        price=task.of(line) * field.cell,
        corners=Corners(
            x=field.west + line.x * field.cell,
            y=field.south + line.y * field.cell,
            radius=np.where(half_tangents(line) != 0.0, task.radius * field.cell, np.inf),
        ),
        stops=places[(line.kind == END) | (line.kind == STOP), 0],
    )
