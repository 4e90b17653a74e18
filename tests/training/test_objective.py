"""Float32 products keep float32's digits whatever library multiplies, and the process's setting is given back."""

import pytest
import torch

from modelyard.training import objective
from modelyard.training.objective import float32_products

SETTING = torch.backends.mkldnn.matmul
ZEN = {"avx512_bf16": True, "amx_bf16": False}


def worst(left, right):
    return float(((left @ right).double() - left.double() @ right.double()).abs().max())


def test_products_keep_float32_digits_and_gradients_too():
    torch.manual_seed(0)
    features, weight = torch.randn(100, 784), torch.randn(256, 784, requires_grad=True)
    with float32_products():
        assert worst(features, weight.detach().t()) < 1e-3  # 784 terms of size 1; in bfloat16 it is 0.3
        torch.nn.functional.linear(features, weight).square().sum().backward()
    exact = weight.detach().double().requires_grad_()
    torch.nn.functional.linear(features.double(), exact).square().sum().backward()
    torch.testing.assert_close(weight.grad.double(), exact.grad, rtol=1e-4, atol=1e-1)


def test_the_setting_is_given_back_after_a_failure():
    before = SETTING.fp32_precision
    with pytest.raises(ZeroDivisionError), float32_products():
        raise ZeroDivisionError
    assert SETTING.fp32_precision == before


@pytest.mark.parametrize(
    ("capabilities", "exact", "switched"),
    [(ZEN, True, True), (ZEN, False, False), ({**ZEN, "amx_bf16": True}, True, False), ({}, True, False)],
)
def test_the_library_is_switched_only_where_the_product_stays_exact(monkeypatch, capabilities, exact, switched):
    monkeypatch.setattr(torch.cpu, "get_capabilities", lambda: capabilities)
    monkeypatch.setattr(objective, "_multiplies_exactly", lambda: exact)
    before = SETTING.fp32_precision
    with float32_products():
        assert (SETTING.fp32_precision == "bf16") == switched
    assert SETTING.fp32_precision == before


def test_a_product_with_bfloat16_digits_is_seen(monkeypatch):
    assert objective._multiplies_exactly()
    full = torch.full
    monkeypatch.setattr(objective.torch, "full", lambda *a: full(*a).bfloat16())
    assert not objective._multiplies_exactly()
