"""Names as numbers: tenants, and within a tenant types, attributes and datasets."""

from __future__ import annotations

import apsw

SCOPE = "@scope"
"""The name under which scopes stand among the cells."""

EVERYTHING = ""
"""The type that every entity has, so that a tenant can be walked like a type."""

KEPT = 100_000
"""Names remembered at once; past it they are looked up anew."""


class Names(dict[str, int]):
    """The numbers of the names of one tenant; a name that has none is given one when it is asked for.

    Parameters
    ----------
    words
        Where the numbers come from.
    tenant
        The number of the tenant.
    """

    def __init__(self, words: Words, tenant: int) -> None:
        super().__init__()
        self._words = words
        self._tenant = tenant

    def __missing__(self, text: str) -> int:
        """Look a name up, or give it a number."""
        if len(self) >= KEPT:
            self.clear()
        number = self[text] = self._words.make_word(self._tenant, text)
        return number


class Words:
    """The numbers of names, looked up once a connection and then remembered.

    Only names that are committed or made by this very connection are remembered; `forget` empties the memory
    after a rollback.

    Parameters
    ----------
    connection
        Where the names are kept.
    """

    def __init__(self, connection: apsw.Connection) -> None:
        self._cursor = connection.cursor()
        self._tenants: dict[str, int] = {}
        self._words: dict[tuple[int, str], int] = {}
        self._texts: dict[int, str] = {}
        self._names: dict[str, tuple[int, Names]] = {}

    def forget(self) -> None:
        """Forget every number, after a rollback."""
        self._tenants.clear()
        self._words.clear()
        self._texts.clear()
        self._names.clear()

    def names(self, tenant: str) -> tuple[int, Names]:
        """Give the number of a tenant, made if need be, and those of its names; for the writer."""
        found = self._names.get(tenant)
        if found is None:
            number = self.make_tenant(tenant)
            found = self._names[tenant] = number, Names(self, number)
        return found

    def tenant(self, name: str) -> int:
        """Give the number of a tenant, 0 where it has none."""
        found = self._tenants.get(name)
        if found is None:
            found = self._one("SELECT id FROM tenant WHERE name = ?", (name,))
            if found:
                self._tenants[name] = found
        return found

    def word(self, tenant: int, text: str) -> int:
        """Give the number of a name within a tenant, -1 where it has none."""
        found = self._words.get((tenant, text))
        if found is None:
            found = self._one("SELECT id FROM word WHERE tenant = ? AND text = ?", (tenant, text)) or -1
            if found > 0:
                self._remember(tenant, text, found)
        return found

    def text(self, number: int) -> str:
        """Give the name that has a number."""
        found = self._texts.get(number)
        if found is None:
            found = str(self._cursor.execute("SELECT text FROM word WHERE id = ?", (number,)).get)
            if len(self._texts) >= KEPT:
                self._texts.clear()
            self._texts[number] = found
        return found

    def make_tenant(self, name: str) -> int:
        """Give the number of a tenant; it gets one where it has none."""
        found = self.tenant(name)
        if not found:
            found = self._one("INSERT INTO tenant (name) VALUES (?) RETURNING id", (name,))
            self._tenants[name] = found
        return found

    def make_word(self, tenant: int, text: str) -> int:
        """Give the number of a name within a tenant; it gets one where it has none."""
        found = self._words.get((tenant, text)) or self.word(tenant, text)
        if found < 0:
            sql = "INSERT INTO word (tenant, text) VALUES (?, ?) RETURNING id"
            found = self._one(sql, (tenant, text))
            self._remember(tenant, text, found)
        return found

    def _remember(self, tenant: int, text: str, number: int) -> None:
        if len(self._words) >= KEPT:
            self._words.clear()
        self._words[tenant, text] = number

    def _one(self, sql: str, arguments: tuple[int | str, ...]) -> int:
        """Read one number, 0 where there is no row."""
        found = self._cursor.execute(sql, arguments).get
        return int(found) if found is not None else 0
