"""How a report speaks: one language, its words and its way of writing figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from egiz.errors import Value
from egiz.report import format as written
from egiz.report.document import Choice, Count, Number, Range, Share, Spread, Texts
from egiz.report.words import Words

PERCENT_UNITS = ("pax/seat", "USD/USD")
"""Units whose numbers are always written in per cent."""


COUNTED = ("1", "pax", "seat", "person", "sector", "flight")
"""What sentences name themselves."""
NEAR_NONE = 0.02
"""A chance in doubt below this is written to a tenth of a per cent."""
FAINT = 1e-3
"""A number below such a part of the step of its range is written as nought: no row of zeros helps anybody."""
SCALE_WORDS = ("million", "billion")


@dataclass(frozen=True, slots=True)
class Spelled:
    """A figure in letters, in parts."""

    middle: str
    """The number itself; of a choice the option."""
    band: str = ""
    """P10 to P90, without brackets; empty where there is none."""
    scale: str = ""
    """million, billion or nothing."""
    unit: str = ""
    """Name of the unit; empty for per cent and bare numbers."""

    @property
    def measure(self) -> str:
        """Scale and unit together."""
        return " ".join(part for part in (self.scale, self.unit) if part)

    @property
    def text(self) -> str:
        """Number, band and scale, as a sentence takes them."""
        band = f" ({self.band})" if self.band else ""
        return f"{self.middle}{band}" + (f" {self.scale}" if self.scale else "")

    @property
    def whole(self) -> str:
        """All parts."""
        return f"{self.text} {self.unit}" if self.unit else self.text


@dataclass(frozen=True, slots=True)
class Voice:
    """A language with its words."""

    words: Words
    """All words."""
    language: str
    """One of the three."""

    def say(self, identifier: str, values: Mapping[str, Value] | None = None) -> str:
        """Say a word or a sentence."""
        return self.words.say(self.language, identifier, values)

    def of(self, texts: Texts) -> str:
        """Choose this language's text."""
        return str(getattr(texts, self.language))

    def day(self, iso: str) -> str:
        """Write a date."""
        return written.day(self.language, iso)

    def unit(self, unit: str) -> str:
        """Name a unit; none for a bare number."""
        return "" if unit == "1" else self.words.unit(self.language, unit)

    def count(self, value: int) -> str:
        """Write a whole number."""
        return written.number(self.language, value, 1.0)

    def label(self, family: str, item: str) -> str:
        """Name an item of a family such as ``status``; without a word it names itself."""
        return self.words.label(self.language, family, item)

    def number(self, value: float, step: float) -> str:
        """Write a number rounded to a step."""
        return written.number(self.language, value, step)

    def stated(self, value: float) -> str:
        """Write a number as a table states it, to four digits."""
        return written.number(self.language, value, written.stated_step(value))

    def order(self, texts: Texts) -> tuple[int, ...]:
        """Key by which names are sorted: Kazakh letters stand where their alphabet has them."""
        return written.sort_key(self.of(texts))

    def said(self, figure: Number) -> str:
        """Write a figure as a sentence takes it: with the unit of what is measured, not counted."""
        return self.measured(figure.unit, self.spell(figure))

    def measured(self, unit: str, spelled: Spelled) -> str:
        """Write a figure in letters with the unit of what is measured, not counted."""
        first = unit.partition("/")[0]
        measured = "" if first in COUNTED or not spelled.unit else self.unit(first)
        return f"{spelled.text} {measured}".rstrip()

    def spell(self, figure: Number) -> Spelled:
        """Write a figure."""
        if isinstance(figure, Range):
            return self.spread(figure.low, figure.middle, figure.high, figure.unit)
        if isinstance(figure, Share):
            return self._share(figure)
        if isinstance(figure, Count):
            return Spelled(self.count(figure.value), unit=self.unit(figure.unit))
        return self._choice(figure)

    def percent(self, share: float) -> str:
        """Write how often an option is taken in a simulation: never quite none, never quite all."""
        return written.percent(self.language, share, sure=False)

    def spell_alike(self, figures: Sequence[Range], groups: Sequence[str] = ()) -> tuple[Spelled, ...]:
        """Write ranges of one chart, all in the scale of the largest; those of a group are rounded alike."""
        return self.spread_alike(figures, figures[0].unit, groups)

    def spread_alike(
        self, spreads: Sequence[Range | Spread], unit: str, groups: Sequence[str] = ()
    ) -> tuple[Spelled, ...]:
        """Write ranges of one unit, all in the scale of the largest; those of a group are rounded alike."""
        scale = self._scale(min(one.low for one in spreads), max(one.high for one in spreads), unit)
        ends = [(one.low / scale.size, one.middle / scale.size, one.high / scale.size) for one in spreads]
        own = groups or [""] * len(ends)
        steps = {
            group: _alike([three for three, other in zip(ends, own, strict=True) if other == group])
            for group in own
        }
        return tuple(
            self._spread((one.low, one.middle, one.high), unit, scale, steps[group])
            for one, group in zip(spreads, own, strict=True)
        )

    def tick(self, value: float, ticks: Sequence[float], unit: str) -> str:
        """Write a label of an axis in the scale of its largest."""
        scale = self._scale(min(ticks), max(ticks), unit)
        step = (ticks[1] - ticks[0] if len(ticks) > 1 else abs(value) or 1.0) / scale.size
        sign = written.HABITS[self.language].percent if scale is written.PERCENT else ""
        return written.number(self.language, value / scale.size, written.round_step(step)) + sign

    def spread(self, low: float, middle: float, high: float, unit: str) -> Spelled:
        """Write a range with one step for its three numbers; a range without width is one number."""
        return self._spread((low, middle, high), unit, self._scale(low, high, unit))

    def _spread(
        self, ends: tuple[float, float, float], unit: str, scale: written.Scale, alike: float | None = None
    ) -> Spelled:
        """Write a range, each number to the step of its own doubt, or all to the step `alike`."""
        low, middle, high = (end / scale.size for end in ends)
        step = written.step_of(low, middle, high) if alike is None else alike
        own_steps = written.steps_of(step, low, middle, high) if alike is None else (step, step, step)
        rounded = zip((low, middle, high), own_steps, strict=True)
        texts = [written.number(self.language, end, own) for end, own in rounded]
        for place, end in enumerate((low, middle)):
            if FAINT * step < end < step / 2:
                texts[place] = written.number(self.language, end, written.lead_step(end))
        sign = written.HABITS[self.language].percent if scale is written.PERCENT else ""
        band = written.band(texts[0], texts[2] + sign) if low < high and texts[0] != texts[2] else ""
        word = self.say(f"scale-{scale.word}") if scale.word in SCALE_WORDS else ""
        return Spelled(texts[1] + sign, band, word, "" if sign else self.unit(unit))

    def _scale(self, low: float, high: float, unit: str) -> written.Scale:
        if unit in PERCENT_UNITS:
            return written.PERCENT
        return written.scale_of(max(abs(low), abs(high)))

    def _share(self, share: Share) -> Spelled:
        """Write a mean with a band that holds it: a few draws far out can move a mean beyond P10 or P90."""
        fine = share.low is not None and share.value < NEAR_NONE
        step = written.TENTH if fine else written.share_step(share.value, share.error)
        middle = written.percent(self.language, share.value, step, sure=share.error == 0.0)
        if share.low is None or share.high is None or share.low == share.high:
            return Spelled(middle)
        ends = (min(share.low, share.value), max(share.high, share.value))
        low, high = (written.percent(self.language, end, step, sure=False) for end in ends)
        if low == high:
            return Spelled(middle)
        return Spelled(middle, written.band(low.removesuffix(written.HABITS[self.language].percent), high))

    def _choice(self, choice: Choice) -> Spelled:
        best = max(choice.options, key=lambda option: option.share)
        often = self.percent(best.share) if best.share < 1.0 else ""
        return Spelled(self.of(best.names), often)


def _alike(ends: Sequence[tuple[float, float, float]]) -> float | None:
    """Step of ranges that are rounded alike; none where all are nought."""
    steps = [written.step_of(*three) for three in ends if any(three)]
    return written.common_step(steps, [three[1] for three in ends]) if steps else None
