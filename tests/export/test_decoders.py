"""Decoders exported: a folder that writes without Modelyard what the model writes; GGUF read back by tensor."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from modelyard.compression.compressed import keep
from modelyard.compression.decoders import build
from modelyard.core.artifact import open_artifact
from modelyard.core.errors import ArtifactError, RunError
from modelyard.export import decoders, isolated, server
from modelyard.export.gguf import write_gguf
from modelyard.inference import language
from modelyard.pipeline import explaining

sys.path.insert(0, str(Path(__file__).parents[1]))
from decoder_kit import parts, written


@pytest.fixture(scope="module")
def artifact(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("run") / "artifact")


def test_the_runner_writes_what_the_model_writes(artifact: Path, tmp_path: Path) -> None:
    parity = decoders.export(artifact, tmp_path / "out", form="onnx")
    assert parity.labels.all() and float(parity.outputs.max()) < 1e-5 and len(parity.notes) == 5
    done = subprocess.run(
        [sys.executable, str(tmp_path / "out" / "run.py"), "the cat", "床前"],
        capture_output=True,
        encoding="utf-8",
        env={"PYTHONIOENCODING": "utf-8"},
        check=True,
    )
    model = language.load(artifact, backend="torch")
    assert isinstance(model, language.LanguagePredictor)
    wanted = model.generate(["the cat", "床前"], max_new_tokens=100, temperature=0)
    expected = "".join(f"{text}{one.text}\n" for text, one in zip(["the cat", "床前"], wanted, strict=True))
    # Bytes that are no character are shown by the stream only when nothing can complete them: the same in the end.
    assert done.stdout == expected
    assert decoders.is_export(tmp_path / "out") and decoders.verify(tmp_path / "out").wrong.size == 0

    code = tmp_path / "out" / "run.py"
    code.write_text(code.read_text() + "\n# changed")
    with pytest.raises(ArtifactError, match="altered"):
        decoders.verify(tmp_path / "out")
    with pytest.raises(RunError, match="taken"):
        decoders.export(artifact, tmp_path / "out", form="onnx")
    with pytest.raises(RunError, match="no such form"):
        decoders.export(artifact, tmp_path / "other", form="openvino")


def test_a_smaller_decoder_is_exported_as_it_is(
    artifact: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "made").mkdir()
    made = build(open_artifact(artifact), "int8-weights", tmp_path / "made", threads=1)
    kept = keep(made, tmp_path / "compressed", {})
    parity = decoders.export(kept.path, tmp_path / "out", form="onnx")
    assert parity.labels.all() and (tmp_path / "out" / "weights.safetensors").is_file()
    assert "1.22" in (tmp_path / "out" / "requirements.txt").read_text()
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(RunError, match=r"where llama\.cpp can prove it"):
        decoders.export(artifact, tmp_path / "gguf", form="gguf")
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: name)
    with pytest.raises(ArtifactError, match="whole weights"):
        decoders.export(kept.path, tmp_path / "gguf", form="gguf")


def test_a_runner_that_writes_otherwise_is_refused(
    artifact: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = isolated.answer

    def wrong(*arguments: Any, **options: Any) -> Any:
        outputs, answers = real(*arguments, **options)
        outputs[2, 5] += 1
        return outputs, answers

    monkeypatch.setattr(isolated, "answer", wrong)
    with pytest.raises(ArtifactError, match="1 of 5 golden examples differ"):
        decoders.export(artifact, tmp_path / "out", form="onnx")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(("precision", "qk_norm"), [("fp32", False), ("fp32", True), ("int8-weights", False)])
def test_gguf_holds_the_weights_and_the_tokenizer(tmp_path: Path, precision: str, qk_norm: bool) -> None:
    gguf = pytest.importorskip("gguf")
    source = written(tmp_path / "run" / "artifact", qk_norm=qk_norm)
    write_gguf(source, tmp_path / "model.gguf", precision=precision)
    found = gguf.GGUFReader(tmp_path / "model.gguf")
    task, _, model = parts(qk_norm)
    names = {tensor.name: tensor for tensor in found.tensors}
    weights = dict(model.network.named_parameters())
    assert len(names) == len(weights)
    embedding = names["token_embd.weight"]
    values = gguf.dequantize(embedding.data, embedding.tensor_type)
    wanted = weights["model.embed_tokens.weight"].detach().numpy()
    np.testing.assert_allclose(values, wanted, atol=0 if precision == "fp32" else np.abs(wanted).max() / 127)
    queries = names["blk.1.attn_q.weight"]
    values = gguf.dequantize(queries.data, queries.tensor_type)
    wanted = weights["model.layers.1.self_attn.q_proj.weight"].detach().numpy()
    if not qk_norm:  # llama.cpp turns neighbours: row 2 i of a head is row i here, row 2 i + 1 is row 8 + i
        order = [8 * half + i for i in range(8) for half in (0, 1)]
        wanted = wanted.reshape(4, 16, -1)[:, order].reshape(wanted.shape)
    np.testing.assert_allclose(values, wanted, atol=0 if precision == "fp32" else np.abs(wanted).max() / 127)
    tokens = found.fields["tokenizer.ggml.tokens"].contents()
    vocabulary = json.loads(task.tokenizer.content)["model"]["vocab"]
    assert all(tokens[i] == token for token, i in vocabulary.items())
    assert found.fields["tokenizer.ggml.pre"].contents() == "qwen2"


def test_llama_cpp_writes_the_same(artifact: Path, tmp_path: Path) -> None:
    pytest.importorskip("llama_cpp", reason="llama-cpp-python, which compiles llama.cpp")
    pytest.importorskip("gguf")
    assert decoders.export(artifact, tmp_path / "out", form="gguf").labels.all()


def test_prompts_of_a_model_without_personal_data_are_read_so(tmp_path: Path) -> None:
    from modelyard.data.personal.masking import Masker

    path = written(tmp_path / "run" / "artifact", masker=Masker(mode="mask", columns=("text",)))
    decoders.export(path, tmp_path / "out", form="onnx")
    assert decoders.verify(tmp_path / "out").wrong.size == 0
    said = ["My name is Mary Jones. the cat", "My name is 〔NAME〕. the cat"]
    done = subprocess.run(
        [sys.executable, str(tmp_path / "out" / "run.py"), *said],
        capture_output=True,
        encoding="utf-8",
        env={"PYTHONIOENCODING": "utf-8"},
        check=True,
    )
    one, two = done.stdout.removesuffix("\n").split("My name is ")[1:]
    assert one.strip() == two.strip() and "Mary" not in done.stdout
    assert "Another\nprogram does not" in (tmp_path / "out" / "README.md").read_text(encoding="utf-8")


def test_a_decoder_s_artifact_is_verified_and_not_explained(artifact: Path) -> None:
    found = server.verify_artifact(artifact)
    assert found.wrong.size == 0 and len(found.outputs)
    with pytest.raises(RunError, match="answers of models that write texts are not explained"):
        explaining.explain(artifact, "the cat")
