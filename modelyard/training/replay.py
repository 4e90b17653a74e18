"""What a run learned from, to be repeated in a training that goes on from it.

Source: Ibrahim et al. 2024, "Simple and scalable strategies to continually pre-train large language models", section 4:
a few per cent of the old text keep most of what was known.
"""

from __future__ import annotations

from pathlib import Path

from modelyard.core.checkpoint import run_of
from modelyard.core.errors import ArtifactError, RecipeError, RunError
from modelyard.core.recipe import Recipe
from modelyard.data.conversations import Conversations
from modelyard.data.features.language import LanguageTokenizer
from modelyard.data.packing import Windows
from modelyard.data.packing_conversations import Mixed, PackedRows, Rows
from modelyard.data.shards import Shards


def mixed(rows: Rows, recipe: Recipe, tokenizer: LanguageTokenizer) -> Rows:
    """The rows with `train.replay` of them taken from what the run in `model.from` learned from; as they are without.

    Raises: RecipeError where there is no such run, or where it read other tokens.
    """
    share = recipe.train.replay
    if not share:
        return rows
    source = str(recipe.model.options["from"])
    run = run_of(source)
    if run is None:
        raise _unknown(source, "it is no run directory, so what it learned from is not known")
    return Mixed(rows, _learned(run, source, tokenizer, rows.length, recipe.seed), share, recipe.seed)


def _learned(run: Path, source: str, tokenizer: LanguageTokenizer, length: int, seed: int) -> Rows:
    try:
        if (run / "tokens" / "tokenizer").is_dir():
            _check_same(LanguageTokenizer.load(run / "tokens" / "tokenizer"), tokenizer, source)
            shards = Shards.open(run / "tokens", "train")
            return Windows([(shards, 1.0)], length, seed)
        _check_same(LanguageTokenizer.load(run / "base" / "tokenizer"), tokenizer, source)
        known = Conversations.open(run / "bundle")
        if known.task != "instruction":
            raise _unknown(source, f"it learned from pairs (task {known.task}), which are not repeated")
        return PackedRows(known.tokens(), known.index("train"), length, seed, tokenizer.end_id)
    except (ArtifactError, RunError) as error:
        raise _unknown(source, f"what it learned from is gone: {error}") from error


def _check_same(theirs: LanguageTokenizer, ours: LanguageTokenizer, source: str) -> None:
    if theirs.content != ours.content:
        raise _unknown(source, "it read other tokens")


def _unknown(source: str, why: str) -> RecipeError:
    return RecipeError(
        f"nothing of this model's training can be repeated: {why}",
        where="train.replay",
        got=source,
        remedy="Name the run directory in model.from, or leave train.replay out.",
    )
