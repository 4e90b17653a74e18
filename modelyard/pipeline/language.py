"""The stages of language models: documents, then tokens, then the same training as every task."""

from __future__ import annotations

from modelyard.core import recipe_file
from modelyard.core.recipe import Recipe
from modelyard.core.run import Run
from modelyard.pipeline.stages import EVIDENCE, PACKAGE, REPORT, TRAIN, Stage, data_found, evaluated, prepared


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


def _found(run: Run) -> str:
    """What the data is, and the secrets that the recipe plants in it."""
    audit = recipe_file.load_saved(run.path / "recipe.yaml").audit
    secrets = f" canaries {audit.canaries}" if audit and audit.canaries else ""
    return data_found(run) + secrets


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
    prepared(_prepare, _found),
    _TOKENIZE,
    TRAIN,
    PACKAGE,
    evaluated(_evaluate),
    EVIDENCE,
    REPORT,
)
# An encoder is trained by masking tokens of the same corpus.
MASKED = (prepared(_prepare, _found), _TOKENIZE, TRAIN, PACKAGE, evaluated(_evaluate_masked), EVIDENCE, REPORT)
