"""The architecture of a definition of `transformers` that no formula is known of: built on the meta device, in seconds.

Nothing is allocated; parameters are counted, linear maps become products. Attention's sizes come from config.json's
usual fields. Code that a checkpoint brings is never run.
"""

from __future__ import annotations

import importlib.util
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from modelyard.core.architecture import Architecture, Attention, Block, Kept, Product
from modelyard.core.errors import RecipeError
from modelyard.core.registry import needing
from modelyard.models._definitions import Definition
from modelyard.models._known_definitions import whole
from modelyard.models._low_rank import Adapter, adapted


def causal(definition: Definition, *, adapter: Adapter | None = None, chunked_loss: bool = False) -> Architecture:
    """A causal language model. Raises: RecipeError where `transformers` has no such definition."""
    network = _on_meta("AutoModelForCausalLM", definition, None)
    blocks = _blocks(network, definition, adapter, causal=True)
    return whole(
        str(definition["model_type"]), blocks, blocks[-1].handed_on, adapter=adapter, chunked_loss=chunked_loss
    )


def classifier(definition: Definition, outputs: int) -> Architecture:
    """A sequence classifier. Raises: RecipeError where `transformers` has no such definition."""
    network = _on_meta("AutoModelForSequenceClassification", definition, outputs)
    blocks = _blocks(network, definition, None, causal=False)
    return Architecture(name=str(definition["model_type"]), blocks=tuple(blocks), logits=outputs)


def _on_meta(kind: str, definition: Definition, outputs: int | None) -> Any:
    check_listed(definition)
    name = definition.get("model_type")
    with needing(f"planning a model of type {name}"):
        import torch
        import transformers
    rest = {key: value for key, value in definition.items() if key not in ("model_type", "auto_map")}
    try:
        config = transformers.AutoConfig.for_model(str(name), **rest)
        if outputs is not None:
            config.num_labels = outputs
        with torch.device("meta"):
            return getattr(transformers, kind).from_config(config, trust_remote_code=False)
    except (ValueError, KeyError, TypeError, AttributeError, ImportError) as error:
        raise _unknown(f"{name} ({str(error).partition(chr(10))[0][:120]})") from error


def check_listed(definition: Definition) -> None:
    """Raises: RecipeError for a name that `transformers` does not know, without loading it."""
    name = str(definition.get("model_type"))
    if not _is_listed(name):
        raise _unknown(name)


def _is_listed(name: str) -> bool:
    """Whether the name stands in the tables of `transformers`, read as text: loading it takes seconds.

    True where that cannot be told: it is not installed, or loaded already and may have been added to.
    """
    found = importlib.util.find_spec("transformers") if "transformers" not in sys.modules else None
    if found is None or not found.submodule_search_locations:
        return True
    tables = sorted((Path(found.submodule_search_locations[0]) / "models" / "auto").glob("*auto*.py"))
    return not tables or any(f'"{name}"' in path.read_text(encoding="utf-8") for path in tables)


def _unknown(got: str) -> RecipeError:
    return RecipeError(
        "config.json names no definition that transformers can build for this task",
        where="config.json: model_type",
        got=got,
        remedy="Give a checkpoint whose definition transformers has; code that one brings is not run.",
    )


def _blocks(network: Any, definition: Definition, adapter: Adapter | None, *, causal: bool) -> list[Block]:
    """Embeddings and other parts first, then one block of each repeated layer, then the output map."""
    import torch

    config = network.config.get_text_config()
    width = int(config.hidden_size)
    seen: set[int] = set()
    counts: Counter[tuple[str, str]] = Counter()  # parameters by layer, "" outside layers
    maps: dict[str, list[Product]] = {}
    head = network.get_output_embeddings() if causal else None
    for path, module in network.named_modules():
        layer, inside = _layer_of(path)
        for parameter in module.parameters(recurse=False):
            if id(parameter) not in seen:
                seen.add(id(parameter))
                counts[layer, "output" if module is head else "all"] += parameter.numel()
        if isinstance(module, torch.nn.Linear) and module is not head:
            maps.setdefault(layer, []).append(Product(k=module.in_features, n=module.out_features, name=inside))
        elif type(module).__name__ == "Conv1D":
            k, n = (int(size) for size in module.weight.shape)
            maps.setdefault(layer, []).append(Product(k=k, n=n, name=inside))
    heads = int(config.num_attention_heads)
    attention = Attention(
        heads=heads,
        kv_heads=int(getattr(config, "num_key_value_heads", None) or heads),
        head_width=int(getattr(config, "head_dim", None) or width // heads),
        causal=causal,
    )
    layers: Counter[tuple[int, tuple[Product, ...]]] = Counter()
    for layer in {key for key, _ in counts} - {""}:
        layers[counts[layer, "all"], tuple(maps.get(layer, ()))] += 1
    outside = tuple(maps.get("", ()))
    blocks = [Block(name="outside the layers", parameters=counts["", "all"], products=outside, handed_on=width)]
    for (parameters, products), repeats in layers.items():
        one = Block(
            name="layer",
            repeats=repeats,
            parameters=parameters,
            products=products,
            attention=attention,
            kept=Kept(values=float(sum(product.k + product.n for product in products)), stream=2.0 * width),
            handed_on=width,
            recomputable=True,
            elementwise=14.0 * width,
        )
        blocks.append(one if adapter is None else adapted(one, adapter))
    if head is not None:
        vocabulary = int(head.weight.shape[0])
        product = Product(k=int(head.weight.shape[1]), n=vocabulary)
        blocks.append(Block(name="output", parameters=counts["", "output"], products=(product,), handed_on=vocabulary))
    return blocks


def _layer_of(path: str) -> tuple[str, str]:
    """The layer that a module is in (`model.layers.3`), empty outside, and its name within it."""
    found = re.match(r"(.*?[.]?(?:layers?|h|blocks?)[.][0-9]+)(?:[.]|$)(.*)", path)
    return (found[1], found[2]) if found else ("", path)
