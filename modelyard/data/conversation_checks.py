"""What is wrong with conversations, which of them stand twice, and the split of each."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from modelyard.core.errors import DataError
from modelyard.core.features import Tokens
from modelyard.core.recipe import Recipe, Split
from modelyard.data import duplicates, splits
from modelyard.data.conversation_copies import link_copies
from modelyard.data.conversation_files import sequences_of
from modelyard.data.findings import MOST_ROWS, Findings, amount, be
from modelyard.data.messages import Record
from modelyard.data.personal.rows import Seen, report
from modelyard.data.values import same_text_key

if TYPE_CHECKING:
    from modelyard.data.conversation_files import Read
    from modelyard.data.personal.masking import Masker

# Where the recipe states no shares: 100 conversations where a tenth is as many, and no more than 2,000.
HELD_OUT_SHARE, HELD_OUT, MOST_HELD_OUT = 0.1, 100, 2_000
LEAST_SHARE = 0.05
_EFFECTS = "Nothing is learned from what is left out."


@dataclass(frozen=True, slots=True)
class Dealt:
    """The split of every record, DROPPED where it has none."""

    assignment: NDArray[np.int8]


class Verdict:
    """What is noted of each record while it is read, and the findings that come of it."""

    def __init__(self, recipe: Recipe, context: int | None, masker: Masker | None = None) -> None:
        self.recipe, self.context, self.masker = recipe, context, masker
        self.personal = Seen()
        self.strict = recipe.data.on_bad_rows == "error"
        self.findings = Findings()
        self.sources: list[dict[str, Any]] = []
        self.read = 0
        self.places: list[str] = []
        self.given: list[int] = []
        self.keys: list[int] = []
        self.prompts: list[int] = []
        self.sizes: list[int] = []
        self.dropped: dict[str, int] = {}
        self._bad: dict[str, list[tuple[str, str]]] = {}
        self._counts: dict[str, int] = {}
        self._long: list[tuple[str, str]] = []

    def without_personal(self, content: str) -> str:
        """A row as findings show it."""
        return content if self.masker is None else self.masker.text(content)

    def unusable(self, place: str, rule: str, content: str) -> None:
        """A row that is left out, and why."""
        self._counts[rule] = self._counts.get(rule, 0) + 1
        held = self._bad.setdefault(rule, [])
        if len(held) < MOST_ROWS:
            held.append((place, content))

    def add(self, read: Read, tokens: Tokens | None) -> None:
        """A usable record and its tokens, where there is a tokenizer yet."""
        whole, prompt = _keys(read.record)
        self.places.append(read.place)
        self.given.append(read.split)
        self.keys.append(whole)
        self.prompts.append(prompt)
        self.sizes.append(sum(len(m["content"].encode()) for m in answers_of(read.record)))
        if tokens is not None and self.context is not None:
            longest = int(tokens.lengths.max())
            if longest - 1 > self.context:
                self._long.append((read.place, f"{longest:,} tokens"))

    def finish(self) -> None:
        """Add the findings of single rows. Raises: DataError where no row is usable."""
        total = sum(self._counts.values())
        self.dropped["dropped_unusable"] = total
        if not self.keys:
            rule = next(iter(self._bad), "there are no rows")
            place, content = self._bad.get(rule, [(str(self.recipe.data.train[0]), "")])[0]
            raise DataError(
                f"no row is a conversation; the first: {rule}",
                where=place,
                got=content,
                remedy='For example: {"messages": [{"role": "user", "content": "Hi"}, '
                '{"role": "assistant", "content": "Hello"}]}.',
            )
        for rule, count in sorted(self._counts.items(), key=lambda item: -item[1]):
            self.findings.add(
                "unusable",
                "warning",
                f"{amount(count, 'row')}: {rule}",
                effect=_EFFECTS,
                remedy="left out (data.on_bad_rows: error stops at the first)",
                rows=self._bad[rule],
                count=count,
            )
        report(self.personal, self.findings, mode=self.recipe.data.personal, looked=self.read, of=self.read)
        if self._long:
            pairs = sequences_of(self.recipe.task) == 2
            self.findings.add(
                "too_long",
                "warning" if pairs else "info",
                f"{amount(len(self._long), 'conversation')} {be(len(self._long))} longer than the {self.context:,} "
                "tokens that the model reads",
                effect="The beginning of the prompt is not seen." if pairs else "An answer may not see all before it.",
                remedy="cut at the beginning (model.max_length)"
                if pairs
                else "read in overlapping windows, every answer's tokens once (model.max_length)",
                rows=self._long,
            )


def answers_of(record: Record) -> list[dict[str, str]]:
    """The answers that are learned from: all of a conversation, both of a pair."""
    if "messages" in record:
        return [message for message in record["messages"] if message["role"] == "assistant"]
    return [*record["chosen"], *record["rejected"]]


def deal(recipe: Recipe, verdict: Verdict, texts: Callable[[], Sequence[str]]) -> Dealt:
    """Keep the first of equal conversations; those that begin with one question, or are nearly the same, share a split.

    What validation or test files hold is left out of train; given files stay whole. Adds findings.
    """
    verdict.finish()
    given = np.array(verdict.given, dtype=np.int8)
    keys = np.array(verdict.keys, dtype=np.uint64)
    prompts = np.array(verdict.prompts, dtype=np.uint64)
    assignment = given.copy()
    order = np.lexsort((np.arange(len(given)), -given))  # what stands in a later split is never trained on
    _, first, inverse = np.unique(keys[order], return_index=True, return_inverse=True)
    kept = np.empty(len(keys), dtype=np.int64)
    kept[order] = order[first[inverse]]
    again = np.flatnonzero((kept != np.arange(len(keys))) & (given == splits.TRAIN))
    if recipe.data.deduplicate == "none":
        again = again[given[kept[again]] != splits.TRAIN]  # what a test file holds is never trained on
    assignment[again] = splits.DROPPED
    verdict.dropped["dropped_duplicates"] = len(again)
    if len(again):
        verdict.findings.add(
            "duplicates",
            "info",
            f"{amount(len(again), 'conversation')} {'stands' if len(again) == 1 else 'stand'} twice",
            effect="A model learns repeats by heart, and a test on them says nothing.",
            remedy="the first is kept",
            rows=[(verdict.places[i], f"like {verdict.places[kept[i]]}") for i in again.tolist()],
        )
    links = link_copies(verdict, assignment, texts) if recipe.data.deduplicate == "near" else []
    rows = np.flatnonzero(assignment == splits.TRAIN)
    shares = _shares(recipe, len(rows))
    if len(rows) and any(shares.values()):
        groups = np.unique(duplicates.groups(prompts, links)[rows], return_inverse=True)[1].astype(np.int64)
        dealt = splits.deal(groups, np.zeros(len(rows), dtype=np.int64), **shares, seed=recipe.seed)
        assignment[rows] = dealt
    return Dealt(assignment)


def _shares(recipe: Recipe, count: int) -> dict[str, float]:
    usual = min(HELD_OUT_SHARE, max(LEAST_SHARE, HELD_OUT / max(1, count)), MOST_HELD_OUT / max(1, count))
    shares = {}
    for name in ("validation", "test"):
        stated = getattr(recipe.data.split, name)
        given = getattr(recipe.data, name)
        # A default that suits rows would take a third of the conversations away.
        shares[name] = 0.0 if given else stated if stated != Split.model_fields[name].default else usual
    return shares


def _keys(record: Record) -> tuple[int, int]:
    """Of the whole record and of what is asked first, whatever the blanks and the case."""
    messages = record.get("messages") or [*record["prompt"], *record["chosen"], *record["rejected"]]
    first = next(i for i, message in enumerate(messages) if message["role"] == "assistant")
    return _key(messages), _key(messages[:first])


def _key(messages: list[dict[str, str]]) -> int:
    text = "\0".join(f"{message['role']}\0{same_text_key(message['content'])}" for message in messages)
    return int.from_bytes(hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")
