"""The kinds that are installed, found by their entry points and loaded when asked for."""

from __future__ import annotations

from functools import cache
from importlib.metadata import EntryPoint, entry_points

from egiz.errors import EgizError
from egiz.proposals.kind import Kind

GROUP = "egiz.kinds"


@cache
def _doors() -> dict[str, EntryPoint]:
    return {door.name: door for door in entry_points(group=GROUP)}


def kind_names() -> tuple[str, ...]:
    """Names of all kinds installed, sorted."""
    return tuple(sorted(_doors()))


def find_kind(name: str) -> Kind | None:
    """Load a kind by name; none where it is not installed."""
    door = _doors().get(name)
    if door is None:
        return None
    kind = door.load()
    if not isinstance(kind, Kind):
        raise EgizError(f"entry point {name} of group {GROUP} gives {type(kind).__name__}, not a Kind")
    return kind
