"""The processes of one training and what they say to each other; one process is a team of one and says nothing.

Process 0 leads: it runs every stage, decides by the clock, and alone writes. The others follow: they wait
to be told, and take their part of each step. torchrun starts them and says by its environment who is who.
"""

from __future__ import annotations

import contextlib
import datetime
import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import torch

from modelyard.core import processes
from modelyard.core.errors import Interrupted, RunError, TrainingError
from modelyard.training import device
from modelyard.training.shortage import is_shortage

# Followers wait while the leader prepares data, validates and writes.
WAIT = datetime.timedelta(days=30)
# For each other at the start, and within a step (NCCL): longer means that one of them hangs.
JOIN = datetime.timedelta(minutes=10)

_REMEDY = "Give the same command again: it goes on from the last checkpoint."
# What gloo, NCCL and the store say when another process has ended.
_CONNECTION = re.compile(r"gloo|NCCL|[Cc]onnection|TCPStore|Broken pipe|[Tt]imed? ?out|remote process")


@dataclass(frozen=True, slots=True)
class Team:
    """This process among the `size` of a training, the `local_size` of them on this machine. It uses `device`."""

    rank: int = 0
    size: int = 1
    local_rank: int = 0
    local_size: int = 1
    device: str = "cpu"
    # Host messages pass over gloo, beside the device's own collectives; those of a checkpoint that is being written
    # must not meet them.
    _control: Any = None
    writing: Any = None

    @property
    def leads(self) -> bool:
        """Whether this process decides and writes."""
        return self.rank == 0

    @property
    def threads(self) -> int:
        """Compute threads of each process: this machine's processors shared out."""
        count = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
        return max(1, count // self.local_size)

    def tell(self, message: Any = None) -> Any:
        """The leader's message (plain JSON), on every process; followers wait for it."""
        if self.size == 1:
            return message
        import torch.distributed as dist

        with _lost():
            data = json.dumps(message).encode() if self.leads else b""
            length = torch.tensor([len(data)])
            dist.broadcast(length, 0, group=self._control)
            content = torch.frombuffer(bytearray(data), dtype=torch.uint8) if self.leads else None
            if content is None:
                content = torch.empty(int(length), dtype=torch.uint8)
            dist.broadcast(content, 0, group=self._control)
        return json.loads(bytes(content.tolist()))

    def agree(self, *values: float, raised: bool) -> tuple[list[float], bool]:
        """The leader's values, and whether any process has `raised` its hand."""
        if self.size == 1:
            return list(values), raised
        import torch.distributed as dist

        own = torch.tensor([*values, 0.0], dtype=torch.float64)
        if not self.leads:
            own.zero_()
        own[-1] = float(raised)
        with _lost():
            dist.all_reduce(own, group=self._control)
        *agreed, hands = own.tolist()
        return agreed, hands > 0

    def wait(self) -> None:
        """Until every process is here."""
        self.agree(raised=False)

    @contextlib.contextmanager
    def told(self, begin: dict[str, Any], end: dict[str, Any]) -> Iterator[None]:
        """Tell the followers `begin`, and `end` at the end, unless they are out of step by then (see `in_step`)."""
        self.tell(begin)
        try:
            yield
        except BaseException as error:
            if not is_out_of_step(error):
                self.tell(end)
            raise
        self.tell(end)

    @contextlib.contextmanager
    def in_step(self) -> Iterator[None]:
        """What all processes do in step. They end it together by what they agree on; anything else is marked."""
        if self.size == 1:
            yield
            return
        try:
            yield
        except (Interrupted, TrainingError):  # all of them raise it, at the same step
            raise
        except (MemoryError, RuntimeError) as error:
            raise _in_words(error, self.rank) or _marked(error) from error
        except BaseException as error:
            _marked(error)
            raise


class OutOfStep(RunError):
    """What all processes do in step has ended on one of them: nothing can be said to the others any more."""


def _marked(error: BaseException) -> BaseException:
    error.__dict__["out_of_step"] = True
    return error


def _in_words(error: BaseException, rank: int) -> OutOfStep | None:
    """What the user can do about the errors of a step that are no mistakes of ours; None for others."""
    if is_shortage(error):
        return OutOfStep(
            f"memory ran out in process {rank}",
            remedy="Raise train.accumulate (with a smaller train.batch_size: their product is a step), use more "
            "processes with train.parallel.shard, or make the model or its max_length smaller.",
        )
    text = " ".join(str(error).split())
    if _CONNECTION.search(text):
        return OutOfStep(f"a process of this training is gone ({text[:160]})", remedy=_REMEDY)
    return None


def is_out_of_step(error: BaseException | None) -> bool:
    """Whether an error (or what it came from) ended what all processes do in step on this one alone."""
    while error is not None:
        if isinstance(error, OutOfStep) or getattr(error, "out_of_step", False):
            return True
        error = error.__cause__ or error.__context__
    return False


ALONE = Team()
_current = ALONE


def is_same(here: bool) -> bool:
    """Whether what the leader sent is what every process has; all of them must ask."""
    return not _current.agree(raised=not here)[1]


def current() -> Team:
    """The team of this process."""
    return _current


@contextlib.contextmanager
def joined(setting: device.Setting = "auto") -> Iterator[Team]:
    """This process in the team that torchrun's environment names, one GPU each where `setting` means GPUs.

    It is `current()` within. Raises: OutOfStep where the others do not come; as `device.choose`.
    """
    global _current
    if processes.count() == 1 or _current.size > 1:
        yield _current
        return
    import torch.distributed as dist
    from torch.distributed.distributed_c10d import PrefixStore
    from torch.distributed.rendezvous import rendezvous

    local = int(os.environ.get("LOCAL_RANK", "0"))
    cuda = device.choose(setting).type == "cuda"
    if cuda:
        torch.cuda.set_device(local)
    with _lost():
        found, rank, size = next(rendezvous("env://", timeout=JOIN))
        # torchrun's store outlives a start, and would give out the addresses of processes that have ended.
        store = PrefixStore(f"start {os.environ.get('TORCHELASTIC_RESTART_COUNT', '0')}", found)
        backend = "cpu:gloo,cuda:nccl" if cuda else "gloo"
        dist.init_process_group(backend, store=store, rank=rank, world_size=size, timeout=JOIN)
        dist.all_reduce(torch.zeros(1))
        control, writing = (_group(dist) for _ in range(2))
    _current = Team(
        rank=rank,
        size=size,
        local_rank=local,
        local_size=int(os.environ.get("LOCAL_WORLD_SIZE", "1")),
        device=f"cuda:{local}" if cuda else "cpu",
        _control=control,
        writing=writing,
    )
    try:
        yield _current
    finally:
        _current = ALONE
        dist.destroy_process_group()


def _group(dist: Any) -> Any:
    """A group of all processes for host messages, once all of them are in it.

    Without the message, one that has little to say could end before another has found it, who would then wait.
    """
    group = dist.new_group(backend="gloo", timeout=WAIT)
    dist.all_reduce(torch.zeros(1), group=group)
    return group


@contextlib.contextmanager
def _lost() -> Iterator[None]:
    """Errors of the connection in words."""
    try:
        yield
    except RuntimeError as error:  # torch.distributed.DistError and gloo's own derive from it
        raise OutOfStep(
            f"a process of this training is gone ({' '.join(str(error).split())[:160]})",
            remedy=_REMEDY,
        ) from error
