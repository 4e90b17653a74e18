"""The stages of the tasks over conversations: the starting model, the conversations, then the same as every task."""

from __future__ import annotations

from modelyard.core.recipe import Recipe
from modelyard.core.run import Run
from modelyard.pipeline.stages import CODE, PACKAGE, REPORT, Stage


def _start(recipe: Recipe, run: Run) -> None:
    from modelyard.training.base import take

    take(recipe, run)


def _start_found(run: Run) -> str:
    from modelyard.training.base import digest

    return digest(run)


def _prepare(recipe: Recipe, run: Run) -> None:
    from modelyard.training.rendering import prepare

    prepare(recipe, run)


def _data_found(run: Run) -> str:
    from modelyard.data.bundle import sources_digest

    return sources_digest(run.path / "bundle")


def _train(recipe: Recipe, run: Run) -> None:
    from modelyard.data.conversations import Conversations
    from modelyard.training.base import check
    from modelyard.training.conversations import ConversationGround
    from modelyard.training.train import train

    check(run)
    train(ConversationGround(recipe, Conversations.open(run.path / "bundle"), run))


def _evaluate(recipe: Recipe, run: Run) -> None:
    from modelyard.data.conversations import Conversations
    from modelyard.evaluation.conversations import evaluate

    evaluate(recipe, Conversations.open(run.path / "bundle"), run)


START = Stage(
    name="start", run=_start, sections=("task", "model"), writes=("base",), code=("core",), found=_start_found
)
PREPARE = Stage(
    name="prepare",
    run=_prepare,
    sections=("task", "data", "seed"),
    writes=("bundle",),
    code=("core", "data"),
    found=_data_found,
)
EVALUATE = Stage(
    name="evaluate",
    run=_evaluate,
    sections=("evaluate",),
    writes=("claims.json", "evaluation.json"),
    code=("evaluation",),
)
CONVERSATIONS = (
    START,
    PREPARE,
    Stage(
        name="train",
        run=_train,
        sections=("model", "train", "budget"),
        writes=("models/selection.json",),
        code=CODE,
    ),
    PACKAGE,
    EVALUATE,
    REPORT,
)
