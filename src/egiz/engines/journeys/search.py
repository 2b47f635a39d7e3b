"""Questions to a network: every good journey of a window, and the earliest arrival from a moment on."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from egiz.engines.journeys.model import Place, Room
from egiz.engines.journeys.network import Network, room
from egiz.engines.journeys.record import LANES, Numbers
from egiz.errors import EngineError

TRANSFERS = 6
"""Transfers allowed unless told otherwise."""


@dataclass(frozen=True, slots=True)
class Ends:
    """Where a journey may start or end: stops, and the minutes between each and the place itself."""

    stop: tuple[int, ...]
    """Stops of the timetable."""
    minutes: tuple[int, ...] = ()
    """Minutes to or from each stop [min]; none given means none at all."""

    on_foot: bool = True
    """Whether stops within a walk count too."""

    @property
    def place(self) -> Place:
        """The same as arrays."""
        minutes = self.minutes or (0,) * len(self.stop)
        return Place(np.array(self.stop, dtype=np.int32), np.array(minutes, dtype=np.int32), self.on_foot)


@dataclass(frozen=True, slots=True)
class Question:
    """What journeys to look for."""

    origin: Ends
    """Where they start."""
    target: Ends
    """Where they end."""
    window: tuple[int, int]
    """First minute at the origin, and the minute after the last [min from minute zero]."""
    longest: int
    """Longest travel [min]."""
    transfers: int = TRANSFERS
    """Most transfers, at most seven."""


@dataclass(frozen=True, slots=True)
class Profile:
    """Journeys that no other beats, by rising departure, then transfers; each array (journeys,).

    One journey beats another if it leaves no earlier, arrives no later and changes no more often.
    """

    departure: Numbers
    """Minute at the origin [min from minute zero]; check-in and the like come after it."""
    arrival: Numbers
    """Minute at the target [min from minute zero]; bags and the like come before it."""
    transfers: Numbers
    """How often one changes."""


@dataclass(frozen=True, slots=True)
class Legs:
    """Rides of the journeys of a profile, in order; ways on foot lie between them."""

    first: Numbers
    """First ride of each journey, and the number of all: (journeys + 1,)."""
    board: Numbers
    """Connection of the timetable at which one gets on: (rides,)."""
    alight: Numbers
    """Connection at whose end one gets off, of the same run or of one it goes on as: (rides,)."""


def profile(network: Network, question: Question, place: Room | None = None) -> Profile:
    """Find every journey of a window that no other beats, those that leave after it included.

    Parameters
    ----------
    network
        What runs; connections up to the end of the window and the longest travel must be in it.
    question
        From where to where, and when.
    place
        Room of `room`, to search many times; without it room is made.

    Raises
    ------
    EngineError
        A stop that is not there, a window that ends before it starts, or too many transfers.
    """
    check_question(network, question)
    found, _, _ = _search(network, question, place or room(network))
    return _profile(found)


def journeys(network: Network, question: Question, place: Room | None = None) -> tuple[Profile, Legs]:
    """Find every journey of a window that no other beats, and the rides it is made of.

    Raises
    ------
    EngineError
        As `profile`.
    """
    from egiz.engines.journeys import kernel  # compiled loops cost half a second of start

    check_question(network, question)
    held = place or room(network)
    found, walk, high = _search(network, question, held)
    first, rides = kernel.legs(found, network.net, walk, held, high)
    return _profile(found), Legs(first, rides[:, 0], rides[:, 1])


def earliest(network: Network, question: Question) -> Profile:
    """Find the earliest arrivals of whoever starts at the first minute of the window, by transfers.

    `departure` is that minute for all; the end of the window does not matter. `journeys` of a window from
    there to the latest of these arrivals tells the rides.

    Raises
    ------
    EngineError
        As `profile`.
    """
    from egiz.engines.journeys.arrival.kernel import earliest_arrivals

    check_question(network, question)
    bounds = np.array([question.window[0], question.longest, question.transfers + 1], dtype=np.int32)
    ends = question.origin.place, question.target.place
    runs = network.timetable.runs.trip.size
    return _profile(earliest_arrivals(bounds, *ends, runs, network.net, network.plan))


def check_question(network: Network, question: Question) -> None:
    """Raise an `EngineError` for the first thing in a question that cannot be."""
    count = network.timetable.stops.change.size
    for what, ends in (("the origin", question.origin), ("the target", question.target)):
        if not ends.stop or not all(0 <= stop < count for stop in ends.stop):
            raise EngineError(what, f"has the stops {ends.stop}", f"give stops below {count}")
        if ends.minutes and (len(ends.minutes) != len(ends.stop) or min(ends.minutes) < 0):
            raise EngineError(what, "has other minutes than stops", "give one, zero or more, for each stop")
    if question.window[1] < question.window[0] or question.longest < 0:
        raise EngineError("the window", f"is {question.window}, travel {question.longest}", "swap its ends")
    if not 0 <= question.transfers < LANES:
        raise EngineError("transfers", f"are {question.transfers}", f"allow 0 to {LANES - 1}")


def _search(network: Network, question: Question, held: Room) -> tuple[Numbers, Numbers, int]:
    """Entries of the origin, minutes on foot to the target, and where the scan began."""
    from egiz.engines.journeys import kernel

    departure = network.net.departure
    first, after = question.window
    low, high = (int(at) for at in departure.searchsorted((first, after + question.longest)))
    plan, count = network.plan, network.gates.place.size
    away = kernel.near(*question.origin.place, count, plan.entry, plan.foot)
    walk = kernel.near(*question.target.place, count, plan.leave, plan.back)
    kernel.scan(low, high, network.net, walk, held)
    ready, row, beyond = kernel.departures(away, first, after, high, network.net, plan.board)
    if beyond.size > 1:
        order = np.argsort(ready, kind="stable")
        ready, row = ready[order], row[order]
    bounds = np.array([question.transfers + 1, question.longest], dtype=np.int32)
    return kernel.entries(ready, row, beyond, bounds, network.net, held), walk, high


def _profile(found: Numbers) -> Profile:
    departure, arrival, trips = (np.ascontiguousarray(found[:, k]) for k in range(3))
    return Profile(departure, arrival, trips - 1)
