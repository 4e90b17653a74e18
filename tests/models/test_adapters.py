"""Adapters: nothing changes before training, only they train and are saved; merged they are one model."""

import shutil
import warnings

import pytest
import torch
from pydantic import ValidationError

from modelyard.core.errors import RecipeError
from modelyard.core.features import FeatureSpec
from modelyard.data.features.language import LanguageTokenizer
from modelyard.models import decoder
from modelyard.tasks._conversations import context_of
from modelyard.training.checkpoint import load_weights, weights_of

IDS = torch.arange(24).reshape(2, 12) * 7 % 200


def built(base, **fields):
    config = decoder.Config.model_validate({"from": str(base), **fields})
    torch.manual_seed(1)
    return config, decoder.build(config, LanguageTokenizer.load(base).spec(64)).eval()


def trained(model):
    with torch.no_grad():
        for parameter in model.parameters():
            if parameter.requires_grad:
                parameter.add_(0.05 * torch.randn_like(parameter))
    return model


@pytest.mark.parametrize("kind", ["lora", "dora"])
def test_an_untrained_adapter_changes_nothing(language_base, kind):
    plain = decoder.open(language_base)
    _, model = built(language_base, adapter=kind, rank=4)
    # DoRA divides by norms that it has just measured.
    torch.testing.assert_close(model(IDS), plain(IDS), rtol=1e-5, atol=1e-5)


@pytest.mark.parametrize("kind", ["lora", "dora"])
def test_only_adapters_train_and_are_saved(language_base, kind):
    _, model = built(language_base, adapter=kind, rank=4, targets=["q_proj", "down_proj"])
    names = {name for name, parameter in model.named_parameters() if parameter.requires_grad}
    assert names and all("lora_" in name and ("q_proj" in name or "down_proj" in name) for name in names)
    assert set(weights_of(model)) == names
    frozen = {name: p.clone() for name, p in model.named_parameters() if name not in names}
    total = model.train()(IDS).logsumexp(-1).sum()
    total.backward()
    assert all((p.grad is not None) == (name in names) for name, p in model.named_parameters())
    saved = {name: tensor.clone() for name, tensor in weights_of(model).items()}
    trained(model)
    load_weights(model, saved)
    assert all(torch.equal(weights_of(model)[name], saved[name]) for name in names)
    assert all(torch.equal(p, frozen[name]) for name, p in model.named_parameters() if name in frozen)


@pytest.mark.parametrize("kind", ["lora", "dora"])
def test_what_is_saved_is_one_model_and_the_adapter_alone(language_base, tmp_path, kind):
    from peft import PeftModel
    from transformers import AutoModelForCausalLM

    config, model = built(language_base, adapter=kind, rank=4, alpha=6)
    expected = trained(model)(IDS).detach()
    directory = tmp_path / "merged"
    directory.mkdir()
    decoder.save(model, config, directory)
    torch.testing.assert_close(decoder.open(directory)(IDS), expected, rtol=1e-4, atol=1e-4)
    torch.testing.assert_close(model(IDS), expected, rtol=0, atol=0)  # saving leaves the model as it was
    with torch.no_grad():
        whole = AutoModelForCausalLM.from_pretrained(directory)(IDS).logits
        torch.testing.assert_close(whole, expected, rtol=1e-4, atol=1e-4)
        alone = tmp_path / "alone"
        alone.mkdir()
        shutil.copy(directory / "adapter.json", alone / "adapter_config.json")
        shutil.copy(directory / "adapter.safetensors", alone / "adapter_model.safetensors")
        with warnings.catch_warnings():
            warnings.simplefilter("error", UserWarning)  # peft warns of weights that it misses
            warnings.simplefilter("ignore", FutureWarning)
            adapted = PeftModel.from_pretrained(AutoModelForCausalLM.from_pretrained(language_base), alone)
        torch.testing.assert_close(adapted(IDS).logits, expected, rtol=1e-4, atol=1e-4)


def test_packed_conversations_are_apart_with_adapters_too(language_base):
    _, model = built(language_base, adapter="lora", rank=4)
    trained(model)
    alone = torch.cat([model(IDS[:1, :5]), model(IDS[:1, 5:])], dim=1)
    positions = torch.cat([torch.arange(5), torch.arange(7)])[None]
    segments = torch.tensor([[0] * 5 + [1] * 7])
    torch.testing.assert_close(model(IDS[:1], positions, segments), alone, rtol=1e-4, atol=1e-4)


def test_wrong_targets_name_what_there_is(language_base):
    with pytest.raises(RecipeError, match=r"model.targets.*It has .*q_proj"):
        built(language_base, adapter="lora", targets=["query"])


@pytest.mark.parametrize(
    ("fields", "said"),
    [({"adapter": "lora"}, "needs the model"), ({"from": "x", "rank": 3}, "rank is an adapter's")],
)
def test_fields_that_do_not_fit_are_refused(fields, said):
    with pytest.raises(ValidationError, match=said):
        decoder.Config.model_validate(fields)


def test_gpt2_is_adapted_and_merged_too(tmp_path):
    from transformers import GPT2Config, GPT2LMHeadModel

    torch.manual_seed(0)
    sizes = GPT2Config(vocab_size=300, n_embd=32, n_layer=1, n_head=2, n_positions=48, bos_token_id=0, eos_token_id=0)
    GPT2LMHeadModel(sizes).save_pretrained(tmp_path / "base")
    config = decoder.Config.model_validate({"from": str(tmp_path / "base"), "adapter": "lora", "rank": 4})
    assert context_of(config) == 48
    spec = FeatureSpec(kind="tokens", width=300, max_length=48, stop_ids=(3, 0))
    model = trained(decoder.build(config, spec).eval())
    (tmp_path / "out").mkdir()
    decoder.save(model, config, tmp_path / "out")
    again = decoder.open(tmp_path / "out")
    torch.testing.assert_close(again(IDS), model(IDS), rtol=1e-4, atol=1e-4)
    assert again.network.generation_config.eos_token_id == [3, 0]
