"""A trained language model as lm-evaluation-harness calls one, in the same process: no server, no export.

`modelyard lm-eval run --model modelyard --model_args path=runs/poems --tasks my_task`

Source: lm-evaluation-harness 0.4.13, docs/model_guide.md.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from modelyard.core.errors import RequestError
from modelyard.core.registry import needing
from modelyard.data.features.chat import render
from modelyard.inference.language import LanguagePredictor, load
from modelyard.inference.scoring import score
from modelyard.inference.settings import Settings

with needing("lm-evaluation-harness"):
    from lm_eval.api.model import TemplateLM

# Requests between two marks of the progress bar, and texts that are written together.
SCORED, WRITTEN = 256, 16
# Tokens of an answer where the task does not say; half of the context where that is less.
ANSWER_TOKENS = 256
# What a task's generation_kwargs may say, by our own names.
_NAMES = {"num_beams": "beams", **{name: name for name in ("top_k", "top_p", "min_p", "repetition_penalty", "seed")}}


class Model(TemplateLM):  # type: ignore[misc]
    """A run or an artifact. Texts are cut into context and continuation as lm-eval's `HFLM` does it.

    A context begins with the token that begins a document, as in training, unless it begins with a special token (a
    rendered conversation). `begin=False` leaves it out, which gives the numbers of `HFLM` on the same artifact.
    """

    def __init__(
        self,
        path: Path | str | LanguagePredictor,
        *,
        begin: bool = True,
        batch_size: int | str | None = None,
        max_batch_size: int | None = None,
        device: str | None = None,
    ) -> None:
        """The last three are what the harness's command line gives every model: batches are bounded in tokens here.

        Raises: ArtifactError for a model that continues no text, or a damaged one.
        """
        super().__init__()
        predictor = path if isinstance(path, LanguagePredictor) else LanguagePredictor.of(load(path))
        self._begin = begin
        self._predictor = predictor
        self._generator = predictor.generator
        self.tokenizer = predictor.task.tokenizer
        self.max_length = int(predictor.task.features.max_length)
        tokens = json.loads(self.tokenizer.content).get("added_tokens", [])
        self._special = frozenset(token["id"] for token in tokens if token.get("special"))

    @property
    def eot_token_id(self) -> int:
        """The token that begins and ends a document."""
        return int(self.tokenizer.end_id)

    @property
    def tokenizer_name(self) -> str:
        """What the harness's cache of requests tells tokenizers apart by."""
        return f"modelyard-{self._predictor.artifact.digest}"

    def tok_encode(self, string: str, add_special_tokens: bool | None = None, **_: Any) -> list[int]:
        """Token ids; the name of a special token in the text is that token, as `transformers` reads it."""
        ids: list[int] = self.tokenizer.encode_rendered(string).tolist()
        wanted = self._begin if add_special_tokens is None else add_special_tokens
        return [self.eot_token_id, *ids] if wanted and (not ids or ids[0] not in self._special) else ids

    def apply_chat_template(self, chat_history: list[dict[str, str]], add_generation_prompt: bool = True) -> str:
        """The conversation by the artifact's own template; without a generation prompt the last message stays open."""
        text = render(self.tokenizer, chat_history, add_generation_prompt=add_generation_prompt)
        if add_generation_prompt or not chat_history:
            return text
        last = chat_history[-1]["content"].strip()
        return text[: text.rindex(last) + len(last)]

    def loglikelihood_rolling(self, requests: Sequence[Any], disable_tqdm: bool = False) -> list[float]:
        """The log-likelihood of each whole text after the begin token, in windows of the context."""
        from lm_eval.utils import get_rolling_token_windows, make_disjoint_window

        windows, counts = [], []
        for (text,) in (request.args for request in requests):
            cuts = get_rolling_token_windows(
                token_list=self.tok_encode(text, add_special_tokens=False),
                prefix_token=self.prefix_token_id,
                max_seq_len=self.max_length,
                context_len=1,
            )
            found = [(None, *make_disjoint_window(pair)) for pair in cuts]
            windows += found
            counts.append(len(found))
        scores = iter(self._loglikelihood_tokens(windows, disable_tqdm=disable_tqdm))
        totals = [sum(next(scores)[0] for _ in range(count)) for count in counts]
        for request, total in zip(requests, totals, strict=True):
            self.cache_hook.add_partial("loglikelihood_rolling", request.args, total)
        return totals

    def _loglikelihood_tokens(
        self, requests: Sequence[tuple[Any, list[int], list[int]]], disable_tqdm: bool = False
    ) -> list[tuple[float, bool]]:
        """The log-probability of each continuation, and whether it is what greedy decoding would write."""
        from tqdm import tqdm

        # What is too long loses its beginning.
        sequences = [(context + wanted)[-(self.max_length + 1) :] for _, context, wanted in requests]
        order = sorted(range(len(sequences)), key=lambda i: -len(sequences[i]))
        answers: list[tuple[float, bool]] = [(0.0, True)] * len(sequences)
        with tqdm(total=len(order), desc="scoring", disable=disable_tqdm) as bar:
            for start in range(0, len(order), SCORED):
                part = order[start : start + SCORED]
                for i, found in zip(
                    part, score(self._generator.decoder, [sequences[i] for i in part], top=1), strict=True
                ):
                    text, _, wanted = requests[i]
                    count = min(len(wanted), len(found.logprobs))
                    if count:
                        greedy = [top[0][0] for top in found.tops[-count:]] == sequences[i][-count:]
                        answers[i] = (sum(found.logprobs[-count:]), greedy)
                    if text is not None:
                        self.cache_hook.add_partial("loglikelihood", text, answers[i])
                bar.update(len(part))
        return answers

    def generate_until(self, requests: Sequence[Any], disable_tqdm: bool = False) -> list[str]:
        """What the model writes after each context, up to a stop string, an end token or the length.

        Raises: RequestError for an option that is not known, or an answer that leaves no room for a context.
        """
        from tqdm import tqdm

        groups: dict[str, list[int]] = {}
        for i, request in enumerate(requests):
            groups.setdefault(json.dumps(request.args[1], sort_keys=True), []).append(i)
        answers = [""] * len(requests)
        with tqdm(total=len(requests), desc="writing", disable=disable_tqdm) as bar:
            for options, members in groups.items():
                settings = self._settings(json.loads(options))
                prompts = {i: self.tok_encode(requests[i].args[0]) for i in members}
                members.sort(key=lambda i: -len(prompts[i]))
                for start in range(0, len(members), WRITTEN):
                    part = members[start : start + WRITTEN]
                    cut = [prompts[i][-(self.max_length - settings.max_new_tokens) :] for i in part]
                    for i, found in zip(part, self._generator.generate(cut, settings), strict=True):
                        answers[i] = found.text
                        self.cache_hook.add_partial("generate_until", requests[i].args, found.text)
                    bar.update(len(part))
        return answers

    def _settings(self, options: dict[str, Any]) -> Settings:
        from lm_eval.models.utils import normalize_gen_kwargs

        known = dict(normalize_gen_kwargs(options, min(ANSWER_TOKENS, self.max_length // 2)))
        limit, until = int(known.pop("max_gen_toks")), known.pop("until")
        sampled = known.pop("do_sample")
        temperature = float(known.pop("temperature", 0.0)) if sampled else 0.0
        for name in known:
            if name not in _NAMES:
                raise RequestError(
                    "this option of generation is not known here",
                    where=f"generation_kwargs.{name}",
                    got=known[name],
                    remedy=f"Known: until, max_gen_toks, do_sample, temperature, {', '.join(sorted(_NAMES))}.",
                )
        if limit >= self.max_length:
            raise RequestError(
                f"an answer must leave room for a question in the model's context of {self.max_length:,} tokens",
                where="generation_kwargs.max_gen_toks",
                got=limit,
            )
        own = {_NAMES[name]: value for name, value in known.items() if value is not None}
        return Settings(max_new_tokens=limit, temperature=temperature, stop=tuple(filter(None, until)), **own)


def main(arguments: Sequence[str]) -> None:
    """The harness's own command line, which then knows `--model modelyard`."""
    from lm_eval.__main__ import cli_evaluate
    from lm_eval.api.registry import register_model

    register_model("modelyard")(Model)
    sys.argv = ["modelyard lm-eval", *arguments]  # where it reads its arguments
    cli_evaluate()
