"""Waiting, schedule delay and skims: in closed form what stepping through the minutes gives."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from egiz.engines.journeys import (
    NEVER,
    Ends,
    Horizon,
    Question,
    Taste,
    Wishes,
    costs_of,
    mean_cost,
    mean_shift,
    mean_wait,
    network,
    profile,
    repeated,
    reskimmed,
    skims,
    skims_from,
    taken,
    turned,
    with_runs,
    without_runs,
)
from egiz.errors import EngineError
from engines.journey_case import Case, cases

EXAMPLES = settings(max_examples=100, deadline=None)
WEEK = (0, 10_080)

departures = st.lists(st.integers(0, 119), min_size=1, max_size=6, unique=True).map(sorted)
weight = st.floats(0.1, 3.0)


def stepped(departure: Sequence[int], cost: Sequence[float], wishes: Wishes, steps: int = 12_000) -> float:
    """Mean of the least cost by stepping through the window."""
    start, end = wishes.window
    wish = start + (np.arange(steps) + 0.5) * (end - start) / steps
    turns = (-1, 0, 1) if wishes.cyclic else (0,)
    shifted = np.concatenate([np.array(departure) + turn * (end - start) for turn in turns])
    late = shifted[:, np.newaxis] - wish
    price = np.where(late >= 0.0, wishes.late * late, 0.0)
    price += np.where(late < 0.0, np.where(late < 0.0, -late, 0.0) * min(float(wishes.early), 1e9), 0.0)
    least = (price + np.tile(cost, len(turns))[:, np.newaxis]).min(axis=0)
    parts = np.ones(1) if wishes.weights is None else wishes.weights
    share = np.repeat(parts / parts.sum() * parts.size, steps // parts.size)
    return float((least * share).mean())


@EXAMPLES
@given(departures, st.data(), weight, weight, st.booleans())
def test_the_closed_form_is_the_mean_over_all_wishes(
    departure: list[int], data: st.DataObject, early: float, late: float, cyclic: bool
) -> None:
    size = len(departure)
    cost = data.draw(st.lists(st.floats(0.0, 200.0), min_size=size, max_size=size))
    parts = data.draw(st.none() | st.lists(st.floats(0.0, 5.0), min_size=4, max_size=4).filter(any))
    weights = None if parts is None else np.array(parts)
    wishes = Wishes((0, 120), early, late, weights, cyclic)
    exact = float(mean_cost(np.array(departure, dtype=np.int32), np.array(cost), wishes))
    assert exact == pytest.approx(stepped(departure, cost, wishes), rel=2e-4, abs=2e-3)


@EXAMPLES
@given(departures)
def test_the_wait_is_that_for_the_next_departure(departure: list[int]) -> None:
    gaps = np.diff([*departure, departure[0] + 120])
    wait = mean_wait(np.array(departure, dtype=np.int32), Wishes((0, 120), 1.0, 1.0))
    assert wait == pytest.approx(float((gaps**2).sum()) / 240.0)


@pytest.mark.parametrize("weekly", [1, 2, 3, 7, 14])
def test_even_departures_give_half_and_a_quarter_of_the_headway(weekly: int) -> None:
    departure = (np.arange(weekly) * 10_080 // weekly).astype(np.int32)
    wishes = Wishes(WEEK, 1.0, 1.0)
    assert mean_wait(departure, wishes) == pytest.approx(5_040.0 / weekly)
    assert mean_shift(departure, wishes) == pytest.approx(2_520.0 / weekly)


def test_uneven_departures_are_worse_than_half_the_headway_says() -> None:
    friday_and_saturday = np.array([4 * 1440 + 600, 5 * 1440 + 600], dtype=np.int32)
    assert mean_wait(friday_and_saturday, Wishes(WEEK, 1.0, 1.0)) == pytest.approx(
        (1440.0**2 + 8640.0**2) / 2.0 / 10_080.0
    )


def test_draws_come_out_as_they_went_in() -> None:
    departure = np.array([100, 4000, 9000], dtype=np.int32)
    cost = np.array([[100.0, 50.0], [80.0, 900.0], [120.0, 10.0]])
    early, late = np.array([0.5, 0.2]), np.array([0.7, 1.1])
    together = mean_cost(departure, cost, Wishes(WEEK, early, late))
    apart = [
        float(mean_cost(departure, cost[:, n], Wishes(WEEK, float(early[n]), float(late[n]))))
        for n in range(2)
    ]
    assert together.tolist() == pytest.approx(apart)
    never = mean_cost(departure[:0], cost[:0], Wishes(WEEK, early, late))
    assert np.isinf(never).tolist() == [True, True]


@EXAMPLES
@given(cases(), st.booleans(), st.integers(0, 3))
def test_skims_are_those_of_each_profile(case: Case, cyclic: bool, transfers: int) -> None:
    period, longest = 120, 80
    table = repeated(case.timetable, period, period + longest) if cyclic else case.timetable
    net = network(table)
    taste = Taste(15.0, 0.5, 0.75)
    found = skims(net, Horizon((0, period), longest, transfers, cyclic), taste, threads=2)
    for target in range(len(case.change)):
        for origin in range(len(case.change)):
            if origin == target:
                continue
            ends = Ends((origin,), on_foot=False), Ends((target,), on_foot=False)
            own = profile(net, Question(*ends, (0, period), longest, transfers))
            shortest = min((own.arrival - own.departure).tolist(), default=NEVER)
            assert found.shortest[origin, target] == shortest
            departure, cost = costs_of(own, 1.0, taste.transfer)
            assert found.departures[origin, target] == departure.size
            wishes = Wishes((0, period), taste.early, taste.late, cyclic=cyclic)
            mean = float(mean_cost(departure, cost, wishes))
            assert found.generalised[origin, target] == pytest.approx(mean)


@EXAMPLES
@given(cases())
def test_some_targets_are_columns_of_all(case: Case) -> None:
    net = network(case.timetable)
    horizon, taste = Horizon((0, 120), 80), Taste(15.0, 0.5, 0.75)
    every, one = skims(net, horizon, taste), skims(net, horizon, taste, np.array([1], dtype=np.int32))
    np.testing.assert_array_equal(every.shortest[:, 1:2], one.shortest)
    np.testing.assert_array_equal(every.departures[:, 1:2], one.departures)
    np.testing.assert_array_equal(every.generalised[:, 1:2], one.generalised)


@pytest.mark.parametrize(
    ("wishes", "message"),
    [
        (Wishes((5, 5), 1.0, 1.0), "the window"),
        (Wishes((60, 200), 1.0, 1.0), "departures"),
        (Wishes(WEEK, 0.0, 0.0), "neither early nor late"),
        (Wishes(WEEK, np.inf, 1.0, cyclic=False), "after the last departure"),
        (Wishes(WEEK, 1.0, 1.0, np.zeros(7)), "weights"),
    ],
)
def test_wishes_must_make_sense(wishes: Wishes, message: str) -> None:
    with pytest.raises(EngineError, match=message):
        mean_cost(np.array([50, 70], dtype=np.int32), np.zeros(2), wishes)


@pytest.mark.parametrize(
    ("horizon", "taste", "target", "message"),
    [
        (Horizon((5, 5), 10), Taste(1.0, 1.0, 1.0), 0, "the window"),
        (Horizon((0, 5), 10, 9), Taste(1.0, 1.0, 1.0), 0, "transfers"),
        (Horizon((0, 5), 10), Taste(1.0, 0.0, 0.0), 0, "the taste"),
        (Horizon((0, 5), 10), Taste(1.0, 1.0, 1.0), 9, "the targets"),
    ],
)
def test_skims_must_make_sense(horizon: Horizon, taste: Taste, target: int, message: str) -> None:
    net = network(Case((), (2, 2)).timetable)
    with pytest.raises(EngineError, match=message):
        skims(net, horizon, taste, np.array([target], dtype=np.int32))


@EXAMPLES
@given(cases(), st.booleans())
def test_skims_from_an_origin_are_rows_of_all(case: Case, cyclic: bool) -> None:
    period, longest = 120, 80
    table = repeated(case.timetable, period, period + longest) if cyclic else case.timetable
    horizon, taste = Horizon((0, period), longest, cyclic=cyclic), Taste(15.0, 0.5, 0.75)
    every = skims(network(table), horizon, taste)
    own = skims_from(network(turned(table)), horizon, taste, np.array([0, 1], dtype=np.int32))
    np.testing.assert_array_equal(own.shortest, every.shortest[:2].T)
    np.testing.assert_array_equal(own.departures, every.departures[:2].T)
    np.testing.assert_allclose(own.generalised, every.generalised[:2].T)


@EXAMPLES
@given(departures, st.data(), weight, weight)
def test_departures_that_nobody_takes_change_no_mean(
    at: list[int], data: st.DataObject, early: float, late: float
) -> None:
    cost = np.array(data.draw(st.lists(st.floats(0, 200), min_size=len(at), max_size=len(at))))
    departure, wishes = np.array(at, np.int32), Wishes((0, 120), early, late)
    kept = taken(departure, cost, wishes)
    assert kept.any()
    without = mean_cost(departure[kept], cost[kept], wishes)
    assert without == pytest.approx(mean_cost(departure, cost, wishes), rel=1e-6)
    for one in np.flatnonzero(~kept).tolist():
        others = np.arange(departure.size) != one
        best = stepped_at(departure[others], cost[others], int(departure[one]), wishes)
        assert best < cost[one]


def stepped_at(departure: np.ndarray, cost: np.ndarray, wish: int, wishes: Wishes) -> float:
    """Least cost at one wish, over three turns of the window."""
    late = np.concatenate([departure + turn * 120.0 for turn in (-1, 0, 1)]) - wish
    price = np.where(late >= 0.0, wishes.late * late, -wishes.early * late)
    return float((price + np.tile(cost, 3)).min())


@EXAMPLES
@given(cases(rich=False, horizon=99), st.integers(0, 5))
def test_a_changed_week_is_skimmed_in_one_call(case: Case, number: int) -> None:
    week, horizon, taste = case.timetable, Horizon((0, 100), 90, 4, cyclic=True), Taste(5.0, 0.5, 0.7)
    gone = np.arange(week.runs.trip.size) == number % max(week.runs.trip.size, 1)
    again = reskimmed(week, gone, week, horizon, taste)
    fresh = with_runs(without_runs(week, gone), week)
    plain = skims(network(repeated(fresh, 100, 190)), horizon, taste)
    assert np.array_equal(again.shortest, plain.shortest)
    assert np.array_equal(again.departures, plain.departures)
    base = skims(network(repeated(week, 100, 190)), horizon, taste)
    assert np.array_equal(again.shortest, base.shortest), "what was there twice changes no time"
