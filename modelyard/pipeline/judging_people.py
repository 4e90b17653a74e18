"""Having answers judged by people: sheets that hide whose answer is whose, and what the raters' files say together."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from modelyard.core import durable, litter, recipe_file
from modelyard.core.errors import RequestError, RunError
from modelyard.core.run import Run
from modelyard.core.secrets import without_secrets

if TYPE_CHECKING:
    from modelyard.core.exhibit import Exhibit
    from modelyard.evaluation.sheets import Form, Sheet

FOLDER = "judging"
_FILES = ("key.json", "sheet.html", "sheet.csv")
ROWS, MOST_ROWS = 50, 2000
MAX_NEW_TOKENS = 256


@dataclass(frozen=True, kw_only=True, slots=True)
class Dealt:
    """Where a sheet stands: the page and the table for the raters, the key for nobody else."""

    page: Path
    table: Path
    key: Path
    sheet: Sheet


def judge(
    paths: Sequence[str | os.PathLike[str]],
    *,
    prompts: str | None = None,
    data: str | None = None,
    rows: int = ROWS,
    form: Form | None = None,
    out: str | os.PathLike[str] | None = None,
    seed: int = 0,
    max_new_tokens: int = MAX_NEW_TOKENS,
) -> Dealt:
    """Deal a blind sheet of the answers of one run (rated 1 to 5) or of several (which is better), drawn at random.

    What is asked: `prompts` (a file) of models that write texts, else their test conversations; `data` (a file) of
    models that answer rows, else the test split of the first run. Answers are the likeliest ones. The sheet is written
    to `out`, else beside its key in `RUN/judging/SHEET` of the first run.
    Raises: RequestError for runs that cannot be asked the same, DataError for a file that cannot be read.
    """
    from modelyard.data.sources import write_rows
    from modelyard.evaluation.sheets import deal, page
    from modelyard.pipeline.judging_answers import READS_ROWS, answer_rows, write_texts
    from modelyard.pipeline.verbs import load

    if not 1 <= rows <= MOST_ROWS:
        raise RequestError(f"rows must be from 1 to {MOST_ROWS:,}", where="--rows", got=rows)
    predictors = {name: load(path) for name, path in _named(paths).items()}
    sorts = {name: str(predictor.task.sort) for name, predictor in predictors.items()}
    reads = {sort in READS_ROWS for sort in sorts.values()}
    if len(reads) > 1:
        raise RequestError("these runs answer different things: texts and rows", where="judge", got=sorts)
    if reads == {True}:
        if prompts is not None:
            raise RequestError("prompts are for models that write texts", where="--prompts", remedy="Give --data FILE.")
        asked, places, answers = answer_rows(predictors, Path(paths[0]), data, rows, seed)
    else:
        if data is not None:
            raise RequestError(
                "models that write texts are asked prompts", where="--data", remedy="Give --prompts FILE."
            )
        asked, places, answers = write_texts(predictors, Path(paths[0]), prompts, rows, seed, max_new_tokens)
    asked, answers = (
        without_secrets(list(asked)),
        without_secrets({name: list(texts) for name, texts in answers.items()}),
    )
    sheet = deal(asked, places, answers, form or ("rating" if len(predictors) == 1 else "pairs"), seed=seed)
    own = Path(paths[0]) / FOLDER / sheet.name
    folder = Path(out) if out is not None else own
    for made in (own, folder):
        durable.make_directory(made)
    with litter.writing(own, _FILES):
        durable.write_json(own / "key.json", sheet.key())
    with litter.writing(folder, _FILES):
        durable.write_text(folder / "sheet.html", page(sheet, _title(sheet)))
        write_rows(folder / "sheet.csv", sheet.rows())
    return Dealt(page=folder / "sheet.html", table=folder / "sheet.csv", key=own / "key.json", sheet=sheet)


def collect(files: Sequence[str | os.PathLike[str]], path: str | os.PathLike[str]) -> Exhibit:
    """Read several raters' files of this run's sheets into its evidence, report and card.

    Raises: DataError naming file and line of what cannot be read, RunError where the run is not finished.
    """
    from modelyard.evaluation.people import exhibit
    from modelyard.evaluation.votes import read_votes
    from modelyard.pipeline.evidence import keep

    run = Run(Path(path))
    keys = _keys(run.path)
    votes = read_votes([os.fspath(file) for file in files], keys)
    settings = recipe_file.load_saved(run.path / "recipe.yaml")
    found = exhibit(
        votes,
        keys,
        confidence=settings.evaluate.confidence,
        resamples=settings.evaluate.resamples,
        seed=settings.seed,
    )
    if run.status != "finished":
        raise RunError("this is no finished run", where=str(run.path), remedy="Finish it first: modelyard run RECIPE.")
    keep(found, run)
    return found


def _named(paths: Sequence[str | os.PathLike[str]]) -> dict[str, Path]:
    """The runs by the shortest names that tell them apart. Raises: RequestError for one that is named twice."""
    folders = [Path(path).resolve() for path in paths]
    if len(set(folders)) < len(folders):
        raise RequestError("each run is named once", where="judge", got=[str(path) for path in paths])
    names = [folder.name for folder in folders]
    if len(set(names)) < len(names):
        names = [str(path) for path in paths]
    return dict(zip(names, folders, strict=True))


def _keys(path: Path) -> dict[str, dict[str, Any]]:
    """The keys of all the run's sheets, by name."""
    found = {}
    for file in sorted((path / FOLDER).glob("*/key.json")):
        try:
            key = json.loads(file.read_text(encoding="utf-8"))
            found[str(key["sheet"])] = key
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise RunError("this key cannot be read", where=str(file), remedy="Deal the sheet again.") from error
    if not found:
        raise RunError("this run has dealt no sheet", where=str(path), remedy=f"Deal one: modelyard judge {path}.")
    return found


def _title(sheet: Sheet) -> str:
    return "Which answer is better?" if sheet.form == "pairs" else "How good are these answers?"
