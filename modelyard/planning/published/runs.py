"""Rows of published measurements as what the planner is asked: an architecture, a layout, a device, a batch.

What a row leaves out is filled in (`networks`, `layouts`) and named in `Run.assumed`; nothing is
taken from what a row measured. The format is that of `benchmarks/planner.py --runs`: one JSON object a line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from modelyard.core.architecture import Architecture
from modelyard.core.errors import RecipeError
from modelyard.planning.amounts import Training
from modelyard.planning.hardware import Device, find
from modelyard.planning.layout import Layout
from modelyard.planning.published.layouts import layout_of, software
from modelyard.planning.published.networks import Row, architecture, typical, with_adapters

__all__ = ["Row", "Run", "architecture", "measured_seconds", "run", "trusted"]

DEFAULT_DEVICES, DEFAULT_FEW = 1024, 64  # of a large and of a small run that does not say
LARGE = 5e9  # parameters
TEXT_PRECISIONS = (("fp4", "fp4"), ("fp8", "fp8"), ("fp16", "fp16"), ("bf16", "bf16"), ("fp32", "fp32"))


@dataclass(frozen=True, kw_only=True, slots=True)
class Run:
    """A row as a question to the planner.

    `training.repeated` is given where the layout's three words do not say it. `assumed` names what the row leaves out.
    `inclusive`: its hours hold restarts and evaluations too.
    """

    id: str
    source: str
    kind: str
    architecture: Architecture
    layout: Layout
    device: Device
    training: Training
    inclusive: bool
    assumed: tuple[str, ...]
    row: Row


def trusted(row: Row) -> bool:
    """Whether a row is a measurement worth calibrating on: neither a formula's output nor of low confidence."""
    return not row.get("analytic") and row.get("confidence") != "low"


def measured_seconds(asked: Run) -> float | None:
    """Seconds of a step of what was asked, by what the row measured; None where it has no time."""
    row, devices = asked.row, asked.layout.devices
    tokens = float(asked.training.sequences * asked.training.positions)
    measured = {**(row.get("derived") or {}), **(row.get("measured") or {})}
    stated = (row.get("batch") or {}).get("global_sequences") and row["model"].get("seq_len")
    if measured.get("step_time_s") and stated:
        return float(measured["step_time_s"])
    if measured.get("tokens_per_s_per_gpu"):
        return tokens / (float(measured["tokens_per_s_per_gpu"]) * devices)
    if measured.get("gpu_hours") and row.get("train_tokens"):
        return tokens * float(measured["gpu_hours"]) * 3600 / float(row["train_tokens"]) / devices
    return _by_operations(asked, tokens)


def _by_operations(asked: Run, tokens: float) -> float | None:
    """Seconds by a printed rate of operations, for the two countings in use; None where none is printed.

    Of Megatron (Narayanan et al. 2021, eq. 3; with recomputation where the note says so) and of PaLM (appendix B).
    """
    measured, again = asked.row.get("measured") or {}, asked.layout.recompute == "full"
    rate = float(measured.get("tflops_per_gpu") or 0) * 1e12
    words = r"recompute included|include recompute|include activation recomp"
    recomputed = bool(re.search(words, str(asked.row.get("note")), re.I))
    for name in ("mfu", "hfu"):
        if not rate and measured.get(name):
            rate = float(measured[name]) * asked.device.peak("bf16")
            recomputed = recomputed or (name == "hfu" and again)
    if not rate or "count" in asked.assumed:
        return None
    operations = (
        3
        * asked.architecture.forward_flops(asked.training.positions)
        / asked.training.positions
        * (4 / 3 if recomputed else 1.0)
    )
    return tokens * operations / (rate * asked.layout.devices)


def run(row: Row) -> Run | None:
    """What a training row asks; None where it does not say enough (no layers, no known device).

    Raises: RecipeError where its layout contradicts itself.
    """
    model, hardware = row["model"], row.get("hardware") or {}
    try:
        device = find(str(hardware.get("gpu") or ""))
    except RecipeError:
        return None
    assumed: list[str] = []
    if not (model.get("layers") and model.get("hidden")):
        if not model.get("params"):
            return None
        assumed.append("architecture")
        model = typical(model)
    if rate := _network(str(hardware.get("internode") or "")):
        device = device.on_network(rate)
    network = architecture(model)
    if "lora" in str(row.get("method") or row["id"]):
        network = with_adapters(network)
    positions = int(model.get("seq_len") or _assume(assumed, "seq_len", 2048))
    devices = int(hardware.get("count") or _assume(assumed, "count", _devices(model)))
    layout, repeated = layout_of(row, network, device, devices, positions, assumed)
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
        training=Training(
            positions=positions,
            sequences=int(sequences),
            precision=next((own for part, own in TEXT_PRECISIONS if part in precision), "bf16"),
            pure="pure" in precision,
            software=software(row),
            repeated=repeated,
        ),
        inclusive=not (row.get("measured") or {}).keys()
        & {"step_time_s", "tokens_per_s_per_gpu", "mfu", "tflops_per_gpu"},
        assumed=tuple(assumed),
        row=row,
    )


def _assume(assumed: list[str], name: str, value: int) -> int:
    assumed.append(name)
    return value


def _devices(model: Row) -> int:
    return DEFAULT_DEVICES if float(model.get("params") or 0) > LARGE else DEFAULT_FEW


def _network(text: str) -> float | None:
    """Bytes a second and device of a cluster's description (`8x200 Gb/s HDR IB per node`, `400 Gb/s RDMA per GPU`)."""
    found = re.search(r"(?:(\d+)\s*x\s*)?(\d+)\s*(?:Gb/s|Gbps|G\b)", text)
    if not found:
        return None
    cards, rate = int(found[1] or 1), float(found[2])
    whole = cards * rate * 1e9 / 8
    return whole if "per GPU" in text else whole / 8
