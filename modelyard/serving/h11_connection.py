"""uvicorn's h11 protocol with deadlines, for where httptools is not installed."""

from __future__ import annotations

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from modelyard.serving.deadlines import WatchedConnection


class H11Connection(WatchedConnection, H11Protocol):
    """Reads h11's state after each piece of data; h11 itself bounds the size of headers."""

    @property
    def is_in_headers(self) -> bool:
        """Whether the headers of a request are still arriving."""
        return False  # h11_max_incomplete_event_size refuses them earlier

    def handle_events(self) -> None:
        """Stop the clock where a request is complete."""
        before = self.cycle
        super().handle_events()
        if self.cycle is not before:
            self.note_request()
        if self.conn.their_state in (h11.DONE, h11.MUST_CLOSE, h11.CLOSED, h11.ERROR):
            self.arriving_since = None
            self.raw_bytes = 0
