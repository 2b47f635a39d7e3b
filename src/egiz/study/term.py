"""Holds the terms of a proposal against what its kind knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches

from egiz.errors import Fault, InputError, Spot, Value
from egiz.facts.city import find_city
from egiz.figures.assumption import Assumption, Provenance
from egiz.figures.distribution import Discrete, Distribution, Fixed, Uniform
from egiz.proposals.kind import Kind, Term, Terms
from egiz.study.shape import Span, TermValue
from egiz.world.place import City

FEWEST_PLACES = 2
"""A line has two ends."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A term as somebody wrote it."""

    value: TermValue
    """What was written."""
    key: str
    """Its path in the file, as people write it."""
    spot: Spot
    """Where it stands."""
    source: str
    """``agreement`` or ``scenario``."""
    locator: str
    """Item of the agreement, or name of the scenario."""
    spots: tuple[Spot, ...] = ()
    """Where each name of a list stands."""


def terms_of(kind: Kind, stated: Mapping[str, Stated], holder: Stated) -> Terms:
    """Check the terms of a proposal.

    Parameters
    ----------
    kind
        What the proposal is.
    stated
        Terms as written, a scenario's in place of the agreement's.
    holder
        The block of terms itself, for terms that are missing.

    Raises
    ------
    InputError
        Every term that is missing, unknown, of the wrong type or out of range.
    """
    known = {term.name: term for term in kind.terms}
    faults = [*_unknown(known, stated), *_missing(known, stated, holder), *_alone(known, stated)]
    for name, term in known.items():
        if name in stated:
            faults.extend(_wrong(term, stated[name]))
    if faults:
        raise InputError(faults)
    numbers = {name: _span(found.value) for name, found in stated.items() if _is_number(known[name])}
    words = {
        name: str(stated[name].value) if name in stated else term.default for name, term in known.items()
    }
    places = {name: _cities(found) for name, found in stated.items() if known[name].places}
    return Terms(numbers, {name: word for name, word in words.items() if known[name].options}, places)


def term_assumptions(
    proposal: str, kind: Kind, terms: Terms, stated: Mapping[str, Stated]
) -> dict[str, Assumption]:
    """Numeric terms as assumptions of the agreement; a range of whole numbers is even odds."""
    return {
        term.name: Assumption(
            key=f"{proposal}.{term.name}",
            unit=term.unit,
            distribution=_distribution(term, terms.numbers[term.name]),
            provenance=Provenance(stated[term.name].source, stated[term.name].locator),
        )
        for term in kind.terms
        if term.name in terms.numbers
    }


def _distribution(term: Term, stated: tuple[float, float]) -> Distribution:
    low, high = stated
    if low == high:
        return Fixed(low)
    if term.whole:
        values = tuple(float(value) for value in range(int(low), int(high) + 1))
        return Discrete(values, tuple(1.0 for _ in values))
    return Uniform(low, high)


def _is_number(term: Term) -> bool:
    return not (term.options or term.places)


def _cities(found: Stated) -> tuple[City, ...]:
    names = found.value if isinstance(found.value, tuple) else ()
    return tuple(find_city(name) for name in names)


def _span(value: TermValue) -> tuple[float, float]:
    if isinstance(value, Span):
        return value.low, value.high
    if isinstance(value, tuple):
        return 0.0, 0.0
    return float(value), float(value)


def _unknown(known: Mapping[str, Term], stated: Mapping[str, Stated]) -> Iterator[Fault]:
    for name, found in stated.items():
        if name not in known:
            near = get_close_matches(name, known, n=1) or list(known)
            yield Fault("unknown-key", {"key": found.key, "nearest": ", ".join(near)}, found.spot)


def _missing(known: Mapping[str, Term], stated: Mapping[str, Stated], holder: Stated) -> Iterator[Fault]:
    for name, term in known.items():
        needed = not (term.default or term.optional or term.places)
        if needed and name not in stated and not _misspelt(name, known, stated):
            yield Fault("missing-key", {"key": f"{holder.key}.{name}", "found": ""}, holder.spot)


def _alone(known: Mapping[str, Term], stated: Mapping[str, Stated]) -> Iterator[Fault]:
    for name, found in stated.items():
        partner = known[name].partner if name in known else ""
        if partner and partner not in stated and not _misspelt(partner, known, stated):
            yield Fault("term-alone", {"key": found.key, "partner": partner}, found.spot)


def _misspelt(name: str, known: Mapping[str, Term], stated: Mapping[str, Stated]) -> bool:
    """Whether a term is there, only spelt wrong."""
    return any(get_close_matches(near, [name], n=1) for near in stated if near not in known)


def _wrong(term: Term, found: Stated) -> Iterator[Fault]:
    key, value = found.key, found.value
    if term.places:
        yield from _wrong_places(found)
    elif term.options:
        if value not in term.options:
            yield Fault("not-an-option", {"key": key, "options": ", ".join(term.options)}, found.spot)
    elif isinstance(value, str | tuple):
        shown = value if isinstance(value, str) else ", ".join(value)
        yield Fault("not-a-number", {"key": key, "found": shown}, found.spot)
    else:
        yield from _wrong_number(term, found)


def _wrong_number(term: Term, found: Stated) -> Iterator[Fault]:
    low, high = _span(found.value)
    limits: dict[str, Value] = {"key": found.key, "low": term.low, "high": term.high}
    if low < term.low or high > term.high:
        yield Fault("out-of-range", {**limits, "found": low if low < term.low else high}, found.spot)
    elif term.whole and (low != int(low) or high != int(high)):
        yield Fault("not-whole", {"key": found.key, "found": low if low != int(low) else high}, found.spot)


def _wrong_places(found: Stated) -> Iterator[Fault]:
    """A list that is none, a city that is unknown, and one that stands in the row twice."""
    names = found.value
    if not isinstance(names, tuple) or len(names) < FEWEST_PLACES:
        shown = ", ".join(names) if isinstance(names, tuple) else str(names)
        yield Fault("not-places", {"key": found.key, "found": shown}, found.spot)
        return
    seen: set[int] = set()
    for name, spot in zip(names, found.spots or (found.spot,) * len(names), strict=True):
        try:
            city = find_city(name)
        except InputError as error:
            yield from (replace(fault, spot=spot) for fault in error.faults)
            continue
        if city.id in seen:
            yield Fault("place-twice", {"key": found.key, "name": name}, spot)
        seen.add(city.id)
