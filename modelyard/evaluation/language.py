"""A language model on documents that nobody trained on, beside compressors and counted n-grams."""

from __future__ import annotations

import dataclasses
import lzma
import math
import zlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from modelyard.core import durable
from modelyard.core.recipe import Recipe
from modelyard.core.report import Claim
from modelyard.core.run import Run
from modelyard.core.schema import Rows
from modelyard.core.words import counted
from modelyard.data.corpus import Corpus
from modelyard.data.shards import Shards
from modelyard.evaluation.contamination import RUN, shared
from modelyard.evaluation.continuations import continuations
from modelyard.evaluation.evaluate import conclude
from modelyard.evaluation.judging import Ground, Judged, judge, language_ground, training_claim
from modelyard.evaluation.verdict import family_name

if TYPE_CHECKING:
    from modelyard.inference import Predictor

# Documents of the test split that are judged: enough for an interval of a per cent, and a bound on time.
TEST_BYTES = 4_000_000
# A document with more of its tokens in runs that the training text holds counts as contaminated.
CONTAMINATED = 0.5
SHOWN_DOCUMENTS = 8
SHOWN_CHARACTERS = 400

_COMPRESSORS: dict[str, Callable[[bytes], bytes]] = {
    "gzip -9": lambda text: zlib.compress(text, 9, wbits=31),
    "xz -9e": lambda text: lzma.compress(text, preset=9 | lzma.PRESET_EXTREME),
}


def evaluate(recipe: Recipe, corpus: Corpus, run: Run) -> None:
    """Write `claims.json` and `evaluation.json`: bits per byte of the test documents, and what they are worth.

    Raises: ArtifactError when the model's likelihoods are not finite.
    """
    from modelyard.inference import Predictor

    selection = run.read_json("models/selection.json")
    shipped, cheap = str(selection["shipped"]), str(selection["cheap"])
    split = next((name for name in ("test", "validation") if corpus.counts.get(name)), "train")
    predictor = Predictor.load(run.path / "artifact")
    rows, places = corpus.sample(split, TEST_BYTES)
    ground = language_ground(predictor, rows, places, split, recipe.evaluate, recipe.seed)
    where = f"{counted(len(places), 'document')} of bundle/{split}"
    model = judge(predictor, ground, "model", f"evaluate: artifact on {where}", shipped, _seconds(run, shipped))
    continued = continuations(predictor, rows, places, seed=recipe.seed)
    model = dataclasses.replace(model, writing=continued.milliseconds)
    rivals = [compressed(name, ground, where) for name in _COMPRESSORS]
    if recipe.evaluate.baseline and cheap != shipped:
        other = Predictor.load(run.path / "models" / cheap, verify=False)
        name = family_name(cheap, predictor.task.sort, ground.kind)
        rivals.append(judge(other, ground, name, f"evaluate: models/{cheap} on {where}", cheap, _seconds(run, cheap)))
    ships = "cheap" if cheap == shipped else "candidate"
    claims, evaluation = conclude(ground, model, rivals, ships, predictor, str(selection["metric"]))
    claims += [training_claim(one, corpus.counts["train"]) for one in (model, *rivals) if one.seconds is not None]
    overlap = shared(_tokens(predictor, rows), Shards.open(run.path / "tokens", "train"))
    claims += _overlap_claims(ground, model, overlap, split)
    notes = {
        "test": [],
        "validation": ["there is no test split: these documents also chose the weights, so the figures flatter it"],
        "train": ["there is neither a test nor a validation split: the model was trained on these very documents"],
    }[split]
    if len(places) < corpus.counts[split]:
        notes.append(f"{len(places):,} of {corpus.counts[split]:,} documents are judged, drawn at random")
    evaluation["notes"] = [*notes, *evaluation["notes"]]
    evaluation["bytes"] = int(ground.known.targets.sum())
    evaluation["documents"] = least_likely(ground, model, overlap)
    evaluation["samples"] = continued.samples
    evaluation["contamination"] = {
        "run": RUN,
        "mean": float(overlap.mean()),
        "over": float((overlap > CONTAMINATED).mean()),
        "limit": CONTAMINATED,
    }
    durable.write_json(run.path / "evaluation.json", evaluation)
    durable.write_json(run.path / "claims.json", [claim.to_json() for claim in claims])


def compressed(name: str, ground: Ground, where: str) -> Judged:
    """A compressor over all documents as one file; each document is charged by its share of the bytes."""
    (texts,) = ground.known.rows.values()
    whole = "\n\n".join(texts).encode()
    nats = len(_COMPRESSORS[name](whole)) * 8 * math.log(2)
    lengths = ground.known.targets.astype(np.float64)
    outputs = np.stack([nats * lengths / len(whole), np.zeros(len(lengths))], axis=1)
    return Judged(
        subject=name,
        outputs=outputs,
        source=f"evaluate: {name} on {where}, as one file",
        family="trivial",
    )


def _tokens(predictor: Predictor, rows: Rows) -> list[NDArray[np.int32]]:
    found = predictor.task.encode(rows)
    return [found.ids[start:stop] for start, stop in zip(found.offsets[:-1], found.offsets[1:], strict=True)]


def _overlap_claims(ground: Ground, model: Judged, overlap: NDArray[np.float64], split: str) -> list[Claim]:
    """What the test text shares with the training text, and bits per byte where it shares little."""
    source = f"evaluate: runs of {RUN} tokens that tokens/train holds too"
    count = len(overlap)
    claims = [
        Claim(
            name="contamination",
            value=float(overlap.mean()),
            unit="1",
            n=count,
            split=split,
            source=source,
            subject="model",
            higher_is_better=False,
        )
    ]
    clean = overlap <= CONTAMINATED
    if clean.any() and not clean.all():
        value = ground.metrics.bits_per_byte(ground.known.targets[clean], model.outputs[clean])
        claims.append(
            Claim(
                name="bits_per_byte_clean",
                value=value,
                unit="bits/byte",
                n=int(clean.sum()),
                split=split,
                source=f"{source}: documents with at most {CONTAMINATED:.0%} of their tokens in such runs",
                subject="model",
                higher_is_better=False,
            )
        )
    return claims


def least_likely(ground: Ground, model: Judged, overlap: NDArray[np.float64] | None = None) -> list[dict[str, Any]]:
    """The documents that the model finds least likely, as rows, with what each shares with the training text."""
    (texts,) = ground.known.rows.values()
    lengths = ground.known.targets.astype(np.float64)
    bits = model.outputs[:, 0].astype(np.float64) / lengths / math.log(2)
    order = np.argsort(-bits, kind="stable")[:SHOWN_DOCUMENTS]
    return [
        {
            "place": ground.known.places[i],
            "text": texts[i][:SHOWN_CHARACTERS],
            "bytes": int(lengths[i]),
            "bits_per_byte": float(bits[i]),
            "shared": None if overlap is None else float(overlap[i]),
        }
        for i in order.tolist()
    ]


def _seconds(run: Run, family: str) -> float:
    return float(run.read_json(f"models/{family}/training.json")["seconds"])
