"""Rows of a query: `sqlite:///file.db` with the standard library, `postgresql://...` through ADBC; read-only both."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from modelyard.core import registry
from modelyard.core.errors import DataError
from modelyard.core.recipe import Data
from modelyard.data.sources import dialect, remote
from modelyard.data.sources.base import Batch, Numbered

_ORDER = "the query does not state an order: rows may come in another one next time"
_READING = frozenset({sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE})


def needed_query(section: Data, name: str, tables: list[str]) -> str:
    """The recipe's query.

    Raises: DataError where there is none.
    """
    if section.query and section.query.strip():
        return section.query
    known = f" Tables here: {', '.join(tables[:20])}." if tables else ""
    raise DataError(
        "a database needs data.query",
        where=name,
        remedy=f"For example: SELECT text, label FROM reviews ORDER BY id.{known}",
    )


def notes_on(query: str, notes: list[str]) -> list[str]:
    """`notes`, and one where no order is stated."""
    return notes if re.search(r"\border\s+by\b", query, re.IGNORECASE) else [*notes, _ORDER]


class Sqlite:
    """A query of a SQLite file. Three slashes before a relative path, four before an absolute one."""

    def __init__(self, url: str, section: Data) -> None:
        self._path = Path(unquote(urlsplit(url).path)[1:])
        self._label = self._path.name
        if not self._path.is_file():
            raise DataError(
                "there is no such database file",
                where=str(self._path),
                remedy="Write sqlite:///relative or sqlite:////absolute.",
            )
        with closing(self._connect()) as connection:
            self._query = needed_query(section, str(self._path), self._tables(connection))
            cursor = self._execute(connection)
            names = [str(column[0]) for column in cursor.description or ()]
        if not names:
            raise DataError("the query must give rows", where=str(self._path), got=self._query, remedy="Use a SELECT.")
        self.columns, notes = dialect.names(names, str(self._path))
        self.bytes = self._path.stat().st_size
        self.description: dict[str, Any] = {
            "format": "sqlite",
            "name": f"sqlite:///{self._path}",
            "query": self._query,
            "notes": notes_on(self._query, notes),
        }

    def batches(self, rows: int) -> Iterator[Batch]:
        """The rows from the start, at most `rows` at a time."""
        with closing(self._connect()) as connection:
            cursor = self._execute(connection)
            done = 0
            while True:
                try:
                    found = cursor.fetchmany(rows)
                except sqlite3.Error as error:
                    raise self._failed(error) from error
                if not found:
                    return
                columns = [list(column) for column in zip(*found, strict=True)]
                places = Numbered(self._label, range(done + 1, done + len(found) + 1))
                yield Batch(dict(zip(self.columns, columns, strict=True)), places)
                done += len(found)

    def _connect(self) -> sqlite3.Connection:
        return sqlite3.connect(f"file:{quote(str(self._path.absolute()))}?mode=ro", uri=True)

    def _tables(self, connection: sqlite3.Connection) -> list[str]:
        try:
            return [
                row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")
            ]
        except sqlite3.Error as error:
            raise self._failed(error) from error

    def _execute(self, connection: sqlite3.Connection) -> sqlite3.Cursor:
        # The file is opened read-only; the authorizer also keeps a query from attaching or writing another file.
        connection.set_authorizer(lambda action, *_: sqlite3.SQLITE_OK if action in _READING else sqlite3.SQLITE_DENY)
        try:
            return connection.execute(self._query)
        except (sqlite3.Error, sqlite3.Warning) as error:
            raise self._failed(error) from error

    def _failed(self, error: Exception) -> DataError:
        return DataError(
            f"the database refuses: {error}",
            where=str(self._path),
            remedy="data.query must be one SELECT over tables of this file.",
        )


class Postgres:
    """A query of a PostgreSQL database. The password is shown nowhere."""

    def __init__(self, url: str, section: Data) -> None:
        self._url, self._name = url, remote.redacted(url)
        self._label = urlsplit(url).path.strip("/") or "postgresql"
        self._query = needed_query(section, self._name, [])
        self.bytes = 0
        import_adbc()
        with closing(self._open()) as opened:
            names = list(opened.reader.schema.names)
        self.columns, notes = dialect.names(names, self._name)
        self.description: dict[str, Any] = {
            "format": "postgresql",
            "name": self._name,
            "query": self._query,
            "notes": notes_on(self._query, notes),
        }

    def batches(self, rows: int) -> Iterator[Batch]:
        """The rows from the start, at most `rows` at a time."""
        done = 0
        with closing(self._open()) as opened:
            for table in opened.tables():
                for start in range(0, table.num_rows, rows):
                    part = table.slice(start, rows)
                    columns = [[_plain(cell) for cell in column.to_pylist()] for column in part.columns]
                    places = Numbered(self._label, range(done + 1, done + part.num_rows + 1))
                    yield Batch(dict(zip(self.columns, columns, strict=True)), places)
                    done += part.num_rows

    def _open(self) -> _Opened:
        return _Opened(self._url, self._query, self._name)


class _Opened:
    """A connection with a running query."""

    def __init__(self, url: str, query: str, name: str) -> None:
        dbapi = import_adbc()
        self._name = name
        self._secret = unquote(urlsplit(url).password or "")
        self._error: type[Exception] = dbapi.Error
        try:
            self._connection = dbapi.connect(url)
        except self._error as error:
            raise self._failed(error) from None
        try:
            self._cursor = self._connection.cursor()
            self._cursor.execute("SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY")
            self._connection.commit()
            self._cursor.execute(query)
            self.reader = self._cursor.fetch_record_batch()
        except self._error as error:
            self._connection.close()
            raise self._failed(error) from None

    def tables(self) -> Iterator[Any]:
        """The rows in Arrow batches."""
        while True:
            try:
                yield self.reader.read_next_batch()
            except StopIteration:
                return
            except (self._error, OSError) as error:
                raise self._failed(error) from None

    def close(self) -> None:
        """End the query and the connection."""
        self.reader.close()
        self._cursor.close()
        self._connection.close()

    def _failed(self, error: Exception) -> DataError:
        text = " ".join(str(error).split())[:300]
        if self._secret:
            text = text.replace(self._secret, "***").replace(quote(self._secret), "***")
        return DataError(
            f"the database refuses: {text}", where=self._name, remedy="Check the address, the rights and data.query."
        )


def import_adbc() -> Any:
    """ADBC's module for PostgreSQL.

    Raises: MissingExtra.
    """
    try:
        from adbc_driver_postgresql import dbapi
    except ModuleNotFoundError as error:
        raise registry.missing_extra(error.name or "adbc_driver_postgresql", needed_for="postgresql://") from error
    return dbapi


def _plain(cell: Any) -> Any:
    """Dates and exact decimals as text that every later step reads; numbers and texts as they are."""
    if hasattr(cell, "isoformat"):
        return cell.isoformat()
    return str(cell) if type(cell).__name__ == "Decimal" else cell
