"""How what was tried to be more even is told: the frontier, the price, and what was chosen on validation."""

from __future__ import annotations

from modelyard.auditing import mitigation
from modelyard.auditing.fairness_figures import Bools
from modelyard.auditing.mitigation import Point, Way
from modelyard.core import exhibit
from modelyard.core.exhibit import Exhibit, Json
from modelyard.core.report import Claim
from modelyard.core.words import measured, percent
from modelyard.inference.subject import Subject

SOURCE = "evidence/audit/mitigation.json: learned on train, chosen on validation, measured on test"
_WHAT = {"selection": "selection rates", "odds": "odds"}
_MEASURE = {"selection": "demographic_parity", "odds": "equalized_odds"}
Pairs = list[tuple[Way, dict[str, Point]]]


def exhibit_of(
    subject: Subject,
    attribute: str,
    names: tuple[str, ...],
    pairs: Pairs,
    truth: Bools,
    price: float,
    even: str,
) -> Exhibit:
    """The exhibit of ways [(way, its points)], the first the model as it is, the second the same family untouched."""
    confidence = subject.recipe.evaluate.confidence
    base_way, base = pairs[1]
    chosen = mitigation.choose([(way, item["validation"]) for way, item in pairs[2:]], base["validation"], price, even)
    what = _WHAT[even]
    claims: list[Claim] = []
    limits: list[str] = []
    if chosen is None:
        summary = f"no way was more even by {attribute} on validation for {percent(price, 0)} of accuracy at most"
    else:
        found = next(item["test"] for way, item in pairs if way is chosen)
        lost, interval = mitigation.loss(truth, base_way.test, chosen.test, confidence)
        before, after = mitigation.measure(base["test"], even), mitigation.measure(found, even)
        assert before is not None and after is not None
        summary = (
            f"{_name(chosen)} brings the difference of {what} by {attribute} from "
            f"{' '.join(measured(before.difference, before.difference_interval))} to "
            f"{' '.join(measured(after.difference, after.difference_interval))} for "
            f"{' '.join(measured(lost, interval, sign=True))} of accuracy"
        )
        name = f"mitigated_{_MEASURE[even]}_difference_by_{attribute}"
        claims = [
            _claim(name, after.difference, after.difference_interval, subject, len(truth)),
            _claim("accuracy_lost_by_mitigation", lost, interval, subject, len(truth)),
        ]
        limits += _dearer(base["test"], found, even)
        if chosen.method == "constrained training":
            limits.append(
                "constrained training answers by models drawn at random: an equal row may be answered otherwise"
            )
        if chosen.method == "thresholds by group":
            limits.append(
                f"thresholds by group need {attribute} when answering, which the law may forbid; they are not in the "
                "model that is shipped"
            )
    limits.append("what is shipped is the model as it is: nothing that was tried here is in it")
    rows = [_row(way, item["test"], subject, base_way, truth, chosen is way) for way, item in pairs]
    blocks = [
        _frontier(pairs, attribute, even),
        exhibit.table(
            ["way", "accuracy", "lost", "difference of selection rates", "equalised odds"],
            rows,
            title=f"Ways of being more even by {attribute}, on {subject.split}",
            note=f"Lost: against the same family with nothing done, on the same rows. Groups: {', '.join(names)}.",
        ),
        exhibit.text(
            "Reweighting: Kamiran and Calders 2012 (it evens selection rates, whatever is asked for). Thresholds by "
            f"group: each group's {'true positive' if even == 'odds' else 'selection'} rate is moved towards that of "
            f"all. Constrained training: exponentiated gradient under a bound on how far a group's {what} may be from "
            "those of all (Agarwal et al. 2018, by fairlearn), each row answered by one of its models at random. "
            f"Chosen: the most even on validation that costs {percent(price, 0)} of accuracy there at most.",
            quiet=True,
        ),
    ]
    return Exhibit(
        name="mitigation",
        stage="audit",
        title="More even, and what it costs",
        summary=summary,
        claims=tuple(claims),
        blocks=tuple(blocks),
        limits=tuple(limits),
    )


def _dearer(before: Point, after: Point, even: str) -> list[str]:
    """What is less even for it: rates given the truth cannot be evened out together with rates overall."""
    other = "odds" if even == "selection" else "selection"
    first, second = mitigation.measure(before, other), mitigation.measure(after, other)
    if first is None or second is None or second.difference_interval[0] <= first.difference_interval[1]:
        return []
    was = " ".join(measured(first.difference, first.difference_interval))
    now = " ".join(measured(second.difference, second.difference_interval))
    return [f"more even {_WHAT[even]} make {_WHAT[other]} less even: difference {was} to {now}"]


def _name(way: Way) -> str:
    return f"{way.method} ({way.setting})" if way.setting else way.method


def _row(way: Way, found: Point, subject: Subject, base: Way, truth: Bools, chosen: bool) -> list[str]:
    confidence = subject.recipe.evaluate.confidence
    lost, interval = mitigation.loss(truth, base.test, way.test, confidence)
    odds = found.odds
    return [
        f"{_name(way)}, chosen" if chosen else _name(way),
        " ".join(measured(found.accuracy, found.accuracy_interval)),
        "" if way is base else " ".join(measured(lost, interval, sign=True)),
        " ".join(measured(found.parity.difference, found.parity.difference_interval)),
        " ".join(measured(odds.difference, odds.difference_interval)) if odds else "too few rows",
    ]


def _frontier(pairs: Pairs, attribute: str, even: str) -> Json:
    """One line a method, from its most even setting to the least."""
    methods = list(dict.fromkeys(way.method for way, _ in pairs))
    series = []
    for method in methods:
        mine = sorted(
            (
                (apart.difference, item["test"])
                for way, item in pairs
                if way.method == method and (apart := mitigation.measure(item["test"], even)) is not None
            ),
            key=lambda pair: pair[0],
        )
        series.append(
            {
                "name": method,
                "x": [x for x, _ in mine],
                "y": [item.accuracy for _, item in mine],
                "low": [item.accuracy_interval[0] for _, item in mine],
                "high": [item.accuracy_interval[1] for _, item in mine],
            }
        )
    return exhibit.lines(
        series,
        title="The price of being even",
        x_label=f"difference of {_WHAT[even]} by {attribute}",
        y_label="accuracy",
        note="Further left is more even, further up is more often right.",
    )


def _claim(name: str, value: float, interval: tuple[float, float], subject: Subject, count: int) -> Claim:
    return Claim(
        name=name,
        value=value,
        n=count,
        interval=interval,
        split=subject.split,
        source=SOURCE,
        higher_is_better=False,
    )
