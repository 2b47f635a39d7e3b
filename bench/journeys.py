"""Journeys beside the fastest router that can be had: the same questions, the same sets, the time of each.

The peer is nigiri, the core of MOTIS, through pynigiri (C++, one thread). Both answer the same seeded
questions in one process, one after the other, warm; time is processor time, each figure the median of three
or nine rounds. The peer builds legs with every answer; ours are measured without and with them. Without the
peer or the shared feeds (folder in EGIZ_SHARED) what needs them is skipped, and said to be.

Questions are asked of what `journey_feed` reads, a plain reader that keeps the peer's rules for ways on foot,
changes and blank times: only so can the sets be the same. Egiz's own reader, from the zip to ready arrays, is
timed by `bench/feed.py`.
"""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from statistics import median

import numpy as np

from egiz.engines.journeys import (
    NONE,
    Connections,
    Ends,
    Footpaths,
    Horizon,
    Modes,
    Network,
    Profile,
    Question,
    Runs,
    Stops,
    Taste,
    Timetable,
    earliest,
    expand,
    journeys,
    network,
    profile,
    reskimmed,
    room,
    skims,
)

sys.path.insert(0, str(Path(__file__).parent))
from journey_feed import read

DAY = 1440
WEEK = 7 * DAY
ROUNDS = 3
TASTE = Taste(transfer=15.0, early=0.5, late=0.7)
Sets = list[set[tuple[int, ...]]]


@dataclass(frozen=True, slots=True)
class Case:
    """A feed, its week, and how much faster than the peer we promise to be there."""

    name: str
    monday: date
    loaded_from: date
    pairs: int
    promises: tuple[float, float, float]
    """Earliest arrival, day, week; none where zero."""
    with_legs: float
    """Week, with all legs."""


CASES = (
    Case("db2019", date(2019, 3, 4), date(2019, 3, 1), 200, (6.0, 7.0, 10.0), 7.0),
    Case("sncf2013", date(2013, 12, 9), date(2013, 12, 6), 100, (0.0, 0.0, 2.0), 0.0),
    Case("portoalegre", date(2019, 5, 6), date(2019, 5, 3), 60, (0.0, 0.0, 2.0), 0.0),
)
KINDS = ("earliest arrival", "24-hour profile", "7-day profile")


@dataclass(frozen=True, slots=True)
class Setup:
    """A feed made ready on our side, and the questions."""

    case: Case
    net: Network
    stops: tuple[str, ...]
    start: int
    asked: tuple[list[Question], ...]
    """Questions of each kind."""


def cpu(work: Callable[[], object]) -> float:
    """Processor time of a call [s]."""
    start = time.process_time_ns()
    work()
    return (time.process_time_ns() - start) / 1e9


def said(name: str, value: str, held: bool | None = None) -> bool:
    """Print a line; whether what it promises was held."""
    mark = "" if held is None else "held" if held else "BROKEN"
    print(f"{name:58} {value:52} {mark}", flush=True)
    return held is not False


def setup(case: Case, path: Path) -> Setup:
    """Read a feed, make the week ready and draw the questions."""
    feed = read(path, case.monday - timedelta(days=4), 14, case.monday)
    start = int(feed.schedule.calendar.starts[0, 4])
    table = expand(feed.schedule, (start, start + WEEK + DAY))
    rides = table.connections
    inside = (rides.departure >= start) & (rides.departure < start + WEEK)
    ends = np.concatenate([rides.origin[inside], rides.destination[inside]])
    weight = np.bincount(ends, minlength=len(feed.stops)) / ends.size
    rng = np.random.default_rng(20170701)
    pairs: list[tuple[int, int]] = []
    while len(pairs) < case.pairs:
        one, other = rng.choice(len(feed.stops), 2, p=weight)
        if one != other:
            pairs.append((int(one), int(other)))
    minutes, days = rng.integers(0, 6 * DAY, case.pairs), rng.integers(0, 7, case.pairs)
    windows = (
        [(start + int(minute), start + int(minute)) for minute in minutes],
        [(start + int(day) * DAY, start + (int(day) + 1) * DAY) for day in days],
        [(start, start + WEEK)] * case.pairs,
    )
    asked = tuple(
        [
            Question(Ends((one,), on_foot=False), Ends((other,)), window, DAY)
            for (one, other), window in zip(pairs, kind, strict=True)
        ]
        for kind in windows
    )
    return Setup(case, network(table), feed.stops, start, asked)


@contextmanager
def silence() -> Iterator[None]:
    """Keep what foreign code writes off the screen."""
    sys.stdout.flush()
    kept = [(stream, os.dup(stream)) for stream in (1, 2)]
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        for stream, _ in kept:
            os.dup2(nowhere, stream)
        yield
    finally:
        for stream, saved in kept:
            os.dup2(saved, stream)
            os.close(saved)
        os.close(nowhere)


class Peer:
    """The peer with a feed loaded for three and a half weeks."""

    def __init__(self, path: Path, made: Setup) -> None:
        import pynigiri

        self.library = pynigiri
        source, config = pynigiri.TimetableSource("feed", str(path)), pynigiri.LoaderConfig()
        config.link_stop_distance = 0
        source.loader_config = config
        first = made.case.loaded_from
        last = first + timedelta(days=24)
        self.table = pynigiri.load_timetable([source], first.isoformat(), last.isoformat())
        self.places = [self.table.find_location(stop) for stop in made.stops]
        self.zero = (made.case.monday - date(1970, 1, 1)).days * DAY

    def queries(self, kind: str, asked: list[Question]) -> list[object]:
        """The questions as the peer takes them."""
        made = []
        for one in asked:
            query = self.library.Query()
            first, last = (self.zero + minute for minute in one.window)
            query.start_time = first if kind == KINDS[0] else (first, last)
            query.start = [self.library.Offset(self.places[one.origin.stop[0]], 0, 0)]
            query.destination = [self.library.Offset(self.places[one.target.stop[0]], 0, 0)]
            query.max_transfers, query.max_travel_time = one.transfers, one.longest
            query.start_match_mode = query.dest_match_mode = self.library.LocationMatchMode.EXACT
            made.append(query)
        return made

    def sets(self, kind: str, answers: list[list[object]]) -> Sets:
        """Departure, arrival and transfers of each answer; of earliest arrivals, no departure."""
        return [
            {
                (
                    *(() if kind == KINDS[0] else (one.departure_time() - self.zero,)),  # type: ignore[attr-defined]
                    one.arrival_time() - self.zero,  # type: ignore[attr-defined]
                    one.transfers,  # type: ignore[attr-defined]
                )
                for one in answer
            }
            for answer in answers
        ]


def own_sets(kind: str, answers: list[Profile]) -> Sets:
    """The same of our answers."""
    parts = ("arrival", "transfers") if kind == KINDS[0] else ("departure", "arrival", "transfers")
    return [set(zip(*(getattr(one, part).tolist() for part in parts), strict=True)) for one in answers]


def compared(made: Setup, peer: Peer) -> bool:
    """Ask both all questions of each kind, three rounds of each in turn."""
    place, held = room(made.net), True
    for kind, asked, promise in zip(KINDS, made.asked, made.case.promises, strict=True):
        queries = peer.queries(kind, asked)

        def theirs(queries: list[object] = queries) -> list[list[object]]:
            return [peer.library.route(peer.table, query) for query in queries]

        def ours(asked: list[Question] = asked, kind: str = kind) -> list[Profile]:
            if kind == KINDS[0]:
                return [earliest(made.net, one) for one in asked]
            return [profile(made.net, one, place) for one in asked]

        def with_legs(asked: list[Question] = asked) -> list[object]:
            return [journeys(made.net, one, place) for one in asked]

        with silence():
            sets = peer.sets(kind, theirs())
            own = own_sets(kind, ours())
            with_legs()
            often = ROUNDS if kind == KINDS[2] else 3 * ROUNDS
            rounds = [(cpu(theirs), cpu(ours), cpu(with_legs)) for _ in range(often)]
        count, thousand = len(asked), 1000.0 / len(asked)
        differing = sum(one != other for one, other in zip(sets, own, strict=True))
        peer_ms, own_ms, leg_ms = (thousand * median(one[part] for one in rounds) for part in range(3))
        ratio, leg_ratio = (median(one[0] / one[part] for one in rounds) for part in (1, 2))
        name = f"{made.case.name}: {kind}"
        figures = f"peer {peer_ms:.3f} ms, sets {own_ms:.3f} ms, ratio {ratio:.1f}"
        held &= said(name, figures, ratio >= promise if promise else None)
        if kind != KINDS[0]:
            limit = made.case.with_legs if kind == KINDS[2] else 0.0
            held &= said(f"{name}, legs", f"{leg_ms:.3f} ms, ratio {leg_ratio:.1f}", leg_ratio >= limit)
        entries = sum(len(one) for one in own)
        held &= said(f"{name}, sets", f"{differing} of {count} differ, {entries} journeys", differing == 0)
    return held


def all_to_all(made: Setup) -> bool:
    """Every station to every other, one thread and two."""
    horizon = Horizon((made.start, made.start + WEEK), DAY)
    skims(made.net, horizon, TASTE, np.arange(2, dtype=np.int32))
    used, walls = [], {1: 9e9, 2: 9e9}
    for _ in range(ROUNDS):
        used.append(cpu(lambda: skims(made.net, horizon, TASTE)))
        for threads, least in walls.items():
            start = time.perf_counter()
            skims(made.net, horizon, TASTE, threads=threads)
            walls[threads] = min(least, time.perf_counter() - start)
    figure = f"{median(used):.2f} s CPU on one core, budget 1.2 s, best {min(used):.2f} s"
    held = said("db2019: all 664 stations to all, a week", figure, min(used) <= 1.2)
    gain = f"{walls[1]:.2f} s on one, {walls[2]:.2f} s on two: {walls[1] / walls[2]:.2f} times"
    return said("db2019: the same by the clock", gain) and held


def ready(made: Setup) -> bool:
    """Trips to a timetable, and that to a network."""
    path = Path(os.environ["EGIZ_SHARED"]) / "data" / "feeds" / "db2019.zip"
    plan = read(path, made.case.monday - timedelta(days=4), 14, made.case.monday).schedule
    span = (made.start, made.start + WEEK + DAY)
    expansion = min(cpu(lambda: expand(plan, span)) for _ in range(5))
    linking = min(cpu(lambda: network(made.net.timetable)) for _ in range(5))
    return said("db2019: trips to timetable, timetable to network", f"{expansion:.3f} s, {linking:.3f} s")


def corridor(stops: int = 200) -> Timetable:
    """A made-up corridor: ten lines of trains of 20 stops, twice a day, and a flight three days a week."""
    calls: list[tuple[int, int, int, int, int]] = []
    run, length = 0, stops // 10
    for line in range(10):
        for day in range(7):
            for hour in (6 + line % 3, 17 - line % 2):
                for way in (1, -1):
                    row = list(range(line * length, (line + 1) * length))[::way]
                    row[0 if way > 0 else -1] = 0
                    minute = day * DAY + hour * 60
                    for place in range(length - 1):
                        at = minute + place * 35
                        calls.append((row[place], row[place + 1], at, at + 32, run))
                    run += 1
    for day in (0, 2, 4):
        for one, other, minute in ((19, 199, 600), (199, 19, 900)):
            calls.append((one, other, day * DAY + minute, day * DAY + minute + 90, run))
            run += 1
    return made_of(calls, run, stops)


def made_of(calls: list[tuple[int, int, int, int, int]], runs: int, stops: int) -> Timetable:
    """A timetable of plain rides: from, to, departure, arrival, run."""
    origin, destination, departure, arrival, run = np.array(
        sorted(calls, key=lambda c: c[2]), dtype=np.int32
    ).T
    every = np.ones(len(calls), dtype=np.bool_)
    number = np.arange(runs, dtype=np.int32)
    zero = np.zeros(1, dtype=np.int32)
    return Timetable(
        Connections(
            *(np.ascontiguousarray(part) for part in (origin, destination, departure, arrival, run)),
            every,
            every,
        ),
        Runs(number, number * 0, number * 0, np.full(runs, NONE, dtype=np.int32)),
        Stops(np.full(stops, 10, dtype=np.int32), np.arange(stops, dtype=np.int32)),
        Footpaths(np.zeros(stops + 1, dtype=np.int32), zero[:0], zero[:0]),
        Modes(zero, zero, zero + NONE),
    )


def re_skim() -> bool:
    """Move one flight of the corridor and skim all of it anew, the week repeating."""
    base = corridor()
    flight = np.arange(base.runs.trip.size) == base.runs.trip.size - 1
    moved = made_of([(199, 19, 3 * DAY + 700, 3 * DAY + 790, 0)], 1, 200)
    horizon = Horizon((0, WEEK), 2 * DAY, 4, cyclic=True)

    def again() -> object:
        return reskimmed(base, flight, moved, horizon, TASTE)

    again()
    used = [cpu(again) for _ in range(7)]
    rides = base.connections.departure.size
    figure = f"{1000 * median(used):.1f} ms CPU, budget 50 ms, {rides} rides a week"
    return said("corridor of 200 stops, one flight moved, skimmed anew", figure, min(used) <= 0.05)


def first_answer() -> bool:
    """A new process: start, import, a small network and a first answer, kernels kept from before."""
    script = (
        "import time, sys; sys.path.insert(0, sys.argv[1]);"
        "from journeys import *; base = network(corridor());"
        "profile(base, Question(Ends((19,)), Ends((150,)), (0, WEEK), DAY));"
        "print(time.process_time())"
    )
    command = [sys.executable, "-c", script, str(Path(__file__).parent)]
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    took = [
        float(subprocess.run(command, env=kept, capture_output=True, text=True, check=True).stdout)
        for _ in range(4)
    ]
    figure = f"{median(took):.2f} s CPU, best {min(took):.2f} s, budget 1 s"
    return said("new process: start of Python to first answer", figure, min(took) <= 1.0)


def main() -> int:
    """Measure everything that can be measured here."""
    held = first_answer()
    held &= re_skim()
    shared = os.environ.get("EGIZ_SHARED", "")
    there = importlib.util.find_spec("pynigiri") is not None
    if not there:
        said("the peer", "pynigiri is not installed: no ratios, no sets compared")
    for case in CASES:
        path = Path(shared) / "data" / "feeds" / f"{case.name}.zip"
        if not shared or not path.exists():
            said(case.name, "skipped: EGIZ_SHARED does not hold the feed")
            continue
        made = setup(case, path)
        if case.name == "db2019":
            held &= ready(made)
            held &= all_to_all(made)
        if there:
            with silence():
                peer = Peer(path, made)
            held &= compared(made, peer)
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
