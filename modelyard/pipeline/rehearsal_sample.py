"""The part of large data that a rehearsal takes: a random sample of rows, the beginning of running text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from modelyard.core import registry, variables
from modelyard.core.recipe import Answer, Recipe
from modelyard.planning.looking import Look, look_at_rows, look_at_text

# Data up to these sizes are taken whole; of larger ones about so many bytes. A pair is read by the starting model, too.
WHOLE_BYTES = {"text": 3_000_000, "table": 6_000_000, "corpus": 2_000_000, "masked": 2_000_000, "pairs": 20_000}
OTHER_BYTES = 1_500_000
LEAST_ROWS = {"pairs": 16}
MOST_HELD = 0.45  # of a sample, for validation
OTHER_LEAST_ROWS = 400
_TEXTS = frozenset({"", ".txt", ".md", ".text", ".jsonl"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Sample:
    """The recipe over the sample. `size` of `whole` are taken: rows, or bytes of running text (`is_rows` false)."""

    recipe: Recipe
    sort: str
    size: float
    whole: float
    is_rows: bool
    stored_bytes: float
    train_scale: float

    @property
    def scale(self) -> float:
        """The whole over the sample."""
        return self.whole / self.size

    def to_json(self) -> dict[str, Any]:
        """What the marks keep of it."""
        names = ("sort", "size", "whole", "is_rows", "stored_bytes")
        return {name: getattr(self, name) for name in names}

    def of(self, size: int) -> Recipe:
        """The recipe over fewer rows of it."""
        return self.recipe.model_copy(update={"data": self.recipe.data.model_copy(update={"limit": size})})


def sample_of(recipe: Recipe, sort: str, folder: Path) -> Sample:
    """The sample of a recipe's data; beginnings of texts are written into `folder`. Raises: DataError."""
    running = sort in ("corpus", "masked")
    look = look_at_text(recipe) if running else look_at_rows(recipe)
    section, rows = recipe.data, look.rows
    if section.limit is not None:
        rows = min(rows, section.limit)
    stored = max(look.stored_bytes, look.text_bytes) * rows / max(1, look.rows)
    most = WHOLE_BYTES.get(sort, OTHER_BYTES)

    def taken(over: Recipe, size: float, whole: float) -> Sample:
        shares = [1 - one.data.split.validation - one.data.split.test for one in (recipe, over)]
        return Sample(
            recipe=over,
            sort=sort,
            size=size,
            whole=whole,
            is_rows=not running,
            stored_bytes=stored,
            train_scale=whole / size * shares[0] / shares[1],
        )

    limit = max(LEAST_ROWS.get(sort, OTHER_LEAST_ROWS), int(rows * most / max(1.0, stored)))
    if stored <= most or (limit >= rows and not running):
        return taken(recipe, max(1, rows), max(1, rows))
    whole_recipe = _with_vocabulary(recipe, look, stored)
    if running:
        paths = _beginnings(section.train, most / stored, folder)
        if paths is None:
            return taken(recipe, 1, 1)
        mix = {str(new): section.mix[old] for old, new in zip(section.train, paths, strict=True) if section.mix}
        data = section.model_copy(update={"train": tuple(map(str, paths)), "mix": mix})
        size = float(sum(path.stat().st_size for path in paths))
        return taken(whole_recipe.model_copy(update={"data": data}), size, stored)
    data = section.model_copy(update={"limit": limit})
    if sort in ("conversations", "pairs") and not section.validation:
        # What a validation reads at once decides its memory: as many as the run has, as far as they are there.
        share = min(MOST_HELD, section.split.validation * rows / limit)
        data = data.model_copy(update={"split": section.split.model_copy(update={"validation": share})})
    # What is stated of answers may need more validation rows than a sample has, and labels that it lacks.
    return taken(whole_recipe.model_copy(update={"data": data, "answer": Answer()}), limit, rows)


def _with_vocabulary(recipe: Recipe, look: Look, stored_bytes: float) -> Recipe:
    """The vocabulary that the whole data would get, where its size decides: a sample's would be smaller."""
    named = recipe.model.family
    if named == "auto" or not look.texts or recipe.model.options.get("from"):
        return recipe
    fields = registry.load("models", named, field="model.family").Config.model_fields
    if "vocabulary" not in fields or recipe.model.options.get("vocabulary") is not None:
        return recipe
    from modelyard.data.features import bpe, tokens

    bytes_read = sum(len(text.encode("utf-8", "replace")) for text in look.texts)
    characters = stored_bytes * sum(map(len, look.texts)) / max(1, bytes_read)
    rule = bpe if recipe.task in ("language-modeling", "masked-language-modeling") else tokens
    size = next((size for most, size in rule.SIZES if characters <= most), rule.LARGEST)
    return recipe.model_copy(update={"model": recipe.model.model_copy(update={"vocabulary": size})})


def _beginnings(given: Sequence[str], share: float, folder: Path) -> list[Path] | None:
    """The beginnings of local text files, cut after a line; None where one of them is something else."""
    found = []
    for number, name in enumerate(given):
        path = Path(variables.fill(name)).expanduser()
        if not path.is_file() or path.suffix not in _TEXTS:
            return None
        target = folder / f"{number}-{path.name}"
        with path.open("rb") as file:
            content = file.read(max(1, int(share * path.stat().st_size)))
        end = content.rfind(b"\n") + 1
        target.write_bytes(content[: end or len(content)])
        found.append(target)
    return found
