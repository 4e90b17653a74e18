"""Peak memory against the figures of the papers whose formulas it is made of, and against itself."""

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from modelyard.core.errors import RecipeError
from modelyard.models._known_definitions import causal
from modelyard.models._layers import Layer
from modelyard.models._low_rank import Adapter, adapted
from modelyard.planning import memory
from modelyard.planning.layout import Layout
from modelyard.planning.memory import Numbers

GIB = 2**30


def gpt(layers, width, heads, vocabulary=51200):
    """Megatron's GPT, its parameters those of the layers' products alone: what the papers count."""
    return causal(
        {
            "model_type": "gpt2",
            "n_layer": layers,
            "n_embd": width,
            "n_head": heads,
            "vocab_size": vocabulary,
            "n_positions": 2048,
        }
    )


def llama(**changes):
    fields = {"vocab_size": 32000, "hidden_size": 8192, "num_hidden_layers": 80, "num_attention_heads": 64}
    return causal({"model_type": "llama", "intermediate_size": 22016, **fields, **changes})


@pytest.mark.parametrize(
    ("layers", "width", "heads", "micro", "pipeline", "interleave", "states_gib", "activations_gib"),
    [
        (48, 6144, 64, 4, 1, 1, 45.5625, 59.25),
        (96, 12288, 96, 1, 8, 3, 45.5625, 66.84375),
        (105, 20480, 128, 1, 35, 3, 31.640625, 114.0234375),
        (128, 25600, 160, 1, 64, 1, 32.958984375, 131.25),
    ],
    ids=["22B", "175B", "530B", "1T"],
)
def test_megatron_models(layers, width, heads, micro, pipeline, interleave, states_gib, activations_gib):
    """Korthikanti et al. 2022, figure 1: the first stage of GPT-22B to 1T on tensor parallelism 8, nothing recomputed.

    Their states are 18 bytes a parameter of the layers; activations leave out embeddings. 0.5 %.
    """
    network = gpt(layers, width, heads)
    layout = Layout(tensor=8, pipeline=pipeline, interleave=interleave, micro_batch=micro)
    found = memory.of(network, layout, positions=2048, accumulated=True, attention="plain", overhead=False).parts
    of_embedding = network.blocks[0].parameters / 8 * 18
    states = sum(found[name] for name in ("weights", "gradients", "master weights", "optimizer state")) - of_embedding
    assert states / GIB == pytest.approx(states_gib, rel=0.005)
    assert found["activations"] / GIB == pytest.approx(activations_gib, rel=0.005)


@pytest.mark.parametrize(
    ("changes", "attention", "bytes_per_width"),
    [
        ({}, "plain", 34 + 5 * 96 * 2048 / 12288),
        ({"tensor": 8}, "plain", 10 + 24 / 8 + 5 * 96 * 2048 / (12288 * 8)),
        ({"tensor": 8, "sequence": True}, "plain", (34 + 5 * 96 * 2048 / 12288) / 8),
        ({"tensor": 8, "sequence": True, "recompute": "selective"}, "plain", 34 / 8),
        ({"tensor": 8, "sequence": True}, "fused", 34 / 8),
        ({"tensor": 8, "recompute": "full"}, "plain", 2),
    ],
)
def test_activations_of_a_layer(changes, attention, bytes_per_width):
    """Korthikanti et al. 2022, table 2: bytes of a GPT layer's activations over s b h (without statistics, 1 %)."""
    layout = Layout(**changes)
    one = [gpt(layers, 12288, 96) for layers in (1, 2)]
    setting = {"positions": 2048, "attention": attention, "pure": True, "accumulated": True, "overhead": False}
    parts = [memory.of(network, layout, **setting).parts for network in one]
    name = "layer inputs" if layout.recompute == "full" else "activations"
    found = parts[1][name] - parts[0][name]
    assert found / (2048 * 12288) == pytest.approx(bytes_per_width, rel=0.01)


@pytest.mark.parametrize(("zero", "gb"), [(0, 120), (1, 31.4), (2, 16.6), (3, 1.88)])
def test_zero(zero, gb):
    """Rajbhandari et al. 2020, figure 1: 7.5 billion parameters on 64 devices, 2 + 2 + 12 bytes each."""
    network = gpt(36, 4096, 32, vocabulary=64)
    per = Numbers(weights=2, gradients=2, master=4, state=8)
    layout = Layout(data=64, zero=zero)
    parts = memory.of(network, layout, positions=1, accumulated=True, per_parameter=per, overhead=False).parts
    states = sum(parts[name] for name in ("weights", "gradients", "master weights", "optimizer state"))
    assert states / 1e9 * 7.5e9 / network.parameters == pytest.approx(gb, rel=0.005)


def test_qlora():
    """Dettmers et al. 2023: 65B takes more than 780 GB in 16 bits, less than 48 GB quantised with adapters; double
    quantisation saves 0.373 bits a parameter, 3 GB of 65B (sections 1 and 3)."""
    network = llama()
    assert network.parameters == pytest.approx(65e9, rel=0.01)
    per = Numbers(weights=2, gradients=2, state=8)
    whole = memory.of(network, Layout(), positions=1, accumulated=True, per_parameter=per, overhead=False)
    assert whole.total == pytest.approx(780e9, rel=0.01)
    assert pytest.approx(0.373, abs=5e-4) == memory.NF4_BITS - memory.NF4_DOUBLE_BITS
    blocks = [
        adapted(dataclasses.replace(block, quantised_bits=memory.NF4_DOUBLE_BITS), Adapter(rank=64))
        if block.recomputable
        else dataclasses.replace(block, trained=0)
        for block in network.blocks
    ]
    small = dataclasses.replace(network, blocks=tuple(blocks))
    layout = Layout(recompute="full")
    found = memory.of(small, layout, positions=512, pure=True, offloaded=("optimizer",))
    assert 36e9 < found.total < 48e9


def test_llama_3_8b_with_fsdp():
    """torchtitan's published 8B on 128 H100: 62.0 GiB reserved compiled, selective recomputation (10 %); and 3B of
    torchtune compiled, everything in bfloat16, 51.0 GiB (2 %)."""
    network = llama(
        vocab_size=128256, hidden_size=4096, num_hidden_layers=32, num_attention_heads=32, intermediate_size=14336,
        num_key_value_heads=8,
    )  # fmt: skip
    layout = Layout(data=128, zero=3, micro_batch=2)
    found = memory.of(network, layout, positions=8192, repeated=0.5, overhead=False)
    assert found.total / GIB == pytest.approx(62.0, rel=0.1)
    network = llama(
        vocab_size=128256, hidden_size=3072, num_hidden_layers=28, num_attention_heads=24, intermediate_size=8192,
        num_key_value_heads=8, tie_word_embeddings=True,
    )  # fmt: skip
    found = memory.of(network, Layout(micro_batch=2), positions=4096, pure=True, overhead=False)
    assert found.total / GIB == pytest.approx(51.0, rel=0.02)


SMALL = llama(hidden_size=256, num_hidden_layers=4, num_attention_heads=8, intermediate_size=512, vocab_size=1000)


@settings(max_examples=40, deadline=None)
@given(
    positions=st.integers(1, 4096),
    examples=st.integers(1, 64),
    recompute=st.sampled_from(["none", "selective", "full"]),
    precision=st.sampled_from(["fp32", "bf16"]),
    optimizer=st.sampled_from([*memory.STATES, "adamw-8bit"]),
    zero=st.integers(0, 3),
    tensor=st.sampled_from([1, 2, 4]),
    pipeline=st.sampled_from([1, 2]),
)
def test_more_is_never_less(positions, examples, recompute, precision, optimizer, zero, tensor, pipeline):
    """Longer sequences and larger batches take more, recomputing and sharing out less; parts are never negative."""

    def total(positions=positions, examples=examples, recompute=recompute, zero=zero):
        layout = Layout(data=4, zero=zero, tensor=tensor, pipeline=pipeline, micro_batch=examples, recompute=recompute)
        found = memory.of(SMALL, layout, positions=positions, precision=precision, optimizer=optimizer)
        assert min(found.parts.values()) >= 0
        assert found.total == pytest.approx(sum(found.parts.values()))
        return found.total

    assert total(positions=positions + 100) >= total()
    assert total(examples=examples + 1) >= total()
    assert total(recompute="none") >= total(recompute="selective")
    if zero in (1, 2):
        assert total(zero=zero) <= total(zero=zero - 1) * 1.0001 or zero == 1


def test_generation():
    """Llama-2-70B in 16 bits: 138 GB; its cache 320 kB a token (8 heads of keys of 128, 80 layers)."""
    network = llama(intermediate_size=28672, num_key_value_heads=8)
    found = memory.inference(network, positions=4096, examples=8, overhead=False).parts
    assert found["weights"] == pytest.approx(2 * network.parameters)
    assert network.parameters == 68_976_648_192
    assert found["key-value cache"] == 8 * 4096 * 2 * 8 * 128 * 80 * 2
    quarter = memory.inference(network, positions=4096, examples=8, bits=4, tensor=2, overhead=False)
    assert quarter.parts["weights"] < found["weights"] / 7
    assert quarter.parts["quantising"] == 2 * 8192 * 32000 / 2


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"positions": 0}, "positions"), ({"examples": 0}, "examples"), ({"optimizer": "x"}, "optimizer")],
)
def test_a_wrong_value_names_its_field(changes, field):
    with pytest.raises(RecipeError, match=field):
        memory.of(SMALL, Layout(), **{"positions": 8, **changes})


def test_experts_are_shared_out():
    """Expert parallelism divides the routed experts, and nothing else."""
    network = causal(
        {
            "model_type": "mixtral",
            "vocab_size": 1000,
            "hidden_size": 256,
            "num_hidden_layers": 2,
            "num_attention_heads": 8,
            "num_key_value_heads": 8,
            "intermediate_size": 512,
        }
    )
    routed = 2 * 8 * 3 * 256 * 512
    whole, split = (
        memory.of(network, Layout(data=8, zero=1, expert=expert), positions=64, overhead=False).parts["weights"]
        for expert in (1, 8)
    )
    assert whole - split == pytest.approx(2 * routed * 7 / 8)


def test_an_adapter_spares_inputs():
    """Of a frozen layer only what adapted maps read is kept, and states of the adapter alone."""
    layer = Layer(width=64, heads=4, head_width=16, inner=128)
    block = layer.block("layer", 1)
    few, every = (adapted(block, Adapter(rank=4, targets=targets)) for targets in (("q_proj", "v_proj"), ()))
    assert block.kept.values - few.kept.values == 64 + 128 - 8  # inputs of the gate and of the last map, two results
    assert every.kept.values == block.kept.values + 7 * 4
    assert few.trained == 2 * 4 * (64 + 64)
