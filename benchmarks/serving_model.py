"""The model that `serving.py` serves: a 4x256 encoder with weights as they are drawn, packaged by the project itself.

Texts are sentences of Python's own documentation, so that lengths vary as those of real short texts do.
"""

from __future__ import annotations

import csv
import json
import re
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
