"""The scenarios of the built-in example through `egiz run`: support, closures, and what was not known yet."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from egiz.cli import main

SEA = """\
agreement: over-the-sea
title: Two islands
date: 2019-12
pair: [Honolulu, Hilo]
proposals:
  - id: flight
    kind: air_route
    title: Flight
    text: Direct flights.
    terms: {weekly_flights: 3}
"""

EVENTS = ("pandemic-2020", "airspace-2022", "safety-suspension")


def egiz(*words: str) -> Result:
    return CliRunner().invoke(main, words)


@pytest.fixture(scope="module")
def told() -> dict[str, dict[str, dict[str, object]]]:
    """Scenario -> figures by local name, as agreed first."""
    asked = [word for name in ("subsidised", "runway-works-2026", *EVENTS) for word in ("--scenario", name)]
    done = egiz("run", "astana-chelyabinsk", "--draws", "200", "--json", *asked)
    assert done.exit_code == 0, done.stderr
    return {
        result["scenario"]: {
            figure["key"].removeprefix("direct-flight."): figure
            for figure in result["answers"][0]["figures"]
            if not figure["at"]
        }
        | {f"finding-{one['key']}": one for one in result["answers"][0]["findings"]}
        for result in json.loads(done.stdout)["results"]
    }


def chance(figures: dict[str, dict[str, object]]) -> float:
    value = figures["chance_viable"]["value"]
    assert isinstance(value, float)
    return value


def test_support_never_lowers_the_chance(told: dict[str, dict[str, dict[str, object]]]) -> None:
    assert chance(told["subsidised"]) >= chance(told["as-agreed"])
    assert str(told["subsidised"]["finding-life"]["verdict"]).endswith("-paid")


def test_a_closure_never_raises_the_chance(told: dict[str, dict[str, dict[str, object]]]) -> None:
    for name in EVENTS:
        assert chance(told[name]) <= chance(told["as-agreed"])
    assert chance(told["airspace-2022"]) == 0.0
    assert chance(told["safety-suspension"]) == chance(told["as-agreed"])


def test_every_study_names_causes_and_remedies(told: dict[str, dict[str, dict[str, object]]]) -> None:
    for figures in told.values():
        assert figures["finding-causes"]["verdict"] in {"none", "one", "two", "three"}
        assert figures["finding-remedies"]["verdict"] in {"unneeded", "free", "paid", "together", "none"}


@pytest.mark.parametrize("name", EVENTS)
def test_what_was_not_known_yet_is_refused(name: str) -> None:
    done = egiz("run", "astana-chelyabinsk", "--as-of", "2017-07-31", "--draws", "200", "--scenario", name)
    assert done.exit_code == 2
    assert not done.stdout
    assert "nothing was known about event_closure" in done.stderr


def test_cities_with_the_sea_between_them_have_findings_without_ways_over_land(tmp_path: Path) -> None:
    path = tmp_path / "sea.yaml"
    path.write_text(SEA, encoding="utf-8")
    done = egiz("run", str(path), "--draws", "200", "--json")
    assert done.exit_code == 0, done.stderr
    findings = json.loads(done.stdout)["results"][0]["answers"][0]["findings"]
    climate = next(one for one in findings if one["key"] == "climate")
    assert climate["verdict"] == "by-air"
    assert {one["name"] for one in climate["figures"]}.isdisjoint({"train", "bus", "car"})
