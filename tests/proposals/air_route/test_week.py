"""The best weeks of a flight: what they keep to, how they behave, and their table against the engine."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import cache

import numpy as np
import pytest

from egiz.engines.rotation import Timetable
from egiz.engines.rotation.response import Mesh, share, shares
from egiz.facts.dated import Dated
from egiz.facts.library import Facts
from egiz.figures.assumption import Given
from egiz.figures.part import Timetable as Printed
from egiz.figures.unit import Array
from egiz.proposals.air_route.life import FREQUENCIES
from egiz.proposals.air_route.opening import seasons
from egiz.proposals.air_route.week import MESH, Route, Weeks, plan_weeks
from egiz.proposals.air_route.wish import bare, demand_of, wishes
from egiz.proposals.kind import NotStudied, Terms
from egiz.world.week import DAY, WEEK, clock_difference
from proposals.air_route.bound import OUTLOOK, PACKAGE, region

HOME, AWAY = "Vienna", "Bucharest"
DAY_OF_STUDY = date(2019, 7, 1)
OPEN = Terms({}, {})
NIGHT = Terms({"closed_from": (21.0, 21.0), "closed_until": (8.0, 8.0)}, {})
TYPES = ("CRJ200", "ATR72", "A320")


def facts(day: date = DAY_OF_STUDY) -> Dated:
    return Facts.shipped().with_package(PACKAGE, "f").at(day)


def route(home: str = HOME, away: str = AWAY, types: tuple[str, ...] = TYPES) -> Route:
    ends = region(home).airport, region(away).airport
    assert ends[0] is not None
    assert ends[1] is not None
    return Route((ends[0], ends[1]), 850.0, types)


@cache
def planned(home: str = HOME, away: str = AWAY, night: bool = False) -> Weeks:
    return plan_weeks(route(home, away), NIGHT if night else OPEN, OUTLOOK, facts())


def table(weeks: Weeks, name: str = "week_effect") -> Array:
    found = weeks.preparation.inputs[name]
    assert isinstance(found, Given)
    return found.value[..., 0]


def middle(weeks: Weeks) -> Array:
    """Share at the middle: (frequencies, types, purposes)."""
    lead = demand_of(OUTLOOK, 2.0, 850.0, facts())
    at = np.broadcast_to((lead.utility - lead.outside[..., 0])[0][:, np.newaxis], (len(weeks.types), 3, 1))
    return shares(table(weeks), MESH, np.ones((3, 1)), at)[..., 0]


def flown(printed: Printed) -> Timetable:
    """As the engine has it."""
    base = printed.departures[0].origin
    out = tuple(one.leaves for one in printed.departures if one.origin == base)
    back = tuple(one.leaves for one in printed.departures if one.origin != base)
    return Timetable(out, back, (), 0.0, 0.0, 0.0, 0.0)


def test_wishes_are_shares_of_the_week() -> None:
    found = wishes(OUTLOOK.purposes, facts())
    assert found.shape == (3, 84)
    assert found.sum(axis=1) == pytest.approx(np.ones(3))
    assert (found >= 0.0).all()
    business = found[0].reshape(7, 12).sum(axis=1)
    assert business[:5].min() > business[5]


def test_every_option_has_a_week() -> None:
    found = planned().preparation.timetables
    assert {one.labels for one in found} == {(kind, str(n)) for kind in TYPES for n in FREQUENCIES}
    for one in found:
        assert len(one.departures) == 2 * int(one.labels[1])
        assert len({departure.leaves // DAY for departure in one.departures[::2]}) == int(one.labels[1])
        assert one.valid_from <= one.valid_until
        assert one.mode == "air"
        assert one.vehicle == one.labels[0]
    shift = table(planned(), "delay_hours")
    assert (np.diff(shift, axis=0) < 1.0).all()
    assert (shift[0] > shift[-1]).all()


def test_the_table_is_the_engine_within_half_a_percent() -> None:
    weeks, rng = planned(), np.random.default_rng(3)
    week = bare(demand_of(OUTLOOK, 2.0, 850.0, facts()))
    factor = np.exp(rng.uniform(-1.4, 1.4, (3, 60)))
    lead = rng.uniform(-7.0, 9.0, (len(TYPES), 3, 60))
    told = shares(table(weeks), MESH, factor, lead)
    for printed in weeks.preparation.timetables:
        f, a = int(printed.labels[1]) - 1, TYPES.index(printed.labels[0])
        for purpose in range(3):
            for draw in range(0, 60, 10):
                at = Mesh(np.array([factor[purpose, draw], 99.0]), np.array([lead[a, purpose, draw], 99.0]))
                exact = share(week, flown(printed), at)[purpose, 0, 0]
                assert told[f, a, purpose, draw] == pytest.approx(exact, rel=5e-3)


def test_more_flights_never_fewer_trips() -> None:
    assert (np.diff(middle(planned()), axis=0) >= -1e-3 * middle(planned())[:-1]).all()


def test_closed_hours_never_raise_a_share() -> None:
    total = OUTLOOK.all_trips / OUTLOOK.all_trips.sum()
    closed, open_ = middle(planned(night=True)) @ total, middle(planned()) @ total
    assert (closed <= open_ * (1.0 + 5e-3)).all()
    assert (closed < open_).any()
    for one in planned(night=True).preparation.timetables:
        for departure in one.departures:
            for minute in (departure.leaves, departure.arrives):
                assert 8 * 60 <= minute % DAY < 21 * 60


def test_swapping_the_cities_changes_little() -> None:
    """The aircraft starts from the other end; travellers are the same."""
    assert middle(planned(AWAY, HOME)) == pytest.approx(middle(planned()), rel=0.1)


@pytest.mark.parametrize("hours", [(0.0, 24.0), (10.0, 10.0), (24.0, 24.0), (6.0, 4.0)])
def test_no_hour_left(hours: tuple[float, float]) -> None:
    terms = Terms({"closed_from": (hours[0],) * 2, "closed_until": (hours[1],) * 2}, {})
    with pytest.raises(NotStudied) as told:
        plan_weeks(route(), terms, OUTLOOK, facts())
    assert told.value.key == "no-slot"
    assert told.value.values == {"airports": "VIE – OTP"}


def test_the_runway_of_astana_is_closed_by_day() -> None:
    works = date(2026, 4, 15), date(2026, 5, 31)
    for day, spans in ((date(2026, 2, 23), 1), (date(2026, 3, 1), 3)):
        found = plan_weeks(route("Astana", "Almaty", ("A320",)), OPEN, OUTLOOK, facts(day)).preparation
        assert len({(one.valid_from, one.valid_until) for one in found.timetables}) == spans
        for one in found.timetables:
            if spans > 1 and one.valid_from >= works[0] and one.valid_until <= works[1]:
                assert (one.valid_from, one.valid_until) == works
                at = [o.leaves if o.origin.name == "NQZ" else o.arrives for o in one.departures]
                assert not [minute for minute in at if 600 <= minute % DAY < 1080]


def test_a_week_holds_while_clocks_differ_by_the_same() -> None:
    """Kazakhstan put its clocks back on 1 March 2024; Uzbekistan did not."""
    day = date(2023, 6, 1)
    found = plan_weeks(route("Almaty", "Tashkent", ("A320",)), OPEN, OUTLOOK, facts(day)).preparation
    assert {one.valid_until for one in found.timetables} == {date(2024, 2, 29), date(2024, 5, 30)}
    for one in found.timetables:
        hours = clock_difference("Asia/Almaty", "Asia/Tashkent", one.valid_from)
        assert hours == (-1.0 if one.valid_from < date(2024, 3, 1) else 0.0)
        out, back = one.departures[:2]
        block = (out.arrives - out.leaves - 60 * hours) % WEEK
        assert (back.arrives - back.leaves + 60 * hours) % WEEK == block
        assert 60 < block < 240


def test_seasons_fill_the_year() -> None:
    """Vienna and New York change their clocks on other Sundays."""
    found = seasons(route("Vienna", "New York").ends, OPEN, facts())
    assert sum(season.days for season in found) == 365
    assert {season.difference for season in found} == {-360.0, -300.0}
    dates = sorted(span.first for season in found for span in season.spans)
    ends = sorted(span.last for season in found for span in season.spans)
    assert [one + timedelta(days=1) for one in ends[:-1]] == dates[1:]


def test_two_crews_where_the_way_is_long() -> None:
    far = plan_weeks(route("Vienna", "New York", ("B788",)), OPEN, OUTLOOK, facts()).preparation
    assert "two-crews" in far.notes
    assert "two-crews" not in planned().preparation.notes


def test_a_better_market_does_not_move_the_table_at_its_points() -> None:
    """What the table holds is a share: twice the travellers in half the seats fly the same weeks."""
    twice = replace(OUTLOOK, all_trips=OUTLOOK.all_trips * 1e-6)
    few = plan_weeks(route(), OPEN, twice, facts())
    assert table(few).shape == table(planned()).shape
    assert (np.exp(table(few)) > 0.0).all()
