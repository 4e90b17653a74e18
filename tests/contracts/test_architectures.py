"""What a family says its network computes and holds, against the network itself."""

import json

import numpy as np
import pytest
import torch
from torch.utils.flop_counter import FlopCounterMode

from modelyard.core import registry
from modelyard.core.errors import RecipeError
from modelyard.core.features import FeatureSpec, Sparse
from modelyard.planning import memory
from modelyard.planning.layout import Layout

TOKENS = FeatureSpec(kind="tokens", width=331, max_length=48)
DENSE = FeatureSpec(kind="dense", width=23)
MASKED = FeatureSpec(kind="tokens", width=331, max_length=48, mask_id=3)
CASES = [
    ("mlp", DENSE, 1, {}),
    ("mlp", DENSE, 7, {"hidden": [33, 9, 17], "activation": "gelu", "dropout": 0}),
    ("mlp", DENSE, 3, {"hidden": []}),
    ("cnn", TOKENS, 2, {}),
    ("cnn", TOKENS, 5, {"filters": 11, "sizes": [1, 2, 7], "embedding": 13}),
    ("lstm", TOKENS, 2, {}),
    ("lstm", TOKENS, 3, {"units": 13, "layers": 3, "embedding": 9, "bidirectional": True}),
    ("encoder", TOKENS, 2, {}),
    ("encoder", TOKENS, 4, {"layers": 3, "width": 60, "heads": 3, "inner": 77}),
    ("encoder", MASKED, 2, {"layers": 2, "width": 48, "heads": 2}),
    ("decoder", TOKENS, 0, {"preset": "tiny"}),
    ("decoder", TOKENS, 0, {"layers": 3, "width": 72, "heads": 6, "kv_heads": 2, "inner": 100, "tied": False}),
    ("decoder", TOKENS, 0, {"layers": 2, "width": 64, "heads": 4, "qk_norm": True, "kv_heads": 1}),
]


def _pair(name, spec, outputs, fields, device="meta"):
    family = registry.load("models", name, field="model")
    config = family.Config.model_validate(fields)
    with torch.device(device):
        network = family.build(config, spec, outputs)
    return family.architecture(config, spec, outputs), network


@pytest.mark.parametrize("outputs", [1, 2, 4])
@pytest.mark.parametrize("kind", ["dense", "ngrams"])
def test_a_linear_model_holds_what_it_states(kind, outputs):
    """Every weight of the solution is counted, and as many products as its answer takes."""
    if kind == "ngrams" and outputs == 1:
        pytest.skip("ridge regression reads columns")
    family = registry.load("models", "linear", field="model")
    generator = np.random.default_rng(0)
    spec = FeatureSpec(kind=kind, width=12)
    targets = generator.normal(size=60) if outputs == 1 else np.arange(60) % outputs
    features = generator.normal(size=(60, 12)).astype(np.float32)
    if kind == "ngrams":
        indices = np.sort(generator.integers(0, 4, (60, 3)) + np.array([0, 4, 8]), axis=1).ravel()
        values = np.ones(180, dtype=np.float32)
        features = Sparse(indptr=np.arange(0, 181, 3), indices=indices, values=values, width=12, blocks=(8, 4))
    loss = "mse" if outputs == 1 else "cross_entropy"
    weights = family.fit(family.Config(), features, targets, outputs=outputs, loss=loss, seed=0)
    stated = family.architecture(family.Config(), spec, outputs)
    assert stated.parameters == sum(weights[name].size for name in ("weight", "bias"))
    columns = weights["weight"].shape[1]
    assert stated.forward_flops(3 if kind == "ngrams" else 1) == 2 * (3 if kind == "ngrams" else 12) * columns


def _inputs(spec, batch, length):
    if spec.kind == "dense":
        return (torch.zeros(batch, spec.width),)
    ids = torch.zeros(batch, length, dtype=torch.int64)
    return ids, torch.ones_like(ids)


@pytest.mark.parametrize(("name", "spec", "outputs", "fields"), CASES)
def test_parameters_are_exact(name, spec, outputs, fields):
    stated, network = _pair(name, spec, outputs, fields)
    assert stated.parameters == sum(p.numel() for p in network.parameters())
    assert stated.trained == sum(p.numel() for p in network.parameters() if p.requires_grad)


@pytest.mark.parametrize(("name", "spec", "outputs", "fields"), [case for case in CASES if case[0] != "lstm"])
def test_operations_are_those_of_the_network(name, spec, outputs, fields):
    """Products exactly as PyTorch's own counter counts them; a convolution's few positions beyond the text apart."""
    stated, network = _pair(name, spec, outputs, fields, "cpu")
    batch, length = 2, 48
    inputs = _inputs(spec, batch, length)
    network = network.eval()
    if name == "decoder":
        network.attention = "eager"  # PyTorch does not count its fused kernel for processors
        inputs = inputs[:1]
    with torch.no_grad(), FlopCounterMode(display=False) as counter:
        network(*inputs)
    positions = 1 if spec.kind == "dense" else length
    counted = stated.forward_flops(positions) * batch
    assert counter.get_total_flops() == pytest.approx(counted, rel=0.15 if name == "cnn" else 1e-9)


@pytest.fixture(scope="module")
def checkpoint(tmp_path_factory):
    """A folder with a small Llama (biases, grouped keys, untied) and its config.json."""
    from transformers import LlamaConfig, LlamaForCausalLM

    definition = LlamaConfig(
        vocab_size=331,
        hidden_size=48,
        num_hidden_layers=3,
        num_attention_heads=4,
        num_key_value_heads=2,
        intermediate_size=90,
        attention_bias=True,
        max_position_embeddings=64,
        pad_token_id=0,
    )
    directory = tmp_path_factory.mktemp("checkpoint")
    LlamaForCausalLM(definition).save_pretrained(directory)
    return directory


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"adapter": "lora", "rank": 5},
        {"adapter": "dora", "rank": 4},
        {"adapter": "lora", "rank": 8, "targets": ["q_proj", "v_proj"], "adapter_dropout": 0.1},
        {"adapter": "dora", "rank": 3, "targets": ["self_attn.o_proj", "mlp.down_proj"]},
    ],
    ids=str,
)
def test_a_checkpoint_and_its_adapters(checkpoint, fields):
    family = registry.load("models", "decoder", field="model")
    config = family.Config.model_validate({"from": str(checkpoint), **fields})
    stated, network = family.architecture(config, TOKENS, 0), family.build(config, TOKENS)
    assert stated.parameters == sum(p.numel() for p in network.parameters())
    assert stated.trained == sum(p.numel() for p in network.parameters() if p.requires_grad)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"hidden_act": "gelu"},
        {"attention_dropout": 0.1},
        {"rope_scaling": {"rope_type": "dynamic", "factor": 2.0}},
        {"num_key_value_heads": 1},
        {"model_type": "qwen3"},
        {"model_type": "qwen3", "use_sliding_window": True, "sliding_window": 8, "max_window_layers": 1},
        {"model_type": "mistral"},
        {"model_type": "qwen2"},
    ],
    ids=str,
)
def test_what_is_said_of_dealing_out_is_what_the_training_refuses(tmp_path, monkeypatch, changes):
    """`recomputes` and `dealt` against the network itself and `training.layout`, which looks at it."""
    from transformers import AutoConfig, AutoModelForCausalLM

    from modelyard.core.recipe import Train
    from modelyard.models._decoder import Decoder
    from modelyard.training import layout as refusing

    sizes = {"vocab_size": 331, "hidden_size": 48, "num_hidden_layers": 3, "num_attention_heads": 4}
    sizes |= {"num_key_value_heads": 2, "intermediate_size": 92, "model_type": "llama", "head_dim": 12}
    definition = sizes | changes
    (tmp_path / "config.json").write_text(json.dumps(definition), encoding="utf-8")
    family = registry.load("models", "decoder", field="model")
    stated = family.architecture(family.Config.model_validate({"from": str(tmp_path)}), TOKENS, 0)
    with torch.device("meta"):
        network = Decoder(AutoModelForCausalLM.from_config(AutoConfig.from_pretrained(tmp_path)))
    assert stated.recomputes == bool(network.layers)
    monkeypatch.setattr(refusing, "data_size", lambda parallel, size: 1)
    for tensor in (1, 2, 4):
        asked = Train.model_validate({"parallel": {"shard": True, "tensor": tensor}})
        able = stated.dealt > 0 and stated.dealt % tensor == 0
        if able:
            refusing.check(asked, network)
        else:
            with pytest.raises(RecipeError, match=r"train\.parallel"):
                refusing.check(asked, network)


@pytest.mark.parametrize("base", ["nf4", "int8"])
def test_a_quantised_base_takes_the_bytes_that_are_stated(checkpoint, base):
    """Packed numbers, scales, and what stays float32, byte by byte; the optimizer's state is the adapter's alone."""
    pytest.importorskip("bitsandbytes", reason="needs modelyard[quantised]", exc_type=ImportError)
    family = registry.load("models", "decoder", field="model")
    config = family.Config.model_validate({"from": str(checkpoint), "adapter": "lora", "rank": 4, "base": base})
    stated, network = family.architecture(config, TOKENS, 0), family.build(config, TOKENS)
    parts = memory.of(stated, Layout(), positions=48, precision="bf16").parts
    assert parts["weights"] == sum(p.numel() * p.element_size() for p in network.parameters())
    trained = sum(p.numel() for p in network.parameters() if p.requires_grad)
    assert parts["optimizer state"] == 8 * trained
    assert (stated.recomputes, stated.dealt) == (True, 0), "quantised weights are not dealt out"


def test_an_adapter_for_a_map_that_is_not_there(checkpoint):
    family = registry.load("models", "decoder", field="model")
    config = family.Config.model_validate({"from": str(checkpoint), "adapter": "lora", "targets": ["query"]})
    with pytest.raises(RecipeError, match=r"model\.targets.*query.*q_proj"):
        family.architecture(config, TOKENS, 0)


def test_a_definition_that_no_formula_is_known_of(tmp_path):
    """StableLM is built on the meta device."""
    from transformers import AutoConfig, AutoModelForCausalLM

    fields = {"vocab_size": 331, "hidden_size": 64, "num_hidden_layers": 3, "num_attention_heads": 4}
    fields |= {"num_key_value_heads": 4, "intermediate_size": 90}
    definition = {"model_type": "stablelm", **fields}
    (tmp_path / "config.json").write_text(json.dumps(definition), encoding="utf-8")
    family = registry.load("models", "decoder", field="model")
    config = family.Config.model_validate({"from": str(tmp_path)})
    stated = family.architecture(config, TOKENS, 0)
    with torch.device("meta"):
        network = AutoModelForCausalLM.from_config(
            AutoConfig.for_model("stablelm", **fields), attn_implementation="eager"
        )
    assert stated.parameters == sum(p.numel() for p in network.parameters())
    with torch.no_grad(), FlopCounterMode(display=False) as counter:
        network(torch.zeros(1, 48, dtype=torch.int64, device="meta"))
    assert counter.get_total_flops() == pytest.approx(stated.forward_flops(48), rel=1e-9)


@pytest.mark.parametrize("definition", [{}, {"model_type": "mycorp"}])
def test_an_unknown_definition_is_refused(tmp_path, definition):
    (tmp_path / "config.json").write_text(json.dumps(definition), encoding="utf-8")
    family = registry.load("models", "decoder", field="model")
    config = family.Config.model_validate({"from": str(tmp_path)})
    with pytest.raises(RecipeError, match="model_type"):
        family.architecture(config, TOKENS, 0)
