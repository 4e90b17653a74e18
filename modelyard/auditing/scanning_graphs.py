"""ONNX graphs, read as the protocol buffer they are: operators by allow-list, data inside the folder, no functions.

The wire format is read field by field in a mapped file, so that memory stays bounded and no library's parser meets a
graph that has not been looked at.
"""

from __future__ import annotations

import mmap
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from modelyard.auditing.scanning_faults import Fault, Malformed

MOST_FIELDS = 3_000_000
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
_EXTERNAL = 1  # TensorProto.DataLocation


def faults(path: Path, folder: Path | None) -> Iterator[Fault]:
    """What speaks against a graph; `folder` is where its data may lie (None: it stands alone).

    Raises: Malformed.
    """
    return _Reader(folder).model(_mapped(path))


def external_files(path: Path) -> set[str]:
    """The names of the files that a graph's data lie in. Raises: Malformed."""
    reader = _Reader(None)
    for _ in reader.model(_mapped(path)):
        pass
    return reader.locations


def check_wire(path: Path) -> None:
    """Raises: Malformed where a file is no protocol buffer (of a sentencepiece model)."""
    for _ in _Reader(None).fields(_mapped(path)):
        pass


def _mapped(path: Path) -> memoryview:
    """The file's bytes, unmapped when nobody looks at them any more."""
    if path.stat().st_size == 0:
        raise Malformed("it is empty")
    with path.open("rb") as file:
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))


class _Reader:
    def __init__(self, folder: Path | None) -> None:
        self.locations: set[str] = set()
        self._folder = folder
        self._count = 0

    def fields(self, view: memoryview) -> Iterator[tuple[int, Any]]:
        """(number, value) of every field: an int, or a view of what has a length."""
        place, end = 0, len(view)
        value: Any
        while place < end:
            self._count += 1
            if self._count > MOST_FIELDS:
                raise Malformed(f"it has more than {MOST_FIELDS:,} fields")
            key, place = _varint(view, place)
            number, wire = key >> 3, key & 7
            if wire == 0:
                value, place = _varint(view, place)
            elif wire == 2:
                length, place = _varint(view, place)
                value = view[place : place + length]
                place += length
            elif wire in (1, 5):
                value, place = 0, place + (8 if wire == 1 else 4)
            else:
                raise Malformed(f"a field has the unknown kind {wire}")
            if place > end or number == 0:
                raise Malformed("a field reaches beyond its end")
            yield number, value

    def model(self, view: memoryview) -> Iterator[Fault]:
        """Source: onnx.proto3, ModelProto."""
        graphs = 0
        for number, value in self.fields(view):
            if number == 7:
                graphs += 1
                yield from self._graph(value, 0)
            elif number == 20:
                yield Fault("a graph must not bring training of its own", "training_info", "Export it for inference.")
            elif number == 25:
                yield Fault(
                    "a graph must be of operators only, without functions of its own",
                    _text(next((inner for n, inner in self.fields(value) if n == 1), b"")),
                    "Export it with functions inlined (onnx.inliner.inline_local_functions).",
                )
        if graphs != 1:
            raise Malformed(f"a model holds one graph, this one {graphs}")

    def _graph(self, view: memoryview, depth: int) -> Iterator[Fault]:
        if depth > _DEEPEST:
            raise Malformed("its subgraphs are too deep")
        for number, value in self.fields(view):
            if number == 1:
                yield from self._node(value, depth)
            elif number == 5:
                yield from self._tensor(value)
            elif number == 15:  # sparse: values and indices
                for inner, tensor in self.fields(value):
                    if inner in (1, 2):
                        yield from self._tensor(tensor)

    def _node(self, view: memoryview, depth: int) -> Iterator[Fault]:
        operator = domain = ""
        for number, value in self.fields(view):
            if number == 4:
                operator = _text(value)
            elif number == 7:
                domain = _text(value)
            elif number == 5:
                yield from self._attribute(value, depth)
        known = domain in _STANDARD or (domain == "com.microsoft" and operator in _CONTRIBUTED)
        if not known:
            yield Fault(
                "a graph may use the standard's operators and known ones of ONNX Runtime only: others are libraries",
                f"{domain}::{operator}",
                "Export it without custom operators.",
            )

    def _attribute(self, view: memoryview, depth: int) -> Iterator[Fault]:
        for number, value in self.fields(view):
            if number in (5, 10):
                yield from self._tensor(value)
            elif number in (6, 11):
                yield from self._graph(value, depth + 1)
            elif number in (22, 23):  # sparse tensors
                for inner, tensor in self.fields(value):
                    if inner in (1, 2):
                        yield from self._tensor(tensor)

    def _tensor(self, view: memoryview) -> Iterator[Fault]:
        entries: dict[str, str] = {}
        external = False
        for number, value in self.fields(view):
            if number == 13:
                pair = {n: _text(inner) for n, inner in self.fields(value)}
                entries[pair.get(1, "")] = pair.get(2, "")
                external = True
            elif number == 14:
                external |= value == _EXTERNAL
        if external:
            yield from self._external(entries)

    def _external(self, entries: dict[str, str]) -> Iterator[Fault]:
        location = entries.get("location", "")
        path = PurePosixPath(location)
        remedy = "Keep a graph's data in its own folder."
        if (
            not location
            or path.is_absolute()
            or ".." in path.parts
            or "\\" in location
            or ":" in location
            or "\0" in location
        ):
            yield Fault("a graph's data must lie inside its folder", location or "no location", remedy)
            return
        if location in self.locations:
            found = True
        else:
            self.locations.add(location)
            found = self._folder is None or (
                (self._folder / location).is_file() and not (self._folder / location).is_symlink()
            )
            if not found:
                yield Fault("a graph's data must lie inside its folder as a plain file", location, remedy)
        if self._folder is not None and found and (self._folder / location).is_file():
            size = (self._folder / location).stat().st_size
            offset, length = (entries.get(name) or "0" for name in ("offset", "length"))
            if not (offset.isdecimal() and length.isdecimal()) or int(offset) + int(length) > size:
                yield Fault("a graph's data must lie within their file", f"{location} {offset}+{length}", remedy)


def _varint(view: memoryview, place: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        if place >= len(view) or shift > 63:
            raise Malformed("a number is cut short")
        byte = view[place]
        place += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, place
        shift += 7


def _text(value: Any) -> str:
    if isinstance(value, int):
        raise Malformed("a text is expected where a number stands")
    try:
        return bytes(value[:4096]).decode("utf-8")
    except UnicodeDecodeError as error:
        raise Malformed("a name is not UTF-8") from error
