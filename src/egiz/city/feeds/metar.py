"""Weather reports of airports (METAR and SPECI)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta

from egiz.city.feeds.body import checked
from egiz.city.feeds.row import Context, FeedError, Row, Value
from egiz.city.feeds.unit import converted

STATION = re.compile(r"[A-Z][A-Z0-9]{3}")
TIME = re.compile(r"(\d{2})(\d{2})(\d{2})Z")
WIND = re.compile(r"(\d{3}|VRB|///)(\d{2,3}|//)(?:G(\d{2,3}))?(KT|MPS|KMH)")
VISIBILITY = re.compile(r"\d{4}|////")
HEAT = re.compile(r"(M?\d{2}|//)/(M?\d{2}|//)?")
PRESSURE = re.compile(r"Q(\d{4}|////)|A(\d{4}|////)")
DAMAGED = re.compile(r"Q\d{0,3}|M?\d{1,2}/M?\d?|\d{3}\d{1,2}(?:G\d*)?(?:K|M|MP)?")
"""What is left of a group of wind, temperature or pressure that was cut."""

HEADER = re.compile(r"\d{4}/\d{2}/\d{2} \d{2}:\d{2}")
"""The line that one server puts over each report."""

REMARKS = {"RMK", "TEMPO", "BECMG", "NOSIG"}
"""From here on it is about something else."""

KINDS = {"METAR", "SPECI"}
MARKS = {"COR": "corrected", "AUTO": "automatic"}
FULL_VISIBILITY = 10_000.0
"""What 9999 and CAVOK stand for at least [m]."""
HUNDREDTHS = 100.0
AHEAD = timedelta(hours=3)
"""A time so much after the poll is one of the month before; nearer ones are a clock that is fast."""


def parse(body: bytes, context: Context) -> tuple[Row, ...]:
    """Read reports, one or many, each on a line or ended by an equals sign.

    Parameters
    ----------
    body
        Text.
    context
        The moment, which tells month and year; the places, which tell where a station stands.

    Returns
    -------
    tuple[Row, ...]
        One row a report with at least one value; a correction stands in the place of what it corrects.
        Groups that are missing or slashes are left out.

    Raises
    ------
    FeedError
        A report is cut short or cannot be read.
    """
    text = checked(body).decode("ascii", errors="replace")
    found: dict[tuple[str, datetime], Row] = {}
    places = {spot.name: (spot.longitude, spot.latitude) for spot in context.spots}
    for report in _reports(text):
        row = _row(report, context.now, places)
        before = found.get((row.series, row.at))
        if before is None or row.values.get("corrected") or not before.values.get("corrected"):
            found[row.series, row.at] = row
    if not found:
        raise FeedError("empty", "1")
    return tuple(row for row in found.values() if row.values.keys() - set(MARKS.values()))


def _reports(text: str) -> Iterator[list[str]]:
    """Give the groups of each report; a line that begins with a space goes on with the one before."""
    joined = re.sub(r"\r?\n[ \t]+", " ", text)
    for line in re.split(r"[\r\n=]+", joined):
        if line.strip() and not HEADER.fullmatch(line.strip()):
            yield line.split()


def _row(report: Sequence[str], now: datetime, places: Mapping[str, tuple[float, float]]) -> Row:
    """Read one report."""
    groups = list(report)
    values: dict[str, Value] = {}
    while groups and (groups[0] in KINDS or groups[0] in MARKS):
        _mark(groups.pop(0), values)
    where = " ".join(report)[:60]
    if len(groups) < 2 or not STATION.fullmatch(groups[0]):  # noqa: PLR2004 station and time
        raise FeedError("broken", where, {"form": "METAR"})
    station, at = groups[0], _time(groups[1], now, where)
    rest = groups[2:]
    if rest[:1] == ["NIL"]:
        return Row(station, at, {}, places.get(station))
    for group in rest:
        if group in REMARKS:
            break
        _read(group, values, where)
    if not any(HEAT.fullmatch(group) or PRESSURE.fullmatch(group) for group in rest):
        raise FeedError("broken", where, {"form": "METAR"})
    return Row(station, at, values, places.get(station))


def _mark(group: str, values: dict[str, Value]) -> bool:
    """Note that a report is corrected or automatic."""
    if group in MARKS:
        values[MARKS[group]] = True
    return group in MARKS


def _time(group: str, now: datetime, where: str) -> datetime:
    """Find the month and year of a day, hour and minute."""
    found = TIME.fullmatch(group)
    if found is None:
        raise FeedError("date", where, {"found": group[:60]})
    day, hour, minute = (int(part) for part in found.groups())
    month = now + AHEAD
    for _ in range(3):
        try:
            at = datetime(month.year, month.month, day, hour, minute, tzinfo=UTC)
        except ValueError:
            at = now + timedelta(days=366)
        if at <= now + AHEAD:
            return at
        month = month.replace(day=1) - timedelta(days=1)
    raise FeedError("date", where, {"found": group})


def _wind(found: re.Match[str], values: dict[str, Value], where: str) -> None:
    """Take wind in any of its units; ``VRB`` has no direction."""
    direction, speed, gust, unit = found.groups()
    if direction.isdigit():
        values["wind_direction"] = float(direction)
    if speed.isdigit():
        values["wind_speed"] = converted(float(speed), unit, "m/s", where)
    if gust:
        values["wind_gust"] = converted(float(gust), unit, "m/s", where)


def _visibility(found: re.Match[str], values: dict[str, Value], where: str) -> None:
    """Take visibility."""
    if found[0].isdigit():
        values["visibility"] = FULL_VISIBILITY if found[0] == "9999" else float(found[0])


def _heat(found: re.Match[str], values: dict[str, Value], where: str) -> None:
    """Take temperature and dew point; M is minus."""
    for column, text in zip(("temperature", "dew_point"), found.groups(), strict=True):
        if text and text != "//":
            values[column] = float(text.replace("M", "-"))


def _pressure(found: re.Match[str], values: dict[str, Value], where: str) -> None:
    """Take the pressure at sea level."""
    hectopascals, inches = found.groups()
    if hectopascals and hectopascals.isdigit():
        values["sea_pressure"] = float(hectopascals)
    if inches and inches.isdigit():
        values["sea_pressure"] = converted(float(inches) / HUNDREDTHS, "inHg", "hPa", where)


Take = Callable[[re.Match[str], dict[str, Value], str], None]

GROUPS: tuple[tuple[re.Pattern[str], Take], ...] = (
    (WIND, _wind),
    (VISIBILITY, _visibility),
    (HEAT, _heat),
    (PRESSURE, _pressure),
)
"""How each group looks and what takes it."""


def _read(group: str, values: dict[str, Value], where: str) -> None:
    """Read one group; those that are not wanted are passed over, cut ones are told."""
    if _mark(group, values):
        return
    if group == "CAVOK":
        values["visibility"] = FULL_VISIBILITY
        return
    for pattern, take in GROUPS:
        found = pattern.fullmatch(group)
        if found is not None:
            take(found, values, where)
            return
    if DAMAGED.fullmatch(group):
        raise FeedError("broken", where, {"form": "METAR"})
