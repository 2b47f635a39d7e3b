"""The hold on a file: one process, and in it one store, may write."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

from egiz.errors import InputError


class Hold:
    """Keeps a store to one writer; readers need none. A file beside the store while that is open.

    Not on the store's own file: to close a second descriptor of that would drop SQLite's locks.

    Parameters
    ----------
    path
        The store.

    Raises
    ------
    InputError
        Another process, or another store of this one, has it; or the folder takes no files.
    """

    def __init__(self, path: Path) -> None:
        self._path = path.with_name(path.name + "-hold")
        try:
            self._descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError as error:
            raise InputError.of("store-unreadable", {"path": str(path)}) from error
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            taken = os.fstat(self._descriptor).st_nlink > 0
        except BlockingIOError:
            taken = False
        if not taken:
            os.close(self._descriptor)
            raise InputError.of("store-busy", {"path": str(path)})

    def release(self) -> None:
        """Let go of the store."""
        self._path.unlink(missing_ok=True)
        os.close(self._descriptor)
