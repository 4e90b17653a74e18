"""ONNX graphs, read as the protocol buffer they are: operators by allow-list, data inside the folder, no functions."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from modelyard.auditing.scanning_faults import MOST_FINDINGS, Fault, Malformed
from modelyard.auditing.scanning_wire import Message, Wire, mapped, text

MOST_LOCATIONS = 20_000  # files of data: one a tensor at most
_DEEPEST = 24  # subgraphs of subgraphs
_STANDARD = frozenset({"", "ai.onnx", "ai.onnx.ml", "ai.onnx.preview.training"})
# Of ONNX Runtime's own operators those that compute and nothing else: none opens a file or calls a program.
_CONTRIBUTED = frozenset(
    """Attention BiasAdd BiasGelu BiasSoftmax BiasSplitGelu BifurcationDetector CausalConvWithState
    ConvTransposeWithDynamicPads CropAndResize DecoderAttention
    DecoderMaskedMultiHeadAttention DecoderMaskedSelfAttention DequantizeBFP
    DequantizeLinear DynamicQuantizeLSTM DynamicQuantizeMatMul EmbedLayerNormalization ExpandDims FastGelu FusedConv
    FusedGemm FusedMatMul FusedMatMulActivation GatedRelativePositionBias GatherBlockQuantized GatherND Gelu
    GemmFastGelu GridSample GroupNorm GroupQueryAttention Inverse Irfft LongformerAttention MatMulBnb4 MatMulFpQ4
    MatMulInteger16 MatMulIntegerToFloat MatMulNBits MaxpoolWithMask MoE MulInteger MultiHeadAttention MurmurHash3
    NGramRepeatBlock NhwcConv NhwcFusedConv NhwcMaxPool PackedAttention PackedMultiHeadAttention Pad QAttention QGemm
    QLinearAdd QLinearAveragePool QLinearConcat QLinearConv QLinearGlobalAveragePool QLinearLeakyRelu QLinearMul
    QLinearReduceMean QLinearSigmoid QLinearSoftmax QLinearWhere QMoE QOrderedAttention QOrderedGelu
    QOrderedLayerNormalization QOrderedMatMul QuantizeBFP QuantizeLinear QuickGelu Range ReduceSumInteger
    RelativePositionBias RemovePadding RestorePadding Rfft RotaryEmbedding SampleOp SkipGroupNorm
    SkipLayerNormalization SkipSimplifiedLayerNormalization SparseAttention TorchEmbedding TransposeMatMul Trilu
    UnfoldTensor Unique WordConvEmbedding""".split()  # noqa: SIM905
)
_EXTERNAL, _ENUM = 1, 0xFFFF_FFFF  # TensorProto.DataLocation, which parsers cut to 32 bits
_FLAT = b"ORTM"  # at bytes 4 to 8: ONNX Runtime reads bytes that begin so as its own format, not as ONNX
# Numbers of the fields that are looked into. Source: onnx.proto3.
_OF_MODEL, _OF_GRAPH, _OF_NODE = frozenset({7, 20, 25}), frozenset({1, 5, 15}), frozenset({4, 5, 7})
_OF_ATTRIBUTE, _OF_SPARSE, _OF_TENSOR = frozenset({5, 6, 10, 11, 22, 23}), frozenset({1, 2}), frozenset({13, 14})
_OF_PAIR, _FIRST = frozenset({1, 2}), frozenset({1})
_LONGEST_COUNT = 19  # digits of a number of 64 bits


@dataclass(kw_only=True, slots=True)
class Read:
    """What one walk over a graph found: `broken` says why it cannot be one, empty where it is whole.

    `locations` are the files that its data lie in, by the size that each has, None where it is not there.
    """

    faults: dict[Fault, None] = field(default_factory=dict)
    locations: dict[str, int | None] = field(default_factory=dict)
    broken: str = ""

    def told(self) -> Iterator[Fault]:
        """The faults; raises Malformed behind them where it is broken."""
        yield from self.faults
        if self.broken:
            raise Malformed(self.broken)


def read(path: Path, folder: Path | None) -> Read:
    """Walk a graph once; `folder` is where its data may lie (None: it stands alone)."""
    reader = _Reader(folder)
    try:
        reader.model(mapped(path))
    except Malformed as error:
        reader.found.broken = str(error)
    except _Enough:
        pass
    return reader.found


class _Enough(Exception):
    """More faults than anybody reads."""


class _Reader:
    def __init__(self, folder: Path | None) -> None:
        self.found = Read()
        self._folder = folder
        self._wire = Wire()

    def model(self, view: memoryview) -> None:
        """Source: onnx.proto3, ModelProto."""
        graphs = 0
        if view[4:8] == _FLAT:
            self._tell("a file has one format", "it is read as ONNX Runtime's own, too", "Do not trust it.")
        for number, value in self._wire.fields(view, _OF_MODEL):
            if number == 7:
                graphs += 1
                self._graph(self._wire.part(value), 0)
            elif number == 20:
                self._tell("a graph must not bring training of its own", "training_info", "Export it for inference.")
            else:
                named = next((inner for _, inner in self._wire.fields(self._wire.part(value), _FIRST)), b"")
                self._tell(
                    "a graph must be of operators only, without functions of its own",
                    text(named),
                    "Export it with functions inlined (onnx.inliner.inline_local_functions).",
                )
        if graphs != 1:
            raise Malformed(f"a model holds one graph, this one {graphs}")

    def _graph(self, view: Message, depth: int) -> None:
        if depth > _DEEPEST:
            raise Malformed("its subgraphs are too deep")
        for number, value in self._wire.fields(view, _OF_GRAPH):
            if number == 1:
                self._node(self._wire.part(value), depth)
            elif number == 5:
                self._tensor(self._wire.part(value))
            else:
                self._sparse(self._wire.part(value))

    def _node(self, view: Message, depth: int) -> None:
        operator: Any = b""
        domain: Any = b""
        for number, value in self._wire.fields(view, _OF_NODE):
            if number == 4:
                operator = value
            elif number == 7:
                domain = value
            else:
                self._attribute(self._wire.part(value), depth)
        operator, domain = text(operator), text(domain)
        if not (domain in _STANDARD or (domain == "com.microsoft" and operator in _CONTRIBUTED)):
            self._tell(
                "a graph may use the standard's operators and known ones of ONNX Runtime only: others are libraries",
                f"{domain}::{operator}",
                "Export it without custom operators.",
            )

    def _attribute(self, view: Message, depth: int) -> None:
        for number, value in self._wire.fields(view, _OF_ATTRIBUTE):
            if number in (5, 10):
                self._tensor(self._wire.part(value))
            elif number in (6, 11):
                self._graph(self._wire.part(value), depth + 1)
            else:
                self._sparse(self._wire.part(value))

    def _sparse(self, view: Message) -> None:
        """Values and indices."""
        for _, tensor in self._wire.fields(view, _OF_SPARSE):
            self._tensor(self._wire.part(tensor))

    def _tensor(self, view: Message) -> None:
        entries: dict[str, str] = {}
        external = False
        for number, value in self._wire.fields(view, _OF_TENSOR):
            if number == 13:
                pair = {n: text(inner) for n, inner in self._wire.fields(self._wire.part(value), _OF_PAIR)}
                entries[pair.get(1, "")] = pair.get(2, "")
                external = True
            else:
                external |= value & _ENUM == _EXTERNAL
        if external:
            self._external(entries)

    def _external(self, entries: dict[str, str]) -> None:
        location = entries.get("location", "")
        remedy = "Keep a graph's data in its own folder."
        if location not in self.found.locations:
            if _leads_out(location):
                self._tell("a graph's data must lie inside its folder", location or "no location", remedy)
                return
            if len(self.found.locations) >= MOST_LOCATIONS:
                raise Malformed(f"its data lie in more than {MOST_LOCATIONS:,} files")
            self.found.locations[location] = size = _size(self._folder, location)
            if self._folder is not None and size is None:
                self._tell("a graph's data must lie inside its folder as a plain file", location, remedy)
        size = self.found.locations[location]
        if size is not None:
            offset, length = (entries.get(name) or "0" for name in ("offset", "length"))
            if not (_is_count(offset) and _is_count(length)) or int(offset) + int(length) > size:
                self._tell("a graph's data must lie within their file", f"{location} {offset}+{length}", remedy)

    def _tell(self, rule: str, value: str, remedy: str) -> None:
        self.found.faults[Fault(rule, value, remedy)] = None
        if len(self.found.faults) >= MOST_FINDINGS:
            raise _Enough


def _leads_out(location: str) -> bool:
    path = PurePosixPath(location)
    return not location or path.is_absolute() or ".." in path.parts or any(sign in location for sign in "\\:\0")


def _size(folder: Path | None, location: str) -> int | None:
    """Of a plain file; None where there is none, or nowhere to look."""
    if folder is None:
        return None
    try:
        status = (folder / location).lstat()
    except OSError:
        return None
    return status.st_size if stat.S_ISREG(status.st_mode) else None


def _is_count(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= _LONGEST_COUNT
