"""Scenarios side by side, and what sets them apart."""

from __future__ import annotations

from egiz.report import document as doc
from egiz.report.markup import element, header, listed, tag, text
from egiz.report.page.sight import Sight, card, section


def comparison(sight: Sight, answer: doc.Answer) -> str:
    """Write a table of one item's figures over all scenarios; nothing where there is only one."""
    results = sight.document.results
    if len(results) == 1:
        return ""
    rows = [_row(sight, figure) for figure in answer.figures if not figure.at]
    heads = header([sight.voice.say("figure"), *(_title(sight, result.scenario) for result in results)])
    table = tag("table", "plain compare", heads, element("tbody", {}, *rows))
    note = tag("p", "small", sight.say("difference-note"))
    return card(sight.say("scenarios-compared"), tag("div", "wide", table), note)


def scenario_section(sight: Sight) -> str:
    """Say what each scenario changes, who proposes it and why."""
    parts = [
        _scenario(sight, scenario)
        for scenario in sight.document.scenarios
        if scenario.changes or scenario.author
    ]
    return section(sight.id("scenarios"), sight.say("scenarios"), *parts)


def _title(sight: Sight, name: str) -> str:
    return next(sight.voice.of(item.title) for item in sight.document.scenarios if item.name == name)


def _row(sight: Sight, figure: doc.Number) -> str:
    cells = [element("th", {"scope": "row"}, sight.link(figure.key, sight.of(figure.label)))]
    for result in sight.document.results:
        found = _same(result, figure)
        shown = sight.figure(found) if found else "–"
        difference = next((item for item in result.differences if item.key == figure.key), None)
        cells.append(tag("td", "value", shown, _difference(sight, difference) if difference else ""))
    return element("tr", {}, *cells)


def _same(result: doc.Result, figure: doc.Number) -> doc.Number | None:
    figures = (item for answer in result.answers for item in answer.figures)
    return next((item for item in figures if item.key == figure.key and item.at == figure.at), None)


def _difference(sight: Sight, difference: doc.Range) -> str:
    """What the scenario adds, with a sign; nothing where it changes nothing."""
    if difference.low == difference.high == 0.0:
        return ""
    spelled = sight.voice.spell(difference)
    sign = "+" if difference.middle > 0 else ""
    role = "more" if difference.middle > 0 else "less"
    return tag("span", f"difference {role}", sight.link(difference.key, text(f"{sign}{spelled.text}"), "n"))


def _scenario(sight: Sight, scenario: doc.Scenario) -> str:
    changes = (
        sight.of(change.label)
        + ": "
        + sight.link(change.key, text(change.value), "n")
        + text(f" {sight.voice.unit(change.unit)}".rstrip())
        for change in scenario.changes
    )
    reason = sight.of(scenario.reason)
    author = text(sight.voice.say("proposed-by", {"author": scenario.author})) if scenario.author else ""
    return card(
        sight.of(scenario.title),
        tag("p", "", reason) if reason else "",
        listed(changes, "calm"),
        tag("p", "small", author) if author else "",
    )
