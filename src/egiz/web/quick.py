"""The shortest way in: pages of entities whose question was met before, put together from kept bytes.

What is remembered is how a question was understood and who may ask; never an answer. Whatever is not plain
goes the general way, which also makes every refusal.
"""

from __future__ import annotations

import hashlib
import secrets
from typing import TypeVar

from egiz.city.clock import instant
from egiz.city.ngsild.exchange import ROOT, TENANT
from egiz.city.ngsild.hub import Hub
from egiz.city.ngsild.query import Plan, headers_of, plan_key, selection_of
from egiz.city.ngsild.render import NORMALIZED
from egiz.city.store.reading import Prepared, Reading
from egiz.web.entry import is_local, may_read
from egiz.web.token import Keyring

PATH = f"{ROOT}/entities"
"""Where the questions stand."""

MOST = 4096
"""Questions, and senders, that are remembered; past it all are forgotten."""

Key = TypeVar("Key")
Value = TypeVar("Value")

Head = list[tuple[bytes, bytes]]
"""The headers of an answer."""


class Question:
    """A question that was understood, of one tenant.

    Parameters
    ----------
    plan
        What it says.
    tenant
        Name of the tenant.
    prepared
        The same as a statement.
    """

    __slots__ = ("_prepared", "last", "limit", "more")

    def __init__(self, plan: Plan, tenant: str, prepared: Prepared) -> None:
        self._prepared, self.limit = prepared, plan.page.limit
        own = {TENANT: tenant} if tenant else {}
        self.last, self.more = (_encoded(headers_of(plan, more=more) | own) for more in (False, True))

    def read(self, reading: Reading) -> list[bytes | None]:
        """Read the bytes of the page and of one entity after it."""
        return reading.again(self._prepared)


class Quick:
    """Answers questions that were met before.

    Parameters
    ----------
    hub
        What is asked.
    keys
        Who may ask; None: programs of this machine.
    """

    __slots__ = ("_asked", "_hub", "_keys", "_secret", "_welcome")

    def __init__(self, hub: Hub, keys: Keyring | None) -> None:
        self._hub, self._keys, self._secret = hub, keys, secrets.token_bytes(32)
        self._welcome: dict[bytes, str] = {}
        self._asked: dict[tuple[str, bytes, bytes, bytes], Question] = {}

    def answer(self, query: bytes, sent: Head) -> tuple[Head, bytes] | None:
        """Answer a question about entities.

        Parameters
        ----------
        query
            What follows the question mark.
        sent
            The headers of the request, names in lower case.

        Returns
        -------
        tuple
            Headers and body; None: the general way must answer.

        Raises
        ------
        TooCostly
            It takes more work than one read may.
        """
        head = dict(sent)
        if len(head) != len(sent) or self._due():
            return None
        tenant = self._let_in(head)
        if tenant is None:
            return None
        key = (tenant, query, head.get(b"accept", b""), head.get(b"link", b""))
        question = self._asked.get(key) or self._understood(key)
        if question is None:
            return None
        kept = self._hub.store.read(question.read)
        if None in kept:
            return None
        more = len(kept) > question.limit
        if more:
            kept.pop()
        return question.more if more else question.last, b"[%b]" % b",".join(kept)  # type: ignore[arg-type]

    def _due(self) -> bool:
        """Tell whether something has ended and must be taken out first, which the general way does."""
        expiry = self._hub.expiry
        return not expiry.idle() and expiry.waits(instant())

    def _let_in(self, head: dict[bytes, bytes]) -> str | None:
        """Give the tenant that a sender asks about and may read; None where that is not sure."""
        named, token = head.get(TENANT.encode(), b""), head.get(b"authorization", b"")
        host = head.get(b"host", b"localhost") if self._keys is None else b""
        mark = hashlib.blake2b(b"\n".join((host, named, token)), key=self._secret).digest()
        known = self._welcome.get(mark)
        if known is not None:
            return known
        tenant = named.decode("latin-1").strip()
        if self._keys is None:
            fits = is_local(host.decode("latin-1"))
        else:
            fits = may_read({"authorization": token.decode("latin-1")}, tenant, self._keys)
        if not fits:
            return None
        return _kept(self._welcome, mark, tenant)

    def _understood(self, key: tuple[str, bytes, bytes, bytes]) -> Question | None:
        """Take over what the general way understood; None where it did not yet, or it is not plain."""
        query, accept, link = (one.decode("latin-1") for one in key[1:])
        plan = self._hub.plans.get(plan_key(PATH, query, link, accept))
        if not isinstance(plan, Plan) or not plan.kept or plan.page.count:
            return None
        selection = selection_of(plan, key[0])
        prepared = self._hub.store.read(lambda reading: reading.prepared(selection, NORMALIZED))
        return None if prepared is None else _kept(self._asked, key, Question(plan, key[0], prepared))


def _kept(memory: dict[Key, Value], key: Key, value: Value) -> Value:
    """Remember something."""
    if len(memory) >= MOST:
        memory.clear()
    memory[key] = value
    return value


def _encoded(headers: dict[str, str]) -> Head:
    """Write headers as bytes."""
    return [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers.items()]
