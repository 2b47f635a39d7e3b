"""The ground of a corridor: what the raster holds, and points for which there is none."""

import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from egiz.engines.alignment.record import Field
from egiz.errors import InputError
from egiz.facts.relief import height
from egiz.facts.surface import Area, Surface, embedded_surface, surface_rule
from egiz.facts.terrain import open_terrain
from egiz.proposals.fast_rail.corridor import field_of, stretched
from egiz.world.frame import Frame
from facts.terrain_case import hill, write_hgt

CORRIDOR = np.array([(56.84, 60.6), (55.16, 61.4), (51.17, 71.43)])
"""Yekaterinburg, Chelyabinsk, Astana."""
SHORT = np.array([(51.2, 71.2), (51.7, 71.8)])
"""Inside the tile N51E071."""


def keys(error: pytest.ExceptionInfo[InputError]) -> list[str]:
    return [fault.key for fault in error.value.faults]


def places(frame: Frame, field: Field) -> tuple[np.ndarray, np.ndarray]:
    """Latitude and longitude of every cell."""
    x = field.west + field.cell * np.arange(field.height.shape[1], dtype=np.float64)
    y = field.south + field.cell * np.arange(field.height.shape[0], dtype=np.float64)
    return frame.to_globe(x, y[:, np.newaxis])


def refused(points: list[tuple[float, float]], cell: float = 1000.0, margin: float = 5e4) -> list[str]:
    with pytest.raises(InputError) as error:
        field_of(np.array(points, dtype=np.float64), open_terrain(), cell, margin)
    return keys(error)


def test_the_first_case() -> None:
    frame, field = field_of(CORRIDOR, open_terrain(), 1000.0, 5e4)
    assert frame.length_m == pytest.approx(947_600.0, rel=0.002)
    shape = field.height.shape
    assert {part.shape for part in (field.deviation, field.weight, field.water)} == {shape}
    assert {part.dtype for part in (field.height, field.deviation, field.weight)} == {np.dtype(np.float32)}
    x, y = frame.to_plane(CORRIDOR[:, 0], CORRIDOR[:, 1])
    assert field.west <= x.min() - 49_000.0
    assert field.south + field.cell * (shape[0] - 1) >= y.max() + 49_000.0
    assert field.west + field.cell * (shape[1] - 1) >= x.max() + 49_000.0
    assert (field.height > 50.0).all()
    assert (field.deviation[~field.water] > 0.0).all()
    assert not field.deviation[field.water].any()
    assert 0.0 < field.water.mean() < 0.02
    assert np.isinf(field.weight).mean() < 0.01
    assert 0.4 < field.hurst < 0.8
    assert 1e4 < field.corner < 5e4


def test_heights_are_those_of_the_terrain() -> None:
    """Straight between points a quarter of the spacing apart: within 1 m of the relief nearly everywhere."""
    frame, field = field_of(CORRIDOR, open_terrain(), 1000.0, 5e4)
    off = np.abs(field.height - height(*places(frame, field)).height_m)
    assert np.quantile(off, 0.95) < 2.0
    assert off.max() < 30.0


def test_built_up_land_is_dearer() -> None:
    frame, field = field_of(CORRIDOR, open_terrain(), 500.0, 2e4)
    x, y = frame.to_plane(CORRIDOR[:, 0], CORRIDOR[:, 1])
    row = np.rint((y - field.south) / field.cell).astype(int)
    column = np.rint((x - field.west) / field.cell).astype(int)
    assert field.weight[row, column] == pytest.approx(surface_rule().built_up_weight)
    assert (field.weight == 1.0).mean() > 0.9


def test_a_user_tile_is_ground_without_doubt(tmp_path: Path) -> None:
    write_hgt(tmp_path, 51, 71)
    frame, field = field_of(SHORT, open_terrain(tmp_path), 250.0, 5e3, Surface())
    assert field.height == pytest.approx(hill(*places(frame, field)), abs=1.5)
    assert not field.deviation.any()


def test_missing_tiles_are_named(tmp_path: Path) -> None:
    write_hgt(tmp_path, 51, 71)
    with pytest.raises(InputError) as error:
        field_of(np.array([(51.2, 71.2), (51.7, 71.9)]), open_terrain(tmp_path), 500.0, 3e4)
    assert keys(error) == ["terrain-missing"]
    (fault,) = error.value.faults
    assert fault.values["path"] == str(tmp_path)
    assert "N50E071" in str(fault.values["names"])
    assert "N51E072" in str(fault.values["names"])
    assert "N51E071" not in str(fault.values["names"])
    assert fault.values["count"] == len(str(fault.values["names"]).split(", "))


def test_a_point_without_height_is_told(tmp_path: Path) -> None:
    path = write_hgt(tmp_path, 51, 71)
    heights = np.frombuffer(path.read_bytes(), dtype=">i2").reshape(1201, 1201).copy()
    heights[:, 600:] = -32768
    path.write_bytes(heights.tobytes())
    with pytest.raises(InputError) as error:
        field_of(np.array([(51.2, 71.2), (51.7, 71.9)]), open_terrain(tmp_path), 500.0, 1e3)
    assert keys(error) == ["line-point-no-height"]


def test_a_point_without_its_tile_is_told_by_the_tile(tmp_path: Path) -> None:
    write_hgt(tmp_path, 51, 71)
    with pytest.raises(InputError) as error:
        field_of(np.array([(51.2, 71.2), (51.7, 73.9)]), open_terrain(tmp_path), 500.0, 1e3)
    assert keys(error) == ["terrain-missing"]


def test_unknown_ground_inside_a_tile_is_closed(tmp_path: Path) -> None:
    path = write_hgt(tmp_path, 51, 71)
    heights = np.frombuffer(path.read_bytes(), ">i2").reshape(1201, 1201).copy()
    heights[600:640, 500:540] = -32768
    path.write_bytes(heights.tobytes())
    frame, field = field_of(SHORT, open_terrain(tmp_path), 250.0, 5e3, Surface())
    latitude, longitude = places(frame, field)
    void = (np.abs(latitude - 51.4835) < 0.01) & (np.abs(longitude - 71.433) < 0.01)
    assert void.any()
    assert np.isinf(field.weight[void]).all()
    assert np.isfinite(field.height).all()
    assert np.isinf(field.weight).mean() < 0.05


def box(cover: str, ends: tuple[float, float, float, float], weight: float | None = None) -> Area:
    """South, north, west, east."""
    south, north, west, east = ends
    ring = np.array([(south, west), (south, east), (north, east), (north, west), (south, west)])
    return Area(cover, (ring,), weight)  # type: ignore[arg-type]


def test_areas_of_a_user() -> None:
    areas = (
        box("water", (51.40, 51.42, 71.0, 72.0)),
        box("protected", (51.45, 51.50, 71.0, 72.0)),
        box("built", (51.52, 51.55, 71.0, 72.0), 4.0),
        box("closed", (51.60, 51.65, 71.0, 71.2)),
    )
    frame, field = field_of(SHORT, open_terrain(), 250.0, 1e4, Surface(areas=areas))
    latitude, longitude = places(frame, field)
    north = (latitude > 51.403) & (latitude < 51.417)
    assert field.water[north].all()
    assert not field.water[(latitude > 51.43) | (latitude < 51.39)].any()
    assert np.isfinite(field.weight[north]).all()
    protected = (latitude > 51.455) & (latitude < 51.495)
    assert (field.weight[protected] == np.float32(surface_rule().protected_weight)).all()
    assert (field.weight[(latitude > 51.525) & (latitude < 51.545)] == 4.0).all()
    assert np.isinf(field.weight[(latitude > 51.605) & (latitude < 51.645) & (longitude < 71.195)]).all()


def test_wide_water_is_closed_and_parts_the_land() -> None:
    """Water 5.5 km wide from side to side: only its shores may be bridged."""
    areas = (box("water", (51.40, 51.45, 70.0, 73.0)),)
    with pytest.raises(InputError) as error:
        field_of(SHORT, open_terrain(), 250.0, 1e4, Surface(areas=areas))
    assert keys(error) == ["line-sea-between"]


def test_a_point_on_closed_land_is_told() -> None:
    with pytest.raises(InputError) as error:
        field_of(SHORT, open_terrain(), 250.0, 1e4, Surface(areas=(box("closed", (51.1, 51.3, 71.0, 71.3)),)))
    assert keys(error) == ["line-point-closed"]
    assert error.value.faults[0].values == {"number": 1, "place": "71.2000,51.2000"}


def test_points_in_the_sea() -> None:
    assert refused([(0.0, -30.0), (1.0, -30.0)]) == ["line-point-in-sea", "line-point-in-sea"]
    assert refused([(51.5, -0.1), (54.0, 4.0)]) == ["line-point-in-sea"]


def test_islands() -> None:
    assert refused([(51.5, -0.1), (48.85, 2.35)]) == ["line-sea-between"]
    assert refused([(43.06, 141.35), (38.27, 140.87)]) == ["line-sea-between"]
    _, field = field_of(np.array([(43.06, 141.35), (43.77, 142.37)]), open_terrain(), 1000.0, 3e4)
    assert np.isfinite(field.weight).any()


def test_a_town_on_the_shore_is_on_land() -> None:
    """Vladivostok, Cape Town, Singapore: thinned outlines may leave them out at sea."""
    for shore in ((43.115, 131.885), (-33.92, 18.42), (1.29, 103.85)):
        points = np.array([shore, (shore[0] + 0.05, shore[1] + 0.08)])
        frame, field = field_of(points, open_terrain(), 500.0, 2e4)
        x, y = frame.to_plane(points[:1, 0], points[:1, 1])
        row, column = int((y[0] - field.south) / field.cell), int((x[0] - field.west) / field.cell)
        assert not field.water[row, column]


def test_across_the_date_line_and_at_the_poles() -> None:
    _, field = field_of(np.array([(66.6, 178.5), (66.6, -179.5)]), open_terrain(), 1000.0, 4e4)
    assert np.isinf(field.weight).mean() < 0.2
    assert set(refused([(89.0, 0.0), (89.0, 180.0)])) == {"line-point-in-sea"}
    _, field = field_of(np.array([(-88.0, 0.0), (-88.0, 180.0)]), open_terrain(), 2000.0, 5e4)
    assert np.isfinite(field.weight).all()
    assert (field.height > 2000.0).all()


def test_points_that_are_none() -> None:
    assert refused([(51.0, 71.0)]) == ["line-points-few"]
    assert refused([(51.0, 71.0), (51.0, 71.0)]) == ["line-points-near"]
    assert refused([(30.0, 10.0), (-30.0, -170.0)]) == ["line-points-opposite"]
    assert refused([(95.0, 71.0), (np.nan, 71.0), (51.0, 70.0)]) == ["line-point", "line-point"]


def test_a_continent_is_refused_with_what_it_would_need() -> None:
    with pytest.raises(InputError) as error:
        field_of(np.array([(55.75, 37.6), (43.1, 131.9)]), open_terrain(), 250.0, 3e5)
    assert keys(error) == ["line-too-large"]
    values = error.value.faults[0].values
    assert float(values["memory"]) > float(values["most"]) > 0.5
    _, field = field_of(
        np.array([(55.75, 37.6), (43.1, 131.9)]), open_terrain(), float(values["enough"]) * 3.0, 3e5
    )
    assert field.height.size < 25_000_000 / 8


@pytest.mark.skipif(sys.platform == "win32", reason="there is no module resource")
def test_the_first_case_at_250_m_fits_in_memory() -> None:
    import resource

    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    _, field = field_of(CORRIDOR, open_terrain(), 250.0, 1.2e5)
    assert field.height.size > 6e6
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 700_000


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(1, 9), st.integers(1, 30), st.integers(1, 30), st.floats(-3.0, 3.0), st.floats(-3.0, 3.0))
def test_planes_stretch_to_themselves(stride: int, rows: int, columns: int, up: float, right: float) -> None:
    row = np.arange(0, rows + stride, stride, dtype=np.float64)[:, np.newaxis]
    column = np.arange(0, columns + stride, stride, dtype=np.float64)
    found = stretched(7.0 + up * row + right * column, stride, (0, rows), columns)
    wanted = 7.0 + up * np.arange(rows)[:, np.newaxis] + right * np.arange(columns)
    assert found == pytest.approx(wanted, abs=1e-9)


def test_the_embedded_surface_is_the_default() -> None:
    _, bare = field_of(SHORT, open_terrain(), 500.0, 1e4)
    _, told = field_of(SHORT, open_terrain(), 500.0, 1e4, embedded_surface())
    assert (bare.weight == told.weight).all()


def test_lakes_are_water_and_large_ones_are_closed() -> None:
    """Tengiz, west of Astana, is 50 km wide; the middle of Baikal is no place for a station."""
    frame, field = field_of(np.array([(50.6, 67.8), (50.3, 70.3)]), open_terrain(), 500.0, 3e4)
    x, y = frame.to_plane(50.4, 69.0)
    row, column = int((y - field.south) / field.cell), int((x - field.west) / field.cell)
    assert field.water[row, column]
    assert np.isinf(field.weight[row, column])
    assert field.deviation[row, column] == 0.0
    assert refused([(53.5, 108.0), (52.0, 107.0)]) == ["line-point-in-sea"]
