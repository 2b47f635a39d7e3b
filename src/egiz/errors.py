"""One family of errors: what is wrong, where, and the mend.

===================  ==========================================  =========
error                met by                                      exit code
===================  ==========================================  =========
`InputError`         whoever writes an agreement or a command    2
`SheetError`         whoever writes formulas or binds them       (a bug)
`EngineError`        whoever calls an engine                     (a bug)
===================  ==========================================  =========

A fault that a user can mend carries a key and values; the word files make its sentence in each language
(`fault-<key>` in ``words/*.ftl``). Errors that only a programmer can meet are plain English.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

Value = str | int | float
"""What a fault may carry: text or a number."""


class EgizError(Exception):
    """The root of every error that Egiz raises on purpose."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in a file something stands."""

    file: str
    """The file as the user named it."""
    line: int | None = None
    """Line, counted from 1."""
    column: int | None = None
    """Column, counted from 1."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that a user can mend."""

    key: str
    """Which fault: the word files hold ``fault-<key>``."""
    values: Mapping[str, Value] = field(default_factory=dict)
    """What the sentence needs."""
    spot: Spot | None = None
    """Where it stands, if in a file."""


class InputError(EgizError):
    """What the user gave cannot be used; holds every fault found, not only the first."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(_plain(fault) for fault in self.faults))

    @classmethod
    def of(cls, key: str, values: Mapping[str, Value] | None = None, spot: Spot | None = None) -> InputError:
        """Make an error of a single fault."""
        return cls([Fault(key, values or {}, spot)])


class SheetError(EgizError):
    """Formulas do not fit together; one line a fault, all of them at once."""

    def __init__(self, faults: Iterable[str]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(self.faults))


class EngineError(EgizError):
    """An engine was given something it cannot work with."""

    def __init__(self, what: str, wrong: str, mend: str) -> None:
        super().__init__(f"{what} {wrong}; {mend}")


def _plain(fault: Fault) -> str:
    """Name a fault without its sentence: for logs and programmers."""
    where = f"{fault.spot.file}:{fault.spot.line}:{fault.spot.column} " if fault.spot else ""
    return where + fault.key + "".join(f" {name}={value!r}" for name, value in fault.values.items())
