"""What is wrong between a recipe's fields is said before any data is read."""

import importlib

import pytest

from modelyard.core import recipe_file, registry
from modelyard.core.errors import RecipeError


def load(tmp_path, text):
    (tmp_path / "recipe.yaml").write_text(text, encoding="utf-8")
    return recipe_file.load(tmp_path / "recipe.yaml")


@pytest.mark.parametrize(
    ("task", "loss", "known"),
    [
        ("text-classification", "mse", "cross_entropy, binary"),
        ("tabular-classification", "huber", "cross_entropy, binary"),
        ("tabular-regression", "binary", "mse, mae, huber"),
    ],
)
def test_a_loss_of_another_task_is_named_with_its_line(tmp_path, task, loss, known):
    with pytest.raises(RecipeError) as caught:
        load(tmp_path, f"task: {task}\ndata: {{train: absent.csv}}\ntrain:\n  loss: {loss}\n")
    assert f"recipe.yaml:4: train.loss must be one of {known} for {task}. Got '{loss}'" in str(caught.value)


@pytest.mark.parametrize("task", registry.names("tasks"))
def test_every_loss_that_a_task_knows_is_taken(tmp_path, task):
    task_class = importlib.import_module(f"modelyard.tasks.{task.replace('-', '_')}").Task
    model = "\nmodel: {from: absent}" if getattr(task_class, "starts_from_model", False) else ""
    assert task_class.losses
    for loss in task_class.losses:
        text = f"task: {task}\ndata: {{train: absent.csv}}{model}\ntrain: {{loss: {loss}}}\n"
        assert load(tmp_path, text).train.loss == loss


def test_class_weights_need_classes(tmp_path):
    with pytest.raises(RecipeError, match=r"recipe\.yaml:3: train\.class_weights needs classes"):
        load(tmp_path, "task: tabular-regression\ndata: {train: a.csv}\ntrain: {class_weights: balanced}\n")


@pytest.mark.parametrize(
    "splits",
    [
        "train: {0}/a.csv\n  validation: {0}/./a.csv",
        "train: [{0}/b.csv, {0}/a.csv]\n  test: {0}/link.csv",
        "train: {0}/b.csv\n  validation: {0}/a.csv\n  test: {0}/a.csv",
        "train: 's3://bucket/a.csv'\n  test: 's3://bucket/a.csv'",
    ],
)
def test_a_file_of_two_splits_is_refused(tmp_path, splits):
    (tmp_path / "a.csv").touch()
    (tmp_path / "link.csv").symlink_to(tmp_path / "a.csv")
    with pytest.raises(RecipeError, match=r"names a file that data\.\w+ names too: its rows would not be unseen"):
        load(tmp_path, f"task: text-classification\ndata:\n  {splits.format(tmp_path)}\n")


def test_a_list_of_synonyms_is_there(tmp_path):
    text = "task: text-classification\ndata: {train: a.csv}\nevaluate:\n  synonyms: %s\n"
    with pytest.raises(RecipeError, match=r"recipe\.yaml:4: evaluate\.synonyms names a list that is there"):
        load(tmp_path, text % (tmp_path / "words.txt"))
    (tmp_path / "words.txt").write_text("movie, film\n")
    assert load(tmp_path, text % (tmp_path / "words.txt")).evaluate.synonyms == str(tmp_path / "words.txt")


@pytest.mark.parametrize(
    ("task", "answer", "said"),
    [
        ("tabular-regression", {"costs": {"a": {"b": 2}}}, "answer.costs is about labels"),
        ("tabular-regression", {"accuracy": 0.9}, "of values answer.coverage gives ranges"),
        ("language-modeling", {"coverage": 0.9}, "not for language-modeling"),
        ("text-classification", {"costs": 5}, "answer.costs must be a mapping"),
    ],
)
def test_what_a_task_cannot_answer_is_refused(task, answer, said):
    recipe = {"task": task, "data": {"train": "a.csv"}, "answer": answer}
    with pytest.raises(RecipeError, match=said):
        recipe_file.from_mapping(recipe)


def test_promises_need_validation_rows():
    recipe = {
        "task": "text-classification",
        "data": {"train": "a.csv", "split": {"validation": 0}},
        "answer": {"coverage": 0.9},
    }
    with pytest.raises(RecipeError, match="fitted on validation rows, and the recipe holds none back"):
        recipe_file.from_mapping(recipe)
    recipe["data"]["validation"] = "b.csv"
    assert recipe_file.from_mapping(recipe).answer.stated == ("coverage",)
    del recipe["data"]["validation"]
    assert recipe_file.from_mapping({**recipe, "answer": {"costs": {"0": {"1": 5}}}}).answer.stated == ("costs",)


def test_an_older_versions_measures_are_left_out_of_its_runs(tmp_path):
    saved = tmp_path / "recipe.yaml"
    text = "task: text-classification\ndata: {train: a.csv}\n"
    saved.write_text(text + "evaluate: {coverage: 0.9, answer_accuracy: null, costs: null, resamples: 500}\n")
    found = recipe_file.load_saved(saved)
    assert found.evaluate.resamples == 500
    assert found.answer.stated == ()
    with pytest.raises(RecipeError, match=r"recipe.yaml:3: evaluate.coverage is now answer.coverage"):
        recipe_file.load(saved)
