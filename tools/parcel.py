"""Write shipped files so that the same content gives the same bytes."""

from __future__ import annotations

import lzma
import zlib
from collections.abc import Iterable
from pathlib import Path

PRESET = 9 | lzma.PRESET_EXTREME


def write_lines(path: Path, lines: Iterable[str]) -> None:
    """Write lines of text, packed by zlib, which unpacks many times faster than xz."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(zlib.compress("\n".join(lines).encode("utf-8"), 9))


def write_bytes(path: Path, content: bytes) -> None:
    """Write bytes as an xz file, which holds no name and no date."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(lzma.compress(content, format=lzma.FORMAT_XZ, check=lzma.CHECK_CRC32, preset=PRESET))
