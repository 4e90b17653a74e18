"""Generations that begin and end at different times, computed together: one step is one token more for each of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

from modelyard.core.errors import ModelyardError
from modelyard.inference import decoding, sampling
from modelyard.inference.generation import Generator, Row, Settings

if TYPE_CHECKING:
    from modelyard.models._decoding import Session

PROMPT_TOKENS = 4096  # prompts are read together up to so many tokens, padding included
Top = tuple[tuple[int, float], ...]  # the likeliest tokens with their log-probabilities, the likeliest first


@dataclass(slots=True, eq=False)
class Lane:
    """One sequence on its way. `top` alternatives are kept of each token; `is_wanted` ends it by answering False.

    `pieces` is the text since it was last taken; `error` is why it could not go on.
    """

    row: Row
    settings: Settings
    top: int = 0
    is_wanted: Callable[[], bool] = lambda: True
    tops: list[Top] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    error: ModelyardError | None = None

    @property
    def is_over(self) -> bool:
        """Whether no further token comes."""
        return self.error is not None or self.row.reason is not None

    def end(self, reason: Literal["length", "cancelled"]) -> None:
        """Let no further token come."""
        if self.row.reason is None:
            self.row.reason = reason
            if reason == "length":
                self.pieces.append(self.row.stream.close())

    def take(self) -> str:
        """The text that has come since the last call."""
        text = "".join(self.pieces)
        self.pieces.clear()
        return text


class Batch:
    """The lanes of one decoder that are being continued."""

    def __init__(self, generator: Generator) -> None:
        self._generator = generator
        self._groups: list[tuple[Session, list[Lane]]] = []

    def __len__(self) -> int:
        return sum(len(lanes) for _, lanes in self._groups)

    def lane(self, prompt: str | Sequence[int], settings: Settings, *, index: int = 0, top: int = 0) -> Lane:
        """A lane that has not begun; `index` tells the draws of several from one seed apart. Any thread may call this.

        Raises: RequestError, MissingExtra as Generator.generate.
        """
        return Lane(self._generator.row(index, prompt, settings), settings, top)

    def begin(self, lanes: Sequence[Lane]) -> None:
        """Read the prompts of new lanes, which take part from the next step on."""
        for some in _by_length(lanes):
            capacity = max(len(lane.row.prompt) + lane.row.limit for lane in some)
            session = decoding.start(self._generator.decoder, [lane.row.prompt for lane in some], capacity)
            if self._groups and self._groups[0][0].join(session):
                self._groups[0][1].extend(some)
            else:
                self._groups.append((session, list(some)))

    def step(self) -> list[Lane]:
        """Draw the next token of every lane; the lanes that moved, those that ended with it among them."""
        moved: list[Lane] = []
        kept = []
        for session, lanes in self._groups:
            totals = sampling.totals(session.logits)
            for lane, logits_V, total in zip(lanes, session.logits, totals, strict=True):
                self._advance(lane, logits_V, total)
            moved += lanes
            going = [place for place, lane in enumerate(lanes) if not lane.is_over]
            if going:
                if len(going) < len(lanes):
                    session.select(going)
                lanes = [lanes[place] for place in going]
                session.step([lane.row.tokens[-1] for lane in lanes])
                kept.append((session, lanes))
        self._groups = kept
        return moved

    def clear(self) -> list[Lane]:
        """Drop every lane, and return them."""
        lanes = [lane for _, some in self._groups for lane in some]
        self._groups = []
        return lanes

    def _advance(self, lane: Lane, logits_V: NDArray[np.float32], total: float) -> None:
        if not lane.is_wanted():
            lane.end("cancelled")
            return
        if lane.is_over:  # ended from outside since the last step
            return
        before = len(lane.row.tokens)
        found = top_of(logits_V.astype(np.float64) - total, lane.top) if lane.top else ()
        try:
            self._generator.advance(
                lane.row, logits_V, lane.settings, lambda _, text: lane.pieces.append(text), total=total
            )
        except ModelyardError as error:  # a constraint that turns out to lead nowhere: the others go on
            lane.error = error
            return
        if len(lane.row.tokens) > before:
            lane.tops.append(found)


def top_of(logprobs_V: NDArray[np.float64], count: int) -> Top:
    """The `count` likeliest tokens."""
    best = np.argpartition(-logprobs_V, min(count, len(logprobs_V)) - 1)[:count]
    return tuple((int(i), float(logprobs_V[i])) for i in best[np.argsort(-logprobs_V[best], kind="stable")])


def _by_length(lanes: Sequence[Lane]) -> list[list[Lane]]:
    """Lanes in groups whose padded prompts stay within PROMPT_TOKENS; a longer prompt stands alone."""
    groups: list[list[Lane]] = []
    for lane in sorted(lanes, key=lambda one: len(one.row.prompt)):
        if groups and len(lane.row.prompt) * (len(groups[-1]) + 1) <= PROMPT_TOKENS:
            groups[-1].append(lane)
        else:
            groups.append([lane])
    return groups
