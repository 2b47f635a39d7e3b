"""The table on the terminal, and what a page says of refusals."""

import re

import msgspec
import pytest

from egiz.report import document as doc
from egiz.report.outline import Outlines
from egiz.report.page.whole import page
from egiz.report.ranking import rankings
from egiz.report.terminal import WIDTH, summary_lines
from egiz.report.voice import Voice
from egiz.report.words import Words
from egiz.world.place import LANGUAGES
from report.fixture import document


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_is_wider_than_a_terminal(language: str) -> None:
    assert max(len(line) for line in summary_lines(document(), language)) <= WIDTH


def test_figures_stand_with_band_and_unit() -> None:
    lines = "\n".join(summary_lines(document(), "en"))
    assert "5,000 (3,000–10,000)  passengers a year" in lines
    assert "Agreed, but not studied yet: Ural fast railway" in lines


def refused() -> doc.Document:
    """A study whose only item cannot be studied, however long one waits."""
    made = document()
    why = doc.Texts("Both cities use one airport.", "У городов один аэропорт.", "Әуежай бір.")
    item = msgspec.structs.replace(made.proposals[0], state="not-studied", why="same-airport", why_text=why)
    result = msgspec.structs.replace(made.results[0], answers=(), differences=(), nodes={})
    bare = {"results": (result,), "sources": (), "next_to_find_out": (), "scenarios": made.scenarios[:1]}
    return msgspec.structs.replace(made, proposals=(item, made.proposals[1]), **bare)


def test_a_refused_item_is_told_with_its_reason_apart_from_those_without_a_model() -> None:
    lines = "\n".join(summary_lines(refused(), "en"))
    assert "Agreed, but not studied:\n  Direct flights Astana – Chelyabinsk – Both cities use one" in lines
    assert "not studied yet: Ural fast railway" in lines


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_of_refusals_says_why_and_leads_only_to_what_is_there(language: str) -> None:
    text = page(refused(), Words.of(["egiz.report"]), language, Outlines())
    minute = text[text.index(f'id="{language}-minute"') :].partition("</section>")[0]
    assert getattr(refused().proposals[0].why_text, language) in minute
    menu = text[text.index('<nav class="contents"') :].partition("</nav>")[0]
    targets = re.findall(r'href="#([^"]+)"', menu)
    assert [part for part in targets if f'id="{part}"' not in text] == []
    assert {f"{language}-next", f"{language}-sources"}.isdisjoint(targets)
    assert f'href="#{language}-reading"' in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_year_of_all_money_stands_in_the_head(language: str) -> None:
    assert "2017" in summary_lines(document(), language)[2]
    assert "2017" in Words.of(["egiz.report"]).say(language, "money-of", {"year": "2017"})


@pytest.mark.parametrize("language", LANGUAGES)
def test_how_far_the_answer_goes_stands_under_the_verdict(language: str) -> None:
    text = page(document(), Words.of(["egiz.report"]), language, Outlines())
    minute = text[text.index(f'id="{language}-minute"') :].partition("</section>")[0]
    caveat = getattr(document().results[0].answers[0].notes[0], language)
    assert f'<p class="small caveat">{caveat}</p>' in minute
    assert "<li><li" not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_several_quantities_over_one_axis_are_a_table_the_best_first(language: str) -> None:
    made = document()
    answer = made.results[0].answers[0]
    charted = [one for one in answer.figures if one.key.endswith("load_by_service")]
    assert len(charted) > 1
    money = tuple(
        msgspec.structs.replace(one, key="paid", unit="USD/year", low=low, middle=low, high=low, mean=low)
        for low, one in enumerate(charted)
        if isinstance(one, doc.Range)
    )
    chart = doc.Chart(doc.Texts("Which", "Что", "Қайсы"), "bars", (charted[0].key, "paid"))
    drawn = msgspec.structs.replace(answer, figures=(*answer.figures, *money), charts=(chart,))
    told = list(rankings(made, drawn, Voice(Words.of(["egiz.report"]), language)))
    assert len(told) == 1
    title, lines = told[0]
    assert title.startswith(f"{getattr(chart.title, language)}: ")
    best = max((one for one in charted if isinstance(one, doc.Range)), key=lambda one: one.mean)
    place = charted.index(best)
    assert lines[0].split()[-1] == ("–" if place == 0 else str(place))
    assert len(lines) == len(charted)
    assert len({len(line) for line in lines}) == 1
    ordered = msgspec.structs.replace(drawn, charts=(msgspec.structs.replace(chart, in_order=True),))
    (_, kept), *_ = rankings(made, ordered, Voice(Words.of(["egiz.report"]), language))
    assert [line.split()[-1] for line in kept] == ["–", *(str(low) for low in range(1, len(charted)))]


def test_a_column_is_rounded_alike() -> None:
    voice = Voice(Words.of(["egiz.report"]), "en")
    rows = [(2e8, 2.2e8, 2.6e8), (2.4e7, 2.8e7, 3.3e7), (0.0, 0.0, 0.0), (-9e7, -4.6e7, -1e7)]
    spelled = voice.spread_alike([doc.Spread((), *row) for row in rows], "USD/year")
    assert [one.middle for one in spelled] == ["220", "30", "0", "−50"]
    assert {one.scale for one in spelled} == {"million"}
    small = voice.spread_alike([doc.Spread((), *row) for row in ((250, 300, 360), (0.2, 0.4, 0.5))], "km")
    assert [one.middle for one in small] == ["300", "0.4"]


def test_a_chart_of_which_something_is_missing_is_no_table() -> None:
    made = document()
    assert not list(rankings(made, made.results[0].answers[0], Voice(Words.of(["egiz.report"]), "en")))
