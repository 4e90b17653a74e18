"""A part of a corpus: some megabytes of documents, cleaned, cut into sections, hashed and written; the unit of restart.

Files of part 7: `part-00007.parquet` (sections and places), `.npz` (document, key and bytes of each section), for near
duplicates `.signatures.npy`, and last `.json`, whose presence says that the part is whole.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.core import durable
from modelyard.core.errors import RunError
from modelyard.core.recipe import Clean
from modelyard.core.schema import Column
from modelyard.data import cleaning, duplicates, values
from modelyard.data.personal.masking import Masker
from modelyard.data.store import PLACE, SplitWriter, arrow

CHARACTERS = 4_000_000  # of a part, before cleaning
_GROUP_CHARACTERS = 1_000_000  # of a row group, which is what one random read costs
COLUMN = Column(name="text", kind="text")
_EXAMPLES = 10


def name(index: int) -> str:
    """The files of a part begin so."""
    return f"part-{index:05d}"


def digest(settings: str, documents: Sequence[tuple[str, str, int]]) -> str:
    """What a part is made from: the settings, and each text with its document's number."""
    found = hashlib.blake2b(settings.encode(), digest_size=16)
    for text, _, document in documents:
        data = text.encode("utf-8", "surrogatepass")
        found.update(f"{document} {len(data)}\n".encode())
        found.update(data)
    return found.hexdigest()


def read_state(directory: Path, index: int) -> dict[str, Any] | None:
    """What the part's json says; None where it is not whole."""
    try:
        state: dict[str, Any] = json.loads((directory / f"{name(index)}.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return state


def make(task: dict[str, Any]) -> dict[str, Any]:
    """Clean, cut, hash and write the documents of one part; returns its state.

    `task`: directory, index, input (its digest), split, source, rules, edges, most (characters of a section), near,
    documents (text, place, number).
    """
    rules = Clean.model_validate(task["rules"])
    edges = frozenset(task["edges"])
    counts: Counter[str] = Counter()
    examples: dict[str, list[str]] = {}
    texts: list[str] = []
    places: list[str] = []
    owners: list[int] = []
    masker = Masker.from_json(task["personal"]) if "personal" in task else None
    for text, place, document in task["documents"]:
        before = counts.copy()
        cleaned = cleaning.clean(values.encodable(text), rules, edges, counts)
        if masker is not None:
            found_kinds: Counter[str] = Counter()
            cleaned = masker.text(cleaned, counts=found_kinds)
            counts["personal"] += found_kinds.total()
        for rule in counts:
            if counts[rule] > before[rule] and len(examples.setdefault(rule, [])) < _EXAMPLES:
                examples[rule].append(place)
        found = [section for section in cleaning.sections(cleaned, task["most"]) if not section.isspace()]
        counts["empty"] += not found
        texts += found
        places += [place] * len(found)
        owners += [document] * len(found)
    directory, stem = Path(task["directory"]), name(task["index"])
    forms = [values.same_text_key(text) for text in texts]
    keys = [_key(form) for form in forms]
    sizes = np.array([len(text.encode()) for text in texts], dtype=np.int64)
    if task["near"]:
        durable.write_file(directory / f"{stem}.signatures.npy", lambda path: save_array(path, _signatures(forms)))
    content = _write_texts(directory / f"{stem}.parquet", texts, places)
    arrays = (np.array(owners, np.int64), np.array(keys, np.uint64), sizes)
    durable.write_file(directory / f"{stem}.npz", lambda path: _save_all(path, *arrays))
    state = {
        "input": task["input"],
        "split": task["split"],
        "source": task["source"],
        "sections": len(texts),
        "bytes": int(sizes.sum()),
        "content": content,
        "counts": dict(counts),
        "examples": examples,
    }
    durable.write_json(directory / f"{stem}.json", state)
    return state


def _key(form: str) -> int:
    """64 bits that two sections share when they count as the same text."""
    return int.from_bytes(hashlib.blake2b(form.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def load(directory: Path, index: int, what: str) -> NDArray[Any]:
    """One of the arrays of a part: documents, keys or bytes."""
    with np.load(directory / f"{name(index)}.npz", allow_pickle=False) as held:
        array: NDArray[Any] = held[what]
        return array


def signatures(directory: Path, index: int) -> NDArray[np.uint32]:
    """The MinHash signatures of a part's sections, [N, PERMUTATIONS], mapped."""
    held: NDArray[np.uint32] = np.load(directory / f"{name(index)}.signatures.npy", mmap_mode="r", allow_pickle=False)
    return held


def shingle_width(form: str) -> int:
    """The width of the shingles by which a section is compared, told from itself alone."""
    return duplicates.shingle_width([form[:1_000]])


def read(directory: Path, index: int, wanted: NDArray[np.bool_]) -> Iterator[tuple[str, str]]:
    """The (text, place) of the wanted sections of a part, a row group in memory at a time.

    Raises: RunError where the file is damaged.
    """
    pa, pq = arrow()
    path = directory / f"{name(index)}.parquet"
    try:
        file = pq.ParquetFile(path)
        start = 0
        for group in range(file.num_row_groups):
            stop = start + file.metadata.row_group(group).num_rows
            rows = np.flatnonzero(wanted[start:stop])
            if len(rows):
                table = file.read_row_group(group).take(pa.array(rows))
                yield from zip(table.column(COLUMN.name).to_pylist(), table.column(PLACE).to_pylist(), strict=True)
            start = stop
    except (pa.ArrowException, OSError) as error:
        raise RunError(
            f"the prepared text cannot be read ({str(error).splitlines()[0][:200]})",
            where=str(path),
            remedy="Remove the directory it stands in and give the same command again.",
        ) from error


def places(directory: Path, index: int, wanted: NDArray[np.bool_]) -> list[str]:
    """The places of the wanted sections of a part."""
    pa, pq = arrow()
    column = pq.read_table(directory / f"{name(index)}.parquet", columns=[PLACE]).column(PLACE)
    found: list[str] = column.take(pa.array(np.flatnonzero(wanted))).to_pylist()
    return found


def _signatures(forms: Sequence[str]) -> NDArray[np.uint32]:
    """A section too short to compare has a signature of its own, so that it is like no other."""
    result = np.zeros((len(forms), duplicates.PERMUTATIONS), dtype=np.uint32)
    widths = [shingle_width(form) for form in forms]
    for width in sorted(set(widths)):
        rows = [i for i, form in enumerate(forms) if widths[i] == width and len(form) >= duplicates.SHORTEST]
        if rows:
            result[rows] = duplicates.signatures([forms[i] for i in rows], width)
    for i, form in enumerate(forms):
        if len(form) < duplicates.SHORTEST:
            wide = hashlib.shake_128(form.encode()).digest(4 * duplicates.PERMUTATIONS)
            result[i] = np.frombuffer(wide, dtype=np.uint32)
    return result


def _write_texts(path: Path, texts: Sequence[str], places: Sequence[str]) -> str:
    content = ""

    def write(temporary: Path) -> None:
        nonlocal content
        writer = SplitWriter(temporary, (COLUMN,))
        start = 0
        while start < len(texts) or not writer.rows:
            stop, size = start, 0
            while stop < len(texts) and size < _GROUP_CHARACTERS:
                size += len(texts[stop])
                stop += 1
            writer.write({COLUMN.name: texts}, places, np.arange(start, stop))
            start = stop
            if start >= len(texts):
                break
        content = writer.close()

    durable.write_file(path, write)
    return content


def save_array(path: Path, array: NDArray[Any]) -> None:
    """Write one array as .npy."""
    with path.open("wb") as file:
        np.save(file, array, allow_pickle=False)


def _save_all(path: Path, documents: NDArray[np.int64], keys: NDArray[np.uint64], sizes: NDArray[np.int64]) -> None:
    with path.open("wb") as file:
        np.savez(file, documents=documents, keys=keys, bytes=sizes)
