"""Reads surveys of what travellers chose between cities: train, bus, car or air, and the Swissmetro survey.

Nothing of them ships; coefficients do. Where each comes from stands in docs/backcast/choice.md.
"""

from __future__ import annotations

import csv
import gzip
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from choice_model import Choices

Array = NDArray[np.float64]
Chosen = NDArray[np.bool_]
Rows = Sequence[Mapping[str, str]]

MODES = ("train", "bus", "car", "air")
MINUTES = 60.0
FOLDS = 5
"""People are held out a fifth at a time."""
AUSTRALIAN = {"2.0": "train", "3.0": "bus", "4.0": "car", "1.0": "air"}
"""What the numbers of the Australian survey mean."""
ACCESS = np.array([1.0, 1.0, 0.2, 1.5])
"""Hours to and from stations and airports by mode, as the market has them: from memory [h]."""


@dataclass(frozen=True, slots=True)
class Survey:
    """What people could take and what they took; arrays are (people, modes) unless told."""

    cost: Array
    """Money of the survey, one way [1989 Canadian or 1987 Australian dollar]."""
    ride: Array
    """Hours in the vehicle [h]."""
    outside: Array
    """Hours to, from and in stations or airports [h]."""
    daily: Array
    """Departures a day, zero where not told [1/day]."""
    length: Array
    """Length of the trip, zero where not told [km]; (people,)."""
    offered: Chosen
    """What each could take."""
    chosen: NDArray[np.int64]
    """What each took; (people,)."""
    fold: NDArray[np.int64]
    """By hash of the number of the traveller; (people,)."""

    def part(self, people: Chosen) -> Survey:
        """Only some of the people."""
        return Survey(*(getattr(self, name)[people] for name in self.__slots__))

    def choices(self, features: Array) -> Choices:
        """With features (people, modes, coefficients)."""
        return Choices(features, self.offered, self.chosen)


def read_canada(folder: Path) -> Survey:
    """Read business trips between Toronto and Montreal and places on the way, VIA Rail 1989."""
    with gzip.open(folder / "demand/ModeCanada.csv.gz", "rt", encoding="utf-8") as file:
        lines = list(csv.DictReader(file))
    people = _by_person(lines, "case", lambda line: line["alt"])
    length = np.array([max(float(line["dist"]) for line in one.values()) for one in people.values()])
    return Survey(
        _column(people, "cost"),
        _column(people, "ivt") / MINUTES,
        _column(people, "ovt") / MINUTES,
        _column(people, "freq"),
        length,
        *_answers(people),
    )


def read_australia(folder: Path) -> Survey:
    """Read 210 trips other than business between Sydney, Canberra and Melbourne, 1987.

    The survey tells hours in stations and airports only; `ACCESS` is added.
    """
    with (folder / "demand/modechoice_greene_hensher.csv").open(encoding="utf-8") as file:
        lines = list(csv.DictReader(file))
    people = _by_person(lines, "individual", lambda line: AUSTRALIAN[line["mode"]])
    return Survey(
        _column(people, "invc"),
        _column(people, "invt") / MINUTES,
        _column(people, "ttme") / MINUTES + ACCESS,
        np.zeros((len(people), len(MODES))),
        np.zeros(len(people)),
        *_answers(people),
    )


People = Mapping[str, Mapping[str, Mapping[str, str]]]


def _by_person(lines: Rows, key: str, mode: Callable[[Mapping[str, str]], str]) -> People:
    found: dict[str, dict[str, Mapping[str, str]]] = {}
    for line in lines:
        found.setdefault(line[key], {})[mode(line)] = line
    return found


def _column(people: People, name: str) -> Array:
    told = [[one.get(mode, {}).get(name, "0") for mode in MODES] for one in people.values()]
    return np.array(told, np.float64)


def _answers(people: People) -> tuple[Chosen, NDArray[np.int64], NDArray[np.int64]]:
    offered = np.array([[mode in one for mode in MODES] for one in people.values()])
    took = [
        next(mode for mode in MODES if mode in one and float(one[mode]["choice"]) > 0.0)
        for one in people.values()
    ]
    fold = np.array([_hash(key) for key in people])
    return offered, np.array([MODES.index(mode) for mode in took]), fold


def _hash(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=4).digest(), "big") % FOLDS


SWISS_PURPOSES = {"business": (3.0, 7.0), "leisure": (4.0, 8.0, 9.0)}
"""What the numbers of the Swiss survey mean: there and back."""


def read_swissmetro(folder: Path, purposes: Sequence[float]) -> Mapping[str, Array]:
    """Read columns of the Swissmetro survey of 1998 (stated choice): those who answered, of some purposes."""
    with gzip.open(folder / "demand/swissmetro.csv.gz", "rt", encoding="utf-8") as file:
        lines = file.read().splitlines()
    names = lines[0].split("\t" if "\t" in lines[0] else ",")
    values = np.array([line.replace("\t", ",").split(",") for line in lines[1:]])
    columns = {name: values[:, place].astype(np.float64) for place, name in enumerate(names) if name}
    kept = np.isin(columns["PURPOSE"], purposes) & (columns["CHOICE"] != 0.0)
    return {name: column[kept] for name, column in columns.items()}


def swissmetro(columns: Mapping[str, Array], *, headway: bool) -> Choices:
    """Train, Swissmetro and car: constants of train and car, time, cost [100 min, 100 CHF], headway [h].

    Parameters
    ----------
    columns
        What `read_swissmetro` gives.
    headway
        Whether the mean wait for a departure counts too.
    """
    pays = columns["GA"] == 0.0
    time = [columns["TRAIN_TT"], columns["SM_TT"], columns["CAR_TT"]]
    cost = [columns["TRAIN_CO"] * pays, columns["SM_CO"] * pays, columns["CAR_CO"]]
    stated = columns["SP"] != 0.0
    offered = [columns["TRAIN_AV"] * stated, columns["SM_AV"], columns["CAR_AV"] * stated]
    none, one = np.zeros_like(pays, np.float64), np.ones_like(pays, np.float64)
    features = [(one, none, none), (none, none, one), time, cost]
    if headway:
        shift = [columns["TRAIN_HE"] / MINUTES / 4.0, columns["SM_HE"] / MINUTES / 4.0, none]
        features += [shift]
    stacked = np.stack([np.stack(feature, axis=1) for feature in features], axis=2)
    stacked[:, :, 2:4] /= 100.0
    return Choices(stacked, np.stack(offered, axis=1) > 0.0, columns["CHOICE"].astype(np.int64) - 1)
