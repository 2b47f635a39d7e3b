"""Skims: best time, departures and mean generalised time between all stations, from their week profiles."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from egiz.engines.journeys.change import repeated, with_runs, without_runs
from egiz.engines.journeys.model import Skim, Stands, Terms
from egiz.engines.journeys.network import Network, network, room
from egiz.engines.journeys.record import LANES, NEVER, Array, Mask, Numbers, Timetable
from egiz.engines.journeys.search import TRANSFERS
from egiz.errors import EngineError


@dataclass(frozen=True, slots=True)
class Taste:
    """What travellers mind, in minutes of travel; the week is wished for evenly."""

    transfer: float
    """Minutes of travel that a change is worth [min]."""
    early: float
    """Minutes of travel that leaving a minute sooner than wished is worth [1]."""
    late: float
    """Minutes of travel that leaving a minute later than wished is worth [1]."""


@dataclass(frozen=True, slots=True)
class Horizon:
    """Which journeys count."""

    window: tuple[int, int]
    """First minute of departures, and the minute after the last [min from minute zero]."""
    longest: int
    """Longest travel [min]."""
    transfers: int = TRANSFERS
    """Most transfers, at most seven."""
    cyclic: bool = False
    """Whether the window repeats for ever: then its first departure also follows its last."""


@dataclass(frozen=True, slots=True)
class Skims:
    """What stations have of each other: (stations of origin, targets asked for)."""

    targets: Numbers
    """Stations that the columns stand for."""
    shortest: Numbers
    """Shortest travel of the window [min]; `NEVER` where there is none."""
    departures: Numbers
    """Minutes of the window at which leaving makes sense: no later journey is as soon and as plain."""
    generalised: Array
    """Mean of travel, changes and leaving sooner or later than wished [min], or infinite."""


def skims(
    network: Network, horizon: Horizon, taste: Taste, targets: Numbers | None = None, threads: int = 1
) -> Skims:
    """Work out what every station has of some or all targets, without walks at either end.

    Parameters
    ----------
    network
        What runs; connections up to the end of the window and the longest travel must be in it.
    horizon
        Which journeys count.
    taste
        What travellers mind.
    targets
        Stations to go to; all if none are given.
    threads
        How many targets to work at at once; each takes room for a search of its own.

    Raises
    ------
    EngineError
        A station that is not there, a window that ends before it starts, too many transfers, or a taste that
        minds neither early nor late.
    """
    stations = network.terminals.first.size - 1
    wanted = np.arange(stations, dtype=np.int32) if targets is None else targets.astype(np.int32)
    _check(horizon, taste, wanted, stations)
    return Skims(wanted, *_filled(network, _terms(horizon, taste, back=False), wanted, threads))


def reskimmed(week: Timetable, gone: Mask, added: Timetable, horizon: Horizon, taste: Taste) -> Skims:
    """Change a week that repeats, and work out anew what all stations have of each other.

    Parameters
    ----------
    week
        One week of runs, from minute zero.
    gone
        Runs taken out, marks: (runs,).
    added
        Runs put in, over the same stops; a run moved is one taken out and one put in.
    horizon
        Which journeys count; its window is one turn, from minute zero.
    taste
        What travellers mind.

    Raises
    ------
    EngineError
        As `with_runs`, `repeated` and `skims`.
    """
    start, end = horizon.window
    changed = with_runs(without_runs(week, gone), added)
    return skims(network(repeated(changed, end - start, end + horizon.longest)), horizon, taste)


def skims_from(
    backwards: Network, horizon: Horizon, taste: Taste, origins: Numbers, threads: int = 1
) -> Skims:
    """Work out what some stations have of all others: one scan for each origin.

    Parameters
    ----------
    backwards
        Network of the timetable turned round (`turned`).
    horizon, taste, threads
        As `skims`: departures are wished for, and windows told, in time that is not turned.
    origins
        Stations to start from: the columns of the tables; their rows are where one goes.

    Raises
    ------
    EngineError
        As `skims`.
    """
    wanted = origins.astype(np.int32)
    _check(horizon, taste, wanted, backwards.terminals.first.size - 1)
    return Skims(wanted, *_filled(backwards, _terms(horizon, taste, back=True), wanted, threads))


def _filled(network: Network, terms: Terms, wanted: Numbers, threads: int) -> tuple[Numbers, Numbers, Array]:
    """Columns of the tables, filled by several threads, each with room for searches of its own."""
    from egiz.engines.journeys.skim.kernel import skim_targets  # not needed by those who ask for one journey

    stations = network.terminals.first.size - 1
    shape = stations, stations
    skim = Skim(
        np.full(shape, NEVER, dtype=np.int32), np.zeros(shape, dtype=np.int32), np.full(shape, np.inf)
    )
    span = (terms.start, terms.end + terms.longest)
    span = (1 - span[1], 1 - span[0]) if terms.back else span
    low, high = (int(at) for at in network.net.departure.searchsorted(span))
    stands = _stands(network, span[0], high)
    fixed = low, high, network.net, network.terminals, network.plan.leave, stands, terms

    def work(part: Numbers) -> None:
        skim_targets(part, *fixed, room(network), skim)

    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(work, np.array_split(wanted, min(threads, max(wanted.size, 1)))))
    return skim.shortest[:, wanted], skim.departures[:, wanted], skim.generalised[:, wanted]


def _terms(horizon: Horizon, taste: Taste, back: bool) -> Terms:
    start, end = horizon.window
    tastes = float(taste.transfer), float(taste.early), float(taste.late)
    return Terms(start, end, horizon.longest, horizon.transfers + 1, *tastes, horizon.cyclic, back)


def _stands(network: Network, start: int, high: int) -> Stands:
    """Connections from a start on, by when one must be at their station."""
    net, gates = network.net, network.gates
    row = np.flatnonzero(net.tail[:high] < gates.place.size).astype(np.int32)
    ready = net.departure[row] - gates.boarding[net.tail[row]]
    row, ready = row[ready >= start], ready[ready >= start]
    station = gates.station[net.tail[row]]
    order = np.lexsort((station, ready))
    return Stands(row[order], ready[order], station[order])


def _check(horizon: Horizon, taste: Taste, targets: Numbers, stations: int) -> None:
    if targets.size and (targets.min() < 0 or targets.max() >= stations):
        raise EngineError("the targets", "are not all stations", f"give numbers below {stations}")
    if horizon.window[1] <= horizon.window[0] or horizon.longest < 0:
        raise EngineError("the window", f"is {horizon.window}, travel {horizon.longest}", "give it a length")
    if not 0 <= horizon.transfers < LANES:
        raise EngineError("transfers", f"are {horizon.transfers}", f"allow 0 to {LANES - 1}")
    if min(taste.transfer, taste.early, taste.late) < 0.0 or taste.early + taste.late <= 0.0:
        raise EngineError("the taste", "minds neither early nor late, or below zero", "weigh both")
