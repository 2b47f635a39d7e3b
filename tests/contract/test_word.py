"""The words are complete: every id in three languages with the same variables, every quantity has a name."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from egiz.facts.library import Facts
from egiz.figures.quantity import quantities
from egiz.figures.unit import is_unit
from egiz.market.prepare import BASES, CHOICE
from egiz.report.words import Words
from egiz.study.catalogue import find_kind, kind_names
from egiz.world.place import LANGUAGES

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "egiz"
FILES = sorted(SOURCE.rglob("words/en.ftl"))
BUILT_IN = tuple(name for name in kind_names() if (SOURCE / "proposals" / name).is_dir())


def ids(path: Path) -> dict[str, set[str]]:
    """Ids of a file with the variables that each asks for."""
    found: dict[str, set[str]] = {}
    current = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if match := re.match(r"([a-z][A-Za-z0-9_-]*) *=", line):
            current = match[1]
            assert current not in found, f"{path}: {current} twice"
            found[current] = set()
        found.get(current, set()).update(re.findall(r"\$([a-z_0-9]+)", line))
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.parts[-3])
def test_three_languages_say_the_same(path: Path) -> None:
    english = ids(path)
    assert english
    for language in LANGUAGES[1:]:
        other = ids(path.with_name(f"{language}.ftl"))
        assert other == english, language


def names_of(modules: tuple[object, ...]) -> set[str]:
    return {found.key for found in quantities(modules)}  # type: ignore[arg-type]


@pytest.mark.parametrize("name", BUILT_IN)
def test_every_quantity_of_a_kind_has_a_name(name: str) -> None:
    kind = find_kind(name)
    assert kind is not None
    words = Words.of(("egiz.report", "egiz.facts", "egiz.market", kind.words))
    facts = Facts.shipped().with_package(kind.words, "x")
    asked = {row.name for row in facts.rows} | names_of(kind.sheets) | {term.name for term in kind.terms}
    for language in LANGUAGES:
        missing = [word for word in sorted(asked) if f"name-{word}" not in words.ids[language]]
        assert not missing, language
        needed = [f"kind-{name}", *(f"observable-{promise.observable}" for promise in kind.promises)]
        assert set(needed) <= words.ids[language]


def test_the_market_has_names() -> None:
    words = Words.of(("egiz.facts", "egiz.market"))
    facts = Facts.shipped().with_package("egiz.market", "market")
    asked = set().union(*(names_of((*base, *CHOICE)) for base in BASES), (row.name for row in facts.rows))
    for language in LANGUAGES:
        assert not [word for word in sorted(asked) if f"name-{word}" not in words.ids[language]], language


def test_every_unit_in_use_has_a_word() -> None:
    words = Words.of(("egiz.report",))
    used = {row.unit for row in Facts.shipped().rows}
    for name in BUILT_IN:
        kind = find_kind(name)
        assert kind is not None
        used |= {found.unit for found in quantities(kind.sheets)}
    assert all(is_unit(unit) for unit in used)
    for language in LANGUAGES:
        assert not [unit for unit in sorted(used) if not words.has_unit(language, unit)], language


CYRILLIC = r"[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі]+"
DICTIONARIES = {"ru": "ru_RU", "kk": "kk_KZ"}


@pytest.mark.parametrize("language", sorted(DICTIONARIES))
def test_words_are_spelt_right(language: str) -> None:
    if shutil.which("hunspell") is None:
        pytest.skip("hunspell is not installed: spelling not checked")
    listed = subprocess.run(
        ["hunspell", "-D"], capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
    )
    if DICTIONARIES[language] not in listed.stderr:
        pytest.skip(f"no hunspell dictionary for {language}: spelling not checked")
    known = set((Path(__file__).parent / f"spelling.{language}.txt").read_text(encoding="utf-8").split())
    said = spoken(language)
    checked = subprocess.run(
        ["hunspell", "-d", DICTIONARIES[language], "-i", "utf-8", "-l"],
        input="\n".join(sorted(said - known)),
        capture_output=True,
        text=True,
        check=True,
    )
    assert not sorted(set(checked.stdout.split()))


def spoken(language: str) -> set[str]:
    """Every Cyrillic word of a language's files."""
    words: set[str] = set()
    for path in FILES:
        for line in path.with_name(f"{language}.ftl").read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                said = line.partition("=")[2] if re.match(r"[a-z]", line) else line
                words |= set(re.findall(CYRILLIC, re.sub(r"\{[^{}]*\}", " ", said)))
    return words
