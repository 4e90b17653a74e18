"""The money of a run: dollars are a hard stop, the quote is kept and reconciled, caps refuse, kills lose nothing."""

from __future__ import annotations

import csv
import json
import os
import random
import signal
import subprocess
import sys
import time

import pytest

from modelyard import pipeline
from modelyard.cli import planning as cli
from modelyard.core.errors import RecipeError, RunError
from modelyard.core.run import Run
from modelyard.pipeline import billing
from modelyard.planning.money import prices
from modelyard.planning.money.ledger import Ledger, month_of
from modelyard.planning.quote import Quote


@pytest.fixture(autouse=True)
def own_home(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("MODELYARD_LEDGER", str(tmp_path / "ledger.jsonl"))
    monkeypatch.setenv("MODELYARD_PROJECT", "店铺")


@pytest.fixture(scope="module")
def table(tmp_path_factory):
    path = tmp_path_factory.mktemp("data") / "table.csv"
    generator = random.Random(0)
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["a", "b", "y"])
        for _ in range(400):
            a, b = generator.random(), generator.random()
            writer.writerow([round(a, 3), round(b, 3), int(a + b > 1)])
    return path


def recipe(table, **changes):
    data = {"train": str(table), "target": "y"}
    return {"task": "tabular-classification", "data": data, "model": "linear", **changes}


@pytest.fixture
def run(table, tmp_path):
    return pipeline.run(recipe(table), out=tmp_path / "run")


def test_a_run_keeps_its_quote_and_sets_the_actual_beside_it(run):
    quote = Quote.from_json(run.read_json("quote.json"))
    found = run.read_json("reconciliation.json")
    summary, plan = run.read_json("summary.json"), run.read_json("plan.json")
    assert found["seconds"] == summary["seconds"] and found["peak_memory_bytes"] == summary["peak_memory_bytes"]
    assert found["quote_seconds"] == pytest.approx(quote.here.hours.value * 3600)
    assert found["usd"] == pytest.approx(summary["seconds"] / 3600 * plan["price"]["usd_per_hour"])
    assert found["time_in_band"] == (found["quote_low_seconds"] <= found["seconds"] <= found["quote_high_seconds"])
    line = cli.reconciliation_line(run)
    assert line.startswith("  quote ") and "actual" in line and "memory" in line and "cost $" in line
    report = (run.path / "report.html").read_text(encoding="utf-8")
    assert 'id="bill"' in report and "Quote and actual" in report and "Cost against time" not in report


def test_a_run_is_in_the_ledger(run):
    (session,) = Ledger().sessions()
    assert session.state == "closed" and session.project == "店铺" and session.run == str(run.path)
    assert session.total_usd == pytest.approx(run.read_json("reconciliation.json")["usd"], abs=2e-4)
    assert session.quote_usd > 0
    again = pipeline.run(run.path / "recipe.yaml")  # finished: nothing is done, nothing is booked
    assert again.path == run.path and len(Ledger().sessions()) == 1


def test_dollars_become_the_time_that_they_buy(table, tmp_path):
    prices.set_machine(3.6)
    run = pipeline.run(recipe(table, budget={"usd": 0.05}), out=tmp_path / "run")
    assert run.read_json("plan.json")["budget_seconds"] == pytest.approx(50.0)
    quote = Quote.from_json(run.read_json("quote.json"))
    assert quote.here.usd.high <= 0.05 * (1 + 1e-6)
    both = pipeline.run(recipe(table, budget={"usd": 0.05, "minutes": 0.5}), out=tmp_path / "both")
    assert both.read_json("plan.json")["budget_seconds"] == pytest.approx(30.0), "the shorter of the two"


def test_a_price_of_nothing_sets_no_limit(table, tmp_path):
    prices.set_machine(0.0)
    with pytest.raises(RecipeError, match=r"budget.usd.*nothing an hour"):
        pipeline.run(recipe(table, budget={"usd": 5}), out=tmp_path / "run")
    free = pipeline.run(recipe(table), out=tmp_path / "free")
    assert free.read_json("reconciliation.json")["usd"] == 0.0


def test_a_budget_for_another_device_is_refused_here_and_planned_anywhere(table, tmp_path, monkeypatch):
    wanted = recipe(table, model="mlp", budget={"usd": 200, "on": "h100"})
    with pytest.raises(RecipeError, match=r"budget.on.*H100-SXM-80GB"):
        pipeline.run(wanted, out=tmp_path / "run")
    assert not (tmp_path / "run" / "bundle").exists()
    assert {row.device for row in pipeline.plan(wanted).rows} == {"this machine", "H100-SXM-80GB"}
    from modelyard.planning import machine

    monkeypatch.setattr(machine, "accelerators", lambda: ["NVIDIA H100 80GB HBM3"])
    assert machine.accelerator() == "H100-SXM-80GB"
    price = billing.price_here(pipeline.read_recipe(wanted))
    assert price.device == "H100-SXM-80GB"
    monkeypatch.setattr(machine, "accelerators", lambda: ["NVIDIA H100 PCIe"])
    assert machine.accelerator() == "H100-PCIe-80GB"
    monkeypatch.setattr(machine, "accelerators", lambda: ["Something Else 9000"])
    assert machine.accelerator() is None


def test_a_cap_refuses_the_run_before_it_begins(table, tmp_path):
    prices.set_machine(1000.0)
    book = Ledger()
    book.set_cap(0.001)
    with pytest.raises(RunError, match="month's cap"):
        pipeline.run(recipe(table), out=tmp_path / "run")
    assert not (tmp_path / "run" / "bundle").exists() and book.sessions() == []
    book.set_cap(None)
    done = pipeline.run(recipe(table), out=tmp_path / "run")
    assert done.status == "finished"
    assert book.spent(month_of(time.time())) == pytest.approx(done.read_json("reconciliation.json")["usd"], abs=0.3)


def test_a_run_that_cannot_be_booked_runs_and_says_so(table, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("x")
    monkeypatch.setenv("MODELYARD_LEDGER", str(tmp_path / "file" / "ledger.jsonl"))
    done = pipeline.run(recipe(table), out=tmp_path / "run")
    assert done.status == "finished"
    assert any("not in the ledger" in event["text"] for event in done.events("notice"))


def test_dollars_are_a_hard_stop_through_a_kill_and_leave_a_usable_model(table, tmp_path):
    """The second process goes on with the first quote, and what the first one spent counts, once."""
    pytest.importorskip("torch")
    prices.set_machine(3600.0)  # a dollar a second
    file = tmp_path / "recipe.json"
    train = {"steps": 1_000_000, "early_stopping": None, "compile": False, "threads": 1, "precision": "fp32"}
    file.write_text(json.dumps(recipe(table, model={"family": "mlp", "hidden": [8]}, train=train)))
    program = (
        "import json, sys; from modelyard import pipeline; from modelyard.planning.money import ledger;"
        "ledger.BEAT_SECONDS = 0.1;"
        "pipeline.run(json.load(open(sys.argv[1])), out=sys.argv[2], overrides=sys.argv[3:])"
    )
    command = [sys.executable, "-c", program, str(file), str(tmp_path / "run"), "budget.usd=22"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 60
    while not (tmp_path / "run" / "checkpoints" / "mlp").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    first = (tmp_path / "run" / "quote.json").read_bytes()
    (lost,) = Ledger().sessions()
    assert lost.state == "lost" and lost.total_usd > 0
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    run = Run(tmp_path / "run")
    assert run.status == "finished" and (run.path / "quote.json").read_bytes() == first
    sessions = Ledger().sessions()
    assert [one.state for one in sessions] == ["lost", "closed"]
    assert sessions[1].quote_usd < sessions[0].quote_usd, "what is spent is not held again"
    spent = sum(one.total_usd for one in sessions)
    assert spent > 0.9 * run.read_json("reconciliation.json")["usd"], "the ledger also counts what a kill undid"
    assert run.read_json("models/mlp/training.json")["steps"] < 1_000_000
    assert run.read_json("plan.json")["budget_seconds"] == pytest.approx(22.0)
    assert pipeline.load(run.path).predict([{"a": 0.9, "b": 0.9}])[0]["label"] in ("0", "1")


def test_a_plan_that_fails_does_not_stop_a_run(table, tmp_path, monkeypatch):
    def fail(recipe):
        raise RecipeError("the planner does not know this", where="plan")

    monkeypatch.setattr(billing, "plan", fail)
    done = pipeline.run(recipe(table), out=tmp_path / "run")
    assert done.status == "finished" and not (done.path / "quote.json").exists()
    assert any("there is no quote" in event["text"] for event in done.events("notice"))
    assert cli.reconciliation_line(done).startswith("  took ")
