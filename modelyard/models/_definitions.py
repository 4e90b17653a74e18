"""The Llama definition of `transformers` and its kin as blocks, from config.json alone; and what reads config.json.

`definition` is config.json's object. Fields that older files leave out have the defaults of transformers 5.23.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from modelyard.core.architecture import Block
from modelyard.core.errors import RecipeError
from modelyard.models._layers import QKV, UP, Layer, embedding, normalisation, output
from modelyard.models._low_rank import Adapter

Definition = Mapping[str, Any]
GEMMAS = frozenset({"gemma", "gemma2", "gemma3_text"})
OWN = frozenset({"llama", "qwen3"})
# The other kinds change their frequencies with the length that was seen.
OWN_FREQUENCIES = frozenset({"default", "linear", "llama3"})


def size(definition: Definition, *names: str, default: int | None = None) -> int:
    """A whole number under the first of its names that is given. Raises: RecipeError."""
    for name in names:
        value = definition.get(name)
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        if value is not None:
            raise RecipeError(f"{name} must be a whole number", where="config.json", got=value)
    if default is None:
        raise RecipeError(f"config.json lacks {names[0]}", where="config.json", got=definition.get("model_type"))
    return default


def flag(definition: Definition, name: str, *, default: bool) -> bool:
    """A truth value; the default where it is not given."""
    value = definition.get(name)
    return default if value is None else bool(value)


def is_own(definition: Definition) -> bool:
    """Whether a decoder of this definition is computed by our own layers (`models._decoder`)."""
    rope = definition.get("rope_parameters") or definition.get("rope_scaling") or {}
    layers = size(definition, "num_hidden_layers", default=0)
    return (
        definition.get("model_type") in OWN
        and definition.get("hidden_act", "silu") == "silu"
        and not definition.get("attention_dropout")
        and set(windows(definition, layers)) <= {None}
        and set(definition.get("layer_types") or ["full_attention"]) == {"full_attention"}
        and rope.get("rope_type", rope.get("type", "default")) in OWN_FREQUENCIES
    )


def windows(definition: Definition, layers: int) -> list[int | None]:
    """How far each layer's attention reaches; None where over all of the sequence."""
    kind, window = str(definition.get("model_type")), definition.get("sliding_window")
    if kind == "mistral":
        return [definition.get("sliding_window", 4096)] * layers
    if kind in ("mixtral", "phi3"):
        return [window] * layers
    if kind == "gemma2":
        window, local = window or 4096, [i % 2 == 0 for i in range(layers)]
    elif kind == "gemma3_text":
        pattern = size(definition, "sliding_window_pattern", "_sliding_window_pattern", default=6)
        window, local = window or 4096, [(i + 1) % pattern != 0 for i in range(layers)]
    elif kind in ("qwen2", "qwen3") and definition.get("use_sliding_window"):
        first = size(definition, "max_window_layers", default=28)
        window, local = window or 4096, [i >= first for i in range(layers)]
    else:
        return [None] * layers
    if definition.get("layer_types"):
        local = [one == "sliding_attention" for one in definition["layer_types"]]
    return [window if near else None for near in local]


def body(layer: Layer, reach: list[int | None], adapter: Adapter | None, *, name: str = "layer") -> list[Block]:
    """The layers, those of one reach together."""
    return [
        layer.block(
            name if window is None else f"{name}, window {window}", reach.count(window), window=window, adapter=adapter
        )
        for window in dict.fromkeys(reach)
    ]


def llama(d: Definition, adapter: Adapter | None) -> list[Block]:
    """Llama and what differs from it in biases, normalisations and defaults."""
    kind = str(d["model_type"])
    width, heads = size(d, "hidden_size"), size(d, "num_attention_heads")
    of_kind = {"mistral": 8, "gemma2": 4, "gemma3_text": 4, "gemma": 16, "qwen2": 32, "qwen3": 32}.get(kind, heads)
    # Where a file states null, the heads of keys are those of queries; where it states nothing, the definition's own.
    kv_heads = size(d, "num_key_value_heads", default=heads if "num_key_value_heads" in d else of_kind)
    head_width = size(d, "head_dim", default=256 if kind in GEMMAS else 128 if kind == "qwen3" else width // heads)
    biased = flag(d, "attention_bias", default=False) and kind not in ("mistral", "qwen2", "phi3")
    layer = Layer(
        width=width,
        heads=heads,
        kv_heads=kv_heads,
        head_width=head_width,
        inner=size(d, "intermediate_size"),
        qkv=("self_attn.qkv_proj",) if kind == "phi3" else QKV,
        up=("mlp.gate_up_proj",) if kind == "phi3" else UP,
        qkv_bias=biased or kind == "qwen2",
        out_bias=biased,
        inner_bias=kind == "llama" and flag(d, "mlp_bias", default=False),
        norms=4 if kind in ("gemma2", "gemma3_text") else 2,
        head_norms=2 if kind in ("qwen3", "gemma3_text") else 0,
    )
    vocabulary = size(d, "vocab_size")
    return [
        embedding(vocabulary, width),
        *body(layer, windows(d, size(d, "num_hidden_layers")), adapter),
        normalisation(width),
        output(width, vocabulary, tied=flag(d, "tie_word_embeddings", default=kind in GEMMAS)),
    ]
