"""Recipes: every broken one gives one error that names file and line, field, rule, value and remedy."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modelyard.core import recipe_file, variables
from modelyard.core.errors import RecipeError
from modelyard.core.recipe import Recipe

GOOD = """\
task: text-classification
data:
  train: reviews.csv
  inputs: text
  target: label
model: linear
"""


def write(tmp_path, text, name="recipe.yaml"):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_a_short_recipe_gets_every_default(tmp_path):
    recipe = recipe_file.load(write(tmp_path, GOOD))
    assert recipe.data.train == ("reviews.csv",)
    assert recipe.data.inputs == ("text",)
    assert recipe.model.family == "linear"
    assert recipe.train.checkpoint_seconds == 60


def test_the_resolved_recipe_reads_back_equal(tmp_path):
    recipe = recipe_file.load(write(tmp_path, GOOD), ["train.epochs=2.5", "seed=7", "data.missing=['', '无']"])
    assert recipe_file.load(write(tmp_path, recipe_file.to_yaml(recipe), "again.yaml")) == recipe


BROKEN = {
    "unknown key": (GOOD + "trian:\n  epochs: 2\n", ":7: trian is not a known field. Did you mean 'train'?"),
    "unknown nested key": (
        GOOD + "train:\n  epoch: 2\n",
        ":8: train.epoch is not a known field. Did you mean 'epochs'?",
    ),
    "negative number": (GOOD + "train: {learning_rate: -0.1}\n", ":7: train.learning_rate must be > 0"),
    "text for a number": (GOOD + "train:\n  epochs: many\n", ":8: train.epochs must be a number. Got 'many'. Try 3."),
    "a full-width colon": (
        "task：text-classification\ndata: {train: a.csv}\n",
        ":1: this is not valid YAML: mapping values are not allowed here. Its colon is a full-width one",
    ),
    "an abbreviation": (GOOD + "train: {lr: 0.1}\n", "train.lr is not a known field. Did you mean 'learning_rate'?"),
    "not a choice": (GOOD + "train: {optimizer: adamm}\n", "Got 'adamm'. Did you mean 'adam'?"),
    "unknown task": (GOOD.replace("text-class", "text-clas"), ":1: task is not a known name. Got 'text-clasification'"),
    "unknown model": (
        GOOD.replace("linear", "linaer"),
        ":6: model is not a known name. Got 'linaer'. Did you mean 'linear'?",
    ),
    "a checkpoint's name as a family": (
        GOOD.replace("linear", "bert"),
        "Got 'bert'. Known: cnn, decoder, encoder, linear, lstm, mlp, ngram, trees; or auto, or {from: a checkpoint}.",
    ),
    "unknown model option": (
        GOOD.replace("linear", "{family: linear, depth: 3}"),
        ":6: model.depth is not a known field.",
    ),
    "option without a family": (GOOD.replace("linear", "{hidden: [3]}"), ":6: model.hidden needs a family"),
    "missing field": ("task: text-classification\n", "data is needed"),
    "missing train": ("task: text-classification\ndata:\n  inputs: text\n", ":2: data.train is needed"),
    "a list": ("- a\n- b\n", ":1: a recipe must be a mapping"),
    "empty": ("", "task is needed"),
    "twice": (GOOD + "task: tabular-regression\n", ":7: task stands twice"),
    "bad yaml": (GOOD + "train: {epochs: 2\nseed: 1\n", "not valid YAML"),
    "tab": (GOOD + "train:\n\tepochs: 2\n", ":8: this is not valid YAML"),
    "python tag": (GOOD + "title: !!python/object/apply:os.system [echo]\n", ":7: a recipe holds plain values only"),
    "own tag": (GOOD + "title: !run x\n", ":7: a recipe holds plain values only"),
    "not utf-8": (GOOD.encode() + "title: 好".encode("gb18030"), ":7: a recipe must be UTF-8"),
    "nan": (GOOD + "train: {epochs: .nan}\n", "train.epochs"),
    "split too large": (GOOD + "budget: {minutes: 0}\n", ":7: budget.minutes must be > 0"),
    "split without column": (GOOD + "evaluate: {resamples: 5}\n", ":7: evaluate.resamples must be >= 100"),
    "group without column": (
        GOOD.replace("  target", "  split: {by: group}\n  target"),
        ":5: data.split: column is needed",
    ),
    "unset variable": (GOOD.replace("reviews", "${NO_SUCH}/reviews"), ":3: data.train uses an environment variable"),
    "misplaced variable": (GOOD + "title: ${HOME}\n", ":7: title cannot hold an environment variable"),
    "include itself": ("include: recipe.yaml\n" + GOOD, "must not include itself"),
    "include nothing": ("include: absent.yaml\n" + GOOD, "there is no such recipe file"),
    "huge": (b"#" * (1 << 20) + b"#\n", "must be under 1 MB"),
    "two documents": (GOOD + "---\n" + GOOD, "not valid YAML"),
    "yes is text": (GOOD + "evaluate: {baseline: maybe}\n", "evaluate.baseline must be true or false"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_recipe_gives_one_clear_error(name, tmp_path):
    text, expected = BROKEN[name]
    with pytest.raises(RecipeError) as caught:
        recipe_file.load(write(tmp_path, text))
    assert expected in str(caught.value)
    assert str(tmp_path) in str(caught.value) or name == "unset variable"
    assert caught.value.exit_code == 2
    assert "\n" not in str(caught.value)


def test_a_yaml_bomb_is_refused(tmp_path):
    bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]\n" for i in range(1, 12)
    )
    with pytest.raises(RecipeError, match="too large once its aliases are expanded"):
        recipe_file.load(write(tmp_path, bomb))


def test_yaml_1_2(tmp_path):
    """`on`, `no` and `yes` are text, not booleans."""
    recipe = recipe_file.load(write(tmp_path, GOOD + "title: no\n"))
    assert recipe.title == "no"


@pytest.mark.parametrize(
    ("override", "expected"),
    [
        ("train.epochs", "must read key.sub=value"),
        ("train.epochs=[", "not valid YAML"),
        ("train.epoch=2", "train.epoch is not a known field. Did you mean 'epochs'?"),
        ("train.epochs=-1", "command line (train.epochs=-1): train.epochs must be > 0"),
    ],
)
def test_a_broken_override_names_the_command_line(override, expected, tmp_path):
    with pytest.raises(RecipeError) as caught:
        recipe_file.load(write(tmp_path, GOOD), [override])
    assert expected in str(caught.value)


def test_overrides_reach_a_model_given_by_name(tmp_path):
    recipe = recipe_file.load(write(tmp_path, GOOD.replace("linear", "mlp")), ["model.dropout=0.5"])
    assert recipe.model.family == "mlp"
    assert recipe.model.options == {"dropout": 0.5}


def test_includes_are_merged_under_the_recipe(tmp_path):
    write(tmp_path, "train: {epochs: 9, batch_size: 8}\nseed: 3\n", "base.yaml")
    recipe = recipe_file.load(write(tmp_path, "include: base.yaml\n" + GOOD + "train: {epochs: 2}\n"))
    assert (recipe.train.epochs, recipe.train.batch_size, recipe.seed) == (2, 8, 3)


def test_an_error_in_an_include_names_the_include(tmp_path):
    write(tmp_path, "seed: 3\ntrain: {epochs: -9}\n", "base.yaml")
    with pytest.raises(RecipeError, match=r"base\.yaml:2: train\.epochs must be > 0"):
        recipe_file.load(write(tmp_path, "include: base.yaml\n" + GOOD))


def test_variables_come_from_the_environment(tmp_path, monkeypatch):
    monkeypatch.setenv("REVIEWS", "/data/评论.csv")
    recipe = recipe_file.load(write(tmp_path, GOOD.replace("reviews.csv", "${REVIEWS}")))
    assert recipe.data.train == ("${REVIEWS}",), "what is saved must not hold the value: it may be a password"
    assert variables.fill(recipe.data.train[0]) == "/data/评论.csv"
    monkeypatch.delenv("REVIEWS")
    saved = write(tmp_path, recipe_file.to_yaml(recipe), "saved.yaml")
    assert recipe_file.load_saved(saved) == recipe, "a finished run opens without its variables"


@given(st.text(max_size=200))
def test_any_text_gives_a_recipe_or_an_error(tmp_path_factory, text):
    path = tmp_path_factory.mktemp("any") / "recipe.yaml"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    try:
        assert isinstance(recipe_file.load(path), Recipe)
    except RecipeError as error:
        assert str(error)


@pytest.mark.parametrize(
    ("field", "near"), [("audit.protectd", "protected"), ("explain.methds", "methods"), ("compress.too", "to")]
)
def test_a_misspelt_field_of_a_section_that_may_be_false_or_absent_is_named_with_its_nearest(field, near):
    section, _, name = field.partition(".")
    with pytest.raises(RecipeError, match=rf"{field} is not a known field\. Did you mean '{near}'\?"):
        recipe_file.from_mapping({"task": "text-classification", "data": {"train": "a.csv"}, section: {name: ["x"]}})
