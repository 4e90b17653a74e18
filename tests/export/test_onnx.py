import logging
import sys

import numpy as np
import pytest
import torch

from modelyard.core import registry
from modelyard.core.features import FeatureSpec
from modelyard.export import onnx as export

TOKENS = FeatureSpec(kind="tokens", width=40, max_length=48)
CASES = {
    "linear map": ("mlp", {"hidden": []}, FeatureSpec(kind="dense", width=1)),
    "mlp": ("mlp", {"hidden": [8, 4], "activation": "gelu"}, FeatureSpec(kind="dense", width=5)),
    "lstm": ("lstm", {"units": 6, "embedding": 4, "pooling": "last"}, TOKENS),
    "lstm both ways": ("lstm", {"units": 6, "embedding": 4, "layers": 2, "bidirectional": True}, TOKENS),
    "cnn": ("cnn", {"filters": 4, "embedding": 4}, TOKENS),
    "encoder": ("encoder", {"layers": 2, "width": 16, "heads": 2}, TOKENS),
    "encoder cls": ("encoder", {"layers": 1, "width": 16, "heads": 2, "pooling": "cls"}, TOKENS),
}


@pytest.mark.parametrize("case", CASES)
def test_agrees_with_torch_at_any_batch_and_length(case, tmp_path, capfd, caplog):
    import onnx
    import onnxruntime

    family, options, spec = CASES[case]
    module = registry.load("models", family, field="model")
    torch.manual_seed(0)
    model = module.build(module.Config.model_validate(options), spec, 3).eval()
    with caplog.at_level(logging.WARNING):
        export.export_onnx(model, spec, tmp_path / "model.onnx")
    assert capfd.readouterr() == ("", "")
    assert caplog.records == []
    assert [path.name for path in tmp_path.iterdir()] == ["model.onnx"]
    graph = onnx.load(tmp_path / "model.onnx")
    onnx.checker.check_model(graph)
    assert {entry.version for entry in graph.opset_import if entry.domain == ""} == {export.OPSET}
    content = (tmp_path / "model.onnx").read_bytes()
    assert not [part for part in (sys.prefix, "site-packages", "_networks.py", "forward") if part.encode() in content]
    session = onnxruntime.InferenceSession(tmp_path / "model.onnx", providers=["CPUExecutionProvider"])
    assert session.get_outputs()[0].name == "outputs"
    for batch, length in ((1, 1), (1, 2), (2, 7), (5, 3), (3, 48), (17, 12)):
        if spec.kind == "dense":
            inputs = {"features": torch.randn(batch, spec.width)}
        else:
            mask = (torch.arange(length) < torch.randint(0, length + 1, (batch,))[:, None]).long()
            mask[0] = 1
            inputs = {"input_ids": torch.randint(1, 40, (batch, length)) * mask, "attention_mask": mask}
        with torch.no_grad():
            expected = model(**inputs).numpy()
        got = session.run(None, {name: tensor.numpy() for name, tensor in inputs.items()})[0]
        np.testing.assert_allclose(got, expected, rtol=1e-5, atol=2e-6)


def test_a_network_beyond_one_file_is_refused(tmp_path, monkeypatch):
    from modelyard.core.errors import ArtifactError
    from modelyard.models import mlp

    spec = FeatureSpec(kind="dense", width=2)
    monkeypatch.setattr(export, "_MAX_BYTES", 10)
    with pytest.raises(ArtifactError, match="2 GB"):
        export.export_onnx(mlp.build(mlp.Config(), spec, 2).eval(), spec, tmp_path / "model.onnx")
    assert not list(tmp_path.iterdir())
