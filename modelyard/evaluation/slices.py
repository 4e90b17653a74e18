"""Where a model is significantly worse: slices found on the validation rows and tested on the test rows. N rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from modelyard.core.exhibit import Exhibit, Json, table, text, whiskers
from modelyard.core.report import Claim
from modelyard.core.words import counted, measured, percent, printable
from modelyard.evaluation.answers import answered, joined, losses_of, too_few
from modelyard.evaluation.slice_search import TAKEN, Worse, search
from modelyard.evaluation.slice_tests import detectable
from modelyard.evaluation.slicing import Slice, plain
from modelyard.evaluation.slicing_words import by_words
from modelyard.inference.subject import Subject

NAME, TITLE = "slices", "Where it is worse"
FEWEST_ROWS = 100  # that test, and as many that find
LEAST, LEAST_SHARE = 20, 0.01  # rows of a slice in either sample, and as a share of them
SHOWN = 15
SOURCE = f"evidence/evaluate/{NAME}.json: slices found on other rows, tested on these; Holm's correction"
FOUND_ON = 1 / 3  # of all rows, at least
_VALIDATES, _HALVES = "the validation rows", "one half of the {} rows, drawn at random"


@dataclass(frozen=True, kw_only=True, slots=True)
class Sample:
    """All rows looked at with their losses, and which of them find and which test."""

    rows: dict[str, Sequence[object]]
    losses: NDArray[np.float64]
    finding: NDArray[np.int64]
    testing: NDArray[np.int64]
    found_on: str
    left_out: str = ""


def slices(subject: Subject) -> Exhibit | None:
    """Words, lengths, categories, ranges, times, scripts and missing cells where the model errs more than elsewhere.

    None where the inputs have nothing to slice by.
    """
    sample = _sample(subject)
    if isinstance(sample, Exhibit):
        return sample
    least = max(LEAST, int(LEAST_SHARE * min(len(sample.finding), len(sample.testing))))
    schema = subject.predictor.schema
    candidates: list[Slice] = [*plain(sample.rows, schema, 2 * least), *by_words(sample.rows, schema, 2 * least)]
    if not candidates:
        return None
    found, looked = search(
        candidates,
        sample.losses,
        sample.finding,
        sample.testing,
        kind="classification" if subject.kind == "classification" else "regression",
        least=least,
        confidence=subject.recipe.evaluate.confidence,
        seed=subject.recipe.seed,
    )
    return _exhibit(subject, sample, found, looked, least)


def _sample(subject: Subject) -> Sample | Exhibit:
    """The validation rows find and the test rows test; without enough of the former the test rows are halved."""
    half = None if subject.allowance is None else subject.allowance / 2
    test = answered(subject, subject.split, seconds=half)
    separate = subject.split == "test" and subject.bundle.counts.get("validation", 0) >= FEWEST_ROWS
    if len(test.targets) < FEWEST_ROWS * (1 if separate else 2):
        return too_few(NAME, TITLE, len(test.targets), test.of, f"{subject.split} row")
    losses = losses_of(subject, test)
    left_out = "" if len(test.targets) == test.of else f"{len(test.targets):,} of {test.of:,} {subject.split} rows"
    if not separate:
        order = np.random.default_rng(subject.recipe.seed).permutation(len(losses))
        finding, testing = np.sort(order[: len(order) // 2]), np.sort(order[len(order) // 2 :])
        return Sample(
            rows=test.rows,
            losses=losses,
            finding=finding,
            testing=testing,
            found_on=_HALVES.format(subject.split),
            left_out=left_out,
        )
    validation = answered(subject, "validation", seconds=half)
    names = [column.name for column in subject.predictor.schema.inputs]
    before, after = ({name: one.rows[name] for name in names} for one in (validation, test))
    count, tests = len(validation.targets), len(losses)
    # A large test split lends some rows to the search, which else would find what chance shows in a small one.
    lent = max(0, round(FOUND_ON * (count + tests)) - count)
    order = count + np.random.default_rng(subject.recipe.seed).permutation(tests)
    return Sample(
        rows=joined(before, after),
        losses=np.concatenate([losses_of(subject, validation), losses]),
        finding=np.concatenate([np.arange(count), np.sort(order[:lent])]),
        testing=np.sort(order[lent:]),
        found_on=f"{_VALIDATES} and {lent:,} test rows drawn at random" if lent else _VALIDATES,
        left_out=left_out,
    )


def _exhibit(subject: Subject, sample: Sample, found: list[Worse], looked: int, least: int) -> Exhibit:
    level = 1 - subject.recipe.evaluate.confidence
    shown = sorted((one for one in found if one.p_holm < level), key=lambda one: -one.extra)
    tested = f"{counted(len(sample.testing), 'row')} of {subject.split}"
    how = (
        f"{looked:,} slices were looked through on {sample.found_on}; the {len(found)} that seemed worst there, "
        f"at most {TAKEN} and no two of mostly the same rows, were tested on {tested} of their own: "
        + ("Fisher's exact test" if subject.kind == "classification" else "Wilcoxon's rank-sum test of the errors")
        + f", one-sided against the rest, corrected by Holm's steps over those tested. A slice has {least} rows at "
        "least in either sample. Holm, because each line stands as a claim of its own, and because slices overlap: his "
        "steps hold whatever the dependence, and cost little among so few."
    )
    if sample.left_out:
        how += f" For want of time {sample.left_out} were answered."
    blocks: list[Json] = []
    if found:
        blocks.append(_table(subject, sorted(found, key=lambda one: one.p_holm)[:SHOWN], level))
    if shown:
        blocks.append(_whiskers(subject, shown, sample))
    rest = "" if shown else _power(subject, sample, least, level)
    blocks.append(text(how + rest, quiet=True))
    return Exhibit(
        name=NAME,
        stage="evaluate",
        title=TITLE,
        summary=_summary(subject, shown, looked, tested),
        claims=tuple(_claim(subject, one) for one in shown),
        blocks=tuple(blocks),
        limits=tuple(f"It is worse on some rows: {_metric(subject)} {_said(subject, one)}." for one in shown[:5]),
        concern=bool(shown),
        detail={
            "found_on": sample.found_on,
            "looked_through": looked,
            "tested": [
                {
                    "slice": one.slice.name,
                    "kind": one.slice.kind,
                    "n": one.n,
                    "inside": one.inside,
                    "outside": one.outside,
                    "p_value": one.p_value,
                    "p_holm": one.p_holm,
                    "worse": one.p_holm < level,
                }
                for one in found
            ],
        },
    )


def _figures(subject: Subject, one: Worse) -> tuple[float, float, tuple[float, float], tuple[float, float]]:
    """Inside, outside, the slice's interval and the difference's, as accuracy or as mean absolute error."""
    if subject.kind == "classification":
        (low, high), (below, above) = one.interval, one.difference
        return 1 - one.inside, 1 - one.outside, (1 - high, 1 - low), (-above, -below)
    return one.inside, one.outside, one.interval, one.difference


def _metric(subject: Subject) -> str:
    return "accuracy" if subject.kind == "classification" else "mean absolute error"


def _said(subject: Subject, one: Worse) -> str:
    inside, outside, interval, _ = _figures(subject, one)
    figure, span = measured(inside, interval)
    where, elsewhere = printable(one.slice.name, 80), measured(outside, interval)[0]
    return f"{figure} {span} where {where} ({counted(one.n, 'row')}), {elsewhere} elsewhere"


def _summary(subject: Subject, shown: Sequence[Worse], looked: int, tested: str) -> str:
    if not shown:
        return f"On none of {looked:,} slices is the model shown to be worse than elsewhere ({tested})."
    worst = _said(subject, shown[0])
    return f"The model is worse on {counted(len(shown), 'slice')}: {_metric(subject)} {worst}."


def _claim(subject: Subject, one: Worse) -> Claim:
    inside, _, interval, _ = _figures(subject, one)
    target = subject.predictor.schema.target
    return Claim(
        name=f"{_metric(subject)} where {one.slice.name}",
        value=inside,
        unit="1" if subject.kind == "classification" else (target.name if target else "target"),
        n=one.n,
        interval=interval,
        split=subject.split,
        source=SOURCE,
        higher_is_better=subject.kind == "classification",
    )


def _table(subject: Subject, rows: Sequence[Worse], level: float) -> Json:
    cells = []
    for one in rows:
        inside, outside, interval, difference = _figures(subject, one)
        change, span = measured(inside - outside, difference, sign=True)
        cells.append(
            [
                one.slice.name,
                f"{one.n:,}",
                " ".join(measured(inside, interval)),
                measured(outside, interval)[0],
                f"{change} {span}",
                f"{one.p_holm:.3f}" if one.p_holm >= 0.001 else "< 0.001",
                "worse" if one.p_holm < level else "not shown",
            ]
        )
    return table(
        ["slice", "rows", f"{_metric(subject)} in it", "elsewhere", "difference", "p (Holm)", "finding"],
        cells,
        title="The slices that were tested",
    )


def _whiskers(subject: Subject, shown: Sequence[Worse], sample: Sample) -> Json:
    overall = float(sample.losses[sample.testing].mean())
    value = 1 - overall if subject.kind == "classification" else overall
    rows: list[Json] = [{"name": "all rows", "value": value, "interval": None}]
    for one in shown:
        inside, _, interval, _ = _figures(subject, one)
        name = f"{one.slice.name} ({one.n:,})"
        rows.append({"name": name, "value": inside, "interval": list(interval), "strong": True})
    return whiskers(rows, title="Slices that are worse", x_label=_metric(subject))


def _power(subject: Subject, sample: Sample, least: int, level: float) -> str:
    """What would have been seen: of a slice that holds a tenth of the rows."""
    if subject.kind != "classification":
        return ""
    size = max(least, len(sample.testing) // 10)
    share = float(sample.losses[sample.testing].mean())
    fall = detectable(share, size, len(sample.testing) - size, TAKEN, level)
    return (
        f" None is no proof of none: a slice of {counted(size, 'row')} is shown four times in five only if its "
        f"accuracy is lower by {percent(min(fall, 1.0), 0)} or more."
    )
