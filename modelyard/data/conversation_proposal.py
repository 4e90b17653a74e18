"""The recipe that `modelyard new` writes for conversations and for pairs of answers, with nothing tokenized yet."""

from __future__ import annotations

import contextlib
import itertools
from pathlib import Path
from statistics import median

from modelyard.core import variables
from modelyard.core.errors import DataError
from modelyard.core.recipe import Data, Recipe
from modelyard.core.words import percent, size
from modelyard.data import duplicates
from modelyard.data.conversation_checks import Verdict, answers_of, deal
from modelyard.data.conversation_files import Read, records
from modelyard.data.findings import amount
from modelyard.data.messages import Layout, Unusable, conversations_in, preferences_in
from modelyard.data.scripts import scripts
from modelyard.data.shown import safe
from modelyard.data.sources import open_source, remote
from modelyard.data.splits import NAMES
from modelyard.data.verdict import MINUTES, Proposal, finding_lines, scalar, siblings_of, with_comment

INSTRUCTION, PREFERENCE = "instruction", "preference"
# Where no run stands to start from: small, open, and known to `transformers` without code of its own.
STARTS = {INSTRUCTION: "hf://Qwen/Qwen3-0.6B-Base", PREFERENCE: "hf://Qwen/Qwen3-0.6B"}
# Rows that are looked at to tell conversations from other tables, and how many of them must be some.
LOOKED, MUST = 200, 0.8
# Two columns are a question and its answer where answers are so long in the middle and mostly different, else classes.
ANSWER_CHARACTERS, DIFFERENT = 12, 0.5
_SCRIPTS = 2_000  # conversations whose letters are counted


def task_of(path: str) -> str | None:
    """`instruction` or `preference` where the rows of a file are conversations or pairs of answers; else None.

    Raises: DataError where it cannot be read.
    """
    filled = variables.fill(path)
    if remote.scheme(filled) in ("sqlite", "postgresql", "postgres") or Path(filled).suffix.lower() in (".txt", ".md"):
        return None
    section = Data(train=(path,))
    with contextlib.suppress(DataError):  # what is wrong with the file is said where it is read for its own task
        source = open_source((path,), section)
        for task, find in ((PREFERENCE, preferences_in), (INSTRUCTION, conversations_in)):
            try:
                layout = find(source.columns, section, path)
            except DataError:
                continue
            if _are(layout, next(iter(source.batches(LOOKED))).rows):
                return task
    return None


def _are(layout: Layout, rows: dict[str, list[object]]) -> bool:
    cells = [
        dict(zip(layout.columns, row, strict=True)) for row in zip(*(rows[n] for n in layout.columns), strict=True)
    ]
    found = []
    for row in cells[:LOOKED]:
        with contextlib.suppress(Unusable):
            found.append(answers_of(layout.read(row))[-1]["content"])
    if not found or len(found) < MUST * len(cells[:LOOKED]):
        return False
    if layout.text.startswith(("messages", "chosen")):
        return True
    return median(map(len, found)) >= ANSWER_CHARACTERS and len(set(found)) >= DIFFERENT * len(found)


def propose_conversations(path: str, task: str) -> Proposal:
    """The verdict on conversations (and on test.jsonl, ... beside train.jsonl), and a recipe. Raises: DataError."""
    files = {"train": path, **siblings_of(path)}
    start, why = _start(task)
    model = {"family": "decoder", "from": start}
    recipe = Recipe.model_validate({"task": task, "data": files, "model": model})
    verdict = Verdict(recipe, None)
    read: list[Read] = []
    for one in records(recipe, verdict, None):
        verdict.add(one, None)
        read.append(one)
    dealt = deal(recipe, verdict, lambda: [_said(one)[: duplicates.MOST_CHARACTERS] for one in read])
    about = _about(path, task, verdict, read)
    lines = [*about, *finding_lines(list(verdict.findings.all)), _splits(dealt.assignment.tolist(), verdict)]
    text = [
        f"# {Path(path).name or path}: {amount(len(read), _noun(task))}, {_scripts(read)}.",
        f"task: {task}",
        "data:",
        *(f"  {split}: {scalar(files[split])}" for split in NAMES if split in files),
        with_comment(f"model: {{from: {scalar(start)}, adapter: lora}}", why),
        with_comment(f"budget: {{minutes: {MINUTES}}}", "a hard stop that always leaves a usable model"),
    ]
    return Proposal(
        text="\n".join(safe(line) for line in text) + "\n", lines=tuple(safe(line) for line in lines), recipe=recipe
    )


def _noun(task: str) -> str:
    return "pair" if task == PREFERENCE else "conversation"


def _start(task: str) -> tuple[str, str]:
    """The newest run here that the task can start from, else a public checkpoint; and what is said of it."""
    wanted = ("instruction",) if task == PREFERENCE else ("language-modeling",)
    found = []
    for recipe in Path("runs").glob("*/recipe.yaml"):
        config = recipe.parent / "artifact" / "config.json"
        beginning = recipe.read_text(encoding="utf-8").splitlines()
        if config.is_file() and any(line.removeprefix("task:").strip() in wanted for line in beginning):
            found.append((config.stat().st_mtime, str(recipe.parent)))
    if found:
        return max(found)[1], f"the newest run of {wanted[0]} here; or a checkpoint: {STARTS[task]}"
    return STARTS[task], f"or a run of {wanted[0]}, or any checkpoint of a causal model"


def _about(path: str, task: str, verdict: Verdict, read: list[Read]) -> list[str]:
    if not read:
        return []
    lengths = sorted(len(_said(one)) for one in read)
    turns = [sum(m["role"] == "assistant" for messages in one.record.values() for m in messages) for one in read]
    name = Path(path).name or path
    middle, most = lengths[len(lengths) // 2], lengths[int(0.95 * (len(lengths) - 1))]
    spoken = "" if task == PREFERENCE else f", {sum(turns) / len(turns):.1f} answers each"
    long = f"median {middle:,} characters, 95 % under {most + 1:,}"
    return [
        f"{name}   {amount(verdict.read, 'row')}   {verdict.sources[0]['layout']}",
        f"  {_noun(task)}s   {_scripts(read)}, {long}{spoken}     -> {task}",
        f"  answers   {size(sum(verdict.sizes))}: these are learned",
    ]


def _splits(assignment: list[int], verdict: Verdict) -> str:
    parts = [f"{name} {assignment.count(i):,}" for i, name in enumerate(NAMES)]
    dropped = sum(verdict.dropped.values())
    return "splits   " + "   ".join([*parts, *([f"left out {dropped:,}"] if dropped else [])])


def _scripts(read: list[Read]) -> str:
    found = scripts([_said(one) for one in itertools.islice(read, _SCRIPTS)])
    shown = [(name, share) for name, share in found.items() if share >= 0.001][:4]
    return ", ".join(name if share == 1 else f"{name} {percent(share)}" for name, share in shown) or "no letters"


def _said(one: Read) -> str:
    return "\n".join(message["content"] for messages in one.record.values() for message in messages)
