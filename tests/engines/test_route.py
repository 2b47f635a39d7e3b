"""The line in plan: against closed forms, other methods, and what any good line must do."""

from __future__ import annotations

from math import asin, atan2, cos, hypot, pi, sin, sqrt, tan

import numpy as np
import pytest
from scipy.optimize import minimize_scalar

from egiz.engines.alignment import NoWayError, Plan, Reason, blocked, distinct, route
from egiz.engines.alignment.dubins import shortest, shortest_through
from egiz.engines.alignment.lattice import lattice, way
from egiz.engines.alignment.record import Array, Array32
from egiz.errors import EngineError
from engines.alignment_case import broken_radius, field, joined, rough, standard

CELL = 250.0


def asked(price: Array32, points: list[tuple[float, float]], radius: float, cell: float = CELL) -> Plan:
    return route(field(*price.shape, cell), price, np.array(points), standard(radius))


def test_a_line_on_flat_ground_is_straight() -> None:
    plan = asked(np.full((160, 240), 100.0, dtype=np.float32), [(5e3, 8e3), (55e3, 30e3)], 4_000.0)
    straight = hypot(50e3, 22e3)
    assert plan.length == pytest.approx(straight, rel=1e-5)
    assert plan.price == pytest.approx(100.0 * straight, rel=1e-5)
    assert plan.chainage[-1] == plan.length
    assert np.diff(plan.chainage).max() <= 100.0
    assert np.allclose([plan.x[0], plan.y[0], plan.x[-1], plan.y[-1]], [5e3, 8e3, 55e3, 30e3])


@pytest.mark.parametrize(
    "points",
    [
        [(10e3, 20e3), (60e3, 70e3), (110e3, 20e3)],
        [(10e3, 20e3), (40e3, 40e3), (75e3, 20e3), (110e3, 60e3)],
        [(30e3, 10e3), (80e3, 60e3), (30e3, 80e3)],
    ],
    ids=["a corner", "a wave", "a sharp corner"],
)
@pytest.mark.parametrize("radius", [2_000.0, 7_000.0])
def test_flat_ground_gives_the_line_of_dubins(points: list[tuple[float, float]], radius: float) -> None:
    plan = asked(np.ones((400, 520), dtype=np.float32), points, radius)
    assert plan.length == pytest.approx(shortest_through(points, radius, 180), rel=1e-3)
    for x, y, stop in zip(*np.array(points).T, plan.stops, strict=True):
        assert np.interp(stop, plan.chainage, plan.x) == pytest.approx(x, abs=1.0)
        assert np.interp(stop, plan.chainage, plan.y) == pytest.approx(y, abs=1.0)


def test_a_line_of_dubins_is_as_long_as_drawn() -> None:
    rng = np.random.default_rng(4)
    for _ in range(200):
        x, y, heading = rng.uniform(-3, 3), rng.uniform(-3, 3), rng.uniform(-pi, pi)
        there = shortest((0.0, 0.0, 0.4), (x, y, heading), 1.0)
        back = shortest((x, y, heading + pi), (0.0, 0.0, 0.4 + pi), 1.0)
        mirrored = shortest((0.0, 0.0, -0.4), (x, -y, -heading), 1.0)
        assert there >= hypot(x, y) - 1e-9
        assert back == pytest.approx(there)
        assert mirrored == pytest.approx(there)
    assert shortest((0.0, 0.0, 0.0), (0.0, 2.0, pi), 1.0) == pytest.approx(pi)
    assert shortest((0.0, 0.0, 0.0), (3.0, 0.0, 0.0), 1.0) == pytest.approx(3.0)
    assert shortest((0.0, 0.0, 0.0), (0.0, 0.0, pi), 1.0) == pytest.approx(pi + 4.0 * pi / 3.0)


def test_a_round_obstacle_is_passed_by_tangent_arc_tangent() -> None:
    cell, size, round_ = 100.0, 700, 12_000.0
    price = np.ones((size, size), dtype=np.float32)
    rows, columns = np.mgrid[:size, :size]
    price[np.hypot(rows * cell - 35_000.0, columns * cell - 35_000.0) < round_] = np.inf
    away = 30_000.0
    plan = asked(price, [(35e3 - away, 35e3), (35e3 + away, 35e3)], 4_000.0, cell)

    def around(kept: float) -> float:
        return 2.0 * sqrt(away**2 - kept**2) + 2.0 * kept * asin(kept / away)

    # the raster tells the edge to one cell, and no cell next to a closed one is used
    assert around(round_) <= plan.length <= 1.001 * around(round_ + cell)


def test_a_line_is_refracted_between_two_prices() -> None:
    rows, columns, dear = 400, 480, 3.0
    price = np.ones((rows, columns), dtype=np.float32)
    price[:, 240:] = dear
    edge = 239.5 * CELL
    start, end = (10e3, 20e3), (109_750.0, 80e3)

    def by_snell(y: float) -> float:
        return hypot(edge - start[0], y - start[1]) + dear * hypot(end[0] - edge, end[1] - y)

    best = minimize_scalar(by_snell, bounds=(20e3, 80e3), method="bounded")
    plan = asked(price, [start, end], 1_000.0)
    assert plan.price == pytest.approx(best.fun, rel=1e-3)
    crossing = float(np.interp(edge, plan.x, plan.y))
    assert crossing == pytest.approx(best.x, abs=1_000.0)
    assert sin(atan2(best.x - start[1], edge - start[0])) == pytest.approx(
        dear * sin(atan2(end[1] - best.x, end[0] - edge)), rel=1e-3
    )


@pytest.mark.parametrize("seed", range(4))
def test_the_guided_search_finds_what_dijkstra_finds(seed: int) -> None:
    price = rough(90, 130, seed, 2.4)
    price[30:34, 10:100] = np.inf
    ground = lattice(price, 1, strict=False)
    stops = [ground.cell(5.0, 5.0), ground.cell(110.0, 20.0), ground.cell(20.0, 80.0)]
    guided = way(ground, stops, 5.0, bound=1.0)
    plain = way(ground, stops, 5.0, bound=0.0)
    quick = way(ground, stops, 5.0)
    assert guided.price == pytest.approx(plain.price, rel=1e-6)
    assert guided.settled < plain.settled
    assert plain.price * (1.0 - 1e-9) <= quick.price <= 1.02 * plain.price


@pytest.mark.parametrize("seed", range(3))
def test_headings_are_kept_at_every_point_that_a_cheapest_way_may_need(seed: int) -> None:
    ground = lattice(rough(60, 80, seed, 2.0), 1, strict=False)
    rng = np.random.default_rng(seed)
    stops = [ground.cell(*place) for place in rng.uniform([5.0, 5.0], [75.0, 55.0], (6, 2)).tolist()]
    guided, plain = way(ground, stops, 5.0, bound=1.0), way(ground, stops, 5.0, bound=0.0)
    assert guided.price == pytest.approx(plain.price, rel=1e-6)
    assert way(ground, stops, 5.0).price <= 1.02 * plain.price


def test_a_way_through_many_points_looks_no_farther_for_each_of_them() -> None:
    ground = lattice(rough(120, 400, 4, 2.4), 1, strict=False)
    across = np.linspace(10.0, 390.0, 20)
    stops = [ground.cell(x, 60.0 + 12.0 * (-1.0) ** number) for number, x in enumerate(across.tolist())]
    few, many = way(ground, stops[:6], 5.0), way(ground, stops, 5.0)
    assert many.stop.sum() == len(stops)
    assert many.settled / 19 < 2.0 * few.settled / 5
    assert few.price <= 1.02 * way(ground, stops[:6], 5.0, bound=1.0).price


def turned(points: Array, size: float) -> Array:
    return np.stack([size - points[:, 1], points[:, 0]], axis=1)


@pytest.mark.parametrize("seed", range(6))
def test_a_mirror_and_a_quarter_turn_change_nothing(seed: int) -> None:
    price = rough(240, 240, 20 + seed)
    size = 239 * CELL
    points = np.random.default_rng(seed).uniform(5e3, 55e3, (2 + seed % 2, 2))
    space = field(*price.shape)
    plain = route(space, price, points, standard(2_500.0)).price
    mirrored = route(space, price[:, ::-1].copy(), points * [-1, 1] + [size, 0.0], standard(2_500.0)).price
    quarter = route(space, np.rot90(price, 3).copy(), turned(points, size), standard(2_500.0)).price
    back = route(space, price, points[::-1].copy(), standard(2_500.0)).price
    assert [mirrored, quarter, back] == pytest.approx([plain] * 3, rel=2e-3)


@pytest.mark.parametrize("seed", range(40))
def test_no_curve_is_sharper_than_the_radius(seed: int) -> None:
    rng = np.random.default_rng(seed)
    price = rough(64, 64, 100 + seed, 2.2)
    radius = float(rng.uniform(300.0, 2_500.0))
    points = rng.uniform(2e3, 13.5e3, (int(rng.integers(2, 4)), 2))
    plan = asked(price, [(float(x), float(y)) for x, y in points], radius)
    assert broken_radius(plan, radius).max() < 1e-6
    assert np.abs(plan.radius).min() >= radius * (1.0 - 1e-9)
    assert joined(plan).max() < 100.0 / radius


@pytest.mark.parametrize("seed", range(3))
def test_a_larger_radius_is_never_cheaper(seed: int) -> None:
    price = rough(160, 200, 50 + seed)
    prices = [asked(price, [(4e3, 6e3), (45e3, 32e3)], radius).price for radius in (800.0, 2e3, 5e3)]
    assert prices[0] <= 1.002 * prices[1] <= 1.002**2 * prices[2]


def test_lines_on_finer_rasters_converge() -> None:
    rng = np.random.default_rng(9)
    hills = rng.uniform(0.0, 120e3, (40, 2))
    found = []
    for cell in (1000.0, 500.0, 250.0):
        at = np.arange(0.0, 120e3 + 1.0, cell)
        away = np.hypot(at[None, None, :] - hills[:, :1, None], at[None, :, None] - hills[:, 1:, None])
        price = (1.0 + 2.0 * np.exp(-((away / 9e3) ** 2)).sum(axis=0)).astype(np.float32)
        found.append(asked(price, [(10e3, 8e3), (100e3, 110e3)], 5_000.0, cell).price)
    assert found == pytest.approx([found[-1]] * 3, rel=0.01)


def test_closed_ground_that_cuts_points_apart_is_told() -> None:
    price = np.ones((200, 300), dtype=np.float32)
    price[:, 140:160] = np.inf
    price[80:120, 140:150] = 1.0
    points = np.array([[10e3, 25e3], [20e3, 40e3], [60e3, 25e3]])
    found = blocked(field(*price.shape), price, points, standard(3_000.0))
    assert found is not None
    assert (found.reason, found.leg) == (Reason.CUT, 1)
    assert 149 * CELL < found.x < 160 * CELL
    assert 80 * CELL < found.y < 120 * CELL
    assert found.width == pytest.approx(11 * CELL, abs=CELL)
    with pytest.raises(NoWayError, match="finds no way past"):
        route(field(*price.shape), price, points, standard(3_000.0))


@pytest.mark.parametrize(
    ("point", "reason"), [((-10.0, 25e3), Reason.OUTSIDE), ((35e3, 25e3), Reason.CLOSED)]
)
def test_a_point_where_no_line_may_be_is_told(point: tuple[float, float], reason: Reason) -> None:
    price = np.ones((200, 300), dtype=np.float32)
    price[:, 130:150] = np.inf
    found = blocked(field(*price.shape), price, np.array([[10e3, 25e3], point]), standard(3_000.0))
    assert found is not None
    assert (found.reason, found.leg) == (reason, 1)
    assert (found.x, found.y) == pytest.approx(point)


@pytest.mark.parametrize("turns", range(4))
@pytest.mark.parametrize("back", [False, True])
def test_a_place_is_told_whichever_way_the_ground_lies(turns: int, back: bool) -> None:
    price = np.ones((120, 120), dtype=np.float32)
    price[:, 60:64] = np.inf
    price[::-1][100:, 60:62] = 1.0
    points = np.array([[3e3, 4e3], [10e3, 12e3], [27e3, 20e3]])
    cut = np.array([[62.5 * CELL, 0.0]])
    size = 119 * CELL
    for _ in range(turns):
        price, points, cut = np.rot90(price, 3).copy(), turned(points, size), turned(cut, size)
    found = blocked(field(120, 120), price, points[::-1].copy() if back else points, standard(1_000.0))
    assert found is not None
    assert (found.reason, found.leg) == (Reason.CUT, 0 if back else 1)
    across = 1 if turns % 2 else 0
    assert [found.x, found.y][across] == pytest.approx(cut[0, across], abs=CELL)


def test_a_gap_too_winding_for_the_radius_is_told() -> None:
    price = np.ones((200, 200), dtype=np.float32)
    for wall, gap in ((80, slice(0, 8)), (90, slice(192, 200)), (100, slice(0, 8))):
        price[:, wall : wall + 3] = np.inf
        price[gap, wall : wall + 3] = 1.0
    points = np.array([[5e3, 25e3], [45e3, 25e3]])
    tight = blocked(field(*price.shape), price, points, standard(400.0))
    wide = blocked(field(*price.shape), price, points, standard(3_000.0))
    assert tight is None
    assert wide is not None
    assert wide.reason == Reason.RADIUS
    assert 75 * CELL < wide.x < 105 * CELL


def test_narrow_ground_is_used_where_blocks_of_it_are_closed() -> None:
    price = np.ones((240, 240), dtype=np.float32)
    price[:, 118:122] = np.inf
    price[150:153, 118:122] = 1.0
    plan = asked(price, [(10e3, 30e3), (50e3, 30e3)], 6_000.0)
    across = float(np.interp(119.5 * CELL, plan.x, plan.y))
    assert 150 * CELL <= across <= 152 * CELL
    assert plan.price < np.inf


def test_distinct_lines_keep_apart() -> None:
    price = rough(240, 360, 3, 2.6)
    points = np.array([[5e3, 30e3], [85e3, 32e3]])
    plans = distinct(field(*price.shape), price, points, standard(1_500.0), 4)
    assert len(plans) == 4
    assert [plan.price for plan in plans] == sorted(plan.price for plan in plans)
    assert plans[0].price <= route(field(*price.shape), price, points, standard(1_500.0)).price
    for i, one in enumerate(plans):
        for other in plans[:i]:
            away = np.abs(one.x[:, None] + 1j * one.y[:, None] - other.x[None] - 1j * other.y[None]).min(1)
            assert (away > 2.0 * 1_500.0).mean() > 0.4
        assert broken_radius(one, 1_500.0).max() < 1e-6


@pytest.mark.parametrize(
    ("price", "points", "radius", "wrong"),
    [
        (np.ones((9, 9)), [[0.0, 0.0], [2e3, 2e3]], 500.0, "has the shape"),
        (np.zeros((20, 20)), [[0.0, 0.0], [2e3, 2e3]], 500.0, "not above zero"),
        (np.ones((20, 20)), [[0.0, 0.0]], 500.0, "points"),
        (np.ones((20, 20)), [[1e3, 1e3], [1e3, 1e3]], 500.0, "repeat"),
        (np.ones((20, 20)), [[0.0, 0.0], [2e3, 2e3]], 0.0, "radius"),
    ],
)
def test_what_makes_no_sense_is_refused(
    price: Array, points: list[list[float]], radius: float, wrong: str
) -> None:
    with pytest.raises(EngineError, match=wrong):
        route(field(20, 20), price.astype(np.float32), np.array(points), standard(radius))


def test_the_length_is_that_of_arcs() -> None:
    plan = asked(np.ones((400, 400), dtype=np.float32), [(20e3, 20e3), (60e3, 80e3), (90e3, 20e3)], 7_000.0)
    corners = plan.corners
    sharp = np.isfinite(corners.radius)
    tangent = np.zeros(corners.x.size)
    ahead = np.unwrap(np.arctan2(np.diff(corners.y), np.diff(corners.x)))
    bend = np.abs(np.diff(ahead))
    tangent[1:-1] = np.where(sharp[1:-1], np.tan(bend / 2.0) * 7_000.0, 0.0)
    polygon = np.hypot(np.diff(corners.x), np.diff(corners.y)).sum()
    assert plan.length == pytest.approx(polygon - 2.0 * tangent.sum() + 7_000.0 * bend.sum(), rel=1e-9)
    assert plan.length < polygon
    assert tan(bend.max() / 2.0) * 7_000.0 < polygon
    assert cos(bend.max()) > -1.0
