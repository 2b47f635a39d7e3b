"""Read the table of a shapefile (dBASE III): text fields only, no memo."""

from __future__ import annotations

import struct
from collections.abc import Mapping

FIELD = 32
"""Bytes of the header, and of each description of a field."""
END = 0x0D
"""Byte that ends the descriptions."""


def read_dbase(content: bytes, encoding: str) -> tuple[Mapping[str, str], ...]:
    """Rows of a table, each a text by field name."""
    rows, header, length = struct.unpack("<IHH", content[4:12])
    fields: list[tuple[str, int]] = []
    at = FIELD
    while content[at] != END:
        name = content[at : at + 11].split(b"\0")[0].decode("ascii")
        fields.append((name, content[at + 16]))
        at += FIELD
    return tuple(_row(content, header + row * length + 1, fields, encoding) for row in range(rows))


def _row(content: bytes, start: int, fields: list[tuple[str, int]], encoding: str) -> Mapping[str, str]:
    """One row."""
    row: dict[str, str] = {}
    for name, length in fields:
        row[name] = content[start : start + length].decode(encoding).strip()
        start += length
    return row
