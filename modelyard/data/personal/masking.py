"""Personal data replaced before training and before answering alike: by its kind, or by a pseudonym of its own.

A masker travels with the model (`personal.json`), so that what is served is what was trained. The key of pseudonyms
does not: it stays in the run's private folder, and whoever serves the model elsewhere brings it.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from modelyard.core.errors import ArtifactError
from modelyard.data.personal.detect import again, find, tells
from modelyard.data.personal.spans import WORDS, Span, resolve

# Raised whenever the detector finds otherwise: what a model reads must be what it learnt from.
FILE, VERSION = "personal.json", 2
KEY_FILE, KEY_VARIABLE = "private/personal.key", "MODELYARD_PERSONAL_KEY"
# Bytes of the key, and hexadecimal digits of a pseudonym: of four, 300 values already shared one every other time.
KEY_BYTES, SHOWN = 32, 8
# A run's key is looked for in so many folders: that of a shadow model is run/evidence/.shadows/000/models/FAMILY.
_LEVELS = 6
# What is replaced can bring other words together; more than one pass in practice changes nothing.
_MOST_PASSES = 3
# Values of a conversation that are looked for again: each is one more pass over what follows.
_MOST_KNOWN = 300


@dataclass(frozen=True, kw_only=True, slots=True)
class Masker:
    """`columns` are those whose cells it replaces; `key` is there in the mode pseudonymise alone."""

    mode: str
    columns: tuple[str, ...]
    key: bytes = field(default=b"", repr=False)

    def text(
        self, text: str, column: str = "", counts: Counter[str] | None = None, known: dict[str, str] | None = None
    ) -> str:
        """The text without the personal data that is found in it; doing it again changes nothing.

        `known` values by kind are replaced wherever they stand, and what is found is added to them.
        """
        for _ in range(_MOST_PASSES):
            spans = find(text, column=column)
            if known is not None:
                spans = resolve([*spans, *again(text, known)])
                found = ((text[span.start : span.stop], span.kind) for span in spans if tells(text, span))
                known.update(islice(found, max(0, _MOST_KNOWN - len(known))))
            if not spans:
                break
            if counts is not None:
                counts.update(span.kind for span in spans)
            text = self._replaced(text, spans)
        return text

    def cells(self, cells: Sequence[Any], column: str) -> list[Any]:
        """A column's cells; what is no text stays."""
        return [self.text(cell, column) if isinstance(cell, str) else cell for cell in cells]

    def rows(self, rows: Mapping[str, Any]) -> dict[str, Any]:
        """Rows by column."""
        return {name: self.cells(cells, name) if name in self.columns else cells for name, cells in rows.items()}

    def row(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """One row."""
        return {
            name: self.text(cell, name) if name in self.columns and isinstance(cell, str) else cell
            for name, cell in row.items()
        }

    def _replaced(self, text: str, spans: Sequence[Span]) -> str:
        parts, last = [], 0
        for span in spans:
            parts += [text[last : span.start], self._instead(text[span.start : span.stop], span.kind)]
            last = span.stop
        return "".join([*parts, text[last:]])

    def _instead(self, value: str, kind: str) -> str:
        if self.mode == "mask":
            return f"〔{WORDS[kind]}〕"
        digest = hmac.new(self.key, f"{kind}\0{_plain(value, kind)}".encode("utf-8", "replace"), hashlib.sha256)
        return f"〔{WORDS[kind]}-{digest.hexdigest()[:SHOWN]}〕"

    def to_json(self) -> dict[str, Any]:
        """For a worker that is spoken to by a pipe, and for digests; the key is in it, so it is never written."""
        return {"version": VERSION, "mode": self.mode, "columns": list(self.columns), "key": self.key.hex()}

    @classmethod
    def from_json(cls, state: Mapping[str, Any]) -> Masker:
        """The inverse of `to_json`."""
        return cls(mode=state["mode"], columns=tuple(state["columns"]), key=bytes.fromhex(state["key"]))

    def save(self, directory: Path) -> None:
        """Write `personal.json`: what is replaced, and by which key, never the key."""
        state = {"version": VERSION, "mode": self.mode, "columns": list(self.columns)}
        if self.key:
            state["key"] = _mark(self.key)
        (directory / FILE).write_text(json.dumps(state, ensure_ascii=False), encoding="utf-8")

    @classmethod
    def load(cls, directory: Path) -> Masker | None:
        """The masker that travels with a model; None where its data was taken as it is.

        Raises: ArtifactError where it is of another version, or where the key of its pseudonyms is not here.
        """
        state = _state(directory)
        if state is None:
            return None
        key = _read(given_key(directory, state["key"])) if state["mode"] == "pseudonymise" else b""
        return cls(mode=state["mode"], columns=tuple(state["columns"]), key=key)


def _state(directory: Path) -> dict[str, Any] | None:
    file = directory / FILE
    if not file.is_file():
        return None
    state: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    if state["version"] != VERSION:
        raise ArtifactError(
            "this model's personal data was replaced by another version of the detector",
            where=str(file),
            got=state["version"],
            remedy="Train it again, or serve it with the version that trained it.",
        )
    return state


def _mark(key: bytes) -> str:
    """What tells a key from others without giving it away."""
    return hmac.new(key, b"which key", hashlib.sha256).hexdigest()[:16]


def _plain(value: str, kind: str) -> str:
    """One form of a value, however it is written: a number's digits, a name in lower case."""
    text = unicodedata.normalize("NFKC", value).casefold()
    if kind in ("phone", "card", "iban", "identity"):
        return "".join(sign for sign in text if sign.isalnum())
    return " ".join(text.split())


def kept_key(run: Path) -> bytes:
    """The key of a run (or that which the environment names), made where there is none; its owner alone may read it."""
    return secret(next(_key_files(run), run / KEY_FILE))


def secret(file: Path) -> bytes:
    """The random key in a file that its owner alone may read; made where there is none."""
    if not file.is_file():
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        temporary = file.with_suffix(f".{secrets.token_hex(4)}")
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as stream:
            stream.write(secrets.token_hex(KEY_BYTES))
            stream.flush()
            os.fsync(stream.fileno())
        temporary.rename(file)
    return _read(file)


def given_key(directory: Path, mark: str) -> Path:
    """The file of the key that is marked so: the one that the environment names, or that of the run `directory` is in.

    Raises: ArtifactError where neither is there, or both are other keys.
    """
    files = [file for file in _key_files(directory) if file.is_file()]
    if not files:
        raise ArtifactError(
            "this model reads pseudonyms, and their key is not here",
            where=str(directory),
            remedy=f"Copy {KEY_FILE} of the run that trained it to a safe place, and name it: {KEY_VARIABLE}=FILE.",
        )
    found = next((file for file in files if _mark(_read(file)) == mark), None)
    if found is None:
        raise ArtifactError(
            "this is not the key of the pseudonyms that the model reads",
            where=str(files[0]),
            remedy=f"Name {KEY_FILE} of the run that trained it: {KEY_VARIABLE}=FILE.",
        )
    return found


def brought(directory: Path) -> dict[str, str]:
    """What another process needs in its environment to read as the model in `directory` does elsewhere."""
    state = _state(directory)
    if state is None or state["mode"] != "pseudonymise":
        return {}
    return {KEY_VARIABLE: str(given_key(directory, state["key"]).resolve())}


def _key_files(directory: Path) -> Iterator[Path]:
    """Where the key may be, the one that is named first."""
    named = os.environ.get(KEY_VARIABLE)
    if named:
        yield Path(named)
    above = (directory.resolve(), *directory.resolve().parents)[:_LEVELS]
    yield from (one / KEY_FILE for one in above if (one / KEY_FILE).is_file())


def _read(file: Path) -> bytes:
    try:
        key = bytes.fromhex(file.read_text(encoding="ascii").strip())
    except (OSError, ValueError) as error:
        raise ArtifactError(f"the key of pseudonyms cannot be read ({error})", where=str(file)) from error
    if len(key) < KEY_BYTES:
        raise ArtifactError("the key of pseudonyms is too short", where=str(file), got=f"{len(key)} bytes")
    return key
