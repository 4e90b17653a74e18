"""The verdict in words: is the model worth its price?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from modelyard.core.report import Claim
from modelyard.core.words import counted, duration, measured, milliseconds, printable, size

_FAMILIES = {
    ("linear", "text", "classification"): "TF-IDF + logistic regression",
    ("linear", "table", "classification"): "logistic regression",
    ("linear", "text", "regression"): "TF-IDF + linear regression",
    ("linear", "table", "regression"): "linear regression",
    ("ngram", "corpus", "language"): "4-gram Kneser-Ney",
}

# What is timed of a subject, and how that is said; the first that is known stands for all.
_TIMES = (
    ("milliseconds", "an answer"),
    ("milliseconds_per_token", "a token written"),
    ("milliseconds_per_1000_tokens", "per 1,000 tokens scored"),
)


def family_name(family: str, sort: str, kind: str) -> str:
    """A family for a reader: the linear one over texts is `TF-IDF + logistic regression`."""
    if family == "trees":
        return "gradient-boosted trees"
    return _FAMILIES.get((family, sort, kind), family)


def sentence(verdict: Mapping[str, Any]) -> str:
    """Whether the model beats the cheap baseline, and at what price; plainly, where it is the cheap one itself."""
    model, cost, gain = verdict["model"], verdict["cost"], verdict["gain"]
    claim = Claim.from_json(model)
    name = cost["model"]["name"]
    amount = _gain(gain, claim, "gain in {}")
    if verdict["ships"] == "cheap":
        return f"The model is the cheap one, {name}{_trained(cost['model'])}; {_against_trivial(gain, amount)}."
    if gain["family"] == "trivial":
        return f"The model is {name}{_trained(cost['model'])}; {_against_trivial(gain, amount)}."
    # A fine-tuned model's rival is of its own family: the model it started from.
    rival = gain["over"] if cost["cheap"]["name"] == name else f"the cheap baseline, {gain['over']}"
    said = {
        "better": f"The {name} model beats {rival} ({amount})",
        "tie": f"The {name} model is not shown to beat {rival} ({amount})",
        "worse": f"The {name} model is worse than {rival} ({amount})",
    }[gain["outcome"]]
    return f"{said}. {_price(cost)}"


def verdict_lines(evaluation: Mapping[str, Any]) -> list[str]:
    """What the terminal says: the figure with its interval, the baselines, the gain, and the plain sentence."""
    verdict = evaluation["verdict"]
    claim = Claim.from_json(verdict["model"])
    lines = [f"verdict   {claim} on {_judged_on(evaluation, claim)}"]
    parts = []
    for baseline in verdict["baselines"]:
        other = Claim.from_json(baseline["claim"])
        parts.append(f"{printable(baseline['name'])} {measured(other.value, other.interval)[0]}")
    parts.append(_gain(verdict["gain"], claim, "gain"))
    lines.append("  " + "      ".join(parts))
    lines.append(f"  {printable(verdict['sentence'], 400)}")
    lines += [f"  stated: {printable(note, 400)}" for note in evaluation.get("stated", ())]
    lines += [f"  note: {printable(note, 400)}" for note in evaluation["notes"]]
    return lines


def _judged_on(evaluation: Mapping[str, Any], claim: Claim) -> str:
    row = evaluation["rows"].removesuffix("s")
    if evaluation["unseen"]:
        return counted(claim.n, f"unseen {row}") + (f" ({size(evaluation['bytes'])})" if "bytes" in evaluation else "")
    if claim.split == "validation":
        return counted(claim.n, f"validation {row}")
    return counted(claim.n, row) + (" seen in training" if claim.split == "train" else f" of {printable(claim.split)}")


def _gain(gain: Mapping[str, Any], claim: Claim, head: str) -> str:
    """`gain in accuracy +0.012 [+0.001, +0.023]`; of an error, whose plus would mislead, `rmse lower by 12 [3, 21]`."""
    metric, value, interval = claim.name.replace("_", " "), gain["value"], gain["interval"]
    if claim.higher_is_better is not False:
        return " ".join((head.format(metric), *measured(value, interval, sign=True))).rstrip()
    if value < 0:
        value, interval, head = -value, interval and [-interval[1], -interval[0]], "higher by"
    else:
        head = "lower by"
    return " ".join((metric, head, *measured(value, interval))).rstrip()


def _against_trivial(gain: Mapping[str, Any], amount: str) -> str:
    said = {"better": "it beats", "tie": "it is not shown to beat", "worse": "it is worse than"}[gain["outcome"]]
    return f"{said} {gain['over']} ({amount})"


def _trained(cost: Mapping[str, Any]) -> str:
    return f", trained in {duration(cost['seconds'])}" if cost.get("seconds") is not None else ""


def _price(cost: Mapping[str, Any]) -> str:
    """What each costs to train and to ask."""
    model, cheap = cost["model"], cost["cheap"]
    parts = []
    if model.get("seconds") is not None and cheap.get("seconds") is not None:
        parts.append(f"{duration(model['seconds'])} of training against {duration(cheap['seconds'])}")
    for key, what in _TIMES:
        if model.get(key) is not None:
            against = f" against {milliseconds(cheap[key])}" if cheap.get(key) is not None else ""
            parts.append(f"{milliseconds(model[key])} {what}{against}")
    return f"It costs {', '.join(parts[:-1])}{' and ' * (len(parts) > 1)}{parts[-1]}." if parts else ""


def price_of_answer(cost: Mapping[str, Any]) -> str:
    """The time of one answer of a subject: `2.4 ms an answer`, of a language model `3.1 ms a token`."""
    return next((f"{milliseconds(cost[key])} {what}" for key, what in _TIMES if cost.get(key) is not None), "")
