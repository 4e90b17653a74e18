"""The tokenizer of a run and the training text as its tokens: `tokens/`, which every family of the run reads."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from modelyard.core import durable, registry, variables
from modelyard.core.errors import ArtifactError, RecipeError
from modelyard.core.recipe import Recipe
from modelyard.core.recipe_errors import validate
from modelyard.core.run import Run
from modelyard.data.corpus import Corpus
from modelyard.data.features.language import LanguageTokenizer
from modelyard.data.shards import write_shards

# What the tokenizer was made from; without it a half-written one would be taken for whole.
_ORIGIN, _FILE = "origin.json", "tokenizer.json"


def tokenize(recipe: Recipe, corpus: Corpus, run: Run) -> None:
    """Write `tokens/`: the tokenizer, trained on the training text, given or the checkpoint's, and the shards.

    Killed, the same call goes on with the tokenizer and the shards that stand. Raises: RecipeError, RunError.
    """
    directory = run.path / "tokens" / "tokenizer"
    directory.mkdir(parents=True, exist_ok=True)
    vocabulary, source, given = _wanted(recipe)
    origin = {"corpus": corpus.fingerprint, "vocabulary": vocabulary, "from": source}
    if given:
        path = _place_of(given)
        origin["tokenizer"] = {"path": str(path), "sha256": durable.file_digest(path / _FILE)}
    tokenizer = _standing(run, origin)
    if tokenizer is None:
        run.emit("progress", text="opening the tokenizer" if source or given else "training the tokenizer", share=0.0)
        if source:
            tokenizer = LanguageTokenizer.from_checkpoint(source)
        elif given:
            tokenizer = LanguageTokenizer.load(path)
        else:
            tokenizer = LanguageTokenizer.fit(corpus.texts("train"), vocabulary)
        (directory / _ORIGIN).unlink(missing_ok=True)
        tokenizer.save(directory)
        digest = hashlib.sha256(tokenizer.content.encode()).hexdigest()
        durable.write_json(directory / _ORIGIN, {**origin, "digest": digest})
    shards = write_shards(
        corpus,
        "train",
        tokenizer,
        run.path / "tokens",
        progress=lambda text, share: run.emit("progress", text=text, share=share),
    )
    run.emit(
        "tokens",
        tokens=shards.tokens,
        documents=shards.documents,
        vocabulary=tokenizer.vocabulary,
        tokenizer=hashlib.sha256(tokenizer.content.encode()).hexdigest(),
        bytes_per_token=round(float(shards.bytes.sum()) / max(1, shards.tokens), 3),
    )


def given(run: Run) -> str:
    """The digest that the recipe's tokenizer has now; where it is gone, the one that was read; empty without one."""
    try:
        read = json.loads((run.path / "tokens" / "tokenizer" / _ORIGIN).read_text(encoding="utf-8")).get("tokenizer")
    except FileNotFoundError:
        return ""
    if read is None:
        return ""
    path = Path(read["path"]) / _FILE
    return durable.file_digest(path) if path.is_file() else str(read["sha256"])


def _place_of(given: str) -> Path:
    """The directory of a tokenizer: one that `tokenizer train` or `transformers` wrote, or of a run.

    Raises: RecipeError where there is none.
    """
    path = Path(variables.fill(given)).expanduser()
    for directory in (path / "artifact", path / "tokens" / "tokenizer", path):
        if (directory / _FILE).is_file():
            return directory.resolve()
    raise RecipeError(
        "there is no tokenizer.json here",
        where="model.tokenizer",
        got=given,
        remedy="Give a run of a language model, or a directory that `modelyard tokenizer train` wrote.",
    )


def _wanted(recipe: Recipe) -> tuple[Any, str | None, str | None]:
    """The vocabulary, the checkpoint and the tokenizer that the recipe's family names."""
    task = registry.load("tasks", recipe.task, field="task").Task
    named = recipe.model.family
    family = task.candidates[0] if named == "auto" else named
    module = registry.load("models", family, field="model.family")
    config = validate(module.Config, recipe.model.options, lines={}, prefix=("model",), where="recipe")
    return getattr(config, "vocabulary", None), getattr(config, "from_", None), getattr(config, "tokenizer", None)


def _standing(run: Run, origin: dict[str, Any]) -> LanguageTokenizer | None:
    """The tokenizer that an earlier process of this run made; None where there is none, or of something else."""
    directory = run.path / "tokens" / "tokenizer"
    try:
        stored = json.loads((directory / _ORIGIN).read_text(encoding="utf-8"))
        found = LanguageTokenizer.load(directory)
    except (FileNotFoundError, ArtifactError):
        return None
    digest = hashlib.sha256(found.content.encode()).hexdigest()
    return found if stored == {**origin, "digest": digest} else None
