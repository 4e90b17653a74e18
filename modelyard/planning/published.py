"""Rows of published measurements as what the planner is asked: an architecture, a layout, a device, a batch.

What a row leaves out is filled in by the rules below and named in `Run.assumed`; nothing is taken from what a row
measured. The format is that of `benchmarks/planner.py --runs`: one JSON object a line.
"""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from modelyard.core.architecture import Architecture, Block, Product
from modelyard.core.errors import DataError, RecipeError
from modelyard.models._layers import Adapter, Experts, Layer, adapted, embedding, normalisation, output
from modelyard.planning.counting import Software
from modelyard.planning.hardware import Device, find
from modelyard.planning.layout import Layout, Recompute

Row = Mapping[str, Any]
DEFAULT_DEVICES = 1024  # of a large run that does not say
DOCUMENT_WINDOW = 1024  # positions seen on average under document masks and sliding windows of unstated width
TEXT_PRECISIONS = (("fp4", "fp4"), ("fp8", "fp8"), ("fp16", "fp16"), ("bf16", "bf16"), ("fp32", "fp32"))
# DeepSeek-V2/V3's attention (arXiv:2412.19437, section 4.2): ranks of queries and keys, widths of a head's parts.
DENSE_LAYERS = 3
TENSOR_ABOVE = 2e10  # parameters above which an unstated layout is taken to split products over a node
INTERLEAVE = 4  # stages a device, of a recent run with a pipeline that does not say
QUERY_RANK, KEY_RANK, HEAD_PLAIN, HEAD_TURNED = 1536, 512, 128, 64


@dataclass(frozen=True, kw_only=True, slots=True)
class Run:
    """A row as a question to the planner.

    `repeated` is the share of the forward pass that the backward pass computes again, where the layout's three words do
    not say it. `assumed` names what the row leaves out. `inclusive`: its hours hold restarts and evaluations too.
    """

    id: str
    source: str
    kind: str
    architecture: Architecture
    layout: Layout
    device: Device
    positions: int
    sequences: int
    precision: str
    pure: bool
    software: Software
    repeated: float | None
    inclusive: bool
    assumed: tuple[str, ...]
    row: Row


def read(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSON Lines file.

    Raises: DataError with the line of one that is no JSON object or lacks `id`, `kind`, `model` or `source_id`.
    """
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            raise DataError(f"is no JSON: {error}", where=f"{path}:{number}") from error
        for name in ("id", "kind", "model", "source_id"):
            if not isinstance(row, dict) or not row.get(name):
                raise DataError(f"a row must have {name}", where=f"{path}:{number}")
        rows.append(row)
    return rows


def trusted(row: Row) -> bool:
    """Whether a row is a measurement worth calibrating on: neither a formula's output nor of low confidence."""
    return not row.get("analytic") and row.get("confidence") != "low"


def measured_seconds(row: Row, *, tokens: float, devices: int) -> float | None:
    """Seconds of a step of so many tokens on so many devices, by what the row measured; None where it has no time."""
    measured = {**(row.get("derived") or {}), **(row.get("measured") or {})}
    batch = row.get("batch") or {}
    if measured.get("step_time_s") and batch.get("global_sequences") and (row["model"].get("seq_len")):
        return float(measured["step_time_s"])
    if measured.get("tokens_per_s_per_gpu"):
        return tokens / (float(measured["tokens_per_s_per_gpu"]) * devices)
    if measured.get("gpu_hours") and row.get("train_tokens"):
        return float(tokens * float(measured["gpu_hours"]) * 3600 / float(row["train_tokens"]) / devices)
    return _by_operations(row, tokens) if row["model"].get("seq_len") else None


def _by_operations(row: Row, tokens: float) -> float | None:
    """Seconds by a printed rate of operations, for the two countings in use; None where none is printed.

    Of Megatron (Narayanan et al. 2021, eq. 3; with recomputation where the note says so) and of PaLM (appendix B).
    """
    model, measured = row["model"], row.get("measured") or {}
    hardware = row.get("hardware") or {}
    rate = float(measured.get("tflops_per_gpu") or 0) * 1e12
    if not rate and measured.get("mfu"):
        rate = float(measured["mfu"]) * find(str(hardware.get("gpu"))).peak("bf16")
    if not rate or not hardware.get("count"):
        return None
    network = architecture(model)
    matrices = network.parameters - network.blocks[0].parameters
    recomputed = re.search(
        r"recompute included|include recompute|include activation recomp", str(row.get("note")), re.I
    )
    attention = 12.0 * model["layers"] * model["hidden"] * model["seq_len"]
    operations = (6.0 * matrices + attention) * (4 / 3 if recomputed else 1.0)
    return tokens * operations / (rate * float(hardware["count"]))


def run(row: Row) -> Run | None:
    """What a training row asks; None where it does not say enough (no layers, no known device).

    Raises: RecipeError where its layout contradicts itself.
    """
    model, hardware = row["model"], row.get("hardware") or {}
    try:
        device = find(str(hardware.get("gpu") or ""))
    except RecipeError:
        return None
    if not (model.get("layers") and model.get("hidden")):
        return None
    if rate := _network(str(hardware.get("internode") or "")):
        device = device.on_network(rate)
    assumed: list[str] = []
    network = architecture(model)
    if "lora" in str(row.get("method") or row["id"]):
        network = with_adapters(network)
    positions = int(model.get("seq_len") or _assume(assumed, "seq_len", 2048))
    devices = int(hardware.get("count") or _assume(assumed, "count", _devices(model)))
    layout, repeated = _layout(row, network, device, devices, positions, assumed)
    sequences = (row.get("batch") or {}).get("global_sequences")
    if not sequences:
        sequences = _assume(assumed, "global_sequences", layout.data * layout.micro_batch * (4 * layout.pipeline))
    precision = str(row.get("precision") or "bf16-mixed")
    return Run(
        id=str(row["id"]),
        source=str(row["source_id"]),
        kind=str(row["kind"]),
        architecture=network,
        layout=layout,
        device=device,
        positions=positions,
        sequences=int(sequences),
        precision=next((own for part, own in TEXT_PRECISIONS if part in precision), "bf16"),
        pure="pure" in precision,
        software=software(row),
        repeated=repeated,
        inclusive=not (row.get("measured") or {}).keys()
        & {"step_time_s", "tokens_per_s_per_gpu", "mfu", "tflops_per_gpu"},
        assumed=tuple(assumed),
        row=row,
    )


def software(row: Row) -> Software:
    """What ran it, by the row's words on its source: the attention kernel above all, else how much is overlapped."""
    part = str((row.get("hardware") or {}).get("gpu"))
    text = f"{row['id']} {row.get('source_id')} {row.get('source') or ''} {row.get('note') or ''}".lower()
    if re.search(r"-hf\b|\bhf implementation", text):
        return "eager"
    if "v100" in part.lower() or any(word in text for word in _BEFORE_FLASH):
        return "plain"
    recent = find(part).generation in ("hopper", "blackwell")
    return "tuned" if recent and any(word in text for word in _TUNED) else "fused"


# Papers and projects whose attention wrote out its scores (before FlashAttention, 2022), and those whose engineers
# measured their own kernels with communication hidden behind them.
_BEFORE_FLASH = (
    "2104.04473", "2205.05198", "2201.11990", "megatron-2020", "megatron-sc21", "cases_april2021", "tables.tex",
    "bigscience", "bloom", "megatron-deepspeed", "megatron-turing", "deepspeed-azure", "2020-09",
    "megatron implementation",
)  # fmt: skip
_TUNED = ("nvidia/megatron", "megatron-bridge", "megatron-core", "nemo", "modded-nanogpt", "llm.c")


def architecture(model: Row) -> Architecture:
    """The decoder that a row's sizes describe; what they leave open (gate, ties, head width) by its parameter count."""
    name, params = str(model.get("name")), model.get("params")
    if not params:
        return _built(model, head=_plain_head(model), gated=_gated_by_width(model), tied=_tied(model), learned=0)
    heads = dict.fromkeys([_plain_head(model), 128, 64, 256])
    ties = [model["tied_embeddings"]] if model.get("tied_embeddings") is not None else [False, True]
    positions = int(model.get("seq_len") or 0)
    best: tuple[float, Architecture] | None = None
    for head, gated, tied, learned in itertools.product(heads, (False, True), ties, (0, positions)):
        found = _built(model, head=head, gated=gated, tied=bool(tied), learned=learned)
        off = abs(found.parameters / float(params) - 1) + 0.01 * (head != _plain_head(model))
        if best is None or off < best[0] - 1e-3:
            best = (off, found)
    if best is None:
        raise DataError("cannot be built from its sizes", where=name, got=params)
    return best[1]


def with_adapters(network: Architecture, rank: int = 8) -> Architecture:
    """The network frozen, with low-rank adapters beside every map of its layers."""
    blocks = [
        adapted(block, Adapter(rank=rank)) if block.recomputable else replace(block, trained=0)
        for block in network.blocks
    ]
    return replace(network, blocks=tuple(blocks))


def _built(model: Row, *, head: int, gated: bool, tied: bool, learned: int) -> Architecture:
    width, layers, heads = int(model["hidden"]), int(model["layers"]), int(model.get("heads") or _heads(model))
    vocabulary = int(model.get("vocab") or 50_304)
    inner = int(model.get("ffn") or 4 * width)
    count = model.get("experts")
    experts = None
    if count:
        shared = inner * int(model.get("shared_experts") or (1 if int(count) >= 256 else 0))
        experts = Experts(count=int(count), used=int(model["experts_per_token"]), inner=inner, shared=shared)
    latent = bool(count) and not model.get("kv_heads")
    layer = Layer(
        width=width,
        heads=heads,
        kv_heads=int(model.get("kv_heads") or heads),
        head_width=HEAD_PLAIN + HEAD_TURNED if latent else head,
        inner=inner,
        up=("mlp.gate_proj", "mlp.up_proj") if gated else ("mlp.up_proj",),
        gated=gated or bool(experts),
        norm=1 if gated else 2,
        qkv_bias=not gated,
        out_bias=not gated,
        inner_bias=not gated,
        experts=experts,
        projections=_latent(width, heads) if latent else None,
        mixed=heads * HEAD_PLAIN if latent else None,
        latent=KEY_RANK + HEAD_TURNED if latent else None,
    )
    blocks = [
        embedding(vocabulary, width, others=learned * width),
        *_layers(layer, layers, model),
        normalisation(width),
        output(width, vocabulary, tied=tied),
    ]
    return Architecture(name=str(model.get("name")), blocks=tuple(blocks), logits=vocabulary)


def _layers(layer: Layer, layers: int, model: Row) -> list[Block]:
    said, positions = str(model.get("attention") or ""), int(model.get("seq_len") or 0)
    if "half-context" in said:
        near = layers * 3 // 4
        return [layer.block("layer", layers - near), layer.block("layer, window", near, window=positions // 2)]
    if "window" in said or "mask" in said:
        return [layer.block("layer", layers, window=min(DOCUMENT_WINDOW, positions or DOCUMENT_WINDOW))]
    if model.get("experts") and layer.latent:  # DeepSeek-V3 and its like begin with dense layers
        dense = replace(layer, experts=None, inner=int(model.get("dense_ffn") or 9 * layer.inner))
        return [dense.block("layer, dense", DENSE_LAYERS), layer.block("layer", layers - DENSE_LAYERS)]
    return [layer.block("layer", layers)]


def _latent(width: int, heads: int) -> tuple[Product, ...]:
    return (
        Product(k=width, n=QUERY_RANK),
        Product(k=QUERY_RANK, n=heads * (HEAD_PLAIN + HEAD_TURNED)),
        Product(k=width, n=KEY_RANK + HEAD_TURNED),
        Product(k=KEY_RANK, n=heads * 2 * HEAD_PLAIN),
    )


def _heads(model: Row) -> int:
    width = int(model["hidden"])
    return next((width // size for size in (128, 64, 96, 80, 100, 72) if width % size == 0), 1)


def _plain_head(model: Row) -> int:
    return int(model["hidden"]) // int(model.get("heads") or _heads(model))


def _gated_by_width(model: Row) -> bool:
    return bool(model.get("ffn")) and int(model["ffn"]) != 4 * int(model["hidden"])


def _tied(model: Row) -> bool:
    return bool(model.get("tied_embeddings"))


def _assume(assumed: list[str], name: str, value: int) -> int:
    assumed.append(name)
    return value


def _devices(model: Row) -> int:
    return DEFAULT_DEVICES if float(model.get("params") or 0) > 5e9 else 64


def _network(text: str) -> float | None:
    """Bytes a second and device of a cluster's description (`8x200 Gb/s HDR IB per node`, `400 Gb/s RDMA per GPU`)."""
    found = re.search(r"(?:(\d+)\s*x\s*)?(\d+)\s*(?:Gb/s|Gbps|G\b)", text)
    if not found:
        return None
    cards, rate = int(found[1] or 1), float(found[2])
    whole = cards * rate * 1e9 / 8
    return whole if "per GPU" in text else whole / 8


_WORDS: dict[str | None, tuple[Recompute, float | None]] = {
    "none": ("none", None),
    "full": ("full", None),
    "full+offload": ("full", None),
    "selective": ("selective", None),
    "selective-op": ("selective", 0.5),  # torchtitan saves the results of every second product
    "selective-layer": ("selective", 0.5),  # and here of every second layer
    "partial": ("selective", None),
}


def _layout(
    row: Row, network: Architecture, device: Device, devices: int, positions: int, assumed: list[str]
) -> tuple[Layout, float | None]:
    said, batch = row.get("layout") or {}, row.get("batch") or {}
    large = network.parameters * 16 / devices > 0.5 * device.memory_bytes or network.parameters > TENSOR_ABOVE
    unknown = not any(said.get(name) for name in ("dp", "tp", "pp", "fsdp"))
    if unknown:
        assumed.append("layout")
    tensor, pipeline, context = (int(said.get(name) or 1) for name in ("tp", "pp", "cp"))
    if unknown and network.parameters > TENSOR_ABOVE and device.vendor == "NVIDIA":
        tensor = min(device.domain, 8)
    if not said.get("pp") and tensor > 1 and large and device.vendor == "NVIDIA" and said.get("zero") != 3:
        assumed.append("pp")
        pipeline = _pipeline(network, device, devices, tensor)
    data = max(1, devices // (tensor * pipeline * context))
    zero = said.get("zero")
    if zero is None:
        zero = 3 if said.get("fsdp") or (unknown and tensor == 1) else 1 if unknown else 0
    layout = Layout(
        data=data,
        zero=int(zero),
        tensor=tensor,
        sequence=tensor > 1 and software(row) in ("fused", "tuned"),
        pipeline=pipeline,
        interleave=_interleave(row, network, pipeline, assumed),
        context=context,
        expert=int(said.get("ep") or 1),
    )
    micro, word = batch.get("micro"), said.get("recompute")
    if not micro:
        assumed.append("micro")
        micro = _micro(network, layout, device, positions, int(batch.get("global_sequences") or 0), word)
    layout = replace(layout, micro_batch=int(micro))
    if word in _WORDS:
        recompute, repeated = _WORDS[word]
        return replace(layout, recompute=recompute), repeated
    assumed.append("recompute")
    return replace(layout, recompute="selective"), _needed(network, layout, device, positions)


def _interleave(row: Row, network: Architecture, pipeline: int, assumed: list[str]) -> int:
    """Stages a device holds; where a recent run does not say, as many as keep its bubble small: four at most."""
    said = (row.get("layout") or {}).get("vpp")
    if pipeline == 1 or said:
        return int(said or 1) if pipeline > 1 else 1
    text = f"{row['id']} {row.get('note') or ''}".lower()
    if "1f1b" in text or software(row) == "plain":
        return 1
    assumed.append("vpp")
    layers = sum(block.repeats for block in network.blocks if block.recomputable)
    return max(1, min(INTERLEAVE, layers // pipeline))


def _micro(
    network: Architecture, layout: Layout, device: Device, positions: int, sequences: int, word: str | None
) -> int:
    """The largest micro-batch that fits without recomputation, of at most some thousand positions."""
    most = max(1, sequences // layout.data) if sequences else 16
    wanted = max(1, (16384 if layout.pipeline == 1 and layout.tensor <= 2 else 4096) // positions)
    sizes = [one for one in range(1, min(most, wanted) + 1) if not sequences or most % one == 0]
    fitting = [
        one
        for one in sizes
        if word == "full" or not _needed(network, replace(layout, micro_batch=one), device, positions)
    ]
    return max(fitting or sizes[:1])


def _pipeline(network: Architecture, device: Device, devices: int, tensor: int) -> int:
    layers = max(block.repeats for block in network.blocks)
    for stages in range(1, layers + 1):
        if layers % stages == 0 and devices % (stages * tensor) == 0:
            replicas = devices // (stages * tensor)
            if network.parameters / (stages * tensor) * (6 + 12 / replicas) < 0.6 * device.memory_bytes:
                return stages
    return 1


def _needed(network: Architecture, layout: Layout, device: Device, positions: int) -> float:
    """The share of the layers that must be recomputed for a step to fit: what whoever measured would have chosen.

    A pipeline's first stage holds as many micro-batches as there are stages, so its degree does not count.
    """
    routed = sum(b.repeats * p.k * p.n * p.count for b in network.blocks for p in b.products if p.share < 1)
    held = (network.parameters - routed + routed / layout.expert) / (layout.tensor * layout.pipeline)
    trained = held * network.trained / network.parameters
    shared = layout.replicas if layout.zero else 1
    state = (2 * held + 16 * trained) / shared if layout.zero == 3 else 2 * held + 4 * trained + 12 * trained / shared
    kept = sum(block.repeats * (2 * block.kept.values + block.kept.flags) for block in network.blocks)
    kept *= positions * layout.micro_batch / layout.context / layout.tensor
    logits = 6 * network.logits * positions * layout.micro_batch / layout.context / layout.tensor
    room = 0.9 * device.memory_bytes - state - logits
    return min(1.0, max(0.0, (kept - room) / kept))


Kind = Literal["train", "infer", "memory"]


def questions(rows: list[dict[str, Any]]) -> Iterator[Run]:
    """The training rows that the planner can be asked."""
    for row in rows:
        if row["kind"] == "train" and (found := run(row)) is not None:
            yield found
