"""How many tokens a text becomes before there is a tokenizer: by its script and the size of the vocabulary."""

from __future__ import annotations

import math
from collections.abc import Sequence

from modelyard.core.checkpoint import local_checkpoint
from modelyard.core.features import rounded_up

# Bytes a token of our byte-level tokenizers by vocabulary, measured on their own training text: English stories
# (4,096 is all that a small corpus fills) and Tang poems. Other texts differ by a fifth.
_ALPHABETIC = {1_024: 2.9, 4_096: 3.7, 8_192: 4.0, 16_384: 4.25, 32_768: 4.4}
_IDEOGRAPHIC = {1_024: 2.29, 4_096: 3.31, 8_192: 3.74, 16_384: 4.19, 32_768: 4.78}
ERROR = 0.2
_SAMPLE_CHARACTERS = 200_000
# What our tokenizers put around a text of a classifier.
SPECIAL_TOKENS = 2


def ideographic(texts: Sequence[str]) -> float:
    """The share of the letters that are ideographs."""
    joined = "".join(texts)[:_SAMPLE_CHARACTERS]
    return sum("\u3400" <= c <= "\u9fff" for c in joined) / max(1, sum(c.isalpha() for c in joined))


def bytes_per_token(texts: Sequence[str], vocabulary: int | str) -> float:
    """Of a byte-level tokenizer with so many tokens, or of one a character or a byte."""
    if vocabulary == "bytes":
        return 1.0
    if vocabulary == "characters":
        joined = "".join(texts)[:_SAMPLE_CHARACTERS]
        return len(joined.encode("utf-8", "replace")) / max(1, len(joined))
    share = ideographic(texts)
    size = int(vocabulary)
    return share * _between(_IDEOGRAPHIC, size) + (1 - share) * _between(_ALPHABETIC, size)


def _between(table: dict[int, float], size: int) -> float:
    """Interpolated in the logarithm of the vocabulary."""
    sizes = sorted(table)
    at = min(max(size, sizes[0]), sizes[-1])
    above = next(known for known in sizes if known >= at)
    if above == at:
        return table[above]
    below = sizes[sizes.index(above) - 1]
    weight = math.log(at / below) / math.log(above / below)
    return table[below] * (1 - weight) + table[above] * weight


def by_checkpoint(texts: Sequence[str], source: str) -> tuple[float, int] | None:
    """Bytes a token and vocabulary of the tokenizer that a checkpoint brings; None where it brings none.

    Raises: RecipeError where there is no such checkpoint.
    """
    path = local_checkpoint(source) / "tokenizer.json"
    if not path.is_file():
        return None
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(path))
    size = tokens = 0
    for text in texts:
        cut = text[: _SAMPLE_CHARACTERS // 20]
        size += len(cut.encode("utf-8", "replace"))
        tokens += len(tokenizer.encode(cut, add_special_tokens=False).ids)
        if size > _SAMPLE_CHARACTERS:
            break
    return size / max(1, tokens), int(tokenizer.get_vocab_size())


def of_classifier(texts: Sequence[str], longest: int, per_token: float | None) -> tuple[float, int]:
    """Mean and longest tokens of a text that is cut to `longest`; of our tokenizer where `per_token` is None.

    Ours reads each ideograph as a token of its own, whatever the vocabulary.
    """
    lengths = _lengths(texts, longest, per_token)
    if not lengths:
        return float(longest), longest
    return sum(lengths) / len(lengths), max(1, round(max(lengths)))


def different(texts: Sequence[str], longest: int, per_token: float | None) -> int:
    """How many lengths batches of such texts are padded to."""
    return max(1, len({min(longest, rounded_up(round(length))) for length in _lengths(texts, longest, per_token)}))


def _lengths(texts: Sequence[str], longest: int, per_token: float | None) -> list[float]:
    lengths = []
    for text in texts:
        if per_token is not None:
            count = len(text.encode("utf-8", "replace")) / per_token
        else:
            wide = sum("\u3400" <= c <= "\u9fff" for c in text)
            count = wide + (len(text) - wide) / 3.8
        lengths.append(min(longest, count + SPECIAL_TOKENS))
    return lengths
