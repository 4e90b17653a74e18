"""What people said of models' answers, as an exhibit: how far they agree, what they prefer, how good they find it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from modelyard.core.exhibit import Exhibit, Json, table, text
from modelyard.core.report import Claim
from modelyard.core.words import counted, excerpt, measured
from modelyard.evaluation.people_pairs import pairs
from modelyard.evaluation.people_ratings import ratings
from modelyard.evaluation.people_told import How, Keys, Told, item_of
from modelyard.evaluation.votes import Vote
from modelyard.metrics import agreement
from modelyard.metrics._metric import Undefined

NAME = "people"
COMMENTS = 12
# From the first on a conclusion is firm, from the second on tentative. Source: Krippendorff 2004, "Content analysis".
FIRM, TENTATIVE = 0.8, 0.667
_LEVELS: dict[str, tuple[agreement.Level, ...]] = {"rating": ("ordinal", "interval", "nominal"), "pairs": ("nominal",)}
_HOW = (
    "The raters did not see whose answer was whose. Votes on one item count as one: intervals are for more such items."
)


def exhibit(
    votes: Sequence[Vote], keys: Keys, *, confidence: float = 0.95, resamples: int = 1000, seed: int = 0
) -> Exhibit:
    """All that these votes say; sheets of both forms may stand among them."""
    raters = sorted({vote.rater for vote in votes})
    source = f"evidence/evaluate/{NAME}.json: votes of {counted(len(raters), 'rater')}"
    how = How(confidence=confidence, resamples=resamples, seed=seed, source=source)
    all_told = Told(detail={"votes": len(votes), "raters": raters})
    for form, judged in (("pairs", pairs), ("rating", ratings)):
        own = [vote for vote in votes if keys[vote.sheet]["form"] == form]
        for told in (judged(own, keys, how), _agreement(own, keys, form, how)) if own else ():
            all_told.blocks += told.blocks
            all_told.claims += told.claims
            all_told.limits += told.limits
            all_told.said += told.said
            all_told.detail[form] = all_told.detail.get(form, {}) | told.detail
    return Exhibit(
        name=NAME,
        stage="evaluate",
        title="Judged by people",
        summary=" ".join(all_told.said),
        claims=tuple(all_told.claims),
        blocks=(*all_told.blocks, *_comments(votes), text(_HOW, quiet=True)),
        limits=tuple(all_told.limits),
        detail=all_told.detail,
    )


def _agreement(votes: Sequence[Vote], keys: Keys, form: str, how: How) -> Told:
    """Krippendorff's alpha on every scale that the answers allow; the first is the form's own, and makes the claim."""
    raters, items = sorted({v.rater for v in votes}), sorted({(v.sheet, v.item) for v in votes})
    values = np.full((len(raters), len(items)), np.nan)
    for vote in votes:
        at = raters.index(vote.rater), items.index((vote.sheet, vote.item))
        values[at] = float(vote.answer) if form == "rating" else _choice(vote, keys)
    try:
        found = {
            level: agreement.krippendorff(
                values, level, confidence=how.confidence, resamples=how.resamples, seed=how.seed
            )
            for level in _LEVELS[form]
        }
    except Undefined as reason:
        limit = f"Judged by people: how far the raters agree is not known ({reason})."
        return Told(limits=[limit], detail={"alpha": None})
    own = found[_LEVELS[form][0]]
    shown = " ".join(measured(own.alpha, own.interval)).strip()
    word = "firm" if own.alpha >= FIRM else ("tentative" if own.alpha >= TENTATIVE else "weak")
    told = Told(
        said=[f"Agreement of {counted(len(raters), 'rater')} is {word}: alpha {shown}."],
        detail={"alpha": {level: one.alpha for level, one in found.items()}},
    )
    if own.alpha < TENTATIVE:
        told.limits.append(f"Judged by people: the raters agree little (Krippendorff's alpha {shown}).")
    told.claims.append(
        Claim(
            name=f"agreement_{form}",
            value=own.alpha,
            n=own.units,
            interval=own.interval,
            split="people",
            source=f"{how.source}: Krippendorff's alpha, {_LEVELS[form][0]}",
            higher_is_better=True,
        )
    )
    rows = [
        (level, *measured(one.alpha, one.interval), f"{one.units:,}", f"{one.ratings:,}")
        for level, one in found.items()
    ]
    told.blocks.append(
        table(
            ("scale", "Krippendorff's alpha", "interval", "items of two or more votes", "votes"),
            rows,
            title="Do the raters agree?",
            note=f"1: always; 0: as chance would. From {FIRM} on conclusions are firm, from {TENTATIVE} on tentative.",
        )
    )
    return told


def _choice(vote: Vote, keys: Keys) -> float:
    """What was preferred, whichever side it stood on: 0 neither, else the model's number in its pair."""
    models = list(item_of(vote, keys)["models"])
    if vote.answer == "tie":
        return 0.0
    return 1.0 + sorted(models).index(models[0 if vote.answer == "left" else 1])


def _comments(votes: Sequence[Vote]) -> list[Json]:
    said = [(vote.rater, f"{vote.item}", vote.answer, excerpt(vote.comment)) for vote in votes if vote.comment]
    note = f"{len(said) - COMMENTS:,} more stand in the raters' files." if len(said) > COMMENTS else ""
    return [table(("rater", "item", "answer", "comment"), said[:COMMENTS], title="Comments", note=note)] if said else []
