"""Checkpoints of a team: the leader writes and removes, every process reads.

Weights that every process has whole are written by the leader, in the format of one process. Weights that are dealt out
are written by all at once, each its parts, through `torch.distributed.checkpoint` (as safetensors, nothing pickled)
while the training goes on; the leader then seals the directory with its digests like any other. Both formats are read
at any number of processes and in any layout, one process included: `Checkpoints.read` knows them apart.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

from safetensors import SafetensorError
from safetensors.torch import save_file
from torch import Tensor

from modelyard.core import durable
from modelyard.core.errors import RunError
from modelyard.training import sharding
from modelyard.training.checkpoint import FORMAT, PARTS, Checkpoints, Saved, Tensors
from modelyard.training.team import Team


class TeamCheckpoints:
    """As `Checkpoints`, of which the leader has one; all processes must call the same functions in the same order."""

    def __init__(self, directory: Path, own: Checkpoints | None, team: Team) -> None:
        self.directory = directory
        self._team, self._own = team, own
        self._pending: Future[Any] | None = None
        self._sealer = ThreadPoolExecutor(1, thread_name_prefix="checkpoint")
        self._anchor: int | None = None

    @property
    def anchor(self) -> int | None:
        """As that of `Checkpoints`."""
        return self._anchor

    @anchor.setter
    def anchor(self, step: int | None) -> None:
        self._anchor = step
        if self._own is not None:
            self._own.anchor = step

    def save(self, step: int, state: Mapping[str, Any], tensors: Mapping[str, Tensors]) -> None:
        """As that of `Checkpoints`; of parts it begins a checkpoint, and ends the one before it.

        Raises: RunError when either cannot be written.
        """
        self.finish()
        cut = {name for name, content in tensors.items() if any(map(sharding.is_sharded, content.values()))}
        if not cut:
            if self._own is not None:
                self._own.save(step, state, tensors)
            return
        from torch.distributed.checkpoint.hf_storage import HuggingFaceStorageWriter
        from torch.distributed.checkpoint.state_dict_saver import async_save

        small = {name: {k: t.clone() for k, t in tensors[name].items()} for name in tensors.keys() - cut}
        text = json.dumps(state, ensure_ascii=False, allow_nan=False) + "\n"
        stack = contextlib.ExitStack()
        place = ""
        if self._own is not None:
            manifest = {"kind": "checkpoint", "format": FORMAT, "step": step}
            final = self.directory / f"{step:08d}"
            temporary = stack.enter_context(durable.new_directory(final, manifest=manifest))
            (temporary / PARTS).mkdir()
            place = temporary.name
        place = self._team.tell(place)
        writing: Any = async_save(
            flat({name: tensors[name] for name in cut}),
            storage_writer=HuggingFaceStorageWriter(str(self.directory / place / PARTS), save_distributed=True),
            process_group=self._team.writing,
        )
        self._pending = writing
        if self._own is not None:
            self._pending = self._sealer.submit(_seal, writing, stack, self.directory / place, small, text, self._own)

    def finish(self) -> None:
        """Wait until a checkpoint that is being written stands.

        Raises: RunError when it cannot be written.
        """
        pending, self._pending = self._pending, None
        if pending is None:
            return
        try:
            pending.result()
        except RunError:
            raise
        except (SafetensorError, OSError, RuntimeError) as error:  # CheckpointException derives from BaseException
            raise self._unwritten(error) from error
        except BaseException as error:
            if type(error).__name__ != "CheckpointException":
                raise
            raise self._unwritten(error) from error
        self._team.wait()

    def _unwritten(self, error: BaseException) -> RunError:
        return RunError(
            f"cannot write a checkpoint ({' '.join(str(error).split())[:200]})",
            where=str(self.directory),
            remedy="Free some space and give the same command again: it goes on from what is saved.",
        )

    def steps(self) -> list[int]:
        """As that of `Checkpoints`."""
        self.finish()
        found: list[int] = self._team.tell(self._own.steps() if self._own else None)
        return found

    def drop(self, step: int) -> None:
        """As that of `Checkpoints`."""
        self.finish()
        if self._own is not None:
            self._own.drop(step)

    def drop_after(self, step: int) -> None:
        """As that of `Checkpoints`."""
        self.finish()
        if self._own is not None:
            self._own.drop_after(step)

    def latest(
        self, notice: Callable[[str], None], abandoned: Callable[[int, Mapping[str, Any]], bool] | None = None
    ) -> Saved | None:
        """As that of `Checkpoints`: the leader looks, all read."""
        self.finish()
        step = self._team.tell(self._own.newest(notice, abandoned) if self._own else None)
        return None if step is None else Checkpoints.read(self.directory, step)

    def write_plan(self, plan: Mapping[str, Any]) -> None:
        """As that of `Checkpoints`; by the leader."""
        if self._own is not None:
            self._own.write_plan(plan)


def flat(tensors: Mapping[str, Tensors]) -> Tensors:
    """By "file/name". A number is an array of one: slices are read, and it has none."""
    pairs = ((f"{file}/{name}", tensor) for file, own in tensors.items() for name, tensor in own.items())
    return {name: tensor.reshape(1) if tensor.ndim == 0 else tensor for name, tensor in pairs}


def _seal(
    writing: Future[Any],
    stack: contextlib.ExitStack,
    temporary: Path,
    small: Mapping[str, dict[str, Tensor]],
    text: str,
    own: Checkpoints,
) -> None:
    """When all have written their parts: add the rest, digest, rename, and remove old ones."""
    with stack:  # where anything fails, nothing of it stays
        writing.result()
        for name, content in small.items():
            save_file(content, temporary / f"{name}.safetensors")
        (temporary / "state.json").write_text(text, encoding="utf-8")
    own.prune()
