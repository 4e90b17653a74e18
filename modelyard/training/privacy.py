"""Differentially private training: examples are drawn by chance, and what was spent is told.

Who knows which examples were drawn, or the noise, knows too much: both follow from a key that stays in the run's
private folder, so that a training that was killed goes on with the same.
Source: Abadi et al. 2016, "Deep learning with differential privacy", algorithm 1.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from modelyard.core.recipe import Train
from modelyard.data.personal.masking import secret
from modelyard.training import privacy_terms
from modelyard.training.batches import Batch, Examples
from modelyard.training.feed import ExampleFeed
from modelyard.training.objective import Compute
from modelyard.training.plan import Plan
from modelyard.training.private_gradients import PrivateCompute, generator
from modelyard.training.private_sequences import Sequences

KEY_FILE = "private/noise.key"


class PoissonFeed(ExampleFeed):
    """Every example in a step with the same chance, whatever stands in the others; a step may have none.

    `protects` names what one example is: the unit of privacy.
    """

    def __init__(
        self,
        examples: Examples | Sequences,
        *,
        batch_size: int,
        accumulate: int,
        seed: int,
        key: bytes,
        protects: str = "row",
    ) -> None:
        super().__init__(examples, batch_size=batch_size, accumulate=accumulate, seed=seed)
        self.key, self.protects = key, protects
        self.rate = min(1.0, self.work_per_step / len(examples))

    def step(self, number: int, size: int) -> list[Batch]:
        """The examples that are drawn for a step, in parts."""
        drawn = np.flatnonzero(generator(self.key, "draw", number).random(len(self.examples)) < self.rate)
        examples = self.examples
        if isinstance(examples, Examples):
            return self._parts(drawn, size)
        assert isinstance(examples, Sequences) and examples.lengths is not None
        drawn = drawn[np.argsort(examples.lengths[drawn], kind="stable")]  # little padding
        random = generator(self.key, "sequence", number)
        return [examples.batch(drawn[start : start + size], random) for start in range(0, len(drawn), size)]

    def rounded(self, precision: str) -> PoissonFeed:
        """Itself: a private training is in float32."""
        assert precision == "fp32", precision
        return self


def key_of(run: Path) -> bytes:
    """The key of this run's noise, made where there is none."""
    return secret(run / KEY_FILE)


def applied(compute: Compute, feed: Any, section: Train, plan: Plan) -> Compute:
    """What computes a step's gradients: privately where the recipe asks for it."""
    if section.privacy is None:
        return compute
    terms = section.privacy
    noise = privacy_terms.noise_multiplier(terms.epsilon, terms.delta, feed.rate, planned_steps(plan))
    return PrivateCompute(compute, terms, key=feed.key, expected=feed.rate * len(feed.examples), noise=noise)


def planned_steps(plan: Plan) -> int:
    """The most steps that the training may take: the noise is for these."""
    return max(plan.timeline.total, plan.ceiling_steps)


def record(section: Train, plan: Plan, feed: Any, steps: int) -> dict[str, Any]:
    """What `training.json` says of it; nothing where the training is not private."""
    terms = section.privacy
    if terms is None:
        return {}
    noise = privacy_terms.noise_multiplier(terms.epsilon, terms.delta, feed.rate, planned_steps(plan))
    return {
        "privacy": {
            "epsilon": privacy_terms.spent(noise, terms.delta, feed.rate, steps),
            "epsilon_asked": terms.epsilon,
            "delta": terms.delta,
            "noise_multiplier": noise,
            "max_grad_norm": terms.max_grad_norm,
            "sample_rate": feed.rate,
            "steps": steps,
            "accountant": privacy_terms.ACCOUNTANT,
            "unit": feed.protects,
            "examples": len(feed.examples),
        }
    }
