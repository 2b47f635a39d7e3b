"""Every good journey of a week: which there are, what they are made of, and what that is worth to travellers.

A `Schedule` of trips by service day becomes a `Timetable` of all that runs in a span of minutes (`expand`),
and that a `Network` (`network`), ready to be asked: for all journeys of a window that no other beats
(`profile`, with their rides `journeys`), for the earliest arrival (`earliest`), for what all stations have of
each other (`skims`). `with_runs`, `without_runs` and `repeated` make what-if timetables; ``delay`` turns
departures into waiting, schedule delay and mean generalised cost.

The method is the profile connection scan of Dibbelt, Pajor, Strasser and Wagner (arXiv 1703.05997), with
labels by number of trips; decisions and measurements stand in docs/decisions/0015-journeys.md.
"""

from egiz.engines.journeys.change import repeated, turned, with_runs, without_runs
from egiz.engines.journeys.delay import Wishes, costs_of, mean_cost, mean_shift, mean_wait, taken
from egiz.engines.journeys.network import Network, network, room
from egiz.engines.journeys.record import (
    NEVER,
    NONE,
    Calendar,
    Connections,
    Footpaths,
    Modes,
    Numbers,
    Runs,
    Schedule,
    Seats,
    Stops,
    StopTimes,
    Timetable,
    Trips,
)
from egiz.engines.journeys.search import Ends, Legs, Profile, Question, earliest, journeys, profile
from egiz.engines.journeys.skim import Horizon, Skims, Taste, reskimmed, skims, skims_from
from egiz.engines.journeys.week import expand, service_days

__all__ = [
    "NEVER",
    "NONE",
    "Calendar",
    "Connections",
    "Ends",
    "Footpaths",
    "Horizon",
    "Legs",
    "Modes",
    "Network",
    "Numbers",
    "Profile",
    "Question",
    "Runs",
    "Schedule",
    "Seats",
    "Skims",
    "StopTimes",
    "Stops",
    "Taste",
    "Timetable",
    "Trips",
    "Wishes",
    "costs_of",
    "earliest",
    "expand",
    "journeys",
    "mean_cost",
    "mean_shift",
    "mean_wait",
    "network",
    "profile",
    "repeated",
    "reskimmed",
    "room",
    "service_days",
    "skims",
    "skims_from",
    "taken",
    "turned",
    "with_runs",
    "without_runs",
]
