"""What an ensemble's artifact costs beside the best single run's, and its card."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from modelyard.core.artifact import open_artifact
from modelyard.core.errors import RunError
from modelyard.core.exhibit import Exhibit, text
from modelyard.core.secrets import without_secrets
from modelyard.core.words import number
from modelyard.inference.subject import Subject
from modelyard.models import ensemble
from modelyard.pipeline.ensemble_price import price
from modelyard.reporting.card import escape


def priced(found: Exhibit, artifact: Path, best: Subject) -> Exhibit:
    """The same exhibit with what an answer takes, measured now of both, one process after the other.

    That it could not be measured is said among the limits: the artifact is whole without it, and keeps its card.
    """
    try:
        own, single = price(artifact), price(best.predictor.artifact.path)
    except RunError as error:
        said = f"What answering takes is not known: {error.rule}{f' ({error.got})' if error.got else ''}."
        return replace(found, limits=(*found.limits, without_secrets(said)))
    said = (
        f"Answering one row takes the artifact {own}, the best single one {single}: "
        f"{number(own.seconds / single.seconds, 2)} times the time, "
        f"{number(own.bytes / single.bytes, 2)} times the memory."
    )
    told = {name: {"seconds": one.seconds, "bytes": one.bytes} for name, one in (("own", own), ("single", single))}
    return replace(
        found, blocks=(*found.blocks, text(said, quiet=True)), detail={**(found.detail or {}), "price": told}
    )


def card(found: Exhibit, artifact: Path, best: Subject) -> str:
    """The artifact's card in Markdown: what answers, how well beside the best single run, the price, and limits."""
    opened = open_artifact(artifact)
    schema = opened.schema
    target = "" if schema.target is None else escape(schema.target.name)
    (figures,) = [block for block in found.blocks if block["kind"] == "table"]
    told = [escape(block["content"]) for block in found.blocks if block["kind"] == "text"]
    parts = [
        f"# {escape(best.recipe.title or 'Several models together')}",
        f"{escape(found.summary)}",
        f"Task {escape(opened.task)}; it answers {target} from {len(schema.inputs)} input column(s). Artifact "
        f"`{opened.digest}`, data `{opened.manifest['data']['fingerprint']}`.",
        "## What answers",
        *_members(opened.path, opened.family),
        "## How well",
        _table(figures["columns"], figures["rows"]),
        escape(figures["note"]),
        *told,
        "## Limits",
        "\n".join(f"- {escape(limit)}" for limit in (*_LIMITS, *found.limits)),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


_LIMITS = (
    "Fairness, robustness and privacy were examined of the single runs, if at all, and not of this model.",
    "What the cards of the single runs say of the data and of intended use holds here, too.",
    "golden.json in the artifact holds rows of the data it was trained and judged on.",
)


def _members(artifact: Path, family: str) -> list[str]:
    if family != ensemble.FAMILY:
        return [f"One {escape(family)} model whose weights are the mean of several runs' weights."]
    rows = [(one.name, one.family, one.folder, one.digest[:16]) for one in ensemble.read(artifact)]
    return [
        "The mean of the calibrated answers of these models, each with its own preprocessing:",
        _table(("member", "family", "folder", "digest"), rows),
    ]


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [columns, ["---"] * len(columns), *rows]
    cells = [[cell if cell == "---" else escape(cell) for cell in line] for line in lines]
    return "\n".join("| " + " | ".join(line) + " |" for line in cells)
