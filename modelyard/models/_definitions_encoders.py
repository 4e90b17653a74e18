"""Encoders (BERT and its kin, ModernBERT, ViT) and T5 as blocks, from config.json alone.

`outputs` is the number of a classifier's classes; without, it is the body, which T5 has its output matrix with.
"""

from __future__ import annotations

import dataclasses
from typing import Any

from modelyard.core.architecture import Attention, Block, Kept, Product
from modelyard.models._definitions import Definition, flag, size
from modelyard.models._layers import Layer, dense, embedding, normalisation, output


def bert(d: Definition, outputs: int | None) -> list[Block]:
    """BERT, RoBERTa and its kin, DistilBERT."""
    kind = str(d["model_type"])
    distilled = kind == "distilbert"
    width = size(d, "dim", "hidden_size", default=768)
    heads = size(d, "n_heads", "num_attention_heads", default=12)
    names = (
        ("attention.q_lin", "attention.k_lin", "attention.v_lin")
        if distilled
        else ("attention.self.query", "attention.self.key", "attention.self.value")
    )
    layer = Layer(
        width=width,
        heads=heads,
        head_width=width // heads,
        inner=size(d, "hidden_dim", "intermediate_size", default=4 * 768),
        qkv=names,
        out="attention.out_lin" if distilled else "attention.output.dense",
        up=("ffn.lin1",) if distilled else ("intermediate.dense",),
        down="ffn.lin2" if distilled else "output.dense",
        gated=False,
        causal=False,
        qkv_bias=True,
        out_bias=True,
        inner_bias=True,
        norm=2,
        dropout=bool(d.get("dropout" if distilled else "hidden_dropout_prob", 0.1)),
    )
    kinds = 0 if distilled else size(d, "type_vocab_size", default=2)
    others = width * (size(d, "max_position_embeddings", default=512) + kinds + 2)
    blocks = [
        embedding(size(d, "vocab_size", default=30522), width, others=others),
        layer.block("layer", size(d, "n_layers", "num_hidden_layers", default=6 if distilled else 12)),
    ]
    if outputs is not None:
        name = "classifier's first map" if distilled or kind != "bert" else "pooler"
        return [*blocks, dense(width, width, name=name), dense(width, outputs, name="classifier")]
    return blocks if distilled else [*blocks, dense(width, width, name="pooler")]


def modernbert(d: Definition, outputs: int | None) -> list[Block]:
    """ModernBERT; the first layer does not normalise before attention."""
    width, heads = size(d, "hidden_size", default=768), size(d, "num_attention_heads", default=12)
    layers = size(d, "num_hidden_layers", default=22)
    vectors = 2 if flag(d, "norm_bias", default=False) else 1
    layer = Layer(
        width=width,
        heads=heads,
        head_width=width // heads,
        inner=size(d, "intermediate_size", default=1152),
        qkv=("attn.Wqkv",),
        out="attn.Wo",
        up=("mlp.Wi",),
        down="mlp.Wo",
        causal=False,
        qkv_bias=flag(d, "attention_bias", default=False),
        out_bias=flag(d, "attention_bias", default=False),
        norm=vectors,
        extra=flag(d, "mlp_bias", default=False) * (2 * size(d, "intermediate_size", default=1152) + width),
        dropout=bool(d.get("mlp_dropout")),
    )
    local = 2 * (size(d, "local_attention", default=128) // 2) + 1  # so many positions on both sides, and its own
    kinds = d.get("layer_types")
    every = size(d, "global_attn_every_n_layers", default=3)
    near = [kind == "sliding_attention" for kind in kinds] if kinds else [i % every != 0 for i in range(layers)]
    blocks = [embedding(size(d, "vocab_size", default=50368), width, others=vectors * width)]
    first = layer.block("first layer", 1, window=local if near[0] else None)
    blocks.append(dataclasses.replace(first, parameters=first.parameters - vectors * width))
    for window in (None, local):
        number = near[1:].count(window is not None)
        if number:
            blocks.append(layer.block("layer" if window is None else f"layer, window {window}", number, window=window))
    blocks.append(normalisation(width, vectors=vectors))
    if outputs is not None:
        biased = flag(d, "classifier_bias", default=False)
        blocks.append(dense(width, width, name="classifier's first map", bias=biased, others=vectors * width))
        blocks.append(dense(width, outputs, name="classifier"))
    return blocks


def vit(d: Definition, outputs: int | None) -> list[Block]:
    """ViT; a position is a patch or the class token."""
    width, heads = size(d, "hidden_size", default=768), size(d, "num_attention_heads", default=12)
    rows, columns = _pair(d.get("image_size", 224))
    high, wide = _pair(d.get("patch_size", 16))
    patches = (rows // high) * (columns // wide)
    pixels = size(d, "num_channels", default=3) * high * wide
    layer = Layer(
        width=width,
        heads=heads,
        head_width=width // heads,
        inner=size(d, "intermediate_size", default=3072),
        qkv=("attention.q_proj", "attention.k_proj", "attention.v_proj"),
        out="attention.o_proj",
        up=("mlp.fc1",),
        down="mlp.fc2",
        gated=False,
        causal=False,
        qkv_bias=flag(d, "qkv_bias", default=True),
        out_bias=True,
        inner_bias=True,
        norm=2,
        dropout=bool(d.get("hidden_dropout_prob")),
    )
    stem = Block(
        name="patches",
        parameters=pixels * width + width + (patches + 2) * width,
        products=(Product(k=pixels, n=width),),
        kept=Kept(values=float(pixels)),
        handed_on=width,
        positions=patches,
    )
    repeated = dataclasses.replace(
        layer.block("layer", size(d, "num_hidden_layers", default=12)), positions=patches + 1
    )
    blocks = [stem, repeated, dataclasses.replace(normalisation(width, vectors=2), positions=patches + 1)]
    if outputs is not None:
        return [*blocks, dense(width, outputs, name="classifier")]
    return [*blocks, dense(width, size(d, "pooler_output_size", default=width), name="pooler")]


def t5(d: Definition, outputs: int | None) -> list[Block]:
    """T5, the encoder and the decoder each over an example's positions; `outputs` is not used."""
    width, heads = size(d, "d_model", "hidden_size", default=512), size(d, "num_heads", default=8)
    head_width = size(d, "d_kv", default=64)
    forward = str(d.get("feed_forward_proj", "relu"))
    gated = forward.startswith("gated")
    layer = Layer(
        width=width,
        heads=heads,
        head_width=head_width,
        inner=size(d, "d_ff", default=2048),
        qkv=("SelfAttention.q", "SelfAttention.k", "SelfAttention.v"),
        out="SelfAttention.o",
        up=("DenseReluDense.wi_0", "DenseReluDense.wi_1") if gated else ("DenseReluDense.wi",),
        down="DenseReluDense.wo",
        gated=gated,
        dropout=bool(d.get("dropout_rate", 0.1)),
    )
    below = size(d, "num_layers", default=6)
    above = size(d, "num_decoder_layers", default=below)
    vocabulary = size(d, "vocab_size", default=32128)
    biases = size(d, "relative_attention_num_buckets", default=32) * heads  # of an encoder's or decoder's first layer
    return [
        embedding(vocabulary, width, others=2 * biases),
        dataclasses.replace(layer, causal=False).block("encoder layer", below),
        normalisation(width),
        layer.block("decoder layer", above),
        _cross_attention(width, heads, head_width, above),
        normalisation(width),
        output(width, vocabulary, tied=True),  # transformers ties it whatever tie_word_embeddings says
    ]


def _cross_attention(width: int, heads: int, head_width: int, repeats: int) -> Block:
    """A decoder layer's look at the encoder's positions."""
    wide = heads * head_width
    sizes = ((width, wide, "q"), (width, wide, "k"), (width, wide, "v"), (wide, width, "o"))
    return Block(
        name="cross-attention",
        repeats=repeats,
        parameters=4 * width * wide + width,
        products=tuple(Product(k=k, n=n, name=f"EncDecAttention.{name}") for k, n, name in sizes),
        attention=Attention(heads=heads, kv_heads=heads, head_width=head_width, causal=False),
        kept=Kept(values=float(width + 4 * wide), stream=float(width), floats=float(heads + 1)),
        unfused=Kept(values=float(width), floats=float(width)),
        handed_on=width,
        recomputable=True,
        elementwise=5.0 * width,
    )


def _pair(value: Any) -> tuple[int, int]:
    return (int(value[0]), int(value[1])) if isinstance(value, (list, tuple)) else (int(value), int(value))
