"""A decoder whose size the budget sets: layers, width and tokens with the lowest expected loss on a device."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Callable, Mapping
from typing import Any

from modelyard.core import registry
from modelyard.core.features import FeatureSpec
from modelyard.core.recipe import Recipe
from modelyard.pipeline.networks import architecture_of
from modelyard.planning.quality import scaling
from modelyard.planning.workload import Workload

# As `training.sizing` has it: of the peak that a step reaches, and of the time that goes into steps.
REACHED, STEPPING = 0.5, 0.8
# Positions of a step that a compute budget suits. Source: Bi et al. 2024, "DeepSeek LLM", equation 1.
_BATCH_FACTOR, _BATCH_EXPONENT = 0.2920, 0.3271
# Shares of the peak that are tried on a device: size and speed depend on one another, and not every size fits.
_MOST_PASSES = 12.0  # of the loop: defaults.CORPUS_EPOCHS times defaults.CEILING
_SHARES = (0.5, 0.4, 0.3, 0.15, 0.05)


def sizer(recipe: Recipe) -> Any:
    """What `quoting.rows` asks with a workload, the seconds there are, the peak of the devices, and a step's seconds.

    Without the last (on this machine) it decides as the run itself will: a share of the peak is supposed.
    """
    free_batch = recipe.train.batch_size is None and recipe.train.batch_tokens is None

    def sized(
        work: Workload, seconds: float, peak: float, ask: Callable[[Workload], float | None] | None = None
    ) -> tuple[Workload, Mapping[str, Any]]:
        if ask is None:
            found = _sized(work, seconds, REACHED * peak, free_batch=False)
            return found, details(found)
        tried = [_sized(work, seconds, share * peak, free_batch=free_batch) for share in _SHARES]
        able = [(one, step) for one in tried if (step := ask(one)) is not None]
        # Where none fits the smallest is refused with what would make it fit.
        fitted = [_in_time(one, seconds, step) for one, step in able] or [min(tried, key=_parameters)]
        best = min(fitted, key=lambda one: float(details(one).get("loss", 0.0)))
        return best, details(best)

    return sized


def _parameters(work: Workload) -> int:
    assert work.architecture is not None
    return work.architecture.parameters


def _in_time(work: Workload, seconds: float, step_seconds: float) -> Workload:
    """With the steps that there is time for, at most those that the loop would make."""
    steps = max(1, min(work.ceiling, int(STEPPING * seconds / step_seconds)))
    return dataclasses.replace(work, steps=steps, ceiling=steps)


def _sized(work: Workload, seconds: float, flops_per_second: float, *, free_batch: bool) -> Workload:
    module = registry.load("models", work.family, field="model.family")
    config, best = module.size(
        work.config,
        tokens=max(1, round(work.unique_tokens)),
        vocabulary=work.vocabulary,
        seconds=STEPPING * seconds,
        flops_per_second=flops_per_second,
    )
    batch = work.batch
    if free_batch:
        wanted = _BATCH_FACTOR * (6.0 * best.parameters * best.tokens) ** _BATCH_EXPONENT / work.positions
        batch = min(work.examples, max(work.batch, 1 << max(0, round(math.log2(max(1.0, wanted))))))
    spec = FeatureSpec(kind="tokens", width=work.vocabulary, max_length=round(work.positions))
    allowed = max(1, round(work.ceiling * work.batch / batch))  # as many passes as the loop would make
    steps = max(1, min(allowed, math.ceil(best.tokens / (batch * work.positions))))
    if free_batch:
        allowed = max(1, round(_MOST_PASSES * work.unique_tokens / (batch * work.positions)))
    return dataclasses.replace(
        work,
        config=config,
        architecture=architecture_of(module, config, spec, 0),
        batch=batch,
        steps=steps,
        ceiling=allowed if free_batch else steps,
        open_size=False,
    )


def details(work: Workload) -> Mapping[str, Any]:
    """The size, as a row of a quote keeps it, with the overrides that ask for it."""
    sizes = getattr(work.config, "sizes", None)
    if sizes is None or work.architecture is None:
        return {}
    trained = work.tokens(work.steps) * work.bytes_per_token
    tokens, unique = (
        size / scaling.LAW_BYTES_PER_TOKEN for size in (trained, work.unique_tokens * work.bytes_per_token)
    )
    loss = scaling.bits(scaling.expected(work.architecture.parameters, max(1.0, tokens), max(1.0, unique)).value)
    overrides = [f"model.layers={sizes['layers']}", f"model.width={sizes['width']}"]
    overrides.append(f"train.batch_tokens={round(work.batch * work.positions)}")
    return {
        "parameters": work.architecture.parameters,
        "layers": sizes["layers"],
        "width": sizes["width"],
        "tokens": round(work.tokens(work.steps)),
        "batch": work.batch,
        "loss": loss,
        "overrides": " ".join(overrides),
    }
