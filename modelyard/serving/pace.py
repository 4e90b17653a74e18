"""How long a model takes for a batch, and what follows where answers are due within a target."""

from __future__ import annotations

import math

_FORGET = 0.95  # what older batches count for beside each new one
_SHARE = 0.9  # of the target is planned with; the rest is for reading, writing and batches that take longer
# After each late answer, and after each that was in time: at a hundredth late, as much is lost as is won.
_BACK, _FORTH, _LEAST = 0.9, 0.001, 0.05


class Pace:
    """Seconds of a batch as a fixed part and one for each row, fitted to the last batches.

    With `target_seconds` a batch takes at most half of it, as a request may find another one begun, and what could not
    be answered in time is refused at once instead of being late. Where answers are late all the same (other work on
    the processors), fewer are let in until they are not. `ran` is called by the worker, the rest by anyone.
    """

    def __init__(self, most_rows: int, target_seconds: float | None = None) -> None:
        self._most, self._target = most_rows, target_seconds
        self._sums = (0.0, 0.0, 0.0, 0.0, 0.0)  # of 1, rows, seconds, rows squared, rows x seconds
        self._line = (0.0, 0.0)
        self._trust = 1.0  # in the line: what is planned with, beside what there is

    def ran(self, rows: int, seconds: float) -> None:
        """Learn from one batch."""
        new = (1.0, float(rows), seconds, float(rows * rows), rows * seconds)
        count, x, y, xx, xy = self._sums = tuple(_FORGET * a + b for a, b in zip(self._sums, new, strict=True))  # type: ignore[assignment]
        spread = count * xx - x * x
        slope = (count * xy - x * y) / spread if spread > 1e-3 * count * xx else y / x
        slope = min(max(slope, 0.0), y / x)
        self._line = ((y - slope * x) / count, slope)

    def seconds(self, rows: int) -> float:
        """How long so many rows take, in as few batches as there may be."""
        fixed, each = self._line
        return fixed * math.ceil(rows / self.batch_rows) + each * rows

    @property
    def batch_rows(self) -> int:
        """Rows of a batch at most."""
        fixed, each = self._line
        if self._target is None or each <= 0:
            return self._most
        return max(1, min(self._most, int((_SHARE * self._target / 2 - fixed) / each)))

    def admits(self, waiting: int, count: int) -> bool:
        """Whether `count` rows behind `waiting` ones are answered in time; nobody waits: they are taken anyway."""
        if self._target is None or not waiting:
            return True
        return self.seconds(waiting + count) <= _SHARE * self._trust * self._target

    def answered(self, seconds: float) -> None:
        """Learn from one request, from its arrival to its answer."""
        if self._target is not None:
            late = seconds > self._target
            self._trust = max(_LEAST, self._trust * _BACK) if late else min(1.0, self._trust + _FORTH)

    def retry_seconds(self, waiting: int) -> int:
        """When there will be room again, from 1 to 60."""
        return max(1, min(60, round(self.seconds(waiting))))
