"""HARDENING 1, 3, 4, 5 and 6 on what examines finished runs: killed, without disk, damaged, at once, older.

`MODELYARD_SOAK=1` kills at every durable call instead of some.
"""

import json
import os
import random
import shutil
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import pytest

from modelyard import pipeline
from modelyard.core.errors import RunError
from modelyard.core.run import Run

SOAK = bool(os.environ.get("MODELYARD_SOAK"))
DATA = {"only": ["data"]}


class Nursery:
    """Another process that forks examinations; see evidence_nursery.py."""

    def __init__(self):
        self._process = subprocess.Popen(
            [sys.executable, str(Path(__file__).parent / "evidence_nursery.py")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "OMP_NUM_THREADS": "1"},
        )

    def __call__(self, verb, *arguments, named=None, **faults):
        """The exit code (negative: a signal), and what was said."""
        job = {"verb": verb, "arguments": arguments, "named": named or {}, **faults}
        self._process.stdin.write(json.dumps(job, default=str) + "\n")
        self._process.stdin.flush()
        said = []
        while not (line := self._process.stdout.readline()).startswith("exit"):
            assert line, "the nursery has died"
            said.append(line.strip())
        return int(line.split()[1]), " ".join(said)

    def close(self):
        self._process.stdin.close()
        self._process.wait(timeout=60)
        self._process.stdout.close()


@pytest.fixture(scope="module")
def finished(tmp_path_factory):
    folder = tmp_path_factory.mktemp("faults")
    dice = random.Random(0)
    rows = []
    for i in range(240):
        words = dice.choices(["great", "nice", "好"] if i % 2 else ["bad", "awful", "差"], k=3)
        rows.append(f"{' '.join(words)} thing {dice.randrange(10**6)},{i % 2}\n")
    (folder / "rows.csv").write_text("text,label\n" + "".join(rows), encoding="utf-8")
    recipe = {
        "task": "text-classification",
        "data": {"train": str(folder / "rows.csv"), "inputs": "text", "target": "label"},
        "model": "linear",
        "evaluate": {"resamples": 100},
    }
    return pipeline.run(recipe, out=folder / "run").path


@pytest.fixture(scope="module")
def nursery(finished, tmp_path_factory):
    this = Nursery()
    copy = shutil.copytree(finished, tmp_path_factory.mktemp("warm") / "run")
    for verb, named in (("audit", DATA), ("examine", {"folds": 2, "only": ["folds"]})):
        assert this(verb, copy, named=named, warm=True) == (0, "")
    yield this
    this.close()


@pytest.fixture
def run(finished, tmp_path):
    return shutil.copytree(finished, tmp_path / "run")


def evidence(run):
    """Every exhibit, whole, without what differs from run to run."""
    found = {}
    for path in sorted((run / "evidence").rglob("*.json")):
        found[path.name] = {**json.loads(path.read_text(encoding="utf-8")), "seconds": 0}
    return found


def is_whole(run):
    """A finished run as its reader sees it, however its last examination ended."""
    assert Run(run).status == "finished"
    assert (run / "report.html").read_text(encoding="utf-8").rstrip().endswith("</html>")
    return bool(evidence(run))


def no_litter(run):
    assert not [path for path in run.rglob(".tmp-*") if "folds" not in path.parts]
    assert not list(run.rglob(".old-*"))


def kills(nursery, run, verb, named, count):
    """Kill an examination at several of its durable calls, each time going on from what the last one left."""
    whole = shutil.copytree(run, run.with_name("whole"))
    code, said = nursery(verb, whole, named=named)
    assert code == 0, said
    calls = int(said.rpartition("calls ")[2])
    assert calls > 20
    points = range(1, calls + 1) if SOAK else sorted(random.Random(3).sample(range(1, calls + 1), count))
    killed = 0
    for at in points:
        code, said = nursery(verb, run, named=named, at=at)
        assert code in (0, -9), said  # what stands is kept: fewer calls may be left
        killed += code == -9
        assert is_whole(run)
    assert killed >= count / 2
    code, said = nursery(verb, run, named=named)
    assert code == 0, said
    no_litter(run)
    return whole


def test_an_audit_that_is_killed_leaves_a_whole_run_and_is_made_again(nursery, run):
    whole = kills(nursery, run, "audit", DATA, 8)
    assert evidence(run) == evidence(whole)


def test_folds_that_are_killed_end_with_the_same_figures(nursery, run):
    whole = kills(nursery, run, "examine", {"folds": 2, "only": ["folds"]}, 5)
    ours, theirs = (evidence(one)["folds.json"]["claims"] for one in (run, whole))
    assert ours == theirs and ours


def test_a_sheet_for_raters_that_is_killed_is_dealt_again_the_same(nursery, run):
    whole = shutil.copytree(run, run.parent / "whole" / "run")  # of the same name: the key holds it
    code, said = nursery("judge", [str(whole)])
    assert code == 0, said
    calls = int(said.rpartition("calls ")[2])
    for at in range(1, calls + 1, 1 if SOAK else 3):
        assert nursery("judge", [str(run)], at=at)[0] == -9
        assert is_whole(run)
    assert nursery("judge", [str(run)])[0] == 0
    ours, theirs = (
        {
            path.relative_to(one).as_posix(): path.read_bytes()
            for path in (one / "judging").rglob("*")
            if path.is_file() and not path.name.startswith(".tmp-")
        }
        for one in (run, whole)
    )
    assert ours == theirs and len(ours) == 3


def test_a_full_disk_is_one_error_and_changes_nothing(nursery, run):
    before = {path: path.read_bytes() for path in run.rglob("*") if path.is_file() and path.name != "events.jsonl"}
    lines = (run / "events.jsonl").stat().st_size
    codes = []
    for limit in (100, lines + 3_000, lines + 20_000):
        code, said = nursery("audit", run, named=DATA, limit=limit)
        codes.append(code)
        if code:
            assert "cannot write: File too large" in said and "Free some space" in said, said
        assert is_whole(run)
        no_litter(run)
    assert codes[:2] == [2, 2]
    # What was too large is as it was.
    assert (run / "report.html").read_bytes() == before[run / "report.html"]
    assert nursery("audit", run, named=DATA)[0] == 0


def test_a_run_that_may_only_be_read_is_explained_and_compared_and_not_audited(nursery, finished):
    root = Path(tempfile.mkdtemp())
    try:
        run = shutil.copytree(finished, root / "run")
        rows = shutil.copy(finished.parent / "rows.csv", root)
        (root / "shut").mkdir()
        for path in (root, *root.rglob("*")):
            path.chmod(0o555 if path.is_dir() else 0o444)
        code, said = nursery("audit", run, named=DATA, nobody=True)
        assert code == 2 and "Permission denied" in said and "Make the folder writable" in said, said
        for verb, arguments, named in (
            ("explain", [run], {"inputs": "a bad thing"}),
            ("compare", [run, run], {}),
            ("evaluate", [run], {"data": str(rows)}),
        ):
            code, said = nursery(verb, *arguments, named=named, nobody=True)
            assert code == 0, (verb, said)
        (root / "shut").chmod(0)
        for name in ("rows.csv", "*.csv"):
            code, said = nursery("evaluate", run, named={"data": str(root / "shut" / name)}, nobody=True)
            assert code == 2 and ("Permission denied" in said or "no file fits" in said), said
    finally:
        for path in (root, *root.rglob("*")):
            path.chmod(path.stat().st_mode | stat.S_IWUSR)
        shutil.rmtree(root)


def test_two_at_once_have_one_owner(nursery, run):
    before = evidence(run)
    with Run(run).owned():
        code, said = nursery("audit", run, named=DATA)
    assert code == 2 and "another process is running in this directory" in said
    assert evidence(run) == before
    assert nursery("audit", run, named=DATA)[0] == 0


@pytest.mark.parametrize("content", ["", '{"name": "slices", "sta', "[]", "null", '{"name": "slices"}', "\x00" * 50])
def test_a_damaged_exhibit_is_one_error_that_names_it_and_is_mended_by_making_it(run, content):
    file = run / "evidence" / "evaluate" / "slices.json"
    whole = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(content, encoding="utf-8")
    with pytest.raises(RunError, match=r"slices\.json") as caught:
        pipeline.audit(run, only=["coverage"])
    assert "--only slices" in str(caught.value)
    pipeline.examine(run, only=["slices"])
    assert json.loads(file.read_text(encoding="utf-8"))["claims"] == whole["claims"]


def test_a_run_of_the_version_before_is_examined(run):
    """Exhibits had no concern, and kept outputs no digest."""
    for path in (run / "evidence").rglob("*.json"):
        old = json.loads(path.read_text(encoding="utf-8"))
        path.write_text(json.dumps({k: v for k, v in old.items() if k not in ("concern", "seconds", "detail")}))
    for path in (run / "outputs").iterdir():
        path.write_bytes(path.read_bytes()[32:])
        assert np.load(path, allow_pickle=False).ndim == 2
    before = evidence(run)["slices.json"]["claims"]
    (found,) = pipeline.examine(run, only=["slices"])
    assert [claim.to_json() for claim in found.claims] == before
    assert is_whole(run)
