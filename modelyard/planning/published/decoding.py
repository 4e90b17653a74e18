"""Rows of published generation speeds as what the planner is asked; see `published`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from modelyard.core.architecture import Architecture
from modelyard.core.errors import RecipeError
from modelyard.planning.decoding import BITS, Generating
from modelyard.planning.hardware import Device, find
from modelyard.planning.published.runs import Row, architecture

SHORT_ANSWER = 256  # tokens, where a row does not say


@dataclass(frozen=True, kw_only=True, slots=True)
class Generation:
    """A row as a question; `tokens_per_second` and `first_token_seconds` are what it measured, if it did."""

    id: str
    source: str
    architecture: Architecture
    device: Device
    asked: Generating
    tokens_per_second: float | None
    first_token_seconds: float | None
    row: Row


def generation(row: Row) -> Generation | None:
    """What a row asks; None where it does not say enough, measured nothing, or drafts with a second network."""
    hardware, model, measured = row.get("hardware") or {}, row["model"], row.get("measured") or {}
    try:
        device = find(str(hardware.get("gpu") or ""))
    except RecipeError:
        return None
    note = str(row.get("note") or "")
    if not (model.get("layers") and model.get("hidden")) or "Speculative" in note:
        return None
    layout, batch = row.get("layout") or {}, int((row.get("batch") or {}).get("global_sequences") or 0)
    tensor = int(layout.get("tp") or 1)
    precision, bits = _precision(str(row.get("precision") or "bf16"))
    given, made = row.get("input_len"), row.get("output_len")
    prompt, answer = int(given or 0), int(made or 0)
    rate = _rate(row, tensor)
    # A rate of decoding alone leaves the prompt out; a static batch's or a server's holds it.
    alone = bool(measured.get("decode_tok_s")) or not answer
    context = prompt + answer / 2 if answer else int(model.get("seq_len") or 0) / 2 or SHORT_ANSWER / 2
    first = measured.get("ttft_ms")
    seconds = float(first) / 1e3 if first and batch == 1 else None
    if measured.get("prefill_tok_s") and model.get("seq_len") and not prompt:
        prompt = int(model["seq_len"])
        seconds = prompt / float(measured["prefill_tok_s"])
    if not batch or (rate is None and seconds is None):
        return None
    return Generation(
        id=str(row["id"]),
        source=str(row["source_id"]),
        architecture=architecture(model),
        device=device,
        asked=Generating(
            batch=batch,
            context=context,
            prompt=prompt,
            answer=0 if alone else answer,
            precision=precision,
            bits=bits,
            tensor=tensor,
            pipeline=int(layout.get("pp") or 1),
            engine="eager" if re.search(r"\beager\b", note.lower()) else "compiled",
        ),
        tokens_per_second=rate,
        first_token_seconds=seconds,
        row=row,
    )


def _rate(row: Row, tensor: int) -> float | None:
    """Generated tokens a second of all sequences on all devices.

    What TensorRT-LLM prints is a device's (its 70B rows make sense in no other way); NIM's is the whole server's.
    """
    measured: Mapping[str, Any] = {**(row.get("derived") or {}), **(row.get("measured") or {})}
    for name in ("decode_tok_s", "out_tok_s_total"):
        if measured.get(name):
            return float(measured[name])
    if measured.get("throughput_out_tok_s_per_gpu"):
        return float(measured["throughput_out_tok_s_per_gpu"]) * tensor
    if measured.get("throughput_out_tok_s_as_printed"):
        whole = "over both GPUs" in str(row.get("note")) or "over all" in str(row.get("note"))
        return float(measured["throughput_out_tok_s_as_printed"]) * (1 if whole else tensor)
    return None


def _precision(text: str) -> tuple[str, float | None]:
    """A name of `decoding.BITS` and, where the text states them, the bits of a weight."""
    name = text.lower().replace("-true", "").replace("f16", "fp16") if text in ("F16",) else text.lower()
    name = name.removesuffix("-true")
    if name in BITS:
        return name, None
    if stated := re.search(r"exl2-([\d.]+)", name):
        return "int4", float(stated[1])
    if "gptq-4" in name or "awq" in name:
        return "int4-g128", None
    for known in ("nf4-dq", "nf4", "fp4", "int4", "int8", "fp8", "fp16", "bf16", "fp32"):
        if known in name:
            return known, None
    return "bf16", None
