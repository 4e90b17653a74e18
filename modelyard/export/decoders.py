"""An export of a decoder: a folder that continues texts without Modelyard, and the proof that it does.

```
DIR/
  run.py             python run.py "the beginning of a text"
  model.onnx         and model.safetensors, or weights.safetensors where it is compressed; or model.gguf
  transforms/        decoding.py: the loop over tokens;  runner.json: sizes, the tokens that begin and end a text
  tokenizer.json     tokenizer_config.json, config.json (of GGUF all this stands in the file)
  golden.json        what the model writes after some beginnings, token by token;  parity.json: how far it is off here
  requirements.txt   what run.py imports;  manifest.json: digests
```
"""

from __future__ import annotations

import importlib.util
import json
import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from modelyard.core import durable
from modelyard.core.artifact import Artifact, open_artifact, verified
from modelyard.core.errors import ArtifactError, RunError
from modelyard.data.personal import masking
from modelyard.export import isolated
from modelyard.export.carried import FORMAT, manifest, require_code, write_code
from modelyard.export.decoder_files import code, readme, requirements
from modelyard.export.examples import greedy_of
from modelyard.export.gguf import write_gguf
from modelyard.export.parity import Parity
from modelyard.inference import Predictor
from modelyard.inference.golden import Golden
from modelyard.inference.language import LanguagePredictor
from modelyard.models._decoder_shape import read_shape
from modelyard.models._decoder_weights import SMALLER, WHOLE

KIND = "text"
FORMATS = ("onnx", "gguf")
_COPIED = (SMALLER, WHOLE, "config.json", "tokenizer.json", "tokenizer_config.json", "task.json", "schema.json")


def export(path: Path, out: Path, *, form: str, precision: str = "fp32") -> Parity:
    """Write the decoder in `path` (a run, or an artifact) to `out`, and follow its golden texts there.

    `precision` is of GGUF: fp32, or int8-weights (Q8_0); a compressed artifact is exported to ONNX as it is.
    Raises: ArtifactError, and writes nothing, for another definition than Llama or Qwen3, or where a token differs;
    RunError where `out` exists; MissingExtra.
    """
    if form not in FORMATS:
        raise RunError(
            "a decoder has no such form",
            where="--format",
            got=form,
            remedy=f"Use {' or '.join(FORMATS)}; artifact/ itself opens in transformers.",
        )
    if out.exists():
        raise RunError("this place is taken", where=str(out), remedy="Give another --out.")
    if form == "gguf" and importlib.util.find_spec("llama_cpp") is None:
        raise RunError(
            "GGUF is written where llama.cpp can prove it",
            where="--format",
            got=form,
            remedy="Install it: pip install 'modelyard[gguf]' llama-cpp-python (compiled on your machine, 10 minutes).",
        )
    artifact = open_artifact(path)
    read_shape(artifact.path)
    smaller = (artifact.path / SMALLER).is_file()
    if smaller and form == "gguf":
        raise ArtifactError(
            "GGUF is written from the whole weights",
            where=str(artifact.path),
            remedy="Give the run itself, with --precision int8-weights.",
        )
    model = LanguagePredictor.of(Predictor.open(artifact))
    personal = model.task.masker is not None
    files = code(form, personal=personal)
    found: list[Parity] = []

    def described() -> dict[str, Any]:
        return {**manifest(artifact, form, KIND, files, found[0].tolerance), "precision": precision}

    with durable.new_directory(out, manifest=described) as directory:
        if form == "gguf":
            write_gguf(artifact.path, directory / "model.gguf", precision=precision, name=_name(artifact))
        else:
            _write_onnx(model, directory)
        golden = Golden.from_json(artifact.json("golden.json"))
        if smaller or not golden.greedy:  # it writes what it writes, not what the original does
            golden = replace(golden, greedy=greedy_of(model, golden))
        durable.write_json(directory / "golden.json", golden.to_json())
        if model.task.masker is not None:
            model.task.masker.save(directory)
        write_code(directory, files, requirements(form, eight_bits=smaller))
        parity = replay(directory, form, precision, masking.brought(artifact.path))
        parity.require("It does not write as the trained model; nothing is written.")
        durable.write_json(directory / "parity.json", parity.to_json())
        difference = 0.0 if form == "gguf" else float(parity.outputs.max())
        text = readme(form, personal=personal).format(
            task=artifact.task, count=len(parity.notes), difference=difference, tolerance=parity.tolerance
        )
        durable.write_text(directory / "README.md", text)
        found.append(parity)
    return parity


def verify(directory: Path, *, trusted: bool = False) -> Parity:
    """Check the digests, and follow the golden texts by the folder's own runner: only where its code is this version's.

    Raises: ArtifactError for a damaged folder, for code that is not this version's, for a token that differs.
    """
    found = verified(directory, newest=FORMAT, what="export").manifest
    form, files = str(found.get("target")), found["files"]
    if form not in FORMATS:
        raise ArtifactError(
            "this is no export of a language model",
            where=str(directory),
            got=form,
            remedy="Give a folder that modelyard export wrote.",
        )
    require_code(directory, files, code(form, personal=masking.FILE in files), trusted=trusted)
    parity = replay(directory, form, str(found.get("precision", "fp32")))
    return parity.require("This export does not write as the trained model: do not use it.")


def is_export(directory: Path) -> bool:
    """Whether the folder is an export of a decoder."""
    manifest = json.loads((directory / durable.MANIFEST).read_text(encoding="utf-8"))
    return bool(manifest.get("kind") == "export" and manifest.get("features") == KIND)


def replay(directory: Path, form: str, precision: str, environment: Mapping[str, str] | None = None) -> Parity:
    """The golden texts written by the folder's own runner: the tokens must be the same.

    llama.cpp rounds activations of 8-bit products otherwise than anything here: of Q8_0 only a tenth must be.
    """
    golden = Golden.from_json(json.loads((directory / "golden.json").read_text(encoding="utf-8")))
    if not golden.greedy:
        raise ArtifactError("there are no golden texts to follow", where=str(directory / "golden.json"))
    count = len(golden.greedy[0]["tokens"])
    rows = [{"prompt": one["prompt"], "count": count} for one in golden.greedy]
    outputs, _ = isolated.answer(directory, rows, form=form, environment=environment)
    same = (outputs[:, :count] == np.array([one["tokens"] for one in golden.greedy])).all(axis=1)
    tolerance, off = golden.tolerance["onnx"], np.full(len(rows), np.nan)
    answers = np.where(same, 0.0, 1.0)
    if form == "onnx":
        logprobs = np.array([one["logprobs"] for one in golden.greedy])
        off = (np.abs(outputs[:, count:] - logprobs) / np.maximum(1.0, np.abs(logprobs))).max(axis=1)
        answers = off
    free = form == "gguf" and precision != "fp32"
    return Parity(
        target=f"{form} export",
        tolerance=tolerance,
        notes=[f"text {number}, {count} tokens" for number in range(len(rows))],
        outputs=off,
        answers=answers,
        allowed=np.full(len(rows), 1.0 if free else tolerance),
        labels=same,
        label_changes=np.full(len(rows), same.mean() < 0.1) if free else ~same,
    )


def _write_onnx(model: LanguagePredictor, directory: Path) -> None:
    from modelyard.models import _decoder_graph

    source = model.artifact.path
    for name in _COPIED:
        if (source / name).is_file():
            shutil.copyfile(source / name, directory / name)
    if (source / "model.onnx").is_file():
        shutil.copyfile(source / "model.onnx", directory / "model.onnx")
    else:
        _decoder_graph.write_graph(directory)
    shape = read_shape(source)
    settings = {
        "vocabulary": shape.vocabulary,
        "kv_heads": shape.kv_heads,
        "head": shape.head,
        "context": model.generator.context,
        "cache": [f"{layer}.{part}" for layer in range(shape.layers) for part in ("key", "value")],
        "begin": model.task.tokenizer.end_id,
        "ends": list(model.generator.end_ids),
    }
    durable.write_json(directory / "runner.json", settings)


def _name(artifact: Artifact) -> str:
    directory = artifact.path.resolve()
    return directory.parent.name if directory.name == "artifact" else directory.name
