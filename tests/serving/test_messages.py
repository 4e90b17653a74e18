"""Conversations as inputs of a prediction request: read as they are, refused by their place."""

import pytest

from modelyard.core.schema import Column
from modelyard.serving.replies import RefusedError
from modelyard.serving.requests import RequestReader

READER = RequestReader([Column(name="messages", kind="messages")], required=("messages",), max_rows=4)
TALK = [{"role": "user", "content": "你好"}, {"role": "assistant", "content": "Hello"}]


def test_a_conversation_is_read_as_it_is():
    assert READER.rows({"inputs": [{"messages": TALK}, {"messages": TALK}]}) == {"messages": [TALK, TALK]}


@pytest.mark.parametrize(
    ("value", "place"),
    [
        (7, "inputs[0].messages"),
        ("你", "inputs[0].messages"),
        ({"role": "user"}, "inputs[0].messages"),
        (["Hi"], "inputs[0].messages[0]"),
        ([{"role": "user"}], "inputs[0].messages[0]"),
        ([{"role": "user", "content": "x", "name": "y"}], "inputs[0].messages[0]"),
        ([TALK[0], {"role": "assistant", "content": 7}], "inputs[0].messages[1].content"),
        ([{"role": "user", "content": "\ud800"}], "inputs[0].messages[0].content"),
    ],
)
def test_what_is_none_is_refused_by_its_place(value, place):
    with pytest.raises(RefusedError) as caught:
        READER.rows({"inputs": [{"messages": value}]})
    assert caught.value.refusal.status == 422
    assert caught.value.refusal.field == place
