"""The network of a timetable: which connection leads to which, looked up once for all searches."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from egiz.engines.journeys.check import check_timetable
from egiz.engines.journeys.gate import Gates, gated
from egiz.engines.journeys.model import Footways, Gateways, Net, Plan, Room, Ways
from egiz.engines.journeys.record import LANES, NONE, Connections, Footpaths, Numbers, Runs, Stops, Timetable
from egiz.errors import EngineError


@dataclass(frozen=True, slots=True)
class Network:
    """A timetable ready to be searched, as often as wished and by several threads."""

    timetable: Timetable
    """What it was made of."""
    net: Net
    """Where each connection leads."""
    plan: Plan
    """Stops of the search, and what lies between them."""
    gates: Gates
    """Stops of the search and of the timetable."""
    terminals: Ways
    """Stops of the search that belong to each station."""


def network(timetable: Timetable) -> Network:
    """Make a timetable ready to be searched.

    Raises
    ------
    EngineError
        Arrays do not fit together, a connection comes before it leaves, connections are out of order, or a
        change takes no time where a connection takes none either.
    """
    from egiz.engines.journeys import kernel  # compiled loops cost half a second of start

    check_timetable(timetable)
    gates = gated(timetable)
    plan = _plan(timetable, gates)
    every = np.ones(gates.station.size, dtype=np.bool_)
    stations = int(gates.station.max(initial=-1)) + 1
    return Network(
        timetable=timetable,
        net=_net(gates.connections, timetable.runs, gates.stops, plan.foot, plan.board),
        plan=plan,
        gates=gates,
        terminals=Ways(*kernel.group(gates.station, every, stations)),
    )


def room(network: Network) -> Room:
    """Make room for one search at a time; searches that follow each other may share it."""
    words = LANES * (network.net.size + 3 + network.terminals.first.size)
    seats = LANES * (network.timetable.runs.trip.size + 1)
    better = np.empty(network.net.size, dtype=np.bool_)
    return Room(np.empty(words, dtype=np.int32), np.empty(seats, dtype=np.int32), better)


def _plan(timetable: Timetable, gates: Gates) -> Plan:
    from egiz.engines.journeys import kernel

    rides, stops, foot = gates.connections, gates.stops, gates.footpaths
    count = stops.change.size
    every = np.ones(count, dtype=np.bool_)
    at = Ways(*kernel.group(gates.place, every, timetable.stops.change.size))
    return Plan(
        board=Ways(*kernel.group(rides.origin, rides.boards, count)),
        least=np.append(stops.change, np.int32(0)),
        foot=Footways(np.append(foot.first, foot.first[-1]), foot.stop, foot.minutes),
        back=_turned(foot, count),
        entry=Gateways(at.first, at.row, gates.boarding),
        leave=Gateways(at.first, at.row, gates.leaving),
    )


def _net(rides: Connections, runs: Runs, stops: Stops, foot: Footways, board: Ways) -> Net:
    from egiz.engines.journeys import kernel

    count, nowhere = rides.departure.size, np.int32(stops.change.size)
    seat, stay = _seated(rides, runs)
    ready = rides.destination, rides.arrival, rides.alights
    first, links = kernel.walks(*ready, foot, board, rides.departure)
    return Net(
        size=count,
        departure=rides.departure,
        arrival=rides.arrival,
        tail=np.where(rides.boards, rides.origin, nowhere),
        head=np.where(rides.alights, rides.destination, nowhere),
        run=rides.run,
        seat=seat,
        stay=stay,
        ahead=kernel.following(board.first, board.row, count),
        change=kernel.changes(*ready, stops.change, board, rides.departure),
        first=first,
        links=links,
    )


def _seated(rides: Connections, runs: Runs) -> tuple[Numbers, Numbers]:
    """Run whose label holds from each connection on, and the connection that follows on board."""
    from egiz.engines.journeys import kernel

    count, every = rides.departure.size, np.ones(rides.departure.size, dtype=np.bool_)
    of_run = Ways(*kernel.group(rides.run, every, runs.trip.size))
    stay = kernel.following(of_run.first, of_run.row, count)
    onward = runs.onward[rides.run]
    turns = (stay == count) & (onward != NONE)
    starts = np.append(of_run.row, np.int32(count))[of_run.first[:-1]]
    stay[turns] = starts[onward[turns]]
    if (stay <= np.arange(count)).any():
        raise EngineError("a run", "goes on as one that has left already", "mend the seats of its trip")
    return np.where(turns, onward, rides.run).astype(np.int32), stay


def _turned(foot: Footpaths, count: int) -> Footways:
    """The same ways by the stop that they lead to."""
    from egiz.engines.journeys import kernel

    comes = np.repeat(np.arange(count, dtype=np.int32), np.diff(foot.first))
    first, order = kernel.group(foot.stop, np.ones(foot.stop.size, dtype=np.bool_), count)
    return Footways(first, comes[order], foot.minutes[order])
