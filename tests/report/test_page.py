"""The page as text: sound markup, every number a figure, a table beside every chart."""

import re
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest

from egiz.report.markup import VOID
from egiz.report.outline import outlines
from egiz.report.page.sight import Sight
from egiz.report.page.week import spans_of
from egiz.report.page.whole import page
from egiz.report.voice import Voice
from egiz.report.words import Words
from egiz.world.place import LANGUAGES
from report.fixture import document, timetable

PAGE = page(document(), Words.of(["egiz.report"]), "en", outlines())

FIGURES = {"n"}
"""Links to an explanation."""
OWN = {
    "why",  # the explanation itself
    "assumptions",  # the table of assumptions
    "sources",
    "cite",
    "ticks",  # scale of a drawing; the numbers stand beside it
    "meta",  # date of the agreement, day of the facts, number of simulations
    "opening",  # how many items were agreed
    "count",  # how many inputs
    "inputs-counted",
    "tally",  # how many assumptions are folded
    "scale-name",  # of the map
    "clock",  # hours of the timetable
}
"""Parts that hold dates and counts of the study itself, or say where a number comes from."""
SILENT = {"style", "script", "title", "footer"}
DATE = re.compile(
    r"\d{1,2}\s\w+\s\d{4}(?:\sг\.)?|\b\d{4}(?:[–-]\d{4})?(?:\sж\.|\sг\.)?(?:\s\w+)?|P(?:10|50|90)"
)


class Reader(HTMLParser):
    """Texts of a page with the classes and tags they stand in; faults of nesting."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, frozenset[str]]] = []
        self.texts: list[tuple[str, frozenset[str], str]] = []
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        marks = {tag, *(known.get("class") or "").split(), f"#{known.get('id')}"}
        if tag not in VOID:
            self.open.append((tag, frozenset(marks)))

    def handle_endtag(self, tag: str) -> None:
        last = self.open.pop()[0] if self.open else ""
        if last != tag:
            self.faults.append(f"</{tag}> closes <{last}> at {self.getpos()}")

    def handle_data(self, data: str) -> None:
        marks = frozenset().union(*(marks for _, marks in self.open))
        language = next((mark[1:] for mark in marks if mark[1:] in LANGUAGES and mark[0] == "#"), "")
        self.texts.append((data, marks, language))


@pytest.fixture(scope="module")
def reader() -> Reader:
    read = Reader()
    read.feed(PAGE)
    return read


def test_tags_close_in_order(reader: Reader) -> None:
    assert reader.faults == []
    assert reader.open == []


def test_drawings_are_well_formed() -> None:
    drawings = re.findall(r"<svg.*?</svg>", PAGE, flags=re.DOTALL)
    assert len(drawings) > 30
    for drawing in drawings:
        ElementTree.fromstring(drawing)


def names(language: str) -> list[str]:
    """Names that may hold a digit: of proposals, figures, options, scenarios, places."""
    made = document()
    texts = [made.agreement.title, made.agreement.text]
    texts += [text for item in made.proposals for text in (item.title, item.text, item.why_text)]
    texts += [item.title for item in made.scenarios] + [item.names for item in made.map]
    texts += [item.reason for item in made.scenarios]
    texts += [node.names for result in made.results for node in result.nodes.values()]
    texts += [label.names for axis in made.axes.values() for label in axis.labels]
    for result in made.results:
        for answer in result.answers:
            texts += [*answer.notes, *(figure.label for figure in answer.figures)]
            texts += [o.names for f in answer.figures for o in getattr(f, "options", ())]
    found = {str(getattr(text, language)) for text in texts}
    return sorted(found, key=len, reverse=True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_is_a_figure(reader: Reader, language: str) -> None:
    known = [name for name in names(language) if re.search(r"\d", name)]
    bare = []
    for text, marks, spoken in reader.texts:
        if spoken != language or marks & (FIGURES | OWN | SILENT) or f"#{language}-reading" in marks:
            continue
        left = text
        for name in known:
            left = left.replace(name, "")
        if re.search(r"\d", DATE.sub("", left)):
            bare.append(text)
    assert bare == []


def test_figures_stand_beside_each_drawing_of_a_chart() -> None:
    tables = re.findall(r'<table class="chart">.*?</table>', PAGE, flags=re.DOTALL)
    assert tables
    for table in tables:
        root = ElementTree.fromstring(re.sub(r"<(br|col|hr)>", "", table))
        assert root.find("caption") is not None
        for line in root.iter("tr"):
            if line.find("td/svg") is not None:
                assert "".join(line.find("th").itertext()).strip()  # type: ignore[union-attr]
                value = line.find("td[@class='value']")
                assert value is not None
                assert re.search(r"\w", "".join(value.itertext()))


@pytest.mark.parametrize("kind", ["lattice", "columns"])
def test_charts_of_a_kind_are_tables_with_heads(kind: str) -> None:
    tables = re.findall(f'<table class="{kind}">.*?</table>', PAGE, flags=re.DOTALL)
    assert len(tables) == len(LANGUAGES)
    for table in tables:
        root = ElementTree.fromstring(table)
        assert "".join(root.find("caption").itertext())  # type: ignore[union-attr]
        wide = [cell for cell in root.findall("thead/tr/th")]
        for line in root.findall("tbody/tr"):
            assert len(list(line)) == len(wide)
            if line.get("aria-hidden") != "true":
                assert all(re.search(r"\w", "".join(cell.itertext())) for cell in line)


def test_a_week_tells_both_clocks() -> None:
    (first, *_) = re.findall(r'<table class="chart week">.*?</table>', PAGE, flags=re.DOTALL)
    told = re.sub(r"<[^>]+>", "", first)
    assert "TSE 09:00 → CEK 09:50" in told
    assert "CEK 10:35 → TSE 13:25" in told
    assert "TSE 23:30 → CEK 00:20" in told


def test_a_figure_of_a_label_is_called_by_it() -> None:
    sight = Sight.on(document(), Voice(Words.of(["egiz.report"]), "en"))
    called = [sight.call(figure) for figure in sight.answers[0].figures]
    assert "seats filled, by aircraft: CRJ200" in called
    assert "passengers on a flight" in called


def test_a_run_over_midnight_lies_on_two_days() -> None:
    runs = timetable().departures
    laid = [[(one.day, one.start, one.end, one.back) for one in spans_of(run, -60)] for run in runs]
    assert laid[0] == [(1, 540, 650, False)]
    assert laid[1] == [(1, 695, 805, True)]
    assert laid[2] == [(6, 1410, 1440, False), (0, 0, 80, False)]


def test_nothing_is_asked_of_elsewhere() -> None:
    assert not re.search(r'(?:src|srcset|poster|action)="|url\(|@import|<link|<iframe|<object', PAGE)


def test_hostile_texts_stay_texts() -> None:
    made = document()
    evil = '<script>alert("1")</script><b onclick=x>'
    texts = type(made.agreement.title)(evil, evil, evil)
    agreement = type(made.agreement)(made.agreement.id, texts, made.agreement.date, texts)
    changed = type(made)(**{**{n: getattr(made, n) for n in made.__struct_fields__}, "agreement": agreement})
    written = page(changed, Words.of(["egiz.report"]), "en", outlines())
    assert "<b onclick" not in written
    assert written.count("<script>") == 1
