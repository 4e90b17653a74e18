"""Low-rank adapters in a causal language model: small matrices beside its linear maps, the only weights that train.

Source: Hu et al. 2022, "LoRA", eq. 3; Liu et al. 2024, "DoRA", eq. 5. The layers are `peft`'s.
"""

from __future__ import annotations

import copy
from pathlib import Path
from typing import TYPE_CHECKING, Any

from torch import nn

from modelyard.core.errors import RecipeError
from modelyard.core.registry import needing
from modelyard.models._quantised import dequantise, is_map, prepare_library, transpose

if TYPE_CHECKING:
    from modelyard.models.decoder import Config

FILE, SETTINGS = "adapter.safetensors", "adapter.json"


def attach(network: Any, config: Config) -> None:
    """Put untrained adapters beside the linear maps of `targets` (all of the body where empty); freeze the rest.

    The model computes what it did before until they are trained. Raises: RecipeError where no map has such a name,
    MissingExtra without peft.
    """
    prepare_library()
    with needing(f"model.adapter: {config.adapter}"):
        from peft import LoraConfig, inject_adapter_in_model

    settings = LoraConfig(
        r=config.rank,
        lora_alpha=config.alpha or 2.0 * config.rank,  # type: ignore[arg-type]
        target_modules=list(config.targets) or "all-linear",
        lora_dropout=config.adapter_dropout,
        use_dora=config.adapter == "dora",
        task_type="CAUSAL_LM",
        fan_in_fan_out=any(type(module).__name__ == "Conv1D" for module in network.modules()),  # GPT-2's maps
    )
    try:
        inject_adapter_in_model(settings, network)
    except ValueError as error:
        known = sorted({name.rpartition(".")[2] for name, module in network.named_modules() if is_map(module)})
        raise RecipeError(
            "model.targets must name linear maps of the model",
            where="model.targets",
            got=list(config.targets),
            remedy=f"It has {', '.join(known)}.",
        ) from error
    for name, parameter in network.named_parameters():
        parameter.requires_grad_("lora_" in name)


def merged(network: nn.Module) -> nn.Module:
    """A copy of the network with its adapters added to its own weights, as if it had been trained whole.

    A quantised base is unpacked: the weights are those that the adapters were trained beside.
    """
    from peft.tuners.tuners_utils import BaseTunerLayer

    found = copy.deepcopy(network)
    transposed = dequantise(found)
    layers = [(name, module) for name, module in found.named_modules() if isinstance(module, BaseTunerLayer)]
    for name, module in layers:
        module.merge()
        parent, _, leaf = name.rpartition(".")
        setattr(found.get_submodule(parent), leaf, module.get_base_layer())
    transpose(found, [name.removesuffix(".base_layer") for name in transposed])
    for parameter in found.parameters():
        parameter.requires_grad_(True)
    return found


def save(network: Any, directory: Path, source: str) -> None:
    """Write the adapter alone, as peft names its weights, with its settings and the model that it belongs to.

    Not under peft's own file names (adapter_model.safetensors, adapter_config.json): beside whole weights,
    `transformers` would open the base that they name. Renamed, in a folder of their own, peft opens them.
    """
    import json

    from peft import get_peft_model_state_dict
    from safetensors.torch import save_file

    weights = get_peft_model_state_dict(network, adapter_name="default")
    named = {f"base_model.model.{name}": tensor.detach().contiguous() for name, tensor in weights.items()}
    save_file(named, directory / FILE)
    settings = {**network.peft_config["default"].to_dict(), "base_model_name_or_path": source}
    content = json.dumps(_plain(settings), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    (directory / SETTINGS).write_text(content, encoding="utf-8")


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return sorted(map(_plain, value), key=str) if isinstance(value, (set, frozenset)) else [*map(_plain, value)]
    return value if value is None or isinstance(value, (str, int, float, bool)) else str(value)
