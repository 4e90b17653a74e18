"""Quotes: bands, rows, the choice among them, energy, tokens, and how they are said."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modelyard.core.errors import RunError
from modelyard.planning import choosing, figures, hardware, tokens, wording
from modelyard.planning.money import energy
from modelyard.planning.quote import Band, Quote, Row, frontier
from modelyard.planning.quoting import Wish


def row(device="X", hours=1.0, usd=1.0, count=1, **fields):
    whole = {
        "layout": "",
        "micro_batch": 1,
        "memory_bytes": 10,
        "peak_bytes": Band.around(5.0, 0.1),
        "memory": {"w": 5.0},
    }
    bands = (
        {"hours": Band.around(hours, 0.1), "usd": Band.around(usd, 0.1)}
        if hours
        else {"short_bytes": 1e9, "remedy": "r"}
    )
    return Row(device=device, count=count, **{**whole, **bands, **fields})


def quote(rows, **fields):
    work = {"family": "mlp", "batch": 1, "steps": 1, "epochs": 1.0, "parameters": 10}
    whole = {
        "task": "t",
        "title": "数据.csv",
        "created": 0.0,
        "recommended": 0,
        "why": "w",
        "data": {"rows": 1, "exact": True},
    }
    return Quote(rows=tuple(rows), **{**whole, "work": work, **fields})


bands = st.tuples(*(st.floats(0, 1e9) for _ in range(3))).map(
    lambda v: Band(low=min(v), value=sorted(v)[1], high=max(v))
)


@given(bands, bands, st.floats(0, 1e3))
def test_bands_stay_ordered(one, other, factor):
    for band in (one + other, one * factor, Band.around(one.value, 0.3, up=2.0)):
        assert band.low <= band.value <= band.high
    assert one.holds(one.value)


def test_a_quote_survives_json_and_a_later_version_is_refused():
    made = quote([row(), row("Y", 0)], what_if=({"text": "data x 2"},), notes=("a",))
    text = json.dumps(made.to_json(), ensure_ascii=False, allow_nan=False)
    assert Quote.from_json(json.loads(text)).to_json() == made.to_json()
    with pytest.raises(RunError, match="another version"):
        Quote.from_json({**made.to_json(), "format": 99})


@given(st.lists(st.tuples(st.floats(0.01, 100), st.floats(0.01, 100)), min_size=1, max_size=20))
def test_no_row_of_the_frontier_is_beaten(pairs):
    rows = [row(str(i), hours, usd) for i, (hours, usd) in enumerate(pairs)]
    edge = frontier(rows)
    assert edge
    for one in edge:
        assert not any(o.usd.value <= one.usd.value and o.hours.value < one.hours.value for o in rows)
    assert [one.hours.value for one in edge] == sorted(one.hours.value for one in edge)


def test_what_is_recommended():
    short, long = row("this machine", 0.2, 0.01), row("this machine", 30.0, 3.0)
    slow, fast = row("A", 10.0, 5.0), row("B", 2.0, 9.0)
    assert choosing.recommend([short, slow, fast], Wish())[0] == 0
    assert choosing.recommend([long, slow, fast], Wish())[0] == 1, "the cheapest within a day"
    assert (
        choosing.recommend(
            [row("this machine", 30.0, 3.0, late=True), row("A", 10.0, 5.0, late=True), fast], Wish(deadline_hours=3)
        )[0]
        == 2
    )
    assert choosing.recommend([short, slow], Wish(on="any"))[0] == 1, "asked for another device"
    assert choosing.recommend([row("this machine", 0), row("A", 0)], Wish())[0] is None
    better = row("B", 2.0, 9.0, model={"loss": 1.0})
    worse = row("A", 2.0, 5.0, model={"loss": 1.2})
    assert choosing.recommend([short, worse, better], Wish(usd=10, on="any"))[0] == 2


def test_a_corrected_row_stays_within_its_limit():
    from modelyard.planning.quoting import held

    wide = row(hours=2.0, usd=4.0, kwh=Band.around(1.0, 0.5))
    assert held(wide, None) is wide and held(wide, 5.0) is wide
    cut = held(wide, 1.0)
    assert cut.hours == Band(value=1.0, low=1.0, high=1.0)
    assert cut.usd.high == pytest.approx(2.0) and cut.kwh.low <= cut.kwh.value <= cut.kwh.high
    refused = row(hours=0)
    assert held(refused, 1.0) is refused


def test_few_rows_are_shown_and_the_recommended_is_among_them():
    rows = [row("this machine", 50.0, 5.0), *(row(f"D{i % 12}", 1.0 + i, 40.0 - i, 1 + i // 12) for i in range(36))]
    shown = choosing.shown(rows, 20)
    assert shown[0] == 0 and 20 in shown and len(shown) <= 9


def test_energy_of_published_trainings():
    """Touvron et al. 2023 (Llama 2), table 2: 3,311,616 A100-hours at 400 and 350 W, 539 t CO2e, no building."""
    device = hardware.find("A100-SXM-80GB")
    found = energy.of(Band.around(3_311_616.0, 0.0), device.power_watts)
    assert found.kwh.low < 3_311_616 * 0.4 < found.kwh.high
    assert found.kgco2e.low < 539_000 < found.kgco2e.high
    # Luccioni et al. 2022 (BLOOM): 1,082,990 A100-hours, 433 MWh of the devices, at 57 g a kWh 24.7 t.
    bloom = energy.of(Band.around(1_082_990.0, 0.0), 400.0, grid_kg=0.057)
    assert bloom.kwh.low < 433_196 < bloom.kwh.high and bloom.kgco2e.low < 24_700 < bloom.kgco2e.high


def test_tokens_by_vocabulary_and_script():
    english, chinese = ["the river and the stone " * 50], ["山高水长，明月照我还。" * 50]
    sizes = [tokens.bytes_per_token(english, size) for size in (1024, 4096, 8192, 32_768)]
    assert sizes == sorted(sizes) and 2 < sizes[0] < sizes[-1] < 5
    assert tokens.bytes_per_token(chinese, "bytes") == 1.0
    assert tokens.bytes_per_token(chinese, "characters") == pytest.approx(3.0, abs=0.1)
    assert tokens.ideographic(chinese) > 0.95 > 0.05 > tokens.ideographic(english)
    # 402 and about 3 tokens; and as many lengths as there are between, where texts are of all of them.
    assert tokens.different(["山高水长" * 100, "a b c", "a b d"], 256, None) == 2
    assert tokens.different(["山" * count for count in range(1, 100)], 32, None) == 30
    mean, longest = tokens.of_classifier(["山高水长" * 100, "a b c"], 256, None)
    assert longest == 256 and 100 < mean < 160


def test_tokens_are_near_those_of_a_trained_tokenizer():
    """On another text than the table was measured on: the license and docs of the standard library."""
    import random
    from pathlib import Path

    from modelyard.data.features.language import LanguageTokenizer

    text = "".join(
        path.read_text(encoding="utf-8", errors="ignore")
        for path in sorted(Path(random.__file__).parent.glob("*.py"))[:60]
    )
    docs = [text[i : i + 5000] for i in range(0, 600_000, 5000)]
    tokenizer = LanguageTokenizer.fit(docs, 4096)
    actual = sum(len(doc.encode()) for doc in docs) / tokenizer.encode(docs).lengths.sum()
    assert tokens.bytes_per_token(docs, 4096) == pytest.approx(actual, rel=tokens.ERROR)


@pytest.mark.parametrize(
    ("band", "said"),
    [
        (Band.around(0.1, 0.1), "6.0 min +-0.6"),
        (Band(value=0.1, low=0.05, high=0.3), "6.0 min [3, 18]"),
        (Band.around(10.0, 0.2), "10.0 h +-2"),
        (Band.around(1 / 3600, 0.1), "1.0 s +-0.1"),
        (None, "-"),
    ],
)
def test_hours_are_said_with_their_range(band, said):
    assert figures.hours(band) == said


def test_the_lines_say_all_of_it():
    refused = row("T4", 0, remedy="train.recompute=true (9 GB)")
    said = "\n".join(wording.lines(quote([row("this machine"), refused], notes=("prices are old",)), "my recipe.yaml"))
    for part in (
        "数据.csv",
        "recommended   this machine: w",
        "T4 lacks 1 GB: train.recompute=true",
        "prices are old",
        "modelyard run",
    ):
        assert part in said
    none = wording.lines(quote([row("this machine", 0)], recommended=None))
    assert any(line.startswith("recommended   none") for line in none)
