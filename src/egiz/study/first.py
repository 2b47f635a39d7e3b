"""A first agreement for any two cities: the same items and frequencies for every pair."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from egiz.errors import Fault, InputError
from egiz.facts.city import find_city
from egiz.study.open import template
from egiz.world.place import LANGUAGES, City


@dataclass(frozen=True, slots=True)
class First:
    """A first agreement, not written to a file yet."""

    name: str
    """Short name, for the file."""
    text: str
    """The YAML."""
    cities: tuple[City, City]
    """The two cities as understood."""

    def taken(self, language: str) -> str:
        """Which cities these are: a name may belong to several."""
        return " – ".join(whole_name(city, language) for city in self.cities)


def first_agreement(home: str, away: str, day: date) -> First:
    """Write a first agreement.

    Parameters
    ----------
    home, away
        The two cities, as a person writes them.
    day
        Date of the agreement.

    Returns
    -------
    First
        Its name and text, and the cities that were understood.

    Raises
    ------
    InputError
        A city is unknown, or both are the same.
    """
    cities = _cities((home, away))
    name = f"{_slug(cities[0].name)}-{_slug(cities[1].name)}"
    words = {"id": name, "file": f"{name}.yaml", "date": day.isoformat()}
    for role, city, asked in zip(("home", "away"), cities, (home, away), strict=True):
        words[role] = json.dumps(asked.strip(), ensure_ascii=False)
        words.update({f"{role}_{language}": city.named(language).text for language in LANGUAGES})
    return First(name, template().format_map(words), cities)


def _cities(names: tuple[str, str]) -> tuple[City, City]:
    faults: list[Fault] = []
    found: list[City] = []
    for name in names:
        try:
            found.append(find_city(name))
        except InputError as error:
            faults.extend(error.faults)
    if faults:
        raise InputError(faults)
    home, away = found
    if home.id == away.id:
        raise InputError.of("same-city-twice", {"name": names[1]})
    return home, away


def whole_name(city: City, language: str) -> str:
    """Name of a city with its part of the country and the country: a name may belong to several."""
    parts = (city.named(language).text, city.admin.named(language).text, city.country)
    return ", ".join(part for part in parts if part)


def _slug(name: str) -> str:
    bare = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-") or "city"
