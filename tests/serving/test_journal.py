"""The request log: sampled, with consent, redacted, bounded, and never torn."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from serving_kit import ServerThread

from modelyard.core.errors import RecipeError
from modelyard.serving.journal import Journal, JournalSettings
from modelyard.serving.journal_rows import schema
from modelyard.serving.noted import Note

pq = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed (extra train)")

ABOUT = {"name": "reviews", "digest": "0" * 64}
PERSON = "I am Ann, ann@example.org, 13812345678"


def rows_in(folder: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for path in sorted(folder.glob("requests-*.parquet")):
        table = pq.read_table(path)
        assert table.schema.equals(schema())
        found += table.to_pylist()
    return found


def note(text: str = PERSON, *, consents: bool = False, written: int = 0) -> Note:
    return Note(
        "id-1",
        0.0,
        "POST",
        route="/v1/predict",
        status=200,
        seconds=0.01,
        rows=1,
        consents=consents,
        written_tokens=written,
        inputs={"text": [text]},
        answers=["I am Ann too, ann@example.org" if written else {"label": "good", "scores": {"good": 0.9}}],
    )


@pytest.mark.parametrize(
    ("inputs", "header", "kept"),
    [
        ("none", "yes", False),
        ("consented", None, False),
        ("consented", "no", False),
        ("consented", "yes", True),
        ("all", None, True),
    ],
)
def test_inputs_are_kept_by_consent_only_and_redacted(
    tmp_path: Path, inputs: str, header: str | None, kept: bool
) -> None:
    settings = JournalSettings(directory=tmp_path / "log", inputs=inputs)
    headers = {} if header is None else {"X-Modelyard-Consent": header}
    with ServerThread(journal=settings) as server, server.client(headers=headers) as client:
        assert client.post("/v1/predict", json={"inputs": [{"text": PERSON}, {"text": "好"}]}).status_code == 200
        assert client.post("/v1/predict", json={"inputs": []}).status_code == 422
        assert client.get("/health").status_code == 200
    first, second = rows_in(tmp_path / "log")
    assert (first["row"], second["row"]) == (0, 1)
    assert first["model"] == "reviews" and first["status"] == 200 and first["consent"] is kept
    assert first["seconds"] > 0 and first["queue_seconds"] is not None
    assert (first["characters"], second["characters"]) == (len(PERSON), 1)
    assert set(json.loads(first["answer"])) == {"label", "scores"}
    if kept:
        assert json.loads(first["inputs"]) == {"text": "I am Ann, [email], [phone]"}
        assert json.loads(second["inputs"]) == {"text": "好"}
    else:
        assert first["inputs"] is None
        raw = b"".join(path.read_bytes() for path in (tmp_path / "log").iterdir())
        assert b"Ann" not in raw
    assert (tmp_path / "log").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("inputs", ["none", "consented", "all"])
def test_a_written_text_counts_as_an_input(tmp_path: Path, inputs: str) -> None:
    journal = Journal(JournalSettings(directory=tmp_path, inputs=inputs), ABOUT)
    held = note(written=7)
    journal.add(held)
    if inputs != "all":  # not even in memory
        assert "Ann" not in repr(held)
    journal.flush()
    (row,) = rows_in(tmp_path)
    assert (row["answer"] == '"I am Ann too, [email]"') is (inputs == "all")
    assert row["characters"] == len(PERSON)


def test_a_share_is_drawn(tmp_path: Path) -> None:
    journal = Journal(JournalSettings(directory=tmp_path, share=0.25), ABOUT)
    journal._random.seed(7)
    for _ in range(2000):
        journal.add(note())
    journal.flush()
    assert 420 < len(rows_in(tmp_path)) < 580  # 500 +- 4 standard deviations


def test_the_disk_is_bounded_and_the_oldest_go(tmp_path: Path) -> None:
    settings = JournalSettings(directory=tmp_path, inputs="all", most_bytes=1 << 20)
    journal = Journal(settings, ABOUT)
    for number in range(12):
        for _ in range(30):
            journal.add(note(f"{number} " + os.urandom(4000).hex()))
        journal.flush()
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) <= settings.most_bytes + (200 << 10)
    numbers = {json.loads(row["inputs"])["text"].split()[0] for row in rows_in(tmp_path)}
    assert "11" in numbers and "0" not in numbers


def test_memory_is_bounded_and_what_is_lost_is_counted(tmp_path: Path) -> None:
    lost: list[int] = []
    journal = Journal(JournalSettings(directory=tmp_path), ABOUT, dropped=lost.append)
    for _ in range(20_000):  # nobody writes
        journal.add(note())
    assert sum(lost) == 20_000 - 4 * 4096
    journal.flush()
    assert len(rows_in(tmp_path)) == 4 * 4096


@pytest.mark.parametrize("fault", [errno.ENOSPC, errno.EIO])
def test_a_disk_fault_loses_rows_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: int, caplog: pytest.LogCaptureFixture
) -> None:
    lost: list[int] = []
    journal = Journal(JournalSettings(directory=tmp_path), ABOUT, dropped=lost.append)
    journal.add(note())
    journal.flush()

    def fails(_: int) -> None:
        raise OSError(fault, os.strerror(fault))

    with monkeypatch.context() as broken:
        broken.setattr("modelyard.core.durable.os.fsync", fails)
        journal.add(note())
        journal.flush()
    assert lost == [1] and "are lost" in caplog.text
    assert len(rows_in(tmp_path)) == 1
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".tmp-")]
    journal.add(note())
    journal.flush()
    assert len(rows_in(tmp_path)) == 2


_WRITER = """
import sys
from pathlib import Path
from modelyard.serving.journal import Journal, JournalSettings
from modelyard.serving.noted import Note
journal = Journal(JournalSettings(directory=Path(sys.argv[1]), inputs="all"), {"name": "m", "digest": "d"})
said = False
while True:
    for i in range(200):
        journal.add(Note("id", 0.0, "POST", route="/v1/predict", status=200, rows=1, inputs={"text": ["x" * 500]},
                         answers=[{"label": "a"}]))
    journal.flush()
    if not said:
        print("ready", flush=True)
        said = True
"""


def test_killed_at_any_moment_it_leaves_whole_files_only(tmp_path: Path) -> None:
    for turn in range(3):
        process = subprocess.Popen(
            [sys.executable, "-c", _WRITER, str(tmp_path)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        assert process.stdout is not None and process.stdout.readline() == b"ready\n"
        time.sleep(0.05 + 0.037 * turn)
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
    files = list(tmp_path.glob("requests-*.parquet"))
    assert len(files) >= 3
    assert {pq.read_table(path).num_rows for path in files} == {200}  # each whole: no part of a flush is ever read
    for litter in tmp_path.glob(".tmp-*"):
        os.utime(litter, (0, 0))
    Journal(JournalSettings(directory=tmp_path), ABOUT)
    assert not list(tmp_path.glob(".tmp-*"))


def test_an_end_writes_what_is_held(tmp_path: Path) -> None:
    journal = Journal(JournalSettings(directory=tmp_path), ABOUT)
    journal.start()
    journal.add(note())
    journal.stop()
    assert len(rows_in(tmp_path)) == 1


@pytest.mark.parametrize("wrong", [{"share": 0}, {"share": 1.5}, {"inputs": "some"}, {"most_bytes": 5}])
def test_a_wrong_setting_is_said(tmp_path: Path, wrong: dict[str, Any]) -> None:
    with pytest.raises(RecipeError):
        JournalSettings(directory=tmp_path, **wrong)
