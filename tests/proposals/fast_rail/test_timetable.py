"""The week of the trains agreed: evenly spread, both ways, by the run, as a valid feed."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from egiz.facts.gtfs.read import read_feed
from egiz.figures.draw import Plan
from egiz.figures.part import Timetable
from egiz.report.gtfs import gtfs
from egiz.report.service import timetables
from egiz.study.agreement import AS_AGREED
from egiz.study.open import open_case
from egiz.study.prepare import prepare
from egiz.study.run import Run, run
from egiz.world.week import DAY

STUDY = """\
agreement: trains
title: A railway
date: 2017-07
pair: [Chelyabinsk, Astana]
proposals:
  - {id: rail, kind: fast_rail, title: Railway, text: A line., terms: {TERMS}}
"""
TERMS = "line: [Yekaterinburg, Chelyabinsk], onward: [Chelyabinsk, Kostanay, Astana]"
DAYS = 7


def study(folder: Path, terms: str) -> Run:
    path = folder / "trains.yaml"
    path.write_text(STUDY.replace("TERMS", terms), encoding="utf-8")
    case = open_case(str(path), (), date(2017, 7, 31)).case
    return run(prepare(case, AS_AGREED), Plan(200, 7))


@pytest.fixture(scope="module")
def onward(tmp_path_factory: pytest.TempPathFactory) -> Run:
    return study(tmp_path_factory.mktemp("rail"), f"{TERMS}, extent: onward, daily_trains: 10")


def of_ten(ran: Run) -> Timetable:
    weeks = {one.labels[0]: one for one in ran.prepared.members[0].part.preparation.timetables}
    return weeks["10"]


def test_trains_leave_evenly_both_ways_every_day(onward: Run) -> None:
    week = of_ten(onward)
    assert len(week.departures) == 2 * 10 * DAYS
    leaving = sorted(one.leaves for one in week.departures if one.origin.name == "Yekaterinburg")
    assert len(leaving) == 10 * DAYS
    assert np.ptp(np.diff(leaving[:10])) <= 1
    ends = Counter((one.origin.name, one.destination.name) for one in week.departures)
    assert len({minute % DAY for minute in leaving}) == 10
    assert ends["Yekaterinburg", "Astana"] == ends["Astana", "Yekaterinburg"]
    assert ends["Yekaterinburg", "Chelyabinsk"] == ends["Chelyabinsk", "Yekaterinburg"]
    share = ends["Yekaterinburg", "Astana"] / (10 * DAYS)
    assert abs(share - 0.35) < 0.1


def test_times_are_those_of_the_study(onward: Run) -> None:
    """From end to end near the middle of all draws; clocks of 2017 are an hour apart."""
    whole = next(one for one in of_ten(onward).departures if one.destination.name == "Astana")
    assert [call.stop.name for call in whole.calls] == ["Chelyabinsk", "Kostanay"]
    assert all(call.leaves - call.arrives == 2 for call in whole.calls)
    taken = (whole.arrives - whole.leaves) % (DAYS * DAY) - 60
    middle = float(np.median(onward.ledger.value("rail.end_to_end")))
    assert taken / 60 == pytest.approx(middle, rel=0.04)


def test_the_way_back_takes_as_long(onward: Run) -> None:
    ways = {one.origin.name: one for one in of_ten(onward).departures if len(one.calls) == 2}
    out, back = ways["Yekaterinburg"], ways["Astana"]
    assert (out.arrives - out.leaves) % DAY - 60 == (back.arrives - back.leaves) % DAY + 60
    assert [call.stop.name for call in back.calls] == ["Kostanay", "Chelyabinsk"]


def test_the_feed_is_read_back_without_a_fault(onward: Run, tmp_path: Path) -> None:
    told = timetables(onward)
    path = tmp_path / "timetable.zip"
    path.write_bytes(gtfs(told, "Egiz: test", "Egiz test"))
    feed = read_feed(str(path))
    assert not feed.notes
    assert set(feed.stops.names) == {"Yekaterinburg", "Chelyabinsk", "Kostanay", "Astana"}
    assert {one.language for one in feed.stops.translations} == {"ru", "kk"}
    assert set(np.diff(feed.trips.first).tolist()) == {2, 4}
    assert feed.services.running(date(2018, 1, 10), 7).any()


def test_nothing_has_no_trains(tmp_path: Path) -> None:
    assert timetables(study(tmp_path, f"{TERMS}, design: nothing")) == ()


def test_trains_a_day_of_a_scenario_choose_the_week(tmp_path: Path) -> None:
    told = timetables(study(tmp_path, f"{TERMS}, daily_trains: 3"))
    assert [len(one.departures) for one in told] == [2 * 3 * DAYS]
