"""Fit the market of a pair: whether it is linked, and how many fly. Prints rows and scores.

Usage: ``python tools/fit_market.py FOLDER``, where FOLDER holds ``air/``. Existence is a probit on pairs of
cities of the network of 2014 (pairs of countries without a row left out); volume is a mixed model on four
sets of counts of 2019, whose slopes are drawn to those of existence times a common factor: one latent demand
tells both. Folds are by hash of names. Nothing of Kazakhstan-Russia is read. See docs/backcast/market.md.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit, log_ndtr, ndtr

import market_model
from egiz.world.sphere import rough_km
from market_count import Counts, all_counts
from market_model import Block, Model, fit, logit, probit
from market_network import NAMES, Network, Pairs, covariates, pairs, with_degrees
from market_place import Array, surroundings

Chosen = NDArray[np.bool_]
PARTS = 10
"""Routes, and cities, are held out a tenth at a time."""
FOLDS = 5
"""Pairs of countries are held out a fifth at a time."""
NINETY, NINETY_LEFT = 1.645, 2.132
"""Half width of 90 % in standard deviations: of a normal, of a t with four degrees of freedom."""
FIRST = np.array([10.0, 1.0])
"""Where level and factor start."""


def features(counts: Counts) -> Array:
    """What the equations take of the pairs of a set."""
    one, other = (np.array([surroundings(pair[end]) for pair in counts.ends]) for end in (0, 1))
    lengths = [rough_km(a.latitude, a.longitude, b.latitude, b.longitude) for a, b in counts.ends]
    border = np.array([float(a.country != b.country) for a, b in counts.ends])
    return covariates((one, other), np.array(lengths, np.float64), border)


def blocks(counts: Sequence[Counts], network: Network | None) -> list[Block]:
    """Sets ready to be fitted, with numbers of destinations of 2014 if there is a network."""
    found = []
    for one in counts:
        columns = features(one)
        if network is not None:
            degrees = np.array([network.destinations(*pair) for pair in one.ends])
            columns = with_degrees(columns, (degrees[:, 0], degrees[:, 1]))
        found.append(Block(one.name, one.ends, columns, one.trips))
    return found


def joint(sets: Sequence[Block], existence: Array) -> Model:
    """Fit volume with slopes drawn to those of existence times a factor that the counts themselves tell."""
    factor = market_model.level_and_factor(sets, existence, FIRST)
    return fit(sets, np.concatenate([factor[:1], factor[1] * existence[1:]]))


@dataclass(frozen=True, slots=True)
class Score:
    """How well a set was told without having been seen."""

    off: Array
    """Logarithm of truth over middle."""
    half: Array
    """Half width of the 90 % interval."""

    def line(self) -> str:
        """Median absolute error, bias, cover, mean interval score, count."""
        away = np.abs(self.off)
        interval = 2.0 * self.half + 20.0 * np.maximum(away - self.half, 0.0)
        cover = (away < self.half).mean()
        return (
            f"{np.median(away):6.3f} {np.median(self.off):+6.2f} {cover:5.0%} "
            f"{interval.mean():6.2f} {len(away):4d}"
        )


def held_out(sets: Sequence[Block], how: str) -> Iterator[tuple[list[Block], list[Block]]]:
    """Split the sets into what is seen and what is told."""
    owners = ("AU", "IN")
    for part in range(len(owners) if how == "country" else PARTS):
        seen, told = [], []
        for block in sets:
            out = _out(block, how, part, owners)
            seen += [block.part(~out)] if not out.all() else []
            told += [block.part(out)] if out.any() else []
        yield seen, told


def _out(block: Block, how: str, part: int, owners: tuple[str, str]) -> Chosen:
    if how == "country":
        return np.full(len(block.trips), block.name.startswith(owners[part]))
    if how == "route":
        return np.array([_hash("|".join(sorted((a.name, b.name)))) == part for a, b in block.ends])
    return np.array([part in (_hash(a.name), _hash(b.name)) for a, b in block.ends])


def _hash(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=4).digest(), "big") % PARTS


def volume_scores(sets: Sequence[Block], existence: Array, how: str) -> dict[str, Score]:
    """Scores of the model by set."""
    found: dict[str, list[tuple[Array, Array]]] = {}
    for seen, told in held_out(sets, how):
        model = joint(seen, existence)
        for block in told:
            middle, variance, scatter = model.told(block)
            half = np.sqrt(NINETY**2 * variance + NINETY_LEFT**2 * scatter**2)
            found.setdefault(block.name, []).append((block.trips - middle, half))
    return _scores(found)


def plain_scores(sets: Sequence[Block], how: str) -> dict[str, Score]:
    """Scores of a plain gravity of the same set (people and length); of the other country's for a country."""
    found: dict[str, list[tuple[Array, Array]]] = {}
    for seen, told in held_out(sets, how):
        for block in told:
            kind = block.name.partition(" ")[2]
            source = next(
                one for one in seen if how == "country" and one.name.endswith(kind) or one.name == block.name
            )
            plain, asked = source.features[:, [0, 1, 5]], block.features[:, [0, 1, 5]]
            slopes = np.linalg.lstsq(plain, source.trips, rcond=None)[0]
            half = NINETY * (source.trips - plain @ slopes).std(ddof=3)
            off = block.trips - asked @ slopes
            found.setdefault(block.name, []).append((off, np.full(len(off), half)))
    return _scores(found)


def _scores(found: dict[str, list[tuple[Array, Array]]]) -> dict[str, Score]:
    return {
        name: Score(*(np.concatenate([part[place] for part in parts]) for place in (0, 1)))
        for name, parts in found.items()
    }


def existence_scores(told: Pairs) -> Iterator[str]:
    """Log score and expected links of the bar, of the probit without and with numbers of destinations."""
    plain = len(NAMES)
    for name, columns, bar in (
        ("five-parameter logit", told.bar, True),
        ("probit, embedded data", told.features[:, :plain], False),
        ("probit, with 2014 degrees", told.features, False),
    ):
        logs, expected = np.zeros(len(told.linked)), []
        for fold in range(FOLDS):
            out = told.fold == fold
            chance = _chance(columns, told, ~out, bar)[out]
            logs[out] = np.where(told.linked[out] > 0.0, *np.log([chance, 1.0 - chance]))
            expected.append((told.weight[out] * chance).sum() / told.linked[out].sum())
        loss = -(told.weight * logs).sum() / told.weight.sum()
        yield f"  {name:26} {loss:.5f}  expected/true links by fold " + " ".join(
            f"{one:.2f}" for one in expected
        )


def _chance(columns: Array, told: Pairs, seen: Chosen, bar: bool) -> Array:
    given = columns[seen], told.linked[seen], told.weight[seen]
    index = columns @ (logit(*given) if bar else probit(*given)[0])
    return np.clip(expit(index) if bar else ndtr(index), 1e-12, 1.0 - 1e-12)


def selection(sets: Sequence[Block], existence: Array) -> Iterator[str]:
    """The Heckman test: slope of each set on the inverse Mills ratio, beside the index."""
    for block in sets:
        index = block.features @ existence
        mills = np.exp(-0.5 * index**2 - log_ndtr(index)) / np.sqrt(2.0 * np.pi)
        columns = np.column_stack([np.ones(len(index)), index, mills])
        slopes = np.linalg.lstsq(columns, block.trips, rcond=None)[0]
        scatter = (block.trips - columns @ slopes).std(ddof=3)
        error = scatter * np.sqrt(np.linalg.inv(columns.T @ columns).diagonal())
        told = (slopes[1], error[1], slopes[2], error[2])
        yield f"  {block.name:18} " + "index {:6.2f} +- {:.2f}  Mills {:6.2f} +- {:.2f}".format(*told)


def threshold(sets: Sequence[Block], existence: Array) -> Model:
    """One latent demand: level of trips where links begin, and trips to a standard deviation of chance.

    Given that a pair is linked, demand lies above by the index and the mean of what chance adds to it.
    """
    latent = []
    for block in sets:
        index = block.features @ existence
        above = index + np.exp(-0.5 * index**2 - log_ndtr(index)) / np.sqrt(2.0 * np.pi)
        latent.append(
            Block(block.name, block.ends, np.column_stack([np.ones(len(index)), above]), block.trips)
        )
    return fit(latent, FIRST, prior=2.0)


def selected(sets: Sequence[Block], existence: Array) -> list[Block]:
    """Sets with the mean of what chance adds to a linked pair as a last feature."""
    found = []
    for block in sets:
        index = block.features @ existence
        mills = np.exp(-0.5 * index**2 - log_ndtr(index)) / np.sqrt(2.0 * np.pi)
        columns = np.column_stack([block.features, mills])
        found.append(Block(block.name, block.ends, columns, block.trips))
    return found


def report(folder: Path) -> Iterator[str]:
    """Everything, line by line."""
    network = Network.read(folder / "air/openflights_routes.csv")
    told = pairs(network)
    counts = all_counts(folder)
    yield f"existence: {len(network.spots)} cities, {int(told.linked.sum())} links"
    yield from existence_scores(told)
    for name, width, known in (
        ("embedded data", len(NAMES), None),
        ("2014 degrees", told.features.shape[1], network),
    ):
        existence, _ = probit(told.features[:, :width], told.linked, told.weight)
        sets = blocks(counts, known)
        yield f"volume, {name}"
        yield from rows(joint(sets, existence), existence)
        yield from selection(sets, existence)
        tied = threshold(sets, existence)
        (level, strength), errors = tied.coefficients, np.sqrt(tied.covariance.diagonal())
        yield f"  one latent demand: level {level:.2f} +- {errors[0]:.2f}, "
        yield f"    strength {strength:.2f} +- {errors[1]:.2f}"
        for how in ("route", "city", "country"):
            plain = plain_scores(sets, how)
            for form, given, slopes in (
                ("", sets, existence),
                ("Mills", selected(sets, existence), np.append(existence, 1.0)),
            ):
                for block, score in volume_scores(given, slopes, how).items():
                    yield f"  {how:8} {form:6} {block:18} {score.line()}   plain {plain[block].line()}"


def rows(model: Model, existence: Array) -> Iterator[str]:
    """Coefficients with their errors, and scatters."""
    names = (*NAMES, "degrees", "degree_product", "degree_length")
    for name, value, error, link in zip(
        names, model.coefficients, np.sqrt(model.covariance.diagonal()), existence, strict=False
    ):
        yield f"  {name:16} {value:7.3f} +- {error:.3f}   existence {link:7.3f}"
    for one in model.sets:
        size = len(one.block.trips)
        yield f"  {one.block.name:18} scatter {one.scatter:.2f}, cities {one.city:.2f}, {size} pairs"


if __name__ == "__main__":
    for line in report(Path(sys.argv[1])):
        print(line, flush=True)
