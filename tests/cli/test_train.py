"""`egiz train` through the front door."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from egiz.cli import main
from egiz.report.train import schema_text, told_minutes
from egiz.study.train.answer import Band

ROOT = Path(__file__).parents[2]
LINE = """\
km,height_m,limit_kmh,radius_m,tunnel
0,240,80,,
4,241,300,,0
40,300,300,-7000,
45,310,300,,1
50,290,300,,
110,250,300,,
216,220,80,,
220,219,80,,
"""


def egiz(*words: str) -> Result:
    return CliRunner().invoke(main, ("train", *words))


def written(folder: Path, text: str | bytes = LINE) -> str:
    path = folder / "line.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(path)


def refused(result: Result, *said: str) -> str:
    assert result.exit_code == 2, result.output
    assert not result.stdout
    assert "Traceback" not in result.stderr
    for part in said:
        assert part in result.stderr, result.stderr
    return result.stderr


def asked(path: str, *more: str) -> dict[str, object]:
    result = egiz(path, "--train", "velaro-rus", "--json", *more)
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def test_the_published_schema_is_that_of_the_records() -> None:
    assert (ROOT / "docs" / "train.schema.json").read_text("utf-8") == schema_text()


def test_a_document_keeps_to_the_schema_and_holds_together(tmp_path: Path) -> None:
    answer = asked(written(tmp_path), "--stops", "0,110,220")
    jsonschema.validate(answer, json.loads(schema_text()))
    legs, whole = answer["legs"], answer["whole"]
    assert [(leg["from_km"], leg["to_km"]) for leg in legs] == [(0, 110), (110, 220)]  # type: ignore[attr-defined]
    for name in ("minutes", "least_minutes", "drawn_kwh"):
        band = whole[name]  # type: ignore[index]
        assert band["low"] <= band["middle"] <= band["high"]
    inside = sum(leg["minutes"]["middle"] for leg in legs)  # type: ignore[attr-defined]
    stop = whole["minutes"]["middle"] - inside  # type: ignore[index]
    assert 1.5 < stop < 3.0
    assert max(answer["speed"]["kmh"]) == pytest.approx(250, abs=0.1)  # type: ignore[index]
    facts = {fact["key"]: fact for fact in answer["facts"]}  # type: ignore[attr-defined]
    assert facts["traction_power@velaro-rus"]["source"] == "wikipedia_velaro_rus"
    assert facts["resistance_square@velaro-rus"]["status"] == "memory"


def test_minutes_are_no_finer_than_their_band() -> None:
    assert told_minutes(Band(53.4, 56.6, 61.2)) == (53, 57, 61)
    assert told_minutes(Band(291.0, 323.0, 358.0)) == (290, 320, 360)
    assert told_minutes(Band(57.0, 57.0, 57.0)) == (57, 57, 57)
    assert told_minutes(Band(1.8, 2.0, 2.3)) == (2, 2, 2)


def test_the_same_line_is_told_alike_each_time(tmp_path: Path) -> None:
    path = written(tmp_path)
    assert asked(path) == asked(path)


def test_coasting_saves_energy_in_the_same_time(tmp_path: Path) -> None:
    path = written(tmp_path)
    waits, rolls = asked(path)["whole"], asked(path, "--coast")["whole"]
    assert rolls["minutes"]["middle"] == pytest.approx(waits["minutes"]["middle"], rel=1e-5)  # type: ignore[index]
    assert rolls["net_kwh_per_km"]["middle"] < waits["net_kwh_per_km"]["middle"]  # type: ignore[index]


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_a_table_in_every_language(tmp_path: Path, language: str) -> None:
    result = egiz(written(tmp_path), "--train", "velaro-rus", "--stops", "0,110,220", "--lang", language)
    assert result.exit_code == 0, result.stderr
    lines = result.stdout.splitlines()
    assert lines[0].startswith("Velaro RUS")
    assert any(line.lstrip().startswith("0 → 220") for line in lines)
    assert max(map(len, lines)) <= 100
    assert "{" not in result.stdout


def test_every_fault_at_once(tmp_path: Path) -> None:
    text = "km,height_m,limit_kmh\n0,a,1\n5,3,3000\n7,3\n9,,100\n"
    said = refused(egiz(written(tmp_path, text), "--train", "velar", "--stops", "0,x,5"))
    for part in ("velaro-rus", '"x"', "  2  ", "  3  ", "  4  ", "  5  ", '"a"', "3000"):
        assert part in said
    said = refused(egiz(written(tmp_path), "--train", "velaro-rus", "--stops", "5,300,2"), "300", "220")
    assert "--stops" not in said
    refused(egiz(written(tmp_path)), "--train", "talgo-250")
    path = str(tmp_path / "none.csv")
    refused(egiz(path, "--train", "velaro-rus"), "none.csv", "mend the path", "km, height_m, limit_kmh")
    refused(egiz(str(tmp_path), "--train", "velaro-rus"), str(tmp_path))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "empty"),
        ("km,height_m\n0,1\n1,1\n", "limit_kmh"),
        ("km,hight_m,limit_kmh\n0,1,9\n1,1,9\n", "height_m?"),
        ("km,km,height_m,limit_kmh\n0,0,1,90\n1,1,1,90\n", "twice"),
        ("km;height_m;limit_kmh\n0;1;90\n", "not known"),
        ("km,height_m,limit_kmh\n0,1,90\n", "too few rows (1)"),
        (
            "km,height_m,limit_kmh\n0,1,90\n3,1,90\n2,1,90\n2,1,90\n",
            "km 2 does not lie beyond the row before, km 3",
        ),
        ("km,height_m,limit_kmh\n0,1,90\n1,700,90\n", "699 permille"),
        ("km,height_m,limit_kmh,radius_m\n0,1,90,20\n1,1,90,\n", "20; no train"),
        ('km,height_m,limit_kmh\n0,"1,90\n', "not CSV"),
        (b"km,height_m,limit_kmh\n0,1,\xff\n", "UTF-8"),
        ("km,height_m,limit_kmh\n0,0,90\n2,0,90\n22,2200,90\n", "does not climb"),
        ("km,height_m,limit_kmh\n0,2200,90\n20,0,90\n22,0,90\n", "brakes"),
    ],
)
def test_a_profile_that_cannot_be(tmp_path: Path, text: str | bytes, said: str) -> None:
    refused(egiz(written(tmp_path, text), "--train", "generic-300"), said)


def test_many_faults_of_a_sort_are_counted(tmp_path: Path) -> None:
    text = "km,height_m,limit_kmh\n" + "".join(f"{row},x,90\n" for row in range(50))
    assert refused(egiz(written(tmp_path, text), "--train", "generic-300"), "30").count('"x"') == 20


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200))
def test_no_file_ends_in_a_traceback(tmp_path: Path, noise: bytes) -> None:
    for content in (noise, b"km,height_m,limit_kmh\n" + noise):
        result = egiz(written(tmp_path, content), "--train", "generic-300")
        assert result.exit_code in {0, 2}
        assert result.exception is None or isinstance(result.exception, SystemExit)


def test_a_hill_that_some_draws_do_not_climb(tmp_path: Path) -> None:
    path = written(tmp_path, "km,height_m,limit_kmh\n0,0,160\n1,0,160\n41,1600,160\n50,1600,160\n")
    answer = json.loads(egiz(path, "--train", "loco-160", "--json").stdout)
    assert 0.0 < answer["stalled_share"] < 0.5
    said = egiz(path, "--train", "loco-160").stdout
    assert "does not climb the line; they are left out" in said.replace("\n  ", " ")
