"""The other verbs: look at a file, check a recipe, open and list runs, describe a recipe for editors."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from modelyard.core import durable, recipe_file, registry, secrets, trail
from modelyard.core.errors import ModelyardError, RunError
from modelyard.core.recipe import Recipe
from modelyard.core.report import Claim
from modelyard.core.run import Run
from modelyard.pipeline.directory import AnyRecipe, read_recipe

if TYPE_CHECKING:
    from modelyard.data.examine import Examined
    from modelyard.inference import Predictor


def check(recipe: AnyRecipe, *, overrides: Sequence[str] = ()) -> list[str]:
    """Check the recipe and its data without training; the lines that say what was found."""
    resolved = read_recipe(recipe, overrides)
    if _reads_running_text(resolved.task):
        from modelyard.data.corpus_verdict import check_corpus

        return check_corpus(resolved)
    if _sort(resolved.task) in ("conversations", "pairs"):
        return _check_conversations(resolved)
    from modelyard.data.verdict import check_lines
    from modelyard.pipeline.workloads import check_family

    check_family(resolved)
    return check_lines(resolved, lambda examined: _check_answer(resolved, examined))


def _check_answer(recipe: Recipe, examined: Examined) -> None:
    """What is stated of answers can be fitted to these data."""
    if recipe.answer.stated:
        from modelyard.inference.deciding import check as check_stated

        target = examined.inference.schema.target
        labels = target.values if target is not None else ()
        known = recipe.answer if labels else recipe.answer.model_copy(update={"costs": None})  # too many to be listed
        check_stated(known, labels, examined.counts["validation"])


def _check_conversations(recipe: Recipe) -> list[str]:
    from modelyard.core.recipe_errors import validate
    from modelyard.data.conversation_verdict import check_conversations
    from modelyard.data.features.turns import Turns
    from modelyard.tasks._conversations import context_of, tokenizer_of

    module = registry.load("models", recipe.model.family, field="model.family")
    config = validate(module.Config, recipe.model.options, lines={}, prefix=("model",), where="recipe")
    return check_conversations(recipe, Turns(tokenizer_of(config)), context_of(config))


def _reads_running_text(task: str) -> bool:
    return _sort(task) in ("corpus", "masked")


def _sort(task: str) -> str:
    return str(registry.load("tasks", task, field="task").Task.sort)


def new(
    path: str | os.PathLike[str],
    *,
    target: str | None = None,
    task: str | None = None,
    out: str | os.PathLike[str] = "recipe.yaml",
    overwrite: bool = False,
) -> list[str]:
    """Look at a file, write a recipe for it, and return the lines that say what was inferred and what is wrong."""
    from modelyard.data import conversation_proposal, corpus_verdict
    from modelyard.data.verdict import propose

    if Path(out).exists() and not overwrite:
        raise RunError(
            "this file exists already", where=str(out), remedy="Give another name with --out, or --force to replace it."
        )
    secrets.refuse_literal(os.fspath(path), where="command line", field="the address")
    name = os.fspath(path)
    talks = conversation_proposal.task_of(name) if task is None and target is None else task
    if talks is not None and _sort(talks) in ("conversations", "pairs"):
        proposal = conversation_proposal.propose_conversations(name, talks)
    elif _reads_running_text(task) if task else target is None and corpus_verdict.is_running_text(name):
        proposal = corpus_verdict.propose_corpus(name, task=task or corpus_verdict.TASK)
    else:
        proposal = propose(name, target=target, task=task)
    durable.write_text(Path(out), proposal.text)
    return [*proposal.lines, f"wrote {out}     next: modelyard plan {out}"]


def load(path: str | os.PathLike[str], *, backend: str = "auto", threads: int | None = None) -> Predictor:
    """Open a finished run (or an artifact), verify it and replay its golden examples.

    A language model comes as a LanguagePredictor, which also has `generate` and `chat`.
    """
    from modelyard.inference.language import load as load_any

    trail.record_artifact("open", path)
    return load_any(Path(path), backend=backend, threads=threads)


def merge(path: str | os.PathLike[str], out: str | os.PathLike[str] | None = None) -> Path:
    """Write the whole model of a run that trained an adapter, for other programs and for further training."""
    from modelyard.export.merge import merge as merge_run

    return merge_run(Path(path), Path(out) if out is not None else None)


def runs(root: str | os.PathLike[str] = "runs") -> list[dict[str, Any]]:
    """What stands under `root`: path, task, data, metric with interval, seconds, status of every run, newest last.

    `cost` is the time that one answer takes, asked alone.
    """
    from modelyard.evaluation.verdict import price_of_answer

    found = []
    for recipe_path in sorted(Path(root).glob("**/recipe.yaml")) if Path(root).is_dir() else []:
        this = Run(recipe_path.parent)
        if not (this.path / "plan.json").exists() or _is_fold(this.path):
            continue
        row: dict[str, Any] = {"path": str(this.path), "status": this.status, "started": 0.0}
        try:
            recipe = recipe_file.load_saved(recipe_path)
            row |= {"task": recipe.task, "data": ", ".join(Path(name).name for name in recipe.data.train)}
            row["started"] = this.read_json("plan.json")["created"]
            if row["status"] == "finished":
                verdict = this.read_json("evaluation.json")["verdict"]
                row |= {
                    "metric": str(Claim.from_json(verdict["model"])),
                    "seconds": this.read_json("summary.json")["seconds"],
                    "cost": price_of_answer(verdict["cost"]["model"]),
                    "model": this.read_json("models/selection.json")["shipped"],
                }
        except ModelyardError as error:
            row |= {"status": "damaged", "error": str(error)}
        found.append(row)
    return sorted(found, key=lambda row: row["started"])


def _is_fold(path: Path) -> bool:
    """Whether it is one of a run's cross-validation, which is the run that is listed."""
    return path.parent.name == "folds" and (path.parent.parent / "plan.json").is_file()


def recipe_schema() -> dict[str, Any]:
    """The JSON schema of a recipe, with the fields of every model family, for editors."""
    import importlib

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
