"""Build facts/data/airport.txt.z; needs facts/data/city.txt.z.

Taken from
    airportsdata (PyPI): airports with an IATA code, MIT; its heights are in feet;
    tools/airport_serving.csv: which of several airports carries most of a city's scheduled traffic, by hand;
        number 0 marks airports that the rule would choose but that have hardly any;
    the cities that ship: the time zone, since zones of the package are out of date in places.
"""

from __future__ import annotations

import csv
import zlib
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from egiz.world.sphere import distance_km
from package import from_pypi
from parcel import write_lines

AIRPORTSDATA = ("airportsdata", "20260905")
METRES_PER_FOOT = 0.3048
NEAR_KM = 60.0
"""A city of the same country so near shares its clock with the airport."""


def build(target: Path, work: Path) -> None:
    """Write the file: iata, icao, name, city, country, latitude, longitude, height, zone, cities served."""
    opened = from_pypi(*AIRPORTSDATA, work)
    with (opened / "airportsdata/airports.csv").open(encoding="utf-8", newline="") as file:
        airports = sorted((row for row in csv.DictReader(file) if row["iata"]), key=lambda row: row["iata"])
    clocks = _Clocks(target / "city.txt.z")
    serving = _serving(Path(__file__).parent / "airport_serving.csv")
    unknown = set(serving) - {row["iata"] for row in airports}
    if unknown:
        raise ValueError(f"airport_serving.csv names airports that are not there: {sorted(unknown)}")
    lines = (_line(row, clocks, serving.get(row["iata"], ())) for row in airports)
    write_lines(target / "airport.txt.z", lines)


class _Clocks:
    """Time zones of the cities that ship."""

    def __init__(self, path: Path) -> None:
        rows = [line.split("\t") for line in zlib.decompress(path.read_bytes()).decode("utf-8").split("\n")]
        self.countries = np.array([row[2] for row in rows])
        self.latitudes = np.array([float(row[4]) for row in rows])
        self.longitudes = np.array([float(row[5]) for row in rows])
        self.zones = [row[7] for row in rows]

    def zone(self, country: str, latitude: float, longitude: float) -> str:
        """Zone of the nearest city of the country; empty where none is near."""
        near = np.flatnonzero((self.countries == country) & (np.abs(self.latitudes - latitude) < 1.0))
        if not near.size:
            return ""
        distances = distance_km(latitude, longitude, self.latitudes[near], self.longitudes[near])
        best = int(np.argmin(distances))
        return self.zones[near[best]] if distances[best] <= NEAR_KM else ""


def _serving(path: Path) -> Mapping[str, tuple[str, ...]]:
    """GeoNames numbers of the cities that an airport serves first, by its code."""
    found: dict[str, tuple[str, ...]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found[row["iata"]] = (*found.get(row["iata"], ()), row["geonameid"])
    return found


def _line(row: Mapping[str, str], clocks: _Clocks, served: tuple[str, ...]) -> str:
    """One airport as it ships."""
    zone = clocks.zone(row["country"], float(row["lat"]), float(row["lon"])) or row["tz"]
    height = f"{float(row['elevation']) * METRES_PER_FOOT:.0f}"
    plain = (row["iata"], row["icao"], row["name"], row["city"], row["country"], row["lat"], row["lon"])
    return "\t".join((*plain, height, zone, " ".join(served)))
