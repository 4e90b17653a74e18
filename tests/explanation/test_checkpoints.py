"""Checkpoints with their own tokenizers, fine-tuned on texts in which one word decides: every method that applies."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import numpy as np
import pytest

sys.path.insert(0, str(Path(__file__).parent))
import checkpoints
import planted

from modelyard.core.errors import RequestError
from modelyard.explanation.case import case
from modelyard.explanation.explain import explain
from modelyard.explanation.gradients import line_of
from modelyard.explanation.methods import METHODS
from modelyard.explanation.pieces import of_tokens

TEXT = {"text": "The  plot,房间 zebra extraordinarily it's film!"}
WORDS = ["The", "plot", ",", "房", "间", "zebra", "extraordinarily", "it's", "film", "!"]
METHODS_OF_ALL = [name for name in METHODS if name != "exact"]


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    made = {}

    def get(name):
        if name not in made:
            made[name] = checkpoints.tuned(name, planted.texts(200), tmp_path_factory.mktemp(name))
        return made[name]

    return get


@pytest.mark.parametrize("name", checkpoints.NAMES)
def test_every_method_joins_pieces_to_words(model, name):
    for method in METHODS_OF_ALL:
        if name == "t5" and method == "attention-rollout":
            with pytest.raises(RequestError, match="attention that ends in an answer"):
                explain(model(name), TEXT, method=method)
            continue
        found = explain(model(name), TEXT, method=method, check=False)
        assert [text for text, _ in found.units] == WORDS, method
        assert "".join(text for text, _ in found.pieces) == TEXT["text"]
        assert np.isfinite([weight for _, weight in found.units]).all(), method
        if method == "integrated-gradients":
            assert abs(found.facts["completeness_error"]) <= 0.02 * abs(found.score - found.base) + 1e-5
        if method == "shap":
            assert abs(found.gap) < 1e-6
        if method == "attention-rollout":
            total = sum(weight for _, weight in found.units) + found.facts["on_special_tokens"]
            assert total == pytest.approx(1.0, abs=1e-4)


@pytest.mark.parametrize("name", checkpoints.NAMES)
def test_no_token_is_lost_between_words(model, name):
    """Every content token's weight is on some word: blanks before a word, bytes of a character, pieces of a word."""
    one = case(model(name), {"text": "房间 😀 naïve  zebra, ½ ﬁlm don't\n再来 "})
    places = model(name).predictor.task.transform.places(one.units.joined)
    weights = np.random.default_rng(0).normal(size=len(places))
    content = np.array([end > start for start, end in places])
    assert of_tokens(one, places, weights).sum() == pytest.approx(weights[content].sum(), abs=1e-9)
    # Only the tokenizer's own tokens stand for nothing, and RoBERTa's for blanks beyond one.
    assert content.sum() >= len(places) - 2 - 3 * (name in ("roberta", "gpt2"))


@pytest.mark.parametrize("name", ["bert", "distilbert"])
def test_what_is_learnt_is_found(model, name):
    own = model(name)
    answers = own.predictor.predict([{"text": f"film {word} scene music"} for word in ("zebra", "plot")])
    assert [one["label"] for one in answers] == ["yes", "no"], "sixty steps are enough to learn the word"
    for method in ("shap", "occlusion", "lime", "integrated-gradients"):
        found = explain(own, {"text": "film camera zebra scene music"}, method=method, label="yes", check=False)
        assert max(found.units, key=lambda unit: unit[1])[0] == "zebra", method


@pytest.mark.parametrize("name", checkpoints.NAMES)
def test_a_text_longer_than_the_model_reads_says_so_by_every_method(model, name):
    long = {"text": " ".join(["zebra", *planted.WORDS] * 8)}
    for method in ("shap", "occlusion", "integrated-gradients"):
        found = explain(model(name), long, method=method, seconds=2.0, check=False)
        assert any(f"reads {checkpoints.MOST} tokens" in note for note in found.notes), method
    gone = [weight for _, weight in found.units[25:60]]
    assert gone.count(0.0) >= 30, "the middle is not read, and gradients give it nothing"
    short = explain(model(name), {"text": "a zebra"}, method="occlusion")
    assert not any("tokens" in note for note in short.notes)


@pytest.mark.parametrize("name", checkpoints.NAMES)
def test_what_else_is_in_the_batch_changes_nothing(model, name):
    one, other = case(model(name), TEXT), case(model(name), TEXT)
    keep = ~np.tril(np.ones((one.game.count, one.game.count), dtype=bool), -1)
    apart = np.concatenate([one.game(row[None]) for row in keep])
    assert other.game(keep) == pytest.approx(apart, abs=1e-5)


@pytest.mark.parametrize("name", checkpoints.NAMES)
def test_the_way_of_the_gradients_ends_at_the_models_answer(model, name):
    import torch

    one = case(model(name), TEXT)
    line = line_of(one)
    with torch.no_grad():
        assert line.score(line.point[None])[0].item() == pytest.approx(one.game.full, abs=1e-4)
    own = [end == start for start, end in line.places]
    assert torch.equal(line.baseline[own], line.point[own]), "the tokenizer's own tokens stay as they are"


def test_chinese_with_bert_is_told_in_phrases(tmp_path):
    dice = random.Random(0)
    texts = ["".join(dice.choices("房间服务前台早餐电梯位置很好一般", k=dice.randint(6, 16))) for _ in range(200)]
    for i in range(0, 200, 2):
        at = dice.randint(0, len(texts[i]))
        texts[i] = f"{texts[i][:at]}退款{texts[i][at:]}"
    rows = {"text": texts, "label": ["差评" if i % 2 == 0 else "好评" for i in range(200)]}
    own = checkpoints.tuned("bert", rows, tmp_path)
    for method in ("shap", "occlusion", "integrated-gradients"):
        found = explain(own, {"text": "早餐一般，要求退款。"}, method=method, label="差评", check=False)
        assert "退款" in max(found.phrases, key=lambda phrase: phrase[1])[0], method
        assert len(found.units) == 10


def test_a_turn_within_a_small_part_of_the_way_is_not_missed():
    """A step of the score where equal steps of the gradient see nothing: the stretch that misses it is found."""
    import torch

    from modelyard.explanation.gradients import Line, integrated, missed, total

    def turn(inputs):
        return 10 * torch.sigmoid(2000 * (inputs[..., 0] - 0.7013)) + inputs[..., 1]

    line = Line(point=torch.tensor([1.0, 2.0]), baseline=torch.zeros(2), score=turn, places=None)
    found = integrated(line, parts=4, most=512, gap=0.02)
    assert total(found).numpy() == pytest.approx([10.0, 2.0], abs=0.3) and missed(found) <= 0.02
    assert len(found) * 4 < 100
    assert missed(integrated(line, parts=4, most=16, gap=0.02)) > 0.5, "it is said where it was not found"


def test_many_rows_keep_to_their_time_also_where_the_way_is_hard(model, monkeypatch):
    """A row whose time is out is not refined any more; that it misses is kept with it."""
    from modelyard.explanation import sampled

    taken: list[int] = []
    real = sampled.integrated

    def counted(line, **settings):
        found = real(line, **settings)
        taken.append(len(found))
        return found

    monkeypatch.setattr(sampled, "integrated", counted)
    monkeypatch.setattr(sampled, "_GAP", 0.0)  # never near enough
    late = sampled._row(model("bert"), TEXT, 0, "integrated-gradients", 0.0)
    free = sampled._row(model("bert"), TEXT, 0, "integrated-gradients", None)
    assert taken[0] == 2 < taken[1] and late.missed >= 0 and len(free.weights) == len(WORDS)


def test_gradients_that_take_longer_than_their_time_are_cut_from_the_first_on(monkeypatch):
    """A clock that each gradient moves by a second and more: what is taken follows the time, and one is always."""
    import torch

    from modelyard.explanation import gradients
    from modelyard.explanation.gradients import Line, integrated, total

    now = [0.0]
    monkeypatch.setattr(gradients.time, "monotonic", lambda: now[0])

    def slow(inputs):
        now[0] += 1.3 * len(inputs) if torch.is_grad_enabled() else 0.0
        return (inputs**2).sum(dim=-1)

    def taken(seconds):
        line = Line(point=torch.tensor([1.0, 2.0]), baseline=torch.zeros(2), score=slow, places=None)
        end = now[0] + seconds
        found = integrated(line, parts=4, most=512, gap=0.0, left=lambda: end - now[0], cut=True)
        assert total(found).numpy() == pytest.approx([1.0, 4.0], abs=1e-4), "a square's gradient is a line"
        assert now[0] <= max(end, end - seconds + 1.3) + 1e-6
        return sum(part.nodes for part in found)

    assert [taken(seconds) for seconds in (0.0, 2.0, 4.0, 6.5, 12.0)] == [1, 1, 2, 4, 8]
    assert taken(60.0) >= 16


def test_what_the_time_left_out_is_said(model, monkeypatch):
    """The weights are there, and a note says of how few gradients."""
    from modelyard.explanation import gradients

    whole = explain(model("bert"), TEXT, method="integrated-gradients", seconds=60.0, check=False)
    assert whole.facts["steps"] >= 16 and not any("the time allowed" in note for note in whole.notes)
    monkeypatch.setattr(gradients.Line, "affordable", lambda line, left, most: 2)
    few = explain(model("bert"), TEXT, method="integrated-gradients", seconds=60.0, check=False)
    assert few.facts["steps"] == 2 and len(few.units) == len(whole.units)
    assert any("gradients at 2 places of the way, of 16 at least" in note for note in few.notes)
