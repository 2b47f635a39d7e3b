"""Sizes of airports: known ones, and what is not known."""

from __future__ import annotations

from dataclasses import replace

from egiz.facts.airfield import NOTHING, airfield_of
from egiz.facts.airport import airports, find_airport


def test_sizes_are_those_of_the_source() -> None:
    assert airfield_of(find_airport("LHR")).large
    assert not airfield_of(find_airport("CEK")).large
    assert airfield_of(find_airport("CEK")).paved_m == 3200.0
    assert airfield_of(find_airport("TSE")) == airfield_of(find_airport("NQZ"))


def test_what_is_not_known_counts_as_the_least() -> None:
    assert airfield_of(None) == NOTHING
    assert airfield_of(replace(find_airport("LHR"), iata="???")) == NOTHING


def test_a_runway_that_counts_is_long_enough() -> None:
    lengths = {airfield_of(airport).paved_m for airport in airports().values()} - {0.0}
    assert len(lengths) > 100
    assert min(lengths) >= 2000.0
    assert max(lengths) < 40_000.0
