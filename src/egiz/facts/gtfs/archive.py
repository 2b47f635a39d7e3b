"""Opens a feed, zip or folder, without unpacking anything to disk and with limits stated beforehand."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO, cast

from egiz.errors import InputError
from egiz.facts.gtfs.slip import Slips

MEGABYTE = 2**20
MOST_BYTES = 2048 * MEGABYTE
"""A feed whose tables are larger, all together, is refused before anything is read [bytes]."""
MOST_TABLE = 256 * MEGABYTE
"""One table other than `STREAMED` may not be larger [bytes]."""
MOST_RATIO = 200
"""A member that unfolds to more than so many times its packed size is taken for a trap."""
SMALL = 10 * MEGABYTE
"""A member that unfolds to less is no trap."""
MOST_MEMBERS = 1000

STREAMED = frozenset({"stop_times.txt", "calendar_dates.txt"})
"""Tables read piece by piece."""
NEEDED = ("agency.txt", "stops.txt", "routes.txt", "trips.txt", "stop_times.txt")
OPTIONAL = (
    "calendar.txt",
    "calendar_dates.txt",
    "frequencies.txt",
    "transfers.txt",
    "pathways.txt",
    "translations.txt",
)
TABLES = (*NEEDED, *OPTIONAL)
"""Tables that are looked at; all others stay packed."""
LOCKED = 0x1
"""Bit of a zip member that is encrypted."""


@dataclass(frozen=True, slots=True)
class Archive:
    """An open feed."""

    name: str
    """As the user named it."""
    sizes: Mapping[str, int]
    """Bytes of each table that is there."""
    folder: Path | None
    """Folder of the tables; none in a zip."""
    members: Mapping[str, zipfile.ZipInfo]
    """Member of each table; empty in a folder."""
    packed: zipfile.ZipFile | None
    """The open zip; none for a folder."""

    @contextmanager
    def stream(self, table: str) -> Iterator[BinaryIO]:
        """Open a table for reading.

        Raises
        ------
        InputError
            ``feed-corrupt``: its bytes do not unfold, or do not fit their checksum.
        """
        try:
            if self.packed is None:
                with (cast(Path, self.folder) / table).open("rb") as plain:
                    yield plain
            else:
                with self.packed.open(self.members[table]) as unfolded:
                    yield cast(BinaryIO, unfolded)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
            raise InputError.of("feed-corrupt", {"file": self.name, "table": table}) from error


@contextmanager
def opened(path: str, slips: Slips) -> Iterator[Archive]:
    """Open a feed.

    Parameters
    ----------
    path
        A zip or a folder; its tables may lie in one folder inside.
    slips
        Takes what is missing or too large.

    Raises
    ------
    InputError
        The path leads nowhere, is no zip, is damaged, or is not safe to unfold.
    """
    place = Path(path)
    if is_there(path) and place.is_dir():
        archive = _folder(path, place)
        _check_sizes(archive, slips)
        yield archive
        return
    if not is_there(path):
        raise InputError.of("feed-not-there", {"path": path})
    with _zip(path) as packed:
        archive = Archive(path, *_members(packed, slips), packed)
        _check_sizes(archive, slips)
        yield archive


def _zip(path: str) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(path)
    except (zipfile.BadZipFile, ValueError, EOFError) as error:
        raise InputError.of("feed-no-zip", {"path": path}) from error
    except OSError as error:
        raise InputError.of("cannot-read", {"path": path, "reason": error.strerror or ""}) from error


def is_there(path: str) -> bool:
    """Whether a path leads to a folder or a file; never of one that is empty or too long."""
    try:
        return bool(path) and (Path(path).is_dir() or Path(path).is_file())
    except OSError:
        return False


def _folder(path: str, place: Path) -> Archive:
    """Tables of a folder, or of the one folder in it that has some."""
    try:
        inside = sorted(entry for entry in place.iterdir() if entry.is_dir())
        for folder in (place, *inside):
            sizes = {table: (folder / table).stat().st_size for table in TABLES if (folder / table).is_file()}
            if sizes:
                return Archive(path, _filled(sizes), folder, {}, None)
    except OSError as error:
        raise InputError.of("cannot-read", {"path": path, "reason": error.strerror or ""}) from error
    return Archive(path, {}, place, {}, None)


def _filled(sizes: Mapping[str, int]) -> dict[str, int]:
    """Tables but for those that a feed may lack and that have nothing in them."""
    return {table: size for table, size in sizes.items() if size or table in NEEDED}


def _members(
    packed: zipfile.ZipFile, slips: Slips
) -> tuple[dict[str, int], None, dict[str, zipfile.ZipInfo]]:
    """Members that are tables, by their plain names; a trap anywhere in the zip is a fault."""
    infos = packed.infolist()
    if len(infos) > MOST_MEMBERS:
        raise InputError.of("feed-many-files", {"count": len(infos), "most": MOST_MEMBERS})
    found: dict[str, zipfile.ZipInfo] = {}
    for info in infos:
        _check_member(info, slips)
        path = PurePosixPath(info.filename.replace("\\", "/"))
        if path.name in TABLES and not info.is_dir() and "__MACOSX" not in path.parts:
            if path.name in found:
                values = {"first": found[path.name].filename, "second": info.filename}
                slips.add("feed-table-twice", values)
            found.setdefault(path.name, info)
    slips.check()
    return _filled({name: info.file_size for name, info in found.items()}), None, found


def _check_member(info: zipfile.ZipInfo, slips: Slips) -> None:
    name = info.filename.replace("\\", "/")
    if name.startswith("/") or ".." in name.split("/") or name[1:2] == ":":
        slips.add("feed-unsafe-name", {"name": info.filename})
    if info.flag_bits & LOCKED:
        slips.add("feed-locked", {"name": info.filename})
    if info.file_size > max(SMALL, MOST_RATIO * info.compress_size):
        ratio = info.file_size // max(info.compress_size, 1)
        slips.add("feed-bomb", {"name": info.filename, "ratio": ratio, "most": MOST_RATIO})


def _check_tables(archive: Archive, slips: Slips) -> None:
    """Tell which tables are missing; of what has none at all that alone is told."""
    if not archive.sizes:
        raise InputError.of("feed-no-tables", {"name": archive.name})
    for table in NEEDED:
        if table not in archive.sizes:
            slips.add("feed-file-missing", {"table": table})


def _check_sizes(archive: Archive, slips: Slips) -> None:
    """Tell what is missing and what is too large, before anything is read."""
    _check_tables(archive, slips)
    if "calendar.txt" not in archive.sizes and "calendar_dates.txt" not in archive.sizes:
        slips.add("feed-calendar-missing", {})
    for table, size in archive.sizes.items():
        if table not in STREAMED and size > MOST_TABLE:
            slips.add("feed-too-large", _size(table, size, MOST_TABLE))
    total = sum(archive.sizes.values())
    if total > MOST_BYTES:
        slips.add("feed-too-large", _size(archive.name, total, MOST_BYTES))
    if any(fault.key == "feed-too-large" for fault in slips.found):
        slips.check()


def _size(name: str, size: int, most: int) -> dict[str, str | int | float]:
    return {"name": name, "size": size // MEGABYTE, "most": most // MEGABYTE}
