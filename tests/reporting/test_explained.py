"""Explained answers on the page: what can be chosen, pointed at and slid, by mouse, keyboard and without the script."""

from __future__ import annotations

import html
import json
import re
import shutil
from typing import Any

import pytest

from modelyard.core import exhibit
from modelyard.core.exhibit import Exhibit
from modelyard.core.style import csp_hash
from modelyard.reporting.evidence import gather
from modelyard.reporting.report import render

CHROMIUM = shutil.which("chromium")
HOSTILE = "\"><img src=x onerror=window.pwned=1></p><script>window.pwned=1</script>'"
CURVE = exhibit.lines(
    [{"name": "taken out", "x": [0.0, 1.0], "y": [0.9, 0.1]}],
    title="Is it faithful?",
    x_label="share",
    y_label="answer",
)


def view(method: str, label: str | None, weights: list[float], words: list[str], **more: Any) -> exhibit.Json:
    order = sorted(range(len(words)), key=lambda at: -abs(weights[at]))
    ranks = {at: rank for rank, at in enumerate(order, 1)}
    pieces = []
    for at, word in enumerate(words):
        pieces += [[word, weights[at], ranks[at]], [" ", None, 0]]
    units = [[words[at], weights[at]] for at in order]
    base = {"said": f"{method}: {label} 98 %", "signed": True, "turned": False, "out": 0, "grid": None, "blocks": []}
    found = {"method": method, "label": label, "pieces": pieces, "units": units, "count": len(words), "notes": ["note"]}
    return base | found | more


def text_block(words: list[str], label: str = "好评") -> exhibit.Json:
    weights = [(-1.0) ** at * (at + 1) for at in range(len(words))]  # +1, -2, +3, ...
    return exhibit.explained(
        [
            view("shap", label, weights, words, blocks=[CURVE]),
            view("shap", "no", [-w for w in weights], words, turned=True),
            view("lime", label, weights[::-1], words),
            view("nearest", None, [], [], blocks=[exhibit.table(["row"], [["data.csv:3"]])]),
        ],
        title="data.csv:2: 好评",
    )


def table_block() -> exhibit.Json:
    one = view("exact", None, [2.0, -1.0, 0.5], ["income = 9", "颜色 = 红", "age = 3"])
    return exhibit.explained([one | {"pieces": []}], title="a row")


def picture_block(values: list[list[float]], picture: exhibit.Json) -> exhibit.Json:
    one = view("shap", None, [], [], grid=values, count=sum(w != 0 for row in values for w in row))
    return exhibit.explained([one], title="a picture", picture=picture)


def page_of(make_run, *blocks: exhibit.Json, name: str = "binary") -> tuple[Any, str]:
    run = make_run("binary", name=name)
    made = Exhibit(name="answers", stage="explain", title="What answers rest on", summary="s", blocks=tuple(blocks))
    folder = run.path / exhibit.FOLDER / "explain"
    folder.mkdir(parents=True)
    (folder / "answers.json").write_text(json.dumps(made.to_json(), ensure_ascii=False), encoding="utf-8")
    page = render(gather(run))
    path = run.path / "report.html"
    path.write_text(page, encoding="utf-8")
    return path, page


@pytest.fixture(scope="module")
def browser():
    playwright = pytest.importorskip("playwright.sync_api")
    if CHROMIUM is None:
        pytest.skip("there is no chromium")
    with playwright.sync_playwright() as api:
        made = api.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-quic"])
        yield made
        made.close()


def opened(browser, path, **options):
    page = browser.new_page(**options)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda one: said.append(one.url) if not one.url.startswith(("file:", "data:")) else None)
    page.goto(path.as_uri())
    return page, said


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_class_method_word_and_slider(make_run, browser, width, scheme):
    path, _ = page_of(make_run, text_block(["房间", "clean", "but", "贵"]), table_block())
    page, said = opened(browser, path, viewport={"width": width, "height": 900}, color_scheme=scheme)
    why = page.locator(".why").first
    seen = why.locator(".view:visible")
    assert seen.count() == 1 and "shap: 好评" in seen.inner_text()
    why.get_by_role("radio", name="no").check()
    assert "shap: no" in seen.inner_text() and seen.locator(".marked .n").first.is_visible()
    why.get_by_role("radio", name="好评").check()
    why.get_by_role("radio", name="lime").check()
    assert "lime: 好评" in seen.inner_text()
    why.get_by_role("radio", name="nearest").check()
    assert seen.count() == 1 and "data.csv:3" in seen.inner_text(), "a method without classes stands beside every class"
    why.get_by_role("radio", name="shap").check()
    seen.get_by_text("clean", exact=True).first.hover()
    assert seen.locator("output").inner_text() == "clean: −2, 3 of 4"
    assert seen.locator(".at").count() == 2, "the word, and its line of the list"
    slider = seen.get_by_role("slider")
    slider.focus()
    for _ in range(3):
        page.keyboard.press("ArrowLeft")
    assert slider.input_value() == "1" and seen.locator(".marked .off").count() == 3
    assert slider.get_attribute("aria-valuetext") == "贵: −4, 1 of 4" == seen.locator("output").inner_text()
    assert seen.get_by_role("img", name="Is it faithful?").is_visible()
    columns = page.locator(".why").nth(1)
    columns.get_by_text("颜色 = 红").hover()
    assert columns.locator("output").inner_text() == "颜色 = 红: −1, 2 of 3"
    assert page.evaluate("document.documentElement.scrollWidth") == width and not said
    page.close()


def test_a_tap_reads_a_patch(make_run, browser):
    grey = {"pixels": [[0, 255], [128, 64]]}
    series = {"values": [0.0, 1.0, 0.5, 2.0]}
    path, page = page_of(
        make_run, picture_block([[0.5, -1.0], [0.0, 0.25]], grey), picture_block([[1.0, 0.0, -2.0]], series)
    )
    assert page.count("data:image/png;base64,") == 1
    tapped, said = opened(browser, path, viewport={"width": 390, "height": 800}, has_touch=True)
    first = tapped.locator(".why").first
    first.locator("rect[data-r='1']").tap()
    assert first.locator("output").inner_text() == "patch 1,2: −1, 1 of 3"
    assert tapped.locator(".why").nth(1).locator("path.line").count() == 1 and not said
    tapped.close()


def test_without_the_script_and_on_paper_everything_is_readable(make_run, browser):
    path, _ = page_of(make_run, text_block(["房间", "clean"]))
    page, _ = opened(browser, path, java_script_enabled=False)
    seen = page.locator(".view:visible")
    assert seen.count() == 1 and page.locator(".slide:visible").count() == 0
    assert seen.get_by_text("clean").first.get_attribute("title") == "−2, 1 of 2"
    page.get_by_role("radio", name="lime").check()
    assert "lime: 好评" in seen.inner_text()
    page.emulate_media(media="print")
    shown = page.locator(".view:visible")
    assert shown.count() == 3, "all but the class that is another's with its signs turned"
    assert "data.csv:3" in shown.last.inner_text() and page.locator(".pick:visible").count() == 0
    page.close()


def test_hostile_labels_words_and_names_stay_text(make_run, browser):
    block = text_block([HOSTILE, "x"], label=HOSTILE)
    block["views"][0] |= {"said": HOSTILE, "notes": [HOSTILE], "method": HOSTILE}
    path, content = page_of(make_run, block)
    assert content.count("<script") == 1 and "<img" not in content
    bare = path.with_name("bare.html")  # it must hold by itself, not only behind the policy
    bare.write_text(re.sub(r"<meta http-equiv=[^>]*>", "", content), encoding="utf-8")
    for one in (path, bare):
        page, said = opened(browser, one)
        page.locator(".view:visible [data-r]").first.hover()
        page.locator(".view:visible").get_by_role("slider").fill("1")
        assert "x: −2, 1 of 2" in page.locator(".view:visible output").inner_text()
        page.locator(".view:visible .ranked li").nth(1).hover()
        assert HOSTILE in page.locator(".view:visible output").inner_text()
        assert page.evaluate("window.pwned") is None and not said
        page.close()


def test_only_a_page_with_explained_answers_has_a_script_and_the_policy_pins_it(make_run):
    _, page = page_of(make_run, text_block(["a", "b"]))
    (script,) = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    assert f"script-src {csp_hash(script)};" in html.unescape(page) and "unsafe" not in page.split("</head>")[0]
    assert "innerHTML" not in script and "eval" not in script
    plain = render(gather(make_run("binary", name="plain")))
    assert "<script" not in plain and "script-src" not in plain


def test_the_size_is_bounded_whatever_the_text(make_run):
    from modelyard.explanation import drawn

    words = [f"word{i}" for i in range(drawn.MOST_WORDS)]
    _, small = page_of(make_run, text_block(["a", "b"]))
    weights = [1.0 + i for i in range(len(words))]
    block = exhibit.explained([view("shap", "a", weights, words, units=[])], title="t")
    _, large = page_of(make_run, block, name="large")
    assert len(large) - len(small) < 80 * drawn.MOST_WORDS
