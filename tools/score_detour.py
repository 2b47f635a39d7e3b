"""Hold the length of lines that the engine lays against lines that were built; nothing is tuned on them.

Usage: ``python tools/score_detour.py FOLDER [TERRAIN]``, with ``checks/detour.csv`` in the folder; TERRAIN is
a GeoTIFF or a folder of tiles, none: the embedded relief. Prints the table of docs/backcast/rail.md. A line
is laid as ``egiz align`` lays it, with the radii and prices that ship, between the cities at its ends: once
straight away, once by the cities of its stations. A station is taken to lie in the middle of its city.
"""

from __future__ import annotations

import csv
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isnan
from pathlib import Path
from statistics import median

import numpy as np

from egiz.engines.alignment import metre_price, routed
from egiz.errors import EgizError
from egiz.facts.city import find_city
from egiz.proposals.fast_rail.corridor import field_of
from egiz.proposals.fast_rail.price import prices_of
from egiz.study.align.asked import Asked, Request, understood
from egiz.world.sphere import METRES_PER_KILOMETRE, between_km

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
        "many stations 5 to 20 km from the middle, that of Tianjin most",
    ),
    "Madrid-Barcelona": Way(
        "Madrid/Guadalajara, ES/Calatayud, ES/Zaragoza/Lleida/Tarragona, ES/Barcelona, ES",
        300,
        "",
        "stations of Guadalajara and Tarragona 8 and 10 km away",
    ),
    "Tokyo-Shin-Osaka": Way(
        "Tokyo/Yokohama/Odawara/Atami/Mishima/Fuji/Shizuoka/Kakegawa/Hamamatsu/Toyohashi/Nagoya/Hashima, JP/"
        "Maibara/Kyoto/Osaka",
        285,
        "",
        "Mikawa-Anjo left out; the line keeps to 2500 m of radius",
    ),
    "Koeln-Frankfurt": Way(
        "Cologne/Siegburg/Limburg an der Lahn/Frankfurt",
        300,
        "40",
        "Montabaur and the airport not in the list",
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
        "stations 5 to 15 km from the middle, the last in the south of Guangzhou",
    ),
    "Taipei-Zuoying": Way(
        "Taipei/Banqiao/Taoyuan/Hsinchu/Miaoli/Taichung/Changhua/Chiayi/Tainan/Kaohsiung",
        300,
        "",
        "stations from Taoyuan on 5 to 15 km from the middle; Yunlin not in the list",
    ),
    "Moscow-St Petersburg HSR plan": Way("Moscow/Tver/Novgorod/Saint Petersburg", 400),
    "Moscow-Kazan plan": Way("Moscow/Vladimir/Nizhny Novgorod/Cheboksary/Kazan", 400),
    "Ural HSR plan": Way("Yekaterinburg/Kasli/Chelyabinsk", 300, "", "Kasli stands for its halt"),
    "Astana-Almaty plan": Way(
        "Astana/Karaganda/Balkhash/Almaty", 250, "", "speed not told; the plan crosses Lake Balkhash"
    ),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the file, and ours."""

    name: str
    length: float
    """Published [km]."""
    circle: float
    """Great circle from station to station, by the file [km]."""
    straight: float
    """Ours without stations between [km]; not a number where there is no line."""
    called: float
    """Ours by the stations [km]; not a number where there is no line."""
    polygon: float
    """Straight from city to city by the stations [km]."""

    @property
    def plan(self) -> bool:
        """Whether it was only planned."""
        return self.name.endswith("plan")


def laid(way: Way, names: Sequence[str], terrain: str) -> tuple[float, float]:
    """Length of our line and of the polygon through its cities [km]."""
    cities = [find_city(name) for name in names]
    points = tuple(f"{city.longitude:.4f},{city.latitude:.4f}" for city in cities)
    asked = Asked(points, speed=str(way.speed), grade=way.grade, terrain=terrain, cell=CELL)
    try:
        length = planned(understood(asked))
    except EgizError as error:
        print("no line:", " | ".join(names), error, file=sys.stderr)
        length = float("nan")
    pairs = zip(cities, cities[1:], strict=False)
    return length, sum(between_km(one, other) for one, other in pairs)


def planned(request: Request) -> float:
    """Length of the line in plan [km]."""
    places, prices = request.points, prices_of(request.facts)
    frame, field = field_of(places, request.terrain, request.cell, request.margin, request.surface)
    at = np.stack(frame.to_plane(places[:, 0], places[:, 1]), axis=-1)
    price = metre_price(field, request.standard, prices)
    return routed(field, price, at, request.standard, prices).length / METRES_PER_KILOMETRE


def rows(folder: Path, terrain: str) -> Iterator[Row]:
    """Every line of the file, laid twice."""
    with (folder / "checks/detour.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            way = WAYS[row["line"]]
            names = way.cities.split("/")
            begun = time.process_time()
            straight, _ = laid(way, (names[0], names[-1]), terrain)
            called, polygon = laid(way, names, terrain)
            print(f"{row['line']}: {time.process_time() - begun:.0f} s", file=sys.stderr, flush=True)
            told = float(row["length_km"]), float(row["great_circle_km"])
            print(*told, straight, called, polygon, file=sys.stderr, flush=True)
            yield Row(row["line"], *told, straight, called, polygon)


def off(ours: float, row: Row) -> float:
    """Ours over the published length, less one."""
    return ours / row.length - 1.0


def report(found: Sequence[Row]) -> Iterator[str]:
    """The table and its medians."""
    yield "| line | km/h | published, km | great circle x 1.2 | ours, ends alone | by its stations | note |"
    yield "|---|---|---|---|---|---|---|"
    for row in sorted(found, key=lambda row: row.plan):
        way = WAYS[row.name]
        cells = [f"{row.length:.0f}"]
        lengths = (BASELINE * row.circle, row.straight, row.called)
        cells += [f"{km:.0f} ({off(km, row):+.1%})" for km in lengths]
        yield f"| {row.name} | {way.speed} | {' | '.join(cells)} | {way.note} |"
    for kind, plan in (("built", False), ("plans", True)):
        some = [row for row in found if row.plan == plan]
        for name, pick in (
            ("great circle x 1.2", lambda row: BASELINE * row.circle),
            ("ours, ends alone", lambda row: row.straight),
            ("ours, by stations", lambda row: row.called),
            ("straight from station to station", lambda row: row.polygon),
        ):
            errors = [abs(off(pick(row), row)) for row in some]
            errors = [error for error in errors if not isnan(error)]
            middle, worst = median(errors), max(errors)
            yield f"{kind}, {len(errors)}: {name} median error {middle:.1%}, worst {worst:.1%}"


if __name__ == "__main__":
    for line in report(tuple(rows(Path(sys.argv[1]), "".join(sys.argv[2:])))):
        print(line, flush=True)
