"""A run's events as lines on the terminal: one live line where it is a terminal, plain lines where it is not."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Any


class Progress:
    """A listener for `Run.subscribe`. Notices and finished stages are printed; steps are one line that moves."""

    def __init__(self, stream: Any = None, plain_seconds: float = 10.0) -> None:
        self._stream = stream or sys.stderr
        self._live = self._stream.isatty()
        self._shown = self._gone = False
        self._plain_seconds = plain_seconds  # between two step lines where nothing can move
        self._last = time.monotonic()

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._clear()

    def __call__(self, event: dict[str, Any]) -> None:
        """Show one event."""
        match event["event"]:
            case "notice":
                self._line(event["text"])
            case "stage" if event["state"] == "done":
                self._line(f"{event['name']:<9} done in {event['seconds']:.1f} s")
            case "stage" if event["state"] == "kept":
                self._line(f"{event['name']:<9} kept from before")
            case "progress":
                self._move(f"{event['text']}  {event['share']:.0%}")
            case "tokens":
                self._line(
                    f"{'tokens':<9} {event['tokens']:,} of a vocabulary of {event['vocabulary']:,}, "
                    f"{event['bytes_per_token']:.2f} bytes each"
                )
            case "validation":
                best = "  best so far" if event.get("best") else ""
                metric = event["metric"].replace("_", " ")
                self._line(
                    f"{event['model']:<9} step {event['step']:,}  validation {metric} {event['value']:.4g}"
                    f"  loss {event['loss']:.4g}{best}"
                )
            case "step":
                self._move(_step_line(event))

    def _line(self, text: str) -> None:
        self._clear()
        self._last = time.monotonic()  # a line that says something shows that it goes on
        self._write(_safe(text) + "\n")

    def _move(self, text: str) -> None:
        if self._live:
            self._write("\r\x1b[K" + _safe(text)[:160])
            self._shown = True
        elif time.monotonic() - self._last >= self._plain_seconds:
            self._line(text)

    def _clear(self) -> None:
        if self._shown:
            self._write("\r\x1b[K")
            self._shown = False

    def _write(self, text: str) -> None:
        """Show a text; a reader that has gone (head, a closed terminal) must not end the run: the events are kept."""
        if self._gone:
            return
        try:
            self._stream.write(text)
            self._stream.flush()
        except OSError:
            self._gone = True


def _step_line(event: dict[str, Any]) -> str:
    parts = [
        f"{event['model']:<9} step {event['step']:,}/{event['total_steps']:,}",
        *([f"loss {event['loss']:.4g}"] if event.get("loss") is not None else []),
        f"lr {event['learning_rate']:.2g}",
        *([f"grad {event['grad_norm']:.2g}"] if event.get("grad_norm") is not None else []),
        *(f"{event[key]:,.0f} {key.removesuffix('_per_second')}/s" for key in event if key.endswith("_per_second")),
        *([f"MFU {event['mfu']:.0%}"] if event.get("mfu") is not None else []),
        *([f"{event['memory_bytes'] / 1e9:.2f} GB"] if event.get("memory_bytes") is not None else []),
        f"ETA {_clock(event['eta_seconds'])}",
    ]
    if event.get("budget_left_seconds") is not None:
        left = event["budget_left_seconds"]
        parts.append(f"budget left {_clock(left)}" if left >= 0 else f"over the budget by {_clock(-left)}")
    return "  ".join(parts)


def _clock(seconds: float | None) -> str:
    if seconds is None:
        return "?"
    return f"{int(seconds) // 60}:{int(seconds) % 60:02d}"


def _safe(text: str) -> str:
    return "".join(c if c >= " " and c != "\x7f" and not "\x80" <= c <= "\x9f" else repr(c)[1:-1] for c in text)
