"""What the planner is asked by a published row, and what was measured."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

import numpy as np

from modelyard.core.errors import DataError, RecipeError
from modelyard.planning import costs, counting, decoding, efficiency
from modelyard.planning.published import memory as published_memory
from modelyard.planning.published import runs as published
from modelyard.planning.published.decoding import Generation, generation
from modelyard.planning.published.rows import checked
from modelyard.planning.published.runs import Run

Fold = Mapping[str, Any] | None


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One figure of one row: `amounts` go into the fit, `likeness` chooses the band."""

    id: str
    kind: str
    source: str
    measured: float
    trusted: bool
    assumed: tuple[str, ...]
    likeness: str
    amounts: Mapping[str, float] = field(default_factory=dict)
    fitted: bool = True

    def predict(self, fold: Fold) -> tuple[float, float, float]:
        """The figure and its band, by the coefficients of a fold or by those of the package."""
        name = KINDS[self.kind]
        own = efficiency.coefficients(name) if fold is None else fold["coefficients"]
        value = float(PREDICT[name](self.amounts, own))
        band = efficiency.band(name, self.likeness)
        low, high = band.low, band.high
        if fold is not None:
            known = fold["bands"]
            low, high = known.get(self.likeness) or max(known.values(), key=lambda one: one[1] / one[0])
        return value, value * low, value * high


def step_seconds(amounts: Mapping[str, Any], c: Mapping[str, float]) -> Any:
    """Seconds of a step; of a whole run's hours with what interrupts it."""
    return sum(efficiency.step_parts(amounts, c).values()) * (1 + c["interruptions"] * amounts["whole"])


def tokens_per_second(amounts: Mapping[str, Any], c: Mapping[str, float]) -> Any:
    """Generated tokens a second; of a question about a prompt the prompt's."""
    prompt = efficiency.prompt_seconds(amounts, c)
    return np.where(amounts["first"] > 0, amounts["given"] / prompt, efficiency.generated_per_second(amounts, c))


def memory_bytes(amounts: Mapping[str, Any], c: Mapping[str, float]) -> Any:
    """Bytes of a device's peak: a formula without coefficients."""
    return amounts["bytes"]


FINE_TUNING = "fine-tuning time"
KINDS = {
    "step time": "training",
    "hours of a run": "training",
    FINE_TUNING: "training",
    "tokens/s": "decoding",
    "prompt tokens/s": "decoding",
    "memory": "memory",
}
PREDICT = {"training": step_seconds, "decoding": tokens_per_second, "memory": memory_bytes}


def generating(one: Generation) -> Iterator[Asked]:
    """The speed of generation, and of the prompt, of a row."""
    counted = decoding.work(one.architecture, one.device, one.asked)
    amounts = asdict(counted) | {"first": 0.0, "given": 0.0}
    common = {"id": one.id, "source": one.source, "trusted": published.trusted(one.row), "assumed": ()}
    if one.tokens_per_second:
        yield Asked(
            **common,
            kind="tokens/s",
            measured=one.tokens_per_second,
            likeness=decoding.likeness(one.asked.batch, one.asked.engine),
            amounts=amounts,
        )
    if one.first_token_seconds and one.asked.prompt:
        of_prompt = amounts | {"first": 1.0, "given": float(one.asked.prompt)}
        rate = one.asked.prompt / one.first_token_seconds
        yield Asked(**common, kind="prompt tokens/s", measured=rate, likeness="prompt", amounts=of_prompt)


def training(run: Run) -> Asked | None:
    """The step time of a row; None where it measured none."""
    seconds = published.measured_seconds(run)
    if seconds is None:
        return None
    amounts = asdict(
        counting.work(
            run.architecture,
            run.layout,
            run.device,
            run.training,
        )
    )
    return Asked(
        id=run.id,
        kind=FINE_TUNING if run.kind == "memory" else "hours of a run" if run.inclusive else "step time",
        fitted=run.kind != "memory",
        source=run.source,
        measured=seconds,
        trusted=published.trusted(run.row),
        assumed=run.assumed,
        likeness=costs.likeness(
            run.architecture, run.layout, run.device, precision=run.training.precision, whole_run=run.inclusive
        ),
        amounts=amounts | {"whole": float(run.inclusive)},
    )


def asked(rows: Sequence[dict[str, Any]]) -> list[Asked]:
    """Every figure of the rows that the planner predicts; rows that contradict themselves are passed over."""
    found: list[Asked] = []
    for row in rows:
        with contextlib.suppress(RecipeError, DataError):
            found.extend(_of(row))
    return found


def _of(stated: dict[str, Any]) -> Iterator[Asked]:
    row = checked(stated)
    # A row of memory that says how fast it ran is predicted too; none is fitted to.
    timed = row["kind"] == "train" or (
        row["kind"] == "memory" and (row.get("measured") or {}).get("tokens_per_s_per_gpu")
    )
    if timed and (run := published.run(row)) is not None:
        question = training(run)
        if question is not None:
            yield question
    if row["kind"] == "infer" and (one := generation(row)) is not None:
        yield from generating(one)
    for peak in published_memory.questions([row]):
        yield Asked(
            id=peak.id,
            kind="memory",
            source=peak.source,
            measured=peak.measured,
            trusted=published.trusted(row),
            assumed=peak.assumed,
            likeness="any",
            amounts={"bytes": peak.predicted.total},
        )
