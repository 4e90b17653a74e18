"""Where a training computes: on the processors, on an NVIDIA GPU or on Apple's; and what differs there."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Literal

import torch
from torch import Tensor

from modelyard.core.errors import RecipeError, RunError
from modelyard.models._devices import prepare

Setting = Literal["auto", "cpu", "cuda", "mps"]
MOST_BESIDE_BYTES = 1 << 30
_NAMES = {"cuda": "an NVIDIA GPU", "mps": "an Apple GPU"}


def choose(setting: Setting) -> torch.device:
    """The device of a new training; `auto` takes an NVIDIA GPU where there is one, else the processors.

    Apple's GPU only where it is named: it has no float64, and kernels that are not the same every time.
    Raises: RecipeError for a device that is not there.
    """
    kind = setting
    if setting == "auto":
        kind = "cuda" if is_there("cuda") else "cpu"
    if not is_there(kind):
        raise RecipeError(
            f"PyTorch finds no device {kind} ({_NAMES[kind]}) here",
            where="train.device",
            got=kind,
            remedy="Leave it out to take what is there. Where there is such a device, install its driver and the build "
            "of PyTorch for it (pytorch.org).",
        )
    return torch.device(kind)


def planned(kind: str) -> torch.device:
    """The device that a training began on. Raises: RunError where it is not here."""
    if not is_there(torch.device(kind).type):
        raise RunError(
            f"this training began on the device {kind}, which PyTorch does not find here",
            remedy="Go on where there is one, or set train.device: cpu, which begins the training again.",
        )
    return torch.device(kind)


def is_there(kind: str) -> bool:
    """Whether PyTorch can compute on this kind of device."""
    if kind == "cuda":
        return torch.cuda.is_available()
    return kind == "cpu" or (kind == "mps" and torch.backends.mps.is_available())


def make_repeatable(device: torch.device) -> None:
    """What cuBLAS needs to give the same bits every time. To be called before its first product."""
    if device.type == "cuda":
        prepare()


def peak_bytes(*, again: bool = False) -> int:
    """The most that this process held of its GPU, the CUDA context included; 0 where it used none.

    `again`: the next call tells of what came after this one.
    """
    if not torch.cuda.is_initialized():  # type: ignore[no-untyped-call]
        return 0
    free, total = torch.cuda.mem_get_info()
    # What is taken beside PyTorch's own memory: the context, and libraries' kernels and workspaces. More than that is
    # another process's.
    beside = min(MOST_BESIDE_BYTES, max(0, total - free - torch.cuda.memory_reserved()))
    most = torch.cuda.max_memory_reserved() + beside
    if again:
        torch.cuda.reset_peak_memory_stats()
    return int(most)


def sums_dtype(device: torch.device) -> torch.dtype:
    """Of sums over many steps."""
    return torch.float32 if device.type == "mps" else torch.float64


def random_state(device: torch.device) -> dict[str, Tensor]:
    """What every random number of later steps depends on, by name."""
    state = {"random": torch.get_rng_state()}
    if device.type == "cuda":
        state["random_cuda"] = torch.cuda.get_rng_state(device)
    elif device.type == "mps":
        state["random_mps"] = torch.mps.get_rng_state()
    return state


def set_random_state(device: torch.device, state: dict[str, Tensor]) -> None:
    """The inverse of `random_state`; a device that the state does not know keeps its own."""
    torch.set_rng_state(state["random"])
    if device.type == "cuda" and "random_cuda" in state:
        torch.cuda.set_rng_state(state["random_cuda"], device)
    elif device.type == "mps" and "random_mps" in state:
        torch.mps.set_rng_state(state["random_mps"])


def synchronise(device: torch.device) -> None:
    """Wait for all that was given to the device: before a clock is read."""
    if device.type == "cuda":
        torch.cuda.synchronize(device)
    elif device.type == "mps":
        torch.mps.synchronize()


def moved(tensor: Tensor, device: torch.device) -> Tensor:
    """The tensor on the device; to a GPU it travels beside the computing, which needs memory that stays in place."""
    if device.type == "cuda" and tensor.device.type == "cpu":
        return tensor.pin_memory().to(device, non_blocking=True)
    return tensor.to(device)


def on_host(tensor: Tensor) -> Tensor:
    """A copy in main memory."""
    return tensor.clone() if tensor.device.type == "cpu" else tensor.cpu()


@contextlib.contextmanager
def deterministic() -> Iterator[None]:
    """Ask PyTorch for algorithms that give the same bits every time."""
    before = torch.are_deterministic_algorithms_enabled()
    filling = torch.utils.deterministic.fill_uninitialized_memory  # type: ignore[attr-defined]
    torch.use_deterministic_algorithms(True)
    # Filling every new tensor with NaN finds reads of memory that nobody wrote; nothing here does, and it takes time.
    torch.utils.deterministic.fill_uninitialized_memory = False  # type: ignore[attr-defined]
    try:
        yield
    finally:
        torch.use_deterministic_algorithms(before)
        torch.utils.deterministic.fill_uninitialized_memory = filling  # type: ignore[attr-defined]
