"""The mail relay of the operator, read from a file.

A line names one thing and gives it; a line that begins with ``#`` is a remark::

    host      mail.city.example:587
    from      egiz@city.example
    to        city.example
    user      egiz
    password  ...

``to`` is a domain that may be written to, again for more, ``*`` for all. ``security none`` leaves the
connection unencrypted, as a relay on the same machine may want.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from egiz.city.outbox.mail import Relay
from egiz.errors import Fault, InputError

PORT = 587
"""The port where letters are handed in, as RFC 6409 has it."""

LARGEST_PORT = 65_535

NEEDED = ("host", "from", "to")
"""What must be given."""

NAMES = {*NEEDED, "user", "password", "security"}
"""What may be given."""

SECURITY = {"starttls": True, "none": False}
"""What ``security`` may be; the first where nothing is said."""

LARGEST = 64 * 1024
"""Largest file [bytes]."""


def read_relay(path: Path) -> Relay:
    """Read the file of a relay.

    Raises
    ------
    InputError
        It cannot be read, or a line is not right; all faults at once.
    """
    try:
        with path.open("rb") as file:
            text = file.read(LARGEST).decode()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError.of("mail-file-unreadable", {"path": str(path)}) from error
    return parse_relay(text, str(path))


def parse_relay(text: str, file: str) -> Relay:
    """Read the text of such a file.

    Raises
    ------
    InputError
        A line is not right, or something is missing.
    """
    given: dict[str, list[str]] = {}
    faults: list[Fault] = []
    for number, line in enumerate(text.splitlines(), 1):
        name, _, value = line.strip().partition(" ")
        if not name or name.startswith("#"):
            continue
        if not _right(name, value.strip(), given):
            faults.append(Fault("mail-line", {"path": file, "line": number}))
        given.setdefault(name, []).append(value.strip())
    faults += [Fault("mail-missing", {"path": file, "name": name}) for name in NEEDED if name not in given]
    if faults:
        raise InputError(faults)
    return _relay(given)


def _right(name: str, value: str, before: dict[str, list[str]]) -> bool:
    """Tell whether a line is right; it is never shown, for it may hold a secret."""
    if name not in NAMES or not value or (name in before and name != "to"):
        return False
    if name == "host":
        host, port = _split(value)
        return bool(host) and 0 < port <= LARGEST_PORT
    if name == "from":
        return value.count("@") == 1 and not set(value) & set(" <>,\t") and value.strip("@") == value
    return value in SECURITY if name == "security" else True


def _split(value: str) -> tuple[str, int]:
    """Part a host from its port; a port that is none is 0."""
    host, colon, port = value.rpartition(":") if value.count(":") == 1 else (value, "", "")
    if not colon:
        return value, PORT
    return host, int(port) if port.isascii() and port.isdigit() else 0


def _relay(given: dict[str, list[str]]) -> Relay:
    """Make the relay of lines that are right."""
    host, port = _split(given["host"][0])
    return Relay(
        host,
        port,
        given["from"][0],
        "".join(given.get("user", ())),
        "".join(given.get("password", ())),
        SECURITY["".join(given.get("security", ("starttls",)))],
        tuple(_domains(given["to"])),
    )


def _domains(given: list[str]) -> Iterator[str]:
    """Give the domains, each line holding some."""
    for line in given:
        yield from line.lower().split()
