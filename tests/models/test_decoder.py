import json
import os

import pytest
import torch
from pydantic import ValidationError
from transformers import (
    AutoModelForCausalLM,
    GemmaConfig,
    GemmaForCausalLM,
    GPT2Config,
    GPT2LMHeadModel,
    GraniteConfig,
    GraniteForCausalLM,
    LlamaConfig,
    LlamaForCausalLM,
    MistralConfig,
    MistralForCausalLM,
    Qwen3Config,
    Qwen3ForCausalLM,
)

from modelyard.core.errors import ArtifactError, RecipeError
from modelyard.core.features import FeatureSpec
from modelyard.models import _likelihood, decoder
from modelyard.models._decoder import Decoder
from modelyard.models._decoder_attention import fastest_attention
from modelyard.models._linear_cross_entropy import linear_cross_entropy, token_losses

SPEC = FeatureSpec(kind="tokens", width=90, max_length=300, pad_id=1, end_id=0)
SHAPE = {
    "vocab_size": 90,
    "hidden_size": 32,
    "intermediate_size": 80,
    "num_hidden_layers": 2,
    "num_attention_heads": 4,
    "num_key_value_heads": 2,
    "max_position_embeddings": 512,
    "initializer_range": 0.15,
    "bos_token_id": 0,
    "eos_token_id": 0,
    "pad_token_id": 1,
}
LLAMA3 = {
    "rope_type": "llama3",
    "rope_theta": 10000.0,
    "factor": 8.0,
    "low_freq_factor": 1.0,
    "high_freq_factor": 4.0,
    "original_max_position_embeddings": 64,
}
NETWORKS = {
    "llama": lambda: LlamaForCausalLM(LlamaConfig(**SHAPE)),
    "llama tied, biased, llama3 positions": lambda: LlamaForCausalLM(
        LlamaConfig(**SHAPE, tie_word_embeddings=True, attention_bias=True, mlp_bias=True, rope_parameters=LLAMA3)
    ),
    "qwen3": lambda: Qwen3ForCausalLM(Qwen3Config(**SHAPE, head_dim=16)),
    "gpt2": lambda: GPT2LMHeadModel(
        GPT2Config(vocab_size=90, n_embd=32, n_layer=2, n_head=4, n_positions=512, initializer_range=0.15)
    ),
    "mistral": lambda: MistralForCausalLM(MistralConfig(**SHAPE, sliding_window=None)),
}


def network(name):
    torch.manual_seed(0)
    built = NETWORKS[name]()
    with torch.no_grad():  # biases and norms away from their start
        for parameter in built.parameters():
            if parameter.ndim == 1:
                parameter.add_(0.1 * torch.randn_like(parameter))
    return built.eval()


def tokens(rows, length, seed=0):
    return torch.randint(2, 90, (rows, length), generator=torch.Generator().manual_seed(seed))


@pytest.mark.parametrize("attention", ["eager", "sdpa"])
@pytest.mark.parametrize("name", NETWORKS)
def test_logits_are_those_of_transformers(name, attention):
    model = network(name)
    ids = tokens(2, 290)  # three blocks of queries, the last one short
    with torch.no_grad():
        expected = model(input_ids=ids).logits
        logits = Decoder(model, attention=attention)(ids)
    # Logits reach about 5; float32 sums in another order: 3e-6 was the largest difference seen.
    torch.testing.assert_close(logits, expected, atol=2e-5, rtol=0)


@pytest.mark.parametrize("attention", ["eager", "sdpa"])
@pytest.mark.parametrize("name", NETWORKS)
def test_packed_documents_lose_what_they_lose_alone(name, attention):
    model = Decoder(network(name).double(), attention=attention)
    lengths = (7, 140, 1, 52)
    ids = tokens(1, sum(lengths))
    positions = torch.cat([torch.arange(length) for length in lengths])[None]
    segments = torch.repeat_interleave(torch.arange(4), torch.tensor(lengths))[None]
    targets = tokens(1, sum(lengths), seed=1)
    with torch.no_grad():
        packed = token_losses(model.hidden(ids, positions, segments)[0], model.head, targets[0])
        alone = torch.cat(
            [
                token_losses(model.hidden(one)[0], model.head, target[0])
                for one, target in zip(ids.split(lengths, 1), targets.split(lengths, 1), strict=True)
            ]
        )
    torch.testing.assert_close(packed, alone, atol=1e-6 if name == "gpt2" else 1e-12, rtol=0)


@pytest.mark.parametrize("name", ["llama tied, biased, llama3 positions", "qwen3"])
@pytest.mark.parametrize("packed", [False, True])
def test_gradients_are_those_of_transformers(name, packed):
    model = network(name).double().train()
    ours = Decoder(model)
    ids, targets = tokens(2, 150), tokens(2, 150, seed=1)
    positions = segments = mask = None
    if packed:
        segments = (torch.arange(150) > 60).long().expand(2, -1)
        positions = (torch.arange(150) - 61 * segments).expand(2, -1)
        mask = (segments[:, None, :, None] == segments[:, None, None, :]).tril()
        mask = torch.zeros(mask.shape, dtype=torch.float64).masked_fill(~mask, torch.finfo(torch.float64).min)
    model(input_ids=ids, position_ids=positions, attention_mask=mask).logits.flatten(0, 1).log_softmax(-1)[
        torch.arange(300), targets.flatten()
    ].neg().sum().backward()
    expected = {key: parameter.grad.clone() for key, parameter in model.named_parameters()}
    for checkpointing in (False, True):
        model.zero_grad()
        ours.checkpointing = checkpointing
        hidden = ours.hidden(ids, positions, segments).flatten(0, 1)
        linear_cross_entropy(hidden, ours.head, targets.flatten(), chunk_tokens=64)[0].backward()
        for key, parameter in model.named_parameters():
            # transformers takes its norms and softmax in float32 also where the model is float64.
            torch.testing.assert_close(parameter.grad, expected[key], atol=2e-4, rtol=1e-5, msg=key)


@pytest.mark.parametrize("options", [{}, {"qk_norm": True, "kv_heads": 2, "tied": False}])
def test_an_artifact_opens_in_transformers(tmp_path, options):
    torch.manual_seed(0)
    config = decoder.Config(layers=2, width=32, heads=4, **options)
    model = decoder.build(config, SPEC).eval()
    assert sum(p.numel() for p in model.parameters()) == decoder.parameters(
        config.sizes, 90, tied=config.tied is not False, qk_norm=bool(config.qk_norm)
    )
    decoder.save(model, config, tmp_path)
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["config.json", "generation_config.json", "model.safetensors"]
    ids = tokens(2, 300)
    theirs = AutoModelForCausalLM.from_pretrained(tmp_path).eval()
    assert theirs.config.eos_token_id == theirs.config.bos_token_id == 0
    with torch.no_grad():
        expected = model(ids)
        torch.testing.assert_close(theirs(input_ids=ids).logits, expected, atol=5e-6, rtol=0)
        torch.testing.assert_close(decoder.open(tmp_path, SPEC)(ids), expected, atol=0, rtol=0)
    again = decoder.build(decoder.Config(**{"from": str(tmp_path)}), SPEC).eval()
    with torch.no_grad():
        torch.testing.assert_close(again(ids), expected, atol=0, rtol=0)


def test_a_checkpoint_of_another_definition(tmp_path):
    network("gpt2").save_pretrained(tmp_path)
    model = decoder.build(decoder.Config(**{"from": str(tmp_path)}), SPEC)
    hidden = model.train().hidden(tokens(2, 20))
    linear_cross_entropy(hidden.flatten(0, 1), model.head, tokens(2, 20).flatten())[0].backward()
    assert all(p.grad is not None for p in model.parameters())


def test_a_definition_that_changes_its_logits_is_refused(tmp_path):
    torch.manual_seed(0)
    GraniteForCausalLM(GraniteConfig(**SHAPE, logits_scaling=3.0)).save_pretrained(tmp_path)
    with pytest.raises(RecipeError, match="changes its logits"):
        decoder.build(decoder.Config(**{"from": str(tmp_path)}), SPEC)


def test_a_definition_that_scales_its_embeddings_goes_by_its_own_forward(tmp_path):
    torch.manual_seed(0)
    model = GemmaForCausalLM(GemmaConfig(**SHAPE, head_dim=8)).eval()
    model.save_pretrained(tmp_path)
    ours = decoder.build(decoder.Config(**{"from": str(tmp_path)}), SPEC)
    ids = tokens(1, 20)
    with torch.no_grad():
        torch.testing.assert_close(ours(ids), model(input_ids=ids).logits, atol=1e-5, rtol=0)


def test_what_a_checkpoint_must_hold(tmp_path):
    network("llama").save_pretrained(tmp_path)
    config = decoder.Config(**{"from": str(tmp_path)})
    with pytest.raises(RecipeError, match=r"model\.max_length.* at most 512"):
        decoder.build(config, FeatureSpec(kind="tokens", width=90, max_length=513))
    with pytest.raises(RecipeError, match="has 91 tokens"):
        decoder.build(config, FeatureSpec(kind="tokens", width=91, max_length=64))
    settings = json.loads((tmp_path / "config.json").read_text())
    (tmp_path / "config.json").write_text(json.dumps({**settings, "num_hidden_layers": 3}))
    with pytest.raises(RecipeError, match="weights lack"):
        decoder.build(config, SPEC)
    with pytest.raises(ArtifactError, match="weights lack"):
        decoder.open(tmp_path)
    (tmp_path / "config.json").write_text(json.dumps({**settings, "auto_map": {"AutoModelForCausalLM": "evil.Model"}}))
    with pytest.raises(ArtifactError, match="auto_map"):
        decoder.open(tmp_path)
    (tmp_path / "model.safetensors").rename(tmp_path / "pytorch_model.bin")
    with pytest.raises(RecipeError, match="safetensors"):
        decoder.build(config, SPEC)


def test_dropout_acts_in_training_only():
    torch.manual_seed(0)
    model = decoder.build(decoder.Config(layers=1, width=32, heads=2, dropout=0.5), SPEC)
    ids = tokens(1, 30)
    with torch.no_grad():
        assert not torch.equal(model.train()(ids), model(ids))
        torch.testing.assert_close(model.eval()(ids), model(ids), atol=0, rtol=0)
        torch.testing.assert_close(model(ids), model.network(input_ids=ids).logits, atol=1e-5, rtol=0)


def test_an_adapter_is_not_passed_over():
    model = Decoder(network("llama"))
    ids = tokens(1, 20)

    class Doubled(torch.nn.Linear):
        def forward(self, inputs):
            return 2 * super().forward(inputs)

    for layer in model.network.model.layers:
        for owner, names in ((layer.self_attn, ("q_proj", "o_proj")), (layer.mlp, ("up_proj", "down_proj"))):
            for name in names:
                getattr(owner, name).__class__ = Doubled
    with torch.no_grad():
        torch.testing.assert_close(model(ids), model.network(input_ids=ids).logits, atol=2e-5, rtol=0)


def test_bfloat16_compute_stays_near():
    model = Decoder(network("qwen3"))
    ids = tokens(2, 200)
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        assert model.hidden(ids).dtype == torch.bfloat16
        logits = model(ids)
        theirs = model.network(input_ids=ids).logits
    exact = model(ids)
    assert logits.dtype == torch.float32
    # transformers' own forward under autocast rounds as much: compare with it, not with a number.
    ours, other = (logits - exact).square().mean().sqrt(), (theirs.float() - exact).square().mean().sqrt()
    assert ours < 1.5 * other


def test_configs():
    assert decoder.Config().sizes == {"layers": 6, "width": 384, "heads": 6, "kv_heads": 6, "inner": 1024}
    assert not decoder.Config().is_sized and decoder.Config(preset="tiny").is_sized
    assert decoder.Config(width=512).sizes["heads"] == 8
    assert decoder.Config(vocabulary="characters").vocabulary == "characters"
    for options, field in (
        ({"vocabulary": 20}, "vocabulary"),
        ({"width": 100, "heads": 3}, "width"),
        ({"heads": 6, "kv_heads": 4}, "kv_heads"),
        ({"from": "x", "layers": 2}, "layers"),
        ({"preset": "huge"}, "preset"),
    ):
        with pytest.raises(ValidationError, match=field):
            decoder.Config.model_validate(options)


@pytest.mark.skipif(os.environ.get("MODELYARD_SLOW") != "1", reason="compiles for a minute; MODELYARD_SLOW=1 runs it")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # Dynamo calls what PyTorch itself gives up
def test_the_training_pass_compiles_as_one_graph():
    model = Decoder(network("qwen3")).train()
    ids, targets = tokens(2, 150), tokens(2, 150, seed=1)
    segments = (torch.arange(150) > 60).long().expand(2, -1)

    def loss():
        hidden = model.hidden(ids, None, segments)
        return linear_cross_entropy(hidden.flatten(0, 1), model.head, targets.flatten())[0]

    expected = loss()
    expected.backward()
    gradients = {key: parameter.grad.clone() for key, parameter in model.named_parameters()}
    model.zero_grad()
    compiled = torch.compile(loss, fullgraph=True)()
    compiled.backward()
    torch.testing.assert_close(compiled, expected, rtol=1e-5, atol=0)
    for key, parameter in model.named_parameters():
        torch.testing.assert_close(parameter.grad, gradients[key], rtol=1e-3, atol=1e-2, msg=key)


def test_the_faster_attention_is_measured():
    config = network("llama").config
    assert fastest_attention(config, 2, 64, torch.float32, torch.device("cpu")) in ("eager", "sdpa")
    assert fastest_attention(config, 512, 65_536, torch.float32, torch.device("cpu")) == "sdpa"


@pytest.mark.parametrize("qk_norm", [False, True])
def test_gradients_agree_with_differences(qk_norm):
    torch.manual_seed(3)
    options = {"layers": 2, "width": 8, "heads": 4, "kv_heads": 2, "inner": 6, "qk_norm": qk_norm}
    spec = FeatureSpec(kind="tokens", width=11, max_length=8, pad_id=0)
    model = decoder.build(decoder.Config(**options), spec).double().train()
    with torch.no_grad():  # away from the start, where many gradients are tiny
        for parameter in model.parameters():
            parameter.add_(0.3 * torch.randn_like(parameter))
    # Not the padding token: its embedding gets no gradient from where it is read (nor in transformers).
    ids, targets = torch.randint(1, 11, (2, 5)), torch.randint(0, 11, (10,))
    segments, positions = (
        torch.tensor([[0, 0, 1, 1, 1], [0, 0, 0, 0, 1]]),
        torch.tensor([[0, 1, 0, 1, 2], [0, 1, 2, 3, 0]]),
    )

    def loss():
        hidden = model.hidden(ids, positions, segments).flatten(0, 1)
        return linear_cross_entropy(hidden, model.head, targets, chunk_tokens=4, z_loss=0.01)[0] / 10

    loss().backward()
    worst = 0.0
    with torch.no_grad():
        for parameter in model.parameters():
            flat, gradient = parameter.view(-1), parameter.grad.view(-1)
            for i in range(0, len(flat), 3):
                before = flat[i].item()
                flat[i] = before + 1e-6
                above = loss().item()
                flat[i] = before - 1e-6
                difference = (above - loss().item()) / 2e-6
                flat[i] = before
                worst = max(worst, abs(difference - gradient[i].item()))
    assert worst < 2e-7, worst


def test_a_likelihood_holds_few_logits_of_a_large_vocabulary(monkeypatch):
    """In pieces of 64 tokens as at once: log-likelihoods by PyTorch's own cross entropy, and no larger piece."""
    torch.manual_seed(0)
    model = network("llama")
    ours = Decoder(model).eval()
    ids = tokens(5, 60)
    sizes = []
    whole = torch.Tensor.logsumexp
    monkeypatch.setattr(
        torch.Tensor, "logsumexp", lambda self, **which: sizes.append(len(self)) or whole(self, **which)
    )
    monkeypatch.setattr(_likelihood, "LOGIT_BYTES", 4 * 90 * 70)
    with torch.no_grad():
        found = _likelihood.likelihood(ours, ids, torch.ones_like(ids))
        logits = model(ids).logits[:, :-1]
    expected = torch.nn.functional.cross_entropy(logits.transpose(1, 2), ids[:, 1:], reduction="none").sum(1)
    assert max(sizes) == 70 and sum(sizes) == 5 * 59
    torch.testing.assert_close(found[:, 0], expected.double(), rtol=1e-5, atol=1e-4)
