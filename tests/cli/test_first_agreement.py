"""Any two cities on Earth give a first study from embedded data alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from egiz.cli import main

ROOT = Path(__file__).parents[2]


def study_of(folder: Path, home: str, away: str) -> dict[str, object]:
    runner = CliRunner()
    made = runner.invoke(main, ["new", home, away, "--out", str(folder)])
    assert made.exit_code == 0, made.stderr
    (path,) = folder.glob("*.yaml")
    assert runner.invoke(main, ["check", str(path)]).exit_code == 0
    done = runner.invoke(main, ["run", str(path), "--draws", "200", "--json"])
    assert done.exit_code == 0, done.stderr
    record = json.loads(done.stdout)
    assert isinstance(record, dict)
    return record


@pytest.mark.parametrize(
    ("home", "away"),
    [
        ("Osh", "Kashgar"),
        ("Lyon", "Turin"),
        ("Ushuaia", "Punta Arenas"),
        ("Suva", "Apia"),
        ("Springfield, Illinois", "Springfield, Missouri"),
        ("Магнитогорск", "Көкшетау"),
        ("São Paulo", "Zürich"),
        ("Ramallah", "Berbera"),
    ],
)
def test_any_two_cities(tmp_path: Path, home: str, away: str) -> None:
    record = study_of(tmp_path, home, away)
    assert len(record["proposals"]) == 10  # type: ignore[arg-type]
    flight = record["proposals"][0]  # type: ignore[index]
    assert flight["state"] == "studied" or flight["why_text"]["en"]


def test_the_example_is_what_new_writes(tmp_path: Path) -> None:
    CliRunner().invoke(main, ["new", "Osh", "Kashgar", "--out", str(tmp_path)])
    lines = (tmp_path / "osh-kashgar.yaml").read_text(encoding="utf-8").splitlines()
    kept = (ROOT / "examples" / "osh-kashgar.yaml").read_text(encoding="utf-8").splitlines()
    undated = [line for line in lines if not line.startswith("date:")]
    assert undated == [line for line in kept if not line.startswith("date:")]
