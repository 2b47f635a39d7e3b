"""The feeds of the built-in example: rates and the weather of 20 cities, and two cities of their own."""

from __future__ import annotations

import csv
from importlib.resources import files

from egiz.city.feeds.feed import Feed, Question
from egiz.city.feeds.row import Spot
from egiz.facts.airport import find_airport
from egiz.facts.city import find_city


def built_in_feeds() -> tuple[Feed, ...]:
    """Give the feeds of the default tenant, of Astana and of Chelyabinsk."""
    return tuple(_feed(row) for row in _table("feed.csv"))


def weather_spots(tenant: str) -> tuple[Spot, ...]:
    """Give the cities whose weather a tenant shows, by their English names."""
    found = [find_city(row["city"]) for row in _table("spot.csv") if row["tenant"] == tenant]
    return tuple(Spot(city.name, round(city.longitude, 2), round(city.latitude, 2)) for city in found)


def _feed(row: dict[str, str]) -> Feed:
    """Make a feed of its row."""
    tenant = row["tenant"]
    spots = _stations(tenant) if row["parser"] == "metar" else weather_spots(tenant)
    address = row["address"]
    for name, values in (
        ("{latitudes}", [spot.latitude for spot in spots]),
        ("{longitudes}", [spot.longitude for spot in spots]),
    ):
        address = address.replace(name, "%2C".join(map(str, values)))
    question = Question(spots, zone=row["zone"])
    every, stale = float(row["every"]), float(row["stale"])
    return Feed(row["name"], row["parser"], tenant, address, every, stale, question)


def _stations(tenant: str) -> tuple[Spot, ...]:
    """Give the airports that report the weather of a tenant, by their ICAO codes."""
    codes = [row["station"] for row in _table("spot.csv") if row["tenant"] == tenant and row["station"]]
    ports = [find_airport(code) for code in codes]
    return tuple(Spot(port.icao, port.longitude, port.latitude) for port in ports)


def _table(name: str) -> list[dict[str, str]]:
    """Read a table of this package."""
    text = files("egiz.city.feeds").joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
