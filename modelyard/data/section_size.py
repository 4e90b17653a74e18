"""How long a section of running text may be where the recipe is silent: so that a test has enough of them."""

from __future__ import annotations

from modelyard.core.recipe import Data, Split
from modelyard.data.dealing_text import HELD_OUT_SHARE, WHOLE_DOCUMENTS
from modelyard.data.documents import Documents

# Characters. An interval over fewer sections than AIMED is hardly one; shorter sections than LEAST have no context.
LONGEST, LEAST, AIMED = 16_384, 256, 50
# Where there are documents enough to be dealt whole, those no longer than a letter are not cut.
LETTER = 2_048


def section_characters(data: Data) -> int:
    """The recipe's, else the largest power of two that gives a test AIMED sections; a function of the text alone.

    At most some AIMED / share * LONGEST characters are read (16 million at 5 %). Raises: DataError as `Documents`.
    """
    if data.section_characters is not None:
        return data.section_characters
    stated = data.split.test
    share = HELD_OUT_SHARE if stated == Split.model_fields["test"].default else stated
    if data.test or not share:  # a test file is as its author cut it
        return LONGEST
    wanted, lengths, sections = AIMED / share, [0], 0
    for path in data.train:
        for piece in Documents(path, data, data.limit).pieces():
            if piece.first:
                sections += _cut(lengths[-1], LONGEST)
                lengths.append(0)
            lengths[-1] += len(piece.text)
            if sections + _cut(lengths[-1], LONGEST) >= wanted:
                return LONGEST
    size, least = LONGEST, LETTER if len(lengths) > WHOLE_DOCUMENTS else LEAST
    while size > least and sum(_cut(length, size) for length in lengths) < 0.9 * wanted:
        size //= 2
    return size


def _cut(length: int, size: int) -> int:
    return -(-length // size)
