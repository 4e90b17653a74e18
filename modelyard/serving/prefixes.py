"""Prompts that begin as an earlier one did are not read anew: its keys and values are kept and copied.

What follows the shared beginning is read at once by ONNX Runtime. With torch it is read a token at every step, beside
the texts that are being written, where little follows (a long system prompt). Only prompts of one owner (an API key)
are compared: how fast an answer begins must not tell one client what another has asked.
"""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from modelyard.inference import decoding, sampling
from modelyard.inference.continuous import Batch, Lane
from modelyard.inference.decoder_session import OnnxSession
from modelyard.inference.generation import Generator

if TYPE_CHECKING:
    from modelyard.models._decoding import Session

LEAST = 64  # tokens of a beginning that is worth keeping
_TIMES = 8  # a step takes about as long as reading so many tokens of a prompt together
_KEPT, _SEEN = 8, 32  # beginnings whose keys and values are held; prompts that a new one is compared with
_ROOM = 2048  # tokens that a kept beginning has room for, with what follows it

Ids = NDArray[np.int64]


class PrefixBatch(Batch):
    """A batch that keeps beginnings. `reused` counts tokens of prompts that were not read again."""

    def __init__(self, generator: Generator) -> None:
        super().__init__(generator)
        self._beginnings: OrderedDict[tuple[str | None, bytes], tuple[Ids, Session, int]] = OrderedDict()
        self._recent: deque[tuple[str | None, Ids]] = deque(maxlen=_SEEN)
        self._unread: dict[Lane, deque[int]] = {}
        self.reused = 0

    def begin(self, lanes: Sequence[Lane], owners: Sequence[str | None] = ()) -> None:
        """Read the prompts of new lanes, or what of them is new; `owners` say whose each is."""
        plain = []
        for lane, owner in zip(lanes, owners or [None] * len(lanes), strict=True):
            prompt = np.asarray(lane.row.prompt, dtype=np.int64)
            found = self._beginning(prompt, owner, len(prompt) + lane.row.limit) if len(prompt) > LEAST else None
            if len(prompt) > LEAST:
                self._recent.append((owner, prompt))
            if found is None:
                plain.append(lane)
            elif not self._read_on(lane, *found):
                self._continue(lane, *found)
        super().begin(plain)

    def step(self) -> list[Lane]:
        """Draw the next token of every lane whose prompt is read, and read one more of the others'."""
        if not self._unread:
            return super().step()
        moved: list[Lane] = []
        kept = []
        for session, lanes in self._groups:
            totals = sampling.totals(session.logits)
            for lane, logits_V, total in zip(lanes, session.logits, totals, strict=True):
                if lane not in self._unread:
                    self._advance(lane, logits_V, total)
                elif not lane.is_wanted():
                    lane.end("cancelled")
            moved += lanes
            going = [place for place, lane in enumerate(lanes) if not lane.is_over]
            if going:
                if len(going) < len(lanes):
                    session.select(going)
                lanes = [lanes[place] for place in going]
                session.step([self._next(lane) for lane in lanes])
                kept.append((session, lanes))
        self._groups = kept
        for lane in [lane for lane, ids in self._unread.items() if lane.is_over or not ids]:
            del self._unread[lane]
        return moved

    def clear(self) -> list[Lane]:
        """Drop every lane, and return them."""
        self._unread.clear()
        return super().clear()

    def _next(self, lane: Lane) -> int:
        unread = self._unread.get(lane)
        return unread.popleft() if unread else lane.row.tokens[-1]

    def _beginning(self, prompt: Ids, owner: str | None, needs: int) -> tuple[Ids, Session] | None:
        """The longest beginning that is held, or worth holding now; None where the prompt is better read as a whole."""
        held = [
            (len(ids), key)
            for key, (ids, _, room) in self._beginnings.items()
            if key[0] == owner and room >= needs and len(ids) < len(prompt) and np.array_equal(ids, prompt[: len(ids)])
        ]
        if held and self._pays(max(held)[0], len(prompt)):
            key = max(held)[1]
            self._beginnings.move_to_end(key)
            return self._beginnings[key][:2]
        shared = max((_shared(prompt, other) for whose, other in self._recent if whose == owner), default=0)
        shared = min(shared, len(prompt) - 1)
        if not self._pays(shared, len(prompt)):
            return None
        room = min(max(needs, _ROOM), self._generator.context)
        ids = prompt[:shared].copy()
        session = decoding.start(self._generator.decoder, [ids.tolist()], room)
        self._beginnings[owner, ids.tobytes()] = (ids, session, room)
        while len(self._beginnings) > _KEPT:
            self._beginnings.popitem(last=False)
        return ids, session

    def _pays(self, shared: int, length: int) -> bool:
        """Whether a beginning is worth taking: always where the rest is read at once, else where it is short."""
        at_once = decoding.is_onnx(self._generator.decoder)
        return shared >= LEAST and (at_once or (length - shared) * _TIMES <= shared)

    def _read_on(self, lane: Lane, ids: Ids, beginning: Session | OnnxSession) -> bool:
        """Let a lane go on from a copy of what is held, and read the rest at once; False where that cannot be."""
        if not isinstance(beginning, OnnxSession):
            return False
        row = lane.row
        session: Any = beginning.continued(row.prompt[len(ids) :], len(row.prompt) + row.limit)
        self.reused += len(ids)
        if self._groups and self._groups[0][0].join(session):
            self._groups[0][1].append(lane)
        else:
            self._groups.append((session, [lane]))
        return True

    def _continue(self, lane: Lane, ids: Ids, beginning: Session) -> None:
        """Let a lane go on from a copy of what is held; the rest is read a token at every step."""
        self.reused += len(ids)
        if not (self._groups and self._groups[0][0].join(beginning)):
            # A session of one token takes the copy in, and is left with that alone.
            fresh = decoding.start(self._generator.decoder, [ids[:1].tolist()], len(lane.row.prompt) + lane.row.limit)
            if not fresh.join(beginning):  # a definition whose cache takes nothing in: read as a whole
                self.reused -= len(ids)
                super().begin([lane])
                return
            fresh.select([1])
            self._groups.insert(0, (fresh, []))
        self._groups[0][1].append(lane)
        self._unread[lane] = deque(lane.row.prompt[len(ids) :])


def _shared(first: Ids, second: Ids) -> int:
    """How many tokens two prompts begin with in common."""
    count = min(len(first), len(second))
    other = np.flatnonzero(first[:count] != second[:count])
    return int(other[0]) if len(other) else count
