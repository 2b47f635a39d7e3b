"""The line of a file that a fault speaks of."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from egiz.errors import Spot

LONGEST = 90


def quoted(spot: Spot | None) -> str:
    """Line of a file as it stands, cut to a terminal's width; empty where it cannot be read."""
    if spot is None or spot.line is None:
        return ""
    with suppress(OSError, IndexError, ValueError):
        text = Path(spot.file).read_bytes().decode("utf-8", "replace")
        line = text.splitlines()[spot.line - 1].strip()
        plain = "".join(letter if letter.isprintable() else "\ufffd" for letter in line)
        return plain if len(plain) <= LONGEST else plain[: LONGEST - 1] + "…"
    return ""
