"""The stages of the tasks over conversations: the starting model, the conversations, then the same as every task."""

from __future__ import annotations

from modelyard.core.recipe import Recipe
from modelyard.core.run import Run
from modelyard.pipeline.stages import EVIDENCE, PACKAGE, REPORT, TRAIN, Stage, evaluated, prepared


def _start(recipe: Recipe, run: Run) -> None:
    from modelyard.training.base import take

    take(recipe, run)


def _start_found(run: Run) -> str:
    from modelyard.training.base import digest

    return digest(run)


def _prepare(recipe: Recipe, run: Run) -> None:
    from modelyard.training.rendering import prepare

    prepare(recipe, run)


def _reference(recipe: Recipe, run: Run) -> None:
    from modelyard.training.pairs import compute_reference

    compute_reference(recipe, run)


def _evaluate_pairs(recipe: Recipe, run: Run) -> None:
    from modelyard.data.conversations import Conversations
    from modelyard.evaluation.preferences import evaluate

    evaluate(recipe, Conversations.open(run.path / "bundle"), run)


def _evaluate(recipe: Recipe, run: Run) -> None:
    from modelyard.data.conversations import Conversations
    from modelyard.evaluation.conversations import evaluate

    evaluate(recipe, Conversations.open(run.path / "bundle"), run)


START = Stage(
    name="start", run=_start, sections=("task", "model"), writes=("base",), code=("core",), found=_start_found
)
PREPARE = prepared(_prepare)
REFERENCE = Stage(
    name="reference", run=_reference, sections=("model",), writes=("reference",), code=("models", "training")
)
CONVERSATIONS = (START, PREPARE, TRAIN, PACKAGE, evaluated(_evaluate), EVIDENCE, REPORT)
PAIRS = (START, PREPARE, REFERENCE, TRAIN, PACKAGE, evaluated(_evaluate_pairs), EVIDENCE, REPORT)
