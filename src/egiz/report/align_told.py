"""Finds lines between places, writes them if asked, and tells them."""

from __future__ import annotations

from egiz.report.align import align_document, encode_align
from egiz.report.align_file import check_file, is_drawing, write_align
from egiz.report.align_text import align_lines
from egiz.report.front_text import front_lines
from egiz.report.line_profile import check_ground
from egiz.report.progress import shown
from egiz.study.align.answer import answered
from egiz.study.align.asked import Asked, understood
from egiz.study.align.front import fronted


def told(asked: Asked, out: str, language: str, *, as_json: bool) -> str:
    """Find lines, with a bar on a terminal, and tell them as sentences or as JSON.

    Parameters
    ----------
    asked
        What a person typed.
    out
        File to write; empty: none.
    language
        One of the three.
    as_json
        Whether the answer is one JSON document.

    Raises
    ------
    InputError
        Every fault of the request; no line; the file cannot be written.
    """
    request = understood(asked, check_file(out))
    many = len(request.standards) > 1
    if is_drawing(out) and not many:
        check_ground(request)
    with shown(language, 2 + max(request.count, len(request.standards))) as progress:
        answer = (fronted if many else answered)(request, progress)
    document = align_document(answer, language)
    written = (write_align(answer, document, out, language),) if out else ()
    if as_json:
        return encode_align(document).decode().removesuffix("\n")
    lines = front_lines if many else align_lines
    return "\n".join((*lines(answer, language), *written))
