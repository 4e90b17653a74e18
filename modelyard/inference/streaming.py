"""Text from token ids as they come: never half a character, and nothing that may turn out to be a stop string."""

from __future__ import annotations

from collections.abc import Callable, Sequence

Decode = Callable[[Sequence[int]], str]
# What a decoder shows for bytes that are no character (yet): one for all of them, or one for each, at most three.
_REPLACEMENT = "\ufffd"
_UNFINISHED = 3


class TextStream:
    """The text of one continuation. What was given out is never taken back."""

    def __init__(self, decode: Decode, stop: Sequence[str]) -> None:
        self._decode = decode
        self._stop = tuple(stop)
        self._ids: list[int] = []
        # Ids before _start are never decoded again; those from it on have given _given characters of text. One push's
        # ids stay before the newest ones: some decoders drop the blank that a text begins with.
        self._start = self._read = self._given = 0
        self._sent = 0
        self.text = ""
        self.stopped = False

    def push(self, token: int) -> str:
        """The text that this token makes certain; none after a stop string was met (see `stopped`)."""
        if self.stopped:
            return ""
        self._ids.append(token)
        window = self._decode(self._ids[self._start :])
        unfinished = len(window) - len(window.rstrip(_REPLACEMENT))
        self._take(window[: len(window) - min(_UNFINISHED, unfinished)])
        if not unfinished:
            self._start, self._read = self._read, len(self._ids)
            self._given = len(self._decode(self._ids[self._start :]))
        return self._released(held=True)

    def close(self) -> str:
        """What was held back, when no more tokens come."""
        if self.stopped:
            return ""
        self._take(self._decode(self._ids[self._start :]))
        return self._released(held=False)

    def _take(self, window: str) -> None:
        self.text += window[self._given :]
        self._given = max(self._given, len(window))

    def _released(self, *, held: bool) -> str:
        places = [self.text.find(stop, max(0, self._sent - len(stop))) for stop in self._stop]
        found = [place for place in places if place >= 0]
        if found:
            self.text = self.text[: min(found)]
            self.stopped = True
        certain = len(self.text)
        if held and not self.stopped:
            certain -= max((_overlap(self.text, stop) for stop in self._stop), default=0)
        piece = self.text[self._sent : max(self._sent, certain)]
        self._sent += len(piece)
        return piece


def _overlap(text: str, stop: str) -> int:
    """The longest end of the text that begins the stop string."""
    return next((n for n in range(min(len(stop) - 1, len(text)), 0, -1) if text.endswith(stop[:n])), 0)
