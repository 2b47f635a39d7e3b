"""Which of the timetables that were worked out is told: the one that would be run."""

from __future__ import annotations

from math import floor

import numpy as np

from egiz.figures import part
from egiz.figures.assumption import Assumption
from egiz.figures.figure import ChoiceFigure
from egiz.proposals.kind import Pick
from egiz.report.timetable import Call, Departure, Stop, Timetable
from egiz.study.prepare import Member
from egiz.study.run import Run

QUARTILES = np.array([0.25, 0.75])


def timetables(run: Run) -> tuple[Timetable, ...]:
    """Tell the timetable of each item that runs by one: a week for each stretch of dates."""
    found = ((member.proposal.id, one) for member in run.prepared.members for one in _chosen(run, member))
    return tuple(_told(proposal, one) for proposal, one in found)


def _chosen(run: Run, member: Member) -> list[part.Timetable]:
    """Those whose labels are picked, or the nearest that there are; none where an item has none."""
    if not member.kind.timetable:
        return []
    left = [one for one in member.part.preparation.timetables if one.departures]
    for place, pick in enumerate(member.kind.timetable):
        wanted = _label(run, member, pick)
        known = sorted({one.labels[place] for one in left}, key=lambda label: _distance(label, wanted))
        left = [one for one in left if one.labels[place] in known[:1]]
    return left


def _label(run: Run, member: Member, pick: Pick) -> str:
    sight = run.sight(member.proposal.id)
    if pick.axis:
        choice = sight.choice(pick.quantity, pick.axis)
        if not isinstance(choice, ChoiceFigure):
            raise TypeError(f"{pick.quantity} is no choice")
        return choice.options[int(np.argmax(choice.shares))]
    key = sight.key(pick.quantity)
    node = run.ledger.sheet.node(key)
    middle = _middle(node) if isinstance(node, Assumption) else float(np.median(run.ledger.value(key)))
    return str(floor(middle + 0.5))


def _middle(one: Assumption) -> float:
    """Middle between the quartiles: of *two to three*, drawn as one of both, it is two and a half."""
    return float(one.distribution.quantile(QUARTILES).mean())


def _distance(label: str, wanted: str) -> tuple[bool, float]:
    """How far a label is from the one wanted: names are the same or not, numbers near or far."""
    if label == wanted:
        return (False, 0.0)
    both = label.isdecimal() and wanted.isdecimal()
    return (not both, abs(float(label) - float(wanted)) if both else 0.0)


def _told(proposal: str, one: part.Timetable) -> Timetable:
    ends = [stop for run in one.departures for stop in (run.origin, run.destination)]
    between = [call.stop for run in one.departures for call in run.calls]
    stops = {stop: number for number, stop in enumerate(dict.fromkeys((*ends, *between)))}
    runs = (
        Departure(
            stops[run.origin],
            stops[run.destination],
            run.leaves,
            run.arrives,
            tuple(Call(stops[call.stop], call.arrives, call.leaves) for call in run.calls),
        )
        for run in one.departures
    )
    return Timetable(
        proposal,
        one.labels,
        one.mode,
        one.vehicle,
        one.valid_from.isoformat(),
        one.valid_until.isoformat(),
        tuple(Stop(stop.name, stop.longitude, stop.latitude, stop.zone) for stop in stops),
        tuple(runs),
    )
