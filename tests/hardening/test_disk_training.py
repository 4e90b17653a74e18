"""A disk that fails at every k-th call while a training saves: one clear error, the checkpoint before it, no litter."""

import errno
import importlib.util
import os
import re
import resource
import shutil
import signal
from pathlib import Path

import pytest

from modelyard.core.errors import RunError
from modelyard.core.recipe import Train
from modelyard.training.checkpoint import Checkpoints

ALWAYS = Train(early_stopping=None, checkpoint_seconds=0, keep_checkpoints=2)
TOTAL = 6
CALLS = ("fsync", "rename", "replace", "mkdir", "open")
SOAK = bool(os.environ.get("MODELYARD_SOAK"))


@pytest.fixture(scope="module")
def toy():
    spec = importlib.util.spec_from_file_location("kill_toy", Path(__file__).parent.parent / "training" / "toy.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Disk:
    """Fails the k-th of the calls by which files become durable, once or from then on."""

    def __init__(self, monkeypatch, code, lasting):
        self.count, self.at, self.code, self.lasting, self.failed = 0, None, code, lasting, False
        for name in CALLS:
            monkeypatch.setattr(os, name, self._failing(name, getattr(os, name)))

    def _failing(self, name, real):
        def call(path, *arguments, **named):
            if name == "open" and arguments and not arguments[0] & (os.O_WRONLY | os.O_RDWR):
                # Directories are opened to be synced; counted as the fsync that follows.
                return real(path, *arguments, **named)
            if name == "open" and str(path).endswith(("events.jsonl", ".lock")):
                return real(path, *arguments, **named)
            self.count += 1
            if self.at is not None and (self.count == self.at or (self.lasting and self.count > self.at)):
                self.failed = True
                raise OSError(self.code, os.strerror(self.code), str(path))
            return real(path, *arguments, **named)

        return call


def whole_checkpoints(directory):
    """Every checkpoint that stands is whole, and nothing else lies beside them."""
    names = sorted(path.name for path in directory.iterdir())
    assert all(name.isdecimal() for name in names), names
    if not names:
        return 0
    notices = []
    saved = Checkpoints(directory, keep=2).latest(notices.append)
    assert notices == []
    assert saved is not None
    return saved.step


@pytest.mark.parametrize("lasting", [False, True])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO])
def test_every_failing_call_leaves_the_checkpoint_before_it(toy, tmp_path, code, lasting):
    whole = toy.digest(*toy.train(tmp_path / "whole", section=ALWAYS, total=TOTAL))
    with pytest.MonkeyPatch.context() as patch:
        counting = Disk(patch, code, lasting)
        toy.train(tmp_path / "count", section=ALWAYS, total=TOTAL)
    calls = counting.count
    assert calls > 40
    step = 1 if SOAK else max(1, calls // 12)
    for at in range(1, calls + 1, step):
        directory = tmp_path / f"at{at}"
        directory.mkdir()
        with pytest.MonkeyPatch.context() as patch:
            disk = Disk(patch, code, lasting)
            disk.at = at
            try:
                ended = toy.digest(*toy.train(directory, section=ALWAYS, total=TOTAL))
            except RunError as error:
                assert re.search(r"cannot write.*give the same command again", str(error))
                assert os.strerror(code) in str(error)
            else:  # a call that may fail: making a directory that is there
                assert ended == whole
            assert disk.failed
        # A disk that could not rename could not undo either; the next owner's start removes what is left.
        Checkpoints(directory, keep=2)
        assert whole_checkpoints(directory) <= TOTAL
        assert toy.digest(*toy.train(directory, section=ALWAYS, total=TOTAL)) == whole
        shutil.rmtree(directory)


def test_a_full_disk_in_the_middle_of_a_file(toy, tmp_path):
    """A real short write by the kernel: no file of this process may grow beyond a limit."""
    whole = toy.digest(*toy.train(tmp_path / "whole", section=ALWAYS, total=TOTAL))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    directory = tmp_path / "run"
    with pytest.raises(ZeroDivisionError):
        toy.train(directory, section=ALWAYS, total=TOTAL, emit=lambda e, **v: 1 / (v.get("step") != 3))
    for limit in (100, 700, 1500):
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
        try:
            with pytest.raises(RunError, match="cannot write"):
                toy.train(directory, section=ALWAYS, total=TOTAL)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        names = sorted(path.name for path in directory.iterdir())
        assert all(name.isdecimal() for name in names), names
    signal.signal(signal.SIGXFSZ, before)
    assert toy.digest(*toy.train(directory, section=ALWAYS, total=TOTAL)) == whole
