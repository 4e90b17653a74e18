"""HARDENING 4: every change of an artifact's bytes or names is found before its weights are used.

The quick form flips some four hundred bytes an artifact; MODELYARD_SOAK=1 flips every one.
"""

import os
import random
import shutil

import pytest

from modelyard.core import durable
from modelyard.core.errors import ArtifactError
from modelyard.inference import Predictor

FAMILIES = ("mlp", "linear", "encoder")
QUICK = 400


@pytest.fixture
def artifact(packaged, tmp_path):
    def copy(family):
        shutil.copytree(packaged(family) / "artifact", tmp_path / family)
        return tmp_path / family

    return copy


def refused(directory):
    """The message of the refusal; it must come before anything but the manifest is used."""

    def used(*arguments, **named):
        raise AssertionError("the artifact was used before it was verified")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Predictor, "open", used)
        with pytest.raises(ArtifactError) as caught:
            Predictor.load(directory)
    return str(caught.value)


@pytest.mark.parametrize("family", FAMILIES)
def test_every_flipped_byte_is_found(artifact, family):
    directory = artifact(family)
    dice = random.Random(4)
    files = sorted(path for path in directory.iterdir())
    total = sum(path.stat().st_size for path in files)
    step = 1 if os.environ.get("MODELYARD_SOAK") else max(1, total // QUICK)
    for path in files:
        whole = path.read_bytes()
        for place in range(dice.randrange(min(step, len(whole))), len(whole), step):
            damaged = bytearray(whole)
            damaged[place] ^= dice.randrange(1, 256)
            path.write_bytes(damaged)
            try:
                durable.verify_directory(directory)
            except ArtifactError as error:
                assert path.name in str(error)
            else:
                raise AssertionError(f"byte {place} of {path.name} was flipped and nobody saw it")
        assert path.name in refused(directory)
        path.write_bytes(whole)
    durable.verify_directory(directory)


def test_every_bit_of_the_manifest_is_found(artifact):
    directory = artifact("mlp")
    path = directory / durable.MANIFEST
    whole = path.read_bytes()
    for place in range(0, len(whole), 1 if os.environ.get("MODELYARD_SOAK") else 3):
        damaged = bytearray(whole)
        damaged[place] ^= 1 << (place % 8)
        path.write_bytes(damaged)
        with pytest.raises(ArtifactError, match=r"manifest\.json"):
            durable.verify_directory(directory)


def _swap(directory, first, second):
    (directory / first).rename(directory / "x")
    (directory / second).rename(directory / first)
    (directory / "x").rename(directory / second)


CHANGES = {
    "added": lambda d: (d / "notes.txt").write_text("hello"),
    "added in a folder": lambda d: ((d / "more").mkdir(), (d / "more" / "model.safetensors").write_bytes(b"")),
    "added and empty": lambda d: (d / "extra.json").touch(),
    "removed": lambda d: (d / "golden.json").unlink(),
    "weights removed": lambda d: (d / "model.safetensors").unlink(),
    "graph removed": lambda d: (d / "model.onnx").unlink(),
    "renamed": lambda d: (d / "task.json").rename(d / "Task.json"),
    "swapped": lambda d: _swap(d, "task.json", "schema.json"),
    "weights and graph swapped": lambda d: _swap(d, "model.onnx", "model.safetensors"),
    "cut short": lambda d: (d / "model.onnx").write_bytes((d / "model.onnx").read_bytes()[:-1]),
    "grown": lambda d: (d / "model.safetensors").write_bytes((d / "model.safetensors").read_bytes() + b"\0"),
    "emptied": lambda d: (d / "task.json").write_bytes(b""),
    "a link": lambda d: (
        (d / "task.json").rename(d.parent / "task.json"),
        (d / "task.json").symlink_to("../task.json"),
    ),
    "a link to a folder": lambda d: (d / "more").symlink_to("/"),
    "a pipe": lambda d: ((d / "task.json").unlink(), os.mkfifo(d / "task.json")),
    "manifest removed": lambda d: (d / "manifest.json").unlink(),
    "manifest of nothing": lambda d: (d / "manifest.json").write_text('{"files": {}}'),
    "manifest is a list": lambda d: (d / "manifest.json").write_text("[]"),
    "manifest is deep": lambda d: (d / "manifest.json").write_text("[" * 100_000),
}


@pytest.mark.parametrize("change", CHANGES)
def test_every_change_of_a_file_is_found(artifact, change):
    directory = artifact("mlp")
    CHANGES[change](directory)
    assert str(directory) in refused(directory)


@pytest.mark.parametrize("name", ["model.onnx", "model.safetensors", "golden.json", "manifest.json", "task.json"])
def test_a_file_of_another_artifact_is_found(artifact, packaged, name):
    directory = artifact("mlp")
    shutil.copyfile(packaged("encoder") / "artifact" / name, directory / name)
    assert str(directory) in refused(directory)


@pytest.mark.parametrize("family", FAMILIES)
def test_the_sound_artifact_opens(artifact, family):
    assert Predictor.load(artifact(family)).largest_difference < 1e-5
