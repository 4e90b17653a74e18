import json
import sys

import numpy as np
import pytest
import torch
from transformers import GPT2Config, GPT2LMHeadModel

from modelyard.core.errors import MissingExtra, RequestError
from modelyard.data.features.language import LanguageTokenizer
from modelyard.inference.constraint import Constraint
from modelyard.inference.generation import Generator, Settings
from modelyard.models import decoder
from modelyard.models._decoder import Decoder

TEXTS = ["the cat sat on the mat. ", "床前明月光，疑是地上霜。", '{"name": "cat", "age": 3}'] * 20
GREEDY = {"temperature": 0.0}


@pytest.fixture(scope="module")
def tokenizer():
    return LanguageTokenizer.fit(TEXTS, 400)


def wide(model):
    """Random weights far enough apart that no two tokens are nearly equal."""
    with torch.no_grad():
        for parameter in model.parameters():
            if parameter.ndim > 1:
                parameter.mul_(8)
    return model


@pytest.fixture(scope="module", params=["llama", "qwen3", "gpt2"])
def model(request, tokenizer):
    torch.manual_seed(1)
    if request.param == "gpt2":
        network = GPT2LMHeadModel(GPT2Config(vocab_size=tokenizer.vocabulary, n_embd=32, n_layer=2, n_head=4))
        network.config.eos_token_id = tokenizer.end_id
        return wide(Decoder(network).eval())
    options = {"layers": 2, "width": 32, "heads": 4, "kv_heads": 2, "qk_norm": request.param == "qwen3"}
    return wide(decoder.build(decoder.Config(**options), tokenizer.spec(128)).eval())


@pytest.fixture(scope="module")
def llama(tokenizer):
    torch.manual_seed(1)
    return wide(decoder.build(decoder.Config(layers=2, width=32, heads=4, kv_heads=2), tokenizer.spec(128)).eval())


PROMPTS = ["the cat", "床前明月光，疑是", "", "a much longer beginning of a text, so that prompts are ragged"]


def theirs(model, tokenizer, prompt, **options):
    ids = torch.tensor([[tokenizer.end_id, *tokenizer.encode([prompt]).ids.tolist()]])
    end = options.pop("end", tokenizer.end_id)
    found = model.network.generate(
        ids,
        attention_mask=torch.ones_like(ids),
        do_sample=False,
        pad_token_id=tokenizer.pad_id,
        eos_token_id=end,
        **options,
    )
    tokens = found[0, ids.shape[1] :].tolist()
    while tokens and tokens[-1] in (tokenizer.end_id, end, tokenizer.pad_id):
        tokens.pop()
    return tokens


def test_greedy_is_transformers_token_by_token(model, tokenizer):
    found = Generator(model, tokenizer).generate(PROMPTS, Settings(max_new_tokens=40, **GREEDY))
    for prompt, completion in zip(PROMPTS, found, strict=True):
        assert list(completion.tokens) == theirs(model, tokenizer, prompt, max_new_tokens=40)
        assert completion.text == tokenizer.decode(completion.tokens)
        assert len(completion.logprobs) == len(completion.tokens)


def test_an_ending_token_ends(llama, tokenizer):
    whole = Generator(llama, tokenizer).generate(["the cat"], Settings(max_new_tokens=30, **GREEDY))[0]
    end = whole.tokens[7]
    early = Generator(llama, tokenizer, end_ids=[end]).generate(["the cat"], Settings(max_new_tokens=30, **GREEDY))[0]
    assert early.finish_reason == "stop"
    assert early.tokens == whole.tokens[: whole.tokens.index(end)]
    assert list(early.tokens) == theirs(llama, tokenizer, "the cat", max_new_tokens=30, end=end)


@pytest.mark.parametrize("penalty", [0.6, 1.0, 1.5])
@pytest.mark.parametrize("beams", [2, 5])
def test_beams_are_those_of_transformers(model, tokenizer, beams, penalty):
    options = {"max_new_tokens": 12, "length_penalty": penalty}
    found = Generator(model, tokenizer).generate(PROMPTS, Settings(beams=beams, **options, **GREEDY))
    for prompt, completion in zip(PROMPTS, found, strict=True):
        expected = theirs(model, tokenizer, prompt, num_beams=beams, early_stopping=False, **options)
        assert list(completion.tokens) == expected


def test_beams_that_end_early(llama, tokenizer):
    # Ending tokens that are likely: finished beams compete with running ones.
    for end in range(260, 300, 4):
        generator = Generator(llama, tokenizer, end_ids=[end])
        for prompt in PROMPTS:
            found = generator.generate([prompt], Settings(beams=3, max_new_tokens=10, **GREEDY))[0]
            expected = theirs(llama, tokenizer, prompt, num_beams=3, max_new_tokens=10, end=end)
            assert list(found.tokens) == expected


def test_repetition_penalty_is_transformers(llama, tokenizer):
    settings = Settings(max_new_tokens=30, repetition_penalty=1.7, **GREEDY)
    found = Generator(llama, tokenizer).generate(PROMPTS, settings)
    for prompt, completion in zip(PROMPTS, found, strict=True):
        expected = theirs(llama, tokenizer, prompt, max_new_tokens=30, repetition_penalty=1.7)
        assert list(completion.tokens) == expected


def test_a_seed_gives_one_answer_whatever_stands_beside_it(model, tokenizer):
    generator = Generator(model, tokenizer)
    settings = Settings(max_new_tokens=20, seed=5, temperature=1.5, top_k=50, top_p=0.95)
    together = generator.generate(PROMPTS, settings)
    assert generator.generate(PROMPTS, settings) == together
    alone = generator.generate(PROMPTS[:1], settings)[0]
    assert (alone.tokens, alone.text) == (together[0].tokens, together[0].text)
    assert generator.generate(PROMPTS, Settings(max_new_tokens=20, seed=6, temperature=1.5)) != together


def test_logprobs_are_the_models(llama, tokenizer):
    completion = Generator(llama, tokenizer).generate(
        ["the cat"], Settings(max_new_tokens=10, seed=1, temperature=2.0, top_k=9)
    )[0]
    prompt = [tokenizer.end_id, *tokenizer.encode(["the cat"]).ids.tolist()]
    with torch.no_grad():
        logits = llama(torch.tensor([[*prompt, *completion.tokens]]))[0].log_softmax(-1)
    expected = [logits[len(prompt) - 1 + i, token].item() for i, token in enumerate(completion.tokens)]
    np.testing.assert_allclose(completion.logprobs, expected, atol=2e-4)


def test_a_stream_is_the_text(model, tokenizer):
    pieces = dict.fromkeys(range(len(PROMPTS)), "")

    def on_token(index, piece):
        pieces[index] += piece

    settings = Settings(max_new_tokens=60, seed=3)
    found = Generator(model, tokenizer).generate(PROMPTS, settings, on_token)
    assert [pieces[i] for i in range(len(PROMPTS))] == [completion.text for completion in found]


def test_stop_strings_and_cancelling(llama, tokenizer):
    generator = Generator(llama, tokenizer)
    whole = generator.generate(["床前"], Settings(max_new_tokens=30, **GREEDY))[0]
    stop = whole.text[5:7]
    found = generator.generate(["床前"], Settings(max_new_tokens=30, stop=(stop, "not there"), **GREEDY))[0]
    assert found.finish_reason == "stop"
    assert found.text == whole.text[: whole.text.index(stop)]
    cancelled = generator.generate(["床前", "the"], Settings(max_new_tokens=30, **GREEDY), lambda i, piece: i != 0)
    assert [completion.finish_reason for completion in cancelled] == ["cancelled", "length"]


def test_the_context_is_a_limit(llama, tokenizer):
    prompt = [5] * 120
    found = Generator(llama, tokenizer).generate([prompt, [5]], Settings(max_new_tokens=50, **GREEDY))
    assert [(len(c.tokens), c.finish_reason, c.prompt_tokens) for c in found] == [(8, "length", 120), (50, "length", 1)]
    for bad, place in (([5] * 128, "room"), ([], "at least one"), ([400_000], "from 0 to"), ([-1], "from 0 to")):
        with pytest.raises(RequestError, match=rf"prompts\[1\].*{place}"):
            Generator(llama, tokenizer).generate([[5], bad])


@pytest.mark.parametrize(
    "field",
    [
        {"max_new_tokens": 0},
        {"temperature": -1},
        {"temperature": float("nan")},
        {"top_k": 0},
        {"top_p": 0},
        {"min_p": 1.5},
        {"repetition_penalty": 0},
        {"stop": ("",)},
        {"seed": -1},
        {"beams": 0},
        {"beams": 2},
    ],
)
def test_settings_name_their_field(field):
    with pytest.raises(RequestError) as caught:
        Settings(**field)
    assert caught.value.where == next(iter(field))


@pytest.mark.parametrize("temperature", [0.0, 1.0])
@pytest.mark.parametrize(
    "constraint",
    [
        Constraint(choice=("good (very)", "好评", "bad")),
        Constraint(regex=r"[0-9]{4}-[0-9]{2}"),
        Constraint(
            json_schema={
                "type": "object",
                "properties": {"age": {"type": "integer", "minimum": 0, "maximum": 99}, "ok": {"type": "boolean"}},
                "required": ["age", "ok"],
                "additionalProperties": False,
            }
        ),
    ],
    ids=["choice", "regex", "json"],
)
def test_constraints_hold(model, tokenizer, constraint, temperature):
    pytest.importorskip("llguidance")
    settings = Settings(max_new_tokens=100, temperature=temperature, seed=0, constraint=constraint)
    for completion in Generator(model, tokenizer).generate(PROMPTS, settings):
        assert completion.finish_reason == "stop", completion.text
        if constraint.choice:
            assert completion.text in constraint.choice
        elif constraint.regex:
            assert len(completion.text) == 7 and completion.text[4] == "-"
        else:
            answer = json.loads(completion.text)
            assert set(answer) == {"age", "ok"} and 0 <= answer["age"] <= 99


def test_bad_constraints(llama, tokenizer, monkeypatch):
    pytest.importorskip("llguidance")
    generator = Generator(llama, tokenizer)
    with pytest.raises(RequestError, match="one of"):
        Constraint(regex="a", choice=("a",))
    for bad in (
        Constraint(regex="(unclosed"),
        Constraint(json_schema={"type": "nothing"}),
        Constraint(json_schema="{"),
    ):
        with pytest.raises(RequestError, match="constraint"):
            generator.generate(["x"], Settings(constraint=bad))
    monkeypatch.setitem(sys.modules, "llguidance", None)
    with pytest.raises(MissingExtra, match=r"modelyard\[constrain\]"):
        generator.generate(["x"], Settings(constraint=Constraint(regex="a+")))
