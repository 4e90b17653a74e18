"""The audit trail: linked, durable, written by many at once, and every tampering seen."""

import errno
import hashlib
import json
import os
import resource
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from modelyard.core import trail
from modelyard.core.errors import RunError
from modelyard.core.trail_check import check, entries


@pytest.fixture
def place(tmp_path, monkeypatch):
    monkeypatch.setenv(trail.PLACE, str(tmp_path / "state" / "trail.jsonl"))
    monkeypatch.delenv(trail.KEY, raising=False)
    monkeypatch.setattr(trail, "_told", [])
    return trail.place()


@pytest.fixture
def key(tmp_path):
    pytest.importorskip("cryptography", reason="the extra security is not installed")
    from modelyard.core import keyfiles

    keyfiles.new(tmp_path / "key")
    return tmp_path / "key"


def written(place, count=6):
    for number in range(count):
        trail.record("open", run=f"runs/评论-{number}", artifact=f"{number:064x}")
    return place.path.read_bytes().splitlines(keepends=True)


def test_each_entry_says_who_did_what_and_links_to_the_last(place):
    lines = written(place)
    previous = trail.FIRST
    for number, line in enumerate(lines, 1):
        entry = json.loads(line)
        assert tuple(entry)[:1] + tuple(entry)[-1:] == ("number", "previous")
        assert set(entry) == set(trail.FIELDS)
        assert (entry["number"], entry["verb"], entry["previous"]) == (number, "open", previous)
        assert entry["run"].endswith(f"评论-{number - 1}")
        assert entry["user"]
        previous = hashlib.sha256(line[:-1]).hexdigest()
    found = check(place)
    assert (found.entries, found.digest, found.faults, found.notes) == (6, previous, [], [])
    assert place.path.stat().st_mode & 0o777 == 0o600
    assert [entry["number"] for entry in entries(place.path)] == list(range(1, 7))


def test_an_empty_trail_is_whole(place):
    assert check(place).faults == []
    assert check(place).digest == trail.FIRST


def edited(lines, i):
    return [*lines[:i], lines[i].replace(b'"open"', b'"shut"'), *lines[i + 1 :]]


TAMPERINGS = {
    "edit": edited,
    "remove": lambda lines, i: lines[:i] + lines[i + 1 :],
    "insert": lambda lines, i: [*lines[:i], lines[i], *lines[i:]],
    "insert anew": lambda lines, i: [*lines[:i], b'{"number":1}\n', *lines[i:]],
    "reorder": lambda lines, i: [*lines[: i - 1], lines[i], lines[i - 1], *lines[i + 1 :]] if i else lines[::-1],
    "truncate": lambda lines, i: lines[:i],
    "blank": lambda lines, i: [*lines[:i], b"\n", *lines[i:]],
    "no entry": lambda lines, i: [*lines[:i], b"garbage\n", *lines[i + 1 :]],
    "cut the end of a line": lambda lines, i: [*lines[:i], lines[i][:-2] + b"\n", *lines[i + 1 :]],
}


@pytest.mark.parametrize("kind", TAMPERINGS)
@pytest.mark.parametrize("i", range(6))
def test_every_tampering_is_found_with_a_noted_digest(place, kind, i):
    lines = written(place)
    noted = check(place).digest
    assert check(place, since=noted).faults == []
    place.path.write_bytes(b"".join(TAMPERINGS[kind](lines, i)))
    assert check(place, since=noted).faults, (kind, i)


@pytest.mark.parametrize("kind", TAMPERINGS)
@pytest.mark.parametrize("i", range(6))
def test_every_tampering_is_found_with_a_signed_head(place, key, monkeypatch, kind, i):
    monkeypatch.setenv(trail.KEY, str(key))
    lines = written(place)
    public = [key.with_name("key.pub")]
    assert check(place, trust=public).faults == []
    place.path.write_bytes(b"".join(TAMPERINGS[kind](lines, i)))
    assert check(place, trust=public).faults, (kind, i)


@pytest.mark.parametrize("kind", TAMPERINGS)
@pytest.mark.parametrize("i", range(5))
def test_all_but_the_end_is_found_without_either(place, kind, i):
    lines = written(place)
    place.path.write_bytes(b"".join(TAMPERINGS[kind](lines, i)))
    assert bool(check(place).faults) == (kind != "truncate")


@pytest.mark.parametrize("length", [1 << 16, (1 << 16) + 1, 1 << 18])
def test_a_line_of_any_length_hides_none_behind_it(place, length):
    """It was taken for the torn end, and what followed was not looked at."""
    written(place)
    lines = place.path.read_bytes().splitlines(keepends=True)
    place.path.write_bytes(b"".join([*lines[:2], b"x" * (length - 1) + b"\n", *lines[3:]]))
    assert check(place).faults
    place.path.write_bytes(b"".join([*lines[:2], b"x" * length, *lines[3:]]))
    assert check(place).faults


@given(data=st.data())
@settings(max_examples=80, deadline=None)
def test_every_flipped_byte_is_found(tmp_path_factory, data):
    place = trail.Place(path=tmp_path_factory.mktemp("t") / "trail.jsonl", required=True)
    for number in range(3):
        digest = trail.append(place, {"verb": "open", "run": str(number), "artifact": ""})
    whole = bytearray(place.path.read_bytes())
    whole[data.draw(st.integers(0, len(whole) - 1))] ^= data.draw(st.integers(1, 255))
    place.path.write_bytes(whole)
    found = check(place, since=digest)
    assert found.faults


def test_a_chain_forged_from_some_line_on_is_found(place, key, monkeypatch):
    """An attacker can compute links: only what is known elsewhere or signed shows it."""
    monkeypatch.setenv(trail.KEY, str(key))
    lines = written(place)
    noted = check(place).digest
    head = place.head.read_bytes()
    place.path.write_bytes(b"".join(lines[:3]))
    monkeypatch.delenv(trail.KEY)
    for number in range(3):
        trail.append(place, {"verb": "open", "run": f"forged {number}", "artifact": ""})
    assert place.head.read_bytes() == head
    assert check(place, since=noted).faults
    assert check(place, trust=[key.with_name("key.pub")]).faults
    place.head.unlink()
    assert "no signed head" in check(place, trust=[key.with_name("key.pub")]).faults[0]
    assert check(place).faults == []


@pytest.mark.parametrize("change", ["count", "digest", "time", "key", "signature"])
def test_a_forged_head_is_found(place, key, monkeypatch, change):
    monkeypatch.setenv(trail.KEY, str(key))
    written(place)
    head = json.loads(place.head.read_bytes())
    head[change] = 3 if change == "count" else head[change][:-1] + ("0" if head[change][-1] != "0" else "1")
    place.head.write_text(json.dumps(head))
    assert check(place, trust=[key.with_name("key.pub")]).faults


def test_entries_after_the_head_are_told(place, key, monkeypatch):
    monkeypatch.setenv(trail.KEY, str(key))
    written(place, 2)
    monkeypatch.delenv(trail.KEY)
    written(place, 3)
    found = check(place, trust=[key.with_name("key.pub")])
    assert found.faults == []
    assert "3 entries came after" in found.notes[0]


@pytest.mark.parametrize("torn", [b"{", b'{"number":7,"time"', b"\xff\xfe", b"x" * 9000])
def test_a_torn_last_line_is_cut_off_and_told(place, torn):
    lines = written(place, 2)
    with place.path.open("ab") as file:
        file.write(torn)
    found = check(place)
    assert found.faults == []
    assert "torn" in found.notes[0]
    trail.record("run", run="x")
    after = place.path.read_bytes().splitlines(keepends=True)
    assert after[:2] == lines
    assert json.loads(after[2])["torn"] == len(torn)
    assert check(place).faults == []


WRITER = """
import sys
from modelyard.core import trail
for number in range(4):
    trail.record("open", run=f"{sys.argv[1]}-{number}")
"""


def test_fifty_writers_at_once_lose_nothing(place):
    environment = {**os.environ, trail.PLACE: str(place.path)}
    processes = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(number)], env=environment, stderr=subprocess.PIPE)
        for number in range(50)
    ]
    for process in processes:
        _, said = process.communicate(timeout=120)
        assert (process.returncode, said) == (0, b"")
    found = check(place)
    assert (found.entries, found.faults) == (200, [])
    names = sorted(entry["run"].rpartition("/")[2] for entry in entries(place.path))
    assert names == sorted(f"{writer}-{number}" for writer in range(50) for number in range(4))


@pytest.mark.parametrize("fault", ["read-only folder", "a folder", "a link", "no space", "short write", "no home"])
def test_where_it_cannot_be_written_one_notice_says_so(place, monkeypatch, capsys, fault):
    before = b"".join(written(place, 2)) if fault in ("no space", "short write") else None
    real = os.write
    if fault == "read-only folder":
        monkeypatch.setenv(trail.PLACE, "/proc/trail.jsonl")
    elif fault == "a folder":
        place.path.mkdir(parents=True)
    elif fault == "a link":
        place.path.parent.mkdir(parents=True)
        place.path.symlink_to("/tmp/elsewhere")
    elif fault == "no home":
        monkeypatch.delenv("XDG_STATE_HOME", raising=False)
        monkeypatch.setenv(trail.PLACE, "")
        monkeypatch.setattr("pathlib.Path.home", lambda: (_ for _ in ()).throw(RuntimeError("no home")))
    elif fault == "no space":
        monkeypatch.setattr(os, "write", lambda *_: (_ for _ in ()).throw(OSError(errno.ENOSPC, "No space left")))
    else:
        monkeypatch.setattr(os, "write", lambda descriptor, data: real(descriptor, data[:10]))
    for _ in range(3):
        trail.record("open", run="x")
    printed = capsys.readouterr().err
    assert printed.count("the audit trail cannot be written") == 1
    assert "Traceback" not in printed
    given = os.environ[trail.PLACE]
    monkeypatch.setenv(trail.PLACE, f"required:{given}" if given else "required")
    with pytest.raises(RunError, match=r"cannot be written.*required"):
        trail.record("open", run="x")
    if before is not None:
        monkeypatch.setattr(os, "write", real)
        assert place.path.read_bytes() == before
        assert check(place).faults == []


def test_a_file_that_may_not_grow_is_a_notice(tmp_path):
    """A true short write: the kernel's limit on a file's size."""
    code = (
        "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "from modelyard.core import trail\n"
        "trail.record('open', run='a')\n"
        "import os; size = os.path.getsize(os.environ['MODELYARD_TRAIL'])\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (size + 40, size + 40))\n"
        "trail.record('open', run='b'); trail.record('open', run='c')\n"
        "assert os.path.getsize(os.environ['MODELYARD_TRAIL']) == size\n"
    )
    assert resource.RLIM_INFINITY
    environment = {**os.environ, trail.PLACE: str(tmp_path / "t.jsonl")}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert done.stderr.count(b"going on without") == 1


def test_no_secret_is_in_it(place):
    secret = "hf_" + "a1B2" * 9
    trail.record("open", run=f"https://user:pass-word@host/{secret}?token={secret}", artifact="x", role=f"see {secret}")
    text = place.path.read_text()
    assert secret not in text
    assert len(text) < 2000
    trail.record("open", run="x" * 5000)
    assert max(map(len, place.path.read_bytes().splitlines())) < 2000


def test_off_writes_nothing(place, monkeypatch):
    monkeypatch.setenv(trail.PLACE, "off")
    trail.record("open", run="x")
    assert trail.place() is None
    assert not place.path.exists()
