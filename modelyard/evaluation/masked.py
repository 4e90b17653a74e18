"""A masked language model on documents that nobody trained on, beside the frequencies of tokens."""

from __future__ import annotations

import numpy as np

from modelyard.core import durable
from modelyard.core.recipe import Recipe
from modelyard.core.run import Run
from modelyard.core.words import counted
from modelyard.data.corpus import Corpus
from modelyard.data.shards import Shards
from modelyard.evaluation.evaluate import conclude
from modelyard.evaluation.judging import Ground, Judged, judge, language_ground, training_claim

TEST_BYTES = 1_000_000
UNIGRAM = "token frequencies"
_CHUNK = 1 << 20


def evaluate(recipe: Recipe, corpus: Corpus, run: Run) -> None:
    """Write `claims.json` and `evaluation.json`: bits per byte of what is masked in the test documents.

    Not to be compared with a causal model's: both sides of a masked token are seen.
    Raises: ArtifactError when the model's likelihoods are not finite.
    """
    from modelyard.inference import Predictor

    shipped = str(run.read_json("models/selection.json")["shipped"])
    split = next((name for name in ("test", "validation") if corpus.counts.get(name)), "train")
    predictor = Predictor.load(run.path / "artifact")
    rows, places = corpus.sample(split, TEST_BYTES)
    ground = language_ground(predictor, rows, places, split, recipe.evaluate, recipe.seed)
    where = f"{counted(len(places), 'document')} of bundle/{split}"
    seconds = float(run.read_json(f"models/{shipped}/training.json")["seconds"])
    model = judge(predictor, ground, "model", f"evaluate: artifact on {where}", shipped, seconds)
    claims, evaluation = conclude(
        ground, model, [_frequencies(ground, predictor, run, where)], "candidate", predictor, "bits_per_byte"
    )
    claims.append(training_claim(model, corpus.counts["train"]))
    note = "figures are of masked tokens, of which both sides are seen: not to be compared with a causal model's"
    evaluation["notes"] = [note, *evaluation["notes"]]
    durable.write_json(run.path / "evaluation.json", evaluation)
    durable.write_json(run.path / "claims.json", [claim.to_json() for claim in claims])


def _frequencies(ground: Ground, predictor: object, run: Run, where: str) -> Judged:
    """Each masked token by how often it stands in the training text, one added to every count."""
    task = predictor.task  # type: ignore[attr-defined]
    shards = Shards.open(run.path / "tokens", "train")
    counts = np.ones(task.features.width)
    for start in range(0, shards.tokens, _CHUNK):
        read = shards.read(start, min(start + _CHUNK, shards.tokens))
        counts += np.bincount(read, minlength=len(counts))[: len(counts)]
    nats = -np.log(counts / counts.sum())
    found = task.encode(ground.known.rows)
    masked = found.ids >= 0
    sums = np.add.reduceat(np.where(masked, nats[np.where(masked, found.ids, 0)], 0.0), found.offsets[:-1])
    tokens = np.add.reduceat(masked, found.offsets[:-1])
    return Judged(
        subject=UNIGRAM,
        outputs=np.stack([sums, tokens], axis=1).astype(np.float64),
        source=f"evaluate: counts of tokens/train on {where}",
        family="trivial",
    )
