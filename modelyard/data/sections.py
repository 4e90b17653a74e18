"""Running text that is judged but not trained on: the sections of any documents, in memory."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from modelyard.core.recipe import Data
from modelyard.data import cleaning
from modelyard.data.documents import Documents
from modelyard.data.section_size import LONGEST
from modelyard.data.values import encodable


def read_sections(path: str, section: Data, most_bytes: int) -> tuple[list[str], list[str], int]:
    """The sections of what a path names with their places, and how many there are.

    Beyond `most_bytes` they are a random sample of about that size, the same for the same text. They stand as they
    are: nothing is cleaned.
    Raises: DataError for what cannot be read or holds no text.
    """
    random = np.random.default_rng(0)
    held: list[tuple[str, str]] = []
    share, size, count = 1.0, 0, 0
    for text, place in _sections(path, section):
        count += 1
        if random.random() >= share:
            continue
        held.append((text, place))
        size += len(text.encode())
        if size > 2 * most_bytes:
            share /= 2
            held = [pair for pair, kept in zip(held, random.random(len(held)) < 0.5, strict=True) if kept]
            size = sum(len(kept.encode()) for kept, _ in held)
    return [text for text, _ in held], [place for _, place in held], count


def read_documents(path: str, section: Data) -> Iterator[tuple[str, str]]:
    """Every document of what a path names, whole, with its place. Raises: as `read_sections`."""
    parts: list[str] = []
    place = ""
    for piece in Documents(path, section).pieces():
        if piece.first and parts:
            yield "".join(parts), place
            parts = []
        place = piece.place
        parts.append(encodable(piece.text))
    if parts:
        yield "".join(parts), place


def _sections(path: str, section: Data) -> Iterator[tuple[str, str]]:
    for piece in Documents(path, section).pieces():
        for text in cleaning.sections(encodable(piece.text), section.section_characters or LONGEST):
            if not text.isspace():
                yield text, piece.place
