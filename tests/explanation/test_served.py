"""POST /v1/explain: what it answers, what it refuses, how it gives way; and "Why?" on the served page in a browser."""

from __future__ import annotations

import shutil
import sys
import threading
import time
from pathlib import Path

import httpx
import pytest

sys.path.insert(0, str(Path(__file__).parent))
from serve_kit import server

ROW = {"text": "a good film, 很好 but a bad plot"}


@pytest.fixture(scope="module")
def served(packaged):
    with server(packaged("linear")) as one:
        yield one


@pytest.fixture(scope="module")
def network(packaged):
    with server(packaged("encoder")) as one:
        yield one


def ask(served, body, **headers):
    return httpx.post(f"{served.url}/v1/explain", json=body, headers=headers, timeout=30)


def test_one_row_is_explained_exactly(served):
    content = ask(served, {"inputs": [ROW]}).json()
    (found,) = content["explanations"]
    assert found["method"] == "exact" and content["model"]["family"] == "linear"
    assert "".join(text for text, _ in found["pieces"]) == ROW["text"]
    weights = dict(map(tuple, found["units"]))
    assert weights["good"] * weights["bad"] < 0
    assert found["base"] + sum(weight for _, weight in found["units"]) == pytest.approx(found["score"], abs=1e-4)
    answer = httpx.post(f"{served.url}/v1/predict", json={"inputs": [ROW]}).json()["predictions"][0]
    assert found["answer"] == answer and found["shown"] == pytest.approx(answer["scores"][answer["label"]])


@pytest.mark.parametrize("method", ["auto", "exact", "shap", "occlusion", "lime", "counterfactual", None])
def test_every_served_method(served, method):
    content = ask(served, {"inputs": [ROW, {"text": "bad"}], "method": method, "label": "bad"})
    assert content.status_code == 200
    assert [one["label"] for one in content.json()["explanations"]] == ["bad", "bad"]


def test_a_network_is_explained_by_asking_it(network):
    (found,) = ask(network, {"inputs": [ROW]}).json()["explanations"]
    assert found["method"] == "shap" and abs(found["gap"]) < 1e-6


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"inputs": [ROW], "method": "nearest"}, "method"),
        ({"inputs": [ROW], "method": "integrated-gradients"}, "method"),
        ({"inputs": [ROW], "method": 3}, "method"),
        ({"inputs": [ROW], "label": "neither"}, "label"),
        ({"inputs": [ROW] * 5}, "inputs"),
        ({"inputs": []}, "inputs"),
        ({"inputs": [ROW, {"text": "x" * 20_001}]}, "inputs[1].text"),
        ({"inputs": [ROW, {"text": " "}]}, "inputs[1].text"),
        ({"inputs": [ROW], "seconds": 60}, "seconds"),
        ([], None),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place(served, body, field):
    found = ask(served, body)
    assert found.status_code == 422 and found.json()["error"]["field"] == field


def test_a_deadline_is_kept(network):
    text = " ".join(["good film", "bad plot"] * 400)
    started = time.monotonic()
    found = ask(network, {"inputs": [{"text": text}]}, **{"X-Modelyard-Deadline-Ms": "400"})
    assert found.status_code in (200, 503) and time.monotonic() - started < 15


def test_keys_are_asked_for(packaged, tmp_path):
    import hashlib

    from modelyard.serving import keys

    digest = hashlib.sha256(b"a-secret-key-of-the-test").digest()
    assert keys.SCOPES
    with server(packaged("linear"), key_digests=(digest,)) as one:
        assert ask(one, {"inputs": [ROW]}).status_code == 401
        assert ask(one, {"inputs": [ROW]}, **{"X-API-Key": "a-secret-key-of-the-test"}).status_code == 200


def test_too_many_at_once_are_turned_away_and_predictions_go_on(network):
    text = {"text": " ".join(["good film", "bad plot"] * 30)}
    found: list[int] = []

    def one() -> None:
        found.append(ask(network, {"inputs": [text] * 4}, **{"X-Modelyard-Deadline-Ms": "2000"}).status_code)

    threads = [threading.Thread(target=one) for _ in range(8)]
    for thread in threads:
        thread.start()
    answers = [
        httpx.post(f"{network.url}/v1/predict", json={"inputs": [ROW]}, timeout=30).status_code for _ in range(10)
    ]
    for thread in threads:
        thread.join()
    assert answers == [200] * 10
    assert 429 in found and set(found) <= {200, 429, 503}
    assert ask(network, {"inputs": [ROW]}).status_code == 200


def test_the_document_describes_it_and_holds_under_wrong_requests(served):
    """The route by schemathesis, from its own document: no 5xx, and every answer as described."""
    import schemathesis
    from hypothesis import HealthCheck, given, settings

    document = httpx.get(f"{served.url}/openapi.json").json()
    methods = document["components"]["schemas"]["ExplainRequest"]["properties"]["method"]["enum"]
    assert methods[0] == "auto" and "saliency" not in methods
    schema = schemathesis.openapi.from_dict(document).include(path="/v1/explain")

    operation = next(iter(schema.get_all_operations())).ok()

    @given(case=operation.as_strategy())
    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
    def run(case):
        answer = case.call(base_url=served.url)
        assert answer.status_code < 500, answer.text
        case.validate_response(answer)

    run()


def test_models_that_are_not_explained_have_no_such_address():
    from serving_kit import ServerThread

    with ServerThread() as one:
        assert ask(one, {"inputs": [ROW]}).status_code == 404
        assert "explain" not in httpx.get(f"{one.url}/v1/model").json()["abilities"]


def test_an_exported_model_is_explained_too(packaged, tmp_path):
    from modelyard.export.folder import export

    export(packaged("cnn"), tmp_path / "out", form="onnx")
    with server(tmp_path / "out") as one:
        (found,) = ask(one, {"inputs": [ROW]}).json()["explanations"]
    assert found["method"] == "shap" and abs(found["gap"]) < 1e-6


@pytest.fixture(scope="module")
def browser():
    if shutil.which("chromium") is None:
        pytest.skip("there is no chromium")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as api:
        made = api.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu", "--disable-quic"]
        )
        yield made
        made.close()


@pytest.mark.parametrize(("width", "scheme"), [(1200, "light"), (1200, "dark"), (360, "light")])
def test_why_on_the_page(served, browser, width, scheme):
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(served.url)
    hostile = 'a good <img src=x onerror="window.pwned=1"> film, 很好 but a bad plot'
    page.fill("textarea", hostile)
    page.click("#send")
    page.click("#why")
    page.wait_for_selector(".why-text")
    assert page.inner_text(".why-text") == hostile
    for side, style in (("for", "solid"), ("against", "dotted")):  # the sign is not told by colour alone
        mark = page.locator(f".why-text .why-{side}").first
        assert mark.evaluate("node => getComputedStyle(node).borderBottomStyle") == style
        assert side in mark.get_attribute("title")
    assert page.inner_text(".why-bars").count("−") >= 1 and "+" in page.inner_text(".why-bars")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    word = page.locator(".why-text mark").first
    word.hover()
    assert page.locator(".why-at").inner_text().startswith(f"{word.inner_text()}: ")
    before = word.get_attribute("class")
    chosen = page.get_by_label("What speaks for")
    other = next(name for name in ("good", "bad") if name != chosen.input_value())
    chosen.select_option(other)
    page.locator(".why-key b", has_text=other).wait_for()
    assert page.locator(".why-text mark").first.get_attribute("class") != before, "of two classes the other sign"
    page.click("#flip")
    page.locator("#explanation", has_text="the answer is").wait_for()
    assert not said and page.evaluate("window.pwned") is None
    page.close()


def test_who_has_gone_is_not_explained_any_more(packaged, monkeypatch):
    """A row that waits when its client closes the connection costs nothing."""
    import socket

    import serve_kit

    from modelyard.serving.batching import Batcher

    asked: list[str] = []
    gone = []  # of each request that is queued, whether its client is
    busy = threading.Event()
    answer = Batcher.answer

    def noted(self, rows, count, abandoned, *others):
        gone.append(abandoned)
        return answer(self, rows, count, abandoned, *others)

    def until(done):
        for _ in range(3000):
            if done():
                return
            time.sleep(0.01)
        raise AssertionError("not within 30 s")

    monkeypatch.setattr(Batcher, "answer", noted)

    class Slow:
        methods = ("auto",)

        def __call__(self, row, *, method, label, seconds, room):
            asked.append(row["text"])
            busy.wait(60)
            return {"answer": {}}

    with serve_kit.server(packaged("linear"), make=lambda predictor: Slow()) as one:
        first = threading.Thread(target=ask, args=(one, {"inputs": [{"text": "good"}]}))
        first.start()
        until(lambda: asked)
        body = b'{"inputs": [{"text": "gone"}]}'
        lines = ("POST /v1/explain HTTP/1.1", "Host: 127.0.0.1", "Content-Type: application/json")
        head = "\r\n".join((*lines, f"Content-Length: {len(body)}", "", ""))
        with socket.create_connection(("127.0.0.1", int(one.url.rpartition(":")[2]))) as client:
            client.sendall(head.encode() + body)
            until(lambda: len(gone) == 2)
        until(gone[1])
        busy.set()
        first.join()
        assert ask(one, {"inputs": [{"text": "last"}]}).status_code == 200
    assert asked == ["good", "last"]


def test_an_export_is_explained_without_torch(packaged, tmp_path):
    import subprocess

    from modelyard.export.folder import export

    export(packaged("encoder"), tmp_path / "out", form="onnx")
    code = (
        "import sys; sys.modules['torch'] = sys.modules['transformers'] = None\n"
        "from modelyard.core.errors import RequestError\n"
        "from modelyard.pipeline.explaining import explain\n"
        f"for method in (None, 'occlusion', 'lime', 'counterfactual'):\n"
        f"    found = explain({str(tmp_path / 'out')!r}, 'a good film 很好', method=method)\n"
        "    assert len(found.units) == 5, found\n"
        "for method in ('integrated-gradients', 'attention-rollout', 'nearest', 'exact'):\n"
        "    try:\n"
        f"        explain({str(tmp_path / 'out')!r}, 'a good film', method=method)\n"
        "    except RequestError as error:\n"
        "        print(method, error)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("\n") == 4, "what needs more is refused in one line each"
