"""`egiz align` through the front door."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

from egiz.cli import main
from egiz.report.align import schema_text

ROOT = Path(__file__).parents[2]
NEAR = ("--from", "61.40,55.16", "--to", "61.90,54.80", "--cell", "500")
FIJI = ("--from", "179.40,-16.60", "--to", "-179.97,-16.75", "--speed", "160")


def egiz(*words: str) -> Result:
    return CliRunner().invoke(main, ("align", *words))


def refused(*words: str) -> str:
    result = egiz(*words)
    assert result.exit_code == 2, result.output
    assert not result.stdout
    assert "Traceback" not in result.stderr
    return result.stderr


def asked(*words: str) -> dict[str, object]:
    result = egiz(*words, "--json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def test_the_published_schema_is_that_of_the_records() -> None:
    assert (ROOT / "docs" / "align.schema.json").read_text("utf-8") == schema_text()


def test_a_document_keeps_to_the_schema_and_holds_together() -> None:
    answer = asked(*NEAR)
    jsonschema.validate(answer, json.loads(schema_text()))
    (line,) = answer["alternatives"]  # type: ignore[misc]
    assert line["length_km"] >= answer["straight_km"]
    assert line["detour"] == pytest.approx(line["length_km"] / answer["straight_km"], rel=1e-4)
    assert line["cost_usd"]["low"] < line["cost_usd"]["middle"] < line["cost_usd"]["high"]
    assert line["radius_m"] is None or line["radius_m"] >= 4999.0
    assert line["profile"] is None
    assert answer["terrain"]["name"] == "ETOPO5"  # type: ignore[index]
    assert line["geometry"]["coordinates"][0] == pytest.approx([61.40, 55.16], abs=1e-5)
    assert line["geometry"]["coordinates"][-1] == pytest.approx([61.90, 54.80], abs=1e-5)
    ends = [(piece["from_km"], piece["to_km"]) for piece in line["pieces"]]
    assert all(one[1] == other[0] for one, other in pairwise(ends))
    assert ends[-1][1] == pytest.approx(line["length_km"], abs=0.01)
