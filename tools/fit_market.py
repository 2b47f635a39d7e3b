"""Fit the market of a pair: whether it is linked, and how many fly. Prints rows and scores.

Usage: ``python tools/fit_market.py FOLDER``, where FOLDER holds ``air/``. Existence is a probit on pairs of
cities of the network of 2014 (pairs of countries without a row left out); volume is a mixed model on four
sets of counts of 2019, whose slopes are drawn to those of existence times a common factor: one latent demand
tells both. Folds are by hash of names. Nothing of Kazakhstan-Russia is read. See docs/backcast/market.md.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.special import expit, log_ndtr, ndtr

from egiz.world.sphere import rough_km
from market_count import Counts, all_counts
from market_model import LATENT, Block, Model, Prior, Scale, fit, logit, probit
from market_network import FOLDS, NAMES, PLAIN, Network, Pairs, covariates, pairs
from market_place import Array, surroundings
from market_score import (
    FIRST,
    NINETY,
    SECOND,
    SPLIT,
    Chosen,
    Form,
    Score,
    Table,
    clean,
    folds,
    joint,
    nested,
    parted,
    plain_scores,
)

WIDTHS = (PLAIN, len(NAMES) - 2, len(NAMES) - 1, len(NAMES))
"""Forms of existence: as before, with sizes of airports and countries, with parts of countries, all."""
STRAY = (Prior(0.05, 0.2), Prior(0.1, 0.3))
"""How far slopes may stray, on the scale of linked pairs of the world."""
FORMS = tuple(Form(width, prior) for width in WIDTHS for prior in STRAY)
SHIPPED = Form(len(NAMES), STRAY[0])
"""The form that folds of cities, and of countries, choose most."""
LEAST_RANK = 0.03
"""A weaker correlation is left out."""
SOURCED = 'derived,bitre_domestic,"errors of the fit of tools/fit_market.py"'
SCATTER = 1.05
"""Standard deviation that ships, of the logarithm of trips of a pair in a country not fitted."""
TENTH = 1.2816
"""A tenth of a normal lies so many standard deviations below the middle."""


def features(counts: Counts) -> Array:
    """What the equations take of the pairs of a set."""
    one, other = (np.array([surroundings(pair[end]) for pair in counts.ends]) for end in (0, 1))
    lengths = [rough_km(a.latitude, a.longitude, b.latitude, b.longitude) for a, b in counts.ends]
    border = np.array([float(a.country != b.country) for a, b in counts.ends])
    return covariates((one, other), np.array(lengths, np.float64), border)


@dataclass(frozen=True, slots=True)
class Market:
    """Everything that coefficients and scores are made of."""

    told: Pairs
    """The network of 2014."""
    scale: Scale
    """Of its linked pairs."""
    sets: tuple[Block, ...]
    """The counts, features as they are."""

    @classmethod
    def read(cls, folder: Path) -> Market:
        """Read the files."""
        told = pairs(Network.read(folder / "air/openflights_routes.csv"))
        sets = tuple(Block(one.name, one.ends, features(one), one.trips) for one in all_counts(folder))
        width = len(NAMES)
        return cls(told, Scale.of(told.features[told.linked > 0.0, :width]), sets)

    def existence(self) -> Array:
        """Coefficients of the probit that ships."""
        return probit(self.told.features[:, : len(NAMES)], self.told.linked, self.told.weight)[0]

    def table(self) -> Table:
        """Sets and existence on the scale."""
        scaled = self.scale.scaled(self.told.features[:, : len(NAMES)])
        found = {width: probit(scaled[:, :width], self.told.linked, self.told.weight)[0] for width in WIDTHS}
        sets = (Block(one.name, one.ends, self.scale.scaled(one.features), one.trips) for one in self.sets)
        return Table(tuple(sets), found)

    def volume(self) -> tuple[Array, Array, Model]:
        """Coefficients that ship and their covariance, and the model on the scale."""
        table = self.table()
        model = joint(table.sets, table.existence[SHIPPED.width], SHIPPED.prior)
        turned = self.scale.turned()
        return turned @ model.coefficients, turned @ model.covariance @ turned.T, model


def existence_scores(told: Pairs) -> Iterator[str]:
    """Log score and expected links of the bar, the probit before and now, and with destinations of 2014."""
    degrees = [*range(PLAIN), *range(len(NAMES), told.features.shape[1])]
    for name, columns, bar in (
        ("five-parameter logit", told.bar, True),
        ("probit, as before", told.features[:, :PLAIN], False),
        ("probit, ships", told.features[:, : len(NAMES)], False),
        ("probit as before, 2014 degrees", told.features[:, degrees], False),
    ):
        for split, fold in (("", told.fold), ("fresh", told.fresh)):
            loss, expected, first = _held(columns, told, fold, bar)
            yield f"  {name:30} {split:5} {loss:.5f}, fold 0 {first:.5f}; expected/true " + " ".join(
                f"{one:.2f}" for one in expected
            )


def _held(columns: Array, told: Pairs, fold: Array, bar: bool) -> tuple[float, list[float], float]:
    logs, expected = np.zeros(len(told.linked)), []
    for place in range(FOLDS):
        out = fold == place
        chance = _chance(columns, told, ~out, bar)[out]
        logs[out] = np.where(told.linked[out] > 0.0, *np.log([chance, 1.0 - chance]))
        expected.append(float((told.weight[out] * chance).sum() / told.linked[out].sum()))
    loss, first = (
        float(-(told.weight * logs)[part].sum() / told.weight[part].sum()) for part in (fold >= 0, fold == 0)
    )
    return loss, expected, first


def _chance(columns: Array, told: Pairs, seen: Chosen, bar: bool) -> Array:
    given = columns[seen], told.linked[seen], told.weight[seen]
    index = columns @ (logit(*given) if bar else probit(*given)[0])
    return np.clip(expit(index) if bar else ndtr(index), 1e-12, 1.0 - 1e-12)


def widths_by_folds(told: Pairs) -> Iterator[str]:
    """Which form of existence is chosen without a fold, by telling the next fold from the other three."""
    for split, fold in (("", told.fold), ("fresh", told.fresh)):
        taken = []
        for place in range(FOLDS):
            asked = fold == (place + 1) % FOLDS
            seen = (fold != place) & ~asked
            losses = [_loss(told, width, seen, asked) for width in WIDTHS]
            taken.append(WIDTHS[int(np.argmin(losses))])
        yield f"  features chosen by folds {split:5} {taken}"


def _loss(told: Pairs, width: int, seen: Chosen, asked: Chosen) -> float:
    chance = _chance(told.features[:, :width], told, seen, False)[asked]
    logs = np.where(told.linked[asked] > 0.0, *np.log([chance, 1.0 - chance]))
    return -float((told.weight[asked] * logs).sum())


def threshold(sets: Sequence[Block], existence: Array) -> Model:
    """One latent demand: level of trips where links begin, and trips to a standard deviation of chance.

    Given that a pair is linked, demand lies above by the index and the mean of what chance adds to it.
    """
    latent = []
    for block in sets:
        index = block.features @ existence
        above = index + np.exp(-0.5 * index**2 - log_ndtr(index)) / np.sqrt(2.0 * np.pi)
        columns = np.column_stack([np.ones(len(index)), above])
        latent.append(Block(block.name, block.ends, columns, block.trips))
    return fit(latent, FIRST, LATENT)


def report(folder: Path) -> Iterator[str]:
    """Everything, line by line."""
    market = Market.read(folder)
    yield f"existence: {int(market.told.linked.sum())} links"
    yield from existence_scores(market.told)
    yield from rows(market)
    yield from correlations(market)
    for name, sets in (("all", market.sets), *((one.name, (one,)) for one in market.sets)):
        tied = threshold(sets, market.existence())
        (level, strength), errors = tied.coefficients, np.sqrt(tied.covariance.diagonal())
        yield f"  latent demand, {name:18} level {level:.2f} +- {errors[0]:.2f}, " + (
            f"strength {strength:.2f} +- {errors[1]:.2f}"
        )
    yield from volume_lines(market.table())
    yield "country, as it ships"
    yield from shipped_lines(market.table())
    yield from widths_by_folds(market.told)


def volume_lines(table: Table) -> Iterator[str]:
    """Scores of volume, the form chosen inside of each fold."""
    for how in ("route", "city", "country"):
        for salt in (SPLIT, SECOND)[: 1 if how == "country" else 2]:
            found, taken = nested(table, FORMS, how, salt)
            plain = plain_scores(table.sets, how, salt)
            yield f"{how} {salt} {dict(Counter((form.width, form.prior.slope) for form in taken))}"
            for name, score in found.items():
                yield f"  {name:18} {score.line()}   plain {plain[name].line()}"
    for how in ("route", "city"):
        for label, forms in (("", FORMS), ("as before", FORMS[:1])):
            scores, form = clean(table, forms, how)
            yield f"kept {how} {label} {form}"
            yield from (f"  {name:18} {score.line()}" for name, score in scores.items())


def shipped_lines(table: Table) -> Iterator[str]:
    """Scores of a country told by the other, with the form and the scatter that ship."""
    for out in folds(table.sets, "country", 0, SPLIT):
        seen, asked = parted(table.cut(SHIPPED.width), out)
        model = joint(seen, table.existence[SHIPPED.width], SHIPPED.prior)
        for block in asked:
            doubt = ((block.features @ model.covariance) * block.features).sum(axis=1)
            off = block.trips - block.features @ model.coefficients
            yield f"  {block.name:18} {Score(off, NINETY * np.sqrt(doubt + SCATTER**2)).line()}"


def names(name: str) -> tuple[str, str]:
    """Names of the two rows of a feature: of volume, and of existence."""
    called: Mapping[str, str] = {"border": "border_effect"}
    volume = called.get(name, name if name.startswith("border") else f"gravity_{name}")
    return volume, f"link_{name}"


def rows(market: Market) -> Iterator[str]:
    """Coefficients as their rows state them, and scatters."""
    middle, covariance, model = market.volume()
    errors = np.sqrt(covariance.diagonal())
    for name, value, error, link in zip(NAMES, middle, errors, market.existence(), strict=True):
        low, high = value - TENTH * error, value + TENTH * error
        yield f"{names(name)[0]},,{low:.3f},{value:.3f},{high:.3f}   {names(name)[1]},,,{link:.3f}"
    for one in model.sets:
        size = len(one.block.trips)
        yield f"  {one.block.name:18} scatter {one.scatter:.2f}, cities {one.city:.2f}, {size} pairs"


def correlations(market: Market) -> Iterator[str]:
    """Rows of ``correlations.csv``: rank correlations of the errors of volume, and of the latent demand."""
    matrix = rank_correlations(market.volume()[1])
    found = [
        (*sorted(f"market.{names(NAMES[place])[0]}" for place in (one, other)), matrix[one, other])
        for one in range(len(NAMES))
        for other in range(one)
    ]
    tied = rank_correlations(threshold(market.sets, market.existence()).covariance)
    found.append(("market.least_service", "market.link_strength", tied[0, 1]))
    for first, second, rank in sorted(found):
        if abs(rank) >= LEAST_RANK:
            yield f"{first},{second},{rank:.3f},{SOURCED}"


def rank_correlations(covariance: Array) -> Array:
    """Rank correlations of normal errors (Pearson 1907)."""
    errors = np.sqrt(covariance.diagonal())
    return np.asarray(6.0 / np.pi * np.arcsin(covariance / np.outer(errors, errors) / 2.0), np.float64)


if __name__ == "__main__":
    for line in report(Path(sys.argv[1])):
        print(line, flush=True)
