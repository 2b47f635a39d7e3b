"""Term maps: from the short names of a JSON-LD context to IRIs and back.

A context document is read once into a plain mapping; no JSON-LD library runs on a request. A document must
be known to the hub (bundled or given by its operator) or be fetched by the loader that the operator allows.
"""

from __future__ import annotations

import csv
import functools
import re
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib.resources import files

from egiz.city.ngsild.document import Json, Members, many, read
from egiz.city.ngsild.name import name_checked
from egiz.city.ngsild.problem import Problem, bad

VOCABULARY = "https://uri.etsi.org/ngsi-ld/default-context/"
"""Where a name goes that no context knows."""

CORE_START, CORE_END = "https://uri.etsi.org/ngsi-ld/v1/ngsi-ld-core-context-v", ".jsonld"
CORE_VERSIONS = ("1.3", "1.4", "1.5", "1.6", "1.7", "1.8", "1.9")
CORE = f"{CORE_START}{CORE_VERSIONS[-1]}{CORE_END}"
"""The core context that a response names."""

KEYWORDS = {"id": "@id", "type": "@type"}
"""Terms of the core context that no other context can change."""

MAX_NESTED = 8
"""Deepest chain of context documents."""

MAX_KEPT = 512
"""Most contexts kept in memory."""

NO_IRI = re.compile(r'[\s<>"{}|\\^`\x00-\x1f]')
"""A letter that no IRI holds."""

MAX_SEEN = 10_000
"""Most names that a context remembers."""

GENERIC_DELIMITERS = ":/?#[]@"
"""The last letter of an IRI that may serve as a prefix."""

Loader = Callable[[str], bytes]
"""Fetches the text of a context document from its address; any error means it cannot be had."""


@dataclass(frozen=True, slots=True)
class Context:
    """One context, read."""

    named: Json
    """How a response names it: an address, or a list."""
    terms: Mapping[str, str]
    """From term to IRI."""
    names: Mapping[str, str]
    """From IRI to the term that stands for it."""
    prefixes: tuple[tuple[str, str], ...]
    """Terms that may start a compact IRI, with the IRI each stands for; the longest IRI first."""
    seen: dict[str, str] = field(default_factory=dict, compare=False, repr=False)
    """Names of types and attributes that were checked and expanded before, with their IRIs."""

    def expand(self, name: str) -> str:
        """Give the IRI of a name."""
        known = self.terms.get(name)
        if known is not None:
            return known
        prefix, colon, rest = name.partition(":")
        if not colon:
            return VOCABULARY + name
        start = self.terms.get(prefix)
        return start + rest if start and not rest.startswith("//") else name

    def checked(self, name: str) -> str:
        """Give the IRI of a name that a client wrote for a type or an attribute; right ones are remembered.

        Raises
        ------
        Problem
            It is no name that the standard allows.
        """
        known = self.seen.get(name)
        if known is None:
            known = self.expand(name_checked(name))
            if len(self.seen) < MAX_SEEN:
                self.seen[name] = known
        return known

    def compact(self, iri: str) -> str:
        """Give the shortest name of an IRI."""
        known = self.names.get(iri)
        if known is not None:
            return known
        if iri.startswith(VOCABULARY):
            rest = iri[len(VOCABULARY) :]
            if rest and rest not in self.terms and ":" not in rest:
                return rest
        for prefix, start in self.prefixes:
            if iri.startswith(start) and len(iri) > len(start):
                return f"{prefix}:{iri[len(start) :]}"
        return iri


@functools.cache
def core_terms() -> Mapping[str, str]:
    """Read the terms of the core context that may name a type or an attribute."""
    table = files("egiz.city.ngsild").joinpath("core.csv").read_text(encoding="utf-8")
    return {row["term"]: row["iri"] for row in csv.DictReader(table.splitlines())}


@functools.cache
def core() -> Context:
    """Give the core context alone."""
    return _context(CORE, {})


class Contexts:
    """Every context that a hub can read.

    Parameters
    ----------
    documents
        Context documents by address, besides the core context.
    loader
        Fetches the ones that are not there; None: nothing is fetched.
    """

    def __init__(self, documents: Mapping[str, bytes] | None = None, loader: Loader | None = None) -> None:
        self._documents = dict(documents or {})
        self._loader = loader
        self._known: OrderedDict[str, Context] = OrderedDict()

    def add(self, address: str, document: bytes) -> None:
        """Take in one more document."""
        self._documents[address] = document
        self._known.clear()

    def document(self, address: str) -> bytes | None:
        """Give a document that is held, or None."""
        return self._documents.get(address)

    def find(self, given: Json) -> Context:
        """Read a context as a request names it: an address, an object, or a list of them.

        Raises
        ------
        Problem
            A document cannot be had, or what is given is no context.
        """
        key = given if isinstance(given, str) else repr(given)
        known = self._known.get(key)
        if known is None:
            known = self._read(given)
            self._known[key] = known
            if len(self._known) > MAX_KEPT:
                self._known.popitem(last=False)
        return known

    def _read(self, given: Json) -> Context:
        if given is None or is_core(given):
            return core()
        terms: dict[str, str] = {}
        for part in self._parts(given, MAX_NESTED):
            terms.update(_terms(part, terms))
        return _context(given, terms)

    def _parts(self, given: Json, left: int) -> Iterator[Members]:
        """Give the term definitions of a context, nested documents opened."""
        if left == 0:
            raise bad("the context documents name one another too deep")
        for one in many(given):
            if isinstance(one, dict):
                yield one
            elif isinstance(one, str):
                if not is_core(one):
                    yield from self._parts(self._open(one), left - 1)
            elif one is not None:
                raise bad("a context must be an address, an object or a list of them")

    def _open(self, address: str) -> Json:
        body = self._documents.get(address)
        if body is None:
            body = self._load(address)
        try:
            content = read(body)
        except Problem as fault:
            raise bad(f"the context {address} is not valid: {fault.detail}") from None
        if not isinstance(content, dict) or not isinstance(content.get("@context"), (str, list, dict)):
            raise bad(f"the document {address} holds no context")
        return content["@context"]

    def _load(self, address: str) -> bytes:
        if self._loader is None:
            raise Problem(
                "LdContextNotAvailable", f"the context {address} is not known and nothing is fetched"
            )
        try:
            body = self._loader(address)
        except Exception as fault:  # whatever fails, the context cannot be had
            raise Problem("LdContextNotAvailable", f"the context {address} cannot be had: {fault}") from None
        self._documents[address] = body
        return body


def is_core(given: Json) -> bool:
    """Tell whether a context is the core one, of any version that is known."""
    if isinstance(given, list):
        return all(is_core(one) for one in given)
    if not isinstance(given, str) or not given.startswith(CORE_START) or not given.endswith(CORE_END):
        return given == "https://uri.etsi.org/ngsi-ld/v1/ngsi-ld-core-context.jsonld"
    return given[len(CORE_START) : -len(CORE_END)] in CORE_VERSIONS


def _terms(part: Members, before: Mapping[str, str]) -> dict[str, str]:
    """Read the term definitions of one object."""
    raw = {name: _target(value) for name, value in part.items() if not name.startswith("@")}
    known = {**core_terms(), **before, **{name: iri for name, iri in raw.items() if iri}}
    made = {name: _whole(iri, known, MAX_NESTED) for name, iri in raw.items() if iri}
    wrong = next((name for name, iri in made.items() if NO_IRI.search(iri)), None)
    if wrong is not None:
        raise bad(f"the term {wrong!r} of a context stands for what is no IRI")
    return made


def _target(value: Json) -> str | None:
    """Read what one term stands for."""
    if isinstance(value, dict):
        if "@context" in value:
            raise bad("a term of a context cannot hold a context of its own")
        value = value.get("@id")
    if value is None or isinstance(value, str):
        return value
    raise bad("a term of a context must stand for a text or an object with @id")


def _whole(iri: str, known: Mapping[str, str], left: int) -> str:
    """Write a compact IRI in full."""
    prefix, colon, rest = iri.partition(":")
    if left and colon and not rest.startswith("//") and prefix in known and known[prefix] != iri:
        return _whole(known[prefix], known, left - 1) + rest
    if left and not colon and iri in known and known[iri] != iri:
        return _whole(known[iri], known, left - 1)
    return iri


def _context(named: Json, terms: Mapping[str, str]) -> Context:
    """Put the core context on top of the terms of others, and turn them round."""
    whole = {**{name: iri for name, iri in terms.items() if name not in KEYWORDS}, **core_terms()}
    names: dict[str, str] = {}
    for name in sorted(whole, key=lambda one: (len(one), one)):
        names.setdefault(whole[name], name)
    usable = [(name, iri) for name, iri in whole.items() if iri and iri[-1] in GENERIC_DELIMITERS]
    prefixes = tuple(sorted(usable, key=lambda pair: (-len(pair[1]), len(pair[0]), pair[0])))
    return Context(named, whole, names, prefixes)
