"""The stages as data, and the verbs that run them. The only place where stages meet.

A stage reads the run directory and writes to it durably. Its digest covers the parts of the recipe it depends on, the
digest of the stage before it and the version of the code; a stage whose digest stands in `stages.json` is kept.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import platform
import re
import resource
import shlex
import signal
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any

from modelyard.core import durable, recipe_file, secrets
from modelyard.core.errors import DataError, Interrupted, ModelyardError, RecipeError, RequestError, RunError
from modelyard.core.recipe import Data, Evaluate, Recipe
from modelyard.core.report import Claim
from modelyard.core.run import Listener, Run
from modelyard.core.schema import Rows

if TYPE_CHECKING:
    from modelyard.inference import Predictor

AnyRecipe = Recipe | Mapping[str, Any] | str | os.PathLike[str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Stage:
    """One step from data to report: `sections` of the recipe decide its digest, `writes` must stand when it is done."""

    name: str
    run: Callable[[Recipe, Run], None]
    sections: tuple[str, ...]
    writes: tuple[str, ...]


def _prepare(recipe: Recipe, run: Run) -> None:
    from modelyard.data.bundle import prepare

    prepare(recipe, run.path / "bundle", lambda text, share: run.emit("progress", text=text, share=share))


def _train(recipe: Recipe, run: Run) -> None:
    from modelyard.data.bundle import Bundle
    from modelyard.training.train import train

    train(recipe, Bundle.open(run.path / "bundle"), run)


def _package(recipe: Recipe, run: Run) -> None:
    from modelyard.export.package import package

    package(run)


def _evaluate(recipe: Recipe, run: Run) -> None:
    from modelyard.data.bundle import Bundle
    from modelyard.evaluation.evaluate import evaluate as evaluate_stage

    evaluate_stage(recipe, Bundle.open(run.path / "bundle"), run)


def _report(recipe: Recipe, run: Run) -> None:
    from modelyard.reporting.report import report

    _summarise(run)
    report(run)


STAGES = (
    Stage(name="prepare", run=_prepare, sections=("task", "data", "seed"), writes=("bundle",)),
    Stage(name="train", run=_train, sections=("model", "train", "budget"), writes=("models/selection.json",)),
    Stage(name="package", run=_package, sections=(), writes=("artifact",)),
    Stage(name="evaluate", run=_evaluate, sections=("evaluate",), writes=("claims.json", "evaluation.json")),
    Stage(name="report", run=_report, sections=("title",), writes=("report.html", "card.md", "summary.json")),
)


def run(
    recipe: AnyRecipe,
    *,
    out: str | os.PathLike[str] | None = None,
    overrides: Sequence[str] = (),
    listener: Listener | None = None,
) -> Run:
    """Prepare, train, package, evaluate and report; go on where an earlier process stopped.

    On a finished run directory it does nothing. Raises: ModelyardError (see `modelyard.core.errors`).
    """
    resolved = read_recipe(recipe, overrides)
    this = Run(Path(out) if out is not None else _default_directory(recipe, resolved))
    if listener:
        this.subscribe(listener)
    text = recipe_file.to_yaml(resolved)
    _refuse_another_recipe(this, resolved)
    if _is_done(this, listener):  # asked before owning: a finished run may lie where nothing can be written
        return this
    with this.owned():
        _refuse_another_recipe(this, resolved)  # again: another process may have begun one since
        if _is_done(this, listener):
            return this
        if not (this.path / "recipe.yaml").exists():
            durable.write_text(this.path / "recipe.yaml", text)
        if not (this.path / "plan.json").exists():
            durable.write_json(this.path / "plan.json", _plan(resolved, _command(recipe, out, overrides)))
        this.emit("started", version=_version(), process=os.getpid())
        with _termination_is_an_interrupt():
            _run_stages(resolved, this)
        this.emit("finished")
    return this


def _is_done(run: Run, listener: Listener | None) -> bool:
    if run.status != "finished":
        return False
    if listener:
        listener({"event": "notice", "text": f"{run.path}: this run is finished; nothing to do"})
    return True


def _run_stages(recipe: Recipe, run: Run) -> None:
    stages_file = run.path / "stages.json"
    done: dict[str, Any] = run.read_json("stages.json") if stages_file.exists() else {}
    sections = recipe.model_dump(mode="json")
    digest = _version()
    for stage in STAGES:
        content = json.dumps([stage.name, digest, [sections[name] for name in stage.sections]], sort_keys=True)
        digest = hashlib.sha256(content.encode()).hexdigest()
        written = all((run.path / name).exists() for name in stage.writes)
        if written and done.get(stage.name, {}).get("digest") == digest:
            run.emit("stage", name=stage.name, state="kept", seconds=0.0)
            continue
        started = time.monotonic()
        run.emit("stage", name=stage.name, state="started")
        try:
            stage.run(recipe, run)
        except (KeyboardInterrupt, Interrupted) as error:
            run.emit("interrupted", name=stage.name)
            raise Interrupted(
                f"stopped in {stage.name}; everything done so far is saved in {run.path}",
                remedy="Give the same command again to go on.",
            ) from error
        except ModelyardError as error:
            run.emit("failed", name=stage.name, error=str(error))
            raise
        seconds = round(time.monotonic() - started, 3)
        done[stage.name] = {"digest": digest, "seconds": seconds}
        durable.write_json(stages_file, done)
        run.emit("stage", name=stage.name, state="done", seconds=seconds, peak_memory_bytes=_peak_memory_bytes())


def check(recipe: AnyRecipe, *, overrides: Sequence[str] = ()) -> list[str]:
    """Check the recipe and its data without training; the lines that say what was found."""
    from modelyard.data.verdict import check_lines

    return check_lines(read_recipe(recipe, overrides))


def new(
    path: str | os.PathLike[str],
    *,
    target: str | None = None,
    task: str | None = None,
    out: str | os.PathLike[str] = "recipe.yaml",
    overwrite: bool = False,
) -> list[str]:
    """Look at a file, write a recipe for it, and return the lines that say what was inferred and what is wrong."""
    from modelyard.data.verdict import propose

    if Path(out).exists() and not overwrite:
        raise RunError(
            "this file exists already", where=str(out), remedy="Give another name with --out, or --force to replace it."
        )
    secrets.refuse_literal(os.fspath(path), where="command line", field="the address")
    proposal = propose(os.fspath(path), target=target, task=task)
    durable.write_text(Path(out), proposal.text)
    return [*proposal.lines, f"wrote {out}     next: modelyard run {out}"]


def load(path: str | os.PathLike[str], *, backend: str = "auto", threads: int | None = None) -> Predictor:
    """Open a finished run (or an artifact), verify it and replay its golden examples."""
    from modelyard.inference import Predictor

    return Predictor.load(Path(path), backend=backend, threads=threads)


def evaluate(
    path: str | os.PathLike[str], data: str, *, settings: Evaluate | None = None
) -> tuple[list[Claim], dict[str, Any]]:
    """The figures of a finished run on any labelled file."""
    from modelyard.data.sources import read_rows
    from modelyard.evaluation.evaluate import evaluate_file

    predictor = load(path)
    rows, places = read_rows(data, _data_settings(Path(path), data))
    return evaluate_file(predictor, rows, places, settings or Evaluate())


def predict(path: str | os.PathLike[str], data: str, out: str | os.PathLike[str]) -> list[str]:
    """Answer every row of a file, in its order, into another file; rows without an input get an empty answer.

    The answer's columns (`prediction`, `confidence`, `score: <label>`) stand after the file's own. Returns notices.
    """
    from modelyard.data.sources import read_rows, write_rows

    predictor = load(path)
    rows, places = read_rows(data, _data_settings(Path(path), data))
    answers, notices = _answers(predictor, rows, places)
    clash = sorted(set(rows) & set(answers))
    if clash:
        raise DataError(
            f"the column {clash[0]!r} is one that predict writes", where=data, remedy="Rename it in the file."
        )
    write_rows(Path(out), {**rows, **answers})
    return notices


def _answers(predictor: Predictor, rows: Rows, places: Sequence[str]) -> tuple[dict[str, list[Any]], list[str]]:
    from modelyard.core.schema import row_count, take

    inputs = [column.name for column in predictor.schema.inputs]
    absent = [name for name in inputs if name not in rows]
    if absent:
        raise DataError(
            f"the model needs the column {absent[0]!r}",
            where=places[0].rpartition(":")[0] if places else "the file",
            remedy=f"Its columns are: {', '.join(rows)}.",
        )
    texts = [column.name for column in predictor.schema.inputs if column.kind == "text"]
    count = row_count(rows)
    whole = [i for i in range(count) if not texts or any(str(rows[name][i] or "").strip() for name in texts)]
    try:
        predictions = iter(predictor.predict(take({name: rows[name] for name in inputs}, whole)) if whole else [])
    except RequestError as error:
        raise _in_the_file(error, [places[i] for i in whole]) from error
    kept = set(whole)
    answers = [next(predictions) if i in kept else {} for i in range(count)]
    columns: dict[str, list[Any]] = {}
    if any("value" in answer for answer in answers):
        columns["prediction"] = [answer.get("value") for answer in answers]
    else:
        columns["prediction"] = [answer.get("label") for answer in answers]
        columns["confidence"] = [max(answer["scores"].values()) if answer else None for answer in answers]
        for label in next((answer["scores"] for answer in answers if answer), {}):
            columns[f"score: {label}"] = [answer["scores"][label] if answer else None for answer in answers]
    notices = []
    if len(whole) < count:
        first = [places[i] for i in range(count) if i not in kept][:3]
        notices.append(f"{count - len(whole)} rows have no text ({', '.join(first)}): their answer is empty")
    return columns, notices


def _in_the_file(error: RequestError, places: Sequence[str]) -> ModelyardError:
    """The error of a request (`inputs[3].age`) as one of a file (`people.csv:5`)."""
    place = re.fullmatch(r"inputs\[(\d+)\]\.(.*)", error.where, re.DOTALL)
    if place is None:
        return error
    return DataError(f"{place[2]}: {error.rule}", where=places[int(place[1])], got=error.got, remedy=error.remedy)


def serve(
    path: str | os.PathLike[str],
    *,
    host: str = "127.0.0.1",
    port: int = 8000,
    allowed_hosts: Sequence[str] = (),
    api_keys_file: Path | None = None,
    threads: int | None = None,
) -> None:
    """Serve a finished run over HTTP until it is stopped."""
    from modelyard.serving import serve as serve_forever

    serve_forever(
        Path(path),
        host=host,
        port=port,
        allowed_hosts=tuple(allowed_hosts),
        api_keys_file=api_keys_file,
        threads=threads,
    )


def runs(root: str | os.PathLike[str] = "runs") -> list[dict[str, Any]]:
    """What stands under `root`: path, task, data, metric with interval, seconds, status of every run, newest last.

    `cost` is the time that one answer takes, asked alone.
    """
    from modelyard.evaluation.wording import format_claim, milliseconds

    found = []
    for recipe_path in sorted(Path(root).glob("**/recipe.yaml")) if Path(root).is_dir() else []:
        this = Run(recipe_path.parent)
        if not (this.path / "plan.json").exists():
            continue
        row: dict[str, Any] = {"path": str(this.path), "status": this.status, "started": 0.0}
        try:
            recipe = recipe_file.load_saved(recipe_path)
            row |= {"task": recipe.task, "data": ", ".join(Path(name).name for name in recipe.data.train)}
            row["started"] = this.read_json("plan.json")["created"]
            if row["status"] == "finished":
                verdict = this.read_json("evaluation.json")["verdict"]
                row |= {
                    "metric": format_claim(Claim.from_json(verdict["model"])),
                    "seconds": this.read_json("summary.json")["seconds"],
                    "cost": f"{milliseconds(verdict['cost']['model']['milliseconds'])} an answer",
                    "model": this.read_json("models/selection.json")["shipped"],
                }
        except ModelyardError as error:
            row |= {"status": "damaged", "error": str(error)}
        found.append(row)
    return sorted(found, key=lambda row: row["started"])


def read_recipe(recipe: AnyRecipe, overrides: Sequence[str] = ()) -> Recipe:
    """A recipe from a file, a mapping or a recipe, with overrides applied."""
    if isinstance(recipe, Recipe):
        return recipe_file.from_mapping(recipe.model_dump(mode="json"), overrides)
    if isinstance(recipe, Mapping):
        return recipe_file.from_mapping(recipe, overrides)
    return recipe_file.load(Path(recipe), overrides)


def _data_settings(path: Path, data: str) -> Data:
    """How to read a further file for this run: its own recipe's rules for missing cells, but no fixed format."""
    for folder in (path, path.parent):
        if (folder / "recipe.yaml").is_file() and (folder / "plan.json").is_file():
            own = recipe_file.load_saved(folder / "recipe.yaml").data
            return Data(train=(data,), missing=own.missing)
    return Data(train=(data,))


def _default_directory(recipe: AnyRecipe, resolved: Recipe) -> Path:
    """`runs/<name>`, or the first `runs/<name>-2`, `-3`, ... that is free or holds this very recipe.

    A run's own saved recipe, unchanged, means that run.
    """
    if isinstance(recipe, (str, os.PathLike)):
        own = Path(recipe).parent
        if Path(recipe).name == "recipe.yaml" and (own / "plan.json").is_file() and _holds(own, resolved):
            return own
    stem = Path(recipe).stem if isinstance(recipe, (str, os.PathLike)) else "recipe"
    if stem == "recipe":
        stem = Path(resolved.data.train[0].rstrip("/").rpartition("/")[2]).name.partition(".")[0] or "run"
    number = 1
    while True:
        path = Path("runs") / (stem if number == 1 else f"{stem}-{number}")
        if not (path / "recipe.yaml").exists() or _holds(path, resolved):
            return path
        number += 1


def _holds(path: Path, resolved: Recipe) -> bool:
    """Whether the run in `path` is of this recipe; a damaged one, or an older version's, is of another."""
    try:
        return recipe_file.load_saved(path / "recipe.yaml") == resolved
    except RecipeError:
        return False


def _refuse_another_recipe(this: Run, resolved: Recipe) -> None:
    if not (this.path / "recipe.yaml").exists():
        # What a run killed in its first write leaves is a run's, too.
        ours = (".lock", "events.jsonl", durable.TEMPORARY)
        if this.path.is_dir() and not all(path.name.startswith(ours) for path in this.path.iterdir()):
            raise RunError(
                "this directory holds something else than a run", where=str(this.path), remedy="Give another --out."
            )
        return
    there = recipe_file.load_saved(this.path / "recipe.yaml")
    if there == resolved:
        return
    old, new_ = there.model_dump(mode="json"), resolved.model_dump(mode="json")
    section = next(name for name in new_ if old.get(name) != new_[name])
    raise RunError(
        f"this directory holds a run of another recipe ({section} differs)",
        where=str(this.path),
        got=new_[section],
        remedy="Give another --out.",
    )


def _command(recipe: AnyRecipe, out: str | os.PathLike[str] | None, overrides: Sequence[str]) -> str | None:
    """The command that repeats this run; None for a recipe given in Python. Not the process's own: it may be any."""
    if not isinstance(recipe, (str, os.PathLike)):
        return None
    place = [] if out is None else ["--out", os.fspath(out)]
    return shlex.join(["modelyard", "run", os.fspath(recipe), *overrides, *place])


def _plan(recipe: Recipe, command: str | None) -> dict[str, Any]:
    return {
        "created": round(time.time(), 3),
        "budget_seconds": recipe.budget.minutes * 60 if recipe.budget.minutes else None,
        "environment": environment(),
        "stages": [stage.name for stage in STAGES],
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


def _summarise(run: Run) -> None:
    """Time and memory so far, over all the processes that worked on this run."""
    from modelyard.training.budget import seconds_spent

    stages: dict[str, float] = {}
    peak = _peak_memory_bytes()
    for event in run.events("stage"):
        if event["state"] == "done":
            stages[event["name"]] = stages.get(event["name"], 0.0) + event["seconds"]
            peak = max(peak, event.get("peak_memory_bytes", 0))
    durable.write_json(
        run.path / "summary.json",
        {"seconds": round(seconds_spent(run), 1), "stages": stages, "peak_memory_bytes": peak},
    )


def _peak_memory_bytes() -> int:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


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


def _version() -> str:
    from modelyard import __version__

    return __version__


def recipe_schema() -> dict[str, Any]:
    """The JSON schema of a recipe, with the fields of every model family, for editors."""
    import importlib

    from modelyard.core import registry

    schema = Recipe.model_json_schema(by_alias=True)
    families = {}
    for name in registry.names("models"):
        config = getattr(importlib.import_module(f"modelyard.models.{name.replace('-', '_')}"), "Config", None)
        if config is not None:
            families[name] = config.model_json_schema(by_alias=True)
    schema["properties"]["task"]["enum"] = registry.names("tasks")
    schema["properties"]["model"] = {
        "anyOf": [
            {"enum": ["auto", *families], "type": "string"},
            *(
                {**own, "properties": {"family": {"const": name}, **own["properties"]}, "required": ["family"]}
                for name, own in families.items()
            ),
        ],
        "default": "auto",
    }
    return schema
