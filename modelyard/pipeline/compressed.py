"""What compressing leaves in the run: the kept variants, the record and page of all, the claims, the card."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from modelyard.compression import choosing
from modelyard.compression.compressed import Compressed, keep
from modelyard.compression.graphs import describe
from modelyard.compression.judging import Measured
from modelyard.core import durable, registry
from modelyard.core.errors import ArtifactError
from modelyard.core.report import Claim
from modelyard.core.run import Run

FOLDER = "compressed"


def record(
    run: Run,
    made: Sequence[Compressed],
    judged: Sequence[Measured],
    shown: Sequence[Measured],
    *,
    target: str | None,
    most: float,
    left_out: Mapping[str, str],
    taught: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """Keep what is within the bound, write the record, the page and the claims; then refuse what is beyond it."""
    by_name = {one.name: one for one in judged}
    names = {one.name for one in made}  # a student that was trained alone is judged too, and not kept
    refused = {one.name for one in judged if one.name in names and one.loss.value > most}
    module = _metrics(made)
    better = bool(module.METRICS[judged[0].metric].higher_is_better)
    kept = [one.name for one in made if one.name not in refused]
    content: dict[str, Any] = {
        "bound": most,
        "target": target,
        "kept": kept,
        "refused": sorted(refused),
        "left_out": dict(left_out),
        "variants": _rows(judged, refused, better),
        "searched": _rows(shown, refused, better) if shown is not judged else [],
        "taught": None if taught is None else dict(taught),
    }
    for one in made:
        if one.name not in refused:
            own = {
                **by_name[one.name].to_json(),
                "original": judged[0].to_json(),
                "bound": most,
                "how": describe(one.name),
            }
            if taught is not None and one.name == taught["name"]:
                own["taught"] = dict(taught)
            keep(one, run.path / FOLDER / one.name, own)
    (run.path / FOLDER).mkdir(exist_ok=True)
    durable.write_json(run.path / FOLDER / "compression.json", content)
    _show(run, content)
    _claim(run, judged, kept)
    if refused:
        worst = max((by_name[name] for name in refused), key=lambda one: one.loss.value)
        raise ArtifactError(
            f"{worst.name} loses {worst.loss.value:.4f} [{worst.loss.interval[0]:.4f}, {worst.loss.interval[1]:.4f}] "
            f"of {worst.metric} on {worst.n:,} rows of {worst.split}, more than the bound of {most:g}, and is not kept",
            where=str(run.path),
            remedy="Try another --to (int8-weights loses less), a smaller share, more --recovery, or a larger --loss.",
        )
    return content


def _metrics(made: Sequence[Compressed]) -> Any:
    """The metrics by which these models are judged."""
    return registry.load("metrics", str(made[0].model.task.metrics), field="the task's metrics")


def _rows(found: Sequence[Measured], refused: set[str], better: bool) -> list[dict[str, Any]]:
    best = {one.name for one in choosing.frontier(found)}
    return [
        {
            **one.to_json(),
            "higher_is_better": better,
            "frontier": one.name in best,
            "refused": "beyond the bound" if one.name in refused else None,
        }
        for one in found
    ]


def _show(run: Run, content: dict[str, Any]) -> None:
    from modelyard.reporting.frontier import render

    rows = content["searched"] or content["variants"]
    page = render(f"{run.path.resolve().name}: smaller variants", rows, content["kept"])
    durable.write_text(run.path / FOLDER / "frontier.html", page)


def _claim(run: Run, judged: Sequence[Measured], kept: Sequence[str]) -> None:
    """Put what the kept variants lose into the claims, and the claims into the card and the report."""
    if not (run.path / "claims.json").is_file():
        return
    before = [Claim.from_json(item) for item in run.read_json("claims.json")]
    claims = [claim for claim in before if claim.subject not in kept]
    for one in judged:
        if one.name not in kept:
            continue
        source = f"compress: {FOLDER}/{one.name}, beside the artifact on the same rows"
        shared: dict[str, Any] = {"n": one.n, "split": one.split, "source": source, "subject": one.name}
        name = f"{one.metric}_lost" + ("_relative" if one.loss.relative else "")
        claims.append(
            Claim(name=name, value=one.loss.value, interval=one.loss.interval, higher_is_better=False, **shared)
        )
        claims.append(Claim(name="network_size", value=one.bytes, unit="bytes", higher_is_better=False, **shared))
        if one.packed_bytes is not None:
            packed: dict[str, Any] = {"value": one.packed_bytes, "unit": "bytes", "higher_is_better": False}
            claims.append(Claim(name="network_size_deflated", **packed, **shared))
    durable.write_json(run.path / "claims.json", [claim.to_json() for claim in claims])
    if (run.path / "report.html").is_file():
        from modelyard.reporting.report import report

        report(run)
