import numpy as np
import pytest
import torch

from modelyard.core.features import FeatureSpec
from modelyard.models import cnn

SPEC = FeatureSpec(kind="tokens", width=30, max_length=16)


def reference(model, tokens):
    """The formula on one text, without padding to others: windows that hold a token, zeros beyond the ends."""
    arrays = {name: value.numpy() for name, value in model.state_dict().items()}
    embedded = arrays["embedding.weight"][np.asarray(tokens, dtype=int)].reshape(len(tokens), -1)
    pooled = []
    for i, convolution in enumerate(model.filters):
        size = convolution.kernel_size[0]
        edge = np.zeros((size - 1, embedded.shape[1]))
        padded = np.concatenate([edge, embedded, edge])
        windows = [padded[start : start + size] for start in range(len(tokens) + size - 1)]
        responses = [np.einsum("odk,kd->o", arrays[f"filters.{i}.weight"], window) for window in windows]
        responses = [np.maximum(response + arrays[f"filters.{i}.bias"], 0) for response in responses]
        pooled.append(np.max([*responses, np.zeros(convolution.out_channels)], axis=0))
    return arrays["classifier.weight"] @ np.concatenate(pooled) + arrays["classifier.bias"]


@pytest.mark.parametrize("sizes", [(1,), (2, 3), (3, 4, 5)])
def test_forward_is_the_formula_whatever_the_padding(sizes):
    torch.manual_seed(0)
    model = cnn.build(cnn.Config(embedding=4, filters=6, sizes=sizes), SPEC, 3).double().eval()
    lengths = [9, 1, 2, 5]
    texts = [torch.randint(1, 30, (n,)) for n in lengths]
    for width in (9, 14):
        ids, mask = torch.full((4, width), 3), torch.zeros(4, width, dtype=torch.long)
        for i, text in enumerate(texts):
            ids[i, : len(text)], mask[i, : len(text)] = text, 1
        with torch.no_grad():
            got = model(ids, mask).numpy()
        np.testing.assert_allclose(got, [reference(model, text.tolist()) for text in texts], atol=1e-12)


def test_a_text_without_tokens_has_one_answer():
    model = cnn.build(cnn.Config(embedding=4, filters=6), SPEC, 2).eval()
    none = [torch.zeros(1, width, dtype=torch.long) for width in (1, 4)]
    with torch.no_grad():
        torch.testing.assert_close(model(none[0], none[0]), model(none[1], none[1]))


def test_save_and_open_agree(tmp_path):
    config = cnn.Config(embedding=4, filters=6, sizes=(2, 3))
    model = cnn.build(config, SPEC, 2).eval()
    cnn.save(model, config, tmp_path)
    ids = torch.randint(1, 30, (3, 8))
    assert torch.equal(cnn.open(tmp_path, SPEC, 2)(ids, torch.ones_like(ids)), model(ids, torch.ones_like(ids)))
