"""What an agreement file may hold, checked by pydantic; its faults told in our own words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from math import isfinite
from typing import Annotated, Any, TypeAlias, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainValidator, StrictStr, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from egiz.errors import Fault, InputError, Value
from egiz.study.reading import Step, Yaml, dotted

LONGEST_ID = 60
LONGEST_TEXT = 5_000
MOST_ITEMS = 200
MONTH = "2017-07"


class Shape(BaseModel):
    """Strict and frozen: an unknown key is a fault."""

    model_config = ConfigDict(extra="forbid", frozen=True)


@dataclass(frozen=True, slots=True)
class Span:
    """A range stated in an agreement: two to three flights a week."""

    low: float
    """Least value stated."""
    high: float
    """Greatest value stated."""


TermValue: TypeAlias = float | str | Span | tuple[str, ...]
"""A number, a word, a range of numbers, or names in a row."""


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise PydanticCustomError("number", "not a number")
    try:
        number = float(value)
    except OverflowError:
        number = float("inf")
    if not isfinite(number):
        raise PydanticCustomError("finite", "not a finite number")
    return number


def _term(value: object) -> TermValue:
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return _names(value)
    if not isinstance(value, dict):
        return _number(value)
    if set(value) != {"low", "high"}:
        raise PydanticCustomError("span", "not a range")
    low, high = _number(value["low"]), _number(value["high"])
    if low > high:
        raise PydanticCustomError("span_order", "low above high")
    return Span(low, high)


def _names(value: list[object]) -> tuple[str, ...]:
    """A list of names."""
    if len(value) > MOST_ITEMS or not all(isinstance(name, str) for name in value):
        raise PydanticCustomError("names", "not a list of names")
    return tuple(str(name) for name in value)


def _text(value: object) -> object:
    return {"en": value} if isinstance(value, str) else value


def _day(value: object) -> object:
    text = value if isinstance(value, str) else ""
    try:
        date.fromisoformat(f"{text}-01" if len(text) == len(MONTH) else text)
    except ValueError:
        raise PydanticCustomError("bad_date", "not a date") from None
    return text


Id: TypeAlias = Annotated[StrictStr, Field(pattern=r"^[a-z][a-z0-9_-]*$", max_length=LONGEST_ID)]
Line: TypeAlias = Annotated[StrictStr, Field(min_length=1, max_length=LONGEST_TEXT)]
Day: TypeAlias = Annotated[StrictStr, BeforeValidator(_day)]
Number: TypeAlias = Annotated[float, PlainValidator(_number)]
Terms: TypeAlias = dict[str, Annotated[Any, PlainValidator(_term)]]


class TextShape(Shape):
    """A text in one or more of the three languages."""

    en: Line | None = None
    ru: Line | None = None
    kk: Line | None = None


Text: TypeAlias = Annotated[TextShape, BeforeValidator(_text)]


class ProposalShape(Shape):
    """One item."""

    id: Id
    kind: Id
    title: Text
    text: Text
    terms: Terms = Field(default_factory=dict)


class AssumptionShape(Shape):
    """An assumption that a scenario sees otherwise."""

    name: Line
    low: Number | None = None
    mode: Number | None = None
    high: Number | None = None
    shape: StrictStr = ""
    fact: StrictStr = ""


class ScenarioShape(Shape):
    """Named changes."""

    name: Id
    title: Text
    author: Line
    reason: Line
    terms: dict[str, Terms] = Field(default_factory=dict)
    assumptions: list[AssumptionShape] = Field(default_factory=list)


class AgreementShape(Shape):
    """The whole file."""

    agreement: Id
    title: Text
    date: Day
    pair: Annotated[list[Line], Field(min_length=2, max_length=2)]
    timetable: Line | None = None
    terrain: Line | None = None
    surface: Line | None = None
    proposals: Annotated[list[ProposalShape], Field(min_length=1, max_length=MOST_ITEMS)]
    scenarios: list[ScenarioShape] = Field(default_factory=list)


Model = TypeVar("Model", bound=Shape)

FAULTS: Mapping[str, str] = {
    "missing": "missing-key",
    "extra_forbidden": "unknown-key",
    "bad_date": "bad-date",
    "finite": "not-finite",
    "number": "not-a-number",
    "names": "not-names",
    "span": "not-a-span",
    "span_order": "span-order",
    "string_pattern_mismatch": "bad-id",
    "string_too_long": "too-long",
    "string_too_short": "empty-text",
    "too_short": "too-few",
    "too_long": "too-many",
}
"""What pydantic calls a fault -> what we call it; all else is ``wrong-type``."""

WANTED: Mapping[str, str] = {
    "string_type": "text",
    "dict_type": "mapping",
    "model_type": "mapping",
    "list_type": "list",
    "float_type": "number",
}
"""What a value should have been; the words hold ``wanted-<name>``."""


def shaped(model: type[Model], yaml: Yaml) -> Model:
    """Check a YAML file against a model; raises `InputError` with every fault and its line."""
    try:
        return model.model_validate(_plain(yaml.tree))
    except ValidationError as error:
        raise InputError(_faults(model, yaml, error)) from None


def _faults(model: type[Shape], yaml: Yaml, error: ValidationError) -> Iterator[Fault]:
    """An unknown key that resembles a missing one explains it: only the first is told."""
    details = error.errors(include_url=False, include_input=True)
    missing = {detail["loc"] for detail in details if detail["type"] == "missing"}
    explained: set[tuple[Step, ...]] = set()
    for detail in details:
        if detail["type"] == "extra_forbidden":
            *above, key = detail["loc"]
            fields = [loc[-1] for loc in missing if loc[:-1] == tuple(above)]
            near = get_close_matches(str(key), [str(name) for name in fields], n=1)
            explained.update((*above, name) for name in near)
    for detail in details:
        if detail["loc"] not in explained:
            yield _fault(model, yaml, detail)


def _fault(model: type[Shape], yaml: Yaml, detail: ErrorDetails) -> Fault:
    path, kind = detail["loc"], detail["type"]
    values: dict[str, Value] = {"key": dotted(path), "found": _shown(detail["input"])}
    if kind == "extra_forbidden":
        names = _fields(model, path[:-1])
        values["nearest"] = ", ".join(get_close_matches(str(path[-1]), names, n=1) or names)
    if kind == "missing":
        values["found"] = ""
    if kind not in FAULTS:
        values["wanted"] = WANTED.get(kind, "text")
    spot = yaml.spot(path, key=kind == "extra_forbidden")
    return Fault(FAULTS.get(kind, "wrong-type"), values, spot)


def _fields(model: type[Shape], path: tuple[Step, ...]) -> list[str]:
    """Keys that may stand at a path of the file."""
    known: Mapping[tuple[str, ...], type[Shape]] = {
        (): model,
        ("proposals",): ProposalShape,
        ("scenarios",): ScenarioShape,
        ("scenarios", "assumptions"): AssumptionShape,
        ("assumptions",): AssumptionShape,
    }
    found = known.get(tuple(str(step) for step in path if not isinstance(step, int)), TextShape)
    return list(found.model_fields)


def _shown(value: object) -> str:
    text = str(value) if isinstance(value, str | int | float) else type(value).__name__
    return text if len(text) <= LONGEST_ID else text[: LONGEST_ID - 1] + "…"


def _plain(node: object) -> object:
    """Bare dicts, lists, texts and numbers; a date becomes the text it was."""
    if isinstance(node, CommentedMap):
        return {str(key): _plain(value) for key, value in node.items()}
    if isinstance(node, CommentedSeq):
        return [_plain(value) for value in node]
    if isinstance(node, date):
        return node.isoformat()
    if node is None or isinstance(node, bool | int | float):
        return node
    return str(node)
