"""The report's page on the bill: quote beside actual, memory by part, cost against time; for any figures and names."""

from __future__ import annotations

import re

import pytest
from made_runs import write_run

from modelyard.reporting import bill_charts
from modelyard.reporting.bill_charts import Offer
from modelyard.reporting.evidence import gather
from modelyard.reporting.report import render
from modelyard.reporting.sections import bill


def band(value, share=0.2):
    return {"value": value, "low": value * (1 - share), "high": value * (1 + share)}


def offer(device, hours, usd, count=1, **fields):
    return {
        "device": device,
        "count": count,
        "layout": "micro-batch 8",
        "memory_bytes": 80e9,
        "peak_bytes": band(2.1e9),
        "memory": {"weights": 1e9, "activations": 0.8e9, "logits and loss": 0.2e9, "process": 0.1e9},
        "hours": band(hours) if hours else None,
        "usd": band(usd) if usd else None,
        "kwh": band(0.1),
        "kgco2e": band(0.05),
        "price": {"usd_per_hour": 0.1, "provider": "Lambda", "date": None},
        "short_bytes": 0.0 if hours else 3e9,
        "remedy": "" if hours else "train.recompute=true (9 GB)",
        **fields,
    }


ROWS = [
    offer("this machine", 0.1, 0.01),
    offer("L4-24GB", 0.05, 0.03),
    offer("H100-SXM-80GB", 0.01, 0.05, 8),
    offer("A100-SXM-80GB", 0.03, 0.2),
    offer("T4-16GB", 0, 0),
]
RECONCILED = {
    "seconds": 384.2,
    "peak_memory_bytes": 1.9e9,
    "usd": 0.011,
    "quote_memory_bytes": 2.1e9,
    "memory_in_band": True,
    "quote_seconds": 360.0,
    "quote_low_seconds": 288.0,
    "quote_high_seconds": 380.0,
    "time_in_band": False,
}


def quoted(path, rows=ROWS, found=RECONCILED, **fields):
    import json

    run = write_run(path, "text")
    quote = {"format": 1, "rows": rows, "recommended": 1, "why": "the cheapest", "notes": ["prices are old"], **fields}
    (path / "quote.json").write_text(json.dumps(quote), encoding="utf-8")
    (path / "reconciliation.json").write_text(json.dumps(found), encoding="utf-8")
    return gather(run)


def test_quote_and_actual_stand_side_by_side(tmp_path):
    evidence = quoted(tmp_path)
    built = bill.build(evidence)
    time, memory, cost = built["reconciled"]
    assert (time["quote"], time["actual"], time["off"], time["tone"]) == ("6.0 min", "6.4 min", "+7 %", "warn")
    assert (memory["quote"], memory["actual"], memory["tone"]) == ("2.1 GB", "1.9 GB", "good")
    assert cost["actual"] == "$0.01"
    page = render(evidence)
    section = page[page.index('<section id="bill">') : page.index("</section>", page.index('<section id="bill">'))]
    for part in (
        "Quote and actual",
        "Memory as quoted",
        "Cost against time",
        "L4-24GB",
        "T4-16GB lacks 3 GB",
        "prices are old",
    ):
        assert part in section
    assert 'href="#bill"' in page and "<script" not in section


def test_a_quote_far_off_is_no_good_one_however_wide_its_range(tmp_path):
    far = {**RECONCILED, "seconds": 1069.0, "quote_high_seconds": 2000.0, "time_in_band": True}
    time, memory, _ = bill.build(quoted(tmp_path, found=far))["reconciled"]
    assert (time["off"], time["tone"]) == ("+197 %", "")
    assert memory["tone"] == "good"


def test_the_edge_joins_what_none_beats(tmp_path):
    built = bill.build(quoted(tmp_path))
    assert [row["name"] for row in built["rows"]] == ["this machine", "8 × H100-SXM-80GB", "A100-SXM-80GB", "L4-24GB"]
    svg = str(built["frontier"])
    assert svg.count("<circle") == 4 and svg.count('class="dot s2"') == 1
    assert "L4-24GB" in svg and "A100-SXM-80GB" in svg  # the last as a tooltip


def test_a_run_without_a_quote_has_no_such_page(tmp_path):
    evidence = gather(write_run(tmp_path, "text"))
    assert bill.build(evidence) is None
    assert 'id="bill"' not in render(evidence)


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([offer("this machine", 0, 0)], {}),
        ([offer("this machine", 0.1, 0)], {"seconds": 1.0, "peak_memory_bytes": 1.0, "usd": 0.0}),
        ([offer("this machine", 1e-9, 1e-12), offer("X", 1e6, 1e9)], RECONCILED),
        ([offer("this machine", 0.1, 0.01, memory={})], RECONCILED),
        ([offer("this machine", 0.1, 0.01), offer("this machine", 0.1, 0.01)], RECONCILED),
    ],
)
def test_odd_figures_make_a_page_all_the_same(tmp_path, rows, found):
    page = render(quoted(tmp_path, rows, found, recommended=None))
    assert "nan" not in page.lower().split("<style>")[0] and "Infinity" not in page


def test_hostile_names_stay_text(tmp_path):
    evil = "<script>alert(1)</script>\x1b[31m"
    rows = [offer("this machine", 0.1, 0.01), offer(evil, 0.2, 0.02, layout=evil, memory={evil: 1e9})]
    rows[0]["price"]["provider"] = evil
    rows[0]["memory"] = {evil: 1e9}
    page = render(quoted(tmp_path, rows, why=evil, notes=[evil]))
    assert "<script>alert" not in page and "\x1b" not in page


def test_the_stacked_bar_adds_up():
    parts = [(f"part {i}", float(i + 1)) for i in range(12)]
    svg = str(bill_charts.stacked(parts, title="t", actual=100.0))
    widths = [float(width) for width in re.findall(r'width="([\d.]+)" height="26"', svg)]
    assert len(widths) == 7 and "everything else" in svg and "measured 100 B" in svg
    assert sum(widths) + len(widths) == pytest.approx((460 - 8) * 78 / 100, abs=2)


def test_labels_do_not_lie_over_one_another():
    offers = [Offer(name=f"Device-{i}", hours=1.0 + i / 1000, usd=5.0, on_edge=True) for i in range(6)]
    svg = str(bill_charts.frontier(offers, title="t"))
    assert len(re.findall(r'class="key halo"', svg)) == 1
