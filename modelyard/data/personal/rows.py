"""Personal data in a run's rows: replaced before anything is made of them, and told of without the values."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from modelyard.data.findings import Findings, amount
from modelyard.data.personal.detect import find
from modelyard.data.personal.masking import KEY_BYTES, Masker, kept_key
from modelyard.data.personal.spans import FORMED, WORDS
from modelyard.data.profile import Profile

if TYPE_CHECKING:
    from modelyard.data.held import Held
    from modelyard.data.sources import Batch

TEXTS = frozenset({"text", "category", "date"})
_NUMBERS = frozenset({"number", "vector"})
# What is looked at where nothing is replaced: a part of the sampled rows, under half a second.
_LOOKED_CHARACTERS = 300_000
_NOUNS = {
    "email": "e-mail address",
    "phone": "phone number",
    "identity": "identity number",
    "iban": "bank account",
    "card": "card number",
    "ip": "IP address",
    "credentials": "URL's password",
    "address": "street address",
    "name": "name",
    "birth_date": "birth date",
}
assert _NOUNS.keys() == WORDS.keys()
_PLACES = 1_000  # of a kind that are listed in findings.csv


@dataclass(slots=True)
class Seen:
    """How much of each kind there was, and where; never what."""

    counts: dict[str, Counter[str]] = field(default_factory=dict)  # by column
    places: dict[str, dict[str, None]] = field(default_factory=dict)  # by kind, in order, each once

    def add(self, column: str, kinds: Mapping[str, int], place: str) -> None:
        """Count what stood in one cell."""
        self.counts.setdefault(column, Counter()).update(kinds)
        for kind in kinds:
            held = self.places.setdefault(kind, {})
            if len(held) < _PLACES:
                held[place] = None

    @property
    def total(self) -> Counter[str]:
        """Over all columns."""
        return sum(self.counts.values(), Counter())


def masker_of(mode: str, columns: Collection[str], run: Path | None) -> Masker | None:
    """The masker of a run's data, None where it is kept.

    Without a run (only looked at) its pseudonyms are of a key that nobody keeps.
    """
    if mode == "keep":
        return None
    key = b""
    if mode == "pseudonymise":
        key = secrets.token_bytes(KEY_BYTES) if run is None else kept_key(run)
    return Masker(mode=mode, columns=tuple(columns), key=key)


def text_columns(profile: Profile, apart: Collection[str | None]) -> list[str]:
    """Every column that holds texts, input or not (what is told of the data shows them too), but those `apart`."""
    return [column.name for column in profile.columns if column.kind not in _NUMBERS and column.name not in apart]


def replace_in(source: Held, masker: Masker) -> Seen:
    """Let a source give its rows without their personal data from now on; what there was."""
    seen: list[Seen] = [Seen()]
    source.change(lambda batch: _masked(batch, masker, seen[0]))
    for _ in source.batches():
        pass
    found, seen[0] = seen[0], Seen()  # later passes count apart
    return found


def _masked(batch: Batch, masker: Masker, seen: Seen) -> Batch:
    """The batch without its personal data; cells, and the content of rows that could not be read."""
    rows = dict(batch.rows)
    for name in masker.columns:
        if name in rows:
            rows[name] = list(_cells(rows[name], batch.places, masker, name, seen))
    bad = [replace(row, content=masker.text(row.content)) for row in batch.bad]
    return replace(batch, rows=rows, bad=bad)


def _cells(cells: Sequence[Any], places: Sequence[str], masker: Masker, name: str, seen: Seen) -> Iterator[Any]:
    for cell, place in zip(cells, places, strict=True):
        if not isinstance(cell, str):
            yield cell
            continue
        found: Counter[str] = Counter()
        yield masker.text(cell, name, found)
        if found:
            seen.add(name, found, place)


def shown(profile: Profile, masker: Masker | None, target: str) -> dict[str, Any]:
    """What is told of the columns, also of those whose cells stay as they are: what rows are dealt by."""
    told = profile.to_json()
    if masker is None:
        return told
    for column in told["columns"]:
        if column["name"] == target:
            continue
        column["examples"] = [masker.text(one) if isinstance(one, str) else one for one in column["examples"]]
        counts: Counter[str] = Counter()
        for value, count in column["counts"].items():
            counts[masker.text(value)] += count
        column["counts"] = dict(counts)
    return told


def look(profile: Profile, columns: Sequence[str]) -> tuple[Seen, int]:
    """What stands in the sampled rows of a source, and at how many of them it was looked."""
    seen, left, rows = Seen(), _LOOKED_CHARACTERS, 0
    for row, place in enumerate(profile.sample_places):
        if left <= 0:
            break
        rows += 1
        for name in columns:
            cell = profile.sample[name][row]
            if isinstance(cell, str):
                left -= len(cell)
                kinds = Counter(span.kind for span in find(cell, column=name))
                if kinds:
                    seen.add(name, kinds, place)
    return seen, rows


def report(seen: Seen, findings: Findings, *, mode: str, looked: int, of: int) -> None:
    """One finding, with counts and places. `looked`: at how many of the `of` rows it was looked."""
    total = seen.total
    if not total:
        return
    listed = ", ".join(amount(count, _NOUNS[kind]) for kind, count in total.most_common())
    where = "" if looked == of else f" (in {looked:,} of {of:,} rows)"
    formed = any(kind in FORMED or kind in ("address", "birth_date") for kind in total)
    done = {
        "keep": "kept; data.personal: mask takes it out of the data and of requests",
        "mask": "replaced by its kind, in requests too (data.personal)",
        "pseudonymise": "replaced by pseudonyms, in requests too (data.personal)",
    }[mode]
    findings.add(
        "personal_data",
        "warning" if formed and mode == "keep" else "info",
        f"personal data: {listed}{where}",
        effect="A model may repeat it, and whoever gets the model or its golden examples gets it too."
        if mode == "keep"
        else "What was not recognised is still there: names without a word around that says so most of all.",
        remedy=done,
        columns=list(seen.counts),
        rows=((place, _NOUNS[kind]) for kind, places in seen.places.items() for place in places),
        count=sum(total.values()),
    )
