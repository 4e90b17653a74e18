"""How a stage or a verb makes the parts of a run's evidence (`evidence/STAGE/NAME.json`), and what they may take."""

from __future__ import annotations

import math
import os
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from modelyard.core import durable, recipe_file, registry
from modelyard.core.errors import RunError
from modelyard.core.exhibit import FOLDER, Exhibit, of_run, read
from modelyard.core.recipe import Recipe
from modelyard.core.run import Listener, Run
from modelyard.core.secrets import without_secrets
from modelyard.core.words import counted
from modelyard.pipeline import evidence_parts, resident
from modelyard.pipeline.evidence_parts import ROWS, Part, is_asked, wanted
from modelyard.training.budget import OWN_SHARE, own_seconds

# What the evidence of a run may take by default, as a share of its training's time, and in any case.
SHARE, LEAST_SECONDS = 0.25, 6.0
# What it is foretold to take (`benchmarks/evidence.py`): of a model that is trained, and so answers, quickly; and
# of what it may take beyond the least, the part that is used.
OPENING_SECONDS, QUICK_SHARE, USED = 1.0, 0.8, 0.55
# Of a budget, what is trained in; of that, what is held free for the evidence (it also gets what is left of the time
# for packaging and evaluation), and what evidence that trains again may take: the run's own training has its share.
TRAINED_SHARE, RESERVED, MOST_RESERVED = 0.7, 0.08, 1 - OWN_SHARE
# With less than this nothing can be said: the part is left out, and that is said.
TOO_SHORT_SECONDS, USEFUL_SECONDS = 0.2, 0.6
_OF = "weights"  # where an exhibit that a verb made says which model it is of


def examine(recipe: Recipe, run: Run, parts: Sequence[Part], *, seconds: float | None = None) -> list[Exhibit]:
    """Make each part's exhibit and write it; what one took too little is left to those after it.

    `seconds` is what all that are not asked for by name may take together; None: as long as they take.
    """
    from modelyard.inference.subject import Subject

    subject: Subject | None = None
    found: list[Exhibit] = []
    late: list[Part] = []
    weights = {part.name: part.weight for part in parts if not is_asked(part, recipe)}
    for number, part in enumerate(parts):
        run.emit("progress", text=part.name, share=number / len(parts))
        limited = seconds is not None and part.name in weights
        allowance = _share(seconds, weights, part.name) if limited else None
        file = run.path / FOLDER / part.stage / f"{part.name}.json"
        if limited and seconds is not None and seconds < TOO_SHORT_SECONDS:
            late.append(part)
            continue
        started = time.monotonic()
        if set(part.sorts) & set(ROWS):
            if subject is None:
                subject = Subject.of(recipe, run)  # its time is this part's
            subject.allowance = allowance
            exhibit = part.load()(subject)
        else:
            exhibit = part.load()(recipe, run, allowance)
        resident.hand_back()  # else the next part stands on top of what this one freed
        taken = time.monotonic() - started
        if seconds is not None and limited:
            seconds = max(0.0, seconds - taken)
        weights.pop(part.name, None)
        if exhibit is None:
            file.unlink(missing_ok=True)
            continue
        exhibit = Exhibit.from_json(without_secrets(replace(exhibit, seconds=taken).to_json()))
        durable.make_directory(file.parent)
        durable.write_json(file, exhibit.to_json())
        run.emit("exhibit", name=part.name, summary=exhibit.summary, seconds=round(taken, 3))
        found.append(exhibit)
    for folder in (run.path / FOLDER).glob("*/"):
        durable.remove_litter(folder)  # of an examination that was killed
    if late:
        _say_late(late, recipe, run)
    return found


def _say_late(late: Sequence[Part], recipe: Recipe, run: Run) -> None:
    """Name the parts that no time was left for, but none that a run of these rows would not get anyway."""
    from modelyard.data.bundle import Bundle

    about = [part for part in late if not part.needs]
    if len(about) < len(late):
        bundle = Bundle.open(run.path / "bundle")
        about = [part for part in late if evidence_parts.applies(part, recipe, bundle)]
    if about:
        asked = dict.fromkeys(part.stage for part in about)
        verbs = ", ".join(f"modelyard {verb} {run.path}" for verb in asked)
        run.notice(f"no time was left for {', '.join(part.name for part in about)}; ask for it: {verbs}")


def _share(seconds: float | None, weights: dict[str, float], name: str) -> float:
    """A part's share of the seconds left, and at least what says something while there are as many."""
    assert seconds is not None
    return max(seconds * weights[name] / sum(weights.values()), min(seconds, USEFUL_SECONDS))


def evidence_stage(recipe: Recipe, run: Run) -> None:
    """The parts that this recipe gets, within what the run's budget and its training's time allow."""
    from modelyard.training.budget import limit_seconds, seconds_spent

    allowed, limit = allowed_seconds(_training_seconds(run)), limit_seconds(run, recipe.budget)
    if limit is not None:
        allowed = min(allowed, max(0.0, limit - seconds_spent(run)))
    folder = run.path / FOLDER
    durable.make_directory(folder)
    own = {(part.stage, part.name) for part in evidence_parts.PARTS}
    for found in sorted(folder.glob("*/*.json")):
        if (found.parent.name, found.stem) in own:  # of other settings, or of a stage that was stopped
            found.unlink()
        else:  # people or a verb made it, perhaps at a price: what the stage does not make it does not take away
            _date(found, run)
    # What costs little goes first: where the time is short, it is the dear ones that see less or nothing.
    cheap_first = sorted(wanted(recipe), key=lambda part: math.inf if is_asked(part, recipe) else part.weight)
    examine(recipe, run, cheap_first, seconds=allowed)


def keep(exhibit: Exhibit, run: Run) -> None:
    """Put what a verb found of a finished run into its evidence, report and card, with the model that it is of."""
    from modelyard.reporting.report import report

    detail = {**(exhibit.detail or {}), _OF: _weights(run)}
    content = without_secrets(replace(exhibit, detail=detail).to_json())
    with run.owned():
        file = run.path / FOLDER / exhibit.stage / f"{exhibit.name}.json"
        durable.make_directory(file.parent)
        durable.write_json(file, content)
        run.emit("exhibit", name=exhibit.name, summary=exhibit.summary, seconds=0.0)
        report(run)


def _date(file: Path, run: Run) -> None:
    """Say in an exhibit that a verb made, once, that the run's model is another one by now."""
    found = read(run, file)
    said = f"{found.title}: this is about an earlier model of this run; ask again."
    if (found.detail or {}).get(_OF, _weights(run)) != _weights(run) and said not in found.limits:
        dated = replace(found, summary=f"{said} {found.summary}", limits=(said, *found.limits))
        durable.write_json(file, dated.to_json())


def _weights(run: Run) -> str:
    """The digest of the weights that the run ships; the same weights packaged again are the same model."""
    files: dict[str, str] = run.read_json(f"artifact/{durable.MANIFEST}")["files"]
    return files.get("model.safetensors", "")


def allowed_seconds(training_seconds: float) -> float:
    """What the evidence of a run may take by default, after trainings of so many seconds."""
    return max(LEAST_SECONDS, SHARE * training_seconds)


def foretold_seconds(recipe: Recipe, training_seconds: float, known: Mapping[str, float] | None = None) -> float:
    """What the evidence of a run is expected to take: its defaults, and what is asked for by name.

    What trains again is priced in trainings of this run (`Part.trainings`). `known` are the seconds of parts that a
    rehearsal has measured, by name.
    """
    parts = wanted(recipe)
    asked = [part for part in parts if is_asked(part, recipe)]
    own = math.fsum((known or {}).get(part.name, part.seconds) for part in asked)
    again = math.fsum(part.price(recipe) for part in asked)
    usual = 0.0
    if len(asked) < len(parts):
        allowed = allowed_seconds(training_seconds)
        usual = min(OPENING_SECONDS + QUICK_SHARE * training_seconds, LEAST_SECONDS + USED * (allowed - LEAST_SECONDS))
    return usual + own + again * training_seconds


def least_seconds(recipe: Recipe) -> float:
    """What is asked for by name takes, however short the time is, beside a training that takes none."""
    return math.fsum(part.seconds for part in wanted(recipe) if is_asked(part, recipe))


def within_budget(foretold: float, planned: float, *, left: float, training_seconds: float) -> float:
    """What the evidence takes of the seconds `left` to it and to a training that would take so many without a budget.

    `planned` is what `reserved_seconds` says.
    """
    return min(foretold, max(left - own_seconds(left, planned), left - training_seconds, 0.0))


def evidence_lines(run: Run) -> list[str]:
    """What was examined, and what of it wants attention; nothing of a run without evidence."""
    made = of_run(run)
    if not made:
        return []
    concerns = [exhibit for exhibit in made if exhibit.concern]
    listed = ", ".join(exhibit.name.replace("_", " ") for exhibit in made)
    tail = f"; {counted(len(concerns), 'finding')} to look at" if concerns else ""
    return [f"  examined: {listed}{tail}", *(f"    {exhibit.name}: {exhibit.summary}" for exhibit in concerns)]


def reserved_seconds(recipe: Recipe, budget_seconds: float | None) -> float:
    """What a run holds free of its budget for the evidence."""
    if budget_seconds is None:
        return 0.0
    trained = TRAINED_SHARE * budget_seconds
    most = MOST_RESERVED if any(part.trainings and is_asked(part, recipe) for part in wanted(recipe)) else RESERVED
    return min(foretold_seconds(recipe, trained), most * trained)


def _training_seconds(run: Run) -> float:
    """All the training of the run, its candidates and its cheap model."""
    return sum(
        float(run.read_json(f"models/{path.parent.name}/training.json")["seconds"])
        for path in (run.path / "models").glob("*/training.json")
    )


def examined(
    path: str | os.PathLike[str],
    names: Sequence[str],
    *,
    overrides: Sequence[str] = (),
    listener: Listener | None = None,
) -> list[Exhibit]:
    """The verbs' way: these parts of a finished run, however long they take; its report and card are written again.

    `overrides` are of the recipe (`audit.protected=[sex]`). Raises: RunError where the run is not finished.
    """
    from modelyard.reporting.report import report

    run = Run(Path(path))
    if listener:
        run.subscribe(listener)
    if run.status != "finished":
        raise RunError("this is no finished run", where=str(run.path), remedy="Finish it first: modelyard run RECIPE.")
    recipe = recipe_file.load_saved(run.path / "recipe.yaml")
    if overrides:
        recipe = recipe_file.from_mapping(recipe.model_dump(mode="json", by_alias=True), overrides)
    sort = str(registry.load("tasks", recipe.task, field="task").Task.sort)
    parts = [part for part in evidence_parts.PARTS if part.name in names and sort in part.sorts]
    with run.owned():
        found = examine(recipe, run, parts)
        report(run)
    return found
