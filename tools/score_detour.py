"""Hold the length of lines that the engine lays against lines that were built; nothing is tuned on them.

Usage: ``python tools/score_detour.py FOLDER [TERRAIN] [--stations FILE]``, with ``checks/detour.csv`` in the
folder; TERRAIN is a GeoTIFF or a folder of tiles, none: the embedded relief. Prints the table of
docs/backcast/rail.md. A line is laid as ``egiz align`` lays it, with the radii and prices that ship: between
its ends alone; by the middles of the cities of its stations; by the same cities, but anywhere within their
built-up land, where the way is shortest; and by its stations themselves, where FILE tells them: a CSV with
the columns ``line,name,longitude,latitude``, the stations of each line in turn.
"""

from __future__ import annotations

import argparse
import csv
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isnan, nan
from pathlib import Path
from statistics import median

import numpy as np

from egiz.engines.alignment import metre_price, routed
from egiz.errors import EgizError
from egiz.facts.city import find_city
from egiz.proposals.fast_rail.broad import broad_field
from egiz.proposals.fast_rail.halt import halts_of
from egiz.proposals.fast_rail.price import prices_of
from egiz.study.align.asked import Asked, Request, understood
from egiz.world.sphere import METRES_PER_KILOMETRE, Points, distance_km

BASELINE = 1.2
"""Over the great circle: what anybody would guess."""
CELL = "1000"
"""Side of a cell [m], as the kind has it; the terrain of the score resolves 2.5 km."""


@dataclass(frozen=True, slots=True)
class Way:
    """How a line is asked for."""

    cities: str
    """Ends, and cities of the stations between, in turn."""
    speed: int
    """Of the line [km/h]."""
    grade: str = ""
    """Largest grade, where a row of checks/lines.csv tells it [permille]."""
    note: str = ""
    """What stands for what."""


WAYS: Mapping[str, Way] = {
    "Beijing-Shanghai": Way(
        "Beijing/Langfang/Tianjin/Cangzhou/Dezhou/Jinan, CN/Tai'an/Qufu/Tengzhou/Zaozhuang/Xuzhou, CN/Bengbu/"
        "Chuzhou/Nanjing/Zhenjiang/Changzhou/Wuxi/Suzhou, CN/Kunshan/Shanghai",
        350,
        "20",
        "23 stations",
    ),
    "Madrid-Barcelona": Way(
        "Madrid/Guadalajara, ES/Calatayud, ES/Zaragoza/Lleida/Tarragona, ES/Barcelona, ES",
        300,
        "",
        "",
    ),
    "Tokyo-Shin-Osaka": Way(
        "Tokyo/Yokohama/Odawara/Atami/Mishima/Fuji/Shizuoka/Kakegawa/Hamamatsu/Toyohashi/Nagoya/Hashima, JP/"
        "Maibara/Kyoto/Osaka",
        285,
        "",
        "the line keeps to 2500 m of radius",
    ),
    "Koeln-Frankfurt": Way(
        "Cologne/Siegburg/Limburg an der Lahn/Frankfurt",
        300,
        "40",
        "177 to 219 km by definition",
    ),
    "Moscow-St Petersburg old": Way(
        "Moscow/Tver/Bologoye/Saint Petersburg", 200, "", "a line of 1851, rebuilt; smaller stations left out"
    ),
    "Makkah-Madinah via Jeddah": Way(
        "Mecca/Jeddah/Rabigh/Medina", 300, "", "Rabigh stands for King Abdullah Economic City"
    ),
    "Wuhan-Guangzhou": Way(
        "Wuhan/Xianning/Yueyang/Changsha/Zhuzhou/Hengyang/Chenzhou/Shaoguan/Qingyuan, CN/Guangzhou",
        350,
        "",
        "length from memory",
    ),
    "Taipei-Zuoying": Way(
        "Taipei/Banqiao/Taoyuan/Hsinchu/Miaoli/Taichung/Changhua/Chiayi/Tainan/Kaohsiung",
        300,
        "",
        "",
    ),
    "Moscow-St Petersburg HSR plan": Way("Moscow/Tver/Novgorod/Saint Petersburg", 400),
    "Moscow-Kazan plan": Way("Moscow/Vladimir/Nizhny Novgorod/Cheboksary/Kazan", 400),
    "Ural HSR plan": Way("Yekaterinburg/Kasli/Chelyabinsk", 300, "", "Kasli stands for its halt"),
    "Astana-Almaty plan": Way(
        "Astana/Karaganda/Balkhash/Almaty", 250, "", "speed not told; the plan crosses Lake Balkhash"
    ),
}


Stations = Mapping[str, Points]
"""Line -> latitude and longitude of its stations [degrees]: (stations, 2)."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the file, and ours; lengths in km, not a number where there is no line."""

    name: str
    length: float
    """Published."""
    circle: float
    """Great circle from station to station, by the file."""
    ends: float
    """Ours between its ends alone."""
    middles: float
    """Ours by the middles of its cities."""
    cities: float
    """Ours by its cities, anywhere within their built-up land."""
    stations: float
    """Ours by its stations, where they are told."""
    straight: float
    """Straight from city to city."""
    spanned: float
    """Straight from station to station, where they are told."""

    @property
    def plan(self) -> bool:
        """Whether it was only planned."""
        return self.name.endswith("plan")

    @property
    def best_told(self) -> float:
        """By stations where they are told, else by cities."""
        return self.cities if isnan(self.stations) else self.stations


COLUMNS: Mapping[str, Callable[[Row], float]] = {
    "great circle x 1.2": lambda row: BASELINE * row.circle,
    "ours, ends alone": lambda row: row.ends,
    "ours, by middles of cities": lambda row: row.middles,
    "ours, by cities": lambda row: row.cities,
    "ours, by stations": lambda row: row.stations,
    "ours, by stations or cities": lambda row: row.best_told,
    "straight from city to city": lambda row: row.straight,
    "straight from station to station": lambda row: row.spanned,
}


def told_stations(path: Path | None) -> Stations:
    """Stations of each line, in turn, by a CSV."""
    if path is None:
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    lines = dict.fromkeys(row["line"] for row in rows)
    return {
        line: np.array(
            [(float(row["latitude"]), float(row["longitude"])) for row in rows if row["line"] == line]
        )
        for line in lines
    }


def laid(way: Way, places: Points, terrain: str) -> float:
    """Length of our line by places [km]; not a number where there is none."""
    points = tuple(f"{longitude:.5f},{latitude:.5f}" for latitude, longitude in places)
    asked = Asked(points, speed=str(way.speed), grade=way.grade, terrain=terrain, cell=CELL)
    begun = time.process_time()
    try:
        length = planned(understood(asked))
    except EgizError as error:
        print("no line:", len(places), "places", error, file=sys.stderr)
        length = nan
    print(f"  {length:.1f} km, {time.process_time() - begun:.0f} s", file=sys.stderr, flush=True)
    return length


def planned(request: Request) -> float:
    """Length of the line in plan [km]."""
    places, prices = request.points, prices_of(request.facts)
    frame, field = broad_field(places, request.land, request.margins)
    at = np.stack(frame.to_plane(places[:, 0], places[:, 1]), axis=-1)
    price = metre_price(field, request.standard, prices)
    return routed(field, price, at, request.standard, prices).length / METRES_PER_KILOMETRE


def span(places: Points) -> float:
    """Straight from place to place [km]."""
    return float(distance_km(*places[:-1].T, *places[1:].T).sum())


def rows(folder: Path, terrain: str, stations: Stations) -> Iterator[Row]:
    """Every line of the file, laid in each way."""
    with (folder / "checks/detour.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            print(row["line"], file=sys.stderr, flush=True)
            yield _row(row, terrain, stations.get(row["line"]))


def _row(row: Mapping[str, str], terrain: str, stations: Points | None) -> Row:
    way = WAYS[row["line"]]
    cities = tuple(find_city(name) for name in way.cities.split("/"))
    middles = np.array([(city.latitude, city.longitude) for city in cities])
    return Row(
        row["line"],
        float(row["length_km"]),
        float(row["great_circle_km"]),
        laid(way, middles[[0, -1]], terrain),
        laid(way, middles, terrain),
        laid(way, halts_of(cities), terrain),
        nan if stations is None else laid(way, stations, terrain),
        span(middles),
        nan if stations is None else span(stations),
    )


def off(ours: float, row: Row) -> float:
    """Ours over the published length, less one."""
    return ours / row.length - 1.0


def report(found: Sequence[Row]) -> Iterator[str]:
    """The table and its medians."""
    shown = list(COLUMNS)[:5]
    yield f"| line | km/h | published, km | {' | '.join(shown)} | note |"
    yield "|---" * (len(shown) + 4) + "|"
    for row in sorted(found, key=lambda row: row.plan):
        way = WAYS[row.name]
        lengths = [COLUMNS[name](row) for name in shown]
        cells = ["-" if isnan(km) else f"{km:.0f} ({off(km, row):+.1%})" for km in lengths]
        yield f"| {row.name} | {way.speed} | {row.length:.0f} | {' | '.join(cells)} | {way.note} |"
    for kind, plan in (("built", False), ("plans", True)):
        some = [row for row in found if row.plan == plan]
        for name, pick in COLUMNS.items():
            errors = [abs(off(pick(row), row)) for row in some]
            errors = [error for error in errors if not isnan(error)]
            if errors:
                spread = f"median error {median(errors):.1%}, worst {max(errors):.1%}"
                yield f"{kind}, {len(errors)}: {name}: {spread}"


def main() -> None:
    """Read the command line and print the report."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("terrain", nargs="?", default="")
    parser.add_argument("--stations", type=Path)
    asked = parser.parse_args()
    found = tuple(rows(asked.folder, asked.terrain, told_stations(asked.stations)))
    for line in report(found):
        print(line, flush=True)


if __name__ == "__main__":
    main()
