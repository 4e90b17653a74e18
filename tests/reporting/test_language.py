"""The report and the card of a language model hold what they must, in words that a reader knows."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from made_language import HOSTILE, POEM, write_language_run

from modelyard.core import durable
from modelyard.core.run import Run
from modelyard.evaluation.verdict import sentence, verdict_lines
from modelyard.reporting import names
from modelyard.reporting.report import report


def _page(run: Run) -> str:
    report(run)
    return (run.path / "report.html").read_text(encoding="utf-8")


def _text(page: str) -> str:
    """What a reader sees, with single blanks."""
    body = re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return write_language_run(tmp_path / "poems")


def test_the_page_says_what_a_language_model_is_worth(run: Run) -> None:
    text = _text(_page(run))
    for said in (
        "Language modeling",
        "1.25 MB of text",
        "2.281 bits per byte [2.240, 2.320]",
        "on 103 unseen documents, 62.5 kB (test)",
        "0.210 [0.190, 0.230] lower than 4-gram Kneser-Ney",
        "gzip -9 4.343",
        "Per token written 11 ms",
        "Time per 1,000 tokens scored 252 ms",
        "Training speed 1,816 tokens/s",
        "11.8 % (MFU)",
        "tokens/s (at the end 11.8 % of the measured peak)",
        "gradient norm",
        "memory in GB",
        "validation bits per byte",
        "learning rate",
        "12 runs of blanks or empty lines at line ends",
        "vocabulary of 4,096 tokens",
        "Chinese 1,800 1 MB 89.3 % 400,000 2.50",
        "all 1,860 1.12 MB 100.0 % 430,000 2.60",
        "1.2 % of the tokens, on average, stand in a run of 13 tokens",
        "the recipe names decoder; bits per byte 2.3",
        "modelyard generate",
        "localhost:8000/v1/completions",
    ):
        assert said in text, said
    assert "bits/byte" not in text and "an answer" not in text and "rows" not in text


def test_samples_stand_beside_what_really_followed(run: Run) -> None:
    page = _page(run)
    text = _text(page)
    assert "What it writes" in text and "The least likely documents" in text
    assert "the likeliest tokens" in text
    assert "drawn at temperature 0.8" in text and "what really follows 在危猶騁麗" in text
    assert POEM.splitlines()[2] in text and "bits per byte 3.872" in text and "25.0 %" in text
    assert "<script" not in page and HOSTILE not in page  # a model writes anything
    assert page.count("。\n") < 60 and "(90 lines)" in text  # what repeats itself does not fill the page


def test_a_reader_sees_no_folders_of_another_disk(run: Run) -> None:
    page = _page(run)
    card = (run.path / "card.md").read_text(encoding="utf-8")
    recipe = page.index('id="recipe"')
    assert "/home/someone" not in page[:recipe] and "/home/someone" not in card
    assert "tang/1.txt" in page


@pytest.mark.parametrize(
    ("source", "place", "shown"),
    [
        ("${DATA}/poems/tang.txt", "/mnt/poems/tang.txt", "tang.txt"),
        ("${DATA}/poems/**/*.txt", "/mnt/poems/a/b.txt", "a/b.txt"),
        ("${ALL}", "/mnt/poems/a.txt", "a.txt"),
        ("docs/", "docs/a/b.md", "docs/a/b.md"),
        ("/srv/docs/*.md", "/srv/docs/b.md", "b.md"),
        ("hf://someone/texts", "train-00000.parquet:7", "train-00000.parquet:7"),
    ],
)
def test_places_within_what_the_recipe_names(source: str, place: str, shown: str) -> None:
    assert names.place(place, [source]) == shown


def test_the_card(run: Run) -> None:
    _page(run)
    card = (run.path / "card.md").read_text(encoding="utf-8")
    assert "To continue texts, and to score how likely they are" in card
    assert "- train: 1,860 sections, 1.12 MB" in card
    assert "what it writes may be false" in card and "2.9 %" in card
    assert "| bits per byte | 2.281" in card
    assert "<script" not in card and "&lt;/blockquote&gt;" in card


def test_it_reports_before_the_evaluation_and_without_a_generator(tmp_path: Path) -> None:
    run = write_language_run(tmp_path / "ngram", samples=[], documents=[], contamination={"run": 13, "mean": 0.0})
    text = _text(_page(run))
    assert "What it writes" not in text and "No run of 13 tokens of the test documents" in text
    for name in ("evaluation.json", "claims.json", "tokens/train.json"):
        (run.path / name).unlink()
    assert "This run is not evaluated yet" in _text(_page(run))


@pytest.fixture
def chat(tmp_path: Path) -> Run:
    """A run over conversations: the model beside the one that it started from."""
    samples = [{"prompt": "What is a poem?", "answer": "It rhymes.", "before": " \n"}]
    run = write_language_run(tmp_path / "chat", samples=samples, rows="conversations", contamination={})
    (run.path / "recipe.yaml").write_text("task: instruction\ndata: {train: chats.jsonl}\n", encoding="utf-8")
    (run.path / "bundle" / "corpus.json").unlink()
    bundle = {
        "counts": {"read": 1_250, "train": 1_000, "validation": 123, "test": 124, "dropped_duplicates": 3},
        "bytes": {"train": 90_000, "validation": 11_000, "test": 12_000},
        "sequences": 1,
        "sources": [{"split": "train", "paths": ["/data/chats.jsonl"], "layout": "messages in messages"}],
    }
    durable.write_json(run.path / "bundle" / "conversations.json", bundle)
    durable.write_json(run.path / "models" / "selection.json", {"shipped": "decoder", "cheap": "decoder"})
    evaluation: dict[str, Any] = run.read_json("evaluation.json")
    verdict = evaluation["verdict"]
    verdict["gain"] |= {"over": "the base model", "family": "decoder"}
    verdict["cost"]["cheap"] = {"name": "decoder", "seconds": None}
    verdict["sentence"] = sentence(verdict)
    durable.write_json(run.path / "evaluation.json", evaluation)
    return run


def test_conversations_stand_beside_the_model_they_started_from(chat: Run) -> None:
    text = _text(_page(chat))
    for said in (
        "Better than the model it started from The decoder model beats the base model (bits per byte lower by",
        "its answer It rhymes. the model it started from (nothing)",
        "Questions of conversations that it was not trained on, and what it answers.",
        "1,247 conversations",
        "chats.jsonl messages in messages 1,250 conversations 113 kB of answers 3 left out that stood there already",
        "1,000 conversations, 90 kB",
        "modelyard chat",
        "/v1/chat/completions",
    ):
        assert said in text, said
    for said in ("cheap", "documents", "text.txt", "{'"):
        assert said not in text.replace("near duplicates", ""), said
    card = (chat.path / "card.md").read_text(encoding="utf-8")
    assert "To answer in conversations" in card and "train: 1,000 conversations, 90 kB" in card
    assert "what it says may be false" in card


def test_the_terminal_says_it_in_bits_and_tokens(run: Run) -> None:
    evaluation: dict[str, Any] = run.read_json("evaluation.json")
    evaluation["verdict"]["sentence"] = sentence(evaluation["verdict"])
    lines = verdict_lines(evaluation)
    assert lines[0] == "verdict   bits per byte 2.281 [2.240, 2.320] on 103 unseen documents (62.5 kB)"
    assert lines[1].split("      ") == [
        "  gzip -9 4.343",
        "4-gram Kneser-Ney 2.49",
        "bits per byte lower by 0.210 [0.190, 0.230]",
    ]
    assert "The decoder model beats the cheap baseline, 4-gram Kneser-Ney" in lines[2]
    assert lines[2].endswith(
        "It costs 5.7 min of training against 2.4 s, 11 ms a token written and 252 ms per 1,000 tokens scored "
        "against 7.4 ms."
    )


def test_one_document_is_an_impression_and_has_no_interval(run: Run) -> None:
    evaluation: dict[str, Any] = run.read_json("evaluation.json")
    evaluation["notes"] = ["only 1 document could be judged: a first impression, not evidence; judge it on more text"]
    evaluation["verdict"]["gain"] |= {"interval": None, "p_value": None, "outcome": "tie"}
    evaluation["verdict"]["sentence"] = sentence(evaluation["verdict"])
    assert verdict_lines(evaluation)[1].endswith("bits per byte lower by 0.2100")
    durable.write_json(run.path / "evaluation.json", evaluation)
    text = _text(_page(run))
    assert "0.2100 lower than 4-gram Kneser-Ney Only 1 document could be judged: a first impression" in text
    assert "0.2100 lower than 4-gram Kneser-Ney.\n" in (run.path / "card.md").read_text(encoding="utf-8")
