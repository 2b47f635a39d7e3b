"""Lays out the line, surveys its sections, and chooses the facts that speak of each alternative."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

import numpy as np

from egiz.facts.dated import Dated
from egiz.facts.ground import Ground
from egiz.facts.land import land_share
from egiz.figures.assumption import Given, Input
from egiz.figures.distribution import Fixed
from egiz.figures.part import Feature, Preparation, Stack
from egiz.market.between import MODES
from egiz.proposals.fast_rail.alternative import NODE_AXES, Alternative, alternative_inputs, alternatives_of
from egiz.proposals.fast_rail.capital import PARTS
from egiz.proposals.fast_rail.drawn import drawn, profiles_of
from egiz.proposals.fast_rail.existing import chain_of
from egiz.proposals.fast_rail.laid import Laid
from egiz.proposals.fast_rail.network import Network, names_of, network_of, part_label
from egiz.proposals.fast_rail.pairing import pairing_axes, pairing_inputs, pairing_stacks
from egiz.proposals.fast_rail.running import PLACES
from egiz.proposals.fast_rail.surroundings import (
    ORDER,
    leg_inputs,
    leg_stacks,
    markets_of,
    uncounted,
)
from egiz.proposals.fast_rail.survey import Survey, is_upgrade, survey
from egiz.proposals.fast_rail.terms import DESIGNS, NOTHING, TRAINS
from egiz.proposals.fast_rail.timetable import timetables_of
from egiz.proposals.kind import NotStudied, Terms, World
from egiz.world.sphere import between_km

WORLD = "world"
"""Scope of a fact where no country has its own."""
RAMP_YEARS = ("year_1", "year_2", "year_3")
"""Years in which a new line becomes known."""
ANY = "rail"
"""Scope of facts about any train."""
DRAWN_AS = {"line": "fast_railway", "onward": "fast_onward", "onward-other": "fast_onward_other"}
"""Part of the line -> its role on the map."""
MOST_STATIONS = 12
"""More stations than this make more pairs of cities than a study can tell apart."""
BY_SORT = ("fast_constant", "usual_fare_rate", "run_time_doubt", "gap_kept", "unseen_detour")
"""Facts of a new line or of an upgrade, over the designs."""
BY_SORT_OF_ALTERNATIVE = ("train_price", "track_upkeep", "build_co2")
"""The same over the alternatives."""
BY_DESIGN = ("speed_factor", "upgrade_cost")
"""Facts of each design, over the alternatives."""
BY_TIME = ("rail_share_level", "rail_share_slope", "rail_share_reference", "rail_share_error")
"""What published shares of trains beside flights say of hours alone."""
NOT_AGREED = {"fare": "USD/pax/km", "daily_trains": "1/day"}
"""Terms that may be left out: nought stands, and the usual value is taken."""
PLANS = (
    *(
        "plan_length",
        "plan_length_least",
        "plan_length_most",
        "plan_time",
        "plan_riders",
        "plan_riders_least",
    ),
    *("plan_cost", "plan_cost_first", "plan_roubles", "plan_roubles_first", "rail_trips_first"),
)
"""What was published of a line stands beside what is worked out, as printed, and enters nothing."""
OF_TODAY = "plan_cost_now"
"""The newest cost that was published, in the money of the study."""


def prepare(terms: Terms, world: World, facts: Dated) -> Preparation:
    """Prepare a fast railway with every alternative.

    Raises
    ------
    NotStudied
        Stations too near to one another or too far, water between them, or too many of them.
    InputError
        Parts of the line that do not meet.
    """
    network = network_of(terms, world.pair)
    _refuse(network, facts)
    markets = markets_of(network.legs, world, facts)
    if not markets.own.offered[: len(MODES) - 1].all():
        raise NotStudied("over-water", {"one": world.pair.home.city.name, "other": world.pair.away.city.name})
    surveyed, listed = survey(network, terms, facts, world.ground), alternatives_of(network, terms)
    return Preparation(
        inputs={
            **leg_inputs(markets, world),
            "uncounted": uncounted(network.legs, facts),
            **alternative_inputs(network, surveyed, listed, (leg.joins(world.pair) for leg in network.legs)),
            **pairing_inputs(network, surveyed, listed),
            **_constants(facts),
            **_plans(network, facts),
        },
        stacks={**leg_stacks(network.legs, facts), **_stacks(network, surveyed, listed, facts)},
        axes=_axes(network, surveyed, listed),
        features=tuple(_features(network, drawn(surveyed, listed), facts)),
        profiles=tuple(profiles_of(network, surveyed, listed)),
        notes=tuple(_remarks(network, world.ground)),
        names=names_of(network),
        timetables=tuple(timetables_of(network, surveyed, listed, terms, facts)),
    )


def _refuse(network: Network, facts: Dated) -> None:
    """Say why no line can be studied, if none can."""
    if len(network.cities) > MOST_STATIONS:
        raise NotStudied("too-many-stations", {"found": len(network.cities), "most": MOST_STATIONS})
    least, most = (facts.pick(name).middle for name in ("least_section", "longest_section"))
    dry = facts.pick("least_dry_share").middle
    for section in network.sections:
        ends = {"one": section.one.name, "other": section.other.name}
        length = between_km(section.one, section.other)
        if length < least:
            raise NotStudied("too-near", {**ends, "km": round(length, 1)})
        if length > most:
            raise NotStudied("too-far", {**ends, "km": round(length)})
        if land_share(section.one, section.other) < dry:
            raise NotStudied("over-water", ends)


def _axes(
    network: Network, surveyed: Survey, listed: tuple[Alternative, ...]
) -> Mapping[str, tuple[str, ...]]:
    places = tuple(f"{part:g}" for part in PLACES)
    return {
        **dict.fromkeys(NODE_AXES, places),
        "leg": tuple(leg.label for leg in network.legs),
        "design": DESIGNS,
        "extent": network.extents,
        "alternative": tuple(one.label for one in listed),
        "mode": MODES,
        "build_part": PARTS,
        "ramp_year": RAMP_YEARS,
        **pairing_axes(network, surveyed, listed),
    }


def _stacks(
    network: Network, surveyed: Survey, listed: tuple[Alternative, ...], facts: Dated
) -> Mapping[str, Stack]:
    """Facts over designs and alternatives; where nothing is built any row does."""
    designs = tuple(one.design if one.design != NOTHING else DESIGNS[-1] for one in listed)
    sorts = tuple(_sort(design) for design in designs)
    over = {name: ("design", tuple(_sort(design) for design in DESIGNS)) for name in BY_SORT}
    over |= {name: ("alternative", sorts) for name in BY_SORT_OF_ALTERNATIVE}
    over |= {name: ("alternative", designs) for name in BY_DESIGN}
    over["train_seats"] = ("alternative", tuple(TRAINS[design] for design in designs))
    over["ramp_up"] = ("ramp_year", RAMP_YEARS)
    found = {
        name: Stack(axis, tuple(facts.pick(name, scope) for scope in scopes))
        for name, (axis, scopes) in over.items()
    }
    grids = tuple(
        facts.nearest("grid_co2", (network.country(one.extent), WORLD)) or facts.pick("grid_co2", WORLD)
        for one in listed
    )
    return {**found, **pairing_stacks(surveyed, facts), "grid_co2": Stack("alternative", grids)}


def _sort(design: str) -> str:
    return "upgrade" if is_upgrade(design) else "new"


def _constants(facts: Dated) -> Mapping[str, Input]:
    """What no alternative changes: terms that are left out, the margin of timetables, numbers of years."""
    years = np.arange(1.0, len(RAMP_YEARS) + 1)[:, np.newaxis]
    return {
        **{name: Given(name, unit, (), np.zeros(1), ORDER) for name, unit in NOT_AGREED.items()},
        "recovery_margin": facts.pick("recovery_margin", ANY),
        "halt_minutes": facts.pick("stop_minutes", ANY),
        **{name: facts.pick(name, ANY) for name in BY_TIME},
        "ramp_number": Given("ramp_number", "1", ("ramp_year",), years, ORDER),
    }


def _plans(network: Network, facts: Dated) -> Mapping[str, Input]:
    """What was published of the first line by the study's day, in the money of its own and without doubt."""
    row = network.part("line")
    scopes = (f"{row[0].name}|{row[-1].name}", f"{row[-1].name}|{row[0].name}")
    found: dict[str, Input] = {
        name: own for name in PLANS if (own := facts.printed(name, scopes)) is not None
    }
    now = facts.nearest("plan_cost", scopes)
    if now is not None:
        found[OF_TODAY] = replace(
            now, key=now.key.replace("plan_cost", OF_TODAY), distribution=Fixed(now.middle)
        )
    return found


def _remarks(network: Network, ground: Ground) -> Iterable[str]:
    """What a reader should know of this line."""
    coarse = "own-ground-coarse" if ground.own else "embedded-ground"
    yield "own-ground" if ground.known else coarse
    yield "small-crossings"
    yield "choice-of-the-market"
    yield "trains-of-today"
    if "onward-other" in network.extents:
        yield "way-agreed-later"


def _features(network: Network, lines: Mapping[str, Laid], facts: Dated) -> Iterable[Feature]:
    """The existing line as a scheme of its stations, the new ones, and where trains would stop."""
    for section in network.sections:
        chain = chain_of(section.one, section.other, facts)
        if chain.known:
            yield Feature("old_railway", f"{section.one.name}-{section.other.name}", chain.points)
    for part, laid in lines.items():
        yield Feature(DRAWN_AS[part], part_label(part), laid.vertices)
    for city in network.cities:
        yield Feature("rail_station", city.name, ((float(city.longitude), float(city.latitude)),))
