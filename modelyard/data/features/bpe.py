"""Training byte-level BPE for running text, and building one from characters alone."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from modelyard.data.values import encodable

END, PAD, MASK, TURN, TURN_END = "<|endoftext|>", "<|pad|>", "<|mask|>", "<|im_start|>", "<|im_end|>"
SPECIAL = (END, PAD, MASK, TURN, TURN_END)  # ids 0 to 4, from the start: a base model can become a chat model
# Vocabulary by the characters of the data: rare tokens of a small corpus are seen too seldom to be learnt.
SIZES = ((200_000, 1_024), (2_000_000, 4_096), (20_000_000, 8_192), (200_000_000, 16_384))
LARGEST = 32_768
TRAINING_CHARACTERS = 40_000_000  # the trainer reads at most: enough for the statistics, and a bound on memory
SAMPLE_PIECE = 16_384  # characters
# Source: the pattern of Qwen2's tokenizer (words with the blank before them, digits one by one, line ends together).
PATTERN = (
    r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*"
    r"|\s*[\r\n]+|\s+(?!\S)|\s+"
)


def default_size(characters: int) -> int:
    """The vocabulary for a corpus of that many characters."""
    return next((size for most, size in SIZES if characters <= most), LARGEST)


def _empty(model: Any) -> Any:
    from tokenizers import Regex, Tokenizer, decoders, pre_tokenizers

    tokenizer = Tokenizer(model)
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(PATTERN), behavior="isolated"),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
        ]
    )
    tokenizer.decoder = decoders.ByteLevel()
    return tokenizer


def pre_tokenizer_json() -> Any:
    """How this module cuts a text into words, as tokenizer.json states it."""
    from tokenizers import models

    return json.loads(_empty(models.BPE()).to_str())["pre_tokenizer"]


def train(texts: Sequence[str], vocabulary: int) -> str:
    """tokenizer.json of the most frequent merges of the texts; the same texts give the same file."""
    from tokenizers import models, pre_tokenizers, trainers

    tokenizer = _empty(models.BPE())
    trainer = trainers.BpeTrainer(
        vocab_size=vocabulary,
        min_frequency=2,
        special_tokens=list(SPECIAL),
        initial_alphabet=sorted(pre_tokenizers.ByteLevel.alphabet()),
        show_progress=False,
    )
    tokenizer.train_from_iterator(texts, trainer)
    return str(tokenizer.to_str())


def of_characters(characters: Sequence[str]) -> str:
    """A tokenizer whose merges put the bytes of each character together, and nothing else.

    Safe in any order: within UTF-8 the last byte of a merge is never the first of another.
    """
    from tokenizers import AddedToken, models

    shown = _shown_bytes()
    vocabulary = {token: i for i, token in enumerate((*SPECIAL, *shown))}
    merges: list[tuple[str, str]] = []
    for character in characters:
        data = [shown[byte] for byte in character.encode("utf-8")]
        for length in range(2, len(data) + 1):
            token = "".join(data[:length])
            if token not in vocabulary:
                vocabulary[token] = len(vocabulary)
                merges.append((token[: -len(data[length - 1])], data[length - 1]))
    tokenizer = _empty(models.BPE(vocab=vocabulary, merges=merges))
    tokenizer.add_special_tokens([AddedToken(name, special=True, normalized=False) for name in SPECIAL])
    return str(tokenizer.to_str())


def _shown_bytes() -> tuple[str, ...]:
    """The character by which byte-level BPE writes each byte.

    Source: GPT-2's `bytes_to_unicode`: printable Latin-1 as itself, the others from U+0100 on.
    """
    printable = [*range(ord("!"), ord("~") + 1), *range(0xA1, 0xAD), *range(0xAE, 0x100)]
    others = iter(range(0x100, 0x200))
    return tuple(chr(byte) if byte in printable else chr(next(others)) for byte in range(256))


def sample(texts: Iterable[str]) -> tuple[list[str], int]:
    """Pieces spread evenly over all texts, at most TRAINING_CHARACTERS, and the characters there were."""
    kept: list[str] = []
    held = total = number = 0
    step = 1
    for text in texts:
        text = encodable(text)
        total += len(text)
        for start in range(0, len(text), SAMPLE_PIECE):
            if number % step == 0:
                kept.append(text[start : start + SAMPLE_PIECE])
                held += len(kept[-1])
                if held > TRAINING_CHARACTERS:
                    kept = kept[::2]
                    held = sum(map(len, kept))
                    step *= 2
            number += 1
    return kept, total
