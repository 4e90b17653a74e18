"""Run directories with a tiny model that is packaged for real: one a family and session, to be copied before use."""

from __future__ import annotations

import csv
import json
import os
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from modelyard.core.run import Run

TINY: dict[str, tuple[str, dict[str, Any]]] = {
    "linear": ("text-classification", {}),
    "encoder": ("text-classification", {"layers": 1, "width": 32, "heads": 2, "vocabulary": 300, "max_length": 64}),
    "lstm": ("text-classification", {"units": 8, "embedding": 8, "vocabulary": 300, "bidirectional": True}),
    "cnn": ("text-classification", {"filters": 4, "embedding": 8, "vocabulary": 300}),
    "mlp": ("tabular-classification", {"hidden": [8]}),
    "trees": ("tabular-regression", {}),
}


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What a user's home keeps (measured choices, prices, the ledger) is in a folder of the tests' own, for child
    processes too."""
    names = ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
    own = ("MODELYARD_LEDGER", "MODELYARD_PROJECT", "MODELYARD_TRAIL", "MODELYARD_TRAIL_KEY")
    before = {name: os.environ.get(name) for name in (*names, *own)}
    home = tmp_path_factory.mktemp("home")
    for name in before:
        os.environ.pop(name, None)
    os.environ.update({name: str(home / name.lower()) for name in names})
    yield
    for name, value in before.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value


@pytest.fixture(scope="session")
def packaged(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """`packaged("encoder")` is a run directory that went through prepare, an untrained model, and package."""
    made: dict[str, Path] = {}

    def make(family: str) -> Path:
        if family not in made:
            from modelyard.export.package import package

            run = candidate(tmp_path_factory.mktemp(family), family)
            package(run)
            made[family] = run.path
        return made[family]

    return make


@pytest.fixture(scope="session")
def language_base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkpoint folder of an untrained decoder with our tokenizer, as `model.from` names one."""
    import torch

    from modelyard.data.features.language import LanguageTokenizer
    from modelyard.models import decoder

    directory = tmp_path_factory.mktemp("language_base")
    texts = [
        "The sky is blue and the grass is green.",
        "What colour is it? I do not know.",
        "天空是蓝色的，草是绿色的。",
    ]
    tokenizer = LanguageTokenizer.fit(texts * 20, 400)
    config = decoder.Config(layers=2, width=32, heads=2, max_length=64)
    torch.manual_seed(0)
    decoder.save(decoder.build(config, tokenizer.spec(64)), config, directory)
    tokenizer.save(directory)
    return directory


def candidate(directory: Path, family: str) -> Run:
    """A run up to `models/`, with the weights as they are drawn (a direct family's are fitted)."""
    import numpy as np
    from safetensors.numpy import save_file

    from modelyard.core import durable, recipe_file, registry
    from modelyard.data.bundle import prepare

    task_name, options = TINY[family]
    rows = _texts() if task_name.startswith("text") else _table()
    with (directory / "data.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(rows)
        writer.writerows(zip(*rows.values(), strict=True))
    target = list(rows)[-1] if task_name == "tabular-regression" else list(rows)[-2]
    inputs = [name for name in rows if name not in list(rows)[-2:]]
    recipe = recipe_file.from_mapping(
        {
            "task": task_name,
            "data": {"train": str(directory / "data.csv"), "target": target, "inputs": inputs},
            "model": {"family": family, **options},
        }
    )
    bundle = prepare(recipe, directory / "bundle")
    module = registry.load("models", family, field="model")
    config = module.Config.model_validate(options)
    training = bundle.rows("train")
    task = registry.load("tasks", task_name, field="task").Task.fit(
        training, bundle.schema, family=family, config=config, seed=0
    )
    manifest = {"kind": "model", "format": 1, "task": task_name, "family": family}
    with durable.new_directory(directory / "models" / family, manifest=manifest) as model_directory:
        task.save(model_directory)
        durable.write_json(model_directory / "schema.json", bundle.schema.to_json())
        durable.write_json(model_directory / "training.json", {"family": family})
        if hasattr(module, "build"):
            import torch

            torch.manual_seed(0)
            module.save(module.build(config, task.features, task.outputs).eval(), config, model_directory)
        else:
            weights = module.fit(
                config,
                task.encode(training),
                task.encode_targets(training),
                outputs=task.outputs,
                loss=task.loss_name,
                spec=task.features,
                weights=None,
                validation=None,
                seed=0,
                deadline=None,
            )
            durable.write_json(model_directory / "config.json", config.model_dump(mode="json", by_alias=True))
            save_file(
                {name: np.ascontiguousarray(a) for name, a in weights.items()}, model_directory / "model.safetensors"
            )
    durable.write_text(directory / "models" / "selection.json", json.dumps({"shipped": family}))
    return Run(directory)


def _texts() -> dict[str, list[Any]]:
    dice = random.Random(0)
    words = ["good", "bad", "film", "plot", "great", "awful", "scene", "很好", "难看", "房间", "服务", "é", "😀"]
    texts = [" ".join(dice.choices(words, k=dice.randint(2, 120 if i % 5 == 0 else 15))) for i in range(160)]
    labels = ["good" if text.count("good") >= text.count("bad") else "bad" for text in texts]
    return {"text": texts, "label": labels, "number": list(range(160))}


def _table() -> dict[str, list[Any]]:
    dice = random.Random(0)
    count = 160
    age = [None if i % 9 == 0 else dice.randint(18, 90) for i in range(count)]
    job = [dice.choice(["clerk", "cook", "教师", ""]) for _ in range(count)]
    size = [round(dice.gauss(0, 1), 3) for _ in range(count)]
    value = [round((a or 40) * 2.5 + 10 * s, 2) for a, s in zip(age, size, strict=True)]
    return {"age": age, "job": job, "size": size, "rich": ["yes" if v > 130 else "no" for v in value], "value": value}
