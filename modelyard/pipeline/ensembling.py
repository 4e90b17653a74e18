"""Several runs answering together: by vote, and where their weights lie near each other, as one averaged model."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

import numpy as np

from modelyard.core import durable, recipe_file, registry
from modelyard.core.errors import RequestError, RunError
from modelyard.core.exhibit import Exhibit
from modelyard.core.litter import remove_abandoned
from modelyard.core.run import Listener, Run
from modelyard.core.words import counted
from modelyard.evaluation import ensembles
from modelyard.evaluation.ensembles import Answers, Joined, Rows
from modelyard.inference.predictor import Predictor
from modelyard.inference.served import chooses
from modelyard.inference.subject import Subject
from modelyard.models.ensemble import MOST
from modelyard.pipeline import ensemble_soup, ensemble_vote
from modelyard.pipeline.ensemble_told import card, priced
from modelyard.pipeline.evidence import keep

How = Literal["vote", "soup", "both"]
ARTIFACT = "artifact"
LIKELIEST = "Judged are the likeliest labels; what is served follows the costs of errors that the recipe states."
RECALIBRATED = "The mean of the vote is recalibrated on the validation rows."


def ensemble(
    paths: Sequence[str | os.PathLike[str]],
    *,
    out: str | os.PathLike[str] | None = None,
    how: How = "both",
    bag: int | None = None,
    listener: Listener | None = None,
) -> Exhibit:
    """What several runs of the same data and seed gain together over the best single one, on the test rows.

    A vote averages answers. A soup averages weights, greedily, of runs with one architecture and start. `bag` trains
    that many models like one run's, each on a bootstrap sample of its training rows, and lets them vote. `out` gets an
    ordinary artifact and a card: of the soup where `how` allows one that takes more than one run (it answers at the
    price of one), else of the vote, with all its members inside. What is found stands in the report of the best single
    run.
    Raises: RequestError for runs that do not fit together, RunError for one that is not finished, or an `out` in use.
    """
    folder = None if out is None else _free(Path(out))
    if bag is not None:
        from modelyard.pipeline.ensemble_bag import bagged

        return bagged(paths, bag, folder, listener)
    if not 2 <= len(paths) <= MOST:
        raise RequestError(
            "an ensemble needs two runs at least" if len(paths) < 2 else f"an ensemble has {MOST} members at most",
            where="ensemble",
            got=len(paths),
            remedy="Name more, or train members: --bag 5." if len(paths) < 2 else "Name fewer.",
        )
    subjects = {name: opened(path) for name, path in named(paths).items()}
    _refuse_unlike(subjects)
    first = next(iter(subjects.values()))
    rows = rows_of(first)
    singles = {name: answers_of(name, subject, subject.predictor) for name, subject in subjects.items()}
    joined, notes, voted = [], [], None
    if how in ("vote", "both"):
        voted = ensemble_vote.vote(first, list(singles.values()), f"a vote of {counted(len(singles), 'run')}")
        joined.append(Joined(kind="vote", title=voted.answers.name, answers=voted.answers, members=tuple(singles)))
        notes += [RECALIBRATED] if voted.recalibrated else []
    if how in ("soup", "both"):
        reason = ensemble_soup.mismatch(subjects)
        if reason and how == "soup":
            raise RequestError(
                f"these weights cannot be averaged: {reason}", where="ensemble", remedy="Use --how vote."
            )
        if reason:
            notes.append(f"The weights are not averaged: {reason}.")
        else:
            soup, note = _soup(subjects, singles, rows, folder)
            joined += soup
            notes.append(note)
    if chooses(first.predictor.task):
        notes.append(LIKELIEST)
    best = subjects[ensembles.best(list(singles.values()), rows).name]
    if folder is not None and voted is not None and not (folder / ARTIFACT).exists():
        sources = {name: subject.predictor.artifact for name, subject in subjects.items()}
        ensemble_vote.package(folder / ARTIFACT, first, voted, sources)
    price = f"A vote takes the time and the memory of all {len(subjects)}; an averaged model those of one."
    found = ensembles.judged(list(singles.values()), joined, rows, notes, price=price)
    return written(found, best, folder)


def written(found: Exhibit, best: Subject, folder: Path | None) -> Exhibit:
    """Keep what was found in the best single run, and beside the artifact where one was written."""
    if folder is not None and (folder / ARTIFACT).exists():
        _describe(found, best, folder)  # whatever stops the measuring, the artifact has its card
        found = priced(found, folder / ARTIFACT, best)
        _describe(found, best, folder)
    keep(found, best.run)
    return found


def _describe(found: Exhibit, best: Subject, folder: Path) -> None:
    durable.write_text(folder / "card.md", card(found, folder / ARTIFACT, best))
    durable.write_json(folder / "ensemble.json", found.to_json())


def _soup(
    subjects: Mapping[str, Subject], singles: Mapping[str, Answers], rows: Rows, out: Path | None
) -> tuple[list[Joined], str]:
    """The greedy soup, judged as it is packaged; and a sentence about what it is made of."""
    order = sorted(singles, key=lambda name: -rows.value(singles[name]))
    folders = {name: ensemble_soup.folder_of(subject) for name, subject in subjects.items()}
    first = subjects[order[0]]
    known = first.known("validation")
    with (
        first.run.owned(),  # which removes what a killed call left
        tempfile.TemporaryDirectory(prefix=durable.TEMPORARY, dir=first.run.path) as work,
    ):
        place = Path(work) / "soup"

        def cook(names: Sequence[str]) -> Predictor:
            ensemble_soup.average([folders[name] for name in names], place)
            outputs = Predictor.load(place, verify=False).outputs(known.rows)
            ensemble_soup.calibrated(place, outputs, np.asarray(first.predictor.task.encode_targets(known.rows)))
            return Predictor.load(place, verify=False)

        def judge(names: Sequence[str]) -> float:
            if len(names) == 1:
                return rows.value(singles[names[0]])
            return rows.value(answers_of("soup", first, cook(names)))

        kept = ensembles.greedy(order, judge)
        if len(kept) == 1:
            return [], f"The weights of {kept[0]} are not improved by those of any other: there is no averaged model."
        model = cook(kept)
        if out is not None:
            model = ensemble_soup.package(place, [subjects[name] for name in kept], out / ARTIFACT)
        title = f"averaged weights of {counted(len(kept), 'run')}"
        answers = answers_of(title, first, model)
    note = f"Averaged are the weights of {', '.join(kept)}, chosen greedily on the validation rows."
    return [Joined(kind="soup", title=title, answers=answers, members=tuple(kept))], note


def named(paths: Sequence[str | os.PathLike[str]]) -> dict[str, str | os.PathLike[str]]:
    """The runs by the shortest names that tell them apart. Raises: RequestError for one that is named twice."""
    folders = [Path(path).resolve() for path in paths]
    if len(set(folders)) < len(folders):
        raise RequestError("each run is named once", where="ensemble", got=[str(path) for path in paths])
    short = [folder.name for folder in folders]
    return dict(zip(short if len(set(short)) == len(short) else map(str, folders), paths, strict=True))


def rows_of(subject: Subject) -> Rows:
    """What all are judged on: those of the first. Raises: RequestError without validation or test rows."""
    if subject.split != "test" or not subject.bundle.counts.get("validation"):
        raise RequestError(
            "the best single run is chosen on validation rows, and judged on test rows: both are needed",
            where=str(subject.run.path),
            remedy="Give data.split both.",
        )
    settings = subject.recipe.evaluate
    chosen = subject.run.read_json("evaluation.json")["verdict"]["metric"]
    module: Any = registry.load("metrics", subject.kind, field="the task's metrics")
    metric = str(chosen) if chosen in module.METRICS else str(module.PRIMARY)
    target = subject.predictor.schema.target
    return Rows(
        module=module,
        metric=metric,
        unit=str(module.METRICS[metric].unit).replace("target", target.name if target else "target"),
        validation=subject.known("validation").targets,
        test=subject.known("test").targets,
        split="test",
        confidence=settings.confidence,
        resamples=settings.resamples,
        seed=subject.recipe.seed,
    )


def answers_of(name: str, subject: Subject, model: Predictor) -> Answers:
    """What a model answers to both splits of a run."""
    found = []
    for split in ("validation", "test"):
        answered = np.asarray(model.task.probabilities(model.outputs(subject.known(split).rows)), dtype=np.float64)
        found.append(answered[:, 0] if answered.ndim == 2 and subject.kind == "regression" else answered)
    return Answers(name=name, validation=found[0], test=found[1])


def opened(path: str | os.PathLike[str]) -> Subject:
    """A finished run to be joined with others. Raises: RunError."""
    run = Run(Path(path))
    if run.status != "finished":
        raise RunError("this is no finished run", where=str(run.path), remedy="Finish it first: modelyard run RECIPE.")
    return Subject.of(recipe_file.load_saved(run.path / "recipe.yaml"), run)


def _free(folder: Path) -> Path:
    """The folder, without what a killed call left there. Raises: RunError where there is an artifact already."""
    if folder.is_dir():
        remove_abandoned(folder / ARTIFACT)
    if (folder / ARTIFACT).exists() or (folder.exists() and not folder.is_dir()):
        raise RunError("there is something here already", where=str(folder), remedy="Give another --out.")
    return folder


def _refuse_unlike(subjects: Mapping[str, Subject]) -> None:
    (first, one), *others = subjects.items()
    for name, other in others:
        if other.bundle.fingerprint != one.bundle.fingerprint or other.labels != one.labels:
            raise RequestError(
                f"{first} and {name} were not trained on the same rows: none would be unseen by all",
                where="ensemble",
                remedy="Train them with the same data, split and seed; let the model or its training differ.",
            )
