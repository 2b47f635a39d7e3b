"""Measure how long a timetable takes from its zip to ready arrays: ``bench/feed.py [FEED DATE]``.

Beside it stands the standard library's `csv.reader`, which only takes the same tables apart. Without a feed
the German one of the shared calibration files is taken, if EGIZ_SHARED names their folder. CPU time, best of
five. Exit code 1 where the budget is broken.
"""

from __future__ import annotations

import csv
import io
import sys
import zipfile
from collections.abc import Callable
from datetime import date
from os import environ
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))

from egiz.facts.gtfs.archive import TABLES
from egiz.facts.gtfs.read import read_feed
from egiz.study.journey.rule import shipped_rules
from egiz.study.journey.schedule import Dates, mode_names, schedule_of

GERMAN = Path(environ.get("EGIZ_SHARED", "nowhere")) / "data" / "feeds" / "db2019.zip"
BUDGET = 0.3
"""From the zip to the arrays that the search takes [s]."""
DAYS, AFTER = 7, 4
ROUNDS = 5


def main(path: str = str(GERMAN), day: str = "2019-03-04") -> int:
    """Print times beside the budget."""
    if not Path(path).exists():
        print(f"no timetable {path}: give one, or let EGIZ_SHARED name the shared calibration files")
        return 0
    feed, first = read_feed(path), date.fromisoformat(day)
    rules = shipped_rules(mode_names(feed))
    dates = Dates.around(feed, first, DAYS, AFTER)
    read = best(lambda: read_feed(path))
    arranged = best(lambda: schedule_of(feed, dates, rules))
    peer = best(lambda: taken_apart(path))
    whole = read + arranged
    held = "held" if whole <= BUDGET else "BROKEN"
    counts = (len(feed.stops.ids), len(feed.trips.ids), len(feed.calls.stop))
    print("{:,} stops, {:,} trips, {:,} stop times".format(*counts))
    print(f"read, joined, checked  {read:6.3f} s")
    print(f"arranged for a week    {arranged:6.3f} s")
    print(f"both                   {whole:6.3f} s   budget {BUDGET} s  {held}")
    print(f"csv.reader, cells only {peer:6.3f} s   ratio of reading {read / peer:.2f}")
    return int(whole > BUDGET)


def taken_apart(path: str) -> int:
    """Take the same tables apart with the standard library."""
    with zipfile.ZipFile(path) as packed:
        names = [name for name in packed.namelist() if name in TABLES]
        return sum(len(list(csv.reader(io.StringIO(packed.read(name).decode())))) for name in names)


def best(action: Callable[[], object]) -> float:
    """Least CPU time of a few rounds [s]."""
    spent = []
    for _ in range(ROUNDS):
        start = process_time()
        action()
        spent.append(process_time() - start)
    return min(spent)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
