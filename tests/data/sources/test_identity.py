"""What a recipe's data is, and what is said where it is another."""

import os
import sqlite3

import pytest

from modelyard.core.errors import DataError
from modelyard.core.recipe import Data
from modelyard.data.sources import identity

LATER = 2_000_000_000_000_000_000


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "reviews.csv"
    path.write_text("text,label\ngood,1\nbad,0\n")
    return path


def section(*paths, **fields):
    return Data(train=tuple(str(path) for path in paths), **fields)


def changed(known, data):
    return identity.differences(known, data).changed


def test_a_file_that_nobody_touched_is_not_read_again(file, monkeypatch):
    known = identity.take(section(file))
    monkeypatch.setattr(identity.durable, "file_digest", lambda path: pytest.fail("it was read"))
    assert identity.differences(known, section(file)) == identity.Differences([], [])


def test_a_file_with_another_time_and_the_same_content_is_the_same(file):
    known = identity.take(section(file))
    os.utime(file, ns=(LATER, LATER))
    assert changed(known, section(file)) == []
    assert identity.digest(identity.take(section(file))) == identity.digest(known)


def test_another_content_of_the_same_size_is_seen(file):
    known = identity.take(section(file))
    file.write_text(file.read_text().replace("good", "fine"))
    os.utime(file, ns=(LATER, LATER))
    assert changed(known, section(file)) == [f"{file} has another content"]
    assert identity.digest(identity.take(section(file))) != identity.digest(known)


def test_another_size_is_said_in_bytes(file):
    known = identity.take(section(file))
    with file.open("a") as stream:
        stream.write("fine,1\n")
    assert changed(known, section(file)) == [f"{file} had 24 bytes, now 31"]


def test_a_file_that_is_gone_cannot_be_looked_at(file):
    known = identity.take(section(file))
    file.unlink()
    assert identity.differences(known, section(file)) == identity.Differences([], [str(file)])


def test_files_of_a_folder_come_and_go(tmp_path):
    for name in ("a.csv", "b.csv", ".hidden"):
        (tmp_path / name).write_text("text,label\n")
    known = identity.take(section(tmp_path))
    (tmp_path / "b.csv").unlink()
    (tmp_path / "c.csv").write_text("text,label\n")
    (tmp_path / ".hidden").write_text("other")
    assert changed(known, section(tmp_path)) == [f"{tmp_path / 'b.csv'} is gone", f"{tmp_path / 'c.csv'} is new"]


def test_patterns_and_validation_files_count(file, tmp_path):
    data = section(tmp_path / "*.csv", validation=(str(file),))
    known = identity.take(data)
    assert len(known) == 2
    (tmp_path / "more.csv").write_text("text,label\n")
    assert changed(known, data) == [f"{tmp_path / 'more.csv'} is new"]


def test_the_labels_beside_images_are_data_too(tmp_path):
    images, labels = tmp_path / "train-images-idx3-ubyte", tmp_path / "train-labels-idx1-ubyte"
    images.write_bytes(b"images")
    labels.write_bytes(b"labels")
    known = identity.take(section(images))
    labels.write_bytes(b"other labels")
    assert changed(known, section(images)) == [f"{labels} had 6 bytes, now 12"]


def test_a_sqlite_file_is_known_by_its_content(tmp_path):
    path = tmp_path / "reviews.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE reviews (text, label)")
    connection.close()
    data = Data(train=(f"sqlite:///{path}",), query="SELECT * FROM reviews ORDER BY text")
    known = identity.take(data)
    assert changed(known, data) == []
    with sqlite3.connect(path) as connection:
        connection.executemany("INSERT INTO reviews VALUES (?, ?)", [("x" * 5000, 1)] * 3)
    connection.close()
    assert changed(known, data)


def test_a_url_is_known_by_what_its_store_says():
    import fsspec

    memory = fsspec.filesystem("memory")
    memory.pipe_file("/identity/a.csv", b"text,label\n")
    data = section("memory://identity/*.csv")
    known = identity.take(data)
    assert list(known["memory://identity/*.csv"].values()) == [{"bytes": 11}]
    memory.pipe_file("/identity/a.csv", b"text,label\nx,1\n")
    assert len(changed(known, data)) == 1
    memory.rm("/identity", recursive=True)
    assert identity.differences(known, data).absent == ["memory://identity/*.csv"]


def test_a_variable_is_not_filled_in_what_is_saved(file, monkeypatch):
    monkeypatch.setenv("REVIEWS", str(file))
    data = section("${REVIEWS}")
    known = identity.take(data)
    assert list(known) == ["${REVIEWS}"]
    monkeypatch.delenv("REVIEWS")
    assert identity.differences(known, data).absent == ["${REVIEWS}"]


def test_what_says_nothing_is_not_asked(file):
    assert identity.take(section("hf://owner/name")) == {"hf://owner/name": {}}
    assert identity.take(section("postgresql://host/base")) == {"postgresql://host/base": {}}


def test_a_pipe_is_refused_and_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.csv")
    with pytest.raises(DataError, match="plain file"):
        identity.take(section(tmp_path / "pipe.csv"))


def test_a_file_that_is_written_meanwhile_is_named(file):
    known = identity.take(section(file))
    identity.check_unchanged(known)
    os.utime(file, ns=(LATER, LATER))
    with pytest.raises(DataError, match=r"reviews\.csv: this file was written while it was read"):
        identity.check_unchanged(known)


def test_a_file_that_is_written_while_it_is_digested_is_named(file, monkeypatch):
    digest = identity.durable.file_digest

    def late(path):
        found = digest(path)
        os.utime(path, ns=(LATER, LATER))
        return found

    monkeypatch.setattr(identity.durable, "file_digest", late)
    with pytest.raises(DataError, match="written while it was read"):
        identity.take(section(file))


def test_what_is_neither_a_path_nor_a_url_is_not_looked_for_as_a_path(monkeypatch):
    monkeypatch.setenv("SECRET", "kanarie")
    with pytest.raises(DataError, match="neither a path nor a URL") as caught:
        identity.take(section("simplecache::http://user:${SECRET}@127.0.0.1:1/x.csv"))
    assert "kanarie" not in str(caught.value)
