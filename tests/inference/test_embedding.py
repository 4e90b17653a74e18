"""Vectors of texts: means of last hidden states, of checkpoints in ONNX, and of masked models in pieces."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
import torch

from modelyard.core.features import FeatureSpec
from modelyard.core.schema import Column, Schema
from modelyard.data.features.language import LanguageTokenizer
from modelyard.export.onnx import export_onnx
from modelyard.inference.backends import Masked
from modelyard.inference.embedding import Embedder
from modelyard.models import encoder
from modelyard.models._transformer import Encoder
from modelyard.tasks import masked_language_modeling

SPEC = FeatureSpec(kind="tokens", width=100, max_length=32, pad_id=0)
SMALL = {
    "vocab_size": 100,
    "hidden_size": 16,
    "num_hidden_layers": 2,
    "num_attention_heads": 2,
    "intermediate_size": 24,
}
DISTIL = {"vocab_size": 100, "dim": 16, "n_layers": 2, "n_heads": 2, "hidden_dim": 24}


def network(kind: str) -> Any:
    import transformers

    torch.manual_seed(0)
    config = getattr(transformers, f"{kind}Config")(**(DISTIL if kind == "DistilBert" else SMALL), num_labels=3)
    config._attn_implementation = "eager"
    made = getattr(transformers, f"{kind}ForSequenceClassification")(config).eval()
    for parameter in made.parameters():
        torch.nn.init.normal_(parameter, std=0.3)
    return made


@pytest.mark.parametrize("kind", ["Bert", "DistilBert", "Electra"])
def test_an_exported_checkpoint_has_its_means_beside_its_outputs(kind: str, tmp_path: Path) -> None:
    import onnxruntime

    theirs, ours = network(kind), Encoder(network(kind)).eval()
    export_onnx(ours, SPEC, tmp_path / "model.onnx")
    assert not ours.tells_embedding
    session = onnxruntime.InferenceSession(tmp_path / "model.onnx", providers=["CPUExecutionProvider"])
    assert [one.name for one in session.get_outputs()] == ["outputs", "text_embedding"]
    dice = np.random.default_rng(1)
    for lengths in ([9], [1, 5, 17], [30, 2]):
        mask = (np.arange(max(lengths)) < np.array(lengths)[:, None]).astype(np.int64)
        ids = dice.integers(5, 100, mask.shape) * mask
        outputs, means = session.run(None, {"input_ids": ids, "attention_mask": mask})
        with torch.no_grad():
            given = {"input_ids": torch.from_numpy(ids), "attention_mask": torch.from_numpy(mask)}
            hidden = theirs.base_model(**given).last_hidden_state.numpy()
            logits = theirs(**given).logits.numpy()
            embedded = ours.embedding(**given).numpy()
        expected = (hidden * mask[:, :, None]).sum(1) / mask.sum(1, keepdims=True)
        np.testing.assert_allclose(outputs, logits, atol=2e-5)
        np.testing.assert_allclose(means, expected, atol=2e-5)
        np.testing.assert_allclose(embedded, expected, atol=2e-5)


def test_a_masked_model_reads_a_long_text_in_pieces() -> None:
    tokenizer = LanguageTokenizer.fit(["the cat sat on the mat. 床前明月光"] * 20, 320)
    schema = Schema(inputs=(Column(name="text", kind="text"),))
    task = masked_language_modeling.Task(schema=schema, tokenizer=tokenizer, context=16)
    torch.manual_seed(0)
    config = encoder.Config(layers=1, width=32, heads=2, inner=32)
    model = encoder.build(config, task.features, 1).eval()
    backend: Any = Masked.__new__(Masked)
    backend.model, backend._spec = model, task.features
    predictor: Any = SimpleNamespace(schema=schema, task=task, backend=backend)
    embedder = Embedder.of(predictor)
    assert embedder is not None and embedder.width == 32
    texts = ["the cat", "月" * 30 + "the mat", ""]
    found, lengths = embedder(texts)
    for i, text in enumerate(texts):
        ids = tokenizer.encode([text]).ids.astype(np.int64)
        assert lengths[i] == len(ids)
        parts = [torch.from_numpy(ids[start : start + 16])[None] for start in range(0, len(ids), 16)]
        with torch.no_grad():
            states = [model._body(part, torch.zeros(1, 1, 1, part.shape[1]))[0].numpy() for part in parts]
        mean = np.concatenate(states).mean(0) if states else np.zeros(32)
        np.testing.assert_allclose(found[i], mean / max(1e-9, np.linalg.norm(mean)), atol=2e-5)


def test_what_has_no_vectors() -> None:
    table = Schema(inputs=(Column(name="a", kind="number"),))
    assert Embedder.of(SimpleNamespace(schema=table, task=None, backend=None)) is None
    assert Embedder.of(SimpleNamespace()) is None
