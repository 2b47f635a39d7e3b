"""Build facts/data/{country,admin}_shape.{txt.z,bin.xz}; needs facts/data/{city,admin}.txt.z.

Taken from
    qgis-common (Debian), world_map.gpkg: countries and their first-level parts, Natural Earth 4.1, public
        domain.

Points lie on a grid of 0.01 degree; outlines are thinned by 0.02 degree, and islands too small to see are
left out.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from egiz.world.shape import inside
from geopackage import features
from outline import Point, Steps, area, forks, is_area, snapped, thinned
from package import from_debian
from parcel import write_bytes, write_lines

QGIS = ("qgis-common", "3.22.16+dfsg-1")
MAP = "usr/share/qgis/resources/data/world_map.gpkg"
STEP = 0.01
"""Grid [degrees]; the reader knows it too."""
TOLERANCE = 2.0
"""Steps of the grid by which an outline may move."""
SMALLEST = 9.0
"""Squares of the grid that an island must cover, unless it is all there is."""
OLD_CODES = {"KZ", "RU"}
"""Countries whose old codes (FIPS) are those of GeoNames, so that they go before a vote of cities."""
OLD_PREFIX = 2
LEASED = ("Baykonur lease in Qyzylorda", "KZ", "KZ.08")
"""A part that the map counts to no country, and where it belongs."""


@dataclass(frozen=True, slots=True)
class Area:
    """An area as it ships."""

    code: str
    name: str
    rings: Sequence[Steps]


def build(target: Path, work: Path) -> None:
    """Write the four files."""
    path = from_debian(*QGIS, work) / MAP
    layers = {layer: list(features(path, layer)) for layer in ("states_provinces", "countries")}
    grids = {
        layer: [[snapped(ring, STEP) for ring in rings] for _, rings in layers[layer]] for layer in layers
    }
    meets = forks(ring for rings in grids["states_provinces"] for ring in rings)
    cities = _Cities(target)
    parts = [
        Area(cities.code(fields, rings), fields["name"], _outline(rings, meets))
        for (fields, _), rings in zip(layers["states_provinces"], grids["states_provinces"], strict=True)
    ]
    countries = [
        Area(fields["iso_a2"], fields["NAME"], _outline(rings, meets))
        for (fields, _), rings in zip(layers["countries"], grids["countries"], strict=True)
    ]
    write(target, "admin_shape", parts)
    write(target, "country_shape", _with_leased(countries, parts))


def _with_leased(countries: Sequence[Area], parts: Sequence[Area]) -> Sequence[Area]:
    """Give the leased part to the country it lies in."""
    name, country, _ = LEASED
    leased = next(area for area in parts if area.name == name).rings
    return [
        replace(area, rings=(*area.rings, *leased))
        if area.code == country
        else replace(area, rings=[ring for ring in area.rings if not _is_one_of(ring, leased)])
        for area in countries
    ]


def _is_one_of(ring: Steps, others: Iterable[Steps]) -> bool:
    """Whether a ring is among others, wherever each begins."""
    points = {(int(x), int(y)) for x, y in ring}
    return any(points == {(int(x), int(y)) for x, y in other} for other in others)


def _outline(rings: Iterable[Steps], meets: frozenset[Point]) -> Sequence[Steps]:
    """Rings thinned out, the largest first."""
    found = sorted(
        (thinned(ring, meets, TOLERANCE) for ring in rings if is_area(ring)), key=area, reverse=True
    )
    kept = [ring for ring in found if is_area(ring) and area(ring) >= SMALLEST]
    return kept or [ring for ring in found if is_area(ring)][:1]


class _Cities:
    """Cities that ship, which tell the code of the part of a country they lie in."""

    def __init__(self, target: Path) -> None:
        text = zlib.decompress((target / "city.txt.z").read_bytes()).decode("utf-8")
        rows = [line.split("\t") for line in text.split("\n")]
        self.codes = np.array([f"{row[2]}.{row[3]}" for row in rows])
        self.points = np.array([(float(row[4]), float(row[5])) for row in rows])

    def code(self, fields: Mapping[str, str], rings: Sequence[Steps]) -> str:
        """GeoNames code of a part: its old one, or that of most cities in it; a country and a dot if none."""
        name, _, leased = LEASED
        if fields["name"] == name:
            return leased
        country = fields["iso_a2"]
        votes = self._votes(country, [ring[:, ::-1] * STEP for ring in rings])
        old = f"{country}.{fields['fips'][OLD_PREFIX:]}"
        if country in OLD_CODES and old in self.codes and not (votes and old not in votes):
            return old
        return min(votes, key=lambda code: (-votes[code], code)) if votes else f"{country}."

    def _votes(self, country: str, rings: Sequence[np.ndarray]) -> Counter[str]:
        """How many cities of each code lie within rings of latitude and longitude."""
        low = np.min([ring.min(axis=0) for ring in rings], axis=0)
        high = np.max([ring.max(axis=0) for ring in rings], axis=0)
        near = np.flatnonzero(((self.points >= low) & (self.points <= high)).all(axis=1))
        within = near[inside(rings, *self.points[near].T)] if near.size else near
        return Counter(code for code in self.codes[within].tolist() if code.startswith(f"{country}."))


def write(target: Path, name: str, areas: Sequence[Area]) -> None:
    """Write codes, names and lengths of rings as text, and the points as differences of 16 bits."""
    areas = sorted((area for area in areas if area.rings), key=lambda area: (area.code, area.name))
    lines = (
        "\t".join((area.code, area.name, " ".join(str(len(ring)) for ring in area.rings))) for area in areas
    )
    write_lines(target / f"{name}.txt.z", lines)
    points = np.concatenate([ring for area in areas for ring in area.rings]).astype("<i2")
    steps = np.diff(points, axis=0, prepend=np.zeros((1, 2), dtype="<i2")).astype("<i2")
    write_bytes(target / f"{name}.bin.xz", b"".join(_planes(steps[:, axis]) for axis in (0, 1)))


def _planes(numbers: np.ndarray) -> bytes:
    """Low bytes, then high bytes: they pack better apart."""
    return np.ascontiguousarray(numbers).view(np.uint8).reshape(-1, 2).T.tobytes()
