"""The door of the store: operations in, results out, many writes in one commit."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Generic, Self, TypeVar

import apsw

from egiz.city.store.connect import Allowance, Durability, connect_reader, connect_writer
from egiz.city.store.hold import Hold
from egiz.city.store.query import Bound, Query
from egiz.city.store.reading import Reading
from egiz.city.store.schema import migrate
from egiz.city.store.writing import Writing
from egiz.errors import EgizError, InputError

Result = TypeVar("Result")

MOST = 200
"""Operations in one commit; readers wait while they run."""

STEPS = 20_000_000
"""Steps of SQLite's machine that one read may take."""


class TooCostly(EgizError):
    """A read that would take more work than one read may."""


class Closed(EgizError):
    """A write that came after the store was closed."""


class Waiting(Generic[Result]):
    """A write that waits for its turn.

    Parameters
    ----------
    operation
        What to do.
    done
        What the writer of the request awaits.
    """

    __slots__ = ("done", "error", "operation", "result")

    def __init__(self, operation: Callable[[Writing], Result], done: asyncio.Future[Result]) -> None:
        self.operation = operation
        self.done = done
        self.result: Result | None = None
        self.error: Exception | None = None

    def answer(self) -> None:
        """Hand the result, or the error of this operation alone, to whoever awaits it."""
        if self.done.done():
            return
        if self.error is not None:
            self.done.set_exception(self.error)
        else:
            self.done.set_result(self.result)  # type: ignore[arg-type]

    def fail(self, error: Exception) -> None:
        """Hand on an error of the whole commit."""
        if not self.done.done():
            self.done.set_exception(error)


class Store:
    """One file: one writer whose commits hold many operations, and a reader of snapshots.

    Operations of the writer run on the loop, one after the other; only the commit, which waits for the disk,
    runs in a thread of its own, so that readers go on meanwhile (docs/store.md tells what was measured). All
    methods belong to the loop's thread.

    Parameters
    ----------
    path
        The file; made where it is not there.
    durability
        See `Durability`.
    """

    def __init__(self, path: Path, durability: Durability = "full") -> None:
        self._hold = Hold(path)
        try:
            self._writer, self._reader = _connected(path, durability)
        except BaseException:
            self._hold.release()
            raise
        self._turn = self._reader.cursor()
        self._allowance = Allowance(self._reader, STEPS)
        self._writing = Writing(Query(self._writer))
        self._reading = Reading(Query(self._reader))
        self._disk = ThreadPoolExecutor(1, "store") if durability == "full" else None
        self._queue: list[Waiting[object]] = []
        self._busy: asyncio.Task[None] | None = None
        self._closed = False

    @classmethod
    def open(cls, path: Path | str, durability: Durability = "full") -> Self:
        """Open a file, bring it to this version's tables, and give the store.

        Raises
        ------
        InputError
            The file cannot be opened, is no store, is open elsewhere, or was written by a later version.
        """
        return cls(Path(path), durability)

    def register(self, functions: Mapping[str, Callable[..., Bound]]) -> None:
        """Make functions known to SQL, for clauses; the same arguments must always give the same result."""
        for connection in (self._writer, self._reader):
            for name, function in functions.items():
                connection.create_scalar_function(name, function, deterministic=True)

    async def close(self) -> None:
        """Finish every write that waits, then let go of the file."""
        self._closed = True
        while self._busy is not None:
            await asyncio.shield(self._busy)
        self._reader.close()
        self._writer.close()
        self._hold.release()
        if self._disk is not None:
            self._disk.shutdown()

    def write(self, operation: Callable[[Writing], Result]) -> asyncio.Future[Result]:
        """Do something in the next commit; what is returned ends after that commit is on the disk.

        Parameters
        ----------
        operation
            What to do. An exception undoes this operation alone. It may run twice (when another operation of
            its commit fails), so it must change nothing but the store.

        Returns
        -------
        asyncio.Future
            Ends with the operation's result or its exception.

        Raises
        ------
        Closed
            The store is closed.
        """
        if self._closed:
            raise Closed
        loop = asyncio.get_running_loop()
        done: asyncio.Future[Result] = loop.create_future()
        self._queue.append(Waiting(operation, done))  # type: ignore[arg-type]
        if self._busy is None:
            self._busy = loop.create_task(self._work())
        return done

    def read(self, operation: Callable[[Reading], Result]) -> Result:
        """Ask something of one snapshot.

        Raises
        ------
        TooCostly
            It would take too much work.
        """
        self._allowance.renew()
        self._turn.execute("BEGIN")
        try:
            return operation(self._reading)
        except apsw.InterruptError as error:
            raise TooCostly from error
        finally:
            if self._reader.in_transaction:
                self._turn.execute("COMMIT")

    async def _work(self) -> None:
        """Commit group after group until nothing waits."""
        try:
            while self._queue:
                group, self._queue = self._queue[:MOST], self._queue[MOST:]
                await self._commit(group)
        finally:
            self._busy = None

    async def _commit(self, group: list[Waiting[object]]) -> None:
        """Run a group within one commit and tell everyone in it."""
        try:
            self._run(group)
            if self._disk is None:
                self._writer.execute("COMMIT")
            else:
                await asyncio.get_running_loop().run_in_executor(self._disk, self._writer.execute, "COMMIT")
        except apsw.Error as error:
            self._undo()
            for one in group:
                one.fail(error)
            return
        except BaseException:
            self._undo()
            raise
        for one in group:
            one.answer()

    def _run(self, group: list[Waiting[object]]) -> None:
        """Run the operations of a group; where one fails after it wrote, run all again, each by itself."""
        self._begin()
        for one in group:
            before = self._writing.changes()
            try:
                one.result = one.operation(self._writing)
            except Exception as error:
                one.error = error
                if self._writing.changes() != before or not self._writer.in_transaction:
                    break
        else:
            if self._flushed():
                return
        self._undo()
        self._run_apart(group)

    def _flushed(self) -> bool:
        """Write what the operations of a group left waiting; false where one of them left what cannot be."""
        try:
            self._writing.flush()
        except Exception:
            return False
        return True

    def _run_apart(self, group: list[Waiting[object]]) -> None:
        """Run the operations of a group, each behind a savepoint of its own."""
        self._begin()
        for one in group:
            one.error = None
            self._writer.execute("SAVEPOINT one")
            try:
                one.result = one.operation(self._writing)
                self._writing.flush()
            except Exception as error:
                one.error = error
                self._writer.execute("ROLLBACK TO one")
                self._writing.forget()
            self._writer.execute("RELEASE one")

    def _begin(self) -> None:
        """Begin a commit."""
        self._writing.settle()
        self._writer.execute("BEGIN IMMEDIATE")

    def _undo(self) -> None:
        """Roll the whole commit back."""
        if self._writer.in_transaction:
            self._writer.execute("ROLLBACK")
        self._writing.forget()


def _connected(path: Path, durability: Durability) -> tuple[apsw.Connection, apsw.Connection]:
    """Open the writer and the reader of a file of this version's tables."""
    try:
        writer = connect_writer(path, durability)
        try:
            migrate(writer)
            return writer, connect_reader(path)
        except BaseException:
            writer.close()
            raise
    except (apsw.CantOpenError, apsw.NotADBError, apsw.CorruptError, apsw.ReadOnlyError) as error:
        raise InputError.of("store-unreadable", {"path": str(path)}) from error
