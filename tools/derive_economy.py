"""Work incomes, exchange rates and growth of people out of official tables: writes `facts/economy.csv`.

Usage: ``python tools/derive_economy.py FOLDER [--check]``, where FOLDER holds the tables of gross product
(`kz_grp_by_region.csv`, `ru_grp_by_region_2020_2021.csv`, `gdp_usd_kaz_rus_worldbank.csv`). People come from
`facts/people.csv`. With ``--check`` nothing is written; the exit code says whether the file is up to date.
"""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import TypeAlias

from egiz.facts.library import Facts
from egiz.facts.row import Row, middle
from egiz.facts.table import HEADER

TARGET = Path(__file__).parents[1] / "src/egiz/facts/economy.csv"
YEARS = range(2010, 2024)

LOOKALIKES = str.maketrans("АВЕКМНОРСТХаеорсух", "ABEKMHOPCTXaeopcyx")
"""Cyrillic letters that the Kazakh table uses in Latin names."""

KAZAKH = {
    "Astana city": "Astana",
    "Almaty city": "Almaty",
    "Kostanay": "KZ.13",
    "Soltustik Kazakhstan": "KZ.16",
    "Akmola": "KZ.03",
}
RUSSIAN = {
    "Chelyabinsk Oblast": "RU.13",
    "Sverdlovsk Oblast": "RU.71",
    "Tyumen Oblast": "RU.78",
    "Kurgan Oblast": "RU.40",
    "Omsk Oblast": "RU.54",
    "Novosibirsk Oblast": "RU.53",
}
COUNTRIES = {"KAZ": "KZ", "RUS": "RU"}
MEMORY = "judgement"
"""Source of counts that are not verified: what is derived from one is not verified either."""

DOUBT = 0.05
"""Half-width of an income, a judgement: people, product and rate together."""

REACH = timedelta(1300)
"""How far a count of people may stand from the middle of the year of an income."""

Line: TypeAlias = tuple[str, ...]
Product = dict[tuple[str, int], float]


def table(folder: Path) -> str:
    """Text of the whole table."""
    dollars = _dollars(folder)
    tenge = _tenge(folder)
    incomes = list(_incomes(folder, dollars, tenge))
    lines: list[Line] = [*_rates(dollars, tenge), *incomes, *_carried(incomes), *_growth()]
    ordered = sorted(lines, key=_order)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADER)
    writer.writerows(ordered)
    return out.getvalue()


def _order(line: Line) -> Line:
    """By name, scope and age."""
    return line[0], line[1], line[8], line[9]


def _rates(dollars: Product, tenge: Product) -> Iterator[Line]:
    """Tenge a dollar: the country's product in tenge over that in dollars."""
    for year in YEARS:
        rate = tenge["KZ", year] / dollars["KZ", year]
        yield _line(
            ("exchange_rate", "KZT/USD", _around(rate, 0.01), "normal", "KZT/USD"),
            (None, year, date(year + 1, 1, 15)),
            (
                "worldbank_gdp",
                "product in tenge over product in dollars",
                "the rate itself was known at once",
            ),
        )


def _incomes(folder: Path, dollars: Product, tenge: Product) -> Iterator[Line]:
    for (country, year), product in dollars.items():
        if year in YEARS:
            yield from _income(country, year, product, (date(year + 1, 7, 31), "worldbank_gdp", "national"))
    for (scope, year), product in tenge.items():
        if scope not in COUNTRIES.values() and year in YEARS:
            money = product / tenge["KZ", year] * dollars["KZ", year]
            yield from _income(
                scope, year, money, (date(year + 2, 3, 31), "kazstat_grp", "share of the nation")
            )
    rate = {int(row.dating.about): row.spread.mode for row in _rows("exchange_rate", "RUB/USD")}
    for (scope, year), product in _roubles(folder).items():
        money = product / (rate[year] or 1.0)
        yield from _income(scope, year, money, (date(year + 2, 3, 31), "rosstat_yearbook_2023", "roubles"))


def _income(scope: str, year: int, money: float, origin: tuple[date, str, str]) -> Iterator[Line]:
    """Product a head, where people are known about that year."""
    known, source, how = origin
    people = _people(scope, date(year, 7, 1), known)
    if people is None:
        return
    yield _line(
        ("income", scope, _around(money / people, DOUBT), "pert", "USD/person"),
        (year, year, known),
        (source, f"{how}; over people of {scope}", "product a head at the exchange rate of the year"),
    )


def _carried(incomes: list[Line]) -> Iterator[Line]:
    """Incomes of regions for years of which only the nation's was known, at the last ratio known."""
    told = [
        (line[1], int(line[8]), float(line[3]), date.fromisoformat(line[9]), line[11]) for line in incomes
    ]
    told += [
        (row.scope, int(row.dating.about), row.spread.mode or 0.0, row.dating.known_from or date.max, MEMORY)
        for row in _rows("income")
        if "." in row.scope
    ]
    nations = {
        (scope, year): (value, known) for scope, year, value, known, _ in told if len(scope) == len("KZ")
    }
    for scope in sorted({scope for scope, *_ in told if len(scope) != len("KZ")}):
        country = scope[:2] if "." in scope else "KZ"
        own = {year: (value, known, source) for name, year, value, known, source in told if name == scope}
        for (nation, year), (value, known) in nations.items():
            last = max((y for y, (_, day, _) in own.items() if y < year and day <= known), default=None)
            if nation == country and last is not None and (country, last) in nations:
                ratio = own[last][0] / nations[country, last][0]
                yield _line(
                    ("income", scope, _around(value * ratio, 2 * DOUBT), "pert", "USD/person"),
                    (year, year, known),
                    (
                        own[last][2],
                        f"the nation's, at the ratio of {last}",
                        "until the region's own is known",
                    ),
                )


def _growth() -> Iterator[Line]:
    """Yearly growth of people between two counts, once in about three years."""
    for scope in sorted({row.scope for row in _rows("people")}):
        last = date.min
        rows = sorted(_rows("people", scope), key=lambda row: middle(row.dating.about))
        for row in rows:
            now = middle(row.dating.about)
            earlier = [other for other in rows if timedelta(500) < now - middle(other.dating.about)]
            if not earlier or now - last < timedelta(1000):
                continue
            then = min(earlier, key=lambda other: abs(now - middle(other.dating.about) - timedelta(1826)))
            last = now
            yield _grown(scope, then, row)


def _grown(scope: str, then: Row, row: Row) -> Line:
    start, end = middle(then.dating.about), middle(row.dating.about)
    ratio = (row.spread.mode or 1.0) / (then.spread.mode or 1.0)
    rate = ratio ** (365.2425 / (end - start).days) - 1.0
    off = max(0.006, abs(rate) / 2)
    ends = (f"{rate - off:.4f}", f"{rate:.4f}", f"{rate + off:.4f}")
    return _line(
        ("people_growth", scope, ends, "pert", "1/year"),
        (None, f"{start.isoformat()}/{end.isoformat()}", row.dating.known_from or end),
        (
            _weaker(then, row),
            f"people {then.dating.about} to {row.dating.about}",
            "half the rate each way, or 0.6 %",
        ),
    )


def _weaker(then: Row, row: Row) -> str:
    """Source of the later count, or that of memory if one of the two is from memory."""
    return MEMORY if "memory" in (then.status, row.status) else row.source.key


def _people(scope: str, day: date, known: date) -> float | None:
    """People on a day by the counts that were known then: straight between them, else the nearest of them."""
    rows = [row for row in _rows("people", scope) if row.known_by(known)]
    counts = sorted((middle(row.dating.about), row.spread.mode or 0.0) for row in rows)
    before = [count for count in counts if count[0] <= day]
    after = [count for count in counts if count[0] > day]
    if before and after:
        (start, low), (end, high) = before[-1], after[0]
        return low + (high - low) * ((day - start) / (end - start))
    if not counts:
        return None
    nearest = min(counts, key=lambda count: abs(count[0] - day))
    return nearest[1] if abs(nearest[0] - day) < REACH else None


def _rows(name: str, scope: str | None = None) -> list[Row]:
    return [
        row
        for row in Facts.shipped().rows
        if row.name == name and scope in (None, row.scope) and not row.spot.file.endswith(TARGET.name)
    ]


def _dollars(folder: Path) -> Product:
    rows = _read(folder / "gdp_usd_kaz_rus_worldbank.csv")
    return {(COUNTRIES[row["Country Code"]], int(row["Year"])): float(row["Value"]) for row in rows}


def _tenge(folder: Path) -> Product:
    """Product by region [KZT/year]; names with look-alike letters and a footnote are made plain."""
    found: Product = {}
    for row in _read(folder / "kz_grp_by_region.csv"):
        name = row["region"].translate(LOOKALIKES).rstrip("0123456789)")
        scope = "KZ" if name == "Republic of Kazakhstan" else KAZAKH.get(name)
        if scope:
            found[scope, int(row["year"])] = float(row["grp_mln_tenge"]) * 1e6
    return found


def _roubles(folder: Path) -> Product:
    rows = _read(folder / "ru_grp_by_region_2020_2021.csv")
    return {
        (RUSSIAN[row["name"]], int(row["year"])): float(row["grp_mln_rub"]) * 1e6
        for row in rows
        if row["name"] in RUSSIAN
    }


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _around(value: float, share: float) -> tuple[str, str, str]:
    low, mode, high = (f"{value * factor:.6g}" for factor in (1.0 - share, 1.0, 1.0 + share))
    return low, mode, high


def _line(
    what: tuple[str, str, tuple[str, str, str], str, str],
    when: tuple[int | None, int | str, date],
    whence: tuple[str, str, str],
) -> Line:
    name, scope, ends, shape, unit = what
    price_year, about, known = when
    source, locator, note = whence
    dates = (str(price_year or ""), str(about), known.isoformat())
    status = "memory" if source == MEMORY else "derived"
    return (name, scope, *ends, shape, unit, *dates, status, source, locator, note)


if __name__ == "__main__":
    text = table(Path(sys.argv[1]))
    if "--check" in sys.argv:
        sys.exit(TARGET.read_text(encoding="utf-8") != text)
    TARGET.write_text(text, encoding="utf-8")
