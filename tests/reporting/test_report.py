from __future__ import annotations

import json
import re
from collections.abc import Callable
from html import unescape
from html.parser import HTMLParser
from typing import Any

import numpy as np
import pytest

from modelyard.core import durable
from modelyard.core.errors import RunError
from modelyard.core.run import Run
from modelyard.core.style import csp_hash, css
from modelyard.reporting.evidence import gather
from modelyard.reporting.limits import limits
from modelyard.reporting.report import report
from modelyard.reporting.sections.verdict import gain

MakeRun = Callable[..., Run]
KINDS = ("text", "chinese", "pictures", "regression", "iris")


def _page(run: Run) -> str:
    report(run)
    return (run.path / "report.html").read_text(encoding="utf-8")


class _Tags(HTMLParser):
    """Every element with its attributes, and whether what was opened is closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in ("meta", "link", "br", "img"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open.pop() == tag, (tag, self.getpos())


@pytest.mark.parametrize("kind", KINDS)
def test_the_page_is_whole_small_and_self_contained(make_run: MakeRun, kind: str) -> None:
    page = _page(make_run(kind))
    assert len(page.encode()) < 2_000_000
    tags = _Tags()
    tags.feed(page)
    assert not tags.open
    names = {name for name, _ in tags.found}
    assert not names & {"script", "iframe", "object", "embed", "form", "base", "audio", "video", "input"}
    for name, attributes in tags.found:
        assert not any(key.startswith("on") or key == "style" for key in attributes), (name, attributes)
        for key in ("src", "href", "xlink:href", "action", "srcset"):
            assert re.match(r"#|data:(,|image/png;base64,)", attributes.get(key) or "#"), (name, attributes)
    assert not re.search(r"url\(|@import|@font-face", page)


def test_many_classes_and_large_pictures_stay_small(make_run: MakeRun) -> None:
    labels = tuple(f"class {i} " + "长" * 300 for i in range(120))
    assert len(_page(make_run("chinese", labels=labels)).encode()) < 2_000_000
    run = make_run("pictures")
    evaluation, schema = run.read_json("evaluation.json"), run.read_json("artifact/schema.json")
    schema["inputs"][0]["shape"] = [160, 160, 3]
    noise = np.random.default_rng(0).integers(0, 256, 160 * 160 * 3).tolist()
    for row in [*evaluation["mistakes"], *evaluation["samples"]]:
        row["inputs"]["pixels"] = noise
    for name, content in (("evaluation.json", evaluation), ("artifact/schema.json", schema)):
        (run.path / name).write_text(json.dumps(content), encoding="utf-8")
    page = _page(run)
    assert page.count("data:image/png") > 5 and len(page.encode()) < 2_000_000


def test_the_policy_pins_the_style(make_run: MakeRun) -> None:
    page = _page(make_run("text"))
    style = page.partition("<style>")[2].partition("</style>")[0]
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    rules = unescape(policy[1])
    assert rules.startswith("default-src 'none'; ")
    assert f"style-src {csp_hash(style)};" in rules
    assert "unsafe" not in rules and "script-src" not in rules
    assert style.startswith(css())


def test_the_verdict_comes_first(make_run: MakeRun) -> None:
    page = _page(make_run("text", title="Film reviews"))
    order = [
        "Film reviews</h1>",
        "Better than the cheap baseline",
        'class="value"',
        'id="cost"',
        'id="data"',
        'id="learning"',
    ]
    order += ['id="quality"', 'id="mistakes"', 'id="choice"', 'id="claims"', 'id="recipe"', 'id="reproduce"']
    places = [page.index(item) for item in order]
    assert places == sorted(places)


def test_figures_are_the_run_s_own(make_run: MakeRun) -> None:
    run = make_run("text")
    verdict = run.read_json("evaluation.json")["verdict"]
    page = _page(run)
    assert f'<span class="value">{verdict["model"]["value"]:.3f}</span>' in page
    assert f"[{verdict['model']['interval'][0]:.3f}, {verdict['model']['interval'][1]:.3f}]" in page
    assert verdict["sentence"] in page
    for text in ("6.4 min", "of a budget of 10.0 min", "1.91 GB", "2.4 ms", "text.csv:432", "bf16 is 1.8x as fast"):
        assert text in page


def test_the_same_run_gives_the_same_bytes(make_run: MakeRun) -> None:
    run = make_run("chinese")
    assert _page(run) == _page(run)


@pytest.mark.parametrize("kind", ["text", "regression"])
@pytest.mark.parametrize(
    "absent",
    [
        ("artifact/",),
        ("models/",),
        ("evaluation.json", "claims.json"),
        ("bundle/",),
        ("summary.json",),
        ("plan.json",),
        ("artifact/", "models/", "evaluation.json", "claims.json", "bundle/", "summary.json", "plan.json"),
    ],
)
def test_a_file_that_is_not_there_leaves_its_part_out(make_run: MakeRun, kind: str, absent: tuple[str, ...]) -> None:
    page = _page(make_run(kind, without=absent))
    assert "</html>" in page
    if "evaluation.json" in absent:
        assert "not evaluated yet" in page


def test_a_damaged_file_is_an_error_that_names_it(make_run: MakeRun) -> None:
    run = make_run("text")
    (run.path / "evaluation.json").write_text('{"kind": ', encoding="utf-8")
    with pytest.raises(RunError, match=r"evaluation\.json"):
        report(run)
    assert not (run.path / "report.html").exists()


def test_a_directory_without_a_recipe_is_no_run(tmp_path: Any) -> None:
    with pytest.raises(RunError, match=r"recipe\.yaml"):
        report(Run(tmp_path))


def test_passwords_do_not_reach_the_page(make_run: MakeRun) -> None:
    run = make_run("text")
    address = "postgresql://ada:hunter2-canary@db.example/reviews"
    recipe = (run.path / "recipe.yaml").read_text(encoding="utf-8").replace("/home/someone/private/text.csv", address)
    (run.path / "recipe.yaml").write_text(recipe, encoding="utf-8")
    bundle = run.read_json("bundle/bundle.json")
    bundle["sources"][0]["paths"] = [address]
    (run.path / "bundle" / "bundle.json").write_text(json.dumps(bundle), encoding="utf-8")
    run.notice(f"read {address}")
    page = _page(run)
    assert "hunter2-canary" not in page + (run.path / "card.md").read_text(encoding="utf-8")
    assert "db.example" in page


@pytest.mark.parametrize(
    ("outcome", "label"),
    [("tie", "No better than the cheap baseline"), ("worse", "Worse than the cheap baseline")],
)
def test_a_bad_verdict_is_said_plainly(make_run: MakeRun, outcome: str, label: str) -> None:
    run = make_run("text")
    evaluation = run.read_json("evaluation.json")
    evaluation["verdict"]["gain"]["outcome"] = outcome
    (run.path / "evaluation.json").write_text(json.dumps(evaluation), encoding="utf-8")
    assert label in _page(run)
    assert any("TF-IDF" in limit for limit in limits(gather(run)))


def test_the_gain_of_an_error_is_said_without_a_plus(make_run: MakeRun) -> None:
    run = make_run("regression")
    page, card = _page(run), (run.path / "card.md").read_text(encoding="utf-8")
    for text in (page, card):
        assert "+1,308" not in text and "lower than boosted trees" in text
    assert gain(run.read_json("evaluation.json")["verdict"]) | {"tone": ""} == {
        **{"over": "boosted trees", "value": "1,308", "interval": "[523, 2,093]", "words": "lower than"},
        **{"p_value": "p = 0.0013", "tone": "", "outcome": "better"},
    }
    evaluation = run.read_json("evaluation.json")
    evaluation["verdict"]["gain"] |= {"value": -1308.0, "interval": [-2093.0, -523.0], "outcome": "worse"}
    found = gain(evaluation["verdict"])
    assert found and (found["value"], found["interval"], found["words"]) == ("1,308", "[523, 2,093]", "higher than")


def test_a_unit_is_the_name_of_the_target_as_it_is(make_run: MakeRun) -> None:
    run = make_run("regression")
    for name in ("claims.json", "evaluation.json"):
        text = (run.path / name).read_text(encoding="utf-8").replace("median_house_value", "target_value")
        (run.path / name).write_text(text, encoding="utf-8")
    page = _page(run)
    assert "median_house_value_value" not in page and "RMSE (target_value)" in page


def test_rows_that_repeat_by_nature_are_not_said_to_stay_together(make_run: MakeRun) -> None:
    run = make_run("text")
    assert "Duplicates never stand in two of them." in _page(run)
    bundle = run.read_json("bundle/bundle.json")
    bundle["findings"][0]["kind"] = "repeats"
    (run.path / "bundle" / "bundle.json").write_text(json.dumps(bundle), encoding="utf-8")
    assert "Duplicates never stand" not in _page(run)


def test_the_cheap_model_is_named_as_such(make_run: MakeRun) -> None:
    run = make_run("iris")
    evaluation = run.read_json("evaluation.json")
    evaluation["verdict"]["ships"] = "cheap"
    durable.write_json(run.path / "evaluation.json", evaluation)
    assert "Ships the cheap model" in _page(run)


def test_limits_name_small_and_weak_classes(make_run: MakeRun) -> None:
    run = make_run("iris")
    evaluation = run.read_json("evaluation.json")
    evaluation["per_class"][0] |= {"f1": 0.31, "support": 4}
    (run.path / "evaluation.json").write_text(json.dumps(evaluation), encoding="utf-8")
    found = " ".join(limits(gather(run)))
    assert "Weak on 'setosa' (F1 0.31)" in found and "'setosa' (4)" in found


def test_figures_of_the_validation_split_are_not_called_test_figures(make_run: MakeRun) -> None:
    run = make_run("pictures")
    evaluation = run.read_json("evaluation.json") | {"split": "validation", "n": 90}
    evaluation["per_class"][0] |= {"support": 4}
    (run.path / "evaluation.json").write_text(json.dumps(evaluation), encoding="utf-8")
    found = " ".join(limits(gather(run)))
    assert "Few validation rows of" in found
    assert "Samples of the validation split" in _page(run)


def _luminance(colour: str) -> float:
    parts = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("dark", [False, True])
def test_contrast_is_that_of_wcag_aa(dark: bool) -> None:
    """Source: WCAG 2.2, success criteria 1.4.3 (text, 4.5:1) and 1.4.11 (parts of charts, 3:1)."""
    light_block, _, dark_block = css().partition("@media screen and (prefers-color-scheme: dark)")
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", light_block))
    if dark:
        colours |= dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", dark_block))

    def ratio(first: str, second: str) -> float:
        one, other = sorted((_luminance(colours[first]), _luminance(colours[second])))
        return (other + 0.05) / (one + 0.05)

    texts = [(text, ground) for text in ("ink", "muted", "accent") for ground in ("paper", "surface", "sunken")]
    texts += [(tone, f"{tone}-soft") for tone in ("good", "warn", "bad", "accent")]
    texts += [("ink", f"{tone}-soft") for tone in ("good", "warn", "bad", "accent")]
    texts += [("accent-ink", "accent"), ("s2", "surface"), ("surface", "s1")]
    for text, ground in texts:
        assert ratio(text, ground) >= 4.5, (text, ground, ratio(text, ground))
    for series in ("s0", "s1", "s2", "s3", "s4", "s5", "s6", "line-strong"):
        assert ratio(series, "surface") >= 3.0, (series, ratio(series, "surface"))


def test_the_least_p_of_the_resamples_is_written_as_a_bound():
    from modelyard.reporting.sections.verdict import gain

    found = {"value": 0.2, "interval": [0.1, 0.3], "p_value": 2 / 1001, "p_floor": 2 / 1001, "outcome": "better"}
    assert gain({"gain": found})["p_value"] == "p < 0.002"
    assert gain({"gain": {**found, "p_value": 4 / 1001}})["p_value"] == "p = 0.0040"
