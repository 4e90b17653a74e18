"""The model that `serving.py` serves: a 4x256 encoder with weights as they are drawn, packaged by the project itself.

Texts are sentences of Python's own documentation, so that lengths vary as those of real short texts do.
"""

from __future__ import annotations

import csv
import json
import re
import tempfile
from pathlib import Path

FAMILY = "encoder"
TASK = "text-classification"


def texts(count: int) -> list[str]:
    """Sentences of 4 to 40 words, always the same ones."""
    from pydoc_data.topics import topics

    sentences = (
        " ".join(sentence.split())
        for name in sorted(topics)
        for sentence in re.split(r"(?<=[.!?:])\s+|\n\n+", topics[name])
    )
    kept = list(dict.fromkeys(one for one in sentences if 4 <= len(one.split()) <= 40 and one[0].isalpha()))
    assert len(kept) >= count, f"only {len(kept)} sentences"
    return kept[:count]


def build(directory: Path) -> Path:
    """A run directory with the packaged model; kept when it is there already."""
    if (directory / "artifact").is_dir():
        return directory
    import torch

    from modelyard.core import durable, recipe_file, registry
    from modelyard.core.run import Run
    from modelyard.data.bundle import prepare
    from modelyard.export.package import package

    directory.mkdir(parents=True, exist_ok=True)
    source = directory / "sentences.csv"
    with source.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["text", "label"])
        writer.writerows([one, "question" if "if" in one.split() else "statement"] for one in texts(2000))
    recipe = recipe_file.from_mapping(
        {
            "task": TASK,
            "data": {"train": str(source), "target": "label", "inputs": ["text"]},
            "model": {"family": FAMILY},
        }
    )
    bundle = prepare(recipe, directory / "bundle")
    module = registry.load("models", FAMILY, field="model")
    config = module.Config()
    task = registry.load("tasks", TASK, field="task").Task.fit(
        bundle.rows("train"), bundle.schema, family=FAMILY, config=config, seed=0
    )
    manifest = {"kind": "model", "format": 1, "task": TASK, "family": FAMILY}
    with durable.new_directory(directory / "models" / FAMILY, manifest=manifest) as made:
        task.save(made)
        durable.write_json(made / "schema.json", bundle.schema.to_json())
        durable.write_json(made / "training.json", {"family": FAMILY})
        torch.manual_seed(0)
        module.save(module.build(config, task.features, task.outputs).eval(), config, made)
    durable.write_text(directory / "models" / "selection.json", json.dumps({"shipped": FAMILY}))
    package(Run(directory))
    return directory


def build_int8(run: Path, directory: Path) -> Path:
    """The artifact of `run` with weights and activations in 8 bits; kept when it is there already."""
    if directory.is_dir():
        return directory
    from modelyard.compression import compressed
    from modelyard.core.artifact import open_artifact

    with tempfile.TemporaryDirectory() as name:
        compressed.keep(compressed.build(open_artifact(run), "int8", Path(name)), directory, {"name": "int8"})
    return directory


def build_writer(directory: Path, context: int = 512) -> Path:
    """The artifact of a decoder of 10 M parameters, weights as drawn times 6; kept when it is there already.

    So far apart, no two tokens are nearly equal: what is written greedily does not hang on how sums are rounded.
    """
    if directory.is_dir():
        return directory
    import torch

    from modelyard.core import durable
    from modelyard.core.schema import Column, Schema
    from modelyard.data.features.language import LanguageTokenizer
    from modelyard.inference import greedy
    from modelyard.inference.backends import Language
    from modelyard.inference.golden import Golden
    from modelyard.models import _decoder_graph, decoder
    from modelyard.tasks import language_modeling

    said = texts(2000)
    schema = Schema(inputs=(Column(name="text", kind="text", example=said[0]),))
    task = language_modeling.Task(schema=schema, tokenizer=LanguageTokenizer.fit(said, 8192), context=context)
    config = decoder.Config(layers=6, width=320, heads=5, max_length=context)
    torch.manual_seed(0)
    model = decoder.build(config, task.features).eval()
    with torch.no_grad():
        for parameter in model.parameters():
            if parameter.ndim > 1:
                parameter.mul_(6)
    backend = Language.__new__(Language)
    backend.model, backend._spec = model, task.features
    inputs = {"text": said[:8]}
    tokens = task.encode(inputs)
    outputs = backend(tokens)
    golden = Golden(
        inputs=inputs,
        outputs=outputs,
        answers=task.decode(outputs),
        notes=["a sentence"] * 8,
        recorded_with="torch",
        greedy=greedy.record(model, tokens, context=512),
    )
    manifest = {
        "format": 1,
        "kind": "artifact",
        "task": "language-modeling",
        "family": "decoder",
        "parents": [],
        "data": {},
        "backends": ["onnx", "torch"],
        "golden_contains_data": True,
        "versions": {},
    }
    directory.parent.mkdir(parents=True, exist_ok=True)
    with durable.new_directory(directory, manifest=manifest) as made:
        task.save(made)
        decoder.save(model, config, made)
        durable.write_json(made / "schema.json", schema.to_json())
        durable.write_json(made / "golden.json", golden.to_json())
        _decoder_graph.write_graph(made)
    return directory
