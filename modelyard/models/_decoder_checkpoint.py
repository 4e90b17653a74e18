"""A causal checkpoint as the start of a decoder, and what it must hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from modelyard.core.checkpoint import local_checkpoint
from modelyard.core.errors import RecipeError
from modelyard.core.features import FeatureSpec

if TYPE_CHECKING:
    from modelyard.models._quantised import Kind


def network(source: str, spec: FeatureSpec, base: Kind | None = None) -> Any:
    """A checkpoint's network, its linear maps quantised where `base` says how.

    Raises: RecipeError where it does not fit the features or cannot be computed here, MissingExtra.
    """
    from transformers import AutoModelForCausalLM

    from modelyard.models import _pretrained
    from modelyard.models._quantised import quantise

    directory = local_checkpoint(source)
    _pretrained.check_safetensors(directory)
    definition = _pretrained.definition(directory)
    # Before they are quantised, weights are read in the precision of their file: bfloat16 takes half the memory.
    found, fresh = _pretrained.network(AutoModelForCausalLM, directory, definition, attention="sdpa", stored=bool(base))
    if fresh:
        raise RecipeError(
            f"the checkpoint's weights lack {fresh[0]}",
            where="model.from",
            got=source,
            remedy="Give a causal language model whose config.json and model.safetensors belong together.",
        )
    positions = getattr(definition, "max_position_embeddings", None)
    if positions and spec.max_length > positions:
        raise RecipeError(
            f"this checkpoint reads at most {positions} tokens",
            where="model.max_length",
            got=spec.max_length,
            remedy=f"Try {positions}.",
        )
    if spec.width > definition.vocab_size:
        raise RecipeError(
            f"the tokenizer has {spec.width} tokens, the checkpoint's weights {definition.vocab_size}",
            where="model.from",
            got=source,
            remedy="The folder's tokenizer.json and weights do not belong together.",
        )
    if base is not None:
        quantise(found, base)
    _check_head(found, source)
    if spec.stop_ids:
        found.config.eos_token_id = found.generation_config.eos_token_id = list(spec.stop_ids)
    return found


def _check_head(network: Any, source: str) -> None:
    """Raises: RecipeError for a definition whose logits are not its last hidden states times a matrix."""
    import torch

    from modelyard.models._decoder import Decoder

    ids = torch.arange(8)[None] % network.config.vocab_size
    network.eval()
    with torch.no_grad():
        cut = Decoder(network)(ids[:, :4])
        if not torch.allclose(cut, Decoder(network)(ids)[:, :4], rtol=1e-3, atol=1e-3):
            raise RecipeError(
                f"the {network.config.model_type} definition reads from both sides and cannot continue a text",
                where="model.from",
                got=source,
                remedy="Use it for classification (model: {family: encoder}) or with train.objective: masked.",
            )
        if torch.allclose(Decoder(network)(ids), network(input_ids=ids).logits, rtol=1e-3, atol=1e-3):
            return
    raise RecipeError(
        f"the {network.config.model_type} definition changes its logits after the output matrix, which is not computed",
        where="model.from",
        got=source,
        remedy="Use a checkpoint of another definition (Llama, Qwen, Mistral, GPT-2 and most others).",
    )
