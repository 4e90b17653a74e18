"""A bag: a run's model trained again on bootstrap samples of its training rows, all of them answering together."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from modelyard.core import durable
from modelyard.core.artifact import Artifact
from modelyard.core.errors import Interrupted, RequestError
from modelyard.core.exhibit import FOLDER, Exhibit
from modelyard.core.run import Listener
from modelyard.core.schema import row_count, take
from modelyard.evaluation import ensembles
from modelyard.evaluation.ensembles import Joined
from modelyard.inference.predictor import Predictor
from modelyard.inference.served import chooses
from modelyard.inference.subject import Subject
from modelyard.pipeline import ensemble_vote, ensembling
from modelyard.pipeline.training_again import trained_again

MOST = 50
_WORK, _MARK = ".bags", "bag.json"


def bagged(
    paths: Sequence[str | os.PathLike[str]], bag: int, folder: Path | None, listener: Listener | None
) -> Exhibit:
    """`bag` members of one run, judged together; with `folder` written as an artifact of all of them.

    Members that are trained stay when it is stopped or killed: the same call goes on with the next one.
    Raises: RequestError for what is no bag.
    """
    if len(paths) != 1:
        raise RequestError("bagging is of one run's recipe", where="--bag", remedy="Name one run.")
    if not 2 <= bag <= MOST:
        raise RequestError(f"bags are from 2 to {MOST}", where="--bag", got=bag)
    (name,) = ensembling.named(paths)
    subject = ensembling.opened(paths[0])
    if listener:
        subject.run.subscribe(listener)
    rows = ensembling.rows_of(subject)
    single = ensembling.answers_of(name, subject, subject.predictor)
    work = subject.run.path / FOLDER / _WORK
    with subject.run.owned():
        try:
            models = {}
            for number in range(bag):
                subject.tell(f"bag {number + 1} of {bag}", number / bag)
                models[f"bag {number + 1}"] = member(subject, number, work / f"{number:03d}")
            answers = [ensembling.answers_of(title, subject, model) for title, model in models.items()]
            title = f"a vote of {bag} models, each trained on a bootstrap sample"
            found = ensemble_vote.vote(subject, answers, title)
            if folder is not None:
                sources = {one: _packaged(subject, model, work) for one, model in models.items()}
                ensemble_vote.package(folder / ensembling.ARTIFACT, subject, found, sources)
        except (KeyboardInterrupt, Interrupted) as error:
            raise Interrupted(
                f"stopped; the members that are trained are kept in {work}",
                remedy="Give the same command again to go on.",
            ) from error
        shutil.rmtree(work, ignore_errors=True)
    joined = Joined(kind="bagging", title=title, answers=found.answers, members=tuple(models))
    kept = "" if folder is not None else " The members are not kept (--out DIR keeps them)."
    price = f"It took {bag} trainings, and answering takes {bag} times the time.{kept}"
    notes = [ensembling.RECALIBRATED] if found.recalibrated else []
    notes += [ensembling.LIKELIEST] if chooses(subject.predictor.task) else []
    return ensembling.written(ensembles.judged([single], [joined], rows, notes, price=price), subject, folder)


def member(subject: Subject, number: int, place: Path) -> Predictor:
    """The shipped family on rows drawn with replacement, as many as there are, from a seed of its own.

    One that an earlier call has trained is taken as it is. Source: Breiman 1996, "Bagging predictors".
    """
    mark = {"of": subject.predictor.artifact.digest, "number": number}
    shipped = str(subject.run.read_json("models/selection.json")["shipped"])
    done = place / "models" / shipped
    if (place / _MARK).is_file() and json.loads((place / _MARK).read_text(encoding="utf-8")) == mark:
        durable.verify_directory(done)
        return Predictor.load(done, verify=False)
    rows, seed = subject.bundle.rows("train"), subject.recipe.seed
    model = trained_again(subject, take(rows, _drawn(subject, number)), place, seed=seed + 1 + number)
    durable.write_json(place / _MARK, mark)
    return model


def _drawn(subject: Subject, number: int) -> NDArray[np.int64]:
    """The rows of a sample; a class that none was drawn of gets one of its own in the place of another row."""
    rows = subject.bundle.rows("train")
    count = row_count(rows)
    random = np.random.default_rng([subject.recipe.seed, number])
    drawn = random.integers(0, count, count)
    if subject.labels:
        cells = np.array([str(cell) for cell in rows[subject.predictor.task.target.name]])
        missing = [label for label in subject.labels if label not in set(cells[drawn])]
        for at, label in enumerate(missing):
            drawn[at] = random.choice(np.flatnonzero(cells == label))
    return np.sort(drawn)


def _packaged(subject: Subject, model: Predictor, work: Path) -> Artifact:
    from modelyard.export.package import package_model

    source = model.artifact.path
    final = source.parent.parent / ensembling.ARTIFACT
    environment = dict(subject.predictor.artifact.manifest.get("environment", {}))
    return package_model(source, subject.bundle, final, environment=environment).artifact
