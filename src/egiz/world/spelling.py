"""When two spellings are the same name, and how far apart they are."""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import combining, normalize

import numpy as np
from numpy.typing import NDArray

LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"})
"""Latin letters that do not come apart into a letter and a mark."""

SILENT = "'’‘`ʻʼʹʾ."
"""Signs that do not count."""

Counts = NDArray[np.int64]
"""Whole numbers."""


def fold(text: str) -> str:
    """Reduce a name to what counts when names are compared.

    Case, accents, apostrophes, dots and repeated blanks do not count; a hyphen is a blank. Latin and Cyrillic
    letters stay what they are.
    """
    apart = normalize("NFKD", normalize("NFKD", text).casefold())
    kept = (letter for letter in apart.translate(LETTERS) if letter not in SILENT and not combining(letter))
    return " ".join("".join(letter if letter.isalnum() else " " for letter in kept).split())


def spelling_distance(text: str, others: Sequence[str]) -> Counts:
    """Fewest letters to put in, drop or change to get from one spelling to each of the others.

    Parameters
    ----------
    text
        The spelling asked about.
    others
        Spellings to compare with, shape (names,).

    Returns
    -------
    Counts
        Number of changes, shape (names,).

    Notes
    -----
    The distance of Levenshtein, worked for all names at once, one letter of `text` after another.
    """
    length = max((len(other) for other in others), default=0)
    table = np.array(others, dtype=f"U{max(length, 1)}").view(np.uint32).reshape(len(others), -1).T
    rows = np.repeat(np.arange(len(table) + 1)[:, None], len(others), axis=1)
    for letter in text:
        above, rows = rows, np.empty_like(rows)
        rows[0] = above[0] + 1
        changed = above[:-1] + (table != ord(letter))
        for step in range(len(table)):
            rows[step + 1] = np.minimum(np.minimum(above[step + 1], rows[step]) + 1, changed[step])
    lengths = np.array([len(other) for other in others], dtype=np.int64)
    return np.asarray(rows[lengths, np.arange(len(others))], dtype=np.int64)
