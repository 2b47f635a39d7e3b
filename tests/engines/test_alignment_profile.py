"""The profile of a line: against a linear programme, by hand, and on a thousand random grounds."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from scipy import sparse
from scipy.optimize import linprog

from egiz.engines.alignment.record import Array, Prices, Profile, Standard, Structure
from egiz.engines.alignment.structure import Table, switches, table_of
from egiz.engines.alignment.vertical import Fineness, NoProfileError, Stops, Strip, profile
from egiz.engines.alignment.vertical.grid import fine_grid
from egiz.errors import EngineError

PRICES = Prices(
    base=6000.0, fill=12.0, cut=10.0, formation=13.6, formation_in_cut=17.6, fill_slope=1.75, cut_slope=1.5,
    viaduct=18_000.0, viaduct_height=350.0, tunnel=45_000.0, bridge=30_000.0,
)  # fmt: skip
STANDARD = Standard(radius=5000.0, grade=0.02, vertical_radius=34_600.0, speed=83.3)


def rough(length: float, seed: int, amplitude: float, hurst: float = 0.7) -> Strip:
    """Fractal ground over a length."""
    rng = np.random.default_rng(seed)
    chainage = np.append(np.arange(0.0, length - 50.0, 100.0), length)
    frequency = np.maximum(np.fft.rfftfreq(2 * len(chainage)), 1e-9)
    spectrum = frequency ** (-hurst - 0.5) * np.exp(2j * np.pi * rng.random(len(frequency)))
    spectrum[0] = 0.0
    height = np.fft.irfft(spectrum)[: len(chainage)]
    return Strip.of(chainage, amplitude * height / height.std())


def table_of_function(price: Array, height: Array) -> Table:
    """A table of any price of a metre by height, nothing else told."""
    nothing = np.zeros((2, len(height)))
    return Table(float(height[0]), float(height[1] - height[0]), np.stack([price, price]),
                 nothing.astype(np.int8), nothing, nothing)  # fmt: skip


def absolute() -> Table:
    height = np.arange(-4000, 4001) * 0.1
    return table_of_function(np.abs(height), height)


def programme(strip: Strip, standard: Standard) -> float:
    """Least sum of heights over and under the ground, by linear programming."""
    n, step = len(strip.chainage), strip.chainage[1]
    share = np.full(n, step)
    share[[0, -1]] /= 2.0
    one, none = sparse.eye(n), sparse.csr_matrix
    first = sparse.diags([-1.0, 1.0], [0, 1], shape=(n - 1, n))
    second = sparse.diags([1.0, -2.0, 1.0], [0, 1, 2], shape=(n - 2, n))
    rows = [sparse.hstack([one, -one]), sparse.hstack([-one, -one])]
    for part in (first, second):
        rows += [sparse.hstack([sign * part, none(part.shape)]) for sign in (1.0, -1.0)]
    limit = [strip.height, -strip.height, np.full(2 * n - 2, standard.grade * step),
             np.full(2 * n - 4, step**2 / standard.vertical_radius)]  # fmt: skip
    bounds = [(None, None)] * n + [(0.0, None)] * n
    bounds[0], bounds[n - 1] = (strip.height[0],) * 2, (strip.height[-1],) * 2
    cost = np.append(np.zeros(n), share)
    return float(linprog(cost, sparse.vstack(rows).tocsc(), np.concatenate(limit), bounds=bounds).fun)


def violations(found: Profile, standard: Standard) -> float:
    """Largest excess over the grade limit or the vertical radius, as a part of it."""
    way = np.diff(found.chainage)
    grade = np.diff(found.level) / way
    steepest = np.abs(grade).max() / standard.grade - 1.0
    sharpest = (np.abs(np.diff(grade)) / way[1:]).max() * standard.vertical_radius - 1.0
    return float(max(steepest, sharpest))


@pytest.mark.parametrize(
    ("seed", "amplitude", "hurst", "grade", "radius"),
    [
        (0, 60.0, 0.8, 0.02, 34_600.0),
        (1, 60.0, 0.6, 0.0125, 34_600.0),
        (2, 100.0, 0.7, 0.035, 47_000.0),
        (3, 150.0, 0.9, 0.015, 25_000.0),
        (4, 300.0, 0.8, 0.01, 9800.0),
    ],
)
def test_on_convex_prices_it_is_as_good_as_a_linear_programme(
    seed: int, amplitude: float, hurst: float, grade: float, radius: float
) -> None:
    standard = replace(STANDARD, grade=grade, vertical_radius=radius)
    ground = rough(100_000.0, seed, amplitude, hurst)
    chainage = fine_grid(100_000.0, standard, Fineness()).chainage
    strip = Strip.of(chainage, np.interp(chainage, ground.chainage, ground.height))
    best = programme(strip, standard)
    assert best * (1.0 - 1e-3) <= profile(strip, standard, absolute()).cost <= best * 1.005


def test_a_thousand_random_grounds_break_no_limit() -> None:
    rng = np.random.default_rng(7)
    table = table_of(PRICES)
    worst, stopped = -1.0, []
    for seed in range(1000):
        grade, speed = rng.uniform(0.005, 0.04), rng.uniform(160.0, 400.0)
        standard = Standard(5000.0, grade, speed**2 / rng.choice([2.6, 3.9]), speed / 3.6)
        strip = rough(rng.uniform(3000.0, 12_000.0), seed, rng.uniform(0.0, 40.0), rng.uniform(0.3, 0.95))
        stops = Stops.free() if seed % 3 else Stops.at_ends(strip)
        try:
            worst = max(worst, violations(profile(strip, standard, table, stops), standard))
        except NoProfileError as blocked:
            stopped.append((seed % 3, blocked.missing))
    assert worst <= 1e-6
    assert len(stopped) < 50
    assert all(tied == 0 and missing > 0.0 for tied, missing in stopped)


def test_a_slope_above_the_limit_takes_the_length_of_its_climb() -> None:
    climb, way = 400.0, 10_000.0
    steep = Strip.of(np.array([0.0, way]), np.array([0.0, climb]))
    with pytest.raises(NoProfileError) as stopped:
        profile(steep, STANDARD, table_of(PRICES))
    assert stopped.value.missing == pytest.approx(climb / STANDARD.grade - way)
    assert stopped.value.chainage == pytest.approx(way)
    long = climb / STANDARD.grade + 2.0 * STANDARD.grade * STANDARD.vertical_radius
    found = profile(Strip.of(np.array([0.0, long]), np.array([0.0, climb])), STANDARD, table_of(PRICES))
    assert found.level[-1] == pytest.approx(climb, abs=0.3)


def test_a_climb_that_level_ends_leave_no_room_for_is_told_before_it_is_tried() -> None:
    climb, way = 400.0, 20_300.0
    tied = Stops(np.array([0.0, way]), np.array([0.0, climb]), 400.0)
    ground = Strip.of(np.array([0.0, way]), np.array([0.0, climb]))
    with pytest.raises(NoProfileError) as stopped:
        profile(ground, STANDARD, table_of(PRICES), tied)
    assert stopped.value.chainage == pytest.approx(way)
    assert 0.0 < stopped.value.missing < STANDARD.grade * STANDARD.vertical_radius + 400.0
    long = way + 1.05 * stopped.value.missing + 100.0
    tied = Stops(np.array([0.0, long]), np.array([0.0, climb]), 400.0)
    ground = Strip.of(np.array([0.0, long]), np.array([0.0, climb]))
    assert profile(ground, STANDARD, table_of(PRICES), tied).level[-1] == pytest.approx(climb, abs=0.3)


def test_without_ties_a_steep_slope_is_left_by_structures() -> None:
    strip = Strip.of(np.array([0.0, 10_000.0]), np.array([0.0, 400.0]))
    found = profile(strip, STANDARD, table_of(PRICES), Stops.free())
    assert found.tunnel_m > 0.0
    assert found.viaduct_m > 0.0
    assert violations(found, STANDARD) <= 1e-6


@pytest.mark.parametrize("part", [0.9, 1.1])
def test_a_wall_is_cut_up_to_the_depth_where_a_tunnel_is_cheaper(part: float) -> None:
    depth = part * switches(PRICES)[1]
    chainage = np.arange(0.0, 20_001.0, 100.0)
    height = np.where(np.abs(chainage - 10_000.0) < 1000.0, depth, 0.0)
    gentle = replace(STANDARD, grade=1e-4, vertical_radius=1e6)
    found = profile(Strip.of(chainage, height), gentle, table_of(PRICES))
    assert (found.tunnel_m > 0.0) == (part > 1.0)
    assert (found.cut_m3 > 1e5) == (part < 1.0)


def test_a_ridge_is_climbed_where_the_limit_lets_it_and_tunnelled_where_not() -> None:
    chainage = np.arange(0.0, 60_001.0, 100.0)
    ridge = np.maximum(0.0, 300.0 - 0.03 * np.abs(chainage - 30_000.0))
    climbed = profile(Strip.of(chainage, ridge), replace(STANDARD, grade=0.035), table_of(PRICES))
    tunnelled = profile(Strip.of(chainage, ridge), replace(STANDARD, grade=0.005), table_of(PRICES))
    assert climbed.tunnel_m == 0.0
    assert tunnelled.tunnel_m > 5000.0
    assert climbed.cost < tunnelled.cost


def test_parabolic_ground_that_is_too_sharp_is_rounded() -> None:
    chainage = np.arange(0.0, 4001.0, 50.0)
    dip = 0.5 * (chainage - 2000.0) ** 2 / (0.5 * STANDARD.vertical_radius)
    found = profile(Strip.of(chainage, dip), replace(STANDARD, grade=0.2), absolute(), Stops.free())
    assert violations(found, STANDARD) <= 10.0
    sharpest = np.abs(np.diff(np.diff(found.level) / np.diff(found.chainage))).max()
    assert sharpest <= found.chainage[1] / STANDARD.vertical_radius * (1.0 + 1e-9)


def test_water_is_crossed_by_a_bridge() -> None:
    chainage = np.arange(0.0, 10_001.0, 100.0)
    water = np.abs(chainage - 5000.0) < 550.0
    strip = Strip(chainage, np.zeros_like(chainage), water, np.ones_like(chainage))
    found = profile(strip, STANDARD, table_of(PRICES))
    assert found.bridge_m == pytest.approx(1100.0, abs=100.0)
    assert found.cost == pytest.approx(10_000.0 * PRICES.base + found.bridge_m * PRICES.bridge, rel=0.02)
    assert (found.structure == Structure.BRIDGE).sum() > 8


def test_platforms_are_level_and_lie_where_they_are_tied() -> None:
    strip = rough(60_000.0, 3, 40.0)
    stops = Stops(np.array([0.0, 20_000.0, 60_000.0]), np.array([np.nan, 55.0, np.nan]), platform=400.0)
    found = profile(strip, STANDARD, table_of(PRICES), stops)
    near = np.abs(found.chainage - 20_000.0) <= 200.0
    assert np.ptp(found.level[near]) == pytest.approx(0.0, abs=1e-9)
    assert found.level[near] == pytest.approx(55.0, abs=0.3)
    assert violations(found, STANDARD) <= 1e-6


def test_a_platform_tied_to_no_level_is_level_and_costs_less_than_a_tied_one() -> None:
    strip = rough(60_000.0, 3, 40.0)
    ends = (np.nan, np.nan)
    at = np.array([0.0, 20_000.0, 60_000.0])
    costs = []
    for level in (np.inf, np.nan, 70.0):
        stops = Stops(at, np.array([ends[0], level, ends[1]]), platform=400.0)
        found = profile(strip, STANDARD, table_of(PRICES), stops)
        near = np.abs(found.chainage - 20_000.0) <= 200.0
        assert np.ptp(found.level[near]) == pytest.approx(0.0, abs=1e-9)
        costs.append(found.cost)
    assert costs[0] <= costs[1] * 1.001
    assert costs[0] < costs[2]


def test_a_band_that_is_too_narrow_widens_to_the_full_room() -> None:
    strip = rough(80_000.0, 11, 400.0, 0.9)
    standard = replace(STANDARD, grade=0.015)
    found = profile(strip, standard, table_of(PRICES))
    exact = profile(strip, standard, table_of(PRICES), fineness=Fineness(100.0, 0.15, 5))
    assert found.cost == pytest.approx(exact.cost, rel=0.005)
    assert np.abs(found.level - found.ground).max() > 50.0


def test_larger_limits_never_cost_more() -> None:
    for seed in range(5):
        strip = rough(50_000.0, seed, 80.0)
        limits = [replace(STANDARD, grade=grade) for grade in (0.01, 0.015, 0.02, 0.03)]
        costs = [profile(strip, limit, absolute()).cost for limit in limits]
        assert np.all(np.diff(costs) <= 0.005 * np.array(costs[:-1]))


def test_what_makes_no_sense_is_refused() -> None:
    backwards = Strip.of(np.array([0.0, -1.0]), np.zeros(2))
    unknown = Strip.of(np.array([0.0, 1000.0]), np.array([0.0, np.nan]))
    for strip, standard in ((backwards, STANDARD), (unknown, STANDARD),
                            (rough(5000.0, 0, 1.0), replace(STANDARD, grade=0.0))):  # fmt: skip
        with pytest.raises(EngineError):
            profile(strip, standard, absolute())
