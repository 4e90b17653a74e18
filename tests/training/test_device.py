"""What a training does by its device. No GPU is needed: PyTorch's `meta` device refuses tensors of another one."""

import contextlib
import importlib.util
import os
from pathlib import Path

import pytest
import torch

from modelyard.core.errors import RecipeError
from modelyard.core.recipe import Train
from modelyard.training import device
from modelyard.training.ema import Average
from modelyard.training.objective import Compute
from modelyard.training.optim import Optimizer
from modelyard.training.spikes import Guard
from modelyard.training.state import State

CPU = torch.device("cpu")


@pytest.fixture(scope="module")
def decoder_toy():
    path = Path(__file__).parent / "compiled_toy.py"
    spec = importlib.util.spec_from_file_location("compiled_toy", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_auto_takes_an_nvidia_gpu_where_there_is_one(monkeypatch):
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    assert device.choose("auto") == CPU
    assert device.choose("cpu") == CPU
    with pytest.raises(RecipeError, match="no device cuda"):
        device.choose("cuda")
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    assert device.choose("auto").type == "cuda"
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: False)
    with pytest.raises(RecipeError, match=r"no device mps \(an Apple GPU\)"):
        device.choose("mps")


def test_cublas_is_told_to_repeat_itself(monkeypatch):
    for name in ("CUBLAS_WORKSPACE_CONFIG", "PYTORCH_ALLOC_CONF"):
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)
    device.make_repeatable(CPU)
    assert "CUBLAS_WORKSPACE_CONFIG" not in os.environ
    device.make_repeatable(torch.device("cuda"))
    assert os.environ["CUBLAS_WORKSPACE_CONFIG"] == ":4096:8"
    assert os.environ["PYTORCH_ALLOC_CONF"] == "expandable_segments:True"


def test_the_random_state_of_a_gpu_is_kept_too(monkeypatch):
    held = {"cuda:1": torch.tensor([1], dtype=torch.uint8)}
    monkeypatch.setattr(torch.cuda, "get_rng_state", lambda where: held[str(where)].clone())
    monkeypatch.setattr(torch.cuda, "set_rng_state", lambda state, where: held.update({str(where): state}))
    where = torch.device("cuda", 1)
    state = device.random_state(where)
    first = torch.rand(3)
    held["cuda:1"] += 1
    device.set_random_state(where, state)
    assert torch.equal(torch.rand(3), first)
    assert int(held["cuda:1"]) == 1
    device.set_random_state(where, {"random": state["random"]})  # of a training that began on the processors
    assert set(device.random_state(CPU)) == {"random"}
    assert device.sums_dtype(torch.device("mps")) == torch.float32


@pytest.mark.parametrize("optimizer", ["adamw", "muon"])
@pytest.mark.parametrize("size", [4, 2])
def test_a_step_leaves_its_device_nowhere(decoder_toy, monkeypatch, optimizer, size):
    # `meta` has no autocast.
    monkeypatch.setattr(Compute, "precise", lambda self: contextlib.nullcontext())
    monkeypatch.setattr(torch, "is_autocast_enabled", lambda *kind: False)
    model = decoder_toy.build().to("meta")
    compute, section = Compute(model, decoder_toy.Objective(), "fp32"), Train(optimizer=optimizer)
    guard, average = Guard(10.0, 1.0, compute.device), Average(model, 0.9)
    optimizer = Optimizer(model, section)
    state = State(model, optimizer, guard, average)
    loss_sum, count, divisor = compute.gradients(decoder_toy.Feed().step(0, size))
    assert {p.grad.device.type for p in model.parameters()} == {"meta"}
    norm = optimizer.step(0.1, divisor, guard)
    average.add()
    state.add(loss_sum, count, norm)
    for tensor in (loss_sum, count, norm, state._window_sum, state._window_count, state._norm):
        assert tensor.device.type == "meta"
