"""Four ways of writing conversations down, and what is refused in each."""

import itertools
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modelyard.core.errors import DataError
from modelyard.core.recipe import Data
from modelyard.data.messages import Unusable, conversation, conversations_in, listed, preferences_in

ASKED, ANSWERED = {"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Hello"}
WHOLE = [ASKED, ANSWERED]


def read(row, columns=None, find=conversations_in, **fields):
    return find(columns or list(row), Data(train=("x.jsonl",), **fields), "x.jsonl").read(row)


@pytest.mark.parametrize(
    "row",
    [
        {"messages": json.dumps(WHOLE)},
        {"messages": WHOLE, "id": 7},
        {"conversations": json.dumps([{"from": "human", "value": "Hi"}, {"from": "gpt", "value": "Hello"}])},
        {"instruction": "Hi", "input": None, "output": "Hello"},
        {"prompt": "Hi", "completion": "Hello"},
        {"prompt": json.dumps([ASKED]), "completion": json.dumps([ANSWERED])},
        {"question": "Hi", "answer": " Hello\n"},
        {"messages": [{"role": "user", "content": [{"type": "text", "text": "Hi"}]}, ANSWERED]},
    ],
    ids=lambda row: "+".join(row),
)
def test_each_way_gives_the_same_conversation(row):
    assert read(row) == {"messages": WHOLE}


def test_alpaca_has_its_input_under_the_instruction():
    found = read({"instruction": "Translate", "input": "天空", "output": "sky", "system": "Be brief."})["messages"]
    assert found[0] == {"role": "system", "content": "Be brief."}
    assert found[1]["content"] == "Translate\n\n天空"


def test_the_recipe_names_the_columns():
    row = {"frage": "Hi", "antwort": "Hello", "prompt": "no", "completion": "no"}
    assert read(row, inputs=("frage",), target="antwort") == {"messages": WHOLE}
    assert read({"talk": json.dumps(WHOLE)}, inputs=("talk",)) == {"messages": WHOLE}
    with pytest.raises(DataError, match="the column 'fragen' is needed"):
        read(row, inputs=("fragen",), target="antwort")
    with pytest.raises(DataError, match="no column holds conversations"):
        read({"text": "x"})


def test_what_follows_the_last_answer_is_left_out():
    assert read({"messages": [*WHOLE, ASKED]}) == {"messages": WHOLE}


@pytest.mark.parametrize(
    ("messages", "rule"),
    [
        ([ASKED], "needs an answer"),
        ([], "needs an answer"),
        ([ANSWERED], "begins with the user"),
        ([ASKED, {**ANSWERED, "content": " \n"}], "an answer is empty"),
        ([{**ASKED, "content": ""}, ANSWERED], "a message is empty"),
        ([ASKED, ANSWERED, ANSWERED], "two answers stand in a row"),
        ([ASKED, {"role": "system", "content": "x"}, ANSWERED], "system message stands first"),
        ([{**ASKED, "role": "wizard"}, ANSWERED], "a role must be one of"),
        ([{"content": "x"}, ANSWERED], "needs a role"),
        ([{**ASKED, "content": 7}, ANSWERED], "content must be text"),
        ([{**ASKED, "content": [{"type": "image_url"}]}, ANSWERED], "something else than text"),
        ([ASKED, {**ANSWERED, "tool_calls": [{"id": 1}]}], "calls tools"),
        (["Hi", ANSWERED], "must be an object"),
    ],
)
def test_what_is_no_conversation_says_why(messages, rule):
    with pytest.raises(Unusable, match=rule):
        read({"messages": json.dumps(messages)})


@pytest.mark.parametrize("cell", ["[oops", "", None, 7, '{"role": "user"}', "null", "[" * 100_000])
def test_what_is_no_json_list_is_refused(cell):
    with pytest.raises(Unusable, match="must be a JSON list"):
        listed(cell)


def test_pairs_share_their_prompt():
    expected = {"prompt": [ASKED], "chosen": [ANSWERED], "rejected": [{**ANSWERED, "content": "Go away"}]}
    plain = {"prompt": "Hi", "chosen": "Hello", "rejected": "Go away"}
    whole = {
        "chosen": json.dumps(WHOLE),
        "rejected": json.dumps([ASKED, {**ANSWERED, "content": "Go away"}]),
    }
    assert read(plain, find=preferences_in) == expected
    assert read(whole, find=preferences_in) == expected
    assert read({"prompt": "Hi", **whole}, find=preferences_in) == expected
    with pytest.raises(Unusable, match="different answers"):
        read({**plain, "rejected": "Hello"}, find=preferences_in)
    with pytest.raises(Unusable, match="answer the same conversation"):
        read({**whole, "rejected": json.dumps([{**ASKED, "content": "Ho"}, ANSWERED])}, find=preferences_in)
    with pytest.raises(Unusable, match="an answer is empty"):
        read({**plain, "chosen": None}, find=preferences_in)
    with pytest.raises(DataError, match="'rejected' is needed"):
        read({"prompt": "a", "chosen": "b"}, find=preferences_in)


@given(st.lists(st.tuples(st.sampled_from(["user", "assistant", "system", "tool"]), st.text(max_size=3)), max_size=6))
def test_a_conversation_that_passes_is_one(turns):
    messages = [{"role": role, "content": content} for role, content in turns]
    try:
        found = conversation(messages)
    except Unusable:
        return
    roles = [message["role"] for message in found]
    assert roles[-1] == "assistant" and "system" not in roles[1:]
    assert all(a != "assistant" or b != "assistant" for a, b in itertools.pairwise(roles))
    assert all(message["content"].strip() for message in found if message["role"] == "assistant")
