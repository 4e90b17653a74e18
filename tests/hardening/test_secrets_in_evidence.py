"""HARDENING 15 on what evidence adds: keys that stand in users' rows are in no exhibit, report, card, sheet or trail.

The data itself is the user's: bundle/, golden.json and evaluation.json keep it as it is; what is handed on does not.
"""

import csv
import json
import logging
import random
import sys

import pytest

import modelyard
from modelyard import pipeline
from modelyard.cli import main
from modelyard.core import trail, words
from modelyard.core.errors import ModelyardError
from modelyard.core.run import Run
from modelyard.serving import logs

KEYS = {
    "github": "ghp_" + "aB3dE6gH9j" * 4,
    "hub": "hf_" + "Zy8Xw5Vu2T" * 4,
    "cloud": "AKIA" + "QWERTYUIOPASDFGH",
    "token": "eyJhbGciOiJI.eyJzdWIiOiIxMjM0.SflKxwRJSMeKKF2QT4",
}
PASSWORD = "kanarie7F3kQ9"
SONGS = [*KEYS.values(), PASSWORD]
# What holds the user's rows as they are, and says so.
OF_THE_DATA = ("bundle", "artifact", "models", "checkpoints", "evaluation.json", "compressed")


@pytest.fixture(scope="module")
def finished(tmp_path_factory):
    folder = tmp_path_factory.mktemp("secrets")
    dice = random.Random(0)
    held = [*KEYS.values(), f"postgresql://me:{PASSWORD}@db.example/x", f"https://h.example/x?api_key={PASSWORD}"]
    with (folder / "rows.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["text", "group", "label"])
        for i in range(400):
            good = i % 2 == 0
            words = dice.choices(["great", "nice", "好"] if good else ["bad", "awful", "差"], k=3)
            label = "good" if good != (i % 19 == 0) else "bad"
            writer.writerow([f"{' '.join(words)} the key is {held[i % len(held)]} {i}", f"g{i % 3}", label])
    recipe = {
        "task": "text-classification",
        "data": {"train": str(folder / "rows.csv"), "inputs": "text", "target": "label"},
        "model": "linear",
        "evaluate": {"resamples": 100},
    }
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(trail.PLACE, str(folder / "trail.jsonl"))
        modelyard.run(recipe, out=folder / "run")
    return folder


def silent(text, where):
    assert not [song for song in SONGS if song in text], where


def test_nothing_that_is_handed_on_holds_a_key(finished):
    run = finished / "run"
    looked = 0
    for path in run.rglob("*"):
        if path.is_file() and path.relative_to(run).parts[0] not in OF_THE_DATA:
            silent(path.read_text(encoding="utf-8", errors="replace"), path)
            looked += 1
    assert looked >= 8
    assert list((run / "evidence").rglob("*.json"))
    silent((finished / "trail.jsonl").read_text(), "trail")


def test_the_rows_do_hold_them(finished):
    """Else nothing is shown above."""
    assert KEYS["github"] in (finished / "rows.csv").read_text()
    text = "".join(path.read_text() for path in (finished / "run" / "evidence").rglob("*.json"))
    assert "***" in text + (finished / "run" / "report.html").read_text()


def test_sheets_for_raters_hold_no_key(finished):
    dealt = pipeline.judge([finished / "run"], rows=40)
    for path in (dealt.page, dealt.table, dealt.key):
        silent(path.read_text(encoding="utf-8"), path)
    assert "***" in dealt.table.read_text(encoding="utf-8")


def test_the_terminal_shows_none(finished, monkeypatch, capsys):
    monkeypatch.setenv(trail.PLACE, str(finished / "trail.jsonl"))
    for arguments in (
        ["audit", str(finished / "run"), "--only", "labels"],
        ["trail", "show"],
        ["trail", "verify"],
        ["scan", str(finished / "run")],
        ["scan", str(finished / "run"), "--json"],
    ):
        monkeypatch.setattr(sys, "argv", ["modelyard", *arguments])
        code = 0
        try:
            main()
        except SystemExit as stop:
            code = stop.code or 0
        printed = "".join(capsys.readouterr())
        silent(printed, arguments)
        assert not code, printed


def test_findings_of_a_scan_hide_keys(tmp_path):
    (tmp_path / "config.json").write_text(json.dumps({"auto_map": {"AutoModel": KEYS["hub"]}}))
    (tmp_path / f"{KEYS['github']}.py").write_text("x")
    from modelyard.pipeline.scanning import to_json

    silent(json.dumps(to_json(pipeline.scan(tmp_path))), "scan")


LONG_KEYS = [*KEYS.values(), f"postgresql://me:{PASSWORD}@db.example/x", f"https://h.example/x?api_key={PASSWORD}"]


@pytest.mark.parametrize("key", LONG_KEYS)
def test_a_cut_through_a_key_leaves_no_part_of_it(key):
    """What is hidden after cutting is found no more: its beginning would stand there."""
    secret = PASSWORD if PASSWORD in key else key
    parts = [secret[i : i + 8] for i in range(len(secret) - 7)]
    for limit in (40, 60, 120, 160, 280):
        for before in range(limit - len(key), limit + 1):
            if before < 0:
                continue
            text = "x" * (before - 1) + " " * (before > 0) + key + " and more " * 40
            shown = words.excerpt(text, limit)
            assert not [part for part in parts if part in shown], (limit, before)


@pytest.mark.parametrize("key", LONG_KEYS)
def test_what_is_no_text_is_hidden_before_it_is_cut(key):
    secret = PASSWORD if PASSWORD in key else key
    for before in range(0, 130, 3):
        error = ModelyardError("a rule", got=["y" * before, key])
        assert not [i for i in range(len(secret) - 7) if secret[i : i + 8] in str(error)], before


def test_events_and_logs_hide_keys(tmp_path):
    told = []
    (tmp_path / "run").mkdir()
    run = Run(tmp_path / "run")
    run.subscribe(told.append)
    for key in LONG_KEYS:
        run.notice(f"cannot read {key}")
        run.emit("step", names=[key], nested={"at": {key: key}})
    silent((tmp_path / "run" / "events.jsonl").read_text(encoding="utf-8"), "events.jsonl")
    silent(json.dumps(told), "what the terminal shows")
    assert len(told) == 2 * len(LONG_KEYS)
    for key in LONG_KEYS:
        for before in range(380, 500, 7):
            record = logging.LogRecord("modelyard", 30, "x", 1, "%s %s", ("z" * before, key), None)
            line = logs.JsonFormatter().format(record)
            secret = PASSWORD if PASSWORD in key else key
            assert not [i for i in range(len(secret) - 7) if secret[i : i + 8] in line], (key, before)
