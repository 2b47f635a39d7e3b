"""Faults of the ground have sentences in three languages, with everything they tell filled in."""

import re
from pathlib import Path

import numpy as np
import pytest

from egiz.errors import Fault, InputError
from egiz.facts.surface.read import read_areas
from egiz.facts.terrain import open_terrain
from egiz.proposals.fast_rail.corridor import field_of
from egiz.report.words import Words
from egiz.world.place import LANGUAGES
from facts.terrain_case import write_hgt

SOURCE = Path(__file__).parents[2] / "src/egiz"
FILES = ("facts/terrain/*.py", "facts/surface/*.py", "proposals/fast_rail/corridor.py")


def told(path: Path) -> list[Fault]:
    """Faults of many kinds, as they are met."""
    write_hgt(path, 51, 71)
    (path / "N52E071.hgt").write_bytes(b"short")
    (path / "astana.hgt").write_bytes(b"\0\0")
    (path / "a.geojson").write_text(
        '{"type": "FeatureCollection", "features": [{"properties": {"surface": "x", "weight": "y"},'
        ' "geometry": {"type": "Point", "coordinates": [1, 2]}}]}'
    )
    good = path / "good"
    good.mkdir()
    write_hgt(good, 51, 71)
    faults: list[Fault] = []
    for act in (
        lambda: open_terrain(path),
        lambda: open_terrain(path / "none"),
        lambda: read_areas(path / "a.geojson"),
        lambda: field_of(np.array([(51.2, 71.2), (51.7, 71.9)]), open_terrain(good), 500.0, 3e4),
        lambda: field_of(np.array([(0.0, -30.0), (51.7, 71.9)]), open_terrain(), 2000.0, 1e4),
        lambda: field_of(np.array([(50.0, 20.0), (51.7, 91.9)]), open_terrain(), 50.0, 1e4),
        lambda: field_of(np.array([(51.5, -0.1), (48.85, 2.35)]), open_terrain(), 1000.0, 3e4),
        lambda: field_of(np.array([(95.0, 0.0)]), open_terrain(), 1000.0, 3e4),
    ):
        with pytest.raises(InputError) as error:
            act()
        faults.extend(error.value.faults)
    return faults


def test_every_fault_is_said(tmp_path: Path) -> None:
    words = Words.of(("egiz.facts",))
    faults = told(tmp_path)
    assert len({fault.key for fault in faults}) >= 12
    for language in LANGUAGES:
        for fault in faults:
            sentence = words.say(language, f"fault-{fault.key}", fault.values)
            assert sentence
            assert "{" not in sentence
            for value in fault.values.values():
                if isinstance(value, str):
                    assert value in sentence.replace("\u2068", "").replace("\u2069", "")


def test_every_key_in_the_code_has_words() -> None:
    keys: set[str] = set()
    for files in FILES:
        for path in SOURCE.glob(files):
            keys |= set(re.findall(r'"((?:line|terrain|surface)-[a-z-]+)"', path.read_text(encoding="utf-8")))
    assert len(keys) > 20
    ids = Words.of(("egiz.facts",)).ids
    for language in LANGUAGES:
        assert not sorted(key for key in keys if f"fault-{key}" not in ids[language])
