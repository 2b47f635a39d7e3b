"""Run time, electricity and seats by train, through the front door."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from egiz.figures.draw import Plan
from egiz.figures.ledger import Ledger
from egiz.proposals.fast_rail.terms import DESIGNS, TRAINS, speed_of
from egiz.report.telling import Namer
from egiz.report.words import Words
from egiz.study.agreement import AS_AGREED
from egiz.study.open import open_case
from egiz.study.prepare import prepare
from egiz.study.run import run

DAY = date(2017, 7, 31)
PLAN = Plan(200, 3)


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    case = open_case("astana-chelyabinsk", (), DAY).case
    rail = tuple(one for one in case.agreement.proposals if one.kind == "fast_rail")
    alone = replace(case, agreement=replace(case.agreement, proposals=rail))
    return run(prepare(alone, AS_AGREED), PLAN).ledger


def labels(ledger: Ledger, axis: str) -> tuple[str, ...]:
    return ledger.sheet.axes[f"ural-rail.{axis}"]


def value(ledger: Ledger, name: str) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    return ledger.value(f"ural-rail.{name}")


def test_the_train_of_the_study_takes_the_minutes_of_the_study(ledger: Ledger) -> None:
    minutes, hours = value(ledger, "train_minutes"), value(ledger, "hours_by_alternative")
    named, alternatives = labels(ledger, "train"), labels(ledger, "alternative")
    for extent in labels(ledger, "extent"):
        own = minutes[named.index(f"{extent}-generic-300")]
        assert own == pytest.approx(60.0 * hours[alternatives.index(f"{extent}-new-300")], rel=1e-9)
    ends = value(ledger, "end_to_end")
    assert minutes[0] == pytest.approx(60.0 * ends, rel=1e-9), "the first one is the train of the study"
    assert not value(ledger, "train_lag")[0].any()


def test_every_design_has_its_own_train_first_and_all_suit_its_speed(ledger: Ledger) -> None:
    pairs = labels(ledger, "design_train")
    minutes, hours = value(ledger, "train_minutes_by_design"), value(ledger, "hours_by_alternative")
    alternatives = labels(ledger, "alternative")
    for design in DESIGNS:
        own = [pair for pair in pairs if pair.startswith(design)]
        assert own[0] == f"{design}-{TRAINS[design]}"
        assert len(own) > 2
        for place, extent in enumerate(labels(ledger, "extent")):
            there = hours[alternatives.index(f"{extent}-{design}")]
            assert minutes[place, pairs.index(own[0])] == pytest.approx(60.0 * there, rel=1e-9)
    assert "new-350-velaro-rus" not in pairs
    assert "upgrade-160-velaro-e" not in pairs


def test_a_heavier_or_weaker_train_is_not_faster(ledger: Ledger) -> None:
    """Of two trains for 200 km/h the heavier one for its power; locomotives; trains held to a lower speed."""
    pairs, minutes = labels(ledger, "design_train"), value(ledger, "train_minutes_by_design")

    def of(pair: str) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
        return minutes[:, pairs.index(pair)]

    assert (of("upgrade-200-loco-160") > of("upgrade-200-emu-200-pair")).all()
    assert (of("upgrade-160-loco-160") > of("upgrade-160-emu-200-pair")).all()
    assert (of("new-250-velaro-rus") > of("new-250-talgo-350")).all()
    assert (of("new-300-talgo-250") > of("new-300-generic-300")).all()


def test_no_train_outruns_its_top_speed(ledger: Ledger) -> None:
    minutes, pairs = value(ledger, "train_minutes_by_design"), labels(ledger, "design_train")
    length = value(ledger, "built_way")[labels(ledger, "alternative").index("line-new-300")]
    for pair in (one for one in pairs if one.startswith("new-300")):
        top = 250.0 if pair.endswith(("talgo-250", "velaro-rus")) else speed_of("new-300")
        assert (minutes[0, pairs.index(pair)] > 60.0 * length / top).all()


def test_electricity_of_a_seat_is_that_of_the_train_over_its_seats(ledger: Ledger) -> None:
    train, seat, seats = (value(ledger, name) for name in ("train_use", "seat_use", "seats_by_train"))
    assert (seat * seats) == pytest.approx(train, rel=1e-12)
    assert ((train > 10.0) & (train < 60.0)).all()
    by_alternative = value(ledger, "energy_per_kilometre")
    place = labels(ledger, "alternative").index("onward-new-300")
    own = train[labels(ledger, "train").index("onward-generic-300")]
    assert own == pytest.approx(by_alternative[place], rel=1e-9)


def test_trains_and_lines_have_names(ledger: Ledger) -> None:
    words = Words.of(("egiz.report", "egiz.facts", "egiz.market", "egiz.proposals.fast_rail"))
    namer = Namer(words, {})
    for pair in labels(ledger, "design_train"):
        listed = namer.listed(pair)
        assert listed.group is not None
        assert listed.short is not None
        assert listed.short.en != pair
        assert listed.names.ru not in (pair, listed.names.en)
