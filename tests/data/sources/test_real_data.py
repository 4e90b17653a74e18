"""The public data sets: rows as their READMEs state, no malformed row, the dialect of each."""

import os
from pathlib import Path

import pytest

from modelyard.core.errors import DataError

ROOT = os.environ.get("MODELYARD_DATA")
pytestmark = pytest.mark.skipif(not ROOT, reason="MODELYARD_DATA does not name a folder with the public data sets")

COUNTS = {
    "adult_census/train.csv": 32_561,
    "adult_census/test.csv": 16_281,
    "ag_news/test.csv": 7_600,
    "ag_news/train_sample_5000.csv": 5_000,
    "bbc_news_summary/bbc_news.parquet": 2_225,
    "california_housing/housing.csv": 20_640,
    "chnsenticorp_htl/ChnSentiCorp_htl_all.csv": 7_766,
    "compas/compas-scores-two-years.csv": 7_214,
    "elec2/elec.csv": 45_312,
    "fashion_mnist_10k/*.parquet": 10_000,
    "flickr8k_captions/captions.parquet": 40_460,
    "fsdd/metadata.csv": 3_000,
    "german_credit/german_credit.csv": 1_000,
    "imdb_25k/*.parquet": 25_000,
    "movielens_latest_small_2016/ratings.csv": 100_004,
    "movielens_latest_small_2016/movies.csv": 9_125,
    "movielens_latest_small_2016/tags.csv": 1_296,
    "rotten_tomatoes/rt_polarity.csv": 10_662,
    "sms_spam/sms_spam.tsv": 5_574,
    "sst2/train.tsv": 6_920,
    "sst2/dev.tsv": 872,
    "sst2/test.tsv": 1_821,
    "titanic/train.csv": 891,
    "titanic/test.csv": 418,
    "toutiao_news_titles/train.csv": 5_000,
    "trec/train.csv": 5_452,
    "trec/test.csv": 500,
    "waimai_10k/waimai_10k.csv": 11_987,
    "mnist/t10k-images-idx3-ubyte.gz": 10_000,
}


@pytest.mark.parametrize("name", COUNTS)
def test_rows_are_as_stated(read, name):
    found = read(Path(str(ROOT)) / name)
    assert (len(found.places), found.bad) == (COUNTS[name], [])


@pytest.mark.parametrize("name", ["xquad_en_zh/xquad.zh.json", "cmrc2018_trial/cmrc2018_trial.json"])
def test_questions_within_articles_are_refused_by_name(read, name):
    with pytest.raises(DataError, match="SQuAD's format"):
        read(Path(str(ROOT)) / name)


def test_what_is_odd_about_them(read):
    root = Path(str(ROOT))
    adult = read(root / "adult_census/train.csv")
    assert sum(any(row[i] is None for row in adult.rows.values()) for i in range(32_561)) == 2_399
    assert set(adult.rows["income"]) == {"<=50K", ">50K"}
    spam = read(root / "sms_spam/sms_spam.tsv")
    assert [spam.rows["label"].count(label) for label in ("ham", "spam")] == [4_827, 747]
    titles = read(root / "toutiao_news_titles/train.csv")
    assert titles.places[-1] == "train.csv:10000"  # a line break inside the quotes of nearly every row
    hotel = read(root / "chnsenticorp_htl/ChnSentiCorp_htl_all.csv")
    assert [hotel.rows["label"].count(label) for label in "10"] == [5_322, 2_444]
    assert hotel.rows["review"].count(None) == 1
    digits = read(root / "mnist/t10k-images-idx3-ubyte.gz")
    assert digits.description["shapes"] == {"pixels": [28, 28]} and set(digits.rows["label"]) == set(range(10))
