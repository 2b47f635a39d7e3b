"""What an agreement may say of a flight."""

from __future__ import annotations

from egiz.proposals.kind import Cash, Lever, Promise, Term

AIRCRAFT = ("CRJ200", "ATR72", "Q400", "SSJ100", "E190", "E190E2", "A320", "A320neo", "B738", "B788", "A332")
"""Types that the study knows; the facts of each stand in ``assumptions.csv``."""

ANY = "any"
"""The operator chooses the type."""

TERMS = (
    Term("weekly_flights", unit="flight/week", low=1, high=70, whole=True),
    Term("aircraft", options=(ANY, *AIRCRAFT), default=ANY),
    Term("fare", unit="USD/pax", low=1, high=10_000, optional=True),
    Term("closed_from", unit="h", low=0, high=24, optional=True, partner="closed_until"),
    Term("closed_until", unit="h", low=0, high=24, optional=True, partner="closed_from"),
)

LEVERS = (
    Lever("weekly_flights", "instant", low=1, high=7, step=1),
    Lever("net_yield", "instant", low=0.05, high=0.3, step=0.01),
    Lever("fare", "instant", low=20, high=500, step=5),
    Lever("aircraft", "design"),
    Lever("closed_from", "design", low=0, high=24, step=1),
    Lever("closed_until", "design", low=0, high=24, step=1),
)

CASH_FLOW = (
    Cash("operator", "yearly_revenue", 1),
    Cash("operator", "yearly_cost", -1),
    Cash("operator", "yearly_support", 1),
    Cash("budget", "yearly_support", -1),
)

PROMISES = (
    Promise("passengers_per_sector", "passengers_per_sector", after_years=2.0),
    Promise("yearly_passengers", "yearly_passengers", after_years=2.0),
    Promise("load", "load", after_years=2.0),
)
