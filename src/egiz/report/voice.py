"""How a report speaks: one language, its words and its way of writing figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from egiz.errors import Value
from egiz.report import format as written
from egiz.report.document import Choice, Count, Number, Range, Share, Texts
from egiz.report.words import Words

PERCENT_UNITS = ("pax/seat",)
"""Units whose numbers are always written in per cent."""


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

    def spell(self, figure: Number) -> Spelled:
        """Write a figure."""
        if isinstance(figure, Range):
            return self.spread(figure.low, figure.middle, figure.high, figure.unit)
        if isinstance(figure, Share):
            return self._share(figure)
        if isinstance(figure, Count):
            return Spelled(self.count(figure.value), unit=self.unit(figure.unit))
        return self._choice(figure)

    def spread(self, low: float, middle: float, high: float, unit: str) -> Spelled:
        """Write a range with one step for its three numbers; a range without width is one number."""
        scale = self._scale(low, high, unit)
        ends = low / scale.size, middle / scale.size, high / scale.size
        step = written.step_of(*ends)
        sign = written.HABITS[self.language].percent if scale is written.PERCENT else ""
        texts = [written.number(self.language, end, step) for end in ends]
        if 0.0 < ends[0] < step / 2:
            texts[0] = written.number(self.language, ends[0], written.lead_step(ends[0]))
        band = written.band(texts[0], texts[2] + sign) if low < high and texts[0] != texts[2] else ""
        if scale is written.PERCENT:
            return Spelled(texts[1] + sign, band)
        word = self.say(f"scale-{scale.word}") if scale.word else ""
        return Spelled(texts[1], band, word, self.unit(unit))

    def _scale(self, low: float, high: float, unit: str) -> written.Scale:
        if unit in PERCENT_UNITS or (unit == "1" and low < high and low >= 0.0 and high <= 1.0):
            return written.PERCENT
        return written.scale_of(max(abs(low), abs(high)))

    def _share(self, share: Share) -> Spelled:
        middle = written.percent(self.language, share.value)
        if share.low is None or share.high is None or share.low == share.high:
            return Spelled(middle)
        ends = (written.percent(self.language, end) for end in (share.low, share.high))
        return Spelled(middle, written.band(*ends))

    def _choice(self, choice: Choice) -> Spelled:
        best = max(choice.options, key=lambda option: option.share)
        return Spelled(self.of(best.names), written.percent(self.language, best.share))
