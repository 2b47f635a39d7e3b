"""`egiz align` through the front door."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import numpy as np
import pytest
from click.testing import CliRunner, Result

from egiz.cli import main
from egiz.report.align import schema_text
from egiz.world.sphere import distance_km

ROOT = Path(__file__).parents[2]
NEAR = ("--from", "61.40,55.16", "--to", "61.90,54.80", "--cell", "500")
DATE_LINE = ("--from", "179.4,66.8", "--to", "-179.5,66.9", "--cell", "1000")
TILE = ("--from", "61.35,55.5", "--to", "61.65,55.5", "--margin", "5")
SIDE = 1201
"""Heights along a side of a tile of three seconds."""


def egiz(*words: str) -> Result:
    return CliRunner().invoke(main, ("align", *words))


def refused(*words: str) -> str:
    result = egiz(*words)
    assert result.exit_code == 2, result.output
    assert not result.stdout
    assert "Traceback" not in result.stderr
    assert "{" not in result.stderr
    return result.stderr


def asked(*words: str) -> dict[str, object]:
    result = egiz(*words, "--json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def tile(folder: Path, height: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> str:
    path = folder / "N55E061.hgt"
    path.write_bytes(np.broadcast_to(height, (SIDE, SIDE)).astype(">i2").tobytes())
    return str(path)


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
    assert line["profile"] is None, "the embedded relief is no ground"
    assert all(piece["structure"] is None for piece in line["pieces"])
    assert answer["terrain"]["name"] == "ETOPO5"  # type: ignore[index]
    ends = [(piece["from_km"], piece["to_km"]) for piece in line["pieces"]]
    assert all(one[1] == other[0] for one, other in pairwise(ends))
    assert ends[-1][1] == pytest.approx(line["length_km"], abs=0.01)


def test_a_line_tells_its_run_and_the_train() -> None:
    (line,) = asked(*NEAR)["alternatives"]  # type: ignore[misc]
    run = line["run"]
    assert run["train"] == "generic-300"
    minutes = run["minutes"]
    assert line["length_km"] / 300.0 * 60.0 < minutes["low"] < minutes["middle"] < minutes["high"]
    (stopping,) = asked(*NEAR, "--via", "61.65,54.98")["alternatives"]  # type: ignore[misc]
    assert stopping["run"]["minutes"]["middle"] > minutes["middle"] + 3.0, "it stops and starts again"


@pytest.mark.parametrize(("speed", "train"), [("160", "generic-300"), ("301", "generic-350")])
def test_the_train_is_the_slowest_that_reaches_the_speed(speed: str, train: str) -> None:
    (line,) = asked(*NEAR, "--speed", speed)["alternatives"]  # type: ignore[misc]
    assert line["run"]["train"] == train


def test_no_train_is_made_up_for_a_line_faster_than_all() -> None:
    (line,) = asked(*NEAR, "--speed", "400")["alternatives"]  # type: ignore[misc]
    assert line["run"]["top_kmh"] == 350.0
    assert "No train of the facts reaches" in egiz(*NEAR, "--speed", "400").stdout


def test_the_geometry_is_as_long_as_the_line_says() -> None:
    (line,) = asked(*NEAR)["alternatives"]  # type: ignore[misc]
    vertices = line["geometry"]["coordinates"]
    assert vertices[0] == pytest.approx([61.40, 55.16], abs=1e-5)
    assert vertices[-1] == pytest.approx([61.90, 54.80], abs=1e-5)
    length = sum(distance_km(*one[::-1], *other[::-1]) for one, other in pairwise(vertices))
    assert length == pytest.approx(line["length_km"], rel=1e-3)


def test_the_same_line_is_told_alike_each_time(tmp_path: Path) -> None:
    for name in ("line.gpkg", "line.geojson"):
        for folder in ("one", "two"):
            assert egiz(*NEAR, "--out", str(tmp_path / folder / name)).exit_code == 0
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()
    assert asked(*NEAR) == asked(*NEAR)


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_a_table_in_every_language(language: str) -> None:
    result = egiz(*NEAR, "--lang", language)
    assert result.exit_code == 0, result.stderr
    lines = result.stdout.splitlines()
    assert lines[0].startswith("61.4000,55.1600 → 61.9000,54.8000")
    assert max(map(len, lines)) <= 100
    assert "{" not in result.stdout
    assert "ETOPO5" in result.stdout


def test_a_line_across_the_date_line_is_cut_there(tmp_path: Path) -> None:
    path = tmp_path / "line.geojson"
    assert egiz(*DATE_LINE, "--out", str(path)).exit_code == 0
    features = json.loads(path.read_text("utf-8"))["features"]
    (line,) = [one for one in features if one["properties"]["layer"] == "lines"]
    assert line["geometry"]["type"] == "MultiLineString"
    west, east = line["geometry"]["coordinates"]
    assert west[-1][0] == 180.0
    assert east[0] == [-180.0, west[-1][1]]
    for one in features:
        if one["properties"]["layer"] == "pieces":
            assert len({vertex[0] > 0 for vertex in one["geometry"]["coordinates"]}) == 1
    assert line["properties"]["length_km"] < 80.0


def test_a_line_leads_over_the_pole() -> None:
    answer = asked("--from", "10,-89.5", "--to", "-170,-89.5", "--cell", "1000")
    (line,) = answer["alternatives"]  # type: ignore[misc]
    assert line["length_km"] == pytest.approx(111.7, abs=1.5)


def test_a_geopackage_holds_lines_pieces_and_stations(tmp_path: Path) -> None:
    path = tmp_path / "line.gpkg"
    words = (*NEAR, "--via", "61.6,54.95", "--alternatives", "2", "--out", str(path))
    assert egiz(*words).exit_code == 0
    with closing(sqlite3.connect(path)) as base:
        assert base.execute("PRAGMA application_id").fetchone() == (0x47504B47,)
        layers = base.execute("SELECT table_name FROM gpkg_contents").fetchall()
        assert layers == [("lines",), ("pieces",), ("stations",)]
        lines = base.execute("SELECT length_km, cost_usd_middle FROM lines").fetchall()
        assert lines
        assert [cost for _, cost in lines] == sorted(cost for _, cost in lines)
        kilometres = [km for (km,) in base.execute("SELECT km FROM stations WHERE alternative = 1")]
        assert kilometres == sorted(kilometres)
        assert len(kilometres) == 3
        (length,) = base.execute("SELECT sum(to_km - from_km) FROM pieces WHERE alternative = 1").fetchone()
        assert length == pytest.approx(lines[0][0], abs=0.01)


def test_fine_terrain_of_the_user_gives_a_profile(tmp_path: Path) -> None:
    east = np.linspace(0.0, 1.0, SIDE)
    answer = asked(*TILE, "--terrain", tile(tmp_path, 300.0 + 40.0 * np.sin(east * 60.0)))
    (line,) = answer["alternatives"]  # type: ignore[misc]
    assert answer["terrain"]["own"]  # type: ignore[index]
    assert max(line["profile"]["ground_m"]) == pytest.approx(340.0, abs=5.0)
    assert 0.0 < line["grade_permille"] <= 20.0
    assert {piece["structure"] for piece in line["pieces"]} & {"fill", "cut"}
    assert line["structures"]["share"]["low"] == line["structures"]["share"]["high"], "the ground is known"


def test_the_place_that_is_too_steep_is_named(tmp_path: Path) -> None:
    east = np.linspace(0.0, 1.0, SIDE)
    path = tile(tmp_path, np.where(east > 0.5, 2500.0, 100.0))
    said = refused(*TILE, "--terrain", path, "--grade", "10")
    assert "no line gets past" in said
    assert "longer" in said
    assert "10 ‰" in said
    assert "61." in said


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_every_fault_at_once(language: str, tmp_path: Path) -> None:
    words = ("--from", "61.4", "--to", "a,b", "--via", "55.1,161.4", "--speed", "x", "--grade", "0")
    more = ("--alternatives", "2.5", "--cell", "-5", "--margin", "1e9", "--out", "lines.txt")
    files = ("--terrain", str(tmp_path / "none.tif"), "--surface", str(tmp_path / "none.gpkg"))
    said = refused(*words, *more, *files, "--lang", language)
    for part in (
        "61.4",
        "a,b",
        "161.4,55.1",
        '"x"',
        "none.tif",
        "none.gpkg",
        "lines.txt",
        "2.5",
        "-5",
        "1e9",
    ):
        assert part.strip('"') in said
    assert len(said.splitlines()) == 11


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "--from is missing"),
        (("--from", "61.4,55.16"), "--to is missing"),
        (("--from", "61.4;55.16", "--to", "61.9,54.8"), "comma between"),
        (("--from", "1_0,50", "--to", "61.9,54.8"), "comma between"),
        (("--from", "nan,50", "--to", "61.9,54.8"), "comma between"),
        (("--from", "1,2,3", "--to", "61.9,54.8"), "comma between"),
        (("--from", "400,50", "--to", "61.9,54.8"), "off the Earth"),
        (("--from", "61.4,55.16", "--to", "61.4,55.16"), "nearer than 1 km"),
        (("--from", "10,50", "--to", "-170,-50"), "opposite"),
        (("--from", "-6,46", "--to", "2,47", "--cell", "1000"), "sea"),
        (("--from", "-30,40", "--to", "-20,40"), "point 2"),
        (("--from", "144.96,-37.81", "--to", "147.33,-42.88", "--cell", "1000"), "sea"),
        (("--from", "-9,38.9", "--to", "130,45", "--cell", "250"), "GB"),
        (
            ("--from", "61.40,55.16", "--to", "61.50,55.30", "--via", "61.41,55.17", "--speed", "450"),
            "the largest speed that fits is 144",
        ),
        (("--from", "61.4,55.16", "--to", "61.9,54.8", "--speed", "1000"), "from 60 to 450"),
        (("--from", "61.4,55.16", "--to", "61.9,54.8", "--speed", "nan"), "from 60 to 450"),
        (("--from", "61.4,55.16", "--to", "61.9,54.8", "--grade", "200"), "from 1 to 60"),
        (("--from", "61.4,55.16", "--to", "61.9,54.8", "--alternatives", "1000"), "from 1 to 8"),
        (
            ("--from", "61.4,55.16", "--to", "61.4,55.17", "--via", "61.42,55.165"),
            "no line exists that turns",
        ),
        (("--from", "61.4,55.16", "--to", "61.42,55.16", "--speed", "450"), "vertical curves"),
        (("--from", "90,90", "--to", "90,-90"), "opposite"),
        (("--from", "86.9,27.7", "--to", "86.9,28.3", "--grade", "1", "--cell", "1000"), "longer"),
        (("--from", "61.4,55.16", "--to", "61.9,54.8", "--margin", "1000", "--cell", "250"), "GB"),
        (("--from", "108,53.5", "--to", "109.5,53.3", "--cell", "1000"), "lake"),
        (("--from", "61.4,55.16", "--to", "61.9,54.8", "--lang", "de"), "de"),
    ],
)
def test_bad_input_is_told_with_its_mend(words: tuple[str, ...], said: str) -> None:
    assert said in refused(*words)


def test_a_lake_that_parts_the_strip_is_passed_by_looking_farther_around() -> None:
    ends = ("--from", "71.43,51.13", "--to", "76.95,43.25", "--speed", "250", "--cell", "1000")
    assert "wide at its narrowest" in refused(*ends, "--margin", "120"), "who names a margin keeps it"
    (line,) = asked(*ends)["alternatives"]  # type: ignore[misc]
    assert 970.0 < line["length_km"] < 1250.0


@pytest.mark.parametrize(
    ("ends", "near"),
    [(("15.09,37.5", "14.51,35.9"), ", IT)"), (("140.74,40.82", "141.35,43.06"), ", JP)")],
)
def test_the_water_that_bars_the_way_is_named(ends: tuple[str, str], near: str) -> None:
    said = refused("--from", ends[0], "--to", ends[1], "--cell", "1000")
    assert near in said
    assert "km wide at its narrowest" in said


def test_too_many_points_are_refused() -> None:
    via = tuple(word for east in range(60) for word in ("--via", f"{60 + east / 10:.1f},55"))
    assert "40" in refused("--from", "59,55", "--to", "67,55", *via)


def test_what_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("here first")
    said = refused(*NEAR, "--out", str(tmp_path / "file" / "line.gpkg"))
    assert "file" in said
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_profile_is_drawn_over_fine_terrain_alone(tmp_path: Path) -> None:
    out = tmp_path / "line.svg"
    assert "no profile can be drawn" in refused(*NEAR, "--out", str(out))
    assert not out.exists()
    east = np.linspace(0.0, 1.0, SIDE)
    path = tile(tmp_path, 300.0 + 40.0 * np.sin(east * 60.0))
    assert egiz(*TILE, "--terrain", path, "--out", str(out)).exit_code == 0
    drawing = ElementTree.fromstring(out.read_bytes())
    strokes = [one.get("stroke") for one in drawing.iter() if one.get("fill") == "none"]
    assert len(strokes) > 2
    assert len(set(strokes)) >= 2, "fill and cut"


def hilly(folder: Path) -> tuple[str, ...]:
    east = np.linspace(0.0, 1.0, SIDE)
    north = east[:, np.newaxis]
    return (*TILE, "--terrain", tile(folder, 400.0 + 90.0 * np.sin(east * 70.0) * np.cos(north * 55.0)))


def test_the_marks_of_a_front_are_those_of_brute_force(tmp_path: Path) -> None:
    answer = asked(*hilly(tmp_path), "--cell", "200", "--front", "4")
    jsonschema.validate(answer, json.loads(schema_text()))
    lines = answer["alternatives"]
    assert [line["rules"]["speed_kmh"] for line in lines] == [150.0, 200.0, 250.0, 300.0]  # type: ignore[attr-defined]
    spots = [(line["cost_usd"]["middle"], line["run"]["minutes"]["middle"]) for line in lines]  # type: ignore[attr-defined]
    for line, (cost, time) in zip(lines, spots, strict=True):  # type: ignore[call-overload]
        beaten = any(
            other <= cost and faster <= time and (other, faster) != (cost, time) for other, faster in spots
        )
        assert line["unbeaten"] is not beaten
    assert any(line["unbeaten"] for line in lines)  # type: ignore[attr-defined]


def test_every_line_of_a_front_obeys_the_standard_of_its_speed(tmp_path: Path) -> None:
    lines = asked(*hilly(tmp_path), "--cell", "200", "--front", "3", "--grade", "15")["alternatives"]
    radii = [line["rules"]["radius_m"] for line in lines]  # type: ignore[attr-defined]
    assert radii == sorted(set(radii)), "faster lines keep to larger radii"
    for line in lines:  # type: ignore[attr-defined]
        rules, profile = line["rules"], line["profile"]
        assert line["radius_m"] is None or line["radius_m"] >= rules["radius_m"] * 0.999
        assert line["grade_permille"] <= rules["grade_permille"] + 1e-6
        km, level = np.array(profile["km"]), np.array(profile["level_m"])
        rounding = 0.1 / np.diff(km)
        assert (np.abs(np.diff(level) / np.diff(km)) <= 15.0 + rounding + 0.5).all()


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_a_front_as_a_table_and_a_drawing(language: str, tmp_path: Path) -> None:
    out = tmp_path / "front.svg"
    result = egiz(*NEAR, "--front", "3", "--lang", language, "--out", str(out))
    assert result.exit_code == 0, result.stderr
    rows = result.stdout.splitlines()
    assert max(map(len, rows)) <= 100
    assert "{" not in result.stdout
    assert [row.split()[0] for row in rows if row.strip().startswith(("150 ", "225 ", "300 "))] == [
        "150", "225", "300",
    ]  # fmt: skip
    drawing = ElementTree.fromstring(out.read_bytes())
    assert len([one for one in drawing.iter() if one.tag.endswith("circle")]) == 3 + 2, "and the legend"


def test_a_front_in_a_file_has_a_feature_a_line(tmp_path: Path) -> None:
    path = tmp_path / "front.gpkg"
    assert egiz(*NEAR, "--front", "2", "--speed", "200", "--out", str(path)).exit_code == 0
    with closing(sqlite3.connect(path)) as base:
        rows = base.execute("SELECT speed_kmh, train, minutes_low < minutes_high FROM lines").fetchall()
    assert rows == [(100.0, "generic-300", 1), (200.0, "generic-300", 1)]


def test_a_speed_without_a_line_is_told_with_its_reason() -> None:
    short = ("--from", "61.4,55.16", "--to", "61.435,55.16", "--speed", "450", "--front", "3")
    answer = asked(*short)
    speeds = [line["rules"]["speed_kmh"] for line in answer["alternatives"]]  # type: ignore[attr-defined]
    lacking = answer["lacking"]
    assert lacking, "the fastest has no room for its vertical curves"
    assert sorted([*speeds, *(one["speed_kmh"] for one in lacking)]) == [225.0, 337.5, 450.0]  # type: ignore[attr-defined]
    assert all("vertical curves" in one["why"] for one in lacking)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--front", "1"), "from 2 to 12"),
        (("--front", "2.5"), "from 2 to 12"),
        (("--front", "x"), "from 2 to 12"),
        (("--front", "3", "--alternatives", "2"), "leave one of them out"),
        (("--front", "3", "--speed", "60"), "above 60"),
    ],
)
def test_a_front_that_cannot_be_is_refused(words: tuple[str, ...], said: str) -> None:
    assert said in refused(*NEAR, *words)
