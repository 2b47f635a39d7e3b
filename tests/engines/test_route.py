"""The line in plan: on flat ground, between points, with radii kept."""

from __future__ import annotations

import numpy as np
import pytest

from egiz.engines.alignment import Field, Standard, route

CELL = 250.0


def flat(rows: int, columns: int) -> Field:
    nought = np.zeros((rows, columns), dtype=np.float32)
    return Field(0.0, 0.0, CELL, nought, nought, nought + 1.0, nought > 1.0)


def test_a_line_on_flat_ground_is_straight() -> None:
    field = flat(160, 240)
    points = np.array([[5_000.0, 8_000.0], [55_000.0, 30_000.0]])
    plan = route(field, field.weight * 100.0, points, Standard(4_000.0, 0.02, 20_000.0, 70.0))
    straight = float(np.hypot(*(points[1] - points[0])))
    assert plan.length == pytest.approx(straight, rel=1e-5)
    assert plan.price == pytest.approx(100.0 * straight, rel=1e-5)
    assert np.allclose([plan.x[-1], plan.y[-1]], points[-1])
