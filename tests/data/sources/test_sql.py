import os
import pwd
import shutil
import socket
import sqlite3
import subprocess
from pathlib import Path

import pytest

from modelyard.core.errors import DataError

QUERY = "SELECT text, label, score FROM reviews ORDER BY id"


@pytest.fixture
def database(tmp_path):
    path = tmp_path / "my reviews.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE reviews (id INTEGER, text TEXT, label INTEGER, score REAL)")
    rows = [(i, f"好评 {i}" if i % 3 else "NA", i % 2, None if i % 5 == 0 else i / 2) for i in range(100)]
    connection.executemany("INSERT INTO reviews VALUES (?, ?, ?, ?)", rows)
    connection.commit()
    connection.close()
    return path


def test_sqlite(read, database):
    found = read(f"sqlite:///{database}", query=QUERY, rows=30)
    assert found.columns == ("text", "label", "score")
    assert found.rows["text"][:3] == [None, "好评 1", "好评 2"]
    assert found.rows["score"][:3] == [None, 0.5, 1.0] and found.rows["label"] == [i % 2 for i in range(100)]
    assert found.places[99] == "my reviews.db:100"
    assert found.notes == []


def test_sqlite_says_that_no_order_is_stated(read, database):
    assert any("order" in note for note in read(f"sqlite:///{database}", query="SELECT text FROM reviews").notes)


@pytest.mark.parametrize(
    "query",
    [
        "DELETE FROM reviews",
        "DROP TABLE reviews",
        "ATTACH 'other.db' AS other",
        "SELECT nothing FROM reviews",
        "SELECT 1; DELETE FROM reviews",
        "SELEC",
        "PRAGMA journal_mode=DELETE",
    ],
)
def test_sqlite_refuses_all_but_a_select(read, database, query, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    before = database.read_bytes()
    with pytest.raises(DataError, match=r"my reviews\.db"):
        read(f"sqlite:///{database}", query=query)
    assert database.read_bytes() == before and not Path("other.db").exists()


def test_sqlite_without_query_or_file(read, database, write):
    with pytest.raises(DataError, match=r"a database needs data\.query.*Tables here: reviews"):
        read(f"sqlite:///{database}")
    with pytest.raises(DataError, match="no such database file"):
        read("sqlite:///nowhere.db", query=QUERY)
    with pytest.raises(DataError, match="the database refuses"):
        read(f"sqlite:///{write('x.db', b'not a database, only text' * 100)}", query=QUERY)


@pytest.fixture(scope="module")
def postgres(tmp_path_factory):
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"))
    if not found:
        pytest.skip("no PostgreSQL is installed (Debian: apt install postgresql)")
    pytest.importorskip("adbc_driver_postgresql", reason="the extra sql is not installed")
    bin_folder = found[-1].parent
    folder = Path(subprocess.run(["mktemp", "-d"], capture_output=True, text=True, check=True).stdout.strip())
    prefix: list[str] = []
    if os.geteuid() == 0:  # PostgreSQL refuses to run as root
        try:
            owner = pwd.getpwnam("postgres")
        except KeyError:
            pytest.skip("PostgreSQL does not run as root and there is no user postgres")
        os.chown(folder, owner.pw_uid, owner.pw_gid)
        prefix = ["runuser", "-u", "postgres", "--"]
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]

    def run(*command: str) -> None:
        subprocess.run([*prefix, *command], check=True, capture_output=True, cwd=folder, timeout=60)

    password = folder / "password"
    password.write_text("canary-secret")
    password.chmod(0o644)
    try:
        run(
            f"{bin_folder}/initdb",
            "-D",
            f"{folder}/data",
            "-U",
            "me",
            "-A",
            "scram-sha-256",
            "--pwfile",
            str(password),
            "-E",
            "UTF8",
            "--no-locale",
            "--no-sync",
        )
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off"
        run(f"{bin_folder}/pg_ctl", "-D", f"{folder}/data", "-o", options, "-l", f"{folder}/log", "-w", "start")
        try:
            yield f"postgresql://me:canary-secret@127.0.0.1:{port}/postgres"
        finally:
            run(f"{bin_folder}/pg_ctl", "-D", f"{folder}/data", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="module")
def table(postgres):
    from adbc_driver_postgresql import dbapi

    with dbapi.connect(postgres) as connection, connection.cursor() as cursor:
        cursor.execute(
            "CREATE TABLE reviews AS SELECT i AS id, CASE WHEN i % 3 = 0 THEN 'NA' ELSE '好评 ' || i END AS text, "
            "i % 2 AS label, (i / 2.0)::float8 AS score, i::numeric(10, 2) AS price, DATE '2026-01-02' AS day "
            "FROM generate_series(0, 9999) AS i"
        )
        connection.commit()
    return postgres


def test_postgres(read, table):
    found = read(table, query="SELECT text, label, score, price, day FROM reviews ORDER BY id", rows=3000)
    assert found.columns == ("text", "label", "score", "price", "day")
    assert len(found.places) == 10_000 and found.places[9_999] == "postgres:10000"
    assert {name: cells[1] for name, cells in found.rows.items()} == {
        "text": "好评 1",
        "label": 1,
        "score": 0.5,
        "price": "1.00",
        "day": "2026-01-02",
    }
    assert found.rows["text"][0] is None
    assert "canary" not in str(found.description)


@pytest.mark.parametrize(
    "query", ["DELETE FROM reviews", "SELECT nothing FROM reviews", "SELEC", "SELECT 1 / (id - 5) FROM reviews"]
)
def test_postgres_refuses(read, table, query):
    with pytest.raises(DataError, match="the database refuses") as caught:
        read(table, query=query)
    assert "canary" not in str(caught.value)
    assert len(read(table, query="SELECT id FROM reviews").places) == 10_000


def test_postgres_hides_a_wrong_password(read, postgres):
    with pytest.raises(DataError, match="the database refuses") as caught:
        read(postgres.replace("canary-secret", "wrong-canary"), query="SELECT 1 AS a")
    assert "canary" not in str(caught.value) and "me:***@" in str(caught.value)
    assert caught.value.__suppress_context__


def test_postgres_needs_a_query(read):
    with pytest.raises(DataError, match=r"needs data\.query") as caught:
        read("postgresql://me:canary@127.0.0.1:1/x")
    assert "canary" not in str(caught.value)
