"""Why the flight would be given up: each cause taken away on the same draws (docs/decisions/0012).

A cause is taken away when the flight has in its place what a usual new route has. Everything over the axis
``cause`` is the flight as agreed with that one thing changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

import numpy as np

from egiz.engines.flight import carried
from egiz.engines.survival import exit_hazard, ramped, surviving
from egiz.figures.unit import Array, Over, Share, Unit
from egiz.proposals.air_route.chosen import UsdPerSectorChosen
from egiz.proposals.air_route.headline import SeatsPerSectorChosen
from egiz.proposals.air_route.sheet import (
    PassengersPerSeat,
    PassengersPerSector,
    SectorsPerYear,
    TripsPerYear,
    UsdPerPassenger,
)
from egiz.proposals.air_route.viability import HazardPerMonth, Months, MonthsByPeriod, ShareByPeriod

CAUSES = (
    "few_travellers",
    "rival_airports",
    "other_modes",
    "few_days",
    "seats",
    "fare",
    "foreign_charges",
    "ramp_up",
)
"""Labels of the axis ``cause``."""

LARGEST_HAZARD = 1e12
"""Where a hazard of 24 months without bound is cut, so that its logarithm is a number."""

Cause = Over("cause")

ShareByCause = Annotated[Array, Unit("1"), Cause]
TripsByCause = Annotated[Array, Unit("pax/year"), Cause]
PassengersByCause = Annotated[Array, Unit("pax/sector"), Cause]
UsdPerSectorByCause = Annotated[Array, Unit("USD/sector"), Cause]
UsdPerPassengerByCause = Annotated[Array, Unit("USD/pax"), Cause]
CoverByCause = Annotated[Array, Unit("USD/USD"), Cause]
MonthsByCause = Annotated[Array, Unit("month"), Cause]
HazardByCause = Annotated[Array, Unit("1/month"), Cause]


def _laid_out(agreed: Array, changed: Mapping[str, Array]) -> Array:
    """What is agreed for every cause, but for those that change it."""
    return np.stack(np.broadcast_arrays(*(changed.get(cause, agreed) for cause in CAUSES)))


def cause_trips(
    chosen_trips: TripsPerYear,
    usual_route_passengers: TripsPerYear,
    trips_without_rivals: TripsPerYear,
    trips_without_modes: TripsPerYear,
    trips_if_daily: TripsPerYear,
) -> TripsByCause:
    """Trips a year that would take the flight without each cause."""
    return _laid_out(
        chosen_trips,
        {
            "few_travellers": np.maximum(chosen_trips, usual_route_passengers),
            "rival_airports": trips_without_rivals,
            "other_modes": trips_without_modes,
            "few_days": trips_if_daily,
        },
    )


def cause_passengers(
    cause_trips: TripsByCause,
    sectors: SectorsPerYear,
    chosen_seat_limit: PassengersPerSector,
    demand_variation: Share,
) -> PassengersByCause:
    """Passengers carried on a mean sector without each cause."""
    return carried(cause_trips / sectors, chosen_seat_limit, demand_variation)


def usual_passengers(
    seats_per_sector: SeatsPerSectorChosen, usual_load: PassengersPerSeat
) -> PassengersPerSector:
    """Passengers of a sector of the type chosen at the usual load."""
    return seats_per_sector * usual_load


def fitting_share(passengers_per_sector: PassengersPerSector, usual_passengers: PassengersPerSector) -> Share:
    """Part of the seats that would do for these passengers at the usual load."""
    return np.minimum(passengers_per_sector / usual_passengers, 1.0)


def covering_fare(
    chosen_empty_cost: UsdPerSectorChosen,
    usual_passengers: PassengersPerSector,
    chosen_cost_per_passenger: UsdPerPassenger,
) -> UsdPerPassenger:
    """Fare that covers the cost of a sector at the usual load."""
    return chosen_empty_cost / usual_passengers + chosen_cost_per_passenger


def cause_cost(
    cause_passengers: PassengersByCause,
    chosen_empty_cost: UsdPerSectorChosen,
    chosen_cost_per_passenger: UsdPerPassenger,
    fitting_share: Share,
    foreign_charge: UsdPerSectorChosen,
) -> UsdPerSectorByCause:
    """Cost of a sector without each cause: fewer seats cost less in proportion."""
    empty = {
        "seats": chosen_empty_cost * fitting_share,
        "foreign_charges": chosen_empty_cost - foreign_charge,
    }
    return _laid_out(chosen_empty_cost, empty) + cause_passengers * chosen_cost_per_passenger


def cause_fare(net_fare: UsdPerPassenger, covering_fare: UsdPerPassenger) -> UsdPerPassengerByCause:
    """Net fare one way without each cause."""
    return _laid_out(net_fare, {"fare": np.maximum(net_fare, covering_fare)})


def cause_cover(
    cause_passengers: PassengersByCause, cause_fare: UsdPerPassengerByCause, cause_cost: UsdPerSectorByCause
) -> CoverByCause:
    """What the fares of a mature year cover of its cost without each cause."""
    return cause_passengers * cause_fare / cause_cost


def cause_paid_cover(cause_cover: CoverByCause, gap_paid: Share) -> CoverByCause:
    """Fares and what a budget pays of the gap, over the cost, without each cause."""
    return cause_cover + gap_paid * np.maximum(1.0 - cause_cover, 0.0)


def cause_relative_cover(
    cause_paid_cover: CoverByCause, exit_cover_most: Share, exit_cover_reference: Share
) -> ShareByCause:
    """Cover without each cause over that of the routes the hazard was fitted on."""
    return np.minimum(cause_paid_cover, exit_cover_most) / exit_cover_reference


def cause_ramp_weight(
    ramp_weight: Months, ramp_up: ShareByPeriod, ramp_months: MonthsByPeriod, exit_thinness: Share
) -> MonthsByCause:
    """Months at the mature hazard that weigh as much as the first 24, without each cause."""
    known = ramped(np.maximum(ramp_up, 1.0), ramp_months, exit_thinness)
    return _laid_out(ramp_weight, {"ramp_up": known})


def cause_relative_size(
    cause_passengers: PassengersByCause,
    sectors: SectorsPerYear,
    exit_passengers_most: TripsPerYear,
    exit_passengers_scale: TripsPerYear,
) -> ShareByCause:
    """Passengers without each cause over those at which the hazard is stated."""
    return np.minimum(cause_passengers * sectors, exit_passengers_most) / exit_passengers_scale


def cause_hazard(
    cause_relative_size: ShareByCause,
    cause_relative_cover: ShareByCause,
    usual_hazard: HazardPerMonth,
    exit_thinness: Share,
    exit_cover_elasticity: Share,
) -> HazardByCause:
    """Hazard a month that the service is given up without each cause."""
    return exit_hazard(
        cause_relative_size, cause_relative_cover, usual_hazard, exit_thinness, exit_cover_elasticity
    )


def chance_viable_by_cause(
    cause_hazard: HazardByCause, cause_ramp_weight: MonthsByCause, closure_survived: Share
) -> ShareByCause:
    """Chance that the service runs at least 24 months if each cause were taken away."""
    return surviving(cause_hazard, cause_ramp_weight) * closure_survived


def cause_weight(
    hazard: HazardPerMonth,
    ramp_weight: Months,
    cause_hazard: HazardByCause,
    cause_ramp_weight: MonthsByCause,
) -> ShareByCause:
    """Logarithm by which the hazard of 24 months falls if each cause were taken away."""
    return np.log(_held(hazard * ramp_weight)) - np.log(_held(cause_hazard * cause_ramp_weight))


def cause_order(cause_weight: ShareByCause) -> ShareByCause:
    """Place of each cause by its expected weight, counted from 0, the heaviest first."""
    heaviest = np.argsort(-cause_weight.mean(axis=-1, keepdims=True), axis=0, kind="stable")
    return np.argsort(heaviest, axis=0, kind="stable").astype(np.float64)


def cause_first(cause_order: ShareByCause) -> Share:
    """Number of the cause that weighs most, counted from 0."""
    return cause_order.argmin(axis=0).astype(np.float64)


def cause_second(cause_order: ShareByCause) -> Share:
    """Number of the cause that comes second, counted from 0."""
    return (cause_order == 1.0).argmax(axis=0).astype(np.float64)


def cause_third(cause_order: ShareByCause) -> Share:
    """Number of the cause that comes third, counted from 0."""
    return (cause_order == 2.0).argmax(axis=0).astype(np.float64)  # noqa: PLR2004 - the third from 0


def chance_without_first(chance_viable_by_cause: ShareByCause, cause_first: Share) -> Share:
    """Chance of 24 months if the cause that weighs most were taken away."""
    return _numbered(chance_viable_by_cause, cause_first)


def chance_without_second(chance_viable_by_cause: ShareByCause, cause_second: Share) -> Share:
    """Chance of 24 months if the cause that comes second were taken away."""
    return _numbered(chance_viable_by_cause, cause_second)


def chance_without_third(chance_viable_by_cause: ShareByCause, cause_third: Share) -> Share:
    """Chance of 24 months if the cause that comes third were taken away."""
    return _numbered(chance_viable_by_cause, cause_third)


def causes_named(cause_weight: ShareByCause, least_cause_weight: Share) -> Share:
    """How many causes weigh enough to be named."""
    heavy = cause_weight.mean(axis=-1, keepdims=True) >= least_cause_weight
    return heavy.sum(axis=0).astype(np.float64)


def _numbered(by_cause: Array, number: Array) -> Array:
    """Row of a number that is the same in every draw."""
    row: Array = by_cause[int(number[0])]
    return row


def _held(whole: Array) -> Array:
    """Hazard of 24 months, above nought and not without bound."""
    held: Array = np.clip(whole, 1.0 / LARGEST_HAZARD, LARGEST_HAZARD)
    return held
