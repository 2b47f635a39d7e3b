"""Holds the terms of a proposal against what its kind knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from egiz.errors import Fault, InputError, Value
from egiz.figures.assumption import Assumption, Provenance
from egiz.figures.distribution import Discrete, Distribution, Fixed, Uniform
from egiz.proposals.kind import Kind, Term, Terms
from egiz.study.reading import Step, Yaml, dotted
from egiz.study.shape import Span, TermValue


def terms_of(kind: Kind, given: Mapping[str, TermValue], yaml: Yaml, path: tuple[Step, ...]) -> Terms:
    """Check the terms of a proposal.

    Parameters
    ----------
    kind
        What the proposal is.
    given
        Terms as written.
    yaml, path
        The file and the place of the terms in it, for messages.

    Raises
    ------
    InputError
        Every term that is missing, unknown, of the wrong type or out of range.
    """
    known = {term.name: term for term in kind.terms}
    faults = [*_unknown(known, given, yaml, path), *_missing(known, given, yaml, path)]
    for name, value in given.items():
        if name in known:
            faults.extend(_wrong(known[name], value, yaml, (*path, name)))
    if faults:
        raise InputError(faults)
    return Terms(
        {name: _span(value) for name, value in given.items() if not isinstance(value, str)},
        {term.name: str(given.get(term.name, term.default)) for term in kind.terms if term.options},
    )


def term_assumptions(proposal: str, number: int, kind: Kind, terms: Terms) -> dict[str, Assumption]:
    """Numeric terms as assumptions whose source is the agreement: a range of whole numbers is even odds."""
    return {
        term.name: Assumption(
            key=f"{proposal}.{term.name}",
            unit=term.unit,
            distribution=_distribution(term, terms.numbers[term.name]),
            provenance=Provenance("agreement", str(number)),
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


def _span(value: float | Span | str) -> tuple[float, float]:
    if isinstance(value, Span):
        return value.low, value.high
    return float(value), float(value)


def _unknown(
    known: Mapping[str, Term], given: Mapping[str, TermValue], yaml: Yaml, path: tuple[Step, ...]
) -> Iterator[Fault]:
    for name in given:
        if name not in known:
            near = get_close_matches(name, known, n=1) or list(known)
            values: dict[str, Value] = {"key": dotted((*path, name)), "nearest": ", ".join(near)}
            yield Fault("unknown-key", values, yaml.spot((*path, name), key=True))


def _missing(
    known: Mapping[str, Term], given: Mapping[str, TermValue], yaml: Yaml, path: tuple[Step, ...]
) -> Iterator[Fault]:
    misspelt = [name for name in given if name not in known]
    for name, term in known.items():
        explained = any(get_close_matches(near, [name], n=1) for near in misspelt)
        if name not in given and not term.default and not explained:
            yield Fault("missing-key", {"key": dotted((*path, name))}, yaml.spot((*path, name)))


def _wrong(term: Term, value: TermValue, yaml: Yaml, path: tuple[Step, ...]) -> Iterator[Fault]:
    spot, key = yaml.spot(path), dotted(path)
    if term.options:
        if value not in term.options:
            yield Fault("not-an-option", {"key": key, "options": ", ".join(term.options)}, spot)
    elif isinstance(value, str):
        yield Fault("not-a-number", {"key": key, "found": value}, spot)
    else:
        low, high = _span(value)
        limits: dict[str, Value] = {"key": key, "low": term.low, "high": term.high}
        if low < term.low or high > term.high:
            yield Fault("out-of-range", {**limits, "found": low if low < term.low else high}, spot)
        elif term.whole and (low != int(low) or high != int(high)):
            yield Fault("not-whole", {"key": key, "found": low if low != int(low) else high}, spot)
