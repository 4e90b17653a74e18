"""Writes that never reached the disk: a checkpoint cut at every 4 KiB, or with blocks of zeros, is never half used."""

import importlib.util
import os
import random
import shutil
from pathlib import Path

import pytest
import torch

from modelyard.core.recipe import Train
from modelyard.training.checkpoint import Checkpoints

BLOCK = 4096
SOAK = bool(os.environ.get("MODELYARD_SOAK"))
ALWAYS = Train(early_stopping=None, checkpoint_seconds=0, keep_checkpoints=2)


@pytest.fixture(scope="module")
def toy():
    spec = importlib.util.spec_from_file_location("torn_toy", Path(__file__).parent.parent / "training" / "toy.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def pair(tmp_path):
    """A checkpoint of step 1 and one of step 2 with files of several blocks."""
    checkpoints = Checkpoints(tmp_path / "original", keep=2)
    for step in (1, 2):
        model = {"w": torch.full((5000,), float(step)), "v": torch.arange(3000) * step}
        checkpoints.save(step, {"step": step}, {"model": model, "state": {"random": torch.zeros(16)}})
    return tmp_path / "original"


def reopened(directory):
    notices = []
    return Checkpoints(directory, keep=2).latest(notices.append), notices


def expect_previous(directory):
    saved, notices = reopened(directory)
    assert saved is not None
    assert saved.step == 1
    assert saved.state == {"step": 1}
    assert bool((saved.tensors["model"]["w"] == 1.0).all())
    assert len(notices) == 1


def test_cut_at_every_block(pair, tmp_path):
    files = [path.relative_to(pair) for path in sorted((pair / "00000002").iterdir())]
    for name in files:
        size = (pair / name).stat().st_size
        for length in {0, *range(BLOCK, size, BLOCK), size - 2}:  # the last byte of a JSON file is its newline
            copy = tmp_path / "copy"
            shutil.copytree(pair, copy)
            with (copy / name).open("r+b") as file:
                file.truncate(length)
            expect_previous(copy)
            shutil.rmtree(copy)


def test_blocks_that_stayed_zero_or_came_from_elsewhere(pair, tmp_path):
    """Unsynced blocks are dropped or land shuffled, in any subset of the files; names may be there before data."""
    instants = random.Random(3)
    original = {path.name: path.read_bytes() for path in (pair / "00000002").iterdir()}
    for _ in range(200 if SOAK else 40):
        copy = tmp_path / "copy"
        shutil.copytree(pair, copy)
        changed = False
        for name, data in original.items():
            blocks = [data[start : start + BLOCK] for start in range(0, len(data), BLOCK)]
            for index in range(len(blocks)):
                if instants.random() < 0.2:
                    blocks[index] = instants.choice(
                        [bytes(len(blocks[index])), blocks[instants.randrange(len(blocks))]]
                    )
            torn = b"".join(blocks)
            changed |= torn != data
            (copy / "00000002" / name).write_bytes(torn)
        if instants.random() < 0.3:
            (copy / "00000002" / instants.choice(sorted(original))).unlink()
            changed = True
        if changed:
            expect_previous(copy)
        else:
            assert reopened(copy)[0].step == 2
        shutil.rmtree(copy)


def test_a_torn_newest_checkpoint_ends_in_the_same_weights(toy, tmp_path):
    whole = toy.digest(*toy.train(tmp_path / "whole", section=ALWAYS, total=10))
    with pytest.raises(ZeroDivisionError):
        toy.train(tmp_path / "cut", section=ALWAYS, total=10, emit=lambda e, **v: 1 / (v.get("step") != 6))
    target = tmp_path / "cut" / "00000006" / "optimizer.safetensors"
    target.write_bytes(target.read_bytes()[:-1])
    notices = []
    emit = lambda event, **values: notices.append(values["text"]) if event == "notice" else None  # noqa: E731
    assert toy.digest(*toy.train(tmp_path / "cut", section=ALWAYS, total=10, emit=emit)) == whole
    assert "step 6 is damaged" in notices[0]
    assert "going on from step 5" in notices[0]
