"""The document and its schema."""

import json
from pathlib import Path

import jsonschema
import msgspec
import pytest

from egiz.report.document import Range, decode, encode
from egiz.report.schema import text
from report.fixture import document

DOCS = Path(__file__).parents[2] / "docs"


def test_published_schema_is_that_of_the_records() -> None:
    assert (DOCS / "study.schema.json").read_text("utf-8") == text()


def test_study_is_valid_by_the_published_schema() -> None:
    schema = json.loads((DOCS / "study.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(encode(document())), schema)


def test_written_and_read_and_written_is_the_same() -> None:
    data = encode(document())
    assert encode(decode(data)) == data


def test_numbers_have_six_digits() -> None:
    made = document()
    first = made.results[0].answers[0].figures[0]
    assert isinstance(first, Range)
    odd = msgspec.structs.replace(first, middle=1234.56789123)
    answer = msgspec.structs.replace(made.results[0].answers[0], figures=(odd,))
    result = msgspec.structs.replace(made.results[0], answers=(answer,))
    data = json.loads(encode(msgspec.structs.replace(made, results=(result,))))
    assert data["results"][0]["answers"][0]["figures"][0]["middle"] == 1234.57


def test_what_is_no_number_is_refused() -> None:
    made = document()
    region = msgspec.structs.replace(made.pair[0], latitude=float("nan"))
    with pytest.raises(ValueError, match="nan"):
        encode(msgspec.structs.replace(made, pair=(region, made.pair[1])))
