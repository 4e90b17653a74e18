import numpy as np
import pytest
import torch

from modelyard.core import recipe_file
from modelyard.core.errors import RecipeError
from modelyard.core.features import FeatureSpec
from modelyard.models import mlp

SPEC = FeatureSpec(kind="dense", width=3)
FUNCTIONS = {
    "relu": lambda x: np.maximum(x, 0),
    "tanh": np.tanh,
    "sigmoid": lambda x: 1 / (1 + np.exp(-x)),
    "silu": lambda x: x / (1 + np.exp(-x)),
    "gelu": lambda x: x * 0.5 * (1 + np.vectorize(__import__("math").erf)(x / np.sqrt(2))),
}


@pytest.mark.parametrize("activation", sorted(FUNCTIONS))
def test_forward_is_the_formula(activation):
    torch.manual_seed(0)
    model = mlp.build(mlp.Config(hidden=(5, 4), activation=activation), SPEC, 2).double().eval()
    features = np.random.default_rng(0).normal(size=(7, 3))
    arrays = [parameter.detach().numpy() for parameter in model.parameters()]
    hidden = features
    for i in range(0, 6, 2):
        hidden = hidden @ arrays[i].T + arrays[i + 1]
        if i < 4:
            hidden = FUNCTIONS[activation](hidden)
    with torch.no_grad():
        got = model(torch.from_numpy(features)).numpy()
    np.testing.assert_allclose(got, hidden, atol=1e-12)


def test_no_hidden_layer_is_a_linear_map_from_the_given_start():
    model = mlp.build(mlp.Config(hidden=(), init=0.1), FeatureSpec(kind="dense", width=1), 1)
    assert [parameter.tolist() for parameter in model.parameters()] == [[[pytest.approx(0.1)]], [pytest.approx(0.1)]]
    assert model(torch.tensor([[5.0]])).item() == pytest.approx(0.6)


def test_a_number_is_one_hidden_layer():
    assert mlp.Config(hidden=10).hidden == (10,)


def test_dropout_acts_in_training_only():
    model = mlp.build(mlp.Config(hidden=(64,), dropout=0.5), SPEC, 2)
    features = torch.ones(4, 3)
    torch.manual_seed(0)
    assert not torch.equal(model.train()(features)[0], model(features)[1])
    assert torch.equal(model.eval()(features)[0], model(features)[1])


def test_save_and_open_agree(tmp_path):
    config = mlp.Config(hidden=(4,), activation="tanh", scale="minmax")
    model = mlp.build(config, SPEC, 2).eval()
    mlp.save(model, config, tmp_path)
    features = torch.randn(5, 3)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["config.json", "model.safetensors"]
    assert torch.equal(mlp.open(tmp_path, SPEC, 2)(features), model(features))


@pytest.mark.parametrize(
    ("options", "field"),
    [
        ({"hidden": [0]}, "hidden"),
        ({"hidden": "wide"}, "hidden"),
        ({"activation": "rleu"}, "activation"),
        ({"dropout": 1.0}, "dropout"),
        ({"hiden": [3]}, "hiden"),
        ({"init": "zero"}, "init"),
    ],
)
def test_a_bad_field_is_named(options, field):
    with pytest.raises(RecipeError, match=field):
        recipe_file.validate(mlp.Config, options, lines={}, prefix=("model",), where="recipe.yaml")
