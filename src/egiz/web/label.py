"""What things are called on the pages: types, attributes, units, places, currencies and moments."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from functools import cache, lru_cache
from zoneinfo import ZoneInfo

from egiz.city.feeds.built_in import weather_spots
from egiz.city.ngsild.document import Json, write
from egiz.errors import InputError
from egiz.facts.airport import airports, find_airport
from egiz.facts.city import find_city
from egiz.report.format import NO_BREAK, day, number
from egiz.report.words import Words
from egiz.world.place import City

LONGEST = 80
"""Letters of a value that a page shows."""

PLACES, RATE_PLACES = 2, 4
"""Decimals of a number, and of an exchange rate, that a page shows at most."""

STATIONS = ("departureStation", "arrivalStation")
"""Attributes that hold the code of an airport."""

HOUR = 3_600


@cache
def words() -> Words:
    """Read the words of the pages."""
    return Words.of(("egiz.report", "egiz.city", "egiz.city.feeds", "egiz.web"))


def upper(text: str) -> str:
    """Begin with a capital, for a heading or the cell of a table."""
    return text[:1].upper() + text[1:]


def short(name: str) -> str:
    """Give the last part of an IRI; what is none stays."""
    return re.split(r"[/#]", name.rstrip("/#"))[-1] if "://" in name else name


def labelled(language: str, family: str, item: str) -> str:
    """Name an item by its word, else by itself."""
    word = f"{family}-{item}"
    if re.fullmatch(r"[A-Za-z0-9_-]+", item) is not None and words().has(language, word):
        return words().say(language, word)
    return short(item)


def spaced(name: str) -> str:
    """Part the words of a name that is written as one: ``availableSpotNumber`` is *available spot number*."""
    return re.sub(r"(?<=[a-z0-9])([A-Z])(?=[a-z])", lambda found: f" {found[1].lower()}", name)


def tenant_name(tenant: str, language: str) -> str:
    """Name a tenant."""
    return labelled(language, "tenant", tenant or "nameless")


@cache
def home(tenant: str) -> City | None:
    """Find the city of a tenant of the built-in example; none for any other."""
    spots = weather_spots(tenant)
    return find_city(spots[0].name) if tenant and len(spots) == 1 else None


def zone_of(tenant: str) -> str:
    """Give the clock of a tenant: that of its city, else the world's."""
    city = home(tenant)
    return city.zone if city else "UTC"


def offset(zone: str, at: datetime) -> str:
    """Write how far a clock is from the world's: ``UTC+5``."""
    away = at.astimezone(ZoneInfo(zone)).utcoffset()
    seconds = int(away.total_seconds()) if away else 0
    hours, rest = divmod(abs(seconds), HOUR)
    if not seconds:
        return "UTC"
    return f"UTC{'+' if seconds > 0 else '−'}{hours}" + (f":{rest // 60:02}" if rest else "")


def clock(language: str, zone: str, text: str, now: datetime) -> str:
    """Write a moment by a clock; the day is left out where it is today. What is no moment stays.

    Parameters
    ----------
    language
        One of `LANGUAGES`.
    zone
        The clock.
    text
        The moment (ISO 8601).
    now
        The moment of the page (UTC).
    """
    try:
        at = datetime.fromisoformat(text).astimezone(ZoneInfo(zone))
    except (ValueError, OverflowError):
        return text[:LONGEST]
    hour = f"{at:%H:%M}"
    if at.date() == now.astimezone(ZoneInfo(zone)).date():
        return hour
    return f"{day(language, at.date().isoformat())}, {hour}"


def thing(language: str, kind: str, name: str) -> str:
    """Name one thing of a feed: a city, an airport, a currency; any other by its own name."""
    if kind == "ExchangeRate":
        word = f"currency-{name}"
        return f"{name} · {words().say(language, word)}" if words().has(language, word) else name
    if kind == "WeatherObserved":
        return _cities(language).get(name) or airport(language, name)
    called = name.partition("@")[0]
    return f"№{NO_BREAK}{called}" if called.isdigit() else called


@cache
def _cities(language: str) -> Mapping[str, str]:
    """Give the names of the cities of the weather header by their English ones."""
    found = [find_city(spot.name, "") for spot in weather_spots("")]
    found += [city for city in map(home, ("astana", "chelyabinsk")) if city]
    return {city.name: city.named(language).text for city in found}


@cache
def _places() -> Mapping[str, str]:
    """Give the three letters of airports by their four."""
    return {port.icao: port.iata for port in airports().values() if port.icao}


@lru_cache(maxsize=512)
def airport(language: str, code: str) -> str:
    """Name an airport by its city and code; a code that is unknown stays."""
    try:
        port = find_airport(_places().get(code, code))
    except InputError:
        return code
    try:
        city = find_city(port.city, port.country).named(language).text
    except InputError:
        city = port.city
    return f"{city} ({code})"


def told(language: str, name: str, value: Json, unit: str) -> str:
    """Write the value of an attribute with its unit.

    Parameters
    ----------
    language
        One of `LANGUAGES`.
    name
        The attribute.
    value
        Its value, but no moment.
    unit
        Its code; empty: none.
    """
    if isinstance(value, bool):
        return words().say(language, f"page-{'yes' if value else 'no'}")
    if isinstance(value, (int, float)):
        written = _number(language, float(value), RATE_PLACES if name == "rate" else PLACES)
        mark = labelled(language, "code", unit)
        return f"{written}{NO_BREAK}{mark}" if unit and mark else written
    if isinstance(value, str):
        return _text(language, name, value)
    return _cut(write(value).decode()) if value is not None else ""


def _text(language: str, name: str, value: str) -> str:
    """Write a text; states, stations and sources have names."""
    if name == "status":
        return labelled(language, "journey", value)
    if name == "source":
        return upper(labelled(language, "feed-name", value))
    return airport(language, value) if name in STATIONS else _cut(value.removeprefix("urn:ngsi-ld:"))


def _number(language: str, value: float, places: int) -> str:
    """Write a number with the decimals that it has, up to some."""
    text = f"{value:.{places}f}".rstrip("0")
    return number(language, value, 10.0 ** -len(text.partition(".")[2]))


def _cut(text: str) -> str:
    """Shorten a long text."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
