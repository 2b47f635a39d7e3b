"""The floors of the house: a file imports only from lower ones, and importing does nothing."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "egiz"
MAY_TOUCH_FILES = {"facts", "study", "report", "city", "groups", "web", "cli"}
FILE_WORDS = {"open", "read_text", "write_text", "read_bytes", "write_bytes", "mkdir", "unlink"}


def test_imports_go_down_only() -> None:
    lint = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(
        [sys.executable, "-c", lint], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def calls(path: Path) -> set[str]:
    """Names of everything that a module calls."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            target = node.func
            found.add(target.attr if isinstance(target, ast.Attribute) else getattr(target, "id", ""))
    return found


@pytest.mark.parametrize("floor", sorted(entry.name for entry in SOURCE.iterdir() if entry.name[0] != "_"))
def test_only_the_upper_floors_touch_files(floor: str) -> None:
    if floor in MAY_TOUCH_FILES or floor in {"py.typed", "errors.py"}:
        return
    for path in (SOURCE / floor).rglob("*.py"):
        assert not calls(path) & FILE_WORDS, path


def test_one_place_owns_randomness() -> None:
    owners = {path.name for path in SOURCE.rglob("*.py") if {"default_rng", "Generator"} & calls(path)}
    assert owners == {"draw.py"}


def test_no_clock_and_no_environment_in_a_run() -> None:
    asked = {"now", "utcnow", "getenv", "perf_counter", "monotonic"}
    clocks = {str(path.relative_to(SOURCE)) for path in SOURCE.rglob("*.py") if asked & calls(path)}
    assert clocks == {"city/clock.py"}
    today = {path.parent.name for path in SOURCE.rglob("*.py") if "today" in calls(path)}
    assert today == {"cli"}


@pytest.mark.parametrize(("floor", "contract"), [("engines", "Engines"), ("proposals", "Kinds")])
def test_every_engine_and_kind_is_held_apart(floor: str, contract: str) -> None:
    known = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = known["tool"]["importlinter"]["contracts"]
    listed = next(one["modules"] for one in contracts if one["name"].startswith(contract))
    entries = {entry.stem for entry in (SOURCE / floor).iterdir() if entry.name[0] != "_"}
    assert {name.rpartition(".")[2] for name in listed} == entries - {"kind", "loop"}
