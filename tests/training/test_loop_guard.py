"""Spikes, rewinds and the weight average through the real loop."""

import json

import numpy as np
import pytest
import torch
from torch import nn

from modelyard.core.errors import TrainingError
from modelyard.core.recipe import Train
from modelyard.training import schedule, telemetry
from modelyard.training.batches import Examples
from modelyard.training.checkpoint import weights_of
from modelyard.training.feed import ExampleFeed
from modelyard.training.spikes import MOST_REWINDS

FACTOR = 10.0
GUARDED = Train(early_stopping=None, spike_factor=FACTOR)
NAN = float("nan")


class Heard:
    """The events of a training."""

    def __init__(self):
        self.events = []

    def __call__(self, event, **values):
        self.events.append((event, values))

    def notices(self):
        return [values["text"] for event, values in self.events if event == "notice"]


def weights(model):
    return {name: tensor.clone() for name, tensor in weights_of(model).items()}


def assert_equal(one, other):
    assert one.keys() == other.keys()
    for name in one:
        assert torch.equal(one[name], other[name]), name


def by_hand(toy, total, *, skipped, section=GUARDED):
    """PyTorch's own AdamW, with steps passed over: the same numbers as the loop's but for rounding."""
    torch.set_num_threads(1)
    features, targets = toy.dense()
    feed = ExampleFeed(Examples(features[:-40], targets[:-40], None, 0), batch_size=8, accumulate=1, seed=3)
    torch.manual_seed(1)
    model = toy.Network(dropout=0.0)
    matrices = [p for p in model.parameters() if p.ndim > 1]
    vectors = [p for p in model.parameters() if p.ndim <= 1]
    groups = [{"params": matrices, "weight_decay": section.weight_decay}, {"params": vectors, "weight_decay": 0.0}]
    optimizer = torch.optim.AdamW(groups, betas=(0.9, section.beta2), eps=1e-8)
    average = [p.detach().clone() for p in model.parameters()]
    for step in range(total):
        if step not in skipped:
            (batch,) = feed.step(step, 8)
            loss = nn.functional.cross_entropy(model(batch["features"]), batch["targets"])
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), section.clip_norm)
            for group in optimizer.param_groups:
                group["lr"] = schedule.learning_rate(section, 0.01, step, total)
            optimizer.step()
        decay = min(section.ema or 0.0, (step + 1) / (step + 10))
        average = [decay * a + (1 - decay) * p.detach() for a, p in zip(average, model.parameters(), strict=True)]
    return dict(zip(weights_of(model), average if section.ema else model.parameters(), strict=True))


def train(toy, directory, **fields):
    torch.manual_seed(1)
    given = {"total": 64, "section": GUARDED, "model": toy.Network(dropout=0.0), "validation": False}
    return toy.train(directory, **{**given, **fields})


@pytest.mark.parametrize(("factor", "why"), [(1e4, "its gradient norm"), (NAN, "its gradient is not a number")])
def test_a_spike_is_skipped_and_the_rest_is_as_if_its_batch_were_passed_over(toy, tmp_path, factor, why):
    heard = Heard()
    model, outcome = train(toy, tmp_path, poison={37: factor, 50: factor}, emit=heard)
    said = heard.notices()
    assert [text.split(" was")[0] for text in said] == ["step 38", "step 51"]
    assert all(why in text for text in said)
    assert outcome.progress.stopped == "finished"
    expected = by_hand(toy, 64, skipped={37, 50})
    for name, tensor in weights_of(model).items():
        torch.testing.assert_close(tensor, expected[name], rtol=1e-4, atol=1e-5)
    # The check is worth something: with the batch left in, or out together with its place on the schedule, it fails.
    spoiled = by_hand(toy, 64, skipped={37})
    name = "layers.0.weight"
    assert not torch.allclose(weights_of(model)[name], spoiled[name], rtol=1e-4, atol=1e-5)
    assert all(np.isfinite(point["loss"]) for point in outcome.progress.curve)


def test_figures_of_a_window_whose_steps_were_all_skipped_are_left_out(toy, tmp_path, monkeypatch):
    """One step a point of the curve, and an event after every step: those of steps 38 and 39 stand alone."""
    monkeypatch.setattr(telemetry, "EVENT_SECONDS", 0.0)
    heard = Heard()
    train(toy, tmp_path, poison={37: NAN, 38: 1e4}, emit=heard)
    steps = [values for event, values in heard.events if event == "step"]
    without = [values["step"] for values in steps if "loss" not in values]
    assert without == [values["step"] for values in steps if "grad_norm" not in values] == [38, 39]
    assert [values["step"] for values in steps] == [*range(1, 65), 64]
    assert all(values["grad_norm"] > 0 for values in steps if "grad_norm" in values)
    for values in steps:
        json.dumps(values, allow_nan=False)


def test_without_the_guard_a_spike_does_harm(toy, tmp_path):
    with pytest.raises(TrainingError, match="is not a number"):
        train(toy, tmp_path, section=Train(early_stopping=None), poison={37: NAN})


def shifted(toy, shifts):
    """A feed that takes other batches from some steps on: what a rewind shall come to."""

    class Shifted(toy.PoisonedFeed):
        def step(self, number, size):
            return super().step(number + sum(by for first, by in shifts if number >= first), size)

    return Shifted


def test_spikes_in_a_row_go_back_to_the_anchor_and_take_other_batches(toy, tmp_path):
    heard = Heard()
    poison = dict.fromkeys(range(40, 48), 10000.0)
    model, outcome = toy.train(tmp_path / "spikes", total=96, section=GUARDED, poison=poison, emit=heard)
    assert heard.notices()[-1] == "8 steps in a row were skipped: back from step 48 to 32, with other batches"
    assert len(heard.notices()) == 9
    assert outcome.progress.rewinds == 1
    clean = toy.train(tmp_path / "clean", total=96, section=GUARDED, feed=shifted(toy, [(32, 16)]))
    assert toy.digest(model, outcome) == toy.digest(*clean)
    assert toy.digest(*toy.train(tmp_path / "spikes", total=96, section=GUARDED)) == toy.digest(*clean)


def test_a_second_rewind_passes_over_the_second_row_of_batches(toy, tmp_path):
    poison = dict.fromkeys((*range(40, 48), *range(56, 64)), NAN)
    model, outcome = toy.train(tmp_path / "spikes", total=96, section=GUARDED, poison=poison)
    assert outcome.progress.rewinds == 2
    clean = toy.train(tmp_path / "clean", total=96, section=GUARDED, feed=shifted(toy, [(32, 32)]))
    assert toy.digest(model, outcome) == toy.digest(*clean)


@pytest.mark.parametrize("factor", [1e4, NAN])
def test_after_the_last_rewind_it_has_diverged_and_the_best_weights_are_kept(toy, tmp_path, factor):
    heard, poison = Heard(), dict.fromkeys(range(40, 999), factor)
    model, outcome = toy.train(tmp_path / "a", total=96, section=GUARDED, poison=poison, emit=heard)
    assert (outcome.progress.stopped, outcome.progress.rewinds) == ("diverged", MOST_REWINDS)
    assert "rises again and again" in heard.notices()[-1]
    assert f"the best weights, of step {outcome.progress.best_step}, are kept" in heard.notices()[-1]
    before, _ = toy.train(tmp_path / "b", total=96, section=GUARDED, poison=poison)
    assert_equal(weights(model), weights(before))
    with torch.no_grad():
        features, _ = toy.dense()
        again = model(torch.from_numpy(features[-40:])).numpy()
    np.testing.assert_allclose(again, outcome.outputs, rtol=1e-5, atol=1e-6)
    # The same command again says the same.
    assert toy.digest(*toy.train(tmp_path / "a", total=96, section=GUARDED, poison=poison)) == toy.digest(
        model, outcome
    )
    with pytest.raises(TrainingError, match=r"no weights were validated"):
        toy.train(tmp_path / "c", total=96, section=GUARDED, poison=poison, validation=False)


@pytest.mark.parametrize("place", ["before", "within", "first save", "second save", "last save"])
def test_cut_around_a_rewind_it_ends_with_the_same_bits(toy, tmp_path, place):
    """Also between the writing of the plan and the next save. SIGKILL at other instants: tests/hardening."""
    poison = {37: NAN, **dict.fromkeys(range(40, 48), 1e4)}
    given = {"total": 72, "section": GUARDED.model_copy(update={"ema": 0.9}), "poison": poison}
    whole = toy.digest(*toy.train(tmp_path / "whole", **given))

    class Cut(Exception):
        pass

    rewound = []

    def cut(event, **values):
        if "step 48 was skipped" in values.get("text", "") and place == "before":
            raise Cut
        if "back from step" in values.get("text", ""):
            rewound.append(values["step"])
        if rewound and (
            place == "within"
            or (event == "checkpoint" and values["step"] == {"first save": 48, "second save": 64}.get(place, 72))
        ):
            raise Cut

    with pytest.raises(Cut):
        toy.train(tmp_path / "cut", emit=cut, **given)
    assert toy.digest(*toy.train(tmp_path / "cut", **given)) == whole


def test_the_average_is_judged_and_shipped(toy, tmp_path):
    section = Train(early_stopping=None, ema=0.9)
    expected = by_hand(toy, 40, skipped=(), section=section)
    model, _ = train(toy, tmp_path / "unjudged", total=40, section=section)
    for name, tensor in weights_of(model).items():
        torch.testing.assert_close(tensor, expected[name], rtol=1e-4, atol=1e-5)
    model, outcome = train(toy, tmp_path / "judged", total=40, section=section, validation=True, evaluations=1)
    for name, tensor in weights_of(model).items():
        torch.testing.assert_close(tensor, expected[name], rtol=1e-4, atol=1e-5)
    features, targets = (torch.from_numpy(array[-40:]) for array in toy.dense())
    with torch.no_grad():
        outputs = model(features)
        loss = float(nn.functional.cross_entropy(outputs, targets))
    np.testing.assert_allclose(outputs.numpy(), outcome.outputs, rtol=1e-5, atol=1e-6)
    assert outcome.progress.validation[0]["loss"] == pytest.approx(loss, rel=1e-5)
    plain = by_hand(toy, 40, skipped=())
    assert not torch.allclose(weights_of(model)["layers.0.weight"], plain["layers.0.weight"], rtol=1e-3)


def test_judging_an_average_changes_no_training_and_resumes(toy, tmp_path):
    section = Train(early_stopping=None, ema=0.9, checkpoint_seconds=0)
    whole = toy.digest(*toy.train(tmp_path / "whole", section=section, total=20))
    for at in (1, 10):
        with pytest.raises(ZeroDivisionError):
            toy.train(
                tmp_path / str(at), section=section, total=20, emit=lambda e, at=at, **v: 1 / (v.get("step") != at)
            )
        assert toy.digest(*toy.train(tmp_path / str(at), section=section, total=20)) == whole
    from safetensors.torch import load_file

    plain = Train(early_stopping=None, checkpoint_seconds=0)
    toy.train(tmp_path / "plain", section=plain, total=20)
    ends = [load_file(tmp_path / name / "00000020" / "model.safetensors") for name in ("whole", "plain")]
    assert_equal(*ends)  # the weights that train on are those without an average
