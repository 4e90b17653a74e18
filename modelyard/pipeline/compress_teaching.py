"""What the shipped network says of the training rows, and of rows without labels: what a student learns from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from modelyard.core import registry
from modelyard.core.artifact import Artifact
from modelyard.core.errors import ArtifactError, DataError, RequestError
from modelyard.core.recipe import Compress, Data, Recipe
from modelyard.core.schema import Rows, row_count, take
from modelyard.pipeline.files import in_the_file

if TYPE_CHECKING:
    from modelyard.inference import Predictor
    from modelyard.training.distilling import Lessons
    from modelyard.training.ground import Ground


def lessons_of(artifact: Artifact, ground: Ground, task: Any, section: Compress, digest: str) -> Lessons:
    """The teacher's answers, in the units of `task`'s outputs; kept for a process that goes on after a kill."""
    from modelyard.training.distilling import Lessons, load_lessons, save_lessons, taught_outputs

    other = None if section.teacher is None else another(section.teacher, ground, task)
    teachers = registry.load("tasks", artifact.task, field="task").Task.load(artifact.path)
    if teachers.labels != task.labels:
        raise ArtifactError("the model knows other labels than its run's rows", where=str(artifact.path))
    more = None if section.unlabelled is None else unlabelled(section.unlabelled, ground.recipe, teachers)
    path = ground.run.path / "lessons.safetensors"
    kept = load_lessons(path, digest)
    if kept is None:
        ground.run.notice("the teacher answers the training rows, from which the student will learn")
        parts = [ground.training] if more is None else [ground.training, more]
        if other is not None:
            outputs = np.concatenate([other.outputs(rows) for rows in parts]).astype(np.float32)
            kept = _in_units(outputs, other.task, task), None
        else:
            module = registry.load("models", artifact.family, field="family")
            teacher = module.open(artifact.path, teachers.features, teachers.outputs)
            found = [taught_outputs(teacher, teachers, rows, row_count(rows)) for rows in parts]
            outputs, states = (np.concatenate([part[i] for part in found]) for i in range(2))
            kept = _in_units(outputs, teachers, task), states if section.hidden else None
        save_lessons(path, *kept, digest)
    outputs, states_kept = kept
    return Lessons(
        outputs=outputs,
        states=states_kept,
        more=more,
        temperature=section.temperature,
        teaching=section.teaching,
        hidden=section.hidden,
    )


def another(path: str, ground: Ground, task: Any) -> Predictor:
    """A teacher that is not the run's own model.

    Raises: ArtifactError for one that answers something else, or that learned from other rows: the student's test rows
    may be among them.
    """
    from modelyard.inference import Predictor

    teacher = Predictor.load(Path(path))
    same = teacher.artifact.task == ground.recipe.task and teacher.task.labels == task.labels
    if not same or getattr(teacher.schema.target, "name", "") != task.target.name:
        raise ArtifactError(
            "the teacher answers something else than this run",
            where=path,
            got=teacher.artifact.task,
            remedy="Give a model of the same task, target and labels.",
        )
    if teacher.artifact.manifest.get("data", {}).get("fingerprint") != ground.bundle.fingerprint:
        raise ArtifactError(
            "the teacher learned from other rows than this run: the test rows may be among them",
            where=path,
            remedy="Give a model that was trained with the same data, split and seed.",
        )
    return teacher


def _in_units(outputs: Any, teachers: Any, task: Any) -> Any:
    """Logits as they are; values by the scale that the student's task learns."""
    if task.metrics != "regression":
        return outputs
    values = teachers.probabilities(outputs.astype(np.float64))
    return task.encode_targets({task.target.name: values.tolist()}).astype(np.float32)[:, None]


def unlabelled(path: str, recipe: Recipe, task: Any) -> Rows:
    """The input columns of a file's rows that can be answered; rows without a text are left out.

    Raises: DataError where a column is missing, no row is left, or a cell cannot be read.
    """
    from modelyard.data.sources import read_rows

    rows, places = read_rows(path, Data(train=(path,), missing=recipe.data.missing))
    inputs = task.inputs.schema.inputs
    absent = [column.name for column in inputs if column.name not in rows]
    if absent:
        raise DataError(
            f"the model reads the column {absent[0]!r}", where=path, remedy=f"Its columns are: {', '.join(rows)}."
        )
    texts = [column.name for column in inputs if column.kind == "text"]
    whole = [i for i in range(len(places)) if not texts or any(str(rows[name][i] or "").strip() for name in texts)]
    if not whole:
        raise DataError("there is no row to learn from", where=path, remedy="Leave compress.unlabelled out.")
    found = take({column.name: rows[column.name] for column in inputs}, whole)
    try:
        task.check(found)
    except RequestError as error:
        raise in_the_file(error, [places[i] for i in whole]) from error
    return found
