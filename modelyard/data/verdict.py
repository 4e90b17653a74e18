"""What the terminal says about data, and the short recipe that `modelyard new` writes."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from modelyard.core.recipe import Data, Recipe
from modelyard.data import splits
from modelyard.data.examine import Examined, examine
from modelyard.data.findings import Finding, amount
from modelyard.data.infer import Inference
from modelyard.data.profile import Profile
from modelyard.data.shown import cells_wide, describe, pad, places, safe
from modelyard.data.splits import NAMES

SHOWN_COLUMNS = 24
COLUMN_KINDS = ("left_out", "identifier", "constant", "leakage")  # these say what stands beside the column
SHOWN_FINDINGS = 14
NAMED_INPUTS = 15  # more are not listed in a recipe: the same inference leaves out the same columns
NAME_WIDTH, FACT_WIDTH, FINDING_WIDTH, WHERE_WIDTH = 24, 58, 62, 20
MINUTES = 10
# How the files beside train.csv are called; the first that exists is taken.
SIBLINGS = {"validation": ("validation", "valid", "val", "dev"), "test": ("test", "t10k")}
_PLAIN = re.compile(r"[A-Za-z_一-鿿/.~][\w一-鿿 ./\-~]*")
_YAML_WORDS = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null", "~"))


@dataclass(frozen=True, kw_only=True, slots=True)
class Proposal:
    """What `modelyard new` shows (`lines`) and writes (`text`)."""

    text: str
    lines: tuple[str, ...]
    recipe: Recipe


def propose(path: str, *, target: str | None = None, task: str | None = None) -> Proposal:
    """Look at a file (and at test.csv, dev.csv, ... beside it) and write a recipe for it.

    The recipe names `path` as it is given: a recipe's paths are read from where the command runs.
    Raises: DataError where nothing can be predicted from it.
    """
    notes: list[str] = []
    files: dict[str, str] = {"train": path}
    first = _recipe(files, target, task)
    siblings = siblings_of(path)
    if siblings:
        wanted = _columns_of(path)
        chosen = target
        if chosen is None:
            chosen = _infer(first, task).target
        for name, sibling in siblings.items():
            columns = _columns_of(sibling)
            lacking = [column for column in wanted if column not in columns]
            if lacking:
                notes.append(f"{Path(sibling).name} beside it has no {', '.join(lacking[:3])}: not used")
            elif chosen in columns:
                files[name] = sibling
    examined = examine(_recipe(files, target, task), _silent, task=task)
    inference = examined.inference
    given = _recipe(files, inference.target, inference.task)
    lines = [*verdict_lines(examined.profiles["train"], inference, examined.findings.all), *notes]
    lines.append(split_line(examined))
    return Proposal(text=recipe_text(examined.profiles["train"], inference, files), lines=tuple(lines), recipe=given)


def check_lines(recipe: Recipe, judge: Callable[[Examined], None] | None = None) -> list[str]:
    """The verdict on a recipe's data, with nothing trained or written; `judge` may refuse what was examined."""
    examined = examine(recipe, _silent, task=recipe.task)
    if judge is not None:
        judge(examined)
    lines = verdict_lines(examined.profiles["train"], examined.inference, examined.findings.all)
    return [*lines, split_line(examined)]


def verdict_lines(profile: Profile, inference: Inference, findings: Sequence[Finding]) -> list[str]:
    """The file, its columns with their part, and the findings with places and remedies."""
    description = profile.description
    names = [Path(str(path)).name or str(path) for path in description.get("paths", ("data",))]
    head = [names[0] if len(names) == 1 else f"{len(names)} files", f"{profile.rows:,} rows"]
    head += [str(description[key]) for key in ("encoding",) if description.get(key)]
    head.append(amount(len(profile.columns), "column"))
    lines = [safe("   ".join(head))]
    inputs = {column.name for column in inference.schema.inputs}
    target_last = len(profile.columns) <= SHOWN_COLUMNS
    ordered = sorted(
        profile.columns,
        key=lambda column: (column.name in inference.left_out, (column.name == inference.target) == target_last),
    )
    width = min(NAME_WIDTH, max((cells_wide(column.name) for column in ordered[:SHOWN_COLUMNS]), default=0)) + 2
    for column in ordered[:SHOWN_COLUMNS]:
        part = "-> input" if column.name in inputs else f"left out: {inference.left_out.get(column.name, 'not named')}"
        if column.name == inference.target:
            part = f"-> target of {inference.task}"
        lines.append(f"  {pad(column.name, width)}{pad(describe(column, profile.rows), FACT_WIDTH)} {part}")
    if len(ordered) > SHOWN_COLUMNS:
        lines.append(f"  ... and {len(ordered) - SHOWN_COLUMNS} columns more")
    lines += [f"  note: {safe(str(note))}" for note in description.get("notes", ())]
    # What was left out stands beside its column already.
    shown = {column.name for column in ordered[:SHOWN_COLUMNS]} & set(inference.left_out)
    told = [finding for finding in findings if not (finding.kind in COLUMN_KINDS and shown.issuperset(finding.columns))]
    return [safe(line) for line in (*lines, *finding_lines(told))]


def finding_lines(findings: Sequence[Finding]) -> list[str]:
    """The findings with places and remedies, a line each."""
    lines = ["findings" if findings else "findings: none"]
    for finding in findings[:SHOWN_FINDINGS]:
        where = pad(places(finding), WHERE_WIDTH)
        lines.append(f"  {pad(finding.text, FINDING_WIDTH)} {where} {finding.remedy}".rstrip())
    if len(findings) > SHOWN_FINDINGS:
        lines.append(f"  ... and {len(findings) - SHOWN_FINDINGS} findings more")
    return lines


def split_line(examined: Examined) -> str:
    """How many rows each split has, and how many were dropped for what."""
    counts = examined.counts
    parts = [f"{name} {counts[name]:,}" for name in NAMES]
    dropped = {name: count for name, count in counts.items() if name.startswith("dropped_") and count}
    if dropped:
        parts.append(f"dropped {sum(dropped.values()):,} ({splits.dropped(counts)})")
    return "splits   " + "   ".join(parts)


def recipe_text(profile: Profile, inference: Inference, files: dict[str, str]) -> str:
    """A short recipe with what was inferred and why as comments."""
    inputs = [column.name for column in inference.schema.inputs]
    reasons = {reason.partition(": ")[0]: reason.partition(": ")[2] for reason in inference.reasons}
    about = {
        "target": reasons.get("target", "").partition(", ")[2],
        "task": reasons.get("task", "").partition("since ")[2],
    }
    lines = [f"# {Path(files['train']).name}: {profile.rows:,} rows, {amount(len(profile.columns), 'column')}."]
    lines.append(with_comment(f"task: {inference.task}", about["task"]))
    lines.append("data:")
    lines += [f"  {name}: {scalar(files[name])}" for name in NAMES if name in files]
    others = [name for name in profile.names if name != inference.target]
    if len(inputs) == 1:
        lines.append(f"  inputs: {scalar(inputs[0])}")
    elif len(inputs) <= NAMED_INPUTS and inputs != others:
        lines.append(f"  inputs: [{', '.join(map(scalar, inputs))}]")
    else:
        lines.append(
            f"  # inputs: all {len(inputs)} columns but the target" + (" and those left out" * (inputs != others))
        )
    lines.append(with_comment(f"  target: {scalar(inference.target)}", about["target"]))
    for name, why in list(inference.left_out.items())[:5]:
        lines.append(f"  # left out: {name} ({why})")
    if len(inference.left_out) > 5:
        lines.append(f"  # left out: {len(inference.left_out) - 5} more; see modelyard check")
    lines.append(with_comment(f"budget: {{minutes: {MINUTES}}}", "a hard stop that always leaves a usable model"))
    return "\n".join(safe(line) for line in lines) + "\n"


def with_comment(line: str, comment: str) -> str:
    """A line of a recipe with what is said about it."""
    return f"{line:<35} # {comment}" if comment else line  # YAML needs the blank


def scalar(text: str) -> str:
    """A string as YAML, quoted where it must be."""
    plain = _PLAIN.fullmatch(text) and text == text.strip() and text.casefold() not in _YAML_WORDS
    return text if plain else json.dumps(text, ensure_ascii=not text.isprintable())


def _recipe(files: dict[str, str], target: str | None, task: str | None) -> Recipe:
    return Recipe(task=task or "text-classification", data=Data.model_validate({**files, "target": target}))


def _infer(recipe: Recipe, task: str | None) -> Inference:
    from modelyard.data.infer import infer
    from modelyard.data.inspect import inspect
    from modelyard.data.sources import open_source

    source = open_source(recipe.data.train, recipe.data)
    return infer(inspect(source), task, recipe.data.target)


def _columns_of(path: str) -> tuple[str, ...]:
    from modelyard.data.sources import open_source

    return open_source((path,), Data(train=(path,))).columns


def siblings_of(path: str) -> dict[str, str]:
    """Files that are called as this one but for validation or test in place of train."""
    file = Path(path)
    if "://" in path or not file.is_file() or "train" not in file.name:
        return {}
    found = {}
    for name, words in SIBLINGS.items():
        for word in words:
            other = file.with_name(file.name.replace("train", word, 1))
            if other.is_file():
                found[name] = str(other)
                break
    return found


def _silent(text: str, share: float) -> None:
    del text, share
