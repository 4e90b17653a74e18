"""`decoder`: a causal language model, from scratch or from a checkpoint.

From scratch it is the Llama definition (RMSNorm, rotary positions, grouped-query attention, SwiGLU), or Qwen3's where
queries and keys are normalised; a checkpoint is any causal definition that `transformers` has.
"""

from __future__ import annotations

import math
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from pydantic import Field, model_validator

from modelyard.core.allowed import refuse_named_code
from modelyard.core.errors import ArtifactError, RecipeError
from modelyard.core.features import FeatureKind, FeatureSpec
from modelyard.core.recipe import Fraction, Strings, TokenConfig
from modelyard.core.registry import missing_extra
from modelyard.models import _architectures, _sizes
from modelyard.models._compute_optimal import HEAD, Optimum, optimum, shapes
from modelyard.models._compute_optimal import learning_rate as learning_rate

if TYPE_CHECKING:
    from modelyard.models._decoder import Decoder

FEATURES: dict[str, FeatureKind] = {"corpus": "tokens", "conversations": "tokens", "pairs": "tokens"}
LEARNING_RATE = 1e-3
BATCH_SIZE = 16
BACKENDS = ("torch",)  # what an artifact of this family is answered by
# tiny has nanoGPT's CPU shape, small its character model's; base and large follow GPT-2.
PRESETS = {
    "tiny": {"layers": 4, "width": 128, "heads": 4},
    "small": {"layers": 6, "width": 384, "heads": 6},
    "base": {"layers": 12, "width": 768, "heads": 12},
    "large": {"layers": 24, "width": 1024, "heads": 16},
}
DEFAULT_PRESET = "small"
ROPE_THETA = 10_000.0
_OF_ADAPTERS = ("rank", "alpha", "targets", "adapter_dropout", "base")
_SHAPE = ("layers", "width", "heads", "kv_heads", "inner", "tied", "rope_theta", "qk_norm")


class Config(TokenConfig):
    """The fields of `decoder`. Without preset and sizes the budget sets the size; a checkpoint brings its own."""

    vocabulary: int | Literal["characters", "bytes"] | None = Field(  # type: ignore[assignment]
        None, examples=[10_000], description="Tokens (at least 300), or one a character or byte; else by the data."
    )
    max_length: int = Field(256, ge=8, le=1_048_576, description="Tokens of a sequence (the context).")
    preset: Literal["tiny", "small", "base", "large"] | None = None
    layers: int | None = Field(None, gt=0, le=1024, examples=[6])
    width: int | None = Field(None, gt=0, le=65_536, examples=[384])
    heads: int | None = Field(None, gt=0, le=1024, examples=[6])
    kv_heads: int | None = Field(None, gt=0, le=1024, examples=[2], description="Heads of keys; heads where empty.")
    inner: int | None = Field(None, gt=0, le=262_144, examples=[1024], description="Width of the gated units.")
    tied: bool | None = Field(None, description="One matrix for embeddings and output; true where empty.")
    qk_norm: bool | None = Field(None, description="Normalised queries and keys (the Qwen3 definition).")
    rope_theta: float | None = Field(None, gt=1, examples=[10_000.0], description="Base of the rotary positions.")
    adapter: Literal["lora", "dora"] | None = Field(
        None, description="Train small matrices beside the checkpoint's weights, and nothing else."
    )
    rank: int = Field(16, ge=1, le=1024, description="Of an adapter's matrices.")
    alpha: float | None = Field(None, gt=0, examples=[32], description="An adapter's part is scaled by alpha / rank.")
    targets: Strings = Field((), description="Linear maps that get an adapter; all of the body where empty.")
    adapter_dropout: Fraction = Field(0.0, description="In training, on what an adapter reads.")
    base: Literal["int8", "nf4"] | None = Field(None, description="What the weights beside an adapter are kept in.")
    dropout: Fraction = Field(0.0, description="In training, on embeddings and on what each layer adds.")
    attention: Literal["auto", "eager", "sdpa"] = Field(
        "auto", description="Plain softmax, PyTorch's fused kernel, or the faster of them on this device and shape."
    )

    @model_validator(mode="after")
    def _sizes_fit(self) -> Config:
        if isinstance(self.vocabulary, int) and not 300 <= self.vocabulary <= 1_000_000:
            raise ValueError("vocabulary must be from 300 to 1,000,000 tokens, or characters, or bytes")
        if self.adapter is None:
            fields = type(self).model_fields  # a saved config states every field: only other values are a choice
            given = [name for name in _OF_ADAPTERS if getattr(self, name) != fields[name].default]
            if given:
                raise ValueError(f"{given[0]} is an adapter's; add adapter: lora")
        elif self.from_ is None:
            raise ValueError("an adapter needs the model that it adapts; add from: runs/base")
        if self.from_ is not None:
            _sizes.refuse_given(self, ("preset", *_SHAPE))
            return self
        sizes = self.sizes
        _sizes.require_even_heads(sizes)
        if sizes["heads"] % sizes["kv_heads"]:
            raise ValueError(f"heads must be a multiple of kv_heads; try kv_heads {_divisor(sizes)}")
        return self

    @property
    def is_sized(self) -> bool:
        """Whether recipe or checkpoint set the size; otherwise the budget does (`size`)."""
        return self.from_ is not None or self.preset is not None or self.layers is not None or self.width is not None

    @property
    def sizes(self) -> dict[str, int]:
        """Layers, width, heads, kv_heads and inner: the preset's where not given, the last three by the width."""
        preset = PRESETS[self.preset or DEFAULT_PRESET]
        width = self.width or preset["width"]
        heads = self.heads or (preset["heads"] if self.width is None else max(1, width // 64))
        return {
            "layers": self.layers or preset["layers"],
            "width": width,
            "heads": heads,
            "kv_heads": self.kv_heads or heads,
            # 8/3 of the width give a gated layer the parameters of a plain one of 4 (Shazeer 2020, section 2).
            "inner": self.inner or 64 * max(1, round(width / 24)),
        }


def build(config: Config, spec: FeatureSpec, outputs: int = 0) -> Decoder:
    """The module, untrained or with a checkpoint's weights. `outputs` is not used: they are the vocabulary.

    Raises: RecipeError for a checkpoint that does not fit, MissingExtra without torch or transformers.
    """
    try:
        import transformers  # noqa: F401

        from modelyard.models._decoder import Decoder
    except ModuleNotFoundError as error:
        raise missing_extra(error.name or "torch", needed_for="model: decoder") from error
    from modelyard.models import _adapters, _decoder_checkpoint, _pretrained

    with _pretrained.quiet():
        network = (
            _from_scratch(config, spec)
            if config.from_ is None
            else _decoder_checkpoint.network(config.from_, spec, base=config.base)
        )
    if config.adapter is not None:
        _adapters.attach(network, config)
    attention = "eager" if config.attention == "auto" else config.attention
    return Decoder(network, attention=attention, dropout=config.dropout)


architecture = _architectures.of_decoder


def save(model: Decoder, config: Config, directory: Path) -> None:
    """Write config.json, generation_config.json and model.safetensors as `transformers` does.

    An adapter is added to the weights, so that they open as they are, and stands beside them by itself.
    """
    from modelyard.models import _adapters, _pretrained

    network: Any = model.network
    if config.adapter is not None:
        _adapters.save(network, directory, str(config.from_))
        network = _adapters.merged(network)
    with _pretrained.quiet():
        network.save_pretrained(directory)


def open(directory: Path, spec: FeatureSpec | None = None, outputs: int = 0) -> Decoder:
    """The trained module, float32, in evaluation mode.

    Raises: ArtifactError where config.json asks for code of its own or weights are missing.
    """
    from transformers import AutoModelForCausalLM

    from modelyard.models import _pretrained
    from modelyard.models._decoder import Decoder

    refuse_named_code(directory / "config.json")
    with _pretrained.quiet():
        network, fresh = _pretrained.network(
            AutoModelForCausalLM, directory, _pretrained.definition(directory), attention="sdpa"
        )
    if fresh:
        place = str(directory / "model.safetensors")
        raise ArtifactError(f"the weights lack {fresh[0]}", where=place, remedy="Restore it from a copy.")
    return Decoder(network).float().eval()


def _from_scratch(config: Config, spec: FeatureSpec) -> Any:
    import torch
    from transformers import LlamaConfig, LlamaForCausalLM, Qwen3Config, Qwen3ForCausalLM

    sizes = config.sizes
    pair: tuple[Any, Any] = (LlamaConfig, LlamaForCausalLM)
    if config.qk_norm:
        pair = (Qwen3Config, Qwen3ForCausalLM)
    definition = pair[0](
        vocab_size=spec.width,
        hidden_size=sizes["width"],
        num_hidden_layers=sizes["layers"],
        num_attention_heads=sizes["heads"],
        num_key_value_heads=sizes["kv_heads"],
        head_dim=sizes["width"] // sizes["heads"],
        intermediate_size=sizes["inner"],
        max_position_embeddings=spec.max_length,
        tie_word_embeddings=config.tied is not False,
        rope_parameters={"rope_type": "default", "rope_theta": config.rope_theta or ROPE_THETA},
        pad_token_id=spec.pad_id,
        bos_token_id=spec.end_id,
        eos_token_id=spec.end_id,
        attention_dropout=0.0,
    )
    network = pair[1](definition)
    with torch.no_grad():
        # What 2 L branches add to the residual stream keeps its variance (Radford et al. 2019, GPT-2, section 2.3).
        for layer in network.model.layers:
            for linear in (layer.self_attn.o_proj, layer.mlp.down_proj):
                linear.weight.div_(math.sqrt(2 * sizes["layers"]))
    return network


def _divisor(sizes: dict[str, int]) -> int:
    return next(k for k in range(min(sizes["kv_heads"], sizes["heads"]), 0, -1) if sizes["heads"] % k == 0)


def parameters(sizes: dict[str, int], vocabulary: int, *, tied: bool = True, qk_norm: bool = False) -> int:
    """The number of parameters of a decoder from scratch, exactly."""
    width, size = sizes["width"], sizes["width"] // sizes["heads"]
    attention = 2 * width * size * (sizes["heads"] + sizes["kv_heads"]) + (2 * size if qk_norm else 0)
    layer = attention + 3 * width * sizes["inner"] + 2 * width
    return sizes["layers"] * layer + width + vocabulary * width * (1 if tied else 2)


def size(
    config: Config, *, tokens: int, vocabulary: int, seconds: float, flops_per_second: float
) -> tuple[Config, Optimum]:
    """The config with the layers, width and heads that suit a budget (see `_compute_optimal`), and why.

    `tokens` are the corpus's, each counted once; `flops_per_second` is what a training step reaches (6 N a token).
    Raises: RecipeError for a config that has its size already.
    """
    if config.is_sized:
        raise RecipeError("the size is given already", where="model", remedy="Remove preset, layers, width and from.")
    configs = {
        shape: config.model_copy(
            update={"layers": shape.layers, "width": shape.width, "heads": max(1, shape.width // HEAD)}
        )
        for shape in shapes()
    }
    counts = {
        shape: parameters(one.sizes, vocabulary, tied=one.tied is not False, qk_norm=bool(one.qk_norm))
        for shape, one in configs.items()
        if one.sizes["heads"] % one.sizes["kv_heads"] == 0
    }
    best = optimum(counts, unique=max(1, tokens), flops=max(1.0, seconds * flops_per_second))
    return configs[best.shape], best
