"""What the terminal says about running text, and the recipe that `modelyard new` writes for a language model."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from modelyard.core import variables
from modelyard.core.errors import DataError
from modelyard.core.recipe import Data, Recipe
from modelyard.core.words import percent, size
from modelyard.data.corpus_sample import Looked, look
from modelyard.data.documents import Documents
from modelyard.data.findings import Finding, amount
from modelyard.data.shown import safe
from modelyard.data.sources import formats, hub, open_source, paths, remote
from modelyard.data.splits import NAMES
from modelyard.data.verdict import MINUTES, Proposal, finding_lines, scalar, siblings_of, with_comment

TASK = "language-modeling"
PLAIN = frozenset({".txt", ".md", ".markdown", ".rst", ".text"})
TEXTS_SHARE = 0.1  # of a folder's files; with fewer it is a folder of something else, with a README
MARKED = PLAIN - {".txt"}  # nobody labels these by folder
# The only column of a table is running text from so many characters on, in the median.
LONG_CHARACTERS, LONG_ROWS = 200, 50
# A test split of fewer sections has no interval worth the name.
FEW_SECTIONS = 30
LITTLE_BYTES = 200_000


def is_running_text(path: str) -> bool:
    """Whether `path` holds text without labels: a text file, a folder or pattern of them, a table of one long column.

    Raises: DataError where it cannot be opened.
    """
    filled = variables.fill(path)
    if remote.scheme(filled) in ("hf", "sqlite", "postgresql", "postgres"):
        return False
    if paths.is_folder(filled):
        return not hub.is_saved(Path(filled).expanduser()) and _is_folder_of_text(Path(filled).expanduser())
    files = list(itertools.islice(paths.files(filled), 10_000))
    if files and all(file.suffix in PLAIN for file in files):
        labelled = Path(filled).suffix.lower() == ".zip" and _folders_are_labels([file.relative for file in files])
        return not labelled
    tables = {".jsonl", ".ndjson", ".parquet", ".pq"}
    return bool(files) and all(file.suffix in tables for file in files) and _is_long_column(path)


def _is_folder_of_text(root: Path) -> bool:
    names = [path.relative_to(root).as_posix() for path in paths.plain_paths(root)]
    suffixes = Counter(Path(name).suffix.lower() for name in names)
    written = sum(suffixes[suffix] for suffix in PLAIN)
    if suffixes.keys() & (set(formats.SUFFIXES) - {".txt"}) or written < TEXTS_SHARE * len(names) or not written:
        return False
    return bool(suffixes.keys() & MARKED) or not _folders_are_labels(names)


def _folders_are_labels(names: list[str]) -> bool:
    """Whether every text stands in one of a few folders that share nothing but their parent: pos/1.txt, neg/7.txt."""
    parents = {Path(name).parent for name in names}
    return len(parents) > 1 and Path() not in parents and len(names) >= 3 * len(parents)


def _is_long_column(path: str) -> bool:
    section = Data(train=(path,))
    if len(open_source((path,), section).columns) != 1:
        return False
    pieces = itertools.islice(Documents(path, section).pieces(), LONG_ROWS)
    return float(np.median([len(piece.text) for piece in pieces])) >= LONG_CHARACTERS


def propose_corpus(path: str, *, task: str = TASK) -> Proposal:
    """Look at running text (and at valid.txt, test.txt beside train.txt) and write a recipe for a decoder.

    Raises: DataError where there is no text in it.
    """
    files = {"train": path, **siblings_of(path)}
    recipe = _recipe(files, task)
    looked = look(recipe)
    if not looked.counts["train"]:
        raise DataError("there is too little text to train on", where=path, remedy="Add text.")
    lines = [*_about(looked, path), *finding_lines(_within(looked.findings, path)), *_closing(looked)]
    return Proposal(text=_recipe_text(looked, files, task), lines=tuple(safe(line) for line in lines), recipe=recipe)


def check_corpus(recipe: Recipe) -> list[str]:
    """The verdict on a recipe's running text, with nothing trained or written."""
    looked = look(recipe)
    path = recipe.data.train[0]
    lines = [*_about(looked, path), *finding_lines(_within(looked.findings, path)), *_closing(looked)]
    return [safe(line) for line in lines]


def _recipe(files: dict[str, str], task: str) -> Recipe:
    return Recipe(task=task, data=Data.model_validate(files))


def _about(looked: Looked, path: str) -> list[str]:
    name = Path(path).name or path
    facts = [f"{name}{'/' if paths.is_folder(variables.fill(path)) else ''}", f"{size(looked.total)} of text"]
    if looked.files > 1:
        facts.append(amount(looked.files, "file"))
    if not looked.is_sample:
        facts.append(amount(looked.documents, "document"))
    middle, most = (int(np.quantile(looked.lengths, share)) for share in (0.5, 0.95)) if looked.lengths else (0, 0)
    lengths = f"{middle:,} characters"
    if looked.documents > 1:
        lengths = f"median {middle:,} characters, 95 % under {most + 1:,}"
    lines = ["   ".join(facts), f"  text    {_scripts(looked)}, {lengths}     -> running text of {TASK}"]
    if looked.is_sample:
        of_files = f" from {looked.seen_files:,} of {looked.files:,} files" if looked.files > 1 else ", its beginning"
        lines.append(
            f"  a sample: {size(looked.seen)} of {size(looked.total)}{of_files}; counts below are of the sample"
        )
    return lines


def _within(findings: Sequence[Finding], path: str) -> list[Finding]:
    """The findings with their places within the folder that `path` names, each once."""
    path = variables.fill(path)
    root = Path(path).expanduser() if paths.is_folder(path) else Path(path).expanduser().parent
    found = []
    for finding in findings:
        names = [place.removeprefix(f"{root}/") for place in finding.places]
        found.append(replace(finding, places=tuple(dict.fromkeys(names))))
    return found


def _scripts(looked: Looked) -> str:
    shown = [(name, share) for name, share in looked.scripts.items() if share >= 0.001][:4]
    return ", ".join(name if share == 1 else f"{name} {percent(share)}" for name, share in shown) or "no letters"


def _closing(looked: Looked) -> list[str]:
    taken = max(0, looked.raw - looked.kept)
    lines = [f"cleaning takes out {size(taken)} ({percent(taken / max(1, looked.raw), 2)})" if taken else ""]
    parts = [f"{name} {looked.counts[name]:,} ({size(looked.bytes[name])})" for name in NAMES]
    dropped = looked.counts["exact_duplicates"] + looked.counts["near_duplicates"]
    if dropped:
        parts.append(f"duplicates left out {dropped:,}")
    lines.append("splits   " + "   ".join(parts) + "     sections of documents")
    if not looked.is_sample and looked.counts["test"] < FEW_SECTIONS:
        lines.append(
            f"  the test split has {amount(looked.counts['test'], 'section')}: intervals will be wide"
            "     more text, or a lower data.section_characters"
        )
    if looked.total < LITTLE_BYTES:
        lines.append(
            f"  {size(looked.total)} is little text: a model will repeat it"
            "     start from a checkpoint (model.from), or add text"
        )
    return [line for line in lines if line]


def _recipe_text(looked: Looked, files: dict[str, str], task: str) -> str:
    name = Path(files["train"]).name or files["train"]
    documents = "" if looked.is_sample else f", {amount(looked.documents, 'document')}"
    lines = [
        f"# {name}: {size(looked.total)} of text{documents}, {_scripts(looked)}.",
        with_comment(f"task: {task}", "text without labels"),
        "data:",
        *(f"  {split}: {scalar(files[split])}" for split in NAMES if split in files),
    ]
    lines.append(with_comment("model: decoder", "its size from the budget; or {family: decoder, preset: small}"))
    lines.append(with_comment(f"budget: {{minutes: {MINUTES}}}", "a hard stop that always leaves a usable model"))
    return "\n".join(safe(line) for line in lines) + "\n"
