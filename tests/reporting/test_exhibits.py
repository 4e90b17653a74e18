"""Exhibits on the page and in the card: every kind of block is drawn, and nothing in one is markup."""

from __future__ import annotations

import json

from modelyard.core import exhibit
from modelyard.core.exhibit import Exhibit
from modelyard.core.report import Claim
from modelyard.reporting import card
from modelyard.reporting.evidence import gather
from modelyard.reporting.report import render
from modelyard.reporting.sections.exhibits import SECTIONS

HOSTILE = "<script>alert(1)</script>"


def blocks(text: str) -> tuple[exhibit.Json, ...]:
    return (
        exhibit.text(text),
        exhibit.text("how it was measured", quiet=True),
        exhibit.table(["group", "rate"], [[text, "0.31 [0.28, 0.34]"], ["男", "0.11 [0.09, 0.13]"]], title=text),
        exhibit.lines(
            [
                {
                    "name": "模型",
                    "x": [0.0, 0.5, 1.0],
                    "y": [0.0, 0.2, 0.9],
                    "low": [0, 0.1, 0.8],
                    "high": [0, 0.3, 1.0],
                },
                {"name": "chance", "x": [0.0, 1.0], "y": [0.0, 1.0], "dashed": True},
            ],
            title=text,
            x_label="share",
            y_label="risk",
        ),
        exhibit.whiskers(
            [
                {"name": text, "value": -0.03, "interval": [-0.05, -0.01], "strong": True},
                {"name": "none", "value": 0.0, "interval": None},
            ],
            title="falls",
            x_label="accuracy",
            zero=True,
        ),
        exhibit.bars([(text, 2.0), ("不好", -1.0), ("flat", 0.0)], title="drives", signed=True),
        exhibit.bars([("a", 2.0), ("b", 1.0)], title="counts"),
        exhibit.points([1.0, 2.0], [3.0, 4.0], title="frontier", x_label="x", y_label="y"),
        exhibit.marked([("这部电影", 0.1), ("很好看", 0.9), (text, -0.8), (" ", 1.0)], title="an answer"),
        exhibit.grid([[0.0, 1.0], [0.5, 0.5]], ["a", text], ["b", "很"], title="attention"),
    )


def put(run, stage: str, text: str) -> None:
    made = Exhibit(
        name="one",
        stage=stage,
        title=f"Title {text}",
        summary=f"Summary {text}",
        claims=(
            Claim(name="parity_difference", value=0.12, n=100, interval=(0.1, 0.14), source="evidence/audit/one.json"),
        ),
        blocks=blocks(text),
        limits=(f"Limit {text}.",),
        seconds=1.2,
    )
    folder = run.path / exhibit.FOLDER / stage
    folder.mkdir(parents=True)
    (folder / "one.json").write_text(json.dumps(made.to_json(), ensure_ascii=False), encoding="utf-8")
    assert Exhibit.from_json(made.to_json()) == made


def test_every_block_is_drawn(make_run):
    run = make_run("binary")
    for stage in SECTIONS:
        put(run, stage, "plain")
    page = render(gather(run))
    for anchor, name, title in SECTIONS.values():
        assert f'<section id="{anchor}"><h2>{title}</h2>' in page and f'<a href="#{anchor}">{name}</a>' in page
    assert page.count("Summary plain") == len(SECTIONS)
    assert page.count('class="p p4"') == len(SECTIONS) and page.count('class="n n4"') == len(SECTIONS)
    assert page.count('class="chart bars signed"') == len(SECTIONS)
    assert "0.120" in page.replace("0.12 ", "0.120 ") and "[0.100, 0.140]" in page
    text = card.render(gather(run))
    assert "Summary plain" in text and "Limit plain." in text and "parity difference 0.120" in text


def test_nothing_in_an_exhibit_is_markup(make_run):
    run = make_run("binary")
    put(run, "audit", HOSTILE)
    assert "<script" not in render(gather(run))
    assert "<script" not in card.render(gather(run))


def test_a_run_without_evidence_has_no_such_section(make_run):
    page = render(gather(make_run("binary")))
    assert not any(f'<section id="{anchor}">' in page for anchor, _, _ in SECTIONS.values())
