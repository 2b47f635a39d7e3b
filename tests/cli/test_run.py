"""`egiz run` through the front door: its files, its promises, and how it ends."""

from __future__ import annotations

import json
import os
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import jsonschema
import openpyxl
import pytest

ROOT = Path(__file__).parents[2]
FILES = {"study.json", "report.html", "study.xlsx", "map.gpkg", "sources.csv", "timetable.zip"}
FEW = ("--draws", "500")


def environment(more: Mapping[str, str] | None = None) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT / "src"), **(more or {})}


def egiz(
    *words: str, more: Mapping[str, str] | None = None, cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "egiz.cli", *words]
    return subprocess.run(
        command, cwd=cwd, env=environment(more), capture_output=True, text=True, check=False, timeout=120
    )


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, subprocess.CompletedProcess[str]]:
    folder = tmp_path_factory.mktemp("run")
    result = egiz("run", "astana-chelyabinsk", "--scenario", "daily", *FEW, cwd=folder)
    assert result.returncode == 0, result.stderr
    return folder / "out" / "astana-chelyabinsk", result


Done = tuple[Path, subprocess.CompletedProcess[str]]


def test_it_ends_with_a_table_and_five_files(done: Done) -> None:
    folder, result = done
    assert {path.name for path in folder.iterdir()} == FILES
    assert "Passengers a year" in result.stdout
    assert "out/astana-chelyabinsk" in result.stdout
    assert not result.stderr
    assert max(len(line) for line in result.stdout.splitlines()) <= 100


def test_the_record_keeps_to_its_schema(done: Done) -> None:
    record = json.loads((done[0] / "study.json").read_text(encoding="utf-8"))
    schema = json.loads((ROOT / "docs" / "study.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(record, schema)
    assert [scenario["name"] for scenario in record["scenarios"]] == ["as-agreed", "daily"]
    unstudied = {item["id"] for item in record["proposals"] if item["state"] == "not-studied"}
    assert {"logistics", "food", "groups"} <= unstudied
    assert all(item["why_text"]["kk"] for item in record["proposals"] if item["id"] in unstudied)


def test_every_figure_leads_down_to_sources(done: Done) -> None:
    record = json.loads((done[0] / "study.json").read_text(encoding="utf-8"))
    sources = {source["key"] for source in record["sources"]}
    for result in record["results"]:
        nodes = result["nodes"]
        for answer in result["answers"]:
            for figure in answer["figures"]:
                assert figure["key"] in nodes
                assert figure["unit"]
        for node in nodes.values():
            assert all(need["key"] in nodes for need in node["needs"])
            if node["how"]["by"] == "input":
                assert node["how"]["source"] in sources | {"agreement", "scenario", "engine"}


def test_the_table_opens_in_a_spreadsheet(done: Done) -> None:
    book = openpyxl.load_workbook(done[0] / "study.xlsx")
    assert len(book.sheetnames) >= 4
    cells = [cell.value for row in book.worksheets[1].iter_rows() for cell in row]
    assert any(isinstance(value, int | float) for value in cells)


def test_the_map_is_a_geopackage(done: Done) -> None:
    with sqlite3.connect(done[0] / "map.gpkg") as base:
        assert base.execute("PRAGMA application_id").fetchone()[0] == 0x47504B47
        layers = [row[0] for row in base.execute("SELECT table_name FROM gpkg_contents")]
        assert layers
        counts = {layer: base.execute(f"SELECT count(*) FROM {layer}").fetchone()[0] for layer in layers}
    assert all(counts.values())


def test_json_prints_the_record_and_nothing_else(done: Done, tmp_path: Path) -> None:
    words = ("run", "astana-chelyabinsk", "--scenario", "daily", *FEW, "--json")
    printed = egiz(*words, cwd=tmp_path)
    assert printed.stdout == (done[0] / "study.json").read_text(encoding="utf-8")
    assert not printed.stderr
    assert not list(tmp_path.iterdir())


def test_the_same_input_gives_the_same_bytes(done: Done, tmp_path: Path) -> None:
    words = ("run", "astana-chelyabinsk", "--scenario", "daily", *FEW, "--out", str(tmp_path / "again"))
    result = egiz(*words, more={"PYTHONHASHSEED": "4242", "TZ": "Asia/Tokyo", "LANG": "C"})
    assert result.returncode == 0, result.stderr
    for name in FILES:
        assert (tmp_path / "again" / name).read_bytes() == (done[0] / name).read_bytes(), name


def test_two_seeds_tell_the_same_story(done: Done) -> None:
    one = json.loads((done[0] / "study.json").read_text(encoding="utf-8"))
    printed = egiz("run", "astana-chelyabinsk", "--draws", "4000", "--seed", "7", "--json")
    other = json.loads(printed.stdout)
    key = "direct-flight.yearly_passengers"
    middles = [
        next(f for f in record["results"][0]["answers"][0]["figures"] if f["key"] == key)["middle"]
        for record in (one, other)
    ]
    assert middles[0] == pytest.approx(middles[1], rel=0.1)
    assert middles[0] != middles[1]


def test_an_early_study_sees_only_what_was_known(tmp_path: Path) -> None:
    record = json.loads(egiz("run", "astana-chelyabinsk", *FEW, "--as-of", "2017-07-31", "--json").stdout)
    nodes = record["results"][0]["nodes"].values()
    known = [node["how"]["known_from"] for node in nodes if node["how"]["by"] == "input"]
    assert max(known) <= "2017-07-31"
    assert record["timeless"]
    assert record["projected"]
    labels = {label["id"] for label in record["axes"]["direct-flight.aircraft"]["labels"]}
    assert "E190E2" not in labels
    assert "CRJ200" in labels


def test_sobol_on_request(done: Done) -> None:
    printed = egiz("run", "astana-chelyabinsk", "--draws", "512", "--sobol", "--json")
    assert printed.returncode == 0, printed.stderr
    one, other = json.loads((done[0] / "study.json").read_text()), json.loads(printed.stdout)
    told = [record["results"][0]["answers"][0]["figures"] for record in (one, other)]
    middles = [next(figure["middle"] for figure in figures if "middle" in figure) for figures in told]
    assert middles[0] == pytest.approx(middles[1], rel=0.15)


def test_a_file_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "notes.txt").write_text("mine")
    assert egiz("run", "astana-chelyabinsk", *FEW, "--out", str(folder)).returncode == 0
    assert (folder / "notes.txt").read_text() == "mine"
    assert {path.name for path in folder.iterdir()} == FILES | {"notes.txt"}
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


def test_a_full_disk_leaves_nothing_half_written(tmp_path: Path) -> None:
    folder = tmp_path / "out"

    def little_room() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))

    result = subprocess.run(
        [sys.executable, "-B", "-m", "egiz.cli", "run", "astana-chelyabinsk", *FEW, "--out", str(folder)],
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        preexec_fn=little_room,
    )
    assert result.returncode == 2, result.stderr
    assert str(folder) in result.stderr
    assert "Traceback" not in result.stderr
    assert not list(tmp_path.iterdir())


def test_an_interrupt_ends_quietly(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "egiz.cli", "run", "astana-chelyabinsk", "--draws", "100000"]
    running = subprocess.Popen(
        [*command, "--out", str(tmp_path / "out")],
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    time.sleep(1.5)
    running.send_signal(signal.SIGINT)
    printed, said = running.communicate(timeout=60)
    assert running.returncode == 2, said
    assert "Traceback" not in said
    assert not printed
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("after", ["time.sleep(30)", "raise RuntimeError('no compiled object yet')"])
def test_an_interrupt_that_a_library_swallows_is_heard(after: str) -> None:
    program = f"""
import contextlib, os, signal, time
from egiz.cli.ending import faults_told
with faults_told("en"):
    with contextlib.suppress(KeyboardInterrupt):
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(0.1)
    {after}
"""
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=environment(),
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
    )
    assert done.returncode == 2, done
    assert "Traceback" not in done.stderr
    assert done.stderr.strip()
