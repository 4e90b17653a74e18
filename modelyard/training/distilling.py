"""A network that learns from another one's answers beside the labels, by the same loop. N rows; B a batch; O outputs.

Source: Hinton et al. 2015, "Distilling the knowledge in a neural network": both models' logits are divided by a
temperature T, and the divergence of their distributions is weighted by T^2, which keeps its gradients' size. A value
is compared as it is, squared. With `hidden`, also what both classifiers read, the student's mapped by a matrix
that is learnt beside it and then dropped (Romero et al. 2015, "FitNets").
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from modelyard.core.recipe import Section
from modelyard.core.schema import Rows
from modelyard.training.batches import Batch, Examples, Index, evaluation_batches
from modelyard.training.ground import Ground
from modelyard.training.material import Material, RowMaterial
from modelyard.training.objective import Capture

_LESSON = ("taught", "state", "labelled")
Array = NDArray[np.float32]


@dataclass(frozen=True, kw_only=True, slots=True)
class Lessons:
    """What the teacher says of the training rows and then of `more` rows without a label.

    `outputs` [N, O] are logits or scaled values, `states` [N, D] what its classifier reads (None: not compared).
    """

    outputs: Array
    states: Array | None
    more: Rows | None
    temperature: float
    teaching: float
    hidden: float


class _Read:
    """Keeps what a network's last linear map reads, [B, D], while the network runs."""

    def __init__(self, model: nn.Module) -> None:
        last = [module for module in model.modules() if isinstance(module, nn.Linear)][-1]
        self.width = last.in_features
        self.state = torch.zeros(0)
        self._hook = last.register_forward_pre_hook(self._keep)

    def _keep(self, module: nn.Module, arguments: tuple[Any, ...]) -> None:
        self.state = arguments[0]

    def end(self) -> None:
        """Let the network run as before."""
        self._hook.remove()


def taught_outputs(teacher: nn.Module, task: Any, rows: Rows, count: int) -> tuple[Array, Array]:
    """The teacher's outputs [N, O] and what its classifier reads [N, D], in the order of the rows."""
    examples = Examples(task.encode(rows), np.zeros(count, dtype=np.int64), None, task.features.pad_id)
    read = _Read(teacher.eval())
    outputs = np.zeros((count, task.outputs), dtype=np.float32)
    states = np.zeros((count, read.width), dtype=np.float32)
    with torch.inference_mode():
        for index in evaluation_batches(examples):
            batch = examples.batch(index)
            outputs[index] = teacher(**{name: batch[name] for name in batch if name != "targets"}).float().numpy()
            states[index] = read.state.float().numpy()
    read.end()
    return outputs, states


class Student(nn.Module):
    """The network that is taught, and the matrix that maps what its classifier reads to what the teacher's does."""

    def __init__(self, network: nn.Module, width: int) -> None:
        super().__init__()
        self.network = network
        self._read = _Read(network)
        self.map = nn.Linear(self._read.width, width, bias=False)

    def forward(self, *arguments: Tensor, **named: Tensor) -> Tensor:
        """The network's own answer."""
        answer: Tensor = self.network(*arguments, **named)
        return answer

    def mapped(self) -> Tensor:
        """The last forward pass's state in the teacher's width, [B, D]."""
        found: Tensor = self.map(self._read.state)
        return found


class Taught:
    """A task whose loss also has the teacher's answers; on batches without them (a validation) it is the task's own."""

    def __init__(self, task: Any, lessons: Lessons) -> None:
        self.task, self._lessons = task, lessons
        self.features, self.outputs = task.features, task.outputs

    def loss(self, model: nn.Module, batch: Batch) -> tuple[Tensor, Tensor]:
        """The weighted sum over the batch, and the sum of the weights."""
        own = {name: tensor for name, tensor in batch.items() if name not in _LESSON}
        if "taught" not in batch:
            found: tuple[Tensor, Tensor] = self.task.loss(model, own)
            return found
        lessons, answered = self._lessons, Capture(model)
        weights = own.get("weights", torch.ones_like(batch["labelled"])) * batch["labelled"]
        by_labels, _ = self.task.loss(answered, {**own, "weights": weights})
        outputs = answered.outputs.float()
        by_teacher = self._distances(outputs, batch["taught"]).sum()
        total = (1 - lessons.teaching) * by_labels + lessons.teaching * by_teacher
        if "state" in batch:
            apart = functional.mse_loss(model.mapped().float(), batch["state"], reduction="none")  # type: ignore[operator]
            total = total + lessons.hidden * apart.mean(dim=1).sum()
        return total, (1 - lessons.teaching) * weights.sum() + lessons.teaching * len(outputs)

    def _distances(self, outputs: Tensor, taught: Tensor) -> Tensor:
        """How far each answer is from the teacher's, [B]."""
        if self.task.metrics == "regression":
            return (outputs[:, 0] - taught[:, 0]).square()
        heat = self._lessons.temperature
        wanted = functional.log_softmax(taught / heat, dim=1)
        found = functional.log_softmax(outputs / heat, dim=1)
        return heat**2 * functional.kl_div(found, wanted, reduction="none", log_target=True).sum(dim=1)


class TaughtExamples(Examples):
    """Examples that bring the teacher's answers with them."""

    def __init__(self, encoded: tuple[Any, ...], labelled: NDArray[np.bool_], lessons: Lessons) -> None:
        super().__init__(*encoded)
        self._lessons = {"taught": torch.from_numpy(lessons.outputs)}
        if lessons.states is not None:
            self._lessons["state"] = torch.from_numpy(lessons.states)
        self._lessons["labelled"] = torch.from_numpy(labelled.astype(np.float32))

    def batch(self, index: Index) -> Batch:
        """The examples at `index`, with what the teacher says of them."""
        where = torch.from_numpy(index)
        more = {name: tensor.index_select(0, where) for name, tensor in self._lessons.items()}
        return {**super().batch(index), **more}


class TaughtMaterial(RowMaterial):
    """Rows in memory with a teacher's answers; validation rows have labels alone."""

    def __init__(self, ground: TaughtGround, task: Any, config: Section, lessons: Lessons) -> None:
        super().__init__(ground, task, config)
        targets = task.encode_targets(ground.training)
        rows: Rows = ground.training
        weights = ground.weights(task, targets)
        extra = len(lessons.outputs) - len(targets)
        labelled = np.arange(len(lessons.outputs)) < len(targets)
        if lessons.more is not None:
            names = [column.name for column in ground.bundle.schema.inputs]
            rows = {name: _joined(rows[name], lessons.more[name]) for name in names}
            targets = np.concatenate([targets, np.zeros(extra, dtype=targets.dtype)])
            weights = None if weights is None else np.concatenate([weights, np.ones(extra)])
        encoded = (task.encode(rows), targets, weights, task.features.pad_id)
        self._training = TaughtExamples(encoded, labelled, lessons)
        self.count = len(self._training)


def _joined(first: Any, second: Any) -> Any:
    if isinstance(first, np.ndarray):
        return np.concatenate([first, np.asarray(second, dtype=first.dtype)])
    return [*first, *second]


class TaughtGround(Ground):
    """A run's rows, taught by another model."""

    def __init__(self, ground: Ground, lessons: Lessons) -> None:
        super().__init__(ground.recipe, ground.bundle, ground.run)
        self._lessons = lessons

    def material(self, task: Any, config: Section) -> Material:
        """The splits for the loop; `task` is `Taught`."""
        return TaughtMaterial(self, task.task, config, self._lessons)


def save_lessons(path: Path, outputs: Array, states: Array | None, digest: str) -> None:
    """Keep what a teacher said, for a process that goes on after a kill."""
    from safetensors.numpy import save

    from modelyard.core import durable

    arrays = {"outputs": outputs} | ({} if states is None else {"states": states})
    durable.write_bytes(path, save(arrays, metadata={"digest": digest}))


def load_lessons(path: Path, digest: str) -> tuple[Array, Array | None] | None:
    """What was kept for the same teacher and rows; None where there is nothing."""
    from safetensors import SafetensorError, safe_open

    try:
        with safe_open(path, "numpy") as file:
            if (file.metadata() or {}).get("digest") != digest:
                return None
            names = set(file.keys())
            return file.get_tensor("outputs"), file.get_tensor("states") if "states" in names else None
    except (OSError, SafetensorError):
        return None
