"""Journeys: equal to a plain search of every ride after every ride, and well behaved."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from egiz.engines.journeys import (
    NEVER,
    NONE,
    Ends,
    Profile,
    Question,
    earliest,
    journeys,
    network,
    profile,
    repeated,
    turned,
    with_runs,
    without_runs,
)
from egiz.errors import EngineError
from engines.journey_case import (
    Call,
    Case,
    Entry,
    beats,
    cases,
    in_order,
    numbers,
    plain_journeys,
    plain_profile,
    question,
    run_calls,
)

EXAMPLES = settings(max_examples=100, deadline=None)
FEWER = settings(max_examples=50, deadline=None)


def told(found: Profile) -> list[Entry]:
    return list(zip(found.departure.tolist(), found.arrival.tolist(), found.transfers.tolist(), strict=True))


@EXAMPLES
@given(cases(), st.integers(0, 7))
def test_a_profile_is_that_of_a_plain_search(case: Case, transfers: int) -> None:
    net = network(case.timetable)
    asked = question(case, 0, 1, transfers)
    assert told(profile(net, asked)) == plain_profile(case, 0, 1, asked)


@EXAMPLES
@given(cases(), st.integers(0, 40), st.integers(0, 40), st.integers(0, 50))
def test_so_it_is_within_a_window_and_a_longest_travel(
    case: Case, start: int, length: int, longest: int
) -> None:
    asked = Question(Ends((0,)), Ends((1,)), (start, start + length), longest)
    assert told(profile(network(case.timetable), asked)) == plain_profile(case, 0, 1, asked)


@EXAMPLES
@given(cases())
def test_no_entry_is_beaten_by_another(case: Case) -> None:
    found = told(profile(network(case.timetable), question(case, 0, 1)))
    assert not [one for one in found for other in found if beats(other, one)]
    assert found == in_order(found)


@EXAMPLES
@given(cases(rich=False), run_calls(stops=2, horizon=60, flags=False))
def test_adding_a_service_never_worsens_an_entry(case: Case, added: tuple[Call, ...]) -> None:
    before = told(profile(network(case.timetable), question(case, 0, 1)))
    more = with_runs(case.timetable, Case((added,), case.change).timetable)
    after = told(profile(network(more), question(case, 0, 1)))
    for one in before:
        assert [other for other in after if other == one or beats(other, one)]


@EXAMPLES
@given(cases())
def test_taking_out_what_was_added_changes_nothing(case: Case) -> None:
    whole = with_runs(case.timetable, case.timetable)
    gone = np.arange(whole.runs.trip.size) >= len(case.runs)
    before, after = case.timetable, without_runs(whole, gone)
    for record in ("connections", "runs"):
        for name in type(getattr(before, record)).__dataclass_fields__:
            one, other = (getattr(getattr(table, record), name) for table in (before, after))
            np.testing.assert_array_equal(one, other)


@EXAMPLES
@given(cases())
def test_backwards_is_forwards(case: Case) -> None:
    forth = told(profile(network(case.timetable), question(case, 0, 1)))
    asked = Question(Ends((1,)), Ends((0,)), (-20_000, 20_000), 40_000)
    back = told(profile(network(turned(case.timetable)), asked))
    assert in_order((-arrival, -departure, n) for departure, arrival, n in back) == forth


@EXAMPLES
@given(cases(), st.integers(0, 70))
def test_the_earliest_arrival_is_the_best_of_all_that_leave_later(case: Case, start: int) -> None:
    asked = Question(Ends((0,)), Ends((1,)), (start, start), 10_000)
    every = [one for one in plain_journeys(case, 0, 1, 6) if one[0] >= start]
    best: list[Entry] = []
    for transfers in range(7):
        arrivals = [one[1] for one in every if one[2] <= transfers]
        if arrivals and (not best or min(arrivals) < best[-1][1]):
            best.append((start, min(arrivals), transfers))
    assert told(earliest(network(case.timetable), asked)) == best


@FEWER
@given(cases(rich=False, horizon=99), st.integers(1, 99))
def test_rotating_the_week_rotates_the_profile(case: Case, shift: int) -> None:
    period, longest = 100, 90
    asked = Question(Ends((0,)), Ends((1,)), (0, period), longest)

    def cycle(minutes: int) -> list[Entry]:
        moved = tuple(
            tuple(
                replace(call, arrival=call.arrival + minutes, departure=call.departure + minutes)
                for call in calls
            )
            for calls in case.runs
        )
        week = repeated(replace(case, runs=moved).timetable, period, period + longest)
        return told(profile(network(week), asked))

    rotated = [((one + shift) % period, other - one, n) for one, other, n in cycle(0)]
    assert sorted(rotated) == sorted((one, other - one, n) for one, other, n in cycle(shift))


@EXAMPLES
@given(cases())
def test_the_legs_of_every_journey_can_be_ridden(case: Case) -> None:
    table = case.timetable
    found, legs = journeys(network(table), question(case, 0, 1))
    rides = table.connections
    for n, (departure, arrival, transfers) in enumerate(told(found)):
        own = range(int(legs.first[n]), int(legs.first[n + 1]))
        assert len(own) == transfers + 1
        last: tuple[int, int, int] | None = None
        for leg in own:
            board, alight = int(legs.board[leg]), int(legs.alight[leg])
            run, stop = int(rides.run[board]), int(rides.origin[board])
            assert rides.boards[board]
            assert rides.alights[alight]
            if last is None:
                assert int(rides.departure[board]) - case.from_origin(0, stop, run) == departure
            else:
                needs = case.minutes_between(last[1], last[2], run, stop)
                assert last[0] + needs <= int(rides.departure[board])
            while run != int(rides.run[alight]):
                run = case.onward[run]
            assert board <= alight
            last = int(rides.arrival[alight]), run, int(rides.destination[alight])
        assert last is not None
        assert last[0] + case.to_target(last[1], last[2], 1) == arrival


def test_stations_and_minutes_to_their_stops_count() -> None:
    case = Case(((Call(0, 0, 10), Call(2, 20, 20)), (Call(1, 0, 12), Call(3, 19, 19))), (2, 2, 2, 2))
    asked = Question(Ends((0, 1), (5, 0)), Ends((2, 3), (0, 4)), (0, 100), 100)
    assert told(profile(network(case.timetable), asked)) == [(5, 20, 0), (12, 23, 0)]
    assert told(earliest(network(case.timetable), replace(asked, window=(0, 0)))) == [(0, 20, 0)]


def test_walks_at_the_ends_can_be_left_out() -> None:
    case = Case(((Call(2, 0, 10), Call(3, 20, 20)),), (2, 2, 2, 2), {(0, 2): 3, (3, 1): 4})
    net = network(case.timetable)
    walked = Question(Ends((0,)), Ends((1,)), (0, 100), 100)
    assert told(profile(net, walked)) == [(7, 24, 0)]
    for ends in ({"origin": Ends((0,), on_foot=False)}, {"target": Ends((1,), on_foot=False)}):
        assert told(profile(net, replace(walked, **ends))) == []


def test_a_gate_takes_its_minutes_and_a_change_at_it_others() -> None:
    runs = (
        (Call(0, 0, 100), Call(1, 200, 200)),
        (Call(1, 0, 245), Call(2, 300, 300)),
        (Call(1, 0, 380), Call(2, 430, 430)),
    )
    flown = Case(runs, (30, 30, 30), modes=((90, 20, NONE),), mode=(0, 0, 0))
    asked = question(flown, 0, 2)
    assert told(profile(network(flown.timetable), asked)) == [(10, 450, 1)]
    transit = replace(flown, modes=((90, 20, 45),))
    assert told(profile(network(transit.timetable), asked)) == [(10, 320, 1)]


def test_who_stays_seated_makes_one_trip() -> None:
    runs = ((Call(0, 0, 10), Call(1, 20, 20)), (Call(1, 0, 21), Call(2, 30, 30)))
    apart = Case(runs, (5, 5, 5))
    through = replace(apart, onward={0: 1})
    assert told(profile(network(apart.timetable), question(apart, 0, 2))) == []
    assert told(profile(network(through.timetable), question(apart, 0, 2))) == [(10, 30, 0)]


def test_closed_doors_lead_nowhere() -> None:
    runs = (
        (Call(0, 0, 10), Call(1, 20, 20, alights=False), Call(2, 30, 30)),
        (Call(2, 0, 40), Call(3, 45, 45, alights=False), Call(4, 50, 50)),
        (Call(3, 0, 60, boards=False), Call(5, 70, 70)),
        (Call(1, 0, 60, boards=False), Call(5, 70, 70)),
    )
    case = Case(runs, (2,) * 6)
    net = network(case.timetable)
    for target, entries in ((5, []), (4, [(10, 50, 1)])):
        asked = replace(question(case, 0, target), window=(10, 11), longest=1000)
        assert told(profile(net, asked)) == entries
        assert told(earliest(net, asked)) == entries


WRONG = {
    "a connection comes before it leaves": {"arrival": [5]},
    "stops of connections": {"origin": [7]},
    "runs of connections": {"run": [1]},
    "connections have arrays of shapes": {"departure": [1, 2]},
    "times lie too far": {"arrival": [NEVER]},
}


@pytest.mark.parametrize("message", sorted(WRONG))
def test_what_cannot_be_is_an_error(message: str) -> None:
    table = Case(((Call(0, 0, 10), Call(1, 20, 20)),), (2, 2)).timetable
    parts = {name: numbers(values) for name, values in WRONG[message].items()}
    with pytest.raises(EngineError, match=message):
        network(replace(table, connections=replace(table.connections, **parts)))


def test_no_change_takes_no_time_where_a_ride_takes_none() -> None:
    case = Case(((Call(0, 0, 10), Call(1, 10, 10)),), (0, 2))
    with pytest.raises(EngineError, match="takes no time"):
        network(case.timetable)


def test_a_run_cannot_go_on_as_one_that_has_left() -> None:
    runs = ((Call(0, 0, 10), Call(1, 20, 20)), (Call(1, 0, 5), Call(2, 30, 30)))
    with pytest.raises(EngineError, match="has left already"):
        network(Case(runs, (2, 2, 2), onward={0: 1}).timetable)


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"origin": Ends((9,))}, "the origin"),
        ({"target": Ends(())}, "the target"),
        ({"origin": Ends((0,), (1, 2))}, "other minutes than stops"),
        ({"window": (5, 4)}, "the window"),
        ({"transfers": 8}, "transfers"),
    ],
)
def test_a_question_must_make_sense(changed: dict[str, object], message: str) -> None:
    case = Case(((Call(0, 0, 10), Call(1, 20, 20)),), (2, 2))
    asked = replace(question(case, 0, 1), **changed)  # type: ignore[arg-type]
    with pytest.raises(EngineError, match=message):
        profile(network(case.timetable), asked)
