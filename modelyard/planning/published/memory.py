"""Memory rows of published measurements as questions to `memory`, from their description alone.

What a row leaves out is what made it fit: the fewest of recomputation, gradients applied in the backward pass, an 8-bit
optimizer and offloading with which the peak is below the device's memory.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from modelyard.core.architecture import Architecture, Block
from modelyard.models._low_rank import Adapter, adapted
from modelyard.planning import memory
from modelyard.planning.layout import Layout
from modelyard.planning.published.runs import Row, architecture, run

GIB = float(2**30)
# Maps that a rank is spread over, as adapters are commonly set: queries and values, all of attention, every one.
_SPREADS = (("q_proj", "v_proj"), ("q_proj", "k_proj", "v_proj", "o_proj"), ())
LOW_LOGIT_BYTES = 8.0  # logits, their log-softmax and the gradients of both, all in 16 bits
CHUNKED_LOGIT_BYTES = 2.0 + 14.0 / 8  # logits whole, the loss over an eighth of them at a time


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """A row's peak as measured and as predicted, in bytes a device. `assumed` names what the row leaves out."""

    id: str
    source: str
    measured: float
    predicted: memory.Bytes
    assumed: tuple[str, ...]


def measured_bytes(row: Row) -> float | None:
    """What a row measured of one device; None where it is a formula's output, an estimate or out of memory."""
    measured = row.get("measured") or {}
    if row.get("analytic"):
        return None
    for name, unit in (("mem_gib_per_gpu", GIB), ("mem_gb_per_gpu_printed", 1e9), ("mem_mib_loaded", 2.0**20)):
        if measured.get(name):
            return float(measured[name]) * unit
    return None


def questions(rows: list[dict[str, Any]]) -> Iterator[Question]:
    """The rows with a measured peak that say enough to be asked."""
    for row in rows:
        measured = measured_bytes(row)
        if measured is None or not row["model"].get("layers"):
            continue
        if row["kind"] != "infer" and not _is_loaded(row) and not (row.get("batch") or {}).get("micro"):
            continue  # activations follow it
        found = _asked(row)
        if found is not None:
            predicted, assumed = found
            yield Question(
                id=str(row["id"]),
                source=str(row["source_id"]),
                measured=measured,
                predicted=predicted,
                assumed=assumed,
            )


def _is_loaded(row: Row) -> bool:
    """Whether it measured weights alone."""
    return "mem_mib_loaded" in (row.get("measured") or {})


def _asked(row: Row) -> tuple[memory.Bytes, tuple[str, ...]] | None:
    if row["kind"] == "infer" or _is_loaded(row):
        return _answering(row)
    asked = run(row)
    if asked is None:
        return None
    network = _trained_part(row)
    text = _text(row)
    # One kernel an operation: transformers' own definitions, litgpt, and torchtune before it compiled by default.
    compiled = "compile" in text or not (asked.training.software == "eager" or re.search(r"litgpt|2024-08", text))
    settings: dict[str, Any] = {
        "positions": asked.training.positions,
        "precision": "bf16" if asked.training.precision in ("fp8", "fp4") else asked.training.precision,
        "pure": asked.training.pure,
        "attention": "plain" if asked.training.software.startswith("plain") else "fused",
        "fused": compiled,
        "repeated": asked.training.repeated,
        "accumulated": (asked.training.sequences > asked.layout.data * asked.layout.micro_batch)
        and asked.training.pure,
        "logit_bytes": _logit_bytes(row, text),
        "gathered": "litgpt" in text and network.trained < network.parameters,
        "reserved": "reserved" in text or ("mem_gib_per_gpu" in (row.get("measured") or {}) and "active" not in text),
        "overhead": "nvidia-smi" in text or asked.training.software.startswith("plain"),
    }
    settings |= _said(row, text)
    layout = asked.layout
    assumed = [name for name in asked.assumed if name != "recompute"]
    if "recompute" in asked.assumed:  # none, until it does not fit
        layout, settings = dataclasses.replace(layout, recompute="none"), settings | {"repeated": None}
    limit = 0.97 * asked.device.memory_bytes
    found = memory.of(network, layout, **settings)
    for name, changed_layout, changed in _smaller(row, layout, settings):
        if found.total <= limit:
            break
        layout, settings = changed_layout, changed
        assumed.append(name)
        found = memory.of(network, layout, **settings)
    return found, tuple(assumed)


def _smaller(row: Row, layout: Layout, settings: dict[str, Any]) -> Iterator[tuple[str, Layout, dict[str, Any]]]:
    """Ways to need less that the row does not rule out, one after the other; each keeps those before it."""
    if not (row.get("layout") or {}).get("recompute"):
        layout = dataclasses.replace(layout, recompute="full")
        settings = settings | {"repeated": None}
        yield "recompute", layout, settings
    if "full" in str(row.get("method")):
        settings = settings | {"in_backward": True, "accumulated": False}
        yield "in_backward", layout, settings
        settings = settings | {"optimizer": "adamw-8bit"}
        yield "optimizer", layout, settings
        settings = settings | {"offloaded": (*settings.get("offloaded", ()), "optimizer")}
        yield "offloaded", layout, settings


def _said(row: Row, text: str) -> dict[str, Any]:
    """What the row's own words say of optimizer and offloading."""
    found: dict[str, Any] = {}
    offloaded = []
    own = f"{row['id']} {row.get('method')} {row.get('note') or ''}".lower()
    if re.search(r"paged|offload", str(row.get("method"))):
        offloaded.append("optimizer")
    if "offload" in str((row.get("layout") or {}).get("recompute")):
        offloaded.append("activations")
    if "cpu-offload" in str(row.get("method")):
        offloaded.append("weights")
    if offloaded:
        found["offloaded"] = tuple(offloaded)
    if re.search(r"\+\s*8-bit", own):
        found["optimizer"] = "adamw-8bit"
    if (
        "full" in str(row.get("method"))
        and re.search(r"\+optimizer in backward|cumulative steps", own)
        and ((row.get("layout") or {}).get("recompute") != "none")
    ):
        found["in_backward"] = True
    return found


def _logit_bytes(row: Row, text: str) -> float | None:
    # litgpt's loss stays in 16 bits; of one compiled with the whole network, logits and their gradient do.
    if re.search(r"litgpt|nanochat|modded-nanogpt|llm[.]c", text):
        return LOW_LOGIT_BYTES
    # torchtune's loss is in chunks since its version 0.4 (November 2024).
    if "torchtune" in text and "2024-08" not in text and (row.get("layout") or {}).get("recompute") != "none":
        return CHUNKED_LOGIT_BYTES
    return None


def _trained_part(row: Row) -> Architecture:
    """The network with what the row's method trains."""
    network = _network(row)
    method = str(row.get("method") or "")
    bits = _bits(row)
    if not re.search(r"lora|adapter", method):
        return network
    blocks = [_with_bits(block, bits) for block in network.blocks]
    adapter = _adapter(row, network)
    blocks = [
        adapted(block, adapter) if block.recomputable else dataclasses.replace(block, trained=0) for block in blocks
    ]
    if method == "adapter_v2":  # a scale and an offset on every map's result, which it keeps
        blocks = [_scaled(block) for block in blocks]
    return dataclasses.replace(network, blocks=tuple(blocks))


def _network(row: Row) -> Architecture:
    """The row's network; litgpt ties no output matrix to the embedding's."""
    network = architecture(row["model"])
    last = network.blocks[-1]
    if "litgpt" not in _text(row) or last.parameters or not last.products:
        return network
    untied = dataclasses.replace(last, parameters=last.products[0].k * last.products[0].n)
    return dataclasses.replace(network, blocks=(*network.blocks[:-1], untied))


def _scaled(block: Block) -> Block:
    results = float(sum(product.n for product in block.products if product.name)) * block.recomputable
    return dataclasses.replace(block, kept=dataclasses.replace(block.kept, values=block.kept.values + results))


def _with_bits(block: Block, bits: float | None) -> Block:
    return block if bits is None or not block.recomputable else dataclasses.replace(block, quantised_bits=bits)


def _bits(row: Row) -> float | None:
    words = f"{row.get('precision')} {row.get('method')}".lower()
    if "nf4" in words or "fp4" in words or "qlora" in words:
        return memory.NF4_DOUBLE_BITS if "-dq" in words else memory.NF4_BITS
    return 8.0 if "int8" in words else None


def _adapter(row: Row, network: Architecture) -> Adapter:
    """The rank by the row's note (else 8), spread as the number of trained parameters says."""
    said = re.search(r"rank (\d+)", str(row.get("note")))
    rank = int(said[1]) if said else 8
    dropout = 0.05 if "litgpt" in _text(row) else 0.0
    if str(row.get("method")).startswith("adapter"):  # prompts before attention's keys: no map has one of its own
        return Adapter(rank=rank, targets=("no map",))
    wanted = row.get("trainable_params")
    spreads = [Adapter(rank=rank, targets=targets, dropout=dropout) for targets in _SPREADS]
    if not wanted:
        return spreads[1]  # between the fewest and the most

    def trained(adapter: Adapter) -> float:
        return sum(block.repeats * (adapted(block, adapter).trained or 0) for block in network.blocks)

    return min(spreads, key=lambda adapter: abs(trained(adapter) - float(wanted)))


def _answering(row: Row) -> tuple[memory.Bytes, tuple[str, ...]] | None:
    """A row that answers, or one of weights alone."""
    network = _network(row)
    words = str(row.get("precision")).lower()
    bits = _bits(row) or (32.0 if "fp32" in words else 8.0 if "fp8" in words else 16.0)
    positions = int(row["model"].get("seq_len") or 256)
    tensor = int((row.get("layout") or {}).get("tp") or 1)
    found = memory.inference(
        network,
        positions=positions,
        examples=float((row.get("batch") or {}).get("micro") or 0),
        bits=bits,
        cache_bits=32.0 if bits == 32.0 else 16.0,
        tensor=tensor,
        overhead=False,
    )
    return found, () if row["model"].get("seq_len") else ("seq_len",)


def _text(row: Row) -> str:
    return f"{row['id']} {row.get('source_id')} {row.get('source') or ''} {row.get('note') or ''}".lower()
