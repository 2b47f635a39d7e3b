"""Words: complete, alike in all languages, and faults said as STYLE rule 7 shows."""

import re
from importlib.resources import files

import pytest

from egiz.errors import Fault, Spot
from egiz.report.words import Words, identifier, sentence, sentences
from egiz.world.place import LANGUAGES

WORDS = Words.of(["egiz.report"])
VARIABLE = re.compile(r"\$(\w+)")


def variables(language: str) -> dict[str, frozenset[str]]:
    text = files("egiz.report").joinpath("words", f"{language}.ftl").read_text("utf-8")
    parts = re.split(r"^(?=[a-z][\w-]* =)", text, flags=re.MULTILINE)[1:]
    return {part.split(" =")[0]: frozenset(VARIABLE.findall(part)) for part in parts}


def test_every_language_has_every_word() -> None:
    assert WORDS.missing() == ()


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_every_language_uses_the_same_values(language: str) -> None:
    assert variables(language) == variables("en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_given_twice(language: str) -> None:
    text = files("egiz.report").joinpath("words", f"{language}.ftl").read_text("utf-8")
    names = re.findall(r"^([a-z][\w-]*) =", text, flags=re.MULTILINE)
    assert sorted(set(names)) == sorted(names)


def test_unknown_word_is_a_programmer_error() -> None:
    with pytest.raises(LookupError, match="no-such-word"):
        WORDS.say("ru", "no-such-word")


def test_value_not_given_is_a_programmer_error() -> None:
    with pytest.raises(LookupError, match="fault-missing-key"):
        WORDS.say("kk", "fault-missing-key", {})


def test_gap_in_a_language_is_filled_with_english() -> None:
    words = Words.from_texts({"en": ["name-a = first"], "ru": ["name-b = второе"], "kk": [""]})
    assert words.say("kk", "name-a") == "first"
    assert words.missing() == ("en: name-b", "kk: name-a", "kk: name-b", "ru: name-a")


def test_later_package_replaces_a_word() -> None:
    words = Words.from_texts({language: ["name-a = one", "name-a = two"] for language in LANGUAGES})
    assert words.say("en", "name-a") == "two"


PLURALS = [(1, "1 ошибка"), (3, "3 ошибки"), (5, "5 ошибок"), (21, "21 ошибка")]


@pytest.mark.parametrize(("count", "said"), PLURALS)
def test_russian_plurals(count: int, said: str) -> None:
    assert WORDS.say("ru", "faults-in-file", {"file": "a.yaml", "count": count}) == f"a.yaml: {said}"


def test_faults_are_said_with_file_line_and_mend() -> None:
    faults = [
        Fault("not-a-number", {"key": "proposals[0].per_week", "found": "three"}, Spot("a.yaml", 12, 19)),
        Fault("unknown-key", {"key": "proposals[1].top_sped", "nearest": "top_speed"}, Spot("a.yaml", 20, 5)),
    ]
    assert sentences(WORDS, "en", faults) == (
        "a.yaml has 2 faults:",
        '  12:19  proposals[0].per_week is "three"; write a number, such as 3',
        "  20:5  proposals[1].top_sped is not known; did you mean top_speed?",
    )


def test_fault_without_a_file_is_one_line() -> None:
    values = {"name": "fuel", "scope": "KZ", "as-of": "2000-01-01", "first": "2010-01-01"}
    fault = Fault("no-fact-yet", values)
    assert sentence(WORDS, "en", fault).startswith("nothing was known about fuel (KZ) on 2000-01-01")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", ["no-fact", "no-fact-yet"])
def test_a_fact_without_scope_is_told_without_brackets(language: str, key: str) -> None:
    values = {"name": "income_scale", "scope": "", "asof": "2000-01-01", "first": "2010-01-01"}
    said = sentence(Words.of(["egiz.report", "egiz.facts"]), language, Fault(key, values))
    assert "income_scale" in said
    assert "(" not in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_fall_back_on_the_key(language: str) -> None:
    assert WORDS.name(language, "direct-flight.no_such_thing@Astana") == "no such thing (Astana)"


def test_identifiers_of_units() -> None:
    assert identifier("unit", "USD/pax/km") == "unit-USD-per-pax-per-km"
