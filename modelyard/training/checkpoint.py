"""Checkpoints: directories that are wholly there or not at all, digested, verified when read, numbered by step.

```
checkpoints/<family>/
  plan.json           what was measured and decided before the first step, and every refit of the schedule since
  00001200/           manifest.json state.json model.safetensors optimizer.safetensors best.safetensors ...
```
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

from modelyard.core import durable
from modelyard.core.errors import ArtifactError, RunError
from modelyard.training import sharding

FORMAT = 1
# Of a checkpoint that several processes wrote: the folder of the tensors that each of them held a part of.
PARTS = "parts"
Tensors = dict[str, Tensor]


@dataclass(frozen=True, slots=True)
class Saved:
    """What one checkpoint holds: plain values, and tensors by file and name."""

    step: int
    state: dict[str, Any]
    tensors: dict[str, Tensors]
    parts: Path | None = None  # where the tensors of files that are not in `tensors` lie in parts

    def holds(self, name: str) -> bool:
        """Whether there is a file of this name with tensors in it."""
        if name in self.tensors or self.parts is None:
            return bool(self.tensors.get(name))
        return any(key.startswith(f"{name}/") for key in _metadata(self.parts))

    def read(self, name: str, own: Tensors) -> None:
        """Fill the tensors of `own` (each process's parts, where they are sharded) from the file of this name."""
        if name not in self.tensors and self.parts is not None:
            _read_parts(self.parts, name, own)
            return
        there = self.tensors[name]
        assert own.keys() == there.keys(), "a checkpoint of another model or optimizer"
        for key, tensor in own.items():
            sharding.put(tensor, there[key])


class Checkpoints:
    """The checkpoints of one family in one run; the newest is the one with the highest step, whatever a clock says."""

    def __init__(self, directory: Path, keep: int) -> None:
        self.directory = directory
        self._keep = keep
        self.anchor: int | None = None  # the step of a checkpoint that is kept until another is named
        directory.mkdir(parents=True, exist_ok=True)
        durable.remove_litter(directory)

    def save(self, step: int, state: Mapping[str, Any], tensors: Mapping[str, Tensors]) -> None:
        """Write the checkpoint of `step`, then remove all but the newest.

        Raises: RunError when it cannot be written; the ones before it are then untouched.
        """
        manifest = {"kind": "checkpoint", "format": FORMAT, "step": step}
        try:
            with durable.new_directory(self.directory / f"{step:08d}", manifest=manifest) as temporary:
                for name, content in tensors.items():
                    save_file(content, temporary / f"{name}.safetensors")
                text = json.dumps(state, ensure_ascii=False, allow_nan=False) + "\n"
                (temporary / "state.json").write_text(text, encoding="utf-8")
        except SafetensorError as error:  # safetensors' own for a full disk; an OSError is handled by new_directory
            raise RunError(
                f"cannot write a checkpoint ({error})",
                where=str(self.directory),
                remedy="Free some space and give the same command again: it goes on from what is saved.",
            ) from error
        self.prune()

    def finish(self) -> None:
        """Nothing: what was saved stands."""

    def prune(self) -> None:
        """Remove all but the newest and the anchor."""
        for old in self.steps()[: -self._keep]:
            if old != self.anchor:
                self._remove(old)

    def steps(self) -> list[int]:
        """The steps that have a checkpoint, damaged or not, in order."""
        return sorted(int(path.name) for path in self.directory.iterdir() if path.is_dir() and path.name.isdecimal())

    def drop(self, step: int) -> None:
        """Remove one checkpoint, where it stands."""
        if step in self.steps():
            self._remove(step)

    def drop_after(self, step: int) -> None:
        """Remove the checkpoints of later steps."""
        for later in self.steps():
            if later > step:
                self._remove(later)

    def latest(
        self, notice: Callable[[str], None], abandoned: Callable[[int, Mapping[str, Any]], bool] | None = None
    ) -> Saved | None:
        """The newest whole checkpoint; damaged ones before it are removed, each with a notice.

        So are those of which `abandoned(step, state)` says that the training has left them, without one.
        """
        step = self.newest(notice, abandoned)
        return None if step is None else self.read(self.directory, step)

    def newest(
        self, notice: Callable[[str], None], abandoned: Callable[[int, Mapping[str, Any]], bool] | None = None
    ) -> int | None:
        """The step of what `latest` finds."""
        for step in reversed(self.steps()):
            directory = self.directory / f"{step:08d}"
            try:
                manifest = durable.verify_directory(directory)
                if manifest.get("step") != step:
                    raise ArtifactError("this checkpoint is of another step", where=str(directory), remedy="")
            except ArtifactError as error:
                earlier = [s for s in self.steps() if s < step]
                then = f"step {earlier[-1]}" if earlier else "the start"
                notice(f"the checkpoint of step {step} is damaged and is not used; going on from {then} ({error})")
                self._remove(step)
                continue
            except OSError as error:
                raise RunError(
                    f"a checkpoint cannot be read: {error.strerror or error}",
                    where=str(directory),
                    remedy="Mend the disk and give the same command again.",
                ) from error
            state = json.loads((directory / "state.json").read_text(encoding="utf-8"))
            if abandoned is not None and abandoned(step, state):
                self._remove(step)
                continue
            return step
        return None

    @staticmethod
    def read(checkpoints: Path, step: int) -> Saved:
        """A checkpoint that is known to be whole."""
        directory = checkpoints / f"{step:08d}"
        state = json.loads((directory / "state.json").read_text(encoding="utf-8"))
        tensors = {path.stem: load_file(path) for path in sorted(directory.glob("*.safetensors"))}
        return Saved(step, state, tensors, directory / PARTS if (directory / PARTS).is_dir() else None)

    def read_plan(self) -> dict[str, Any] | None:
        """The plan of this family's training, where one was made."""
        try:
            plan: dict[str, Any] = json.loads((self.directory / "plan.json").read_text(encoding="utf-8"))
        except FileNotFoundError:
            return None
        return plan

    def write_plan(self, plan: Mapping[str, Any]) -> None:
        """Replace the plan durably."""
        durable.write_json(self.directory / "plan.json", plan)

    def clear(self) -> None:
        """Remove the plan first, then every checkpoint: without a plan none of them is used."""
        (self.directory / "plan.json").unlink(missing_ok=True)
        durable.sync_directory(self.directory)
        for step in self.steps():
            self._remove(step)

    def _remove(self, step: int) -> None:
        """Rename first: a removal that is cut off leaves litter, never half a checkpoint."""
        path = self.directory / f"{step:08d}"
        doomed = self.directory / f".tmp-doomed-{step:08d}"
        shutil.rmtree(doomed, ignore_errors=True)
        try:
            path.rename(doomed)
        except OSError as error:
            raise RunError(
                f"cannot write: an old checkpoint cannot be removed ({error.strerror or error})",
                where=str(path),
                remedy="Mend the disk and give the same command again: it goes on from what is saved.",
            ) from error
        shutil.rmtree(doomed, ignore_errors=True)


def _metadata(parts: Path) -> dict[str, Any]:
    from torch.distributed.checkpoint.hf_storage import HuggingFaceStorageReader

    found: dict[str, Any] = HuggingFaceStorageReader(str(parts)).read_metadata().state_dict_metadata
    return found


def _read_parts(parts: Path, name: str, own: Tensors) -> None:
    """Each process reads what it holds, whoever wrote it."""
    from torch.distributed.checkpoint.hf_storage import HuggingFaceStorageReader
    from torch.distributed.checkpoint.state_dict_loader import load

    wanted = {f"{name}/{key}": tensor.reshape(1) if tensor.ndim == 0 else tensor for key, tensor in own.items()}
    there = {key for key in _metadata(parts) if key.startswith(f"{name}/")}
    assert there == wanted.keys(), "a checkpoint of another model or optimizer"
    load(wanted, storage_reader=HuggingFaceStorageReader(str(parts)), no_dist=True)


def weights_of(model: nn.Module) -> Tensors:
    """The model's own tensors by name, each shared one once (the files know no sharing)."""
    seen: set[int] = set()
    found = {}
    for name, tensor in model.state_dict(keep_vars=True).items():
        if isinstance(tensor, nn.Parameter) and not tensor.requires_grad:
            continue  # frozen: it is what it was when the model was built
        part = sharding.local(tensor)
        # A tensor without elements here has no address; the object is the same wherever it is shared.
        marks = {id(tensor), part.data_ptr()} if part.numel() else {id(tensor)}
        if marks & seen:
            continue
        seen |= marks
        found[name] = tensor.detach().contiguous()
    return found


@torch.no_grad()
def load_weights(model: nn.Module, tensors: Mapping[str, Tensor]) -> None:
    """The inverse of `weights_of`, in place, so that an optimizer's references stay good."""
    own = weights_of(model)
    assert own.keys() == tensors.keys(), "a checkpoint of another model"
    for name, tensor in own.items():
        sharding.put(tensor, tensors[name])
