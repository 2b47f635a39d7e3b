"""Where a number was read: a source in a line, and the numbers of the sources that a figure rests on."""

from __future__ import annotations

from collections.abc import Mapping

from egiz.report import document as doc
from egiz.report.markup import element, text
from egiz.report.page.sight import Sight


def source_text(sight: Sight, how: doc.Read) -> str:
    """Title, publisher and year of a source as a link; agreement, scenario and engine by their words."""
    source = next((item for item in sight.document.sources if item.key == how.source), None)
    if source is None:
        return text(sight.voice.label("origin", how.source))
    return source_line(source)


def source_line(source: doc.Source) -> str:
    """Write a source in one line, its title leading to its address."""
    linked = leads(source)
    title = (
        element("a", {"href": source.link, "rel": "noreferrer"}, text(source.title))
        if linked
        else text(source.title)
    )
    return title + text(publication(source))


def leads(source: doc.Source) -> bool:
    """Whether a source has an address that a browser can open."""
    return source.link.startswith(("https://", "http://"))


def publication(source: doc.Source) -> str:
    """What stands behind a title: publisher and year, and an address that no browser opens."""
    rest = ", ".join(part for part in (source.publisher, source.year) if part)
    place = "" if leads(source) or not source.link else f" {source.link}"
    return (f". {rest}." if rest else "") + place


def cited(sight: Sight, number: int) -> str:
    """Lead to a source of the list by its number, counted from one."""
    return element("a", {"href": f"#{sight.id('s', str(number))}", "class": "cite"}, f"[{number}]")


def numbers_behind(document: doc.Document) -> Mapping[str, tuple[int, ...]]:
    """Tell for each node of the first scenario which sources stand behind it, by their numbers."""
    nodes = document.results[0].nodes
    numbers = {source.key: number for number, source in enumerate(document.sources, 1)}
    found: dict[str, frozenset[int]] = {}

    def behind(key: str) -> frozenset[int]:
        if key not in found:
            node = nodes[key]
            found[key] = frozenset()
            own = (
                {numbers[node.how.source]}
                if isinstance(node.how, doc.Read) and node.how.source in numbers
                else set()
            )
            found[key] = frozenset(own).union(*(behind(need.key) for need in node.needs if need.key in nodes))
        return found[key]

    return {key: tuple(sorted(behind(key))) for key in nodes}
