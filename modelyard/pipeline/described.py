"""What a quote says beside its rows: the work in words, how good it will be, what serving costs, and notes."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from modelyard.core.run import Run
from modelyard.pipeline.directory import AnyRecipe
from modelyard.planning import local
from modelyard.planning.answers import answering
from modelyard.planning.answers.answering import Answer
from modelyard.planning.answers.economics import Load
from modelyard.planning.looking import Look
from modelyard.planning.money.prices import Price
from modelyard.planning.quality import scaling
from modelyard.planning.workload import Workload


def quality_of(work: Workload, chosen: Mapping[str, Any]) -> Mapping[str, Any]:
    """What published scaling laws expect of a decoder from scratch; nothing of other trainings.

    `chosen` is the size that a row's budget buys, where it is not the work's own.
    """
    if work.sort != "corpus" or work.family != "decoder" or work.pretrained or work.architecture is None:
        return {}
    parameters = int(chosen.get("parameters") or work.architecture.parameters)
    trained = float(chosen.get("tokens") or work.tokens(work.steps)) * work.bytes_per_token
    unique = min(trained, work.unique_tokens * work.bytes_per_token)
    found = scaling.quality(parameters, max(1.0, trained), max(1.0, unique))
    return {} if found is None else found.to_json()


def measured_answer(recipe: AnyRecipe) -> Answer | None:
    """How fast a finished run answers on this machine, where the recipe is its own; None where none was measured."""
    if not isinstance(recipe, (str, os.PathLike)):
        return None
    run = Run(Path(recipe).parent)
    if Path(recipe).name != "recipe.yaml" or run.status != "finished":
        return None
    cost = run.read_json("evaluation.json")["verdict"]["cost"]["model"]
    if cost.get("milliseconds") is not None:
        return Answer(seconds=cost["milliseconds"] / 1000)
    if cost.get("milliseconds_per_token") is not None:
        return Answer(seconds_a_token=cost["milliseconds_per_token"] / 1000)
    return None


def serving_of(
    work: Workload, load: Load, listed: Sequence[Price], own: Price, answer: Answer | None
) -> Mapping[str, Any]:
    """What a service of the model costs under a load, by device."""
    if work.is_stream and not load.tokens:
        load = replace(load, tokens_in=round(work.positions / 2), tokens_out=round(work.positions / 2))
    found = answering.services(work, load, listed=listed, here=local.device(), own=own, measured=answer)
    return answering.section(found, load)


def describe(work: Workload) -> Mapping[str, Any]:
    """What is trained, as plain values."""
    architecture = work.architecture
    found: dict[str, Any] = {
        "family": work.family,
        "examples": work.examples,
        "positions": round(work.positions, 1),
        "longest": work.longest,
        "batch": work.batch,
        "steps": work.steps,
        "epochs": round(work.epochs(work.steps), 3),
        "unit": "tokens" if work.is_text and work.network else "examples",
        "outputs": work.outputs,
    }
    if work.network:
        found |= {"optimizer": work.optimizer, "precision": work.precision}
    if architecture is not None and work.network:
        found |= {"parameters": architecture.parameters, "trained": architecture.trained}
    if work.is_stream:
        found |= {
            "tokens": round(work.tokens(work.steps)),
            "unique_tokens": round(work.unique_tokens),
            "vocabulary": work.vocabulary,
            "bytes_per_token": round(work.bytes_per_token, 2),
        }
    if work.adapter:
        found["adapter"] = work.adapter
    return found


def notes_of(work: Workload, look: Look) -> list[str]:
    """What a reader should know of the figures."""
    notes = []
    if not look.exact and not work.is_stream:
        notes.append(f"{look.rows:,} rows are an estimate: the data was looked at for {look.seconds:.2f} s only")
    if work.is_stream:
        notes.append(
            f"{work.unique_tokens:,.0f} training tokens are an estimate ({work.bytes_per_token:.2f} bytes a token, "
            "before cleaning and duplicates)"
        )
    if work.network and work.ceiling == work.steps and work.pretrained is False and work.limit_seconds is None:
        notes.append("a training that stops early takes less")
    if work.private:
        notes.append("the gradients of single examples (train.privacy) are counted on this machine only")
    return notes
