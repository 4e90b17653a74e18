"""Prices: the list that comes with the package, the user's over it, SkyPilot's catalogues, and bad files."""

from __future__ import annotations

import datetime
import json

import pytest

from modelyard.core.errors import DataError, RecipeError
from modelyard.planning import hardware
from modelyard.planning.money import prices
from modelyard.planning.money.prices import Price

HEAD = "InstanceType,AcceleratorName,AcceleratorCount,vCPUs,MemoryGiB,Price,Region,GpuInfo,SpotPrice\n"


@pytest.fixture(autouse=True)
def own_home(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


def test_every_row_names_a_device_a_provider_and_a_source():
    rows = prices.bundled()
    known = {*hardware.catalogue(), prices.PROCESSOR}
    assert len(rows) > 100
    for row in rows:
        assert row.device in known and row.provider and row.source
        assert 0 < row.usd_per_hour < 50 and row.count >= 1 and row.type in prices.TYPES
        assert row.date is None or row.age_days is not None


def test_the_usual_price_is_the_upper_middle_of_the_recent_ones():
    def row(usd, date, kind="on-demand"):
        return Price(device="X", provider="p", usd_per_hour=usd, date=date, type=kind)

    rows = [row(9.0, "2023-01-01"), row(2.0, "2025-01"), row(3.0, None), row(4.0, "2026-02-01"), row(1.0, None, "spot")]
    assert prices.usual(rows, "X").usd_per_hour == 3.0
    assert prices.usual(rows[:1], "X").usd_per_hour == 9.0, "old prices where there are no others"
    assert prices.usual(rows, "X", kind="spot").usd_per_hour == 1.0
    assert prices.usual(rows, "Y") is None
    assert prices.spread(rows, "X") == (2.0, 9.0)


def test_old_and_undated_prices_are_warned_of_and_fresh_ones_are_not():
    today = datetime.datetime.now(datetime.UTC).date()
    fresh = Price(device="X", provider="p", usd_per_hour=1, date=today.isoformat())
    limit = Price(device="X", provider="p", usd_per_hour=1, date=(today - datetime.timedelta(days=90)).isoformat())
    old = Price(device="X", provider="p", usd_per_hour=1, date=(today - datetime.timedelta(days=91)).isoformat())
    assert prices.warnings([fresh, limit]) == []
    assert "1 of 2 prices are older than 90 days" in prices.warnings([fresh, old])[0]
    assert Price(device="X", provider="p", usd_per_hour=1).is_stale


def test_a_skypilot_catalogue_is_taken_over_and_wins(tmp_path):
    file = tmp_path / "lambda" / "vms.csv"
    file.parent.mkdir()
    file.write_text(
        HEAD
        + "gpu_8x_h100,H100,8.0,208.0,1800.0,23.92,us-east-1,\"{'Gpus': 1}\",9.6\n"
        + "gpu_8x_h100,H100,8.0,208.0,1800.0,31.92,us-west-1,,\n"
        + "gpu_1x_l4,L4,1.0,8.0,32.0,0.5,us-east-1,,\n"
        + ",T4,1,,,0.35,us-east-1,,\n"
        + "odd,MADE-UP,1,4,16,1.0,us-east-1,,\n"
        + "cpu,,,4.0,16.0,0.2,us-east-1,,\n",
        encoding="utf-8",
    )
    count, notes = prices.update(file, date="2026-11-01")
    assert count == 4  # H100 on demand and spot, L4, a processor
    assert any("MADE-UP" in note for note in notes) and any("without its host" in note for note in notes)
    listed = prices.load()
    h100 = [row for row in listed if row.device == "H100-SXM-80GB"]
    assert {row.provider for row in h100} == {"lambda"}, "the user's rows replace ours of the same device"
    assert prices.usual(listed, "H100-SXM-80GB").usd_per_hour == pytest.approx(23.92 / 8)
    assert prices.usual(listed, prices.PROCESSOR).usd_per_hour == pytest.approx(0.05)
    assert prices.usual(listed, "A100-SXM-80GB") is not None, "what the user does not list stays ours"
    prices.update(file, date="2026-11-02")
    assert len([row for row in prices.load() if row.device == "H100-SXM-80GB"]) == 2, "the same rows are replaced"


def test_a_price_of_this_machine_is_kept_and_used():
    rented = prices.machine(prices.load(), 4)
    assert rented.usd_per_hour == pytest.approx(4 * prices.usual(prices.load(), prices.PROCESSOR).usd_per_hour)
    prices.set_machine(0.37)
    assert prices.machine(prices.load(), 4).usd_per_hour == 0.37
    prices.set_machine(0.0)
    assert prices.machine(prices.load(), 4).usd_per_hour == 0.0
    for wrong in (-1, float("nan"), float("inf"), 1e9):
        with pytest.raises(RecipeError, match="--machine"):
            prices.set_machine(wrong)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("nonsense", "cannot be read"),
        ("{}", "holds rows"),
        ('{"rows": [1]}', r"rows\[0\]"),
        ('{"rows": [{"device": "X", "provider": "p", "usd_per_hour": "cheap"}]}', "usd_per_hour"),
        ('{"rows": [{"device": "X", "provider": "p", "usd_per_hour": -1}]}', "usd_per_hour"),
        ('{"rows": [{"device": "X", "provider": "p", "usd_per_hour": true}]}', "usd_per_hour"),
        ('{"rows": [{"device": " ", "provider": "p", "usd_per_hour": 1}]}', "device"),
        ('{"rows": [{"device": "X", "provider": "p", "usd_per_hour": 1, "count": 0}]}', "count"),
        ('{"rows": [{"device": "X", "provider": "p", "usd_per_hour": 1, "date": "soon"}]}', "date"),
        ('{"rows": [{"device": "X", "provider": "p", "usd_per_hour": 1, "type": "free"}]}', "type"),
        ('{"rows": [{"device": "X", "provider": "p", "usd_per_hour": 1, "colour": 1}]}', "colour"),
    ],
)
def test_a_bad_list_is_one_error_and_changes_nothing(tmp_path, content, said):
    file = tmp_path / "list.json"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(DataError, match=said):
        prices.update(file)
    assert prices.user_rows() == []


def test_a_catalogue_of_other_columns_or_bytes_is_refused(tmp_path):
    file = tmp_path / "vms.csv"
    file.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(DataError, match="a column InstanceType"):
        prices.update(file)
    file.write_bytes(HEAD.encode() + b"\xff\xfe\n")
    with pytest.raises(DataError, match="cannot be read"):
        prices.update(file)
    with pytest.raises(DataError, match="no such file"):
        prices.update(tmp_path / "absent.csv")
    file.write_text(HEAD, encoding="utf-8")
    with pytest.raises(DataError, match="no price of a device"):
        prices.update(file)
    with pytest.raises(DataError, match="--date"):
        prices.update(file, date="yesterday")


def test_a_damaged_own_list_is_said_and_an_own_list_may_name_own_devices(tmp_path):
    file = tmp_path / "mine.json"
    rows = [{"device": "我们的卡", "provider": "内部", "usd_per_hour": 1.5}]
    file.write_text(json.dumps({"rows": rows}, ensure_ascii=False), encoding="utf-8")
    prices.update(file, date="2026-05-01")
    assert prices.usual(prices.load(), "我们的卡").date == "2026-05-01"
    prices.user_path().write_text("{", encoding="utf-8")
    with pytest.raises(DataError, match="cannot be read"):
        prices.load()
