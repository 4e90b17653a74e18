"""The layout and the software of a published row, what it leaves out filled in; see `published`."""

from __future__ import annotations

import math
import re
from dataclasses import replace

from modelyard.core.architecture import Architecture
from modelyard.planning.amounts import Software
from modelyard.planning.hardware import Device, find
from modelyard.planning.layout import Layout, Recompute
from modelyard.planning.published.networks import Row

TENSOR_ABOVE = 2e10  # parameters above which an unstated layout is taken to split products over a node
INTERLEAVE = 4  # stages a device, of a recent run with a pipeline that does not say


def software(row: Row) -> Software:
    """What ran it, by the row's words on its source: the attention kernel above all, and whose own runs they are."""
    part = str((row.get("hardware") or {}).get("gpu"))
    text = f"{row['id']} {row.get('source_id')} {row.get('source') or ''} {row.get('note') or ''}".lower()
    if re.search(r"-hf\b|\bhf implementation", text):
        return "eager"
    vendor = any(word in text for word in _VENDOR) and "zero3" not in text
    if "v100" in part.lower() or _year(str(row.get("source"))) < FLASH or any(word in text for word in _BEFORE_FLASH):
        return "plain-tuned" if vendor else "plain"
    recent = find(part).generation in ("hopper", "blackwell")
    return "tuned" if recent and vendor else "fused"


def _year(source: str) -> float:
    """When a source was written, by its arXiv number or a date in it: the earliest; the present where it has none."""
    found = [2000 + int(year) + int(month) / 12 for year, month in re.findall(r"arXiv:(\d\d)(\d\d)\.", source)]
    found += [int(year) + int(month) / 12 for year, month in re.findall(r"\b(20[12]\d)-(\d\d)\b", source)]
    return min(found, default=math.inf)


FLASH = 2022.75  # FlashAttention appeared in May 2022 and was in use by the end of that year
# Software of before that needs no date, and those that report what the authors of kernels reached with their own.
_BEFORE_FLASH = ("megatron-deepspeed", "bigscience", "bloom", "cases_april2021", "megatron implementation")
_VENDOR = (
    "nvidia/megatron", "megatron-bridge", "megatron-core", "nemo", "2104.04473", "2205.05198", "modded-nanogpt",
    "llm.c",
)  # fmt: skip


_WORDS: dict[str | None, tuple[Recompute, float | None]] = {
    "none": ("none", None),
    "full": ("full", None),
    "full+offload": ("full", None),
    "selective": ("selective", None),
    "selective-op": ("selective", 0.5),  # torchtitan saves the results of every second product
    "selective-layer": ("selective", 0.5),  # and here of every second layer
    "partial": ("selective", None),
}


def layout_of(
    row: Row, network: Architecture, device: Device, devices: int, positions: int, assumed: list[str]
) -> tuple[Layout, float | None]:
    """The layout, and the share of the layers that is recomputed where its words do not say; names what it assumed."""
    said, batch = row.get("layout") or {}, row.get("batch") or {}
    large = network.parameters * 16 / devices > 0.5 * device.memory_bytes or network.parameters > TENSOR_ABOVE
    unknown = not any(said.get(name) for name in ("dp", "tp", "pp", "fsdp"))
    if unknown:
        assumed.append("layout")
    tensor, pipeline, context = (int(said.get(name) or 1) for name in ("tp", "pp", "cp"))
    if unknown and network.parameters > TENSOR_ABOVE and device.vendor == "NVIDIA":
        tensor = min(device.domain, 8)
    if (
        not said.get("pp")
        and tensor > 1
        and large
        and not unknown
        and device.vendor == "NVIDIA"
        and said.get("zero") != 3
    ):
        assumed.append("pp")
        pipeline = _pipeline(network, device, devices, tensor)
    data = max(1, devices // (tensor * pipeline * context))
    zero = said.get("zero")
    if zero is None:
        held = network.parameters / tensor
        accumulates = held * (6 + 12 / data) < 0.7 * device.memory_bytes and tensor > 1
        zero = 3 if said.get("fsdp") or (unknown and not accumulates) else 1 if unknown else 0
    layout = Layout(
        data=data,
        zero=int(zero),
        tensor=tensor,
        sequence=tensor > 1 and (software(row) in ("fused", "tuned") or said.get("recompute") == "selective"),
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
    if "1f1b" in text or software(row) in ("plain", "plain-tuned"):
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
