"""What devices achieve of their data sheets: few coefficients, fitted to published runs, and how far they miss.

The numbers stand in `data/efficiency.json` with what they were fitted on and the residuals of sources that were left
out; `benchmarks/planner.py --fit` makes it. Amounts may be numbers or arrays of numpy: the fit uses the same formula.
"""

from __future__ import annotations

import functools
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from types import MappingProxyType
from typing import Any

import numpy as np

from modelyard.planning.hardware import Device

Coefficients = Mapping[str, float]
# The best share of the bf16 peak that large products reach, where none was measured on the part itself
# (ml-engineering's table of measured products for the parts of a generation; from memory for those it has none of).
CEILINGS = MappingProxyType(
    {
        "volta": 0.75,
        "turing": 0.60,
        "ampere": 0.87,
        "ada": 0.80,
        "hopper": 0.80,
        "blackwell": 0.75,
        "cdna2": 0.60,
        "cdna3": 0.55,
        "cdna4": 0.63,
        "tpu": 0.90,
        "gaudi2": 0.80,
        "gaudi3": 0.60,
        "trainium": 0.70,
        "pascal": 0.80,
        "cdna1": 0.60,
        "cpu": 0.60,
    }
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Band:
    """Factors around a prediction between which nine of ten runs of sources never seen lie; on how many runs."""

    low: float
    high: float
    rows: int


@functools.cache
def _document() -> dict[str, Any]:
    text = resources.files("modelyard.planning").joinpath("data/efficiency.json").read_text(encoding="utf-8")
    document: dict[str, Any] = json.loads(text)
    return document


@functools.cache
def coefficients(kind: str) -> Coefficients:
    """Those of `training` or of `decoding`, as fitted to all published runs."""
    return MappingProxyType({name: float(one["value"]) for name, one in _document()[kind]["coefficients"].items()})


@functools.cache
def bands(kind: str) -> Mapping[str, Band]:
    """The bands of `training` or of `decoding` by how like the published runs a question is."""
    return MappingProxyType({name: Band(**one) for name, one in _document()[kind]["bands"].items()})


@functools.cache
def calibrated_on(kind: str) -> tuple[str, ...]:
    """The sources whose runs the coefficients are fitted to."""
    return tuple(_document()[kind]["sources"])


def ceiling(device: Device) -> float:
    """The best share of the bf16 peak that matrix products reach on a device."""
    if device.matmul_flops:
        return device.matmul_flops / device.peak("bf16")
    return CEILINGS.get(device.generation, min(CEILINGS.values()))


def step_parts(work: Mapping[str, Any], c: Coefficients) -> dict[str, Any]:
    """Seconds of a training step by part, of the amounts of `costs.Work`.

    Gradients and sharded weights are sent while the steady work goes on; what does not fit beside it is exposed, and
    a part always is. A pipeline's bubble is its idle share of all steady work.
    """
    speed = np.where(work["tuned"] > 0, c["tuned"], 1.0)
    fused = np.where(work["eager"] > 0, c["eager"], 1.0)
    low = c["products_fp8"] * work["products_fp8"] + c["products_fp4"] * work["products_fp4"]
    parts = {
        "products": speed * c["products"] * (work["products"] + c["misaligned"] * work["misaligned"] + low),
        "operands": speed * c["traffic"] * work["traffic"],
        "attention": speed
        * (
            c["attention"] * work["attention"] * np.where(work["hopper"] > 0, c["attention_hopper"], 1.0)
            + c["scores"] * work["scores"]
        ),
        "memory-bound": speed * fused * c["elementwise"] * work["elementwise"],
        "launches": c["passes"] * work["passes"],
    }
    steady = sum(parts.values())
    hidden = np.where((work["tuned"] > 0) & (np.asarray(work["sequence"]) > 0), c["tensor_tuned"], 1.0)
    parts["tensor communication"] = (
        hidden * np.where(work["sequence"] > 0, c["tensor_sequence"], c["tensor"]) * work["tensor"]
    )
    parts["expert communication"] = c["expert"] * work["expert"]
    parts["context communication"] = c["context"] * work["context"]
    parts["pipeline communication"] = c["pipeline"] * work["pipeline"]
    busy = sum(parts.values())
    sent = c["inside"] * work["data_inside"] + c["outside"] * work["data_outside"]
    sent = sent + c["collectives"] * work["collectives"]
    beside = c["overlap"] * work["window"] * steady
    parts["data communication"] = np.maximum(c["exposed"] * sent, sent - beside)
    parts["bubble"] = c["bubble"] * work["bubble"] * busy
    parts["optimizer"] = c["optimizer"] * work["optimizer"]
    parts["overhead"] = c["step"] + 0.0 * busy
    parts["stragglers"] = c["nodes"] * work["nodes"] * sum(parts.values())
    return parts


def band(kind: str, likeness: str) -> Band:
    """The band of a likeness; where no run of it was seen, the widest."""
    known = bands(kind)
    return known.get(likeness) or max(known.values(), key=lambda one: math.log(one.high / one.low))


def decode_parts(work: Mapping[str, Any], c: Coefficients) -> dict[str, Any]:
    """Seconds of a step of generation by part, of the amounts of `decoding.Work`.

    Weights are read at the memory's rate, slower the faster the memory is (`saturation`: bytes a second that small
    products reach on an ideal memory).
    """
    return {
        "weights": c["weights"] * work["weights"] + work["weight_bytes"] / c["saturation"],
        "cache": c["cache"] * work["cache"],
        "products": c["products"] * work["products"],
        "unpacking": c["unpacked"] * work["unpacked"],
        "launches": work["layers"]
        * (c["layer"] + np.where(work["eager"] > 0, c["layer_eager"] * (1 + c["packed_eager"] * work["packed"]), 0.0)),
        "messages": c["message"] * work["messages"]
        + c["message_bytes"] * work["message_bytes"]
        + c["hop"] * work["hops"],
    }


def prompt_seconds(work: Mapping[str, Any], c: Coefficients) -> Any:
    """Seconds of computing the prompts."""
    return (
        c["prompt"] * work["prompt"]
        + c["prompt_attention"] * work["prompt_attention"]
        + c["weights"] * work["prompt_weights"]
        + c["unpacked"] * work["unpacked"]
        + work["layers"] * (c["layer"] + np.where(work["eager"] > 0, c["layer_eager"], 0.0))
    )


def generated_per_second(work: Mapping[str, Any], c: Coefficients) -> Any:
    """Tokens a second of all sequences; the prompts' time is shared out over the answer."""
    step = sum(decode_parts(work, c).values())
    prompts = np.where(work["answer"] > 0, prompt_seconds(work, c) / np.maximum(work["answer"], 1.0), 0.0)
    return work["sequences"] / (step + prompts)


def forget() -> None:
    """Reads the coefficients anew at the next question, after they were fitted."""
    for cached in (_document, coefficients, bands, calibrated_on):
        cached.cache_clear()
