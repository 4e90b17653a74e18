"""API keys in a file: hashed, scoped, limited, ended, and changed while the server runs."""

from __future__ import annotations

import datetime
import hashlib
import logging
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from serving_kit import ServerThread

from modelyard.core.errors import RecipeError
from modelyard.serving import keys as keys_module
from modelyard.serving.keys import Keys, new, parse, read
from modelyard.serving.replies import Refusal
from modelyard.serving.settings import Settings

HEX = "ab" * 32


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def hashed(key: str) -> str:
    return "sha256:" + hashlib.sha256(key.encode()).hexdigest()


def test_a_new_key_is_printed_once_and_kept_as_a_hash(tmp_path: Path) -> None:
    file = tmp_path / "keys.txt"
    first = new(file, name="shop", scopes=["predict"], rate="600/min", expires="2027-06-30")
    second = new(file, name="watch", scopes=["metrics"])
    assert first != second and len(first) >= 32
    text = file.read_text(encoding="utf-8")
    assert first not in text and second not in text
    assert file.stat().st_mode & 0o777 == 0o600
    shop, watch = read(file)
    assert (shop.name, shop.scopes, shop.rate) == ("shop", {"predict"}, (600, 60.0))
    assert shop.expires == datetime.date(2027, 6, 30) and watch.scopes == {"metrics"}
    assert shop.digest == hashlib.sha256(first.encode()).digest()
    with pytest.raises(RecipeError, match="this name exists"):
        new(file, name="shop")


@pytest.mark.parametrize(
    "line",
    [
        "sha256:abc",
        f"sha256:{HEX[:-1]}g",
        f"sha256:{HEX} name=",
        f"sha256:{HEX} name=a/b",
        f"sha256:{HEX} scopes=admin",
        f"sha256:{HEX} scopes=",
        f"sha256:{HEX} rate=0/s",
        f"sha256:{HEX} rate=10",
        f"sha256:{HEX} rate=1e3/s",
        f"sha256:{HEX} expires=tomorrow",
        f"sha256:{HEX} name=a name=b",
        f"sha256:{HEX} colour=red",
        f"sha256:{HEX}\nsha256:{HEX}",
        "a key with spaces",
        "# nothing",
    ],
)
def test_a_wrong_line_is_named_by_its_number_and_never_shown(line: str) -> None:
    with pytest.raises(RecipeError) as caught:
        parse(line, where="keys.txt")
    assert "keys.txt" in str(caught.value) or "hexadecimal" in str(caught.value)
    assert HEX not in str(caught.value)


@given(st.text(max_size=200))
def test_no_text_breaks_the_reader(text: str) -> None:
    try:
        parse(text, where="keys.txt")
    except RecipeError:
        return


def test_a_rate_is_kept_to_and_comes_back() -> None:
    clock = Clock()
    keys = Keys((), None, clock=clock)
    key = parse(f"{hashed('k')} rate=3/s", where="x")[0]
    answers = [keys.spend(key) for _ in range(5)]
    assert [answer is None for answer in answers] == [True, True, True, False, False]
    refusal = answers[3]
    assert isinstance(refusal, Refusal) and refusal.status == 429 and refusal.retry_seconds == 1
    clock.now = 0.34
    assert keys.spend(key) is None and keys.spend(key) is not None
    clock.now = 100.0
    assert sum(keys.spend(key) is None for _ in range(10)) == 3  # never more than the rate's own number at once


@given(gaps=st.lists(st.floats(0, 5), max_size=60), count=st.integers(1, 20))
def test_no_pattern_of_asking_gets_more_than_the_rate(gaps: list[float], count: int) -> None:
    clock = Clock()
    keys = Keys((), None, clock=clock)
    key = parse(f"{hashed('k')} rate={count}/s", where="x")[0]
    allowed = 0
    for gap in gaps:
        clock.now += gap
        allowed += keys.spend(key) is None
    assert allowed <= count + clock.now * count + 1e-6


def test_a_key_ends_with_its_last_day(tmp_path: Path) -> None:
    file = tmp_path / "keys.txt"
    file.write_text(f"{hashed('k')} expires=2027-06-30")
    days = [datetime.date(2027, 6, 30)]
    keys = Keys((), file, today=lambda: days[0])
    assert keys.find(b"k") is not None
    days[0] = datetime.date(2027, 7, 1)
    assert keys.find(b"k") is None


def test_a_file_that_becomes_unreadable_keeps_the_keys_it_had(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    file, clock = tmp_path / "keys.txt", Clock()
    file.write_text(hashed("old"))
    keys = Keys((), file, clock=clock)
    for damage in (lambda: file.write_text("sha256:zz"), file.unlink, lambda: file.write_text("")):
        damage()
        clock.now += 2
        with caplog.at_level(logging.ERROR, logger="modelyard.serving"):
            assert keys.find(b"old") is not None and keys.find(b"") is None
        assert bool(keys)  # never open because its file has gone
    assert "the API keys stay as they were" in caplog.text
    file.write_text(hashed("new"))
    clock.now += 2
    assert keys.find(b"old") is None and keys.find(b"new") is not None


def test_keys_change_under_a_running_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys_module, "_LOOK_SECONDS", 0.0)
    file = tmp_path / "keys.txt"
    file.write_text(hashed("old") + "\n")
    with ServerThread(keys_file=file) as server, server.client() as client:
        assert client.get("/v1/model", headers={"X-API-Key": "old"}).status_code == 200
        target = tmp_path / "next.txt"  # replaced behind a link, as Kubernetes does it
        target.write_text(f"{hashed('old')}\n{hashed('new')}\n")
        file.unlink()
        file.symlink_to(target)
        for key in ("old", "new"):
            assert client.get("/v1/model", headers={"X-API-Key": key}).status_code == 200
        target.write_text(hashed("new"))
        assert client.get("/v1/model", headers={"X-API-Key": "old"}).status_code == 401
        assert client.get("/v1/model", headers={"X-API-Key": "new"}).status_code == 200


def test_a_scope_opens_its_addresses_only(tmp_path: Path) -> None:
    file = tmp_path / "keys.txt"
    file.write_text(f"{hashed('ask')} scopes=predict\n{hashed('watch')} scopes=metrics\n")
    body = {"inputs": [{"text": "x"}]}
    with ServerThread(keys_file=file) as server, server.client() as client:
        for key, predict, metrics in (("ask", 200, 403), ("watch", 403, 200)):
            headers = {"Authorization": f"Bearer {key}"}
            assert client.post("/v1/predict", json=body, headers=headers).status_code == predict
            assert client.get("/metrics", headers=headers).status_code == metrics
            assert client.get("/health", headers=headers).status_code == 200
        assert client.get("/metrics").status_code == 401


def test_a_rate_limit_answers_429_and_says_when(tmp_path: Path) -> None:
    file = tmp_path / "keys.txt"
    file.write_text(f"{hashed('slow')} rate=2/h\n{hashed('fast')}\n")
    body = {"inputs": [{"text": "x"}]}
    with ServerThread(keys_file=file) as server, server.client() as client:
        statuses = [client.post("/v1/predict", json=body, headers={"X-API-Key": "slow"}) for _ in range(4)]
        assert [answer.status_code for answer in statuses] == [200, 200, 429, 429]
        assert 1700 <= int(statuses[2].headers["retry-after"]) <= 1800
        assert "slow" not in statuses[2].text
        assert client.get("/health", headers={"X-API-Key": "slow"}).status_code == 200  # health is not counted
        assert client.post("/v1/predict", json=body, headers={"X-API-Key": "fast"}).status_code == 200


def test_settings_hold_no_key_to_be_printed(tmp_path: Path) -> None:
    file = tmp_path / "keys.txt"
    file.write_text("a-key-in-the-clear")
    shown = repr(Settings(keys_file=file)) + repr(read(file))
    assert "a-key-in-the-clear" not in shown
    assert hashlib.sha256(b"a-key-in-the-clear").hexdigest() not in shown


def test_looking_at_the_file_costs_little(tmp_path: Path) -> None:
    file = tmp_path / "keys.txt"
    file.write_text(hashed("k"))
    clock = Clock()
    keys = Keys((), file, clock=clock)
    file.unlink()
    time.sleep(0)
    assert keys.find(b"k") is not None  # within a second it is not looked at
