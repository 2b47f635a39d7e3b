"""The market takes what a timetable of the corridor tells of its services."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from egiz.facts.city import find_city
from egiz.facts.gtfs.write import feed_zip
from egiz.facts.gtfs.zone import in_one_zone
from egiz.facts.library import Facts
from egiz.figures.draw import Plan
from egiz.figures.ledger import Ledger
from egiz.market.connection import Connection
from egiz.market.prepare import market_part
from egiz.study.join import join
from egiz.study.journey.corridor import corridor_feed
from egiz.study.journey.link import connections_of
from egiz.study.journey.own import own, own_timetable
from egiz.study.region import region_of
from egiz.world.pair import Pair

SUMMER, LATER = date(2017, 7, 31), date(2024, 3, 1)
PAIR = ("Astana", "Chelyabinsk")


def told(names: tuple[str, str], day: date) -> Mapping[str, Connection]:
    facts = Facts.shipped()
    pair = Pair(*(region_of(find_city(name)) for name in names))
    found = connections_of(pair, facts.with_package("egiz.market", "market").at(day), facts.at(day))
    return {one.service: one for one in found}


def ledger_of(day: date) -> Ledger:
    facts = Facts.shipped()
    pair = Pair(*(region_of(find_city(name)) for name in PAIR))
    market = facts.with_package("egiz.market", "market").at(day)
    part = market_part(pair, market, tuple(told(PAIR, day).values()))
    return join((part,), facts.at(day).globals()).sheet.run(Plan(301, 1))


def test_every_service_of_the_corridor_is_told() -> None:
    assert set(told(PAIR, SUMMER)) == {"train", "connection", "via-SVX"}
    assert set(told(PAIR, LATER)) == {"train", "bus", "connection", "via-SVX"}
    assert set(told(PAIR, date(2016, 7, 5))) == {"train"}
    assert not told(PAIR, date(2016, 7, 1))


@pytest.mark.parametrize("names", [("Osh", "Kashgar"), ("Chelyabinsk", "Almaty"), (PAIR[0], "Yekaterinburg")])
def test_nothing_is_told_of_other_pairs(names: tuple[str, str]) -> None:
    assert not told(names, LATER)


def test_both_ways_are_one_market() -> None:
    there, back = told(PAIR, LATER), told(PAIR[::-1], LATER)
    assert set(there) == set(back)
    for name, one in there.items():
        for known, other in zip(one.stated().values(), back[name].stated().values(), strict=True):
            numbers = [(row.low, row.middle, row.high) for row, _ in (known, other)]
            assert numbers[0] == pytest.approx(numbers[1])


def test_the_train_is_as_its_rows_tell() -> None:
    train = told(PAIR, SUMMER)["train"]
    assert train.ride_hours.middle == pytest.approx(20.0)
    assert 19.0 < train.ride_hours.low < 20.0 < train.ride_hours.high < 21.0
    assert train.changes.middle == 0.0
    weekly = train.weekly_departures
    assert weekly.low < weekly.middle < weekly.high
    assert weekly.provenance.status == "memory"
    assert 1.0 <= train.unevenness < 1.2


def test_a_connection_has_its_change_and_its_wait() -> None:
    flown = told(PAIR, SUMMER)["connection"]
    assert flown.changes.middle == 1.0
    assert flown.ride_hours.middle > 3.7 + 2.6, "both flights and a change"
    assert "service_hours@air|NQZ|SVO" in flown.ride_hours.provenance.note


def test_a_bus_of_the_summer_is_found_in_the_other_half_of_the_year() -> None:
    bus = told(PAIR, LATER)["bus"]
    assert bus.chance_offered.middle == 0.5
    assert bus.changes.middle == 1.0


@pytest.mark.parametrize("day", [SUMMER, LATER])
def test_the_corridor_in_a_zip_says_the_same_as_a_users_timetable(day: date, tmp_path: Path) -> None:
    """The twin of the corridor; only trains differ, since with a bus behind them they are more."""
    path = tmp_path / "corridor.zip"
    path.write_bytes(feed_zip(in_one_zone(corridor_feed("astana-chelyabinsk", day), "Asia/Almaty")))
    facts = Facts.shipped()
    pair = Pair(*(region_of(find_city(name)) for name in PAIR))
    market = facts.with_package("egiz.market", "market").at(day)
    brought = own(own_timetable(str(path)), day, facts.sources)
    found = {one.service: one for one in connections_of(pair, market, facts.at(day), brought)}
    shipped = told(PAIR, day)
    assert set(found) == set(shipped)
    for name, one in found.items():
        numbers = [[row.middle for row, _ in it.stated().values()] for it in (one, shipped[name])]
        if name == "train":
            assert numbers[0][1] > numbers[1][1]
            assert one.ride_hours.provenance.source == "corridor.zip"
        else:
            assert numbers[0] == pytest.approx(numbers[1])
            assert one.unevenness == pytest.approx(shipped[name].unevenness)


def test_the_sheet_takes_them_with_their_sources() -> None:
    ledger = ledger_of(LATER)
    assert {"inform_2016", "top_news_2023"} <= set(ledger.sources("market.ride_hours"))
    train = told(PAIR, LATER)["train"]
    delay = 168.0 / (4.0 * train.weekly_departures.middle) * train.unevenness
    row = ledger.row("market.schedule_delay", ("train",))
    assert row.min() < delay < row.max()
    assert ledger.row("market.border_hours", ("train",)).max() == 0.0, "the ride holds it"
    assert ledger.row("market.border_hours", ("connection",)).min() > 0.0
