"""The stages of language models: documents, then tokens, then the same training as every task."""

from __future__ import annotations

from modelyard.core.recipe import Recipe
from modelyard.core.run import Run
from modelyard.pipeline.stages import EVIDENCE, PACKAGE, REPORT, TRAIN, Stage, evaluated, prepared


def _prepare(recipe: Recipe, run: Run) -> None:
    from modelyard.data.corpus import prepare_corpus

    prepare_corpus(recipe, run.path / "bundle", lambda text, share: run.emit("progress", text=text, share=share))


def _tokenize(recipe: Recipe, run: Run) -> None:
    from modelyard.data.corpus import Corpus
    from modelyard.training.tokenize import tokenize

    tokenize(recipe, Corpus.open(run.path / "bundle"), run)


def _evaluate(recipe: Recipe, run: Run) -> None:
    from modelyard.data.corpus import Corpus
    from modelyard.evaluation.language import evaluate

    evaluate(recipe, Corpus.open(run.path / "bundle"), run)


def _evaluate_masked(recipe: Recipe, run: Run) -> None:
    from modelyard.data.corpus import Corpus
    from modelyard.evaluation.masked import evaluate

    evaluate(recipe, Corpus.open(run.path / "bundle"), run)


def _tokenizer_found(run: Run) -> str:
    from modelyard.training.tokenize import given

    return given(run)


_TOKENIZE = Stage(
    name="tokenize",
    run=_tokenize,
    sections=("model",),
    writes=("tokens",),
    code=("core", "data"),
    found=_tokenizer_found,
)
CORPUS = (
    prepared(_prepare),
    _TOKENIZE,
    TRAIN,
    PACKAGE,
    evaluated(_evaluate),
    EVIDENCE,
    REPORT,
)
# An encoder is trained by masking tokens of the same corpus.
MASKED = (prepared(_prepare), _TOKENIZE, TRAIN, PACKAGE, evaluated(_evaluate_masked), EVIDENCE, REPORT)
