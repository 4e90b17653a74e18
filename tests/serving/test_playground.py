"""The pages in a real browser: a form from the schema, answers, errors at their field, and no request to elsewhere."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from serving_kit import TABLE, FakePredictor, ServerThread, TaskPredictor

from modelyard.core.schema import Column, Schema

CHROMIUM = Path(os.environ.get("MODELYARD_CHROMIUM", "/usr/bin/chromium"))
HOSTILE = '<img src=x onerror="document.title=1">'


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if not CHROMIUM.exists():
        pytest.skip(f"no browser at {CHROMIUM} (set MODELYARD_CHROMIUM)")
    options = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-sync"]
    with playwright.sync_playwright() as started:
        made = started.chromium.launch(executable_path=str(CHROMIUM), args=options)
        yield made
        made.close()


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A page that fails the test on any error in it, and on any request to another address than the server's."""
    made = browser.new_page()
    faults: list[str] = []
    made.on("pageerror", lambda error: faults.append(str(error)))
    made.on(
        "console",
        lambda entry: faults.append(entry.text) if entry.type == "error" and "422" not in entry.text else None,
    )
    made.on(
        "request",
        lambda sent: faults.append(sent.url) if not sent.url.startswith(("http://127.0.0.1:", "data:")) else None,
    )
    yield made
    made.close()
    assert not faults


def test_a_chinese_text_is_answered(page: Any) -> None:
    with ServerThread() as server:
        page.goto(server.url)
        page.fill("textarea", "这家店的菜很好吃，服务也热情，下次还会再来，推荐。")
        page.click("#send")
        page.wait_for_selector(".scores")
        assert page.inner_text(".verdict") == "long"
        assert page.inner_text(".best .score-value") == "96.2%"
        assert "这家店" in page.inner_text("#curl")
        assert page.title() == "reviews - Modelyard"
        assert page.inner_text("#health") == "ready"


def test_what_is_stated_of_answers_is_shown(page: Any) -> None:
    texts = TaskPredictor("text-classification")
    stated = {"rule": "likeliest label", "accuracy": 0.9, "confident_from": 0.6, "coverage": 0.9, "set_limit": None}
    texts.task = texts.task.deciding(stated)
    with ServerThread(texts) as server:
        page.goto(server.url)
        page.fill("textarea", "一家好店")
        page.click("#send")
        page.wait_for_selector(".scores")
        assert page.locator(".stated").all_inner_texts() == [
            "not confident: have somebody look",
            "label set: bad, good",
        ]
    values = TaskPredictor("tabular-regression")
    values.task = values.task.deciding({"coverage": 0.9, "reach": 2.0, "at": [0.0], "to": [1.5]})
    with ServerThread(values) as server:
        page.goto(server.url)
        page.click("#send")
        page.wait_for_selector(".stated")
        middle = float(page.inner_text(".verdict").replace(",", ""))
        low, high = (float(end.replace(",", "")) for end in page.inner_text(".stated")[5:].split(" to "))
        assert (low + high) / 2 == pytest.approx(middle, abs=1e-3)
        assert high - low == pytest.approx(6.0, abs=1e-3)


def test_a_form_of_every_kind(page: Any) -> None:
    with ServerThread(FakePredictor(TABLE)) as server:
        page.goto(server.url)
        page.wait_for_selector("#field-2")
        assert page.evaluate("[0, 1, 2].map((i) => document.getElementById(`field-${i}`).tagName)") == [
            "INPUT",
            "SELECT",
            "INPUT",
        ]
        page.select_option("#field-1", label="教师")
        page.fill("#field-0", "")
        assert '{"age":null,"job":"教师","joined":"2024-05-01"}' in page.inner_text("#curl")
        page.fill("#field-2", "soon")
        page.press("#field-2", "Control+Enter")
        page.wait_for_selector("[aria-invalid]")
        assert "this is not a date" in page.inner_text("#field-2-error")
        page.click("#example")
        assert page.input_value("#field-2") == "2024-05-01"
        assert not page.query_selector("[aria-invalid]")


def test_names_and_values_stay_text(page: Any) -> None:
    schema = Schema(inputs=(Column(name=HOSTILE, kind="category", values=(HOSTILE, "=1+1"), example=HOSTILE),))
    with ServerThread(FakePredictor(schema)) as server:
        page.goto(server.url)
        page.wait_for_selector("#field-0")
        page.click("#send")
        page.wait_for_selector(".scores")
        assert page.query_selector("img") is None
        assert HOSTILE in page.inner_text("label")
        page.goto(f"{server.url}/docs")
        page.wait_for_selector("#sample")
        assert page.query_selector("img") is None


def test_the_api_page_says_types_and_python_as_they_are(page: Any) -> None:
    schema = Schema(inputs=(Column(name="text", kind="text", example="the null hypothesis is true"),))
    predictor = FakePredictor(schema)
    pixels = {"type": ["array", "null"], "items": {"type": "number"}, "minItems": 4, "maxItems": 4}
    grid = {"anyOf": [{"type": "array", "items": {**pixels, "type": "array"}}, {"type": "null"}]}
    properties = {"size": {"type": ["number", "null"]}, "pixels": pixels, "grid": grid}
    predictor.task.request_schema = lambda: {"type": "object", "properties": properties}
    with ServerThread(predictor) as server:
        page.goto(f"{server.url}/docs")
        page.wait_for_selector("#sample")
        assert [cell.inner_text() for cell in page.query_selector_all("tr td:nth-child(2)")[:3]] == [
            "number or null",
            "list of 4 numbers or null",
            "list of lists of 4 numbers or null",
        ]
        page.click("button:has-text('Python')")
        assert '{"inputs": [{"text": "the null hypothesis is true"}]}' in page.inner_text("#sample")


@pytest.mark.parametrize("path", ["/", "/docs"])
@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_is_wider_than_the_window(browser: Any, path: str, width: int) -> None:
    with ServerThread(FakePredictor(TABLE)) as server:
        page = browser.new_page(viewport={"width": width, "height": 800})
        page.goto(server.url + path)
        page.wait_for_selector("#field-0, #sample")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.close()


def test_behind_a_key_the_browser_asks_for_it(browser: Any) -> None:
    from modelyard.serving.access import key_digests

    with ServerThread(key_digests=key_digests(("canary-key",))) as server:
        context = browser.new_context(http_credentials={"username": "anyone", "password": "canary-key"})
        page = context.new_page()
        page.goto(server.url)
        page.fill("textarea", "hello")
        page.click("#send")
        page.wait_for_selector(".scores")
        context.close()


def test_a_text_is_written_into_the_page(page: Any) -> None:
    from language_kit import predictor, served

    expected = predictor().generate(["床前明"], max_new_tokens=24, temperature=0)[0].text
    with ServerThread(model=served()) as server:
        page.goto(server.url)
        page.wait_for_selector("#mode-continue[aria-selected=true]")
        assert page.is_visible("#base")
        page.fill("#prompt", "床前明")
        page.fill("#max_tokens", "24")
        page.fill("#temperature", "0")
        assert '"stream":true' in page.inner_text("#curl")
        page.click("#send")
        page.wait_for_selector("#timing:has-text('ended by')")
        assert page.evaluate("document.querySelector('.words').textContent") == "床前明" + expected
        assert page.inner_text("#timing").startswith("24 tokens in ")
        assert page.inner_text("#timing").endswith("ended by the limit of tokens")
        page.fill("#temperature", "hot")
        page.click("#send")
        page.wait_for_selector("#temperature[aria-invalid]")
        page.click("#mode-chat")
        page.fill("#temperature", "0")
        page.wait_for_selector("#timing:not(:has-text('ended by'))", state="attached")
        page.fill("#prompt", HOSTILE)
        page.press("#prompt", "Control+Enter")
        page.wait_for_selector("#timing:has-text('ended by')")
        assert page.query_selector("#answer img") is None
        assert HOSTILE in page.inner_text(".said.user")
        assert page.title() == "poems - Modelyard"


def test_a_conversation_beyond_the_context_goes_on_without_its_beginning(page: Any) -> None:
    from language_kit import served

    with ServerThread(model=served()) as server:
        page.goto(server.url)
        page.wait_for_selector("#mode-continue[aria-selected=true]")
        page.click("#mode-chat")
        page.fill("#max_tokens", "40")
        page.fill("#temperature", "0")
        for number in range(1, 3):  # of 88 tokens for the messages, a question takes over 48: two never fit
            page.fill("#prompt", f"the cat sat on the mat. the cat sat on the mat. mat {number}")
            page.click("#send")
            page.locator(".said.assistant").nth(number - 1).wait_for()
            page.wait_for_selector("#send:not([disabled])")
        answer = page.inner_text("#answer")
        assert "The model reads 128 tokens: the 2 oldest messages are left out from here on." in answer
        assert page.query_selector("#answer .refused, [aria-invalid]") is None
        assert "mat 1" in answer and "mat 1" not in page.inner_text("#curl")
        page.fill("#prompt", "the cat sat on the mat. " * 40)  # too long by itself: nothing is left out for it
        page.click("#send")
        page.wait_for_selector("#prompt[aria-invalid]")
        assert page.inner_text("#prompt-error").startswith("a prompt must leave room")
        assert "mat 2" in page.inner_text("#curl")


def test_stopping_a_text_ends_it_on_the_server(page: Any) -> None:
    from language_kit import served

    with ServerThread(model=served(8192)) as server:
        page.goto(server.url)
        page.wait_for_selector("#mode-continue[aria-selected=true]")
        page.fill("#max_tokens", "8000")
        page.fill("#temperature", "0")  # the likeliest tokens of these weights never end
        page.click("#send")
        page.wait_for_selector(".words span + span")
        page.click("#stop")
        page.wait_for_selector("#timing:has-text('ended by you')")
        assert server.service.writer.alive
        page.wait_for_selector("#send:not([disabled])")


@pytest.mark.parametrize("width", [320, 1280])
def test_the_page_of_a_language_model_fits_the_window(browser: Any, width: int) -> None:
    from language_kit import served

    with ServerThread(model=served()) as server:
        page = browser.new_page(viewport={"width": width, "height": 800})
        page.goto(server.url)
        page.wait_for_selector("#mode-continue[aria-selected=true]")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.goto(f"{server.url}/docs")
        page.wait_for_selector("#sample")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.close()
