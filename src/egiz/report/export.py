"""Writes the files of a study: all aside first, then into place, so a reader never meets half a file."""

from __future__ import annotations

import csv
import io
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import msgspec

from egiz.errors import InputError
from egiz.report.document import Document, Source, encode
from egiz.report.geopackage import geopackage
from egiz.report.gtfs import gtfs
from egiz.report.outline import outlines
from egiz.report.page.whole import page
from egiz.report.table import workbook
from egiz.report.timetable import FILE as TIMETABLE
from egiz.report.voice import Voice
from egiz.report.words import Words, identifier
from egiz.world.place import LANGUAGES

PACKAGES = ("egiz.report",)
"""A document brings its own names; only the report's own words are needed."""


def write_study(document: Document, out: str, language: str) -> str:
    """Write the files of a study; a timetable of an earlier study goes where this one has none.

    Parameters
    ----------
    document
        The study.
    out
        Folder; made if it is not there. Other files in it are left alone.
    language
        Language shown first in the page, and that of the workbook.

    Returns
    -------
    str
        The folder.

    Raises
    ------
    InputError
        The folder cannot be written; what was in it before is as it was.
    """
    files = study_files(document, language)
    place(files, Path(out), gone=() if TIMETABLE in files else (TIMETABLE,))
    return out


def study_files(document: Document, language: str) -> dict[str, bytes]:
    """Make every file of a study in memory, by name."""
    words = Words.of(PACKAGES)
    files = {
        "study.json": encode(document),
        "report.html": page(document, words, language, outlines()).encode(),
        "study.xlsx": workbook(document, words, language),
        "map.gpkg": geopackage(document.map, _legend(document, words)),
        "sources.csv": sources_table(document.sources),
    }
    if document.timetables:
        title = Voice(words, language).of(document.agreement.title)
        files[TIMETABLE] = gtfs(document.timetables, f"Egiz: {title}", f"Egiz {document.egiz}")
    return files


def _legend(document: Document, words: Words) -> dict[str, str]:
    """Name the roles of the map in all languages at once: a map program shows one legend to everybody."""
    roles = {item.role: identifier("role", item.role) for item in document.map}
    known = {role: word for role, word in roles.items() if words.has(LANGUAGES[0], word)}
    return {role: " · ".join(words.say(of, word) for of in LANGUAGES) for role, word in known.items()}


def sources_table(sources: tuple[Source, ...]) -> bytes:
    """Write the sources as CSV."""
    target = io.StringIO(newline="")
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(field.name for field in msgspec.structs.fields(Source))
    writer.writerows(msgspec.structs.astuple(source) for source in sources)
    return target.getvalue().encode()


def write_new(out: str, name: str, text: str) -> str:
    """Write a first agreement, never over one that is there.

    Returns
    -------
    str
        The path.

    Raises
    ------
    InputError
        There is such a file already, or the folder cannot be written.
    """
    path = Path(out) / f"{name}.yaml"
    if path.exists():
        raise InputError.of("already-there", {"path": str(path)})
    place({path.name: text.encode()}, path.parent)
    return str(path)


def place(files: Mapping[str, bytes], folder: Path, gone: Iterable[str] = ()) -> None:
    """Put files into a folder, each whole or not at all, and take away those that are gone.

    Raises
    ------
    InputError
        ``cannot-write``: nothing was changed.
    """
    with _told(folder), _aside(folder) as aside:
        for name, content in files.items():
            (aside / name).write_bytes(content)
        if not folder.exists():
            aside.rename(folder)
            return
        for name in files:
            if (folder / name).is_dir():
                raise IsADirectoryError(21, "a folder has this name", str(folder / name))
        for name in files:
            (aside / name).replace(folder / name)
        for name in gone:
            (folder / name).unlink(missing_ok=True)


@contextmanager
def _aside(folder: Path) -> Iterator[Path]:
    """Open a folder beside the one that is meant; it is gone afterwards, whatever happens."""
    if folder.exists() and not folder.is_dir():
        raise NotADirectoryError(20, "a file has this name", str(folder))
    folder.parent.mkdir(parents=True, exist_ok=True)
    hidden = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        aside = hidden / "new"
        aside.mkdir()
        yield aside
    finally:
        shutil.rmtree(hidden, ignore_errors=True)


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    """Tell what the file system refuses as a fault of the input."""
    try:
        yield
    except OSError as error:
        values = {"path": str(error.filename or folder), "reason": error.strerror or str(error)}
        raise InputError.of("cannot-write", values) from None
