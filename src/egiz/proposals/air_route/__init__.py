"""The kind `air_route`: a direct flight between the airports of a pair, a few times a week."""

from egiz.figures.part import Need, Offer
from egiz.proposals.air_route import (
    cause,
    chosen,
    closure,
    counterfactual,
    demand,
    elsewise,
    headline,
    money,
    option,
    remedy,
    rider,
    season,
    sheet,
    triangle,
    viability,
)
from egiz.proposals.air_route.findings import findings
from egiz.proposals.air_route.prepare import prepare
from egiz.proposals.air_route.terms import CASH_FLOW, LEVERS, PROMISES, TERMS
from egiz.proposals.kind import Chart, Kind, Pick

REMEDIES_DRAWN = (
    "chance_viable_by_remedy",
    "yearly_support_by_remedy",
    "sector_support_by_remedy",
    "yearly_passengers_by_remedy",
)
"""What each remedy would do, and what it would cost a budget."""
MARKET = (
    "distance",
    "all_trips",
    "month_share",
    "air_constant",
    "airport_time",
    "one_sector",
    "hours_reference",
    "damping_hours",
    "time_weight",
    "cost_weight",
    "delay_weight",
    "induced_elasticity",
    "existing_logsum",
    "service_share",
    "in_air",
    "access_length",
)
"""What the flight takes from the market of the pair."""

KIND = Kind(
    id="air_route",
    terms=TERMS,
    prepare=prepare,
    sheets=(
        sheet,
        demand,
        money,
        headline,
        viability,
        option,
        rider,
        closure,
        chosen,
        counterfactual,
        cause,
        elsewise,
        season,
        triangle,
        remedy,
    ),
    offers=(Offer("service_appeal", "week_appeal"),),
    needs=(
        Need("purpose_share", "market.purpose_share"),
        Need("one_leg", "market.one_sector"),
        Need("service_co2", "market.service_co2"),
        *(Need(name, f"market.{name}") for name in MARKET),
        Need("air_scale", "market.nest_scale@air"),
        Need("rest_logsum", "market.rest_logsum", take="own"),
        Need("trips_brought", "trips_brought", take="all", unit="pax/year"),
    ),
    levers=LEVERS,
    cash_flow=CASH_FLOW,
    promises=PROMISES,
    findings=findings,
    words="egiz.proposals.air_route",
    timetable=(Pick("aircraft_type", axis="aircraft"), Pick("weekly_flights")),
    charts=(
        Chart("remedies", "bars", REMEDIES_DRAWN),
        Chart("causes", "bars", ("chance_viable_by_cause",)),
        Chart("months", "columns", ("monthly_passengers",)),
        Chart("purposes", "bars", ("yearly_passengers_by_purpose", "schedule_delay")),
        Chart("services", "bars", ("market.service_share",)),
    ),
)
