"""Prepared conversations: rows of messages (or of a prompt, its chosen and its rejected answer), their tokens, splits.

```
conversations.json     counts, schema, findings, fingerprint
conversations.jsonl    a record a line: {"place", "messages"} or {"place", "prompt", "chosen", "rejected"}
lines.npy  splits.npy  where each line begins; the split of each record
tokens.npy offsets.npy the tokens of every sequence (a conversation; two of a pair), what is given as ~id
```
Memory while preparing: some 40 bytes a record, and up to 4,000 characters of each while near copies are looked for.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from modelyard.core import durable
from modelyard.core.errors import DataError
from modelyard.core.features import Tokens
from modelyard.core.recipe import Recipe
from modelyard.core.schema import Column, Rows, Schema
from modelyard.data import splits
from modelyard.data.bundle import SOURCES
from modelyard.data.conversation_checks import Verdict, deal
from modelyard.data.conversation_copies import texts_of
from modelyard.data.conversation_files import Writer, describe_turns, records, sequences_of
from modelyard.data.described import Described
from modelyard.data.features.turns import Turns
from modelyard.data.messages import Record
from modelyard.data.personal.rows import masker_of
from modelyard.data.sources import identity

__all__ = ["Conversations", "prepare_conversations"]

FORMAT = 1
SAMPLE_BYTES = 4_000_000
COLUMNS = {"instruction": ("messages",), "preference": ("prompt", "chosen", "rejected")}


@dataclass(frozen=True, kw_only=True, slots=True)
class Conversations(Described):
    """Prepared conversations in a directory. `bytes` are the UTF-8 bytes of the answers by split.

    `counts` add up: read = train + validation + test + the dropped by reason.
    """

    description: ClassVar[str] = "conversations.json"
    format: ClassVar[int] = FORMAT
    noun: ClassVar[str] = "conversations"

    bytes: dict[str, int]

    @classmethod
    def more(cls, data: dict[str, Any]) -> dict[str, Any]:
        """Bytes."""
        return {"bytes": data["bytes"]}

    def index(self, split: str) -> NDArray[np.int64]:
        """The numbers of a split's records."""
        return np.flatnonzero(self._array("splits") == splits.NAMES.index(split))

    def tokens(self) -> Tokens:
        """All sequences in the order of the records, on disk; a pair's chosen answer before its rejected one."""
        return Tokens(self._array("tokens"), np.asarray(self._array("offsets")))

    def records(self, index: Sequence[int] | NDArray[np.int64]) -> Iterator[tuple[str, Record]]:
        """The records of these numbers with their places."""
        lines = self._array("lines")
        with (self.path / "conversations.jsonl").open("rb") as file:
            for number in np.asarray(index).tolist():
                file.seek(int(lines[number]))
                record = json.loads(file.readline())
                yield record.pop("place"), record

    def rows(self, split: str) -> Rows:
        """As `Bundle.rows`, of as many records as memory holds easily."""
        return self.sample(split, SAMPLE_BYTES)[0]

    def sample(self, split: str, most_bytes: int) -> tuple[Rows, list[str]]:
        """Records of a split, about `most_bytes` of answers, drawn at random, in the order of the data; their places.

        The same for the same data.
        """
        index = self.sampled(split, most_bytes)
        rows: dict[str, list[Any]] = {column.name: [] for column in self.schema.inputs}
        places = []
        for place, record in self.records(index):
            places.append(place)
            for name, cells in rows.items():
                cells.append(record[name])
        return rows, places

    def sampled(self, split: str, most_bytes: int) -> NDArray[np.int64]:
        """The numbers of the records that `sample` draws."""
        index = self.index(split)
        share = most_bytes / max(1, self.bytes[split])
        if share >= 1:
            return index
        kept = max(1, round(share * len(index)))
        return np.sort(np.random.default_rng(0).permutation(index)[:kept])

    def _array(self, name: str) -> NDArray[Any]:
        found: NDArray[Any] = np.load(self.path / f"{name}.npy", mmap_mode="r", allow_pickle=False)
        return found


def prepare_conversations(
    recipe: Recipe,
    directory: Path,
    turns: Turns,
    progress: Callable[[str, float], None] = lambda text, share: None,
    *,
    context: int,
) -> Conversations:
    """Read, check, tokenize and deal the recipe's conversations, and write `directory` durably.

    Raises: DataError for data that cannot be used, with the place of the first row; RunError when the disk is full.
    """
    progress("looking at the files", 0.0)
    known = identity.take(recipe.data)
    masker = masker_of(recipe.data.personal, COLUMNS[recipe.task], directory.parent)
    verdict = Verdict(recipe, context, masker)
    with durable.new_directory(directory, manifest={"kind": "conversations", "format": FORMAT}) as temporary:
        with Writer(temporary, turns, pairs=recipe.task == "preference") as writer:
            for read in records(recipe, verdict, turns):
                writer.add(read, verdict)
                if verdict.read % 5_000 == 0:
                    progress(f"{verdict.read:,} rows read", 0.3)
        if masker is not None:
            masker.save(temporary)
        dealt = deal(recipe, verdict, lambda: texts_of(temporary / "conversations.jsonl"))
        np.save(temporary / "splits.npy", dealt.assignment, allow_pickle=False)
        verdict.findings.write(temporary / "findings.csv")
        description = _describe(recipe, verdict, dealt.assignment, writer, turns)
        durable.write_json(temporary / Conversations.description, description)
        durable.write_json(temporary / SOURCES, known)
        identity.check_unchanged(known)
    progress("data is ready", 1.0)
    return Conversations.open(directory)


def _describe(
    recipe: Recipe, verdict: Verdict, assignment: NDArray[np.int8], writer: Writer, turns: Turns
) -> dict[str, Any]:
    sizes = np.array(verdict.sizes, dtype=np.int64)
    counts = {name: int((assignment == i).sum()) for i, name in enumerate(splits.NAMES)}
    if not counts["train"]:
        raise DataError(
            "no conversation is left to train on",
            where=recipe.data.train[0],
            remedy="Look at the findings, or lower data.split.",
        )
    columns = tuple(
        Column(name=name, kind="messages", example=writer.first[name]) for name in COLUMNS[recipe.task] if writer.first
    )
    return {
        "format": FORMAT,
        "task": recipe.task,
        "schema": Schema(inputs=columns).to_json(),
        "findings": [finding.to_json() for finding in verdict.findings.all],
        "fingerprint": writer.fingerprint(assignment, describe_turns(turns)),
        "counts": {"read": verdict.read, **counts, **verdict.dropped},
        "bytes": {name: int(sizes[assignment == i].sum()) for i, name in enumerate(splits.NAMES)},
        "sequences": sequences_of(recipe.task),
        "sources": verdict.sources,
        "licence": recipe.data.licence,
    }
