"""A small feed built from strings, for tests: any table can be replaced or left out."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from egiz.errors import Fault, InputError
from egiz.facts.gtfs.read import read_feed

TABLES: Mapping[str, str] = {
    "agency.txt": "agency_id,agency_name,agency_url,agency_timezone\nKTZ,Railway,https://x,Asia/Almaty\n",
    "stops.txt": (
        "stop_id,stop_name,stop_lat,stop_lon\n"
        "A,Astana,51.19,71.41\nB,Kostanay,53.21,63.62\nC,Chelyabinsk,55.14,61.41\n"
    ),
    "routes.txt": "route_id,agency_id,route_short_name,route_long_name,route_type\nR,KTZ,145,Steppe,2\n",
    "trips.txt": "route_id,service_id,trip_id\nR,daily,out\nR,weekly,back\n",
    "stop_times.txt": (
        "trip_id,arrival_time,departure_time,stop_id,stop_sequence\n"
        "out,16:00:00,16:00:00,A,1\nout,26:30:00,27:00:00,B,5\nout,36:00:00,36:00:00,C,9\n"
        "back,10:56:00,10:56:00,C,0\nback,31:00:00,31:00:00,A,1\n"
    ),
    "calendar.txt": (
        "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\n"
        "daily,1,1,1,1,1,1,1,20190301,20190331\nweekly,0,0,0,0,1,0,0,20190301,20190331\n"
    ),
}


def folder(path: Path, changes: Mapping[str, str | bytes | None] | None = None) -> str:
    """Write the feed as a folder; a table whose change is none is left out."""
    path.mkdir(parents=True, exist_ok=True)
    for name, text in {**TABLES, **(changes or {})}.items():
        if text is not None:
            (path / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(path)


def packed(path: Path, changes: Mapping[str, str | bytes | None] | None = None, inside: str = "") -> str:
    """Write the feed as a zip."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in {**TABLES, **(changes or {})}.items():
            if text is not None:
                archive.writestr(inside + name, text)
    return str(path)


def refused(path: str) -> tuple[Fault, ...]:
    """Faults of a feed that cannot be read."""
    with pytest.raises(InputError) as caught:
        read_feed(path)
    return caught.value.faults


def replaced(table: str, old: str, new: str) -> dict[str, str | bytes | None]:
    """A table in which something is replaced."""
    assert old in TABLES[table]
    return {table: TABLES[table].replace(old, new)}
