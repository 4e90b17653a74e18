"""Metrics of written answers: equal to the reference implementations, on made and on real pairs."""

import json
import os
import re
import string
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
import sacrebleu
from hypothesis import given, settings
from hypothesis import strategies as st
from rouge_score import rouge_scorer, tokenizers

from modelyard.metrics import text as texts
from modelyard.metrics._metric import Undefined
from modelyard.metrics.text_tokens import normalised, pieces, words, writing

ENGLISH = (
    ["The cat sat on the mat.", "Hello there, general!", "It's 3.50 dollars.", "", "a b c d e f g"],
    ["The cat is on the mat.", "Hello there General Kenobi", "It costs 3.50 dollars!", "Something", "a b c x d e f"],
)
CHINESE = (["天空是蓝色的。", "我今天去了 Beijing 的故宫", "好"], ["天空很蓝。", "我昨天去过 Beijing 故宫", "很好"])
sentences = st.lists(
    st.sampled_from(["the", "a", "cat", "dog", "sat", "ran", "on", "my", "mat", ",", ".", "don't", "好", "天空"]),
    max_size=12,
).map(" ".join)


class Words(tokenizers.Tokenizer):
    def tokenize(self, text):
        return words(text)


@settings(max_examples=80, deadline=None)
@given(ours=sentences, truth=sentences)
def test_rouge_is_googles(ours, truth):
    wanted = rouge_scorer.RougeScorer(["rouge1", "rouge2", "rougeL"], tokenizer=Words()).score(truth, ours)
    for kind in ("1", "2", "L"):
        assert texts.rouge(ours, truth, kind) == pytest.approx(wanted[f"rouge{kind}"].fmeasure, abs=1e-12)


def test_english_words_are_those_of_googles_own_tokenizer():
    scorer = rouge_scorer.RougeScorer(["rouge1", "rouge2", "rougeL"])
    for ours, truth in zip(*ENGLISH, strict=True):
        wanted = scorer.score(truth, ours)
        for kind in ("1", "2", "L"):
            assert texts.rouge(ours, truth, kind) == pytest.approx(wanted[f"rouge{kind}"].fmeasure, abs=1e-12)


@pytest.mark.parametrize(
    ("pairs", "bleu", "ter"),
    [
        (ENGLISH, sacrebleu.metrics.BLEU(), sacrebleu.metrics.TER()),
        (CHINESE, sacrebleu.metrics.BLEU(tokenize="zh"), sacrebleu.metrics.TER(normalized=True, asian_support=True)),
    ],
)
def test_bleu_chrf_and_ter_are_sacrebleus_with_its_signature(pairs, bleu, ter):
    scored = texts.score(*pairs)
    found = scored.estimates(resamples=100)
    for name, metric in (("bleu", bleu), ("chrf", sacrebleu.metrics.CHRF()), ("ter", ter)):
        assert found[name].value == pytest.approx(metric.corpus_score(pairs[0], [pairs[1]]).score, abs=1e-9)
        (signature,) = [one.signature for one in scored.metrics if one.name == name]
        assert signature == str(metric.get_signature())
    assert ("word_error_rate" in found) == (pairs is ENGLISH)


def squad(text):
    """The official script's `normalize_answer` (SQuAD 1.1)."""
    small = "".join(ch for ch in text.lower() if ch not in set(string.punctuation))
    return " ".join(re.sub(r"\b(a|an|the)\b", " ", small).split())


@settings(max_examples=100, deadline=None)
@given(
    ours=st.text(st.characters(codec="ascii"), max_size=40), truth=st.text(st.characters(codec="ascii"), max_size=40)
)
def test_english_answers_are_compared_as_squad_does(ours, truth):
    assert texts.exact(ours, truth) == float(squad(ours) == squad(truth))
    first, second = squad(ours).split(), squad(truth).split()
    common = sum((Counter(first) & Counter(second)).values())
    if first and second:
        precision, recall = common / len(first), common / len(second)
        wanted = 2 * precision * recall / (precision + recall) if common else 0.0
        assert texts.token_f1(ours, truth) == pytest.approx(wanted, abs=1e-12)


def test_chinese_answers_are_compared_by_character_with_words_of_latin_letters_whole():
    assert pieces(normalised("《中国 Red Cross》，1999年")) == ["中", "国", "red", "cross", "1999", "年"]
    assert texts.exact("《红楼梦》。", "红楼梦") == 1
    assert texts.token_f1("北京市", "北京") == pytest.approx(0.8)
    assert texts.token_f1("", "") == 1 and texts.token_f1("好", "") == 0


def levenshtein(first, second):
    row = list(range(len(second) + 1))
    for i, a in enumerate(first, 1):
        before, row[0] = row[0], i
        for j, b in enumerate(second, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (a != b))
    return row[-1]


@settings(max_examples=60, deadline=None)
@given(pairs=st.lists(st.tuples(sentences, sentences), min_size=1, max_size=5))
def test_error_rates_are_all_edits_over_all_references(pairs):
    ours, truth = zip(*pairs, strict=True)
    for metric, split in ((texts._CER, lambda text: " ".join(text.split())), (texts._WER, str.split)):
        edits = sum(levenshtein(split(a), split(b)) for a, b in pairs)
        length = sum(len(split(b)) for b in truth)
        value = metric.combine(metric.statistics(ours, truth).sum(axis=0)[None])[0]
        assert value == pytest.approx(edits / length if length else float(edits > 0))


def test_how_references_are_written_decides_the_metrics():
    assert [writing([one]) for one in ("天空是蓝色的 ok", "東京タワーです", "Guten Tag", "", "the word 好")] == [
        "zh",
        "ja",
        "spaced",
        "spaced",
        "spaced",
    ]
    with pytest.raises(Undefined):
        texts.score([], [])


def test_intervals_cover_as_often_as_they_say_and_gains_are_paired():
    random = np.random.default_rng(0)
    metrics = [one for one in texts.suited(["a b"]) if one.name in ("exact_match", "rouge_1", "word_error_rate")]

    def drawn(count):
        truth = [" ".join(random.choice(["red", "green", "blue"], 4)) for _ in range(count)]
        ours = [" ".join(w if random.random() < 0.8 else "black" for w in one.split()) for one in truth]
        return ours, truth

    large = texts.score(*drawn(20_000), metrics).estimates(resamples=2)
    runs, covered = 200, Counter()
    for seed in range(runs):
        found = texts.score(*drawn(80), metrics).estimates(resamples=200, seed=seed)
        for name, one in found.items():
            covered[name] += one.interval[0] <= large[name].value <= one.interval[1]
    assert all(count / runs >= 0.95 - 3 * (0.95 * 0.05 / runs) ** 0.5 for count in covered.values()), covered
    ours, truth = drawn(200)
    first, second = texts.score(ours, truth, metrics), texts.score(["black"] * 200, truth, metrics)
    gains, alone = first.gains(second, resamples=200), first.estimates(resamples=200)
    assert gains["rouge_1"].value == pytest.approx(alone["rouge_1"].value - second.estimates()["rouge_1"].value)
    assert first.gains(first, resamples=50)["rouge_1"].interval is None  # no difference at all


def data(*parts):
    root = os.environ.get("MODELYARD_DATA")
    if root is None:
        pytest.skip("MODELYARD_DATA does not say where the real data are")
    return Path(root).joinpath(*parts).read_text(encoding="utf-8")


def test_real_translations_score_as_sacrebleu_scores_them():
    german = data("multi30k_en_de", "test_2016_flickr.de").splitlines()[:200]
    # A translation that is wrong in known ways: the next sentence's beginning.
    ours = [f"{a.rsplit(' ', 3)[0]} {b.split(' ', 2)[0]}" for a, b in zip(german, german[1:] + german[:1], strict=True)]
    found = texts.score(ours, german).estimates(resamples=100)
    assert found["bleu"].value == pytest.approx(sacrebleu.corpus_bleu(ours, [german]).score, abs=1e-9)
    assert found["chrf"].value == pytest.approx(sacrebleu.corpus_chrf(ours, [german]).score, abs=1e-9)
    assert found["ter"].value == pytest.approx(sacrebleu.corpus_ter(ours, [german]).score, abs=1e-9)
    low, high = found["bleu"].interval
    assert low < found["bleu"].value < high and high - low < 10


def answers(name):
    for article in json.loads(data(*name))["data"]:
        for paragraph in article["paragraphs"]:
            for question in paragraph["qas"]:
                if question["answers"][0]["text"] in paragraph["context"]:
                    yield paragraph["context"], question["answers"][0]["text"]


@pytest.mark.parametrize(
    "file",
    [("xquad_en_zh", "xquad.zh.json"), ("xquad_en_zh", "xquad.en.json"), ("cmrc2018_trial", "cmrc2018_trial.json")],
)
def test_real_answers_found_and_missed(file):
    pairs = list(answers(file))[:300]
    truth = [answer for _, answer in pairs]
    assert texts.score(truth, truth).estimates(resamples=20)["exact_match"].value == 1
    sentence = [context[max(0, context.index(a) - 5) : context.index(a) + len(a) + 5] for context, a in pairs]
    found = texts.score(sentence, truth).estimates(resamples=50)
    assert found["exact_match"].value < 0.2 < found["token_f1"].value < 1
    if file[1] != "xquad.en.json":
        scorer = rouge_scorer.RougeScorer(["rougeL"], tokenizer=Words())
        wanted = np.mean([scorer.score(t, o)["rougeL"].fmeasure for t, o in zip(truth, sentence, strict=True)])
        assert found["rouge_l"].value == pytest.approx(wanted, abs=1e-12)
