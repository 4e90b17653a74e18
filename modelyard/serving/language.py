"""One version of a language model, as the routes use it: its predictor, its worker, and how its tokens are spelled."""

from __future__ import annotations

import json
from dataclasses import dataclass

from modelyard.inference.language import LanguagePredictor
from modelyard.serving import wording
from modelyard.serving.model import ServedModel
from modelyard.serving.tools import BEGIN, has_tools
from modelyard.serving.vllm_writer import VllmWriter
from modelyard.serving.writer import Writer


@dataclass(frozen=True, kw_only=True, slots=True)
class Language:
    """What the routes need."""

    predictor: LanguagePredictor
    writer: Writer | VllmWriter
    texts: wording.TokenTexts
    name: str
    digest: str

    @classmethod
    def of(cls, model: ServedModel, writer: Writer | VllmWriter) -> Language:
        """Of a served model that is a language model."""
        predictor = model.language
        assert predictor is not None
        return cls(
            predictor=predictor,
            writer=writer,
            texts=wording.TokenTexts(predictor.task.tokenizer),
            name=str(model.about["name"]),
            digest=str(model.about["digest"])[:12],
        )

    @property
    def has_tools(self) -> bool:
        """Whether the template shows functions to the model."""
        return has_tools(self.predictor.task.tokenizer.chat_template)

    @property
    def special_calls(self) -> bool:
        """Whether the marks of a call are tokens of their own, which no text can spell."""
        added = json.loads(self.predictor.task.tokenizer.content).get("added_tokens", [])
        return any(token["content"] == BEGIN and token.get("special") for token in added)

    @property
    def has_chat(self) -> bool:
        """Whether there is a template for conversations."""
        return self.predictor.task.tokenizer.chat_template is not None
