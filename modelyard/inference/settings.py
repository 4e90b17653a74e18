"""How a prompt is continued, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from modelyard.core.errors import RequestError
from modelyard.inference.constraint import Constraint


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """How a prompt is continued. Temperature 0 is greedy; `seed` None draws anew every time.

    The same seed gives a prompt the same answer whatever stands beside it in the batch (up to the rounding of sums).
    Raises: RequestError naming the field.
    """

    max_new_tokens: int = 128
    temperature: float = 1.0
    top_k: int | None = None
    top_p: float | None = None
    min_p: float | None = None
    repetition_penalty: float = 1.0
    stop: tuple[str, ...] = ()
    seed: int | None = None
    beams: int = 1
    length_penalty: float = 1.0
    constraint: Constraint | None = None

    def __post_init__(self) -> None:
        rules = (
            ("max_new_tokens", self.max_new_tokens >= 1, "at least 1"),
            ("temperature", 0 <= self.temperature <= 100, "from 0 to 100"),
            ("top_k", self.top_k is None or self.top_k >= 1, "at least 1"),
            ("top_p", self.top_p is None or 0 < self.top_p <= 1, "above 0 and at most 1"),
            ("min_p", self.min_p is None or 0 <= self.min_p <= 1, "from 0 to 1"),
            ("repetition_penalty", 0 < self.repetition_penalty <= 100, "above 0 and at most 100"),
            ("stop", all(self.stop), "texts that are not empty"),
            ("seed", self.seed is None or 0 <= self.seed < 2**63, "from 0 to 2^63 - 1"),
            ("beams", 1 <= self.beams <= 64, "from 1 to 64"),
        )
        for name, holds, rule in rules:
            if not holds:
                raise RequestError(f"{name} must be {rule}", where=name, got=getattr(self, name))
        if self.beams > 1 and (self.constraint is not None or self.temperature > 0):
            raise RequestError(
                "beam search takes the likeliest tokens, without a constraint",
                where="beams",
                got=self.beams,
                remedy="Set temperature to 0 and leave out the constraint, or set beams to 1.",
            )


@dataclass(frozen=True, kw_only=True, slots=True)
class Completion:
    """A continuation. `logprobs` are the model's own, before penalties and temperature, one a token.

    `tokens` are all that were drawn, without the one that ended it; `text` ends before a stop string.
    """

    text: str
    tokens: tuple[int, ...]
    logprobs: tuple[float, ...]
    finish_reason: Literal["stop", "length", "cancelled"]
    prompt_tokens: int
