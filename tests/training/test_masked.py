"""Masked language models: what is hidden is the seed's and the step's alone, and the numbers are transformers'."""

import numpy as np
import pytest
import torch

from modelyard.core import recipe_file
from modelyard.core.features import FeatureSpec, Tokens, chunks, pad
from modelyard.data.features.language import LanguageTokenizer
from modelyard.models import encoder
from modelyard.models._masked import masked_likelihood
from modelyard.tasks.masked_language_modeling import Task, picked
from modelyard.training.masked import Hiding, MaskedFeed

SPEC = FeatureSpec(kind="tokens", width=60, max_length=32, pad_id=1, mask_id=4)
CONFIG = encoder.Config(layers=2, width=32, heads=2, inner=32, dropout=0)


def built(seed=0):
    torch.manual_seed(seed)
    return encoder.build(CONFIG, SPEC, 2).eval()


class Windows:
    """Windows of different tokens, the last one padded."""

    length = 32

    def __len__(self):
        return 12

    def index(self, epoch):
        return np.random.default_rng(epoch).permutation(12)

    def batch(self, indices):
        from modelyard.data.packing import WindowBatch

        ids = (np.asarray(indices)[:, None] * 7 + np.arange(32)) % 55 + 5
        targets = np.roll(ids, -1, axis=1)
        targets[np.asarray(indices) == 11, 20:] = -100
        segments = np.tile((np.arange(32) > 12).astype(np.int64), (len(ids), 1))
        return WindowBatch(ids, targets, np.zeros_like(ids), segments)


def feed():
    return MaskedFeed(Windows(), Hiding(0.3, 4, 60, seed=3), batch_size=4, accumulate=2)


def test_a_step_is_the_same_in_any_parts_and_at_any_time():
    one, two = feed(), feed()
    for number in (0, 5):
        one.step(2, 8)
        (whole,) = one.step(number, 8)
        parts = two.step(number, 3)
        assert [len(part["input_ids"]) for part in parts] == [3, 3, 2]
        for name in whole:
            assert torch.equal(torch.cat([part[name] for part in parts]), whole[name])
    again = feed().step(1 + feed().steps_per_epoch, 8)
    assert not torch.equal(feed().step(1, 8)[0]["targets"], again[0]["targets"]), "another epoch hides others"


def test_a_share_is_hidden_in_three_ways_and_padding_never():
    ids = np.full((400, 100), 50)
    real = np.ones_like(ids, dtype=bool)
    real[:, 90:] = False
    inputs, targets = Hiding(0.3, 4, 60, seed=0).apply(ids, real, 7)
    hidden = targets != -100
    assert not hidden[:, 90:].any()
    assert (targets[hidden] == 50).all()
    assert hidden[:, :90].mean() == pytest.approx(0.3, abs=0.01)
    assert (inputs[~hidden] == 50).all()
    assert (inputs[hidden] == 4).mean() == pytest.approx(0.8 + 0.1 / 60, abs=0.02)
    assert (inputs[hidden] == 50).mean() == pytest.approx(0.1 + 0.1 / 60, abs=0.02)


def test_loss_and_logits_are_those_of_transformers():
    model = built()
    task_batch = feed().step(0, 8)[0]
    batch = {name: tensor for name, tensor in task_batch.items() if name != "segments"}
    tokenizer = LanguageTokenizer.fit(["a b c"], "bytes")
    rows, schema = Task.tiny()
    task = Task.fit(rows, schema, family="encoder", config=CONFIG, tokenizer=tokenizer)
    total, count = task.loss(model, batch)
    with torch.no_grad():
        theirs = model.network(
            input_ids=batch["input_ids"], attention_mask=batch["attention_mask"], labels=batch["targets"]
        )
    assert (total / count).item() == pytest.approx(theirs.loss.item(), rel=1e-5)
    real = batch["attention_mask"].bool()
    found = model(batch["input_ids"], batch["attention_mask"])
    torch.testing.assert_close(found[real], theirs.logits[real], rtol=1e-4, atol=1e-4)


def test_no_token_sees_another_document():
    model, batch = built(), feed().step(0, 2)[0]
    changed = batch["input_ids"].clone()
    changed[:, 13:] = 9
    with torch.no_grad():
        one = model.hidden(batch["input_ids"], batch["attention_mask"], batch["segments"])
        two = model.hidden(changed, batch["attention_mask"], batch["segments"])
    torch.testing.assert_close(one[:, :13], two[:, :13])
    assert not torch.allclose(one[:, 13:], two[:, 13:])


def test_likelihood_is_a_loop_over_what_is_masked():
    model = built()
    marked = ~torch.randint(5, 60, (3, 12), generator=torch.Generator().manual_seed(0))
    marked[0, [2, 5]], marked[1, 11] = ~marked[0, [2, 5]], ~marked[1, 11]
    mask = torch.ones_like(marked)
    found = masked_likelihood(model, marked, mask, 4)
    inputs = torch.where(marked < 0, ~marked, 4)
    with torch.no_grad():
        log = model(inputs, mask).log_softmax(-1)
    expected = [-sum(log[row, t, marked[row, t]].item() for t in range(12) if marked[row, t] >= 0) for row in range(3)]
    assert found[:, 0].tolist() == pytest.approx(expected, rel=1e-5)
    assert found[:, 1].tolist() == [2, 1, 0]


def test_what_is_judged_is_hidden_by_the_text_alone():
    tokenizer = LanguageTokenizer.fit(["The sky is blue. 天空是蓝色的。"] * 9, 400)
    rows, schema = Task.tiny()
    task = Task.fit(rows, schema, family="encoder", config=CONFIG, tokenizer=tokenizer)
    whole = task.encode(rows)
    alone = task.encode({"text": rows["text"][2:3]})
    np.testing.assert_array_equal(whole.ids[whole.offsets[2] : whole.offsets[3]], alone.ids)
    plain = tokenizer.encode(rows["text"])
    np.testing.assert_array_equal(np.where(whole.ids < 0, ~whole.ids, whole.ids), plain.ids)
    assert (task.encode_targets(rows) > 0).all()
    assert len(picked(100, 0.15, np.random.default_rng(0))) == 15
    assert len(picked(1, 0.15, np.random.default_rng(0))) == 1


def test_chunks_hold_every_token_once():
    tokens = Tokens(np.arange(23, dtype=np.int32), np.array([0, 5, 5, 23]))
    parts, owner = chunks(tokens, 8)
    assert parts.lengths.tolist() == [5, 0, 8, 8, 2]
    assert owner.tolist() == [0, 1, 2, 2, 2]
    assert pad(parts, 0)[0].shape == (5, 8)


def test_it_can_be_given_to_an_encoder_that_tells_classes(tmp_path):
    tokenizer = LanguageTokenizer.fit(["The sky is blue."] * 9, 300)
    spec = FeatureSpec(kind="tokens", width=tokenizer.vocabulary, max_length=32, pad_id=1, mask_id=tokenizer.mask_id)
    torch.manual_seed(0)
    model = encoder.build(CONFIG, spec, 2)
    encoder.save(model, CONFIG, tmp_path)
    tokenizer.save(tmp_path)
    again = encoder.open(tmp_path, spec, 2)
    for (name, ours), (_, theirs) in zip(model.state_dict().items(), again.state_dict().items(), strict=True):
        assert torch.equal(ours, theirs), name
    config = encoder.Config.model_validate({"from": str(tmp_path)})
    classes = encoder.build(config, FeatureSpec(kind="tokens", width=tokenizer.vocabulary, max_length=32), 3)
    body = {name: tensor for name, tensor in model.state_dict().items() if name.startswith("network.model.")}
    assert body and all(torch.equal(classes.state_dict()[name], tensor) for name, tensor in body.items())
    assert classes(torch.tensor([[5, 6, 7]]), torch.ones(1, 3, dtype=torch.long)).shape == (1, 3)


def test_the_recipe_says_masked():
    recipe = recipe_file.from_mapping(
        {
            "task": "language-modeling",
            "data": {"train": "x.txt"},
            "model": "encoder",
            "train": {"objective": "masked", "masked": 0.2},
        }
    )
    assert recipe.task == "masked-language-modeling"
    assert recipe_file.from_mapping(recipe.model_dump(mode="json")) == recipe
