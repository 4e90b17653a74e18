"""The verdict on columns: missing cells, strays, leaks, constants, identifiers, scripts; places, effect and remedy."""

from __future__ import annotations

from collections.abc import Sequence

from modelyard.core.schema import Schema
from modelyard.data.findings import Findings, amount, be, percent
from modelyard.data.infer import Inference, leak_sentence, says_split
from modelyard.data.profile import Profile
from modelyard.data.scan import Scan

OUTLIER_Z = 20.0  # robust: far beyond what a skewed column (income, price) holds
OUTLIER_SHARE = 0.01  # more of them are the column's nature
SECOND_SCRIPT = 0.01
LONG_CHARACTERS = 20_000
MANY_MISSING = 0.5


def limits_of(profile: Profile, schema: Schema) -> dict[str, tuple[float, float]]:
    """For each number input the range beyond which |x - median| > OUTLIER_Z robust standard deviations."""
    limits = {}
    for column in schema.inputs:
        quantiles = profile[column.name].quantiles
        if column.kind != "number" or not quantiles or quantiles["0.75"] == quantiles["0.25"]:
            continue
        # The interquartile range of a normal distribution is 1.349 standard deviations.
        reach = OUTLIER_Z * (quantiles["0.75"] - quantiles["0.25"]) / 1.349
        limits[column.name] = (quantiles["0.5"] - reach, quantiles["0.5"] + reach)
    return limits


def columns(profile: Profile, scans: dict[str, Scan], inference: Inference, findings: Findings) -> None:
    """Missing and stray cells, out-of-range numbers, leaks, constants, identifiers, scripts, very long texts."""
    train = scans["train"]
    names = [column.name for column in inference.schema.inputs]
    _missing(profile, train, names, findings)
    dates = {column.name for column in inference.schema.inputs if column.kind == "date"}
    for column, strays in train.strays.items():
        some = ", ".join(sorted({cell for _, cell in strays})[:3])
        kind = "date" if column in dates else "number"
        findings.add(
            "mixed_types",
            "warning",
            f"{amount(len(strays), 'cell')} of {column} {be(len(strays))} no {kind}: {some}",
            effect=f"Among {kind}s such a cell says nothing to a model.",
            remedy="read as missing; add the word to data.missing to say so",
            columns=[column],
            rows=strays,
        )
    for column, outliers in train.outliers.items():
        if len(outliers) <= max(1, OUTLIER_SHARE * len(train)):
            findings.add(
                "out_of_range",
                "info",
                f"far-out numbers of {column}: {', '.join(list(dict.fromkeys(cell for _, cell in outliers))[:3])}",
                effect=f"Over {OUTLIER_Z:g} robust standard deviations from the median: a code for missing, a slip?",
                remedy="kept; add a code for missing to data.missing",
                columns=[column],
                rows=outliers,
            )
    _leaks(inference, names, findings)
    _left_out(profile, inference, findings)
    for name in names:
        _texts(profile, name, findings)


def _missing(profile: Profile, train: Scan, names: Sequence[str], findings: Findings) -> None:
    lacking = [name for name in names if profile[name].missing]
    if not lacking or len(names) == 1:
        return
    shares = {name: profile[name].missing / profile.rows for name in lacking}
    worst = sorted(lacking, key=lambda name: -shares[name])
    listed = ", ".join(f"{name} {percent(shares[name])}" for name in worst[:4])
    findings.add(
        "missing",
        "warning" if shares[worst[0]] > MANY_MISSING else "info",
        f"cells are missing in {amount(len(lacking), 'column')}: {listed}" + (", ..." if len(worst) > 4 else ""),
        effect="A model sees that the cell is missing, and the middle value in its place.",
        remedy="kept",
        columns=worst,
        rows=((place, name) for name in worst for place in train.missing.get(name, ())),
        count=sum(profile[name].missing for name in lacking),
    )


def _leaks(inference: Inference, names: Sequence[str], findings: Findings) -> None:
    regression = inference.schema.target is not None and inference.schema.target.kind == "number"
    for leak in inference.leaks:
        used = leak.column in names
        findings.add(
            "leakage",
            "warning",
            f"{leak.column}: {leak_sentence(leak, inference.target, regression=regression)}",
            effect="If it is not known when a prediction is wanted, the figures are too good to be true.",
            remedy="kept: leave it out with data.inputs if it is known only afterwards" if used else "left out",
            columns=[leak.column],
            count=1,
        )


def _left_out(profile: Profile, inference: Inference, findings: Findings) -> None:
    leaking = {leak.column for leak in inference.leaks}
    rest = [name for name in inference.left_out if name not in leaking]
    for kind, text in (("constant", "the same in every row"), ("identifier", "different in every row")):
        names = [name for name in rest if profile[name].kind == kind]
        if names:
            findings.add(
                kind,
                "info",
                f"{', '.join(names[:6])}{', ...' if len(names) > 6 else ''}: {text}",
                effect="It says nothing about a new row.",
                remedy="left out of the inputs",
                columns=names,
                count=len(names),
            )
    for name in rest:
        if says_split(profile[name]):
            findings.add(
                "split_column",
                "warning",
                f"{name} deals the rows to {', '.join(list(profile[name].counts)[:4])}",
                effect="The rows are dealt anew, whatever it says; figures are not comparable with those of its split.",
                remedy="left out; to keep its split, write its parts to files: data.train, data.validation, data.test",
                columns=[name],
                count=1,
            )
        elif profile[name].kind not in ("constant", "identifier"):
            findings.add(
                "left_out",
                "info",
                f"{name}: {inference.left_out[name]}",
                effect="It is not learned from.",
                remedy="left out; name it in data.inputs to use it",
                columns=[name],
                count=1,
            )


def _texts(profile: Profile, name: str, findings: Findings) -> None:
    column = profile[name]
    if column.kind != "text":
        return
    main, *others = list(column.scripts.items()) or [("", 0.0)]
    others = [(script, share) for script, share in others if share >= SECOND_SCRIPT]
    if others:
        listed = ", ".join(f"{script} {percent(share)}" for script, share in [main, *others])
        findings.add(
            "scripts",
            "info",
            f"{name} is written in several scripts: {listed}",
            effect="A model may be worse in the rarer ones.",
            remedy="kept",
            columns=[name],
            count=round(sum(share for _, share in others) * profile.rows),
        )
    usual = column.lengths.get("0.95", 0.0)
    if column.longest >= LONG_CHARACTERS:
        findings.add(
            "long_texts",
            "info",
            f"the longest {name} has {column.longest:,} characters; 95 % have under {usual:,.0f}",
            effect="A network reads max_length tokens of it: the beginning and the end, or as model.cut says.",
            remedy="kept",
            columns=[name],
            count=1,
        )
