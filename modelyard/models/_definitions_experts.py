"""The causal definitions with routed experts as blocks, from config.json alone."""

from __future__ import annotations

from modelyard.core.architecture import Block, Product
from modelyard.models._definitions import Definition, body, flag, size, windows
from modelyard.models._layers import Experts, Layer, embedding, normalisation, output
from modelyard.models._low_rank import Adapter

_SHARED = ("mlp.shared_expert.gate_proj", "mlp.shared_expert.up_proj"), "mlp.shared_expert.down_proj"
_SHARED_DEEPSEEK = ("mlp.shared_experts.gate_proj", "mlp.shared_experts.up_proj"), "mlp.shared_experts.down_proj"


def mixtral(d: Definition, adapter: Adapter | None) -> list[Block]:
    """Mixtral."""
    width, heads = size(d, "hidden_size"), size(d, "num_attention_heads")
    layer = Layer(
        width=width,
        heads=heads,
        kv_heads=size(d, "num_key_value_heads", default=heads if "num_key_value_heads" in d else 8),
        head_width=size(d, "head_dim", default=width // heads),
        inner=0,
        experts=Experts(
            count=size(d, "num_local_experts", "num_experts", default=8),
            used=size(d, "num_experts_per_tok", default=2),
            inner=size(d, "intermediate_size"),
        ),
    )
    return _whole(d, width, body(layer, windows(d, size(d, "num_hidden_layers")), adapter))


def qwen_moe(d: Definition, adapter: Adapter | None) -> list[Block]:
    """Qwen2-MoE (with experts that every token passes) and Qwen3-MoE; some layers may have no experts."""
    older = d["model_type"] == "qwen2_moe"
    width, heads, layers = size(d, "hidden_size"), size(d, "num_attention_heads"), size(d, "num_hidden_layers")
    kv_heads = size(d, "num_key_value_heads", default=heads if "num_key_value_heads" in d else 16 if older else 4)
    count = size(d, "num_experts", "num_local_experts", default=60 if older else 128)
    every, plain_ones = size(d, "decoder_sparse_step", default=1), d.get("mlp_only_layers") or []
    routed = sum(i not in plain_ones and count > 0 and (i + 1) % every == 0 for i in range(layers))
    biased = flag(d, "qkv_bias", default=True) if older else flag(d, "attention_bias", default=False)

    def layer(experts: Experts | None) -> Layer:
        return Layer(
            width=width,
            heads=heads,
            kv_heads=kv_heads,
            head_width=size(d, "head_dim", default=width // heads),
            inner=size(d, "intermediate_size"),
            up=_SHARED[0] if experts else ("mlp.gate_proj", "mlp.up_proj"),
            down=_SHARED[1] if experts else "mlp.down_proj",
            qkv_bias=biased,
            out_bias=biased and not older,
            head_norms=0 if older else 2,
            experts=experts,
        )

    experts = Experts(
        count=count,
        used=size(d, "num_experts_per_tok", default=4 if older else 8),
        inner=size(d, "moe_intermediate_size", default=1408 if older else 768),
        shared=size(d, "shared_expert_intermediate_size", default=5632) if older else 0,
        shared_gate=older,
    )
    blocks = [
        layer(one).block(name, number, adapter=adapter)
        for one, number, name in ((None, layers - routed, "layer"), (experts, routed, "layer with experts"))
        if number
    ]
    return _whole(d, width, blocks)


def deepseek(d: Definition, adapter: Adapter | None) -> list[Block]:
    """DeepSeek-V2 and V3: latent attention, the first layers without experts.

    Source: DeepSeek-AI 2024, "DeepSeek-V2", section 2.1 (what is cached: the latent and the rotated key).
    """
    newer = d["model_type"] == "deepseek_v3"
    width, heads = size(d, "hidden_size"), size(d, "num_attention_heads")
    plain, turned = size(d, "qk_nope_head_dim", default=128), size(d, "qk_rope_head_dim", default=64)
    of_values, latent = size(d, "v_head_dim", default=128), size(d, "kv_lora_rank", default=512)
    low = size(d, "q_lora_rank", default=0) if "q_lora_rank" in d else 1536
    biased = flag(d, "attention_bias", default=False)
    queries = heads * (plain + turned)
    of_queries: tuple[Product, ...] = (Product(k=width, n=queries, name="self_attn.q_proj"),)
    if low:
        of_queries = (
            Product(k=width, n=low, name="self_attn.q_a_proj"),
            Product(k=low, n=queries, name="self_attn.q_b_proj"),
        )
    projections = (
        *of_queries,
        Product(k=width, n=latent + turned, name="self_attn.kv_a_proj_with_mqa"),
        Product(k=latent, n=heads * (plain + of_values), name="self_attn.kv_b_proj"),
    )
    biases = (low + latent + turned + width) * biased
    routed_inner = size(d, "moe_intermediate_size", default=2048 if newer else 1407)

    feed_biased = not newer and flag(d, "mlp_bias", default=False)

    def layer(experts: Experts | None) -> Layer:
        inner = size(d, "intermediate_size") if experts is None else experts.shared
        return Layer(
            width=width,
            heads=heads,
            head_width=(plain + turned + of_values) // 2,
            inner=inner,
            up=_SHARED_DEEPSEEK[0] if experts else ("mlp.gate_proj", "mlp.up_proj"),
            down=_SHARED_DEEPSEEK[1] if experts else "mlp.down_proj",
            projections=projections,
            mixed=heads * of_values,
            latent=latent + turned,
            experts=experts,
            extra=biases + low + latent + feed_biased * (2 * inner + width),  # two normalisations of the latents
        )

    count = size(d, "n_routed_experts", "num_local_experts", default=256 if newer else 64)
    experts = Experts(
        count=count,
        used=size(d, "num_experts_per_tok", default=8 if newer else 6),
        inner=routed_inner,
        shared=routed_inner * size(d, "n_shared_experts", default=1 if newer else 2),
    )
    layers = size(d, "num_hidden_layers")
    first = min(layers, size(d, "first_k_dense_replace", default=3 if newer else 0))
    blocks = [
        layer(one).block(name, number, adapter=adapter)
        for one, number, name in ((None, first, "layer"), (experts, layers - first, "layer with experts"))
        if number
    ]
    return _whole(d, width, blocks)


def _whole(d: Definition, width: int, layers: list[Block]) -> list[Block]:
    vocabulary = size(d, "vocab_size")
    return [
        embedding(vocabulary, width),
        *layers,
        normalisation(width),
        output(width, vocabulary, tied=flag(d, "tie_word_embeddings", default=False)),
    ]
