"""Second step of a study: the sheets, under each scenario, on as many draws as asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from egiz.figures.draw import Plan
from egiz.figures.figure import ChoiceFigure, Figure, Finding, ShareFigure
from egiz.figures.ledger import Ledger
from egiz.figures.sheet import Sheet
from egiz.study.agreement import AS_AGREED, Scenario
from egiz.study.change import changed
from egiz.study.prepare import Case, Member, Prepared, prepare

Progress = Callable[[str, str], None]
"""Told the step and the scenario that begin."""


@dataclass(frozen=True, slots=True)
class Sight:
    """A ledger seen by one part: local names instead of whole keys."""

    ledger: Ledger
    """The whole ledger."""
    part: str
    """Prefix of the part's own keys."""
    names: Mapping[str, str]
    """What the part calls the keys of others."""

    def key(self, name: str) -> str:
        """Whole key of a local name."""
        return self.names.get(name, f"{self.part}.{name}")

    def range(self, name: str, at: tuple[str, ...] = ()) -> Figure:
        """P10, P50, P90 and mean."""
        return self.ledger.range(self.key(name), at)

    def share(self, name: str, at: tuple[str, ...] = ()) -> ShareFigure:
        """A probability with its error."""
        return self.ledger.share(self.key(name), at)

    def choice(self, name: str, axis: str) -> ChoiceFigure:
        """One of the labels of an axis, its own or a whole key, by the number that the quantity gives."""
        axes = self.ledger.sheet.axes
        own = f"{self.part}.{axis}"
        return self.ledger.choice(self.key(name), axes[own] if own in axes else axes[axis])


@dataclass(frozen=True, slots=True)
class Run:
    """A study under one scenario."""

    scenario: Scenario
    """Which."""
    prepared: Prepared
    """Facts chosen and engines run under its terms."""
    ledger: Ledger
    """Everything worked out."""

    def sight(self, part: str) -> Sight:
        """The ledger as a part sees it."""
        return Sight(self.ledger, part, self.prepared.joined.names[part])

    def findings(self, member: Member) -> tuple[Finding, ...]:
        """What the ledger means for one proposal."""
        return member.kind.findings(self.sight(member.proposal.id))


@dataclass(frozen=True, slots=True)
class Study:
    """A case under every scenario asked for, the agreement as it is first."""

    case: Case
    """Agreement, pair and facts."""
    runs: tuple[Run, ...]
    """One a scenario."""
    plan: Plan
    """Draws and seed."""


def run(prepared: Prepared, plan: Plan) -> Run:
    """Run the sheets of a prepared case; pure: the same input gives the same bytes."""
    sheet = _changed(prepared)
    return Run(prepared.scenario, prepared, sheet.run(plan))


def _changed(prepared: Prepared) -> Sheet:
    """Lay the scenario of a prepared case over its sheet, with the facts known by its date."""
    facts = prepared.case.facts.at(prepared.case.as_of)
    return changed(prepared.joined.sheet, prepared.scenario, facts)


def prepared_all(case: Case, scenarios: Iterable[Scenario]) -> tuple[Prepared, ...]:
    """Prepare a case as agreed and under each scenario, without running it: the last of the checks."""
    found: list[Prepared] = []
    for scenario in (AS_AGREED, *scenarios):
        found.append(prepare(case, scenario, found[-1] if found else None))
        _changed(found[-1])
    return tuple(found)


def study(case: Case, scenarios: Iterable[Scenario], plan: Plan, progress: Progress) -> Study:
    """Work out a case as agreed, then under each scenario; raises `InputError` for what cannot be."""
    prepared: list[Prepared] = []
    for scenario in (AS_AGREED, *scenarios):
        progress("prepare", scenario.name)
        prepared.append(prepare(case, scenario, prepared[-1] if prepared else None))
    if plan.method == "sobol":
        plan = plan.covering(_in_doubt(prepared))
    runs: list[Run] = []
    for one in prepared:
        progress("run", one.scenario.name)
        runs.append(run(one, plan))
    return Study(case, tuple(runs), plan)


def _in_doubt(prepared: Iterable[Prepared]) -> set[str]:
    """Keys of every assumption that some scenario draws: each has a dimension of the joint sequence."""
    sheets = [_changed(one) for one in prepared]
    return {key for sheet in sheets for key in sheet.inputs if sheet.in_doubt(key)}
