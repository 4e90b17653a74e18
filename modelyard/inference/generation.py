"""Continuing prompts with a decoder: greedy, sampled, by beams, within a constraint, as a stream.

B sequences in a batch; V vocabulary.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from modelyard.core.errors import RequestError
from modelyard.core.features import Tokens
from modelyard.inference import beams, constraint, decoding, sampling
from modelyard.inference.settings import Completion as Completion
from modelyard.inference.settings import Settings as Settings
from modelyard.inference.streaming import TextStream

# Called with the prompt's number and the text that is new; answering False ends that prompt.
OnToken = Callable[[int, str], bool | None]


class Tokenizer(Protocol):
    """What generation needs of a tokenizer (`data.features.language.LanguageTokenizer`)."""

    @property
    def content(self) -> str:
        """The text of tokenizer.json."""

    @property
    def end_id(self) -> int:
        """The token that begins and ends a document."""

    def encode(self, texts: Sequence[str]) -> Tokens:
        """Token ids, none added."""

    def decode(self, ids: Sequence[int]) -> str:
        """The text of token ids."""


@dataclass(slots=True)
class Row:
    """One prompt on its way."""

    index: int
    prompt: list[int]
    limit: int
    stream: TextStream
    random: np.random.Generator
    matcher: constraint.Matcher | None
    tokens: list[int] = field(default_factory=list)
    logprobs: list[float] = field(default_factory=list)
    reason: Literal["stop", "length", "cancelled"] | None = None

    def completion(self) -> Completion:
        """What came of it, once there is a reason that it ended."""
        assert self.reason is not None
        return Completion(
            text=self.stream.text,
            tokens=tuple(self.tokens),
            logprobs=tuple(self.logprobs),
            finish_reason=self.reason,
            prompt_tokens=len(self.prompt),
        )


class Generator:
    """A decoder and its tokenizer, answering. `end_ids` end an answer; by default the tokenizer's and the model's.

    `read` makes of a text what the model shall read of it.
    """

    def __init__(
        self,
        decoder: decoding.AnyDecoder,
        tokenizer: Tokenizer,
        *,
        end_ids: Sequence[int] | None = None,
        read: Callable[[str], str] = str,
    ) -> None:
        self.decoder: decoding.AnyDecoder = decoder.eval()
        self._read = read
        self._tokenizer = tokenizer
        config = decoder.config
        declared = config.eos_token_id if isinstance(config.eos_token_id, list) else [config.eos_token_id]
        known = [tokenizer.end_id, *declared] if end_ids is None else end_ids
        self.end_ids = tuple(sorted({int(token) for token in known if token is not None}))
        positions = getattr(config, "max_position_embeddings", None)
        self.context = int(positions) if positions else 2**31

    def generate(
        self,
        prompts: Sequence[str | Sequence[int]],
        settings: Settings | None = None,
        on_token: OnToken | None = None,
    ) -> list[Completion]:
        """Continue every prompt, all of them at once.

        A text is the beginning of a document: the end token is put before it. Token ids are taken as they are (a
        rendered conversation). An answer ends at an end token or a stop string, or by length: after max_new_tokens or
        where the model's context is full.
        Raises: RequestError for a prompt that leaves no room or ids out of range; MissingExtra for a constraint
        without its library.
        """
        settings = settings or Settings()
        rows = [self.row(index, prompt, settings) for index, prompt in enumerate(prompts)]
        if not rows:
            return []
        if settings.beams > 1:
            for row in rows:
                self._by_beams(row, settings, on_token)
        else:
            self._by_token(rows, settings, on_token)
        return [row.completion() for row in rows]

    def _by_token(self, rows: list[Row], settings: Settings, on_token: OnToken | None) -> None:
        capacity = max(len(row.prompt) + row.limit for row in rows)
        session = decoding.start(self.decoder, [row.prompt for row in rows], capacity)
        active = rows
        while True:
            totals = sampling.totals(session.logits)
            for row, logits_V, total in zip(active, session.logits, totals, strict=True):
                self.advance(row, logits_V, settings, on_token, total=total)
            going = [place for place, row in enumerate(active) if row.reason is None]
            if not going:
                return
            if len(going) < len(active):
                session.select(going)
                active = [active[place] for place in going]
            session.step([row.tokens[-1] for row in active])

    def advance(
        self,
        row: Row,
        logits_V: NDArray[np.float32],
        settings: Settings,
        on_token: OnToken | None,
        *,
        total: float,
    ) -> None:
        """Draw the row's next token, and see whether it was the last; `total` is of `sampling.totals`."""
        token = self._draw(row, logits_V, settings)
        goes_on = row.matcher is None or row.matcher.push(token)
        if token in self.end_ids:
            self._close(row, "stop", on_token)
            return
        row.tokens.append(token)
        row.logprobs.append(float(logits_V[token]) - float(total))
        self._send(row, row.stream.push(token), on_token)
        if row.reason is None and (row.stream.stopped or not goes_on):
            self._close(row, "stop", on_token)
        elif row.reason is None and len(row.tokens) >= row.limit:
            self._close(row, "length", on_token)

    def _draw(self, row: Row, logits_V: NDArray[np.float32], settings: Settings) -> int:
        if settings.temperature == 0 and settings.repetition_penalty == 1.0 and row.matcher is None:
            return int(logits_V.argmax())
        scores_V = sampling.penalise(logits_V.astype(np.float64), row.prompt + row.tokens, settings.repetition_penalty)
        if row.matcher is not None:
            scores_V = np.where(row.matcher.allowed(), scores_V, -np.inf)
        if settings.temperature == 0:
            return int(scores_V.argmax())
        warped_V = sampling.warp(
            scores_V,
            temperature=settings.temperature,
            top_k=settings.top_k,
            top_p=settings.top_p,
            min_p=settings.min_p,
        )
        return sampling.draw(warped_V, row.random)

    def _by_beams(self, row: Row, settings: Settings, on_token: OnToken | None) -> None:
        tokens, row.logprobs = beams.search(
            self.decoder,
            row.prompt,
            count=settings.beams,
            limit=row.limit,
            end_ids=self.end_ids,
            length_penalty=settings.length_penalty,
            repetition_penalty=settings.repetition_penalty,
        )
        ended = bool(tokens) and tokens[-1] in self.end_ids
        row.tokens = tokens[:-1] if ended else tokens
        row.logprobs = row.logprobs[: len(row.tokens)]
        for token in row.tokens:
            if row.reason is None and not row.stream.stopped:
                self._send(row, row.stream.push(token), on_token)
        if row.reason is None:
            self._close(row, "stop" if ended or row.stream.stopped else "length", on_token)

    def _send(self, row: Row, piece: str, on_token: OnToken | None) -> None:
        if piece and on_token is not None and on_token(row.index, piece) is False:
            row.reason = "cancelled"

    def _close(self, row: Row, reason: Literal["stop", "length"], on_token: OnToken | None) -> None:
        self._send(row, row.stream.close(), on_token)
        row.reason = "stop" if row.stream.stopped else reason

    def row(self, index: int, prompt: str | Sequence[int], settings: Settings) -> Row:
        """A prompt that is ready to be continued. Raises: as `generate`."""
        vocabulary = int(self.decoder.config.vocab_size)
        if isinstance(prompt, str):
            ids = [self._tokenizer.end_id, *self._tokenizer.encode([self._read(prompt)]).ids.tolist()]
        else:
            ids = [int(token) for token in prompt]
        if not ids or min(ids) < 0 or max(ids) >= vocabulary:
            rule = f"token ids are whole numbers from 0 to {vocabulary - 1:,}, at least one"
            raise RequestError(rule, where=f"prompts[{index}]", got=ids[:8])
        if len(ids) >= self.context:
            raise RequestError(
                f"a prompt must leave room in the model's context of {self.context:,} tokens",
                where=f"prompts[{index}]",
                got=len(ids),
                remedy="Shorten it.",
            )
        matcher = None
        if settings.constraint is not None:
            matcher = constraint.matcher(settings.constraint, self._tokenizer.content, vocabulary, self.end_ids)
        return Row(
            index=index,
            prompt=ids,
            limit=min(settings.max_new_tokens, self.context - len(ids)),
            stream=TextStream(self._tokenizer.decode, settings.stop),
            random=np.random.default_rng(None if settings.seed is None else [settings.seed, index]),
            matcher=matcher,
        )
