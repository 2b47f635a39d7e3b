"""The timetable of a study, as it is written, is a feed that our own reader takes without a fault."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from egiz.facts.gtfs.read import read_feed
from egiz.report.gtfs import gtfs
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
