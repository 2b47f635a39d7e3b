"""Numbers and dates: against Babel's CLDR, and digits that fit the doubt."""

import re
from datetime import date

import numpy as np
import pytest
from babel.dates import format_date
from babel.numbers import format_decimal
from hypothesis import example, given
from hypothesis import strategies as st

from egiz.figures.summary import share_of
from egiz.report import format as written
from egiz.report.document import Choice, Option, Share, Texts
from egiz.report.voice import Spelled, Voice
from egiz.report.words import Words
from egiz.world.place import LANGUAGES

WORDS = Words.of(["egiz.report"])
NUMBERS = [0, 5, 42, 999, 1000, 18_000, 1_234_567]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("value", NUMBERS)
def test_whole_numbers_are_those_of_cldr(language: str, value: int) -> None:
    expected = format_decimal(value, locale=language).replace("\xa0", written.NARROW)
    assert written.number(language, value, 1.0) == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_decimals_are_those_of_cldr(language: str) -> None:
    expected = format_decimal(1234.5, locale=language).replace("\xa0", written.NARROW)
    assert written.number(language, 1234.5, 0.1) == expected


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("month", range(1, 13))
def test_dates_are_those_of_cldr(language: str, month: int) -> None:
    locale = "en_GB" if language == "en" else language
    expected = format_date(date(2017, month, 5), "long", locale=locale)
    assert written.day(language, f"2017-{month:02}-05").split() == expected.split()


def test_months_years_and_spans() -> None:
    assert written.day("ru", "2017-07") == "июль 2017 г."
    assert written.day("kk", "2017-07") == "2017 ж. шілде"
    assert written.day("en", "2017") == "2017"
    assert written.day("en", "2016/2019") == "2016–2019"


@pytest.mark.parametrize(
    ("ends", "step"),
    [
        ((20.2, 31.3, 44.9), 1.0),
        ((20.2, 24.3, 29.0), 1.0),
        ((1061.9, 1062.3, 1062.8), 1.0),
        ((0.31, 0.42, 0.66), 0.01),
        ((20.0, 300.0, 9000.0), 100.0),
        ((-4.2e6, -1.1e6, 0.4e6), 1e5),
        ((5.0, 5.0, 5.0), 1.0),
        ((0.0, 0.0, 0.0), 1.0),
        ((0.0, 0.0, 12.0), 1.0),
    ],
)
def test_step_follows_the_doubt(ends: tuple[float, float, float], step: float) -> None:
    assert written.step_of(*ends) == pytest.approx(step)


@pytest.mark.parametrize(
    ("ends", "said"),
    [
        ((20.0, 240.0, 2810.0), "240 (20–2,800)"),
        ((0.03, 0.2, 4.57), "0.20 (0.03–4.6)"),
        ((1050.0, 1061.0, 1072.0), "1,061 (1,050–1,072)"),
        ((1300.0, 2900.0, 6300.0), "2,900 (1,300–6,300)"),
        ((-1900.0, -40.0, 12.0), "−40 (−1,900 … 10)"),
    ],
)
def test_a_wide_band_shows_no_digits_that_its_ends_do_not_have(
    ends: tuple[float, float, float], said: str
) -> None:
    assert Voice(WORDS, "en").spread(*ends, "1").text == said


@given(st.floats(1e-9, 1e12), st.floats(1.0, 100.0), st.floats(1.0, 100.0))
def test_middle_is_never_rounded_away(middle: float, down: float, up: float) -> None:
    step = written.step_of(middle / down, middle, middle * up)
    if up < 100.0:
        assert round(middle / step) >= 1


@given(st.floats(-1e12, 1e12), st.integers(-6, 9))
def test_never_scientific(value: float, exponent: int) -> None:
    text = written.number("en", value, 10.0**exponent)
    assert set(text) <= set("0123456789,.−")


def read(language: str, text: str) -> float:
    """Read a number back as a person of that language would."""
    habit = written.HABITS[language]
    plain = text.replace(habit.group, "").replace(habit.decimal, ".").replace(written.MINUS, "-")
    return float(plain)


ENDS = st.lists(st.floats(-1e11, 1e11), min_size=3, max_size=3).map(sorted)


@given(ENDS, st.sampled_from(LANGUAGES))
def test_rounding_keeps_the_order(ends: list[float], language: str) -> None:
    step = written.step_of(*ends)
    low, middle, high = (read(language, written.number(language, end, step)) for end in ends)
    assert low <= middle <= high


@given(ENDS, st.sampled_from(LANGUAGES))
def test_rounding_stays_within_a_step(ends: list[float], language: str) -> None:
    step = written.step_of(*ends)
    for end in ends:
        assert abs(read(language, written.number(language, end, step)) - end) <= step / 2 * (1 + 1e-9) + 1e-9


@given(st.lists(st.floats(1e-6, 1e11), min_size=3, max_size=3).map(sorted), st.sampled_from(LANGUAGES))
def test_a_spread_is_told_in_order_without_powers(ends: list[float], language: str) -> None:
    spelled = Voice(WORDS, language).spread(*ends, "USD/year")
    assert not re.search(r"\de|E\d", spelled.whole)
    low, _, high = spelled.band.partition(" … " if " … " in spelled.band else written.DASH)
    if spelled.band:
        assert read(language, low) <= read(language, spelled.middle) <= read(language, high)


@given(st.floats(1e3, 1e12))
def test_russian_and_kazakh_part_thousands_by_a_narrow_space(value: float) -> None:
    for language in ("ru", "kk"):
        text = written.number(language, value, 0.1)
        whole, _, fraction = text.partition(",")
        assert re.fullmatch(r"\d{1,3}(\u202f\d{3})+", whole)
        assert re.fullmatch(r"\d", fraction)


@pytest.mark.parametrize(
    ("share", "draws", "said"),
    [
        (0.0, 10_000, "<0.1%"),
        (0.0, 1_000, "<1%"),
        (0.0003, 10_000, "<0.1%"),
        (0.004, 10_000, "0.4%"),
        (0.004, 500, "<1%"),
        (0.34, 10_000, "34%"),
        (0.997, 10_000, "99.7%"),
        (1.0, 10_000, ">99.9%"),
    ],
)
def test_a_probability_is_never_quite_none_or_all(share: float, draws: int, said: str) -> None:
    tilted = (share * draws + 1) / (draws + 2)
    error = (tilted * (1 - tilted) / (draws + 2)) ** 0.5
    step = written.share_step(share, error)
    assert written.percent("en", share, step, sure=False) == said


def test_minus_zero_is_zero() -> None:
    assert written.number("en", -0.2, 1.0) == "0"


def test_percent_near_none_and_all() -> None:
    assert written.percent("en", 0.001) == "<1%"
    assert written.percent("ru", 0.999) == ">99\u00a0%"
    assert written.percent("kk", 0.5) == "50%"
    assert written.percent("en", 0.0) == "0%"
    assert written.percent("en", 0.0, sure=False) == "<1%"
    assert written.percent("en", 1.0, sure=False) == ">99%"


def test_band_with_a_minus_has_room() -> None:
    assert written.band("20", "45") == "20–45"
    assert written.band("−3", "5") == "−3 … 5"


def ends_of(spelled: Spelled) -> list[float]:
    """Numbers of low end, middle and high end of a probability [%]."""
    low, high = spelled.band.split(written.DASH) if spelled.band else (spelled.middle, spelled.middle)
    return [float(text.strip("<>%")) for text in (low, spelled.middle, high)]


@given(st.lists(st.floats(0.0, 1.0), min_size=2, max_size=40), st.integers(0, 60))
@example(draws=[0.005, 0.005], none=18)
def test_a_probability_lies_within_its_band(draws: list[float], none: int) -> None:
    figure = share_of("chance", "1", (), np.array([*draws, *[0.0] * none]))
    low, high = figure.band or (None, None)
    share = Share("chance", Texts("", "", ""), "1", (), figure.share, figure.error, low, high)
    low, shown, high = ends_of(Voice(WORDS, "en").spell(share))
    assert low <= shown <= high


def test_a_mean_beyond_its_band_widens_what_is_shown() -> None:
    share = Share("chance", Texts("", "", ""), "1", (), 0.05, 0.01, 0.0, 0.02)
    assert Voice(WORDS, "en").spell(share) == Spelled("5%", f"<1{written.DASH}5%")


@pytest.mark.parametrize(
    ("share", "said"), [(1.0, "CRJ200"), (0.998, "CRJ200 (>99%)"), (0.7, "CRJ200 (70%)")]
)
def test_what_is_chosen_in_every_draw_has_no_share(share: float, said: str) -> None:
    names = [Texts(name, name, name) for name in ("CRJ200", "A320")]
    options = tuple(
        Option(name.en, name, part) for name, part in zip(names, (share, 1.0 - share), strict=True)
    )
    assert Voice(WORDS, "en").spell(Choice("best", names[0], "1", (), options)).text == said
