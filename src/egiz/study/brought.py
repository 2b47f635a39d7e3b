"""What a study is given beside its facts: files that the command names, or else the agreement."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from egiz.errors import Fault, InputError
from egiz.facts.ground import Ground, Named, open_ground
from egiz.facts.gtfs.record import Feed
from egiz.study.reading import Yaml


@dataclass(frozen=True, slots=True)
class Paths:
    """What a command names; what is empty is left to the agreement."""

    timetable: str = ""
    """A GTFS feed, or a CSV of services."""
    terrain: str = ""
    """A GeoTIFF or ``.hgt`` file, or a folder of them."""
    surface: str = ""
    """Polygons as GeoJSON or GeoPackage."""


@dataclass(frozen=True, slots=True)
class Read:
    """What was read, and every fault of it."""

    feed: Feed | None
    """The timetable; none where there is none."""
    ground: Ground
    """The ground."""
    faults: tuple[Fault, ...]
    """What is wrong with them."""


@dataclass(frozen=True, slots=True)
class Brought:
    """Files that the command names, or else the agreement."""

    folder: Path
    """Folder of the agreement."""
    paths: Paths
    """What the command names."""
    as_of: date | None
    """Day that the command names."""

    def read(self, yaml: Yaml | None) -> Read:
        """Read them all, with every fault."""
        feed, faults = self._timetable(self._named("timetable", self.paths.timetable, yaml))
        heights = self._named("terrain", self.paths.terrain, yaml)
        polygons = self._named("surface", self.paths.surface, yaml)
        try:
            return Read(feed, open_ground(heights, polygons), faults)
        except InputError as error:
            return Read(feed, Ground(), (*faults, *error.faults))

    def _named(self, key: str, path: str, yaml: Yaml | None) -> Named:
        """Path of a file and where it is named; that of an agreement leads from its folder."""
        stated = yaml.tree.get(key) if yaml is not None else None
        if yaml is not None and not path and isinstance(stated, str) and stated.strip():
            return Named(str(self.folder / stated.strip()), yaml.spot((key,)))
        return Named(path)

    def _timetable(self, named: Named) -> tuple[Feed | None, tuple[Fault, ...]]:
        if not named.path:
            return None, ()
        from egiz.study.journey.own import own_timetable, too_new  # most studies have none

        try:
            feed = own_timetable(named.path, named.spot)
        except InputError as error:
            return None, error.faults
        late = too_new(feed, self.as_of, named.spot) if self.as_of is not None else None
        return feed, () if late is None else (late,)
