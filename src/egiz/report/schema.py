"""The JSON Schema of ``study.json``, made from the records of `document`.

``python -m egiz.report.schema > docs/study.schema.json`` writes the published copy;
a test holds it to the records.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping

import msgspec

from egiz.report.document import SCHEMA, Document

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> Mapping[str, object]:
    """Describe ``study.json`` as a JSON Schema, with every record under ``$defs``."""
    (reference,), parts = msgspec.json.schema_components([Document], ref_template="#/$defs/{name}")
    head = {"$schema": DRAFT, "$id": SCHEMA, "title": "A study worked out by Egiz", **reference}
    return {**head, "$defs": {name: parts[name] for name in sorted(parts)}}


def text() -> str:
    """Give the schema as it is published."""
    return json.dumps(schema(), indent=2, ensure_ascii=False, default=str) + "\n"


if __name__ == "__main__":
    sys.stdout.write(text())
