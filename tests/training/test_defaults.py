import json
from types import SimpleNamespace

import pytest

from modelyard.core.errors import RecipeError
from modelyard.core.recipe import Train
from modelyard.models import encoder
from modelyard.training import defaults


def rate(folder, definition, **train):
    (folder / "config.json").write_text(definition if isinstance(definition, str) else json.dumps(definition))
    return defaults.learning_rate(Train(**train), encoder, encoder.Config(**{"from": str(folder)}))


@pytest.mark.parametrize(
    ("definition", "expected"),
    [
        ({"hidden_size": 768}, 5e-5),
        ({"hidden_size": 384}, 1e-4),
        ({"dim": 768, "model_type": "distilbert"}, 5e-5),
        ({"hidden_size": 1024}, 3.75e-5),
        ({"hidden_size": 128}, 3e-4),
        ({"hidden_size": 4096}, 2e-5),
        ({}, 5e-5),
    ],
)
def test_small_checkpoints_get_larger_steps(tmp_path, definition, expected):
    assert rate(tmp_path, definition) == pytest.approx(expected)


def test_the_recipe_decides_and_scratch_has_its_own(tmp_path):
    assert rate(tmp_path, {"hidden_size": 384}, learning_rate=1e-3) == 1e-3
    assert defaults.learning_rate(Train(), encoder, encoder.Config()) == encoder.LEARNING_RATE
    assert defaults.learning_rate(Train(), SimpleNamespace(LEARNING_RATE=0.5), encoder.Config()) == 0.5


@pytest.mark.parametrize("content", ["{", "[1]"])
def test_a_broken_definition_is_named(tmp_path, content):
    with pytest.raises(RecipeError, match=r"config\.json"):
        rate(tmp_path, content)


def test_tokens_a_step_need_a_stream_of_them():
    with pytest.raises(RecipeError, match=r"batch_tokens counts the tokens of running text.*train\.batch_size"):
        defaults.settled(Train(batch_tokens=100), "table", encoder, 16)
    assert defaults.settled(Train(), "table", encoder, 16) == Train()
    with pytest.raises(ValueError, match="batch_tokens sets accumulate"):
        Train(batch_tokens=100, accumulate=2)
