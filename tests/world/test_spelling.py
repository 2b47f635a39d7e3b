"""Spellings: which are the same, and how far apart two are."""

from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egiz.world.spelling import fold, spelling_distance

WORDS = st.text("abcшы ", max_size=7)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nur-Sultan", "nur  sultan"),
        ("São Paulo", "SAO PAULO"),
        ("Xi’an", "xian"),
        ("Орёл", "орел"),
        ("Łódź", "lodz"),
        ("St. Louis", "St Louis"),
    ],
)
def test_the_same_name(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_scripts_stay_apart() -> None:
    assert fold("Ош") != fold("Osh")


LETTERS = st.characters(categories=["L", "M", "N", "P", "Zs"], max_codepoint=0x052F)


@given(st.text(LETTERS, max_size=20))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_published_distances() -> None:
    """The textbook pair of Levenshtein distance, and its trivial ones."""
    assert spelling_distance("kitten", ["sitting", "kitten", "", "mitten"]).tolist() == [3, 0, 6, 1]


def one_by_one(one: str, other: str) -> int:
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        last, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (a != b))
    return row[-1]


@given(WORDS, st.lists(WORDS, min_size=1, max_size=5))
def test_distances_agree_with_the_plain_way(word: str, others: list[str]) -> None:
    found = spelling_distance(word, others).tolist()
    assert found == [one_by_one(word, other) for other in others]
    for other, distance in zip(others, found, strict=True):
        matched = sum(block.size for block in SequenceMatcher(None, word, other).get_matching_blocks())
        assert distance <= len(word) + len(other) - 2 * matched
