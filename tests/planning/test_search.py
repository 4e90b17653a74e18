"""The layouts that fit: all of them do, and the fastest is first."""

import pytest

from modelyard.core.errors import RecipeError
from modelyard.planning import hardware, search
from modelyard.planning.amounts import Training
from modelyard.planning.published.networks import architecture

LLAMA_8B = architecture(
    {
        "name": "8B",
        "params": 8030261248,
        "layers": 32,
        "hidden": 4096,
        "heads": 32,
        "kv_heads": 8,
        "ffn": 14336,
        "vocab": 128256,
    }
)
LLAMA_70B = architecture(
    {
        "name": "70B",
        "params": 70553706496,
        "layers": 80,
        "hidden": 8192,
        "heads": 64,
        "kv_heads": 8,
        "ffn": 28672,
        "vocab": 128256,
    }
)
MIXTRAL = architecture(
    {
        "name": "8x7B", "params": 46702792704, "layers": 32, "hidden": 4096, "heads": 32, "kv_heads": 8, "ffn": 14336,
        "vocab": 32000, "experts": 8, "experts_per_token": 2,
    }
)  # fmt: skip
ASKED = [
    (LLAMA_8B, "h100", 8, 8192, 128),
    (LLAMA_70B, "a100", 64, 4096, 512),
    (LLAMA_70B, "h100", 1024, 8192, 2048),
    (MIXTRAL, "b200", 16, 4096, 256),
    (LLAMA_8B, "h100", 16, 131_072, 32),
]


@pytest.mark.parametrize(("network", "name", "count", "positions", "sequences"), ASKED)
def test_what_is_found_fits_and_divides(network, name, count, positions, sequences):
    device = hardware.find(name)
    found = search.search(network, device, count, Training(positions=positions, sequences=sequences))
    assert found
    for one in found:
        one.layout.check(network, positions=positions, sequences=sequences)
        assert one.layout.devices == count
        assert one.memory.total <= search.USABLE * device.memory_bytes
        assert one.device_seconds == pytest.approx(count * one.step.seconds)
    assert [one.step.seconds for one in found] == sorted(one.step.seconds for one in found)


def test_what_fits_nowhere_is_empty():
    device = hardware.find("rtx4090")
    assert search.search(LLAMA_8B, device, 1, Training(positions=2048, sequences=8)) == []


def test_more_devices_are_faster_and_pay_more():
    device, asked = hardware.find("h100"), Training(positions=4096, sequences=256)
    few, many = (search.search(LLAMA_8B, device, count, asked)[0] for count in (4, 64))
    assert few.device_seconds <= many.device_seconds
    assert few.step.seconds > many.step.seconds


def test_a_count_that_divides_nothing_is_refused():
    with pytest.raises(RecipeError, match="devices: no layout of 7 devices divides"):
        search.search(LLAMA_8B, hardware.find("h100"), 7, Training(positions=4096, sequences=64))
