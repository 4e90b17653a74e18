"""Texts to padded token ids, as at training: the same tokenizer, and the same cut of a text that is too long."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.data.values import encodable
from modelyard.export.runtime.texts import joined

Encode = Callable[[Sequence[Mapping[str, Any]]], dict[str, NDArray[Any]]]


def load(directory: Path) -> Encode:
    """A function from rows to `input_ids` and `attention_mask`, int64 [rows, tokens]."""
    from tokenizers import Tokenizer

    settings = json.loads((directory / "runner.json").read_text(encoding="utf-8"))
    names, longest, pad_id = settings["inputs"], settings["max_length"], settings["pad_id"]
    tokenizer = Tokenizer.from_file(str(directory / "tokenizer.json"))
    tokenizer.no_padding()
    if settings["cut"] == "end":
        tokenizer.enable_truncation(longest)
    else:
        tokenizer.no_truncation()

    def encode(rows: Sequence[Mapping[str, Any]]) -> dict[str, NDArray[Any]]:
        texts = [encodable(joined(row, names)) for row in rows]
        ids = [_fitting(encoding.ids, longest) for encoding in tokenizer.encode_batch(texts)]
        input_ids = np.full((len(ids), max(map(len, ids))), pad_id, dtype=np.int64)
        mask = np.zeros_like(input_ids)
        for i, row in enumerate(ids):
            input_ids[i, : len(row)], mask[i, : len(row)] = row, 1
        return {"input_ids": input_ids, "attention_mask": mask}

    return encode


def _fitting(ids: list[int], longest: int) -> list[int]:
    """A sequence that is too long loses its middle."""
    tail = longest // 2
    return ids if len(ids) <= longest else ids[: longest - tail] + ids[-tail:]
