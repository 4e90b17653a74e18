"""`encoder`: a Transformer encoder, from scratch or from a checkpoint.

From scratch it is the ModernBERT definition (rotary positions, gated units, pre-normalisation) with full attention in
every layer. Measured at 4 layers of width 256, batch 32, bfloat16, one core: a training step at 16, 32 and 64 tokens
takes 44, 80 and 154 ms; the BERT definition of equal size takes 57, 95 and 183 ms. Plain attention is the default as
the fused kernel took 67, 100 and 206 ms; for six layers of width 384 at 256 tokens 2.6 s, plain attention 2.0 s.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from pydantic import Field, model_validator

from modelyard.core.allowed import refuse_named_code
from modelyard.core.checkpoint import local_checkpoint, positions
from modelyard.core.errors import ArtifactError, RecipeError
from modelyard.core.features import FeatureKind, FeatureSpec
from modelyard.core.recipe import Fraction, TokenConfig
from modelyard.core.registry import missing_extra
from modelyard.models import _architectures, _sizes

if TYPE_CHECKING:
    from torch import nn

FEATURES: dict[str, FeatureKind] = {"text": "tokens", "masked": "tokens"}
LEARNING_RATE = 5e-4
BATCH_SIZE = 32
PRESETS = {
    "small": {"layers": 4, "width": 256, "heads": 4, "inner": 640},
    "base": {"layers": 12, "width": 768, "heads": 12, "inner": 1152},
}
_SIZES = ("layers", "width", "heads", "inner")


class Config(TokenConfig):
    """The fields of `encoder`. The sizes that are not given come from the preset; a checkpoint brings its own."""

    preset: Literal["small", "base"] = "small"
    layers: int | None = Field(None, gt=0, le=1024, examples=[4])
    width: int | None = Field(None, gt=0, le=65_536, examples=[256])
    heads: int | None = Field(None, gt=0, le=1024, examples=[4])
    inner: int | None = Field(None, gt=0, le=262_144, examples=[640], description="Width of the gated units.")
    dropout: Fraction = Field(0.1, description="From scratch only; a checkpoint brings its own.")
    pooling: Literal["mean", "cls"] | None = Field(
        None, description="Mean over the tokens (from scratch) or the first token; a checkpoint's own where empty."
    )
    attention: Literal["eager", "sdpa"] = Field("eager", description="Plain softmax, or PyTorch's fused kernel.")

    @model_validator(mode="after")
    def _sizes_fit(self) -> Config:
        if self.from_ is not None:
            _sizes.refuse_given(self, _SIZES)
        else:
            _sizes.require_even_heads(self.sizes)
        return self

    @property
    def sizes(self) -> dict[str, int]:
        """Layers, width, heads and inner width, from the preset where not given; inner follows a given width."""
        preset = PRESETS[self.preset]
        sizes = {name: getattr(self, name) or preset[name] for name in _SIZES}
        if self.width is not None and self.inner is None:
            sizes["inner"] = 64 * max(1, round(self.width * preset["inner"] / preset["width"] / 64))
        return sizes


def build(config: Config, spec: FeatureSpec, outputs: int) -> nn.Module:
    """The module, untrained or with a checkpoint's weights: forward(input_ids, attention_mask) -> [B, outputs]."""
    try:
        import transformers  # noqa: F401

        from modelyard.models._pretrained import quiet
        from modelyard.models._transformer import Encoder
    except ModuleNotFoundError as error:
        raise missing_extra(error.name or "torch", needed_for="model: encoder") from error
    with quiet():
        if spec.mask_id is not None:  # to fill in tokens, not to tell classes
            from modelyard.models import _masked

            directory = local_checkpoint(config.from_) if config.from_ else None
            return _masked.build(_definition(config, spec, 2), config.from_, directory)
        network = _from_scratch(config, spec, outputs) if config.from_ is None else _pretrained(config, spec, outputs)
    return Encoder(network)


architecture = _architectures.of_encoder


def save(model: nn.Module, config: Config, directory: Path) -> None:
    """Write config.json and model.safetensors as `transformers` does."""
    from modelyard.models._pretrained import quiet

    with quiet():
        model.network.save_pretrained(directory)  # type: ignore[union-attr,operator]


def open(directory: Path, spec: FeatureSpec, outputs: int) -> nn.Module:
    """The trained module, float32, in evaluation mode.

    Raises: ArtifactError where config.json asks for code of its own: none is ever run.
    """
    refuse_named_code(directory / "config.json")
    from modelyard.models._pretrained import quiet
    from modelyard.models._transformer import Encoder

    with quiet():
        if spec.mask_id is not None:
            from modelyard.models import _masked

            return _masked.open(directory)
        network, fresh = _load(directory, outputs, pooling=None, attention="eager")
    if fresh:
        place = str(directory / "model.safetensors")
        raise ArtifactError(f"the weights lack {fresh[0]}", where=place, remedy="Restore it from a copy.")
    return Encoder(network).float().eval()


def _from_scratch(config: Config, spec: FeatureSpec, outputs: int) -> Any:
    from transformers import ModernBertForSequenceClassification

    return ModernBertForSequenceClassification(_definition(config, spec, outputs))


def _definition(config: Config, spec: FeatureSpec, outputs: int) -> Any:
    from transformers import ModernBertConfig

    sizes = config.sizes
    definition = ModernBertConfig(
        vocab_size=spec.width,
        hidden_size=sizes["width"],
        num_hidden_layers=sizes["layers"],
        num_attention_heads=sizes["heads"],
        intermediate_size=sizes["inner"],
        max_position_embeddings=spec.max_length,
        layer_types=["full_attention"] * sizes["layers"],
        embedding_dropout=config.dropout,
        classifier_dropout=config.dropout,
        classifier_pooling=config.pooling or "mean",
        pad_token_id=spec.pad_id,
        bos_token_id=None,
        eos_token_id=None,
        cls_token_id=None,
        sep_token_id=None,
    )
    definition.num_labels = outputs
    definition._attn_implementation = config.attention
    return definition


def _pretrained(config: Config, spec: FeatureSpec, outputs: int) -> Any:
    from modelyard.models._pretrained import check_safetensors

    directory = local_checkpoint(str(config.from_))
    check_safetensors(directory)
    network, fresh = _load(directory, outputs, pooling=config.pooling, attention=config.attention)
    body = f"{network.base_model_prefix}."
    lost = [name for name in fresh if name.startswith(body) and "pooler" not in name]
    if lost:  # only the classifier (and a pooler that pretraining has no use for) may start anew
        raise RecipeError(
            f"the checkpoint's weights lack {lost[0]}",
            where="model.from",
            got=config.from_,
            remedy="Its config.json and model.safetensors do not belong together.",
        )
    _check_fits(network.config, spec, str(config.from_))
    network.config.pad_token_id = spec.pad_id  # GPT-2 and other causal ones find a text's last token by it
    return network


def _load(directory: Path, outputs: int, *, pooling: str | None, attention: str) -> tuple[Any, list[str]]:
    """The network, and the names of the weights that the checkpoint does not have (in this shape)."""
    from transformers import AutoModelForSequenceClassification

    from modelyard.models import _pretrained

    definition = _pretrained.definition(directory)
    definition.num_labels = outputs
    # One pass over 5,000 reviews had a validation loss of 0.316 with attention weights dropped and took 228 s, 0.309
    # and 159 s without: their masks need whole score tensors. The dropout of hidden states stays.
    for name in ("attention_probs_dropout_prob", "attention_dropout"):
        if hasattr(definition, name):
            setattr(definition, name, 0.0)
    if pooling is not None and hasattr(definition, "classifier_pooling"):
        definition.classifier_pooling = pooling
    elif pooling == "mean":
        raise RecipeError(
            f"the {definition.model_type} definition pools by its first token",
            where="model.pooling",
            got=pooling,
            remedy="Remove model.pooling.",
        )
    # A classifier for other classes starts anew: its weights are among the names.
    return _pretrained.network(AutoModelForSequenceClassification, directory, definition, attention=attention)


def _check_fits(definition: Any, spec: FeatureSpec, source: str) -> None:
    most = positions(definition.to_dict())
    if most and spec.max_length > most:
        raise RecipeError(
            f"this checkpoint reads at most {most} tokens",
            where="model.max_length",
            got=spec.max_length,
            remedy=f"Try {most}.",
        )
    if spec.width > definition.vocab_size:
        raise RecipeError(
            f"the checkpoint's tokenizer has {spec.width} tokens, its weights {definition.vocab_size}",
            where="model.from",
            got=source,
            remedy="The folder's tokenizer.json and weights do not belong together.",
        )
