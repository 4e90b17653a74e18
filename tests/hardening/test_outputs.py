"""HARDENING 14 for the files of a run: hostile labels, columns, texts and names stay dead text wherever they land."""

import csv
import json
import re
import shutil

import numpy as np
import pytest

import modelyard
from modelyard.cli import _verdict
from modelyard.core.report import Claim
from modelyard.evaluation.evaluate import verdict_lines

pytest.importorskip("sklearn", reason="the train extra is not installed")

LABELS = (
    "=1+1",
    "-2+3",
    "+cmd|' /C calc'!A0",
    "@SUM(A1:A9)",
    "\x1b[31mred\x1b]8;;http://evil.example\x07",
    "<script>alert(1)</script>",
    "\"><svg onload='alert(1)'>",
    "\u202egnp.exe",
)
TEXT, TARGET = '=HYPERLINK("http://evil.example")', "-label<script>"
LIVE = re.compile(r"\s*[=+\-@\t\r＝＋－＠]")
NUMBER = re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?")
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def write_reviews(path, count=400):
    random = np.random.default_rng(0)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([TEXT, TARGET])
        for _ in range(count):
            label = random.integers(len(LABELS))
            words = [f"word{label}", *(f"other{n}" for n in random.integers(0, 50, 6)), "<script>x</script>"]
            random.shuffle(words)
            writer.writerow(["=" + " ".join(words) + " \x1b[2J", LABELS[label]])
    return path


@pytest.fixture(scope="module")
def finished(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile")
    recipe = {
        "task": "text-classification",
        "data": {"train": str(write_reviews(folder / "=reviews.csv")), "inputs": TEXT, "target": TARGET},
        "model": "linear",
        "title": "=1+1<script>alert(1)</script>",
        "evaluate": {"resamples": 100},
    }
    return modelyard.run(recipe, out=folder / "=cmd<script>")


def cells(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [cell for row in csv.reader(file) for cell in row]


def test_the_labels_are_learned_as_they_are(finished):
    evaluation = finished.read_json("evaluation.json")
    assert set(evaluation["labels"]) == set(LABELS)
    assert evaluation["verdict"]["model"]["value"] > 0.9


def test_no_csv_holds_a_live_formula(finished, tmp_path):
    rows = tmp_path / "rows.csv"
    with rows.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([[TEXT, "=note", "amount"], ["=word0 word1", "@x", "-1.5"], ["word3", "\tx", "+3"]])
    modelyard.predict(finished.path, str(rows), tmp_path / "answers.csv")
    written = [tmp_path / "answers.csv", *finished.path.rglob("*.csv")]
    for path in written:
        for cell in cells(path):
            assert not LIVE.match(cell) or NUMBER.fullmatch(cell), (path.name, cell)
            assert not CONTROL.search(cell), (path.name, cell)
    assert "-1.5" in cells(tmp_path / "answers.csv")


def test_json_is_json_and_holds_no_raw_control_characters(finished):
    for path in (p for p in finished.path.rglob("*") if p.suffix in (".json", ".jsonl")):
        content = path.read_text(encoding="utf-8")
        assert not CONTROL.search(content), path.name
        for document in content.splitlines() if path.suffix == ".jsonl" else [content]:
            json.loads(document, parse_constant=lambda name: pytest.fail(f"{name} is not JSON"))


def test_the_terminal_obeys_nothing(finished):
    evaluation = finished.read_json("evaluation.json")
    lines = [*verdict_lines(evaluation), *(str(Claim.from_json(c)) for c in finished.read_json("claims.json"))]
    for line in lines:
        assert not CONTROL.search(line) and "\u202e" not in line and "\n" not in line
    assert any("verdict   accuracy" in line for line in _verdict(finished))


def test_a_claim_in_a_hostile_unit_stays_one_line():
    claim = Claim(name="rmse", value=3.14159, unit="\x1b[2Jprice\r\n=1", n=10, interval=(3.0, 3.3))
    assert str(claim) == "rmse 3.14 [3.00, 3.30] \ufffd[2Jprice\ufffd\ufffd=1"


def test_explained_answers_are_text_to_a_browser(finished):
    """Hostile labels among the choices, hostile words under the pointer: the report's own script alone runs."""
    playwright = pytest.importorskip("playwright.sync_api")
    if shutil.which("chromium") is None:
        pytest.skip("there is no chromium")
    report = finished.path / "report.html"
    assert report.read_text(encoding="utf-8").count("<script") == 1
    with playwright.sync_playwright() as api:
        options = ["--no-sandbox", "--disable-gpu", "--disable-quic"]
        browser = api.chromium.launch(executable_path=shutil.which("chromium"), args=options)
        page = browser.new_page()
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("dialog", lambda dialog: (said.append("dialog"), dialog.dismiss()))
        page.goto(report.as_uri())
        for why in page.locator(".why").all():
            for choice in why.get_by_role("radio").all():
                choice.check()
                slider = why.locator(".view:visible").get_by_role("slider")
                slider.fill("1")
                assert ": " in why.locator(".view:visible output").inner_text()
        live = "node => [...node.attributes].some(one => /^on|^style$/.test(one.name))"
        assert not page.evaluate(f"[...document.querySelectorAll('.why *')].some({live})")
        assert not page.locator(".why script, .why iframe, .why a, .why img").count() and not said
        browser.close()
