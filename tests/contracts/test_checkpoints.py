"""Parameters of every definition that a formula is known of, against the module of transformers on the meta device."""

import itertools
import json

import pytest
import torch

from modelyard.core.errors import RecipeError
from modelyard.models import _known_definitions as known
from modelyard.models._low_rank import Adapter
from modelyard.planning import checkpoints

ODD = {"vocab_size": 1013, "hidden_size": 96, "intermediate_size": 202, "num_hidden_layers": 3}
ODD |= {"num_attention_heads": 4, "num_key_value_heads": 4, "pad_token_id": 1, "eos_token_id": 2, "bos_token_id": 2}
GPT = {"vocab_size": 999, "bos_token_id": 1, "eos_token_id": 1}
MOE = {**ODD, "moe_intermediate_size": 50, "num_experts_per_tok": 2}
LATENT = {"n_routed_experts": 8, "n_group": 2, "topk_group": 1, "kv_lora_rank": 32, "qk_rope_head_dim": 16}
LATENT |= {"qk_nope_head_dim": 24, "v_head_dim": 20, "first_k_dense_replace": 1, **MOE}
SMALL = {"hidden_size": 96, "num_hidden_layers": 2, "num_attention_heads": 4}
DISTILLED = {"vocab_size": 999, "dim": 96, "n_layers": 2, "n_heads": 4, "hidden_dim": 100}
IMAGE = {**SMALL, "intermediate_size": 100, "image_size": 32, "patch_size": 8}
TWO_SIDED = {"vocab_size": 999, "d_model": 96, "d_kv": 20, "d_ff": 100, "num_layers": 2, "num_heads": 4}
MODERN = {**ODD, "pad_token_id": 0, "cls_token_id": 1, "sep_token_id": 1}
FALCON = {**GPT, **SMALL}

LLAMAS = ("llama", "mistral", "qwen2", "qwen3", "gemma", "gemma2", "gemma3_text", "phi3")
CHANGES = (
    {},
    {"tie_word_embeddings": True},
    {"tie_word_embeddings": False, "num_key_value_heads": 2},
    {"attention_bias": True, "mlp_bias": True, "num_hidden_layers": 7},
    {"head_dim": 40, "num_key_value_heads": 1},
)
CAUSAL = [(kind, {**ODD, **changes}) for kind, changes in itertools.product(LLAMAS, CHANGES)]
CAUSAL += [
    ("gpt_neox", {**ODD, "attention_bias": False, "tie_word_embeddings": True}),
    ("gpt_neox", ODD),
    ("gpt2", {**GPT, "n_embd": 96, "n_layer": 2, "n_head": 4}),
    ("gpt2", {**GPT, "n_embd": 96, "n_layer": 2, "n_head": 4, "n_inner": 101, "n_positions": 77}),
    ("gpt2", {**GPT, "n_embd": 96, "n_layer": 2, "n_head": 4, "tie_word_embeddings": False}),
    ("opt", {**GPT, **SMALL, "ffn_dim": 120}),
    ("opt", {**GPT, **SMALL, "ffn_dim": 120, "word_embed_proj_dim": 48, "do_layer_norm_before": False}),
    ("opt", {**GPT, **SMALL, "ffn_dim": 120, "enable_bias": False, "layer_norm_elementwise_affine": False}),
    ("bloom", {**GPT, "hidden_size": 96, "n_layer": 2, "n_head": 4}),
    ("falcon", FALCON),
    ("falcon", {**FALCON, "new_decoder_architecture": True, "num_kv_heads": 2}),
    ("falcon", {**FALCON, "new_decoder_architecture": True, "num_ln_in_parallel_attn": 1, "ffn_hidden_size": 111}),
    ("falcon", {**FALCON, "multi_query": False, "bias": True}),
    ("falcon", {**FALCON, "parallel_attn": False, "tie_word_embeddings": False}),
    ("mpt", {**GPT, "d_model": 96, "n_layers": 2, "n_heads": 4}),
    ("mpt", {**GPT, "d_model": 96, "n_layers": 2, "n_heads": 4, "expansion_ratio": 2, "tie_word_embeddings": False}),
    ("mixtral", {**ODD, "num_local_experts": 5, "num_key_value_heads": 2}),
    ("mixtral", {**ODD, "head_dim": 40, "tie_word_embeddings": True}),
    ("qwen2_moe", {**MOE, "num_experts": 6, "shared_expert_intermediate_size": 60, "decoder_sparse_step": 2}),
    ("qwen2_moe", {**MOE, "num_experts": 6, "shared_expert_intermediate_size": 60, "qkv_bias": False}),
    ("qwen3_moe", {**MOE, "num_experts": 6, "mlp_only_layers": [1], "head_dim": 32, "num_key_value_heads": 2}),
    ("qwen3_moe", {**MOE, "num_experts": 6, "attention_bias": True}),
    *(("deepseek_v2", {**LATENT, "q_lora_rank": low, "attention_bias": biased, "mlp_bias": biased})
      for low in (None, 48) for biased in (False, True)),
    *(("deepseek_v3", {**LATENT, "q_lora_rank": low, "attention_bias": biased})
      for low in (None, 48) for biased in (False, True)),
]  # fmt: skip
ENCODERS = [
    ("bert", ODD),
    ("bert", {**ODD, "type_vocab_size": 1, "max_position_embeddings": 33}),
    ("roberta", ODD),
    ("xlm-roberta", ODD),
    ("camembert", ODD),
    ("distilbert", DISTILLED),
    ("modernbert", MODERN),
    ("modernbert", {**MODERN, "norm_bias": True, "local_attention": 33, "num_hidden_layers": 1}),
    ("modernbert", {**MODERN, "attention_bias": True, "mlp_bias": True, "classifier_bias": True}),
    ("vit", IMAGE),
    ("vit", {**IMAGE, "qkv_bias": False, "num_channels": 1, "image_size": [40, 24]}),
]


def _counted(kind, fields, architecture, **changes):
    from transformers import AutoConfig

    config = AutoConfig.for_model(kind, **fields, **changes)
    with torch.device("meta"):
        network = architecture.from_config(config)
    return sum(parameter.numel() for parameter in network.parameters())


def test_every_known_type_is_here():
    assert {kind for kind, _ in CAUSAL} == set(known.CAUSAL)
    assert {kind for kind, _ in ENCODERS} | {"t5"} == set(known.ENCODERS)


@pytest.mark.parametrize(("kind", "fields"), CAUSAL)
def test_a_language_model(kind, fields):
    from transformers import AutoModelForCausalLM

    found = checkpoints.architecture({"model_type": kind, **fields})
    assert found.parameters == _counted(kind, fields, AutoModelForCausalLM)
    assert found.logits == fields["vocab_size"]


@pytest.mark.parametrize("outputs", [None, 2, 5])
@pytest.mark.parametrize(("kind", "fields"), ENCODERS)
def test_an_encoder(kind, fields, outputs):
    from transformers import AutoModel, AutoModelForImageClassification, AutoModelForSequenceClassification

    classifier = AutoModelForImageClassification if kind == "vit" else AutoModelForSequenceClassification
    found = checkpoints.architecture({"model_type": kind, **fields}, outputs=outputs)
    if outputs is None:
        assert found.parameters == _counted(kind, fields, AutoModel)
    else:
        assert found.parameters == _counted(kind, fields, classifier, num_labels=outputs)


@pytest.mark.parametrize(
    "changes", [{}, {"num_decoder_layers": 3, "feed_forward_proj": "gated-gelu", "tie_word_embeddings": False}]
)
def test_both_sides_of_t5(changes):
    from transformers import AutoModelForSeq2SeqLM

    fields = {**TWO_SIDED, **changes}
    assert checkpoints.architecture({"model_type": "t5", **fields}).parameters == _counted(
        "t5", fields, AutoModelForSeq2SeqLM
    )


@pytest.mark.parametrize(
    ("name", "parameters"),
    [("llama-2-7b", 6_738_415_616), ("llama-3-70b", 70_553_706_496), ("mixtral-8x7b", 46_702_792_704),
     ("deepseek-v3", 671_026_404_352), ("gpt2", 124_439_808), ("qwen3-30b-a3b", 30_532_122_624)],
)  # fmt: skip
def test_released_models(name, parameters):
    """Their published sizes (DeepSeek-V3's without the layer that predicts a second token), from the usual fields."""
    common = {"hidden_size": 4096, "num_hidden_layers": 32, "num_attention_heads": 32}
    fields = {
        "llama-2-7b": {**common, "model_type": "llama", "vocab_size": 32000, "intermediate_size": 11008},
        "llama-3-70b": {"model_type": "llama", "vocab_size": 128256, "hidden_size": 8192, "intermediate_size": 28672,
                        "num_hidden_layers": 80, "num_attention_heads": 64, "num_key_value_heads": 8},
        "mixtral-8x7b": {**common, "model_type": "mixtral", "vocab_size": 32000, "intermediate_size": 14336,
                         "num_key_value_heads": 8},
        "deepseek-v3": {"model_type": "deepseek_v3", "vocab_size": 129280, "hidden_size": 7168,
                        "intermediate_size": 18432, "num_hidden_layers": 61, "num_attention_heads": 128},
        "gpt2": {"model_type": "gpt2", "vocab_size": 50257, "n_embd": 768, "n_layer": 12, "n_head": 12},
        "qwen3-30b-a3b": {"model_type": "qwen3_moe", "vocab_size": 151936, "hidden_size": 2048,
                          "intermediate_size": 6144, "num_hidden_layers": 48, "num_attention_heads": 32,
                          "num_key_value_heads": 4, "head_dim": 128, "moe_intermediate_size": 768},
    }[name]  # fmt: skip
    assert checkpoints.architecture(fields).parameters == parameters


def test_adapters_on_quantised_weights():
    definition = {"model_type": "llama", **ODD}
    found = checkpoints.architecture(definition, adapter=Adapter(rank=4), quantised_bits=4.5)
    plain = checkpoints.architecture(definition)
    assert found.parameters - found.trained == plain.parameters
    assert found.trained == 3 * 4 * (4 * (96 + 96) + 3 * (96 + 202))
    assert [block.quantised_bits for block in found.blocks] == [None, 4.5, None, None]


def test_the_language_part_of_a_model_that_sees():
    inner = {"model_type": "gemma3_text", **ODD}
    whole = {"model_type": "gemma3", "text_config": inner, "vision_config": {"hidden_size": 64}}
    assert checkpoints.architecture(whole) == checkpoints.architecture(inner)


@pytest.mark.parametrize(
    ("definition", "field"),
    [
        ({}, "model_type"),
        ({"model_type": 3}, "model_type"),
        ({"model_type": "mycorp_net"}, "model_type"),
        ({"model_type": "llama", "vocab_size": 10}, "hidden_size"),
        ({"model_type": "llama", **ODD, "vocab_size": "many"}, "vocab_size"),
    ],
)
def test_what_cannot_be_planned_names_the_field(tmp_path, definition, field):
    (tmp_path / "config.json").write_text(json.dumps(definition), encoding="utf-8")
    with pytest.raises(RecipeError, match=field):
        checkpoints.architecture(str(tmp_path))
