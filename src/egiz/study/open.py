"""From what a person typed to a case: finds the agreement, reads it, and tells every fault at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from importlib.resources import files
from pathlib import Path

from egiz.errors import Fault, InputError
from egiz.facts.city import find_city
from egiz.facts.library import Facts
from egiz.study.agreement import (
    AS_AGREED,
    Agreement,
    Proposal,
    Scenario,
    read_agreement,
    read_scenario,
)
from egiz.study.brought import Brought, Paths
from egiz.study.catalogue import find_kind, kind_names
from egiz.study.prepare import Case, stated_terms, terms_holder
from egiz.study.reading import Yaml, read_yaml
from egiz.study.term import terms_of

EXAMPLES = files("egiz.study") / "examples"
TEMPLATE = "template"
SUFFIX = ".yaml"
PATHS = Paths()
"""A command that names no file."""
SLIP = 0.75
"""How much alike two kinds are spelt that are taken for one."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A case and the scenarios asked for."""

    case: Case
    """Agreement, pair and facts."""
    scenarios: tuple[Scenario, ...]
    """In the order asked for."""


def example_names() -> tuple[str, ...]:
    """Names of the built-in agreements."""
    found = (entry.name.removesuffix(SUFFIX) for entry in EXAMPLES.iterdir() if entry.name.endswith(SUFFIX))
    return tuple(sorted(name for name in found if name != TEMPLATE))


def template() -> str:
    """Text of a first agreement, with the names of the cities left open."""
    return (EXAMPLES / f"{TEMPLATE}{SUFFIX}").read_text(encoding="utf-8")


def open_case(name: str, wanted: Iterable[str], as_of: date | None, paths: Paths = PATHS) -> Opened:
    """Read an agreement and the scenarios asked for.

    Parameters
    ----------
    name
        A path, or the name of a built-in example.
    wanted
        Names of scenarios of the agreement, or paths of scenario files.
    as_of
        What was not known by then is not used; none: the newest day that the facts know.
    paths
        Files that take the place of those the agreement names.

    Raises
    ------
    InputError
        Every fault that can be seen before anything is worked out.
    """
    facts = Facts.shipped()
    path = _path(name)
    brought = Brought(path.parent, paths, as_of)
    agreement, found = _read(path, name if Path(name).suffix else f"{name}{SUFFIX}", brought)
    given = brought.read(agreement.yaml)
    scenarios, faults = _scenarios(agreement, wanted)
    faults.extend(found)
    faults.extend(term_faults(agreement, (AS_AGREED, *agreement.scenarios, *scenarios)))
    try:
        case = Case.of(agreement, facts, as_of or facts.edition, given)
    except InputError as error:
        raise InputError([*_in_order([*error.faults, *faults]), *given.faults]) from None
    if faults or given.faults:
        raise InputError([*_in_order(faults), *given.faults])
    return Opened(case, scenarios)


def _in_order(faults: Iterable[Fault]) -> list[Fault]:
    """Each fault once, from the top of the file down; those without a place first."""
    once: list[Fault] = []
    for fault in faults:
        if fault not in once:
            once.append(fault)
    return sorted(
        once, key=lambda fault: (fault.spot.line or 0, fault.spot.column or 0) if fault.spot else (0, 0)
    )


def term_faults(agreement: Agreement, scenarios: Iterable[Scenario]) -> list[Fault]:
    """Every fault in the terms of the proposals, as agreed and under each scenario, told once."""
    found: list[Fault] = []
    for scenario in scenarios:
        for proposal in agreement.proposals:
            kind = find_kind(proposal.kind)
            if kind is None:
                found.extend(fault for fault in _misspelt_kind(agreement, proposal) if fault not in found)
                continue
            try:
                terms_of(kind, stated_terms(agreement, proposal, scenario), terms_holder(agreement, proposal))
            except InputError as error:
                found.extend(fault for fault in error.faults if fault not in found)
    return found


def _misspelt_kind(agreement: Agreement, proposal: Proposal) -> Iterator[Fault]:
    """A kind that is not installed may not exist yet; one spelt almost like an installed one is a slip."""
    near = get_close_matches(proposal.kind, kind_names(), n=1, cutoff=SLIP)
    if near:
        spot = agreement.yaml.spot(("proposals", proposal.number - 1, "kind"))
        yield Fault("unknown-kind", {"kind": proposal.kind, "nearest": near[0]}, spot)


def _path(name: str) -> Path:
    """A path where it looks like one or is there; else a built-in example."""
    path = Path(name)
    if path.suffix or len(path.parts) > 1 or path.exists():
        return path
    examples = example_names()
    if name not in examples:
        near = get_close_matches(name, examples, n=3, cutoff=0.4) or list(examples)
        raise InputError.of("unknown-example", {"name": name, "nearest": ", ".join(near)})
    return Path(str(EXAMPLES / f"{name}{SUFFIX}"))


def _read(path: Path, name: str, brought: Brought) -> tuple[Agreement, tuple[Fault, ...]]:
    """Read an agreement; where its shape is wrong, cities and files are looked up all the same."""
    try:
        return read_agreement(path, name)
    except InputError as error:
        faults = list(error.faults)
    yaml = None
    if faults[0].spot is not None:
        with suppress(InputError):
            yaml = read_yaml(path, name)
            faults.extend(_city_faults(yaml))
    raise InputError([*faults, *brought.read(yaml).faults])


def _city_faults(yaml: Yaml) -> Iterator[Fault]:
    pair = yaml.tree.get("pair")
    for index, city in enumerate(pair if isinstance(pair, list) else ()):
        if isinstance(city, str) and city.strip():
            try:
                find_city(city)
            except InputError as error:
                for fault in error.faults:
                    yield Fault(fault.key, fault.values, yaml.spot(("pair", index)))


def _scenarios(agreement: Agreement, wanted: Iterable[str]) -> tuple[tuple[Scenario, ...], list[Fault]]:
    known = {scenario.name: scenario for scenario in agreement.scenarios}
    found: dict[str, Scenario] = {}
    faults: list[Fault] = []
    for name in wanted:
        try:
            scenario = known[name] if name in known else _scenario(name, known)
            found[scenario.name] = scenario
        except InputError as error:
            faults.extend(error.faults)
    found.pop(AS_AGREED.name, None)
    return tuple(found.values()), faults


def _scenario(name: str, known: Iterable[str]) -> Scenario:
    if name == AS_AGREED.name:
        return AS_AGREED
    if Path(name).suffix in {".yaml", ".yml"}:
        return read_scenario(Path(name), name)
    near = get_close_matches(name, list(known), n=3, cutoff=0.4) or list(known)
    raise InputError.of("unknown-scenario", {"name": name, "nearest": ", ".join(near)})
