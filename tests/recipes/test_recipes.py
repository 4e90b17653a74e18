"""Every file in recipes/ runs as it stands, and says when it was measured and with what result.

The two small ones run in full, against the mathematics; the others on fewer rows and steps.
"""

import csv
import json
import os
import re
from pathlib import Path

import numpy as np
import pytest

import modelyard
from modelyard.core import recipe_file

ROOT = Path(__file__).parents[2]
RECIPES = sorted((ROOT / "recipes").glob("*.yaml"))
DATA = os.environ.get("MODELYARD_DATA")
QUICK = ["train.steps=6", "train.evaluations=2", "train.precision=fp32", "train.threads=1", "evaluate.resamples=100"]
# What makes one step of a recipe's own model too slow for a test is made smaller, too.
SMALLER = {
    "news_transformer": ["train.steps=2", "model.max_length=16", "model.vocabulary=2000", "model.width=64"],
    "mnist_784_256_128_10": ["data.limit=400", "train.steps=40"],
    "poems_decoder": ["train.compile=false", "model.width=32"],
    "reviews_auto": ["budget.minutes=0.4"],
}
SAMPLE, SAMPLE_CHARACTERS = 300, 40_000
FULL = ("line", "surface_2_10_1")


def ids(paths):
    return [path.stem for path in paths]


def header(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    return " ".join(line.lstrip("# ") for line in lines if line.startswith("#"))


def needs_data(path):
    if "${MODELYARD_DATA}" in path.read_text(encoding="utf-8") and not DATA:
        pytest.skip("its data set is read from the folder that MODELYARD_DATA names, which is not set")


def sampled(path, folder):
    """A folder with some rows, from the whole of each CSV file that a recipe reads: files may be ordered by class.

    Of a text file it has the beginning.
    """
    for name in re.findall(r"\$\{MODELYARD_DATA\}/(\S+\.csv)", path.read_text(encoding="utf-8")):
        with Path(DATA, name).open(encoding="utf-8", newline="") as file:
            first, *rows = csv.reader(file)
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        with (folder / name).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([first, *rows[:: max(1, len(rows) // SAMPLE)]])
    for name in re.findall(r"\$\{MODELYARD_DATA\}/(\S+\.txt)", path.read_text(encoding="utf-8")):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(Path(DATA, name).read_text(encoding="utf-8")[:SAMPLE_CHARACTERS], encoding="utf-8")
    return folder


@pytest.fixture
def at_root(monkeypatch):
    """Recipes name their data relative to the repository's root."""
    monkeypatch.chdir(ROOT)


@pytest.fixture(scope="module")
def finished(tmp_path_factory):
    """`finished("line")` is the recipe's whole run, made once."""
    made = {}

    def run(name):
        if name not in made:
            before = Path.cwd()
            os.chdir(ROOT)
            try:
                made[name] = modelyard.run(f"recipes/{name}.yaml", out=tmp_path_factory.mktemp(name) / "run")
            finally:
                os.chdir(before)
        return made[name]

    return run


def test_there_are_recipes():
    assert {path.stem for path in RECIPES} >= {*FULL, "adult_128_64_1", "mnist_784_256_128_10", "news_transformer"}


@pytest.mark.parametrize("path", RECIPES, ids=ids(RECIPES))
def test_a_recipe_is_short_and_says_what_it_gave(path):
    text = path.read_text(encoding="utf-8")
    fields = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    assert 5 <= len(fields) <= 20, "a recipe that teaches is short"
    said = header(path)
    assert re.search(r"\b20\d\d-\d\d-\d\d\b", said), "the date of the measurement"
    assert re.search(r"2 CPU cores: \d+(\.\d+)? (s|min)\b", said), "the time of the whole run"
    assert re.search(r"(accuracy|rmse|bits per byte) \d\S* \[\d\S*, \d\S*\]", said), "the result with its interval"


@pytest.mark.parametrize("path", RECIPES, ids=ids(RECIPES))
def test_a_recipe_loads(path, monkeypatch):
    monkeypatch.setenv("MODELYARD_DATA", DATA or "data")
    recipe = recipe_file.load(path)
    assert recipe_file.from_mapping(recipe.model_dump(mode="json")) == recipe


@pytest.mark.parametrize("path", RECIPES, ids=ids(RECIPES))
def test_a_recipe_runs(path, tmp_path, at_root, finished, monkeypatch, language_base):
    needs_data(path)
    if re.search(r"\.(csv|txt)\b", path.read_text(encoding="utf-8")) and DATA:
        monkeypatch.setenv("MODELYARD_DATA", str(sampled(path, tmp_path / "data")))
    if path.stem in FULL:
        run = finished(path.stem)
    else:
        overrides = [*QUICK, *SMALLER.get(path.stem, [])]
        if "from: runs/" in path.read_text(encoding="utf-8"):  # another recipe's run, which is not here
            overrides += [f"model.from={language_base}", "train.replay=0"]
        run = modelyard.run(f"recipes/{path.name}", out=tmp_path / "run", overrides=overrides)
    assert run.status == "finished"
    verdict = run.read_json("evaluation.json")["verdict"]
    assert np.isfinite(verdict["model"]["value"])
    model = modelyard.load(run.path)
    example = model.artifact.json("golden.json")["examples"][0]["inputs"]
    assert model.predict([example])


def descent(x, y, steps, rate, start):
    """The means of the squared errors before each step, and w and b after the last: gradient descent in float64.

    w, b -= rate * d/dw, d/db of mean((w x + b - y)^2).
    """
    w = b = start
    losses = []
    for _ in range(steps):
        error = w * x + b - y
        losses.append(np.mean(error**2))
        w, b = w - rate * 2 * np.mean(error * x), b - rate * 2 * np.mean(error)
    return losses, w, b


def test_the_line_is_plain_gradient_descent(finished):
    """Against the recurrence in float64; float32 steps leave 1e-4 of a loss, and 1e-8 where it is nearly 0."""
    with (ROOT / "recipes" / "data" / "line.csv").open(encoding="utf-8") as file:
        rows = [(float(row["x"]), float(row["y"])) for row in csv.DictReader(file)]
    x, y = np.array(rows).T
    assert len(x) == 100
    assert np.allclose(y, x / 2, atol=1e-12)
    assert not {3.0, 5.0, 10.0} & set(x)
    losses, w, b = descent(x, y, 1000, rate=0.02, start=0.1)
    run = finished("line")
    training = run.read_json("models/mlp/training.json")
    milestones = {point["step"]: point["loss"] for point in training["milestones"]}
    assert list(milestones) == [1, 10, 100, 1000]
    for step, loss in milestones.items():
        assert loss == pytest.approx(losses[step - 1], rel=1e-4, abs=1e-8), step
    from safetensors.numpy import load_file

    weights = load_file(run.path / "models" / "mlp" / "model.safetensors")
    assert sorted(float(value) for array in weights.values() for value in array.ravel()) == pytest.approx(
        sorted([w, b]), abs=2e-5
    )


def test_the_line_answers_at_points_it_has_not_seen(finished, tmp_path):
    run = finished("line")
    modelyard.predict(run.path, str(ROOT / "recipes" / "data" / "line_new.csv"), tmp_path / "answers.jsonl")
    answers = [json.loads(line) for line in (tmp_path / "answers.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [float(answer["x"]) for answer in answers] == [3, 5, 10]
    assert [answer["prediction"] for answer in answers] == pytest.approx([1.5, 2.5, 5.0], abs=1e-4)
    assert run.read_json("evaluation.json")["n"] == 3
    assert run.read_json("evaluation.json")["scatter"]["true"] == [1.5, 2.5, 5.0]


def test_the_lines_report_shows_the_loss_of_the_steps(finished):
    run = finished("line")
    page = re.sub(r"<[^>]+>", "", (run.path / "report.html").read_text(encoding="utf-8"))
    for point in run.read_json("models/mlp/training.json")["milestones"]:
        assert f"step {point['step']:,}: " in page


def test_the_surface_is_learned_by_ten_units(finished):
    run = finished("surface_2_10_1")
    training = run.read_json("models/mlp/training.json")
    assert training["parameters"] == 2 * 10 + 10 + 10 + 1
    assert (training["batch_size"], training["learning_rate"]) == (10, 0.1)
    task = run.read_json("models/mlp/task.json")
    assert task["features"] == "dense"
    verdict = run.read_json("evaluation.json")["verdict"]
    assert verdict["gain"]["outcome"] == "better"
    assert verdict["model"]["value"] < 0.1 * verdict["baselines"][0]["claim"]["value"]
    with (ROOT / "recipes" / "data" / "surface.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    inputs = modelyard.load(run.path).task.encode({name: [float(row[name]) for row in rows] for name in ("a", "b")})
    # Scaled by the range of the training rows: the others may lie a little outside.
    assert np.abs(inputs).max(axis=0) == pytest.approx([1, 1], abs=0.02)


def test_the_network_for_digits_has_the_stated_shape(at_root, monkeypatch):
    monkeypatch.setenv("MODELYARD_DATA", DATA or "data")
    recipe = recipe_file.load("recipes/mnist_784_256_128_10.yaml")
    assert recipe.model.options["hidden"] == [256, 128]
    assert (recipe.train.optimizer, recipe.train.learning_rate, recipe.train.batch_size) == ("adam", 1e-3, 100)
    assert recipe.train.epochs == 10
    said = re.search(r"accuracy (\d\.\d+)", header(ROOT / "recipes" / "mnist_784_256_128_10.yaml"))
    assert said
    assert float(said[1]) >= 0.98
