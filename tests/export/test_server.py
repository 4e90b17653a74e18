import json
import shutil
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from modelyard.core.artifact import open_artifact
from modelyard.core.errors import ArtifactError, RunError
from modelyard.export import server
from modelyard.inference import Predictor
from modelyard.pipeline import exporting


@pytest.fixture
def served(packaged):
    """A server with our addresses and a real model; `change` is applied to its answers."""
    stopping = []

    def start(family, change=lambda answer: answer):
        model = Predictor.load(packaged(family))
        about = {"model": {"digest": model.artifact.digest}}
        asked = []

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                self.reply(200 if self.path == "/v1/model" else 404, about)

            def do_POST(self):
                asked.append(self.headers.get("Authorization"))
                rows = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["inputs"]
                self.reply(200, {"predictions": [change(answer) for answer in model.predict(rows)]})

            def reply(self, status, content):
                data = json.dumps(content).encode()
                self.send_response(status)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *_):
                pass

        httpd = HTTPServer(("127.0.0.1", 0), Handler)
        thread = threading.Thread(target=httpd.serve_forever)
        thread.start()
        stopping.append((httpd, thread))
        return f"http://127.0.0.1:{httpd.server_port}", asked

    yield start
    for httpd, thread in stopping:
        httpd.shutdown()
        thread.join()
        httpd.server_close()


@pytest.mark.parametrize("family", ["linear", "trees"])
def test_a_server_answers_as_recorded(served, packaged, family):
    url, asked = served(family)
    parity = exporting.verify(url, runs=str(packaged(family)))  # found by the digest that the server states
    assert len(parity.notes) == 64 and len(asked) == 8 and parity.to_json()["largest_output_difference"] is None
    assert parity.answers.max() < 1e-9
    assert server.verify(f"{url}/", packaged(family), runs=packaged(family)).wrong.size == 0


def test_a_server_that_answers_otherwise_is_found_out(served, packaged):
    def shifted(answer):
        scores = {
            label: score + sign * 2e-3 for (label, score), sign in zip(answer["scores"].items(), (1, -1), strict=True)
        }
        return {**answer, "scores": scores}

    url, _ = served("linear", shifted)
    with pytest.raises(ArtifactError, match=r"golden examples differ .* take it out of service"):
        exporting.verify(url, examples_of=packaged("linear"))
    url, _ = served("linear", lambda answer: {**answer, "label": "another"})
    with pytest.raises(ArtifactError, match="which has another label"):
        exporting.verify(url, examples_of=packaged("linear"))
    url, _ = served("trees", lambda answer: {"value": None})
    with pytest.raises(ArtifactError, match="golden examples differ"):
        exporting.verify(url, examples_of=packaged("trees"))


def test_the_key_is_sent_and_what_cannot_be_asked_is_said(served, packaged, tmp_path, monkeypatch):
    monkeypatch.setenv("MODELYARD_API_KEYS", "first-key second-key")
    url, asked = served("linear")
    exporting.verify(url, examples_of=packaged("linear"))
    assert set(asked) == {"Bearer first-key"}
    with pytest.raises(RunError, match=r"no run under .* --examples RUN"):
        exporting.verify(url, runs=str(tmp_path))
    with pytest.raises(RunError, match=r"cannot be asked .* Is it running"):
        exporting.verify("http://127.0.0.1:9", examples_of=packaged("linear"))
    with pytest.raises(RunError, match="answers 404"):
        server._ask(f"{url}/nothing", None)


def test_a_run_is_verified_in_place(packaged, tmp_path):
    parity = exporting.verify(str(packaged("mlp")))
    assert parity.target == "artifact, onnx backend" and parity.outputs.max() < 1e-5
    copy = tmp_path / "artifact"
    shutil.copytree(open_artifact(packaged("mlp")).path, copy)
    (copy / "model.onnx").write_bytes(b"")
    with pytest.raises(ArtifactError, match="altered"):
        exporting.verify(str(copy))
