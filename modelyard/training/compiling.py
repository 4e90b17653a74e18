"""torch.compile where the run is long enough to pay for it.

The repeated layers are compiled one for all: they share one graph, so that a deep network compiles as fast as a layer.
The choice stands in the plan, for compiled and plain steps differ by rounding: a resumed run makes the same one.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sysconfig
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import torch
from torch import nn

from modelyard.core.errors import RunError, TrainingError
from modelyard.training import choices

Setting = Literal["auto"] | bool
# What a first trial is expected to cost and to save: it is made only where that pays.
EXPECTED_COLD_SECONDS = 40.0
EXPECTED_SAVING = 0.1
# On an NVIDIA GPU. Measured on an H100: 11 s for the layers of a 124M decoder, whose steps then took 30 % less.
ACCELERATOR_COLD_SECONDS = 12.0
ACCELERATOR_SAVING = 0.2
# Compiled steps must be this much faster at least: less is within the noise of their measurement.
WORTHWHILE = 0.95
SHOWN = 200  # characters of a compiler's error: they fill pages


@dataclass(frozen=True, kw_only=True, slots=True)
class Trial:
    """`cold_seconds` is what the first compiled step took more than a later one; the others are of one step."""

    cold_seconds: float
    plain_step_seconds: float
    compiled_step_seconds: float

    def pays(self, steps: int) -> bool:
        """Whether so many steps save more than compiling costs."""
        saving = self.plain_step_seconds - self.compiled_step_seconds
        return self.compiled_step_seconds < WORTHWHILE * self.plain_step_seconds and steps * saving > self.cold_seconds


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """Whether to compile, and why: one line for the user."""

    compile: bool
    reason: str
    trial: Trial | None = None


def choose(
    setting: Setting,
    *,
    steps: int,
    plain_step_seconds: float,
    key: str,
    attempt: Callable[[], Trial],
    steady: bool,
    kind: str = "cpu",
) -> Choice:
    """Decide for a run of so many steps. `attempt` compiles and times; it is called only where its cost may pay.

    `key` names the choice on this machine (`choices.key_of`): a trial is remembered under it. `steady` says that every
    batch has one shape: others would be compiled over and over, so `auto` leaves them plain. `kind` is the device's.
    Raises: TrainingError for `true` where no compiler is found or PyTorch fails to compile the model.
    """
    if setting is False:
        return Choice(compile=False, reason="not asked for")
    missing = missing_compiler()
    if setting is True:
        if missing:
            raise TrainingError(
                f"train.compile needs {missing}",
                where="train.compile",
                remedy="Install it (Debian: apt-get install g++ python3-dev), or leave train.compile out.",
            )
        return Choice(compile=True, reason="asked for")
    if not steady:
        return Choice(compile=False, reason="batches are of many shapes")
    trial = _recall(key)
    if trial is None:
        seconds = steps * plain_step_seconds
        saving, cold = EXPECTED_SAVING, EXPECTED_COLD_SECONDS
        if kind == "cuda":
            saving, cold = ACCELERATOR_SAVING, ACCELERATOR_COLD_SECONDS
        if seconds * saving < cold:
            return Choice(compile=False, reason=f"{seconds:.0f} s of training are too few to pay for it")
        if missing:
            return Choice(compile=False, reason=f"missing on this machine: {missing}")
        try:
            trial = attempt()
        except RuntimeError as error:  # what Dynamo, Inductor and the compiler raise derives from it
            return Choice(compile=False, reason=f"PyTorch fails to compile this model ({_short(error)})")
        _remember(key, trial)
    figures = (
        f"{1e3 * trial.compiled_step_seconds:.3g} ms a step instead of {1e3 * trial.plain_step_seconds:.3g}, "
        f"{trial.cold_seconds:.0f} s to compile"
    )
    return Choice(compile=trial.pays(steps), reason=figures, trial=trial)


def missing_compiler() -> str:
    """What torch.compile lacks on this machine, in words; empty where it has all it needs."""
    compilers = [os.environ["CXX"]] if os.environ.get("CXX") else ["g++", "clang++", "c++"]
    if not any(shutil.which(name) for name in compilers):
        return f"a C++ compiler ({' or '.join(compilers)})"
    if not (Path(sysconfig.get_path("include")) / "Python.h").exists():
        return "Python's header files (Python.h)"
    return ""


def regions(model: nn.Module) -> Sequence[nn.Module]:
    """What is compiled: the model's own `layers`, else its longest list of modules of one class, else the whole."""
    own = getattr(model, "layers", None)
    if isinstance(own, (tuple, list, nn.ModuleList)) and own:
        return tuple(own)
    lists = [tuple(module) for module in model.modules() if isinstance(module, nn.ModuleList)]
    alike = [entries for entries in lists if len(entries) > 1 and len({type(entry) for entry in entries}) == 1]
    return max(alike, key=len) if alike else (model,)


def start(model: nn.Module, backend: str = "inductor") -> None:
    """Compile the regions from their next call on. Names, weights and copies of the model stay plain."""
    for region in regions(model):
        region.compile(backend=backend)


def stop(model: nn.Module) -> None:
    """Undo `start`."""
    for region in regions(model):
        region._compiled_call_impl = None


@contextlib.contextmanager
def sharing() -> Iterator[None]:
    """Within, layers that differ only in a whole number of theirs (their index) share one graph.

    PyTorch would otherwise compile each of them, and give up after eight.
    """
    import torch._dynamo.config as dynamo

    before = dynamo.allow_unspec_int_on_nn_module
    dynamo.allow_unspec_int_on_nn_module = True
    try:
        yield
    finally:
        dynamo.allow_unspec_int_on_nn_module = before


def plain() -> AbstractContextManager[None]:
    """Within, compiled regions run as they are written: a validation's graph would be compiled for a few calls."""
    stance: AbstractContextManager[None] = torch.compiler.set_stance("force_eager")
    return stance


def _recall(key: str) -> Trial | None:
    try:
        cold, step, compiled = (float(part) for part in (choices.recall(key) or "").split("/"))
    except ValueError:  # nothing remembered, or damaged: as if it were not there
        return None
    return Trial(cold_seconds=cold, plain_step_seconds=step, compiled_step_seconds=compiled)


def _remember(key: str, trial: Trial) -> None:
    figures = (trial.cold_seconds, trial.plain_step_seconds, trial.compiled_step_seconds)
    # A cache that cannot be written only means another trial.
    with contextlib.suppress(OSError, RunError):
        choices.remember(key, "/".join(f"{figure:.6g}" for figure in figures))


def _short(error: Exception) -> str:
    text = " ".join(str(error).split())
    return (text if len(text) <= SHOWN else text[:SHOWN] + "...") or type(error).__name__
