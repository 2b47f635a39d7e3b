"""Places: cities, airports, countries, and what they are called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

LANGUAGES = ("en", "ru", "kk")
"""The three languages of everything people read, the one to fall back on first."""

FALLBACK: Mapping[str, tuple[str, ...]] = {"kk": ("kk", "ru", "en"), "ru": ("ru", "en"), "en": ("en",)}
"""Where a name is looked for, by the language asked for."""


@dataclass(frozen=True, slots=True)
class Name:
    """What a place is called, and in which language that is."""

    text: str
    """The name."""
    language: str
    """Language of the text; not the one asked for where the name fell back."""


def name_of(names: Mapping[str, str], language: str) -> Name:
    """Name in a language, or in the next one that has it: kk, then ru, then en.

    Parameters
    ----------
    names
        Known names by language; English is always there.
    language
        Code of the language asked for; one without a rule falls back to English.
    """
    for code in FALLBACK.get(language, (language, "en")):
        if code in names:
            return Name(names[code], code)
    return Name(names["en"], "en")


@dataclass(frozen=True, slots=True)
class Place:
    """A point on the Earth."""

    latitude: float
    """Degrees north, WGS84."""
    longitude: float
    """Degrees east, WGS84, -180 to 180."""


@dataclass(frozen=True, slots=True)
class Admin:
    """A first-level part of a country: an oblast, a province, a state."""

    code: str
    """GeoNames code such as ``RU.13``."""
    names: Mapping[str, str]
    """Known names by language; English is always there, but may be empty."""

    @property
    def name(self) -> str:
        """English name; empty where none is known."""
        return self.names["en"]

    def named(self, language: str) -> Name:
        """Name in a language, with the language it was found in."""
        return name_of(self.names, language)


@dataclass(frozen=True, slots=True, kw_only=True)
class City(Place):
    """A city of at least 15,000 people."""

    id: int
    """GeoNames number."""
    name: str
    """English name."""
    country: str
    """ISO 3166 two-letter code."""
    admin: Admin
    """Oblast, province or state it lies in."""
    people: int
    """Inhabitants by GeoNames; of uneven age."""
    zone: str
    """IANA time zone."""
    names: Mapping[str, str]
    """Known names by language; English is always there."""

    def named(self, language: str) -> Name:
        """Name in a language, with the language it was found in."""
        return name_of(self.names, language)


@dataclass(frozen=True, slots=True, kw_only=True)
class Airport(Place):
    """An airport with an IATA code."""

    iata: str
    """Three-letter code."""
    icao: str
    """Four-letter code; empty where there is none."""
    name: str
    """English name."""
    city: str
    """City it is filed under."""
    country: str
    """ISO 3166 two-letter code."""
    elevation_m: float
    """Height above the sea [m]."""
    zone: str
    """IANA time zone."""
    runway_m: float | None = None
    """Longest paved runway [m]; none = unknown."""


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory."""

    code: str
    """ISO 3166 two-letter code."""
    iso3: str
    """ISO 3166 three-letter code."""
    names: Mapping[str, str]
    """Names by language: en, ru, kk."""
    currency: str
    """ISO 4217 code; empty where there is none."""
    people: int
    """Inhabitants in the year of `about`; by GeoNames, undated, where `about` is none."""
    product_usd: float | None
    """Gross domestic product in the year of `about` [USD/year]; none = unknown."""
    about: int | None
    """Year the two are about; none = unknown."""

    @property
    def name(self) -> str:
        """English name."""
        return self.names["en"]

    @property
    def income_usd(self) -> float | None:
        """Product a head [USD/(person year)]; none where the product is unknown."""
        return self.product_usd / self.people if self.product_usd is not None and self.people else None

    def named(self, language: str) -> Name:
        """Name in a language, with the language it was found in."""
        return name_of(self.names, language)
