"""Where a training stands: its progress and its tensors, as files."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass, field
from typing import Any

import torch
from torch import Tensor, nn

from modelyard.training import device, sharding
from modelyard.training.checkpoint import Saved, Tensors, load_weights, weights_of
from modelyard.training.ema import Average
from modelyard.training.judge import Judgement
from modelyard.training.objective import Outputs
from modelyard.training.optim import Optimizer
from modelyard.training.plan import Plan as Plan
from modelyard.training.spikes import Guard

# A loss this many times the first one (or 1, where that is more), twice in a row, does not come back.
DIVERGED = 10.0


@dataclass(slots=True)
class Progress:
    """Where a training stands: with the tensors of `State`, all that the next step depends on.

    `evaluated` counts validations; `seconds` is the time charged; `stopped` says why it ended: finished, early, budget
    or diverged. Losses are means over an example; `milestones` are those of the single steps 1, 10, 100, ..., each
    before its update.
    """

    step: int = 0
    evaluated: int = 0
    stopped: str = ""
    seconds: float = 0.0
    work_per_second: float = 0.0
    first_loss: float | None = None
    good_loss: float | None = None
    good_step: int = 0
    alarms: int = 0
    best_step: int = 0
    best_score: float | None = None
    best_loss: float | None = None
    lowest_loss: float | None = None
    since_better: int = 0
    rewinds: int = 0
    curve: list[dict[str, float]] = field(default_factory=list)
    milestones: list[dict[str, float]] = field(default_factory=list)
    validation: list[dict[str, float]] = field(default_factory=list)


class State:
    """The progress and the tensors of one training."""

    def __init__(
        self, model: nn.Module, optimizer: Optimizer, guard: Guard | None = None, average: Average | None = None
    ) -> None:
        self.progress = Progress()
        self._guard, self._average = guard, average
        self.best_outputs: Outputs | None = None
        self._model = model
        self._optimizer = optimizer
        self._best: Tensors = {}
        self._device = next(model.parameters()).device
        self._window_sum = torch.zeros((), dtype=device.sums_dtype(self._device), device=self._device)
        self._window_count = torch.zeros_like(self._window_sum)
        self._norm = torch.zeros((), device=self._device)

    def add(self, loss_sum: Tensor, count: Tensor, norm: Tensor) -> None:
        """Note a step's loss and gradient norm without looking at them: reading would wait for the step."""
        if self._guard is not None:  # a step that was skipped leaves no trace
            loss_sum, count = self._guard.kept(loss_sum), self._guard.kept(count)
            norm = self._guard.kept(norm, before=self._norm)
        self._window_sum += loss_sum.detach()
        self._window_count += count
        self._norm = norm

    def mark(self, loss_sum: Tensor, count: Tensor) -> None:
        """Keep the loss of the step just done where its number is a power of ten: so few that reading them is free."""
        step = self.progress.step
        if step == 10 ** (len(str(step)) - 1):
            loss = float(loss_sum.detach() / count)
            if math.isfinite(loss):
                self.progress.milestones.append({"step": step, "loss": loss})

    @property
    def norm(self) -> float:
        """The gradient norm before clipping of the last step that was not skipped."""
        return float(self._norm)

    @property
    def window_loss(self) -> float | None:
        """The mean loss since the last point of the curve; None where every step since was skipped."""
        return float(self._window_sum / self._window_count) if self._window_count else None

    def trouble(self) -> str:
        """What is wrong with the steps since the last point of the curve; empty where nothing is."""
        loss = self.window_loss
        if loss is None:
            return ""  # all of them were skipped, which the guard has judged
        if not (math.isfinite(loss) and math.isfinite(self.norm)):
            return "is not a number"
        return ""

    def close_window(self, rate: float) -> str:
        """Add a point to the curve; as `trouble`, but it also sees a loss that runs away."""
        trouble = self.trouble()
        progress, loss = self.progress, self.window_loss
        if trouble or loss is None:
            return trouble
        if progress.first_loss is None:
            progress.first_loss = loss
        progress.alarms = progress.alarms + 1 if loss > DIVERGED * max(1.0, progress.first_loss) else 0
        progress.curve.append({"step": progress.step, "loss": loss, "learning_rate": rate})
        self._window_sum.zero_()
        self._window_count.zero_()
        if progress.alarms > 1:
            return f"rose to {loss:.4g}, from {progress.first_loss:.4g} at first"
        if not progress.alarms:
            progress.good_loss, progress.good_step = loss, progress.step
        return ""

    def judge(self, judgement: Judgement) -> None:
        """Record a validation, and keep the weights when they are the best so far."""
        progress, loss, value = self.progress, judgement.loss, judgement.score
        if not math.isfinite(loss):
            return  # the window that holds these steps is in trouble, too
        best, best_loss = progress.best_score, progress.best_loss
        better = best is None or best_loss is None or value > best or (value == best and loss < best_loss)
        lower = progress.lowest_loss is None or loss < progress.lowest_loss
        progress.since_better = 0 if better or lower else progress.since_better + 1
        if lower:
            progress.lowest_loss = loss
        if better:
            progress.best_score, progress.best_loss, progress.best_step = value, loss, progress.step
            self._best = {name: _apart(tensor) for name, tensor in weights_of(self._model).items()}
            self.best_outputs = judgement.outputs
        progress.validation.append({"step": progress.step, "loss": loss, "score": value})

    def load_best(self) -> None:
        """Put the best weights into the model; the last ones (their average) are where nothing was validated."""
        if self._best:
            load_weights(self._model, self._best)
        elif self._average is not None:
            self._average.ship()

    @property
    def has_best(self) -> bool:
        """Whether any weights were validated."""
        return bool(self._best)

    @property
    def is_finite(self) -> bool:
        """Whether every weight is a number; it reads them all, so only for the end."""
        return sharding.all_finite(list(self._model.parameters()))

    def values(self) -> dict[str, Any]:
        """The progress as plain JSON."""
        return asdict(self.progress)

    def tensors(self) -> dict[str, Tensors]:
        """Everything else, by file and name."""
        small = {
            **device.random_state(self._device),
            "window": torch.stack([self._window_sum, self._window_count]),
            "norm": self._norm.float(),
        }
        if self.best_outputs is not None:
            small["best_outputs"] = torch.from_numpy(self.best_outputs)
        found = {
            "model": weights_of(self._model),
            "optimizer": self._optimizer.state(),
            "best": self._best,
            "state": small,
        }
        if self._guard is not None:
            found["guard"] = self._guard.state()
        if self._average is not None:
            found["average"] = self._average.state()
        return found

    def restore(self, saved: Saved) -> None:
        """Go back to a checkpoint."""
        self.progress = Progress(**saved.state)
        saved.read("model", weights_of(self._model))
        saved.read("optimizer", self._optimizer.state())
        if self._guard is not None:
            self._guard.load_state(saved.tensors["guard"])
        if self._average is not None:
            average = self._average.state()
            saved.read("average", average)
            self._average.load_state(average)
        self._best = {}
        if saved.holds("best"):
            self._best = {name: _apart(tensor) for name, tensor in weights_of(self._model).items()}
            saved.read("best", self._best)
        small = saved.tensors["state"]
        self._window_sum.copy_(small["window"][0])
        self._window_count.copy_(small["window"][1])
        self._norm = small["norm"].to(self._device)
        self.best_outputs = small["best_outputs"].numpy() if "best_outputs" in small else None
        device.set_random_state(self._device, small)


def _apart(tensor: Tensor) -> Tensor:
    """A copy, in main memory where the tensor is whole: an accelerator's is dearer."""
    return tensor.clone() if sharding.is_sharded(tensor) else device.on_host(tensor)
