"""Published peaks predicted from their description alone."""

import pytest

from modelyard.planning.published import memory as published_memory

LLAMA = {"layers": 32, "hidden": 4096, "heads": 32, "kv_heads": 32, "ffn": 11008, "vocab": 32000}
LLAMA |= {"name": "Llama-2-7B", "params": 6738415616}
SMALL = {"layers": 28, "hidden": 3072, "heads": 24, "kv_heads": 8, "ffn": 8192, "vocab": 128256, "seq_len": 4096}
SMALL |= {"name": "Llama-3.2-3B", "params": 3212749824, "tied_embeddings": True}


def row(name, source, model, measured, *, micro, method, precision="bf16-pure", note="", layout=None, count=1):
    return {
        "id": f"{source}/{name}",
        "source": source,
        "source_id": source,
        "kind": "memory",
        "confidence": "high",
        "model": model,
        "hardware": {"gpu": "A100-SXM-80GB", "count": count},
        "layout": layout or {"dp": count, "recompute": "none"},
        "batch": {"micro": micro, "global_sequences": micro * count},
        "precision": precision,
        "method": method,
        "measured": measured,
        "note": note,
    }


ROWS = [
    # Lightning-AI/litgpt, tutorials/resource-tables.md, 2023-10-20: LoRA of rank 8 on queries and values.
    row("lora-1", "litgpt", {**LLAMA, "seq_len": 1304}, {"mem_gb_per_gpu_printed": 21.3}, micro=1, method="lora")
    | {"trainable_params": 4194304},
    row("lora-2", "litgpt", {**LLAMA, "seq_len": 1304}, {"mem_gb_per_gpu_printed": 29.07}, micro=2, method="lora")
    | {"trainable_params": 4194304},
    row("nf4", "litgpt", {**LLAMA, "seq_len": 1304}, {"mem_gb_per_gpu_printed": 14.14}, micro=1, method="lora",
        precision="nf4+bf16") | {"trainable_params": 4194304},
    row("two", "litgpt", {**LLAMA, "seq_len": 1304}, {"mem_gb_per_gpu_printed": 22.18}, micro=1, method="lora", count=2,
        layout={"dp": 2, "fsdp": 2, "recompute": "full"}) | {"trainable_params": 4194304},
    # pytorch/torchtune, README "Optimization flags": peak active memory, step by step.
    row("compile", "torchtune", SMALL, {"mem_gib_per_gpu": 51.0}, micro=2, method="full", note="+compile. ACTIVE"),
    row("opt-bwd", "torchtune", SMALL, {"mem_gib_per_gpu": 23.1}, micro=2, method="full",
        note="+optimizer in backward. ACTIVE, +compile", layout={"dp": 1, "recompute": "full"}),
    row("offload", "torchtune", SMALL, {"mem_gib_per_gpu": 21.8}, micro=2, method="full",
        note="+optimizer in backward, offloading. ACTIVE, +compile", layout={"dp": 1, "recompute": "full+offload"}),
]  # fmt: skip


@pytest.mark.parametrize("one", ROWS, ids=lambda one: one["id"])
def test_a_published_peak(one):
    (question,) = published_memory.questions([one])
    assert question.measured == published_memory.measured_bytes(one)
    assert question.predicted.total == pytest.approx(question.measured, rel=0.08)


@pytest.mark.parametrize(
    "changes",
    [
        {"analytic": True},
        {"measured": {"mem_gb_per_gpu_printed": None, "oom": True}},
        {"model": {"name": "7B", "params": 7e9, "layers": None}},
        {"batch": {}},
    ],
)
def test_a_row_that_says_too_little_is_not_asked(changes):
    assert list(published_memory.questions([{**ROWS[0], **changes}])) == []


def test_what_fits_is_assumed_where_a_row_leaves_it_out():
    """8 billion parameters trained whole in bfloat16 on 24 GB: each way to need less, in order."""
    model = {**LLAMA, "seq_len": 2048}
    one = row("full", "unseen", model, {"mem_gib_per_gpu": 18.9}, micro=2, method="full", layout={"dp": 1})
    one["hardware"] = {"gpu": "RTX4090-24GB", "count": 1}
    (question,) = published_memory.questions([one])
    assert question.assumed == ("recompute", "in_backward", "optimizer", "offloaded")
    assert question.predicted.total < 24e9
