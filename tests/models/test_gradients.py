"""Every family's gradients against central differences, in float64."""

import pytest
import torch

from modelyard.core import registry
from modelyard.core.features import FeatureSpec

TOKENS = FeatureSpec(kind="tokens", width=11, max_length=8, pad_id=0)
DENSE = FeatureSpec(kind="dense", width=3)
CASES = {
    "mlp": ("mlp", {"hidden": [4, 3], "activation": "tanh", "dropout": 0}, DENSE),
    "linear map": ("mlp", {"hidden": []}, DENSE),
    "mlp relu": ("mlp", {"hidden": [5], "activation": "relu", "dropout": 0}, DENSE),
    "lstm": ("lstm", {"units": 3, "embedding": 2, "dropout": 0, "pooling": "last"}, TOKENS),
    "lstm both ways": (
        "lstm",
        {"units": 2, "embedding": 2, "dropout": 0, "layers": 2, "bidirectional": True, "pooling": "mean"},
        TOKENS,
    ),
    "lstm max": ("lstm", {"units": 3, "embedding": 2, "dropout": 0, "pooling": "max"}, TOKENS),
    "cnn": ("cnn", {"embedding": 3, "filters": 2, "sizes": [2, 3], "dropout": 0}, TOKENS),
    "encoder": ("encoder", {"layers": 2, "width": 8, "heads": 2, "inner": 6, "dropout": 0}, TOKENS),
    "encoder cls sdpa": (
        "encoder",
        {"layers": 1, "width": 8, "heads": 2, "inner": 6, "dropout": 0, "pooling": "cls", "attention": "sdpa"},
        TOKENS,
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_gradients_agree_with_differences(case):
    family, options, spec = CASES[case]
    module = registry.load("models", family, field="model")
    torch.manual_seed(3)
    model = module.build(module.Config.model_validate(options), spec, 2).double().train()
    with torch.no_grad():  # away from the start, where many gradients are tiny
        for parameter in model.parameters():
            parameter.add_(0.3 * torch.randn_like(parameter))
    if spec.kind == "dense":
        inputs = {"features": torch.randn(4, 3, dtype=torch.float64)}
    else:
        mask = (torch.arange(5) < torch.tensor([5, 2, 1])[:, None]).long()
        inputs = {"input_ids": torch.randint(1, 11, (3, 5)) * mask, "attention_mask": mask}
    targets = torch.tensor([0, 1, 1, 0])[: len(next(iter(inputs.values())))]

    def loss():
        return torch.nn.functional.cross_entropy(model(**inputs), targets)

    loss().backward()
    worst = 0.0
    for parameter in model.parameters():
        flat, gradient = parameter.data.view(-1), parameter.grad.view(-1)
        for i in range(len(flat)):
            before = flat[i].item()
            flat[i] = before + 1e-6
            above = loss().item()
            flat[i] = before - 1e-6
            below = loss().item()
            flat[i] = before
            difference = (above - below) / 2e-6
            worst = max(worst, abs(difference - gradient[i].item()))
    assert worst < 2e-7, worst
