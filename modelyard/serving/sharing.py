"""What several models behind one server share: room in the queue, and turns at the processors."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager

_KEPT = 0.5  # of the queue is kept for each model in equal parts; the rest goes to whoever comes


class Queue:
    """The room of one server. Its shares belong to the event loop's thread."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._shares: list[Share] = []

    def share(self) -> Share:
        """A new model's share."""
        made = Share(self)
        self._shares.append(made)
        return made

    def room(self, share: Share) -> int:
        """What one share may still take: all that the others do not hold, and that is not kept for them."""
        kept = int(self._most * _KEPT / len(self._shares)) if len(self._shares) > 1 else 0
        others = sum(max(kept, one.held) for one in self._shares if one is not share)
        return self._most - others - share.held


class Share:
    """What one model holds of the queue."""

    def __init__(self, queue: Queue) -> None:
        self._queue = queue
        self.held = 0

    def take(self, count: int) -> bool:
        """Take room for so many; False where there is none. Who holds nothing gets it, however much it is.

        Otherwise what is larger than the whole queue could never be asked for.
        """
        if self.held and count > self._queue.room(self):
            return False
        self.held += count
        return True

    def give(self, count: int) -> None:
        """Give room back."""
        self.held -= count


class Turns:
    """One batch at a time for all models: the next is of the one that has had the least time.

    Who was idle begins at the time of the one served last, so it cannot claim what it did not use.
    Source: Goyal et al. 1996, "Start-time Fair Queuing".
    """

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._waiting: list[Turn] = []
        self._busy = False
        self._now = 0.0

    def turn(self) -> Turn:
        """What a new model takes its turns with."""
        return Turn(self)

    @contextmanager
    def hold(self, turn: Turn) -> Iterator[None]:
        """Wait for the turn, and hold it until the block ends."""
        with self._changed:
            turn.used = max(turn.used, self._now)
            self._waiting.append(turn)
            while self._busy or min(self._waiting, key=lambda one: one.used) is not turn:
                self._changed.wait()
            self._waiting.remove(turn)
            self._busy, self._now = True, turn.used
        started = time.perf_counter()
        try:
            yield
        finally:
            with self._changed:
                turn.used += time.perf_counter() - started
                self._busy = False
                self._changed.notify_all()


class Turn:
    """One model's place among the others."""

    def __init__(self, turns: Turns) -> None:
        self._turns = turns
        self.used = 0.0  # seconds of computing

    def hold(self) -> AbstractContextManager[None]:
        """Wait for the processors, and hold them until the block ends."""
        return self._turns.hold(self)
