"""The stages of language models: documents, then tokens, then the same training as every task."""

from __future__ import annotations

from modelyard.core.recipe import Recipe
from modelyard.core.run import Run
from modelyard.pipeline.stages import CODE, PACKAGE, REPORT, Stage


def _prepare(recipe: Recipe, run: Run) -> None:
    from modelyard.data.corpus import prepare_corpus

    prepare_corpus(recipe, run.path / "bundle", lambda text, share: run.emit("progress", text=text, share=share))


def _tokenize(recipe: Recipe, run: Run) -> None:
    from modelyard.data.corpus import Corpus
    from modelyard.training.tokenize import tokenize

    tokenize(recipe, Corpus.open(run.path / "bundle"), run)


def _train(recipe: Recipe, run: Run) -> None:
    from modelyard.data.corpus import Corpus
    from modelyard.training.corpus import CorpusGround
    from modelyard.training.train import train

    train(CorpusGround(recipe, Corpus.open(run.path / "bundle"), run))


def _evaluate(recipe: Recipe, run: Run) -> None:
    from modelyard.data.corpus import Corpus
    from modelyard.evaluation.language import evaluate

    evaluate(recipe, Corpus.open(run.path / "bundle"), run)


CORPUS = (
    Stage(name="prepare", run=_prepare, sections=("task", "data", "seed"), writes=("bundle",), code=("core", "data")),
    Stage(name="tokenize", run=_tokenize, sections=("model",), writes=("tokens",), code=("core", "data")),
    Stage(
        name="train",
        run=_train,
        sections=("model", "train", "budget"),
        writes=("models/selection.json",),
        code=CODE,
    ),
    PACKAGE,
    Stage(
        name="evaluate",
        run=_evaluate,
        sections=("evaluate",),
        writes=("claims.json", "evaluation.json"),
        code=("evaluation",),
    ),
    REPORT,
)
