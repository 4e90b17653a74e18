"""The sheet in a real browser, from the file: keys, what is kept, and what is saved."""

import csv
import os
import re
from pathlib import Path

import pytest

from modelyard.evaluation.sheets import deal, page
from modelyard.evaluation.votes import read_votes

CHROMIUM = Path(os.environ.get("MODELYARD_CHROMIUM", "/usr/bin/chromium"))
ASKED = [{"question": text} for text in ("What is 2 + 2?", "<i>谁</i>写的？", "Why?")]


@pytest.fixture(scope="module")
def browser():
    sync_api = pytest.importorskip(
        "playwright.sync_api", reason="playwright, which drives the browser, is not installed"
    )
    if not CHROMIUM.is_file():
        pytest.skip(f"no Chromium at {CHROMIUM}")
    with sync_api.sync_playwright() as started:
        made = started.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-gpu"])
        yield made
        made.close()


@pytest.fixture
def sheet(tmp_path):
    answers = {"A": ["4", "李白", "=1+1"], "B": ["5", "杜甫", "Because."]}
    dealt = deal(ASKED, ["a:1", "a:2", "a:3"], answers, "pairs")
    (tmp_path / "sheet.html").write_text(page(dealt, "Which answer is better?"), encoding="utf-8")
    return dealt


def opened(context, tmp_path):
    shown, wrong = context.new_page(), []
    shown.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    shown.on("pageerror", lambda error: wrong.append(str(error)))
    shown.on("request", lambda request: wrong.append(request.url) if request.url.startswith("http") else None)
    shown.goto((tmp_path / "sheet.html").as_uri())
    return shown, wrong


def test_a_rater_with_a_keyboard_judges_all_and_saves(browser, sheet, tmp_path):
    context = browser.new_context()
    shown, wrong = opened(context, tmp_path)
    for key in "132":
        shown.keyboard.press(key)
    assert shown.locator("#status").inner_text() == "3 of 3 judged"
    shown.locator("[data-comment]").nth(1).fill("=cmd|' /C calc'!A0, \"quoted\"\n")
    shown.locator("#save").click()  # no name yet: it says so and waits
    assert "name" in shown.locator("#status").inner_text()
    assert shown.evaluate("document.activeElement.id") == "rater"
    shown.keyboard.type("+王 芳")
    with shown.expect_download() as download:
        shown.locator("#save").click()
    assert re.fullmatch(r"answers-[0-9a-f]{12}-_王_芳\.csv", download.value.suggested_filename)
    file = tmp_path / "back.csv"
    download.value.save_as(file)
    with file.open(encoding="utf-8-sig", newline="") as opened_file:
        rows = list(csv.DictReader(opened_file))
    assert [row["answer"] for row in rows] == ["left", "right", "tie"]
    # Nothing that a spreadsheet would run.
    assert rows[0]["rater"] == "'+王 芳" and rows[1]["comment"].startswith("'=cmd|")
    votes = read_votes([str(file)], {sheet.name: sheet.key()})
    assert [vote.answer for vote in votes] == ["left", "right", "tie"]
    again, _ = opened(context, tmp_path)  # closed and opened: all is still there
    assert again.locator("#status").inner_text() == "3 of 3 judged"
    assert again.locator("#rater").input_value() == "+王 芳"
    assert again.locator("input:checked").evaluate_all("found => found.map(one => one.value)") == [
        "left",
        "right",
        "tie",
    ]
    assert wrong == []
    context.close()


def test_digits_in_a_comment_are_text(browser, sheet, tmp_path):
    context = browser.new_context()
    shown, _ = opened(context, tmp_path)
    shown.locator("[data-comment]").first.click()
    shown.keyboard.type("1 jk 3")
    assert shown.locator("[data-comment]").first.input_value() == "1 jk 3"
    assert shown.locator("#status").inner_text() == "0 of 3 judged"
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_it_fits_narrow_and_wide_light_and_dark(browser, sheet, tmp_path, width, scheme):
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    shown, wrong = opened(context, tmp_path)
    assert shown.evaluate("document.documentElement.scrollWidth") <= width
    boxes = shown.locator(".choice").evaluate_all("found => found.map(one => one.getBoundingClientRect().height)")
    assert min(boxes) >= 44
    first, second = (shown.locator(".answers").first.locator("section").nth(i).bounding_box() for i in (0, 1))
    assert (first["y"] == second["y"]) == (width > 700)
    assert wrong == []
    context.close()


def test_without_storage_it_says_so_and_still_works(browser, sheet, tmp_path):
    context = browser.new_context()
    context.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('refused'); }});")
    shown, _ = opened(context, tmp_path)
    shown.locator("input[value=left]").first.check()
    assert "keeps nothing" in shown.locator("#status").inner_text()
    context.close()
