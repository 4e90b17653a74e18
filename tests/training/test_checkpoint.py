import json
import os

import pytest
import torch

from modelyard.core.errors import RunError
from modelyard.training.checkpoint import Checkpoints, load_weights, weights_of


def content(step):
    return {"model": {"w": torch.full((8,), float(step))}, "state": {"random": torch.arange(5, dtype=torch.uint8)}}


def test_the_newest_goes_by_step_not_by_time(tmp_path):
    checkpoints = Checkpoints(tmp_path, keep=5)
    for step in (10, 30, 20):
        checkpoints.save(step, {"step": step}, content(step))
    os.utime(tmp_path / "00000030", (0, 0))
    os.utime(tmp_path / "00000010", (2**33, 2**33))
    saved = checkpoints.latest(pytest.fail)
    assert saved.step == 30
    assert saved.state == {"step": 30}
    assert torch.equal(saved.tensors["model"]["w"], content(30)["model"]["w"])
    assert saved.tensors["state"]["random"].dtype == torch.uint8


def test_only_the_newest_are_kept(tmp_path):
    checkpoints = Checkpoints(tmp_path, keep=2)
    for step in range(1, 6):
        checkpoints.save(step, {}, content(step))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["00000004", "00000005"]


@pytest.mark.parametrize("damage", ["flip", "truncate", "remove", "add", "manifest", "empty", "swap"])
def test_a_damaged_one_is_left_for_the_one_before_it(tmp_path, damage):
    checkpoints = Checkpoints(tmp_path, keep=3)
    for step in (1, 2):
        checkpoints.save(step, {"step": step}, content(step))
    target = tmp_path / "00000002" / "model.safetensors"
    data = bytearray(target.read_bytes())
    if damage == "flip":
        data[-1] ^= 1
        target.write_bytes(data)
    elif damage == "truncate":
        target.write_bytes(data[:-4])
    elif damage == "remove":
        target.unlink()
    elif damage == "add":
        (target.parent / "x.safetensors").write_bytes(b"")
    elif damage == "manifest":
        (target.parent / "manifest.json").write_text("{")
    elif damage == "empty":
        for path in target.parent.iterdir():
            path.unlink()
    elif damage == "swap":  # a whole directory under another number
        (tmp_path / "00000002").rename(tmp_path / "x")
        (tmp_path / "00000001").rename(tmp_path / "00000002")
        (tmp_path / "x").rename(tmp_path / "00000001")
    notices = []
    saved = checkpoints.latest(notices.append)
    if damage == "swap":
        assert saved is None
        assert len(notices) == 2
        return
    assert saved.step == 1
    assert len(notices) == 1
    assert "step 2 is damaged" in notices[0]
    assert "step 1" in notices[0]
    assert checkpoints.steps() == [1]


def test_none_left_is_a_start_from_the_beginning(tmp_path):
    checkpoints = Checkpoints(tmp_path, keep=3)
    assert checkpoints.latest(pytest.fail) is None
    checkpoints.save(1, {}, content(1))
    (tmp_path / "00000001" / "state.json").write_text(json.dumps({"step": 999}))
    notices = []
    assert checkpoints.latest(notices.append) is None
    assert "from the start" in notices[0]


def test_litter_of_a_killed_process_goes(tmp_path):
    Checkpoints(tmp_path, keep=1).save(1, {}, content(1))
    (tmp_path / ".tmp-00000002-abcd").mkdir()
    (tmp_path / ".tmp-00000002-abcd" / "model.safetensors").write_bytes(b"half")
    checkpoints = Checkpoints(tmp_path, keep=1)
    assert [path.name for path in tmp_path.iterdir()] == ["00000001"]
    assert checkpoints.latest(pytest.fail).step == 1


def test_a_plan_survives_and_clearing_removes_it_first(tmp_path):
    checkpoints = Checkpoints(tmp_path, keep=1)
    assert checkpoints.read_plan() is None
    checkpoints.write_plan({"digest": "a"})
    checkpoints.save(1, {}, content(1))
    assert checkpoints.read_plan() == {"digest": "a"}
    checkpoints.clear()
    assert list(tmp_path.iterdir()) == []


def test_shared_weights_are_saved_once_and_restored():
    class Tied(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.one, self.two = torch.nn.Linear(4, 4), torch.nn.Linear(4, 4)
            self.two.weight = self.one.weight

    first, second = Tied(), Tied()
    assert len(weights_of(first)) == 3
    load_weights(second, weights_of(first))
    assert torch.equal(second.two.weight, first.one.weight)
    assert second.two.weight is second.one.weight


def test_an_unreadable_disk_is_one_clear_error(tmp_path, monkeypatch):
    checkpoints = Checkpoints(tmp_path, keep=1)
    checkpoints.save(1, {}, content(1))

    def broken(path):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("modelyard.core.durable.file_digest", broken)
    with pytest.raises(RunError, match="Input/output error"):
        checkpoints.latest(pytest.fail)
    assert checkpoints.steps() == [1]  # nothing is thrown away for a read error
