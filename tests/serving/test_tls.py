"""TLS from files, renewed without a restart, and the management port beside the server's own."""

from __future__ import annotations

import shutil
import ssl
import subprocess
from pathlib import Path

import httpx
import pytest
from serving_kit import ServerThread

from modelyard.core.errors import RecipeError
from modelyard.serving.access import key_digests
from modelyard.serving.draining import check_certificate
from modelyard.serving.server import listen, listen_all
from modelyard.serving.settings import Settings

needs_openssl = pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not installed")


def certificate(folder: Path, name: str) -> tuple[Path, Path]:
    folder.mkdir(exist_ok=True)
    certificate, key = folder / "tls.crt", folder / "tls.key"
    subprocess.run(
        [
            *(
                [
                    "openssl",
                    "req",
                    "-x509",
                    "-newkey",
                    "ec",
                    "-pkeyopt",
                    "ec_paramgen_curve:P-256",
                    "-nodes",
                    "-days",
                    "2",
                ]
            ),
            *("-subj", f"/CN={name}", "-addext", "subjectAltName=IP:127.0.0.1"),
            *("-out", str(certificate), "-keyout", str(key)),
        ],
        check=True,
        capture_output=True,
    )
    return certificate, key


def subject(port: int) -> str:
    return ssl.get_server_certificate(("127.0.0.1", port))


@needs_openssl
def test_an_answer_comes_over_tls_and_a_new_certificate_needs_no_restart(tmp_path: Path) -> None:
    crt, key = certificate(tmp_path, "first")
    with ServerThread(tls_certificate=crt, tls_key=key) as server:
        trust = ssl.create_default_context(cafile=str(crt))
        url = f"https://127.0.0.1:{server.port}"
        with httpx.Client(base_url=url, verify=trust, trust_env=False) as client:
            body = {"inputs": [{"text": "x"}]}
            assert client.post("/v1/predict", json=body).status_code == 200
            before = subject(server.port)
            certificate(tmp_path, "second")
            server.server._renew_certificate()
            assert subject(server.port) != before
            assert client.post("/v1/predict", json=body).status_code == 200  # the old connection lives
            (tmp_path / "tls.crt").write_text("damaged")
            renewed = subject(server.port)
            server.server._renew_certificate()
            assert subject(server.port) == renewed
        with pytest.raises(httpx.HTTPError):  # plain HTTP gets no answer
            httpx.get(f"http://127.0.0.1:{server.port}/health", trust_env=False)


@needs_openssl
def test_files_that_do_not_fit_are_refused_at_the_start(tmp_path: Path) -> None:
    crt, key = certificate(tmp_path / "a", "a")
    _, other = certificate(tmp_path / "b", "b")
    check_certificate(Settings(tls_certificate=crt, tls_key=key))
    for bad in (other, tmp_path / "none", crt):
        with pytest.raises(RecipeError, match="cannot be used"):
            check_certificate(Settings(tls_certificate=crt, tls_key=bad))
    with pytest.raises(RecipeError, match="a certificate and its key"):
        Settings(tls_certificate=crt)


def test_the_management_port_answers_health_and_metrics_without_a_key_and_nothing_else() -> None:
    with ServerThread(key_digests=key_digests(("canary-key",)), management_port=0) as server:
        port = server.service.state.management_port
        assert port not in (None, server.port)
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", trust_env=False) as client:
            for path in ("/health", "/health/live", "/health/ready", "/metrics"):
                assert client.get(path).status_code == 200
            for path in ("/", "/docs", "/v1/model", "/openapi.json", "/v1/predict", "/health/../v1/model"):
                for method in ("GET", "POST", "DELETE"):
                    assert client.request(method, path).status_code == 404, (method, path)
            assert client.get("/metrics", headers={"Host": "evil.example"}).status_code == 421
            assert client.post("/metrics").status_code == 405
        with server.client() as client:
            for path in ("/health", "/health/live", "/metrics", "/"):
                assert client.get(path).status_code == 401


def test_a_management_port_in_use_closes_the_other() -> None:
    with listen(Settings(port=0)) as taken:
        taken.listen()
        with pytest.raises(RecipeError, match="cannot listen here"):
            listen_all(Settings(port=0, management_port=taken.getsockname()[1]))
    with pytest.raises(RecipeError, match="must differ"):
        Settings(port=9090, management_port=9090)
