"""Token ids of running text by its words: each word is given to the library once, and looked up from then on.

Byte-level BPE never joins what `bpe.PATTERN` sets apart, so that a text's ids are those of its words, one after the
other. `re` cuts as the library does wherever both agree what a letter, a digit and a blank is: in the blocks below,
which a test compares character by character. A piece with any other character goes to the library whole, and so do
scripts that set no blanks between words, whose runs seldom come again.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

# Latin, Greek and Cyrillic, punctuation, currencies, symbols, emoji: assigned for long, so that every version of
# Unicode has the same letters, digits and blanks in them.
BLOCKS = (
    (0x0000, 0x024F),
    (0x0370, 0x0373),
    (0x0384, 0x038A),
    (0x038C, 0x038C),
    (0x038E, 0x03A1),
    (0x03A3, 0x03FF),
    (0x0400, 0x052F),
    (0x2000, 0x2064),
    (0x20A0, 0x20BF),
    (0x2190, 0x2426),
    (0x2440, 0x244A),
    (0x2500, 0x2775),
    (0x2794, 0x27BF),
    (0xFE0F, 0xFE0F),
    (0x1F300, 0x1F64F),
    (0x1F680, 0x1F6D2),
    (0x1F900, 0x1F9BF),
)
_BLANKS = r"\t-\r \x85\xa0\u2000-\u200a\u2028\u2029\u202f\u205f"  # White_Space within the blocks
MOST_WORDS = 200_000  # held: some 40 MB
LONGEST = 64  # characters of a word that is held
# A piece whose words are mostly new takes longer than the library: the next pieces are the library's.
_NEW_SHARE = 1 / 3
_WARM = 20_000  # words held before that is judged
_PASSED_ON = 8


@lru_cache(maxsize=1)
def patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What a word is (`bpe.PATTERN` for the blocks), and texts that are in the blocks wholly."""
    letters, digits, blanks = _of("L"), _of("N"), _BLANKS
    words = (
        r"'(?:[sStTmMdDſ]|[rR][eE]|[vV][eE]|[lL][lL])"
        rf"|[^\r\n{letters}{digits}]?[{letters}]+|[{digits}]| ?[^{blanks}{letters}{digits}]+[\r\n]*"
        rf"|[{blanks}]*[\r\n]+|[{blanks}]+(?![^{blanks}])|[{blanks}]+"
    )
    known = "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in BLOCKS)
    return re.compile(words), re.compile(f"[{known}]*")


def _of(category: str) -> str:
    """The characters of a general category (`L`, `N`) in the blocks, as a class of `re` without its brackets."""
    runs = []
    for first, last in BLOCKS:
        for wanted, run in groupby(range(first, last + 1), lambda code: unicodedata.category(chr(code))[0] == category):
            if wanted:
                codes = list(run)
                runs.append(f"\\U{codes[0]:08x}-\\U{codes[-1]:08x}")
    return "".join(runs)


class WordIds(dict[str, bytes]):
    """The ids of the words seen, as int32; `encode` gives those of a word that is new.

    What it answers does not depend on what it holds. Threads may share it.
    """

    def __init__(self, encode: Callable[[str], Sequence[int]]) -> None:
        super().__init__()
        self._encode = encode
        self._new = 0
        self._passing = 0

    def __missing__(self, word: str) -> bytes:
        self._new += 1
        ids = np.array(self._encode(word), dtype=np.int32).tobytes()
        if len(word) <= LONGEST:
            if len(self) >= MOST_WORDS:
                self.clear()
            self[word] = ids
        return ids

    def ids(self, text: str) -> NDArray[np.int32] | None:
        """The ids of a text; None where the library is to be asked."""
        if self._passing > 0:
            self._passing -= 1
            return None
        word, known = patterns()
        if known.fullmatch(text) is None:
            return None
        before = self._new
        words = word.findall(text)
        found = b"".join(map(self.__getitem__, words))
        if len(self) >= _WARM and self._new - before > _NEW_SHARE * len(words):
            self._passing = _PASSED_ON
        return np.frombuffer(found, dtype=np.int32)
