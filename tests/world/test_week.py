"""Clocks by date."""

from datetime import date

import pytest

from egiz.errors import EngineError
from egiz.world.week import clock_difference, utc_offset


@pytest.mark.parametrize(
    ("zone", "day", "hours"),
    [
        ("Asia/Almaty", date(2017, 7, 1), 6.0),
        ("Asia/Almaty", date(2024, 2, 29), 6.0),
        ("Asia/Almaty", date(2024, 3, 1), 5.0),
        ("Asia/Yekaterinburg", date(2013, 7, 1), 6.0),
        ("Asia/Yekaterinburg", date(2017, 7, 1), 5.0),
        ("Asia/Kolkata", date(2017, 7, 1), 5.5),
        ("Europe/Berlin", date(2017, 7, 1), 2.0),
        ("Europe/Berlin", date(2017, 1, 1), 1.0),
    ],
)
def test_offsets_follow_the_date(zone: str, day: date, hours: float) -> None:
    assert utc_offset(zone, day) == hours


def test_astana_and_chelyabinsk_share_a_clock_since_march_2024() -> None:
    assert clock_difference("Asia/Yekaterinburg", "Asia/Almaty", date(2017, 7, 1)) == 1.0
    assert clock_difference("Asia/Yekaterinburg", "Asia/Almaty", date(2024, 3, 1)) == 0.0


@pytest.mark.parametrize("zone", ["Asia/Nowhere", "", "../etc/passwd"])
def test_an_unknown_zone_is_refused(zone: str) -> None:
    with pytest.raises(EngineError, match="time zone database"):
        utc_offset(zone, date(2017, 7, 1))
