"""A city without a dated row takes the table of the world: from memory, projected, never timeless."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from egiz.facts.city import find_city
from egiz.facts.city_fact import income_of, people_of
from egiz.facts.library import Facts
from egiz.figures.assumption import Assumption
from egiz.figures.distribution import MEMORY_WIDENING, Pert
from egiz.report import document as doc
from egiz.report import ground

FACTS = Facts.shipped().at(date(2017, 7, 31))
OSH = find_city("Osh, KG")
TABLED = (people_of(OSH, FACTS), income_of(OSH, FACTS))


def told(fact: Assumption) -> doc.Node:
    dating, origin = fact.dating, fact.provenance
    known = dating.known_from.isoformat() if dating.known_from else ""
    money, numbers = (dating.price_year, dating.projected), (None, 1.0, None)
    read = doc.Read(
        origin.source,
        origin.locator,
        origin.status,
        origin.note,
        dating.about,
        known,
        *money,
        "pert",
        *numbers,
    )
    return doc.Node(doc.Texts("", "", ""), fact.unit, (), read, (), ())


@pytest.mark.parametrize("fact", TABLED)
def test_the_table_is_no_surer_than_its_doubt_and_its_growth(fact: Assumption) -> None:
    name = fact.key.partition("@")[0]
    assert fact.provenance.status == "memory"
    assert fact.provenance.note.endswith(f"memory by {name}_table_doubt, {fact.dating.projected}")


def test_doubt_and_growth_are_widened_once_each() -> None:
    (fact, _), years = TABLED, (date(2026, 7, 2) - date(2017, 7, 31)).days / 365.2425
    assert isinstance(fact.distribution, Pert)
    own = np.log(1.03 / (1.03 - 0.15 * MEMORY_WIDENING))
    rate = 0.008, 0.008 + 0.017 * MEMORY_WIDENING
    index = years * np.log((1.0 + rate[1]) / (1.0 + rate[0]))
    doubt = np.log(fact.distribution.mode / fact.distribution.low)
    assert doubt == pytest.approx(np.hypot(own, index), rel=1e-3)


@pytest.mark.parametrize("fact", TABLED)
def test_a_projected_fact_is_not_listed_as_timeless(fact: Assumption) -> None:
    plain = FACTS.pick("people_table_doubt")
    listed = ground.timeless({fact.key: told(fact), plain.key: told(plain)})
    assert [item.key for item in listed] == [plain.key]
