"""How well the market is told where it was not seen: folds, the form chosen inside of them, and baselines.

The form of the model (how many features, how far slopes may stray) is chosen again for each fold, by folds
of what the fold leaves to be seen; so nothing that is scored has a say in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import t as student

import market_model
from market_model import FREEDOM, Block, Model, Prior, fit
from market_network import FRESH, part
from market_place import Array

Chosen = NDArray[np.bool_]
PARTS, INNER = 10, 5
"""Routes, and cities, are held out a tenth at a time; a fifth at a time where the form is chosen."""
KEPT = 2
"""So many tenths of routes were kept from all looking at forms."""
SPLIT, SECOND, WITHIN = "", "outer-2|", "inner|"
"""Salts: of the folds used all along, of a second set of them, and of those the form is chosen on."""
OWNERS = ("AU", "IN")
NINETY, NINETY_LEFT = 1.645, 2.132
"""Half width of 90 % in standard deviations: of a normal, of a t with four degrees of freedom."""
FIRST = np.array([10.0, 1.0])
"""Where level and factor start."""
AGAIN = 2000
"""How often a median is drawn again for its doubt."""


@dataclass(frozen=True, slots=True)
class Form:
    """One form of the model of volume."""

    width: int
    """How many features it takes, the first of `market_network.NAMES`."""
    prior: Prior
    """How far slopes may stray."""


@dataclass(frozen=True, slots=True)
class Table:
    """The sets, and existence by width: what every form is cut from."""

    sets: tuple[Block, ...]
    existence: Mapping[int, Array]

    def cut(self, width: int) -> list[Block]:
        """Sets with the first features only."""
        return [Block(one.name, one.ends, one.features[:, :width], one.trips) for one in self.sets]


@dataclass(frozen=True, slots=True)
class Score:
    """How well a set was told without having been seen."""

    off: Array
    """Logarithm of truth over middle."""
    half: Array
    """Half width of the 90 % interval."""

    def line(self) -> str:
        """Median absolute error with its 90 % doubt, bias, cover, mean interval score, density, count."""
        away = np.abs(self.off)
        interval = 2.0 * self.half + 20.0 * np.maximum(away - self.half, 0.0)
        draws = np.random.default_rng(0).integers(len(away), size=(AGAIN, len(away)))
        low, high = np.quantile(np.median(away[draws], axis=1), [0.05, 0.95])
        return (
            f"{np.median(away):6.3f} ({low:.2f}-{high:.2f}) {np.median(self.off):+5.2f} "
            f"{(away < self.half).mean():5.0%} {interval.mean():6.2f} {self.density():7.3f} {len(away):4d}"
        )

    def density(self) -> float:
        """Mean logarithm of the density at the truth."""
        scale = self.half / NINETY_LEFT
        return float(np.mean(student.logpdf(self.off / scale, FREEDOM) - np.log(scale)))


Scores = Mapping[str, Score]


def joint(sets: Sequence[Block], existence: Array, prior: Prior) -> Model:
    """Fit volume with slopes drawn to those of existence times a factor that the counts themselves tell."""
    level, factor = market_model.level_and_factor(sets, existence, FIRST, prior)
    return fit(sets, np.concatenate([[level], factor * existence[1:]]), prior)


def told(model: Model, asked: Sequence[Block]) -> dict[str, Score]:
    """Scores of what was not seen."""
    found = {}
    for block in asked:
        middle, variance, scatter = model.told(block)
        half = np.sqrt(NINETY**2 * variance + NINETY_LEFT**2 * scatter**2)
        found[block.name] = Score(block.trips - middle, half)
    return found


def out_of(block: Block, how: str, place: int, parts: int, salt: str) -> Chosen:
    """Pairs of a set that are held out."""
    if how == "country":
        return np.full(len(block.trips), block.name.startswith(OWNERS[place]))
    if how == "route":
        return np.array([part(_route(pair), parts, salt) == place for pair in block.ends])
    return np.array([place in {part(end.name, parts, salt) for end in pair} for pair in block.ends])


def _route(pair: Sequence[object]) -> str:
    return "|".join(sorted(getattr(end, "name", "") for end in pair))


def parted(sets: Sequence[Block], out: Sequence[Chosen]) -> tuple[list[Block], list[Block]]:
    """Split the sets into what is seen and what is told."""
    seen = [block.part(~away) for block, away in zip(sets, out, strict=True) if not away.all()]
    return seen, [block.part(away) for block, away in zip(sets, out, strict=True) if away.any()]


def folds(sets: Sequence[Block], how: str, parts: int, salt: str) -> Iterator[list[Chosen]]:
    """What each fold holds out, by set."""
    for place in range(len(OWNERS) if how == "country" else parts):
        yield [out_of(block, how, place, parts, salt) for block in sets]


def gathered(found: Sequence[Scores]) -> dict[str, Score]:
    """Scores of all folds together."""
    names = sorted({name for scores in found for name in scores})
    return {
        name: Score(
            np.concatenate([one[name].off for one in found if name in one]),
            np.concatenate([one[name].half for one in found if name in one]),
        )
        for name in names
    }


def chosen(table: Table, forms: Sequence[Form], how: str) -> Form:
    """The form with the highest mean density over the sets, on folds of the table."""

    def worth(form: Form) -> float:
        found, sets = [], table.cut(form.width)
        for out in folds(sets, how, INNER, WITHIN):
            seen, asked = parted(sets, out)
            found.append(told(joint(seen, table.existence[form.width], form.prior), asked))
        return float(np.mean([score.density() for score in gathered(found).values()]))

    return max(forms, key=worth)


def nested(table: Table, forms: Sequence[Form], how: str, salt: str) -> tuple[dict[str, Score], list[Form]]:
    """Scores of folds, the form of each chosen without it; a country's by the cities of the other."""
    found, taken = [], []
    for out in folds(table.sets, how, PARTS, salt):
        seen, _ = parted(table.sets, out)
        form = chosen(Table(tuple(seen), table.existence), forms, "city" if how == "country" else how)
        found.append(_once(table, form, out))
        taken.append(form)
    return gathered(found), taken


def _once(table: Table, form: Form, out: Sequence[Chosen]) -> dict[str, Score]:
    seen, asked = parted(table.cut(form.width), out)
    return told(joint(seen, table.existence[form.width], form.prior), asked)


def kept(table: Table) -> tuple[list[Chosen], list[Chosen]]:
    """Routes, and cities with all their routes, on which no form was looked at; one of both is a city's."""
    routes = [
        np.array([part("route|" + _route(pair), PARTS, FRESH) < KEPT for pair in block.ends])
        for block in table.sets
    ]
    cities = [
        np.array([0 in {part("city|" + end.name, PARTS, FRESH) for end in pair} for pair in block.ends])
        for block in table.sets
    ]
    return [one & ~other for one, other in zip(routes, cities, strict=True)], cities


def clean(table: Table, forms: Sequence[Form], how: str) -> tuple[dict[str, Score], Form]:
    """Scores of what was kept, told by all that was not."""
    routes, cities = kept(table)
    seen, _ = parted(table.sets, [one | other for one, other in zip(routes, cities, strict=True)])
    form = chosen(Table(tuple(seen), table.existence), forms, how)
    width, existence = form.width, table.existence[form.width]
    seen, _ = parted(table.cut(width), [one | other for one, other in zip(routes, cities, strict=True)])
    _, asked = parted(table.cut(width), routes if how == "route" else cities)
    return told(joint(seen, existence, form.prior), asked), form


def plain_scores(sets: Sequence[Block], how: str, salt: str) -> dict[str, Score]:
    """Scores of a plain gravity of the same set (people and length); of the other country's for a country."""
    found = []
    for out in folds(sets, how, PARTS, salt):
        seen, asked = parted(sets, out)
        found.append({block.name: _plain(block, seen, how) for block in asked})
    return gathered(found)


def _plain(block: Block, seen: Sequence[Block], how: str) -> Score:
    kind = block.name.partition(" ")[2]
    source = next(
        one for one in seen if how == "country" and one.name.endswith(kind) or one.name == block.name
    )
    plain, asked = source.features[:, [0, 1, 5]], block.features[:, [0, 1, 5]]
    slopes = np.linalg.lstsq(plain, source.trips, rcond=None)[0]
    half = NINETY * (source.trips - plain @ slopes).std(ddof=3)
    off = block.trips - asked @ slopes
    return Score(off, np.full(len(off), half))
