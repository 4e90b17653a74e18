"""HARDENING 15: keys on every route and method, Host and Origin checked, nothing about the inside in an error."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "serving"))
from serving_kit import ServerThread, read_reply

from modelyard.core.errors import RecipeError
from modelyard.serving.access import Access, key_digests
from modelyard.serving.settings import Settings

KEYS = ("first-key-of-a-person", "zweiter-schlüssel-密钥")
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND")
BODY = {"inputs": [{"text": "x"}]}


@pytest.fixture(scope="module")
def server() -> Iterator[ServerThread]:
    with ServerThread(key_digests=key_digests(KEYS)) as running:
        yield running


def paths(server: ServerThread) -> list[str]:
    return [route.path for route in server.app.router.routes] + ["/nothing", "/v1/", "/static/../docs", "/%2e%2e/etc"]


def test_without_a_key_every_route_and_method_answers_401(server: ServerThread) -> None:
    with server.client() as client:
        for path in paths(server):
            for method in METHODS:
                reply = client.request(method, path)
                assert reply.status_code == 401, (method, path)
                assert "Bearer" in reply.headers["www-authenticate"]
                assert "frame-ancestors 'none'" in reply.headers["content-security-policy"]


@pytest.mark.parametrize(
    "headers",
    [
        {"authorization": "Bearer wrong"},
        {"authorization": "Bearer"},
        {"authorization": "Bearer first-key-of-a-person-and-more"},
        {"authorization": "first-key-of-a-person"},
        {"authorization": "Basic !!!"},
        {"authorization": "Basic Zmlyc3Qta2V5LW9mLWEtcGVyc29u"},
        {"x-api-key": ""},
        {"x-api-key": "FIRST-KEY-OF-A-PERSON"},
        {"cookie": "key=first-key-of-a-person"},
    ],
)
def test_a_wrong_key_is_none(server: ServerThread, headers: dict[str, str]) -> None:
    with server.client(headers=headers) as client:
        assert client.post("/v1/predict", json=BODY).status_code == 401


def test_a_key_in_the_address_is_none(server: ServerThread) -> None:
    with server.client() as client:
        assert client.get(f"/health?key={KEYS[0]}&api_key={KEYS[0]}").status_code == 401


@pytest.mark.parametrize("key", [KEYS[0].encode(), KEYS[1].encode()])
def test_each_key_opens(server: ServerThread, key: bytes) -> None:
    import base64

    for name, value in (
        ("authorization", b"Bearer " + key),
        ("authorization", b"bearer  " + key),
        ("x-api-key", key),
        ("authorization", b"Basic " + base64.b64encode(b"anyone:" + key)),
    ):
        with server.client() as client:
            reply = client.post("/v1/predict", json=BODY, headers=[(name.encode(), value)])  # type: ignore[list-item]
            assert reply.status_code == 200, (name, value)


def test_two_keys_in_one_request_are_refused(server: ServerThread) -> None:
    with server.socket() as connection:
        connection.sendall(
            b"GET /health HTTP/1.1\r\nHost: localhost\r\nX-API-Key: wrong\r\nX-API-Key: first-key-of-a-person\r\n\r\n"
        )
        assert read_reply(connection)[0] == 400


def test_keys_come_from_a_file_and_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MODELYARD_API_KEYS", "one, two")
    file = tmp_path / "keys"
    file.write_text("# people\nthree\n\nsha256:" + "ab" * 32 + "\n", encoding="utf-8")
    assert len(key_digests(file=file)) == 4
    assert bytes.fromhex("ab" * 32) in key_digests(file=file)
    assert b"one" not in b"".join(key_digests(file=file))


@pytest.mark.parametrize("content", [b"", b"# nothing\n", b"sha256:xyz\n", b"sha256:abcd\n", b"\xff\xfe"])
def test_a_file_without_a_proper_key_is_an_error(tmp_path: Path, content: bytes) -> None:
    """A mistake must never leave a server open."""
    file = tmp_path / "keys"
    file.write_bytes(content)
    with pytest.raises(RecipeError):
        key_digests(file=file)
    with pytest.raises(RecipeError):
        key_digests(file=tmp_path / "none")


def test_settings_do_not_show_keys() -> None:
    assert "key" not in repr(Settings(key_digests=key_digests(KEYS)))


GOOD_HOSTS = ["localhost", "LOCALHOST:8000", "127.0.0.1:1", "127.0.0.1", "[::1]:8000", "localhost.", "127.9.9.9"]
BAD_HOSTS = [
    "",
    "evil.example",
    "localhost.evil.example",
    "evil.example:8000",
    "8.8.8.8",
    "127.0.0.1.nip.io",
    "a@localhost",
]
BAD_HOSTS += [
    "localhost/x",
    "localhost#",
    "localhost:abc",
    "[::1",
    "[::2]",
    "local host",
    "localhost,evil.example",
    "127.1",
]


@pytest.mark.parametrize("host", GOOD_HOSTS)
def test_hosts_of_a_local_server(host: str) -> None:
    assert Access(Settings()).refusal({b"host": host.encode()}) is None


@pytest.mark.parametrize("host", BAD_HOSTS)
def test_other_hosts_are_refused(host: str) -> None:
    refusal = Access(Settings()).refusal({b"host": host.encode()})
    assert refusal is not None
    assert refusal.status == 421


def test_hosts_of_an_open_server() -> None:
    access = Access(Settings(host="0.0.0.0", allowed_hosts=("models.example",)))
    for host in (b"models.example", b"10.0.0.7:8000", b"[fd00::7]:8000", b"localhost"):
        assert access.refusal({b"host": host}) is None
    for host in (b"rebound.example", b""):
        assert access.refusal({b"host": host}) is not None


@pytest.mark.parametrize(
    ("origin", "status"),
    [
        ("http://127.0.0.1:{port}", 200),
        ("http://evil.example", 403),
        ("null", 403),
        ("http://127.0.0.1:1", 403),
        ("https://127.0.0.1.evil.example:{port}", 403),
        ("file://", 403),
        ("chrome-extension://127.0.0.1:{port}", 403),
    ],
)
def test_origins(origin: str, status: int) -> None:
    with ServerThread() as server, server.client() as client:
        reply = client.post("/v1/predict", json=BODY, headers={"origin": origin.format(port=server.port)})
    assert reply.status_code == status


def test_a_request_without_a_host_is_refused() -> None:
    with ServerThread() as server:
        for line in (b"GET /health HTTP/1.1\r\n\r\n", b"GET /health HTTP/1.0\r\n\r\n"):
            with server.socket() as connection:
                connection.sendall(line)
                assert read_reply(connection)[0] in (400, 421)


def test_errors_tell_nothing_about_the_inside(caplog: pytest.LogCaptureFixture) -> None:
    with ServerThread() as server, server.client() as client:
        server.predictor.fail_on = "x"
        texts = [
            client.post("/v1/predict", json=BODY),
            client.get("/nothing"),
            client.post("/v1/predict", content=b"{"),
        ]
        for reply in texts:
            assert not any(word in reply.text for word in ("/secret", "Traceback", ".py", "/home", "ArithmeticError"))
    assert "secret cause" in caplog.text
