"""Nothing of the user's data is live: in a page opened by a real browser, and in a card read by a Markdown parser."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from modelyard.core.run import Run
from modelyard.core.words import visible
from modelyard.reporting.card import escape
from modelyard.reporting.report import report

MakeRun = Callable[..., Run]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
CHROMIUM = next((found for name in BROWSERS if (found := shutil.which(name))), None)
HOSTILE = (
    "<script>window.pwned=1</script>",
    '"><img src=x onerror=window.pwned=1>',
    "'><svg onload=window.pwned=1><a xlink:href='javascript:pwned=1'>x</a></svg>",
    "</title></style></text></svg><script>window.pwned=1</script>",
    "<!-- --> <iframe srcdoc='<script>parent.pwned=1</script>'></iframe>",
    "{{ 7 * 7 }}{% raw %} ${7*7}",
    "\x1b[31mred\x1b]8;;http://evil.example\x07 \x00 NUL",
    "\u202egnp.exe \ud800 \u2028 line",
    "[x](javascript:alert(1)) ![y](http://evil.example/y.png) https://evil.example www.evil.example a@evil.example",
    "| a | b |\n| --- | --- |\n# heading\n```\n</pre><script>window.pwned=1</script>",
    "&lt;script&gt;window.pwned=1&lt;/script&gt;",
    "=cmd|' /C calc'!A0" + "y" * 3000,
)


@pytest.fixture
def hostile_run(make_run: MakeRun) -> Run:
    return make_run(
        "text",
        name="<img src=x onerror=window.pwned=1>",
        title="<script>window.pwned=1</script> \"' & title",
        labels=HOSTILE,
        texts=HOSTILE,
        column='"><img src=x onerror=window.pwned=1> column',
    )


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    sync_api = pytest.importorskip(
        "playwright.sync_api", reason="playwright, which drives the browser, is not installed"
    )
    if CHROMIUM is None:
        pytest.skip(f"no Chromium is on the PATH (looked for {', '.join(BROWSERS)})")
    with sync_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-quic"]
        )
        yield opened
        opened.close()


def _open(browser: Any, path: Path, **options: Any) -> tuple[Any, list[str]]:
    page = browser.new_page(**options)
    log: list[str] = []
    page.on("request", lambda request: log.append(f"request {request.url}") if "file:" in request.url else None)
    page.on("request", lambda request: log.append(request.url) if request.url.startswith("http") else None)
    page.on("console", lambda message: log.append(message.text))
    page.on("pageerror", lambda error: log.append(str(error)))
    page.on("dialog", lambda dialog: (log.append("dialog"), dialog.dismiss()))
    page.goto(path.as_uri())
    page.wait_for_timeout(50)
    return page, [line for line in log if line != f"request {path.as_uri()}"]


LIVE = """() => [
  ...document.querySelectorAll('script, iframe, object, embed, form, base, use, foreignObject, animate, set'),
  ...[...document.querySelectorAll('a, img, link')].filter(e => !/^(#|data:,|data:image.png;base64,)/.test(
      e.getAttribute('href') || e.getAttribute('src'))),
  ...[...document.querySelectorAll('*')].filter(e => [...e.attributes].some(a => /^on|^style$|xlink/.test(a.name))),
].map(e => e.outerHTML.slice(0, 200))"""


@pytest.mark.parametrize("policy", [True, False])
def test_nothing_is_live_in_a_browser(hostile_run: Run, browser: Any, policy: bool) -> None:
    report(hostile_run)
    path = hostile_run.path / "report.html"
    if not policy:  # the escaping must hold by itself, not only behind the policy
        path = hostile_run.path / "bare.html"
        html = (hostile_run.path / "report.html").read_text(encoding="utf-8")
        path.write_text(re.sub(r"<meta http-equiv=[^>]*>", "", html), encoding="utf-8")
    page, log = _open(browser, path)
    assert log == []
    assert page.evaluate("window.pwned") is None
    assert page.evaluate(LIVE) == []
    text = page.evaluate("document.documentElement.textContent")
    for label in HOSTILE[:7]:
        assert visible(label) in text
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\u202e]", text)
    page.close()


@pytest.mark.parametrize("kind", ["text", "chinese", "pictures", "regression", "iris"])
def test_a_page_fits_its_window_in_light_and_dark(make_run: MakeRun, browser: Any, kind: str) -> None:
    run = make_run(kind)
    report(run)
    for width, scheme in ((390, "light"), (1280, "dark")):
        viewport = {"width": width, "height": 800}
        page, log = _open(browser, run.path / "report.html", viewport=viewport, color_scheme=scheme)
        assert log == []
        assert page.evaluate("document.documentElement.scrollWidth") == width
        assert page.evaluate("document.querySelectorAll('svg text').length") > 20
        ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert (int(re.findall(r"\d+", ground)[0]) < 64) is (scheme == "dark")
        page.close()


def test_hostile_names_do_not_break_the_layout(hostile_run: Run, browser: Any) -> None:
    report(hostile_run)
    page, _ = _open(browser, hostile_run.path / "report.html", viewport={"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.close()


def test_it_prints(make_run: MakeRun, browser: Any) -> None:
    run = make_run("chinese")
    report(run)
    page, _ = _open(browser, run.path / "report.html", color_scheme="dark")
    assert page.pdf(format="A4", print_background=True).startswith(b"%PDF")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(18, 21, 28)"  # dark ink on white paper
    page.close()


def test_nothing_is_live_in_the_card(hostile_run: Run) -> None:
    markdown_it = pytest.importorskip("markdown_it", reason="markdown-it-py, the reader of the card, is not installed")
    report(hostile_run)
    card = (hostile_run.path / "card.md").read_text(encoding="utf-8")
    assert not re.search(r"[\x00-\x08\x0b-\x1f\u202e]", card)
    tokens = markdown_it.MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(card)
    inline = [child for token in tokens for child in token.children or ()]
    assert not [token for token in inline if token.type in ("link_open", "image", "code_inline", "em_open", "s_open")]
    assert {token.content for token in inline if token.type == "html_inline"} <= {"<!-- -->"}
    assert not [token for token in tokens if token.type == "html_block"]
    assert [token.tag for token in tokens if token.type == "heading_open"].count("h1") == 1
    assert len([token for token in tokens if token.type == "fence"]) == 1
    shown = "".join(token.content for token in inline if token.type == "text")
    assert "<script>window.pwned=1</script>" in shown


@pytest.mark.parametrize("text", [*HOSTILE, "- a", "1. a", "+ a", "---", "===", "> q", "~~~", "    code", "a\n\n# b"])
def test_escaped_text_is_one_paragraph_of_plain_text(text: str) -> None:
    markdown_it = pytest.importorskip("markdown_it", reason="markdown-it-py, the reader of the card, is not installed")
    tokens = markdown_it.MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(escape(text))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    children = [token for token in tokens[1].children or () if token.content != "<!-- -->"]
    assert {token.type for token in children} <= {"text", "text_special"}
    assert "".join(token.content for token in children) == " ".join(visible(text).split())
