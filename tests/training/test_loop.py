import os
import signal

import numpy as np
import pytest
import torch

from modelyard.core.errors import Interrupted, TrainingError
from modelyard.core.recipe import Train
from modelyard.training.budget import Clock
from modelyard.training.checkpoint import weights_of
from modelyard.training.schedule import Timeline

ALWAYS = Train(early_stopping=None, checkpoint_seconds=0)


def weights(model):
    return {name: tensor.clone() for name, tensor in weights_of(model).items()}


def same(one, other):
    return one.keys() == other.keys() and all(torch.equal(one[name], other[name]) for name in one)


def test_it_learns(toy, tmp_path):
    _, outcome = toy.train(tmp_path, total=400, model=toy.Network(dropout=0.0))
    assert outcome.progress.stopped == "finished"
    assert outcome.progress.best_score > 0.85
    assert outcome.progress.curve[-1]["loss"] < 0.5 * outcome.progress.curve[0]["loss"]


def test_the_same_seed_gives_the_same_bits(toy, tmp_path):
    digests = [toy.digest(*toy.train(tmp_path / name)) for name in "ab"]
    assert digests[0] == digests[1]
    assert toy.digest(*toy.train(tmp_path / "c", seed=4)) != digests[0]


@pytest.mark.parametrize("kind", ["dense", "tokens"])
@pytest.mark.parametrize("optimizer", ["sgd", "adamw"])
def test_accumulation_equals_the_large_batch(toy, tmp_path, kind, optimizer):
    ended = []
    for batch_size, accumulate in ((28, 1), (7, 4)):
        torch.manual_seed(5)
        model = toy.Network(dropout=0.0) if kind == "dense" else toy.Bag()
        section = Train(optimizer=optimizer, accumulate=accumulate, early_stopping=None)
        data = toy.dense() if kind == "dense" else toy.tokens()
        count = len(data[1]) - (40 if kind == "dense" else 0)
        # The last batch of an epoch is a smaller one: its sum and count must weigh as they do undivided.
        assert count % 28
        toy.train(
            tmp_path / f"{accumulate}",
            total=15,
            model=model,
            data=data,
            section=section,
            validation=False,
            batch_size=batch_size,
            seed=3,
        )
        ended.append(weights(model))
    for name, tensor in ended[0].items():
        torch.testing.assert_close(tensor, ended[1][name], rtol=2e-4, atol=2e-5)


def test_resumed_at_every_step_it_ends_with_the_same_bits(toy, tmp_path):
    whole = toy.digest(*toy.train(tmp_path / "whole", section=ALWAYS, total=20))

    class Killed(Exception):
        pass

    for at in (1, 2, 5, 13, 19):
        directory = tmp_path / str(at)

        def kill(event, at=at, **values):
            if event == "checkpoint" and values["step"] >= at:
                raise Killed

        with pytest.raises(Killed):
            toy.train(directory, section=ALWAYS, total=20, emit=kill)
        assert toy.digest(*toy.train(directory, section=ALWAYS, total=20)) == whole
        # A finished one is returned as it is.
        assert toy.digest(*toy.train(directory, section=ALWAYS, total=20)) == whole


@pytest.mark.parametrize("optimizer", ["momentum", "adam", "adagrad", "rmsprop"])
def test_every_optimizer_resumes(toy, tmp_path, optimizer):
    section = Train(early_stopping=None, checkpoint_seconds=0, optimizer=optimizer, l1=1e-4)
    whole = toy.digest(*toy.train(tmp_path / "whole", section=section, total=12))
    with pytest.raises(ZeroDivisionError):
        toy.train(tmp_path / "cut", section=section, total=12, emit=lambda e, **v: 1 / (v.get("step") != 5))
    assert toy.digest(*toy.train(tmp_path / "cut", section=section, total=12)) == whole


def test_validating_changes_no_training(toy, tmp_path):
    often, _ = toy.train(tmp_path / "a", evaluations=20, score=lambda outputs: -1.0)
    rarely, _ = toy.train(tmp_path / "b", evaluations=1, score=lambda outputs: -1.0)
    # A constant score keeps the lowest validation loss, so compare the last checkpoints rather than the outcomes.
    from safetensors.torch import load_file

    last = [load_file(tmp_path / name / "00000040" / "model.safetensors") for name in "ab"]
    assert same(*last)
    assert often is not rarely


def test_the_best_weights_are_the_outcome(toy, tmp_path):
    scores = iter([0.1, 0.7, 0.3, 0.7])
    seen = {}

    def score(outputs):
        value = next(scores)
        seen.setdefault(value, outputs.copy())
        return value

    # The second 0.7 has a lower loss or not; either way its outputs are those of the model that is returned.
    model, outcome = toy.train(tmp_path, score=score)
    assert outcome.progress.best_step in (20, 40)
    features, _ = toy.dense()
    with torch.no_grad():
        again = model(torch.from_numpy(features[-40:])).numpy()
    np.testing.assert_allclose(again, outcome.outputs, rtol=1e-5, atol=1e-6)


def test_early_stopping_counts_validations_without_improvement(toy, tmp_path):
    features, _ = toy.dense()
    random = np.random.default_rng(0).integers(0, 2, len(features))
    events = []
    _, outcome = toy.train(
        tmp_path,
        total=4000,
        data=(features, random),
        model=toy.Network(dropout=0.0),
        section=Train(early_stopping=2),
        evaluations=40,
        emit=lambda event, **values: events.append((event, values)),
    )
    progress = outcome.progress
    assert progress.stopped == "early"
    assert progress.step < 4000
    last = [point["loss"] for point in progress.validation]
    assert min(last) < min(last[-2:])
    assert any(event == "validation" and values["best"] for event, values in events)
    _, again = toy.train(tmp_path, total=4000, section=Train(early_stopping=2), evaluations=40)
    assert again.progress.step == progress.step  # stopped is stopped


def test_who_has_made_every_step_has_not_stopped_early(toy, tmp_path):
    # No weight moves, so no validation is better than the first.
    _, outcome = toy.train(tmp_path, total=8, section=Train(early_stopping=1), evaluations=2, learning_rate=1e-30)
    assert (outcome.progress.stopped, outcome.progress.step) == ("finished", 8)
    assert outcome.progress.since_better == 1


def poisoned(toy, at):
    features, targets = toy.dense()

    class Poison(toy.Network):
        steps = 0

        def forward(self, features):
            outputs = super().forward(features)
            if self.training:
                self.steps += 1
                if self.steps >= at:
                    return outputs * float("nan")
            return outputs

    torch.manual_seed(1)
    return Poison(), (features, targets)


def test_nan_before_a_validation_is_an_error_with_a_diagnosis(toy, tmp_path):
    model, data = poisoned(toy, at=4)
    with pytest.raises(TrainingError) as caught:
        toy.train(tmp_path, model=model, data=data, section=ALWAYS)
    text = str(caught.value)
    for part in (
        "is not a number",
        "step 4",
        "learning rate",
        "gradient norm",
        "last good loss",
        "train.learning_rate",
    ):
        assert part in text
    assert sorted(path.name for path in tmp_path.iterdir())[-1] == "00000003"  # nothing poisoned was saved


def test_nan_after_a_validation_keeps_the_best_weights(toy, tmp_path):
    model, data = poisoned(toy, at=25)
    events = []
    model, outcome = toy.train(
        tmp_path, model=model, data=data, emit=lambda event, **values: events.append((event, values))
    )
    assert outcome.progress.stopped == "diverged"
    assert outcome.progress.best_step in (10, 20)
    assert all(torch.isfinite(tensor).all() for tensor in weights_of(model).values())
    notice = next(values["text"] for event, values in events if event == "notice")
    assert f"the best weights, of step {outcome.progress.best_step}, are kept" in notice


def test_a_loss_that_runs_away_is_seen(toy, tmp_path):
    features, targets = toy.dense()
    model = toy.Network(outputs=1, dropout=0.0)
    section = Train(optimizer="sgd", clip_norm=None, weight_decay=0, schedule="constant", warmup=0, early_stopping=None)
    with pytest.raises(TrainingError, match=r"(rose to|is not a number).*clip_norm"):
        toy.train(
            tmp_path,
            total=300,
            model=model,
            data=(features * 10, targets.astype(np.float32)),
            section=section,
            learning_rate=5.0,
            evaluations=1,
        )


def test_class_weights_weigh(toy):
    features, targets = toy.dense(64)
    from modelyard.training.batches import Examples
    from modelyard.training.objective import Compute

    torch.manual_seed(0)
    model = toy.Network(dropout=0.0)
    weights = np.where(targets == 1, 3.0, 1.0)
    everything = np.arange(64)
    total, count = Compute(model, toy.Objective(), "fp32").loss(
        Examples(features, targets, weights, 0).batch(everything)
    )
    logits = model(torch.from_numpy(features))
    expected = torch.nn.functional.cross_entropy(
        logits, torch.from_numpy(targets), weight=torch.tensor([1.0, 3.0]), reduction="mean"
    )
    torch.testing.assert_close(total / count, expected)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_finishes_the_step_saves_and_says_how_to_go_on(toy, tmp_path, number):
    whole = toy.digest(*toy.train(tmp_path / "whole"))
    before = signal.getsignal(number)

    def interrupt(event, **values):
        if event == "validation" and values["step"] == 10:
            os.kill(os.getpid(), number)

    with pytest.raises(Interrupted, match=r"after step 1\d of 40; everything is saved. Give the same command again"):
        toy.train(tmp_path / "cut", emit=interrupt)
    assert signal.getsignal(number) == before
    assert toy.digest(*toy.train(tmp_path / "cut")) == whole


def test_without_validation_the_last_weights_are_the_outcome(toy, tmp_path):
    _, outcome = toy.train(tmp_path, validation=False)
    assert outcome.outputs is None
    assert outcome.progress.validation == []
    assert outcome.progress.stopped == "finished"


def test_bf16_trains_and_resumes(toy, tmp_path):
    whole = toy.digest(*toy.train(tmp_path / "whole", precision="bf16", section=ALWAYS, total=10))
    with pytest.raises(ZeroDivisionError):
        toy.train(
            tmp_path / "cut", precision="bf16", section=ALWAYS, total=10, emit=lambda e, **v: 1 / (v.get("step") != 5)
        )
    assert toy.digest(*toy.train(tmp_path / "cut", precision="bf16", section=ALWAYS, total=10)) == whole
    assert toy.digest(*toy.train(tmp_path / "fp32", section=ALWAYS, total=10)) != whole


def test_a_refitted_plan_is_repeated_step_by_step(toy, tmp_path):
    """A run whose schedule was refitted at step 10, killed at step 14, ends as the one that was not."""
    timeline = Timeline(40)
    timeline.refit(10, 22)
    whole_model, whole = toy.train(tmp_path / "whole", section=ALWAYS, timeline=timeline)
    assert whole.progress.stopped == "budget"
    assert whole.progress.step == 22
    with pytest.raises(ZeroDivisionError):
        toy.train(tmp_path / "cut", section=ALWAYS, timeline=timeline, emit=lambda e, **v: 1 / (v.get("step") != 14))
    assert toy.digest(*toy.train(tmp_path / "cut", section=ALWAYS, timeline=timeline)) == toy.digest(whole_model, whole)


@pytest.mark.parametrize("validation", [True, False])
def test_weights_that_are_no_numbers_are_never_the_outcome(toy, tmp_path, validation):
    # The one step's loss is finite, as it is taken before the update: only the weights tell.
    section = Train(optimizer="sgd", clip_norm=None, schedule="constant", warmup=0)
    for _ in range(2):  # the same command again says the same
        with pytest.raises(TrainingError, match=r"answers that are not numbers.*learning_rate"):
            toy.train(tmp_path, total=1, evaluations=1, section=section, validation=validation, learning_rate=1e40)


def test_a_spent_budget_begins_no_further_validation(toy, tmp_path, monkeypatch):
    """Once weights are judged, the loop ends where the time is over, not at the next validation."""
    judged = []
    monkeypatch.setattr(Clock, "is_over", lambda self, limit: bool(judged))

    def listen(event, **values):
        if event == "validation":
            judged.append(values["step"])

    _, outcome = toy.train(tmp_path, section=ALWAYS, emit=listen)
    assert len(judged) == 1
    assert outcome.progress.stopped == "budget"
    assert outcome.progress.step <= judged[0] + 1
    assert outcome.outputs is not None
