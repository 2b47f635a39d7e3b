"""New lines that are drawn: of the speed agreed, on the map, and in profile over ground that is known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from egiz.engines.alignment.record import Profile as Laying
from egiz.engines.alignment.record import Structure
from egiz.figures.part import Profile
from egiz.figures.unit import Array
from egiz.proposals.fast_rail.alternative import Alternative
from egiz.proposals.fast_rail.laid import Laid
from egiz.proposals.fast_rail.network import Network, part_label
from egiz.proposals.fast_rail.survey import Survey, is_upgrade
from egiz.proposals.fast_rail.terms import NOTHING, USUAL, speed_of
from egiz.world.sphere import METRES_PER_KILOMETRE

METRE, DECIMETRE = 3, 1
"""Decimals of a way in kilometres, and of a height in metres."""


def drawn_design(listed: tuple[Alternative, ...]) -> str:
    """The design agreed, where that is a new line; else the usual one."""
    agreed = next(one.design for one in listed if one.chosen)
    return USUAL if agreed == NOTHING or is_upgrade(agreed) else agreed


def drawn(surveyed: Survey, listed: tuple[Alternative, ...]) -> Mapping[str, Laid]:
    """New lines to draw, by part of the line."""
    wanted = speed_of(drawn_design(listed))
    return {part: laid for (part, speed), laid in surveyed.lines.items() if speed == wanted}


def profiles_of(network: Network, surveyed: Survey, listed: tuple[Alternative, ...]) -> Iterator[Profile]:
    """What is agreed, in profile; nothing over ground that nobody knows."""
    if not surveyed.ground.known:
        return
    lines, design = drawn(surveyed, listed), drawn_design(listed)
    for part in network.parts(next(one.extent for one in listed if one.chosen)):
        laid = lines[part]
        profile = laid.alignment.profile
        names = (city.name for city in network.part(part))
        yield Profile(
            part_label(part),
            design,
            _told(profile.chainage / METRES_PER_KILOMETRE, METRE),
            _told(profile.ground, DECIMETRE),
            _told(profile.level, DECIMETRE),
            tuple(_carried(profile)),
            tuple(zip(_told(laid.stops_km, METRE), names, strict=True)),
        )


def _told(values: Array, decimals: int) -> tuple[float, ...]:
    return tuple(np.round(values, decimals).tolist())


def _carried(profile: Laying) -> Iterator[tuple[float, str]]:
    """Where each run of one structure ends, and which it is."""
    codes = profile.structure[:-1]
    last = np.flatnonzero(np.append(codes[1:] != codes[:-1], True))
    ends = _told(profile.chainage[last + 1] / METRES_PER_KILOMETRE, METRE)
    for end, code in zip(ends, codes[last].tolist(), strict=True):
        yield end, Structure(code).word
