"""What a line for a speed must keep to."""

from __future__ import annotations

import pytest

from egiz.facts.library import Facts
from egiz.proposals.fast_rail.standard import KMH, standard_of

FACTS = Facts.shipped().at(Facts.shipped().edition)


@pytest.mark.parametrize(("speed", "radius"), [(200, 3500), (250, 4000), (300, 5000), (350, 7000)])
def test_rows_are_kept_at_their_speed(speed: float, radius: float) -> None:
    found = standard_of(FACTS, speed)
    assert found.radius == pytest.approx(radius)
    assert found.vertical_radius == pytest.approx(speed**2 / 2.6, rel=1e-4)
    assert found.speed * KMH == pytest.approx(speed)
    assert found.grade == pytest.approx(0.02)


def test_faster_lines_are_straighter() -> None:
    radii = [standard_of(FACTS, speed).radius for speed in range(60, 500, 5)]
    assert radii == sorted(radii)
    assert standard_of(FACTS, 60).vertical_radius == pytest.approx(4000.0)
    assert standard_of(FACTS, 300, 0.035).grade == pytest.approx(0.035)
