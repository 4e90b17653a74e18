"""compress on the command line: what it prints of what was measured, and one line for a mistake."""

from __future__ import annotations

import json

import pytest

from modelyard import cli, pipeline


def call(monkeypatch, capsys, *arguments):
    """The exit code and what was said on stdout and stderr."""
    monkeypatch.setattr("sys.argv", ["modelyard", *map(str, arguments)])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    said = capsys.readouterr()
    return ended.value.code or 0, said.out, said.err


def row(name, size, lost, packed=None):
    loss = {"value": lost, "interval": [lost - 0.002, lost + 0.002], "p_value": 0.1, "relative": False}
    return {
        "name": name,
        "bytes": size,
        "milliseconds": size / 1e6,
        "metric": "accuracy",
        "value": 0.9 - lost,
        "loss": loss,
        "split": "test",
        "n": 5000,
        "packed_bytes": packed,
        "frontier": True,
    }


FOUND = {
    "bound": 0.01,
    "target": None,
    "kept": ["distill", "sparse=0.8"],
    "refused": [],
    "left_out": {"int4": "int4 does not make this network smaller"},
    "variants": [
        row("float32", 8_000_000, 0.0, 7_500_000),
        row("distill", 2_000_000, 0.004),
        row("sparse=0.8", 8_000_000, 0.001, 2_500_000),
        row("student-alone", 2_000_000, 0.02),
    ],
    "searched": [],
    "taught": {"name": "distill", "metric": "accuracy", "gain": 0.016, "interval": [0.01, 0.022]},
}


def test_what_was_measured_is_printed(monkeypatch, capsys, tmp_path):
    asked = {}

    def compress(run, section, listener):
        asked.update(section=section, run=run)
        return FOUND

    monkeypatch.setattr(pipeline, "compress", compress, raising=False)
    options = ["--to", "distill", "--to", "sparse=.8", "--model", "{family: cnn, filters: 8}", "--compare"]
    code, out, err = call(monkeypatch, capsys, "compress", tmp_path, *options)
    assert (code, err) == (0, "")
    assert asked["section"].to == ("distill", "sparse=0.8")
    assert asked["section"].student.options == {"filters": 8} and asked["section"].compare
    assert "distill: loss +0.0040 [+0.0020, +0.0060] on 5,000 rows of test, bound 0.01" in out
    assert "as a compressed file 2.5 MB, the original 7.5 MB; no faster" in out
    assert "the teacher's part: +0.0160 [+0.0100, +0.0220] of accuracy over the student alone" in out
    assert "int4: int4 does not make this network smaller" in out
    assert f"next: modelyard serve {tmp_path / 'compressed' / 'sparse=0.8'}" in out
    code, out, _ = call(monkeypatch, capsys, "compress", tmp_path, "--to", "int8", "--json")
    assert json.loads(out) == FOUND


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--to", "prune=2"], "prune=2: give the share that is removed, between 0 and 1; prune=0.5 removes half"),
        (["--to", "distill"], "distill needs a student"),
        (["--to", "int3"], "'int3' is no way to compress"),
        (["--to", "int8", "--target", "size=1MB"], "give either to"),
        (["--model", "{family"], "--model is a family"),
        ([], "give either to"),
    ],
)
def test_a_mistake_is_one_line(monkeypatch, capsys, tmp_path, options, said):
    code, out, err = call(monkeypatch, capsys, "compress", tmp_path, *options)
    assert (code, out) == (2, "")
    assert said in err and err.startswith("error: ") and err.count("\n") == 1
