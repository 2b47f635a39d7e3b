"""The timetable search: against every timetable worked out one by one, and how it behaves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import combinations, product
from math import comb

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from egiz.engines.choice import nested
from egiz.engines.flight import carried
from egiz.engines.rotation import (
    Best,
    Limits,
    Service,
    Timetable,
    WeekDemand,
    best_timetables,
    days_possible,
    frequencies,
)
from egiz.errors import EngineError
from egiz.world.week import Closure, Hours, Span, clock_difference, open_minutes

Array = NDArray[np.float64]

DAY, WEEK = 1440, 10080
JET = Service("jet", 47.0, 90.0, 45.0, 9000.0)
PROP = Service("prop", 60.0, 123.0, 30.0, 8000.0)
ALWAYS = np.ones(WEEK, dtype=np.bool_)
COARSE = Limits(step=240, duty=600.0, difference=-60.0)
FINE = replace(
    COARSE, step=30, base_open=open_minutes(Hours(360, 1381), [], Span(date(2017, 7, 3), date(2017, 7, 9)))
)


def demand(seed: int, total: float = 400.0, hours: int = 42, purposes: int = 2) -> WeekDemand:
    rng = np.random.default_rng(seed)
    wish = rng.gamma(0.7, size=(2, purposes, hours))
    return WeekDemand(
        desired=wish / wish.sum() * total,
        utility=rng.normal(0.0, 0.5, (2, purposes)),
        outside=rng.normal(0.0, 0.3, (2, purposes, hours)),
        early=np.array([0.12, 0.04, 0.05])[:purposes],
        late=np.array([0.2, 0.05, 0.04])[:purposes],
        reach=np.array([24.0, 60.0, 84.0])[:purposes],
        nest=float(rng.uniform(1.0, 2.5)),
        variation=float(rng.choice([0.0, 0.35])),
        fare=rng.uniform(50.0, 120.0, purposes),
    )


def rotations(service: Service, limits: Limits) -> list[tuple[int, float]]:
    """Departures from the base and, on its own clock, from the far end."""
    turned = -(-(service.block + service.turn) // 5) * 5
    block = -(-service.block // 5) * 5
    found = []
    for out in range(0, WEEK, limits.step):
        back = out + turned + limits.difference
        home = limits.base_open[out] and limits.base_open[int(out + turned + block) % WEEK]
        away = (
            limits.far_open[int(out + block + limits.difference) % WEEK] and limits.far_open[int(back) % WEEK]
        )
        if home and away:
            found.append((out, back % WEEK))
    return found


def lost(week: WeekDemand, purpose: int, leaves: float, wish: Array) -> Array:
    """Utility lost by leaving at another minute than wished, the nearer way round the week."""
    options = []
    for turn in (-WEEK, 0, WEEK):
        late = (leaves + turn - wish) / 60.0
        price = np.where(late >= 0.0, late * week.late[purpose], -late * week.early[purpose])
        options.append(np.where(np.abs(late) <= week.reach[purpose], price, np.inf))
    return np.min(options, axis=0)


def asked(week: WeekDemand, chosen: tuple[tuple[int, float], ...]) -> Array:
    """Demand of each flight by nested logit, hour by hour: (rotations, directions, purposes)."""
    _, purposes, hours = week.desired.shape
    wish = (np.arange(hours) + 0.5) * WEEK / hours
    found = np.zeros((len(chosen), 2, purposes))
    for way, purpose in product(range(2), range(purposes)):
        flights = [week.utility[way, purpose] - lost(week, purpose, leaves[way], wish) for leaves in chosen]
        utility = np.stack([week.outside[way, purpose], *flights], axis=-1)
        nest = np.array([0] + [1] * len(chosen))
        chances = np.exp(nested(utility, nest, np.array([1.0, week.nest])))
        found[:, way, purpose] = week.desired[way, purpose] @ chances[:, 1:]
    return found


def filled(week: WeekDemand, service: Service, levels: Array) -> Array:
    if week.variation == 0.0:
        return np.minimum(levels, service.capacity)
    return carried(levels, np.array(service.capacity), np.array(week.variation))


def worth(week: WeekDemand, service: Service, chosen: tuple[tuple[int, float], ...]) -> tuple[float, float]:
    """Passengers and profit of a timetable, those who pay more seated first."""
    order = np.argsort(-week.fare)
    seated = filled(week, service, np.cumsum(asked(week, chosen)[:, :, order], axis=-1))
    paid = np.diff(seated, axis=-1, prepend=0.0) * week.fare[order]
    return float(seated[:, :, -1].sum()), float(paid.sum()) - len(chosen) * service.rotation_cost


def every(week: WeekDemand, service: Service, limits: Limits, flights: int) -> list[tuple[float, float]]:
    """Passengers and profit of every timetable on a grid, one by one."""
    days: list[list[tuple[int, float]]] = [[] for _ in range(7)]
    for one in rotations(service, limits):
        days[one[0] // DAY].append(one)
    return [
        worth(week, service, chosen)
        for some in combinations([day for day in days if day], flights)
        for chosen in product(*some)
    ]


def only(week: WeekDemand, service: Service, limits: Limits, flights: int, kept: int = 10) -> Best:
    return best_timetables(week, service, replace(limits, flights=(flights,)), kept).best[0]


def holds(best: Best, all_of_them: list[tuple[float, float]]) -> None:
    """The lists are the best of all, each in its order, with the values worked out one by one."""
    assert best.possible == len(all_of_them)
    passengers = sorted((one[0] for one in all_of_them), reverse=True)
    profits = sorted((one[1] for one in all_of_them), reverse=True)
    told = [one.passengers for one in best.by_passengers]
    earned = [one.profit for one in best.by_profit]
    assert told == pytest.approx(passengers[: len(told)], rel=1e-5)
    assert earned == pytest.approx(profits[: len(earned)], rel=1e-5, abs=0.1)
    assert len(told) == len(earned) == min(10, len(all_of_them))


@pytest.mark.parametrize(("seed", "flights"), [(1, 1), (1, 2), (2, 2), (1, 3), (2, 3), (3, 3), (4, 4)])
def test_twin_of_every_timetable(seed: int, flights: int) -> None:
    week, coarse = demand(seed), replace(COARSE, step=480)
    best = only(week, JET, replace(coarse, effort=10**6), flights)
    assert best.proven
    holds(best, every(week, JET, coarse, flights))


@pytest.mark.parametrize(("flights", "total"), [(5, 400.0), (6, 300.0), (7, 3000.0)])
def test_twin_of_every_timetable_of_many_flights(flights: int, total: float) -> None:
    limits = replace(
        COARSE,
        step=480,
        base_open=open_minutes(Hours(300, DAY), [], Span(date(2024, 1, 1), date(2024, 1, 1))),
    )
    week = demand(flights, total)
    best = only(week, JET, replace(limits, effort=10**6), flights)
    assert best.proven
    holds(best, every(week, JET, limits, flights))


def test_twin_on_the_half_hour() -> None:
    week = demand(7, hours=84)
    limits = replace(
        FINE, base_open=open_minutes(Hours(480, 960), [], Span(date(2024, 1, 1), date(2024, 1, 1)))
    )
    holds(only(week, JET, limits, 2), every(week, JET, limits, 2))


@pytest.mark.parametrize("flights", [2, 4, 7])
@pytest.mark.parametrize("total", [200.0, 2000.0])
def test_the_climb_alone_finds_what_the_proof_finds(flights: int, total: float) -> None:
    week = demand(11, total)
    climbed = only(week, JET, replace(COARSE, effort=0), flights)
    proven = only(week, JET, replace(COARSE, effort=10**7), flights)
    assert proven.proven
    assert climbed.by_profit[0] == proven.by_profit[0]
    assert climbed.by_passengers[0] == proven.by_passengers[0]


def test_an_unproven_answer_says_how_far_it_may_fall_short() -> None:
    week = demand(5, 4000.0)
    hasty = only(week, JET, replace(FINE, effort=50), 5)
    longer = only(week, JET, replace(FINE, effort=5000), 5)
    assert not hasty.proven
    assert hasty.profit_gap > 0.0
    assert longer.by_profit[0].profit <= hasty.by_profit[0].profit + hasty.profit_gap
    assert longer.by_passengers[0].passengers <= hasty.by_passengers[0].passengers + hasty.passengers_gap


@pytest.mark.parametrize(("flights", "step"), [(1, 15), (2, 30), (3, 60), (4, 15), (5, 30), (6, 15), (7, 15)])
def test_count_of_timetables(flights: int, step: int) -> None:
    best = only(demand(1, hours=28), JET, replace(COARSE, step=step, effort=1), flights, 1)
    assert best.possible == comb(7, flights) * (DAY // step) ** flights


def even(hours: int = 168) -> WeekDemand:
    """The same wish at every hour of the week."""
    return WeekDemand(
        desired=np.full((2, 1, hours), 1.0),
        utility=np.zeros((2, 1)),
        outside=np.zeros((2, 1, hours)),
        early=np.array([0.05]),
        late=np.array([0.1]),
        reach=np.array([60.0]),
        nest=1.5,
        variation=0.3,
        fare=np.array([80.0]),
    )


def test_of_equals_the_earlier_in_the_week_is_better() -> None:
    """With an even wish every hour is as good as any other: the distance goes round the week."""
    best = only(even(), JET, replace(COARSE, step=60), 1)
    assert [one.out for one in best.by_profit] == [(60 * n,) for n in range(10)]
    assert len({round(one.passengers, 6) for one in best.by_profit}) == 1
    assert only(even(), JET, replace(COARSE, step=480), 7).by_profit[0].out == tuple(
        DAY * n for n in range(7)
    )


def test_two_flights_of_an_even_week_stand_apart() -> None:
    best = only(even(), JET, COARSE, 2).by_passengers[0]
    gap = best.out[1] - best.out[0]
    assert min(gap, WEEK - gap) >= 3 * DAY


def test_a_clock_put_on_by_a_week_changes_nothing() -> None:
    week = demand(3)
    first = only(week, JET, COARSE, 3)
    for weeks in (-1, 1, 2):
        assert only(week, JET, replace(COARSE, difference=COARSE.difference + weeks * WEEK), 3) == first


@given(st.integers(1, 6), st.integers(0, 1000))
@settings(max_examples=10, deadline=None)
def test_a_week_that_starts_on_another_day_moves_the_timetable(days: int, seed: int) -> None:
    week = demand(seed)
    moved = replace(
        week,
        desired=np.roll(week.desired, 6 * days, axis=-1),
        outside=np.roll(week.outside, 6 * days, axis=-1),
    )
    one, other = only(week, JET, COARSE, 2).by_profit[0], only(moved, JET, COARSE, 2).by_profit[0]
    assert other.profit == pytest.approx(one.profit, rel=1e-9)
    assert sorted((out + days * DAY) % WEEK for out in one.out) == sorted(other.out)


def test_the_clock_at_the_far_end_moves_only_what_it_shows() -> None:
    week = demand(9, hours=168)
    east = replace(
        week,
        desired=np.stack([week.desired[0], np.roll(week.desired[1], 2, axis=-1)]),
        outside=np.stack([week.outside[0], np.roll(week.outside[1], 2, axis=-1)]),
    )
    here, there = (
        only(week, JET, COARSE, 3).by_profit[0],
        only(east, JET, replace(COARSE, difference=COARSE.difference + 120.0), 3).by_profit[0],
    )
    assert there.out == here.out
    assert there.profit == pytest.approx(here.profit, rel=1e-9)
    assert there.back == tuple((minute + 120) % WEEK for minute in here.back)


@given(st.floats(1.0, 300.0), st.floats(1.0, 4.0), st.integers(0, 1000))
@settings(max_examples=20, deadline=None)
def test_more_seats_never_carry_fewer(seats: float, factor: float, seed: int) -> None:
    week, limits = demand(seed), replace(COARSE, flights=(1, 3))
    few = best_timetables(week, replace(JET, capacity=seats), limits, 1)
    many = best_timetables(week, replace(JET, capacity=seats * factor), limits, 1)
    for one, other in zip(few.best, many.best, strict=True):
        assert other.by_passengers[0].passengers >= one.by_passengers[0].passengers - 1e-6


def test_more_flights_and_longer_hours_never_carry_fewer() -> None:
    week = demand(4)
    found = best_timetables(week, JET, replace(COARSE, effort=10**6), 1)
    passengers = [best.by_passengers[0].passengers for best in found.best]
    assert passengers == sorted(passengers)
    night = replace(
        COARSE, far_open=open_minutes(Hours(420, 1320), [], Span(date(2024, 1, 1), date(2024, 1, 1)))
    )
    closed = best_timetables(week, JET, replace(night, effort=10**6), 1)
    for wide, narrow in zip(found.best, closed.best, strict=True):
        assert narrow.by_passengers[0].passengers <= wide.by_passengers[0].passengers + 1e-6


def adds_up(one: Timetable, service: Service, week: WeekDemand) -> None:
    assert one.passengers == pytest.approx(sum(sum(pair) for pair in one.loads))
    assert all(0.0 <= load <= service.capacity for pair in one.loads for load in pair)
    assert one.passengers <= one.willing + 1e-9 <= week.desired.sum()
    assert one.profit == pytest.approx(one.revenue - len(one.out) * service.rotation_cost)
    assert week.fare.min() * one.passengers - 1e-6 <= one.revenue <= week.fare.max() * one.passengers + 1e-6
    assert len(one.out) == len(one.back) == len({minute // DAY for minute in one.out})


def test_tables_of_types_and_frequencies() -> None:
    week = demand(6, 700.0, purposes=3)
    services = (JET, PROP, replace(JET, aircraft="big jet", capacity=150.0, rotation_cost=16000.0))
    table = frequencies(week, services, COARSE)
    assert table.aircraft == ("jet", "prop", "big jet")
    assert table.passengers.shape == (3, 7)
    for row, service in enumerate(services):
        alone = best_timetables(week, service, COARSE, 1)
        for column, best in enumerate(alone.best):
            adds_up(best.by_profit[0], service, week)
            assert table.profit[row, column] == pytest.approx(best.by_profit[0].profit, rel=1e-9)
            assert table.share[row, column] == table.willing[row, column] / week.desired.sum()
    assert (table.passengers <= table.willing + 1e-9).all()


def test_a_proof_ends_where_every_timetable_fills_every_seat() -> None:
    best = only(demand(3, 10**7), JET, replace(FINE, effort=50), 4)
    assert not best.proven
    assert best.passengers_gap < 0.01
    assert best.by_passengers[0].passengers == pytest.approx(8 * JET.capacity, rel=1e-4)


def test_the_same_again() -> None:
    week = demand(8)
    assert best_timetables(week, JET, FINE) == best_timetables(week, JET, FINE)


def test_appeal_is_utility() -> None:
    week = demand(2)
    raised = replace(week, utility=week.utility + 0.4)
    liked = replace(JET, appeal=0.4)
    assert only(week, liked, COARSE, 2).by_profit[0].profit == pytest.approx(
        only(raised, JET, COARSE, 2).by_profit[0].profit
    )


@pytest.mark.parametrize(
    ("day", "hour"), [(date(2017, 7, 5), -1.0), (date(2024, 2, 29), -1.0), (date(2024, 3, 1), 0.0)]
)
def test_clocks_on_both_sides_of_march_2024(day: date, hour: float) -> None:
    """The flight back leaves Chelyabinsk 135 minutes after that from Astana, by its own clock."""
    difference = 60.0 * clock_difference("Asia/Almaty", "Asia/Yekaterinburg", day)
    assert difference == 60.0 * hour
    best = only(demand(1), JET, replace(COARSE, difference=difference), 1).by_profit[0]
    assert best.back[0] == (best.out[0] + 135 + difference) % WEEK


def test_runway_works_keep_every_movement_out_of_the_closed_hours() -> None:
    span = Span(date(2026, 4, 15), date(2026, 5, 31))
    works = Closure(span.first, span.last, 600, 1080)
    limits = replace(FINE, base_open=open_minutes(Hours(), [works], span), difference=0.0)
    for one in only(demand(3), JET, limits, 3).by_profit:
        for minute in one.out:
            assert not 600 <= minute % DAY < 1080
            assert not 600 <= (minute + 225) % DAY < 1080


def test_free_aircraft_are_needed_from_the_first_minute_to_the_last() -> None:
    free = np.zeros(WEEK, dtype=np.bool_)
    free[2 * DAY + 600 : 2 * DAY + 600 + 226] = True
    limits = replace(FINE, free=free, base_open=ALWAYS)
    assert days_possible(JET, limits) == 1
    assert only(demand(1), JET, limits, 1).by_profit[0].out == (2 * DAY + 600,)
    assert days_possible(PROP, limits) == 0


WEEKEND = ~open_minutes(
    Hours(), [Closure(date(2024, 1, 1), date(2024, 1, 5))], Span(date(2024, 1, 1), date(2024, 1, 7))
)


@pytest.mark.parametrize(
    ("limits", "wrong", "mend"),
    [
        (replace(COARSE, base_open=~ALWAYS), "finds only 0 days", "split the season"),
        (replace(COARSE, far_open=~ALWAYS), "finds only 0 days", "split the season"),
        (replace(COARSE, far_open=WEEKEND), "finds only 5 days", "fly less often"),
        (replace(COARSE, duty=200.0), "one crew", "faster type"),
        (replace(COARSE, step=7), "no multiple of 5", "take 15, 30 or 60"),
        (replace(COARSE, free=ALWAYS[:100]), "has the shape", "minutes"),
        (replace(COARSE, flights=(0,)), "one rotation", "1 to 7"),
        (replace(COARSE, flights=(70,)), "one rotation", "1 to 7"),
        (replace(COARSE, flights=()), "one rotation", "1 to 7"),
    ],
)
def test_limits_that_leave_nothing(limits: Limits, wrong: str, mend: str) -> None:
    with pytest.raises(EngineError, match=f"{wrong}.*{mend}"):
        best_timetables(demand(1), JET, limits)


def wrong_demands() -> list[tuple[WeekDemand, str]]:
    week = demand(1)
    return [
        (replace(week, desired=week.desired[0]), "desired"),
        (replace(week, desired=-week.desired), "desired"),
        (replace(week, desired=week.desired * 0.0), "desired"),
        (replace(week, outside=week.outside * np.nan), "outside"),
        (replace(week, utility=week.utility[:1]), "utility"),
        (replace(week, early=-week.early), "early"),
        (replace(week, fare=-week.fare), "fare"),
        (replace(week, reach=week.reach * 10.0), "reach"),
        (replace(week, nest=0.5), "nest"),
        (replace(week, variation=-0.1), "variation"),
    ]


@pytest.mark.parametrize(("week", "what"), wrong_demands())
def test_demand_that_cannot_be(week: WeekDemand, what: str) -> None:
    with pytest.raises(EngineError, match=f"^{what}"):
        best_timetables(week, JET, COARSE)


@pytest.mark.parametrize(
    "service", [replace(JET, capacity=0.0), replace(JET, block=0.0), replace(JET, rotation_cost=np.nan)]
)
def test_service_that_cannot_be(service: Service) -> None:
    with pytest.raises(EngineError, match="^jet"):
        best_timetables(demand(1), service, COARSE)


def test_nobody_in_reach_means_nobody_on_board() -> None:
    week = replace(demand(1), utility=np.full((2, 2), -500.0))
    best = only(week, JET, COARSE, 2).by_profit[0]
    assert best.passengers == pytest.approx(0.0, abs=1e-9)
    assert best.profit == pytest.approx(-2 * JET.rotation_cost)


def test_everybody_flies_where_there_is_nothing_else() -> None:
    week = replace(even(), outside=np.full((2, 1, 168), -500.0), reach=np.array([84.0]))
    best = only(week, replace(JET, capacity=1e4), COARSE, 2).by_profit[0]
    assert best.willing == pytest.approx(week.desired.sum())
