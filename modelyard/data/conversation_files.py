"""Reading conversations from a recipe's files, and writing them with their tokens."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, BinaryIO

import numpy as np
from numpy.lib import format as npy
from numpy.typing import NDArray

from modelyard.core.errors import DataError
from modelyard.core.recipe import Recipe
from modelyard.data import splits
from modelyard.data.features.turns import Turns, Unrendered
from modelyard.data.messages import Layout, Record, Unusable, conversations_in, preferences_in
from modelyard.data.personal.masking import Masker
from modelyard.data.personal.talks import replaced
from modelyard.data.sources.base import shown
from modelyard.data.sources.source import open_source

if TYPE_CHECKING:
    from modelyard.data.conversation_checks import Verdict


@dataclass(frozen=True, slots=True)
class Read:
    """A usable record, where it stood and the split whose files it stood in."""

    place: str
    split: int
    record: Record


def sequences_of(task: str) -> int:
    """Token sequences of a record: a pair has two."""
    return 2 if task == "preference" else 1


def records(recipe: Recipe, verdict: Verdict, turns: Turns | None) -> Iterator[Read]:
    """The usable records of train, validation and test; the others go to the verdict.

    Raises: DataError for files without such columns, and with `on_bad_rows: error` for the first row that is unusable.
    """
    for split, name in enumerate(splits.NAMES):
        paths = getattr(recipe.data, name)
        if not paths:
            continue
        source = open_source(paths, recipe.data, seed=recipe.seed)
        find = preferences_in if recipe.task == "preference" else conversations_in
        layout = find(source.columns, recipe.data, str(paths[0]))
        verdict.sources.append({"split": name, **source.description, "layout": layout.text})
        for batch in source.batches(4_096):
            for bad in batch.bad:
                verdict.unusable(bad.place, bad.rule, verdict.without_personal(bad.content))
            columns = [batch.rows[name] for name in layout.columns]
            for i, place in enumerate(batch.places):
                verdict.read += 1
                row = {name: column[i] for name, column in zip(layout.columns, columns, strict=True)}
                found = _read(row, layout, place, verdict, turns)
                if found is not None:
                    yield Read(place, split, found)


def _read(row: dict[str, Any], layout: Layout, place: str, verdict: Verdict, turns: Turns | None) -> Record | None:
    try:
        record = layout.read(row)
        if turns is not None:
            _refuse_specials(record, turns)
        if verdict.masker is not None:
            record = _replaced(record, place, verdict, verdict.masker)
    except Unusable as error:
        content = verdict.without_personal(json.dumps(row, ensure_ascii=False, default=str))
        if verdict.strict:
            raise DataError(
                str(error), where=place, got=shown(content), remedy="Mend the row, or set data.on_bad_rows: drop."
            ) from error
        verdict.unusable(place, str(error), shown(content))
        return None
    return record


def _replaced(record: Record, place: str, verdict: Verdict, masker: Masker) -> Record:
    """The record without its personal data. Raises: Unusable where two answers are then the same."""
    found, counts = replaced(record, masker)
    if counts:
        verdict.personal.add(" and ".join(record), counts, place)
    if "chosen" in found and found["chosen"] == found["rejected"]:
        raise Unusable("chosen and rejected differ in personal data alone")
    return found


def _refuse_specials(record: Record, turns: Turns) -> None:
    for messages in record.values():
        for message in messages:
            name = turns.special_in(message["content"])
            if name is not None:
                raise Unusable(f"a message holds the tokenizer's special token {name}")


class Writer(AbstractContextManager["Writer"]):
    """Writes records and tokens as they come; arrays are closed when the last one is in."""

    def __init__(self, directory: Path, turns: Turns, *, pairs: bool) -> None:
        self._directory, self._turns, self._pairs = directory, turns, pairs
        self._lines: list[int] = []
        self._ends: list[int] = []
        self._tokens = 0
        self._content = hashlib.sha256()
        self.first: dict[str, Any] = {}

    def __enter__(self) -> Writer:
        self._text: BinaryIO = (self._directory / "conversations.jsonl").open("wb")
        self._ids: BinaryIO = (self._directory / "tokens.raw").open("wb")
        return self

    def add(self, read: Read, verdict: Verdict) -> None:
        """Write a record, unless the template does not take it: then it goes to the verdict."""
        record = read.record
        try:
            if self._pairs:
                both = [[*record["prompt"], *record[name]] for name in ("chosen", "rejected")]
                found = self._turns.encode(both, last_only=True)
            else:
                found = self._turns.encode([record["messages"]])
        except Unrendered as error:
            rule = f"the chat template refuses it: {error}"
            if verdict.strict:
                raise DataError(
                    rule, where=read.place, remedy="Mend the row, or set data.on_bad_rows: drop."
                ) from error
            verdict.unusable(read.place, rule, shown(json.dumps(record, ensure_ascii=False)))
            return
        self.first = self.first or dict(record)
        line = json.dumps({"place": read.place, **record}, ensure_ascii=False).encode() + b"\n"
        self._lines.append(self._text.tell())
        self._text.write(line)
        self._content.update(json.dumps(record, ensure_ascii=False).encode())
        self._ids.write(found.ids.astype("<i4").tobytes())
        self._ends += (found.offsets[1:] + self._tokens).tolist()
        self._tokens += len(found.ids)
        verdict.add(read, found)

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._text.close()
        self._ids.close()
        if kind is not None:
            return
        np.save(self._directory / "lines.npy", np.array(self._lines, dtype=np.int64), allow_pickle=False)
        np.save(self._directory / "offsets.npy", np.array([0, *self._ends], dtype=np.int64), allow_pickle=False)
        raw = self._directory / "tokens.raw"
        with (self._directory / "tokens.npy").open("wb") as file, raw.open("rb") as ids:
            npy.write_array_header_1_0(file, {"descr": "<i4", "fortran_order": False, "shape": (self._tokens,)})
            while block := ids.read(1 << 22):
                file.write(block)
        raw.unlink()

    def fingerprint(self, assignment: NDArray[np.int8], turns: str) -> str:
        """Of the records, their splits and how they are rendered; neither paths nor times."""
        parts = [self._content.hexdigest(), hashlib.sha256(assignment.tobytes()).hexdigest(), turns]
        return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def describe_turns(turns: Turns) -> str:
    """A digest of the tokenizer and its template."""
    tokenizer = turns.tokenizer
    return hashlib.sha256((tokenizer.content + "\0" + tokenizer.settings).encode()).hexdigest()
