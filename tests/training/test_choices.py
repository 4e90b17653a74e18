"""A choice measured once on a machine is made again, whatever the clock says the second time."""

import json

import pytest

from modelyard.training import choices


@pytest.fixture(autouse=True)
def empty_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))


def test_a_choice_is_recalled_by_its_key_only():
    key = choices.key_of({"family": "mlp", "batch_size": 32})
    assert choices.recall(key) is None
    choices.remember(key, "bf16")
    choices.remember(choices.key_of({"family": "lstm"}), "fp32")
    assert choices.recall(key) == "bf16"
    assert choices.recall(choices.key_of({"family": "mlp", "batch_size": 64})) is None


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff\x00", b'{"key": 3}'])
def test_a_damaged_cache_is_an_empty_one(content, tmp_path):
    (tmp_path / "modelyard").mkdir()
    (tmp_path / "modelyard" / "choices.json").write_bytes(content)
    assert choices.recall("key") is None
    choices.remember("key", "bf16")
    assert choices.recall("key") == "bf16"


def test_a_cache_that_cannot_be_written_is_an_error_for_the_caller(tmp_path):
    (tmp_path / "modelyard").write_text("a file where the folder should be")
    with pytest.raises(OSError, match="exist"):
        choices.remember("key", "bf16")
    assert [path.name for path in tmp_path.iterdir()] == ["modelyard"]


def test_a_user_without_a_home_has_no_cache(monkeypatch):
    def nowhere(kind):
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setattr(choices.Path, "home", classmethod(nowhere))
    assert choices.recall("key") is None
    with pytest.raises(OSError, match="no home folder"):
        choices.remember("key", "bf16")


def test_what_is_measured_by_the_clock_is_measured_once(tmp_path):
    answers = iter(["sdpa", "eager", "eager"])
    found = [choices.once({"shape": 1}, ("eager", "sdpa"), lambda: next(answers)) for _ in range(2)]
    assert found == ["sdpa", "sdpa"]
    (tmp_path / "modelyard" / "choices.json").write_text(json.dumps({choices.key_of({"shape": 1}): "other"}))
    assert choices.once({"shape": 1}, ("eager", "sdpa"), lambda: next(answers)) == "eager"
    (tmp_path / "modelyard" / "choices.json").unlink()
    (tmp_path / "modelyard").rmdir()
    (tmp_path / "modelyard").write_text("no folder")
    assert choices.once({"shape": 2}, ("eager", "sdpa"), lambda: next(answers)) == "eager"
