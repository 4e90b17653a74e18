"""The run directory: events, status, one owner."""

import fcntl
import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time

import pytest

from modelyard.core.errors import RunError
from modelyard.core.run import Run

HOLD = "import sys, time; from pathlib import Path; from modelyard.core.run import Run\n\
with Run(Path(sys.argv[1])).owned(): print('held', flush=True); time.sleep(60)"


def hold(path):
    process = subprocess.Popen([sys.executable, "-c", HOLD, str(path)], stdout=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "held\n"
    return process


def test_events_reach_the_file_and_the_listener(tmp_path):
    run, heard = Run(tmp_path), []
    run.subscribe(heard.append)
    run.emit("step", loss=0.5)
    run.notice("文本")
    assert [event["event"] for event in run.events()] == ["step", "notice"]
    assert [event["text"] for event in heard if event["event"] == "notice"] == ["文本"]
    assert next(run.events("step"))["loss"] == 0.5


def test_a_second_owner_is_refused_and_a_killed_one_forgotten(tmp_path):
    process = hold(tmp_path / "run")
    try:
        run = Run(tmp_path / "run")
        assert run.status == "running"
        with pytest.raises(RunError, match="another process is running"), run.owned():
            pass
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
    with run.owned():
        assert run.status == "running"  # this very process holds it
    assert run.status == "unfinished"


def try_to_own(path, start, results):
    while time.time() < start:
        time.sleep(0.001)
    try:
        with Run(path).owned():
            results.put("owner")
            time.sleep(3)
    except RunError:
        results.put("refused")


def test_of_many_starts_at_once_one_owns(tmp_path):
    context = multiprocessing.get_context("fork" if "torch" not in sys.modules else "spawn")
    results, start = context.Queue(), time.time() + 1
    processes = [context.Process(target=try_to_own, args=(tmp_path / "run", start, results)) for _ in range(12)]
    for process in processes:
        process.start()
    answers = sorted(results.get(timeout=30) for _ in processes)
    for process in processes:
        process.join()
    assert answers == ["owner"] + ["refused"] * 11


def test_a_read_only_run_has_a_status(tmp_path):
    run = Run(tmp_path / "run")
    with run.owned():
        run.emit("started")
    (tmp_path / "run").chmod(0o555)
    try:
        assert run.status == "unfinished"
    finally:
        (tmp_path / "run").chmod(0o755)
    assert os.access(tmp_path / "run", os.W_OK)


def test_a_damaged_file_is_named(tmp_path):
    (tmp_path / "plan.json").write_text("{")
    with pytest.raises(RunError, match=r"plan\.json: this file of the run cannot be read"):
        Run(tmp_path).read_json("plan.json")


def test_a_place_that_cannot_hold_a_run_is_named(tmp_path):
    (tmp_path / "file").write_text("")
    for path in (tmp_path / "file", tmp_path / "file" / "run"):
        with pytest.raises(RunError, match=r"no run can be kept here.*or give another --out"), Run(path).owned():
            pass


def test_a_look_at_the_status_is_no_owner(tmp_path):
    run = Run(tmp_path)
    with run.owned():
        pass
    look = run._lock(fcntl.LOCK_SH)
    assert run.status == "unfinished"
    threading.Timer(0.03, os.close, (look,)).start()
    with run.owned():
        assert run.status == "running"
