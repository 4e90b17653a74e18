import json

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from modelyard.compression import pruning
from modelyard.compression.importance import scores
from modelyard.compression.layout import layout
from modelyard.core.errors import ArtifactError
from modelyard.core.features import FeatureSpec
from modelyard.models import cnn, encoder, lstm, mlp

TOKENS = FeatureSpec(kind="tokens", width=300, max_length=32)
TABLE = FeatureSpec(kind="dense", width=6)
NETWORKS = {
    "mlp": (mlp, mlp.Config(hidden=(24, 16)), TABLE),
    "cnn": (cnn, cnn.Config(filters=8, embedding=16, sizes=(2, 3)), TOKENS),
    "lstm": (lstm, lstm.Config(units=8, embedding=6, layers=2), TOKENS),
    "both ways": (lstm, lstm.Config(units=8, embedding=6, layers=2, bidirectional=True), TOKENS),
    "encoder": (encoder, encoder.Config(layers=3, width=32, heads=4, inner=48), TOKENS),
}
FAMILY = {"both ways": "lstm"}


def saved(name, directory, change=None):
    """A network of fixed weights, changed and written."""
    module, config, spec = NETWORKS[name]
    torch.manual_seed(1)
    model = module.build(config, spec, 3).eval()
    if change is not None:
        with torch.no_grad():
            change(model)
    directory.mkdir()
    module.save(model, config, directory)
    return module, spec, module.open(directory, spec, 3)


def pruned(name, directory, shares, given_scores):
    module, _, spec = NETWORKS[name]
    target = directory.with_name("small")
    target.mkdir()
    pruning.prune(directory, target, FAMILY.get(name, name), shares, given_scores)
    return module.open(target, spec, 3)


def answer(model, spec):
    if spec.kind == "dense":
        return model(torch.linspace(-1, 1, 5 * spec.width).reshape(5, -1)).detach()
    ids = torch.arange(5 * 9).reshape(5, 9) * 7 % 300
    mask = (torch.arange(9)[None] < torch.tensor([9, 5, 3, 8, 1])[:, None]).long()
    return model(input_ids=ids, attention_mask=mask).detach()


def odd_stay(name, directory, layer=None):
    """Scores that let the units with an even number go, and this layer."""
    _, _, found = pruning.read(directory, FAMILY.get(name, name))
    units = {group: np.arange(own.units) % 2 for group, own in found.groups.items()}
    return units | {f"layer {i}": np.array([float(i != layer)]) for i in range(found.depth)}


def silence_mlp(model):
    for place, layer in enumerate(model.layers):
        if isinstance(layer, torch.nn.Linear) and place:
            layer.weight[:, ::2] = 0


def silence_cnn(model):
    model.classifier.weight[:, ::2] = 0
    for bank in model.filters:
        bank.weight[:, ::2] = 0


def silence_lstm(model):
    for layer in (*model.ahead, *model.back):
        layer.weight_ih_l0[:, ::2] = 0
        layer.weight_hh_l0[:, ::2] = 0
    model.classifier.weight[:, ::2] = 0


def silence_encoder(model):
    for layer in model.network.model.layers:
        layer.mlp.Wo.weight[:, ::2] = 0


@pytest.mark.parametrize(
    ("name", "silence", "shares"),
    [
        ("mlp", silence_mlp, {"prune": 0.5}),
        ("cnn", silence_cnn, {"prune": 0.5}),
        ("lstm", silence_lstm, {"prune": 0.5}),
        ("both ways", silence_lstm, {"prune": 0.5}),
        ("encoder", silence_encoder, {"neurons": 0.5}),
    ],
)
def test_units_that_nothing_reads_are_cut_off_without_a_difference(tmp_path, name, silence, shares):
    _, spec, model = saved(name, tmp_path / "large", silence)
    small = pruned(name, tmp_path / "large", shares, odd_stay(name, tmp_path / "large"))
    before, after = (sum(p.numel() for p in m.parameters()) for m in (model, small))
    assert after < 0.85 * before
    torch.testing.assert_close(answer(small, spec), answer(model, spec), rtol=1e-5, atol=1e-6)


def test_a_layer_that_adds_nothing_is_cut_off_without_a_difference(tmp_path):
    def silence(model):
        middle = model.network.model.layers[1]
        middle.attn.Wo.weight.zero_()
        middle.mlp.Wo.weight.zero_()

    _, spec, model = saved("encoder", tmp_path / "large", silence)
    small = pruned("encoder", tmp_path / "large", {"layers": 0.34}, odd_stay("encoder", tmp_path / "large", layer=1))
    assert small.network.config.num_hidden_layers == 2 and small.network.config.layer_types == ["full_attention"] * 2
    torch.testing.assert_close(answer(small, spec), answer(model, spec), rtol=1e-5, atol=1e-6)


def definitions():
    from transformers import BertConfig, CamembertConfig, DistilBertConfig, ModernBertConfig, RobertaConfig

    small = {
        "vocab_size": 90,
        "num_hidden_layers": 3,
        "num_attention_heads": 4,
        "intermediate_size": 48,
        "num_labels": 3,
    }
    yield BertConfig(hidden_size=32, **small)
    yield RobertaConfig(hidden_size=32, max_position_embeddings=40, **small)
    yield CamembertConfig(hidden_size=32, max_position_embeddings=40, **small)
    yield DistilBertConfig(vocab_size=90, dim=32, n_layers=3, n_heads=4, hidden_dim=48, num_labels=3)
    yield ModernBertConfig(hidden_size=32, pad_token_id=0, **small)


@pytest.mark.parametrize("config", list(definitions()), ids=lambda config: config.model_type)
def test_what_remains_of_a_definition_opens_in_transformers(tmp_path, config):
    from transformers import AutoModelForSequenceClassification

    torch.manual_seed(0)
    model = AutoModelForSequenceClassification.from_config(config)
    model.save_pretrained(tmp_path)
    (tmp_path / "small").mkdir()
    all_scores = {name: np.random.default_rng(0).random(size) for name, size in _sizes(tmp_path).items()}
    pruning.prune(tmp_path, tmp_path / "small", "encoder", {"prune": 0.5, "layers": 0.34}, all_scores)
    small, info = AutoModelForSequenceClassification.from_pretrained(tmp_path / "small", output_loading_info=True)
    assert not info["missing_keys"] and not info["mismatched_keys"] and not info["unexpected_keys"]
    own = small.config
    assert (own.num_attention_heads, own.hidden_size, own.num_hidden_layers) == (2, 16, 2)
    assert small(input_ids=torch.tensor([[5, 6, 7]])).logits.isfinite().all()


def _sizes(directory):
    _, _, found = pruning.read(directory, "encoder")
    return {name: group.units for name, group in found.groups.items()} | {f"layer {i}": 1 for i in range(found.depth)}


def test_scores_are_the_squared_derivatives_by_a_gate(tmp_path):
    """Against central differences: the unit's output is scaled by 1 + e and 1 - e."""
    _, spec, model = saved("mlp", tmp_path / "large")
    model = model.double()
    features = torch.randn(12, spec.width, dtype=torch.float64, generator=torch.Generator().manual_seed(0))
    targets = torch.arange(12) % 3

    def loss(net, batch):
        return torch.nn.functional.cross_entropy(net(batch), targets, reduction="sum"), torch.tensor(12.0)

    _, _, found = pruning.read(tmp_path / "large", "mlp")
    ours = scores(model, found, [features], loss)
    reader = next(layer for layer in list(model.layers)[1:] if isinstance(layer, torch.nn.Linear))
    for unit in (0, 7, 23):
        ends = []
        for step in (1e-4, -1e-4):
            kept = reader.weight[:, unit].detach().clone()
            with torch.no_grad():
                reader.weight[:, unit] = kept * (1 + step)
                ends.append(float(loss(model, features)[0]) / 12)
                reader.weight[:, unit] = kept
        derivative = (ends[0] - ends[1]) / 2e-4
        assert ours["units 0"][unit] == pytest.approx(derivative**2, rel=1e-4, abs=1e-12)


@settings(max_examples=20, deadline=None)
@given(st.floats(0.01, 0.99))
def test_the_smallest_weights_go(tmp_path_factory, share):
    from safetensors.numpy import save_file

    directory = tmp_path_factory.mktemp("weights")
    matrix = np.random.default_rng(0).normal(size=(12, 11)).astype(np.float32)
    save_file(
        {"a": matrix, "bias": np.zeros(200, np.float32), "tiny": matrix[:2, :2].copy()}, directory / "model.safetensors"
    )
    found = pruning.masks(directory, share)
    assert set(found) == {"a"}  # neither vectors nor small matrices
    gone = np.abs(matrix[~found["a"]])
    assert len(gone) == min(131, round(share * 132))
    assert not len(gone) or gone.max() <= np.abs(matrix[found["a"]]).min()


def test_what_cannot_be_pruned_says_so(tmp_path):
    with pytest.raises(ArtifactError, match=r"cannot be pruned.*electra.*distill"):
        layout("encoder", {"model_type": "electra"}, {})
    for name, shares, said in (
        ("cnn", {"heads": 0.5}, "heads=0.5 removes nothing of this network.*8 units"),
        ("cnn", {"layers": 0.5}, "layers=0.5 removes nothing"),
        ("encoder", {"layers": 0.1}, "removes nothing of this network.*3 layers"),
        ("mlp", {"prune": 0.01}, "removes nothing"),
    ):
        directory = tmp_path / f"{name} {next(iter(shares))}"
        saved(name, directory)
        with pytest.raises(ArtifactError, match=said):
            pruning.prune(directory, tmp_path, name, shares, {})
    assert json.loads((tmp_path / "cnn heads" / "config.json").read_text())["filters"] == 8
