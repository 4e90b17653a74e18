"""Writes are wholly there or not there at all; every altered byte is seen."""

import errno
import json
import os
import shutil
import subprocess
import sys

import pytest

from modelyard.core import durable, litter
from modelyard.core.errors import ArtifactError, RunError


def make(directory, content=b"weights"):
    with durable.new_directory(directory, manifest={"kind": "test"}) as temporary:
        (temporary / "a.bin").write_bytes(content)
        (temporary / "sub").mkdir()
        (temporary / "sub" / "b.txt").write_text("文本")
    return directory


def test_a_directory_is_verified(tmp_path):
    manifest = durable.verify_directory(make(tmp_path / "x"))
    assert manifest["kind"] == "test"
    assert sorted(manifest["files"]) == ["a.bin", "sub/b.txt"]
    assert [path.name for path in tmp_path.iterdir()] == ["x"]


def test_every_flipped_byte_is_seen(tmp_path):
    directory = make(tmp_path / "x")
    for file in ("a.bin", "sub/b.txt"):
        data = (directory / file).read_bytes()
        for i in range(len(data)):
            (directory / file).write_bytes(data[:i] + bytes([data[i] ^ 1]) + data[i + 1 :])
            with pytest.raises(ArtifactError, match="altered"):
                durable.verify_directory(directory)
        (directory / file).write_bytes(data)
    durable.verify_directory(directory)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda d: (d / "a.bin").unlink(), "missing"),
        (lambda d: (d / "c").write_text("x"), "not in the manifest"),
        (lambda d: (d / "a.bin").rename(d / "c"), "missing"),
        (lambda d: (d / "c").symlink_to("/etc/passwd"), "plain files only"),
        (lambda d: os.mkfifo(d / "c"), "plain files only"),
        (lambda d: (d / durable.MANIFEST).write_text("{}"), "manifest cannot be read"),
        (lambda d: (d / durable.MANIFEST).write_bytes(b"\xff\x00"), "manifest cannot be read"),
        (lambda d: (d / durable.MANIFEST).unlink(), "manifest cannot be read"),
    ],
)
def test_every_change_is_named(tmp_path, change, expected):
    directory = make(tmp_path / "x")
    change(directory)
    with pytest.raises(ArtifactError, match=expected):
        durable.verify_directory(directory)


def test_a_failing_writer_leaves_nothing(tmp_path):
    def fail():
        with durable.new_directory(tmp_path / "x", manifest={}) as temporary:
            (temporary / "a").write_text("half")
            raise ValueError("the writer failed")

    with pytest.raises(ValueError, match="the writer failed"):
        fail()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("call", ["open", "fsync", "rename"])
def test_a_full_disk_keeps_the_old_file_and_leaves_no_litter(tmp_path, monkeypatch, call):
    path = tmp_path / "x.json"
    durable.write_json(path, {"old": 1})

    def full(*arguments, **named):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    if call == "open":
        monkeypatch.setattr(durable, "_write_synced", full)
    else:
        monkeypatch.setattr(os, {"fsync": "fsync", "rename": "replace"}[call], full)
    with pytest.raises(RunError, match="No space left on device"):
        durable.write_json(path, {"new": 2})
    monkeypatch.undo()
    assert json.loads(path.read_text()) == {"old": 1}
    assert [file.name for file in tmp_path.iterdir()] == ["x.json"]


def test_a_replaced_directory_survives_a_kill_between_the_renames(tmp_path):
    directory = make(tmp_path / "x")
    # What stands after a kill between "old aside" and "new in place".
    directory.rename(tmp_path / ".old-x")
    shutil.copytree(tmp_path / ".old-x", tmp_path / ".tmp-x-1234")
    durable.remove_litter(tmp_path)
    durable.verify_directory(directory)
    assert [path.name for path in tmp_path.iterdir()] == ["x"]


def test_a_directory_is_replaced(tmp_path):
    make(tmp_path / "x", b"one")
    make(tmp_path / "x", b"two")
    durable.verify_directory(tmp_path / "x")
    assert (tmp_path / "x" / "a.bin").read_bytes() == b"two"
    assert [path.name for path in tmp_path.iterdir()] == ["x"]


def test_what_a_killed_writer_left_goes_and_what_a_living_one_fills_stays(tmp_path):
    code = (
        "import sys, time; from pathlib import Path; from modelyard.core import durable\n"
        "with durable.new_directory(Path(sys.argv[1]), manifest={}) as place:\n"
        "    (place / 'half').write_text('x'); print('there', flush=True); time.sleep(60)"
    )
    writers = [
        subprocess.Popen([sys.executable, "-c", code, str(tmp_path / "x")], stdout=subprocess.PIPE) for _ in range(2)
    ]
    try:
        assert all(one.stdout.readline() == b"there\n" for one in writers)
        writers[0].kill()
        writers[0].wait()
        (tmp_path / ".tmp-other-01234567").mkdir()  # of another target
        assert len(list(tmp_path.glob(".tmp-x-*"))) == 2
        make(tmp_path / "x")
        (living,) = tmp_path.glob(".tmp-x-*")
        assert (living / "half").is_file() and (tmp_path / ".tmp-other-01234567").is_dir()
    finally:
        for one in writers:
            one.kill()
            one.wait()
            one.stdout.close()
    make(tmp_path / "x")
    assert sorted(path.name for path in tmp_path.iterdir()) == [".tmp-other-01234567", "x"]


def test_the_old_one_that_a_killed_writer_moved_aside_goes_with_the_next(tmp_path):
    make(tmp_path / "x").rename(tmp_path / ".old-x")
    make(tmp_path / "x")
    assert [path.name for path in tmp_path.iterdir()] == ["x"]


def test_a_file_system_that_locks_no_directories_is_written_to(tmp_path, monkeypatch):
    def refused(descriptor, kind):
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))

    monkeypatch.setattr(litter.fcntl, "flock", refused)
    (tmp_path / ".tmp-x-01234567").mkdir()
    make(tmp_path / "x")
    assert sorted(path.name for path in tmp_path.iterdir()) == [".tmp-x-01234567", "x"]


def test_files_that_a_killed_writer_left_go_unless_somebody_writes(tmp_path):
    left, other = tmp_path / ".tmp-key.json-01234567", tmp_path / ".tmp-mine-01234567"
    for path in (left, other):
        path.write_text("half")
    with litter.writing(tmp_path, ("key.json",)):
        assert not left.exists() and other.exists()
        left.write_text("being written")
        with litter.writing(tmp_path, ("key.json",)):
            assert left.exists()


def test_a_torn_line_is_skipped(tmp_path):
    log = tmp_path / "events.jsonl"
    durable.append_line(log, '{"a": 1}')
    with log.open("ab") as file:
        file.write(b'{"a": 2')
    assert list(durable.read_lines(log)) == [{"a": 1}]


def test_a_torn_line_takes_no_other_with_it(tmp_path):
    path = tmp_path / "events.jsonl"
    durable.append_line(path, '{"event": "one"}')
    with path.open("a") as file:
        file.write('{"event": "to')
    durable.append_line(path, '{"event": "three"}')
    assert [event["event"] for event in durable.read_lines(path)] == ["one", "three"]


def test_a_line_that_was_written_in_part_is_an_error(tmp_path, monkeypatch):
    whole = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: whole(descriptor, data[:5]))
    with pytest.raises(RunError, match="No space left"):
        durable.append_line(tmp_path / "events.jsonl", '{"event": "one"}')
    monkeypatch.undo()
    durable.append_line(tmp_path / "events.jsonl", '{"event": "two"}')
    assert [event["event"] for event in durable.read_lines(tmp_path / "events.jsonl")] == ["two"]


def test_a_missing_folder_is_no_full_disk(tmp_path):
    with pytest.raises(RunError, match=r"No such file or directory\. Make the folder"):
        durable.write_text(tmp_path / "no" / "file", "text")
