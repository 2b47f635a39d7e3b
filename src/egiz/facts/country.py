"""Countries of the world: codes, names, people and product."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from egiz.errors import InputError
from egiz.facts.shipped import shipped_table
from egiz.world.place import Country
from egiz.world.spelling import fold

TABLE = "country.txt.z"


@cache
def countries() -> Mapping[str, Country]:
    """All countries and territories by ISO 3166 two-letter code, in the order of the codes."""
    return {row[0]: _country(row) for row in shipped_table(TABLE)}


def find_country(text: str) -> Country:
    """Find the country that a text names.

    Parameters
    ----------
    text
        Two- or three-letter code, or a name in English, Russian or Kazakh.

    Raises
    ------
    InputError
        ``unknown-country`` with value `name`.
    """
    code = _codes().get(fold(text))
    if code is None:
        raise InputError.of("unknown-country", {"name": text.strip()})
    return countries()[code]


def country_code(text: str) -> str:
    """Two-letter code of the country that a text names; empty where it names none."""
    return _codes().get(fold(text), "")


@cache
def _codes() -> Mapping[str, str]:
    """Two-letter codes by folded spelling; a code goes before a name."""
    spelt = {spelling: row[0] for row in shipped_table(TABLE) for spelling in row[9].split(";")}
    return spelt | {fold(row[0]): row[0] for row in shipped_table(TABLE)}


def _country(row: tuple[str, ...]) -> Country:
    """Turn a row into a record."""
    code, iso3, currency, english, russian, kazakh, people, product, about, _ = row
    return Country(
        code=code,
        iso3=iso3,
        names={"en": english, "ru": russian, "kk": kazakh},
        currency=currency,
        people=int(people),
        product_usd=float(product) if product else None,
        about=int(about) if about else None,
    )
