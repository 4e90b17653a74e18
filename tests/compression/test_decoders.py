"""Decoders in 8 and 4 bits as artifacts: smaller, near the original, opened without torch; what is refused."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from modelyard.compression.compressed import keep
from modelyard.compression.decoders import build, compressible, network_bytes
from modelyard.core.artifact import open_artifact
from modelyard.core.errors import ArtifactError
from modelyard.inference import language

sys.path.insert(0, str(Path(__file__).parents[1]))
from decoder_kit import written


@pytest.mark.parametrize(("name", "qk_norm", "share"), [("int8-weights", True, 0.4), ("int4", False, 0.35)])
def test_a_smaller_decoder_serves_and_is_replayed(tmp_path: Path, name: str, qk_norm: bool, share: float) -> None:
    artifact = open_artifact(written(tmp_path / "run" / "artifact", qk_norm=qk_norm))
    place = tmp_path / "made"
    place.mkdir()
    made = build(artifact, name, place, threads=1)
    assert made.bytes < share * network_bytes(artifact.path)
    kept = keep(made, tmp_path / "compressed", {"metric": "bits_per_byte"})
    assert kept.manifest["compression"] == {"name": name, "tolerance": made.tolerance}
    assert not (kept.path / "model.safetensors").exists() and (kept.path / "weights.safetensors").is_file()
    model = language.load(kept.path, threads=1)
    assert isinstance(model, language.LanguagePredictor) and model.backend.name == "onnx"
    assert model.largest_difference is not None and 0 < model.largest_difference <= made.tolerance
    assert len(model.generate("the cat", max_new_tokens=5, temperature=0)[0].tokens) == 5
    with pytest.raises(ArtifactError, match="compressed already"):
        compressible(kept)


def test_what_decoders_do_not_have_is_refused(tmp_path: Path) -> None:
    artifact = open_artifact(written(tmp_path / "run" / "artifact"))
    (tmp_path / "made").mkdir()
    with pytest.raises(ArtifactError, match="not compressed to fp16"):
        build(artifact, "fp16", tmp_path / "made")
    weights = artifact.path / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:100])
    with pytest.raises(ArtifactError, match="cannot be read"):
        build(artifact, "int4", tmp_path / "made")
