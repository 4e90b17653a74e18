"""Languages and values: known texts are told, and what train has not is counted."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from modelyard.auditing.coverage import _outside
from modelyard.auditing.coverage_languages import UNKNOWN, language
from modelyard.core.schema import Column

TEXTS = {
    "English": "The committee has not decided whether it will be ready by the end of the year.",
    "German": "Der Ausschuss hat noch nicht entschieden, ob es bis zum Ende des Jahres fertig wird.",
    "French": "Le comité n'a pas encore décidé si ce sera prêt avant la fin de l'année pour nous.",
    "Spanish": "El comité no ha decidido si estará listo para el final del año, pero es muy posible.",
    "Portuguese": "O comité ainda não decidiu se vai ficar pronto até ao fim do ano, mas é muito provável.",
    "Italian": "Il comitato non ha ancora deciso se sarà pronto per la fine dell'anno, ma è più probabile.",
    "Dutch": "De commissie heeft nog niet besloten of het aan het einde van het jaar klaar zal zijn.",
    "Swedish": "Kommittén har inte bestämt om det är klart till slutet av året, men jag tror att det ska gå.",
    "Turkish": "Komite bu yıl için daha karar vermedi ama çok iyi bir sonuç var gibi ve bu da kadar önemli.",
    "Russian": "Комитет ещё не решил, будет ли это готово к концу года, но мы надеемся.",
    "Ukrainian": "Комітет ще не вирішив, чи буде це готове до кінця року, але її надія є.",
    "Chinese (simplified)": "这个房间很好，服务员说话也很客气，我们还会来。",
    "Chinese (traditional)": "這個房間很好，服務員說話也很客氣，我們還會來。",
    "Japanese": "この部屋はとても良くて、サービスも素晴らしいです。",
    "Korean": "이 방은 아주 좋고 서비스도 훌륭합니다.",
    "Arabic": "هذه الغرفة جيدة جدا والخدمة ممتازة",
    "Hindi": "यह कमरा बहुत अच्छा है और सेवा भी",
    "Greek": "Το δωμάτιο είναι πολύ καλό",
}


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_languages(name: str) -> None:
    assert language(TEXTS[name]) == name


@pytest.mark.parametrize("text", ["", "12345 !!", "xyzzy plugh", "😀"])
def test_what_tells_nothing_is_unknown(text: str) -> None:
    assert language(text) == UNKNOWN


def test_known_corpora() -> None:
    root = os.environ.get("MODELYARD_DATA")
    if not root:
        pytest.skip("set MODELYARD_DATA to the folder of public data sets")
    for ending, name in (("en", "English"), ("de", "German")):
        lines = (Path(root) / "multi30k_en_de" / f"val.{ending}").read_text(encoding="utf-8").splitlines()
        told = [language(line) for line in lines]
        assert told.count(name) >= 0.93 * len(told)  # captions of some 12 words
        assert sum(found not in (name, UNKNOWN) for found in told) <= 0.005 * len(told)


def test_values_that_train_has_not() -> None:
    number, category = Column(name="n", kind="number"), Column(name="c", kind="category")
    assert _outside(number, [1.0, 2.0, None], [0.0, 1.5, 9.0, None]) == (
        "n",
        0.5,
        "train: 1 to 2",
        ["33.3 %", "25.0 %"],
    )
    assert _outside(category, ["红", "蓝"], ["红", "绿", "绿", None]) == ("c", 0.5, "绿", ["0.0 %", "25.0 %"])
    assert _outside(Column(name="d", kind="date"), ["2024-01-01"], ["2025-01-01"]) is None


def test_a_hundred_thousand_new_values_are_named_by_the_most_frequent() -> None:
    held = [f"城{i}" for i in range(100_000)] + ["新"] * 3
    name, share, said, _ = _outside(Column(name="c", kind="category"), ["旧"], held) or ("", 0, "", [])
    assert (name, share) == ("c", 1.0) and said.startswith("新, ")
