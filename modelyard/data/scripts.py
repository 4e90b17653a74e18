"""In which scripts texts are written, by Unicode ranges.

Source: Unicode 16, Blocks.txt (the ranges that living languages use).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

# (first, last, script); what is in no range (digits, punctuation, emoji) belongs to no script.
_RANGES: tuple[tuple[int, int, str], ...] = (
    (0x0041, 0x005A, "Latin"),
    (0x0061, 0x007A, "Latin"),
    (0x00C0, 0x024F, "Latin"),
    (0x0370, 0x03FF, "Greek"),
    (0x0400, 0x052F, "Cyrillic"),
    (0x0530, 0x058F, "Armenian"),
    (0x0590, 0x05FF, "Hebrew"),
    (0x0600, 0x06FF, "Arabic"),
    (0x0750, 0x077F, "Arabic"),
    (0x0900, 0x097F, "Devanagari"),
    (0x0980, 0x09FF, "Bengali"),
    (0x0B80, 0x0BFF, "Tamil"),
    (0x0C00, 0x0C7F, "Telugu"),
    (0x0E00, 0x0E7F, "Thai"),
    (0x10A0, 0x10FF, "Georgian"),
    (0x1100, 0x11FF, "Korean"),
    (0x1E00, 0x1EFF, "Latin"),
    (0x3040, 0x30FF, "Kana"),
    (0x3400, 0x4DBF, "Han"),
    (0x4E00, 0x9FFF, "Han"),
    (0xAC00, 0xD7AF, "Korean"),
    (0xF900, 0xFAFF, "Han"),
    (0xFF21, 0xFF5A, "Latin"),
    (0xFF66, 0xFF9F, "Kana"),
    (0x20000, 0x323AF, "Han"),
)
_NAMES = ("none", *sorted({name for _, _, name in _RANGES}))
_HAN, _KANA = _NAMES.index("Han"), _NAMES.index("Kana")
NO_LETTERS = "no letters"


def scripts(texts: Sequence[str]) -> dict[str, float]:
    """The share of texts in each script (`Chinese` and `Japanese` told apart by kana), the largest first.

    A text belongs to the script that most of its letters have. One Han character counts as two letters, since
    it says about as much as a short word.
    """
    counts: dict[str, int] = {}
    for name in dominant(texts):
        counts[name] = counts.get(name, 0) + 1
    total = max(len(texts), 1)
    return {name: count / total for name, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))}


def dominant(texts: Sequence[str]) -> list[str]:
    """The script of each text."""
    return [_dominant(row) for row in _letters(texts)]


def is_cjk(shares: dict[str, float]) -> bool:
    """Whether most texts are in a script that writes no blanks between words."""
    return sum(shares.get(name, 0.0) for name in ("Chinese", "Japanese", "Thai")) > 0.5


def _letters(texts: Sequence[str]) -> NDArray[np.int64]:
    """Letters of each script in each text, [N, scripts]."""
    edges = np.array([edge for first, last, _ in _RANGES for edge in (first, last + 1)])
    owner = np.array([index for _, _, name in _RANGES for index in (_NAMES.index(name), 0)])
    result = np.zeros((len(texts), len(_NAMES)), dtype=np.int64)
    for i, text in enumerate(texts):
        codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
        at = np.searchsorted(edges, codes, side="right") - 1
        result[i] = np.bincount(np.where(at < 0, 0, owner[at]), minlength=len(_NAMES))
    return result


def _dominant(row: NDArray[np.int64]) -> str:
    weights = row.copy()
    weights[0] = 0
    weights[_HAN] *= 2
    weights[_KANA] *= 2
    if not weights.any():
        return NO_LETTERS
    east = weights[_HAN] + weights[_KANA]
    others = weights.copy()
    others[[_HAN, _KANA]] = 0
    if east >= others.max():
        return "Japanese" if weights[_KANA] > 0.05 * east else "Chinese"
    return _NAMES[int(others.argmax())]
