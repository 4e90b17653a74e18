"""BERT, RoBERTa, GPT-2 and T5 as starting points: what each of them can do, the same as `transformers` does it."""

import pytest
import torch

from modelyard.core.errors import RecipeError
from modelyard.core.features import FeatureSpec
from modelyard.models import decoder, encoder

PAD, MASK, VOCABULARY = 1, 4, 120
SPEC = FeatureSpec(kind="tokens", width=VOCABULARY, max_length=24, pad_id=PAD)
SIZES = {"hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 2, "intermediate_size": 64}


def network(name, purpose):
    import transformers as library

    torch.manual_seed(0)
    if name in ("bert", "roberta"):
        kind = {"bert": "Bert", "roberta": "Roberta"}[name]
        sizes = {**SIZES, "max_position_embeddings": 40, "pad_token_id": PAD}
        config = getattr(library, f"{kind}Config")(vocab_size=VOCABULARY, **sizes)
        found = getattr(library, f"{kind}For{purpose}")(config)
    elif name == "gpt2":
        sizes = {"n_embd": 32, "n_layer": 2, "n_head": 2, "n_positions": 40, "bos_token_id": 0, "eos_token_id": 0}
        found = library.GPT2LMHeadModel(library.GPT2Config(vocab_size=VOCABULARY, **sizes))
    else:
        sizes = {"d_model": 32, "d_kv": 16, "d_ff": 64, "num_layers": 2, "num_heads": 2, "pad_token_id": PAD}
        config = library.T5Config(vocab_size=VOCABULARY, eos_token_id=2, decoder_start_token_id=PAD, **sizes)
        found = library.T5ForConditionalGeneration(config)
    with torch.no_grad():
        for parameter in found.parameters():
            if parameter.ndim == 1:
                parameter.add_(0.1 * torch.randn_like(parameter))  # biases and norms are not as they begin
    return found.eval()


@pytest.fixture
def checkpoint(tmp_path):
    def make(name, purpose="MaskedLM"):
        network(name, purpose).save_pretrained(tmp_path / name)
        return str(tmp_path / name)

    return make


def texts(end=2):
    """Three texts of unlike lengths, each ended by the end token, padded on the right."""
    lengths = (10, 4, 7)
    torch.manual_seed(3)
    ids = torch.full((3, 10), PAD)
    mask = torch.zeros(3, 10, dtype=torch.int64)
    for row, length in enumerate(lengths):
        ids[row, :length] = torch.randint(5, VOCABULARY, (length,))
        ids[row, length - 1] = end
        mask[row, :length] = 1
    return ids, mask, lengths


@pytest.mark.parametrize("name", ["bert", "roberta", "gpt2", "t5"])
def test_classifies_as_transformers_does(checkpoint, tmp_path, name):
    from transformers import AutoModelForSequenceClassification

    config = encoder.Config.model_validate({"from": checkpoint(name), "max_length": 24})
    model = encoder.build(config, SPEC, 3).eval()
    ids, mask, lengths = texts()
    with torch.no_grad():
        ours = model(ids, mask)
        for row, length in enumerate(lengths):  # padding and neighbours change nothing
            alone = model(ids[row : row + 1, :length], mask[row : row + 1, :length])
            torch.testing.assert_close(alone, ours[row : row + 1], rtol=1e-5, atol=1e-5)
        (tmp_path / "saved").mkdir()
        encoder.save(model, config, tmp_path / "saved")
        theirs = AutoModelForSequenceClassification.from_pretrained(tmp_path / "saved").eval()
        torch.testing.assert_close(ours, theirs(ids, attention_mask=mask).logits, rtol=1e-5, atol=1e-5)
        again = encoder.open(tmp_path / "saved", SPEC, 3)
        torch.testing.assert_close(again(ids, mask), ours, rtol=1e-5, atol=1e-5)


def test_a_text_that_names_t5s_end_token_is_read_too(checkpoint):
    config = encoder.Config.model_validate({"from": checkpoint("t5"), "max_length": 24})
    model = encoder.build(config, SPEC, 3).eval()
    ids, mask, _ = texts()
    ids[0, 3] = 2
    with torch.no_grad():
        assert torch.isfinite(model(ids, mask)).all()


@pytest.mark.parametrize("name", ["bert", "roberta"])
def test_fills_in_tokens_as_transformers_does_and_becomes_a_classifier(checkpoint, tmp_path, name):
    from transformers import AutoModelForMaskedLM

    spec = FeatureSpec(kind="tokens", width=VOCABULARY, max_length=24, pad_id=PAD, mask_id=MASK)
    config = encoder.Config.model_validate({"from": checkpoint(name), "max_length": 24})
    model = encoder.build(config, spec, 0).eval()
    ids, mask, _ = texts()
    theirs = network(name, "MaskedLM")
    with torch.no_grad():
        seen = mask.bool()
        expected = theirs(ids, attention_mask=mask).logits
        torch.testing.assert_close(model(ids, mask)[seen], expected[seen], rtol=1e-4, atol=1e-4)
        apart = torch.cat([model(ids[:1, :6], mask[:1, :6]), model(ids[:1, 6:], mask[:1, 6:])], dim=1)
        segments = torch.tensor([[0] * 6 + [1] * 4])
        packed = model.hidden(ids[:1], mask[:1], segments) @ model.head.t()
        torch.testing.assert_close(
            packed[:, :6], apart[:, :6], rtol=1e-4, atol=1e-4
        )  # positions go on, so not after it
    loss = model.hidden(ids, mask)[mask.bool()] @ model.head.t()
    loss.logsumexp(1).sum().backward()
    missing = [name for name, p in model.named_parameters() if p.grad is None]
    assert not [name for name in missing if "pooler" not in name]
    (tmp_path / "saved").mkdir()
    encoder.save(model, config, tmp_path / "saved")
    again = AutoModelForMaskedLM.from_pretrained(tmp_path / "saved").eval()
    with torch.no_grad():
        torch.testing.assert_close(again(ids, attention_mask=mask).logits[seen], expected[seen], rtol=1e-4, atol=1e-4)
        torch.testing.assert_close(
            encoder.open(tmp_path / "saved", spec, 0)(ids, mask)[seen], expected[seen], rtol=1e-4, atol=1e-4
        )
    onward = encoder.Config.model_validate({"from": str(tmp_path / "saved"), "max_length": 24})
    assert encoder.build(onward, SPEC, 2).eval()(ids, mask).shape == (3, 2)


def test_gpt2_continues_texts(checkpoint):
    config = decoder.Config.model_validate({"from": checkpoint("gpt2"), "max_length": 24})
    ids, _, _ = texts()
    with torch.no_grad():
        ours = decoder.build(config, SPEC).eval()(ids)
        torch.testing.assert_close(ours, network("gpt2", "")(ids).logits, rtol=1e-4, atol=1e-4)


@pytest.mark.parametrize(
    ("name", "said"), [("bert", "reads from both sides"), ("t5", "the t5 definition has no CausalLM")]
)
def test_what_cannot_continue_a_text_is_refused(checkpoint, name, said):
    config = decoder.Config.model_validate({"from": checkpoint(name), "max_length": 24})
    with pytest.raises(RecipeError, match=said):
        decoder.build(config, SPEC)


@pytest.mark.parametrize("name", ["gpt2", "t5"])
def test_what_fills_in_no_tokens_is_refused(checkpoint, name):
    spec = FeatureSpec(kind="tokens", width=VOCABULARY, max_length=24, pad_id=PAD, mask_id=MASK)
    with pytest.raises(RecipeError, match="masked training starts from BERT"):
        encoder.build(encoder.Config.model_validate({"from": checkpoint(name), "max_length": 24}), spec, 0)


@pytest.mark.parametrize("name", ["gpt2", "t5"])
def test_the_classifier_leaves_torch_behind(checkpoint, tmp_path, name):
    import numpy as np
    import onnxruntime

    from modelyard.export.onnx import export_onnx

    model = encoder.build(encoder.Config.model_validate({"from": checkpoint(name), "max_length": 24}), SPEC, 3).eval()
    export_onnx(model, SPEC, tmp_path / "model.onnx")
    session = onnxruntime.InferenceSession(tmp_path / "model.onnx")
    for rows in (1, 3):
        ids, mask, _ = texts()
        ids, mask = ids[:rows], mask[:rows]
        (ours,) = session.run(["outputs"], {"input_ids": ids.numpy(), "attention_mask": mask.numpy()})
        with torch.no_grad():
            np.testing.assert_allclose(ours, model(ids, mask).numpy(), rtol=1e-4, atol=1e-4)
