"""Attention of encoders: where each layer looks, and how it adds up over layers (rollout). T tokens; L layers.

Source: Abnar and Zuidema 2020, "Quantifying attention flow in transformers", section 3. It has no sign and knows
nothing of the classes: where a model looks is not yet what it concludes.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from modelyard.core.errors import RequestError
from modelyard.core.features import Tokens, pad
from modelyard.explanation.case import Case
from modelyard.explanation.found import Floats, Found
from modelyard.explanation.networks import integers, network_of
from modelyard.explanation.pieces import of_tokens
from modelyard.explanation.units import TextUnits

# Tokens of a map that is drawn.
_DRAWN = 32
_NOTE = "where it looks, not what it concludes: attention has no sign and knows no class"


def rollout(case: Case) -> Found:
    """How much of each token reaches what the classifier reads; the map of the last layer in `extra`."""
    maps = attentions(case)
    flow = rolled(maps)
    config = network_of(case.model).network.config
    mean = getattr(config, "classifier_pooling", "cls") == "mean"
    causal = len(flow) > 1 and not np.triu(flow, 1).any()  # the last token alone has seen all, and is what is read
    reached = flow.mean(axis=0) if mean else flow[-1 if causal else 0]
    assert isinstance(case.units, TextUnits)
    places = case.model.predictor.task.transform.places(case.units.joined)
    tokens = [case.units.joined[a:b] or "·" for a, b in places][:_DRAWN]
    shown = maps[-1][: len(tokens), : len(tokens)]
    attention = {
        "values": (shown / max(float(shown.max()), 1e-12)).tolist(),
        "tokens": tokens,
        "title": "Attention of the last layer, mean of its heads",
        "note": "each row is a token, each column what it looks at; 1 is the largest share",
    }
    own = float(sum(weight for weight, (a, b) in zip(reached, places, strict=True) if a == b))
    facts = {"on_special_tokens": own}
    return Found(
        weights=of_tokens(case, places, reached),
        signed=False,
        facts=facts,
        notes=(_NOTE,),
        extra={"attention": attention},
    )


def rolled(maps: Floats) -> Floats:
    """The product of the layers' maps [L, T, T], each half itself and half the residual path: [T, T], rows sum to 1."""
    size = maps.shape[1]
    flow = np.eye(size)
    for layer in maps:
        mixed = (layer + np.eye(size)) / 2
        flow = (mixed / mixed.sum(axis=1, keepdims=True)) @ flow
    return flow


def attentions(case: Case) -> Floats:
    """The maps of a row, mean over heads [L, T, T], as the definition in `transformers` computes them.

    Raises: RequestError of a model without attention.
    """
    network: Any = getattr(network_of(case.model), "network", None)
    features = case.model.predictor.task.encode(case.rows)
    if network is None or not isinstance(features, Tokens) or network.config.is_encoder_decoder:
        raise RequestError(
            "only encoders have attention that ends in an answer",
            where="method",
            got=case.model.predictor.artifact.family,
            remedy="Try integrated-gradients or shap.",
        )
    import torch  # what has a network has it

    ids, mask = (integers(array) for array in pad(features, case.model.predictor.task.features.pad_id))
    before = network.config._attn_implementation
    network.config._attn_implementation = "eager"
    try:
        with torch.inference_mode():
            made = network(input_ids=ids, attention_mask=mask, output_attentions=True)
    finally:
        network.config._attn_implementation = before
    maps = getattr(made, "attentions", None) or getattr(made, "encoder_attentions", None)
    if not maps:
        raise RequestError(
            "this encoder does not tell its attention",
            where="method",
            got=network.config.model_type,
            remedy="Try integrated-gradients.",
        )
    return np.stack([layer[0].mean(dim=0).double().numpy() for layer in maps])
