"""Options and arguments that several commands have."""

from __future__ import annotations

import click

agreement_argument = click.argument("agreement")
scenario_option = click.option(
    "--scenario", "scenarios", metavar="NAME", multiple=True, help="Work out this scenario, too."
)
as_of_option = click.option(
    "--as-of", metavar="DATE", default="", help="Use only what was known by this day."
)
timetable_option = click.option(
    "--timetable",
    metavar="PATH",
    default="",
    help="Take trains, buses and flights from this GTFS feed or CSV.",
)
terrain_option = click.option(
    "--terrain",
    metavar="PATH",
    default="",
    help="Lay lines over these GeoTIFF or .hgt tiles: a file or a folder.",
)
surface_option = click.option(
    "--surface", metavar="FILE", default="", help="Polygons of what lies on the ground: .geojson or .gpkg."
)
draws_option = click.option(
    "--draws", metavar="N", default="10000", show_default=True, help="Number of draws."
)
seed_option = click.option("--seed", metavar="N", default="1", show_default=True, help="Seed of the draws.")
sobol_option = click.option("--sobol", is_flag=True, help="Draw one joint Sobol sequence (N a power of two).")
language_option = click.option(
    "--lang", metavar="en|ru|kk", default="en", show_default=True, help="Language."
)
json_option = click.option(
    "--json", "as_json", is_flag=True, help="Print one JSON document and nothing else."
)
