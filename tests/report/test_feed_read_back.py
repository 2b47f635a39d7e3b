"""The timetable of a study, as it is written, is a feed that our own reader takes without a fault."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from egiz.facts.gtfs.read import read_feed
from egiz.report.gtfs import gtfs
from egiz.study.journey.place import find_place
from report.fixture import document


def test_the_timetable_of_a_study_is_read_back(tmp_path: Path) -> None:
    timetables = document().timetables
    path = tmp_path / "timetable.zip"
    path.write_bytes(gtfs(timetables, "Egiz: test", "Egiz test"))
    feed = read_feed(str(path))
    assert len(feed.trips.ids) > 0
    assert not feed.notes
    assert (np.diff(feed.trips.first) == 2).all()
    first, last = feed.services.span() or (None, None)
    assert first is not None
    assert last is not None
    assert feed.services.running(first, 7).any()


@pytest.mark.parametrize("text", ["Chelyabinsk", "Челябинск", "челябі", "CEK", "Chelyabinsk (CEK)"])
def test_its_stops_are_found_by_what_people_call_them(tmp_path: Path, text: str) -> None:
    path = tmp_path / "timetable.zip"
    path.write_bytes(gtfs(document().timetables, "Egiz: test", "Egiz test"))
    feed = read_feed(str(path))
    (number,) = find_place(feed, text).stops.tolist()
    assert feed.stops.names[number] == "Chelyabinsk (CEK)"
    assert feed.stops.codes[number] == feed.stops.ids[number] == "CEK"
    said = {one.language: one.name for one in feed.stops.translations if one.stop == number}
    assert said == {"ru": "Челябинск (CEK)", "kk": "Челябі (CEK)"}
