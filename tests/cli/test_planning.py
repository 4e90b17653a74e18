"""plan, prices and ledger on the command line: what they print, the same as JSON, and one line for a mistake."""

from __future__ import annotations

import json
import random
import subprocess
import sys

import pytest

from modelyard import cli


@pytest.fixture(autouse=True)
def own_home(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("MODELYARD_LEDGER", str(tmp_path / "ledger.jsonl"))


@pytest.fixture
def recipe(tmp_path):
    generator = random.Random(0)
    rows = "".join(f"{generator.random():.3f},{i % 2}\n" for i in range(300))
    (tmp_path / "data.csv").write_text("a,y\n" + rows, encoding="utf-8")
    path = tmp_path / "配方.yaml"
    text = f"task: tabular-classification\ndata: {{train: {tmp_path / 'data.csv'}, target: y}}\nmodel: mlp\n"
    path.write_text(text, encoding="utf-8")
    return path


def call(monkeypatch, capsys, *arguments):
    """The exit code and what was said on stdout and stderr."""
    monkeypatch.setattr("sys.argv", ["modelyard", *map(str, arguments)])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    said = capsys.readouterr()
    return ended.value.code or 0, said.out, said.err


def test_a_plan_is_printed(monkeypatch, capsys, recipe):
    code, out, _ = call(monkeypatch, capsys, "plan", recipe, "--what-if", "data x 10", "--what-if", "gpus=2")
    assert code == 0
    for part in (
        "data.csv",
        "this machine",
        "recommended",
        "what if data x 10",
        "what if gpus=2",
        "next: modelyard run",
    ):
        assert part in out


def test_json_has_the_same_content(monkeypatch, capsys, recipe):
    _, text, _ = call(monkeypatch, capsys, "plan", recipe, "train.epochs=3", "--load", "5", "--json")
    _, printed, _ = call(monkeypatch, capsys, "plan", recipe, "train.epochs=3", "--load", "5")
    quote = json.loads(text)
    assert quote["format"] == 1 and quote["rows"][0]["device"] == "this machine"
    assert quote["rows"][quote["recommended"]]["device"] in printed and quote["why"] in printed
    assert quote["serving"]["devices"] and "serving" in printed
    assert all(note in printed for note in quote["notes"])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--what-if", "faster"], "--what-if"),
        (["--what-if", "model.hiden=[3]"], "model.hiden"),
        (["--what-if", "device=h1000"], "budget.on"),
        (["budget.on=zx81"], "budget.on"),
        (["budget.usd=-1"], "budget.usd"),
        (["budget.usd=abc"], "budget.usd"),
        (["--load", "0"], "--requests-per-second"),
        (["--load", "1", "--latency", "-2"], "--latency-seconds"),
        (["--price", "1", "--price-is", "moon"], "--price-is"),
        (["--price", "1", "--price-is", "million-tokens"], "--price-is"),
        (["--load", "1", "--growth", "-3"], "--growth"),
        (["--grid", "99"], "--grid"),
    ],
)
def test_a_mistake_is_one_line_and_code_2(monkeypatch, capsys, recipe, arguments, said):
    code, out, err = call(monkeypatch, capsys, "plan", recipe, *arguments)
    assert code == 2 and out == ""
    assert err.startswith("error: ") and err.count("\n") == 1 and said in err and "Traceback" not in err


def test_prices_are_shown_updated_and_asked_by_device(monkeypatch, capsys, tmp_path):
    code, out, _ = call(monkeypatch, capsys, "prices")
    assert code == 0 and "H100-SXM-80GB" in out and "CPU" in out and "older than 90 days" in out
    mine = tmp_path / "mine.json"
    mine.write_text(json.dumps([{"device": "L4-24GB", "provider": "内部", "usd_per_hour": 0.21}]), encoding="utf-8")
    assert "1 price taken over" in call(monkeypatch, capsys, "prices", "update", mine)[1]
    _, text, _ = call(monkeypatch, capsys, "prices", "--device", "l4", "--json")
    assert [row["usd_per_hour"] for row in json.loads(text)["rows"]] == [0.21]
    assert call(monkeypatch, capsys, "prices", "--machine", "0.5")[0] == 0
    for wrong in (["update"], ["show", str(mine)], ["sell"], ["--device", "zx81"], ["--machine", "-1"]):
        code, _, err = call(monkeypatch, capsys, "prices", *wrong)
        assert code == 2 and err.startswith("error: "), wrong


def test_the_ledger_is_shown_and_its_cap_set(monkeypatch, capsys, recipe):
    assert "no run is in the ledger" in call(monkeypatch, capsys, "ledger")[1]
    assert "cap: $250.00 a month" in call(monkeypatch, capsys, "ledger", "--cap", "250")[1]
    _, text, _ = call(monkeypatch, capsys, "ledger", "--json")
    assert json.loads(text) == {"rows": [], "caps": {"*": 250.0}, "running": []}
    assert "cap" not in call(monkeypatch, capsys, "ledger", "--no-cap")[1]
    code, _, err = call(monkeypatch, capsys, "ledger", "--cap", "-5")
    assert code == 2 and "--cap" in err


@pytest.mark.parametrize(
    ("arguments", "field"),
    [
        (["budget.on=h101"], "budget.on"),
        (["--what-if", "more of it"], "--what-if"),
        (["train.parallel.tensor=3"], "train.parallel.tensor"),
        (["model.layers=2", "model.width=64", "train.parallel.tensor=5"], "train.parallel.tensor"),
        (["model.from=odd"], "config.json: model_type"),
    ],
)
def test_what_cannot_be_is_said_before_the_planner_is_loaded(tmp_path, arguments, field):
    """Nor is the data looked at: there is none."""
    (tmp_path / "odd").mkdir()
    (tmp_path / "odd" / "config.json").write_text(json.dumps({"model_type": "mycorp"}), encoding="utf-8")
    text = "task: language-modeling\ndata: {train: none.txt}\nmodel: {family: decoder, preset: tiny}\n"
    if "model.from=odd" in arguments:
        text = text.replace("preset: tiny", "from: odd")
        arguments = []
    (tmp_path / "recipe.yaml").write_text(text, encoding="utf-8")
    program = (
        "import sys; from modelyard import cli\n"
        "try: cli.main()\n"
        "except SystemExit as end: print(end.code, sorted(set(sys.modules) & set("
        "['modelyard.planning.quoting', 'modelyard.planning.looking', 'torch', 'transformers'])))"
    )
    command = [sys.executable, "-c", program, "plan", "recipe.yaml", *arguments]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "2 []", done.stderr
    assert field in done.stderr and "Traceback" not in done.stderr
