"""The bundle: the data of a run as it is trained on, with its schema, its findings and a fingerprint of its content.

Memory while preparing: passes over each source in batches, kept between the passes where they take less than
`held.HELD_BYTES`; 25 bytes a row (`data.scan`), and what is held to find repeats and near duplicates (`data.inspect`,
`data.duplicates`). `Bundle.rows` loads a whole split.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

import numpy as np

from modelyard.core import durable
from modelyard.core.recipe import Recipe
from modelyard.core.schema import Rows
from modelyard.data import splits, values
from modelyard.data.beside import Beside, beside
from modelyard.data.described import Described
from modelyard.data.examine import Examined, examine
from modelyard.data.findings import Finding
from modelyard.data.personal.rows import shown
from modelyard.data.sources import identity
from modelyard.data.store import SplitWriter, read_places, read_split

__all__ = ["Bundle", "Finding", "prepare"]

FORMAT = 1
SOURCES = "sources.json"


@dataclass(frozen=True, kw_only=True, slots=True)
class Bundle(Described):
    """Prepared data in a directory. `counts` add up: read = train + validation + test + the dropped by reason."""

    description: ClassVar[str] = "bundle.json"
    format: ClassVar[int] = FORMAT

    sources: list[dict[str, Any]]
    profile: dict[str, Any]

    @classmethod
    def more(cls, data: dict[str, Any]) -> dict[str, Any]:
        """Sources and profile."""
        return {name: data[name] for name in ("sources", "profile")}

    def rows(self, split: str) -> Rows:
        """Inputs and target of `train`, `validation` or `test` by column.

        Numbers are floats, a missing cell is None; texts, categories, dates and classes are strings; a vector column
        is one array [N, width] (uint8 where the source's is, else float32 with NaN where one is missing).
        """
        assert self.schema.target is not None
        return read_split(self._file(split), (*self.schema.inputs, self.schema.target))

    def places(self, split: str) -> list[str]:
        """Where each row of a split stands: `reviews.csv:432`."""
        return read_places(self._file(split))

    def beside(self, split: str, names: Sequence[str], recipe: Recipe) -> dict[str, list[str | None]]:
        """Columns that are no inputs (protected ones), as texts in the order of `rows`.

        Raises: DataError where they were not kept and the recipe's files are not what they were.
        """
        return beside(self.path, recipe, split, names, self.places(split), lambda: compare_sources(recipe, self.path))

    def _file(self, split: str) -> Path:
        assert split in splits.NAMES, split
        return self.path / f"{split}.parquet"


def prepare(
    recipe: Recipe, directory: Path, progress: Callable[[str, float], None] = lambda text, share: None
) -> Bundle:
    """Judge the recipe's data, deal it into splits and write `directory` durably.

    Raises: DataError for data that cannot be used or is being written, RunError when the disk is full.
    """
    progress("looking at the files", 0.0)
    known = identity.take(recipe.data)
    examined = examine(recipe, progress, task=recipe.task, run=directory.parent)
    with durable.new_directory(directory, manifest={"kind": "bundle", "format": FORMAT}) as temporary:
        progress("writing the splits", 0.7)
        digests = _write(
            examined, temporary, Beside(recipe, examined.inference.schema.inputs, temporary, examined.masker)
        )
        if examined.masker is not None:
            examined.masker.save(temporary)
        examined.findings.write(temporary / "findings.csv")
        durable.write_json(temporary / Bundle.description, _describe(recipe, examined, digests))
        durable.write_json(temporary / SOURCES, known)
        identity.check_unchanged(known)
    progress("data is ready", 1.0)
    return Bundle.open(directory)


def sources_digest(directory: Path) -> str:
    """What the files were, by content, that a bundle was made of; empty where it does not say."""
    known = _sources(directory)
    return "" if known is None else identity.digest(known)


def compare_sources(recipe: Recipe, directory: Path) -> identity.Differences:
    """What has changed in the recipe's files since the bundle was made of them; nothing where there is no bundle."""
    known = _sources(directory)
    return identity.Differences() if known is None else identity.differences(known, recipe.data)


def _sources(directory: Path) -> identity.Identity | None:
    try:
        found = json.loads((directory / SOURCES).read_text(encoding="utf-8"))
    except (OSError, ValueError):  # no bundle yet, or a damaged one: the stage itself is then run again
        return None
    return found if isinstance(found, dict) else None


def _write(examined: Examined, directory: Path, beside: Beside) -> dict[str, str]:
    schema = examined.inference.schema
    assert schema.target is not None
    columns = (*schema.inputs, schema.target)
    writers = {name: SplitWriter(directory / f"{name}.parquet", columns) for name in splits.NAMES}
    for name, source in examined.sources.items():
        start = 0
        renamed = examined.label_maps[name]
        for batch in source.batches():
            here = examined.assignment[name][start : start + len(batch.places)]
            start += len(batch.places)
            rows: dict[str, Any] = batch.rows
            if renamed:
                labels = values.labels(rows[schema.target.name])
                rows = {**rows, schema.target.name: [renamed.get(label or "", label) for label in labels]}
            for split, writer in enumerate(writers.values()):
                picked = np.flatnonzero(here == split)
                if len(picked):
                    writer.write(rows, batch.places, picked)
                    beside.write(split, batch, picked)
    beside.close()
    nothing: dict[str, Any] = {column.name: [] for column in columns}
    for writer in writers.values():
        if not writer.rows:
            writer.write(nothing, [], np.empty(0, dtype=np.int64))
    return {name: writer.close() for name, writer in writers.items()}


def _describe(recipe: Recipe, examined: Examined, digests: dict[str, str]) -> dict[str, Any]:
    inference, profile = examined.inference, examined.profiles["train"]
    schema = inference.schema.to_json()
    # Content and what decides the splits; neither paths nor times, so that a copy elsewhere is the same data.
    settings = {"split": recipe.data.split.model_dump(mode="json"), "seed": recipe.seed, "columns": schema}
    fingerprint = hashlib.sha256(json.dumps([settings, digests], sort_keys=True).encode()).hexdigest()
    return _plain(
        {
            "format": FORMAT,
            "task": inference.task,
            "schema": schema,
            "findings": [finding.to_json() for finding in examined.findings.all],
            "fingerprint": fingerprint,
            "counts": examined.counts,
            "sources": [{"split": name, **source.description} for name, source in examined.sources.items()],
            "profile": shown(profile, examined.masker, inference.target),
            "reasons": list(inference.reasons),
            "left_out": inference.left_out,
            "licence": recipe.data.licence,
        }
    )


def _plain(description: dict[str, Any]) -> dict[str, Any]:
    """As JSON that UTF-8 can hold."""
    plain: dict[str, Any] = json.loads(values.encodable(json.dumps(description, default=str, ensure_ascii=False)))
    return plain
