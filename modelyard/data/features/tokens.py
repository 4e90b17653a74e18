"""Texts as token ids: a tokenizer trained on the data, or the one a checkpoint brings.

Own tokenizers are byte-level BPE over NFKC text, with each Han character a word of its own: nothing is ever unknown,
and Chinese does not fuse into long rare pieces. Saved as the `tokenizer.json` that `transformers` opens.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

from modelyard.core.checkpoint import local_checkpoint, positions, read_definition
from modelyard.core.errors import RecipeError
from modelyard.core.features import FeatureSpec, Tokens
from modelyard.core.recipe import TokenConfig

PAD, UNKNOWN, BEGIN, END = "[PAD]", "[UNK]", "[CLS]", "[SEP]"
SPECIAL = (PAD, UNKNOWN, BEGIN, END)
# Vocabulary by the characters of the corpus: rare pieces of a small corpus are seen too seldom to be learnt.
SIZES = ((200_000, 2_000), (2_000_000, 8_000), (20_000_000, 16_000))
LARGEST = 32_000
# Tokens of an example where the recipe is silent: from scratch, and at most where a checkpoint can read as many. On
# reviews (median 230 tokens, a quarter above 370) the step costs half as much again at 512 as at 256.
MAX_LENGTH, CHECKPOINT_LENGTH = 256, 512
# Characters the trainer reads: enough for the statistics, and a bound on time and memory.
TRAINING_CHARACTERS = 50_000_000
_Item = TypeVar("_Item")
_HAN = r"[\x{3400}-\x{4DBF}\x{4E00}-\x{9FFF}\x{F900}-\x{FAFF}\x{20000}-\x{3FFFF}]"


@dataclass(frozen=True, slots=True)
class TextTokenizer:
    """A fitted transform: texts -> Tokens, each wrapped as [CLS] text [SEP] (or as its checkpoint does).

    A text longer than `max_length` loses its middle (the first and the last half of `max_length` stay) or its end.
    Source: Sun et al. 2019, "How to fine-tune BERT for text classification?", section 5.3.1 (head + tail is best).
    """

    content: str
    max_length: int
    cut: str
    vocabulary: int
    pad_id: int
    _tokenizer: Any = field(repr=False, compare=False)

    @classmethod
    def fit(cls, texts: Sequence[str], config: TokenConfig) -> TextTokenizer:
        """Train on the texts, or take over the checkpoint's tokenizer. The same texts give the same tokenizer.

        Raises: RecipeError for a tokenizer of running text, or a checkpoint without one.
        """
        if config.tokenizer is not None:
            raise RecipeError(
                "a tokenizer of running text does not serve here",
                where="model.tokenizer",
                got=config.tokenizer,
                remedy="Remove it: one is trained on the texts. Or start from a model with model.from.",
            )
        if config.from_:
            path = local_checkpoint(config.from_) / "tokenizer.json"
            if not path.is_file():
                raise RecipeError(
                    "the checkpoint has no tokenizer.json",
                    where="model.from",
                    got=config.from_,
                    remedy="Save its fast tokenizer there with transformers' save_pretrained.",
                )
            most = min(positions(read_definition(config.from_)) or CHECKPOINT_LENGTH, CHECKPOINT_LENGTH)
            length = config.max_length or most
            return cls._open(path.read_text(encoding="utf-8"), length, config.cut, where=str(path))
        trained = _train(texts, config.vocabulary or _default_size(texts))
        return cls._open(trained, config.max_length or MAX_LENGTH, config.cut, where="tokenizer")

    @classmethod
    def _open(cls, content: str, max_length: int, cut: str, *, where: str) -> TextTokenizer:
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_str(content)
        pad_ids = [tokenizer.token_to_id(name) for name in (PAD, "<pad>", "<|endoftext|>", "</s>")]
        known = [identity for identity in pad_ids if identity is not None]
        if not known:
            raise RecipeError(
                "the tokenizer has no padding token", where=where, remedy=f"Add a token named {PAD!r} to it."
            )
        tokenizer.no_padding()
        if cut == "end":
            tokenizer.enable_truncation(max_length)
        else:
            tokenizer.no_truncation()
        return cls(content, max_length, cut, tokenizer.get_vocab_size(), known[0], tokenizer)

    @property
    def spec(self) -> FeatureSpec:
        """What a model needs to know."""
        return FeatureSpec(kind="tokens", width=self.vocabulary, max_length=self.max_length, pad_id=self.pad_id)

    def encode(self, texts: Sequence[str]) -> Tokens:
        """Token ids of each text, at most `max_length`, special tokens included."""
        clean = [text.encode("utf-8", "replace").decode("utf-8") for text in texts]  # lone surrogates are no text
        ids = [self._fitting(encoding.ids) for encoding in self._tokenizer.encode_batch_fast(clean)]
        offsets = np.zeros(len(ids) + 1, dtype=np.int64)
        np.cumsum([len(row) for row in ids], out=offsets[1:])
        flat = np.fromiter((token for row in ids for token in row), dtype=np.int32, count=int(offsets[-1]))
        return Tokens(flat, offsets)

    def places(self, text: str) -> list[tuple[int, int]]:
        """The characters of `text` that each of its ids stands for; none (0, 0) for a special token."""
        clean = text.encode("utf-8", "replace").decode("utf-8")
        return self._fitting(self._tokenizer.encode(clean).offsets)

    def _fitting(self, ids: list[_Item]) -> list[_Item]:
        if len(ids) <= self.max_length:
            return ids
        tail = self.max_length // 2
        return ids[: self.max_length - tail] + ids[-tail:]

    def save(self, directory: Path) -> None:
        """Write `tokenizer.json` and `tokenizer_config.json`."""
        special = {
            role: name
            for role, name in zip(("pad_token", "unk_token", "cls_token", "sep_token"), SPECIAL, strict=True)
            if self._tokenizer.token_to_id(name) is not None
        }
        config = {"tokenizer_class": "PreTrainedTokenizerFast", "model_max_length": self.max_length, **special}
        config["cut"] = self.cut  # ours: transformers keeps what it does not know
        (directory / "tokenizer.json").write_text(self.content, encoding="utf-8")
        (directory / "tokenizer_config.json").write_text(json.dumps(config, indent=1) + "\n", encoding="utf-8")

    @classmethod
    def load(cls, directory: Path) -> TextTokenizer:
        """The inverse of `save`."""
        saved = json.loads((directory / "tokenizer_config.json").read_text(encoding="utf-8"))
        path = directory / "tokenizer.json"
        length = int(saved["model_max_length"])
        return cls._open(path.read_text(encoding="utf-8"), length, str(saved["cut"]), where=str(path))


def _default_size(texts: Sequence[str]) -> int:
    characters = sum(map(len, texts))
    return next((size for most, size in SIZES if characters <= most), LARGEST)


def _train(texts: Sequence[str], vocabulary: int) -> str:
    from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers

    tokenizer = Tokenizer(models.BPE(unk_token=UNKNOWN))
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Lowercase()])
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(_HAN), behavior="isolated"),
            pre_tokenizers.Digits(individual_digits=False),
            pre_tokenizers.ByteLevel(add_prefix_space=False),
        ]
    )
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=vocabulary,
        min_frequency=2,
        special_tokens=list(SPECIAL),
        initial_alphabet=sorted(pre_tokenizers.ByteLevel.alphabet()),
        show_progress=False,
    )
    tokenizer.train_from_iterator(_sample(texts), trainer)
    begin, end = tokenizer.token_to_id(BEGIN), tokenizer.token_to_id(END)
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{BEGIN} $A {END}", special_tokens=[(BEGIN, begin), (END, end)]
    )
    return str(tokenizer.to_str())


def _sample(texts: Sequence[str]) -> Iterator[str]:
    """Every k-th text, so that the trainer reads a bounded number of characters."""
    step = 1 + sum(map(len, texts)) // TRAINING_CHARACTERS
    for text in texts[::step]:
        yield text.encode("utf-8", "replace").decode("utf-8")
