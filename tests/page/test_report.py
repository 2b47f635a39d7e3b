"""The page in a browser: languages, explanations down to a source, no request, keyboard, phones."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from egiz.report.export import study_files
from egiz.report.words import LANGUAGES
from report.fixture import document

CHROMIUM = Path("/usr/bin/chromium")
pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason=f"no browser at {CHROMIUM}: page not checked")
LARGEST = 1_500_000


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


@pytest.fixture
def visit(browser: Browser, report: Path) -> Iterator[Visit]:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    visit = Visit(page, report)
    yield visit
    assert visit.complaints == []
    assert [url for url in visit.requests if not url.startswith("file:")] == []
    page.close()


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
    assert len(visit.requests) == 1


def test_language_switch_keeps_the_place(visit: Visit) -> None:
    page = visit.page
    page.evaluate("document.querySelector('#en-next').scrollIntoView({behavior: 'instant'})")
    page.evaluate("document.querySelector('#en .languages a[lang=ru]').click()")
    top = page.evaluate("document.querySelector('#ru-next').getBoundingClientRect().top")
    assert abs(top) < 120


@pytest.mark.parametrize("language", LANGUAGES)
def test_fragment_chooses_the_language(visit: Visit, report: Path, language: str) -> None:
    visit.page.goto(f"{report.as_uri()}#{language}")
    visit.page.reload()
    assert visible(visit.page) == [language]


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


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [360, 768, 1280])
def test_nothing_runs_out_sideways(visit: Visit, report: Path, language: str, width: int) -> None:
    visit.page.set_viewport_size({"width": width, "height": 800})
    visit.page.goto(f"{report.as_uri()}#{language}")
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_script_numbers_still_lead_to_their_entry(browser: Browser, report: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{report.as_uri()}#ru")
    assert visible(page) == ["ru"]
    page.locator("#ru .answers a.n").nth(0).click()
    assert page.locator("#ru article.why:target h3").is_visible()
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
