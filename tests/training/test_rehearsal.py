import weakref

import numpy as np
import pytest
import torch

from modelyard.core.recipe import Train
from modelyard.training import memory, rehearsal
from modelyard.training.batches import Examples
from modelyard.training.checkpoint import weights_of
from modelyard.training.feed import ExampleFeed
from modelyard.training.judge import ExampleJudge


def rehearse(toy, section=None, classes=True, **fields):
    features, targets = toy.tokens(200)
    examples = Examples(features, targets, None, 0)
    torch.manual_seed(0)
    model = toy.Bag()
    given = {"rounds": classes, "limit_seconds": 5.0, "threads": (1,)}
    section = section or Train()
    feed = ExampleFeed(examples, batch_size=8, accumulate=section.accumulate, seed=0)
    judge = ExampleJudge(examples=examples, metric="accuracy", sign=1.0, score=lambda outputs: 0.0)
    found = rehearsal.rehearse(model, toy.Objective(), feed, judge, section, **{**given, **fields})
    return model, found


def test_it_changes_neither_the_model_nor_the_random_state(toy):
    torch.manual_seed(0)
    before = weights_of(toy.Bag())
    state = torch.get_rng_state()
    model, found = rehearse(toy)
    assert all(torch.equal(before[name], tensor) for name, tensor in weights_of(model).items())
    assert torch.equal(torch.get_rng_state(), state)
    assert found.step_seconds > 0
    assert found.evaluation_seconds > 0


@pytest.mark.parametrize(("fp32", "bf16", "chosen"), [(1.0, 0.5, "bf16"), (1.0, 0.97, "fp32"), (0.5, 1.0, "fp32")])
def test_the_faster_precision_is_chosen_and_a_tie_is_fp32(toy, monkeypatch, fp32, bf16, chosen):
    monkeypatch.setattr(rehearsal, "has_bf16", lambda device: True)
    seconds = {"fp32": fp32, "bf16": bf16}
    monkeypatch.setattr(rehearsal._Runner, "step", lambda self, parts: seconds[self.compute.precision])
    _, found = rehearse(toy)
    assert found.precision == chosen
    assert found.complete
    assert found.step_seconds == pytest.approx(seconds[chosen])
    assert found.tried == pytest.approx({f"{name}, threads 1": value for name, value in seconds.items()})


def test_values_and_old_processors_stay_in_fp32(toy, monkeypatch):
    monkeypatch.setattr(rehearsal, "has_bf16", lambda device: True)
    assert set(rehearse(toy, classes=False)[1].tried) == {"fp32, threads 1"}
    monkeypatch.setattr(rehearsal, "has_bf16", lambda device: False)
    assert set(rehearse(toy)[1].tried) == {"fp32, threads 1"}
    assert set(rehearse(toy, section=Train(precision="bf16"))[1].tried) == {"bf16, threads 1"}  # asked for is done


def test_a_rehearsal_without_time_measures_one_step_and_compares_nothing(toy, monkeypatch):
    monkeypatch.setattr(rehearsal, "has_bf16", lambda device: True)
    steps = []
    step = rehearsal._Runner.step
    monkeypatch.setattr(rehearsal._Runner, "step", lambda self, parts: steps.append(self) or step(self, parts))
    _, found = rehearse(toy, limit_seconds=0.0)
    assert np.isfinite(found.step_seconds)
    assert found.step_seconds > 0
    assert len(steps) == 1
    assert list(found.tried) == ["bf16, threads 1"]  # the likely faster one, on a processor that has it
    assert not found.complete  # so it is not remembered as this machine's choice


def test_accumulated_steps_are_measured_whole(toy):
    _, found = rehearse(toy, section=Train(accumulate=4))
    assert found.step_seconds > 0


@pytest.mark.parametrize(("one", "two", "chosen"), [(1.0, 0.6, 2), (1.0, 0.97, 1), (0.5, 1.0, 1)])
def test_a_second_thread_must_be_worth_it(toy, monkeypatch, one, two, chosen):
    monkeypatch.setattr(rehearsal, "has_bf16", lambda device: False)
    seconds = {1: one, 2: two}
    monkeypatch.setattr(rehearsal._Runner, "step", lambda self, parts: seconds[self._threads])
    before = torch.get_num_threads()
    try:
        _, found = rehearse(toy, threads=(1, 2))
        assert (found.threads, torch.get_num_threads()) == (chosen, chosen)
    finally:
        torch.set_num_threads(before)


def test_the_copies_are_gone_when_memory_is_handed_back(toy, monkeypatch):
    alive, seen = weakref.WeakSet(), []
    build = rehearsal._Runner.__init__

    def counted(self, *given):
        build(self, *given)
        alive.add(self)

    monkeypatch.setattr(rehearsal._Runner, "__init__", counted)
    monkeypatch.setattr(rehearsal, "has_bf16", lambda device: True)
    monkeypatch.setattr(memory, "hand_back", lambda: seen.append(len(alive)))
    rehearse(toy)
    assert seen == [0]
