"""A terrain and a surface of the user in a study, through the front door: lines over them, and faults."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from egiz.cli import main
from facts.terrain_case import write_hgt

AGREEMENT = """\
agreement: two-cities
title: Two cities
date: 2024-01
pair: [Chelyabinsk, Miass]
{more}
proposals:
  - id: rail
    kind: fast_rail
    title: Railway
    text: A fast railway.
    terms: {{design: new-250}}
"""
SQUARES = tuple((south, west) for south in (54, 55) for west in (59, 60, 61, 62))
SIDE = (361, 361)
"""Heights each ten seconds: about 300 m."""


@pytest.fixture(scope="module")
def tiles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tiles")
    for square in SQUARES:
        write_hgt(folder, *square, SIDE)
    return folder


def written(folder: Path, more: str = "") -> str:
    (folder / "agreement.yaml").write_text(AGREEMENT.format(more=more), encoding="utf-8")
    return str(folder / "agreement.yaml")


def egiz(*words: str) -> Result:
    return CliRunner().invoke(main, words)


def document(*words: str) -> Mapping[str, object]:
    result = egiz("run", *words, "--json", "--draws", "100")
    assert result.exit_code == 0, result.output
    found: Mapping[str, object] = json.loads(result.stdout)
    return found


def measured(record: Mapping[str, object], name: str) -> Mapping[str, object]:
    (result, *_) = record["results"]  # type: ignore[misc]
    found: Mapping[str, object] = result["nodes"][f"rail.{name}"]["how"]
    return found


def notes(record: Mapping[str, object]) -> str:
    (result, *_) = record["results"]  # type: ignore[misc]
    return " ".join(note["en"] for note in result["answers"][0]["notes"])


def refused(result: Result, *said: str) -> None:
    assert result.exit_code == 2, result.output
    assert not result.stdout
    for part in said:
        assert part in result.stderr, result.stderr


def test_lines_are_laid_over_the_terrain_of_the_agreement_and_lead_back_to_it(
    tmp_path: Path, tiles: Path
) -> None:
    shutil.copytree(tiles, tmp_path / "ground")
    record = document(written(tmp_path, "terrain: ground"))
    assert measured(record, "new_length")["source"] == "ground"
    assert "309 m" in str(measured(record, "new_length")["note"])
    assert "ground" in {one["key"] for one in record["sources"]}  # type: ignore[attr-defined]
    assert "your own terrain" in notes(record)
    assert "embedded relief" not in notes(record)


def test_the_option_goes_before_the_agreement(tmp_path: Path, tiles: Path) -> None:
    path = written(tmp_path, "terrain: nowhere")
    record = document(path, "--terrain", str(tiles))
    assert measured(record, "new_length")["source"] == tiles.name
    refused(egiz("run", path), "nowhere", "5:10", "GeoTIFF")


def test_without_terrain_the_embedded_relief_stands_and_says_how_much_it_resolves(tmp_path: Path) -> None:
    record = document(written(tmp_path))
    assert measured(record, "new_length")["source"] == "engine"
    assert "about nine kilometres" in notes(record)


def test_missing_tiles_are_told_by_name(tmp_path: Path, tiles: Path) -> None:
    shutil.copytree(tiles, tmp_path / "ground")
    (tmp_path / "ground" / "N55E060.hgt").unlink()
    for command in ("run", "check"):
        refused(egiz(command, written(tmp_path, "terrain: ground")), "N55E060", "5:10")
    refused(
        egiz("explain", written(tmp_path), "rail.length", "--terrain", str(tmp_path / "ground")), "N55E060"
    )


def test_land_that_is_closed_on_the_surface_of_a_user_is_kept_off(tmp_path: Path) -> None:
    wall = [[[60.6, 54.2], [60.7, 54.2], [60.7, 55.9], [60.6, 55.9], [60.6, 54.2]]]
    polygons(tmp_path / "wall.geojson", {"type": "Polygon", "coordinates": wall})
    result = egiz("check", written(tmp_path, "surface: wall.geojson"))
    assert result.exit_code == 0
    assert "no line can be laid" in result.stdout
    for name in ("wall.geojson", str(tmp_path / "wall.geojson")):
        shown = (
            written(tmp_path, f"surface: {name}"),
            *(("--surface", name) if "/" in name else ()),
        )
        assert "no line can be laid" in egiz("check", *shown).stdout


def polygons(path: Path, geometry: Mapping[str, object]) -> None:
    feature = {"type": "Feature", "properties": {"surface": "closed"}, "geometry": geometry}
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8")


def test_every_fault_of_both_files_is_told_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    polygons(tmp_path / "road.geojson", {"type": "LineString", "coordinates": [[61, 55], [62, 55]]})
    path = written(tmp_path, "terrain: empty\nsurface: road.geojson")
    refused(egiz("check", path), "neither .tif nor .hgt", "5:10", "LineString", "6:10")
    refused(egiz("check", path, "--lang", "ru"), "empty", "road.geojson")


def test_terrain_without_a_projection_is_refused(tmp_path: Path) -> None:
    rasterio = pytest.importorskip("rasterio")
    frame = {"driver": "GTiff", "height": 2, "width": 2, "count": 1, "dtype": "int16"}
    with (
        pytest.warns(rasterio.errors.NotGeoreferencedWarning),
        rasterio.open(tmp_path / "bare.tif", "w", **frame),
    ):
        pass
    refused(egiz("check", written(tmp_path, "terrain: bare.tif")), "projection", "5:10")


def test_the_line_agreed_is_drawn_in_profile_over_the_terrain_of_the_user(
    tmp_path: Path, tiles: Path
) -> None:
    path = written(tmp_path)
    result = egiz("run", path, "--terrain", str(tiles), "--draws", "100", "--out", str(tmp_path / "out"))
    assert result.exit_code == 0, result.output
    record = json.loads((tmp_path / "out" / "study.json").read_text(encoding="utf-8"))
    (line,) = record["profiles"]
    assert line["proposal"] == "rail"
    assert len(line["km"]) == len(line["ground_m"]) == len(line["level_m"])
    assert line["carried"][-1]["to_km"] == line["km"][-1]
    assert [one["names"]["en"] for one in line["stations"]] == ["Chelyabinsk", "Miass"]
    assert line["stations"][0]["km"] == 0.0
    page = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    for words in ("Profile of the line", "Профиль линии", "Желі профилі"):
        assert page.count(f"<figcaption>{words}") == 1


@pytest.mark.parametrize("side", [None, (61, 61)], ids=["embedded", "coarse"])
def test_no_profile_is_drawn_over_ground_that_nobody_knows(
    tmp_path: Path, side: tuple[int, int] | None
) -> None:
    words: tuple[str, ...] = ()
    if side is not None:
        (tmp_path / "ground").mkdir()
        for square in SQUARES:
            write_hgt(tmp_path / "ground", *square, side)
        words = ("--terrain", str(tmp_path / "ground"))
    record = document(written(tmp_path), *words)
    assert record["profiles"] == []
    assert ("none is drawn" if side else "No profile is drawn") in notes(record)
