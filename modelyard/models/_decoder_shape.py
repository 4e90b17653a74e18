"""The sizes of a Llama or Qwen3 decoder as config.json states them, for what computes it without torch."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.core.errors import ArtifactError

_TYPES = ("llama", "qwen3")
_TURNS = ("default", "linear", "llama3")


@dataclass(frozen=True, kw_only=True, slots=True)
class DecoderShape:
    """`turns` [head / 2] are radians a position of each pair."""

    layers: int
    width: int
    heads: int
    kv_heads: int
    head: int
    inner: int
    vocabulary: int
    positions: int
    epsilon: float
    tied: bool
    qk_norm: bool
    turns: NDArray[np.float32]

    @property
    def cache_bytes(self) -> int:
        """Keys and values of one token in float32."""
        return 2 * 4 * self.layers * self.kv_heads * self.head


def read_shape(directory: Path) -> DecoderShape:
    """Of the checkpoint in `directory`. Raises: ArtifactError saying what of it cannot be computed without torch."""
    return shape_of(json.loads((directory / "config.json").read_text(encoding="utf-8")))


def is_plain(directory: Path) -> bool:
    """Whether the checkpoint in `directory` can be computed without torch."""
    try:
        read_shape(directory)
    except ArtifactError:
        return False
    return (directory / "model.safetensors").is_file()


def shape_of(config: Mapping[str, Any]) -> DecoderShape:
    """Of the content of config.json. Raises: ArtifactError as `read_shape`."""
    rope = _rope(config)
    heads = int(config.get("num_attention_heads", 1))
    head = int(config.get("head_dim") or int(config.get("hidden_size", 0)) // heads)
    kinds = set(config.get("layer_types") or ["full_attention"])
    rules = (
        (config.get("model_type") in _TYPES, f"model_type {config.get('model_type')!r}"),
        (config.get("hidden_act", "silu") == "silu", f"hidden_act {config.get('hidden_act')!r}"),
        (kinds == {"full_attention"} and not config.get("use_sliding_window"), f"layer_types {sorted(kinds)}"),
        (rope["rope_type"] in _TURNS, f"rope_type {rope['rope_type']!r}"),
        (rope.get("partial_rotary_factor") in (None, 1.0), "partial_rotary_factor"),
        (head % 16 == 0, f"heads of {head}, which is no multiple of 16"),
        (not config.get("attention_bias") and not config.get("mlp_bias"), "offsets in linear maps"),
    )
    for holds, what in rules:
        if not holds:
            raise ArtifactError(
                "only plain Llama and Qwen3 definitions are computed by ONNX Runtime",
                where="config.json",
                got=what,
                remedy="Use --backend torch.",
            )
    return DecoderShape(
        layers=int(config["num_hidden_layers"]),
        width=int(config["hidden_size"]),
        heads=heads,
        kv_heads=int(config.get("num_key_value_heads") or heads),
        head=head,
        inner=int(config["intermediate_size"]),
        vocabulary=int(config["vocab_size"]),
        positions=int(config["max_position_embeddings"]),
        epsilon=float(config["rms_norm_eps"]),
        tied=bool(config.get("tie_word_embeddings", False)),
        qk_norm=config["model_type"] == "qwen3",
        turns=_turns(rope, head),
    )


def _rope(config: Mapping[str, Any]) -> dict[str, Any]:
    """The rotary section in its new form (`rope_parameters`) or its old (`rope_scaling` beside `rope_theta`)."""
    found = dict(config.get("rope_parameters") or config.get("rope_scaling") or {})
    found.setdefault("rope_type", found.pop("type", "default"))
    found.setdefault("rope_theta", config.get("rope_theta", 10_000.0))
    return found


def _turns(rope: Mapping[str, Any], head: int) -> NDArray[np.float32]:
    """Source: transformers 5.23, modeling_rope_utils.py; its float32 arithmetic, so that both give the same bits."""
    share = np.arange(0, head, 2, dtype=np.int64).astype(np.float32) / np.float32(head)
    turns: NDArray[np.float32] = (np.float32(1.0) / np.power(np.float32(rope["rope_theta"]), share)).astype(np.float32)
    if rope["rope_type"] == "linear":
        return np.asarray(turns / np.float32(rope["factor"]), dtype=np.float32)
    if rope["rope_type"] == "llama3":
        return _llama3(turns.astype(np.float64), rope)
    return turns


def _llama3(turns: NDArray[np.float64], rope: Mapping[str, Any]) -> NDArray[np.float32]:
    """Long waves slowed by the factor, short ones as they are, a smooth passage between."""
    low, high = float(rope["low_freq_factor"]), float(rope["high_freq_factor"])
    seen = float(rope["original_max_position_embeddings"])
    waves = 2 * math.pi / turns
    slowed = np.where(waves > seen / low, turns / float(rope["factor"]), turns)
    smooth = (seen / waves - low) / (high - low)
    between = (1 - smooth) * slowed / float(rope["factor"]) + smooth * slowed
    middle = (waves >= seen / high) & (waves <= seen / low)
    return np.asarray(np.where(middle, between, slowed), dtype=np.float32)
