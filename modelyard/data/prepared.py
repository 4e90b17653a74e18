"""The prepared data of a run, whichever kind it is."""

from __future__ import annotations

from pathlib import Path

from modelyard.data.bundle import Bundle
from modelyard.data.conversations import Conversations
from modelyard.data.corpus import Corpus


def open_prepared(directory: Path) -> Bundle | Corpus | Conversations:
    """Rows, running text or conversations. Raises: RunError where there is none or it is damaged."""
    if (directory / "conversations.json").exists():
        return Conversations.open(directory)
    return Corpus.open(directory) if (directory / "corpus.json").exists() else Bundle.open(directory)
