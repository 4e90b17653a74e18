"""Every word and character n-gram of a batch of texts as a 64-bit hash, vectorised over code points.

A text is normalised (NFKC, lower case) and its blanks collapse to single spaces. A *word* is a run of letters, digits,
marks and underscores. Scripts that are written without spaces (Chinese, Japanese, Thai, ...) have no visible words, so
each run of their characters gives its character n-grams instead. Character n-grams never cross a space but
include the one before and after a word, as scikit-learn's `char_wb` does.

The hash of a piece of text is a polynomial over its code points modulo 2**64. Differences of one prefix sum give it for
every n-gram at once, whatever its length; an odd base has an inverse modulo 2**64, which is what makes that possible.
"""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]
Positions = NDArray[np.int64]

_OTHER, _WORD, _UNSPACED, _SPACE = OTHER, WORD, UNSPACED, SPACE = 0, 1, 2, 3
# First and last code point of the scripts that are written without spaces between words.
_UNSPACED_RANGES = (
    (0x0E00, 0x0E7F),  # Thai
    (0x0E80, 0x0EFF),  # Lao
    (0x1000, 0x109F),  # Myanmar
    (0x1780, 0x17FF),  # Khmer
    (0x3040, 0x30FF),  # Hiragana, Katakana
    (0x3100, 0x312F),  # Bopomofo
    (0x31F0, 0x31FF),  # Katakana extensions
    (0x3400, 0x4DBF),  # Han, extension A
    (0x4E00, 0x9FFF),  # Han
    (0xF900, 0xFAFF),  # Han, compatibility
    (0x1B000, 0x1B16F),  # Kana supplements
    (0x20000, 0x3FFFF),  # Han, extensions B and on
)
_BASE = 0x9E3779B97F4A7C15  # odd, so it has an inverse modulo 2**64
_INVERSE = pow(_BASE, -1, 2**64)
_MIX = np.uint64(0xBF58476D1CE4E5B9)
_SALT_CHARACTERS, _SALT_WORDS, _SALT_UNSPACED = (np.uint64(value) for value in (0x5851F42D, 0x14057B7E, 0x2545F491))


@dataclass(frozen=True, slots=True)
class Stream:
    """Normalised texts end to end, one space before, between and after their words.

    `codes` are code points, `documents` the text each position belongs to (a space belongs to the text before it).
    """

    codes: NDArray[np.uint32]
    classes: NDArray[np.uint8]
    documents: NDArray[np.uint32]
    prefix: Hashes
    powers: Hashes

    def text(self, start: int, end: int) -> str:
        """The characters at start:end."""
        return self.codes[start:end].tobytes().decode("utf-32-le", "surrogatepass")


@dataclass(frozen=True, slots=True)
class Grams:
    """N-grams of one kind: the hash, the text it stands in, and where in the stream."""

    hashes: Hashes
    documents: NDArray[np.uint32]
    starts: Positions
    ends: Positions


def normalise(text: str) -> str:
    """NFKC and lower case."""
    return text.lower() if text.isascii() else unicodedata.normalize("NFKC", text).lower()


def character_classes(text: str) -> NDArray[np.uint8]:
    """Of each character OTHER, WORD, UNSPACED (of a script without spaces between words) or SPACE."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    found: NDArray[np.uint8] = _class_table()[codes]
    return found


def read(texts: Sequence[str]) -> Stream:
    """The stream of some texts."""
    normal = [normalise(text) for text in texts]
    joined = " " + " ".join(normal) + " "
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    lengths = np.fromiter((len(text) + 1 for text in normal), dtype=np.int64, count=len(normal))
    lengths[0] += 1
    documents = np.repeat(np.arange(len(normal), dtype=np.uint32), lengths)
    classes = _class_table()[codes]
    space = classes == _SPACE
    keep = np.ones(len(codes), dtype=bool)
    np.logical_not(space[1:] & space[:-1], out=keep[1:])
    codes, classes, documents = codes[keep], classes[keep], documents[keep]
    codes[classes == _SPACE] = 32
    mixed = (codes.astype(np.uint64) + np.uint64(1)) * _MIX
    mixed ^= mixed >> np.uint64(29)
    powers = _powers(_BASE, len(codes))
    prefix = np.zeros(len(codes) + 1, dtype=np.uint64)
    np.cumsum(mixed * _powers(_INVERSE, len(codes)), out=prefix[1:])
    return Stream(codes, classes, documents, prefix, powers)


def word_grams(stream: Stream, longest: int, longest_unspaced: int) -> Iterator[Grams]:
    """Word 1- to `longest`-grams, and character 1- to `longest_unspaced`-grams of unspaced scripts."""
    edges = np.diff((stream.classes == _WORD).astype(np.int8), prepend=np.int8(0))
    starts, ends = np.flatnonzero(edges == 1), np.flatnonzero(edges == -1)
    words = _finish(_hash(stream, starts, ends), _SALT_WORDS)
    documents = stream.documents[starts]
    gram = words
    yield Grams(words, documents, starts, ends)
    for n in range(2, longest + 1):
        if len(starts) < n:
            break
        gram = _finish(gram[:-1] * np.uint64(_BASE) + words[n - 1 :], _SALT_WORDS)
        within = documents[: 1 - n] == documents[n - 1 :]
        yield Grams(gram[within], documents[: 1 - n][within], starts[: 1 - n][within], ends[n - 1 :][within])
    unspaced = np.zeros(len(stream.codes) + 1, dtype=np.int64)
    np.cumsum(stream.classes == _UNSPACED, out=unspaced[1:])
    if unspaced[-1] == 0:
        return
    for n in range(1, longest_unspaced + 1):
        starts = np.flatnonzero(unspaced[n:] - unspaced[:-n] == n)
        hashes = _finish(_hash(stream, starts, starts + n), _SALT_UNSPACED)
        yield Grams(hashes, stream.documents[starts], starts, starts + n)


def character_grams(stream: Stream, shortest: int, longest: int) -> Iterator[Grams]:
    """Character n-grams of 2 <= `shortest` to `longest` within blanks, with one blank on either side of a word."""
    spaces = np.zeros(len(stream.codes) + 1, dtype=np.int32)
    np.cumsum(stream.classes == _SPACE, out=spaces[1:])
    for n in range(shortest, longest + 1):
        if len(stream.codes) < n:
            break
        # A window may begin or end with a space, but hold none between.
        inner = spaces[n - 1 : -1] - spaces[1 : len(spaces) - n + 1]
        starts = np.flatnonzero(inner == 0)
        hashes = _finish(_hash(stream, starts, starts + n), _SALT_CHARACTERS)
        yield Grams(hashes, stream.documents[starts + 1], starts, starts + n)


def _hash(stream: Stream, starts: Positions, ends: Positions) -> Hashes:
    hashes = stream.prefix[ends]
    hashes -= stream.prefix[starts]
    hashes *= stream.powers[starts]
    return hashes


def _finish(hashes: Hashes, salt: np.uint64) -> Hashes:
    """Spread every bit over the whole word: the low bits of a polynomial hash know only the low bits of its input."""
    hashes = hashes + salt
    hashes ^= hashes >> np.uint64(31)
    hashes *= _MIX
    hashes ^= hashes >> np.uint64(29)
    hashes *= np.uint64(_BASE)
    return hashes


def _powers(base: int, count: int) -> Hashes:
    powers = np.full(count, base, dtype=np.uint64)
    powers[:1] = 1
    return np.multiply.accumulate(powers)


@functools.cache
def _class_table() -> NDArray[np.uint8]:
    """The class of every code point; letters, digits and marks stand below U+20000 but for Han."""
    table = np.zeros(0x110000, dtype=np.uint8)
    word = [code for code in range(0x20000) if unicodedata.category(chr(code))[0] in "LNM"]
    table[word] = _WORD
    table[ord("_")] = _WORD
    for first, last in _UNSPACED_RANGES:
        table[first : last + 1] = np.where(table[first : last + 1] == _WORD, _UNSPACED, table[first : last + 1])
    table[0x20000:0x40000] = _UNSPACED
    table[[code for code in range(0x3001) if chr(code).isspace()]] = _SPACE
    return table
