"""What the terminal says about conversations, with nothing trained or kept."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np

from modelyard.core.recipe import Recipe
from modelyard.core.words import size
from modelyard.data.conversations import Conversations, prepare_conversations
from modelyard.data.features.turns import Turns
from modelyard.data.findings import amount
from modelyard.data.shown import safe
from modelyard.data.splits import NAMES
from modelyard.data.verdict import finding_lines


def check_conversations(recipe: Recipe, turns: Turns, context: int) -> list[str]:
    """The verdict on a recipe's conversations as the starting model reads them. Raises: DataError."""
    with tempfile.TemporaryDirectory() as folder:
        found = prepare_conversations(recipe, Path(folder) / "bundle", turns, context=context)
        lines = [*_about(recipe, found, context), *finding_lines(list(found.findings)), *_closing(found)]
    return [safe(line) for line in lines]


def _about(recipe: Recipe, found: Conversations, context: int) -> list[str]:
    tokens = found.tokens()
    lengths = tokens.lengths
    said = int((np.asarray(tokens.ids) >= 0).sum())
    middle, most = (int(np.quantile(lengths, share)) for share in (0.5, 0.95))
    name = Path(recipe.data.train[0]).name or recipe.data.train[0]
    noun = "conversation" if len(found.schema.inputs) == 1 else "pair"
    return [
        f"{name}   {amount(found.counts['read'], 'row')}",
        f"  {noun}s    median {middle:,} tokens, 95 % under {most + 1:,}, {context:,} fit     -> {recipe.task}",
        f"  answers    {said:,} of {len(tokens.ids):,} tokens: these are learned",
    ]


def _closing(found: Conversations) -> list[str]:
    parts = [f"{name} {found.counts[name]:,} ({size(found.bytes[name])} of answers)" for name in NAMES]
    dropped = sum(count for name, count in found.counts.items() if name.startswith("dropped_"))
    if dropped:
        parts.append(f"left out {dropped:,}")
    return ["splits   " + "   ".join(parts)]
