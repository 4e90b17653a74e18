"""Conversations as token ids: as `transformers` renders them, what is said stays text, and no template runs away."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from modelyard.core.errors import RequestError
from modelyard.data.features.bpe import SPECIAL
from modelyard.data.features.chat import chat_ids, render, turn_ends
from modelyard.data.features.language import LanguageTokenizer

TOKENIZER = LanguageTokenizer.fit(["the cat sat on the mat. 床前明月光，疑是地上霜。"] * 20, 330)
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufdd0"), max_size=40)
ROLE = st.sampled_from(["system", "user", "assistant"])
MESSAGES = st.lists(st.fixed_dictionaries({"role": ROLE, "content": TEXT}), min_size=1, max_size=5)


@pytest.fixture(scope="module")
def theirs(tmp_path_factory: pytest.TempPathFactory) -> Any:
    from transformers import AutoTokenizer

    directory = tmp_path_factory.mktemp("tokenizer")
    TOKENIZER.save(directory)
    return AutoTokenizer.from_pretrained(directory)


@given(MESSAGES, st.booleans())
@settings(max_examples=50, deadline=None)
def test_ids_and_text_are_those_of_the_exported_tokenizer(theirs: Any, messages: list[Any], answer: bool) -> None:
    if any(name in one["content"] for name in SPECIAL for one in messages):
        return
    text = theirs.apply_chat_template(messages, tokenize=False, add_generation_prompt=answer)
    assert render(TOKENIZER, messages, add_generation_prompt=answer) == text
    ids = theirs.apply_chat_template(messages, tokenize=True, add_generation_prompt=answer, return_dict=False)
    assert chat_ids(TOKENIZER, messages, add_generation_prompt=answer).tolist() == ids


@given(st.lists(st.one_of(st.sampled_from([*SPECIAL, "<", "<|im_", "end|>", "\ufdd0", "床"]), TEXT), max_size=8))
@settings(max_examples=100, deadline=None)
def test_what_is_said_never_becomes_a_special_token(parts: list[str]) -> None:
    content = "".join(parts)
    ids = chat_ids(TOKENIZER, [{"role": "user", "content": content}], add_generation_prompt=True).tolist()
    specials = [i for i in ids if i < len(SPECIAL)]
    assert specials == [3, 4, 3]  # the turn, its end, and the assistant's turn
    expected = f"<|im_start|>user\n{content.replace(chr(0xFDD0), chr(0xFFFD))}<|im_end|>\n<|im_start|>assistant\n"
    assert TOKENIZER.decode(ids) == expected


def test_an_answer_ends_with_a_turn_or_a_text() -> None:
    assert set(turn_ends(TOKENIZER)) == {SPECIAL.index("<|endoftext|>"), SPECIAL.index("<|im_end|>")}


@pytest.mark.parametrize(
    "template",
    [
        "{{ 'a' * 10**9 }}",
        "{{ 10 ** 10 ** 9 }}",
        "{% for i in range(10**9) %}a{% endfor %}",
        "{{ '%1000000000d' % 1 }}",
        "{{ 'a'.ljust(10**9) }}",
        "{{ '{:1000000000d}'.format(1) }}",
        "{{ 'a'|center(10**9) }}",
        "{{ messages.__class__.__mro__ }}{{ ''.__class__.__base__.__subclasses__()[0]('x') }}",
        "{{ cycler.__init__.__globals__.os.system('true') }}",
        "{% include '/etc/passwd' %}",
        "{{ raise_exception('no') }}",
        "{% if %}",
    ],
)
def test_a_template_that_runs_away_is_refused(template: str) -> None:
    given_ = json.dumps({**json.loads(TOKENIZER.settings), "chat_template": template})
    started = time.monotonic()
    with pytest.raises(RequestError):
        render(replace(TOKENIZER, settings=given_), [{"role": "user", "content": "a"}])
    assert time.monotonic() - started < 5


def test_what_is_no_message_is_named(tmp_path: Path) -> None:
    with pytest.raises(RequestError, match=r"messages\[1\]\.content"):
        chat_ids(TOKENIZER, [{"role": "user", "content": "a"}, {"role": "user", "content": None}])
    without = {key: value for key, value in json.loads(TOKENIZER.settings).items() if key != "chat_template"}
    with pytest.raises(RequestError, match="no chat template"):
        chat_ids(replace(TOKENIZER, settings=json.dumps(without)), [{"role": "user", "content": "a"}])
