"""What an agreement may say of a flight beside its frequency, and what it is told when that cannot be."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from egiz.cli import main

AGREEMENT = """\
agreement: flight-terms
title: A flight
date: 2019-07
pair: [{pair}]
proposals:
  - id: flight
    kind: air_route
    title: Flight
    text: Direct flights.
    terms: {{weekly_flights: 3{terms}}}
"""


def told(folder: Path, command: str, terms: str = "", pair: str = "Vienna, Bucharest") -> Result:
    path = folder / "agreement.yaml"
    path.write_text(AGREEMENT.format(terms=terms, pair=pair), encoding="utf-8")
    words = [command, str(path)]
    if command == "run":
        words += ["--draws", "200", "--json", "--as-of", "2019-12-31"]
    return CliRunner().invoke(main, words)


@pytest.mark.parametrize(
    ("terms", "faults"),
    [
        (", fare: -5", ["fare"]),
        (", fare: 0", ["fare"]),
        (", fare: dear", ["fare"]),
        (", closed_from: 22", ["closed_until"]),
        (", closed_until: 6", ["closed_from"]),
        (", closed_from: 25, closed_until: -1", ["closed_from", "closed_until"]),
        (
            ", fare: -5, closed_from: 30, aircraft: zeppelin",
            ["fare", "closed_from", "closed_until", "aircraft"],
        ),
        (", closed_form: 22, closed_until: 6", ["closed_form"]),
    ],
)
def test_terms_that_cannot_be(tmp_path: Path, terms: str, faults: list[str]) -> None:
    """All faults at once, each with its place; nothing is worked out."""
    result = told(tmp_path, "run", terms)
    assert result.exit_code == 2
    assert result.stdout == ""
    for fault in faults:
        assert fault in result.stderr
    assert "10:" in result.stderr
    assert "Traceback" not in result.stderr


def flight(result: Result) -> dict[str, object]:
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)["proposals"][0]


@pytest.mark.parametrize("terms", [", closed_from: 0, closed_until: 24", ", closed_from: 5, closed_until: 4"])
def test_hours_that_leave_no_slot(tmp_path: Path, terms: str) -> None:
    found = flight(told(tmp_path, "run", terms))
    assert found["state"] != "studied"
    assert "VIE" in str(found["why_text"])


def test_a_city_far_from_any_airport_is_told_how_far(tmp_path: Path) -> None:
    found = flight(told(tmp_path, "run", pair="Ekibastuz, Bucharest"))
    assert found["state"] != "studied"
    why = found["why_text"]
    assert isinstance(why, dict)
    for language in ("en", "ru", "kk"):
        assert "PWQ" in why[language]
        assert any(part.isdigit() and 100 < int(part) < 200 for part in why[language].split())


def test_a_fare_and_closed_hours_are_taken(tmp_path: Path) -> None:
    result = told(tmp_path, "run", ", fare: 70, closed_from: 22, closed_until: 6")
    assert flight(result)["state"] == "studied"
