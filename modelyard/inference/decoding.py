"""Which of two computes a decoder's sequences: torch (`models._decoding`) or ONNX Runtime (`decoder_session`)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeAlias

from modelyard.inference.decoder_onnx import OnnxDecoder
from modelyard.inference.decoder_session import OnnxSession

if TYPE_CHECKING:
    from modelyard.models._decoder import Decoder
    from modelyard.models._decoding import Session

AnyDecoder: TypeAlias = "Decoder | OnnxDecoder"


def is_onnx(decoder: AnyDecoder) -> bool:
    """Whether ONNX Runtime computes it."""
    return isinstance(decoder, OnnxDecoder)


def start(decoder: AnyDecoder, prompts: Sequence[Sequence[int]], capacity: int) -> Session:
    """Read prompts of unlike lengths (none empty); `capacity` bounds the tokens of a sequence, its prompt included."""
    if isinstance(decoder, OnnxDecoder):
        return OnnxSession(decoder, prompts, capacity)
    from modelyard.models import _decoding

    return _decoding.start(decoder, prompts, capacity)
