"""From a study to its document: everything a report tells, worked out once, in three languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from egiz import __version__
from egiz.facts.city import cities
from egiz.facts.country import countries
from egiz.figures import figure as fig
from egiz.figures.assumption import Assumption, Source
from egiz.figures.part import Feature
from egiz.report import document as doc
from egiz.report import ground
from egiz.report.profile import Carried, Profile, Station
from egiz.report.service import timetables
from egiz.report.telling import Namer, answer
from egiz.report.timetable import FILE as TIMETABLE
from egiz.report.words import Words, identifier
from egiz.study.agreement import Change, Scenario
from egiz.study.agreement import Proposal as Item
from egiz.study.catalogue import find_kind
from egiz.study.run import Run, Study
from egiz.study.shape import Span, TermValue
from egiz.world.pair import Region
from egiz.world.place import LANGUAGES, name_of

PACKAGES = ("egiz.report", "egiz.facts", "egiz.market")
"""Whose words every report needs."""
FILES = ("study.json", "report.html", "study.xlsx", "map.gpkg", "sources.csv")
"""Files that every study has."""
MOST_QUESTIONS = 5
"""So many inputs are named that should be known better."""


def document(study: Study) -> doc.Document:
    """Tell a study.

    Parameters
    ----------
    study
        A case under every scenario asked for, the agreement as it is first.
    """
    namer = Namer(words_of(study), _scopes(study))
    results = tuple(_result(run, study, namer) for run in study.runs)
    nodes, weeks = results[0].nodes, timetables(study.runs[0])
    every = (node for result in results for node in result.nodes.values())
    return doc.Document(
        schema=doc.SCHEMA,
        egiz=__version__,
        agreement=_agreement(study),
        pair=(_region(study.case.pair.home), _region(study.case.pair.away)),
        run=_run(study),
        scenarios=tuple(_scenario(run, namer) for run in study.runs),
        proposals=tuple(_proposal(item, study.runs[0], namer) for item in study.case.agreement.proposals),
        results=results,
        sources=ground.sources(every, _known_sources(study)),
        axes=_axes(study.runs[0], nodes, namer),
        map=tuple(_features(study, namer)),
        timeless=ground.timeless(nodes),
        projected=ground.projected(nodes, namer),
        unverified=ground.unverified(nodes),
        next_to_find_out=_questions(results[0]),
        timetables=weeks,
        profiles=tuple(_profiles(study, namer)),
        files=(*FILES, TIMETABLE) if weeks else FILES,
    )


def _agreement(study: Study) -> doc.Agreement:
    agreement = study.case.agreement
    return doc.Agreement(agreement.id, _texts(agreement.title), agreement.date_text, _texts({}))


def _run(study: Study) -> doc.Run:
    as_of, edition = study.case.as_of.isoformat(), study.case.facts.edition.isoformat()
    price_year = study.case.facts.at(study.case.as_of).price_year
    return doc.Run(as_of, edition, study.plan.draws, study.plan.seed, study.plan.method, price_year)


def words_of(study: Study) -> Words:
    """Words of the report and of every kind that the agreement names."""
    kinds = (find_kind(item.kind) for item in study.case.agreement.proposals)
    return Words.of((*PACKAGES, *dict.fromkeys(kind.words for kind in kinds if kind is not None)))


def _known_sources(study: Study) -> Mapping[str, Source]:
    """Sources of the shared tables and of the packages."""
    found = dict(study.case.facts.sources)
    packages = ["egiz.market", *(member.kind.words for member in study.runs[0].prepared.members)]
    for package in packages:
        found.update(study.case.facts.with_package(package).sources)
    return found


def _result(run: Run, study: Study, namer: Namer) -> doc.Result:
    agreed = study.case.agreement.date
    answers = tuple(answer(run, member, namer, agreed) for member in run.prepared.members)
    keys = dict.fromkeys(figure.key for item in answers for figure in item.figures)
    keys.update(dict.fromkeys(flow.key for item in answers for flow in item.cash))
    nodes = ground.nodes(run.ledger, keys, namer)
    return doc.Result(run.scenario.name, answers, _differences(run, study.runs[0], answers, namer), nodes)


def _differences(run: Run, first: Run, answers: Iterable[doc.Answer], namer: Namer) -> tuple[doc.Range, ...]:
    """Each range less that of the first scenario, draw by draw."""
    if run is first:
        return ()
    keys = dict.fromkeys(
        item.key for one in answers for item in one.figures if isinstance(item, doc.Range) and not item.at
    )
    return tuple(
        _range(run.ledger.against(first.ledger, key), namer) for key in keys if key in first.ledger.values
    )


def _range(item: fig.RangeFigure, namer: Namer) -> doc.Range:
    ends = (item.low, item.middle, item.high, item.mean)
    return doc.Range(item.key, namer.key(item.key), item.unit, item.at, *ends, item.curve)


def _region(region: Region) -> doc.Region:
    city = region.city
    return doc.Region(
        str(city.id), _texts(_names(city.names)), city.country, float(city.latitude), float(city.longitude)
    )


def _scopes(study: Study) -> dict[str, doc.Texts]:
    """Names under which facts stand: countries and cities of the pair, and cities that items speak of."""
    found: dict[str, doc.Texts] = {}
    for region in study.case.pair:
        country = countries().get(region.city.country)
        if country is not None:
            found[country.code] = _texts(_names(country.names))
        found[region.city.name] = _texts(_names(region.city.names))
    for run in study.runs:
        found.update(_proper(run))
    others = (city for city in cities(*found) if city.name not in found)
    return {**{city.name: _texts(_names(city.names)) for city in others}, **found}


def _proper(run: Run) -> dict[str, doc.Texts]:
    """Proper names that the items of a run give; none to what two of them call by different ones."""
    given: dict[str, set[doc.Texts]] = {}
    for member in run.prepared.members:
        for name, names in member.part.preparation.names.items():
            given.setdefault(name, set()).add(_texts(_names(names)))
    return {name: texts for name, (texts, *more) in given.items() if not more}


def _names(names: Mapping[str, str]) -> dict[str, str]:
    return {language: name_of(names, language).text for language in LANGUAGES}


def _texts(texts: Mapping[str, str]) -> doc.Texts:
    return doc.Texts(*(texts.get(language, "") for language in LANGUAGES))


def _scenario(run: Run, namer: Namer) -> doc.Scenario:
    scenario = run.scenario
    title = _texts(scenario.title) if scenario.title else namer.say(f"scenario-{scenario.name}")
    reason = doc.Texts(scenario.reason, scenario.reason, scenario.reason)
    return doc.Scenario(scenario.name, title, scenario.author, reason, tuple(_changes(run, scenario, namer)))


def _changes(run: Run, scenario: Scenario, namer: Namer) -> Iterable[doc.Change]:
    inputs = run.ledger.sheet.inputs
    for proposal, terms in scenario.terms.items():
        for name, value in terms.items():
            key = f"{proposal}.{name}"
            unit = inputs[key].unit if key in inputs else "1"
            yield doc.Change(key, namer.key(key), _stated(value), unit)
    for change in scenario.changes:
        found = inputs[change.name]
        value = f"{found.middle:g}" if change.fact and isinstance(found, Assumption) else _span(change)
        yield doc.Change(change.name, namer.key(change.name), value, found.unit)


def _stated(value: TermValue) -> str:
    if isinstance(value, Span):
        return f"{value.low:g}–{value.high:g}"
    if isinstance(value, tuple):
        return " – ".join(value)
    return value if isinstance(value, str) else f"{value:g}"


def _span(change: Change) -> str:
    ends = (change.low, change.mode, change.high)
    return " / ".join(f"{end:g}" for end in ends if end is not None)


def _proposal(item: Item, run: Run, namer: Namer) -> doc.Proposal:
    reason = run.prepared.unstudied.get(item.id)
    state = (item.id, item.kind, _texts(item.title), _texts(item.text))
    if reason is None:
        return doc.Proposal(*state, "studied", "", _texts({}))
    return doc.Proposal(*state, "not-studied", reason.key, namer.say(f"why-{reason.key}", reason.values))


def _axes(run: Run, nodes: Mapping[str, doc.Node], namer: Namer) -> dict[str, doc.Axis]:
    used = sorted({axis for node in nodes.values() for axis in node.axes})
    labels = run.ledger.sheet.axes
    return {
        axis: doc.Axis(
            namer.axis(axis),
            tuple(namer.listed(label) for label in labels[axis][: ground.MOST_LABELS]),
        )
        for axis in used
    }


def _features(study: Study, namer: Namer) -> Iterable[doc.Feature]:
    """Both cities first, then what each proposal draws."""
    prepared = study.runs[0].prepared
    owned = [("", item) for item in prepared.market.preparation.features]
    owned += [(m.proposal.id, item) for m in prepared.members for item in m.part.preparation.features]
    for number, (owner, item) in enumerate(owned):
        yield doc.Feature(f"{item.role}-{number}", item.role, _called(item, namer), owner, _geometry(item))


def _profiles(study: Study, namer: Namer) -> Iterable[Profile]:
    """Lines in profile, with their stations named as on the map."""
    for member in study.runs[0].prepared.members:
        for one in member.part.preparation.profiles:
            stations = (Station(km, namer.label(name)) for km, name in one.stations)
            yield Profile(
                member.proposal.id,
                namer.label(one.part),
                namer.label(one.option),
                *(one.km, one.ground_m, one.level_m),
                tuple(Carried(km, word) for km, word in one.carried),
                tuple(stations),
            )


def _called(item: Feature, namer: Namer) -> doc.Texts:
    if item.name in namer.scopes:
        return namer.scopes[item.name]
    if namer.words.has(LANGUAGES[0], identifier("name", item.name)):
        return namer.say(identifier("name", item.name))
    return _joined(item.name, namer) or doc.Texts(item.name, item.name, item.name)


def _joined(name: str, namer: Namer) -> doc.Texts | None:
    """Name a way from one place to another, of which one at least has a proper name."""
    dashes = [at for at, sign in enumerate(name) if sign == "-"]
    for at in dashes:
        ends = (name[:at], name[at + 1 :])
        if any(end in namer.scopes for end in ends):
            one, other = (namer.scopes.get(end, doc.Texts(end, end, end)) for end in ends)
            return doc.Texts(*(f"{getattr(one, of)} – {getattr(other, of)}" for of in LANGUAGES))
    if len(dashes) != 1:
        return None
    spoken = name.replace("-", "–")
    return doc.Texts(spoken, spoken, spoken)


def _geometry(item: Feature) -> doc.Point | doc.Line:
    points = tuple((float(longitude), float(latitude)) for longitude, latitude in item.points)
    return doc.Point(points[0]) if len(points) == 1 else doc.Line(points)


def _questions(result: doc.Result) -> tuple[doc.Next, ...]:
    """Inputs whose doubt moves the answers most and that can be known better; terms cannot."""
    drivers = sorted((d for item in result.answers for d in item.drivers), key=lambda d: -abs(d.strength))
    found: dict[str, doc.Next] = {}
    for driver in drivers:
        how = result.nodes[driver.key].how if driver.key in result.nodes else None
        if isinstance(how, doc.Read) and how.source not in {"agreement", "scenario"}:
            found.setdefault(driver.key, doc.Next(driver.key, driver.label, driver.strength, driver.figure))
    return tuple(found.values())[:MOST_QUESTIONS]
