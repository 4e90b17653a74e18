"""uvicorn's httptools protocol with deadlines."""

from __future__ import annotations

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from modelyard.serving.deadlines import WatchedConnection


class HttpToolsConnection(WatchedConnection, HttpToolsProtocol):
    """Follows the parser's own callbacks: where a request begins, its headers end, and it is complete."""

    _in_headers = True

    @property
    def is_in_headers(self) -> bool:
        """Whether the headers of a request are still arriving."""
        return self._in_headers

    def on_message_begin(self) -> None:
        """Start the clock of a request."""
        super().on_message_begin()
        self._in_headers = True
        self.raw_bytes = 0
        if self.arriving_since is None:  # the second request in one packet
            self.arriving_since = self.deadlines.clock()

    def on_headers_complete(self) -> None:
        """Hand the request to the application."""
        self._in_headers = False
        super().on_headers_complete()
        self.note_request()

    def on_message_complete(self) -> None:
        """Stop the clock."""
        super().on_message_complete()
        self.arriving_since = None
        self.raw_bytes = 0

    def on_response_complete(self) -> None:
        """Go on with the next request of the connection, if it has come."""
        if self.pipeline:  # the next request waited for this answer: its time begins now
            self.arriving_since = self.deadlines.clock() if self.arriving_since is not None else None
        super().on_response_complete()
