"""One small language model from text to report, and what its evaluation, its files and the other verbs say."""

from __future__ import annotations

import csv
import math
import random
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from modelyard import pipeline
from modelyard.core.errors import RequestError
from modelyard.core.run import Run
from modelyard.data.sections import read_sections
from modelyard.evaluation import continuations

LINES = 400
ENGLISH = ("The sea was calm.", "A ship came over it,", "slowly, with salt in its sails.", "Nobody saw the island.")
CHINESE = ("春江潮水連海平，海上明月共潮生。", "灩灩隨波千萬里，何處春江無月明。")


def prose(seed: int) -> str:
    dice = random.Random(seed)
    lines = (dice.choice(ENGLISH if dice.random() < 0.7 else CHINESE) + f" {dice.randint(0, 99)}" for _ in range(LINES))
    return "\n\n".join(lines)


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    folder = tmp_path_factory.mktemp("language")
    (folder / "text.txt").write_text(prose(0), encoding="utf-8")
    model = {"family": "decoder", "layers": 1, "width": 32, "heads": 2, "max_length": 32, "vocabulary": 300}
    train = {"steps": 6, "batch_size": 4, "evaluations": 2, "threads": 1, "precision": "fp32", "compile": False}
    data = {"train": str(folder / "text.txt"), "section_characters": 256, "deduplicate": "none"}
    recipe: dict[str, Any] = {"task": "language-modeling", "data": data, "model": model, "train": train}
    return pipeline.run({**recipe, "evaluate": {"resamples": 100}}, out=folder / "runs" / "sea")


def test_figures_stand_beside_compressors_and_ngrams(run: Run) -> None:
    evaluation = run.read_json("evaluation.json")
    claims = {(claim["subject"], claim["name"]): claim for claim in run.read_json("claims.json")}
    for subject in ("model", "gzip -9", "xz -9e", "4-gram Kneser-Ney"):
        assert 0 < claims[subject, "bits_per_byte"]["value"] < 9
    low, high = claims["model", "bits_per_byte"]["interval"]
    assert low < claims["model", "bits_per_byte"]["value"] < high
    assert ("gzip -9", "perplexity") not in claims  # a compressor counts no tokens
    assert evaluation["bytes"] == run.read_json("bundle/corpus.json")["bytes"]["test"]
    cost = evaluation["verdict"]["cost"]
    assert cost["model"]["milliseconds_per_token"] > 0 and cost["model"]["milliseconds_per_1000_tokens"] > 0
    assert cost["cheap"]["milliseconds_per_token"] is None and "milliseconds" not in cost["model"]
    assert "a token written and" in evaluation["verdict"]["sentence"]


def test_samples_continue_unseen_text_and_say_what_follows(run: Run) -> None:
    from modelyard.data.corpus import Corpus

    texts = list(Corpus.open(run.path / "bundle").texts("test"))
    samples = run.read_json("evaluation.json")["samples"]
    assert 1 <= len(samples) <= continuations.SHOWN
    for sample in samples:
        assert sample["prompt"] and sample["truth"] and sample["likeliest"]
        assert any(text.startswith(sample["prompt"] + sample["truth"]) for text in texts)


def test_continuations_are_bounded_in_time_and_the_same_for_a_seed(run: Run) -> None:
    predictor = pipeline.load(run.path)
    rows = {"text": [prose(i)[:900] for i in range(30)]}
    places = [str(i) for i in range(30)]
    first = continuations.continuations(predictor, rows, places, seed=3)
    assert first.samples == continuations.continuations(predictor, rows, places, seed=3).samples
    assert first.milliseconds is not None and len({sample["place"] for sample in first.samples}) == 4
    cut = continuations.continuations(predictor, rows, places, seed=3, seconds=0.0)
    assert len(cut.samples) == 4
    assert all(len(sample["likeliest"]) < len(first.samples[0]["likeliest"]) for sample in cut.samples)
    short = continuations.continuations(predictor, {"text": ["a", "很好"]}, places[:2], seed=3)
    assert short == continuations.Continued(samples=[], milliseconds=None)


def test_any_text_is_evaluated(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "other.txt"
    file.write_text(prose(1), encoding="utf-8")
    claims, evaluation = pipeline.evaluate(run.path, str(file))
    value = next(claim for claim in claims if (claim.subject, claim.name) == ("model", "bits_per_byte"))
    assert value.split == str(file) and value.interval and evaluation["bytes"] == len(prose(1).encode())
    predictor = pipeline.load(run.path)
    texts, _, count = read_sections(str(file), _section(file), 10**9)
    nats = predictor.outputs({"text": texts})[:, 0].sum()
    assert count == len(texts) and value.value == pytest.approx(nats / math.log(2) / len(prose(1).encode()))
    file.write_text("春江潮水連海平", encoding="utf-8")  # of one document no test can be made
    gain = pipeline.evaluate(run.path, str(file))[1]["verdict"]["gain"]
    assert (gain["interval"], gain["p_value"], gain["outcome"]) == (None, None, "tie")


def _section(file: Path) -> Any:
    from modelyard.core.recipe import Data

    return Data(train=(str(file),), section_characters=256)


def test_a_sample_of_sections_is_spread_and_bounded(tmp_path: Path) -> None:
    file = tmp_path / "long.txt"
    file.write_text("".join(prose(i) + "\n\n" for i in range(12)), encoding="utf-8")
    texts, places, count = read_sections(str(file), _section(file), 20_000)
    whole = read_sections(str(file), _section(file), 10**9)[0]
    assert count == len(whole) and len(texts) == len(places) < count
    assert 8_000 < sum(len(text.encode()) for text in texts) <= 40_000
    at = np.array([whole.index(text) for text in texts]) / count
    assert at.min() < 0.2 and at.max() > 0.8
    assert texts == read_sections(str(file), _section(file), 20_000)[0]


def test_every_document_of_a_file_is_scored(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "The sea was calm."}\n{"text": "春江潮水連海平"}\n', encoding="utf-8")
    assert pipeline.predict(run.path, str(tmp_path / "a.jsonl"), tmp_path / "o.csv") == ["2 documents scored"]
    with (tmp_path / "o.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["place"].rpartition(":")[2] for row in rows] == ["1", "2"] and rows[1]["bytes"] == "21"
    answer = pipeline.load(run.path).predict([{"text": "春江潮水連海平"}])[0]
    assert float(rows[1]["bits_per_byte"]) == pytest.approx(-answer["log_likelihood"] / math.log(2) / 21)


def test_conversations_are_refused_with_what_to_type(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    predictor = pipeline.load(run.path)
    monkeypatch.setattr(type(predictor.task), "sort", "conversations")
    for call in (pipeline.evaluate, lambda path, data: pipeline.predict(path, data, tmp_path / "o.csv")):
        with pytest.raises(RequestError, match="modelyard generate RUN --file"):
            call(run.path, "a.jsonl")


def test_the_runs_are_listed_with_the_price_of_a_token(run: Run) -> None:
    (row,) = pipeline.runs(run.path.parent)
    assert (
        row["status"] == "finished" and row["metric"].startswith("bits per byte ") and "bits/byte" not in row["metric"]
    )
    assert row["cost"].endswith(" ms a token written")


def test_its_report_holds_samples_and_curves(run: Run) -> None:
    page = (run.path / "report.html").read_text(encoding="utf-8")
    for said in ("What it writes", "what really follows", "Tokens of the training text", "The least likely documents"):
        assert said in page, said
