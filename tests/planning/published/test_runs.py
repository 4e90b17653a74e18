"""Published rows as questions: what they say is kept, what they leave out is named, and the benchmark's errors."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from modelyard.core.errors import DataError
from modelyard.planning.published import rows
from modelyard.planning.published import runs as published
from modelyard.planning.published.decoding import generation
from modelyard.planning.published.networks import architecture

ROOT = Path(__file__).parents[3]
ROW = {
    "id": "x/1",
    "source_id": "x",
    "kind": "train",
    "confidence": "high",
    "model": {
        "name": "Llama-3.1-8B", "params": 8030261248, "layers": 32, "hidden": 4096, "heads": 32, "kv_heads": 8,
        "ffn": 14336, "vocab": 128256, "seq_len": 8192,
    },
    "hardware": {"gpu": "H100-SXM-80GB", "count": 64, "internode": "8x200 Gb/s HDR IB per node"},
    "layout": {"dp": 32, "tp": 2, "pp": 1, "fsdp": 32, "zero": 3, "recompute": "full"},
    "batch": {"micro": 2, "global_sequences": 256},
    "precision": "bf16-mixed",
    "measured": {"tokens_per_s_per_gpu": 5000},
}  # fmt: skip


def without(section, *names):
    return ROW | {section: {key: value for key, value in ROW[section].items() if key not in names}}


def test_a_whole_row_is_asked_as_it_stands():
    run = published.run(ROW)
    assert run.assumed == ()
    assert (run.layout.data, run.layout.tensor, run.layout.zero, run.layout.micro_batch) == (32, 2, 3, 2)
    assert run.layout.recompute == "full" and run.layout.devices == 64
    assert run.device.network_bandwidth == 25e9
    assert run.architecture.parameters == ROW["model"]["params"]
    seconds = published.measured_seconds(run)
    assert seconds == pytest.approx(256 * 8192 / 5000 / 64)


@pytest.mark.parametrize(
    ("row", "assumed"),
    [
        (without("batch", "micro"), {"micro"}),
        (without("batch", "global_sequences"), {"global_sequences"}),
        (without("layout", "recompute"), {"recompute"}),
        (without("hardware", "count"), {"count"}),
        (ROW | {"layout": {}}, {"layout", "recompute"}),
    ],
)
def test_what_a_row_leaves_out_is_named(row, assumed):
    assert set(published.run(row).assumed) == assumed


def test_nothing_measured_is_looked_at():
    other = ROW | {"measured": {"tokens_per_s_per_gpu": 1, "mfu": 0.01, "mem_gib_per_gpu": 1}}
    mine, theirs = published.run(ROW), published.run(other)
    assert (mine.layout, mine.architecture, mine.training) == (theirs.layout, theirs.architecture, theirs.training)


def test_the_gate_the_ties_and_the_head_width_follow_from_the_parameters():
    gemma = {
        "name": "gemma-2b", "params": 2506172416, "layers": 18, "hidden": 2048, "heads": 8, "kv_heads": 1,
        "ffn": 16384, "vocab": 256000, "tied_embeddings": True,
    }  # fmt: skip
    qwen = {
        "name": "Qwen3-30B-A3B", "params": 30532122624, "layers": 48, "hidden": 2048, "heads": 32, "kv_heads": 4,
        "ffn": 768, "vocab": 151936, "experts": 128, "experts_per_token": 8,
    }  # fmt: skip
    assert architecture(gemma).parameters == pytest.approx(gemma["params"], rel=1e-3)
    assert next(b for b in architecture(gemma).blocks if b.attention).attention.head_width == 256
    assert architecture(qwen).parameters == pytest.approx(qwen["params"], rel=1e-3)


def test_a_row_that_says_too_little_is_no_question():
    assert published.run(ROW | {"hardware": {"gpu": "abacus"}}) is None
    assert published.run(without("model", "layers", "params")) is None
    assert published.run(without("model", "layers")).assumed == ("architecture",)
    assert generation(ROW | {"kind": "infer", "measured": {}}) is None
    with pytest.raises(DataError, match=r"model\.hidden"):
        architecture({"name": "n", "layers": 2})


def test_a_broken_file_names_the_line(tmp_path):
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps(ROW) + "\n{\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"rows\.jsonl:2: is no JSON"):
        rows.read(path)
    path.write_text('{"id": "a"}\n', encoding="utf-8")
    with pytest.raises(DataError, match=r"rows\.jsonl:1: a row must have kind"):
        rows.read(path)


def _errors(rows: Path, tmp_path: Path) -> list[dict]:
    out = tmp_path / "out.json"
    command = [sys.executable, str(ROOT / "benchmarks" / "planner.py"), "--runs", str(rows), "--json", str(out)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(out.read_text(encoding="utf-8"))


def test_a_source_never_seen_is_predicted(tmp_path):
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps(ROW) + "\n", encoding="utf-8")
    (line,) = _errors(path, tmp_path)
    assert line["kind"] == "step time" and line["low"] < line["predicted"] < line["high"]
    assert abs(line["error"]) < 0.5


@pytest.mark.skipif("MODELYARD_DATA" not in os.environ, reason="MODELYARD_DATA names no folder of real data")
def test_errors_on_sources_left_out_stay_within_the_targets(tmp_path):
    """The targets of the planner: see benchmarks/results/planner.md for all of them."""
    rows = Path(os.environ["MODELYARD_DATA"]).parent / "planner" / "published_runs.jsonl"
    if not rows.exists():
        pytest.skip(f"{rows} does not exist")
    lines = [line for line in _errors(rows, tmp_path) if line["trusted"]]

    def of(kind, share):
        errors = sorted(abs(line["error"]) for line in lines if line["kind"] == kind)
        return errors[min(len(errors) - 1, int(share * len(errors)))]

    assert of("step time", 0.5) <= 0.12 and of("step time", 0.9) <= 0.30
    assert of("tokens/s", 0.5) <= 0.15
    for kind in ("step time", "tokens/s"):
        inside = [line["inside"] for line in lines if line["kind"] == kind]
        assert 0.85 <= sum(inside) / len(inside) <= 0.95, kind


@pytest.mark.parametrize(
    ("section", "name", "value", "says"),
    [
        ("layout", "tp", "eight", r"layout\.tp: must be a whole number >= 1"),
        ("layout", "zero", -1, r"layout\.zero: must be a whole number >= 0"),
        ("batch", "micro", 1.5, r"batch\.micro: must be a whole number"),
        ("hardware", "gpu", 8, r"hardware\.gpu: must be a text"),
        ("model", "params", 0, r"model\.params: must be a number above 0"),
        ("model", "layers", float("inf"), r"model\.layers: must be a whole number"),
    ],
)
def test_a_field_that_is_none_of_what_it_may_be_is_named(section, name, value, says):
    with pytest.raises(DataError, match=says):
        rows.checked(ROW | {section: {**ROW.get(section, {}), name: value}})


def test_what_is_checked_says_the_same():
    whole = rows.checked(ROW)
    assert published.run(whole).training == published.run(ROW).training
    assert rows.checked(whole) == whole
    floats = rows.checked(ROW | {"batch": {name: float(size) for name, size in ROW["batch"].items()}})
    assert floats["batch"] == whole["batch"] and all(type(size) is int for size in floats["batch"].values())
    assert rows.checked(ROW | {"measured": {"mfu": float("nan"), "note": "?"}})["measured"] == {}
    assert rows.checked(ROW | {"layout": {"fsdp": True}})["layout"]["zero"] == 3
