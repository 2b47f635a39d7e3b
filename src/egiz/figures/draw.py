"""Randomness: one stream of uniform numbers per input, the only place that owns a generator.

Each stream is seeded by the seed of the study and a hash of the *whole* key. So scenarios stay paired, one
oil price meets every proposal, and leaving an input out moves no other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import Literal, cast

import numpy as np
from numpy.random.bit_generator import ISeedSequence
from numpy.typing import DTypeLike, NDArray

from egiz.errors import SheetError
from egiz.figures.correlation import Correlations
from egiz.figures.unit import Array

BITS = 53
"""Binary digits of a uniform number."""

SALT = 16
"""Bytes of the seed in the hash."""


def strata(key: str, draws: int, seed: int, out: Array | None = None) -> Array:
    """One uniform number from each of `draws` equal strata, in the key's own order.

    The order comes from sorting random 16-bit numbers, in which numpy's stable sort takes a third of the time
    of a shuffle; where two are alike the earlier draw gets the lower stratum, which moves a draw by one
    stratum, no more. The place within the stratum is a middle of 65,536 even steps, so 0 and 1 never come.

    Parameters
    ----------
    key
        Whole key of the input.
    draws
        How many numbers.
    seed
        Seed of the study, from 0 on.
    out
        Where to put them, shape (draws,); none = a new array.

    Returns
    -------
    Array
        Shape (draws,), each between 0 and 1 and neither of them.
    """
    words = _words(key, seed).random_raw(2 * -(-draws // 4))
    halves = words.astype("<u8", copy=False).view("<u2")
    order = np.argsort(halves[:draws], kind="stable")
    order <<= 16
    order += halves[-draws:]
    numbers: Array = np.add(order, 0.5, out=out)
    numbers *= 2.0**-16 / draws
    return numbers


def sobol(
    keys: tuple[str, ...], draws: int, seed: int, wanted: Iterable[str] | None = None
) -> Mapping[str, Array]:
    """Joint scrambled Sobol numbers, one dimension a key.

    Each dimension is scrambled by its key's own generator (random linear matrix and digital shift, Matousek
    1998), so a key appended to the list moves no other.

    Parameters
    ----------
    keys
        Every key in the order of its dimension; only ever appended to.
    draws
        How many numbers; a power of two.
    seed
        Seed of the study, from 0 on.
    wanted
        The keys whose numbers are needed; none = all.

    Returns
    -------
    Mapping
        Shape (draws,) by key, each between 0 and 1.

    Raises
    ------
    SheetError
        `draws` is not a power of two, or a key stands twice in the list.
    """
    digits = draws.bit_length() - 1
    faults = [
        f"joint Sobol needs a power of two of draws, not {draws}; take {2**digits} or {2 ** (digits + 1)}"
    ]
    faults = faults if draws < 1 or draws != 2**digits else []
    faults += [
        f"{key} stands twice in the order of dimensions" for key in sorted({*keys}) if keys.count(key) > 1
    ]
    if faults:
        raise SheetError(faults)
    from scipy.stats import qmc

    points = qmc.Sobol(len(keys), scramble=False).random_base2(digits)
    place = {key: index for index, key in enumerate(keys)}
    return {
        key: _scrambled(points[:, place[key]], digits, np.random.Generator(_words(key, seed)))
        for key in wanted or keys
    }


@dataclass(frozen=True, slots=True)
class Plan:
    """How the inputs of a run are drawn."""

    draws: int = 10_000
    """How many draws."""
    seed: int = 0
    """Seed of the study, from 0 on."""
    method: Literal["strata", "sobol"] = "strata"
    """Streams of their own, or one joint sequence where a headline needs more digits."""
    correlations: Correlations = Correlations()
    """Which inputs go together."""
    order: tuple[str, ...] = ()
    """Dimensions of the joint sequence, kept with the study and only ever appended to."""

    def __post_init__(self) -> None:
        if self.draws < 1 or not 0 <= self.seed < 2**64:
            told = f"not {self.draws}, {self.seed}"
            raise SheetError([f"a plan needs at least 1 draw and a seed from 0 to 2**64 - 1, {told}"])

    def covering(self, keys: Iterable[str]) -> Plan:
        """Return the same plan with a dimension for each key; new ones are appended in alphabetical order."""
        groups = [name for group in self.correlations.groups() for name in group]
        new = sorted({*keys, *groups} - {*self.order})
        return replace(self, order=(*self.order, *new))

    def uniforms(self, keys: Iterable[str]) -> Mapping[str, Array]:
        """Draw the uniform numbers of inputs.

        Parameters
        ----------
        keys
            Keys of assumptions.

        Returns
        -------
        Mapping
            Shape (draws,) by key.

        Raises
        ------
        SheetError
            The joint sequence has no dimension for a key, or the draws are not a power of two.
        """
        wanted = sorted({*keys})
        groups = [group for group in self.correlations.groups() if not {*wanted}.isdisjoint(group)]
        streams = self._independent([*wanted, *(name for group in groups for name in group)])
        ordered = dict(streams)
        for group in groups:
            ordered.update(self.correlations.ordered(group, streams))
        return {key: ordered[key] for key in wanted}

    def _independent(self, keys: Iterable[str]) -> Mapping[str, Array]:
        keys = sorted({*keys})
        if self.method == "strata":
            rows = np.empty((len(keys), self.draws))
            return {key: strata(key, self.draws, self.seed, row) for key, row in zip(keys, rows, strict=True)}
        missing = [key for key in keys if key not in self.order]
        if missing:
            raise SheetError([f"{key} has no dimension; append it with Plan.covering" for key in missing])
        return sobol(self.order, self.draws, self.seed, keys)


class _Seed(ISeedSequence):
    """The state of a generator straight from a hash of seed and whole key."""

    def __init__(self, key: str, seed: int) -> None:
        self._digest = blake2b(key.encode(), salt=seed.to_bytes(SALT, "little")).digest()

    def generate_state(self, n_words: int, dtype: DTypeLike = np.uint64) -> NDArray[np.uint64]:
        """Give the first words of the hash; the generator asks for three of 64 bits."""
        return np.frombuffer(self._digest, "<u8", n_words).astype(np.uint64)


def _words(key: str, seed: int) -> np.random.SFC64:
    seeded = cast(np.random.SeedSequence, _Seed(key, seed))  # numpy takes any ISeedSequence; its stubs do not
    return np.random.SFC64(seeded)


def _scrambled(points: Array, digits: int, rng: np.random.Generator) -> Array:
    """Multiply the binary digits of each point by a random lower triangle of ones, then shift them."""
    whole = (points * 2.0**digits).astype(np.uint64)
    shift, *columns = (int(number) for number in rng.integers(0, 2**BITS, digits + 1, dtype=np.uint64))
    mixed = np.full(len(points), shift, dtype=np.uint64)
    for place, column in enumerate(columns):
        # Digit `place` of the point, counted from the most significant, sets itself and may flip later ones.
        own = 1 << (BITS - 1 - place)
        bit = (whole >> np.uint64(digits - 1 - place)) & np.uint64(1)
        mixed ^= bit * np.uint64(own | (column & (own - 1)))
    numbers: Array = mixed / 2.0**BITS
    return numbers
