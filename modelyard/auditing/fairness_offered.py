"""Where no protected attribute is named: columns and words that may be one are offered, and nothing is judged."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import Any

from modelyard.auditing.groups_suspected import Suspect, suspected_columns, suspected_words
from modelyard.core import exhibit
from modelyard.core.exhibit import Exhibit
from modelyard.core.words import percent, printable
from modelyard.data.values import text
from modelyard.inference.subject import Subject

MOST_CHARACTERS = 400_000  # that are looked through for words: a fifth of a second


def offered(subject: Subject) -> Exhibit:
    """What the user may want to name in `audit.protected`."""
    columns = suspected_columns(_columns(subject))
    words = suspected_words(_texts(subject))
    if not columns and not words:
        sentence = "fairness is not examined: no protected attribute is named, and none is seen in the data"
        return Exhibit(name="fairness", stage="audit", title="Fairness", summary=sentence, limits=(sentence,))
    named = [suspect.column for suspect in columns]
    said = []
    if named:
        said.append(f"{', '.join(printable(name, 30) for name in named[:6])} may be protected")
    if words:
        said.append(f"texts have words of {', '.join(suspect.attribute for suspect in words)}")
    sentence = f"fairness is not examined, no protected attribute is named: {'; '.join(said)}"
    blocks = [
        exhibit.table(
            ["where", "may stand for", "why"],
            [_row(suspect) for suspect in (*columns, *words)],
            title="What may be protected",
        ),
        exhibit.text(
            "Seen by names, values and words only: nothing here is taken as fact. To examine a column: modelyard audit "
            f"RUN --protected {','.join(named) or 'COLUMN'}, or in the recipe audit: {{protected: [...]}}.",
            quiet=True,
        ),
    ]
    return Exhibit(
        name="fairness",
        stage="audit",
        title="Fairness",
        summary=sentence,
        blocks=tuple(blocks),
        limits=(sentence,),
        detail={"suspected": named, "words": [suspect.attribute for suspect in words]},
    )


def _row(suspect: Suspect) -> list[str]:
    where = suspect.column or f"texts ({percent(suspect.share)})"
    return [where, suspect.attribute, suspect.why]


def _columns(subject: Subject) -> Mapping[str, Mapping[str, int]]:
    """Every column that was read but the target, with its most frequent values."""
    target = subject.bundle.schema.target
    profile: list[Any] = subject.bundle.profile.get("columns", [])
    return {
        item["name"]: {str(value): int(count) for value, count in item.get("counts", {}).items()}
        for item in profile
        if target is None or item["name"] != target.name
    }


def _texts(subject: Subject) -> list[str]:
    columns = [column.name for column in subject.bundle.schema.inputs if column.kind == "text"]
    rows = subject.known().rows
    texts = [text(cell) or "" for name in columns for cell in rows[name]]
    random.Random(0).shuffle(texts)
    kept, size = [], 0
    for one in texts:
        if size > MOST_CHARACTERS:
            break
        kept.append(one)
        size += len(one)
    return kept
