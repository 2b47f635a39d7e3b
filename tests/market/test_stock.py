"""Trains by name: every one runs, and its numbers are those of its sources."""

from __future__ import annotations

import numpy as np
import pytest

from egiz.engines.train import Drive, Track, run, steady_speed
from egiz.errors import InputError
from egiz.facts.library import Facts
from egiz.market.stock import Stock, stock_names, stock_of, train_with

KNOWN = Facts.shipped().at(Facts.shipped().edition)
NAMES = (
    "emu-200",
    "emu-200-pair",
    "generic-300",
    "generic-350",
    "loco-160",
    "talgo-250",
    "talgo-350",
    "velaro-e",
    "velaro-rus",
)


def test_every_train_is_known() -> None:
    assert stock_names(KNOWN) == NAMES
    with pytest.raises(InputError) as error:
        stock_of(KNOWN, "velaro")
    assert error.value.faults[0].key == "unknown-train"


@pytest.mark.parametrize("name", NAMES)
def test_every_train_runs_at_the_ends_of_its_doubt(name: str) -> None:
    stock = stock_of(KNOWN, name)
    line = Track(np.array([0.0, 100e3]), np.array([0.0, 300.0]), np.full(2, 100.0))
    for ends in (0.001, 0.5, 0.999):
        values = {
            key: float(fact.distribution.quantile(np.array([ends]))[0]) for key, fact in stock.facts.items()
        }
        found = run(train_with(values), line, Drive((0.0, 100e3), 0.0, values["recovery_margin"]))
        assert 0.6 * stock.train.top_speed < found.length / found.time < stock.train.top_speed
    # Nearly every one holds nearly its top speed on the level.
    assert steady_speed(stock.train) > 0.98 * stock.train.top_speed


@pytest.mark.parametrize(
    ("name", "speed", "resistance"),
    [
        ("generic-300", 250, 44.0),
        ("generic-300", 300, 59.5),
        ("velaro-e", 200, 37.1),
        ("velaro-e", 250, 53.0),
    ],
)
def test_resistance_is_that_of_the_source(name: str, speed: float, resistance: float) -> None:
    davis, v = stock_of(KNOWN, name).train.davis, speed / 3.6
    force = davis.constant + v * (davis.linear + v * davis.square)
    assert force == pytest.approx(resistance * 1e3, rel=0.012)


def test_the_velaro_of_russia_gathers_speed_as_its_source_says() -> None:
    train = stock_of(KNOWN, "velaro-rus").train
    line = Track(np.array([0.0, 30e3]), np.zeros(2), np.full(2, 120 / 3.6))
    found = run(train, line, Drive((0.0, 30e3), 0.0, 0.0, step=10.0))
    there = int(np.argmax(found.speed > 119.9 / 3.6))
    steps = np.diff(found.chainage[: there + 1]) * 2 / (found.speed[1 : there + 1] + found.speed[:there])
    assert 119.9 / 3.6 / steps.sum() == pytest.approx(0.395, abs=0.01)


def test_a_seen_number_keeps_its_source() -> None:
    stock: Stock = stock_of(KNOWN, "velaro-rus")
    assert stock.facts["starting_force"].provenance.status == "seen"
    assert stock.facts["resistance_square"].provenance.status == "memory"
    assert stock.middles["corner_force"] == 296.0
    assert "corner_force" not in stock_of(KNOWN, "talgo-250").facts
