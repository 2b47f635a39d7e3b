"""The kind `fast_rail`: a fast railway, new or made of the existing one, with every alternative beside it."""

from egiz.figures.part import Need, Offer
from egiz.proposals.fast_rail import (
    capital,
    carbon,
    choice,
    headline,
    money,
    operation,
    pays,
    rider,
    rolling,
    time,
    travel,
)
from egiz.proposals.fast_rail.findings import findings
from egiz.proposals.fast_rail.prepare import prepare
from egiz.proposals.fast_rail.terms import CASH_FLOW, LEVERS, PROMISES, TERMS
from egiz.proposals.kind import Chart, Kind, Pick

MARKET = (
    "all_trips",
    "purpose_share",
    "time_weight",
    "cost_weight",
    "delay_weight",
    "transfer_weight",
    "hours_reference",
    "damping_hours",
    "air_constant",
    "induced_elasticity",
    "existing_logsum",
)
"""What the railway takes from the market of the pair by the same name."""

OF_MODES = {
    "train_constant": "market.mode_constant@train",
    "bus_constant": "market.mode_constant@bus",
    "car_constant": "market.mode_constant@car",
    "ground_scale": "market.nest_scale@ground",
    "air_scale": "market.nest_scale@air",
    "station_access": "market.terminal_access@train",
    "station_wait": "market.terminal_hours@train",
}
"""Local name -> assumption of the market."""

ANSWERS = (
    "built_way",
    "hours_by_alternative",
    "yearly_riders_by_alternative",
    "capital_cost_by_alternative",
    "alternative_running_result",
    "npv_by_alternative",
    "yearly_support_by_alternative",
)
"""What each alternative comes to."""

MONEY = (
    "revenue_by_alternative",
    "running_by_alternative",
    "upkeep_by_alternative",
    "alternative_fare_needed",
    "alternative_riders_needed",
)
"""What each alternative earns and costs in a year, and what would make it pay."""

WORKS = (
    "tunnel_length",
    "viaduct_length",
    "bridge_length",
    "alternative_fleet",
    "energy_use",
    "energy_per_kilometre",
)
"""What each alternative takes."""

TRAINS = ("train_minutes", "train_lag", "train_use", "seat_use", "seats_by_train")
"""What each train that could run the design agreed comes to."""

KIND = Kind(
    id="fast_rail",
    terms=TERMS,
    prepare=prepare,
    sheets=(time, choice, travel, rider, capital, operation, rolling, money, pays, carbon, headline),
    offers=(Offer("service_appeal", "service_appeal"),),
    needs=(
        *(Need(name, f"market.{name}") for name in MARKET),
        *(Need(name, origin) for name, origin in OF_MODES.items()),
        Need("rest_logsum", "market.rest_logsum", take="own"),
    ),
    levers=LEVERS,
    cash_flow=CASH_FLOW,
    promises=PROMISES,
    findings=findings,
    words="egiz.proposals.fast_rail",
    timetable=(Pick("trains_a_day"),),
    charts=(
        Chart("alternatives", "table", ANSWERS, in_order=True),
        Chart("money", "table", MONEY, in_order=True),
        Chart("works", "table", WORKS, in_order=True),
        Chart("trains", "table", TRAINS, in_order=True),
        Chart("capital", "bars", ("capital_cost_by_alternative",)),
        Chart("npv", "bars", ("npv_by_alternative",)),
        Chart("modes", "bars", ("riders_by_mode",)),
    ),
    moved="npv",
)
