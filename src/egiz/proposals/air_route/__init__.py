"""The kind `air_route`: a direct flight between the airports of a pair, a few times a week."""

from egiz.figures.part import Need
from egiz.proposals.air_route import (
    cause,
    chosen,
    closure,
    counterfactual,
    elsewise,
    headline,
    money,
    option,
    remedy,
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

KIND = Kind(
    id="air_route",
    terms=TERMS,
    prepare=prepare,
    sheets=(
        sheet,
        money,
        headline,
        viability,
        option,
        closure,
        chosen,
        counterfactual,
        cause,
        elsewise,
        season,
        triangle,
        remedy,
    ),
    offers=(),
    needs=(
        Need("air_trips", "market.air_trips"),
        Need("distance", "market.distance"),
        Need("time_weight", "market.time_weight"),
        Need("purpose_share", "market.purpose_share"),
        Need("month_share", "market.month_share"),
        Need("one_leg", "market.one_sector"),
        Need("service_co2", "market.service_co2"),
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
        Chart("services", "bars", ("market.service_share",)),
    ),
)
