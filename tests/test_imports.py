"""What stays light: recipe errors, verdicts on data, and serving load no library that only training needs.

(The verbs that read no data: test_pipeline.py.)
"""

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "modelyard"
HEAVY = ("torch", "transformers", "sklearn", "lightgbm", "pandas", "datasets")
# Where torch and transformers may stand at module level: everything else imports them inside a function.
TRAINING_ONLY = ("training", "models/_")
WATCHED = """
import atexit, json, sys
heavy = set(json.loads(sys.argv[1]))
atexit.register(lambda: print("LOADED " + json.dumps(sorted(set(sys.modules) & heavy)), file=sys.stderr))
from modelyard.cli import main
sys.argv = ["modelyard", *sys.argv[2:]]
main()
"""
SERVED = """
import json, sys
import numpy as np
from pathlib import Path
from fastapi.testclient import TestClient
from modelyard.inference import Predictor
from modelyard.serving import server
from modelyard.serving.model import load
import modelyard.serving.draining
model = load(Path(sys.argv[2]), threads=1)
example = model.predictor.artifact.json("golden.json")["examples"][0]["inputs"]
assert model.predictor.predict([example])
print("LOADED " + json.dumps(sorted(set(sys.modules) & set(json.loads(sys.argv[1])))), file=sys.stderr)
"""


def loaded_by(code, *arguments, cwd, exit_code=0):
    """The heavy libraries that a fresh process has loaded at its end."""
    done = subprocess.run(
        [sys.executable, "-c", code, json.dumps(HEAVY), *map(str, arguments)], cwd=cwd, capture_output=True, text=True
    )
    assert done.returncode == exit_code, done.stderr
    return json.loads(done.stderr.split("LOADED ")[1])


@pytest.fixture
def reviews(tmp_path):
    lines = ["text,label", *(f"word{i % 7} 很好 number {i},{'good' if i % 3 else 'bad'}" for i in range(60))]
    (tmp_path / "reviews.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (tmp_path / "recipe.yaml").write_text(
        "task: text-classification\ndata: {train: reviews.csv, inputs: text, target: label}\nmodel: encoder\n"
    )
    (tmp_path / "broken.yaml").write_text("task: text-classification\ndata: {train: reviews.csv}\nmodle: encoder\n")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "exit_code"),
    [
        (("new", "reviews.csv", "--out", "new.yaml"), 0),
        (("check", "recipe.yaml"), 0),
        (("run", "broken.yaml"), 2),
        (("run", "recipe.yaml", "model.layers=-1"), 2),
        (("run", "recipe.yaml", "task=text-clasification"), 2),
        (("list", "tasks"), 0),
        (("list", "metrics"), 0),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_trains_nothing_loads_nothing_heavy(reviews, arguments, exit_code):
    assert loaded_by(WATCHED, *arguments, cwd=reviews, exit_code=exit_code) == []


@pytest.mark.parametrize("family", ["linear", "encoder", "mlp", "trees"])
def test_a_served_model_loads_nothing_heavy(packaged, tmp_path, family):
    assert loaded_by(SERVED, packaged(family), cwd=tmp_path) == []


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_heavy_libraries_are_imported_where_they_are_used(path):
    """At module level, only what is imported by training alone may name them."""
    relative = path.relative_to(PACKAGE).as_posix()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        found = {name.partition(".")[0] for name in names} & {*HEAVY, "pyarrow", "scipy", "fsspec"}
        assert not found or relative.startswith(TRAINING_ONLY), f"{path}:{node.lineno}: {found}"
