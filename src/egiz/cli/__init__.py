"""The commands. Nothing heavy is imported before a command needs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from egiz import __version__
from egiz.cli.ending import faults_told
from egiz.cli.option import (
    agreement_argument,
    as_of_option,
    draws_option,
    json_option,
    language_option,
    scenario_option,
    seed_option,
    sobol_option,
    surface_option,
    terrain_option,
    timetable_option,
)
from egiz.cli.serve import serve

if TYPE_CHECKING:
    from egiz.figures.draw import Plan
    from egiz.study.journey.asked import Asked
    from egiz.study.open import Opened
    from egiz.study.run import Study


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="egiz")
def main() -> None:
    """Turn the agreement of two city-regions into a study whose every number knows its source.

    AGREEMENT is the path of a YAML file, or a built-in example: astana-chelyabinsk.
    """


main.add_command(serve)


@main.command()
@agreement_argument
@scenario_option
@as_of_option
@timetable_option
@terrain_option
@surface_option
@draws_option
@seed_option
@sobol_option
@click.option("--out", metavar="DIR", default="", help="Output folder.  [default: out/<agreement>]")
@language_option
@json_option
def run(  # noqa: PLR0913, PLR0917 - one parameter an option
    agreement: str,
    scenarios: tuple[str, ...],
    as_of: str,
    timetable: str,
    terrain: str,
    surface: str,
    draws: str,
    seed: str,
    sobol: bool,
    out: str,
    lang: str,
    as_json: bool,
) -> None:
    """Work out a study and write its files."""
    with faults_told(lang):
        from egiz.study.asked import Asked, understood
        from egiz.study.brought import Paths

        asked = understood(
            Asked(agreement, scenarios, as_of, draws, seed, sobol, Paths(timetable, terrain, surface))
        )
        result = worked_out(asked.opened, asked.plan, lang)
        tell(result, out, lang, as_json=as_json)


@main.command()
@agreement_argument
@click.argument("figure")
@scenario_option
@as_of_option
@timetable_option
@terrain_option
@surface_option
@draws_option
@seed_option
@language_option
def explain(  # noqa: PLR0913, PLR0917 - one parameter an option
    agreement: str,
    figure: str,
    scenarios: tuple[str, ...],
    as_of: str,
    timetable: str,
    terrain: str,
    surface: str,
    draws: str,
    seed: str,
    lang: str,
) -> None:
    """Print the tree from a figure down to its sources."""
    with faults_told(lang):
        from egiz.report.build import document
        from egiz.report.explain import explained
        from egiz.study.asked import Asked, understood
        from egiz.study.brought import Paths

        asked = understood(
            Asked(agreement, scenarios, as_of, draws, seed, False, Paths(timetable, terrain, surface))
        )
        result = worked_out(asked.opened, asked.plan, lang)
        click.echo("\n".join(explained(document(result), figure, lang)))


@main.command()
@agreement_argument
@scenario_option
@as_of_option
@timetable_option
@terrain_option
@surface_option
@language_option
def check(  # noqa: PLR0913, PLR0917 - one parameter an option
    agreement: str,
    scenarios: tuple[str, ...],
    as_of: str,
    timetable: str,
    terrain: str,
    surface: str,
    lang: str,
) -> None:
    """Read an agreement and tell every fault at once: file, line, column, and the mend."""
    with faults_told(lang):
        from egiz.report.listing import checked_lines
        from egiz.study.asked import Asked, understood
        from egiz.study.brought import Paths
        from egiz.study.run import prepared_all

        asked = understood(
            Asked(agreement, scenarios, as_of, "1000", "1", False, Paths(timetable, terrain, surface))
        )
        prepared = prepared_all(asked.opened.case, asked.opened.scenarios)
        click.echo("\n".join(checked_lines(prepared, lang)))


@main.command()
@click.argument("city")
@click.argument("other_city")
@click.option("--out", metavar="DIR", default=".", show_default=True, help="Where to write the agreement.")
@language_option
def new(city: str, other_city: str, out: str, lang: str) -> None:
    """Write a first agreement for any two cities of 15,000 people or more."""
    with faults_told(lang):
        from datetime import date

        from egiz.report.export import write_new
        from egiz.study.first import first_agreement

        first = first_agreement(city, other_city, date.today())
        click.echo(f"{write_new(out, first.name, first.text)}\n{first.taken(lang)}")


@main.command()
@click.option("--source", metavar="KEY", default="", help="Only facts of this source.")
@click.option("--unverified", is_flag=True, help="Only facts that nobody has checked.")
@language_option
def facts(source: str, unverified: bool, lang: str) -> None:
    """List the facts that ship, each with its source and place."""
    with faults_told(lang):
        from egiz.report.listing import fact_lines

        click.echo("\n".join(fact_lines(source, unverified, lang)))


@main.command()
@click.argument("feed")
@click.option("--from", "origin", metavar="STOP", default="", help="Where from: id or name of a stop.")
@click.option("--to", "destination", metavar="STOP", default="", help="Where to: id or name of a stop.")
@click.option("--date", "day", metavar="DATE", default="", help="First day, by the clock of the first stop.")
@click.option("--days", metavar="N", default="7", show_default=True, help="Number of days.")
@click.option("--transfers", metavar="N", default="6", show_default=True, help="Most changes.")
@click.option("--all", "everything", is_flag=True, help="From every station to every other, into a table.")
@click.option(
    "--out", metavar="PATH", default="", help="Folder for week.html; with --all a .csv or .parquet."
)
@language_option
@json_option
def journeys(  # noqa: PLR0913, PLR0917 - one parameter an option
    feed: str,
    origin: str,
    destination: str,
    day: str,
    days: str,
    transfers: str,
    everything: bool,
    out: str,
    lang: str,
    as_json: bool,
) -> None:
    """Find every good journey of a week in a timetable.

    FEED is a GTFS feed, as a zip or a folder, a CSV of services, or a timetable that ships:
    astana-chelyabinsk.
    """
    with faults_told(lang):
        from egiz.study.journey.asked import Asked

        asked = Asked(feed, origin, destination, day, days, transfers, everything)
        if everything:
            tell_skims(asked, out, lang, as_json=as_json)
        else:
            tell_journeys(asked, out, lang, as_json=as_json)


@main.command()
@click.argument("profile")
@click.option("--train", metavar="NAME", default="", help="Which train, such as velaro-rus.")
@click.option("--stops", metavar="KM,...", default="", help="Where it stops.  [default: both ends]")
@click.option("--coast", is_flag=True, help="Spend the recovery time on saving energy.")
@language_option
@json_option
def train(profile: str, train: str, stops: str, coast: bool, lang: str, as_json: bool) -> None:
    """Run a train along a line: times and energy from stop to stop.

    PROFILE is a CSV file with the columns km, height_m and limit_kmh; radius_m and tunnel may follow.
    """
    with faults_told(lang):
        from egiz.report.train import encode_train, train_lines
        from egiz.study.train.answer import answered
        from egiz.study.train.asked import Asked, understood

        answer = answered(understood(Asked(profile, train, stops, coast)))
        if as_json:
            click.echo(encode_train(answer, lang), nl=False)
        else:
            click.echo("\n".join(train_lines(answer, lang)))


@main.command()
@click.option("--from", "origin", metavar="LON,LAT", default="", help="Where from [degrees].")
@click.option("--to", "destination", metavar="LON,LAT", default="", help="Where to [degrees].")
@click.option("--via", "via", metavar="LON,LAT", multiple=True, help="Through here; again for more, in turn.")
@click.option("--speed", metavar="KMH", default="300", show_default=True, help="Speed of the line.")
@click.option("--grade", metavar="PERMILLE", default="", help="Largest grade.  [default: 20]")
@click.option("--terrain", metavar="PATH", default="", help="GeoTIFF or .hgt tiles: a file or a folder.")
@click.option("--surface", metavar="FILE", default="", help="Polygons on the ground: .geojson or .gpkg.")
@click.option("--alternatives", metavar="N", default="1", show_default=True, help="So many different lines.")
@click.option("--front", metavar="N", default="", help="A line each for N speeds: cost against run time.")
@click.option("--cell", metavar="M", default="", help="Side of a cell.  [default: 250; embedded relief 1000]")
@click.option("--margin", metavar="KM", default="", help="Look so far around.  [default: by length]")
@click.option(
    "--out", metavar="FILE", default="", help="Write lines: .gpkg, .geojson; .svg: profile or front."
)
@language_option
@json_option
def align(  # noqa: PLR0913, PLR0917 - one parameter an option
    origin: str,
    destination: str,
    via: tuple[str, ...],
    speed: str,
    grade: str,
    terrain: str,
    surface: str,
    alternatives: str,
    front: str,
    cell: str,
    margin: str,
    out: str,
    lang: str,
    as_json: bool,
) -> None:
    """Find lines for fast trains between any two places on the Earth, and what they cost.

    Each keeps to the radius, the grade and the vertical curves of its speed.
    """
    with faults_told(lang):
        from egiz.report.align_told import told
        from egiz.study.align.asked import Asked

        points = (origin, *via, destination)
        asked = Asked(points, speed, grade, terrain, surface, alternatives, cell, margin, front)
        click.echo(told(asked, out, lang, as_json=as_json))


def worked_out(opened: Opened, plan: Plan, lang: str) -> Study:
    """Run a study, with a bar on a terminal and silence in a pipe."""
    from egiz.report.progress import shown
    from egiz.study.run import study

    with shown(lang, 2 * (1 + len(opened.scenarios))) as progress:
        return study(opened.case, opened.scenarios, plan, progress)


def tell(result: Study, out: str, lang: str, *, as_json: bool) -> None:
    """Write the files of a study and print its table; with `as_json` print the document, write if asked."""
    from egiz.report.build import document
    from egiz.report.document import encode
    from egiz.report.export import write_study
    from egiz.report.listing import timetable_lines
    from egiz.report.terminal import summary_lines

    record = document(result)
    if out or not as_json:
        folder = write_study(record, out or f"out/{result.case.agreement.id}", lang)
    if as_json:
        click.echo(encode(record), nl=False)
    else:
        notes = timetable_lines(result.runs[0].prepared, lang)
        click.echo("\n".join((*summary_lines(record, lang), *notes, folder)))


def tell_journeys(asked: Asked, out: str, lang: str, *, as_json: bool) -> None:
    """Print the journeys between two places; write the picture of the week if asked."""
    from egiz.report.itinerary import answer_lines, encode_answer
    from egiz.report.journey_file import write_week
    from egiz.report.progress import shown
    from egiz.study.journey.asked import understood
    from egiz.study.journey.search import answered

    with shown(lang, 2) as progress:
        progress("read", asked.feed)
        request = understood(asked)
        progress("search", asked.feed)
        answer = answered(request)
    written = (write_week(answer, out, lang),) if out else ()
    if as_json:
        click.echo(encode_answer(answer, lang), nl=False)
    else:
        click.echo("\n".join((*answer_lines(answer, lang), *written)))


def tell_skims(asked: Asked, out: str, lang: str, *, as_json: bool) -> None:
    """Write the table of all journeys between all stations."""
    from egiz.report.journey_file import check_table, skims_line, write_skims
    from egiz.report.progress import shown
    from egiz.study.journey.asked import understood
    from egiz.study.journey.skim import skimmed

    with shown(lang, 2) as progress:
        progress("read", asked.feed)
        request = understood(asked, check_table(out))
        progress("search", asked.feed)
        skims = skimmed(request)
    write_skims(skims, out)
    click.echo(skims_line(skims, out, lang, as_json=as_json))
