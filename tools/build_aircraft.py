"""Build `facts/data/aircraft.csv`: fuel and time of a sector by type and length, and what methods differ by.

Usage: ``python tools/build_aircraft.py OUT.csv`` with jetfuelburn 4.0.0 (MIT) and pycontrails 0.63.5
(Apache-2.0) installed; neither is needed afterwards. ``--methods`` prints what each method says instead.

Every method is brought to one footing: fuel from 3000 ft to 3000 ft (climb, cruise, descent) over a *flown*
distance at 80 % of the seats, beside the fuel of take-off, climb-out and approach, and of taxi by the hour.

* PS: Poll and Schumann (2021, 2025) along our own profile, at the flight level that burns least.
* FEAT: Seymour et al. (2020), table M.7, a flight by great circle; their equation 6 gives the way flown.
* EEA: EMEP/EEA guidebook 2009, its own climb-cruise-descent column.
* Yanto: Yanto and Liem (2017), a mission without taxi.
* Montlaur: Montlaur et al. (2025) for the types it was fitted on, a flight without taxi.

Mode is the median of the methods, low and high are the least and the greatest, each heard up to half above
or below the median: straight-line fits (Yanto) lose their meaning on short sectors. The ends of n methods
hold only (n - 1) / (n + 1) of what further methods would say, and few may agree by chance: so no range is
smaller than the median range, at that distance, of the types with three methods or more. A type
that only PS has is PS times the median of (median of methods / PS) over the types with three or more.

Left out: AIM2015, whose fits are for longer cruises (175 kg for 500 km of an A320); openap, which models
four of the types by silent synonyms; statistics of flown flights (US DOT), which are the check.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

import numpy as np
from jetfuelburn import reducedorder as models
from jetfuelburn import ureg
from numpy.typing import NDArray
from pycontrails.models.ps_model import PSFlight
from pycontrails.physics import units

Array = NDArray[np.float64]

GRID = (
    200,
    300,
    400,
    500,
    600,
    800,
    1000,
    1250,
    1500,
    2000,
    2500,
    3000,
    4000,
    5000,
    6000,
    8000,
    10000,
    13000,
)
LTO_KM = 17 * 1.852
"""Ground covered below 3000 ft (Travel Impact Model)."""

LTO_MINUTES = 2.2 + 0.7 + 4.0
"""Climb-out, take-off roll and approach of the ICAO cycle."""

TAXI_MINUTES = 26.0
LOAD, PASSENGER_KG, RESERVE_MINUTES = 0.8, 100.0, 45.0
STEP = 10.0
LEVELS = (240, 280, 310, 330, 350, 370, 390, 410)
LEAST_CRUISE = 0.2
PROPELLER_MACH, MEDIUM_SEATS = 0.6, 172
SLOW_BELOW, STEEP_BELOW = 10000.0, 25000.0
ENOUGH = 3
"""A type with so many methods shows what methods differ by."""

HEARD = 1.5
"""A method is heard so far above or below the median."""

SPREAD = 0.02
"""Mach number more or less: high-speed and long-range cruise."""


@dataclass(frozen=True)
class Type:
    """One type: what it is called in each source, and what no source gives."""

    name: str
    icao: str
    seats: int
    reach: float
    """Farthest point of the table [km flown]."""
    mach: float = 0.0
    """Cruise where PS does not know the type (memory); below 0.6: the speed of a propeller."""
    level: int = 0
    """Flight level of a propeller; nought: that of least fuel."""
    eea: str = ""
    """Name in the guidebook of 2009."""
    yanto: str = ""
    """Name in Yanto and Liem."""
    montlaur: bool = False
    """Whether Montlaur et al. fitted on it."""

    @property
    def jet(self) -> bool:
        """Whether it has no propeller."""
        return not 0.0 < self.mach < PROPELLER_MACH


TYPES = (
    Type("CRJ200", "CRJ2", 50, 3200, mach=0.74, level=350, yanto="CRJ2", montlaur=True),
    Type("ATR72", "AT72", 70, 2000, mach=0.44, level=200, eea="AT72"),
    Type("Q400", "DH8D", 76, 2500, mach=0.575, level=240, eea="DH8D"),
    Type("SSJ100", "SU95", 100, 4500, mach=0.78, level=360),
    Type("E190", "E190", 98, 5000, yanto="E190", montlaur=True),
    Type("E190E2", "E290", 106, 6000),
    Type("A320", "A320", 168, 6600, eea="A320", yanto="A320"),
    Type("A320neo", "A20N", 180, 7000, montlaur=True),
    Type("B738", "B738", 180, 6300, yanto="B738"),
    Type("B788", "B788", 250, 13000, montlaur=True),
    Type("A332", "A332", 270, 13000, eea="A330", yanto="A332"),
)


@dataclass(frozen=True)
class Cycle:
    """Landing and take-off of one type."""

    air: float
    """Take-off, climb-out and approach [kg]."""
    idle: float
    """Taxi [kg/min]."""

    @property
    def whole(self) -> float:
        """With 26 minutes of taxi [kg]."""
        return self.air + self.idle * TAXI_MINUTES


def _shipped(name: str, key: str) -> Mapping[str, Mapping[str, str]]:
    text = resources.files("pycontrails.models.emissions").joinpath("static", name).read_text("utf-8")
    return {row[key]: row for row in csv.DictReader(text.splitlines())}


@cache
def cycle(kind: Type) -> Cycle:
    """ICAO engine databank for jets; the guidebook of 2009 (FOI) for propellers."""
    if kind.mach and not kind.jet:
        found = models.eea_emission_inventory_2009.calculate(kind.eea, 500 * ureg.nmi)
        taxi = _kg(found["mass_fuel_taxi_in"]) + _kg(found["mass_fuel_taxi_out"])
        return Cycle(_kg(found["mass_fuel_LTO"]) - taxi, taxi / TAXI_MINUTES)
    engine = _shipped("default-engine-uids.csv", "aircraft_type")[kind.icao]
    flow = _shipped("edb-gaseous-v32-engines.csv", "UID No")[engine["engine_uid"]]
    parts = (("T/O", 0.7), ("C/O", 2.2), ("App", 4.0))
    air = sum(float(flow[f"Fuel Flow {part} (kg/sec)"]) * 60 * minutes for part, minutes in parts)
    number = float(engine["n_engine"])
    return Cycle(air * number, float(flow["Fuel Flow Idle (kg/sec)"]) * 60 * number)


def _kg(quantity: object) -> float:
    return float(quantity.to("kg").magnitude)  # type: ignore[attr-defined]


def _steps(mach: float, level: int, jet: bool) -> tuple[Array, Array]:
    """Altitude [ft] and speed [m/s] of a climb from 3000 ft, one point every ten seconds."""
    altitude = [3000.0]
    while altitude[-1] < level * 100:
        height = altitude[-1]
        rate = (
            (2500.0 if height < SLOW_BELOW else 2000.0 if height < STEEP_BELOW else 1200.0) if jet else 1300.0
        )
        altitude.append(min(height + rate * STEP / 60, level * 100.0))
    heights = np.array(altitude)
    return heights, np.array([_speed(height, mach, jet) for height in heights])


def _speed(height: float, mach: float, jet: bool) -> float:
    """True air speed [m/s]: 250 kt below 10,000 ft, 290 kt above, then the Mach number; propellers 190 kt."""
    pressure = float(units.ft_to_pl(np.array([height]))[0]) * 100 / 101325
    knots = (250.0 if height < SLOW_BELOW else 290.0) if jet else 190.0
    impact = (1 + 0.2 * (knots * 0.514444 / 340.294) ** 2) ** 3.5 - 1
    schedule = np.sqrt(5 * ((impact / pressure + 1) ** (1 / 3.5) - 1))
    return float(min(schedule, mach)) * _sound(height)


def _sound(height: float) -> float:
    """Speed of sound [m/s] at a height [ft]."""
    return float(np.sqrt(1.4 * 287.05 * units.m_to_T_isa(np.array([height * 0.3048]))[0]))


@dataclass(frozen=True)
class Profile:
    """A flight from 3000 ft to 3000 ft."""

    altitude: Array
    speed: Array
    climb: float
    """Way of the climb [km]."""
    descent: float
    """Way of the descent [km]."""

    @property
    def minutes(self) -> float:
        """Duration [min]."""
        return len(self.speed) * STEP / 60


def profile(distance: float, mach: float, level: int, jet: bool) -> Profile | None:
    """Fly a distance [km]; nothing where too little is left for the cruise."""
    up, quick = _steps(mach, level, jet)
    down, slow = up[::-1], quick[::-1]
    climb, descent = quick.sum() * STEP / 1000, slow.sum() * STEP / 1000
    left = distance - climb - descent
    if left < LEAST_CRUISE * distance:
        return None
    cruise = _speed(level * 100.0, mach, jet) if jet else mach * _sound(level * 100.0)
    points = round(left * 1000 / cruise / STEP)
    level_part = np.full(points, level * 100.0)
    return Profile(
        np.concatenate([up, level_part, down]),
        np.concatenate([quick, np.full(points, cruise), slow]),
        climb,
        descent,
    )


@cache
def _ps() -> PSFlight:
    return PSFlight()


def _mach(kind: Type) -> float:
    return kind.mach or float(_ps().aircraft_engine_params[kind.icao].m_des)


def burnt(kind: Type, flight: Profile) -> float:
    """Fuel of a flight by PS [kg]; the mass falls as it burns."""
    mass = PSFlight().aircraft_engine_params[kind.icao].amass_oew + LOAD * kind.seats * PASSENGER_KG
    time = np.datetime64("2020-01-01") + (np.arange(len(flight.speed)) * 1e9 * STEP).astype("timedelta64[ns]")
    air = units.m_to_T_isa(flight.altitude * 0.3048)
    fuel, left = 0.0, np.zeros_like(flight.speed)
    for _ in range(4):
        reserve = fuel / max(flight.minutes, 1.0) * RESERVE_MINUTES
        found = _ps().calculate_aircraft_performance(
            aircraft_type=kind.icao,
            altitude_ft=flight.altitude,
            air_temperature=air,
            time=time,
            true_airspeed=flight.speed.copy(),
            aircraft_mass=mass + reserve + left,
            engine_efficiency=None,
            fuel_flow=None,
            thrust=None,
            q_fuel=43.13e6,
            correct_fuel_flow=True,
            engine_deterioration_factor=0.025,
        )
        burn = np.nan_to_num(found.fuel_burn)
        fuel, left = float(burn.sum()), burn[::-1].cumsum()[::-1]
    return fuel


def flights(kind: Type, distance: float) -> Iterable[Profile]:
    """Profiles at every level that leaves room for a cruise; the lowest always."""
    jet = kind.jet
    levels = tuple(range(100, kind.level + 1, 20)) if kind.level else (100, 140, 180, 210, *LEVELS)
    way = distance - LTO_KM
    found = [profile(way, _mach(kind), level, jet) for level in levels]
    return [flight for flight in found if flight is not None]


@cache
def best(kind: Type, distance: float) -> Profile:
    """The flight that burns least by PS, or the highest where PS does not know the type."""
    choices = list(flights(kind, distance))
    if kind.mach:
        return choices[-1]
    ceiling = float(_ps().aircraft_engine_params[kind.icao].fl_max) * 100
    return min(
        (flight for flight in choices if flight.altitude.max() <= ceiling),
        key=lambda flight: burnt(kind, flight),
    )


def ps(kind: Type, distance: float) -> float | None:
    """Poll and Schumann."""
    return None if kind.mach else burnt(kind, best(kind, distance))


def feat(kind: Type, distance: float) -> float | None:
    """FEAT, less the landing and take-off cycle."""
    if kind.icao not in models.seymour_etal.list_aircraft():
        return None
    circle = (distance - 40.5) / 1.0387
    return _kg(models.seymour_etal.calculate(kind.icao, circle * ureg.km)) - cycle(kind).whole


def eea(kind: Type, distance: float) -> float | None:
    """EMEP/EEA 2009; straight on below its shortest stage."""
    if not kind.eea:
        return None
    table = models.eea_emission_inventory_2009._aircraft_data[kind.eea]["climb_cruise_descent"]
    at = sorted((float(key) * 1.852, float(value)) for key, value in table.items())
    if distance > at[-1][0]:
        return None
    (x0, y0), (x1, y1) = at[:2]
    if distance < x0:
        return y0 + (distance - x0) * (y1 - y0) / (x1 - x0)
    return float(np.interp(distance, [x for x, _ in at], [y for _, y in at]))


def yanto(kind: Type, distance: float) -> float | None:
    """Yanto and Liem, less take-off, climb-out and approach."""
    if not kind.yanto:
        return None
    payload = LOAD * kind.seats * PASSENGER_KG
    found = models.yanto_etal.calculate(kind.yanto, distance * ureg.km, payload * ureg.kg)
    return _kg(found) - cycle(kind).air


def montlaur(kind: Type, distance: float) -> float | None:
    """Montlaur et al., less take-off, climb-out and approach."""
    if not kind.montlaur or distance > (5000 if kind.seats < MEDIUM_SEATS else 12000):
        return None
    found = models.montlaur_etal.calculate(distance * ureg.km, kind.seats)
    return float(found.to("kg/km").magnitude) * kind.seats * distance - cycle(kind).air


METHODS: Mapping[str, Callable[[Type, float], float | None]] = {
    "PS": ps,
    "FEAT": feat,
    "EEA": eea,
    "Yanto": yanto,
    "Montlaur": montlaur,
}


@cache
def said(kind: Type, distance: float) -> Mapping[str, float]:
    """What each method that knows a type says: climb, cruise and descent [kg]."""
    found = {name: method(kind, distance) for name, method in METHODS.items()}
    return {name: value for name, value in found.items() if value is not None}


def _well_known(distance: float) -> tuple[Mapping[str, float], ...]:
    kinds = (said(kind, distance) for kind in TYPES if distance <= kind.reach)
    return tuple(found for found in kinds if len(found) >= ENOUGH)


@cache
def usual(distance: float) -> tuple[float, float, float]:
    """Typical least and greatest against the median, and the median against PS."""
    known = _well_known(distance)
    middles = [float(np.median(list(found.values()))) for found in known]
    pairs = list(zip(known, middles, strict=True))
    low = np.median([max(min(found.values()) / middle, 1 / HEARD) for found, middle in pairs])
    high = np.median([min(max(found.values()) / middle, HEARD) for found, middle in pairs])
    over = [middle / found["PS"] for found, middle in pairs if "PS" in found]
    return float(low), float(high), float(np.median(over))


def spread(kind: Type, distance: float) -> tuple[float, float, float]:
    """Least, median and greatest of the methods."""
    found = said(kind, distance)
    values = list(found.values())
    middle = float(np.median(values))
    low, high, over = usual(distance)
    middle = middle * over if set(found) == {"PS"} else middle
    ends = max(min(values), middle / HEARD), min(max(values), middle * HEARD)
    return min(ends[0], low * middle), middle, max(ends[1], high * middle)


def minutes(kind: Type, distance: float) -> tuple[float, float, float]:
    """Time from take-off to landing: fast, usual and slow cruise; a remembered speed is less sure."""
    flight, jet = best(kind, distance), kind.jet
    level, mach = round(flight.altitude.max() / 100), _mach(kind)
    doubt = 2 * SPREAD if kind.mach else SPREAD
    other = [profile(distance - LTO_KM, mach + step, level, jet) for step in (doubt, -doubt)]
    quick, slow = (flight.minutes if found is None else found.minutes for found in other)
    return quick + LTO_MINUTES, flight.minutes + LTO_MINUTES, slow + LTO_MINUTES


HEADER = (
    "aircraft",
    "distance_km",
    "lto_kg",
    "ccd_low_kg",
    "ccd_kg",
    "ccd_high_kg",
    "minutes_low",
    "minutes",
    "minutes_high",
    "taxi_kg_per_min",
    "methods",
)


def rows() -> Iterable[tuple[str, ...]]:
    """Lines of the table."""
    for kind in TYPES:
        for distance in (float(point) for point in GRID if point <= kind.reach):
            parts = cycle(kind)
            fuel, time = spread(kind, distance), minutes(kind, distance)
            yield (
                kind.name,
                f"{distance:.0f}",
                f"{parts.air:.0f}",
                *(f"{value:.0f}" for value in fuel),
                *(f"{value:.1f}" for value in time),
                f"{parts.idle:.2f}",
                "+".join(said(kind, distance)),
            )


def main(words: list[str]) -> None:
    """Write the table, or print what each method says."""
    if words == ["--methods"]:
        for kind in TYPES:
            for distance in (300.0, 600.0, 800.0, 1500.0, 3000.0):
                found = {name: round(value) for name, value in said(kind, distance).items()}
                time = [round(value) for value in minutes(kind, distance)]
                print(
                    kind.name, distance, cycle(kind), found, [round(v) for v in spread(kind, distance)], time
                )
        return
    with Path(words[0]).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([HEADER, *rows()])


if __name__ == "__main__":
    main(sys.argv[1:])
