"""A decoder that vLLM computes on a GPU, behind our own server: opened, started, and compared with what was recorded.

Not run on a GPU by this project's own tests: they speak with a fake of vLLM's protocol (docs/serving.md).
"""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.core import registry
from modelyard.core.artifact import Artifact, open_artifact
from modelyard.core.errors import ArtifactError, RecipeError
from modelyard.inference.golden import Golden
from modelyard.inference.language import LanguagePredictor
from modelyard.serving import exported, vllm_client, vllm_process, vllm_wire

_LOG = logging.getLogger("modelyard.serving")
# Nats. vLLM computes float32 weights in float16: log-probabilities move by hundredths, those of another model by whole
# nats.
TOLERANCE = 0.15


@dataclass(frozen=True, slots=True)
class _Shape:
    """What `Generator` asks of a decoder that is computed elsewhere."""

    config: Any

    def eval(self) -> _Shape:
        """Itself."""
        return self


@dataclass(frozen=True, slots=True)
class _Config:
    vocab_size: int
    eos_token_id: Any
    max_position_embeddings: int | None


class VllmPredictor(LanguagePredictor):
    """A language model whose texts vLLM writes. It scores no rows itself."""

    def __init__(self, artifact: Artifact, task: Any, engine: vllm_process.Process, name: str) -> None:
        super().__init__(artifact, task, _Elsewhere())
        self.engine, self.engine_name = engine, name

    @cached_property
    def decoder(self) -> Any:
        """The shape of the decoder."""
        config = self.artifact.json("config.json")
        positions = config.get("max_position_embeddings")
        return _Shape(_Config(int(config["vocab_size"]), config.get("eos_token_id"), positions))

    def replay(self) -> float:
        """Ask vLLM how likely it finds what was recorded token by token. Raises: ArtifactError beyond TOLERANCE."""
        golden = Golden.from_json(self.artifact.json("golden.json"))
        if not golden.greedy:
            raise ArtifactError(
                "there is nothing recorded that vLLM could be compared with",
                where=str(self.artifact.path),
                remedy="Package the run again with this version, or use --backend stored.",
            )
        largest = 0.0
        for one in golden.greedy:
            prompt = [*one["prompt"], *one["tokens"]]
            asked = vllm_wire.scoring(self.engine_name, prompt, 1)
            try:
                scores = vllm_wire.scores_of(prompt, vllm_client.ask(self.engine.address, asked), 1)
            except vllm_client.EngineError as error:
                raise ArtifactError("vLLM does not answer as it should", where="golden.json", got=str(error)) from error
            found = scores.logprobs[-len(one["tokens"]) :]
            difference = max(abs(a - b) for a, b in zip(found, one["logprobs"], strict=True))
            largest = difference if not difference <= largest else largest
        if not largest <= TOLERANCE:
            raise ArtifactError(
                f"vLLM's log-probabilities differ by more than {TOLERANCE:g} from what was recorded",
                where="golden.json, vllm backend",
                got=largest,
                remedy="Use --backend stored, or see whether it is rounding: MODELYARD_VLLM_ARGS='--dtype float32'",
            )
        self.largest_difference = largest
        return largest


class _Elsewhere:
    """The backend of a model that answers no rows here."""

    name = "vllm"

    def __call__(self, features: Any) -> NDArray[np.float64]:
        """Raises: RecipeError."""
        raise RecipeError("this backend answers no rows", where="--backend", got=self.name)


def open_model(path: Path, name: str | None = None) -> VllmPredictor:
    """The verified decoder of a run, an artifact or its Hugging Face export; vLLM is started and compared.

    Raises: RecipeError where vLLM or a GPU is missing; ArtifactError for a model that it cannot open or answers
    otherwise.
    """
    vllm_process.find()
    artifact = exported.opened(path) if exported.is_export(path) else open_artifact(path)
    directory = artifact.path.resolve()
    architectures = artifact.json("config.json").get("architectures") if artifact.family == "decoder" else None
    if not architectures or not (directory / "model.safetensors").is_file():
        raise ArtifactError(
            "vLLM serves decoders whose weights stand in model.safetensors",
            where=str(directory),
            got=artifact.family,
            remedy="Use --backend stored.",
        )
    task = registry.load("tasks", artifact.task, field="task", where=str(directory)).Task.load(directory)
    served_as = name or directory.name
    engine = vllm_process.start(directory, served_as)
    model = VllmPredictor(artifact, task, engine, served_as)
    try:
        engine.wait_until_ready()
        largest = model.replay()
    except BaseException:
        engine.close()
        raise
    _LOG.info("vLLM is ready; log-probabilities are within %s of what was recorded", json.dumps(round(largest, 4)))
    return model
