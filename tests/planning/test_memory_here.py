"""What the planner says that a forward pass keeps, against what PyTorch's graph of our own networks holds."""

import pytest
import torch

from modelyard.core import registry
from modelyard.core.features import FeatureSpec
from modelyard.planning import memory_here

TOKENS = FeatureSpec(kind="tokens", width=500, max_length=256)
DENSE = FeatureSpec(kind="dense", width=64)
DECODER = {"layers": 3, "width": 128, "heads": 4}
CASES = [
    ("decoder", DECODER, "fp32", False),
    ("decoder", DECODER, "bf16", False),
    ("decoder", {**DECODER, "attention": "sdpa"}, "fp32", False),
    ("decoder", {**DECODER, "attention": "sdpa", "kv_heads": 2}, "bf16", False),
    ("decoder", DECODER, "fp32", True),
    ("decoder", DECODER, "bf16", True),
    ("encoder", {"layers": 3, "width": 128, "heads": 4, "dropout": 0}, "fp32", False),
    ("encoder", {"layers": 3, "width": 128, "heads": 4, "dropout": 0}, "bf16", False),
    ("cnn", {"filters": 96, "embedding": 96}, "fp32", False),
    ("lstm", {"units": 96, "embedding": 96}, "fp32", False),
    ("lstm", {"units": 96, "embedding": 96}, "bf16", False),
    ("mlp", {"hidden": [256, 256], "dropout": 0}, "fp32", False),
]


def _graph_bytes(network, run):
    """Bytes of the storages that the graph keeps, weights apart."""
    own = {p.untyped_storage().data_ptr() for p in network.parameters()}
    held = {}

    def pack(tensor):
        storage = tensor.untyped_storage()
        if storage.data_ptr() not in own:
            held[storage.data_ptr()] = (storage.nbytes(), tensor)
        return tensor

    with torch.autograd.graph.saved_tensors_hooks(pack, lambda tensor: tensor):
        run()
    return sum(size for size, _ in held.values())


@pytest.mark.parametrize(("name", "fields", "precision", "recompute"), CASES)
def test_what_is_kept(name, fields, precision, recompute):
    """To 8 %: masks, rotations and statistics are not counted, and a dropped-out embedding's mask is in part."""
    family = registry.load("models", name, field="model")
    config = family.Config.model_validate(fields)
    spec, examples, positions = (DENSE, 64, 1) if name == "mlp" else (TOKENS, 4, 256)
    torch.manual_seed(0)
    network = family.build(config, spec, 3).train()
    ids = torch.randint(0, 500, (examples, positions))
    inputs = (torch.rand(examples, 64),) if name == "mlp" else (ids, torch.ones_like(ids))
    if recompute:
        network.checkpointing = True

    def run():
        with torch.autocast("cpu", torch.bfloat16, enabled=precision == "bf16"):
            return network.hidden(ids) if name == "decoder" else network(*inputs)

    heap = memory_here.heap(
        family.architecture(config, spec, 3),
        positions=positions,
        examples=examples,
        precision=precision,
        recompute=recompute,
        attention=fields.get("attention", "eager"),
    )
    stated = heap["activations"] + heap["weight copies"]
    assert stated == pytest.approx(_graph_bytes(network, run), rel=0.08)


def test_parts_by_what_a_recipe_asks():
    """The optimizer's averages, the best weights and a moving average are each so many float32 numbers a parameter."""
    family = registry.load("models", "decoder", field="model")
    network = family.architecture(family.Config.model_validate(DECODER), TOKENS, 0)
    common = {"positions": 64, "examples": 2}
    plain = memory_here.of(network, **common, optimizer="sgd", validated=False)
    full = memory_here.of(network, **common, optimizer="adamw", averaged=True)
    assert full.total - plain.total == pytest.approx(4 * 4 * network.parameters)
    assert full.parts["weights"] == 4 * network.parameters
    assert memory_here.of(network, **common, recompute=True).total < memory_here.of(network, **common).total


def test_the_heap_of_a_step_is_larger_in_float32():
    family = registry.load("models", "cnn", field="model")
    network = family.architecture(family.Config(), TOKENS, 2)
    heaps = {
        precision: memory_here.heap(network, positions=128, examples=64, precision=precision)
        for precision in ("fp32", "bf16")
    }
    fp32, bf16 = (sum(heaps[name].values()) - heaps[name]["gradients"] for name in ("fp32", "bf16"))
    assert 1.8 * bf16 < fp32 < 2 * bf16
    assert fp32 > heaps["fp32"]["activations"]  # the loss and the working space beside it
