"""Logit choice: published likelihoods, the closed form, and utilities that would overflow."""

from __future__ import annotations

import csv
import gzip
import os
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from egiz.engines.choice import log_likelihood, logsum, multinomial, nested, nested_logsum
from egiz.errors import EngineError

Array = NDArray[np.float64]

PUBLISHED = Path(__file__).parents[1] / "published" / "swissmetro.csv"
TRAIN_AND_CAR = np.array([0, 1, 0])
UTILITIES = arrays(np.float64, (5, 4), elements=st.floats(-700.0, 700.0))
NEST = np.array([0, 1, 1, 0])


def published(case: str) -> Mapping[str, float]:
    with PUBLISHED.open(encoding="utf-8") as file:
        return {
            row["quantity"]: float(row["published"]) for row in csv.DictReader(file) if row["case"] == case
        }


@pytest.fixture(scope="module")
def survey() -> tuple[Array, Array, Array, NDArray[np.int64]]:
    """Times, costs, availability and choices of the Swissmetro survey: train, Swissmetro, car."""
    folder = os.environ.get("EGIZ_SHARED", "")
    path = Path(folder) / "data" / "demand" / "swissmetro.csv.gz"
    if not folder or not path.exists():
        pytest.skip("EGIZ_SHARED names no folder with the Swissmetro survey")
    with gzip.open(path, "rt", encoding="utf-8") as file:
        text = file.read()
    lines = list(csv.DictReader(text.splitlines(), delimiter="\t" if "\t" in text[:200] else ","))
    data = {name: np.array([float(line[name]) for line in lines]) for name in lines[0] if name}
    kept = np.isin(data["PURPOSE"], (1, 3)) & (data["CHOICE"] != 0)
    data = {name: column[kept] for name, column in data.items()}
    pays = data["GA"] == 0
    time = np.stack([data["TRAIN_TT"], data["SM_TT"], data["CAR_TT"]], axis=1) / 100.0
    cost = np.stack([data["TRAIN_CO"] * pays, data["SM_CO"] * pays, data["CAR_CO"]], axis=1) / 100.0
    stated = data["SP"] != 0
    offered = np.stack([data["TRAIN_AV"] * stated, data["SM_AV"], data["CAR_AV"] * stated], axis=1)
    return time, cost, offered, data["CHOICE"].astype(np.int64) - 1


def utility(survey: tuple[Array, Array, Array, NDArray[np.int64]], told: Mapping[str, float]) -> Array:
    time, cost, offered, _ = survey
    constants = np.array([told["asc_train"], 0.0, told["asc_car"]])
    found: Array = np.where(offered > 0, constants + told["b_time"] * time + told["b_cost"] * cost, -np.inf)
    return found


@pytest.mark.shared
def test_published_multinomial(survey: tuple[Array, Array, Array, NDArray[np.int64]]) -> None:
    told = published("b01a_logit")
    chosen = survey[3]
    assert np.bincount(chosen).tolist() == [908, 4090, 1770]
    found = log_likelihood(multinomial(utility(survey, told)), chosen)
    assert found == pytest.approx(told["log_likelihood"], abs=1e-6)
    nothing = dict.fromkeys(told, 0.0)
    assert log_likelihood(multinomial(utility(survey, nothing)), chosen) == pytest.approx(
        told["null_log_likelihood"], abs=1e-6
    )


@pytest.mark.shared
def test_published_nested(survey: tuple[Array, Array, Array, NDArray[np.int64]]) -> None:
    told = published("b09_nested")
    scale = np.array([told["mu"], 1.0])
    found = log_likelihood(nested(utility(survey, told), TRAIN_AND_CAR, scale), survey[3])
    assert found == pytest.approx(told["log_likelihood"], abs=1e-6)


@given(UTILITIES, st.floats(1.0, 5.0), st.floats(1.0, 5.0))
def test_probabilities_sum_to_one_however_large_the_utilities(
    values: Array, one: float, other: float
) -> None:
    assert np.exp(multinomial(values)).sum(axis=-1) == pytest.approx(1.0, abs=1e-12)
    assert np.exp(nested(values, NEST, np.array([one, other]))).sum(axis=-1) == pytest.approx(1.0, abs=1e-12)


@given(UTILITIES)
def test_nests_of_scale_one_are_the_multinomial(values: Array) -> None:
    ones = np.ones(2)
    assert nested(values, NEST, ones) == pytest.approx(multinomial(values), abs=1e-9)
    assert nested_logsum(values, NEST, ones) == pytest.approx(logsum(values), abs=1e-9)


@given(UTILITIES, st.floats(-50.0, 50.0))
def test_a_constant_for_all_changes_nothing(values: Array, constant: float) -> None:
    scale = np.array([1.5, 2.0])
    assert nested(values + constant, NEST, scale) == pytest.approx(nested(values, NEST, scale), abs=1e-9)


def test_closed_form() -> None:
    values, scale = np.array([[0.2, -0.4, 1.1, 0.7]]), np.array([1.7, 2.5])
    inside = [
        np.exp(1.7 * values[0, [0, 3]]).sum() ** (1 / 1.7),
        np.exp(2.5 * values[0, [1, 2]]).sum() ** 0.4,
    ]
    of_first = inside[0] / sum(inside) * np.exp(1.7 * 0.2) / np.exp(1.7 * values[0, [0, 3]]).sum()
    assert np.exp(nested(values, NEST, scale))[0, 0] == pytest.approx(of_first, rel=1e-12)


def test_what_is_not_offered_is_never_chosen() -> None:
    values = np.array([[0.0, -np.inf, -np.inf, 1.0]])
    scale = np.array([2.0, 2.0])
    chances = np.exp(nested(values, NEST, scale))
    assert chances[0, 1] == chances[0, 2] == 0.0
    assert chances.sum() == pytest.approx(1.0)
    assert np.exp(multinomial(values))[0, 1] == 0.0


@pytest.mark.parametrize(
    ("values", "scale", "wrong"),
    [
        ([-np.inf, -np.inf, -np.inf, -np.inf], [1.0, 1.0], "nothing to choose"),
        ([0.0, np.nan, 0.0, 0.0], [1.0, 1.0], "not a number"),
        ([0.0, np.inf, 0.0, 0.0], [1.0, 1.0], "infinite"),
        ([0.0, 0.0, 0.0, 0.0], [0.9, 1.0], "below one"),
        ([0.0, 0.0, 0.0, 0.0], [1.0, 1.0, 1.0], "without a member"),
    ],
)
def test_refused(values: list[float], scale: list[float], wrong: str) -> None:
    with pytest.raises(EngineError, match=wrong):
        nested(np.array([values]), NEST, np.array(scale))
