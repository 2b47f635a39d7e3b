"""The whole chain: price of ground, plan, profile, likely grounds, front."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from egiz.engines.alignment import (
    Alignment,
    Field,
    NoLineError,
    Prices,
    Standard,
    align,
    aligned,
    front,
    metre_price,
    profile,
    route,
    routed,
    strip_of,
    table_of,
    unbeaten,
)
from egiz.engines.alignment.record import Array, Array32
from egiz.engines.alignment.roughness import noise
from egiz.engines.alignment.vertical import Strip

PRICES = Prices(
    base=6000.0, fill=12.0, cut=10.0, formation=13.6, formation_in_cut=17.6, fill_slope=1.75, cut_slope=1.5,
    viaduct=18_000.0, viaduct_height=350.0, tunnel=45_000.0, bridge=30_000.0,
)  # fmt: skip
STANDARD = Standard(radius=3000.0, grade=0.02, vertical_radius=20_000.0, speed=69.4)
CELL = 250.0
ENDS = np.array([[2500.0, 10_000.0], [57_500.0, 10_000.0]])


def ground(height: Array32, deviation: float = 0.0) -> Field:
    """Dry ground of plain weight."""
    height = np.ascontiguousarray(height, dtype=np.float32)
    rough = np.full_like(height, deviation)
    return Field(0.0, 0.0, CELL, height, rough, np.ones_like(height), np.zeros(height.shape, dtype=bool))


def flat() -> Field:
    return ground(np.zeros((80, 240), dtype=np.float32))


def hills(seed: int, amplitude: float, shape: tuple[int, int] = (80, 240)) -> Array32:
    """Fractal hills."""
    rng = np.random.default_rng(seed)
    rows, columns = 2 * shape[0], 2 * shape[1]
    across = np.hypot(np.fft.fftfreq(rows)[:, None], np.fft.rfftfreq(columns)[None, :])
    across[0, 0] = 1.0
    spectrum = across**-1.8 * np.exp(2j * np.pi * rng.random(across.shape))
    spectrum[0, 0] = 0.0
    height = np.fft.irfft2(spectrum, (rows, columns))[: shape[0], : shape[1]]
    return np.asarray(amplitude * (height - height.mean()) / height.std(), dtype=np.float32)


def test_flat_ground_costs_the_base_and_its_weight() -> None:
    field = flat()
    field.weight[10, 10], field.weight[20, 20] = 3.0, np.inf
    field.water[30, 30] = True
    price = metre_price(field, STANDARD, PRICES)
    assert price[0, 0] == PRICES.base
    assert price[10, 10] == 3.0 * PRICES.base
    assert price[20, 20] == np.inf
    assert price[30, 30] == pytest.approx(PRICES.base + PRICES.bridge)


def test_a_slope_within_the_limit_costs_no_more_than_flat_ground() -> None:
    rise = np.arange(240, dtype=np.float32) * np.float32(0.9 * STANDARD.grade * CELL)
    price = metre_price(ground(np.broadcast_to(rise, (80, 240))), STANDARD, PRICES)
    assert price[8:-8, 8:-8] == pytest.approx(PRICES.base, rel=1e-3)


def test_a_ridge_costs_more_the_gentler_the_limit() -> None:
    away = np.abs(np.arange(240) - 120.0) * CELL
    ridge = np.broadcast_to(np.maximum(0.0, 150.0 - 0.03 * away), (80, 240))
    steep, gentle = (
        metre_price(ground(ridge), replace(STANDARD, grade=grade), PRICES)[40, 120] for grade in (0.03, 0.01)
    )
    assert PRICES.base < steep < gentle


@pytest.mark.parametrize(
    "turned", [np.transpose, np.flipud, np.fliplr, np.rot90], ids=["swap", "up", "left", "quarter"]
)
def test_the_price_of_ground_turns_and_mirrors_with_it(turned: Callable[[Array32], Array32]) -> None:
    height = hills(1, 100.0)
    price = metre_price(ground(height), STANDARD, PRICES)
    assert metre_price(ground(turned(height)), STANDARD, PRICES) == pytest.approx(turned(price), rel=1e-5)


@pytest.mark.parametrize("part", [0.4, 2.5])
def test_a_wall_is_tunnelled_where_that_is_cheaper_than_its_gap(part: float) -> None:
    """The gap lies to the side; going there costs the base of the longer way, and the break-even is known."""
    thick = 4
    aside = 12_500.0
    half = 0.5 * (ENDS[1, 0] - ENDS[0, 0])
    longer = 2.0 * (np.hypot(half, aside) - half)
    tunnel = part * longer * PRICES.base / (thick * CELL)
    height = np.zeros((120, 240), dtype=np.float32)
    height[:, 118 : 118 + thick] = 500.0
    height[int((10_000.0 + aside) / CELL) - 3 :, :] = 0.0
    dear = replace(PRICES, tunnel=tunnel, viaduct=1e6)
    found = align(ground(height), ENDS, STANDARD, dear)
    assert (found.profile.tunnel_m > 0.0) == (part < 1.0)


def test_flat_ground_takes_nothing_but_its_length() -> None:
    found = align(flat(), ENDS, STANDARD, PRICES)
    assert found.plan.length == pytest.approx(55_000.0, rel=1e-3)
    assert found.cost == pytest.approx(found.plan.length * PRICES.base, rel=1e-6)
    assert found.cost.shape == (8,)
    assert found.quantities.fill_m3 == pytest.approx(0.0, abs=1.0)
    assert found.quantities.built_up_m == 0.0


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_pricing_again_from_the_profile_never_makes_a_line_dearer(seed: int) -> None:
    field = ground(hills(seed, 120.0))
    price = metre_price(field, STANDARD, PRICES)
    table = table_of(PRICES)
    first = route(field, price, ENDS, STANDARD)
    second = routed(field, price, ENDS, STANDARD, PRICES)
    costs = [aligned(field, plan, STANDARD, PRICES).profile.cost for plan in (first, second)]
    assert costs[1] <= costs[0] * 1.002
    assert aligned(field, second, STANDARD, PRICES).profile.level == pytest.approx(
        align(field, ENDS, STANDARD, PRICES).profile.level
    )
    free = profile(strip_of(field, second), replace(STANDARD, grade=0.04), table)
    assert free.cost <= costs[1] * 1.001


def test_a_line_and_its_reverse_cost_the_same_in_profile() -> None:
    height = hills(5, 100.0)[40].astype(np.float64)
    chainage = np.arange(240) * CELL
    there = profile(Strip.of(chainage, height), STANDARD, table_of(PRICES))
    back = profile(Strip.of(chainage, height[::-1].copy()), STANDARD, table_of(PRICES))
    assert there.cost == pytest.approx(back.cost, rel=2e-3)


def test_unseen_ground_costs_more_the_rougher_it_is_and_its_samples_differ() -> None:
    lines = [align(ground(hills(4, 20.0), rough), ENDS, STANDARD, PRICES) for rough in (0.0, 15.0, 40.0)]
    means = [line.cost.mean() for line in lines]
    assert means[0] < means[1] < means[2]
    assert np.ptp(lines[0].cost) == 0.0
    assert len(set(lines[2].cost)) == 8
    again = align(ground(hills(4, 20.0), 40.0), ENDS, STANDARD, PRICES)
    assert (again.cost == lines[2].cost).all()
    other = align(ground(hills(4, 20.0), 40.0), ENDS, STANDARD, PRICES, seed=1, samples=3)
    assert other.cost.shape == (3,)
    assert not set(other.cost) & set(lines[2].cost)


def test_the_profile_told_lies_on_the_ground_of_the_raster() -> None:
    field = ground(hills(4, 20.0), 40.0)
    found = align(field, ENDS, STANDARD, PRICES)
    strip = strip_of(field, found.plan)
    seen = np.interp(found.profile.chainage, strip.chainage, strip.height)
    assert found.profile.ground == pytest.approx(seen)


def test_an_end_too_high_for_the_grade_says_where_the_line_stops() -> None:
    height = np.zeros((80, 240), dtype=np.float32)
    height[:, 225:] = 2000.0
    with pytest.raises(NoLineError) as stopped:
        align(ground(height), ENDS, STANDARD, PRICES)
    assert (stopped.value.x, stopped.value.y) == pytest.approx(tuple(ENDS[1]), abs=300.0)
    assert stopped.value.missing == pytest.approx(2000.0 / STANDARD.grade - 55_000.0, rel=0.1)


@pytest.mark.parametrize("hurst", [0.3, 0.7])
def test_noise_has_the_deviation_and_the_exponent_it_is_asked_for(hurst: float) -> None:
    field = replace(flat(), hurst=hurst, corner=20_000.0)
    chainage = np.arange(0.0, 400_000.0, 50.0)
    waves = np.array([noise(chainage, field, str(key), 0) for key in range(40)])
    assert waves.std() == pytest.approx(1.0, rel=0.02)
    near, far = (np.mean((waves[:, k:] - waves[:, :-k]) ** 2) for k in (4, 8))
    assert np.log2(far / near) == pytest.approx(2.0 * hurst, abs=0.12)


def test_the_front_keeps_what_nothing_beats() -> None:
    cost, time = np.array([3.0, 1.0, 2.0, 2.5, 1.0]), np.array([1.0, 4.0, 2.0, 3.0, 4.0])
    assert unbeaten(cost, time).tolist() == [True, True, True, False, False]


def test_a_front_goes_from_cheap_and_slow_to_dear_and_fast() -> None:
    field = ground(hills(6, 100.0))
    standards = [
        replace(STANDARD, radius=r, vertical_radius=v) for r, v in ((1500.0, 9000.0), (6000.0, 40_000.0))
    ]

    def run_time(line: object, standard: Standard) -> float:
        return 1.0 / standard.radius

    found = front(field, ENDS, standards, PRICES, run_time)
    assert [line.cost.mean() for line in found] == sorted(line.cost.mean() for line in found)
    assert 1 <= len(found) <= 2


@pytest.mark.parametrize("deviation", [0.0, 12.0])
def test_a_front_is_the_same_with_one_thread_and_with_many(deviation: float) -> None:
    field = ground(hills(8, 100.0), deviation)
    standards = [
        replace(STANDARD, radius=radius, speed=speed)
        for radius, speed in ((1200.0, 40.0), (2500.0, 60.0), (4000.0, 80.0), (5000.0, 90.0))
    ]

    def told(threads: int) -> tuple[list[float], list[bytes]]:
        asked = []

        def run_time(line: Alignment, standard: Standard) -> float:
            assert threading.current_thread() is threading.main_thread()
            asked.append(standard.speed)
            return line.plan.length / standard.speed

        found = front(field, ENDS, standards, PRICES, run_time, threads)
        parts = [
            (one.plan.x, one.plan.y, one.profile.level, one.cost, one.quantities.fill_m3) for one in found
        ]
        return asked, [part.tobytes() for line in parts for part in line]

    alone, together = told(1), told(4)
    assert alone[0] == [standard.speed for standard in standards]
    assert alone == together


def test_a_front_says_what_the_first_standard_without_a_line_lacks() -> None:
    wall = np.zeros((80, 240), dtype=np.float32)
    wall[:, 200:] = 400.0
    standards = [replace(STANDARD, grade=grade) for grade in (0.02, 0.0004, 0.0008, 0.02)]
    with pytest.raises(NoLineError) as many:
        front(ground(wall), ENDS, standards, PRICES, lambda line, standard: line.plan.length, 4)
    with pytest.raises(NoLineError) as alone:
        align(ground(wall), ENDS, standards[1], PRICES)
    assert str(many.value) == str(alone.value)


def test_quantities_add_up_to_the_cost() -> None:
    found = align(ground(hills(2, 120.0)), ENDS, STANDARD, PRICES)
    q = found.quantities
    viaduct = PRICES.viaduct * q.viaduct_m + PRICES.viaduct_height * q.viaduct_area_m2
    told: Array = PRICES.base * q.length_m + PRICES.fill * q.fill_m3 + PRICES.cut * q.cut_m3
    assert found.cost == pytest.approx(told + viaduct + PRICES.tunnel * q.tunnel_m, rel=2e-3)
