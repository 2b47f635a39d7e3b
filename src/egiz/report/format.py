"""Numbers and dates as the three languages write them, with no more digits than the doubt allows.

The few values of the Unicode CLDR that are needed stand here: browsers and small installations do not know
how Kazakh writes numbers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from math import floor, log10

NARROW = "\u202f"
"""Narrow no-break space: parts thousands in Russian and Kazakh."""
NO_BREAK = "\u00a0"
MINUS = "\u2212"
DASH = "\u2013"

STEPS_IN_BAND = 5
"""A band is at least so many steps wide."""
MOST_DIGITS = 4
"""A range shows no more significant digits than this."""
EXACT_DIGITS = 3
"""Digits of a number without doubt, unless it is whole or larger."""
LARGEST_WHOLE = 1e6
"""Whole numbers below this are written out."""
NEAR, TENTH = 0.0095, 0.001
"""Probabilities nearer than the first to none or all may be written to the second."""
FINE_ERROR = 0.0003
"""What never happened is below a tenth of a per cent where its standard error is at most this."""
SMALLEST = 1e-290
"""Nearer to zero than this is zero."""
SMALL_LEAD = 3
"""A leading digit below this calls for one more digit."""


@dataclass(frozen=True, slots=True)
class Habit:
    """How a language writes numbers and dates."""

    decimal: str
    """Mark before the decimals."""
    group: str
    """Between thousands."""
    percent: str
    """Behind the number."""
    day: str
    """Pattern of a whole date."""
    month: str
    """Pattern of a month and year."""
    months: str
    """As they stand in a date, parted by spaces."""
    months_alone: str
    """As they stand without a day."""


_EN = "January February March April May June July August September October November December"
_RU = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
_RU_ALONE = "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь"
_KK = "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан"

HABITS: Mapping[str, Habit] = {
    "en": Habit(".", ",", "%", "{day} {month} {year}", "{month} {year}", _EN, _EN),
    "ru": Habit(",", NARROW, f"{NO_BREAK}%", "{day} {month} {year} г.", "{month} {year} г.", _RU, _RU_ALONE),
    "kk": Habit(",", NARROW, "%", "{year} ж. {day} {month}", "{year} ж. {month}", _KK, _KK),
}
"""By language."""


@dataclass(frozen=True, slots=True)
class Scale:
    """By what a large number is divided before it is written."""

    word: str
    """The words hold ``scale-<word>``; empty: not divided."""
    size: float
    """The divisor."""


SCALES = (Scale("billion", 1e9), Scale("million", 1e6))
PLAIN = Scale("", 1.0)
PERCENT = Scale("percent", 0.01)


def scale_of(largest: float) -> Scale:
    """Choose millions or billions for a number whose size is `largest`."""
    return next((scale for scale in SCALES if abs(largest) >= scale.size), PLAIN)


def step_of(low: float, middle: float, high: float) -> float:
    """Find the step to which a range is rounded: a power of ten, alike for its three numbers.

    Parameters
    ----------
    low, middle, high
        P10, P50 and P90 in one unit.

    Returns
    -------
    float
        At most a fifth of the band, no finer than four digits of the largest number, and fine enough that the
        middle keeps a digit (two where the first is 1 or 2).
    """
    largest = max(abs(low), abs(middle), abs(high))
    width = high - low
    if largest < SMALLEST:
        return 1.0
    if width <= 0.0:
        return exact_step(middle)
    step = _power(width / STEPS_IN_BAND)
    if middle != 0.0:
        step = min(step, lead_step(middle))
    return max(step, _power(largest) / 10.0 ** (MOST_DIGITS - 1))


def steps_of(step: float, low: float, middle: float, high: float) -> tuple[float, float, float]:
    """Find the step of each number of a range: that of `step_of`, coarser where the band is wide.

    Where the middle calls for a finer step than the band, a number of two digits or more in steps of the band
    keeps those: 240 (20-2,800), not 240 (20-2,810).
    """
    if high <= low:
        return (step, step, step)
    band_step = max(step, _power((high - low) / STEPS_IN_BAND))
    coarse = (band_step if abs(end) >= band_step * 10.0 else step for end in (low, middle, high))
    first, second, third = coarse
    return (first, second, third)


def common_step(steps: Sequence[float], middles: Sequence[float]) -> float:
    """Find the step of numbers in one column: the coarsest of their own that leaves each of them a digit.

    Parameters
    ----------
    steps
        Of each number by its own doubt.
    middles
        The numbers.

    Returns
    -------
    float
        Never finer than the second digit of the largest number: what is smaller is told by its first digit.
    """
    sizes = [abs(middle) for middle in middles if abs(middle) > SMALLEST]
    if not sizes:
        return max(steps)
    least, most = _power(min(sizes)), _power(max(sizes))
    return max(min(max(steps), least), min(most / 10.0, max(steps)))


def exact_step(value: float) -> float:
    """Find the step of a number without doubt: whole numbers stay whole, others keep three digits."""
    if value == 0.0 or (value == int(value) and abs(value) < LARGEST_WHOLE):
        return 1.0
    return min(_power(value) / 10.0 ** (EXACT_DIGITS - 1), 1.0)


def lead_step(value: float) -> float:
    """Find the step that keeps the first digit, or two where the first is 1 or 2."""
    power = _power(value)
    return power / 10 if abs(value) < SMALL_LEAD * power else power


def stated_step(value: float) -> float:
    """Find the step that keeps four digits of a number, and whole numbers whole."""
    if value == int(value) and abs(value) < LARGEST_WHOLE:
        return 1.0
    return _power(value) / 10.0 ** (MOST_DIGITS - 1)


ALPHABET = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
"""Kazakh order of letters; Russian is part of it."""


def sort_key(text: str) -> tuple[int, ...]:
    """Key by which names are sorted in all three languages; no browser or C library knows Kazakh."""
    return tuple(
        0x10000 + ALPHABET.index(letter) if letter in ALPHABET else ord(letter) for letter in text.casefold()
    )


def round_step(distance: float) -> float:
    """Find the power of ten that writes multiples of a tick distance exactly."""
    return _power(distance) if distance else 1.0


def number(language: str, value: float, step: float) -> str:
    """Write a number rounded to a step.

    Parameters
    ----------
    language
        One of the three.
    value
        The number.
    step
        A power of ten.
    """
    habit, exponent = HABITS[language], _exponent(step)
    grid = Decimal((0, (1,), exponent))
    rounded = Decimal(repr(value)).quantize(grid, ROUND_HALF_EVEN) if value else Decimal(0)
    text = f"{abs(rounded):,.{max(0, -exponent)}f}"
    whole, _, fraction = text.partition(".")
    written = whole.replace(",", habit.group) + (habit.decimal + fraction if fraction else "")
    return MINUS + written if rounded < 0 else written


def set_marks(language: str, english: str) -> str:
    """Write a number that stands as English writes it with the marks of another language."""
    habit = HABITS[language]
    return english.translate({ord(","): habit.group, ord("."): habit.decimal, ord("%"): habit.percent})


def share_step(share: float, error: float) -> float:
    """Find the step of a probability: a tenth of a per cent near none and all, if the draws allow it.

    Parameters
    ----------
    share
        0 to 1.
    error
        Its standard error.
    """
    near = min(share, 1.0 - share)
    if near >= NEAR:
        return 0.01
    known = error <= FINE_ERROR if near < TENTH / 2 else error <= near / 2
    return TENTH if known else 0.01


def percent(language: str, share: float, step: float = 0.01, *, sure: bool = True) -> str:
    """Write a share of one in per cent; what lies near none or all is said so.

    Parameters
    ----------
    language
        One of the three.
    share
        0 to 1.
    step
        To which it is rounded.
    sure
        Whether none means none: what never happened in a simulation is not impossible.
    """
    habit = HABITS[language]
    if (share > 0.0 or not sure) and share <= step / 2:
        return "<" + number(language, step * 100, step * 100) + habit.percent
    if (share < 1.0 or not sure) and share >= 1.0 - step / 2:
        return ">" + number(language, 100 - step * 100, step * 100) + habit.percent
    return number(language, share * 100, step * 100) + habit.percent


def band(low: str, high: str) -> str:
    """Join the ends of a band; a minus sign asks for more room than a dash."""
    return f"{low} … {high}" if MINUS in low + high else f"{low}{DASH}{high}"


def day(language: str, iso: str) -> str:
    """Write a date: ``2017-07-05``, ``2017-07``, ``2017`` or a span ``2016/2019``."""
    if "/" in iso:
        dash = f" {DASH} " if "-" in iso else DASH
        return dash.join(day(language, end) for end in iso.split("/"))
    parts = iso.split("-")
    if len(parts) == 1:
        return iso
    habit = HABITS[language]
    year, month = parts[0], int(parts[1]) - 1
    if len(parts) == len(("year", "month")):
        return habit.month.format(month=habit.months_alone.split()[month], year=year)
    whole = habit.day.format(day=int(parts[2]), month=habit.months.split()[month], year=year)
    return whole.replace(" ", NO_BREAK)


def _power(value: float) -> float:
    """Largest power of ten that is not above the size of a number."""
    return float(10.0 ** floor(log10(abs(value)) + 1e-9))


def _exponent(step: float) -> int:
    return floor(log10(step) + 0.5)
