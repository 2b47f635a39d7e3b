"""The agreement: who agreed with whom, when, on what, and which scenarios belong to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from egiz.errors import Fault
from egiz.study.reading import Step, Yaml, read_yaml
from egiz.study.shape import (
    AgreementShape,
    AssumptionShape,
    ScenarioShape,
    TermValue,
    TextShape,
    shaped,
)
from egiz.world.place import LANGUAGES

Texts = Mapping[str, str]
"""Language -> text."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """One item of the agreement."""

    id: str
    """Prefix of its keys."""
    kind: str
    """What sort of item it is."""
    title: Texts
    """Its name, by language."""
    text: Texts
    """The words of the agreement, by language."""
    terms: Mapping[str, TermValue]
    """What was agreed, in numbers and words."""
    number: int
    """Place in the agreement, counted from 1."""


@dataclass(frozen=True, slots=True)
class Change:
    """An assumption that a scenario sees otherwise."""

    name: str
    """Whole key of the assumption."""
    low: float | None
    """As in a fact row."""
    mode: float | None
    """As in a fact row."""
    high: float | None
    """As in a fact row."""
    shape: str
    """As in a fact row; empty: fixed where only `mode` is given, else triangular or uniform."""
    fact: str = ""
    """``name`` or ``name@scope`` of a fact that stands in its place; empty: the numbers above do."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """Named changes to terms and assumptions."""

    name: str
    """By which a command asks for it."""
    title: Texts
    """Its name, by language."""
    author: str
    """Who proposes it."""
    reason: str
    """Why."""
    terms: Mapping[str, Mapping[str, TermValue]] = field(default_factory=dict)
    """Proposal -> term -> value."""
    changes: tuple[Change, ...] = ()
    """Assumptions seen otherwise."""
    yaml: Yaml | None = None
    """The file it stands in; none for the agreement as it is."""
    path: tuple[Step, ...] = ()
    """Where in the file."""


AS_AGREED = Scenario("as-agreed", {}, "", "")
"""The scenario that changes nothing; every study has it first."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """An agreement of two city-regions."""

    id: str
    """Its short name: that of the output folder."""
    title: Texts
    """Its name, by language."""
    date: date
    """When it was made; the first of the month where only a month is known."""
    date_text: str
    """The date as written."""
    pair: tuple[str, str]
    """The two cities, as written."""
    proposals: tuple[Proposal, ...]
    """What was agreed."""
    scenarios: tuple[Scenario, ...]
    """Those written in the agreement."""
    yaml: Yaml
    """The file, for faults found later."""
    timetable: str = ""
    """Path of the timetable of the pair, as written; empty: none."""


def read_agreement(path: Path, name: str) -> tuple[Agreement, tuple[Fault, ...]]:
    """Read an agreement.

    Parameters
    ----------
    path
        The YAML file.
    name
        The file as the user named it, for messages.

    Returns
    -------
    tuple
        The agreement, and the faults that leave it readable: the caller tells them with its own.

    Raises
    ------
    InputError
        Every fault of a file that has not the shape of an agreement.
    """
    yaml = read_yaml(path, name)
    shape = shaped(AgreementShape, yaml)
    faults = (*_same_city(shape, yaml), *_twice(shape, yaml), *_strange_proposals(shape, yaml))
    return _agreement(shape, yaml), faults


def _agreement(shape: AgreementShape, yaml: Yaml) -> Agreement:
    proposals = tuple(
        Proposal(item.id, item.kind, _texts(item.title), _texts(item.text), item.terms, number)
        for number, item in enumerate(shape.proposals, 1)
    )
    return Agreement(
        id=shape.agreement,
        title=_texts(shape.title),
        date=day_of(shape.date),
        date_text=shape.date,
        pair=(shape.pair[0], shape.pair[1]),
        proposals=proposals,
        scenarios=tuple(
            _scenario(item, yaml, ("scenarios", index)) for index, item in enumerate(shape.scenarios)
        ),
        yaml=yaml,
        timetable=shape.timetable or "",
    )


def read_scenario(path: Path, name: str) -> Scenario:
    """Read a scenario from a file of its own; raises `InputError` with every fault seen."""
    yaml = read_yaml(path, name)
    return _scenario(shaped(ScenarioShape, yaml), yaml, ())


def day_of(text: str) -> date:
    """Day that ``2017-07-04`` or ``2017-07`` speaks of; `ValueError` where it is no date."""
    return date.fromisoformat(text if len(text) > len("2017-07") else f"{text}-01")


def _scenario(shape: ScenarioShape, yaml: Yaml, path: tuple[Step, ...]) -> Scenario:
    return Scenario(
        shape.name,
        _texts(shape.title),
        shape.author,
        shape.reason,
        shape.terms,
        tuple(_change(item) for item in shape.assumptions),
        yaml,
        path,
    )


def _change(shape: AssumptionShape) -> Change:
    return Change(shape.name, shape.low, shape.mode, shape.high, shape.shape, shape.fact)


def _texts(text: TextShape) -> Texts:
    """Where a language is missing, English or else another stands in for it."""
    given = {language: getattr(text, language) for language in LANGUAGES}
    first = next((found for found in given.values() if found), "")
    return {language: found or given["en"] or first for language, found in given.items()}


def _same_city(shape: AgreementShape, yaml: Yaml) -> list[Fault]:
    home, away = shape.pair
    if home.strip().casefold() != away.strip().casefold():
        return []
    return [Fault("same-city-twice", {"name": away}, yaml.spot(("pair", 1)))]


def _twice(shape: AgreementShape, yaml: Yaml) -> list[Fault]:
    faults = []
    for listed, label in (("proposals", "id"), ("scenarios", "name")):
        seen: set[str] = set()
        for index, item in enumerate(getattr(shape, listed)):
            found = getattr(item, label)
            if found in seen or found in RESERVED:
                faults.append(Fault("duplicate-id", {"id": found}, yaml.spot((listed, index, label))))
            seen.add(found)
    return faults


RESERVED = frozenset({"market", AS_AGREED.name})
"""Ids that the study itself uses."""


def _strange_proposals(shape: AgreementShape, yaml: Yaml) -> list[Fault]:
    known = {item.id for item in shape.proposals}
    return [
        Fault(
            "unknown-proposal",
            {"name": name, "nearest": ", ".join(get_close_matches(name, known, n=1) or sorted(known))},
            yaml.spot(("scenarios", index, "terms", name), key=True),
        )
        for index, scenario in enumerate(shape.scenarios)
        for name in scenario.terms
        if name not in known
    ]
