"""A run directory that can be trained again: a packaged tiny model with its recipe and the record of its training."""

import json
import shutil

from modelyard.core import durable, recipe_file
from modelyard.core.schema import Schema

# What the tiny models of tests/conftest.py are trained with; more than the record's steps would take long.
STEPS = 20


def trainable(source, target, **train):
    """Copy the run in `source` to `target` and give it a recipe."""
    shutil.copytree(source, target)
    manifest = json.loads((target / "artifact" / "manifest.json").read_text())
    schema = Schema.from_json(json.loads((target / "bundle" / "bundle.json").read_text())["schema"])
    recipe = recipe_file.from_mapping(
        {
            "task": manifest["task"],
            "data": {
                "train": str(source / "data.csv"),
                "target": schema.target.name,
                "inputs": [column.name for column in schema.inputs],
            },
            "model": {"family": manifest["family"]},
            "train": {"evaluations": 2, "checkpoint_seconds": 0, **train},
        }
    )
    durable.write_text(target / "recipe.yaml", recipe_file.to_yaml(recipe))
    record = {"steps": STEPS, "learning_rate": 0.003, "batch_size": 16, "precision": "fp32", "threads": 1}
    durable.write_json(target / "models" / manifest["family"] / "training.json", record)
    return target
