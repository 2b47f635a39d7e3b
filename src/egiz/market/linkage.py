"""Whether cities like these have a direct flight at all: a probit on the network of 2014.

Fitted by ``tools/fit_market.py`` on the terms of `egiz.market.gravity`. What is left to chance here goes
together with what is left there: a pair that has no flight though it looks like one carries less.
"""

from __future__ import annotations

from scipy.special import ndtr

from egiz.figures.unit import Share


def link_mass(
    log_people: Share,
    link_people: Share,
    log_near: Share,
    link_near: Share,
    log_wide: Share,
    link_wide: Share,
) -> Share:
    """What people of the cities and around them do for a link."""
    return log_people * link_people + log_near * link_near + log_wide * link_wide


def link_wealth(
    log_income: Share,
    link_income: Share,
    largest: Share,
    link_largest: Share,
    principal: Share,
    link_principal: Share,
) -> Share:
    """What incomes do for a link, and being the largest city of a country or of a part of it."""
    return log_income * link_income + largest * link_largest + principal * link_principal


def link_airfields(
    large_airports: Share,
    link_airport: Share,
    log_runway: Share,
    link_runway: Share,
    log_nation: Share,
    link_nation: Share,
) -> Share:
    """What sizes of the airports do for a link, and sizes of the countries."""
    return large_airports * link_airport + log_runway * link_runway + log_nation * link_nation


def link_deterrence(log_length: Share, link_length: Share, link_length_squared: Share) -> Share:
    """What distance does to a link."""
    return log_length * link_length + log_length**2 * link_length_squared


def link_far_mass(
    log_length: Share, log_people: Share, link_people_length: Share, log_near: Share, link_near_length: Share
) -> Share:
    """How much farther large cities reach than small ones."""
    return log_length * (log_people * link_people_length + log_near * link_near_length)


def link_crossing(
    border: Share,
    link_border: Share,
    log_length: Share,
    link_border_length: Share,
    log_income: Share,
    link_border_income: Share,
) -> Share:
    """What a border does to a link."""
    return border * (link_border + log_length * link_border_length + log_income * link_border_income)


def link_attraction(link_mass: Share, link_wealth: Share, link_airfields: Share) -> Share:
    """What speaks for a link by what the cities are."""
    return link_mass + link_wealth + link_airfields


def link_index(
    link_constant: Share,
    link_attraction: Share,
    link_deterrence: Share,
    link_far_mass: Share,
    link_crossing: Share,
) -> Share:
    """How much speaks for a direct flight, in standard deviations of chance."""
    return link_constant + link_attraction + link_deterrence + link_far_mass + link_crossing


def chance_linked(link_index: Share) -> Share:
    """Chance that a pair like this has a direct flight."""
    return ndtr(link_index)
