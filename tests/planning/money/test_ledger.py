"""The ledger: what is spent is kept through kills, caps hold among several processes, torn lines hurt nothing."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from modelyard.core.errors import RecipeError, RunError
from modelyard.planning.money import ledger
from modelyard.planning.money.ledger import Ledger, by_project, month_of

DAY = 86_400.0


@pytest.fixture
def book(tmp_path):
    return Ledger(tmp_path / "ledger.jsonl")


def opened(book, usd=1.0, project="shop", run="runs/a", rate=3600.0):
    return book.session(run=run, project=project, quote_usd=usd, quote_seconds=10.0, usd_per_hour=rate)


def test_a_session_books_its_quote_and_what_it_spent(book):
    with opened(book, rate=3600.0) as meter:  # a dollar a second
        time.sleep(0.05)
        meter.note()
        assert [one.state for one in book.sessions()] == ["open"]
    (one,) = book.sessions()
    assert one.state == "closed" and one.project == "shop" and one.quote_usd == 1.0
    assert 0.05 <= one.total_usd < 5.0 and one.seconds == pytest.approx(one.total_usd, abs=2e-3)
    (row,) = by_project(book.sessions())
    assert row["month"] == month_of(time.time()) and row["runs"] == 1 and row["usd"] == one.total_usd
    assert not list((book.path.with_suffix(".sessions")).iterdir()), "the session's file is gone"


def test_an_error_inside_closes_the_session(book):
    with pytest.raises(KeyError), opened(book):
        raise KeyError("x")
    assert [one.state for one in book.sessions()] == ["closed"]


def test_a_cap_refuses_what_would_break_it_and_counts_runs_that_go_on(book):
    book.set_cap(10.0)
    with opened(book, usd=6.0, rate=0.0):
        with (
            pytest.raises(RunError, match=r"month's cap of \$10.00.*held by runs that go on") as error,
            opened(book, usd=5.0),
        ):
            pass
        assert "budget.usd to 4.00" in error.value.remedy
        with opened(book, usd=4.0, run="runs/b", rate=0.0):
            pass
    with opened(book, usd=10.0, rate=0.0):  # what was only quoted is free again
        pass
    book.set_cap(None)
    with opened(book, usd=1e6, rate=0.0):
        pass


def test_a_cap_of_one_project_leaves_others_alone(book):
    book.set_cap(1.0, "shop")
    with pytest.raises(RunError, match="cap of shop"), opened(book, usd=2.0):
        pass
    with opened(book, usd=2.0, project="lab", rate=0.0):
        pass
    assert book.caps() == {"shop": 1.0}


@pytest.mark.parametrize("wrong", [-1.0, float("nan"), float("inf")])
def test_a_cap_is_an_amount(book, wrong):
    with pytest.raises(RecipeError, match="--cap"):
        book.set_cap(wrong)


def test_last_months_money_does_not_count(book, monkeypatch):
    now = time.time()
    monkeypatch.setattr(ledger.time, "time", lambda: now - 40 * DAY)
    with opened(book, usd=9.0, rate=3600.0) as meter:
        time.sleep(0.02)
        meter.note()
    monkeypatch.setattr(ledger.time, "time", lambda: now)
    book.set_cap(1.0)
    assert book.spent(month_of(now)) == 0.0 and book.spent(month_of(now - 40 * DAY)) > 0
    with opened(book, usd=1.0, rate=0.0):
        pass


def test_torn_foreign_and_mad_lines_are_as_if_they_were_not_there(book):
    with opened(book, rate=0.0):
        pass
    with book.path.open("a", encoding="utf-8") as file:
        file.write('{"do": "spent", "session": "nobody", "time": 1, "usd": 5}\n')
        file.write('{"do": "open", "session": 7}\n[1]\nnull\n{"do": "cap", "project": 3, "usd": 1}\n')
        file.write('{"do": "spent", "session": "' + book.sessions()[0].id + '", "time": 5e9, "usd": -4}\n')
        file.write('{"do": "op')
    assert len(book.sessions()) == 1 and book.sessions()[0].total_usd == 0.0 and book.caps() == {}
    with opened(book, rate=0.0):  # a torn last line takes no other with it
        pass
    assert len(book.sessions()) == 2


CHILD = """
import sys, time
from pathlib import Path
from modelyard.planning.money import ledger
ledger.BEAT_SECONDS = 0.05
book = ledger.Ledger(Path(sys.argv[1]))
try:
    with book.session(run=sys.argv[2], project="p", quote_usd=float(sys.argv[3]), quote_seconds=1, usd_per_hour=3600):
        print("in", flush=True)
        time.sleep(float(sys.argv[4]))
except Exception as error:
    print(type(error).__name__, flush=True)
"""


def child(book, name, usd, seconds):
    return subprocess.Popen(
        [sys.executable, "-c", CHILD, str(book.path), name, str(usd), str(seconds)], stdout=subprocess.PIPE, text=True
    )


def test_a_killed_run_keeps_what_it_noted_and_holds_nothing(book):
    process = child(book, "runs/a", 50.0, 60)
    assert process.stdout.readline().strip() == "in"
    deadline = time.monotonic() + 20
    while book.sessions()[0].total_usd <= 0.05 and time.monotonic() < deadline:
        time.sleep(0.02)
    (one,) = book.sessions()
    assert one.state == "open" and one.reserved_usd > 40
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    process.stdout.close()
    (one,) = book.sessions()
    assert one.state == "lost" and one.reserved_usd == 0.0 and one.total_usd > 0.05
    book.set_cap(30.0)
    with opened(book, usd=20.0, rate=0.0):  # its fifty are no longer held
        pass


def test_of_many_that_start_at_once_the_cap_lets_in_as_many_as_fit(book):
    book.set_cap(1000.0)
    children = [child(book, f"runs/{i}", 300.0, 3.0) for i in range(6)]
    answers = []
    for process in children:
        answers.append(process.stdout.readline().strip())
        process.stdout.close()
    for process in children:
        process.wait()
    assert sorted(answers) == ["RunError"] * 3 + ["in"] * 3
    lines = [json.loads(line) for line in book.path.read_text().splitlines()]
    assert sum(line["do"] == "open" for line in lines) == 3


def test_a_place_that_cannot_be_written_is_one_error(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises((RunError, OSError)):
        Ledger(tmp_path / "file" / "ledger.jsonl").set_cap(1.0)


def test_the_place_is_named_by_the_environment(tmp_path, monkeypatch):
    monkeypatch.setenv("MODELYARD_LEDGER", str(tmp_path / "x.jsonl"))
    assert Ledger().path == tmp_path / "x.jsonl"
    monkeypatch.setenv("MODELYARD_PROJECT", "店铺")
    assert ledger.project_of(tmp_path) == "店铺"
    monkeypatch.delenv("MODELYARD_PROJECT")
    assert ledger.project_of(tmp_path) == tmp_path.name
