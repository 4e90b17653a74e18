"""What a client asks of a language model: the bodies of /v1/completions and /v1/chat/completions, checked.

The fields are OpenAI's, with those of other servers for what it has not: top_k, min_p, repetition_penalty, regex,
choices, json_schema.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Literal

from modelyard.core.errors import ModelyardError
from modelyard.inference.constraint import Constraint
from modelyard.inference.generation import Settings
from modelyard.serving import conversation, tools
from modelyard.serving.fields import Fields, not_found
from modelyard.serving.replies import Refusal, RefusedError
from modelyard.serving.tools import Tools

MOST_PROMPTS = 128
MOST_CHOICES = 16
MOST_STOPS = 16
MOST_TOP = 20
_STOP_CHARACTERS = 1000
_COMPLETION_TOKENS = 16  # OpenAI's default

Prompt = str | list[int]


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """One request. `settings` None: nothing is written. `top`: alternatives of each token; None: no log-probabilities.

    `messages` stand in a chat, `prompts` in a completion.
    """

    kind: Literal["completion", "chat"]
    prompts: tuple[Prompt, ...] = ()
    messages: tuple[dict[str, Any], ...] = ()
    tools: Tools | None = None
    settings: Settings | None
    choices: int
    top: int | None
    echo: bool = False
    streams: bool
    counts_usage: bool


def completion(content: Any, *, model: str, context: int, vocabulary: int) -> Asked:
    """The body of a completion. Raises: RefusedError naming the field."""
    fields = Fields(content)
    _check_model(fields, model)
    prompts = _prompts(fields, vocabulary)
    echo = fields.flag("echo")
    tokens = fields.integer("max_tokens", 0, context)
    choices = _choices(fields)
    if len(prompts) * choices > MOST_PROMPTS:
        fields.refuse("n", f"times the prompts must be at most {MOST_PROMPTS}")
    best = fields.integer("best_of", 1)
    if best is not None and best != choices:
        fields.refuse("best_of", "must be the same as n, or left out")
    fields.neutral("suffix", "", instead="only what comes after a prompt is written")
    top = fields.integer("logprobs", 0, MOST_TOP)
    settings = _settings(fields, _COMPLETION_TOKENS if tokens is None else tokens)
    streams, counts = _streaming(fields)
    fields.done()
    return Asked(
        kind="completion",
        prompts=prompts,
        settings=settings,
        choices=choices,
        top=top,
        echo=echo,
        streams=streams,
        counts_usage=counts,
    )


def chat(
    content: Any, *, model: str, context: int, understands_tools: bool = False, special_calls: bool = False
) -> Asked:
    """The body of a chat completion; `special_calls`: the marks of a call are tokens of their own.

    Raises: RefusedError naming the field.
    """
    fields = Fields(content)
    _check_model(fields, model)
    said = conversation.messages(fields, with_tools=understands_tools)
    tokens = fields.integer("max_completion_tokens", 1, context) or fields.integer("max_tokens", 1, context)
    fields.any("max_tokens")
    choices = _choices(fields)
    wants = fields.flag("logprobs")
    top = fields.integer("top_logprobs", 0, MOST_TOP)
    if top is not None and not wants:
        fields.refuse("top_logprobs", "needs logprobs: true")
    offered = tools.asked(fields, understood=understands_tools)
    settings = _settings(fields, context if tokens is None else tokens)
    call = None if offered is None else offered.constraint(special=special_calls)
    if call is not None:
        assert settings is not None
        if settings.constraint is not None:
            fields.refuse("tool_choice", "cannot demand a call where the answer must fit something else")
        settings = replace(settings, constraint=call)
    streams, counts = _streaming(fields)
    fields.done()
    return Asked(
        kind="chat",
        messages=said,
        tools=offered,
        settings=settings,
        choices=choices,
        top=(top or 0) if wants else None,
        streams=streams,
        counts_usage=counts,
    )


def _check_model(fields: Fields, model: str) -> None:
    given = fields.text("model")
    if given is not None and given != model:
        not_found(f"there is one model here, {model}; see /v1/models", "model")
    fields.text("user", 1000)  # for the client's own books
    fields.any("metadata")


def _choices(fields: Fields) -> int:
    return fields.integer("n", 1, MOST_CHOICES) or 1


def _streaming(fields: Fields) -> tuple[bool, bool]:
    streams = fields.flag("stream")
    options = fields.any("stream_options")
    if options is None:
        return streams, not streams
    if not streams:
        fields.refuse("stream_options", "needs stream: true")
    inner = Fields(options, "stream_options")
    counts = inner.flag("include_usage")
    inner.flag("include_obfuscation")
    inner.done()
    return streams, counts


def _settings(fields: Fields, tokens: int) -> Settings | None:
    """The settings; None where no token is to be written."""
    temperature = fields.number("temperature", 0.0, 2.0)
    top_p, min_p = fields.number("top_p", 0.0, 1.0), fields.number("min_p", 0.0, 1.0)
    if top_p == 0.0:
        fields.refuse("top_p", "must be above 0; for the likeliest token send temperature: 0")
    top_k = fields.integer("top_k", 1, 2**31 - 1)
    penalty = fields.number("repetition_penalty", 0.01, 100.0)
    for name in ("frequency_penalty", "presence_penalty"):
        fields.neutral(name, 0, 0.0, instead="there is repetition_penalty")
    fields.neutral("logit_bias", {})
    seed = fields.integer("seed")
    stop = fields.texts("stop", most=MOST_STOPS, characters=_STOP_CHARACTERS)
    constraint = _constraint(fields)
    if tokens == 0:
        return None
    return Settings(
        max_new_tokens=tokens,
        temperature=1.0 if temperature is None else temperature,
        top_k=top_k,
        top_p=top_p,
        min_p=min_p,
        repetition_penalty=1.0 if penalty is None else penalty,
        stop=stop,
        seed=seed,
        constraint=constraint,
    )


def _constraint(fields: Fields) -> Constraint | None:
    regex = fields.text("regex", 10_000)
    choices = fields.texts("choices", most=1000, characters=10_000)
    schema, named = fields.any("json_schema"), "json_schema"
    format_ = fields.any("response_format")
    if format_ is not None:
        named = "response_format"
        schema = _of_format(Fields(format_, "response_format"), fields) or schema
    if schema is not None and type(schema) is not dict:
        fields.refuse(named, "must hold a JSON schema, an object")
    given = [name for name, value in (("regex", regex), ("choices", choices), (named, schema)) if value]
    if len(given) > 1:
        fields.refuse(given[1], f"cannot stand beside {given[0]}")
    if not given:
        return None
    try:
        return Constraint(json_schema=schema, regex=regex, choice=choices)
    except ModelyardError as error:
        raise RefusedError(Refusal(422, error.rule, named)) from error


def _of_format(inner: Fields, fields: Fields) -> dict[str, Any] | None:
    kind = inner.text("type")
    if kind == "text":
        return None
    if kind == "json_object":
        return {"type": "object"}
    given = inner.any("json_schema")
    if kind != "json_schema" or type(given) is not dict or type(given.get("schema")) is not dict:
        fields.refuse(
            "response_format", 'must be {"type": "text"}, json_object, or json_schema with {"json_schema": {"schema"}}'
        )
    found: dict[str, Any] = given["schema"]
    return found


def _prompts(fields: Fields, vocabulary: int) -> tuple[Prompt, ...]:
    value = fields.any("prompt")
    if value is None:
        fields.refuse("prompt", "is missing: a text, a list of texts, token ids, or a list of these")
    if type(value) is not list:
        return (fields.checked("prompt", value, 4_000_000),)
    if not value:
        fields.refuse("prompt", "must not be an empty list")
    if all(type(one) in (int, float) for one in value):
        return (_ids(fields, "prompt", value, vocabulary),)
    if len(value) > MOST_PROMPTS:
        fields.refuse("prompt", f"must hold at most {MOST_PROMPTS} prompts, not {len(value)}")
    return tuple(
        _ids(fields, f"prompt[{i}]", one, vocabulary)
        if type(one) is list
        else fields.checked(f"prompt[{i}]", one, 4_000_000)
        for i, one in enumerate(value)
    )


def _ids(fields: Fields, name: str, value: list[Any], vocabulary: int) -> list[int]:
    found = [int(one) for one in value if type(one) in (int, float) and 0 <= one < vocabulary and one == int(one)]
    if not found or len(found) < len(value):
        fields.refuse(name, f"must be token ids, whole numbers from 0 to {vocabulary - 1}, at least one")
    return found
