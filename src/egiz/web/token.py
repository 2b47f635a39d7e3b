"""Tokens: who may do what with which tenant.

A token file has a line a token: the tenant (``*`` for all, ``-`` for the one without a name), the scopes
joined by commas, and the token, parted by spaces; what follows ``#`` is a remark::

    astana  read,write  8p2...
    *       admin       sha256:9f86d08...

A token may be written as the SHA-256 of itself, so that the file holds no secret.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from egiz.errors import Fault, InputError

READ, WRITE, ADMIN = "read", "write", "admin"
SCOPES = (READ, WRITE, ADMIN)
"""``read``: ask; ``write``: change entities and subscriptions; ``admin``: everything, the measures too."""

EVERY = "*"
"""Stands for all tenants."""

NAMELESS = "-"
"""Stands for the tenant without a name, where an empty text cannot."""

SHORTEST = 16
"""A token has at least so many letters."""

HASHED = "sha256:"
DIGITS = 64
FIELDS = 3
LARGEST = 1024 * 1024
"""Largest token file [bytes]."""


@dataclass(frozen=True, slots=True)
class Grant:
    """What one token allows."""

    tenant: str
    """Of which tenant; ``*`` for all."""
    scopes: frozenset[str]
    """Some of `SCOPES`."""

    def allows(self, tenant: str, scope: str) -> bool:
        """Tell whether something may be done with a tenant."""
        return self.tenant in {EVERY, tenant} and (scope in self.scopes or ADMIN in self.scopes)


class Keyring:
    """Every token the server takes.

    A token is looked for by a digest keyed with a secret of this process, so the time a search takes tells
    nothing about the tokens there are.

    Parameters
    ----------
    grants
        What each token allows, by the SHA-256 of the token in hexadecimal digits.
    """

    def __init__(self, grants: Mapping[str, tuple[Grant, ...]]) -> None:
        self._secret = secrets.token_bytes(32)
        self._grants = {self._mark(digest): (digest, held) for digest, held in grants.items()}
        self._seen: dict[bytes, tuple[Grant, ...]] = {}

    def find(self, token: str) -> tuple[Grant, ...]:
        """Give what a token allows; nothing for one that is not known."""
        mark = self._mark(token)
        seen = self._seen.get(mark)
        if seen is not None:
            return seen
        digest = digest_of(token)
        known, held = self._grants.get(self._mark(digest), ("", ()))
        if not hmac.compare_digest(known, digest):
            return ()
        self._seen[mark] = held
        return held

    def _mark(self, text: str) -> bytes:
        """Digest a text with the secret of this process."""
        return hashlib.blake2b(text.encode("utf-8", "surrogateescape"), key=self._secret).digest()


def digest_of(token: str) -> str:
    """Give the SHA-256 of a token, in hexadecimal digits."""
    return hashlib.sha256(token.encode("utf-8", "surrogateescape")).hexdigest()


def read_tokens(path: Path) -> Keyring:
    """Read a token file.

    Raises
    ------
    InputError
        It cannot be read, or a line is not right; all faults at once.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise InputError.of("token-file-large", {"path": str(path)})
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError.of("token-file-unreadable", {"path": str(path)}) from error
    return parse_tokens(text, str(path))


def parse_tokens(text: str, file: str) -> Keyring:
    """Read the text of a token file.

    Raises
    ------
    InputError
        A line is not right, or there is no token at all.
    """
    faults: list[Fault] = []
    grants: dict[str, tuple[Grant, ...]] = {}
    for number, line in enumerate(text.splitlines(), 1):
        fields = line.partition("#")[0].split()
        if not fields:
            continue
        keys = tuple(_faults(fields))
        faults += [Fault(key, {"path": file, "line": number}) for key in keys]
        if not keys:
            digest, grant = _granted(fields)
            grants[digest] = (*grants.get(digest, ()), grant)
    if not grants and not faults:
        faults.append(Fault("token-none", {"path": file}))
    if faults:
        raise InputError(faults)
    return Keyring(grants)


def _faults(fields: list[str]) -> Iterable[str]:
    """Name what is wrong with a line; the line itself is never shown: it holds a secret."""
    if len(fields) != FIELDS:
        yield "token-line"
        return
    if not set(fields[1].split(",")) <= set(SCOPES):
        yield "token-scope"
    if fields[2].startswith(HASHED):
        digits = fields[2][len(HASHED) :].lower()
        if len(digits) != DIGITS or not set(digits) <= set("0123456789abcdef"):
            yield "token-hash"
    elif len(fields[2]) < SHORTEST:
        yield "token-short"


def _granted(fields: list[str]) -> tuple[str, Grant]:
    """Read a line that is right."""
    tenant, scopes, token = fields
    hashed = token.startswith(HASHED)
    digest = token[len(HASHED) :].lower() if hashed else digest_of(token)
    return digest, Grant("" if tenant == NAMELESS else tenant, frozenset(scopes.split(",")))
