"""Gradients and attention of networks: against captum, against definitions, and where one token decides."""

from __future__ import annotations

import numpy as np
import pytest

from modelyard.core.errors import RequestError
from modelyard.explanation.attention import attentions, rolled
from modelyard.explanation.case import Model, case
from modelyard.explanation.explain import explain
from modelyard.explanation.game import row_of
from modelyard.explanation.gradients import along, line_of
from modelyard.explanation.networks import embeddings_of, network_of
from modelyard.inference.predictor import Predictor

TEXT = {"text": "a good film 很好 bad plot"}
FAMILIES = ("encoder", "lstm", "cnn", "mlp")


@pytest.fixture(scope="module")
def model(packaged):
    made = {}

    def get(family):
        if family not in made:
            path = packaged(family)
            made[family] = Model(predictor=Predictor.load(path), run=path)
        return made[family]

    return get


def row_for(model):
    return TEXT if model.sort == "text" else row_of(model.background, 0)


@pytest.mark.parametrize("family", FAMILIES)
def test_the_way_ends_at_the_answer_and_the_weights_add_up(model, family):
    import torch

    one = case(model(family), row_for(model(family)))
    line = line_of(one)
    with torch.no_grad():
        score = line.score(torch.stack([line.point]))[0].item()
    assert score == pytest.approx(one.game.full, abs=2e-4), "by torch and by ONNX it is one model"
    found = explain(model(family), row_for(model(family)), method="integrated-gradients")
    difference = abs(found.score - found.base)
    assert abs(found.gap) <= 0.05 * difference + 2e-4
    assert abs(found.facts["completeness_error"]) <= 0.05 * difference + 1e-5


@pytest.mark.parametrize("family", FAMILIES)
def test_integrated_gradients_are_captums(model, family):
    attr = pytest.importorskip("captum.attr")
    line = line_of(case(model(family), row_for(model(family))))
    point = line.point[None].clone().requires_grad_(True)
    reference = (
        attr.IntegratedGradients(line.score)
        .attribute(point, line.baseline[None], n_steps=32, method="gausslegendre")[0]
        .detach()
    )
    own = along(line, 32)
    scale = float(reference.abs().max())
    assert own.numpy() == pytest.approx(reference.numpy(), abs=1e-4 * scale + 1e-7)
    saliency = attr.Saliency(line.score).attribute(point, abs=False)[0].detach()
    product = explain(model(family), row_for(model(family)), method="gradient-x-input", check=False)
    whole = (saliency * (line.point - line.baseline)).sum().item()
    assert sum(weight for _, weight in product.units) == pytest.approx(whole, abs=1e-4 * abs(whole) + 1e-6)


@pytest.mark.parametrize("method", ["saliency", "gradient-x-input", "integrated-gradients"])
@pytest.mark.parametrize("family", ["cnn", "lstm"])
def test_the_only_token_that_differs_has_the_weight(packaged, family, method):
    """All tokens but one have the same vector, which is the baseline too: only that one can matter."""
    import torch

    own = Model(predictor=Predictor.load(packaged(family), backend="torch"))
    network = network_of(own)
    planted = own.predictor.task.transform.encode(["film"]).ids[1]
    with torch.no_grad():
        table = embeddings_of(network).weight
        table[:] = table[5].clone()
        table[planted] = table[planted] + 3.0
        own.predictor.backend.model.load_state_dict(network.state_dict())
    own.kept["average token"] = table[5].clone()
    found = explain(own, {"text": "good plot film great bad"}, method=method, check=False)
    weights = {text: abs(weight) for text, weight in found.units}
    if method == "saliency":  # it says where a change would matter, which may be anywhere
        assert sum(weights.values()) > 0
        return
    assert weights["film"] > 0
    assert max(weight for text, weight in weights.items() if text != "film") < 1e-6 * weights["film"] + 1e-9


def test_maps_are_shares_and_rollout_is_their_product(model):
    one = case(model("encoder"), TEXT)
    maps = attentions(one)
    assert maps.shape[0] == 1 and np.allclose(maps.sum(axis=2), 1, atol=1e-5) and (maps >= 0).all()
    several = np.random.default_rng(0).dirichlet(np.ones(5), size=(3, 5))
    flow = np.eye(5)
    for layer in several:  # equation 1 of Abnar and Zuidema
        flow = (0.5 * layer + 0.5 * np.eye(5)) @ flow
    assert rolled(several) == pytest.approx(flow, abs=1e-12)
    assert rolled(several).sum(axis=1) == pytest.approx(np.ones(5))
    found = explain(model("encoder"), TEXT, method="attention-rollout", check=False)
    assert not found.signed and found.extra["attention"]["tokens"]
    total = sum(weight for _, weight in found.units) + found.facts["on_special_tokens"]
    assert total == pytest.approx(1.0, abs=1e-4)


def test_pieces_of_a_word_are_joined_and_a_cut_text_says_so(model):
    long = " ".join(["extraordinarily", "房间"] * 60)
    found = explain(model("encoder"), {"text": long}, method="gradient-x-input", check=False)
    assert [text for text, _ in found.units[:3]] == ["extraordinarily", "房", "间"]
    assert any("not read" in note for note in found.notes)
    unread = [weight for _, weight in found.units[80:90]]
    assert any(weight == 0 for weight in unread)


@pytest.mark.parametrize("family", FAMILIES)
def test_neighbours_are_by_the_models_own_states(model, family):
    from modelyard.data.bundle import Bundle

    own = model(family)
    row = row_of(Bundle.open(own.run / "bundle").rows("train"), 2)
    found = explain(own, row, method="nearest").extra["neighbours"]
    assert found[0]["similarity"] == pytest.approx(1.0, abs=1e-4)
    assert found[0]["similarity"] >= found[-1]["similarity"]


def test_attention_of_what_has_none_is_refused(model):
    with pytest.raises(RequestError, match="only encoders"):
        explain(model("cnn"), TEXT, method="attention-rollout")


def test_asking_needs_no_torch(packaged):
    """The default of a network is answered by ONNX Runtime: torch is not imported."""
    import subprocess
    import sys

    code = (
        "import sys; from modelyard.pipeline.explaining import explain; "
        f"found = explain({str(packaged('encoder'))!r}, 'a good film'); "
        "assert found.method == 'shap' and abs(found.gap) < 1e-6, found; "
        "heavy = [name for name in ('torch', 'transformers', 'sklearn', 'pyarrow') if name in sys.modules]; "
        "assert not heavy, heavy"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_definition_that_reads_its_input_elsewhere_too_is_refused(packaged):
    import torch

    own = Model(predictor=Predictor.load(packaged("cnn")))
    network = network_of(own)
    forward = network.forward
    assert explain(own, TEXT, method="saliency", check=False).units
    del own.kept["checked"]
    calls = []

    def twice(ids, mask):
        calls.append(1)
        return forward(ids, mask) + len(calls) * torch.tensor([0.0, 1.0])

    network.forward = twice
    with pytest.raises(RequestError, match="reads its input elsewhere"):
        explain(own, TEXT, method="saliency")
