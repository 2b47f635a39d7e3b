"""What ships is small, described and credited."""

import re
from pathlib import Path

import pytest

from egiz.facts.shipped import shipped_lines

TOP = Path(__file__).resolve().parents[2]
DATA = TOP / "src/egiz/facts/data"
FILES = sorted(DATA.iterdir())


def test_the_embedded_world_is_small() -> None:
    assert sum(file.stat().st_size for file in FILES) < 8_000_000


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_file_is_described(file: Path) -> None:
    assert f"`{file.name}`" in (TOP / "docs/data.md").read_text(encoding="utf-8")


def test_every_package_is_credited() -> None:
    """Packages and versions that the tools fetch stand in the notices."""
    notice = (TOP / "NOTICE.md").read_text(encoding="utf-8")
    text = "\n".join(tool.read_text(encoding="utf-8") for tool in sorted((TOP / "tools").glob("build_*.py")))
    wanted = re.findall(r'^[A-Z_]+ = \("([^"]+)", "([^"]+)"\)$', text, re.MULTILINE)
    assert len(wanted) >= 6
    for name, version in wanted:
        assert f"{name} {version.split('+')[0]}" in notice


def test_tables_have_no_broken_lines() -> None:
    for name, columns in {
        "city.txt.z": 10,
        "airport.txt.z": 10,
        "airfield.txt.z": 3,
        "country.txt.z": 10,
        "admin.txt.z": 4,
    }.items():
        assert {line.count("\t") + 1 for line in shipped_lines(name)} == {columns}
