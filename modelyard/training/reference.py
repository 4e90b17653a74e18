"""What the starting model finds of every pair: log-likelihoods computed once, `reference/`, before the training.

In float32 and on the very tokens that training reads, so that the first margins are 0 up to the rounding of sums.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors import SafetensorError, safe_open
from safetensors.numpy import load_file, save, save_file

from modelyard.core import durable, registry
from modelyard.core.errors import RunError
from modelyard.core.features import Tokens, pad, take
from modelyard.core.recipe import Recipe
from modelyard.core.run import Run
from modelyard.data.conversations import Conversations
from modelyard.models._likelihood import likelihood
from modelyard.training import base, defaults, device

if TYPE_CHECKING:
    from modelyard.core.features import FeatureSpec

NAME, _PARTS = "reference", "reference-parts"
PART_RECORDS = 2_048  # computed between two writes: what a kill costs
BATCH_TOKENS = 8_192


def cut(tokens: Tokens, length: int) -> Tokens:
    """Sequences of at most `length` + 1 tokens: the beginning of a prompt goes first, then the end of an answer.

    One token of the prompt stays: an answer's first token needs one before it.
    """
    if int(tokens.lengths.max(initial=0)) <= length + 1:
        return tokens
    parts = []
    for start, stop in zip(tokens.offsets[:-1].tolist(), tokens.offsets[1:].tolist(), strict=True):
        part = np.asarray(tokens.ids[start:stop])
        over = len(part) - (length + 1)
        if over > 0:
            first = int(np.argmax(part >= 0))
            part = part[min(over, max(0, first - 1)) :][: length + 1]
        parts.append(part)
    offsets = np.concatenate([[0], np.cumsum([len(part) for part in parts])]).astype(np.int64)
    return Tokens(np.concatenate(parts), offsets)


def compute(recipe: Recipe, run: Run, spec: FeatureSpec) -> None:
    """Write `reference/`; killed, the same call goes on after the last whole part.

    Raises: RunError where the starting model has changed, or the disk is full.
    """
    known = Conversations.open(run.path / "bundle")
    digest = _digest(run, known, spec.max_length)
    parts = run.path / _PARTS
    parts.mkdir(exist_ok=True)
    durable.remove_litter(parts)
    model = _starting(recipe, base.check(run), spec)
    where = device.choose(recipe.train.device)
    device.make_repeatable(where)
    model.to(where)
    torch.set_num_threads(defaults.threads(recipe.train)[-1])
    tokens = cut(known.tokens(), spec.max_length)
    count = len(tokens) // 2
    found = []
    for start in range(0, count, PART_RECORDS):
        path = parts / f"{start:010d}.safetensors"
        part = _stored(path, digest)
        if part is None:
            index = np.arange(2 * start, min(2 * (start + PART_RECORDS), len(tokens)))
            part = pairs_of(model, take_tokens(tokens, index), spec.pad_id).reshape(-1, 4)
            durable.write_bytes(path, save({"nats": part}, metadata={"digest": digest}))
        found.append(part)
        run.emit("progress", text=f"reference of {min(start + PART_RECORDS, count):,} pairs", share=start / count)
    manifest = {"kind": "reference", "format": 1, "digest": digest}
    with durable.new_directory(run.path / NAME, manifest=manifest) as directory:
        save_file({"nats": np.concatenate(found)}, directory / "reference.safetensors")
    shutil.rmtree(parts, ignore_errors=True)


def _starting(recipe: Recipe, directory: Path, spec: FeatureSpec) -> Any:
    """The model that training starts from: where its base is quantised, with what quantising changes in it."""
    module = registry.load("models", recipe.model.family, field="model.family")
    if not recipe.model.options.get("base"):
        return module.open(directory, spec, 0)
    config = module.Config.model_validate(recipe.model.options)
    return module.build(config, spec).eval()  # an adapter that is not trained changes nothing


def read(run: Run, context: int) -> NDArray[np.float64]:
    """Nats and tokens of the chosen, nats and tokens of the rejected answer of every record, [N, 4].

    Raises: ArtifactError for a damaged file, RunError for one of other pairs or another starting model.
    """
    manifest = durable.verify_directory(run.path / NAME)
    if manifest.get("digest") != _digest(run, Conversations.open(run.path / "bundle"), context):
        raise RunError(
            "these log-likelihoods are of other pairs or of another starting model",
            where=str(run.path / NAME),
            remedy="Remove the folder and give the same command again.",
        )
    return np.asarray(load_file(run.path / NAME / "reference.safetensors")["nats"], dtype=np.float64)


def pairs_of(model: Any, tokens: Tokens, pad_id: int) -> NDArray[np.float64]:
    """Nats and predicted tokens of each sequence, [sequences, 2], in float32 and in batches of like length."""
    order = np.argsort(tokens.lengths, kind="stable")
    found = np.zeros((len(tokens), 2))
    start = 0
    with torch.no_grad():
        while start < len(order):
            rows = max(1, BATCH_TOKENS // max(1, int(tokens.lengths[order[min(start + 64, len(order) - 1)]])))
            index = order[start : start + min(rows, 64)]
            ids, mask = pad(take_tokens(tokens, index), pad_id)
            given = (torch.from_numpy(array).to(model.head.device) for array in (ids, mask))
            found[index] = likelihood(model, *given).cpu().numpy()
            start += len(index)
    return found


def take_tokens(tokens: Tokens, index: NDArray[np.int64]) -> Tokens:
    """The sequences at `index`."""
    found = take(tokens, index)
    assert isinstance(found, Tokens)
    return found


def _digest(run: Run, known: Conversations, context: int) -> str:
    return hashlib.sha256(json.dumps([base.digest(run), known.fingerprint, context]).encode()).hexdigest()


def _stored(path: Path, digest: str) -> NDArray[np.float64] | None:
    """A part that an earlier process wrote whole; None where there is none, or of something else."""
    try:
        with safe_open(path, "numpy") as file:
            return np.asarray(file.get_tensor("nats")) if (file.metadata() or {}).get("digest") == digest else None
    except (OSError, SafetensorError):
        return None
