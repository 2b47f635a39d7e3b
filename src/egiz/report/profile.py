"""Lines in profile, as ``study.json`` holds them."""

from __future__ import annotations

from msgspec import Struct

from egiz.report.number import Texts


class Carried(Struct, frozen=True):
    """A stretch of a line of one structure."""

    to_km: float
    """Where it ends; it begins where the one before ends [km]."""
    structure: str
    """fill, cut, viaduct, tunnel or bridge."""


class Station(Struct, frozen=True):
    """Where trains stop."""

    km: float
    """Way from the start [km]."""
    names: Texts


class Profile(Struct, frozen=True):
    """A line in profile over ground that is known."""

    proposal: str
    part: Texts
    """Which line it is."""
    option: Texts
    """With which design."""
    km: tuple[float, ...]
    """Way from the start to each of its points [km]."""
    ground_m: tuple[float, ...]
    """Height of the ground there [m]."""
    level_m: tuple[float, ...]
    """Height of the line there [m]."""
    carried: tuple[Carried, ...]
    """What carries it, in order."""
    stations: tuple[Station, ...]
