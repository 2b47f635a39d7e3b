"""Local weeks by date: moments, spans, opening hours and closures."""

from __future__ import annotations

from datetime import UTC, date, datetime

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from egiz.errors import EngineError
from egiz.world.week import (
    DAY,
    WEEK,
    Closure,
    Hours,
    Span,
    minute_of_week,
    moment,
    open_minutes,
    steady_spans,
)

ASTANA, CHELYABINSK = "Asia/Almaty", "Asia/Yekaterinburg"
BEFORE, AFTER = date(2024, 2, 28), date(2024, 3, 6)
ALWAYS = Hours()


def test_a_local_minute_is_another_moment_after_march_2024() -> None:
    wednesday_noon = 2 * DAY + 720
    assert moment(wednesday_noon, BEFORE, ASTANA) == datetime(2024, 2, 28, 6, tzinfo=UTC)
    assert moment(wednesday_noon, AFTER, ASTANA) == datetime(2024, 3, 6, 7, tzinfo=UTC)
    assert minute_of_week(moment(wednesday_noon, BEFORE, ASTANA), CHELYABINSK) == wednesday_noon - 60
    assert minute_of_week(moment(wednesday_noon, AFTER, ASTANA), CHELYABINSK) == wednesday_noon


@given(st.integers(0, WEEK - 1), st.dates(date(2016, 1, 1), date(2026, 12, 31)))
def test_there_and_back(minute: int, day: date) -> None:
    assert minute_of_week(moment(minute, day, CHELYABINSK), CHELYABINSK) == minute


def test_a_season_is_cut_where_clocks_and_closures_change() -> None:
    season = Span(date(2024, 1, 1), date(2024, 6, 30))
    works = Closure(date(2024, 4, 15), date(2024, 5, 31), 600, 1080)
    assert steady_spans(season, (ASTANA, CHELYABINSK), [works]) == (
        Span(date(2024, 1, 1), date(2024, 2, 29)),
        Span(date(2024, 3, 1), date(2024, 4, 14)),
        Span(date(2024, 4, 15), date(2024, 5, 31)),
        Span(date(2024, 6, 1), date(2024, 6, 30)),
    )


def test_summer_time_cuts_a_season() -> None:
    spans = steady_spans(Span(date(2024, 3, 1), date(2024, 11, 30)), ("Asia/Almaty", "Europe/Berlin"))
    assert [span.first for span in spans] == [date(2024, 3, 1), date(2024, 3, 31), date(2024, 10, 27)]


def test_runway_works_close_the_same_hours_of_every_day() -> None:
    works = Closure(date(2026, 4, 15), date(2026, 5, 31), 600, 1080)
    marks = open_minutes(ALWAYS, [works], Span(date(2026, 4, 15), date(2026, 5, 31)))
    of_day = marks.reshape(7, DAY)
    assert (of_day == of_day[0]).all()
    assert not of_day[0, 600:1080].any()
    assert of_day[0].sum() == DAY - 480


def test_a_closed_night_reaches_into_the_next_day() -> None:
    monday = date(2024, 7, 1)
    night = Closure(monday, monday, 22 * 60, 6 * 60)
    marks = open_minutes(ALWAYS, [night], Span(monday, date(2024, 7, 7))).reshape(7, DAY)
    assert not marks[0, 22 * 60 :].any()
    assert not marks[1, : 6 * 60].any()
    assert marks.sum() == WEEK - 8 * 60
    later = open_minutes(ALWAYS, [night], Span(date(2024, 7, 2), date(2024, 7, 8)))
    assert later.sum() == WEEK - 6 * 60
    assert open_minutes(ALWAYS, [night], Span(date(2024, 7, 3), date(2024, 7, 9))).all()


def test_hours_over_midnight() -> None:
    marks = open_minutes(Hours(18 * 60, 2 * 60), [], Span(BEFORE, BEFORE)).reshape(7, DAY)
    assert marks[3, :120].all()
    assert marks[3, 1080:].all()
    assert not marks[3, 120:1080].any()


@given(
    st.dates(date(2024, 1, 1), date(2024, 3, 1)),
    st.integers(0, 40),
    st.integers(0, DAY - 1),
    st.integers(0, DAY),
    st.integers(0, 40),
)
def test_twin_day_by_day(first: date, days: int, starts: int, ends: int, length: int) -> None:
    """The marks are those of looking at each date of the span."""
    closure = Closure(first, date.fromordinal(first.toordinal() + days), starts, ends)
    span = Span(date(2024, 2, 1), date.fromordinal(date(2024, 2, 1).toordinal() + length))
    expected = np.ones(WEEK, dtype=np.bool_)
    closes_for = (ends - starts - 1) % DAY + 1
    for number in range(days + 1):
        begins = (first.toordinal() + number) * DAY + starts
        for minute in range(begins, begins + closes_for, 7):
            day = date.fromordinal(minute // DAY)
            if span.first <= day <= span.last:
                expected[day.weekday() * DAY + minute % DAY] = False
    found = open_minutes(ALWAYS, [closure], span)
    assert not (found & ~expected).any()
    if expected.all():
        assert found.sum() >= WEEK - 7 * 7


@pytest.mark.parametrize(
    ("hours", "closure", "wrong"),
    [
        (ALWAYS, Closure(AFTER, BEFORE), "before it starts"),
        (ALWAYS, Closure(BEFORE, AFTER, -1, 5), "minutes of a day"),
        (Hours(0, DAY + 1), Closure(BEFORE, AFTER), "minutes of a day"),
    ],
)
def test_refused(hours: Hours, closure: Closure, wrong: str) -> None:
    with pytest.raises(EngineError, match=wrong):
        open_minutes(hours, [closure], Span(BEFORE, AFTER))


def test_a_moment_without_a_zone_and_a_season_backwards_are_refused() -> None:
    with pytest.raises(EngineError, match="names no zone"):
        minute_of_week(datetime(2024, 3, 1), ASTANA)
    with pytest.raises(EngineError, match="before it starts"):
        steady_spans(Span(AFTER, BEFORE), (ASTANA, CHELYABINSK))
