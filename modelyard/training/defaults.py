"""What the loop uses where the recipe is silent."""

from __future__ import annotations

import math
import os
from types import ModuleType

from modelyard.core.checkpoint import read_definition
from modelyard.core.errors import RecipeError
from modelyard.core.features import FeatureSpec
from modelyard.core.recipe import Section, Train

# Fine-tuning moves weights that are already good: at most about half the rate from scratch, and few passes. Small
# networks need, and bear, larger steps: this rate is for a width of 768, and falls as it grows (Yang et al. 2022,
# "Tensor programs V": Adam's rate for a hidden matrix goes with one over its width).
# Source: Devlin et al. 2019 (BERT) 2e-5 to 5e-5 at 768 and 1,024; Clark et al. 2020 (ELECTRA) 3e-4, 1e-4 and 5e-5 at
# 256, 768 and 1,024. Measured at 384: docs/decisions.md.
PRETRAINED_LEARNING_RATE, PRETRAINED_WIDTH = 5e-5, 768
PRETRAINED_BOUNDS = (2e-5, 3e-4)
PRETRAINED_EPOCHS = 3.0
# Source: Schulman et al. 2025, "LoRA without regret": the best rate of adapters is about ten times that of all weights.
ADAPTER_FACTOR = 10.0
# Examples seen in all, and the passes that they are worth at least and at most, by feature kind.
EXAMPLES_SEEN = {"tokens": (200_000, 3.0, 20.0), "dense": (500_000, 5.0, 100.0)}
# A budget may buy this many times the passes of the default; beyond that, a network only overfits.
CEILING = 3.0
# Fewer steps an epoch make the first epochs of a small table one noisy jump.
STEPS_PER_EPOCH = 10
SMALLEST_BATCH = 8
# Passes over running text. Source: Muennighoff et al. 2023, "Scaling data-constrained language models": up to four are
# worth almost as much as new text.
CORPUS_EPOCHS = 4.0
# Sorts of data that come as token streams, and the spikes that their trainings skip. Their gradient norms stay within
# a factor of three of their median when all is well.
STREAMS = ("corpus", "conversations")
SPIKE_FACTOR = 10.0
# `model: auto` without a budget, epochs or steps.
AUTO_BUDGET_SECONDS = 180.0


def is_pretrained(config: Section) -> bool:
    """Whether the weights come from a checkpoint (`model.from`)."""
    return bool(getattr(config, "from_", None))


def learning_rate(section: Train, module: ModuleType, config: Section, factor: float = 1.0) -> float:
    """The recipe's, or the family's own times `factor` (what the task asks of it)."""
    if section.learning_rate is not None:
        return section.learning_rate
    if not is_pretrained(config):
        return factor * float(module.LEARNING_RATE)
    if getattr(config, "adapter", None):
        factor *= ADAPTER_FACTOR
    found = read_definition(str(getattr(config, "from_", "")))
    widths = [int(found[name]) for name in ("hidden_size", "d_model", "dim", "n_embd") if found.get(name)]
    low, high = PRETRAINED_BOUNDS
    return factor * min(high, max(low, PRETRAINED_LEARNING_RATE * PRETRAINED_WIDTH / (widths or [PRETRAINED_WIDTH])[0]))


def batch_size(section: Train, module: ModuleType, examples: int) -> int:
    """The recipe's, or the family's own, smaller where there are few examples."""
    if section.batch_size is not None:
        return section.batch_size
    return min(int(module.BATCH_SIZE), max(SMALLEST_BATCH, examples // STEPS_PER_EPOCH))


def epochs(config: Section, spec: FeatureSpec, examples: int) -> float:
    """Passes over the training split, more of them over a small one."""
    if is_pretrained(config):
        return PRETRAINED_EPOCHS
    seen, low, high = EXAMPLES_SEEN[spec.kind]
    return min(high, max(low, seen / examples))


def settled(section: Train, sort: str, module: ModuleType, context: int) -> Train:
    """The section with what the sort of data decides: spikes, and a step's tokens as sequences of `context`.

    A step has at least `batch_tokens`; it is dealt into equal micro-batches of `batch_size` sequences at most.
    Raises: RecipeError where tokens are asked for and the data are no stream of them.
    """
    found: dict[str, float | int] = {}
    if section.spike_factor is None and sort in STREAMS:
        found["spike_factor"] = SPIKE_FACTOR
    if section.batch_tokens is not None:
        if sort not in STREAMS:
            raise RecipeError(
                "batch_tokens counts the tokens of running text and conversations",
                where="train.batch_tokens",
                got=section.batch_tokens,
                remedy="Set train.batch_size (examples) and train.accumulate here.",
            )
        sequences = math.ceil(section.batch_tokens / context)
        accumulate = math.ceil(sequences / (section.batch_size or int(module.BATCH_SIZE)))
        found |= {"accumulate": accumulate, "batch_size": math.ceil(sequences / accumulate)}
    return section.model_copy(update=found)


def threads(section: Train) -> tuple[int, ...]:
    """The recipe's number, or those worth trying: one, and as many as this process may use."""
    if section.threads is not None:
        return (section.threads,)
    most = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return (1, most) if most > 1 else (1,)
