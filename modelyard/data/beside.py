"""Columns that stand beside the rows of a bundle: the auditor's, never the model's.

What a recipe names as protected and is no input is kept in `SPLIT.beside.parquet`, in the order of the split's rows;
neither the schema nor the fingerprint knows of it. What was named only after the data were prepared is read from the
files again, as long as they are what they were: naming an attribute must not train a model anew.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from modelyard.core.errors import DataError
from modelyard.core.recipe import Recipe
from modelyard.core.schema import Column
from modelyard.data import splits, values
from modelyard.data.inspect import as_cells
from modelyard.data.personal.masking import Masker
from modelyard.data.profile import ColumnProfile
from modelyard.data.sources import identity, open_source
from modelyard.data.store import SplitWriter, arrow, read_split

if TYPE_CHECKING:
    from modelyard.data.sources import Batch


def names(recipe: Recipe, inputs: Sequence[str]) -> tuple[str, ...]:
    """The protected columns that are no inputs."""
    return tuple(name for name in recipe.audit.protected if name not in inputs) if recipe.audit else ()


class Beside:
    """Writes the columns beside the rows; nothing where there are none."""

    def __init__(self, recipe: Recipe, inputs: Sequence[Column], directory: Path, masker: Masker | None = None) -> None:
        self._masker = masker
        wanted = names(recipe, [column.name for column in inputs])
        self.columns = tuple(_text(name) for name in wanted)
        self._writers = [SplitWriter(file_of(directory, name), self.columns) for name in splits.NAMES if wanted]

    def write(self, split: int, batch: Batch, picked: Any) -> None:
        """The rows at `picked` of a batch."""
        if self._writers:
            names = [column.name for column in self.columns]
            rows = {name: _without_personal(batch.rows[name], self._masker, name) for name in names}
            self._writers[split].write(rows, batch.places, picked)

    def close(self) -> None:
        """Finish the files; a split without rows has an empty one."""
        nothing: dict[str, Any] = {column.name: [] for column in self.columns}
        for writer in self._writers:
            if not writer.rows:
                writer.write(nothing, [], np.empty(0, dtype=np.int64))
            writer.close()


def beside(
    directory: Path,
    recipe: Recipe,
    split: str,
    wanted: Sequence[str],
    places: Sequence[str],
    differences: Callable[[], identity.Differences],
) -> dict[str, list[str | None]]:
    """These columns in the order of `places`, which are those of the split in the bundle at `directory`.

    `differences` says what has changed in the recipe's files since.

    Raises: DataError where they were not kept and the files are not what they were, or have no such column.
    """
    file = file_of(directory, split)
    kept: list[str] = []
    if file.is_file():
        _, pq = arrow()
        kept = pq.read_schema(file).names
    found = read_split(file, [_text(name) for name in wanted if name in kept]) if kept else {}
    missing = [name for name in wanted if name not in kept]
    if missing:
        _require_unchanged(missing, differences())
        masker = Masker.load(directory)
        again = _read_again(recipe, split, missing, places)
        found |= {name: _without_personal(cells, masker, name) for name, cells in again.items()}
    return found


def _without_personal(cells: Any, masker: Masker | None, name: str) -> Any:
    """A column's cells, those that hold personal data as texts without it: numbers too, which may be telephones."""
    if masker is None:
        return cells
    known: dict[str, str] = {}
    found = []
    for cell in as_cells(cells):
        label = values.label(cell)
        if label is not None and label not in known:
            known[label] = masker.text(label, name)
        found.append(cell if label is None or known[label] == label else known[label])
    return found


def file_of(directory: Path, split: str) -> Path:
    """Where a split's columns stand."""
    return directory / f"{split}.beside.parquet"


def _text(name: str) -> Column:
    # As texts, numbers too: an auditor's groups need no more, and `<5`, `unknown` and codes stay what they are.
    return Column(name=name, kind="category")


def _require_unchanged(missing: Sequence[str], differences: identity.Differences) -> None:
    if differences.changed or differences.absent:
        raise DataError(
            f"{', '.join(map(repr, missing))} {'is' if len(missing) == 1 else 'are'} not kept with this run, and its "
            f"data are not what they were: {'; '.join([*differences.changed, *differences.absent][:3])}",
            where="audit.protected",
            remedy="Run the recipe again with these columns named, or put the files back.",
        )


def _read_again(
    recipe: Recipe, split: str, wanted: Sequence[str], places: Sequence[str]
) -> dict[str, list[str | None]]:
    section = recipe.data
    paths = getattr(section, split) or section.train
    at = {place: row for row, place in enumerate(places)}
    found: dict[str, list[str | None]] = {name: [None] * len(places) for name in wanted}
    source = open_source(paths, section, seed=recipe.seed)
    _require_columns(source.columns, wanted, paths[0])
    for batch in source.batches():
        chosen = [(here, at[place]) for here, place in enumerate(batch.places) if place in at]
        for name in wanted:
            cells = as_cells(batch.rows[name])
            for (_, row), label in zip(chosen, values.labels(cells[here] for here, _ in chosen), strict=True):
                found[name][row] = label
    return found


def check_named(recipe: Recipe, columns: Sequence[str], target: str, where: str) -> None:
    """Raises: DataError where a protected column is not in the source `where`, or is the target."""
    wanted = recipe.audit.protected if recipe.audit else ()
    if target in wanted:
        raise DataError("the target cannot be protected", where="audit.protected", got=target, remedy="Leave it out.")
    _require_columns(columns, wanted, where)


def check_bins(recipe: Recipe, columns: Sequence[ColumnProfile]) -> None:
    """Raises: DataError where audit.bins gives bounds for a protected column that holds neither numbers nor dates."""
    audit = recipe.audit or None
    for column in columns:
        bounded = audit is not None and column.name in audit.protected and bool(audit.bins.get(column.name))
        if bounded and column.numeric_share < 0.5 and not column.date_format:
            raise DataError(
                f"audit.bins gives bounds for {column.name!r}, which holds no numbers",
                where="audit.bins",
                got=next(iter(column.counts), None),
                remedy=f"Leave {column.name!r} out of audit.bins: its values are the groups.",
            )


def check_favourable(recipe: Recipe, target: str, cells: Collection[str]) -> None:
    """Raises: DataError where an answer that shall be favourable is none of train's (none known: too many)."""
    known = dict.fromkeys(label for cell in cells if (label := values.label(cell)) is not None)
    named = recipe.audit.favourable if recipe.audit else ()
    if known and {values.label(name) or name for name in named} == known.keys():
        raise DataError(
            "audit.favourable must leave out an answer: every one would be good to get",
            where="audit.favourable",
            got=list(named),
            remedy="Name those alone that people hope for.",
        )
    for name in named:
        if known and (values.label(name) or name) not in known:
            near = difflib.get_close_matches(name, known, n=1)
            raise DataError(
                f"audit.favourable names an answer that {target!r} has not",
                where="audit.favourable",
                got=name,
                remedy=f"Did you mean {near[0]!r}?" if near else f"The answers are: {', '.join(list(known)[:10])}.",
            )


def _require_columns(columns: Sequence[str], wanted: Sequence[str], where: str) -> None:
    for name in wanted:
        if name not in columns:
            near = difflib.get_close_matches(name, columns, n=1)
            raise DataError(
                "audit.protected names a column that is not there",
                where=where,
                got=name,
                remedy=f"Did you mean {near[0]!r}?" if near else f"Its columns are: {', '.join(columns[:12])}.",
            )
