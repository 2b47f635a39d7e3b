"""First step of a study: everything that is worked out once for a design, before any draw.

The heavy engines of a kind run once a design point. What they gave is kept under the content of their inputs
(kind, terms that shape the design, pair, date of the facts), so a lever that does not touch the design finds
it again. No other store exists.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from egiz.errors import Fault, InputError, Spot, Value
from egiz.facts.correlation import shipped_correlations
from egiz.facts.dated import Dated
from egiz.facts.ground import Ground
from egiz.facts.library import Facts
from egiz.figures.assumption import Assumption
from egiz.figures.draw import Plan
from egiz.figures.part import Part, Preparation
from egiz.market.between import Between, between, too_near_to_fly, without_flights
from egiz.market.connection import Connection
from egiz.market.outlook import Outlook, outlook
from egiz.market.prepare import market_part
from egiz.proposals.kind import Kind, NotStudied, Terms, World
from egiz.study.agreement import Agreement, Proposal, Scenario
from egiz.study.brought import Read
from egiz.study.catalogue import find_kind
from egiz.study.join import Joined, join
from egiz.study.journey.corridor import corridor_of
from egiz.study.reading import Step, Yaml, dotted
from egiz.study.region import pair_of, region_of
from egiz.study.shape import TermValue
from egiz.study.term import Stated, term_assumptions, terms_of
from egiz.world.pair import Pair
from egiz.world.place import City

if TYPE_CHECKING:
    from egiz.study.journey.own import Own

OUTLOOK_DRAWS = 255
"""Draws of the market before the kinds prepare; odd, so that a median is one of them."""
OUTLOOK_SEED = 0
"""Seed of those draws: the design depends on no seed of a run."""

Design = tuple[str, str, tuple[tuple[str, str | float], ...]]
"""What a preparation depends on beside pair and facts: proposal, kind, the terms of the design."""


@dataclass(frozen=True, slots=True)
class Member:
    """A proposal that is studied."""

    proposal: Proposal
    """As agreed."""
    kind: Kind
    """What it is."""
    part: Part
    """Its sheets, fed."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an item is not studied."""

    key: str
    """The words hold ``why-<key>``."""
    values: Mapping[str, Value] = field(default_factory=dict)
    """What the sentence needs."""


@dataclass(frozen=True, slots=True)
class Case:
    """An agreement with its pair found and its facts chosen."""

    agreement: Agreement
    """What was agreed."""
    pair: Pair
    """The two regions."""
    facts: Facts
    """All facts."""
    as_of: date
    """What was not known by then is not used."""
    own: Own | None = None
    """The user's timetable."""
    ground: Ground = field(default_factory=Ground)
    """What lines are laid over."""

    @classmethod
    def of(cls, agreement: Agreement, facts: Facts, as_of: date, given: Read | None = None) -> Case:
        """Find the pair; raises `InputError` for a city that is unknown or named twice."""
        pair, ground = pair_of(agreement), Ground() if given is None else given.ground
        if ground.source is not None:
            facts = replace(facts, sources={**facts.sources, ground.source.key: ground.source})
        if given is None or given.feed is None:
            return cls(agreement, pair, facts, as_of, ground=ground)
        from egiz.study.journey.own import own  # most studies have none

        brought = own(given.feed, as_of, facts.sources)
        sources = {**facts.sources, brought.source.key: brought.source}
        return cls(agreement, pair, replace(facts, sources=sources), as_of, brought, ground)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A case whose engines have run under the terms of one scenario."""

    case: Case
    """Agreement, pair and facts."""
    scenario: Scenario
    """Whose terms they are."""
    members: tuple[Member, ...]
    """Items that are studied."""
    unstudied: Mapping[str, Reason]
    """Item -> why it is not."""
    market: Part
    """The pair's market."""
    joined: Joined
    """All sheets in one."""
    designs: Mapping[Design, Preparation]
    """What the engines gave, by the content of their inputs."""
    connections: tuple[Connection, ...]
    """What the user's timetable, or that of a corridor, tells of the services of the pair."""


def prepare(case: Case, scenario: Scenario, earlier: Prepared | None = None) -> Prepared:
    """Run the engines of a case under a scenario; a design that `earlier` has is not worked out again.

    Raises
    ------
    InputError
        Every term that is wrong; a fact that is not known yet; sheets that do not join.
    """
    facts, common = case.facts.with_package("egiz.market", "market").at(case.as_of), _common(case)
    connections = earlier.connections if earlier and earlier.case is case else _connections(case, facts)
    market = market_part(case.pair, facts, connections)
    world = World(case.pair, _outlook(market, common), _Neighbourhood(facts, common).between, case.ground)
    work = _Workshop(case, world, scenario, dict(earlier.designs) if earlier and earlier.case is case else {})
    for proposal in case.agreement.proposals:
        work.add(proposal)
    if work.faults:
        raise InputError(work.faults)
    joined = join((market, *(member.part for member in work.members)), common)
    members, gave = tuple(work.members), work.designs
    return Prepared(case, scenario, members, work.unstudied, market, joined, gave, connections)


def _common(case: Case) -> tuple[Assumption, ...]:
    return case.facts.at(case.as_of).globals()


def _connections(case: Case, facts: Dated) -> tuple[Connection, ...]:
    """Search the user's timetable, or the corridor where the pair lies in one."""
    if case.own is None and corridor_of(case.pair) is None:
        return ()
    from egiz.study.journey.link import connections_of  # most pairs need no search

    return connections_of(case.pair, facts, case.facts.at(case.as_of), case.own)


@dataclass(frozen=True, slots=True)
class _Neighbourhood:
    """The market between any two cities, for kinds that serve more than the pair."""

    facts: Dated
    common: tuple[Assumption, ...]

    def between(self, one: City, other: City) -> Between:
        """Run that market alone on few draws."""
        market = market_part(Pair(region_of(one), region_of(other)), self.facts)
        plan = Plan(OUTLOOK_DRAWS, OUTLOOK_SEED, correlations=shipped_correlations())
        found = between(join((market,), self.common).sheet.run(plan))
        return without_flights(found) if too_near_to_fly(one, other, self.facts) else found


def _outlook(market: Part, common: tuple[Assumption, ...]) -> Outlook:
    """Run the market alone on few draws: kinds that search a timetable take its middle values."""
    plan = Plan(OUTLOOK_DRAWS, OUTLOOK_SEED, correlations=shipped_correlations())
    return outlook(join((market,), common).sheet.run(plan))


@dataclass(slots=True)
class _Workshop:
    """What is gathered while the proposals are prepared, faults included."""

    case: Case
    world: World
    scenario: Scenario
    designs: dict[Design, Preparation]
    members: list[Member] = field(default_factory=list)
    unstudied: dict[str, Reason] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def add(self, proposal: Proposal) -> None:
        """Prepare one proposal, or note why it cannot be."""
        kind = find_kind(proposal.kind)
        if kind is None:
            self.unstudied[proposal.id] = Reason("no-kind", {"kind": proposal.kind})
            return
        try:
            self.members.append(Member(proposal, kind, self._part(proposal, kind)))
        except NotStudied as reason:
            self.unstudied[proposal.id] = Reason(reason.key, reason.values)
        except InputError as error:
            self.faults.extend(error.faults)

    def _part(self, proposal: Proposal, kind: Kind) -> Part:
        stated = stated_terms(self.case.agreement, proposal, self.scenario)
        terms = terms_of(kind, stated, terms_holder(self.case.agreement, proposal))
        facts = self.case.facts.with_package(kind.words, proposal.id).at(self.case.as_of)
        preparation = self._design(proposal, kind, terms, facts)
        agreed = term_assumptions(proposal.id, kind, terms, stated)
        inputs = {**facts.locals(), **preparation.inputs, **agreed}
        return Part(proposal.id, kind.sheets, kind.offers, kind.needs, replace(preparation, inputs=inputs))

    def _design(self, proposal: Proposal, kind: Kind, terms: Terms, facts: Dated) -> Preparation:
        key = _design_key(proposal, kind, terms)
        if key not in self.designs:
            self.designs[key] = kind.prepare(terms, self.world, facts)
        return self.designs[key]


def _design_key(proposal: Proposal, kind: Kind, terms: Terms) -> Design:
    shaping = {lever.name for lever in kind.levers if lever.effect == "design"}
    found: dict[str, str | float] = dict(terms.words)
    found.update({name: terms.number(name) for name in terms.numbers if name in shaping})
    found.update({name: "|".join(str(city.id) for city in row) for name, row in terms.places.items()})
    return (proposal.id, kind.id, tuple(sorted(found.items())))


def stated_terms(agreement: Agreement, proposal: Proposal, scenario: Scenario) -> dict[str, Stated]:
    """The agreement's terms, those of the scenario in their place."""
    path: tuple[Step, ...] = ("proposals", proposal.number - 1, "terms")
    found = {
        name: _stated(value, agreement.yaml, (*path, name), ("agreement", str(proposal.number)))
        for name, value in proposal.terms.items()
    }
    if scenario.yaml is not None:
        for name, value in scenario.terms.get(proposal.id, {}).items():
            at = (*scenario.path, "terms", proposal.id, name)
            found[name] = _stated(value, scenario.yaml, at, ("scenario", scenario.name))
    return found


def terms_holder(agreement: Agreement, proposal: Proposal) -> Stated:
    """The block of terms itself: where a missing one should stand."""
    path: tuple[Step, ...] = ("proposals", proposal.number - 1)
    spot = agreement.yaml.spot((*path, "terms"))
    return Stated("", f"{dotted(path)}.terms", spot, "agreement", str(proposal.number))


def _stated(value: TermValue, yaml: Yaml, path: tuple[Step, ...], by: tuple[str, str]) -> Stated:
    listed = range(len(value)) if isinstance(value, tuple) else ()
    spots: tuple[Spot, ...] = tuple(yaml.spot((*path, index)) for index in listed)
    return Stated(value, dotted(path), yaml.spot(path), *by, spots)
