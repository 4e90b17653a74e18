"""The evaluation stage: the shipped model and its baselines on rows that nobody trained on.

N rows; C classes. Everything in `claims.json` is a function of the model and the data; times an answer, which vary,
stand in `evaluation.json` alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from modelyard.core import durable
from modelyard.core.recipe import Evaluate, Recipe
from modelyard.core.report import Claim
from modelyard.core.run import Run
from modelyard.core.schema import Rows
from modelyard.core.words import counted
from modelyard.evaluation import detail, mistakes, stated
from modelyard.evaluation.judging import (
    Ground,
    Judged,
    Model,
    claims_of,
    cost,
    gain,
    judge,
    prepare_ground,
    training_claim,
    trivial,
)
from modelyard.evaluation.verdict import family_name, sentence, verdict_lines
from modelyard.inference.deciding import decided
from modelyard.inference.kept_outputs import keep_outputs

if TYPE_CHECKING:
    from modelyard.data.bundle import Bundle

_FEW, _SOME = 30, 200  # rows; an accuracy of 0.9 on 200 is known to about +-0.04

# What a row is called, by the sort of the task.
_ROWS = {
    "text": "texts",
    "corpus": "documents",
    "masked": "documents",
    "conversations": "conversations",
    "pairs": "pairs",
}
# One of them, and what more is needed where they are few.
_MORE = {
    "documents": ("document", "text"),
    "conversations": ("conversation", "conversations"),
    "pairs": ("pair", "pairs"),
}

__all__ = ["evaluate", "evaluate_file", "verdict_lines"]


def evaluate(recipe: Recipe, bundle: Bundle, run: Run) -> None:
    """Write `claims.json` and `evaluation.json`: every figure of the model and its baselines on the test split.

    Without a test split the validation split serves, without either the training split, and the verdict says so.
    Raises: DataError when no row has an answer, ArtifactError when the model's answers are not finite.
    """
    from modelyard.inference import Predictor

    selection = run.read_json("models/selection.json")
    shipped, cheap = str(selection["shipped"]), str(selection["cheap"])
    split = next((name for name in ("test", "validation") if bundle.counts.get(name)), "train")
    predictor = Predictor.load(run.path / "artifact")
    ground = prepare_ground(predictor, bundle.rows(split), bundle.places(split), split, recipe.evaluate, recipe.seed)
    notes = {
        "test": [],
        "validation": ["there is no test split: these rows also chose the model, so the figures flatter it"],
        "train": ["there is neither a test nor a validation split: the model was trained on these very rows"],
    }[split]
    rows = f"bundle/{split}.parquet"
    model = judge(predictor, ground, "model", f"evaluate: artifact on {rows}", shipped, _seconds(run, shipped))
    rivals = [trivial(ground, bundle.rows("train"), bundle.places("train"), predictor.schema, rows)]
    if recipe.evaluate.baseline and cheap != shipped:
        other = Predictor.load(run.path / "models" / cheap, verify=False)
        if recipe.answer.costs is not None:  # both choose their labels by the same costs
            other.task = other.task.deciding(decided(other, bundle, recipe.answer, recipe.seed)[0])
        name = family_name(cheap, predictor.task.sort, ground.kind)
        rivals.append(judge(other, ground, name, f"evaluate: models/{cheap} on {rows}", cheap, _seconds(run, cheap)))
    ships = "cheap" if cheap == shipped else "candidate"
    claims, evaluation = conclude(ground, model, rivals, ships, predictor, str(selection.get("metric", "")))
    evaluation |= _detail(ground, model, predictor)
    evaluation["notes"] = [*notes, *evaluation["notes"]]
    claims += [
        training_claim(judged, bundle.counts["train"]) for judged in (model, *rivals) if judged.family != "trivial"
    ]
    if model.raw is not None:
        keep_outputs(run, split, predictor.artifact.digest, model.raw)
    durable.write_json(run.path / "evaluation.json", evaluation)
    durable.write_json(run.path / "claims.json", [claim.to_json() for claim in claims])


def evaluate_file(
    predictor: Model, rows: Rows, places: Sequence[str], recipe_evaluate: Evaluate
) -> tuple[list[Claim], dict[str, Any]]:
    """The figures of a model on any labelled rows, beside the trivial answer of these very rows.

    Raises: DataError when a column is missing or no row has a usable answer, ArtifactError when answers are not finite.
    """
    name = places[0].rpartition(":")[0] or places[0] if places else "file"
    ground = prepare_ground(predictor, rows, places, name, recipe_evaluate, 0)
    artifact = getattr(predictor, "artifact", None)
    family = artifact.family if artifact else "model"
    model = judge(predictor, ground, "model", f"evaluate: artifact on {name}", family, None)
    rival = trivial(ground, ground.known.rows, ground.known.places, predictor.schema, name)
    claims, evaluation = conclude(ground, model, [rival], "unknown", predictor, "")
    return claims, evaluation | _detail(ground, model, predictor)


def conclude(
    ground: Ground, model: Judged, rivals: Sequence[Judged], ships: str, predictor: Model, chosen_by: str
) -> tuple[list[Claim], dict[str, Any]]:
    """All claims, and what the report shows of every kind of task. The last rival is the one to beat."""
    claims: list[Claim] = []
    left_out: dict[str, str] = {}
    for judged in (model, *rivals):
        found, reasons = claims_of(ground, judged)
        claims += found
        left_out = reasons if judged is model else left_out
    by_name = {(claim.subject, claim.name): claim for claim in claims}
    metric = chosen_by if ("model", chosen_by) in by_name else ground.metrics.PRIMARY
    sort = predictor.task.sort
    verdict: dict[str, Any] = {
        "metric": metric,
        "model": by_name["model", metric].to_json(),
        "ships": ships,
        "baselines": [
            {
                "name": rival.subject,
                "family": rival.family,
                "claim": by_name[rival.subject, metric].to_json(),
                "seconds": rival.seconds,
            }
            for rival in rivals
        ],
        "gain": gain(ground, metric, model, rivals[-1]),
        "cost": {"model": cost(ground, model, sort), "cheap": cost(ground, rivals[-1], sort)},
    }
    verdict["sentence"] = sentence(verdict)
    rows = _ROWS.get(sort, "rows")
    evaluation: dict[str, Any] = {
        "kind": ground.kind,
        "labels": list(ground.labels),
        "split": ground.split,
        "n": len(ground.known.targets),
        "rows": rows,
        "unseen": ground.split == "test",
        "notes": [*ground.known.notes, *_size_note(len(ground.known.targets), rows)],
        "stated": stated.notes(ground, model, rivals, predictor.task),
        "left_out": left_out,
        "verdict": verdict,
    }
    return claims, evaluation


def _size_note(n: int, rows: str) -> list[str]:
    if n >= _SOME:
        return []
    # What a language model learns from needs no labels.
    row, more = _MORE.get(rows, ("row", "labelled rows"))
    rest = f"a first impression, not evidence; judge it on more {more}" if n < _FEW else "the figures are rough"
    return [f"only {counted(n, row)} could be judged: {rest}"]


def _detail(ground: Ground, model: Judged, predictor: Model) -> dict[str, Any]:
    known, seed, outputs = ground.known, ground.seed, model.outputs.astype(np.float64)
    if ground.kind == "regression":
        return {
            **detail.regression_detail(known.targets.astype(np.float64), outputs, seed=seed),
            "mistakes": mistakes.regression_mistakes(known, predictor.schema, outputs),
        }
    classes, settings = known.targets.astype(np.int64), ground.settings
    labelled = None if model.labelled is None else model.labelled.astype(np.float64)
    chosen = (outputs if labelled is None else labelled).argmax(axis=1)
    return {
        **detail.classification_detail(
            classes,
            outputs,
            ground.labels,
            confidence=settings.confidence,
            resamples=settings.resamples,
            seed=seed,
            labelled=labelled,
        ),
        "mistakes": mistakes.classification_mistakes(known, predictor.schema, ground.labels, outputs, chosen),
        "samples": mistakes.samples(known, predictor.schema, ground.labels, outputs, chosen, seed=seed),
    }


def _seconds(run: Run, family: str) -> float:
    return float(run.read_json(f"models/{family}/training.json")["seconds"])
