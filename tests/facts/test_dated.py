"""Facts obey the day of the study, and come to its time and its money."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from egiz.errors import InputError
from egiz.facts.library import Facts
from egiz.facts.projection import Rule
from egiz.facts.table import HEADER, read_rows
from egiz.figures.assumption import Assumption, Source
from egiz.figures.distribution import MEMORY_WIDENING, Normal, Pert, Triangular

SOURCES = {"paper": Source("paper", "A paper", "", "", "", "")}
RULES = {"people": Rule("growth", "level"), "rate": Rule("", "none")}
MIDDLE = np.array([0.5])

ROWS = """
people,Astana,900000,1000000,1100000,pert,person,,2015-01-01,2015-06-30,seen,paper,,
people,Astana,1100000,1200000,1300000,pert,person,,2018-01-01,2018-06-30,seen,paper,,
people,Omsk,,1000000,,fixed,person,,2015-01-01,2015-06-30,memory,paper,,
growth,Astana,0.01,0.03,0.05,pert,1/year,,,,seen,paper,,
growth,world,-0.01,0.0,0.01,pert,1/year,,,,memory,paper,,
rate,KZT/USD,,300,,fixed,KZT/USD,,2016,2017-01-15,seen,paper,,
wage,,4,5,7,pert,USD/h,2012,2012,2013-01-31,memory,paper,,
share,,0.6,0.85,0.97,pert,1,,,,memory,paper,,
speed,,500,,700,normal,km/h,,,,seen,paper,,
price_index,USD,,90,,fixed,1,,2012,2013-03-31,seen,paper,,
price_index,USD,,99,,fixed,1,,2016,2017-03-31,seen,paper,,
inflation,USD,0.01,0.02,0.03,pert,1/year,,,,seen,paper,,
"""


def library(rows: str = ROWS) -> Facts:
    text = ",".join(HEADER) + "\n" + rows.strip() + "\n"
    return Facts(read_rows(text, "t.csv", SOURCES, RULES), SOURCES, RULES)


def middle(fact: Assumption) -> float:
    return float(fact.distribution.quantile(MIDDLE)[0])


def test_the_latest_row_known_by_the_day_is_taken() -> None:
    facts = library()
    assert facts.at(date(2018, 6, 29)).pick("people", "Astana").dating.about == "2015-01-01"
    assert facts.at(date(2018, 6, 30)).pick("people", "Astana").dating.about == "2018-01-01"


def test_nothing_is_known_too_early() -> None:
    dated = library().at(date(2015, 6, 29))
    with pytest.raises(InputError) as caught:
        dated.pick("people", "Astana")
    (fault,) = caught.value.faults
    assert fault.key == "no-fact-yet"
    assert fault.values["first"] == "2015-06-30"
    assert dated.find("people", "Astana") is None


def test_a_fact_that_nobody_wrote_is_another_fault() -> None:
    with pytest.raises(InputError) as caught:
        library().at(date(2020, 1, 1)).pick("people", "Atlantis")
    assert [fault.key for fault in caught.value.faults] == ["no-fact"]


def test_a_level_grows_with_its_own_index() -> None:
    fact = library().at(date(2017, 1, 1)).pick("people", "Astana")
    assert isinstance(fact.distribution, Pert)
    assert fact.distribution.mode == pytest.approx(1e6 * 1.03 ** (731 / 365.2425), rel=1e-9)
    assert fact.dating.projected == "growth@Astana"


def test_the_doubt_of_the_index_is_folded_in() -> None:
    fact = library().at(date(2017, 1, 1)).pick("people", "Astana")
    assert isinstance(fact.distribution, Pert)
    years = 731 / 365.2425
    own, index = np.log(1.0 / 0.9), years * np.log(1.03 / 1.01)
    low = fact.distribution.mode * np.exp(-np.hypot(own, index))
    assert fact.distribution.low == pytest.approx(low, rel=1e-9)


def test_a_fixed_level_gets_a_range_and_the_index_of_the_world() -> None:
    fact = library().at(date(2016, 1, 1)).pick("people", "Omsk")
    assert isinstance(fact.distribution, Triangular)
    assert fact.distribution.low < 1e6 < fact.distribution.high
    assert fact.dating.projected == "growth@world"


def test_no_fact_is_carried_back() -> None:
    rows = "people,Astana,,1000000,,fixed,person,,2020,2017-01-01,seen,paper,,\n"
    with pytest.raises(InputError):
        library(rows)
    early = "people,Astana,,1000000,,fixed,person,,2017,2017-01-15,seen,paper,,\n"
    fact = library(early + ROWS.strip().splitlines()[3]).at(date(2017, 2, 1)).pick("people", "Astana")
    assert middle(fact) == 1e6
    assert fact.dating.projected == ""


def test_a_dated_fact_without_an_index_stays_as_it_is() -> None:
    fact = library().at(date(2020, 1, 1)).pick("rate", "KZT/USD")
    assert (middle(fact), fact.dating.projected) == (300.0, "")


def test_money_comes_to_the_price_year_once() -> None:
    dated = library().at(date(2017, 7, 31), price_year=2016)
    fact = dated.pick("wage")
    assert fact.dating.price_year == 2016
    assert isinstance(fact.distribution, Pert)
    assert fact.distribution.mode == pytest.approx(5.0 * 99 / 90)


def test_the_price_level_is_carried_past_its_last_year() -> None:
    fact = library().at(date(2017, 7, 31)).pick("wage")
    assert fact.dating.price_year == 2017
    assert isinstance(fact.distribution, Pert)
    assert fact.distribution.mode == pytest.approx(5.0 * 99 / 90 * 1.02)


def test_a_later_price_level_is_not_seen_before_it_is_known() -> None:
    fact = library().at(date(2016, 6, 1)).pick("wage")
    assert isinstance(fact.distribution, Pert)
    assert fact.distribution.mode == pytest.approx(5.0 * 1.02**4)


def test_money_of_a_year_without_a_level_is_refused() -> None:
    row = "wage,,4,5,7,pert,USD/h,1990,1990,1991-01-31,seen,paper,,\n" + ROWS.strip().splitlines()[9]
    with pytest.raises(InputError) as caught:
        library(row).at(date(2020, 1, 1)).pick("wage")
    assert [fault.key for fault in caught.value.faults] == ["no-price-index"]


@pytest.mark.parametrize("year", [1990, 2011])
def test_a_price_year_without_a_level_is_refused(year: int) -> None:
    with pytest.raises(InputError) as caught:
        library().at(date(2020, 1, 1), price_year=year).pick("wage")
    assert [fault.values["year"] for fault in caught.value.faults] == [year]


def test_memory_is_widened_once_and_a_share_stays_one() -> None:
    fact = library().at(date(2020, 1, 1)).pick("share")
    assert isinstance(fact.distribution, Pert)
    assert fact.distribution.low == pytest.approx(0.85 - 0.25 * MEMORY_WIDENING)
    assert fact.distribution.high == 1.0
    seen = library().at(date(2020, 1, 1)).pick("speed")
    assert seen.distribution == Normal(500.0, 700.0)


def growth_in_doubt(fact: Assumption) -> float:
    """Logarithm of the middle over the low end."""
    assert isinstance(fact.distribution, Pert)
    return float(np.log(fact.distribution.mode / fact.distribution.low))


def test_a_row_and_its_index_from_memory_are_widened_once_each() -> None:
    rows = """
people,Omsk,900000,1000000,1100000,pert,person,,2015-01-01,2015-06-30,memory,paper,,
growth,world,-0.01,0.03,0.05,pert,1/year,,,,memory,paper,,
"""
    years = 731 / 365.2425
    own = np.log(1e6 / (1e6 - 1e5 * MEMORY_WIDENING))
    index = years * np.log(1.03 / (1.03 - 0.04 * MEMORY_WIDENING))
    fact = library(rows).at(date(2017, 1, 1)).pick("people", "Omsk")
    assert growth_in_doubt(fact) == pytest.approx(np.hypot(own, index), rel=1e-9)
    seen = library(rows.replace("memory", "seen", 1)).at(date(2017, 1, 1)).pick("people", "Omsk")
    assert growth_in_doubt(seen) == pytest.approx(np.hypot(np.log(1.0 / 0.9), index), rel=1e-9)


def test_a_row_is_no_surer_than_the_index_that_carried_it() -> None:
    rows = ROWS.replace(
        "fixed,person,,2015-01-01,2015-06-30,memory", "fixed,person,,2015-01-01,2015-06-30,seen"
    )
    carried = library(rows).at(date(2017, 1, 1)).pick("people", "Omsk").provenance
    assert (carried.status, carried.note) == ("memory", "memory by growth@world")
    own = library(rows).at(date(2017, 1, 1)).pick("people", "Astana").provenance
    assert (own.status, own.note) == ("seen", "")


def test_a_price_is_no_surer_than_the_price_level() -> None:
    rows = ROWS.replace("2013-01-31,memory", "2013-01-31,seen").replace(
        "2017-03-31,seen", "2017-03-31,derived"
    )
    own = library(rows).at(date(2020, 1, 1), price_year=2012).pick("wage").provenance
    brought = library(rows).at(date(2020, 1, 1), price_year=2016).pick("wage").provenance
    assert own.status == "seen"
    assert (brought.status, brought.note) == ("derived", "derived by price_index@USD")


def test_the_count_of_air_trips_carried_by_memory_is_memory() -> None:
    facts = Facts.shipped().with_package("egiz.market").at(date(2026, 3, 31))
    count = facts.pick("air_trips_observed", "Chelyabinsk|KZ")
    assert count.provenance.status == "memory"
    assert count.provenance.note.endswith("memory by air_trips_growth@world")


def test_keys_name_their_owner() -> None:
    facts = library()
    own = Facts(facts.rows, facts.sources, facts.rules, frozenset({"speed"}), "direct-flight")
    dated = own.at(date(2020, 1, 1))
    assert dated.pick("speed").key == "direct-flight.speed"
    assert dated.pick("people", "Omsk").key == "people@Omsk"
    assert list(dated.locals()) == ["speed"]
    assert {fact.key for fact in dated.globals()} == {"wage", "share"}


def test_locals_tell_every_fact_not_known_yet() -> None:
    facts = library()
    own = Facts(facts.rows, facts.sources, facts.rules, frozenset({"wage", "speed"}), "x")
    with pytest.raises(InputError) as caught:
        own.at(date(2013, 1, 1)).locals()
    assert [fault.values["name"] for fault in caught.value.faults] == ["wage"]


def test_lists_of_projected_and_timeless_facts() -> None:
    dated = library().at(date(2017, 7, 31))
    assert {fact.key for fact in dated.projected} == {"people@Astana", "people@Omsk"}
    assert {fact.key for fact in dated.timeless} == {
        "growth@Astana",
        "growth@world",
        "share",
        "speed",
        "inflation@USD",
    }
    assert dated.scopes("people") == ("Astana", "Omsk")
    assert dated.nearest("people", ("Kurgan", "Omsk", "Astana")) == dated.pick("people", "Omsk")


@given(st.integers(0, 3000), st.integers(1, 2000))
def test_doubt_grows_with_the_years(days: int, more: int) -> None:
    facts = library(ROWS.replace("people,Astana,1100000", "people,Almaty,1100000"))
    first = date(2015, 6, 30) + timedelta(days)
    near, far = (facts.at(day).pick("people", "Astana") for day in (first, first + timedelta(more)))
    assert isinstance(near.distribution, Pert)
    assert isinstance(far.distribution, Pert)
    assert near.distribution.high / near.distribution.low < far.distribution.high / far.distribution.low


@given(st.floats(0.1, 10.0))
def test_a_change_of_measure_scales_the_range(factor: float) -> None:
    plain = library().at(date(2017, 1, 1)).pick("people", "Astana").distribution
    scaled = [f"{float(text) * factor:.17g}" for text in ("900000", "1000000", "1100000")]
    rows = ROWS.replace("900000,1000000,1100000", ",".join(scaled), 1)
    other = library(rows).at(date(2017, 1, 1)).pick("people", "Astana").distribution
    u = np.linspace(0.05, 0.95, 7)
    np.testing.assert_allclose(other.quantile(u), factor * plain.quantile(u), rtol=1e-6)
