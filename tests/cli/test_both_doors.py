"""One route through both front doors: `egiz align` and a study say the same of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from egiz.cli import main
from egiz.facts.city import find_city

AGREEMENT = """\
agreement: two-cities
title: Two cities
date: 2024-01
pair: [Chelyabinsk, Yekaterinburg]
proposals:
  - id: rail
    kind: fast_rail
    title: Railway
    text: A fast railway.
    terms: {design: new-300}
"""
PAIRS = {
    "capital_cost_by_alternative": "cost_usd",
    "estimate": "estimate_usd",
    "alternative_cost_per_kilometre": "cost_usd_per_km",
    "new_way": "built_km",
}
"""Figure of the study -> the same of a line."""


def test_a_study_and_align_say_the_same_of_one_route(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(AGREEMENT, encoding="utf-8")
    ends = [find_city(name) for name in ("Chelyabinsk", "Yekaterinburg")]
    places = [f"{city.longitude},{city.latitude}" for city in ends]
    runner = CliRunner()
    laid = runner.invoke(main, ("align", "--from", places[0], "--to", places[1], "--json"))
    (line,) = json.loads(laid.stdout)["alternatives"]
    ran = runner.invoke(main, ("run", str(tmp_path / "a.yaml"), "--json"))
    nodes = json.loads(ran.stdout)["results"][0]["nodes"]

    def told(name: str) -> tuple[float, float, float]:
        spreads = nodes[f"rail.{name}"]["ranges"]
        (found,) = [one for one in spreads if one["at"] == ["line-new-300"]]
        return found["low"], found["middle"], found["high"]

    assert told("new_length")[1] == pytest.approx(line["length_km"], rel=1e-4)
    for name, ours in PAIRS.items():
        ends_of = [line[ours][end] for end in ("low", "middle", "high")]
        assert told(name) == pytest.approx(ends_of, rel=0.02), name
    for name in ("viaduct_length", "tunnel_length"):
        carried = line["structures"][name.replace("length", "km")]
        ends_of = [carried[end] for end in ("low", "middle", "high")]
        assert told(name) == pytest.approx(ends_of, rel=0.02), name
