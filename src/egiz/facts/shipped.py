"""Open the data files that ship inside the package, each read once."""

from __future__ import annotations

import lzma
import zlib
from functools import cache
from importlib.resources import files


def shipped_bytes(name: str) -> bytes:
    """Content of a shipped xz file, unpacked.

    Parameters
    ----------
    name
        File in ``facts/data``, such as ``admin_shape.bin.xz``.
    """
    return lzma.decompress(shipped_raw(name))


def shipped_raw(name: str) -> bytes:
    """Content of a shipped file as it is."""
    return files("egiz.facts").joinpath("data", name).read_bytes()


@cache
def shipped_lines(name: str) -> tuple[str, ...]:
    """Lines of a shipped file of text, packed by zlib."""
    return tuple(zlib.decompress(shipped_raw(name)).decode("utf-8").split("\n"))


@cache
def shipped_table(name: str) -> tuple[tuple[str, ...], ...]:
    """Lines of a shipped file of text, split at the tabs."""
    return tuple(tuple(line.split("\t")) for line in shipped_lines(name))
