"""The picture of a week in a browser: three languages, no request, phones."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Page, sync_playwright

from egiz.cli import main

CHROMIUM = Path("/usr/bin/chromium")
pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason=f"no browser at {CHROMIUM}: page not checked")
TITLES = {"en": "When one can go", "ru": "Когда можно поехать", "kk": "Қашан баруға болады"}


def test_the_week_in_a_browser(tmp_path: Path) -> None:
    ends = ("--from", "Astana", "--to", "Chelyabinsk", "--date", "2017-07-10", "--out", str(tmp_path))
    assert CliRunner().invoke(main, ("journeys", "astana-chelyabinsk", *ends)).exit_code == 0
    complaints: list[str] = []
    requests: list[str] = []
    with sync_playwright() as player:
        browser = player.chromium.launch(
            executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: requests.append(request.url))
        page.goto((tmp_path / "week.html").as_uri())
        for language, title in TITLES.items():
            page.locator(f".languages a[lang={language}]:visible").click()
            assert page.locator("h2:visible").all_inner_texts() == [title]
            assert page.evaluate("document.documentElement.lang") == language
            assert [fits(page, width) for width in (360, 1280)] == [True, True]
        browser.close()
    assert len(requests) == 1, "nothing but the page itself is asked for"
    assert complaints == []


def fits(page: Page, width: int) -> bool:
    """Whether nothing makes the page scroll sideways."""
    page.set_viewport_size({"width": width, "height": 900})
    return bool(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
