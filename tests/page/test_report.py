"""The page in a browser: languages, explanations down to a source, no request, keyboard, phones."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from egiz.report.export import study_files
from egiz.report.voice import Voice
from egiz.report.words import Words
from egiz.world.place import LANGUAGES
from report.fixture import document

CHROMIUM = Path("/usr/bin/chromium")
pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason=f"no browser at {CHROMIUM}: page not checked")
LARGEST = 700_000
ASK = """(id) => {
  const page = document.getElementById(id.slice(0, 2));
  document.querySelectorAll("dialog[open]").forEach((panel) => panel.close());
  location.hash = page.id;
  const link = document.createElement("a");
  link.href = "#" + id;
  page.append(link);
  link.click();
  link.remove();
}"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "report.html"
    path.write_bytes(study_files(document(), "en")["report.html"])
    return path


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as player:
        started = player.chromium.launch(
            executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-gpu"]
        )
        yield started
        started.close()


class Visit:
    """A page with what it asked for and complained of."""

    def __init__(self, page: Page, report: Path) -> None:
        self.page = page
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.goto(report.as_uri())


@pytest.fixture(scope="module")
def opened(browser: Browser, report: Path) -> Visit:
    return Visit(browser.new_page(), report)


@pytest.fixture
def visit(opened: Visit) -> Iterator[Visit]:
    """The page as if just opened: loading it anew for each test would take most of the time."""
    page = opened.page
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": 1280, "height": 900})
    page.evaluate("document.querySelectorAll('dialog[open]').forEach((panel) => panel.close())")
    page.evaluate("location.hash = ''; window.scrollTo(0, 0); document.activeElement.blur()")
    opened.requests.clear()
    yield opened
    assert opened.complaints == []
    assert [url for url in opened.requests if not url.startswith("file:")] == []


def visible(page: Page) -> list[str]:
    return [language for language in LANGUAGES if page.locator(f"#{language}").is_visible()]


def test_file_is_small(report: Path) -> None:
    assert report.stat().st_size < LARGEST


def test_languages_switch_without_reload(visit: Visit) -> None:
    page = visit.page
    assert visible(page) == ["en"]
    page.evaluate("window.kept = 1")
    for language, lang_name in (("ru", "Русский"), ("kk", "Қазақша"), ("en", "English")):
        page.locator(".languages a:visible", has_text=lang_name).click()
        assert visible(page) == [language]
        assert page.evaluate("[document.documentElement.lang, window.kept]") == [language, 1]
    assert visit.requests == []


def test_charts_speak_the_language(visit: Visit) -> None:
    page = visit.page
    seen = {}
    for language in LANGUAGES:
        page.evaluate(f"document.querySelector('.page .languages a[lang={language}]').click()")
        chart = page.locator("table.chart:visible", has=page.locator("tr.axis")).first
        seen[language] = chart.locator("caption").inner_text()
        assert chart.locator("svg").first.is_visible()
    assert len(set(seen.values())) == len(LANGUAGES)


def test_language_switch_keeps_the_place(visit: Visit) -> None:
    page = visit.page
    page.evaluate("document.querySelector('#en-next').scrollIntoView({behavior: 'instant'})")
    page.evaluate("document.querySelector('#en .languages a[lang=ru]').click()")
    top = page.evaluate("document.querySelector('#ru-next').getBoundingClientRect().top")
    assert abs(top) < 120


def test_fragment_chooses_the_language(browser: Browser, report: Path) -> None:
    page = browser.new_page()
    page.goto(f"{report.as_uri()}#kk")
    assert visible(page) == ["kk"]
    page.reload()
    assert visible(page) == ["kk"]
    page.close()


def test_a_number_leads_down_to_its_source(visit: Visit) -> None:
    page = visit.page
    page.locator("#en .answers a.n").nth(0).click()
    panel = page.locator("dialog.panel[open]")
    assert panel.locator("h3").inner_text() == "passengers on a flight"
    assert "min" in panel.locator(".formula").inner_text()
    panel.locator(".needs a", has_text="air trips").click()
    panel.locator(".needs a", has_text="people (Astana)").click()
    assert "Statistics committee of Kazakhstan" in panel.locator(".facts").inner_text()
    assert panel.locator(".facts a").first.get_attribute("href") == "https://example.org/stat-kz"
    assert panel.locator(".badge").first.inner_text() == "derived"
    panel.locator(".back").click()
    assert panel.locator("h3").inner_text() == "air trips between the cities"
    page.keyboard.press("Escape")
    assert page.locator("dialog.panel[open]").count() == 0


def test_every_scenario_tells_its_number(visit: Visit) -> None:
    visit.page.locator("#en .answers a.n").nth(0).click()
    worth = visit.page.locator("dialog[open] .worths").inner_text()
    assert "As agreed" in worth
    assert "With the forum" in worth


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_script_writes_numbers_as_the_page_does(visit: Visit, language: str) -> None:
    made = document()
    voice = Voice(Words.of(["egiz.report"]), language)
    for number, (key, node) in enumerate(made.results[0].nodes.items()):
        visit.page.evaluate(ASK, f"{language}-n{number}")
        panel = visit.page.locator(f"#{language} dialog[open]")
        shown = panel.inner_text().replace("\n", " ").replace("\t", " ")
        assert key in shown
        assert voice.of(node.names) in shown
        for spread in node.ranges[:1] if not node.ranges[0].at else ():
            if key.endswith(("makes_profit", "aircraft_best")):
                continue
            spelled = voice.spread(spread.low, spread.middle, spread.high, node.unit)
            parts = (spelled.middle, spelled.band, spelled.measure)
            assert " ".join(part for part in parts if part) in shown.replace("  ", " ")


def test_the_keyboard_is_enough(visit: Visit) -> None:
    page = visit.page
    link = page.locator("#en .answers a.n").nth(0)
    link.focus()
    page.keyboard.press("Enter")
    assert page.locator("dialog.panel[open]").count() == 1
    page.locator("dialog[open] .needs a").first.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Backspace")
    assert page.locator("dialog[open] h3").inner_text() == "passengers on a flight"
    page.keyboard.press("Escape")
    assert link.evaluate("link => link === document.activeElement")


def test_tab_reaches_a_figure_and_enter_opens_it(visit: Visit) -> None:
    page = visit.page
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.answers a.n')"):
            break
    wanted = page.evaluate(
        "document.getElementById(document.activeElement.hash.slice(1)).querySelector('a').textContent"
    )
    page.keyboard.press("Enter")
    assert page.locator("dialog.panel[open] h3").inner_text() == wanted


def test_nothing_runs_out_sideways(visit: Visit) -> None:
    for language in LANGUAGES:
        visit.page.evaluate(f"location.hash = '{language}'")
        for width in (360, 390, 768, 1280):
            visit.page.set_viewport_size({"width": width, "height": 800})
            assert visit.page.evaluate("document.documentElement.scrollWidth") <= width, (language, width)


def test_print_shows_the_study_and_nothing_to_press(visit: Visit) -> None:
    page = visit.page
    page.emulate_media(media="print")
    for part in (".languages", ".contents", "dialog.panel"):
        assert not page.locator(f"#en {part}").is_visible()
    assert page.locator("#en .verdict").first.is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.pdf()[:5] == b"%PDF-"


def test_phone_has_larger_names_on_the_map(visit: Visit) -> None:
    page = visit.page
    sizes = []
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        name = page.locator("#en .map .name.city:visible").first
        sizes.append(name.bounding_box()["height"])  # type: ignore[index]
        assert page.locator("#en .map .names:visible").count() == 1
    assert min(sizes) > 11


def test_without_script_numbers_still_lead_to_their_sources(browser: Browser, report: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{report.as_uri()}#ru")
    assert visible(page) == ["ru"]
    page.locator("#ru .answers a.n").nth(0).click()
    assert page.locator("#ru .rests :target").is_visible()
    cites = page.locator("#ru .rests li:has(:target) a.cite")
    assert [cite.inner_text() for cite in cites.all()] == ["[3]", "[4]"]
    cites.first.click()
    assert "Statistics committee" in page.locator("#ru .sources li:target").inner_text()
    context.close()


def test_ids_are_given_once_and_links_lead_somewhere(visit: Visit) -> None:
    lost = visit.page.evaluate(
        """() => {
          const ids = [...document.querySelectorAll("[id]")].map((item) => item.id);
          const known = new Set(ids);
          const links = [...document.querySelectorAll("a[href^='#']")].map((item) => item.hash.slice(1));
          return [ids.length - known.size, links.filter((id) => !known.has(decodeURIComponent(id)))];
        }"""
    )
    assert lost == [0, []]


def test_every_picture_has_a_name_or_is_hidden(visit: Visit) -> None:
    bare = visit.page.evaluate(
        "[...document.querySelectorAll('svg')].filter((s) => !s.ariaHidden && !s.ariaLabel).length"
    )
    assert bare == 0


def test_it_reads_in_the_dark(browser: Browser, report: Path) -> None:
    page = browser.new_page(color_scheme="dark")
    page.goto(report.as_uri())
    colours = page.evaluate(
        "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]"
    )
    assert colours == ["rgb(18, 24, 28)", "rgb(230, 235, 234)"]
    page.close()
