"""Draws what lies under the ways: land, coasts, borders, and faintly the parts of countries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from egiz.figures.unit import Array
from egiz.report.markup import element, tag
from egiz.report.outline import Outline, Outlines, holds
from egiz.report.stroke import FRAME, clipped, path, runs, thinned
from egiz.report.view import HEIGHT, WIDTH, View
from egiz.world.shape import Flags

COARSE_DEGREES = 2.0
"""Longer edges of an outline are cut before they are laid flat."""
SEAM = 179.9
"""Edges along the antimeridian are no coast [degree]."""
SMALLEST = 1.2
"""Rings smaller than this are left out [units of the drawing]."""
PARTS_WITHIN_KM = 3500.0
"""Parts of countries are drawn in windows up to this width."""
GRID = 100
"""Points of outlines lie on hundredths of a degree, by which shared edges are known."""
TURN = 36001
Indices: TypeAlias = NDArray[np.int64]
KINDS = ("part", "coast", "border")
"""How an edge is drawn, the faintest first."""


@dataclass(frozen=True, slots=True)
class Terrain:
    """Land in the window."""

    areas: tuple[tuple[Outline, tuple[Array, ...]], ...]
    """Each country in sight with its rings, laid flat and cut to the window."""
    parts: tuple[tuple[Outline, tuple[Array, ...]], ...]
    """The parts of countries that hold a city, the same."""
    lines: dict[str, tuple[Array, ...]]
    """Coasts and borders by kind, each drawn once."""


def terrain(view: View, outlines: Outlines, cities: Sequence[tuple[float, float]]) -> Terrain:
    """Lay flat what can be seen.

    Parameters
    ----------
    view
        The window.
    outlines
        All shapes known.
    cities
        Longitudes and latitudes [degree] of the two cities, whose provinces are marked.
    """
    seen = _seen(view, outlines.countries)
    codes = {outline.code for outline in seen}
    drawn = view.width_km <= PARTS_WITHIN_KM
    own = [part for part in outlines.parts if drawn and part.code.partition(".")[0] in codes]
    parts = _seen(view, own)
    homes = [part for part in parts if any(part.holds(city) for city in cities)]
    return Terrain(_areas(view, seen), _areas(view, homes), _lines(view, seen, parts))


def land(ground: Terrain) -> str:
    """Write land and borders; every language uses the same."""
    fills = [_fill("land", rings) for _, rings in ground.areas]
    marked = [_fill("home", rings) for _, rings in ground.parts]
    strokes = [
        element("path", {"class": kind, "d": "".join(path(thinned(piece)) for piece in ground.lines[kind])})
        for kind in KINDS
        if ground.lines[kind]
    ]
    return tag("g", "near" if ground.lines["part"] else "far", *fills, *marked, *strokes)


def _fill(role: str, rings: Iterable[Array]) -> str:
    drawn = "".join(path(thinned(ring), closed=True) for ring in rings)
    return element("path", {"class": role, "fill-rule": "evenodd", "d": drawn}) if drawn else ""


def _seen(view: View, outlines: Iterable[Outline]) -> list[Outline]:
    """Outlines less the rings that are out of sight or too small to see."""
    known = [(outline, ring) for outline in outlines for ring in outline.rings]
    if not known:
        return []
    points = np.concatenate([ring for _, ring in known])
    starts = np.cumsum([0, *(len(ring) for _, ring in known[:-1])])
    near = np.logical_or.reduceat(view.projection.angle(points) < view.reach, starts)
    spots = view.draw(points, view.reach)
    low, high = np.minimum.reduceat(spots, starts), np.maximum.reduceat(spots, starts)
    met = (
        (high > 0.0).all(axis=1) & (low < [WIDTH, HEIGHT]).all(axis=1) & ((high - low).max(axis=1) > SMALLEST)
    )
    kept: dict[int, tuple[Outline, list[Array]]] = {}
    for (outline, ring), is_near, is_met in zip(known, near, met, strict=True):
        if is_met and (is_near or _around(view, ring)):
            kept.setdefault(id(outline), (outline, []))[1].append(ring)
    return [Outline(outline.code, outline.names, tuple(rings)) for outline, rings in kept.values()]


def _around(view: View, ring: Array) -> bool:
    """Whether a ring without a point in reach goes all around the window."""
    return holds(ring, (view.projection.longitude, view.projection.latitude))


def _areas(view: View, outlines: Iterable[Outline]) -> tuple[tuple[Outline, tuple[Array, ...]], ...]:
    """Lay rings flat; one that holds the far side of the globe is all that lies outside its line."""
    found = []
    for outline in outlines:
        flat = [clipped(view.draw(_dense(ring)[0], view.reach)) for ring in outline.rings]
        turned = [FRAME for ring in outline.rings if holds(ring, view.projection.antipode)]
        rings = tuple(ring for ring in (*flat, *turned) if len(ring))
        if rings:
            found.append((outline, rings))
    return tuple(found)


def _lines(
    view: View, countries: Iterable[Outline], parts: Iterable[Outline]
) -> dict[str, tuple[Array, ...]]:
    """Edges by kind; one that two areas share is drawn once."""
    outer = [ring for outline in countries for ring in outline.rings]
    rings = outer + [ring for outline in parts for ring in outline.rings]
    found: dict[str, list[Array]] = {kind: [] for kind in KINDS}
    for ring, kinds in zip(rings, _kinds(rings, len(outer)), strict=True):
        dense, edge = _dense(ring)
        spots = view.draw(dense, view.reach)
        shown = _shown(view, dense, spots)
        for number, kind in enumerate(KINDS, 1):
            pieces = runs(shown & (kinds[edge] == number))
            found[kind].extend(spots[first : last + 1] for first, last in pieces)
    return {kind: tuple(pieces) for kind, pieces in found.items()}


def _kinds(rings: Sequence[Array], outer: int) -> list[Array]:
    """Kind of each edge of each ring: none, part, coast, border; the first `outer` rings are of countries."""
    if not rings:
        return []
    keys = [_keys(ring) for ring in rings]
    own = sum(len(key) for key in keys[:outer])
    _, first, which = np.unique(np.concatenate(keys), return_index=True, return_inverse=True)
    shared = np.bincount(which[:own], minlength=len(first)) > 1
    kinds = np.zeros(len(which))
    kinds[first] = np.where(first >= own, 1.0, np.where(shared, 3.0, 2.0))
    return np.split(kinds, np.cumsum([len(key) for key in keys])[:-1])


def _keys(ring: Array) -> Array:
    """One number for each edge, alike from both ends."""
    grid = np.rint(ring * GRID).astype(np.int64) + (180 * GRID, 90 * GRID)
    spots = grid[:, 1] * TURN + grid[:, 0]
    low, high = np.minimum(spots[:-1], spots[1:]), np.maximum(spots[:-1], spots[1:])
    return low * (180 * GRID + 1) * TURN + high


def _shown(view: View, dense: Array, spots: Array) -> Flags:
    """Edges in the window, without the antimeridian and the rim of what is drawn."""
    hidden = (np.abs(dense[:, 0]) > SEAM) | (view.projection.angle(dense) >= view.reach)
    low, high = np.minimum(spots[1:], spots[:-1]), np.maximum(spots[1:], spots[:-1])
    met = (high > 0.0).all(axis=1) & (low < [WIDTH, HEIGHT]).all(axis=1)
    shown: Flags = met & ~(hidden[1:] & hidden[:-1])
    return shown


def _dense(ring: Array) -> tuple[Array, Indices]:
    """Cut the long edges of a ring, so that each piece may bend; beside it, the edge of each piece."""
    steps = np.abs(np.diff(ring, axis=0)).max(axis=1)
    counts = np.maximum(1, np.ceil(steps / COARSE_DEGREES)).astype(np.int64)
    edge: Indices = np.repeat(np.arange(len(counts)), counts)
    part = np.concatenate([np.arange(count) / count for count in counts])[:, np.newaxis]
    return np.vstack((ring[edge] + part * (ring[edge + 1] - ring[edge]), ring[-1:])), edge
