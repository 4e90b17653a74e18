"""Personal data in conversations: by the same rule in training and in requests, one pseudonym a value."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from modelyard.core.recipe import Recipe
from modelyard.data.conversations import Conversations, prepare_conversations
from modelyard.data.features.language import LanguageTokenizer
from modelyard.data.features.turns import Turns
from modelyard.data.personal.masking import Masker
from modelyard.data.personal.talks import Talk, replaced

MASK = Masker(mode="mask", columns=("messages",))
KEYED = Masker(mode="pseudonymise", columns=("messages",), key=b"k" * 32)
SAID = [
    {"role": "system", "content": "You help customers. Write to help@shop.example.com."},
    {"role": "user", "content": "My name is Xolani Mthethwa, call 415-555-0132."},
    {"role": "assistant", "content": "Thank you, Xolani Mthethwa. Is 415-555-0132 right?"},
    {"role": "user", "content": "我叫王建国，也可以叫我 Xolani Mthethwa。"},
    {"role": "assistant", "content": "王建国您好。"},
]


def test_a_value_that_was_told_once_is_replaced_wherever_it_stands_later() -> None:
    shown = Talk(KEYED).messages(SAID)
    text = json.dumps(shown, ensure_ascii=False)
    assert not any(value in text for value in ("Xolani", "415-555", "王建国", "help@"))
    name = shown[1]["content"].split("My name is ")[1].split(",")[0]
    assert text.count(name) == 3 and name.startswith("〔NAME-")


def test_the_beginning_of_a_conversation_is_read_alike_whatever_follows() -> None:
    for masker in (MASK, KEYED):
        whole = Talk(masker).messages(SAID)
        for stop in range(len(SAID)):
            assert Talk(masker).messages(SAID[:stop]) == whole[:stop]
        assert Talk(masker).messages(whole) == whole


def test_a_word_that_is_a_name_too_is_no_name_in_the_next_message() -> None:
    said = [{"role": "user", "content": "My name is Will."}, {"role": "assistant", "content": "Will you wait?"}]
    shown = Talk(MASK).messages(said)
    assert shown[0]["content"] == "My name is 〔NAME〕." and shown[1]["content"] == "Will you wait?"


def test_arguments_of_calls_and_what_tools_answer() -> None:
    call = {"name": "look_up", "arguments": {"who": "Mary Jones", "of": [{"mail": "mj@mail.example.com"}], "limit": 3}}
    said = [
        {"role": "user", "content": "I am Mary Jones"},
        {"role": "assistant", "content": "", "tool_calls": [{"id": "1", "type": "function", "function": call}]},
        {"role": "tool", "content": '{"name": "Mary Jones"}', "tool_call_id": "1"},
    ]
    shown = Talk(MASK).messages(said)
    made = shown[1]["tool_calls"][0]["function"]
    assert made["name"] == "look_up" and made["arguments"]["limit"] == 3
    assert made["arguments"]["who"] == "〔NAME〕" and made["arguments"]["of"] == [{"mail": "〔EMAIL〕"}]
    assert "Mary" not in shown[2]["content"] and shown[2]["tool_call_id"] == "1"
    assert said[1]["tool_calls"][0]["function"]["arguments"]["who"] == "Mary Jones"  # what was given stays


def test_answers_that_are_compared_do_not_tell_each_other() -> None:
    record = {
        "prompt": [{"role": "user", "content": "Who wrote it?"}],
        "chosen": [{"role": "assistant", "content": "My name is Xolani Mthethwa."}],
        "rejected": [{"role": "assistant", "content": "Not Xolani Mthethwa."}],
    }
    shown, counts = replaced(record, MASK)
    assert "Xolani" not in shown["chosen"][0]["content"] and counts["name"] >= 1
    alone, _ = replaced({"prompt": record["prompt"], "rejected": record["rejected"]}, MASK)
    assert shown["rejected"] == alone["rejected"]


@pytest.fixture(scope="module")
def turns(language_base: Path) -> Turns:
    return Turns(LanguageTokenizer.load(language_base))


def _prepared(tmp_path: Path, turns: Turns, rows: list[dict], task: str, mode: str) -> Conversations:
    file = tmp_path / "talks.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    data = {"train": str(file), "personal": mode}
    recipe = Recipe(task=task, data=data, model={"from": "x", "family": "decoder"})
    return prepare_conversations(recipe, tmp_path / "run" / "bundle", turns, context=64)


@pytest.mark.parametrize("mode", ["mask", "pseudonymise"])
def test_prepared_conversations_hold_no_values(tmp_path: Path, turns: Turns, mode: str) -> None:
    rows = [{"messages": [*SAID[:2], {"role": "assistant", "content": f"Xolani Mthethwa, {i}"}]} for i in range(30)]
    rows.append({"messages": [{"role": "user", "content": "I am Mary Jones"}]})  # no answer: told of in the findings
    found = _prepared(tmp_path, turns, rows, "instruction", mode)
    for file in found.path.iterdir():
        content = file.read_bytes()
        assert not any(value in content for value in (b"Xolani", b"415-555", b"help@", b"Mary")), file.name
    (told,) = [one for one in found.findings if one.kind == "personal_data"]
    assert "phone number" in told.text and "name" in told.text
    masker = Masker.load(found.path)
    assert masker is not None and masker.mode == mode and masker.columns == ("messages",)
    _, record = next(found.records(found.index("train")))
    assert Talk(masker).messages(SAID[:2]) == record["messages"][:2]


def test_answers_that_differ_in_a_name_alone_are_told_of(tmp_path: Path, turns: Turns) -> None:
    rows = [{"prompt": f"Say {i}", "chosen": f"One {i}.", "rejected": f"Two {i}."} for i in range(30)]
    rows.append({"prompt": "Who?", "chosen": "My name is Mary Jones.", "rejected": "My name is John Smith."})
    found = _prepared(tmp_path, turns, rows, "preference", "mask")
    assert any("differ in personal data alone" in one.text for one in found.findings)


def test_a_long_conversation_costs_a_bounded_number_of_passes() -> None:
    said = [{"role": "user", "content": f"write to person{i}@mail.example.com"} for i in range(400)]
    talk = Talk(MASK)
    assert all(message["content"] == "write to 〔EMAIL〕" for message in talk.messages(said))
    assert len(talk.known) == 300
