"""Tells what lines were found between places: as a JSON document."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass

import msgspec
import numpy as np
from msgspec import Struct

from egiz.engines.alignment.record import Array, Profile, Standard
from egiz.figures.assumption import Assumption
from egiz.proposals.fast_rail.standard import KMH
from egiz.report.line import Piece, Vertices, least_radius, pieces_of, vertices_of
from egiz.report.voice import Voice
from egiz.report.words import Words
from egiz.study.align.answer import Answer, Line
from egiz.study.align.answer import Lacking as Without
from egiz.study.align.asked import PACKAGE, PERMILLE
from egiz.study.align.cost import BAND, Band, facts_of_cost
from egiz.study.align.ride import facts_of_ride
from egiz.world.sphere import METRES_PER_KILOMETRE

PACKAGES = ("egiz.report", "egiz.facts", PACKAGE)
DRAFT = "https://json-schema.org/draft/2020-12/schema"
SCHEMA = "egiz-align-1"
DIGITS = 6
"""Digits of a number in the document; degrees have as many decimals."""


class LineString(Struct, frozen=True, tag_field="type", tag="LineString"):
    """A line in one part."""

    coordinates: Vertices
    """Longitude and latitude [degrees]."""


class MultiLineString(Struct, frozen=True, tag_field="type", tag="MultiLineString"):
    """A line that crosses the date line, in parts."""

    coordinates: tuple[Vertices, ...]
    """Longitude and latitude [degrees]."""


class Structures(Struct, frozen=True):
    """What carries the line where the ground itself does not."""

    viaduct_km: Band
    """Length of viaducts [km]."""
    tunnel_km: Band
    """Length of tunnels [km]."""
    bridge_km: Band
    """Length of bridges over water [km]."""
    share: Band
    """All three by length of the line [1]."""


class Earthworks(Struct, frozen=True):
    """Earth moved."""

    fill_m3: Band
    """Fill [m3]."""
    cut_m3: Band
    """Cut [m3]."""


class GroundProfile(Struct, frozen=True):
    """The line in profile over the user's terrain; each list has a number for each station."""

    km: tuple[float, ...]
    """Way from the start [km]."""
    ground_m: tuple[float, ...]
    """Height of the ground [m]."""
    level_m: tuple[float, ...]
    """Height of the line [m]."""


class Run(Struct, frozen=True):
    """How a train runs the line from end to end."""

    train: str
    """Name of the train in ``egiz train``: the slowest generic one that reaches the speed of the line."""
    top_kmh: float
    """Its top speed [km/h]; where it is below that of the line no generic train is faster."""
    minutes: Band | None
    """Time with recovery time, and a stop at every point between [min]; none: the train does not climb."""


class Rules(Struct, frozen=True):
    """What the line keeps to."""

    speed_kmh: float
    """Speed [km/h]."""
    radius_m: float
    """Least radius in plan [m]."""
    vertical_radius_m: float
    """Least radius in profile [m]."""
    grade_permille: float
    """Largest grade."""


class Alternative(Struct, frozen=True):
    """One of the lines."""

    rules: Rules
    """What it keeps to."""
    unbeaten: bool
    """Whether no other line is cheaper and not slower, or faster and not dearer, by their middles."""
    length_km: float
    """Length along the line as it is drawn [km]."""
    built_km: Band
    """Length that would be built: the ground does not show all that a line goes round [km]."""
    detour: float
    """Length over the straight way from point to point [1]."""
    radius_m: float | None
    """Least radius on it [m]; none: straight."""
    grade_permille: float
    """Largest grade on it; where the ground is not known, the largest that it may have."""
    structures: Structures
    """Viaducts, tunnels, bridges."""
    earthworks: Earthworks
    """Fill and cut."""
    built_up_km: float
    """Length through built-up or protected land [km]."""
    cost_usd: Band
    """What building costs in the end [USD]."""
    cost_usd_per_km: Band
    """The same by length [USD/km]."""
    estimate_usd: Band
    """What one would estimate today, before what such lines went beyond it [USD]."""
    run: Run
    """The run of a train."""
    stations_km: tuple[float, ...]
    """Where on the line each point lies [km]."""
    geometry: LineString | MultiLineString
    """The line as GeoJSON: in parts where it crosses the date line."""
    pieces: tuple[Piece, ...]
    """The line cut where its curve or its structure changes."""
    profile: GroundProfile | None
    """The line in profile; only over fine terrain of the user's own."""


class Ground(Struct, frozen=True):
    """The terrain."""

    name: str
    """A file, a folder, or ``ETOPO5``."""
    source: str
    """Key of its source; empty for the user's own."""
    own: bool
    """Whether the user brought it."""
    spacing_m: float
    """Distance between heights that it truly knows [m]: the effective resolution."""
    cell_m: float
    """Cells in which the line was looked for [m]."""
    meaning: str
    """What that means for the figures, in words."""


class Lacking(Struct, frozen=True):
    """A speed for which there is no line."""

    speed_kmh: float
    """Speed [km/h]."""
    why: str
    """Which place blocks, in words."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact that the cost or the run time rests on."""

    key: str
    """Its whole name."""
    name: str
    """What it is called."""
    unit: str
    """Its unit."""
    low: float
    """One in ten lies lower; a range from memory is widened already."""
    middle: float
    """Half lie lower."""
    high: float
    """One in ten lies higher."""
    status: str
    """``seen``, ``derived`` or ``memory``."""
    source: str
    """Key of its source."""


class AlignDocument(Struct, frozen=True):
    """Lines between places."""

    schema: str
    """Version of this document."""
    points: Vertices
    """Where from, through what, where to: longitude and latitude [degrees]."""
    straight_km: float
    """The straight way from point to point [km]."""
    rules: Rules
    """What every line keeps to; of a front the fastest."""
    price_year: int
    """Year of the money."""
    terrain: Ground
    """The terrain."""
    alternatives: tuple[Alternative, ...]
    """By rising cost; of a front by rising speed."""
    lacking: tuple[Lacking, ...]
    """Speeds of a front for which there is no line."""
    facts: tuple[Fact, ...]
    """What cost and run time rest on; those of trains stand in ``egiz facts``."""


def align_document(answer: Answer, language: str) -> AlignDocument:
    """Gather what is told of lines."""
    voice = Voice(Words.of(PACKAGES), language)
    request = answer.request
    return AlignDocument(
        SCHEMA,
        tuple((float(longitude), float(latitude)) for latitude, longitude in request.points),
        answer.straight_km,
        _rules(request.standard),
        request.facts.price_year,
        _ground(answer, voice),
        tuple(_alternative(answer, line) for line in answer.lines),
        tuple(Lacking(plain_speed(one.standard), reason(one, voice)) for one in answer.lacking),
        tuple(_fact(fact, voice) for fact in (*facts_of_cost(request.facts), *facts_of_ride(request.facts))),
    )


def encode_align(document: AlignDocument) -> bytes:
    """Write lines as JSON: numbers to six digits, degrees to six decimals."""
    content = msgspec.to_builtins(document)
    return msgspec.json.format(msgspec.json.encode(rounded(content)), indent=1) + b"\n"


def schema_text() -> str:
    """Describe the JSON document as a JSON Schema."""
    (reference,), parts = msgspec.json.schema_components([AlignDocument], ref_template="#/$defs/{name}")
    head = {"$schema": DRAFT, "$id": SCHEMA, "title": "Lines between places, found by Egiz", **reference}
    whole = {**head, "$defs": {name: parts[name] for name in sorted(parts)}}
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def meaning(answer: Answer, voice: Voice) -> str:
    """Say what the resolution of the terrain means for the figures."""
    coarse = "align-ground-coarse" if answer.request.own_terrain else "align-ground-embedded"
    key = "align-ground-own" if answer.request.ground_known else coarse
    spacing = voice.stated(round(answer.request.terrain.spacing_m))
    values = {
        "name": answer.request.terrain.name,
        "spacing": spacing,
        "cell": voice.stated(answer.request.cell),
    }
    return voice.say(key, values)


def profile_of(answer: Answer, line: Line) -> Profile | None:
    """The line in profile where its ground is known: over fine terrain of the user's own."""
    return line.alignment.profile if answer.request.ground_known else None


def structure_km(line: Line) -> Structures:
    """Lengths of structures, with the doubt of the ground."""
    cost = line.cost
    return Structures(cost.viaduct_km, cost.tunnel_km, cost.bridge_km, cost.structure_share)


def steepest(answer: Answer, line: Line) -> float:
    """Largest grade of a line [permille]; where the ground is not known, the largest allowed."""
    profile = profile_of(answer, line)
    grade = answer.request.standard.grade if profile is None else float(np.abs(profile.grade).max())
    return grade * PERMILLE


def plain_speed(standard: Standard) -> float:
    """Speed of a standard [km/h], as people write it."""
    return round(standard.speed * KMH, DIGITS)


def reason(lacking: Without, voice: Voice) -> str:
    """Why there is no line for a speed."""
    return voice.say(f"fault-{lacking.fault.key}", lacking.fault.values)


def _rules(standard: Standard) -> Rules:
    return Rules(plain_speed(standard), standard.radius, standard.vertical_radius, standard.grade * PERMILLE)


def _alternative(answer: Answer, line: Line) -> Alternative:
    plan, takes, profile = line.alignment.plan, line.alignment.quantities, profile_of(answer, line)
    parts = vertices_of(answer.frame, plan)
    return Alternative(
        rules=_rules(line.standard),
        unbeaten=line.unbeaten,
        length_km=plan.length / METRES_PER_KILOMETRE,
        built_km=line.cost.built_km,
        detour=plan.length / METRES_PER_KILOMETRE / answer.straight_km,
        radius_m=least_radius(plan),
        grade_permille=steepest(answer, line),
        structures=structure_km(line),
        earthworks=Earthworks(line.cost.fill_m3, line.cost.cut_m3),
        built_up_km=takes.built_up_m / METRES_PER_KILOMETRE,
        cost_usd=line.cost.total,
        cost_usd_per_km=line.cost.per_km,
        estimate_usd=line.cost.estimate,
        run=Run(line.ride.train, line.ride.top_kmh, line.ride.minutes),
        stations_km=_km(plan.stops),
        geometry=LineString(parts[0]) if len(parts) == 1 else MultiLineString(parts),
        pieces=tuple(pieces_of(plan, profile)),
        profile=None if profile is None else _profile(profile),
    )


def _profile(profile: Profile) -> GroundProfile:
    heights = (tuple(part.round(1).tolist()) for part in (profile.ground, profile.level))
    return GroundProfile(_km(profile.chainage), *heights)


def _km(chainage: Array) -> tuple[float, ...]:
    return tuple((chainage / METRES_PER_KILOMETRE).round(3).tolist())


def _ground(answer: Answer, voice: Voice) -> Ground:
    request, terrain = answer.request, answer.request.terrain
    told = meaning(answer, voice)
    return Ground(terrain.name, terrain.source, request.own_terrain, terrain.spacing_m, request.cell, told)


def _fact(fact: Assumption, voice: Voice) -> Fact:
    low, middle, high = (float(value) for value in fact.distribution.quantile(np.array(BAND)))
    origin = fact.provenance
    name = voice.say(f"name-{fact.key.partition('@')[0]}")
    return Fact(fact.key, name, fact.unit, low, middle, high, origin.status, origin.source)


def rounded(content: object) -> object:
    """Round every number of a tree; coordinates are rounded already."""
    if isinstance(content, float):
        return float(f"{content:.{DIGITS}g}")
    if isinstance(content, dict):
        kept = ("coordinates", "points")
        return {key: value if key in kept else rounded(value) for key, value in content.items()}
    if isinstance(content, list | tuple):
        return [rounded(value) for value in content]
    return content


if __name__ == "__main__":
    sys.stdout.write(schema_text())
