"""Keys that their issuer marks are refused wherever they stand, and shown nowhere."""

import pytest

from modelyard.core import secrets
from modelyard.core.errors import RecipeError, hidden

KEY = "Zk3Jd8Qp" * 6
MARKED = [
    f"https://hooks.example/services/T000AB12/B000CD34/{KEY[:24]}",
    f"https://api.example/bot123456789:{KEY[:35]}/getFile",
    f"https://host.example/files/ghp_{KEY[:36]}/reviews.csv",
    f"s3://bucket/hf_{KEY[:34]}/a.csv",
    f"SELECT * FROM dblink('host=a dbname=b password={KEY}', 'SELECT 1') AS t(a int)",
    f"SELECT * FROM t WHERE key = 'sk-{KEY}'",
    f"https://host.example/eyJ{KEY[:20]}.eyJ{KEY[:20]}.{KEY[:20]}/a.csv",
]
ORDINARY = [
    "s3://bucket/3f2a9c0d1e4b5a69788796a5b4c3d2e1f0a1b2c3/part-000.parquet",
    "https://host.example/services/team/reviews.csv",
    "SELECT text, label FROM reviews WHERE password_hash IS NOT NULL ORDER BY id",
    "postgresql://reader:${PASSWORD}@host/base?sslmode=require",
    "the task-classification of sk-learn, hf_hub and pypi-packages",
    "runs/sk-abc/ghp_short.csv",
]


@pytest.mark.parametrize("text", MARKED)
def test_a_marked_key_is_refused_and_hidden(text):
    with pytest.raises(RecipeError, match="would be saved with the run") as caught:
        secrets.refuse_literal(text, where="recipe.yaml:3", field="data.train")
    for shown in (str(caught.value), hidden(text)):
        assert KEY[:20] not in shown
        assert "***" in shown


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_names_pass_as_they_are(text):
    secrets.refuse_literal(text, where="recipe.yaml:3", field="data.train")
    assert hidden(text) == text
