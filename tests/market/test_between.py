"""Between which cities nobody flies."""

from __future__ import annotations

from datetime import date

import pytest

from egiz.facts.city import find_city
from egiz.facts.library import Facts
from egiz.market.between import too_near_to_fly

FACTS = Facts.shipped().with_package("egiz.market", "market").at(date(2017, 7, 31))


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("Yekaterinburg", "Chelyabinsk", True),
        ("Chelyabinsk", "Kostanay", True),
        ("Chelyabinsk", "Astana", False),
        ("Astana", "Yekaterinburg", False),
    ],
)
def test_nobody_flies_where_no_flight_is_long_enough(one: str, other: str, near: bool) -> None:
    assert too_near_to_fly(find_city(one), find_city(other), FACTS) is near
