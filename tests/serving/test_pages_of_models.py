"""The pages of several models in a real browser: the choice among them, the card as text, the last minute's figures."""

from __future__ import annotations

from typing import Any

import pytest
from serving_kit import TABLE, FakePredictor, ServerThread
from test_playground import HOSTILE, browser, page  # noqa: F401 - fixtures

from modelyard.serving.model import ServedModel
from modelyard.serving.models import Given

CARD = f"""# run

The model beats always "1" (gain \\[+0.191, +0.240\\]). {HOSTILE}

## What it is

- target: label\\_a
- `code`

| input | kind |
| --- | ---: |
| {HOSTILE} | a\\|b |
| &lt;script&gt; | 3 &amp; 4 |

```
modelyard run recipe.yaml
<b>
```

| not a table

javascript:alert(1) [link](javascript:alert(1))
"""


def given(name: str, predictor: FakePredictor, card: str | None = None) -> Given:
    about = {"name": name, "task": "text-classification", "family": "fake", "digest": "1" * 64}
    return Given(model=ServedModel(predictor, about=about, card=card))


def test_a_model_is_chosen_and_asked(page: Any) -> None:  # noqa: F811
    models = [given("评论", FakePredictor()), given(HOSTILE[:20] + "?&=", FakePredictor(TABLE))]
    with ServerThread(model=models) as server:
        page.goto(server.url)
        page.wait_for_selector("#field-0")
        assert page.inner_text("#name") == "评论"
        page.click("#send")
        page.wait_for_selector(".scores")
        page.select_option("#model", label=HOSTILE[:20] + "?&=")
        page.wait_for_selector("#field-2")
        assert page.inner_text("#name") == HOSTILE[:20] + "?&="
        page.click("#send")
        page.wait_for_selector(".scores")
        page.click("#api")
        page.wait_for_selector("#sample")
        assert "joined" in page.inner_text("#doc")
        page.click("#playground")
        page.wait_for_selector("#field-2")
        assert page.query_selector("img") is None
        assert not page.is_visible("#card")  # it has none
        page.wait_for_selector("#live dd")
        assert page.inner_text("#live").startswith("requests a second")
        assert " ms" in page.inner_text("#live")


def test_a_card_is_text(page: Any) -> None:  # noqa: F811
    with ServerThread(model=[given("评论", FakePredictor(), CARD)]) as server:
        page.goto(server.url)
        page.wait_for_selector("#field-0")
        page.click("#card")
        page.wait_for_selector("#text table")
        assert page.title() == "Card of 评论 - Modelyard"
        assert page.query_selector("#text img, #text script, #text a, #text b") is None
        text = page.inner_text("#text")
        assert HOSTILE in text and "gain [+0.191, +0.240]" in text and "label_a" in text
        assert "[link](javascript:alert(1))" in text and "| not a table" in text
        rows = [[cell.inner_text() for cell in row.query_selector_all("td")] for row in page.query_selector_all("tr")]
        assert rows[1:] == [[HOSTILE, "a|b"], ["<script>", "3 & 4"]]
        assert page.inner_text("#text code") == "code"
        assert page.inner_text("#text pre") == "modelyard run recipe.yaml\n<b>"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_is_wider_than_the_window(browser: Any, width: int, scheme: str) -> None:  # noqa: F811
    models = [given("a" * 60, FakePredictor(), CARD + "x" * 400), given("b", FakePredictor(TABLE))]
    with ServerThread(model=models) as server:
        context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
        shown = context.new_page()
        for path, waited in (("/", "#field-0"), ("/card", "#text table"), ("/docs?model=b", "#sample")):
            shown.goto(server.url + path)
            shown.wait_for_selector(waited)
            assert shown.evaluate("document.documentElement.scrollWidth") <= width, path
        context.close()


def test_a_name_that_is_not_served_is_said(browser: Any) -> None:  # noqa: F811
    with ServerThread(model=[given("a", FakePredictor()), given("b", FakePredictor())]) as server:
        shown = browser.new_page()
        reply = shown.goto(f"{server.url}/?model=<img>")
        assert reply.status == 404 and reply.json()["error"]["field"] == "model"
        shown.goto(f"{server.url}/card?model=<img>")
        shown.locator("#name", has_text="there are 2").wait_for()  # a polled script would need 'unsafe-eval'
        shown.close()
