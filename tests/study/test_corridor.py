"""The timetable that ships: what was known by the day, sourced or marked, and a feed that others open."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from egiz.cli import main
from egiz.errors import InputError
from egiz.facts.gtfs.read import read_feed
from egiz.facts.library import Facts
from egiz.study.journey.corridor import corridor_feed

NAME = "astana-chelyabinsk"
SUMMER = date(2017, 7, 10)


def asked(feed: str, *more: str) -> dict[str, object]:
    words = ("journeys", feed, "--from", "Astana", "--to", "Chelyabinsk", "--date", "2017-07-10", "--json")
    result = CliRunner().invoke(main, (*words, *more))
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def test_the_train_runs_as_its_source_tells() -> None:
    feed = corridor_feed(NAME, SUMMER)
    (route,) = np.flatnonzero([name == "rail Astana rail – Chelyabinsk rail" for name in feed.routes.ids])
    trips = np.flatnonzero(feed.trips.route == route)
    first = feed.trips.first[trips]
    assert set(feed.calls.departure[first].tolist()) == {16 * 60}
    assert set((feed.calls.arrival[first + 1] - feed.calls.departure[first]).tolist()) == {20 * 60}
    seen = [row for row in Facts.shipped().rows if row.name == "service_first" and row.status == "seen"]
    assert {row.source.key for row in seen} == {"inform_2016"}


def test_every_other_row_is_marked() -> None:
    names = ("service_", "access_minutes")
    rows = [row for row in Facts.shipped().rows if row.name.startswith(names)]
    assert len(rows) > 50
    assert all(row.dating.known_from is not None for row in rows)
    assert {row.status for row in rows} == {"seen", "derived", "memory"}
    assert all(row.spread.low is not None for row in rows if row.source.key == "judgement")


def test_what_is_not_known_yet_does_not_run() -> None:
    with pytest.raises(InputError) as caught:
        corridor_feed(NAME, date(2016, 1, 1))
    assert caught.value.faults[0].key == "no-fact-yet"
    early, late = (corridor_feed(NAME, day).routes.ids for day in (SUMMER, date(2024, 7, 1)))
    assert "bus Kostanay bus – Astana bus" not in early
    assert "bus Kostanay bus – Astana bus" in late


def test_a_season_ends() -> None:
    feed = corridor_feed(NAME, date(2024, 7, 1))
    route = feed.routes.ids.index("bus Kostanay bus – Astana bus")
    services = np.unique(feed.trips.service[feed.trips.route == route])
    runs = [feed.services.running(day, 7)[services].sum() for day in (date(2024, 7, 1), date(2024, 11, 4))]
    assert runs[0] > 0
    assert runs[1] == 0


def test_clocks_of_astana_follow_the_law() -> None:
    answer = asked(NAME)
    trains = [one for one in answer["journeys"] if one["legs"][-2]["mode"] == "rail"]  # type: ignore[attr-defined]
    assert trains
    assert trains[0]["legs"][1]["departure"] == "2017-07-10T16:00:00+06:00"
    assert trains[0]["legs"][1]["arrival"] == "2017-07-11T11:00:00+05:00"


def test_the_rival_airport_is_found() -> None:
    answer = asked(NAME)
    ways = [
        [(leg["mode"], leg["to"]["id"]) for leg in one["legs"]]
        for one in answer["journeys"]  # type: ignore[attr-defined]
    ]
    assert any(("air", "Yekaterinburg SVX") in way and ("bus", "Chelyabinsk bus") in way for way in ways)
    assert any("memory" in note for note in answer["notes"])  # type: ignore[attr-defined]


def test_cities_are_known_in_every_language() -> None:
    words = ("journeys", NAME, "--from", "Астана", "--to", "Челябі", "--date", "2017-07-10", "--json")
    result = CliRunner().invoke(main, words)
    assert result.exit_code == 0, result.stderr
    assert json.loads(result.stdout)["journeys"] == asked(NAME)["journeys"]


def test_it_is_written_as_a_feed_that_reads_back(tmp_path: Path) -> None:
    own = asked(NAME, "--out", str(tmp_path))
    assert read_feed(str(tmp_path / "timetable.zip")).stops.ids == corridor_feed(NAME, SUMMER).stops.ids
    again = asked(str(tmp_path / "timetable.zip"))
    assert [one["departure"] for one in again["journeys"]] == [one["departure"] for one in own["journeys"]]  # type: ignore[attr-defined]
