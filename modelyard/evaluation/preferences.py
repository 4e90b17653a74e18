"""A model trained on preferences, on pairs that nobody trained on: do the chosen answers gain, and at what distance?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from modelyard.core import durable
from modelyard.core.features import Tokens, pad, take
from modelyard.core.recipe import Recipe
from modelyard.core.report import Claim
from modelyard.core.run import Run
from modelyard.core.schema import Rows
from modelyard.core.words import counted
from modelyard.data.conversations import Conversations
from modelyard.evaluation.conversations import SHOWN, SHOWN_CHARACTERS, TEST_BYTES, Start, judged_split, samples
from modelyard.evaluation.evaluate import conclude
from modelyard.evaluation.judging import Ground, Judged, judge, language_ground, training_claim
from modelyard.metrics.intervals import draw, span

if TYPE_CHECKING:
    from modelyard.inference import Predictor

LIKELIER = "the likelier answer by the base model"
LONGER = "the longer answer"
# Pairs whose chosen answers both models read for the divergence: a bound on time.
DRIFT_PAIRS = 200


def evaluate(recipe: Recipe, conversations: Conversations, run: Run) -> None:
    """Write `claims.json` and `evaluation.json`: how often the chosen answer gained more, and how far the model went.

    Raises: ArtifactError when the model's likelihoods are not finite.
    """
    from modelyard.inference import Predictor

    shipped = str(run.read_json("models/selection.json")["shipped"])
    split, notes = judged_split(conversations)
    predictor = Predictor.load(run.path / "artifact")
    rows, places = conversations.sample(split, TEST_BYTES)
    ground = language_ground(predictor, rows, places, split, recipe.evaluate, recipe.seed)
    where = f"{counted(len(places), 'pair')} of bundle/{split}"
    source = str(recipe.model.options["from"])
    seconds = float(run.read_json(f"models/{shipped}/training.json")["seconds"])
    after = judge(predictor, ground, "model", f"evaluate: artifact on {where}, against {source}", shipped, seconds)
    start = Start(source, predictor.task, shipped)
    before = judge(start, ground, LIKELIER, f"evaluate: {source} on {where}", shipped, None)
    reference = _log_likelihoods(before)
    gained = _log_likelihoods(after) - reference
    model = _with(after, gained)
    lengths = f"evaluate: token counts of {where}"
    rivals = [
        Judged(subject=LONGER, outputs=ground.known.targets, source=lengths, family="trivial"),
        _with(before, reference),
    ]
    claims, evaluation = conclude(ground, model, rivals, "candidate", predictor, "reward_accuracy")
    # What these two differ by is no reward: only how often they are right can be compared.
    claims = [claim for claim in claims if claim.subject == "model" or claim.name == "reward_accuracy"]
    claims.append(training_claim(model, conversations.counts["train"]))
    claims += _gains(ground, gained, model.source)
    claims.append(_drift(ground, predictor, start, rows))
    if len(places) < conversations.counts[split]:
        notes.append(f"{len(places):,} of {conversations.counts[split]:,} pairs are judged, drawn at random")
    evaluation["notes"] = [*notes, *evaluation["notes"]]
    evaluation["samples"] = samples(predictor, start, list(rows["prompt"][:SHOWN]))
    evaluation["documents"] = _lost(ground, gained)
    durable.write_json(run.path / "evaluation.json", evaluation)
    durable.write_json(run.path / "claims.json", [claim.to_json() for claim in claims])


def _log_likelihoods(judged: Judged) -> NDArray[np.float64]:
    """Of the chosen and the rejected answer of each pair, [N, 2]."""
    return -np.asarray(judged.outputs, dtype=np.float64)[:, [0, 2]]


def _with(judged: Judged, outputs: NDArray[np.float64]) -> Judged:
    return Judged(
        subject=judged.subject,
        outputs=outputs,
        source=judged.source,
        family=judged.family,
        seconds=judged.seconds,
        milliseconds=judged.milliseconds,
    )


def _gains(ground: Ground, gained: NDArray[np.float64], source: str) -> list[Claim]:
    """What the chosen and the rejected answers gained a token: a chosen answer may lose, if it loses less."""
    tokens = np.asarray(ground.known.targets, dtype=np.float64)
    return [
        _ratio(ground, f"{name}_gain", gained[:, i], tokens[:, i], source)
        for i, name in enumerate(("chosen", "rejected"))
    ]


def _drift(ground: Ground, predictor: Predictor, start: Start, rows: Rows) -> Claim:
    """KL(model || base) of the next token, over the tokens of chosen answers: 0 where nothing has changed."""
    import torch

    from modelyard.inference.backends import Language
    from modelyard.models._answers import divergence

    task = predictor.task
    assert isinstance(predictor.backend, Language)
    everything = task.encode(rows)
    sums, counts = [], []
    for pair in range(min(DRIFT_PAIRS, len(everything) // 2)):
        one = take(everything, [2 * pair])
        assert isinstance(one, Tokens)
        marked = torch.from_numpy(pad(one, task.features.pad_id)[0][:, : task.context + 1])
        marked = marked.to(predictor.backend.device)
        said = marked[:, 1:] >= 0
        ids = torch.where(marked < 0, ~marked, marked)[:, :-1]
        with torch.inference_mode():
            first, second = (model.hidden(ids)[said] for model in (predictor.backend.model, start.backend.model))
            found = divergence(first, predictor.backend.model.head, second, start.backend.model.head)
        sums.append(float(found.sum()))
        counts.append(float(said.sum()))
    source = f"evaluate: both models on the chosen answers of {len(sums):,} pairs"
    return _ratio(ground, "drift", np.array(sums), np.array(counts), source)


def _ratio(ground: Ground, name: str, sums: NDArray[np.float64], counts: NDArray[np.float64], source: str) -> Claim:
    """Nats a token over all pairs, with the bootstrap's interval over pairs."""
    settings = ground.settings
    value = float(sums.sum() / max(1.0, counts.sum()))
    drawn = np.concatenate(
        [
            (times @ sums) / np.maximum(1.0, times @ counts)
            for times in draw(np.zeros(len(sums)), settings.resamples, ground.seed)
        ]
    )
    low, high = span(drawn, value, settings.confidence, settings.resamples)
    return Claim(
        name=name,
        value=value,
        unit="nats/token",
        n=len(sums),
        interval=(min(low, value), max(high, value)) if len(sums) > 1 else None,
        split=ground.split,
        source=source,
        subject="model",
    )


def _lost(ground: Ground, gained: NDArray[np.float64]) -> list[dict[str, Any]]:
    """The pairs whose rejected answer gained most over the chosen one."""
    margin = gained[:, 0] - gained[:, 1]
    rows = ground.known.rows
    return [
        {
            "place": ground.known.places[i],
            "prompt": rows["prompt"][i][-1]["content"][:SHOWN_CHARACTERS],
            "chosen": rows["chosen"][i][-1]["content"][:SHOWN_CHARACTERS],
            "rejected": rows["rejected"][i][-1]["content"][:SHOWN_CHARACTERS],
            "margin": float(margin[i]),
        }
        for i in np.argsort(margin, kind="stable")[:SHOWN].tolist()
    ]
