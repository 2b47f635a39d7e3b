"""What each alternative costs to build: quantities by prices, then the outside view, once.

Quantities come from the alignment engine. Prices are middle prices of works, without contingency; the outside
view is how much more such lines cost in the end than was estimated before they were begun.
"""

from __future__ import annotations

from typing import Annotated

import numpy as np

from egiz.figures.unit import Array, Over, Share, Unit
from egiz.proposals.fast_rail.rider import Alternative
from egiz.proposals.fast_rail.time import ShareByDesign

PARTS = ("earthworks", "structures", "track", "power", "civil", "stations")
"""Labels of the parts of the cost of construction."""
Part = Over("alternative", "build_part")

Designed = Annotated[Array, Unit("1"), Over("alternative", "design")]
ShareByAlternative = Annotated[Array, Unit("1"), Alternative]
KilometresByAlternative = Annotated[Array, Unit("km"), Alternative]
MetresByAlternative = Annotated[Array, Unit("m"), Alternative]
SquareMetres = Annotated[Array, Unit("m2"), Alternative]
CubicMetres = Annotated[Array, Unit("m3"), Alternative]
UsdByAlternative = Annotated[Array, Unit("USD"), Alternative]
UsdParts = Annotated[Array, Unit("USD"), Part]
Usd = Annotated[Array, Unit("USD")]
UsdPerKilometre = Annotated[Array, Unit("USD/km")]
UsdPerKilometreByAlternative = Annotated[Array, Unit("USD/km"), Alternative]
UsdPerMetre = Annotated[Array, Unit("USD/m")]
UsdPerSquareMetre = Annotated[Array, Unit("USD/m2")]
UsdPerCubicMetre = Annotated[Array, Unit("USD/m3")]


def detour(design_of: Designed, unseen_detour: ShareByDesign) -> ShareByAlternative:
    """Length of each alternative over that laid, by what the ground of the study does not show."""
    return (design_of * unseen_detour).sum(axis=1)


def new_way(new_length: KilometresByAlternative, detour: ShareByAlternative) -> KilometresByAlternative:
    """Length of new line that would be built."""
    return new_length * detour


def built_way(built_length: KilometresByAlternative, detour: ShareByAlternative) -> KilometresByAlternative:
    """Length that would be built or made faster."""
    return built_length * detour


def ground_factor(
    ground_spread: ShareByAlternative, ground_luck: Share, detour: ShareByAlternative
) -> ShareByAlternative:
    """How far earthworks and structures may be off: the line is longer, the ground not known well enough."""
    return np.exp(ground_spread * ground_luck) * detour


def earthwork_cost(
    fill: CubicMetres,
    fill_cost: UsdPerCubicMetre,
    cut: CubicMetres,
    cut_cost: UsdPerCubicMetre,
    ground_factor: ShareByAlternative,
) -> UsdByAlternative:
    """Fill and cut."""
    return (fill * fill_cost + cut * cut_cost) * ground_factor


def viaduct_works(
    viaducts: MetresByAlternative,
    viaduct_cost: UsdPerMetre,
    viaduct_face: SquareMetres,
    viaduct_height_cost: UsdPerSquareMetre,
) -> UsdByAlternative:
    """Viaducts: by their length, and by the face below them."""
    return viaducts * viaduct_cost + viaduct_face * viaduct_height_cost


def structure_cost(
    viaduct_works: UsdByAlternative,
    tunnels: MetresByAlternative,
    tunnel_cost: UsdPerMetre,
    bridges: MetresByAlternative,
    bridge_cost: UsdPerMetre,
    ground_factor: ShareByAlternative,
) -> UsdByAlternative:
    """Viaducts, tunnels, bridges over water."""
    return (viaduct_works + tunnels * tunnel_cost + bridges * bridge_cost) * ground_factor


def track_works(
    new_way: KilometresByAlternative, track_cost: UsdPerKilometre, speed_factor: ShareByAlternative
) -> UsdByAlternative:
    """Track of a new line, dearer the faster."""
    return new_way * track_cost * speed_factor


def power_works(
    new_way: KilometresByAlternative,
    power_cost: UsdPerKilometre,
    signal_cost: UsdPerKilometre,
    speed_factor: ShareByAlternative,
) -> UsdByAlternative:
    """Power and signals of a new line, dearer the faster."""
    return new_way * (power_cost + signal_cost) * speed_factor


def civil_works(
    new_way: KilometresByAlternative, civil_cost: UsdPerKilometre, land_cost: UsdPerKilometre
) -> UsdByAlternative:
    """Land, drains, crossings, fences of a new line."""
    return new_way * (civil_cost + land_cost)


def tunnel_length(
    tunnel_drawn: KilometresByAlternative, ground_factor: ShareByAlternative
) -> KilometresByAlternative:
    """Kilometres in tunnels."""
    return tunnel_drawn * ground_factor


def viaduct_length(
    viaduct_drawn: KilometresByAlternative, ground_factor: ShareByAlternative
) -> KilometresByAlternative:
    """Kilometres on viaducts."""
    return viaduct_drawn * ground_factor


def bridge_length(
    bridge_drawn: KilometresByAlternative, ground_factor: ShareByAlternative
) -> KilometresByAlternative:
    """Kilometres on bridges over water."""
    return bridge_drawn * ground_factor


def station_works(stations_built: ShareByAlternative, station_cost: Usd) -> UsdByAlternative:
    """Stations, built or rebuilt."""
    return stations_built * station_cost


def old_line_works(
    old_length: KilometresByAlternative, upgrade_cost: UsdPerKilometreByAlternative
) -> UsdByAlternative:
    """Works on the existing line."""
    return old_length * upgrade_cost


def town_factor(
    built_up: KilometresByAlternative, new_length: KilometresByAlternative, built_up_weight: Share
) -> ShareByAlternative:
    """Works of a new line over those in the open, by its part through built-up or protected land."""
    return 1.0 + built_up / np.maximum(new_length, built_up + 1e-9) * (built_up_weight - 1.0)


def open_works(
    earthwork_cost: UsdByAlternative,
    structure_cost: UsdByAlternative,
    track_works: UsdByAlternative,
    power_works: UsdByAlternative,
    civil_works: UsdByAlternative,
) -> UsdParts:
    """Works of a new line by part as in the open; stations stand apart."""
    parts = (earthwork_cost, structure_cost, track_works, power_works, civil_works)
    return np.stack(np.broadcast_arrays(*parts, 0.0 * civil_works), axis=1)


def direct_works(open_works: UsdParts, town_factor: ShareByAlternative) -> UsdByAlternative:
    """Works of a new line."""
    return open_works.sum(axis=1) * town_factor


def estimate(
    direct_works: UsdByAlternative,
    station_works: UsdByAlternative,
    old_line_works: UsdByAlternative,
    development_share: Share,
    unit_cost_factor: Share,
) -> UsdByAlternative:
    """All works with studies and management, as one would estimate them today."""
    return (direct_works + station_works + old_line_works) * (1.0 + development_share) * unit_cost_factor


def capital_cost_by_alternative(estimate: UsdByAlternative, cost_overrun: Share) -> UsdByAlternative:
    """What building costs in the end: the estimate, and how such lines turned out."""
    return estimate * cost_overrun


def works_by_part(
    open_works: UsdParts, station_works: UsdByAlternative, town_factor: ShareByAlternative
) -> UsdParts:
    """Works of a new line by part, before studies and the outside view."""
    works = open_works * town_factor[:, np.newaxis]
    works[:, PARTS.index("stations")] = station_works
    return works


def alternative_cost_per_kilometre(
    capital_cost_by_alternative: UsdByAlternative, built_way: KilometresByAlternative
) -> UsdPerKilometreByAlternative:
    """What a kilometre costs in the end."""
    none = built_way <= 0.0
    return np.where(none, 0.0, capital_cost_by_alternative) / np.where(none, np.inf, built_way)
