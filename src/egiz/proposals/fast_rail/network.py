"""Which cities a line joins: its sections, how far it may go, and the pairs of cities that it serves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, pairwise

from egiz.errors import InputError
from egiz.proposals.fast_rail.terms import EXTENTS, FIRST
from egiz.proposals.kind import Terms
from egiz.world.pair import Pair
from egiz.world.place import LANGUAGES, City

TERM_OF = {"line": "line", "onward": "onward", "onward-other": "onward_other"}
"""Part of the line -> the term that names its cities."""


@dataclass(frozen=True, slots=True)
class Section:
    """The way from one station to the next."""

    part: str
    """Part of the line that it belongs to."""
    one: City
    """Where it begins."""
    other: City
    """Where it ends."""


@dataclass(frozen=True, slots=True)
class Leg:
    """A pair of cities that the line serves, on one way."""

    label: str
    """Label of the axis."""
    one: City
    """The first city along the line."""
    other: City
    """The second."""
    sections: tuple[int, ...]
    """Numbers of the sections between them."""
    extent: str
    """The least extent that serves it."""
    via: City | None
    """A city on the way by which it is told from others; none where there is only one way."""

    def served(self, extent: str) -> bool:
        """Whether an extent serves it: all serve what lies on the first line."""
        return self.extent in (FIRST, extent)

    def joins(self, pair: Pair) -> bool:
        """Whether it joins the cities of a pair, in either order."""
        return {self.one.id, self.other.id} == {pair.home.city.id, pair.away.city.id}


@dataclass(frozen=True, slots=True)
class Network:
    """Everything that may be built."""

    extents: tuple[str, ...]
    """How far it may go."""
    sections: tuple[Section, ...]
    """All sections, those of the first line first."""
    legs: tuple[Leg, ...]
    """All pairs of cities, those of the first line first."""

    def part(self, part: str) -> tuple[City, ...]:
        """Cities of one part in a row."""
        own = [section for section in self.sections if section.part == part]
        return (own[0].one, *(section.other for section in own))

    def parts(self, extent: str) -> tuple[str, ...]:
        """Parts that an extent is made of."""
        return (FIRST,) if extent == FIRST else (FIRST, extent)

    def country(self, extent: str) -> str:
        """Country in which most of an extent's sections end."""
        ends = [one.other.country for one in self.sections if one.part in self.parts(extent)]
        return max(sorted(set(ends)), key=ends.count)

    @property
    def cities(self) -> tuple[City, ...]:
        """Every station once."""
        found = {city.id: city for section in self.sections for city in (section.one, section.other)}
        return tuple(found.values())


def network_of(terms: Terms, pair: Pair) -> Network:
    """Lay out the line that an agreement speaks of: between the two cities where it names no others.

    Raises
    ------
    InputError
        ``line-apart``: a way on does not begin where the line ends; ``no-way-on``: the extent agreed has no
        cities.
    """
    line = terms.cities("line") or (pair.home.city, pair.away.city)
    rows = {part: terms.cities(term) for part, term in TERM_OF.items()}
    ways = {part: row for part, row in rows.items() if part != FIRST and row}
    if terms.word("extent") not in (FIRST, *ways):
        raise InputError.of("no-way-on", {"term": TERM_OF[terms.word("extent")]})
    line = _turned(line, ways)
    rows = {FIRST: line, **ways}
    sections = tuple(Section(part, *ends) for part, row in rows.items() for ends in pairwise(row))
    extents = tuple(extent for extent in EXTENTS if extent in rows)
    return Network(extents, sections, tuple(_legs(extents, sections)))


def _turned(line: tuple[City, ...], ways: Mapping[str, tuple[City, ...]]) -> tuple[City, ...]:
    """Turn the line so that the ways on begin at its end."""
    starts = {row[0].id for row in ways.values()}
    if starts <= {line[-1].id}:
        return line
    if starts == {line[0].id}:
        return line[::-1]
    first = next(row[0] for row in ways.values() if row[0].id != line[-1].id)
    raise InputError.of("line-apart", {"name": first.name, "end": line[-1].name})


def _legs(extents: tuple[str, ...], sections: tuple[Section, ...]) -> Iterator[Leg]:
    for extent in extents:
        row = [number for number, one in enumerate(sections) if one.part in (FIRST, extent)]
        for first, last in combinations(range(len(row) + 1), 2):
            way = tuple(row[first:last])
            if extent == FIRST or sections[way[-1]].part != FIRST:
                yield _leg(extent, way, sections)


def _leg(extent: str, way: tuple[int, ...], sections: tuple[Section, ...]) -> Leg:
    one, other = sections[way[0]].one, sections[way[-1]].other
    label = f"{one.name}-{other.name}" + ("" if extent == FIRST else f"-{extent}")
    on = [number for number in way if sections[number].part != FIRST]
    via = sections[on[0]].other if extent != FIRST and len(on) > 1 else None
    return Leg(label, one, other, way, extent, via)


def names_of(network: Network) -> Mapping[str, Mapping[str, str]]:
    """Proper names of legs, stations, and of how far the line may go, in three languages."""
    found = {city.name: dict(city.names) for city in network.cities}
    for leg in network.legs:
        found[leg.label] = {language: _named(leg, language) for language in LANGUAGES}
    for part in dict.fromkeys(section.part for section in network.sections):
        found[part_label(part)] = {language: _part(network, part, language) for language in LANGUAGES}
    for extent in network.extents:
        found[extent] = {language: _whole(network, extent, language) for language in LANGUAGES}
    return found


def part_label(part: str) -> str:
    """Name by which one part of the line is told on the map."""
    return f"part-{part}"


def _part(network: Network, part: str, language: str) -> str:
    """From one end of a part to the other, with the cities between."""
    first, *between, last = (city.named(language).text for city in network.part(part))
    return f"{first} – {last}" + (f" ({', '.join(between)})" if between else "")


def _whole(network: Network, extent: str, language: str) -> str:
    """From one end of an extent to the other, with the cities of its way on."""
    first, *on = (
        [city.named(language).text for city in network.part(part)] for part in network.parts(extent)
    )
    way = on[0] if on else first
    via = f" ({', '.join(way[1:-1])})" if on and way[1:-1] else ""
    return f"{first[0]} – {way[-1]}{via}"


def _named(leg: Leg, language: str) -> str:
    ends = f"{leg.one.named(language).text} – {leg.other.named(language).text}"
    return f"{ends} ({leg.via.named(language).text})" if leg.via is not None else ends
