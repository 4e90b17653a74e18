"""A base in 8 or 4 bits: packed as the papers say, exact in what it computes, merged into the model that trained."""

import copy
import sys

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from modelyard.core.errors import MissingExtra, RecipeError
from modelyard.core.features import FeatureSpec
from modelyard.core.recipe import Train
from modelyard.data.features.language import LanguageTokenizer
from modelyard.models import _adapters, _quantised, decoder
from modelyard.training.checkpoint import weights_of
from modelyard.training.hardware import Work, parameter_count
from modelyard.training.optim import Optimizer

pytest.importorskip("bitsandbytes", reason="needs modelyard[quantised]", exc_type=ImportError)

IDS = torch.arange(24).reshape(2, 12) * 7 % 200
# Source: Dettmers et al. 2023, appendix E: the sixteen values of nf4.
NF4 = np.array(
    [
        -1.0, -0.6961928, -0.52507305, -0.39491749, -0.28444138, -0.18477343, -0.09105004, 0.0,
        0.0795803, 0.1609302, 0.2461123, 0.33791524, 0.44070983, 0.562617, 0.72295684, 1.0,
    ]
)  # fmt: skip


def linear(rows, width, seed=0):
    torch.manual_seed(seed)
    found = torch.nn.Linear(width, rows)
    found.weight.data[rows // 2] = 0
    return found


@settings(max_examples=20, deadline=None)
@given(rows=st.integers(1, 40), width=st.integers(1, 150), seed=st.integers(0, 9))
def test_nf4_takes_the_nearest_of_its_values_block_by_block(rows, width, seed):
    plain = linear(rows, width, seed)
    ours = _quantised.Quantised(plain, "nf4").dequantize().numpy().ravel()
    flat = plain.weight.detach().numpy().ravel()
    for start in range(0, len(flat), _quantised.BLOCK):
        block = flat[start : start + _quantised.BLOCK].astype(np.float64)
        values = NF4 * np.abs(block).max()
        least = np.abs(block[:, None] - values[None]).min(axis=1)
        error = np.abs(ours[start : start + _quantised.BLOCK] - block)
        np.testing.assert_allclose(error, least, rtol=0, atol=2e-7)


@settings(max_examples=20, deadline=None)
@given(rows=st.integers(1, 40), width=st.integers(1, 150), seed=st.integers(0, 9))
def test_int8_rounds_each_row_to_127_steps(rows, width, seed):
    plain = linear(rows, width, seed)
    ours = _quantised.Quantised(plain, "int8").dequantize()
    step = plain.weight.detach().abs().amax(dim=1, keepdim=True) / 127
    assert ((ours - plain.weight).abs() <= step * 0.5001).all()
    assert torch.isfinite(ours).all()


@pytest.mark.parametrize("kind", ["int8", "nf4"])
@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16])
def test_a_product_and_its_gradient_are_those_of_the_unpacked_map(kind, dtype):
    packed = _quantised.Quantised(linear(37, 64), kind)
    plain = packed.plain()
    found = []
    for module in (packed, plain):
        inputs = torch.randn(2, 5, 64, generator=torch.Generator().manual_seed(1)).requires_grad_()
        with torch.autocast("cpu", dtype, enabled=dtype != torch.float32):
            outputs = module(inputs)
        outputs.float().square().sum().backward()
        found.append((outputs.detach(), inputs.grad))
    assert found[0][0].dtype == dtype
    assert torch.equal(found[0][0], found[1][0])
    tolerance = {"rtol": 1e-5, "atol": 1e-6} if dtype == torch.float32 else {"rtol": 2e-2, "atol": 2e-2}
    torch.testing.assert_close(found[0][1], found[1][1], **tolerance)


def built(checkpoint, **fields):
    config = decoder.Config.model_validate({"from": str(checkpoint), "adapter": "lora", "rank": 4, **fields})
    torch.manual_seed(1)
    return config, decoder.build(config, LanguageTokenizer.load(checkpoint).spec(64)).eval()


def trained(model):
    with torch.no_grad():
        for parameter in model.parameters():
            if parameter.requires_grad:
                parameter.add_(0.05 * torch.randn_like(parameter))
    return model


@pytest.mark.parametrize("kind", ["int8", "nf4"])
@pytest.mark.parametrize("adapter", ["lora", "dora"])
def test_what_is_saved_is_the_model_that_was_trained(language_base, tmp_path, kind, adapter):
    from transformers import AutoModelForCausalLM

    config, model = built(language_base, base=kind, adapter=adapter)
    assert model.is_quantised and set(weights_of(model)) == {n for n, p in model.named_parameters() if p.requires_grad}
    unpacked = copy.deepcopy(model)
    _quantised.dequantise(unpacked)
    torch.testing.assert_close(model(IDS), unpacked(IDS), rtol=1e-5, atol=1e-5)
    expected = trained(model)(IDS).detach()
    decoder.save(model, config, tmp_path)
    torch.testing.assert_close(decoder.open(tmp_path)(IDS), expected, rtol=1e-4, atol=1e-4)
    with torch.no_grad():
        whole = AutoModelForCausalLM.from_pretrained(tmp_path)(IDS).logits
    torch.testing.assert_close(whole, expected, rtol=1e-4, atol=1e-4)
    assert model.is_quantised  # saving leaves the model as it was
    assert not torch.allclose(expected, decoder.open(language_base)(IDS), atol=1e-3)


@pytest.mark.parametrize("kind", ["int8", "nf4"])
def test_the_base_is_packed_again_to_the_same_bits(language_base, kind):
    first, second = (dict(built(language_base, base=kind)[1].named_parameters()) for _ in range(2))
    assert first.keys() == second.keys()
    assert all(torch.equal(first[name], second[name]) for name in first)


def test_weights_take_the_bits_that_are_said(language_base):
    plain = built(language_base)[1]
    for kind, bits in _quantised.BITS.items():
        _, model = built(language_base, base=kind)
        maps = [module for module in model.modules() if isinstance(module, _quantised.Quantised)]
        assert len(maps) == 2 * 7
        held = 8 * sum(t.numel() * t.element_size() for module in maps for t in (module.weight, module.scale))
        weights = sum(module.in_features * module.out_features for module in maps)
        rows = sum(module.out_features for module in maps) if kind == "int8" else 0
        assert held == bits * weights + 32 * rows
        assert parameter_count(model) == parameter_count(plain)
        assert (Work.of(model).trained, Work.of(model).frozen) == (Work.of(plain).trained, Work.of(plain).frozen)


def test_adapters_learn_beside_it_as_beside_the_whole_base(language_base):
    last = {}
    for kind in (None, "int8", "nf4"):
        _, model = built(language_base, base=kind)
        optimizer = Optimizer(model.train(), Train())
        losses = []
        for _ in range(30):
            loss = torch.nn.functional.cross_entropy(model(IDS[:, :-1]).flatten(0, 1), IDS[:, 1:].flatten())
            loss.backward()
            optimizer.step(1e-2, None)
            losses.append(float(loss.detach()))
        assert losses[-1] < 0.95 * losses[0]
        last[kind] = losses[-1]
    assert last["int8"] == pytest.approx(last[None], rel=0.01)
    assert last["nf4"] == pytest.approx(last[None], rel=0.03)


@pytest.mark.parametrize("adapter", ["lora", "dora"])
def test_gpt2_is_quantised_adapted_and_merged_too(tmp_path, adapter):
    from transformers import GPT2Config, GPT2LMHeadModel

    torch.manual_seed(0)
    sizes = GPT2Config(vocab_size=300, n_embd=32, n_layer=1, n_head=2, n_positions=48, bos_token_id=0, eos_token_id=0)
    GPT2LMHeadModel(sizes).bfloat16().save_pretrained(tmp_path / "base")
    fields = {"from": str(tmp_path / "base"), "adapter": adapter, "rank": 4, "base": "nf4"}
    config = decoder.Config.model_validate(fields)
    model = trained(decoder.build(config, FeatureSpec(kind="tokens", width=300, max_length=48)).eval())
    assert {p.dtype for p in model.parameters()} == {torch.float32, torch.uint8}
    (tmp_path / "out").mkdir()
    decoder.save(model, config, tmp_path / "out")
    torch.testing.assert_close(decoder.open(tmp_path / "out")(IDS), model(IDS), rtol=1e-4, atol=1e-4)


def test_without_the_library_the_extra_is_named(language_base, monkeypatch):
    for name in [name for name in sys.modules if name.partition(".")[0] == "bitsandbytes"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "bitsandbytes", None)
    with pytest.raises(MissingExtra, match=r"model.base: nf4 needs.*modelyard\[quantised\]"):
        built(language_base, base="nf4")
    assert "kernels" not in sys.modules


def test_what_cannot_be_is_refused(language_base):
    with pytest.raises(ValidationError, match="base is an adapter's"):
        decoder.Config.model_validate({"from": "x", "base": "nf4"})
    with pytest.raises(ValidationError, match="int8"):
        decoder.Config.model_validate({"from": "x", "adapter": "lora", "base": "int4"})
    from modelyard.training.layout import check

    train = Train.model_validate({"parallel": {"shard": True}})
    with pytest.raises(RecipeError, match="does not deal out quantised weights"):
        check(train, built(language_base, base="int8")[1])
    assert _adapters.merged(built(language_base, base="int8")[1].network)
