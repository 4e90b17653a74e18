"""What the parts of people's judgement share: what each tells, how intervals are made, whose answer a vote was of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from modelyard.core.exhibit import Json
from modelyard.core.report import Claim
from modelyard.evaluation.votes import Vote

# The keys of the sheets, by name (`sheets.Sheet.key`).
Keys = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, kw_only=True, slots=True)
class How:
    """How intervals are made, and the source that claims name."""

    confidence: float
    resamples: int
    seed: int
    source: str


@dataclass(kw_only=True, slots=True)
class Told:
    """A part's share of the exhibit; `said` are sentences for the summary."""

    blocks: list[Json] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    limits: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    detail: dict[str, Any] = field(default_factory=dict)


def models_of(votes: Sequence[Vote], keys: Keys) -> list[str]:
    """The models judged, in the order in which the commands named them."""
    return list(dict.fromkeys(name for vote in votes for name in keys[vote.sheet]["models"]))


def same_of(votes: Sequence[Vote], keys: Keys) -> list[tuple[str, str, str]]:
    """The rows that two models answered alike, with both, over the sheets that were judged."""
    return [tuple(one) for sheet in sorted({vote.sheet for vote in votes}) for one in keys[sheet]["same"]]


def item_of(vote: Vote, keys: Keys) -> Mapping[str, Any]:
    """What a vote was of: place and models."""
    found: Mapping[str, Any] = keys[vote.sheet]["items"][vote.item - 1]
    return found


def plain(name: str) -> str:
    """A model's name as part of a claim's."""
    return "".join(c if c.isalnum() else "_" for c in name)
