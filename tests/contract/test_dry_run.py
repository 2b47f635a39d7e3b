"""The dry run itself, on a toy with the slips that dimensions alone do not show."""

from __future__ import annotations

import sys
from typing import Annotated

import numpy as np
import pint
import pytest

from contract.dry_run import check_units, exemptions, registry
from egiz.figures.assumption import Assumption, Provenance
from egiz.figures.distribution import Uniform
from egiz.figures.quantity import quantities
from egiz.figures.sheet import Sheet
from egiz.figures.unit import MEASURES, Array, Hours, Kilometres, Share, Unit, in_pint, is_unit

Fare = Annotated[Array, Unit("USD/pax")]
Seats = Annotated[Array, Unit("seat/sector")]
Riders = Annotated[Array, Unit("pax/sector")]
Loads = Annotated[Array, Unit("pax/seat")]
PerWeek = Annotated[Array, Unit("sector/week")]
PerYear = Annotated[Array, Unit("sector/year")]
Weeks = Annotated[Array, Unit("week/year")]
Money = Annotated[Array, Unit("USD/year")]
Speed = Annotated[Array, Unit("km/h")]
Minutes = Annotated[Array, Unit("min")]

UNIT_EXEMPT = {"fitted_time": "a fitted log"}


def yearly_sectors(weekly_sectors: PerWeek, weeks: Weeks) -> PerYear:
    return weekly_sectors * weeks


def yearly_sectors_bare(weekly_sectors: PerWeek) -> PerYear:
    return weekly_sectors * 52


def riders(seats: Seats, load: Loads) -> Riders:
    return seats * load


def riders_bare(seats: Seats, load_share: Share) -> Riders:
    return seats * load_share


def revenue(riders: Riders, fare: Fare, yearly_sectors: PerYear) -> Money:
    return riders * fare * yearly_sectors


def leg_time(leg: Kilometres, speed: Speed) -> Hours:
    return leg / speed


def leg_minutes(leg: Kilometres, speed: Speed) -> Minutes:
    return leg / speed * 60


def padded_time(leg_time: Hours) -> Hours:
    return leg_time + 0.5


def longer_time(leg_time: Hours, other_time: Hours) -> Hours:
    return np.where(leg_time > other_time, leg_time, np.maximum(other_time, 0.0))


def time_share(leg_time: Hours, other_time: Hours) -> Share:
    return np.exp(-(np.log(leg_time / other_time) ** 2))


def fitted_time(leg: Kilometres) -> Hours:
    return 0.1 * np.log(leg)


def stepped_time(leg: Kilometres, other_time: Hours) -> Hours:
    return np.where(leg > 700.0, other_time, 2.0 * other_time)


INPUTS = {
    "weekly_sectors": ("sector/week", 2.0, 7.0),
    "weeks": ("week/year", 52.0, 52.3),
    "seats": ("seat/sector", 50.0, 180.0),
    "load": ("pax/seat", 0.5, 0.9),
    "load_share": ("1", 0.5, 0.9),
    "fare": ("USD/pax", 60.0, 160.0),
    "leg": ("km", 500.0, 1500.0),
    "speed": ("km/h", 300.0, 800.0),
    "other_time": ("h", 1.0, 3.0),
}
BAD = {
    "yearly_sectors_bare": "'sector/year', week^0 year^-1, but goes with week^-1 year^0; off by x52.18",
    "riders_bare": "declared in 'pax/sector', pax^1 seat^0, but goes with pax^0 seat^1",
    "leg_minutes": "declared in 'min', hour^0 minute^1, but goes with hour^1 minute^0; off by x60",
    "padded_time": "goes with no power of hour: it adds, compares or looks up without a unit",
    "stepped_time": "goes with no power of kilometer: it adds, compares or looks up without a unit",
}


def toy() -> Sheet:
    given = [
        Assumption(key, unit, Uniform(low, high), Provenance("toy"))
        for key, (unit, low, high) in INPUTS.items()
    ]
    return Sheet.bind(quantities([sys.modules[__name__]]), given, {})


def test_each_slip_is_told_once_with_its_factor() -> None:
    lines = check_units(toy())
    assert len(lines) == len(BAD)
    for line in lines:
        key, _, rest = line.partition(" ")
        assert rest.startswith(f"({__name__.replace('.', '/')}.py:")
        assert BAD[key] in rest


def test_exemptions_are_listed_with_their_reason() -> None:
    assert exemptions(toy()) == ["fitted_time: a fitted log"]


def test_an_exemption_of_nothing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(UNIT_EXEMPT, "gone", "was renamed")
    assert f"{__name__}: UNIT_EXEMPT names gone, which is no function of the module" in check_units(toy())


def test_pint_itself_comes_to_the_same_verdicts() -> None:
    """Twin: bare numbers against true units, as far as pint can carry a formula."""
    units = registry()
    sheet = toy()
    for quantity in sheet.quantities:
        if quantity.key in ("longer_time", "fitted_time"):
            continue
        asked = [units.Quantity(1.7, in_pint(ask.unit)) for ask in quantity.asks]
        bare = quantity.formula(*[one.magnitude for one in asked])
        try:
            real = quantity.formula(*asked)
            ratio = units.Quantity(real).to(in_pint(quantity.unit)).magnitude / bare
        except (pint.DimensionalityError, ValueError):
            ratio = np.inf
        assert (abs(ratio - 1.0) > 0.01) == (quantity.key in BAD), quantity.key


def test_every_measure_is_read_by_pint() -> None:
    units = registry()
    for measure in MEASURES:
        assert is_unit(measure)
        assert units.parse_units(in_pint(measure)) is not None, measure
        assert units.parse_units(in_pint(f"USD/{measure}")) is not None, measure
