"""The catalogue of devices: names, units, sources."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modelyard.core.errors import RecipeError
from modelyard.planning import hardware

NAMES = {
    "h100": "H100-SXM-80GB",
    "NVIDIA H100 80GB HBM3": "H100-SXM-80GB",
    "NVIDIA A100-SXM4-80GB": "A100-SXM-80GB",
    "A100 40GB": "A100-SXM-40GB",
    "NVIDIA GeForce RTX 4090": "RTX4090-24GB",
    "Tesla T4": "T4-16GB",
    "AMD Instinct MI300X": "MI300X",
    "TPU v5e": "TPUv5e",
    "H100 (80 GB) PCIe": "H100-PCIe-80GB",
    "H100 HGX (80GB)": "H100-SXM-80GB",
    "A6000 (48 GB)": "RTXA6000-48GB",
    "V100 (32 GB)": "V100-SXM2-32GB",
}


@pytest.mark.parametrize(("name", "known"), NAMES.items())
def test_what_drivers_and_clouds_call_a_part_is_found(name, known):
    assert hardware.find(name).name == known


def test_every_alias_leads_to_one_device():
    for device in hardware.catalogue().values():
        assert hardware.find(device.name) is device
        for alias in device.aliases:
            assert hardware.find(alias) is device, alias


def test_an_unknown_device_names_the_field_and_the_nearest():
    with pytest.raises(RecipeError, match=r"budget\.on: must be a device.*'h10'.*Nearest: .*H100") as raised:
        hardware.find("h10", where="budget.on")
    assert raised.value.exit_code == 2
    with pytest.raises(RecipeError, match=r"Known: .*A100-SXM-80GB"):
        hardware.find("芯片")


def test_every_number_has_a_source_that_is_described_and_dated():
    known = hardware.sources()
    for device in hardware.catalogue().values():
        figures = {"memory_bytes", "bandwidth", "link_bandwidth", "network_bandwidth", "power_watts"}
        figures |= {f"flops.{precision}" for precision in device.flops}
        figures |= {"matmul_flops"} if device.matmul_flops else set()
        assert figures <= device.sources.keys(), device.name
        for source in device.sources.values():
            assert known[source].text and known[source].taken >= "2026-01-01"


def test_numbers_are_in_their_units():
    for device in hardware.catalogue().values():
        assert 2**33 <= device.memory_bytes < 2**39, device.name
        assert 4e10 <= device.bandwidth <= 1e13, device.name
        assert 1e12 <= device.peak("bf16") <= 1e16, device.name
        assert device.network_bandwidth <= device.link_bandwidth, device.name
        assert device.matmul_flops is None or device.matmul_flops < device.peak("bf16")
        assert 40 <= device.power_watts <= 1500


def test_a_precision_that_a_device_lacks_runs_in_the_next_one():
    a100, v100 = hardware.find("a100"), hardware.find("v100")
    assert a100.computes_in("fp8") == "bf16" and a100.peak("fp8") == a100.peak("bf16")
    assert v100.computes_in("bf16") == "fp32"
    with pytest.raises(RecipeError, match=r"precision: must be one of .*'bf61'.*Did you mean 'bf16'"):
        a100.peak("bf61")


@given(st.floats(max_value=0) | st.just(float("nan")))
def test_a_network_must_have_a_rate(rate):
    with pytest.raises(RecipeError, match="network_bandwidth"):
        hardware.find("a100").on_network(rate)


def test_the_catalogue_cannot_be_changed_by_accident():
    with pytest.raises(TypeError):
        hardware.catalogue()["x"] = hardware.find("a100")
    with pytest.raises(TypeError):
        hardware.find("a100").flops["bf16"] = 1.0
