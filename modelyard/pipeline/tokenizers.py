"""Training a tokenizer by itself, and looking into one: what it holds, and how it splits a text."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from modelyard.core import durable
from modelyard.core.errors import ArtifactError, DataError, RecipeError, RunError
from modelyard.core.recipe import Data
from modelyard.core.words import counted, visible

if TYPE_CHECKING:
    from modelyard.data.features.language import LanguageTokenizer

READ_CHARACTERS = 2_000_000  # of a file that is inspected
SHOWN_CHARACTERS = 400  # of it whose tokens are shown one by one
_LONGEST = 12  # tokens shown


def train_tokenizer(
    files: Sequence[str | os.PathLike[str]],
    *,
    vocabulary: int | Literal["characters", "bytes"] | None = None,
    out: str | os.PathLike[str],
    overwrite: bool = False,
) -> list[str]:
    """Train a byte-level BPE tokenizer on texts in any format that `data.train` takes; the lines that describe it.

    Writes `tokenizer.json` and `tokenizer_config.json` into the directory `out`, as `transformers` opens them.
    Raises: RunError where `out` holds something, DataError, RecipeError.
    """
    from modelyard.data.features.language import LanguageTokenizer

    directory = Path(out)
    if directory.exists() and (not directory.is_dir() or any(directory.iterdir())) and not overwrite:
        raise RunError(
            "this place is taken",
            where=str(directory),
            remedy="Give another one with --out, or --force to write there.",
        )
    if not files:
        raise RecipeError("no file is named", where="tokenizer train", remedy="Name at least one.")
    tokenizer = LanguageTokenizer.fit(_texts(files), vocabulary)
    directory.mkdir(parents=True, exist_ok=True)
    durable.write_text(directory / "tokenizer_config.json", tokenizer.settings)
    durable.write_text(directory / "tokenizer.json", tokenizer.content)
    sample = "".join(_beginning(_texts(files)))
    return [*_about(tokenizer), *_compression(tokenizer, sample), f"wrote {directory}"]


def inspect_tokenizer(path: str | os.PathLike[str], file: str | os.PathLike[str] | None = None) -> list[str]:
    """What the tokenizer of a directory or a run holds and, of a file, its bytes per token and how its text is split.

    Raises: ArtifactError where there is no tokenizer, DataError for the file.
    """
    tokenizer, directory = open_tokenizer(Path(path))
    lines = [*_about(tokenizer), *_longest(tokenizer)]
    if file is None:
        return [*lines, *_of_the_run(directory)]
    text = "".join(_beginning(_texts([file])))
    return [*lines, *_compression(tokenizer, text), *_split(tokenizer, text)]


def open_tokenizer(path: Path) -> tuple[LanguageTokenizer, Path]:
    """The tokenizer of a run, an artifact, or a directory that `tokenizer train` or `transformers` wrote."""
    from modelyard.data.features.language import LanguageTokenizer

    for directory in (path / "artifact", path / "tokens" / "tokenizer", path):
        if (directory / "tokenizer.json").is_file():
            try:
                return LanguageTokenizer.load(directory), directory
            except RecipeError as error:  # one that no text ends with: a classifier's
                raise ArtifactError(
                    "this tokenizer is not one of a language model", where=str(directory), remedy=str(error)
                ) from error
    raise ArtifactError(
        "there is no tokenizer.json here",
        where=str(path),
        remedy="Give a run of a language model, or a directory that `modelyard tokenizer train` wrote.",
    )


def _texts(files: Sequence[str | os.PathLike[str]]) -> Iterator[str]:
    from modelyard.data.documents import Documents

    for file in files:
        for piece in Documents(os.fspath(file), Data(train=(os.fspath(file),))).pieces():
            yield piece.text


def _beginning(texts: Iterator[str]) -> Iterator[str]:
    left = READ_CHARACTERS
    for text in texts:
        yield text[:left] if text.endswith("\n") else text[:left] + "\n"
        left -= len(text)
        if left <= 0:
            return


def _about(tokenizer: LanguageTokenizer) -> list[str]:
    content = json.loads(tokenizer.content)
    special = {item["id"]: item["content"] for item in content.get("added_tokens", []) if item.get("special")}
    kind = content["model"].get("type", "?")
    lines = [f"vocabulary      {tokenizer.vocabulary:,} tokens ({kind}), {counted(len(special), 'special one')}"]
    marks = {tokenizer.end_id: "ends and begins a document", tokenizer.pad_id: "padding"}
    for identity, name in sorted(special.items()):
        note = marks.get(identity, "")
        lines.append(f"  {identity:>7,}  {visible(name)}{'   ' + note if note else ''}")
    chat = "ends turns of a conversation" if tokenizer.chat_template else "none: a conversation needs one"
    lines.append(f"chat template   {'yes' if tokenizer.chat_template else 'no'} ({chat})")
    return lines


def _longest(tokenizer: LanguageTokenizer) -> list[str]:
    """The longest tokens, as text: what the vocabulary learnt."""
    texts = sorted({tokenizer.decode([i]) for i in range(tokenizer.vocabulary)} - {""}, key=lambda t: (-len(t), t))
    # Rulers and rows of blanks are long, and say nothing.
    words = [text for text in texts if any(map(str.isalpha, text)) and "\ufffd" not in text and text[:2] != "<|"]
    return [f"longest tokens  {'  '.join(_shown(word) for word in words[:_LONGEST])}"] if words else []


def _of_the_run(directory: Path) -> list[str]:
    """Bytes per token by script as the run measured them over its training text, where it stands there."""
    state = next(
        (p for p in (directory.parent / "tokens" / "train.json", directory.parent / "train.json") if p.is_file()), None
    )
    if state is None:
        return ["give a FILE to see bytes per token and how its text is split"]
    found: dict[str, Any] = json.loads(state.read_text(encoding="utf-8"))["compression"]
    return [
        "bytes per token of the training text",
        *(_script_line(name, one["bytes"], one["tokens"]) for name, one in found.items()),
    ]


def _compression(tokenizer: LanguageTokenizer, text: str) -> list[str]:
    """By the script that most letters of a line are in."""
    from modelyard.data.scripts import scripts

    lines = [line for line in text.splitlines(keepends=True) if line.strip()]
    if not lines:
        raise DataError("there is no text in this", where="tokenizer", remedy="Name another file.")
    tokens: Counter[str] = Counter()
    sizes: Counter[str] = Counter()
    for line, count in zip(lines, tokenizer.encode(lines).lengths.tolist(), strict=True):
        script = next(iter(scripts([line[:400]])))
        tokens[script] += count
        sizes[script] += len(line.encode())
    by_size = sorted(sizes, key=lambda name: -sizes[name])
    return ["bytes per token", *(_script_line(name, sizes[name], tokens[name]) for name in by_size)]


def _script_line(name: str, size: int, tokens: int) -> str:
    return f"  {name:<12} {size / max(1, tokens):6.2f}   {size:>12,} bytes in {tokens:,} tokens"


def _split(tokenizer: LanguageTokenizer, text: str) -> list[str]:
    """The tokens of the beginning of a text with a bar between two; what is no whole character is joined as ⟨bytes⟩."""
    ids = tokenizer.encode([text[:SHOWN_CHARACTERS]]).ids.tolist()
    shown = "|".join(_shown(part) for part in split_text(tokenizer, ids))
    return [f"the first {counted(min(len(text), SHOWN_CHARACTERS), 'character')}: {counted(len(ids), 'token')}", shown]


def split_text(tokenizer: LanguageTokenizer, ids: Sequence[int]) -> list[str]:
    """The text of each token; tokens that are parts of one character stand as that character and their number."""
    parts: list[str] = []
    start = 0
    for end in range(1, len(ids) + 1):
        piece = tokenizer.decode(ids[start:end])
        if piece.endswith("\ufffd") and end - start < 4 and end < len(ids):
            continue
        parts.append(piece if end - start == 1 else f"{piece}×{end - start}")
        start = end
    return parts


def _shown(text: str) -> str:
    """Blanks and line ends as marks, so that a token's edges are seen."""
    return visible(text.replace("\n", "⏎").replace("\t", "⇥").replace("\r", "␍").replace(" ", "·"))
