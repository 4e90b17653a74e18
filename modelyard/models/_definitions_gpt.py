"""The causal definitions with layer normalisation and plain feed-forward parts as blocks, from config.json alone."""

from __future__ import annotations

from modelyard.core.architecture import Block, Product
from modelyard.models._definitions import Definition, flag, size
from modelyard.models._layers import Layer, embedding, normalisation, output
from modelyard.models._low_rank import Adapter, adapted


def gpt2(d: Definition, adapter: Adapter | None) -> list[Block]:
    """GPT-2."""
    width, heads = size(d, "n_embd", "hidden_size"), size(d, "n_head", "num_attention_heads")
    layer = Layer(
        width=width,
        heads=heads,
        head_width=width // heads,
        inner=size(d, "n_inner", default=4 * width),
        qkv=("attn.c_attn",),
        out="attn.c_proj",
        up=("mlp.c_fc",),
        down="mlp.c_proj",
        gated=False,
        qkv_bias=True,
        out_bias=True,
        inner_bias=True,
        norm=2,
        dropout=bool(d.get("resid_pdrop", 0.1)),
    )
    vocabulary = size(d, "vocab_size")
    return [
        embedding(vocabulary, width, others=width * size(d, "n_positions", "max_position_embeddings", default=1024)),
        layer.block("layer", size(d, "n_layer", "num_hidden_layers"), adapter=adapter),
        normalisation(width, vectors=2),
        output(width, vocabulary, tied=flag(d, "tie_word_embeddings", default=True)),
    ]


def gpt_neox(d: Definition, adapter: Adapter | None) -> list[Block]:
    """GPT-NeoX and Pythia."""
    width, heads = size(d, "hidden_size"), size(d, "num_attention_heads")
    biased = flag(d, "attention_bias", default=True)
    layer = Layer(
        width=width,
        heads=heads,
        head_width=width // heads,
        inner=size(d, "intermediate_size"),
        qkv=("attention.query_key_value",),
        out="attention.dense",
        up=("mlp.dense_h_to_4h",),
        down="mlp.dense_4h_to_h",
        gated=False,
        qkv_bias=biased,
        out_bias=biased,
        inner_bias=True,
        norm=2,
    )
    vocabulary = size(d, "vocab_size")
    return [
        embedding(vocabulary, width),
        layer.block("layer", size(d, "num_hidden_layers"), adapter=adapter),
        normalisation(width, vectors=2),
        output(width, vocabulary, tied=flag(d, "tie_word_embeddings", default=False)),
    ]


def opt(d: Definition, adapter: Adapter | None) -> list[Block]:
    """OPT."""
    width, heads = size(d, "hidden_size"), size(d, "num_attention_heads")
    biased = flag(d, "enable_bias", default=True)
    vectors = 2 if flag(d, "layer_norm_elementwise_affine", default=True) else 0
    layer = Layer(
        width=width,
        heads=heads,
        head_width=width // heads,
        inner=size(d, "ffn_dim"),
        out="self_attn.out_proj",
        up=("fc1",),
        down="fc2",
        gated=False,
        qkv_bias=biased,
        out_bias=biased,
        inner_bias=biased,
        norm=2,
        norms=2 if vectors else 0,
        dropout=bool(d.get("dropout", 0.1)),
    )
    vocabulary, stored = size(d, "vocab_size"), size(d, "word_embed_proj_dim", default=width)
    narrow = stored != width
    last = vectors * (flag(d, "do_layer_norm_before", default=True) and not d.get("_remove_final_layer_norm"))

    def between(name: str, k: int, n: int) -> list[Block]:
        block = Block(name=name, parameters=k * n, products=(Product(k=k, n=n, name=name),), handed_on=n)
        return [] if not narrow else [block if adapter is None else adapted(block, adapter)]

    return [
        embedding(vocabulary, stored, others=width * (2 + size(d, "max_position_embeddings", default=2048))),
        *between("project_in", stored, width),
        layer.block("layer", size(d, "num_hidden_layers"), adapter=adapter),
        *([normalisation(width, vectors=2)] if last else []),
        *between("project_out", width, stored),
        output(stored, vocabulary, tied=flag(d, "tie_word_embeddings", default=True)),
    ]


def bloom(d: Definition, adapter: Adapter | None) -> list[Block]:
    """BLOOM."""
    width = size(d, "n_embed", "hidden_size")
    heads = size(d, "n_head", "num_attention_heads")
    layer = Layer(
        width=width,
        heads=heads,
        head_width=width // heads,
        inner=4 * width,
        qkv=("self_attention.query_key_value",),
        out="self_attention.dense",
        up=("mlp.dense_h_to_4h",),
        down="mlp.dense_4h_to_h",
        gated=False,
        qkv_bias=True,
        out_bias=True,
        inner_bias=True,
        norm=2,
        dropout=bool(d.get("hidden_dropout", 0.0)),
    )
    vocabulary = size(d, "vocab_size")
    return [
        embedding(vocabulary, width, others=2 * width),
        layer.block("layer", size(d, "n_layer", "num_hidden_layers"), adapter=adapter),
        normalisation(width, vectors=2),
        output(width, vocabulary, tied=flag(d, "tie_word_embeddings", default=True)),
    ]


def falcon(d: Definition, adapter: Adapter | None) -> list[Block]:
    """Falcon, both architectures."""
    width, heads = size(d, "n_embed", "hidden_size"), size(d, "num_attention_heads", "n_head")
    newer, parallel = flag(d, "new_decoder_architecture", default=False), flag(d, "parallel_attn", default=True)
    several = flag(d, "multi_query", default=True)
    kv_heads = size(d, "num_kv_heads", "n_head_kv", default=heads) if newer else 1 if several else heads
    norms = size(d, "num_ln_in_parallel_attn", default=2 if newer else 1) if parallel else 2
    biased = flag(d, "bias", default=False)
    layer = Layer(
        width=width,
        heads=heads,
        kv_heads=kv_heads,
        head_width=width // heads,
        inner=size(d, "ffn_hidden_size", default=4 * width),
        qkv=("self_attention.query_key_value",),
        out="self_attention.dense",
        up=("mlp.dense_h_to_4h",),
        down="mlp.dense_4h_to_h",
        gated=False,
        qkv_bias=biased,
        out_bias=biased,
        inner_bias=biased,
        norm=2,
        norms=2 if norms == 2 else 1,
    )
    vocabulary = size(d, "vocab_size")
    return [
        embedding(vocabulary, width),
        layer.block("layer", size(d, "num_hidden_layers", "n_layer"), adapter=adapter),
        normalisation(width, vectors=2),
        output(width, vocabulary, tied=flag(d, "tie_word_embeddings", default=True)),
    ]


def mpt(d: Definition, adapter: Adapter | None) -> list[Block]:
    """MPT; its feed-forward part is 4 times the width whatever `expansion_ratio` says."""
    width, heads = size(d, "d_model", "hidden_size"), size(d, "n_heads", "num_attention_heads")
    layer = Layer(
        width=width,
        heads=heads,
        head_width=width // heads,
        inner=4 * width,
        qkv=("attn.Wqkv",),
        out="attn.out_proj",
        up=("ffn.up_proj",),
        down="ffn.down_proj",
        gated=False,
    )
    vocabulary = size(d, "vocab_size")
    return [
        embedding(vocabulary, width),
        layer.block("layer", size(d, "n_layers", "num_hidden_layers"), adapter=adapter),
        normalisation(width),
        output(width, vocabulary, tied=flag(d, "tie_word_embeddings", default=True)),
    ]
