import itertools
import re
import tracemalloc
import unicodedata

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.feature_extraction.text import TfidfVectorizer

from modelyard.core.errors import DataError
from modelyard.core.recipe import NgramConfig
from modelyard.data.features import grams, ngrams
from modelyard.data.features.ngrams import Ngrams

TEXTS = [
    "A fine film, a fine FILM indeed!",
    "It’s dull; dull as ditch-water... (2/10)",
    "很好看的电影，强烈推荐！iPhone 15 Pro 真不错",
    "ﬁne ﬁlm №1 Ａ　ｂｃ",
    "naïve café — résumé\tand\n\nnewlines   and   blanks",
    "",
    "   ",
    "x",
    "कमाल की फिल्म है",
    "東京タワー に いきました",
    "emoji 😀😀 and \x00 control \x1f characters",
]
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u312f\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff]+")


def normal(text):
    return unicodedata.normalize("NFKC", text).lower()


def words_of(text):
    """Word 1-2-grams and character 1-3-grams of unspaced runs, by plain loops."""
    text = normal(text)
    kinds = ["u" if is_unspaced(c) else "w" if is_word(c) else " " for c in text]
    runs = [(m.start(), m.end(), m.group()[0]) for m in re.finditer(r"w+|u+", "".join(kinds))]
    words = [text[start:end] for start, end, kind in runs if kind == "w"]
    found = words + [" ".join(pair) for pair in itertools.pairwise(words)]
    for start, end, kind in runs:
        if kind == "u":
            found += [text[i : i + n] for n in (1, 2, 3) for i in range(start, end - n + 1)]
    return found


def is_word(character):
    return character == "_" or unicodedata.category(character)[0] in "LNM"


def is_unspaced(character):
    return bool(_UNSPACED.fullmatch(character)) and is_word(character)


def compare(fitted, first, block, reference, texts):
    ours = np.zeros((len(texts), len(block.hashes)))
    encoded = fitted.encode(texts)
    for i in range(len(texts)):
        part = slice(encoded.indptr[i], encoded.indptr[i + 1])
        indices, values = encoded.indices[part] - first, encoded.values[part]
        inside = (indices >= 0) & (indices < len(block.hashes))
        ours[i, indices[inside]] = values[inside]
    theirs = np.asarray(reference.transform(texts).todense())
    spelled = {block.text(i): i for i in range(len(block.hashes))}
    order = []
    for term in reference.get_feature_names_out():
        key = term if term in spelled else next(k for k in spelled if " ".join(re.findall(r"[^\W]+", k)) == term)
        order.append(spelled[key])
    assert sorted(order) == list(range(len(block.hashes)))
    np.testing.assert_allclose(ours[:, order], theirs, atol=1e-6)


def test_words_equal_a_plain_count():
    fitted = Ngrams.fit(TEXTS, NgramConfig(character_ngrams=0))
    reference = TfidfVectorizer(analyzer=words_of, sublinear_tf=True).fit(TEXTS)
    theirs = np.asarray(reference.transform(TEXTS).todense())
    encoded = fitted.encode(TEXTS)
    assert encoded.width == theirs.shape[1]
    for i in range(len(TEXTS)):
        ours = np.sort(encoded.values[encoded.indptr[i] : encoded.indptr[i + 1]])
        np.testing.assert_allclose(ours, np.sort(theirs[i][theirs[i] > 0]), atol=1e-6)


def test_words_equal_scikit_learn():
    texts = [text for text in TEXTS if text.isascii()]
    fitted = Ngrams.fit(texts, NgramConfig(character_ngrams=0))
    reference = TfidfVectorizer(token_pattern=r"\w+", ngram_range=(1, 2), sublinear_tf=True).fit(texts)
    compare(fitted, 0, fitted.words, reference, texts)


def test_characters_equal_scikit_learn():
    fitted = Ngrams.fit(TEXTS, NgramConfig(character_ngrams=5))
    reference = TfidfVectorizer(
        analyzer="char_wb",
        ngram_range=(2, 5),
        sublinear_tf=True,
        preprocessor=lambda text: " ".join(normal(text).split()),
    ).fit(TEXTS)
    compare(fitted, len(fitted.words.hashes), fitted.characters, reference, TEXTS)


def test_frequent_features_are_kept_first():
    texts = ["a b c", "a b", "a"] * 400
    config = NgramConfig(max_words=2, character_ngrams=0)
    fitted = Ngrams.fit(texts, config)
    assert sorted(fitted.words.text(i) for i in range(2)) in (["a", "a b"], ["a", "b"])
    rare = Ngrams.fit(["common word", *["common"] * 1200], NgramConfig(character_ngrams=0, min_texts=2))
    assert [rare.text(i) for i in range(rare.spec.width)] == ["common"]


def test_a_corpus_in_pieces_gives_the_same(monkeypatch):
    texts = TEXTS * 5
    whole = Ngrams.fit(texts, NgramConfig())
    expected = whole.encode(texts)
    monkeypatch.setattr(ngrams, "_CHUNK", 50)
    pieces = Ngrams.fit(texts, NgramConfig())
    np.testing.assert_array_equal(pieces.words.hashes, whole.words.hashes)
    np.testing.assert_array_equal(pieces.characters.idf, whole.characters.idf)
    again = pieces.encode(texts)
    np.testing.assert_array_equal(again.indptr, expected.indptr)
    np.testing.assert_array_equal(again.values, expected.values)


def test_counting_forgets_only_what_one_text_holds(monkeypatch):
    monkeypatch.setattr(ngrams, "_CHUNK", 50)
    monkeypatch.setattr(ngrams, "_COUNTED", 10)
    fitted = Ngrams.fit(["every single time"] * 60 + ["once"], NgramConfig(character_ngrams=0))
    kept = {fitted.text(i) for i in range(fitted.spec.width)}
    assert {"every", "single", "time", "every single", "single time"} <= kept


def test_saved_is_loaded_and_plain(tmp_path):
    fitted = Ngrams.fit(TEXTS, NgramConfig())
    fitted.save(tmp_path)
    assert {path.suffix for path in tmp_path.iterdir()} == {".json", ".safetensors"}
    again = Ngrams.load(tmp_path)
    np.testing.assert_array_equal(again.encode(TEXTS).values, fitted.encode(TEXTS).values)
    assert [again.text(i) for i in range(20)] == [fitted.text(i) for i in range(20)]


@settings(max_examples=60, deadline=None)
@given(texts=st.lists(st.text(max_size=40), min_size=1, max_size=6))
def test_any_text_is_encoded_alone_as_among_others(texts):
    fitted = Ngrams.fit([*TEXTS, *texts], NgramConfig())
    together = fitted.encode(texts)
    for i, text in enumerate(texts):
        alone = fitted.encode([text])
        part = slice(together.indptr[i], together.indptr[i + 1])
        np.testing.assert_array_equal(alone.indices, together.indices[part])
        np.testing.assert_array_equal(alone.values, together.values[part])


def test_lone_surrogates_do_no_harm():
    fitted = Ngrams.fit(["a \ud800 b", "\udfff"], NgramConfig())
    assert len(fitted.encode(["\ud800", "a \ud800"])) == 2


def test_texts_without_words_are_refused():
    with pytest.raises(DataError, match="no word"):
        Ngrams.fit(["", "  "], NgramConfig())


def test_nothing_is_encoded_from_nothing():
    assert len(Ngrams.fit(TEXTS, NgramConfig()).encode([])) == 0


def test_hashes_do_not_collide():
    random = np.random.default_rng(0)
    words = {
        "".join(chr(97 + letter) for letter in random.integers(0, 4, length))
        for length in range(1, 12)
        for _ in range(4000)
    }
    stream = grams.read([" ".join(sorted(words))])
    hashes = next(grams.word_grams(stream, 1, 1)).hashes >> np.uint64(16)
    assert len(np.unique(hashes)) == len(words)


def test_memory_is_bounded():
    texts = [" ".join(f"word{(i * 37 + j) % 500}" for j in range(60)) for i in range(4000)]  # two chunks of characters
    fitted = Ngrams.fit(texts[:100], NgramConfig(character_ngrams=3))
    tracemalloc.start()
    fitted.encode(texts)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 350e6
