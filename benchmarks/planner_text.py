"""The planner's errors as text: by kind and source on the terminal, and as a page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

Line = dict[str, Any]
HEAD = f"{'kind':<16}{'source':<20}{'rows':>5}{'median':>9}{'p90':>9}{'bias':>9}{'in band':>9}"


# What the planner does not know of a source, as its rows and notes say.
MISSES = {
    "megatron-sc21-t2": "its three ZeRO-3 rows are DeepSpeed of early 2021 over 96 to 280 nodes and take two to three "
    "times as long as predicted: their time hardly depends on the work, so messages bind; that is not modelled.",
    "gpu-hours-meta": "1.3M H100-hours for Llama-3-8B are a fifth of the peak, twice what any published rate of that "
    "size and part takes; hours of whole runs hold what was not training.",
    "gpu-hours-misc": "DeepSeek-V3's DualPipe hides the pipeline's and the experts' communication.",
    "torchtitan": "rowwise fp8 gained nothing there over bf16; context parallelism of 4 and 8 fell behind its work.",
    "megatron-bridge": "GPT-OSS in bf16 ran at half of its mxfp8 speed, which its products do not explain.",
    "flash-attention": "the HuggingFace rows ran one operation at a time; no row states its batch.",
    "bloom": "widths that are no multiple of 32 on a device cost more than the one coefficient for them.",
    "pythia": "GPU counts and three of the four hours are remembered; hours hold what was not training.",
    "llama.cpp-xd": "its kernels reach about half of the memory's rate on A100 and H100, where others reach three "
    "quarters; its prompts run at a fraction of the tensor cores' rate on data-centre parts.",
    "llm-benchmark-70b": "vLLM took twice as long as TensorRT-LLM on the same machine; both longer than predicted.",
    "litgpt": "generation from Python, a kernel at a time: unpacking weights differs by library more than by size.",
    "torchtune": "tokens/s are taken as the total; the A6000 rows would then be four fifths of the peak, others page "
    "or offload the optimizer.",
}


def summary(lines: Sequence[Line]) -> tuple[int, float, float, float, float]:
    """Rows, median and 90th percentile of the absolute relative error, median signed error, share inside the band."""
    errors = np.array([line["error"] for line in lines])
    inside = float(np.mean([line["inside"] for line in lines]))
    return (
        len(lines),
        float(np.median(abs(errors))),
        float(np.quantile(abs(errors), 0.9)),
        float(np.median(errors)),
        inside,
    )


def groups(lines: Sequence[Line]) -> list[tuple[str, str, list[Line]]]:
    """By kind the sources, then those rows together: every trusted one, those that say all, those that do not."""
    found = []
    for kind in dict.fromkeys(line["kind"] for line in lines):
        own = [line for line in lines if line["kind"] == kind]
        for source in sorted({line["source"] for line in own}):
            found.append((kind, source, [line for line in own if line["source"] == source and line["trusted"]]))
        trusted = [line for line in own if line["trusted"]]
        found.append((kind, "ALL", trusted))
        found.append((kind, "  description whole", [line for line in trusted if not line["assumed"]]))
        found.append((kind, "  in part assumed", [line for line in trusted if line["assumed"]]))
        found.append((kind, "not counted", [line for line in own if not line["trusted"]]))
    return [group for group in found if group[2]]


def table(lines: Sequence[Line], *, details: bool) -> str:
    """For the terminal."""
    text = [HEAD]
    for kind, source, own in groups(lines):
        count, median, p90, bias, inside = summary(own)
        text.append(f"{kind:<16}{source:<20}{count:>5}{median:>8.1%} {p90:>8.1%} {bias:>+8.1%} {inside:>7.0%}")
    if details:
        text += [
            f"{line['kind']:<12}{line['id']:<46}{line['measured']:>11.4g}{line['predicted']:>11.4g}"
            f"{line['error']:>+8.1%} {'in ' if line['inside'] else 'OUT'} {','.join(line['assumed'])}"
            for line in lines
        ]
    return "\n".join(text)


def markdown(lines: Sequence[Line], rows: int, name: str, unasked: Mapping[str, int]) -> str:
    """A page."""
    text = [
        "# The planner against published measurements",
        "",
        f"`python benchmarks/planner.py --runs {name}`: {len(lines)} figures of {rows} rows, each predicted from its",
        "description alone, with coefficients and bands fitted without its source. Errors are",
        "|predicted / measured - 1|; bias is the median signed one. The stated band is meant to hold nine rows of ten.",
        "`not counted`: low confidence or a formula's output; never fitted to.",
        "",
        "| kind | source | rows | median | p90 | bias | in band |",
        "| --- | --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    for kind, source, own in groups(lines):
        count, median, p90, bias, inside = summary(own)
        text.append(f"| {kind} | {source.strip()} | {count} | {median:.1%} | {p90:.1%} | {bias:+.1%} | {inside:.0%} |")
    text += ["", "## What is missed, and why", ""]
    text += [f"- {source}: {why}" for source, why in MISSES.items() if source in {line["source"] for line in lines}]
    text += [
        "",
        "Rows that say too little to be asked (no layers or width, no known device), or have no figure that is",
    ]
    text += ["predicted:", "", ", ".join(f"{source} {count}" for source, count in sorted(unasked.items())) + "."]
    worst = sorted((line for line in lines if line["trusted"]), key=lambda line: -abs(np.log1p(line["error"])))[:25]
    text += [
        "",
        "The furthest misses:",
        "",
        "| row | measured | predicted | error | assumed |",
        "| --- | ---: | ---: | ---: | --- |",
    ]
    for line in worst:
        assumed = ", ".join(line["assumed"])
        text.append(
            f"| {line['id']} | {line['measured']:.4g} | {line['predicted']:.4g} | {line['error']:+.0%} | {assumed} |"
        )
    return "\n".join(text) + "\n"
