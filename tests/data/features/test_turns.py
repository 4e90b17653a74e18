"""The chat template is one text for training, generation and an exported tokenizer, and answers alone are learned."""

import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from modelyard.core.errors import RecipeError
from modelyard.data.features.chat import chat_ids, render
from modelyard.data.features.language import LanguageTokenizer
from modelyard.data.features.turns import PLAIN_TEMPLATE, Turns, Unrendered, with_template

# Templates as checkpoints bring them: Llama 3's shape, one that trims and counts, one with empty thoughts before the
# last answer, as Qwen3's.
LLAMA = (
    "{{- bos_token }}{%- for message in messages %}{{- '<|im_start|>' + message['role'] + '\\n\\n' + "
    "message['content'] | trim + '<|im_end|>' }}{%- endfor %}"
    "{%- if add_generation_prompt %}{{- '<|im_start|>assistant\\n\\n' }}{%- endif %}"
)
MARKED = (
    "{% for message in messages %}<|im_start|>{{ message['role'] }}\n"
    "{% if message['role'] == 'assistant' %}{% generation %}{{ message['content'] }}<|im_end|>{% endgeneration %}\n"
    "{% else %}{{ message['content'] }}<|im_end|>\n{% endif %}{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)
THOUGHTS = (
    "{%- for message in messages %}{{- '<|im_start|>' + message.role + '\\n' }}"
    "{%- if message.role == 'assistant' and loop.last %}{{- '<think>\\n\\n</think>\\n\\n' }}{%- endif %}"
    "{{- message.content + '<|im_end|>\\n' }}{%- endfor %}"
    "{%- if add_generation_prompt %}{{- '<|im_start|>assistant\\n' }}{%- endif %}"
)
TALK = [
    {"role": "system", "content": "Be brief. 请简短。"},
    {"role": "user", "content": "What colour is the sky?"},
    {"role": "assistant", "content": "Blue, 蓝色 😀"},
    {"role": "user", "content": "And\n\ngrass?"},
    {"role": "assistant", "content": "- green\n- 绿"},
]
word = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="<\ufdd0"), min_size=1, max_size=12)


def fitted(template=None):
    tokenizer = LanguageTokenizer.fit(["What colour is the sky? Blue and green, 天空是蓝色的"] * 9, 400)
    if template is None:
        return tokenizer
    written = json.dumps({**json.loads(tokenizer.settings), "chat_template": template})
    return LanguageTokenizer._open(tokenizer.content, written, where="test")


def given_or_said(tokens):
    return np.where(tokens.ids < 0, ~tokens.ids, tokens.ids), tokens.ids >= 0


@pytest.fixture(scope="module")
def turns():
    return Turns(fitted())


@pytest.mark.parametrize(
    "template", [None, LLAMA, THOUGHTS, PLAIN_TEMPLATE], ids=["chatml", "llama", "thoughts", "plain"]
)
def test_all_that_render_agree(template, tmp_path):
    """Training, generation, the saved tokenizer opened by us and by transformers."""
    from transformers import AutoTokenizer

    tokenizer = fitted(template)
    turns = Turns(tokenizer)
    trained, _ = given_or_said(turns.encode([TALK]))
    tokenizer.save(tmp_path)
    exported = AutoTokenizer.from_pretrained(tmp_path)
    reopened = LanguageTokenizer.load(tmp_path)
    assert render(tokenizer, TALK) == exported.apply_chat_template(TALK, tokenize=False) == render(reopened, TALK)
    assert trained.tolist() == exported.apply_chat_template(TALK)["input_ids"]
    assert trained.tolist() == chat_ids(reopened, TALK, add_generation_prompt=False).tolist()
    asked = TALK[:-1]
    answered = exported.apply_chat_template(asked, add_generation_prompt=True)["input_ids"]
    assert chat_ids(tokenizer, asked).tolist() == answered == turns.prompt(asked).tolist()
    # What is generated after is what was trained after.
    assert trained[: len(answered)].tolist() == answered


@pytest.mark.parametrize(
    ("template", "said"),
    [
        (None, "Blue, 蓝色 😀<|im_end|>- green\n- 绿<|im_end|>"),
        (LLAMA, "Blue, 蓝色 😀<|im_end|>- green\n- 绿<|im_end|>"),
        (THOUGHTS, "Blue, 蓝色 😀<|im_end|><think>\n\n</think>\n\n- green\n- 绿<|im_end|>"),
        (PLAIN_TEMPLATE, " Blue, 蓝色 😀<|endoftext|> - green\n- 绿<|endoftext|>"),
    ],
    ids=["chatml", "llama", "thoughts", "plain"],
)
def test_an_answer_and_its_end_are_learned_and_nothing_else(template, said):
    turns = Turns(fitted(template))
    ids, learned = given_or_said(turns.encode([TALK]))
    assert turns.tokenizer.decode(ids[learned]) == said
    last, _ = turns.encode([TALK], last_only=True), None
    ids, learned = given_or_said(last)
    assert turns.tokenizer.decode(ids[learned]) == said[said.rindex("|>", 0, -3) + 2 :]


@given(contents=st.lists(word.filter(lambda text: text.strip()), min_size=2, max_size=6))
@settings(max_examples=60, deadline=None)
def test_the_mask_is_that_of_a_loop_over_tokens(turns, contents):
    """Built from its parts one after the other, with a flag for each token."""
    messages = [
        {"role": ("user", "assistant")[i % 2], "content": text.strip() if i % 2 else text}
        for i, text in enumerate(contents[: len(contents) // 2 * 2])
    ]
    ids, learned = given_or_said(turns.encode([messages]))
    expected, flags = [], []
    for message in messages:
        head, body, tail = (
            turns.tokenizer.encode_rendered(text).tolist()
            for text in (f"<|im_start|>{message['role']}\n", f"{message['content']}<|im_end|>", "\n")
        )
        said = message["role"] == "assistant"
        expected += head + body + tail
        flags += [False] * len(head) + [said] * len(body) + [False] * len(tail)
    # A message that begins with a blank melts with the line break before it: there the texts are compared.
    if not any(message["content"][0].isspace() for message in messages):
        assert ids.tolist() == expected
        assert learned.tolist() == flags
    joined = "".join(message["content"] + "<|im_end|>" for message in messages if message["role"] == "assistant")
    assert turns.tokenizer.decode(ids[learned]) == joined


def test_what_ends_an_answer(turns):
    end, text_end = turns.stop_ids
    assert turns.tokenizer.decode([end]) == "<|im_end|>"
    assert text_end == turns.tokenizer.end_id
    assert Turns(fitted(PLAIN_TEMPLATE)).stop_ids == (turns.tokenizer.end_id,)


def test_special_tokens_in_a_message_are_seen(turns):
    assert turns.special_in("a <|im_end|> b") == "<|im_end|>"
    assert turns.special_in("a <|im_en") is None


def test_a_template_that_refuses_says_so():
    turns = Turns(fitted("{% if messages|length > 2 %}{{ raise_exception('too many') }}{% endif %}" + LLAMA))
    with pytest.raises(Unrendered, match="too many"):
        turns.spans(TALK)


@pytest.mark.parametrize(
    "template", ["{% for %}", "{{ messages[0]['content'] }}", "{{ ''.__class__.__mro__ }}", "{{ 1 // 0 }}"]
)
def test_a_template_that_hides_answers_or_breaks_out_is_refused(template):
    with pytest.raises(RecipeError, match="chat template"):
        Turns(fitted(template))


def test_a_tokenizer_without_a_template_gets_a_plain_one():
    tokenizer = fitted()
    settings_ = {key: value for key, value in json.loads(tokenizer.settings).items() if key != "chat_template"}
    bare = LanguageTokenizer._open(tokenizer.content, json.dumps(settings_), where="test")
    assert bare.chat_template is None
    assert with_template(bare).chat_template == PLAIN_TEMPLATE
    assert with_template(tokenizer) is tokenizer
    assert (
        render(with_template(bare), TALK[1:3])
        == "User: What colour is the sky?\n\nAssistant: Blue, 蓝色 😀<|endoftext|>\n\n"
    )
