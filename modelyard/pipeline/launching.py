"""A run on several processes: torchrun starts them, one leads it, the others take their part of each training step."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from modelyard.core import processes
from modelyard.core.errors import Interrupted, ModelyardError, RecipeError, TrainingError
from modelyard.core.recipe import Recipe
from modelyard.core.registry import missing_extra
from modelyard.core.run import Run
from modelyard.pipeline.directory import read_recipe
from modelyard.pipeline.stages import stages_of

# Where a process that `launch` started leaves the exit code that another start would not change.
OUTCOME = "MODELYARD_OUTCOME"
# Processes that are stopped have so long to save.
STOP_SECONDS = 120


def launch(
    recipe: str,
    *,
    overrides: Sequence[str] = (),
    out: str | None = None,
    nodes: int = 1,
    gpus_per_node: int | None = None,
    rendezvous: str | None = None,
    restarts: int = 3,
) -> int:
    """Run a recipe by torchrun, on this machine's share of `nodes`; returns the exit code of the run.

    After a process is lost, all are started again up to `restarts` times and go on from the last checkpoint.
    Raises: RecipeError for numbers that do not fit, TrainingError when processes are lost again and again.
    """
    resolved = read_recipe(recipe, overrides)
    each = gpus_per_node or _processes_here(resolved, nodes)
    processes.data_size(resolved.train.parallel, nodes * each)
    if nodes > 1 and rendezvous is None:
        raise RecipeError(
            "several nodes meet at an address that all of them are told",
            where="--rendezvous",
            remedy="Give the same on every node: --rendezvous HOST:PORT, HOST being one of them.",
        )
    try:
        from torch.distributed.elastic.multiprocessing.api import SignalException
        from torch.distributed.elastic.multiprocessing.errors import ChildFailedError
        from torch.distributed.run import parse_args, run
    except ModuleNotFoundError as error:
        raise missing_extra(error.name or "torch", needed_for="modelyard launch") from error
    meeting = ["--standalone"]
    if nodes > 1:
        meeting = ["--rdzv-backend=c10d", f"--rdzv-endpoint={rendezvous}", "--rdzv-id=modelyard"]
    options = [f"--nnodes={nodes}", f"--nproc-per-node={each}", f"--max-restarts={restarts}", *meeting]
    options += [f"--shutdown-timeout={STOP_SECONDS}", "--monitor-interval=0.5", "-m", "modelyard"]
    command = ["run", recipe, *overrides, *(["--out", out] if out else [])]
    with tempfile.TemporaryDirectory() as folder:
        outcome = Path(folder) / "outcome.json"
        os.environ[OUTCOME] = str(outcome)
        # Each start has a store of its own, whatever nodes come and go.
        os.environ["TORCH_DISABLE_SHARE_RDZV_TCP_STORE"] = "1"
        os.environ.setdefault("OMP_NUM_THREADS", "1")  # the loop sets its own; torchrun would say so in six lines
        try:
            run(parse_args([*options, *command]))  # type: ignore[no-untyped-call]
        except SignalException as error:
            if not outcome.exists():
                raise Interrupted(
                    f"stopped by {signal.Signals(error.sigval).name}", remedy="Give the same command again to go on."
                ) from error
        except ChildFailedError as error:
            if not outcome.exists():
                raise TrainingError(
                    f"processes were lost {restarts + 1} times; the last one was {_which(error)}",
                    remedy="Mend what ended it (see above), and give the same command again: it goes on.",
                ) from error
        finally:
            del os.environ[OUTCOME]
        return _left(outcome) or 0


def _processes_here(recipe: Recipe, nodes: int) -> int:
    """As many as the recipe names, or as there are GPUs."""
    parallel = recipe.train.parallel
    if parallel.data is not None:
        whole, rest = divmod(parallel.data * parallel.tensor, nodes)
        if not rest:
            return whole
    else:
        import torch

        if torch.cuda.device_count():
            return torch.cuda.device_count()
    raise RecipeError(
        "how many processes each node starts must be said",
        where="--gpus-per-node",
        remedy=f"Give it, or train.parallel.data as a multiple of {nodes}.",
    )


def _which(error: Any) -> str:
    rank, failure = error.get_first_failure()
    return f"process {rank} with exit code {failure.exitcode}"


def _left(outcome: Path) -> int | None:
    try:
        return int(json.loads(outcome.read_text(encoding="utf-8")))
    except (FileNotFoundError, ValueError):
        return None


def exit_code(error: ModelyardError | KeyboardInterrupt) -> int:
    """What this process shall exit with. Under `launch`, 0 where a new start would end in the same error of the leader.

    torchrun starts all again where one exits with anything else.
    """
    code = error.exit_code if isinstance(error, ModelyardError) else Interrupted.exit_code
    place = os.environ.get(OUTCOME)
    if place is None or processes.rank():
        return code
    if processes.count() > 1:
        from modelyard.training.team import OutOfStep

        if isinstance(error, OutOfStep):
            return code
    Path(place).write_text(json.dumps(code), encoding="utf-8")
    return 0


@contextlib.contextmanager
def leading(recipe: Recipe) -> Iterator[None]:
    """Within, this process leads the others, where there are any.

    Raises: RecipeError where the recipe is for another number of processes.
    """
    if processes.count() == 1:
        processes.data_size(recipe.train.parallel, 1)
        yield
        return
    from modelyard.training import team

    with team.joined(recipe.train.device) as this:
        try:
            _end_as_before()
            processes.data_size(recipe.train.parallel, this.size)
            yield
        except BaseException as error:
            if not team.is_out_of_step(error):
                this.tell({"do": "end"})
            raise
        this.tell({"do": "end"})


def _end_as_before() -> None:
    """Raises: SystemExit where torchrun started the processes again after the run had ended for good."""
    place = os.environ.get(OUTCOME)
    code = _left(Path(place)) if place else None
    if code is None or not place:
        return
    if code == Interrupted.exit_code:  # it was torchrun that stopped this one, for another was lost
        Path(place).unlink()
        return
    raise SystemExit(0)


def follow(recipe: str, overrides: Sequence[str] = ()) -> None:
    """What every other process does: wait for the leader, and train with it."""
    try:
        resolved = read_recipe(recipe, overrides)
        stages = {stage.name: stage for stage in stages_of(resolved)}
    except ModelyardError:
        return  # the leader reads the same recipe, and says what is wrong
    from modelyard.training import team

    with team.joined(resolved.train.device) as this:
        # The leader hears the same signal, and decides. In a training every process sees to it that a step is ended.
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, signal.SIG_IGN)
        while (word := this.tell())["do"] != "end":
            stages["train"].run(resolved, _Reader(Path(word["run"])))


class _Reader(Run):
    """A run that another process owns."""

    def emit(self, event: str, **fields: Any) -> None:
        """Nothing: the leader says it."""
