"""`run`: from a recipe to a finished run directory, going on where an earlier process stopped."""

from __future__ import annotations

import contextlib
import os
import platform
import shlex
import signal
import time
from collections.abc import Iterator, Sequence
from importlib import metadata
from pathlib import Path
from types import FrameType
from typing import Any

from modelyard.core import durable, recipe_file, trail
from modelyard.core.recipe import Recipe
from modelyard.core.revision import code_version
from modelyard.core.run import Listener, Run
from modelyard.pipeline.billing import bill_of, booked, keep_quote
from modelyard.pipeline.directory import (
    AnyRecipe,
    default_directory,
    read_recipe,
    refuse_another_recipe,
    refuse_other_data,
)
from modelyard.pipeline.evidence import reserved_seconds
from modelyard.pipeline.launching import leading
from modelyard.pipeline.learning import after_seconds, learn
from modelyard.pipeline.stages import run_stages, stages_of


def run(
    recipe: AnyRecipe,
    *,
    out: str | os.PathLike[str] | None = None,
    overrides: Sequence[str] = (),
    listener: Listener | None = None,
) -> Run:
    """Prepare, train, package, evaluate and report; go on where an earlier process stopped.

    On a finished run directory it does nothing. A directory whose run is of data that has changed since is left as it
    is: the next free one is taken, or `out` is refused. Raises: ModelyardError (see `modelyard.core.errors`).
    """
    resolved = read_recipe(recipe, overrides)
    with leading(resolved):
        return _run(recipe, resolved, out, overrides, listener)


def _run(
    recipe: AnyRecipe,
    resolved: Recipe,
    out: str | os.PathLike[str] | None,
    overrides: Sequence[str],
    listener: Listener | None,
) -> Run:
    from modelyard.pipeline.workloads import check_family

    check_family(resolved)  # before a directory is made for it
    passed: list[str] = []
    this = Run(Path(out) if out is not None else default_directory(recipe, resolved, passed))
    if listener:
        this.subscribe(listener)
    text = recipe_file.to_yaml(resolved)
    refuse_another_recipe(this, resolved)
    notices = [*passed, *refuse_other_data(this, resolved)]
    if _is_done(this, listener):  # asked before owning: a finished run may lie where nothing can be written
        return this
    with this.owned():
        refuse_another_recipe(this, resolved)  # again: another process may have begun one since
        if _is_done(this, listener):
            return this
        if not (this.path / "recipe.yaml").exists():
            durable.write_text(this.path / "recipe.yaml", text)
        if not (this.path / "plan.json").exists():
            durable.write_json(this.path / "plan.json", plan_of(resolved, command_line(recipe, out, overrides)))
        this.emit("started", version=code_version("core"), process=os.getpid())
        trail.record("run", run=this.path)
        for notice in notices:
            this.notice(notice)
        with _termination_is_an_interrupt(), booked(this, keep_quote(resolved, this)):
            run_stages(resolved, this)
        this.emit("finished")
        trail.record_artifact("finish", this.path)
        learn(this)
    return this


def _is_done(run: Run, listener: Listener | None) -> bool:
    if run.status != "finished":
        return False
    if listener:
        listener({"event": "notice", "text": f"{run.path}: this run is finished; nothing to do"})
    return True


def command_line(recipe: AnyRecipe, out: str | os.PathLike[str] | None, overrides: Sequence[str]) -> str | None:
    """The command that repeats this run; None for a recipe given in Python. Not the process's own: it may be any."""
    if not isinstance(recipe, (str, os.PathLike)):
        return None
    place = [] if out is None else ["--out", os.fspath(out)]
    return shlex.join(["modelyard", "run", os.fspath(recipe), *overrides, *place])


def plan_of(recipe: Recipe, command: str | None) -> dict[str, Any]:
    """What `plan.json` holds: when, on what machine, at what price and with what budget the run began.

    Raises: RecipeError where the budget is for another machine.
    """
    bill = bill_of(recipe)
    return {
        "created": round(time.time(), 3),
        **bill,
        "after_seconds": after_seconds(recipe),
        "evidence_seconds": reserved_seconds(recipe, bill["budget_seconds"]),
        "environment": environment(),
        "stages": [stage.name for stage in stages_of(recipe)],
        "command": command,
    }


def environment() -> dict[str, Any]:
    """Versions and machine, for the plan and the artifact."""
    versions = {}
    for name in (
        "modelyard",
        "numpy",
        "onnxruntime",
        "tokenizers",
        "torch",
        "transformers",
        "scikit-learn",
        "lightgbm",
    ):
        with contextlib.suppress(metadata.PackageNotFoundError):
            versions[name] = metadata.version(name)
    return {
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "processors": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count(),
        "memory_bytes": os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"),
        "versions": versions,
    }


@contextlib.contextmanager
def _termination_is_an_interrupt() -> Iterator[None]:
    """SIGTERM (a scheduler, `kill`) is handled as Ctrl-C is. Only a main thread can listen."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    try:
        before = signal.signal(signal.SIGTERM, stop)
    except ValueError:
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
