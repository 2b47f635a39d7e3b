"""Arrays of the journey search, bundled as the compiled loops take them."""

from __future__ import annotations

from typing import NamedTuple

from egiz.engines.journeys.record import Array, Mask, Numbers


class Ways(NamedTuple):
    """Rows of each key."""

    first: Numbers
    """First row of each key, and the number of all."""
    row: Numbers


class Net(NamedTuple):
    """Connections by rising departure, and where each leads: (connections,) unless said otherwise."""

    size: int
    """Number of connections, which stands for none where a connection is named."""
    departure: Numbers
    arrival: Numbers
    tail: Numbers
    """Stop one gets on at; the number of stops where one may not."""
    head: Numbers
    """Stop one gets off at; the number of stops where one may not."""
    run: Numbers
    seat: Numbers
    """Run whose label holds from here on: its own, or the one it goes on as."""
    stay: Numbers
    """Connection that follows on board."""
    ahead: Numbers
    """Next connection that can be boarded at the same stop."""
    change: Numbers
    """First connection that can be boarded at the stop one gets off at."""
    first: Numbers
    """First link of each connection: (connections + 1,)."""
    links: Numbers
    """First connections that can be boarded by walking."""


class Footways(NamedTuple):
    """Ways on foot of each stop."""

    first: Numbers
    """First way of each stop, and the number of all."""
    stop: Numbers
    """Stop at the other end."""
    minutes: Numbers
    """Minutes it takes, any change included."""


class Gateways(NamedTuple):
    """The stop and the gates that each stop of the timetable is in the search."""

    first: Numbers
    """First row of each stop of the timetable, and the number of all."""
    row: Numbers
    """Stop or gate of the search."""
    minutes: Numbers
    """Minutes between the stop and boarding or leaving, by stop or gate of the search."""


class Plan(NamedTuple):
    """Stops of the search, and what lies between them."""

    board: Ways
    """Connections that can be boarded at each stop, by departure."""
    least: Numbers
    """Least minutes to change at each stop, and nowhere."""
    foot: Footways
    """Ways on foot from each stop, and nowhere."""
    back: Footways
    """The same ways by the stop that they lead to."""
    entry: Gateways
    """Stops and gates of each stop, with the minutes to boarding."""
    leave: Gateways
    """Stops and gates of each stop, with the minutes from getting off."""


class Place(NamedTuple):
    """Where a journey starts or ends."""

    stop: Numbers
    minutes: Numbers
    on_foot: bool


class Room(NamedTuple):
    """Where a search writes its labels."""

    labels: Numbers
    """Of each connection, of nobody (size), and from there on of each station, the origin in place of the
    first."""
    seats: Numbers
    """Of each run."""
    better: Mask
    """Whether each connection is better than the next that can be boarded at its stop, for some number of
    trips."""


class Stands(NamedTuple):
    """Connections by when one must be at their station, then by station."""

    row: Numbers
    """Connection."""
    ready: Numbers
    """Minute at which one must be at the station."""
    station: Numbers


class Notes(NamedTuple):
    """Lists of departures, one for each station."""

    minute: Array
    cost: Array
    next: Numbers
    """Number of the next in the list; below zero at its end."""


class Terms(NamedTuple):
    """Which journeys count, and what travellers mind."""

    start: int
    end: int
    longest: int
    most: int
    """Most trips."""
    transfer: float
    early: float
    late: float
    cyclic: bool
    back: bool
    """Whether time is turned round: the targets are origins."""


class Skim(NamedTuple):
    """Tables to fill: (stations of origin, target stations)."""

    shortest: Numbers
    departures: Numbers
    generalised: Array
