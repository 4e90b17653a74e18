"""The server's own log as JSON lines: errors by their kind and place, never by their message.

The message of an exception may quote what it could not handle, which may be a request's text. Its type and the lines
of code it passed tell where to look; the request's id leads to the client, who knows what was sent.
"""

from __future__ import annotations

import json
import logging
import sys
import traceback
from datetime import UTC, datetime
from pathlib import PurePath
from typing import TextIO

from modelyard.core.errors import LONGEST_KEY
from modelyard.data.personal.redaction import redact

_FRAMES = 12  # of the newest calls
_MESSAGE = 500


class JsonFormatter(logging.Formatter):
    """One line a record, ASCII only."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as JSON."""
        entry: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": redact(record.getMessage()[: _MESSAGE + LONGEST_KEY])[:_MESSAGE],
        }
        if record.exc_info and record.exc_info[1] is not None:
            error = record.exc_info[1]
            frames = traceback.extract_tb(error.__traceback__)[-_FRAMES:]
            entry["error"] = type(error).__name__
            entry["at"] = [f"{PurePath(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
        return json.dumps(entry)


def install(stream: TextIO | None = None) -> None:
    """Send what this process logs to `stream` (stderr where not given): warnings of all, notices of our own."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(JsonFormatter())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger("modelyard").setLevel(logging.INFO)
