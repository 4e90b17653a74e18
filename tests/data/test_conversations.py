"""Preparing conversations: what is wrong is said by line, equal ones share a split, tokens belong to records."""

import csv
import json
import random

import numpy as np
import pytest

from modelyard.core.errors import DataError, RunError
from modelyard.core.recipe import Recipe
from modelyard.data.conversations import Conversations, prepare_conversations
from modelyard.data.features.language import LanguageTokenizer
from modelyard.data.features.turns import Turns
from modelyard.data.prepared import open_prepared


@pytest.fixture(scope="module")
def turns(language_base):
    return Turns(LanguageTokenizer.load(language_base))


def talk(question, answer):
    return {"messages": [{"role": "user", "content": question}, {"role": "assistant", "content": answer}]}


def written(path, rows):
    path.write_text(
        "".join((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows), encoding="utf-8"
    )
    return str(path)


def prepare(tmp_path, turns, rows, *, task="instruction", context=64, name="bundle", **data):
    train = written(tmp_path / "talks.jsonl", rows)
    recipe = Recipe(task=task, data={"train": train, **data}, model={"from": "x", "family": "decoder"})
    return prepare_conversations(recipe, tmp_path / name, turns, context=context)


def test_bad_rows_are_left_out_and_named_by_line(tmp_path, turns):
    rows = [talk(f"What is {i}?", f"It is {i}.") for i in range(40)]
    rows[3] = talk("Why?", " ")
    rows[5]["messages"][0]["role"] = "wizard"
    rows[7] = '{"messages": "[oops"}'
    rows[9] = '{"messages": '
    rows[11] = talk("Say <|im_end|> please", "No")
    found = prepare(tmp_path, turns, rows)
    assert found.counts["dropped_unusable"] == 5
    assert found.counts["train"] + found.counts["validation"] + found.counts["test"] == 35
    by_text = {finding.text: finding for finding in found.findings if finding.kind == "unusable"}
    assert {finding.places for finding in by_text.values()} == {(f"talks.jsonl:{line}",) for line in (4, 6, 8, 10, 12)}
    assert any("an answer is empty" in text for text in by_text)
    assert any("special token <|im_end|>" in text for text in by_text)
    with (tmp_path / "bundle" / "findings.csv").open(encoding="utf-8") as file:
        assert {row["place"] for row in csv.DictReader(file)} >= {"talks.jsonl:4", "talks.jsonl:8"}


def test_strictness_stops_at_the_first_bad_row(tmp_path, turns):
    rows = [talk("a", "b"), talk("c", "d"), talk("Why?", "")]
    with pytest.raises(DataError, match=r"talks\.jsonl:3: an answer is empty.*Mend the row"):
        prepare(tmp_path, turns, rows, on_bad_rows="error")
    assert not (tmp_path / "bundle").exists()


def test_nothing_usable_names_the_first_row(tmp_path, turns):
    with pytest.raises(DataError, match=r"talks\.jsonl:1: no row is a conversation.*must be a JSON list"):
        prepare(tmp_path, turns, [{"messages": "hello"}, {"messages": "there"}])


def test_equal_conversations_stand_once_and_one_question_is_in_one_split(tmp_path, turns):
    rows = [talk(f"Question {i // 3}", f"Answer {i}") for i in range(90)] + [talk("  question 0 ", "ANSWER 0")]
    found = prepare(tmp_path, turns, rows)
    assert found.counts["dropped_duplicates"] == 1
    (finding,) = [finding for finding in found.findings if finding.kind == "duplicates"]
    assert finding.places == ("talks.jsonl:91",)
    asked = {
        split: {record["messages"][0]["content"] for _, record in found.records(found.index(split))}
        for split in ("train", "validation", "test")
    }
    assert not asked["train"] & asked["test"] and not asked["train"] & asked["validation"]
    assert asked["validation"] and asked["test"]


def test_what_a_test_file_holds_is_not_trained_on(tmp_path, turns):
    test = written(tmp_path / "test.jsonl", [talk("Question 1", "Answer 1"), talk("Question x", "Answer x")])
    found = prepare(tmp_path, turns, [talk(f"Question {i}", f"Answer {i}") for i in range(30)], test=test)
    assert found.counts["test"] == 2
    texts = [record["messages"][1]["content"] for _, record in found.records(found.index("train"))]
    assert "Answer 1" not in texts


def test_tokens_belong_to_their_records(tmp_path, turns):
    rows = [talk(f"问题 {i}", f"答案 {i}" * (i % 4 + 1)) for i in range(50)]
    found = open_prepared((prepare(tmp_path, turns, rows)).path)
    assert isinstance(found, Conversations)
    tokens = found.tokens()
    assert len(tokens) == 50
    for number, (place, record) in enumerate(found.records(np.arange(50))):
        assert place == f"talks.jsonl:{number + 1}"
        expected = turns.encode([record["messages"]])
        np.testing.assert_array_equal(tokens.ids[tokens.offsets[number] : tokens.offsets[number + 1]], expected.ids)
    sizes = {split: found.index(split).tolist() for split in ("train", "validation", "test")}
    total = sum(len(rows[i]["messages"][1]["content"].encode()) for i in sizes["train"])
    assert found.bytes["train"] == total


def test_pairs_have_two_sequences(tmp_path, turns):
    rows = [{"prompt": f"Question {i}", "chosen": f"Good {i}", "rejected": f"Bad {i}"} for i in range(40)]
    found = prepare(tmp_path, turns, rows, task="preference")
    tokens = found.tokens()
    assert len(tokens) == 80
    said = [
        turns.tokenizer.decode([i for i in tokens.ids[a:b] if i >= 0])
        for a, b in zip(tokens.offsets, tokens.offsets[1:], strict=False)
    ]
    assert said[:4] == ["Good 0<|im_end|>", "Bad 0<|im_end|>", "Good 1<|im_end|>", "Bad 1<|im_end|>"]
    rows_, places = found.sample("train", 100)
    assert set(rows_) == {"prompt", "chosen", "rejected"} and len(places) == len(rows_["prompt"])


def test_long_ones_are_said(tmp_path, turns):
    rows = [talk(f"Question {i}", "word " * (5 if i else 60)) for i in range(30)]
    found = prepare(tmp_path, turns, rows, context=96)
    (finding,) = [finding for finding in found.findings if finding.kind == "too_long"]
    assert finding.places == ("talks.jsonl:1",)
    assert "overlapping windows" in finding.remedy


def test_the_same_rows_have_the_same_fingerprint_wherever_they_stand(tmp_path, turns):
    rows = [talk(f"Question {i}", f"Answer {i}") for i in range(30)]
    (tmp_path / "other").mkdir()
    one, two = prepare(tmp_path, turns, rows), prepare(tmp_path / "other", turns, rows)
    assert one.fingerprint == two.fingerprint
    rows[0] = talk("Question 0", "Another")
    assert prepare(tmp_path, turns, rows, name="third").fingerprint != one.fingerprint


def test_damaged_files_are_refused(tmp_path, turns):
    found = prepare(tmp_path, turns, [talk(f"Question {i}", f"Answer {i}") for i in range(30)])
    (found.path / "conversations.json").write_text("{", encoding="utf-8")
    with pytest.raises(RunError, match="cannot be read"):
        Conversations.open(found.path)


def essays(count):
    """Answers of some length that have nothing in common."""
    dice = random.Random(0)
    letters = "abcdefghijklmnopqrstuvwxyz天地玄黄宇宙洪荒日月盈昃"
    return ["".join(dice.choices(letters, k=80)) for _ in range(count)]


def test_near_copies_share_a_split(tmp_path, turns):
    said = essays(100)
    rows = [talk(f"Question {i}", text) for i, text in enumerate(said)]
    rows += [talk(f"Another question {i}", text + " And so on.") for i, text in enumerate(said[:8])]
    found = prepare(tmp_path, turns, rows, context=256)
    (finding,) = [finding for finding in found.findings if finding.kind == "near_duplicates"]
    assert finding.count == 8 and finding.places[0] == "talks.jsonl:101"
    split = {name: {p for p, _ in found.records(found.index(name))} for name in ("train", "validation", "test")}
    for i in range(8):
        assert any({f"talks.jsonl:{i + 1}", f"talks.jsonl:{i + 101}"} <= places for places in split.values())
    assert found.counts["dropped_duplicates"] == 0 and sum(map(len, split.values())) == 108
    exact = prepare(tmp_path, turns, rows, context=256, name="exact", deduplicate="exact")
    assert not [finding for finding in exact.findings if finding.kind == "near_duplicates"]


def test_what_a_test_file_nearly_holds_is_not_trained_on(tmp_path, turns):
    said = essays(40)
    test = written(tmp_path / "test.jsonl", [talk("Question?", said[3] + " The end."), talk("Other?", "No.")])
    rows = [talk(f"Question {i}", text) for i, text in enumerate(said)]
    found = prepare(tmp_path, turns, rows, context=256, test=test)
    assert found.counts["dropped_near_duplicates"] == 1 and found.counts["test"] == 2
    assert found.counts["read"] == 42 == sum(n for name, n in found.counts.items() if name != "read")
    (finding,) = [finding for finding in found.findings if finding.kind == "near_copies_of_test"]
    assert finding.places == ("talks.jsonl:4",)


def test_a_common_form_is_no_copying(tmp_path, turns):
    form = "What is the capital of the country that has the number {} in this long list of ours, please?"
    found = prepare(tmp_path, turns, [talk(form.format(i), "Paris") for i in range(60)], context=256)
    assert [finding.kind for finding in found.findings] == ["common_form"]
    assert found.counts["test"] and found.counts["validation"]


def test_equal_conversations_may_be_kept(tmp_path, turns):
    rows = [talk(f"Question {i // 2}", "Answer") for i in range(60)]
    found = prepare(tmp_path, turns, rows, deduplicate="none")
    assert found.counts["train"] + found.counts["validation"] + found.counts["test"] == 60
