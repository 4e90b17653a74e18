"""Outputs kept by the evaluation: the same bits, of this artifact only, computed again where damaged."""

from __future__ import annotations

import numpy as np

from modelyard.core.run import Run
from modelyard.inference.kept_outputs import FOLDER, keep_outputs, kept_outputs

DIGEST = "ab" * 32


def test_bits_are_kept(tmp_path):
    run, outputs = Run(tmp_path), np.random.default_rng(0).normal(size=(7, 3))
    assert kept_outputs(run, "test", DIGEST) is None
    keep_outputs(run, "test", DIGEST, outputs)
    found = kept_outputs(run, "test", DIGEST)
    assert found is not None and found.dtype == np.float64 and (found == outputs).all()
    assert kept_outputs(run, "validation", DIGEST) is None and kept_outputs(run, "test", "cd" * 32) is None


def test_what_is_damaged_is_none(tmp_path):
    run = Run(tmp_path)
    keep_outputs(run, "test", DIGEST, np.ones((4, 2)))
    (file,) = (tmp_path / FOLDER).iterdir()
    whole = file.read_bytes()
    for at in range(len(whole)):  # of the numbers too: a figure would be wrong and nobody would know
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 0x10]) + whole[at + 1 :])
        assert kept_outputs(run, "test", DIGEST) is None, at
    for content in (b"", whole[: len(whole) // 2], b"\x80\x04\x95pickle", whole[:-8], whole + b"\0", whole[32:]):
        file.write_bytes(content)
        assert kept_outputs(run, "test", DIGEST) is None
    file.write_bytes(whole)
    assert kept_outputs(run, "test", DIGEST) is not None
